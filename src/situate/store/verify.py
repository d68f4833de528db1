"""Checking a whole record: every offset and quote, every hash, every link. Nothing is changed, nothing is believed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from situate.errors import BadArgument, BadReport
from situate.model.claim import Claim, Evidence
from situate.model.codec import claim_from, decision_from, report_from
from situate.model.codec_derived import contradiction_from, event_from, spell_from
from situate.model.ids import claim_id
from situate.model.record import Problem
from situate.model.report import Report
from situate.ports import Archive
from situate.store import rows, searching, tables, writing
from situate.store.record import SqlStore

_PAGE = 100
_WORDS = tuple(
    field.name
    for field in dataclasses.fields(Report)
    if field.name not in ("furniture", "warnings", "persons", "extra")
)
_COPIED = ("published", "outlet", "language", "title", "source_path", "original")
_NOT_COPIED = frozenset({"payload", "salience", "confidence"})  # the last two are rounded in what they are taken from
_BROKEN = (KeyError, TypeError, ValueError, AttributeError, BadReport)


def verify(store: SqlStore, archive: Archive | None = None) -> Iterator[Problem]:
    """All that does not hold, in a fixed order; ``archive`` is where originals lie (``None`` = not looked at)."""
    yield from store.query(_broken_keys)
    yield from _bodies(store)
    yield from store.query(_torn_histories)
    yield from _reports(store, archive)
    yield from _decisions(store)
    present = store.query(_present_claims)
    yield from _derived(store, tables.event, event_from, rows.event_row, present)
    yield from _derived(store, tables.spell, spell_from, rows.spell_row, present)
    yield from _derived(store, tables.contradiction, contradiction_from, rows.contradiction_row, present)
    yield from store.query(_fingerprint)
    yield from store.query(_not_indexed)


def _broken_keys(connection: Connection) -> list[Problem]:
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [
        Problem(item=f"{row[0]} row {row[1]}", check="link", found=f"points into {row[2]}, at nothing") for row in found
    ]


def _torn_histories(connection: Connection) -> list[Problem]:
    """Reports without one present version, or with versions that another report's replaced."""
    report, other = tables.report.c, tables.report.alias()
    present = func.count().filter(report.superseded_by.is_(None))
    torn = connection.execute(select(report.id).group_by(report.id).having(present != 1).order_by(report.id)).scalars()
    problems = [Problem(item=f"report {one}", check="link", found="has not one present version") for one in torn]
    strange = (
        select(report.id, report.version)
        .join(other, other.c.row == report.superseded_by)
        .where((other.c.id != report.id) | (other.c.row == report.row))
        .order_by(report.row)
    )
    return problems + [
        Problem(item=f"report {one} version {version}", check="link", found="was replaced by no version of its own")
        for one, version in connection.execute(strange)
    ]


def _decisions(store: SqlStore) -> Iterator[Problem]:
    """What reviewers decided reads as its row says."""
    for row in _all(store, tables.decision, tables.decision.c.row):
        try:
            whole = rows.decision_row(decision_from(rows.loads(row.payload)))
        except _BROKEN as problem:
            yield Problem(item=f"decision {row.id}", check="shape", found=f"cannot be read: {problem}")
            continue
        if any(getattr(row, key) != whole[key] for key in ("id", "claim", "report", "at")):
            yield Problem(item=f"decision {row.id}", check="hash", found="its row does not say what it says")


def _bodies(store: SqlStore) -> Iterator[Problem]:
    for row in _all(store, tables.body, tables.body.c.hash):
        if rows.body_hash(row.text) != row.hash:
            yield Problem(item=f"text {row.hash[:16]}", check="hash", found="the text is not the one that was read")


def _reports(store: SqlStore, archive: Archive | None) -> Iterator[Problem]:
    originals: dict[str, str | None] = {}
    for row in _all(store, tables.report, tables.report.c.row):
        item = f"report {row.id} version {row.version}"
        text = store.query(lambda connection, key=row.body: _text(connection, key))  # type: ignore[misc]
        if text is None:
            yield Problem(item=item, check="link", found="its text is not there")
            continue
        try:
            report = report_from(rows.loads(row.payload) | {"text": text})
        except _BROKEN as problem:
            yield Problem(item=item, check="shape", found=f"cannot be read: {problem}")
            continue
        odd = [name for name in _WORDS if not isinstance(getattr(report, name), str | None)]
        if odd:
            yield Problem(item=item, check="shape", found=f"its {odd[0]} is no text")
        if report.id != row.id:
            yield Problem(item=item, check="link", found=f"is kept as that of another report, {report.id}")
        if archive is not None and report.original is not None:
            if report.original not in originals:
                originals[report.original] = _original(archive, report.original)
            wrong = originals[report.original]
            if wrong:
                yield Problem(item=item, check="original", found=wrong)
        yield from _claims(store, report, row)


def _original(archive: Archive, sha256: str) -> str | None:
    """What is wrong with an original, ``None`` when it is sound."""
    try:
        data = archive.read(sha256)
    except BadArgument as problem:
        return problem.message.rstrip(".")
    if data is None:
        return f"original {sha256[:16]} is not in the archive"
    return None if hashlib.sha256(data).hexdigest() == sha256 else f"original {sha256[:16]} is not what was archived"


