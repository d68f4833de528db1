"""The rule *besieger-holds-around*: who besieges pockets of a town holds ground around them, in that town."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import in_parts, settled
from situate.derive.spells.pockets import COVERS_PARTS
from situate.model.event import Part
from situate.model.place import Place


def rest_of_place(found: Sequence[Mark], places: Mapping[str, Place]) -> list[Mark]:
    """Control marks for "the rest of" each settlement whose pockets a named side besieges.

    Where all of it is told to be besieged, parts that nobody tells apart leave no rest.
    """
    besieged = {mark.place.id for mark in found if mark.dimension == "siege" and mark.on == "begin"}
    added = []
    for mark in found:
        parent = mark.place.part_of
        besiegers = tuple(p for p in mark.actors if p.role == "besieger")
        if (
            mark.dimension != "siege"
            or mark.on != "begin"
            or mark.rule == COVERS_PARTS  # that all of the town is besieged puts no besieger in it
            or not _is_pocket(mark.place)
            or (in_parts(mark.place) and parent in besieged)
            or parent is None
            or not besiegers
        ):
            continue
        town = places.get(parent)
        if town is None or not settled(town):
            continue  # what lies in a province, or in a town that nobody speaks of, says nothing of the rest
        rest = _rest(town, mark.place, parent)
        holders = tuple(Part(role="holder", actor=p.actor) for p in besiegers)
        added.append(
            dataclasses.replace(
                mark,
                place=rest,
                dimension="control",
                on="hold",
                value="held",
                actors=holders,
                time=dataclasses.replace(mark.time, end=None, supposed=False),  # that the siege ends takes no ground
                rule="besieger-holds-around",
            )
        )
    rests = {m.place.part_of: m.place for m in added}
    taken = [
        dataclasses.replace(m, place=rests[m.place.id])
        for m in found
        if m.dimension == "control" and m.on == "begin" and m.place.id in rests
    ]
    return added + taken


def _is_pocket(place: Place) -> bool:
    return place.id.startswith("local:") and place.precision != "relative" and settled(place)


def rest_id(whole: str) -> str:
    """The id of the rest of a place."""
    return f"local:rest-of-{whole.replace(':', '-')}"


def _rest(town: Place, pocket: Place, parent: str) -> Place:
    return Place(
        id=rest_id(parent),
        name=f"{town.name}, outside the pockets",
        country=pocket.country,
        latitude=pocket.latitude,
        longitude=pocket.longitude,
        precision="part",
        radius_km=pocket.radius_km,
        part_of=parent,
        basis="parent",
    )
