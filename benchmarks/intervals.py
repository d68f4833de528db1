"""When a claim was, with its trigger and type given: what dating alone reaches, by models that never saw the report.

    python benchmarks/intervals.py --folds DIR --annotated FILE [--only 0,1] [--number 5]

The annotated triggers take the place of those that the reading model finds; the rest of the chain runs as it is. DIR
and the folds are those of ``folds.py``. A claim that the chain drops (a bare mention of what was told before) counts as
wrong. ``exact``: both bounds equal; ``coarse``: equal when cut to the coarser of the two.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from situate.evaluate.claims import coarsely
from situate.extract.reader import Reader
from situate.extract.roles.bonds import Parsed
from situate.model.codec import claim_json
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence
from situate.pipeline.evaluating import rows
from situate.resolve import Resolver

Row = Mapping[str, Any]


class GivenTriggers(Reader):
    """A reader that takes the triggers and types of a report's claims as they are annotated."""

    given: Sequence[Row] = ()

    def parsed(self, text: str) -> Iterator[Parsed]:
        """The parsed sentences, each with the annotated triggers that begin in it."""
        for one in super().parsed(text):
            yield dataclasses.replace(one, sentence=self._with_given(one.sentence))

    def _with_given(self, sentence: Sentence) -> Sentence:
        here = [
            Labelled(claim["trigger"]["start"], claim["trigger"]["end"], claim["type"], 1.0)
            for claim in self.given
            if sentence.start <= claim["trigger"]["start"] < sentence.end
        ]
        return dataclasses.replace(sentence, triggers=tuple(sorted(here, key=lambda t: (t.start, t.end))))


def dated(row: Row, reader: GivenTriggers, resolver: Resolver) -> Iterator[tuple[bool, bool]]:
    """Whether each annotated claim of a report got its interval: exact, coarse."""
    reader.given = row["claims"]
    report = Report(id=row["id"], text=row["text"], published=row["published"], outlet=row.get("outlet"))
    found = [claim_json(claim) for claim in resolver.resolve(report, reader.read(report)).reading.claims]
    for claim in row["claims"]:
        start, end = claim["trigger"]["start"], claim["trigger"]["end"]
        met = [f for f in found if f["trigger"]["start"] < end and start < f["trigger"]["end"]]
        same = [f for f in met if f["type"] == claim["type"]] or met
        bounds = (
            [(claim["interval"][side], same[0]["interval"][side]) for side in ("earliest", "latest")] if same else []
        )
        exact, coarse = (all(a == b for a, b in bounds), all(coarsely(a, b) for a, b in bounds))
        yield bool(bounds) and exact, bool(bounds) and coarse


def main() -> int:
    """Measure and print one JSON object a fold, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, required=True)
    parser.add_argument("--only", default="0,1,2,3,4")
    parser.add_argument("--number", type=int, default=5)
    options = parser.parse_args()
    resolver, every = Resolver.load(), list[tuple[bool, bool]]()
    for fold in map(int, options.only.split(",")):
        model = options.folds / f"fold{fold}.onnx"
        if model.is_file():
            held = [row for number, row in enumerate(rows(options.annotated)) if number % options.number == fold]
            reader = GivenTriggers.load(model)
            assert isinstance(reader, GivenTriggers)
            answers = [answer for row in held for answer in dated(row, reader, resolver)]
            print(json.dumps({"fold": fold, **told(answers)}))
            every += answers
    print(json.dumps({"all": True, **told(every)}))
    return 0


def told(answers: Sequence[tuple[bool, bool]]) -> dict[str, float | int]:
    """Counts and shares."""
    whole = max(len(answers), 1)
    return {
        "claims": len(answers),
        "exact": round(sum(a for a, _ in answers) / whole, 4),
        "coarse": round(sum(b for _, b in answers) / whole, 4),
    }


if __name__ == "__main__":
    raise SystemExit(main())
