"""The places of a record, each known once: which facilities are one, what names mean, what is part of what.

It follows from the set of places that the claims name, whatever claim names which, so that a record can keep that set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from situate.derive.interest import rules
from situate.derive.namesakes import VAGUE, namesakes, respelt, unplaced, which_of
from situate.derive.places import parents, place_order, spot
from situate.model.claim import Claim
from situate.model.event import DENIAL
from situate.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """``one``: places that are another one, by id; ``places``: all, each as the one that it is.

    ``called``: for names of which little is known, by id, the places so called of which more is. ``named``: spots by
    id; ``parent``: what each of them is part of. Where several are known under one id, ``parts`` and ``within`` have
    the parts of a whole, and the wholes of a part, of all of them.
    """

    one: Mapping[str, Place]
    called: Mapping[str, Sequence[Place]]
    places: Collection[Place]
    named: Mapping[str, Place]
    parent: Mapping[str, str]
    parts: Mapping[str, Collection[str]]
    within: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Atlas:
        """The atlas of all places that claims name, as they name them."""
        told = sorted(set(places), key=place_order)
        known = [place for place in told if place.precision != "none"]
        one = one_place(known)
        right = {one.get(place.id, place) for place in known}
        spots = sorted(map(spot, right), key=place_order, reverse=True)
        parts: dict[str, set[str]] = defaultdict(set)
        within: dict[str, set[str]] = defaultdict(set)
        for place in spots:
            if place.part_of is not None:
                parts[place.part_of].add(place.id)
                within[place.id].add(place.part_of)
        named = {place.id: place for place in spots}
        return cls(
            one=one,
            called=namesakes([*(place for place in told if place.id not in one), *right]),
            places=right,
            named=named,
            parent=parents(spots),
            parts=parts,
            within=within,
        )

    def known_as(self, told: Place, provinces: Collection[str], countries: Collection[str]) -> Place:
        """A place that a report tells of, as the one that it is; the report is set in these provinces and countries."""
        place = self.one.get(told.id, told)
        if place.precision not in VAGUE:
            return place
        return which_of(place, self.called.get(place.id, ()), provinces, countries) or place


def places_of(claims: Iterable[Claim]) -> Iterable[Place]:
    """The places that claims of deeds name; of those that could not be put anywhere, the names."""
    deeds = (claim for claim in claims if claim.type != DENIAL)
    called = (role.place or unplaced(role) for claim in deeds for role in claim.roles)
    return (place for place in called if place is not None)


def one_place(places: Iterable[Place]) -> Mapping[str, Place]:
    """For ids of places that are another one, under another word or another spelling: the place that they are."""
    known = sorted({place for place in places if place.precision != "none"}, key=place_order)
    return {**facilities(known), **respelt(known)}


def facilities(places: Iterable[Place]) -> Mapping[str, Place]:
    """For ids of unnamed facilities of one town under several words ("airport", "airbase"): the place they are."""
    found: dict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
    for place in places:
        kind = _kind(place)
        if kind is not None and place.part_of is not None:
            found[place.part_of, kind].setdefault(place.id, place)
    same: dict[str, Place] = {}
    for several in found.values():
        if len(several) > 1:
            same |= dict.fromkeys(several, min(several.values(), key=_prominence))
    return same


def _word(place: Place) -> str:
    return place.name.rpartition(",")[2].strip().casefold()


def _kind(place: Place) -> str | None:
    """The kind of a facility that has no name of its own: "Deir ez-Zor, airbase"."""
    if not place.id.startswith("local:") or "," not in place.name:
        return None
    kinds: Mapping[str, Sequence[str]] = rules()["facilities"]
    return next((kind for kind, words in kinds.items() if _word(place) in words), None)


def _prominence(place: Place) -> tuple[int, str]:
    return list(rules()["facilities"][_kind(place)]).index(_word(place)), place.id
