"""Who loses a place by its fall: "has fallen out of government control", "fell from the army's hands"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles import Filler
from situate.model.sentence import Sentence, Token

_FALLING = frozenset({"fall", "slip", "pass", "wrest"})
_FROM = frozenset({"from", "out"})
_POWER = frozenset({"control", "hand", "rule", "grip"})


def losing(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a taking, its actor as its target where the words before and after say that it loses control."""
    if kind != "capture" or head.lemma.lower() not in _FALLING:
        return list(fillers)
    return [replace(f, role="target") if f.role == "actor" and _loses(sentence, head, f) else f for f in fillers]


def _loses(sentence: Sentence, head: Token, filler: Filler) -> bool:
    between = [t for t in sentence.tokens if head.end <= t.start and t.end <= filler.start]
    after = [t for t in sentence.tokens if t.start >= filler.end][:2]
    away = any(t.text.lower() in _FROM for t in between) and not any(t.text.lower() in {"to", "into"} for t in between)
    return away and any(t.lemma.lower() in _POWER for t in after)
