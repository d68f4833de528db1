"""The gazetteer at run time: names to entries, in a file that is mapped into memory (see ``gazetteer_file``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from situate.model.place import Place, PlacePrecision
from situate.resolve.gazetteer_file import FILE_NAME, PRIMARY, Arrays, key_digest, map_file
from situate.resolve.place_names import bare_key, name_key, skeleton

_PLACES = Path(__file__).parent / "places"
_ENTRY = np.uint32(PRIMARY - 1)
_CACHED = 8192
_SURE_SKELETON = 3  # consonants up to which a shared skeleton needs likeness besides
_LEAST_LIKENESS = 0.3  # below it a shared skeleton is chance; measured on names of Syria and Iraq

# What a radius means: the land within which the named place lies, in km, by the population of a settlement.
_SETTLEMENT_KM = ((1_000_000, 15.0), (100_000, 8.0), (10_000, 4.0), (0, 2.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the gazetteer.

    ``kind``: settlement, country, region (first-order), county, area (wider, or without bounds), village, base, site.
    Degrees are WGS84; ``radius_km`` is 0 for a settlement of the gazetteer; ``basis`` is gazetteer, derived (from the
    settlements in it), parent, or approximate (from general knowledge).
    """

    id: str
    kind: str
    name: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    radius_km: float
    basis: str


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found under a name; ``how`` is name, alternate, spelling (another transliteration) or adjective."""

    entry: Entry
    how: str


class Gazetteer:
    """Look-ups by name and by id; open one and share it: it never changes, and reads only the pages that it needs."""

    def __init__(self, header: dict[str, Any], arrays: Arrays) -> None:
        self._header = header
        self._arrays = arrays
        self._special: dict[str, int] = {text: row for row, text in enumerate(header["special"])}
        self._entry = lru_cache(maxsize=_CACHED)(self._read_entry)
        self._found = lru_cache(maxsize=4 * _CACHED)(self._search)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the gazetteer of the package, or the file at ``path``; BadModel where it is missing or damaged."""
        return cls(*map_file(path or _PLACES / FILE_NAME))

    @property
    def source(self) -> str:
        """Whose data this is, for the credits."""
        return str(self._header["source"])

    def __len__(self) -> int:
        return int(self._arrays["kind"].size)

    def has(self, name: str) -> bool:
        """Whether any entry bears this name."""
        return bool(self.matches(name))

    def lookup(self, name: str, country: str | None = None) -> list[Entry]:
        """Entries with this name, the largest first; with a country, those in it, other spellings included."""
        matches = self.matches(name, countries=(country,) if country else ())
        return [match.entry for match in matches if country is None or match.entry.country == country]

    def matches(self, name: str, *, countries: Iterable[str] = ()) -> list[Match]:
        """Entries with this name; where there is none in ``countries``, those there with the same skeleton."""
        found = [Match(self.entry(row), "name" if main else "alternate") for row, main in self._found(name_key(name))]
        if not found and (bare := bare_key(name)):
            found = [Match(self.entry(row), "alternate") for row, _ in self._found("bare:" + bare)]
        wanted = tuple(countries)
        bones = skeleton(name) if wanted else ""
        for country in wanted:
            if bones and not any(match.entry.country == country for match in found):
                found.extend(self._spellings(name, f"{country}:{bones}"))
        return found

    def _spellings(self, name: str, key: str) -> list[Match]:
        """Entries whose names share the skeleton, those whose own name looks most like ``name`` first."""
        written = name_key(name)
        entries = [self.entry(row) for row, _ in self._found(key)]
        likeness = {entry.id: _likeness(written, name_key(entry.name)) for entry in entries}
        entries.sort(key=lambda entry: (-likeness[entry.id], -entry.population, entry.id))
        sure = len(key.partition(":")[2]) > _SURE_SKELETON
        return [Match(entry, "spelling") for entry in entries if sure or likeness[entry.id] >= _LEAST_LIKENESS]

    def adjective(self, word: str) -> Entry | None:
        """The country whose adjective or people ``word`` names ("Syrian", "Turks")."""
        found = self._found("adjective:" + name_key(word))
        return self.entry(found[0][0]) if found else None

    def by_id(self, place_id: str) -> Entry | None:
        """The entry with this id (``geonames:170794``, ``country:SY``, ``region:SY.07``, ``supplement:…``)."""
        if place_id in self._special:
            return self.entry(self._special[place_id])
        number = place_id.removeprefix("geonames:")
        if number == place_id or not number.isdigit():
            return None
        row = self._rows_by_number.get(int(number))
        return None if row is None else self.entry(row)

    def place(self, place_id: str) -> Place | None:
        """The place of the record with this id."""
        entry = self.by_id(place_id)
        return None if entry is None else place_of(entry)

    def capital(self, code: str) -> str | None:
        """The name of the capital of a country."""
        name = self._header["capitals"].get(code)
        return None if name is None else str(name)

    def country(self, code: str | None) -> Entry | None:
        """The country with this ISO 3166 code of two letters."""
        return self.by_id(f"country:{code}")

    def admin1_of(self, entry: Entry) -> Entry | None:
        """The first-order region that ``entry`` lies in, where the gazetteer knows it by name."""
        return self.by_id(f"region:{entry.admin1}") if entry.admin1 else None

    def parents(self, entry: Entry) -> Iterator[Entry]:
        """What ``entry`` lies in: its region, then its country."""
        for parent in (self.admin1_of(entry), self.country(entry.country)):
            if parent is not None and parent.id != entry.id:
                yield parent

    def largest(self, southwest: tuple[float, float], northeast: tuple[float, float], most: int) -> list[Entry]:
        """The settlements in a box of degrees (longitude, latitude), the largest ``most`` of them, largest first."""
        arrays = self._arrays
        east, north = arrays["longitude"], arrays["latitude"]
        inside = (arrays["kind"] == self._header["kinds"].index("settlement")) & (arrays["population"] > 0)
        inside &= (east >= southwest[0]) & (east <= northeast[0]) & (north >= southwest[1]) & (north <= northeast[1])
        rows = np.flatnonzero(inside)
        order = np.argsort(-arrays["population"][rows].astype(np.int64), kind="stable")
        return [self.entry(int(row)) for row in rows[order[:most]]]

    def entry(self, row: int) -> Entry:
        """The entry in row ``row``."""
        return self._entry(row)

    def _search(self, key: str) -> tuple[tuple[int, bool], ...]:
        """Rows under a key, the largest population first, each with whether the key is its first name."""
        if not key or key.endswith(":"):
            return ()
        digest, check = key_digest(key)
        digests, rows = self._arrays["digest"], []
        place = int(np.searchsorted(digests, np.uint32(digest)))
        while place < digests.size and int(digests[place]) == digest:
            if int(self._arrays["check"][place]) == check:
                mark = self._arrays["entry"][place]
                rows.append((int(mark & _ENTRY), bool(mark & PRIMARY)))
            place += 1
        return tuple(rows)

    def _read_entry(self, row: int) -> Entry:
        arrays, header = self._arrays, self._header
        start = int(arrays["name_end"][row - 1]) if row else 0
        country, admin1 = int(arrays["country"][row]), int(arrays["admin1"][row])
        special = header["special"]
        return Entry(
            id=special[row] if row < len(special) else f"geonames:{int(arrays['number'][row])}",
            kind=header["kinds"][int(arrays["kind"][row])],
            name=arrays["names"][start : int(arrays["name_end"][row])].tobytes().decode(),
            country=header["countries"][country - 1] if country else None,
            admin1=header["admin1"][admin1 - 1] if admin1 else None,
            latitude=round(float(arrays["latitude"][row]), 5),
            longitude=round(float(arrays["longitude"][row]), 5),
            population=int(arrays["population"][row]),
            radius_km=float(arrays["radius"][row]),
            basis=header["bases"][int(arrays["basis"][row])],
        )

    @cached_property
    def _rows_by_number(self) -> dict[int, int]:
        """GeoNames ids to rows; made on the first look-up by id."""
        numbers = self._arrays["number"]
        return {int(number): row for row, number in enumerate(numbers.tolist()) if number}


