"""Derived rows in: all of them anew, or those that changed; every function runs inside a transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from situate.model.codec import dumps
from situate.model.codec_parts import place_json
from situate.model.codec_trace import report_trace_json
from situate.model.event import Contradiction, Event
from situate.model.situation import Spell
from situate.model.trace import Amendment, Basis, ReportTrace, Traces
from situate.store import rows, tables
from situate.store.reading import among
from situate.store.writing import get_meta, link, put_meta

_T = TypeVar("_T")
_BATCH = 2000

# The speakers, outlets and reports of an event are those of its claims. The order of the joins is said: with few new
# events, SQLite would rather go through all links.
_LINKS_OF_CLAIMS = text(
    "INSERT OR IGNORE INTO event_link (kind, value, event) "
    "SELECT link.kind, link.value, told.event FROM event_link AS told INDEXED BY event_link_event "
    "CROSS JOIN claim ON told.kind = 'claim' AND claim.id = told.value "
    "CROSS JOIN report ON report.row = claim.report AND report.superseded_by IS NULL "
    "CROSS JOIN claim_link AS link ON link.claim = claim.row AND link.kind IN ('speaker', 'outlet', 'report') "
    "WHERE told.event >= :first"
)
_NAMED = "INSERT OR IGNORE INTO trace_named (place, report) SELECT row, ? FROM trace_place WHERE payload = ?"
_FORGET = (
    "DELETE FROM trace_beside WHERE (event, other) IN "
    "(SELECT other, event FROM trace_beside WHERE event IN (SELECT value FROM json_each(:gone)))",
    "DELETE FROM trace_beside WHERE event IN (SELECT value FROM json_each(:gone))",
    "DELETE FROM trace_key WHERE event IN (SELECT value FROM json_each(:gone))",
    "DELETE FROM event_link WHERE event IN (SELECT value FROM json_each(:gone))",
    "DELETE FROM event WHERE row IN (SELECT value FROM json_each(:gone))",
)


def basis(connection: Connection) -> Basis | None:
    """What the derived rows rest on, where they have traces."""
    kept = get_meta(connection, "traced")
    return Basis(**rows.loads(kept)) if kept else None


def is_at(connection: Connection, since: str, basis: Basis) -> bool:
    """Whether the derived rows are those of ``since`` and the record is the one of ``basis``."""
    return get_meta(connection, "derived_from") == since and (get_meta(connection, "content") or "0") == basis.content


def rest(connection: Connection, made_from: str, kept: tuple[Basis, Traces] | None) -> None:
    """Say what the derived rows rest on, and keep the traces that fit them."""
    put_meta(connection, "derived_from", made_from)
    if kept is None or (get_meta(connection, "content") or "0") != kept[0].content:
        connection.execute(delete(tables.meta).where(tables.meta.c.key == "traced"))
        return
    leave(connection, kept[1])
    last = {name: next_row(connection, tables.metadata.tables[name]) - 1 for name in ("report", "decision")}
    put_meta(connection, "traced", dumps(asdict(kept[0]) | last))


def counted(connection: Connection) -> tuple[int, int, int]:
    """How many events, spells and contradictions there are."""
    events, spells, contradictions = (
        int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (tables.event, tables.spell, tables.contradiction)
    )
    return events, spells, contradictions


def replace(
    connection: Connection, events: Iterable[Event], spells: Iterable[Spell], contradictions: Iterable[Contradiction]
) -> None:
    """Empty the derived tables and fill them again."""
    for table in tables.DERIVED:
        connection.execute(delete(table))
    _put(connection, events, spells, contradictions)


def amend(connection: Connection, change: Amendment) -> None:
    """Put what changed in the place of what it replaces."""
    gone = list(_event_rows(connection, change.without).values())
    for statement in _FORGET:
        connection.execute(text(statement), {"gone": json.dumps(gone)})
    spell, doubt = tables.spell.c, tables.contradiction.c
    places = sorted({place for place, _dimension in change.of})
    at = connection.execute(select(spell.row, spell.place, spell.dimension).where(among(spell.place, places)))
    _drop_spells(connection, [row.row for row in at if (row.place, row.dimension) in change.of])
    connection.execute(delete(tables.contradiction).where(among(doubt.owner, change.owners)))
    _put(connection, change.events, change.spells, change.contradictions)
    connection.execute(delete(tables.trace_mark).where(among(tables.trace_mark.c.claim, change.marking)))
    leave(connection, change.traces)


def _drop_spells(connection: Connection, gone: Sequence[int]) -> None:
    connection.execute(delete(tables.spell_link).where(among(tables.spell_link.c.spell, gone)))
    connection.execute(delete(tables.spell).where(among(tables.spell.c.row, gone)))


def _put(
    connection: Connection, events: Iterable[Event], spells: Iterable[Spell], contradictions: Iterable[Contradiction]
) -> None:
    """Add derived rows behind those that are there."""
    first = next_row(connection, tables.event)
    for batch in _batches(events, first):
        connection.execute(insert(tables.event), [rows.event_row(event, row) for row, event in batch])
        link(connection, tables.event_link, "event", ((row, rows.event_links(event)) for row, event in batch))
    connection.execute(_LINKS_OF_CLAIMS, {"first": first})
    for some in _batches(spells, next_row(connection, tables.spell)):
        connection.execute(insert(tables.spell), [rows.spell_row(spell, row) for row, spell in some])
        link(connection, tables.spell_link, "spell", ((row, rows.spell_links(spell)) for row, spell in some))
    for few in _batches(contradictions, next_row(connection, tables.contradiction)):
        connection.execute(insert(tables.contradiction), [rows.contradiction_row(one, row) for row, one in few])


def leave(connection: Connection, traces: Traces) -> None:
    """Keep traces; those of a report replace what was kept of it."""
    for reports in _batches(traces.reports, 0):
        _leave_reports(connection, [trace for _, trace in reports])
    for some in _batches(traces.keys, 0):
        events = _event_rows(connection, [event for _, (event, _keys) in some])
        keys = sorted((key, events[event]) for _, (event, found) in some for key in found)
        _many(connection, "INSERT OR IGNORE INTO trace_key (key, event) VALUES (?, ?)", keys)
    for pairs in _batches(traces.beside, 0):
        events = _event_rows(connection, {event for _, pair in pairs for event in pair})
        both = [(events[a], events[b]) for _, pair in pairs for a, b in (pair, pair[::-1])]
        _many(connection, "INSERT OR IGNORE INTO trace_beside (event, other) VALUES (?, ?)", sorted(both))
    for marks in _batches(traces.marks, 0):
        told = sorted({mark for _, mark in marks})
        _many(connection, "INSERT OR IGNORE INTO trace_mark (place, dimension, claim) VALUES (?, ?, ?)", told)


def _leave_reports(connection: Connection, traces: Sequence[ReportTrace]) -> None:
    ids = [trace.publication.report for trace in traces]
    report = tables.trace_report.c
    old = connection.execute(select(report.row).where(among(report.id, ids))).scalars().all()
    if old:
        for table in (tables.trace_sketch, tables.trace_named):
            connection.execute(delete(table).where(among(table.c.report, old)))
        connection.execute(delete(tables.trace_report).where(among(report.row, old)))
    numbered = list(enumerate(traces, next_row(connection, tables.trace_report)))
    connection.execute(insert(tables.trace_report), [_trace_row(row, trace) for row, trace in numbered])
    sketches = sorted((signed(value), row) for row, trace in numbered for value in trace.sketch)
    _many(connection, "INSERT OR IGNORE INTO trace_sketch (value, report) VALUES (?, ?)", sketches)
    named = [(place.id, dumps(place_json(place)), row) for row, trace in numbered for place in trace.places]
    known = sorted({(identity, payload) for identity, payload, _row in named})
    _many(connection, "INSERT OR IGNORE INTO trace_place (id, payload) VALUES (?, ?)", known)
    _many(connection, _NAMED, [(row, payload) for _identity, payload, row in named])


def _many(connection: Connection, statement: str, values: list[tuple[Any, ...]]) -> None:
    if values:
        connection.exec_driver_sql(statement, values)


def _trace_row(row: int, trace: ReportTrace) -> rows.Row:
    publication = trace.publication
    return {
        "row": row,
        "id": publication.report,
        "origin": publication.origin if publication.origin != publication.report else None,
        "outlet": publication.outlet,
        "corrects": int(trace.corrects),
        "retracts": dumps(publication.retracts) if publication.retracts else None,
        "payload": dumps(report_trace_json(trace)),
    }


def signed(value: int) -> int:
    """64 bits as SQLite keeps them."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _event_rows(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    table = tables.event.c
    return {row.id: row.row for row in connection.execute(select(table.id, table.row).where(among(table.id, ids)))}


def next_row(connection: Connection, table: Table) -> int:
    """A row behind all that are there."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.row), 0))).scalar_one()) + 1


def _batches(values: Iterable[_T], first: int) -> Iterator[list[tuple[int, _T]]]:
    """Numbered from ``first``, some thousand at a time."""
    numbered: Iterator[Any] = iter(enumerate(values, first))
    while batch := list(islice(numbered, _BATCH)):
        yield batch
