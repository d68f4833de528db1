"""Who holds a place does not attack it: "rebel shelling of the quarter held by the militia" is the rebels' alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.sentence.found import Found

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
