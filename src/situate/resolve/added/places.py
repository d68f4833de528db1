"""A file of places that a user adds: known by its content, read row by row, written as a gazetteer file of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from situate.errors import BadArgument, NoSuchFile
from situate.resolve.added import geojson as added_geojson
from situate.resolve.added import geonames as added_geonames
from situate.resolve.added import geopackage as added_geopackage
from situate.resolve.added.files import BadRow, Raw, Refused, csv_rows, text_of
from situate.resolve.added.tables import Joining, is_pcode_table, own_row, pcode_rows
from situate.resolve.gazetteer.file import write_file
from situate.resolve.gazetteer.sources import Row
from situate.resolve.gazetteer.writing import contents, entry_arrays, key_arrays

MOST_BYTES = 512 * 1024 * 1024  # of a dump, which is read line by line
_TABLE_BYTES = 64 * 1024 * 1024
MOST_ROWS = 600_000
_MOST_REFUSED = 10_000
_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a file gave: rows by id, what was refused, how many were left out, the licence where it is known.

    ``spots`` and ``called`` tell places of one name apart.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    licence: str = ""
    spots: dict[tuple[str, float, float], str] = field(default_factory=dict)
    called: Counter[str] = field(default_factory=Counter)

    def take(self, found: Row | Refused) -> None:
        """Keep a row; names of one place come together."""
        if isinstance(found, Refused):
            if len(self.refused) < _MOST_REFUSED:
                self.refused.append(found)
            else:
                self.left_out["further rows that cannot be used"] += 1
            return
        if len(self.rows) >= MOST_ROWS and found.id not in self.rows:
            raise BadArgument(f"There are more than {MOST_ROWS:,} places in it.", remedy="Split it by country.")
        identity = self._identity(found)
        known = self.rows.get(identity)
        self.rows[identity] = replace(found, id=identity) if known is None else _together(known, found)

    def _identity(self, row: Row) -> str:
        """The id of a row: one that was made of its name gets a number where another place bears it."""
        if not row.id.startswith("added:"):
            return row.id
        spot = (row.id, round(row.latitude, 2), round(row.longitude, 2))
        if spot not in self.spots:
            self.called[row.id] += 1
            number = self.called[row.id]
            self.spots[spot] = row.id if number == 1 else f"{row.id}-{number}"
        return self.spots[spot]


def _together(known: Row, more: Row) -> Row:
    names = tuple(dict.fromkeys([*known.names, *more.names]))
    return replace(known, names=names, pcode=known.pcode or more.pcode)


def read_places(path: Path, joining: Joining) -> Places:
    """The places of a GeoNames dump, a P-code table, GeoJSON, a GeoPackage, or a table of the user's own.

    :raises NoSuchFile: it is not there.
    :raises BadArgument: the file as a whole cannot be used.
    """
    first = _first_line(path)
    if added_geonames.looks_like(first):
        found = Places(licence=added_geonames.LICENCE)
        rows: Iterator[Row | Refused] = added_geonames.rows(path, joining.base, found.left_out)
    else:
        found = Places()
        if added_geopackage.is_one(first.encode()):
            rows = _features(added_geojson.each(added_geopackage.features(path)), joining)
        elif first.startswith("{"):
            rows = _features(added_geojson.features(path), joining)
        else:
            rows = _table(path, joining)
    for row in rows:
        found.take(row)
    return found


def _first_line(path: Path) -> str:
    if not path.is_file():
        raise NoSuchFile(f"There is no file {path}.", remedy="Check the name.")
    if path.stat().st_size > MOST_BYTES:
        raise BadArgument(f"{path} is larger than {MOST_BYTES // 2**20} MiB.", remedy="Split it by country.")
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    return head.decode("utf-8-sig", "replace").lstrip().partition("\n")[0]


def _table(path: Path, joining: Joining) -> Iterator[Row | Refused]:
    rows = csv_rows(text_of(path, _TABLE_BYTES), path)
    for line, row in rows:
        yield from _rows_of(line, row, joining, None)


def _features(found: Iterable[tuple[int, added_geojson.Feature | BadRow]], joining: Joining) -> Iterator[Row | Refused]:
    for number, feature in found:
        if isinstance(feature, BadRow):
            yield Refused(line=number, name="", reason=str(feature))
        else:
            yield from _rows_of(number, feature.cells, joining, feature.extent_km)


def _rows_of(line: int, row: Raw | BadRow, joining: Joining, extent_km: float | None) -> Iterator[Row | Refused]:
    try:
        if isinstance(row, BadRow):
            raise row
        if is_pcode_table(row):
            yield from pcode_rows(row, joining, extent_km=extent_km)
        else:
            yield own_row(row, joining, extent_km=extent_km)
    except BadRow as problem:
        name = "" if isinstance(row, BadRow) else row.get("name")
        yield Refused(line=line, name=name[:80] if isinstance(name, str) else "", reason=str(problem))


def write_places(path: Path, places: Places, source: str) -> int:
    """Write the rows as a gazetteer file; how many there are. ``source`` is for the credits."""
    rows = sorted(places.rows.values(), key=lambda row: (row.id.startswith("geonames:"), row.id))
    codes = {row.id: row.pcode for row in rows if row.pcode}
    header: dict[str, Any] = {"source": source, "capitals": {}, "pcodes": codes, **contents(rows)}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    write_file(part, header, entry_arrays(rows, header) | key_arrays(rows))
    part.replace(path)
    return len(rows)
