"""Rows in: every function runs inside a transaction that its caller opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from situate.model.codec import claim_json, dumps
from situate.model.decision import Decision
from situate.model.failure import Failure
from situate.model.ids import digest
from situate.model.report import Report
from situate.ports import Entry, Status
from situate.store import rows, searching, tables

_WORD = 1 << 64

_NAMED = ("kind", "value", "rank", "payload")

# The best description is kept, the first in the alphabet among equals: the order of reading does not matter.
_BETTER_NAME = text(
    "INSERT INTO named (kind, value, rank, payload) VALUES (:kind, :value, :rank, :payload) "
    "ON CONFLICT (kind, value) DO UPDATE SET rank = excluded.rank, payload = excluded.payload "
    "WHERE excluded.rank < named.rank OR (excluded.rank = named.rank AND excluded.payload < named.payload)"
)


def status(connection: Connection, report: Report, extractor: str) -> Status:
    """Whether the present version of this report is this one, read by this model."""
    present = _present(connection, report.id)
    if present is None:
        return "new"
    same = (present.content, present.extractor) == (rows.content_hash(report), extractor)
    return "unchanged" if same else "changed"


def add_entry(connection: Connection, entry: Entry, now: str) -> Status:
    """Keep a report with its claims as the present version; nothing changes when it is in already. What it was."""
    report, content = entry.report, rows.content_hash(entry.given or entry.report)
    present = _present(connection, report.id)
    if present is not None and (present.content, present.extractor) == (content, entry.extractor):
        return "unchanged"
    claims = [dumps(claim_json(claim, whole=True)) for claim in entry.claims]
    row = rows.report_row(entry, version=1 + (present.version if present else 0), claims=claims, now=now)
    connection.execute(upsert(tables.body).values(hash=row["body"], text=report.text).on_conflict_do_nothing())
    key = _inserted(connection, row)
    if present is not None:
        connection.execute(update(tables.report).where(tables.report.c.row == present.row).values(superseded_by=key))
        _shift_content(connection, -_weight(report.id, present.version, present.content, present.extractor))
    _shift_content(connection, _weight(report.id, row["version"], content, entry.extractor))
    _add_claims(connection, entry, key, claims)
    searching.index_report(connection, key)
    return "changed" if present else "new"


def _inserted(connection: Connection, row: rows.Row) -> int:
    result = connection.execute(insert(tables.report).values(**row))
    key = result.inserted_primary_key
    if key is None:
        raise LookupError("a report row without a key")
    return int(key[0])


def _add_claims(connection: Connection, entry: Entry, report: int, payloads: Sequence[str]) -> None:
    if not entry.claims:
        return
    first = int(connection.execute(select(func.coalesce(func.max(tables.claim.c.row), 0))).scalar_one()) + 1
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
    described = [dict(zip(_NAMED, name, strict=True)) for name in sorted({one for some in names for one in some})]
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
        _shift_content(connection, int(digest("decision", decision.id), 16))


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Set a value of the record about itself."""
    new = upsert(tables.meta).values(key=key, value=value)
    connection.execute(new.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def get_meta(connection: Connection, key: str) -> str | None:
    """A value of the record about itself."""
    value: str | None = connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar()
    return value


def recount(connection: Connection) -> str:
    """The fingerprint of what is there, counted anew."""
    table = tables.report.c
    query = select(table.id, table.version, table.content, table.extractor).where(table.superseded_by.is_(None))
    total = sum(_weight(*row) for row in connection.execute(query))
    decisions = connection.execute(select(tables.decision.c.id)).scalars()
    total += sum(int(digest("decision", identity), 16) for identity in decisions)
    return f"{total % _WORD:016x}"


def _shift_content(connection: Connection, weight: int) -> None:
    """The fingerprint is a sum of hashes: it does not depend on order, and a replaced version leaves no trace in it."""
    before = int(get_meta(connection, "content") or "0", 16)
    put_meta(connection, "content", f"{(before + weight) % _WORD:016x}")


def _weight(report: str, version: int, content: str, extractor: str) -> int:
    return int(digest("report", report, str(version), content, extractor), 16)


def _present(connection: Connection, report: str) -> Any:
    """``(row, version, content, extractor)`` of the present version, ``None`` when the report is not in."""
    table = tables.report.c
    present = (table.id == report) & table.superseded_by.is_(None)
    return connection.execute(select(table.row, table.version, table.content, table.extractor).where(present)).first()
