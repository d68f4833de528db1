"""Who holds a place does not attack it ("rebel shelling of the quarter held by the militia"), and loses it when it is
taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, by_place
from situate.extract.sentence.found import Found
from situate.model.sentence import Sentence, Token

_BLOWS = frozenset({"airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack", "assault"})


def without_holders(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; blows at a place without those who another claim says hold it, if others deal them."""
    held = [
        (actor, place)
        for one in found
        if one.marked.kind.name == "control" and one.polarity == "positive"
        for actor in one.fillers
        if actor.role == "actor"
        for place in one.fillers
        if place.role == "place"
    ]
    return [_without(one, held) if held and one.marked.kind.name in _BLOWS else one for one in found]


def taken_from(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; a place is taken from those who another claim says held it ("took rebel-held Lisk").

    Not so a place "that they took", whose holders took it.
    """
    states = [o for o in found if o.marked.kind.name == "control" and o.polarity == "positive"]
    return [_from_holders(one, states) if states and one.marked.kind.name == "capture" else one for one in found]


def _from_holders(taking: Found, states: Sequence[Found]) -> Found:
    sentence, head = taking.marked.sentence, taking.marked.head
    if any(f.role == "target" for f in taking.fillers) or _in_its_clause(sentence, head):
        return taking
    places = [f for f in taking.fillers if f.role == "place"]
    own = [f for f in taking.fillers if f.role != "place"]
    there = (s for s in states if any(_over(p, f) for p in places for f in s.fillers if f.role == "place"))
    named = ([f for f in s.fillers if f.role == "actor" and not _is_pronoun(sentence, f)] for s in there)
    holders = next(([f for f in held if not any(_over(f, mine) for mine in own)] for held in named if held), [])
    lost = [replace(f, role="target") for f in holders]
    return replace(taking, fillers=tuple(sorted((*taking.fillers, *lost), key=by_place))) if lost else taking


def _in_its_clause(sentence: Sentence, head: Token) -> bool:
    """Whether a verb stands in a relative clause, or goes on from one that does."""
    while head.deprel in {"conj", "xcomp"} and head.head >= 0:
        head = sentence.tokens[head.head]
    return head.deprel == "acl:relcl"


def _is_pronoun(sentence: Sentence, filler: Filler) -> bool:
    return all(t.upos == "PRON" for t in sentence.within(filler.start, filler.end))


def _without(one: Found, held: Sequence[tuple[Filler, Filler]]) -> Found:
    places = [f for f in one.fillers if f.role in {"place", "target"}]
    holding = {(a.start, a.end) for a, place in held if any(_over(place, mine) for mine in places)}
    actors = [f for f in one.fillers if f.role == "actor"]
    others = [f for f in actors if (f.start, f.end) not in holding]
    if not others or len(others) == len(actors):
        return one
    return replace(one, fillers=tuple(f for f in one.fillers if f.role != "actor" or f in others))


def _over(one: Filler, other: Filler) -> bool:
    return one.start < other.end and other.start < one.end
