"""How far a change of marks reaches: the places and dimensions that must be told anew, and what they rest on.

Marks of a place fold into its spells; sieges of a whole cover its parts (``pockets``), who besieges a part holds the
rest of the whole (``rest``), what is seen of a part later says that the siege of the whole went on (``going_on``), and
who takes a whole takes its parts (``whole``). The dimensions of one place meet where a siege ends by a capture, and
where a part is shown to be held out in the siege of its whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from situate.derive.atlas import Atlas
from situate.derive.places import settled, wholes
from situate.derive.spells.rest import rest_id


class TooWide(Exception):
    """A change reaches so far that all is better derived anew, or to where there are no traces."""


Spot = tuple[str, str]  # the id of a place, and a dimension
_ENDING = ("siege", "control")  # what a siege begins and ends by
_SHOWN = (*_ENDING, "population", "access")  # what shows that a part is held out in a siege of its whole


def reached(changed: Collection[Spot], atlases: Collection[Atlas]) -> set[Spot]:
    """All that marks of these places and dimensions bear on; ``atlases``: the places as they were, and as they are."""
    found: set[Spot] = set(changed)
    parts = {part for atlas in atlases for part in atlas.parent}
    found |= {(place, "siege") for place, dimension in changed if dimension in (_SHOWN if place in parts else _ENDING)}
    found |= {(rest_id(place), "control") for place, dimension in changed if dimension == "control"}
    besieged = {place for place, dimension in changed if dimension == "siege"}
    found |= {(whole, "siege") for atlas in atlases for place in besieged for whole in wholes(place, atlas.parent)}
    found |= {(place, "access") for place in besieged}  # what is besieged is not open
    held = {place for place, dimension in changed if dimension == "control"}
    for atlas in atlases:
        towns = {whole for whole in held if whole not in atlas.named or settled(atlas.named[whole])}
        taken = {part for part in atlas.parent if not towns.isdisjoint(wholes(part, atlas.parent))} if towns else set()
        taken |= {place for place in besieged if place in atlas.parent}  # a siege of a part speaks against its taking
        found |= {(part, dimension) for part in taken for dimension in _ENDING}
        found |= {(rest_id(part), "control") for part in taken}
        if besieged:
            found |= {(part, "siege") for part in atlas.parent if besieged.intersection(wholes(part, atlas.parent))}
        rings = {whole for place in besieged for whole in atlas.within.get(place, ())}
        found |= {(part, "siege") for whole in rings for part in atlas.parts.get(whole, ())}  # relieved together
        sieges = [place for place, dimension in found if dimension == "siege"]
        found |= {(rest_id(whole), "control") for part in sieges for whole in atlas.within.get(part, ())}
    return found


def needed(spots: Collection[Spot], atlas: Atlas) -> set[Spot]:
    """The places and dimensions of which all told marks must be at hand to tell these anew."""
    rests = {rest_id(whole): whole for whole in atlas.parts}
    found: set[Spot] = set(spots)
    for place, dimension in spots:
        if dimension == "siege":
            found.update(_of_siege(place, atlas))
            found.update(
                (part, "siege") for whole in (place, *wholes(place, atlas.parent)) for part in _inside(whole, atlas)
            )
        elif dimension == "access":
            found.add((place, "siege"))
        elif dimension == "control" and place in rests:
            found.update(_of_control(rests[place], atlas))
            for part in atlas.parts[rests[place]]:
                found.update(_of_siege(part, atlas))
        elif dimension == "control":
            found.update(_of_control(place, atlas))
    return found


def _inside(whole: str, atlas: Atlas) -> Iterator[str]:
    """The parts of a place, at any depth, each once."""
    found, left = {whole}, [whole]
    while left:
        parts = set(atlas.parts.get(left.pop(), ())) - found
        yield from parts
        found |= parts
        left += parts


def _of_siege(place: str, atlas: Atlas) -> Iterator[Spot]:
    yield from ((place, dimension) for dimension in (_SHOWN if place in atlas.parent else _ENDING))
    yield from ((whole, dimension) for whole in wholes(place, atlas.parent) for dimension in _ENDING)


def _of_control(place: str, atlas: Atlas) -> Iterator[Spot]:
    yield from ((place, dimension) for dimension in (_ENDING if place in atlas.parent else ("control",)))
    yield from ((whole, "control") for whole in wholes(place, atlas.parent))


def shifted(before: Atlas, after: Atlas) -> dict[str, set[str]]:
    """The parts that have other wholes than before, with those wholes: sieges of these can be theirs, or no longer."""
    found = {}
    for part in before.parent.keys() | after.parent.keys():
        others = set(wholes(part, before.parent)) ^ set(wholes(part, after.parent))
        if others:
            found[part] = others
    return found


def renamed(before: Atlas, after: Atlas) -> set[Spot]:
    """The rests of places of which there is another description than before."""
    places = before.named.keys() | after.named.keys()
    return {(rest_id(i), "control") for i in places if before.named.get(i) != after.named.get(i)}


def parted(before: Atlas, after: Atlas) -> set[str]:
    """The places that are part of something now and were not, or no longer: where their sieges end hangs on it."""
    return set(before.parent.keys() ^ after.parent.keys())