def _claims(store: SqlStore, report: Report, row: Any) -> Iterator[Problem]:
    table = tables.claim
    query = select(table).where(table.c.report == row.row).order_by(table.c.position)
    found: Sequence[Any] = store.query(lambda connection: connection.execute(query).all())
    sealed = rows.seal_hash(row.payload, rows.body_hash(report.text), (one.payload for one in found)) == row.seal
    name = f"report {row.id} version {row.version}"
    if not sealed:
        yield Problem(item=name, check="hash", found="it or a claim of it was changed")
    else:
        yield from _beside(name, row, {key: getattr(report, key) for key in _COPIED})
    ids = {one.id for one in found}
    for one in found:
        item = f"claim {one.id}"
        try:
            claim = claim_from(rows.loads(one.payload))
        except _BROKEN as problem:
            yield Problem(item=item, check="shape", found=f"cannot be read: {problem}")
            continue
        if sealed:
            yield from _beside(item, one, rows.claim_row(claim, report=row.row))
        for words in _wrong_words(claim, report.text):
            yield Problem(item=item, check="quote", found=words)
        if claim.id != one.id or claim.id != claim_id(report.id, claim.type, claim.trigger.span):
            yield Problem(item=item, check="hash", found="its id is not that of its report, type and trigger")
        if claim.report != report.id:
            yield Problem(item=item, check="link", found=f"names another report, {claim.report}")
        if claim.same_as is not None and claim.same_as not in ids:
            yield Problem(
                item=item, check="link", found=f"tells the same as {claim.same_as}, which is not in its report"
            )


def _beside(item: str, row: Any, made: rows.Row) -> Iterator[Problem]:
    """What is copied out of a value so that it can be found by it must be what it says."""
    odd = [key for key, value in made.items() if key not in _NOT_COPIED and getattr(row, key) != value]
    if odd:
        yield Problem(item=item, check="hash", found=f"its column {odd[0]} does not say what it says")


def _wrong_words(claim: Claim, text: str) -> Iterator[str]:
    for name, evidence in _evidence(claim):
        actual = evidence.span.of(text)
        if actual != evidence.quote:
            at = f"{evidence.span.start}:{evidence.span.end}"
            yield f"{name} at {at} is quoted as {evidence.quote[:60]!r}; the text has {actual[:60]!r}"


def _evidence(claim: Claim) -> Iterator[tuple[str, Evidence]]:
    yield "trigger", claim.trigger
    yield from ((role.role, role.evidence) for role in claim.roles)
    yield from (("speaker", speaker.evidence) for speaker in claim.speakers)


def _derived(
    store: SqlStore,
    table: Table,
    decode: Callable[[rows.Row], Any],
    row_of: Callable[[Any, int], rows.Row],
    present: frozenset[str],
) -> Iterator[Problem]:
    for row in _all(store, table, table.c.row):
        item = f"{table.name} {row.id}"
        try:
            value = decode(rows.loads(row.payload))
        except _BROKEN as problem:
            yield Problem(item=item, check="shape", found=f"cannot be read: {problem}")
            continue
        yield from _beside(item, row, row_of(value, row.row))
        missing = [one for one in _claims_behind(value) if one not in present]
        if missing:
            yield Problem(item=item, check="link", found=f"rests on {missing[0]}, which is no claim of the record")
        elif not list(_claims_behind(value)):
            yield Problem(item=item, check="link", found="rests on no claim")


def _claims_behind(value: Any) -> Iterable[str]:
    if hasattr(value, "values"):
        return (claim for _value, claims in value.values for claim in claims)
    return (*value.claims, *getattr(value, "ended_by", ()))


def _present_claims(connection: Connection) -> frozenset[str]:
    claim, report = tables.claim.c, tables.report.c
    query = select(claim.id).join(tables.report, report.row == claim.report).where(report.superseded_by.is_(None))
    return frozenset(connection.execute(query).scalars())


def _fingerprint(connection: Connection) -> list[Problem]:
    kept, actual = writing.get_meta(connection, "content") or "0", writing.recount(connection)
    if int(kept, 16) == int(actual, 16):
        return []
    return [Problem(item="record", check="hash", found="reports were added or changed by something else than situate")]


def _not_indexed(connection: Connection) -> list[Problem]:
    """Reports and claims that the full-text indexes do not have: they would never be found."""
    found = [(table, searching.missing(connection, table)) for table in ("report", "claim")]
    return [
        Problem(item="full text", check="link", found=f"{count} {table}(s) are not in it")
        for table, count in found
        if count
    ]


def _text(connection: Connection, key: str) -> str | None:
    value: str | None = connection.execute(select(tables.body.c.text).where(tables.body.c.hash == key)).scalar()
    return value


def _all(store: SqlStore, table: Table, key: Any) -> Iterator[Any]:
    """All rows, a page at a time, in the order of ``key``."""
    last: object = None
    while True:
        query = select(table).order_by(key).limit(_PAGE)
        query = query if last is None else query.where(key > last)
        page: Sequence[Any] = store.query(lambda connection, ask=query: connection.execute(ask).all())  # type: ignore[misc]
        if not page:
            return
        yield from page
        last = getattr(page[-1], key.name)
