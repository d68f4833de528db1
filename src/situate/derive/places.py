"""How places of a record relate: the place of a claim, parts and wholes, one place under two names."""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

from situate.derive.interest import rules
from situate.model.claim import Claim, Role, places_in_order
from situate.model.distance import apart_km
from situate.model.place import Place

RANK = {"point": 0, "part": 1, "settlement": 2, "relative": 3, "district": 4, "region": 5, "country": 6, "none": 7}
SOME_PART = "local:part-of-"  # of one town there can be several at once
CITY_KM = 8.0  # the radius of a place of 100,000 people and more
_NEAR_KM = 15.0  # no radius makes places one spot that are further apart
_WIDER_KM = 500  # radius from which on what lies in no one country is larger than one ("the Middle East", "the Sahel")
_CELL = 0.14  # degrees of latitude, a little more than `_NEAR_KM`
_EDGE = frozenset(
    {"outskirts", "edge", "suburbs", "suburb", "fringes", "gates", "inside"}
)  # relations that stay inside
_WIDE = frozenset({"district", "region", "country"})
_DIRECTION = re.compile(r"(?:north|south|east|west)(?:[- ]?(?:east|west|north|south))? of", re.IGNORECASE)
_BESIDE = frozenset({"near", "nearby", "around", "outside", "beyond", "close", "next", "between", "border"})


def claim_place(claim: Claim) -> Place | None:
    """Where a claim is: the most precise of its resolved places (place first, then those of its type).

    Of places that are as precise, one that its words name comes before one that they point to ("the town hall in X").
    """
    for names in places_in_order(claim.type):
        roles = _placed(claim, names)
        if roles:
            return min(_without_ways(roles), key=_exactness).place
    return None


def _without_ways(roles: Sequence[Role]) -> Sequence[Role]:
    """Places without those that only say which way a region lies ("in Apurimac department, southeast of Lima")."""
    regions = {_region(r.place) for r in roles if r.place is not None and r.place.precision == "region"}
    kept = [r for r in roles if not _is_way(r.place) or not regions or _region(r.place) in regions]
    return kept or roles


def _is_way(place: Place | None) -> bool:
    return place is not None and place.precision == "relative" and bool(_DIRECTION.fullmatch(place.relation or ""))


def _region(place: Place | None) -> tuple[str | None, str | None] | None:
    return None if place is None else (place.country, place.admin1)


def _exactness(role: Role) -> tuple[int, bool, str]:
    assert role.place is not None
    return RANK[role.place.precision], role.place.name.casefold() not in role.evidence.quote.casefold(), role.place.id


def best_place(claims: Sequence[Claim]) -> Place | None:
    """The most precise place that the claims of one event name; ties go to the earliest claim.

    A place of which only the country is known comes last, whatever it is ("the Arce quarter", of no known town). Where
    claims name places of several provinces, it is in the one that most of them name: who was shot in a village is told
    to have died in a hospital elsewhere.
    """
    places = [place for claim in claims if (place := claim_place(claim)) is not None]
    provinces = Counter(_province(place) for place in places)
    del provinces[None]
    most = max(provinces.values(), default=0)
    there = [place for place in places if provinces[_province(place)] == most > 0]
    there = there or [place for place in places if place.precision != "country"] or places
    return min(there, key=lambda p: (not p.id.startswith("local:"), RANK[p.precision]), default=None)


def named_together(claims: Iterable[Claim], place: Place) -> tuple[Place, ...]:
    """The place of an event and those that its claims name in a row with it, in the order of the first that do.

    "Took Ramla, Varn and Ostry" took three towns; "took Ramla, in Varn district" one.
    """
    found: dict[str, Place] = {}
    for claim in claims:
        row = next((in_a_row(roles) for names in places_in_order(claim.type) if (roles := _placed(claim, names))), ())
        named = any(one.id == place.id for one in row)  # else it may be a part of one of them
        its_own = [one.id == place.id if named else related(one, place) for one in row]
        if any(its_own):
            for it in (place if own else one for one, own in zip(row, its_own, strict=True)):
                found.setdefault(it.id, it)
    return tuple(found.values()) or (place,)


def _placed(claim: Claim, names: Iterable[str]) -> Sequence[Role]:
    return claim.whereabouts(*names)


