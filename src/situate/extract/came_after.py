""" "The attack came two days after they shelled the town": where the second was, the first was not."""

from __future__ import annotations

from collections.abc import Iterable

from situate.extract.phrases import children, subtree
from situate.extract.roles import Filler
from situate.model.sentence import Sentence, Token

_COMING = frozenset({"come", "follow", "happen", "occur"})
_AFTER = frozenset({"after", "before"})
_TIMES = frozenset({"time", "duration"})


def without_what_came_before(sentence: Sentence, head: Token, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of what came after something else, without those that stand in the clause of the other.

    The reader takes the one place of such a sentence for that of both; that of the first was told before it.
    """
    verb = sentence.tokens[head.head] if head.head >= 0 and head.deprel == "nsubj" else None
    if verb is None or verb.lemma not in _COMING:
        return list(fillers)
    clauses = [t for t in children(sentence, verb.index, "advcl") if _led_by_after(sentence, t)]
    inside = {sentence.tokens[i].start for clause in clauses for i in subtree(sentence, clause.index)}
    return [f for f in fillers if f.start not in inside or f.role in _TIMES]


def _led_by_after(sentence: Sentence, clause: Token) -> bool:
    return any(t.text.lower() in _AFTER for t in children(sentence, clause.index, "mark"))
