"""The codebook of the flat tables: for people as Markdown, for programs as rows and as Frictionless fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from situate.export.acled_tables import EVENT_TYPES
from situate.export.cells import Cell
from situate.export.columns import Kind, Table
from situate.export.flat import TABLES
from situate.export.wording import standing_words, type_words
from situate.ontology import load

_FIELD_TYPES: Mapping[Kind, str] = {
    "text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "partial date": "string",
    "day": "date",
}  # fmt: skip
_STANDINGS = ("claimed", "reported", "corroborated", "disputed", "retracted")
_HOW = """CSV: UTF-8, comma, CR LF, one header. Several values in a cell are separated by `; `, quotes by ` | `. A text
that a spreadsheet would take for a formula begins with an apostrophe. An empty cell is unknown. A *partial date* is an
ISO date with only the precision known: 2014, 2014-06, 2014-06-10. The JSON lines beside each table hold all of it."""
HEADER = ("table", "column", "type", "meaning")


def rows() -> Iterator[Sequence[Cell]]:
    """A row for each column of each table, under :data:`HEADER`."""
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, column.kind, column.meaning


def fields(table: Table) -> list[dict[str, str]]:
    """The columns of a table as fields of a Frictionless table schema."""
    return [
        {"name": column.name, "type": _FIELD_TYPES[column.kind], "description": column.meaning}
        for column in table.columns
    ]


def markdown() -> str:
    """The codebook for people: tables and columns, then what values mean."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield _HOW
    for table in TABLES:
        yield from _table(table)
    yield from _values()


def _table(table: Table) -> Iterator[str]:
    yield from ("", f"## {table.name}.csv", "", table.meaning, "", "| column | type | meaning |", "|---|---|---|")
    for column in table.columns:
        yield f"| `{column.name}` | {column.kind} | {column.meaning.replace('|', '/')} |"


def _values() -> Iterator[str]:
    yield from ("", "## Standing", "", "| value | means |", "|---|---|")
    for standing in _STANDINGS:
        yield f"| {standing} | {standing_words(standing)} |"
    yield from ("", "## Claim types", "", "| type | in words | what it is | ACLED | PLOVER |", "|---|---|---|---|---|")
    for name, kind in sorted(load().types.items()):
        acled = kind.acled if kind.acled in EVENT_TYPES or kind.acled is None else "by its circumstances"
        codes = f"{acled or ''} | {kind.plover or ''}"
        yield f"| {name} | {type_words(name)} | {kind.definition.replace('|', '/')} | {codes} |"
