"""Taking the reports of another record in; every function runs inside a transaction that its caller opened.

Two records tell the same report when its content, the model that read it, and its claims are the same: it is in once.
Otherwise both readings are kept as versions, and the one that came in last is present, whichever record it came from;
so it does not matter which of two records is taken into which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, ProgrammingError

from situate.errors import BadRecord
from situate.model.codec import claim_json, dumps
from situate.model.decision import Decision
from situate.model.failure import FORGOTTEN, Failure
from situate.model.ids import digest
from situate.model.record import Entry, Taken, Version
from situate.model.report import Report
from situate.store import reading, rows, tables, writing

_UNFIT = (DataError, IntegrityError, InterfaceError, ProgrammingError, TypeError, ValueError, AttributeError)
_REMEDY = "Ask whoever gave it to you for the reports."


@dataclass(slots=True, kw_only=True)
class Taking:
    """One run: ``own`` gives the versions of a report that are in already, ``keep`` is told of originals to be kept."""

    connection: Connection
    own: Callable[[str], Sequence[Version]]
    keep: Callable[[str], bool]
    now: str
    counted: Counter[str] = field(default_factory=Counter)
    away: list[str] = field(default_factory=list)
    items: set[str] = field(default_factory=set)

    def take(
        self, histories: Iterable[Sequence[Version]], decisions: Sequence[Decision], failures: Sequence[Failure]
    ) -> Taken:
        """Take these in.

        :raises BadRecord: something cannot be kept, or a decision is another one here.
        """
        read_here = self._items()
        for history in histories:
            _guarded(f"report {history[0].stored.report.id}", partial(self._report, history))
        writing.mend(self.connection, sorted(self.items), self.now)
        for decision in decisions:
            _guarded(f"decision {decision.id}", partial(self._decision, decision))
        for failure in failures:
            if failure.reason != FORGOTTEN and not (failure.whole and failure.item in read_here):
                _guarded(f"failure of {failure.item}", partial(self._failure, failure))
        return Taken(forgotten=tuple(self.away), **self.counted)

    def _items(self) -> frozenset[str]:
        """The items of present reports."""
        table = tables.report.c
        found = select(table.source_path).where(table.superseded_by.is_(None), table.source_path.is_not(None))
        return frozenset(self.connection.execute(found).scalars())

    def _report(self, history: Sequence[Version]) -> None:
        versions = [version for version in history if not self._forgotten(version.stored.report)]
        theirs = next((version for version in versions if not version.stored.superseded), None)
        if theirs is None:
            self.away.append(history[0].stored.report.id)
            return
        own = self.own(theirs.stored.report.id)
        ours = next((version for version in own if not version.stored.superseded), None)
        wins = ours is None or (_key(ours) != _key(theirs) and _age(ours) < _age(theirs))
        known = {_key(version) for version in own}
        older = {_key(version): version for version in versions if version is not theirs or not wins}
        missing = [version for key, version in older.items() if key not in known]
        self._settle([*missing, *([theirs] if wins else [])], theirs, wins=wins)
        outlets = {ours.stored.report.outlet, theirs.stored.report.outlet} if ours is not None else set()
        self.counted["of_others"] += len(outlets - {None}) > 1
        self.counted["new" if ours is None else "changed" if wins else "older" if missing else "same"] += 1

    def _settle(self, added: Sequence[Version], theirs: Version, *, wins: bool) -> None:
        """Add versions of a report, the last of which replaces all others if it ``wins``."""
        if not added:
            return
        report = theirs.stored.report
        before = writing.present_version(self.connection, report.id)
        keys = [self._add(version) for version in added]
        winner = keys[-1] if wins else before.row
        others = (tables.report.c.id == report.id) & tables.report.c.superseded_by.is_(None)
        replaced = update(tables.report).where(others, tables.report.c.row != winner)
        self.connection.execute(replaced.values(superseded_by=winner))
        if not wins:
            return
        if report.source_path:
            self.items.add(report.source_path)
        for row, sign in ((before, -1), (writing.present_version(self.connection, report.id), 1)):
            if row is not None:
                weight = writing.weight(report.id, row.version, row.content, row.extractor)
                writing.shift_content(self.connection, sign * weight)

    def _add(self, version: Version) -> int:
        stored = version.stored
        report = replace(stored.report, original=self._kept(stored.report.original))
        entry = Entry(report=report, claims=version.claims, extractor=stored.extractor, given=report.as_given())
        self.counted["claims"] += len(version.claims)
        number = 1 + writing.last_version(self.connection, report.id)
        return writing.add_version(self.connection, entry, number, stored.ingested_at)

    def _kept(self, original: str | None) -> str | None:
        return original if original is not None and self.keep(original) else None

    def _forgotten(self, report: Report) -> bool:
        return reading.tombstone(self.connection, report.id, rows.body_hash(report.text)) is not None

    def _decision(self, decision: Decision) -> None:
        if reading.tombstone(self.connection, decision.report, "") is not None:
            return
        table = tables.decision.c
        known = self.connection.execute(select(table.payload).where(table.id == decision.id)).scalar()
        if known is None:
            writing.add_decision(self.connection, decision)
            self.counted["decisions"] += 1
        elif known != rows.decision_row(decision)["payload"]:
            raise BadRecord(f"Nothing was taken in: decision {decision.id} is another one here.", remedy=_REMEDY)

    def _failure(self, failure: Failure) -> None:
        row = rows.failure_row(replace(failure, original=self._kept(failure.original)), self.now)
        new = upsert(tables.failure).values(**row).on_conflict_do_nothing(index_elements=["id"])
        self.counted["failures"] += self.connection.execute(new).rowcount


def _guarded(name: str, step: Callable[[], None]) -> None:
    try:
        step()
    except _UNFIT as problem:
        raise BadRecord(
            f"Nothing was taken in: {name} holds what a record cannot keep ({type(problem).__name__}).", remedy=_REMEDY
        ) from problem


def _key(version: Version) -> str:
    """What a reading is, whenever and from wherever it came in."""
    claims = (dumps(claim_json(claim, whole=True)) for claim in version.claims)
    return digest(rows.content_hash(version.stored.report.as_given()), version.stored.extractor, *claims)


def _age(version: Version) -> tuple[str, str]:
    """Greater for what came in later; of two that came in at one time, it is always the same one."""
    return version.stored.ingested_at, _key(version)
