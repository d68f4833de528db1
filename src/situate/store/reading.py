"""Rows out: queries, each inside a transaction that its caller opened. Lists come in two steps, the keys in their
order first, then the values some hundred at a time, so that a long list holds neither memory nor the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select

from situate.model.record import Filter, Link
from situate.store import tables

_PRESENT = tables.report.c.superseded_by.is_(None)
_UNKNOWN_LAST = "9999-99"
_MOST_FOUND = 12
_TOMBSTONE = """
SELECT * FROM forgotten
WHERE id = ? OR (body = ? AND NOT EXISTS (SELECT 1 FROM body WHERE body.hash = forgotten.body))
ORDER BY id <> ?, row"""


def report_keys(connection: Connection, wanted: Filter) -> list[int]:
    """Rows of present versions, by publication date, then id."""
    table = tables.report.c
    query = select(table.row).where(_PRESENT)
    if wanted.since:
        query = query.where(table.known_on >= wanted.since)
    if wanted.until:
        query = query.where(table.known_on <= wanted.until)
    if wanted.outlets:
        query = query.where(among(table.outlet, wanted.outlets))
    for kind, values in wanted.links:
        if kind == "report":
            query = query.where(among(table.id, values))
        else:
            claim = tables.claim
            query = query.where(
                exists().where(claim.c.report == table.row, _linked(claim, tables.claim_link, "claim", kind, values))
            )
    return _keys(connection, query.order_by(*_report_order()))


def known_keys(connection: Connection, day: str) -> list[int]:
    """Rows of versions published by an ISO day, in the order in which they came in; present versions last."""
    table = tables.report.c
    order = table.superseded_by.is_(None), table.ingested_at, table.row
    return _keys(connection, select(table.row).where(table.known_on <= day).order_by(*order))


def claim_keys(connection: Connection, wanted: Filter) -> list[int]:
    """Rows of claims of present versions, report by report, then by trigger."""
    claim = tables.claim
    query = select(claim.c.row).join(tables.report, tables.report.c.row == claim.c.report).where(_PRESENT)
    query = _narrowed(query, claim, tables.claim_link, "claim", wanted)
    return _keys(connection, query.order_by(*_report_order(), claim.c.position))


def event_keys(connection: Connection, wanted: Filter) -> list[int]:
    """Rows of events, by first day, then id."""
    event = tables.event
    query = _narrowed(select(event.c.row), event, tables.event_link, "event", wanted)
    if wanted.kinds:
        query = query.where(event.c.kind.in_(wanted.kinds))
    first = func.coalesce(event.c.first_day, _UNKNOWN_LAST)
    return _keys(connection, query.order_by(first, event.c.last_day, event.c.id))


def spell_keys(connection: Connection, wanted: Filter) -> list[int]:
    """Rows of spells, by place, dimension, then as derived."""
    spell = tables.spell
    query = select(spell.c.row).order_by(spell.c.place, spell.c.dimension, spell.c.row)
    for kind, values in wanted.links:
        query = query.where(_linked(spell, tables.spell_link, "spell", kind, values))
    return _keys(connection, query)


def contradiction_keys(connection: Connection) -> list[int]:
    """Rows of contradictions, by id."""
    table = tables.contradiction.c
    return _keys(connection, select(table.row).order_by(table.id, table.row))


def payloads(connection: Connection, table: Table, keys: Sequence[int]) -> list[tuple[str, str]]:
    """``(id, payload)`` of these rows, in this order."""
    found = connection.execute(select(table.c.row, table.c.id, table.c.payload).where(among(table.c.row, keys)))
    by_row = {row: (identity, payload) for row, identity, payload in found}
    return [by_row[key] for key in keys if key in by_row]


def present_claims(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """``(id, payload)`` of present claims by id."""
    claim = tables.claim
    query = select(claim.c.id, claim.c.payload).join(tables.report, tables.report.c.row == claim.c.report)
    return {row.id: (row.id, row.payload) for row in connection.execute(query.where(_PRESENT, among(claim.c.id, ids)))}


def claims_of(connection: Connection, report: int) -> Sequence[Any]:
    """``(id, payload)`` of the claims of a report version, in their order."""
    claim = tables.claim.c
    query = select(claim.id, claim.payload).where(claim.report == report).order_by(claim.position)
    return connection.execute(query).all()


def claims_of_reports(connection: Connection, reports: Iterable[str]) -> Sequence[Any]:
    """``(id, payload)`` of the present claims of reports."""
    claim, report = tables.claim.c, tables.report.c
    query = select(claim.id, claim.payload).join(tables.report, report.row == claim.report)
    return connection.execute(query.where(_PRESENT, among(report.id, sorted(reports))).order_by(claim.row)).all()


def former_claims(connection: Connection, ids: Sequence[str]) -> Sequence[Any]:
    """``(id, payload)`` of claims of any version whose text is the present text of the report; the last one counts."""
    claim, report, now = tables.claim.c, tables.report.c, tables.report.alias()
    query = (
        select(claim.id, claim.payload)
        .join(tables.report, report.row == claim.report)
        .join(now, and_(now.c.id == report.id, now.c.superseded_by.is_(None), now.c.body == report.body))
    )
    return connection.execute(query.where(among(claim.id, ids)).order_by(claim.row)).all()


def resting(connection: Connection, originals: Iterable[str]) -> frozenset[str]:
    """Those of these originals that a version of a report rests on."""
    original = tables.report.c.original
    return frozenset(connection.execute(select(original).where(among(original, originals))).scalars())


def stored(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Any]:
    """Report versions with their text and the number of their claims, by row."""
    report, count = tables.report, func.count(tables.claim.c.row).label("claims")
    query = (
        select(report, tables.body.c.text, count)
        .join(tables.body, tables.body.c.hash == report.c.body)
        .outerjoin(tables.claim, tables.claim.c.report == report.c.row)
        .where(condition)
        .group_by(report.c.row)
        .order_by(report.c.row)
    )
    return connection.execute(query).all()


def tombstone(connection: Connection, report: str, body: str) -> Any:
    """The row of a forgotten report that has this id, or this text while no report of the record has it."""
    return connection.exec_driver_sql(_TOMBSTONE, (report, body, report)).first()


def named(connection: Connection, kind: Literal["place", "actor", "speaker"]) -> Sequence[Any]:
    """``(value, payload, claims, reports)``: the most spoken of first."""
    link, claim, report = tables.claim_link.c, tables.claim.c, tables.report.c
    claims, reports = func.count(claim.row), func.count(report.id.distinct())
    query = (
        select(tables.named.c.value, tables.named.c.payload, claims.label("claims"), reports.label("reports"))
        .join(tables.claim_link, and_(link.kind == tables.named.c.kind, link.value == tables.named.c.value))
        .join(tables.claim, claim.row == link.claim)
        .join(tables.report, report.row == claim.report)
        .where(tables.named.c.kind == kind, _PRESENT)
        .group_by(tables.named.c.value)
        .order_by(claims.desc(), tables.named.c.value)
    )
    return connection.execute(query).all()


def outlets(connection: Connection) -> list[str]:
    """The outlets of present reports, by name."""
    outlet = tables.report.c.outlet
    query = select(outlet).where(_PRESENT, outlet.is_not(None)).distinct().order_by(outlet)
    return list(connection.execute(query).scalars())


def find(connection: Connection, prefix: str) -> list[tuple[str, str]]:
    """``(kind, id)`` of what begins so: present reports and their claims, events, spells, contradictions, decisions."""
    found: list[tuple[str, str]] = []
    for name in ("report", "claim", "event", "spell", "contradiction", "decision"):
        table = tables.metadata.tables[name]
        query = select(table.c.id).distinct().where(table.c.id.startswith(prefix, autoescape=True))
        if name == "claim":
            query = query.join(tables.report, tables.report.c.row == table.c.report).where(_PRESENT)
        found += [(name, identity) for (identity,) in connection.execute(query.order_by(table.c.id).limit(_MOST_FOUND))]
    exact = [pair for pair in found if pair[1] == prefix]
    return exact or found[:_MOST_FOUND]


def _keys(connection: Connection, query: Any) -> list[int]:
    return list(connection.execute(query).scalars())


def _report_order() -> tuple[ColumnElement[str], ColumnElement[str]]:
    return func.coalesce(tables.report.c.published, _UNKNOWN_LAST), tables.report.c.id


def _narrowed(query: Select[Any], table: Table, links: Table, owner: str, wanted: Filter) -> Select[Any]:
    if wanted.types:
        query = query.where(table.c.type.in_(wanted.types))
    if wanted.without_types:
        query = query.where(table.c.type.not_in(wanted.without_types))
    for kind, values in wanted.links:
        query = query.where(_linked(table, links, owner, kind, values))
    first, last = table.c.first_day, table.c.last_day
    if wanted.since:  # a state that began at an unknown time and lasts can overlap any day
        query = query.where(or_(last >= wanted.since, and_(last.is_(None), first >= wanted.since)))
    if wanted.until:
        query = query.where(or_(first <= wanted.until, and_(first.is_(None), last.is_not(None))))
    return query


def _linked(table: Table, links: Table, owner: str, kind: Link, values: Sequence[str]) -> ColumnElement[bool]:
    owned = select(links.c[owner]).where(links.c.kind == kind, among(links.c.value, values))
    return table.c.row.in_(owned)


def among(column: ColumnElement[object], values: Iterable[object]) -> ColumnElement[bool]:
    """``column IN values`` with one parameter, however many values there are."""
    several = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(several.c.value))
