"""A GeoPackage as features of GeoJSON: its feature tables in WGS84, read without trusting the file.

The file is opened read-only; nothing in it is run: no view, no virtual table, no function of its schema (an authorizer
allows reading alone), and a statement that takes too long is stopped. Geometries are well-known binary after a header
(OGC GeoPackage 1.3, clause 2.1.3).
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from situate.errors import BadArgument
from situate.resolve.added.files import BadRow

MOST_BYTES = 512 * 1024 * 1024
_MOST_FEATURES = 600_000
_MOST_PARTS = 200_000  # points, rings and parts of one geometry
_DEEPEST = 4
_STEPS = 2_000_000_000  # of SQLite's machine, for all of a file
_EVERY = 1_000_000
_WGS84 = 4326
_ENVELOPES = (0, 32, 48, 48, 64)
_KINDS = {1: "Point", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon"}
_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})


def is_one(head: bytes) -> bool:
    """Whether a file begins as a database of SQLite, which a GeoPackage is."""
    return head.startswith(b"SQLite format 3\x00")


def features(path: Path) -> Iterator[dict[str, Any] | BadRow]:
    """The features of all feature tables, in the shape of GeoJSON.

    :raises BadArgument: it is no GeoPackage, or not in WGS84.
    """
    try:
        with closing(_opened(path)) as database:
            for table, column in _tables(database, path):
                yield from _of_table(database, table, column)
    except (sqlite3.Error, OverflowError) as problem:
        raise BadArgument(
            f"{path} is no sound GeoPackage: {problem}.", remedy="Save its layer as GeoJSON."
        ) from problem


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    left = [_STEPS // _EVERY]

    def more() -> int:
        left[0] -= 1
        return int(left[0] < 0)

    database.set_progress_handler(more, _EVERY)
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY)
    return database


def _tables(database: sqlite3.Connection, path: Path) -> list[tuple[str, str]]:
    """The plain tables with a geometry in WGS84, each with the column that holds it."""
    plain = {
        name
        for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if isinstance(name, str) and isinstance(sql, str) and sql.lstrip().upper().startswith("CREATE TABLE")
    }
    if "gpkg_geometry_columns" not in plain:
        raise BadArgument(f"{path} is a database, but no GeoPackage.", remedy="Save its layer as GeoJSON.")
    rows = database.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns").fetchmany(1000)
    found = [(str(name), str(column)) for name, column, system in rows if name in plain and system == _WGS84]
    if not found:
        raise BadArgument(f"{path} has no layer in WGS84 (EPSG:4326).", remedy="Save its layer in that system.")
    return sorted(found)


def _of_table(database: sqlite3.Connection, table: str, column: str) -> Iterator[dict[str, Any] | BadRow]:
    cursor = database.execute(f"SELECT * FROM {_quoted(table)} LIMIT {_MOST_FEATURES}")  # noqa: S608 - quoted, no value
    names = [one[0] for one in cursor.description]
    if column not in names:
        return
    for row in cursor:
        cells = dict(zip(names, row, strict=True))
        blob = cells.pop(column)
        try:
            geometry = _geometry(blob) if isinstance(blob, bytes) else None
        except (struct.error, IndexError):
            yield BadRow("its geometry is damaged")
        except BadRow as problem:
            yield problem
        else:
            plain = {name: value for name, value in cells.items() if not isinstance(value, bytes)}
            yield {"type": "Feature", "properties": plain, "geometry": geometry}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _geometry(blob: bytes) -> dict[str, Any]:
    if blob[:2] != b"GP" or (blob[3] >> 1) & 7 >= len(_ENVELOPES):
        raise BadRow("its geometry is none of a GeoPackage")
    reader = _Reader(blob, 8 + _ENVELOPES[(blob[3] >> 1) & 7])
    return reader.geometry()


class _Reader:
    """Reads one geometry in well-known binary; its parts are counted, so that no number in it makes a bomb."""

    def __init__(self, blob: bytes, at: int) -> None:
        self._blob, self._at, self._left = blob, at, _MOST_PARTS

    def geometry(self, depth: int = 0) -> dict[str, Any]:
        """A geometry as GeoJSON has it."""
        order = "<" if self._blob[self._at] == 1 else ">"
        (code,) = struct.unpack_from(f"{order}I", self._blob, self._at + 1)
        self._at += 5
        kind, size = _KINDS.get(code % 1000), 2 + {0: 0, 1: 1, 2: 1, 3: 2}.get(code // 1000, 9)
        if kind is None or size > _DEEPEST or depth > _DEEPEST:
            raise BadRow("its geometry is of a type that is not read")
        return {"type": kind, "coordinates": self._coordinates(kind, order, size, depth)}

    def _coordinates(self, kind: str, order: str, size: int, depth: int) -> list[Any]:
        if kind == "Point":
            return self._point(order, size)
        if kind == "LineString":
            return [self._point(order, size) for _ in range(self._count(order))]
        if kind == "Polygon":
            rings = range(self._count(order))
            return [[self._point(order, size) for _ in range(self._count(order))] for _ in rings]
        return [self.geometry(depth + 1)["coordinates"] for _ in range(self._count(order))]

    def _count(self, order: str) -> int:
        (count,) = struct.unpack_from(f"{order}I", self._blob, self._at)
        self._at += 4
        self._left -= count
        if self._left < 0:
            raise BadRow(f"its geometry has more than {_MOST_PARTS:,} points")
        return int(count)

    def _point(self, order: str, size: int) -> list[float]:
        point = struct.unpack_from(f"{order}{size}d", self._blob, self._at)
        self._at += 8 * size
        return list(point[:2])
