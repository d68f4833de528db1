"""GeoPackage 1.3 (OGC 12-128r17): events (multipoints) and spells (points) as layers for QGIS, claims as a table.

A GeoPackage is a SQLite file. It is made with the standard library in a folder that only this user can read, and
copied out. Days are DATE columns (the first and the last day that a time can mean), so that a time slider works; the
partial dates stand beside them as text.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from typing import Any, BinaryIO

from situate.export.columns import Behind, Kind, Table
from situate.export.flat import CLAIMS, CONTRADICTIONS, EVENTS, REPORTS, SPELLS
from situate.export.index import last_published
from situate.export.masking import for_profile
from situate.export.points import WGS84, geopackage_multipoint, geopackage_point, points
from situate.export.utf8 import storable
from situate.export.view import LossReport, Profile, RecordView

APPLICATION_ID = 0x47504B47  # "GPKG"
VERSION = 10300
_LAYERS, _ATTRIBUTES = (EVENTS, SPELLS), (CLAIMS, CONTRADICTIONS, REPORTS)
_GEOMETRY = {EVENTS.name: ("MULTIPOINT", geopackage_multipoint), SPELLS.name: ("POINT", geopackage_point)}
_TYPES: dict[Kind, str] = {
    "text": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "partial date": "TEXT", "day": "DATE",
}  # fmt: skip
_NO_CLOCK = "1970-01-01"
_WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_TABLES = (
    """CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
)""",
    """CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
)""",
    """CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
)""",
)
_SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, _WGS84_WKT, "longitude/latitude coordinates in decimal degrees"),
)


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the file; all events, spells, claims, contradictions and reports (without their texts) are in it."""
    shown = for_profile(view, profile)
    with tempfile.TemporaryDirectory(prefix="situate-") as folder:
        path = Path(folder) / "out.gpkg"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            kept = _fill(database, shown, profile)
        with path.open("rb") as made:
            copyfileobj(made, stream)
    return LossReport.of(kept)


def _fill(database: sqlite3.Connection, view: RecordView, profile: Profile) -> int:
    for setting in (f"application_id = {APPLICATION_ID}", f"user_version = {VERSION}", "journal_mode = OFF"):
        database.execute(f"PRAGMA {setting}")
    database.execute("BEGIN")
    for statement in _TABLES:
        database.execute(statement)
    database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
    behind = Behind.of(view)
    kept = sum(_table(database, table, view, behind, profile) for table in (*_LAYERS, *_ATTRIBUTES))
    database.execute("COMMIT")
    return kept


def _table(database: sqlite3.Connection, table: Table, view: RecordView, behind: Behind, profile: Profile) -> int:
    layer = table in _LAYERS
    columns = [f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns]
    geometry = [f"geom {_GEOMETRY[table.name][0]}"] if layer else []
    declared = ", ".join(["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", *geometry, *columns])
    database.execute(f"CREATE TABLE {table.name} ({declared})")
    _register(database, table, view, profile)
    marks = ", ".join("?" * (1 + len(geometry) + len(columns)))
    rows = _rows(table, view, behind, layer)
    return database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows).rowcount  # noqa: S608 - our names


def _rows(table: Table, view: RecordView, behind: Behind, layer: bool) -> Iterator[tuple[object, ...]]:
    values = table.rows(view, behind)
    for number, (item, row) in enumerate(zip(table.items(view), values, strict=True), 1):
        geometry = (_GEOMETRY[table.name][1](points(item)),) if layer else ()
        yield (number, *geometry, *map(storable, row))


def _register(database: sqlite3.Connection, table: Table, view: RecordView, profile: Profile) -> None:
    """Say in the file's own tables what a table is; ``last_change`` is the last publication: an export has no clock."""
    layer = table in _LAYERS
    changed = f"{last_published(view) or _NO_CLOCK}"[:10]
    day = changed if len(changed) == len(_NO_CLOCK) else _NO_CLOCK
    told = f"{table.meaning} {'Draft, not reviewed' if view.draft else 'Reviewed'}; profile {profile}."
    row = (table.name, "features" if layer else "attributes", table.name, told, f"{day}T00:00:00.000Z")
    box = _extent(table.items(view)) if layer else (None, None, None, None)
    database.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, *box, WGS84 if layer else None)
    )
    if layer:
        of = (table.name, _GEOMETRY[table.name][0], WGS84)
        database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", of)


def _extent(items: Sequence[Any]) -> tuple[float | None, float | None, float | None, float | None]:
    """West, south, east, north of the points."""
    found = [point for item in items for point in points(item)]
    if not found:
        return None, None, None, None
    east, north = zip(*found, strict=True)
    return min(east), min(north), max(east), max(north)
