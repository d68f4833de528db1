"""Stage 2d: a mean of the weights of two checkpoints that grew from the same stage 1.

    python training/mix.py --first FILE --second FILE --share 0.3 --out FILE

``--share`` is that of the second; parts that the first lacks count as nothing in it. A mean reads what neither was
trained for better than either does, and departs less from what the first was checked with.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the arguments, write the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("first", "second", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.3)
    options = parser.parse_args()
    first, second = (torch.load(p, map_location="cpu", weights_only=True) for p in (options.first, options.second))
    mixed = {}
    for name, there in second["model"].items():
        here = first["model"].get(name)
        old = torch.zeros_like(there) if here is None else here
        mixed[name] = (old.float() * (1 - options.share) + there.float() * options.share).half()
    torch.save({"model": mixed, "sizes": second["sizes"]}, options.out)


if __name__ == "__main__":
    main()
