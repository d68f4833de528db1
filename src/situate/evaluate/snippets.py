"""ACLED's string of a snippet: a few sentences of a report, the string that they were given, the string that comes out.

The labels are a file of their own and hold no text: each names a row of a data set, where the snippet stands in its
text, and the SHA-256 of its words, so that a label is never counted on other words than the coder saw.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from situate.evaluate.hashed import same_words
from situate.evaluate.rates import DIGITS, Figures, share
from situate.model.claim import Claim
from situate.ontology.schema import ACLED_SUB_EVENTS

NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A snippet's place (``text[start:end]`` of the row ``id`` in the set ``data``), its hash and its strings.

    ``first`` and ``second`` are the two readings, ``label`` what was settled on; ``None``: no event for ACLED. ``half``
    is the part that the snippet belongs to: rules may be mended on one part, the other is only ever measured.
    """

    data: str
    id: str
    start: int
    end: int
    sha256: str
    half: str
    first: str | None
    second: str | None
    label: str | None

    def snippet(self, text: str) -> str:
        """The words of the snippet; raises ``ValueError`` if they are not those that were labelled."""
        return same_words(text[self.start : self.end], self.sha256, f"{self.data} {self.id}")


def label_of(row: Mapping[str, Any]) -> Label:
    """A label from its row; raises ``KeyError`` or ``ValueError`` for another shape."""
    strings = {name: row[name] for name in ("first", "second", "label")}
    if unknown := {s for s in strings.values() if s is not None and s not in ACLED_SUB_EVENTS}:
        raise ValueError(f"ACLED has no {', '.join(sorted(unknown))}")
    places = {name: row[name] for name in ("data", "id", "start", "end", "sha256", "half")}
    return Label(**places, **strings)


def main_claim(claims: Sequence[Claim]) -> Claim | None:
    """The most salient claim of what has taken place, or that has a string; the first of several, else ``None``.

    A string goes to what was tried and to what is said to have happened too ("a suspected gas attack").
    """
    told = [c for c in claims if c.polarity == "positive" and (c.modality == "actual" or _coded(c))]
    return max(told, key=lambda c: c.salience, default=None)


def _coded(claim: Claim) -> bool:
    return claim.codes.acled is not None and claim.modality in {"attempted", "possible"}


def string_of(claims: Sequence[Claim]) -> str | None:
    """ACLED's string of a snippet: that of its main claim."""
    claim = main_claim(claims)
    return claim.codes.acled if claim else None


def score(pairs: Iterable[tuple[Label, str | None]]) -> Figures:
    """The share of snippets whose string is right: of all, by part, by string; and how far the two readings agree."""
    told = list(pairs)
    labels = [label for label, _ in told]
    by_half = {half: [p for p in told if p[0].half == half] for half in sorted({label.half for label in labels})}
    strings = sorted({label.label or NONE for label in labels})
    return {
        "snippets": len(told),
        "accuracy": _right(told),
        **{half: {"snippets": len(part), "accuracy": _right(part)} for half, part in by_half.items()},
        "by_string": {
            name: {"snippets": len(part), "accuracy": _right(part)}
            for name in strings
            if (part := [p for p in told if (p[0].label or NONE) == name])
        },
        "readings": {"same": _agreed(labels), "kappa": kappa([(label.first, label.second) for label in labels])},
    }


def _right(told: Sequence[tuple[Label, str | None]]) -> float:
    return share(sum(label.label == found for label, found in told), len(told))


def _agreed(labels: Sequence[Label]) -> float:
    return share(sum(label.first == label.second for label in labels), len(labels))


def kappa(pairs: Sequence[tuple[str | None, str | None]]) -> float:
    """Cohen's kappa of two readings, rounded; 1 where both give everything one and the same string."""
    if not pairs:
        return 0.0
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(one[name] * other[name] for name in one) / n**2
    return round((same - by_chance) / (1 - by_chance), DIGITS) if by_chance < 1 else 1.0