def _likeness(key: str, other: str) -> float:
    """The share of letter pairs that two keys have in common (Dice coefficient), 0 to 1."""
    pairs, others = Counter(pairwise(key)), Counter(pairwise(other))
    size = pairs.total() + others.total()
    return 2 * (pairs & others).total() / size if size else 0.0


_PRECISION: dict[str, PlacePrecision] = {
    "settlement": "settlement",
    "village": "settlement",
    "country": "country",
    "region": "region",
    "county": "district",
    "area": "district",
    "base": "part",
    "site": "part",
}


def extent_km(entry: Entry) -> float:
    """How far from its point the place may lie, in km."""
    if entry.radius_km:
        return entry.radius_km
    return next(radius for least, radius in _SETTLEMENT_KM if entry.population >= least)


def place_of(entry: Entry) -> Place:
    """``entry`` as a place of the record; ``part_of`` is its region, or its country."""
    parent = None if entry.kind == "country" else f"country:{entry.country}" if entry.country else None
    if entry.admin1 and entry.kind != "region":
        parent = f"region:{entry.admin1}"
    return Place(
        id=entry.id,
        name=entry.name,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=_PRECISION[entry.kind],
        radius_km=extent_km(entry),
        part_of=parent,
        admin1=entry.admin1,
        basis=entry.basis,
    )
