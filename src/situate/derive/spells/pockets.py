"""The rule *siege-of-the-whole-covers-its-parts*: the siege of a whole covers its pockets, the parts held out in it.

Who are besieged "in Aleppo province" are so somewhere in it: of a region's parts nothing follows. Nor does it where
nobody says who besieges a town that several sides share: one of them does, and not the parts that it holds.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import RANK, in_parts, wholes
from situate.derive.timeline import Held, Window
from situate.model.place import Place

COVERS_PARTS = "siege-of-the-whole-covers-its-parts"
ENDS_FOR_PARTS = "siege-of-the-whole-ends-for-its-parts"
_OF_WAYS = frozenset({"route-cut", "route-opened"})


def besieged_with_the_whole(told: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """Marks of sieges of pockets that follow from the sieges of their wholes; ``parent``: of what a place is part."""
    pockets = _pockets(told, parent)
    return _begun(told, pockets) + _ended(told, pockets)


def _begun(told: Sequence[Mark], pockets: Mapping[str, Sequence[Place]]) -> list[Mark]:
    """The sieges of wholes, as sieges of the pockets in them that the besieger does not hold himself."""
    laid = _sides(m for m in told if m.dimension == "siege" and m.on == "begin" and m.side)
    holders = _sides(m for m in told if m.dimension == "control" and m.on != "end")
    begun = []
    for mark in told:
        if mark.dimension != "siege" or mark.on != "begin":
            continue
        inside = _inside(mark.place, pockets)
        by = {mark.side} if mark.side else laid[mark.place.id]
        if not by and len({side for pocket in inside for side in holders[pocket.id] if side}) > 1:
            continue
        held_out = (p for p in inside if p.precision != "relative" and by.isdisjoint(holders[p.id]))
        begun += [dataclasses.replace(mark, place=pocket, rule=COVERS_PARTS) for pocket in held_out]
    return begun


def _ended(told: Sequence[Mark], pockets: Mapping[str, Sequence[Place]]) -> list[Mark]:
    """The ends of sieges of wholes, told or because the whole is taken, as ends of the sieges of their pockets.

    A siege that is told of a pocket itself has an end of its own: it outlives that the whole is taken, and, if nobody
    says who lays it, that the siege of the whole ends. But parts that nobody tells apart and nobody sees besieged after
    the whole is taken are so no more.
    """
    own = [m for m in told if m.dimension == "siege" and m.on == "begin"]
    besieged, by_nobody = {m.place.id for m in own}, {m.place.id for m in own if not m.side}
    last = {m.place.id: m.last_seen for m in sorted(own, key=lambda m: m.last_seen)}
    ended = []
    for mark in told:
        dated = mark.time.start.earliest or mark.time.start.latest
        if mark.dimension == "control" and mark.on == "begin" and mark.side and dated:
            for pocket in pockets.get(mark.place.id, ()):
                none_left = in_parts(pocket) and last.get(pocket.id, mark.day) <= mark.day
                if pocket.id not in besieged or none_left:
                    ended.append(_siege_over(mark, pocket))
        elif mark.dimension == "siege" and mark.on == "end":
            over = (pocket for pocket in _inside(mark.place, pockets) if pocket.id not in by_nobody)
            ended += [dataclasses.replace(mark, place=pocket, rule=ENDS_FOR_PARTS) for pocket in over]
    return ended


def _sides(marks: Iterable[Mark]) -> Mapping[str, set[str]]:
    """The sides that act in some marks, by the ids of their places; an empty set for other places."""
    found: dict[str, set[str]] = defaultdict(set)
    for mark in marks:
        found[mark.place.id].add(mark.side)
    return found


def _inside(place: Place, pockets: Mapping[str, Sequence[Place]]) -> Sequence[Place]:
    """The pockets to which a siege of a place reaches: none from a region or a country."""
    return pockets.get(place.id, ()) if RANK[place.precision] < RANK["region"] else ()


def _siege_over(taken: Mark, pocket: Place) -> Mark:
    """That a whole is taken, told of the siege of a part of it."""
    time = Held(start=Window(), seen=taken.time.start.latest, end=taken.time.start)
    return dataclasses.replace(
        taken,
        place=pocket,
        dimension="siege",
        on="end",
        value="besieged",
        actors=(),
        time=time,
        rule=ENDS_FOR_PARTS,
    )


def _pockets(found: Sequence[Mark], parent: Mapping[str, str]) -> Mapping[str, Sequence[Place]]:
    """For each place, the parts of it (at any depth) that marks show to be pockets, in order of their ids."""
    shown = {mark.place.id: mark.place for mark in found if mark.place.id in parent and _shows_pocket(mark)}
    inside: dict[str, list[Place]] = defaultdict(list)
    for key in sorted(shown):
        for whole in wholes(key, parent):
            inside[whole].append(shown[key])
    return inside


def _shows_pocket(mark: Mark) -> bool:
    """Whether a mark shows people held out inside a siege: besieged itself, held, in need, or supplied.

    Parts that nobody tells apart are a pocket only if they are told to be besieged; what is only closed and opened is
    a crossing or a road.
    """
    if mark.dimension == "siege":
        return True
    if mark.rule in _OF_WAYS:
        return False
    return mark.on != "end" and mark.dimension in {"population", "control", "access"} and not in_parts(mark.place)
