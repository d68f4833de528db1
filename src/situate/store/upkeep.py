"""What is done to a record as a whole, beside reading into it: forgetting reports, taking in those of another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, select

from situate.model.claim import Claim
from situate.model.codec import claim_from
from situate.model.decision import Decision
from situate.model.failure import Failure
from situate.model.matching import attached
from situate.model.record import Erased, Taken, Tombstone, Version
from situate.model.report import Report
from situate.store import erasing, reading, rows, tables
from situate.store.opened import Opened
from situate.store.taking import Taking

_T = TypeVar("_T")


class Upkeep(Opened):
    """The part of :class:`situate.store.SqlStore` that forgets and takes in; see :class:`situate.ports.Store`."""

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, in order."""
        table = tables.report.c
        with self._read() as connection:
            return tuple(connection.execute(select(table.id).distinct().order_by(table.id)).scalars())

    def history(self, report: str) -> tuple[Version, ...]:
        """All versions of a report with their claims, in the order in which they came in."""
        with self._read() as connection:
            return self._history(connection, report)

    def former(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims with these ids, also replaced ones, that were read in the text that their report has now."""
        with self._read() as connection:
            return self._former(connection, ids)

    def forget(self, reports: Collection[str], *, reason: str, now: str) -> Erased:
        """Erase reports: all versions, their claims, decisions on them, failures about them, all that was derived."""
        with self._write() as connection:
            return erasing.erase(connection, reports, reason=reason, now=now)

    def readmit(self, report: str) -> int:
        """Take the tombstones of a report away, so that it can be read again; how many there were."""
        with self._write() as connection:
            return int(connection.execute(delete(tables.forgotten).where(tables.forgotten.c.id == report)).rowcount)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What is left of forgotten reports, by id."""
        table = tables.forgotten
        with self._read() as connection:
            found = connection.execute(select(table).order_by(table.c.id, table.c.row)).all()
        return tuple(_tombstone(row) for row in found)

    def tombstone(self, report: Report) -> Tombstone | None:
        """Why a report cannot be read: it, or the very text of it, was forgotten."""
        with self._read() as connection:
            row = reading.tombstone(connection, report.id, rows.body_hash(report.text))
        return None if row is None else _tombstone(row)

    def resting(self, originals: Collection[str]) -> frozenset[str]:
        """Those of these originals that a version of a report rests on."""
        with self._read() as connection:
            return reading.resting(connection, originals)

    def take(
        self,
        histories: Iterable[Sequence[Version]],
        decisions: Sequence[Decision],
        failures: Sequence[Failure],
        *,
        keep: Callable[[str], bool],
        now: str,
    ) -> Taken:
        """Take reports of another record in, all or none; what is in already changes nothing."""
        with self._write() as connection:
            taking = Taking(connection=connection, own=partial(self._history, connection), keep=keep, now=now)
            return taking.take(histories, decisions, failures)

    def _history(self, connection: Connection, report: str) -> tuple[Version, ...]:
        found = reading.stored(connection, tables.report.c.id == report)
        return tuple(Version(stored=self._report(row), claims=self._claims_in(connection, row.row)) for row in found)

    def _claims_in(self, connection: Connection, report: int) -> tuple[Claim, ...]:
        found = reading.claims_of(connection, report)
        return tuple(self._decoded("claim", identity, payload, claim_from) for identity, payload in found)

    def _former(self, connection: Connection, ids: Iterable[str]) -> dict[str, Claim]:
        found = reading.former_claims(connection, list(ids))
        return {identity: self._decoded("claim", identity, payload, claim_from) for identity, payload in found}

    def _attached(self, connection: Connection, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """Decisions on claims that a later reading does not have, on those that overlap them."""
        there = reading.present_claims(connection, [one.claim for one in made])
        former = self._former(connection, [one.claim for one in made if one.claim not in there])
        if not former:
            return tuple(made)
        rivals = [
            self._decoded("claim", identity, payload, claim_from)
            for identity, payload in reading.claims_of_reports(connection, {claim.report for claim in former.values()})
        ]
        return attached(made, former, rivals)


def _tombstone(row: Any) -> Tombstone:
    return Tombstone(id=row.id, body=row.body, original=row.original, at=row.at, reason=row.reason)
