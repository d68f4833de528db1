"""Fighters among those whom a claim is about: who flees is no civilian, who kills is no weapon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.armed import bears_arms
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import children, top_of
from situate.extract.tree.slots import is_passive
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

_HARM = frozenset({"kill", "assault"})
_ATTACKERS = frozenset({"attacker", "assailant", "raider", "bandit", "robber", "kidnapper", "assassin", "policeman"})


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


def done_by_fighters(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a killing or an attack with the fighters who are its verb's subject as those who do it.

    "Assailants on motorbikes killed a policeman": they are no weapon, whatever they ride.
    """
    if kind not in _HARM or head.upos != "VERB" or is_passive(sentence, head):
        return list(fillers)
    doers = [t for t in children(sentence, head.index, "nsubj") if _attacks(sentence, t)]
    tops = [top_of(sentence, f.start, f.end) if f.role == "instrument" else None for f in fillers]
    found = [replace(f, role="actor") if t in doers else f for f, t in zip(fillers, tops, strict=True)]
    untold = [t for t in doers if not any(f.role == "actor" or overlap(f, t) for f in found)]
    if not untold or not children(sentence, head.index, "obj"):
        return found
    phrase = phrase_at(sentence, untold[0].index)
    return in_order(*found, Filler("actor", phrase.start, phrase.end, phrase.head))


def _attacks(sentence: Sentence, noun: Token) -> bool:
    return noun.lemma.lower() in _ATTACKERS or bears_arms(sentence, noun)
