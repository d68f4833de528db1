"""Claims by models that never saw the report: the whole chain on the reports left out of each fold, pooled and scored.

    python benchmarks/folds.py --folds DIR --annotated FILE [--number 5] [--json]

DIR holds ``fold0.onnx`` … with their manifests, binders and vocabulary (training/README.md). The fold of a report is
its number in the file modulo the number of folds. A fold without a model is left out of the pool, and said so.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from situate.evaluate import claims
from situate.pipeline.evaluating import found_claims, rows

HEADLINE = ("claim", "detection", "role", "speaker")


def main() -> int:
    """Measure and print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, required=True)
    parser.add_argument("--number", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    gold, found, read_folds = [], [], []
    for fold in range(options.number):
        model = options.folds / f"fold{fold}.onnx"
        if not model.is_file():
            print(f"no model of fold {fold}: its reports are left out", file=sys.stderr)
            continue
        read_folds.append(fold)
        held = [row for number, row in enumerate(rows(options.annotated)) if number % options.number == fold]
        gold += held
        found += read(held, model)
    if not gold:
        return 1
    figures = claims.score(map(claims.report_of, gold), found)
    print(json.dumps({**figures, "folds": read_folds}) if options.json else table(figures))
    return 0


def read(reports: list[Mapping[str, Any]], model: Path) -> list[dict[str, Any]]:
    """What the chain with this model finds in reports, of which it is given no annotation."""
    kept = ("id", "text", "published", "outlet", "title", "url")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "held.jsonl"
        lines = [json.dumps({key: row[key] for key in kept if key in row}) for row in reports]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return found_claims(path, model)


def table(figures: Mapping[str, Any]) -> str:
    """The figures as Markdown."""
    lines = ["| figure | P | R | F1 | gold |", "|---|---|---|---|---|"]
    for name in HEADLINE:
        one = figures[name]
        lines.append(f"| {name} | {one['p']:.3f} | {one['r']:.3f} | {one['f1']:.3f} | {one['gold']:,} |")
    met = figures["on_met_claims"]
    lines.append(f"| interval accuracy | | | {met['interval']:.3f} | |")
    lines.append(f"| polarity, modality accuracy | | | {met['polarity']:.3f}, {met['modality']:.3f} | |")
    unreal = met["not_actual"]
    lines.append(f"| not actual | {unreal['p']:.3f} | {unreal['r']:.3f} | {unreal['f1']:.3f} | {unreal['gold']} |")
    lines.append(f"| **overall** | | | **{figures['overall']:.3f}** | {figures['reports']} reports |")
    per_type = [f"{name} {one['f1']:.2f} ({one['gold']})" for name, one in figures["per_type"].items()]
    return "\n".join([*lines, "", "Claim F1 by type (gold): " + ", ".join(per_type) + "."])


if __name__ == "__main__":
    sys.exit(main())