def in_a_row(roles: Iterable[Role]) -> Sequence[Place]:
    """The settlements, and places that no table has, that stand side by side in one role."""
    spots = [role for role in roles if role.place is not None and is_spot(role.place)]
    rows = [pair for pair in pairwise(spots) if _side_by_side(*pair)]
    return [role.place for role in spots if role.place is not None and any(role in pair for pair in rows)]


def _side_by_side(one: Role, other: Role) -> bool:
    """Whether two fillers of one role stand as far apart as a comma, or "and", or both take."""
    gap = other.evidence.span.start - one.evidence.span.end
    return one.role == other.role and gap in {len(", "), len(" and "), len(", and ")}


def is_spot(place: Place) -> bool:
    """Whether a place is a settlement or smaller, or has a name that no table has, and not only beside or in one."""
    named = place.id.startswith("local:") and place.relation is None and place.precision == "country"
    return named or (settled(place) and place.precision != "relative" and not in_parts(place))


def _province(place: Place) -> tuple[str | None, str] | None:
    """The province that a place lies in or is, ``None`` where only its country is known."""
    return None if place.admin1 is None or place.precision == "country" else (place.country, place.admin1)


def spot(place: Place) -> Place:
    """The place that a state is kept for.

    "West of the town" and "districts of the town" carry the id of the town, but what holds there does not hold for the
    town: they are spots of their own, the second a part of it, as are "areas of the province". So is what lies near a
    place that has no gazetteer entry ("a hill near the base"); its other relations make such a place what it is.
    """
    words = "-".join((place.relation or "").casefold().split()) or place.precision
    if words == "nearby" and not place.id.startswith("local:"):  # "the nearby town of Ramla" is Ramla
        precision = "settlement" if place.precision == "relative" else place.precision
        return dataclasses.replace(place, precision=precision, relation=None)
    own = place.id.startswith("local:") and (place.precision != "relative" or words != "near")
    wide = place.precision in _WIDE and not place.id.startswith("local:")
    if wide and place.relation and not _BESIDE & set(words.split("-")):
        whole = dataclasses.replace(place, relation=None)
        name = f"{whole.title}, in parts"
        return dataclasses.replace(whole, id=f"{SOME_PART}{place.id}", name=name, part_of=place.id)
    if place.id.startswith("local:") and place.precision == "country" and place.relation:
        # "Northern Syria", "the Turkish border": whoever holds something there holds a part of it.
        return dataclasses.replace(
            place, id=f"{SOME_PART}{place.id}", name=f"{place.name}, in parts", relation=None, part_of=place.id
        )
    if own or place.precision not in {"relative", "part"} or _is_quarter(place):
        return place
    if place.precision == "relative":
        name = place.words if place.relation else f"near {place.name}"
        inside = place.id if _EDGE & set(words.split("-")) else None
        return dataclasses.replace(place, id=f"local:{words}-{place.id}", name=name, part_of=inside)
    return dataclasses.replace(place, id=f"{SOME_PART}{place.id}", name=f"{place.name}, in parts", part_of=place.id)


def _is_quarter(place: Place) -> bool:
    """Whether a place is a quarter, a base or a road that has an entry of its own; those of GeoNames are towns."""
    return place.precision == "part" and not place.relation and not place.id.startswith("geonames:")


def whole_country(place: Place) -> bool:
    """Whether a place is a country, not a part of one nor a place of which only the country is known; or is wider."""
    wider = place.id.startswith("supplement:") and _is_wider(place)
    return wider or (place.precision == "country" and place.id.startswith("country:"))


def _is_wider(place: Place) -> bool:
    return place.country is None and (place.radius_km or 0) >= _WIDER_KM


def parts_of_country(place: Place) -> bool:
    """Whether a :func:`spot` stands for parts of a country or of a wider land, wherever they are ("parts of Syria")."""
    return place.id.startswith(f"{SOME_PART}country:") or (in_parts(place) and _is_wider(place))


def settled(place: Place) -> bool:
    """Whether a place is a settlement or smaller."""
    return RANK[place.precision] < RANK["district"]


def in_parts(place: Place) -> bool:
    """Whether a :func:`spot` stands for parts of a place that nobody tells apart."""
    return place.id.startswith(SOME_PART)


