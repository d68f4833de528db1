"""Truces that are told to be over ("the ceasefire collapsed on Monday", "the truce has expired")."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.phrases import children
from situate.extract.roles import Filler
from situate.model.sentence import Sentence, Token

_OVER = frozenset({"collapsed", "expired", "lapsed", "unravelled", "unraveled", "crumbled", "ended", "over"})
_WITH = {"broke": "down", "broken": "down", "fell": "apart", "fallen": "apart"}  # verbs and their particles
_AHEAD = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "'ll", "’ll", "to", "if", "unless", "not", "n't", "n’t"}
)


def truce_over(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> bool:
    """Whether the clause of a truce, headed by ``head``, says of it that it has ended, and no more.

    Not where it also says when the truce began ("the truce agreed in April broke down"): the claim is of that.
    """
    if kind != "ceasefire" or head.deprel not in {"nsubj", "nsubj:pass"} or head.head < 0:
        return False
    verb = sentence.tokens[head.head]
    beside = children(sentence, verb.index)
    words = {c.text.lower() for c in beside if c.deprel in {"aux", "mark", "advmod", "compound:prt"}}
    over = verb.text.lower() in _OVER or _WITH.get(verb.text.lower(), "-") in words
    begun = any(f.role == "time" and f.start < verb.start for f in fillers)
    return over and not begun and words.isdisjoint(_AHEAD)
