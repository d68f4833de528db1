"""Time expressions against TempEval-3 (TimeBank and AQUAINT): spans strict and relaxed, and values.

The measures of TempEval-3 task A: precision, recall and F1 over spans that are equal (strict) or overlap (relaxed, each
used once); value F1 counts a relaxed match only when its TimeML value is equal to the gold one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from situate.evaluate.lines import json_lines
from situate.text.times import reading as time_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTimex:
    """A gold time expression: half-open code-point span, TimeML type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document with its date of creation (ISO, or ``None``), its source ("TimeBank") and gold expressions."""

    id: str
    source: str
    text: str
    date: str | None
    expressions: tuple[GoldTimex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Precision, recall and F1 (0 to 1)."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexFigures:
    """Figures of a set of documents; ``type_accuracy`` and ``value_accuracy`` are over relaxed matches."""

    documents: int
    gold: int
    found: int
    strict: Scores
    relaxed: Scores
    value: Scores
    type_accuracy: float
    value_accuracy: float


def read_documents(path: Path) -> list[GoldDocument]:
    """The documents of a JSON-lines file in the shape of ``tempeval3/train.jsonl.gz``, packed with gzip or not."""
    return [_document(row) for row in json_lines(path)]


def _document(row: dict[str, object]) -> GoldDocument:
    spans = row["spans"]
    assert isinstance(spans, list)
    marked = [s for s in spans if s["label"] == "TIMEX3" and s["end"] > s["start"]]
    expressions = tuple(
        GoldTimex(start=s["start"], end=s["end"], kind=s["type"], value=s["value"])
        for s in sorted(marked, key=lambda s: (s["start"], s["end"]))
    )
    date = row["date"]
    return GoldDocument(
        id=str(row["id"]), source=str(row["source"]), text=str(row["text"]), date=None if date is None else str(date),
        expressions=expressions,
    )  # fmt: skip


def read(document: GoldDocument, reference: str | None = None) -> list[GoldTimex]:
    """What the grammar finds in a document, in the shape of the gold; ``reference`` beats the document's date."""
    return [
        GoldTimex(start=timex.start, end=timex.end, kind=timex.kind, value=resolved.value)
        for timex, resolved in time_reading.read(document.text, reference or document.date)
    ]


def score(pairs: Iterable[tuple[GoldDocument, Sequence[GoldTimex]]]) -> TimexFigures:
    """Figures for documents, each with what was found in it."""
    documents = gold = found = strict = relaxed = types = values = 0
    for document, expressions in pairs:
        documents += 1
        gold, found = gold + len(document.expressions), found + len(expressions)
        strict += len({(g.start, g.end) for g in document.expressions} & {(f.start, f.end) for f in expressions})
        for wanted, got in pair(document.expressions, expressions):
            relaxed += 1
            types += wanted.kind == got.kind
            values += wanted.value == got.value
    return TimexFigures(
        documents=documents, gold=gold, found=found, strict=_scores(strict, found, gold),
        relaxed=_scores(relaxed, found, gold), value=_scores(values, found, gold),
        type_accuracy=types / relaxed if relaxed else 0.0, value_accuracy=values / relaxed if relaxed else 0.0,
    )  # fmt: skip


def pair(gold: Sequence[GoldTimex], found: Sequence[GoldTimex]) -> list[tuple[GoldTimex, GoldTimex]]:
    """Overlapping pairs, each expression used once, equal spans and larger overlaps first."""
    overlaps = sorted(
        (-(min(g.end, f.end) - max(g.start, f.start)), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in overlaps:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _scores(right: int, found: int, gold: int) -> Scores:
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    total = precision + recall
    return Scores(precision=precision, recall=recall, f1=2 * precision * recall / total if total else 0.0)
