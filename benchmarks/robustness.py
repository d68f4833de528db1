"""What should not matter, by models that never saw the report: swapped actors, twins, disturbed print, and how far
confidence can be taken at its word.

    python benchmarks/robustness.py --folds DIR --annotated FILE [--number 5]

One JSON object a line: ``swap``, ``pairs``, ``disturbed`` and ``calibration``. Folds as in ``folds.py``: each model
reads the reports left out of its training; what they find is counted together, at most 200 sentences and about 40 pairs
of a kind in all.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from folds import read

from situate.evaluate import claims, minimal_pairs, swaps
from situate.extract.reader import Reader
from situate.pipeline import robustness
from situate.pipeline.evaluating import rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, required=True)
    parser.add_argument("--number", type=int, default=5)
    options = parser.parse_args()
    every = list(rows(options.annotated))
    models = {n: options.folds / f"fold{n}.onnx" for n in range(options.number)}
    held = {n: every[n :: options.number] for n, model in models.items() if model.is_file()}
    parts = [(Reader.load(models[n]), [claims.report_of(row) for row in part]) for n, part in held.items()]
    about = {"folds": list(held), "reports": sum(map(len, held.values()))}
    each = len(parts) or 1
    measured = {
        "swap": lambda: robustness.with_other_actors(parts, swaps.SENTENCES // each),
        "pairs": lambda: robustness.with_twins(parts, -(-minimal_pairs.MOST // each)),
        "disturbed": lambda: robustness.in_disturbed_print(parts),
        "calibration": lambda: claims.score(
            [report for _, reports in parts for report in reports],
            [row for n, part in held.items() for row in read(part, models[n])],
        )["calibration"],
    }
    for name, measure in measured.items():
        print(json.dumps({name: measure(), **about}), flush=True)


if __name__ == "__main__":
    main()
