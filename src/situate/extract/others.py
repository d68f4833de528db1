"""Doers of another verb that stand among those of a claim: "overran the town, which had been held by the rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.phrases import children
from situate.extract.roles import Filler
from situate.model.sentence import Sentence, Token

_TYPES = frozenset({"capture", "advance", "handover", "siege_end"})


def without_other_doers(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without actors that "by" ties to a verb beside the claim's, where others are left."""
    doers = [f for f in fillers if f.role == "actor"]
    if kind not in _TYPES or len(doers) < 2:
        return list(fillers)
    others = [f for f in doers if _of_another_verb(sentence, head, f)]
    return list(fillers) if len(others) == len(doers) else [f for f in fillers if f not in others]


def _of_another_verb(sentence: Sentence, head: Token, filler: Filler) -> bool:
    inside = [t for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end]
    places = {t.index for t in inside}
    top = next((t for t in inside if t.head not in places), None)
    if top is None or top.head in {-1, head.index, head.head}:
        return False
    by = any(c.text.lower() == "by" for c in children(sentence, top.index, "case"))
    return by and sentence.tokens[top.head].upos == "VERB"
