"""Fighters among those whom a claim is about."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler
from situate.extract.tree.armed import bears_arms
from situate.extract.tree.relations import children
from situate.model.sentence import Sentence, Token


def bear_arms(sentence: Sentence, fillers: Sequence[Filler]) -> bool:
    """Whether those who flee are fighters, all of them: they withdraw, and are not displaced."""
    affected = [f for f in fillers if f.role in {"affected", "actor"}]
    return bool(affected) and all(_are_fighters(sentence, f) for f in affected)


def _are_fighters(sentence: Sentence, filler: Filler) -> bool:
    inside = sentence.within(filler.start, filler.end)
    places = {t.index for t in inside}
    head = next((t for t in inside if t.head not in places), None)
    if head is not None and any(t.lemma == "former" for t in children(sentence, head.index, "amod")):
        return False  # "a former rebel" bears none
    return head is not None and bears_arms(sentence, _among_those_before(sentence, head))


def _among_those_before(sentence: Sentence, head: Token) -> Token:
    """ "Dozens of terrorists were killed and others fled": the others are of those whom the clause before is about."""
    if head.lemma.lower() != "other" or head.deprel not in {"nsubj", "nsubj:pass"}:
        return head
    verb = sentence.tokens[head.head]
    before = children(sentence, verb.head, "nsubj", "nsubj:pass") if verb.deprel == "conj" else []
    return before[0] if before else head
