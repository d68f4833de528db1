"""Forgetting: the one way in which rows leave a record. What is erased is gone from the file, not only from its lists.

``erase`` runs inside a transaction of its caller: all goes, or nothing. SQLite leaves what it deletes in free pages and
in its log; ``scrub`` writes the file anew without them. A run that was killed between the two is finished when the
record is next opened (``pending``).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select, text, update

from situate.errors import RecordBusy
from situate.model.codec import claim_from
from situate.model.ids import digest
from situate.model.record import Erased
from situate.store import searching, tables, writing
from situate.store.reading import among, resting
from situate.store.rows import loads, named_of

_PENDING = "scrub"
_NAMES = ("place", "actor", "speaker")
_NAMING = text(
    "SELECT DISTINCT claim.payload FROM json_each(:names) AS name JOIN claim_link AS link "
    "ON link.kind = json_extract(name.value, '$[0]') AND link.value = json_extract(name.value, '$[1]') "
    "JOIN claim ON claim.row = link.claim"
)
_UNNAME = text(
    "DELETE FROM named WHERE (kind, value) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:names))"
)


def erase(connection: Connection, reports: Collection[str], *, reason: str, now: str) -> Erased:
    """Take reports away with all that hangs on them and all that was derived; a tombstone for each version stays."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    report, claim = tables.report.c, tables.claim.c
    versions = connection.execute(select(tables.report).where(among(report.id, reports)).order_by(report.row)).all()
    if not versions:
        return Erased()
    keys = [row.row for row in versions]
    claims = connection.execute(select(claim.row, claim.id).where(among(claim.report, keys))).all()
    decisions = _without_decisions(connection, reports, [one.id for one in claims])
    failures = _without_failures(connection, versions)
    _without_claims(connection, [one.row for one in claims])
    connection.execute(delete(tables.report).where(among(report.row, keys)))
    connection.execute(delete(tables.body).where(tables.body.c.hash.not_in(select(report.body))))
    for row in versions:
        if row.superseded_by is None:
            writing.shift_content(connection, -writing.weight(row.id, row.version, row.content, row.extractor))
    searching.index_all(connection)
    _bury(connection, versions, reason, now)
    originals = {row.original for row in versions if row.original}
    shared = resting(connection, originals)
    gone = originals - shared
    failed = tables.failure
    connection.execute(update(failed).where(among(failed.c.original, gone)).values(original=None))
    _without_derived(connection)
    writing.put_meta(connection, _PENDING, now)
    return Erased(
        versions=len(versions),
        claims=len(claims),
        decisions=decisions,
        failures=failures,
        originals=tuple(sorted(gone)),
        shared=tuple(sorted(shared)),
    )


def _without_decisions(connection: Connection, reports: Collection[str], claims: Collection[str]) -> int:
    table = tables.decision.c
    about = or_(among(table.report, reports), among(table.claim, claims))
    found = connection.execute(select(table.id).where(about)).scalars().all()
    connection.execute(delete(tables.decision).where(among(table.id, found)))
    for identity in found:
        writing.shift_content(connection, -int(digest("decision", identity), 16))
    return len(found)


def _without_failures(connection: Connection, versions: Sequence[Any]) -> int:
    """An item may since be another report: of a file that has changed, only what failed of these bytes goes."""
    table = tables.failure.c
    items, originals = ({getattr(row, key) for row in versions} - {None} for key in ("source_path", "original"))
    of_these = or_(table.original.is_(None), among(table.original, originals))
    about = or_(among(table.item, {row.id for row in versions}), and_(among(table.item, items), of_these))
    return int(connection.execute(delete(tables.failure).where(about)).rowcount)


def _without_claims(connection: Connection, claims: Sequence[int]) -> None:
    """Claims and their links go; places, actors and speakers are described by what other claims say of them."""
    link = tables.claim_link.c
    theirs = select(link.kind, link.value).distinct().where(link.kind.in_(_NAMES), among(link.claim, claims))
    wanted = {(kind, value) for kind, value in connection.execute(theirs)}
    connection.execute(delete(tables.claim_link).where(among(link.claim, claims)))
    connection.execute(delete(tables.claim).where(among(tables.claim.c.row, claims)))
    names = {"names": json.dumps(sorted(wanted))}
    connection.execute(_UNNAME, names)
    said = connection.execute(_NAMING, names).scalars()
    told = (name for payload in said for name in named_of(claim_from(loads(payload), lean=True)))
    writing.describe(connection, {name for name in told if name[:2] in wanted})


def _bury(connection: Connection, versions: Sequence[Any], reason: str, now: str) -> None:
    """Tombstones; those of an earlier forgetting of the same reports stay as they are."""
    for identity, body, original in sorted({(row.id, row.body, row.original or "") for row in versions}):
        values = {"id": identity, "body": body, "original": original or None, "at": now, "reason": reason}
        connection.execute(tables.forgotten.insert().values(**values))


def _without_derived(connection: Connection) -> None:
    """What was derived quotes reports; it is made again. All that the record says of it goes too."""
    for table in tables.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(tables.meta).where(tables.meta.c.key != "content"))


def scrub(connection: sqlite3.Connection, name: str) -> None:
    """Write the file anew without free pages, and empty its log; ``connection`` is in no transaction.

    :raises RecordBusy: another process reads the record; it is done when the record is next opened.
    """
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise RecordBusy(
            f"It is erased from {name}, but another process still reads the pages that held it.",
            remedy="They are overwritten when the record is next opened after that.",
        )
    connection.execute("DELETE FROM meta WHERE key = ?", (_PENDING,))


def pending(connection: sqlite3.Connection, name: str) -> None:
    """Finish what a killed run of ``forget`` has begun; where that cannot be done now, it is left for the next time."""
    if connection.execute("SELECT 1 FROM meta WHERE key = ?", (_PENDING,)).fetchone():
        with suppress(sqlite3.OperationalError, RecordBusy):
            scrub(connection, name)
