"""Where: a gazetteer entry, a part of one, or a relation to one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_REGION = re.compile(
    r"\b(governorate|province|region|oblast|krai|republic|state|district|territory|department|county|emirate|division|"
    r"prefecture|canton|capital|federal|autonomous|city)\b", re.IGNORECASE,
)  # fmt: skip
_ROAD = "road"  # with which the name of one begins
# Words of a relation that a name follows: "west of Lisk", but "Lisk countryside".
_BEFORE_A_NAME = frozenset({
    "of", "to", "from", "in", "near", "around", "outside", "inside", "north", "south", "east", "west", "northern",
    "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest", "greater", "rural",
    "toward", "towards", "between", "beyond", "along", "into", "on", "at", "off", "within", "past",
})  # fmt: skip
PlacePrecision = Literal["point", "settlement", "part", "relative", "district", "region", "country", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A resolved place.

    ``id`` is ``geonames:170794``, ``country:SY``, ``region:SY.01``, ``supplement:…``, ``local:…``, or, where a user
    added the place, ``pcode:…`` or ``added:…``. Latitude and longitude are WGS84 degrees, ``None`` when nothing honest
    can be said (never 0/0); ``radius_km`` bounds the error. ``relation`` holds the words that relate it to the named
    place ("west of"); ``part_of`` is the id of its parent; ``basis`` says what the coordinate rests on (``gazetteer``,
    ``parent``, ``relation``, ``approximate``, ``added``: a list of the user's own, ``context``: no claim of
    the event names it; it is that of what the report tells around it, or the country that the report is about).
    ``pcode`` is the P-code of the place with this id (OCHA COD-AB), where one is known.
    """

    id: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = "settlement"
    relation: str | None = None
    radius_km: float | None = None
    part_of: str | None = None
    admin1: str | None = None
    basis: str = "gazetteer"
    pcode: str | None = None

    @property
    def title(self) -> str:
        """The name for people: "Deir ez-Zor, region" is not the city of that name."""
        plain = self.precision != "region" or self.relation or _REGION.search(self.name)
        return self.name if plain else f"{self.name}, region"

    @property
    def words(self) -> str:
        """The title, with what relates it to a named place: "west of Lisk", "Lisk countryside", "Lisk (two parts)"."""
        relation, said = (self.relation or "").strip(), self.name.casefold()
        told = relation.casefold()
        first, *others = told.split() or [""]
        named = said.startswith((told, f"{_ROAD} ")) if first == _ROAD else said.startswith(told)
        if not relation or named or said.endswith((f"({told})", f" {told}")):
            return self.title
        if [first, *others][-1] == "between":  # of two places, of which one is not known: "road by Lisk"
            return f"{relation[: -len('between')].strip() or 'a way'} by {self.title}"
        if [first, *others][-1] in _BEFORE_A_NAME:
            return f"{relation} {self.title}"
        return f"{self.title} {relation}" if not others and first.isalpha() else f"{self.title} ({relation})"

    def __post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError(f"half a coordinate for {self.id}")
        if self.latitude is not None and self.longitude is not None:
            if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
                raise ValueError(f"no such coordinate: {self.latitude}/{self.longitude}")
            if self.latitude == 0 and self.longitude == 0:
                raise ValueError("0/0 is no place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name could mean, with its score (0 to 1) and what spoke for it, in words."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()
