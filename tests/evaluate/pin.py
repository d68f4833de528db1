"""What is pinned and how it is measured; as a program, measures everything again and writes ``pinned.json``.

    python tests/evaluate/pin.py [--model FILE] [--allow-regression] [--date 2026-11-23]

A pin holds the value measured, the floor below which the gate fails, the SHA-256 of the data, the command and the day. A
floor only rises: where a value is lower than its floor nothing is written, unless ``--allow-regression`` says so. What
cannot be measured here, for want of the shared material, keeps its pin.
"""

import argparse
import datetime
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from situate.pipeline.evaluating import evaluate, rows

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PINNED = Path(__file__).with_name("pinned.json")
TOLERANCE = 0.0002  # sums on another processor may differ in their last digits
Rows = Iterable[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A benchmark on (part of) a file: ``figures`` maps the name of a pin to where its value is found."""

    benchmark: str
    data: Path
    figures: dict[str, str]
    part: Callable[[Rows], Rows] | None = None
    says: str = ""
    texts: Path | None = None

    @property
    def shared(self) -> bool:
        """Whether the data, or the texts that they are about, lie beside the repository and not in it."""
        return self.texts is not None or self.data.is_relative_to(SHARED)

    @property
    def missing(self) -> bool:
        """Whether it cannot be measured here."""
        return not self.data.is_file() or (self.texts is not None and not self.texts.is_dir())

    @property
    def command(self) -> str:
        """The command that gives the figure, and on what part of the file."""
        texts = f" --data {_place(self.texts)}" if self.texts else ""
        return f"situate evaluate {self.benchmark} {_place(self.data)}{texts}{self.says}"


def _place(path: Path) -> str:
    """A path as one in the repository's folder would write it."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path("..") / path.relative_to(ROOT.parent))


def _claims(name: str) -> dict[str, str]:
    paths = {
        "claim_f1": "claim.f1",
        "role_f1": "role.f1",
        "speaker_f1": "speaker.f1",
        "interval": "on_met_claims.interval",
    }
    return {f"{name}.{figure}": path for figure, path in paths.items()}


MEASURES = {
    "seed": Measure(benchmark="claims", data=SHARED / "seed/deir-e-zor.jsonl", figures=_claims("seed")),
    "times": Measure(
        benchmark="times",
        data=SHARED / "data/tempeval3/train.jsonl.gz",
        figures={
            f"{corpus.lower()}.{figure}_f1": f"{corpus}.{figure}.f1"
            for corpus in ("AQUAINT", "TimeBank")
            for figure in ("strict", "relaxed", "value")
        },
    ),
    "events": Measure(
        benchmark="events",
        data=SHARED / "annotated/events.jsonl",
        figures={
            "events.gold_b_cubed_f1": "gold.b_cubed.f1",
            "events.b_cubed_f1": "record.b_cubed.f1",
            "events.covered": "record.covered",
        },
    ),
    "incidents": Measure(
        benchmark="muc4",
        data=SHARED / "data/muc4/dev.jsonl.gz",
        figures={"muc4.f1": "all.f1", "muc4.date": "date.right", "muc4.place": "place.right"},
    ),
    "mentions": Measure(
        benchmark="mentions", data=SHARED / "data/re3d/train.jsonl.gz", figures={"re3d.mention_f1": "exact.f1"}
    ),
    "parsing": Measure(
        benchmark="parsing",
        data=SHARED / "data/ewt/dev.jsonl.gz",
        figures={"ewt300.las": "gold_tokens.las", "ewt300.raw_las": "raw_text.las"},
        part=lambda found: islice(found, 300),
        says=" (first 300 sentences)",
    ),
    "attributions": Measure(
        benchmark="attributions",
        data=SHARED / "data/polnear/dev.jsonl.gz",
        figures={f"polnear20.{name}": f"{name}.f1" for name in ("source", "cue", "content")},
        part=lambda found: islice(found, 20),
        says=" (first 20 documents)",
    ),
    "held": Measure(
        benchmark="claims", data=ROOT / "training/held.jsonl", texts=SHARED / "data", figures=_claims("held")
    ),
    "own": Measure(
        benchmark="claims",
        data=ROOT / "training/own/reports.jsonl",
        figures=_claims("own"),
        part=lambda found: (row for row in found if row["split"] == "test"),
        says=' (reports whose split is "test")',
    ),
}


def measured(measure: Measure, model: Path | None = None) -> dict[str, float]:
    """The values of a measure by the names of their pins."""
    with tempfile.TemporaryDirectory() as folder:
        path = measure.data
        if measure.part is not None:
            path = Path(folder) / "part.jsonl"
            path.write_text(
                "".join(f"{json.dumps(row)}\n" for row in measure.part(rows(measure.data))), encoding="utf-8"
            )
        figures = evaluate(measure.benchmark, path, model, measure.texts)
    return {name: _at(figures, where) for name, where in measure.figures.items()}


def _at(figures: Any, where: str) -> float:
    for step in where.split("."):
        figures = figures[step]
    return float(figures)


def pins() -> dict[str, dict[str, Any]]:
    """What is pinned now."""
    return json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.is_file() else {}


def sha256(path: Path) -> str:
    """The hash of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def renewed(old: dict[str, Any], date: str, model: Path | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The new pin of everything that can be measured here; floors are never lower than they were."""
    for measure in MEASURES.values():
        if measure.missing:
            print(f"not measured, kept as it is: {measure.command}")
            continue
        for name, value in measured(measure, model).items():
            floor = max(value, old.get(name, {}).get("floor", 0.0))
            pin = {
                "value": value,
                "floor": floor,
                "sha256": sha256(measure.data),
                "command": measure.command,
                "date": date,
            }
            yield name, pin


def main() -> int:
    """Measure, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--date", default=datetime.datetime.now(tz=datetime.UTC).date().isoformat())
    options = parser.parse_args()
    old = pins()
    new = dict(renewed(old, options.date, options.model))
    lower = [name for name, pin in new.items() if pin["value"] < pin["floor"] - TOLERANCE]
    for name, pin in new.items():
        print(f"{name:20} {pin['value']:.4f}  floor {pin['floor']:.4f}{'  LOWER' if name in lower else ''}")
    if lower and not options.allow_regression:
        print("Nothing written: --allow-regression lowers a floor.")
        return 1
    for name in lower:
        new[name]["floor"] = new[name]["value"]
    PINNED.write_text(json.dumps(old | new, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
