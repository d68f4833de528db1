"""One file of the gazetteer, mapped into memory: entries by row, rows by key, by id and by position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from situate.resolve.gazetteer.file import PRIMARY, Arrays, key_digest, map_file

_ENTRY = np.uint32(PRIMARY - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the gazetteer.

    ``kind``: settlement, country, region (first-order), county, area (wider, or without bounds), village, base, site.
    Degrees are WGS84; ``radius_km`` is 0 for a settlement of the gazetteer; ``basis`` is gazetteer, derived (from the
    settlements in it), parent, approximate (from general knowledge) or added (a list of the user's own). ``pcode`` is
    its P-code, where a table that the user added gives one.
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
    pcode: str | None = None


class Sheet:
    """A mapped file: the gazetteer of the package, or places that the user added."""

    def __init__(self, header: dict[str, Any], arrays: Arrays) -> None:
        self.header, self.arrays = header, arrays
        self.special: dict[str, int] = {text: row for row, text in enumerate(header["special"])}
        self.pcodes: Mapping[str, str] = header.get("pcodes", {})

    @classmethod
    def open(cls, path: Path) -> Sheet:
        """The file at ``path``; BadModel where it is missing or damaged."""
        return cls(*map_file(path))

    def __len__(self) -> int:
        return int(self.arrays["kind"].size)

    def rows_under(self, key: str, most: int | None = None) -> list[tuple[int, bool]]:
        """Rows under a key, the largest population first, each with whether the key is its first name.

        ``most`` is how many of them are looked at.
        """
        digest, check = key_digest(key)
        digests, rows = self.arrays["digest"], list[tuple[int, bool]]()
        place = int(np.searchsorted(digests, np.uint32(digest)))
        while place < digests.size and int(digests[place]) == digest and (most is None or len(rows) < most):
            if int(self.arrays["check"][place]) == check:
                mark = self.arrays["entry"][place]
                rows.append((int(mark & _ENTRY), bool(mark & PRIMARY)))
            place += 1
        return rows

    def row_of(self, place_id: str) -> int | None:
        """The row of the entry with this id."""
        if place_id in self.special:
            return self.special[place_id]
        number = place_id.removeprefix("geonames:")
        if number == place_id or not number.isdecimal() or not 0 < int(number) < 2**32:
            return None
        numbers, order = self._numbers
        at = int(np.searchsorted(numbers, np.uint32(int(number))))
        return int(order[at]) if at < numbers.size and int(numbers[at]) == int(number) else None

    def identity(self, row: int) -> str:
        """The id of the entry in a row."""
        listed = self.header["special"]
        return str(listed[row]) if row < len(listed) else f"geonames:{int(self.arrays['number'][row])}"

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        arrays, header = self.arrays, self.header
        start = int(arrays["name_end"][row - 1]) if row else 0
        country, admin1 = int(arrays["country"][row]), int(arrays["admin1"][row])
        identity = self.identity(row)
        return Entry(
            id=identity,
            kind=header["kinds"][int(arrays["kind"][row])],
            name=arrays["names"][start : int(arrays["name_end"][row])].tobytes().decode(),
            country=header["countries"][country - 1] if country else None,
            admin1=header["admin1"][admin1 - 1] if admin1 else None,
            latitude=round(float(arrays["latitude"][row]), 5),
            longitude=round(float(arrays["longitude"][row]), 5),
            population=int(arrays["population"][row]),
            radius_km=float(arrays["radius"][row]),
            basis=header["bases"][int(arrays["basis"][row])],
            pcode=self.pcodes.get(identity),
        )

    def largest(self, southwest: tuple[float, float], northeast: tuple[float, float], most: int) -> list[int]:
        """The rows of the settlements in a box of degrees (longitude, latitude), the largest ``most`` of them."""
        if "settlement" not in self.header["kinds"]:
            return []
        arrays = self.arrays
        east, north = arrays["longitude"], arrays["latitude"]
        inside = (arrays["kind"] == self.header["kinds"].index("settlement")) & (arrays["population"] > 0)
        inside &= (east >= southwest[0]) & (east <= northeast[0]) & (north >= southwest[1]) & (north <= northeast[1])
        rows = np.flatnonzero(inside)
        order = np.argsort(-arrays["population"][rows].astype(np.int64), kind="stable")
        return [int(row) for row in rows[order[:most]]]

    @cached_property
    def _numbers(self) -> tuple[Any, Any]:
        """GeoNames ids in order, and their rows; made on the first look-up by id."""
        numbers = self.arrays["number"]
        rows = np.flatnonzero(numbers)
        order = rows[np.argsort(numbers[rows], kind="stable")]
        return numbers[order], order
