"""What should not matter: swapped actors, negated and planned twins, disturbed print; and how far confidence can be
taken at its word. By models that never saw the report.

    python benchmarks/robustness.py [--folds DIR --annotated FILE] [--written FILE] [--number 5]

One JSON object a line: ``data`` (``folds`` or ``written``) and one of ``swap``, ``pairs``, ``disturbed`` and
``calibration``. Folds as in ``folds.py``: each model reads the reports left out of its training; what they find is
counted together, at most 200 sentences and about 40 pairs of a kind in all. ``--written`` names the reports written
for the project, whose lines with the split "test" are read by the packaged model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from folds import read

from situate.evaluate import claims, minimal_pairs, swaps
from situate.extract.encoding.encoder import PACKAGED
from situate.extract.reader import Reader
from situate.pipeline import robustness
from situate.pipeline.evaluating import rows

Held = Sequence[tuple[Path, Sequence[Mapping[str, Any]]]]  # models, and the reports that each reads


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--annotated", type=Path)
    parser.add_argument("--written", type=Path)
    parser.add_argument("--number", type=int, default=5)
    options = parser.parse_args()
    if options.folds and options.annotated:
        every = list(rows(options.annotated))
        models = {n: options.folds / f"fold{n}.onnx" for n in range(options.number)}
        held = [(model, every[n :: options.number]) for n, model in models.items() if model.is_file()]
        show("folds", held)
    if options.written:
        show("written", [(PACKAGED, [row for row in rows(options.written) if row["split"] == "test"])])


def show(data: str, held: Held) -> None:
    """Print the figures of some data."""
    about = {"data": data, "reports": sum(len(part) for _, part in held)}
    for name, figures in measured(held):
        print(json.dumps({**about, name: figures}), flush=True)


def measured(held: Held) -> Iterator[tuple[str, Any]]:
    """Each measure by its name."""
    parts = [(Reader.load(model), [claims.report_of(row) for row in part]) for model, part in held]
    each = len(parts) or 1
    yield "swap", robustness.with_other_actors(parts, swaps.SENTENCES // each)
    yield "pairs", robustness.with_twins(parts, -(-minimal_pairs.MOST // each))
    yield "disturbed", robustness.in_disturbed_print(parts)
    gold = [report for _, reports in parts for report in reports]
    found = [row for model, part in held for row in read(list(part), model)]
    yield "calibration", claims.score(gold, found)["calibration"]


if __name__ == "__main__":
    main()
