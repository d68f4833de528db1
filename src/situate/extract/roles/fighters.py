"""Fighters of a claim: who flees is no civilian, who kills is no weapon, with how many somebody comes is no toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import VIOLENT, Filler, in_order
from situate.extract.roles.unharmed import TOLLS
from situate.extract.tree.armed import bears_arms
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of, subtree, top_of
from situate.extract.tree.slots import is_passive
from situate.extract.tree.words import CORPSES, lexicon
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

_HARM = frozenset({"kill", "assault"})
_ATTACKERS = frozenset({"attacker", "assailant", "raider", "bandit", "robber", "kidnapper", "assassin", "policeman"})

_STRUCK = VIOLENT | {"kill", "advance"}
_VICTIMS = CORPSES | {"victim", "loss", "hostage", "captive", "wound"}


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


def without_those_along(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Attacked the base with 200 fighters", "a bus with 30 passengers": with how many somebody comes is no toll.

    In a fight those "with" whom one clashes are whom it is against; nobody launches an attack on his own 3,000 troops.
    """
    if kind not in _STRUCK:
        return list(fillers)
    along = [f for f in fillers if f.role in TOLLS and _comes_along(sentence, f)]
    against = [f for f in along if kind == "clash" and _of(sentence, head, f)]
    found = [replace(f, role="target") if f in against else f for f in fillers]
    return [f for f in found if f not in along and not (f.role == "target" and _its_own(sentence, head, kind, f))]


def _comes_along(sentence: Sentence, filler: Filler) -> bool:
    """Whether people stand behind a "with" that tells of no harm to them ("with 25 soldiers killed")."""
    top = top_of(sentence, filler.start, filler.end)
    if top is None or top.deprel not in {"obl", "nmod"}:
        return False
    first = sentence.within(filler.start, filler.end)[0].index
    bare = first > 0 and sentence.tokens[first - 1].text.lower() == "with"  # whatever the tree hangs it on
    if "with" not in cases_of(sentence, top) and not bare:
        return False
    around = {*subtree(sentence, top.index), first + len(sentence.within(filler.start, filler.end))}
    words = {sentence.tokens[i].lemma.lower() for i in around if i < len(sentence.tokens)}
    return words.isdisjoint({*lexicon()["harm"], *_VICTIMS})


def _of(sentence: Sentence, head: Token, filler: Filler) -> bool:
    top = top_of(sentence, filler.start, filler.end)
    return top is not None and top.head == head.index


def _its_own(sentence: Sentence, head: Token, kind: str, filler: Filler) -> bool:
    """ "Launched an offensive with 3,000 troops and ten tanks": beside the object of a verb stand those who come along.

    Whom one "engages with" has no object before it.
    """
    top = top_of(sentence, filler.start, filler.end) if kind in {"assault", "advance"} else None
    while top is not None and top.deprel == "conj" and top.head >= 0:
        top = sentence.tokens[top.head]
    verb = governor_of(sentence, top, "obl") if top is not None else None
    if top is None or verb is None or "with" not in cases_of(sentence, top):
        return False
    things = children(sentence, verb.index, "obj")
    return bool(things) and head.index in {verb.index, *(t.index for t in things)}


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