def at_the_end(place: Place) -> Place:
    """The place that a way leads to ("the road to the town" is the town's), else its :func:`spot`."""
    words = (place.relation or "").casefold().split()
    leading = [word for word in words[:-1] if word not in rules()["leading"]]
    a_way_in = bool(leading) and words[-1] in rules()["ways_in"] and leading[-1] in rules()["ways"]
    if not a_way_in or place.id.startswith("local:") or place.precision != "relative":
        return spot(place)
    return dataclasses.replace(place, precision="settlement", relation=None, basis="gazetteer", radius_km=None)


def related(a: Place, b: Place) -> bool:
    """Whether two places can be one spot: the same id, part and whole, or points closer than their radii."""
    if a.id == b.id or a.id == b.part_of or b.id == a.part_of:
        return True
    if a.id.startswith("local:") or b.id.startswith("local:"):
        return False
    if a.part_of and a.part_of == b.part_of and "relative" in (a.precision, b.precision) and not _is_wide(a.part_of):
        return True
    if RANK[a.precision] > 3 or RANK[b.precision] > 3:
        return False
    distance = apart_km(a, b)
    return distance is not None and distance <= min(_NEAR_KM, max(a.radius_km or 3.0, b.radius_km or 3.0))


def _is_wide(whole: str) -> bool:
    """Whether what two places are part of is a province or a land: "east of Aleppo" and Manbij are both in one."""
    return whole.startswith(("region:", "country:"))


def neighbours(places: Collection[Place], among: Collection[Place] | None = None) -> Mapping[Place, Sequence[Place]]:
    """For each place, those of ``among`` (or ``places``) that are :func:`related` to it, in order of their ids.

    Places meet by id, by the whole that they are part of, and by cells of the globe: the cost grows with their number.
    """
    meeting: dict[Hashable, list[Place]] = defaultdict(list)
    for place in places if among is None else among:
        for key in _meeting_points(place):
            meeting[key].append(place)
    found = {}
    for place in places:
        near = dict.fromkeys(other for key in _looked_at(place) for other in meeting[key] if related(place, other))
        found[place] = sorted(near, key=place_order)
    return found


def place_order(place: Place) -> tuple[str, ...]:
    """An order in which no two places tie."""
    return (place.id, place.precision, place.relation or "", repr(place))


def _meeting_points(place: Place) -> list[Hashable]:
    """Under what a place is found: its id, its whole (and as a relation to it), its cell."""
    whole = place.part_of
    keys: list[Hashable] = [("id", place.id), *_cells(place, 0)]
    keys += [("part", whole)] if whole else []
    return [*keys, ("relative", whole)] if whole and place.precision == "relative" else keys


def _looked_at(place: Place) -> list[Hashable]:
    """Under what the places are found that it could be related to."""
    whole = place.part_of
    keys: list[Hashable] = [("id", place.id), ("part", place.id), *_cells(place, 1)]
    keys += [("id", whole), ("relative", whole)] if whole else []
    return [*keys, ("part", whole)] if whole and place.precision == "relative" else keys


def _cells(place: Place, around: int) -> list[Hashable]:
    """The cell of a place that has a point, with ``around`` rows and columns beside it; a cell is wider than 15 km."""
    if place.latitude is None or place.longitude is None or RANK[place.precision] > RANK["relative"]:
        return []
    row = math.floor(place.latitude / _CELL)
    cells: list[Hashable] = []
    for at in range(row - around, row + around + 1):
        width = _CELL / max(0.01, math.cos(math.radians(min(89.0, (abs(at) + 1) * _CELL))))
        column = math.floor(place.longitude / width)
        cells += [(at, c) for c in range(column - around, column + around + 1)]
    return cells


def parents(places: Iterable[Place]) -> Mapping[str, str]:
    """``part_of`` of every place that has one; the last of several under one id decides."""
    return {place.id: place.part_of for place in places if place.part_of}


def lies_in(place: str, whole: str, parent: Mapping[str, str]) -> bool:
    """Whether ``place`` is ``whole`` or a part of it, at any depth."""
    return place == whole or whole in wholes(place, parent)


def wholes(place: str, parent: Mapping[str, str]) -> list[str]:
    """The places that ``place`` is a part of, the nearest first."""
    found: list[str] = []
    current = parent.get(place)
    while current is not None and current != place and current not in found:
        found.append(current)
        current = parent.get(current)
    return found
