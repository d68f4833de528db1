"""Attributions against PolNeAR: spans of sources, cues and contents, each counted alone.

A span is right when both its bounds are those of a gold one of its label, after quotation marks and punctuation at the
edges were taken off both. Parts of one span (a content that its cue interrupts) count each for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from situate.evaluate.rates import Figures, Rates

LABELS = ("source", "cue", "content")
_MARKS = "\"'“”‘’«»,;:.!?-–—()[] \n\t`"
Labelled = tuple[int, int, str]


def gold(row: Mapping[str, Any]) -> set[Labelled]:
    """The spans of a document, part by part; raises ``KeyError`` for another shape."""
    text = row["text"]
    parts = ((p[0], p[1], s["label"]) for s in row["spans"] for p in s.get("parts") or [(s["start"], s["end"])])
    return {trimmed(text, part) for part in parts if part[2] in LABELS}


def trimmed(text: str, span: Labelled) -> Labelled:
    """A span without marks at its edges."""
    start, end, label = span
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(_MARKS))
    return left, max(left, start + len(words.rstrip(_MARKS))), label


def score(pairs: Iterable[tuple[set[Labelled], set[Labelled]]]) -> Figures:
    """Precision, recall and F1 by label, for pairs of gold and found spans of one document."""
    counts = {label: Counter[str]() for label in LABELS}
    documents = 0
    for theirs, ours in pairs:
        documents += 1
        for label, n in counts.items():
            right, found = {s for s in theirs if s[2] == label}, {s for s in ours if s[2] == label}
            n["right"] += len(right & found)
            n["found"] += len(found)
            n["gold"] += len(right)
    rates = {label: Rates(right=n["right"], found=n["found"], gold=n["gold"]).told() for label, n in counts.items()}
    return {"documents": documents, **rates}
