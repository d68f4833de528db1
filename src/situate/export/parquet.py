"""GeoParquet 1.1 (needs pyarrow, the extra ``parquet``): events and spells in one table, with points as WKB.

A column that only the other layer has is null. What the file is (draft, profile) stands in its metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from situate.errors import BadArgument
from situate.export.columns import Behind, Column, Kind, Table
from situate.export.flat import EVENTS, SPELLS
from situate.export.masking import for_profile
from situate.export.points import points, wkb
from situate.export.utf8 import storable
from situate.export.view import LossReport, Profile, RecordView
from situate.model.codec import dumps

_LAYERS = (("event", EVENTS), ("spell", SPELLS))
_BATCH = 10_000


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the file; nothing is left out.

    :raises BadArgument: pyarrow is not installed.
    """
    arrow, pages = _library()
    shown = for_profile(view, profile)
    schema = _schema(arrow, shown, profile)
    rows, kept = _rows(shown), 0
    with pages.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
            kept += len(batch)
    return LossReport.of(kept)


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as problem:
        raise BadArgument(
            "The format parquet needs pyarrow.", remedy="Install it: pip install 'situate[parquet]'."
        ) from problem
    return pyarrow, pyarrow.parquet


def columns() -> Sequence[Column]:
    """The columns of both layers, each once, those of events first."""
    found: dict[str, Column] = {}
    for _, table in _LAYERS:
        for column in table.columns:
            found.setdefault(column.name, column)
    return tuple(found.values())


def _schema(arrow: Any, view: RecordView, profile: Profile) -> Any:
    types: dict[Kind, Any] = {
        "text": arrow.string(), "partial date": arrow.string(), "day": arrow.string(), "integer": arrow.int64(),
        "number": arrow.float64(), "boolean": arrow.bool_(),
    }  # fmt: skip
    fields = [("layer", arrow.string()), ("geometry", arrow.binary())]
    fields += [(column.name, types[column.kind]) for column in columns()]
    about = {"draft": view.draft, "profile": profile, "as_known_on": view.as_known_on}
    return arrow.schema(fields, metadata={"geo": dumps(_geo()), "situate": dumps(about)})


def _geo() -> dict[str, Any]:
    """GeoParquet's metadata; a CRS that is not given means OGC:CRS84, longitude and latitude on WGS84."""
    geometry = {"encoding": "WKB", "geometry_types": ["Point", "MultiPoint"]}
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": geometry}}


def _rows(view: RecordView) -> Iterator[dict[str, object]]:
    behind = Behind.of(view)
    for layer, table in _LAYERS:
        for item in table.items(view):
            yield {"layer": layer, "geometry": wkb(points(item))} | _values(table, item, behind)


def _values(table: Table, item: Any, behind: Behind) -> dict[str, object]:
    found = {column.name: column.value(item, behind) for column in table.columns}
    return {name: storable(value) for name, value in found.items()}
