"""Rows in: every function runs inside a transaction that its caller opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from situate.model.codec import claim_json, dumps
from situate.model.decision import Decision
from situate.model.failure import Failure
from situate.model.ids import digest
from situate.model.record import Entry, Status
from situate.model.report import Report
from situate.store import reading, rows, searching, tables

_WORD = 1 << 64

_NAMED = ("kind", "value", "rank", "payload")

# What is asked for every report stands here as it is sent: to build it anew each time would cost more than to run it.
_PRESENT = "SELECT row, version, content, extractor FROM report WHERE id = ? AND superseded_by IS NULL"
_LAST_VERSION = "SELECT coalesce(max(version), 0) FROM report WHERE id = ?"
_LAST_CLAIM = "SELECT coalesce(max(row), 0) FROM claim"
_ADD_BODY = "INSERT INTO body (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING"
_GET_META = "SELECT value FROM meta WHERE key = ?"
_PUT_META = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

# The best description is kept, the first in the alphabet among equals: the order of reading does not matter.
_BETTER_NAME = text(
    "INSERT INTO named (kind, value, rank, payload) VALUES (:kind, :value, :rank, :payload) "
    "ON CONFLICT (kind, value) DO UPDATE SET rank = excluded.rank, payload = excluded.payload "
    "WHERE excluded.rank < named.rank OR (excluded.rank = named.rank AND excluded.payload < named.payload)"
)


def status(connection: Connection, report: Report, extractor: str) -> Status:
    """Whether the present version of this report is this one, read by this model; or whether it was forgotten."""
    return _status(connection, report, rows.content_hash(report), extractor)[0]


def _status(connection: Connection, report: Report, content: str, extractor: str) -> tuple[Status, Any]:
    """The same with the present version."""
    present = present_version(connection, report.id)
    if present is not None and (present.content, present.extractor) == (content, extractor):
        return "unchanged", present
    if reading.tombstone(connection, report.id, rows.body_hash(report.text)) is not None:
        return "forgotten", present
    return "changed" if present else "new", present


def add_entry(connection: Connection, entry: Entry, now: str) -> Status:
    """Keep a report with its claims as the present version, unless it is in already or was forgotten. What it was."""
    report, content = entry.report, rows.content_hash(entry.given or entry.report)
    status, present = _status(connection, report, content, entry.extractor)
    if status in ("unchanged", "forgotten"):
        return status
    version = 1 + last_version(connection, report.id)
    key = add_version(connection, entry, version, now)
    if present is not None:
        connection.execute(update(tables.report).where(tables.report.c.row == present.row).values(superseded_by=key))
        shift_content(connection, -weight(report.id, present.version, present.content, present.extractor))
    shift_content(connection, weight(report.id, version, content, entry.extractor))
    return status


def add_version(connection: Connection, entry: Entry, version: int, now: str) -> int:
    """Add a version of a report with its claims, beside those that are there; the row of it."""
    claims = [dumps(claim_json(claim, whole=True)) for claim in entry.claims]
    row = rows.report_row(entry, version=version, claims=claims, now=now)
    connection.exec_driver_sql(_ADD_BODY, (row["body"], entry.report.text))
    key = _inserted(connection, row)
    _add_claims(connection, entry, key, claims)
    searching.index_report(connection, key)
    return key


def last_version(connection: Connection, report: str) -> int:
    """The highest version of a report, 0 without one (the present one is not the highest where records were merged)."""
    return int(connection.exec_driver_sql(_LAST_VERSION, (report,)).scalar_one())


def _inserted(connection: Connection, row: rows.Row) -> int:
    key = connection.execute(insert(tables.report), row).inserted_primary_key
    if key is None:
        raise LookupError("a report row without a key")
    return int(key[0])


def _add_claims(connection: Connection, entry: Entry, report: int, payloads: Sequence[str]) -> None:
    if not entry.claims:
        return
    first = int(connection.exec_driver_sql(_LAST_CLAIM).scalar_one()) + 1
    keys = range(first, first + len(entry.claims))
    names = [tuple(rows.named_of(claim)) for claim in entry.claims]
    connection.execute(
        insert(tables.claim),
        [
            {"row": key, "position": position, "payload": payload, **rows.claim_row(claim, report=report)}
            for position, (key, claim, payload) in enumerate(zip(keys, entry.claims, payloads, strict=True))
        ],
    )
    links = map(rows.claim_links, entry.claims, repeat(entry.report.outlet), names)
    link(connection, tables.claim_link, "claim", zip(keys, links, strict=True))
    describe(connection, {one for some in names for one in some})


def describe(connection: Connection, names: Iterable[rows.Name]) -> None:
    """Keep the best description of each place, actor and speaker."""
    described = [dict(zip(_NAMED, name, strict=True)) for name in sorted(names)]
    if described:
        connection.execute(_BETTER_NAME, described)


def link(connection: Connection, table: Table, owner: str, found: Iterable[tuple[int, list[tuple[str, str]]]]) -> None:
    """Fill a table of links: ``found`` pairs each owner's row with its ``(kind, value)``."""
    links = [{"kind": kind, "value": value, owner: row} for row, pairs in found for kind, value in pairs]
    if links:
        connection.execute(insert(table), links)


def add_failures(connection: Connection, failures: Sequence[Failure], now: str) -> None:
    """Keep failures; one that is known and was mended since counts again."""
    for failure in failures:
        new = upsert(tables.failure).values(**rows.failure_row(failure, now))
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"mended_at": None}))


def mend(connection: Connection, items: Iterable[str], now: str) -> None:
    """Mark failures of items that could be read now."""
    for item in items:
        failed = (tables.failure.c.item == item) & tables.failure.c.mended_at.is_(None)
        connection.execute(update(tables.failure).where(failed).values(mended_at=now))


def add_decision(connection: Connection, decision: Decision) -> None:
    """Add a decision once."""
    new = upsert(tables.decision).values(**rows.decision_row(decision)).on_conflict_do_nothing(index_elements=["id"])
    if connection.execute(new).rowcount:
        shift_content(connection, int(digest("decision", decision.id), 16))


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Set a value of the record about itself."""
    connection.exec_driver_sql(_PUT_META, (key, value))


def get_meta(connection: Connection, key: str) -> str | None:
    """A value of the record about itself."""
    value: str | None = connection.exec_driver_sql(_GET_META, (key,)).scalar()
    return value


def recount(connection: Connection) -> str:
    """The fingerprint of what is there, counted anew."""
    table = tables.report.c
    query = select(table.id, table.version, table.content, table.extractor).where(table.superseded_by.is_(None))
    total = sum(weight(*row) for row in connection.execute(query))
    decisions = connection.execute(select(tables.decision.c.id)).scalars()
    total += sum(int(digest("decision", identity), 16) for identity in decisions)
    return f"{total % _WORD:016x}"


def shift_content(connection: Connection, change: int) -> None:
    """The fingerprint is a sum of hashes: it does not depend on order, and a replaced version leaves no trace in it."""
    before = int(get_meta(connection, "content") or "0", 16)
    put_meta(connection, "content", f"{(before + change) % _WORD:016x}")


def weight(report: str, version: int, content: str, extractor: str) -> int:
    """What a present version adds to the fingerprint."""
    return int(digest("report", report, str(version), content, extractor), 16)


def present_version(connection: Connection, report: str) -> Any:
    """``(row, version, content, extractor)`` of the present version, ``None`` when the report is not in."""
    return connection.exec_driver_sql(_PRESENT, (report,)).first()
