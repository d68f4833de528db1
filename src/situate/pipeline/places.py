"""Which places of a record a name means: the place itself, its parts, and what a country or region holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from situate.derive.atlas import one_place
from situate.errors import BadArgument
from situate.model.codec_parts import place_from
from situate.model.place import Place
from situate.pipeline.lookups import Names
from situate.pipeline.names import similar
from situate.ports import Store

_ORDER = {"settlement": 0, "district": 2, "region": 3, "country": 4, "none": 5}  # a town before its region
_WIDE = frozenset({"region", "country", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a name means in a record: ``whole`` is the place asked for, ``ids`` it and all of its parts."""

    whole: Place | None
    ids: frozenset[str]


def known_places(store: Store, names: Names) -> dict[str, Place]:
    """The places of a record by id: of its claims, of its spells (a rule may make one), and what they are part of."""
    found = {name.id: _in_full(place_from(name.data), names) for name in store.named("place")}
    for spell in store.spells():
        found.setdefault(spell.place.id, spell.place)
    missing = {place.part_of for place in found.values() if place.part_of} - found.keys()
    while missing:
        parents = [place for one in sorted(missing) if (place := names.place(one)) is not None]
        found.update((place.id, place) for place in parents)
        missing = {place.part_of for place in parents if place.part_of} - found.keys()
    return found


def _in_full(place: Place, names: Names) -> Place:
    """A place, with the point that the gazetteer has where claims only name what is beside or inside it."""
    return (names.place(place.id) or place) if place.precision == "none" else place


def places_meant(name: str, places: Mapping[str, Place], names: Names) -> Places:
    """The places of a record that ``name`` means, an id, a name or another spelling of it.

    A place that the gazetteer knows and the record does not is still meant: its ``ids`` are those of its parts in
    the record, perhaps none but itself.

    :raises BadArgument: nobody knows such a place; the remedy names similar ones.
    """
    whole = _meant(name, places, names)
    if not whole:
        raise BadArgument(f"No place {name!r} is known.", remedy=_near(name, places))
    ids = {one for one in places if any(_inside(one, place, places) for place in whole)} | {p.id for p in whole}
    same = one_place(places.values())  # and what is another spelling of one of them
    ids |= {one.id for key, one in same.items() if key in ids}
    ids |= {key for key, one in same.items() if one.id in ids}
    return Places(whole=whole[0], ids=frozenset(ids))


def _meant(name: str, places: Mapping[str, Place], names: Names) -> list[Place]:
    """Exact in the record, else what the gazetteer says and the record holds, else the gazetteer's likeliest."""
    if name in places:
        return [places[name]]
    key = names.key(name)
    same = [place for place in places.values() if names.key(place.name) == key]
    if same:
        return sorted(same, key=lambda place: (_ORDER.get(place.precision, 1), place.id))[:1]
    listed = names.places(name, sorted({place.country for place in places.values() if place.country}))
    parents = {place.part_of for place in places.values()} | {f"country:{p.country}" for p in places.values()}
    held = [place for place in listed if place.id in places or place.id in parents]
    if held:
        return held[:1]
    within = [place for place in places.values() if key and key in names.key(place.name)]
    return sorted(within, key=lambda place: place.id) or list(listed[:1])


def _inside(identity: str, whole: Place, places: Mapping[str, Place]) -> bool:
    """Whether a place is ``whole``, a part of it at any depth, or in the country or region that it is."""
    seen: set[str] = set()
    current: str | None = identity
    while current is not None and current not in seen:
        if current == whole.id:
            return True
        seen.add(current)
        current = places[current].part_of if current in places else None
    place = places[identity]
    if whole.id.startswith("local:"):
        return False  # a village of which only the land is known is not all of the land
    if whole.precision == "country":
        return place.country is not None and place.country == whole.country
    return whole.precision == "region" and whole.admin1 is not None and place.admin1 == whole.admin1


def _near(name: str, places: Mapping[str, Place]) -> str:
    return similar(name, (place.name for place in places.values()), "situate places")


def path_of(place: Place, places: Mapping[str, Place]) -> tuple[str, ...]:
    """Ids from the settlement that holds ``place`` down to itself; what is wider than that is left out."""
    path = [place.id]
    parent = places.get(place.part_of or "")
    while parent is not None and parent.precision not in _WIDE and parent.id not in path:
        path.append(parent.id)
        parent = places.get(parent.part_of or "")
    return tuple(reversed(path))
