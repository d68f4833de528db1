"""Stage 2d: sums of the weights of checkpoints that grew from the same stage 1.

    python training/mix.py --first FILE --second FILE --share 0.3 --out FILE
    python training/mix.py --first FILE --second FILE --less FILE --out FILE

``--share`` is that of the second; parts that the first lacks count as nothing in it. A mean reads what neither was
trained for better than either does, and departs less from what the first was checked with. With ``--less``, what the
second has learned since that checkpoint is added to the first: where both went on from it, each on other reports.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch


def main() -> None:
    """Read the arguments, write the sum."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("first", "second", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--less", type=Path)
    parser.add_argument("--share", type=float, default=0.3)
    options = parser.parse_args()
    first, second = _loaded(options.first), _loaded(options.second)
    less = _loaded(options.less)["model"] if options.less else None
    mixed = {}
    for name, there in second["model"].items():
        here = first["model"].get(name)
        old = torch.zeros_like(there).float() if here is None else here.float()
        mean = old * (1 - options.share) + there.float() * options.share
        mixed[name] = (mean if less is None else old + there.float() - less[name].float()).half()
    torch.save({"model": mixed, "sizes": second["sizes"]}, options.out)


def _loaded(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return loaded


if __name__ == "__main__":
    main()
