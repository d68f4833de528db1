"""Labelled spans against re3d: a span counts when both bounds and the label are those of the gold one.

Gold spans nest; a tagger that gives every word one label can only find the outermost. The headline is measured against
those (``exact``), and beside it against all (``all_spans``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from situate.evaluate.rates import Figures, Rates

HELD_OUT = "08"  # last signs of the ids of documents that the model is never trained on
Labelled = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its gold spans (start, end, label)."""

    id: str
    text: str
    spans: tuple[Labelled, ...]


def held_out(rows: Iterable[Mapping[str, Any]]) -> list[Document]:
    """The documents of re3d whose id ends in 0 or 8, from their JSON."""
    return [
        Document(
            id=row["id"],
            text=row["text"],
            spans=tuple((span["start"], span["end"], span["label"]) for span in row["spans"]),
        )
        for row in rows
        if row["id"][-1] in HELD_OUT
    ]


def outermost(spans: Iterable[Labelled]) -> set[Labelled]:
    """The longest spans that do not overlap; of equal ones the first, then the one whose label sorts first."""
    kept: set[Labelled] = set()
    for start, end, label in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if not any(start < b and a < end for a, b, _ in kept):
            kept.add((start, end, label))
    return kept


def score(pairs: Sequence[tuple[Document, Set[Labelled]]]) -> Figures:
    """Figures for documents, each with the spans found in it."""
    exact, every, bare = Counter[str](), Counter[str](), Counter[str]()
    types: dict[str, Counter[str]] = {}
    for document, found in pairs:
        gold = outermost(document.spans)
        _count(exact, gold, found)
        _count(every, set(document.spans), found)
        _count(bare, {s[:2] for s in gold}, {s[:2] for s in found})
        for label in {s[2] for s in gold | found}:
            of_label = types.setdefault(label, Counter())
            _count(of_label, {s for s in gold if s[2] == label}, {s for s in found if s[2] == label})
    return {
        "documents": len(pairs),
        "exact": _rates(exact).told(),
        "untyped": _rates(bare).told(),
        "all_spans": _rates(every).told(),
        "per_type": {label: _rates(types[label]).told() for label in sorted(types)},
    }


def _count(n: Counter[str], gold: Set[Any], found: Set[Any]) -> None:
    n["right"] += len(gold & found)
    n["found"] += len(found)
    n["gold"] += len(gold)


def _rates(n: Counter[str]) -> Rates:
    return Rates(right=n["right"], found=n["found"], gold=n["gold"])
