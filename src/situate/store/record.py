"""A record in SQLite: one file, or memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar, cast

from sqlalchemy import ColumnElement, func, select

from situate.model.claim import Claim
from situate.model.codec import claim_from, decision_from
from situate.model.codec_derived import contradiction_from, event_from, spell_from
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.record import Entry, Filter, Hit, Named, Status, StoredReport
from situate.model.report import Report
from situate.model.settling import OF_EVENTS, settled, settles
from situate.model.situation import Spell
from situate.model.trace import Amendment, Basis, Traces
from situate.store import derived, erasing, reading, searching, tables, writing
from situate.store.opened import pages
from situate.store.opening import Opening, connect, memory, prepare, translated
from situate.store.traced import SqlTraces
from situate.store.upkeep import Upkeep

_T = TypeVar("_T")
_ALL = Filter()
_REPORT_PAGE = 40  # texts are long


class SqlStore(Upkeep):
    """The record of :class:`situate.ports.Store`, in SQLite. Made by :func:`open_record` or :func:`in_memory`."""

    # What is kept

    def status(self, report: Report, extractor: str) -> Status:
        """Whether this report, read by this model, is in already, is new, another version of one, or was forgotten."""
        with self._read() as connection:
            return writing.status(connection, report, extractor)

    def add(self, entries: Sequence[Entry], failures: Sequence[Failure], *, now: str) -> tuple[Status, ...]:
        """Keep these, all or none; what is in, or was forgotten, changes nothing. ``now`` is UTC. What each one was."""
        with self._write() as connection:
            were = tuple(writing.add_entry(connection, entry, now) for entry in entries)
            kept = [entry.report for entry, was in zip(entries, were, strict=True) if was != "forgotten"]
            writing.mend(connection, sorted({report.source_path for report in kept if report.source_path}), now)
            writing.add_failures(connection, failures, now)
        return were

    def decide(self, *decisions: Decision, after: int | None = None) -> bool:
        """Add decisions, all or none; one with a known id changes nothing.

        None is added, and ``False`` told, when there are other than ``after`` decisions by now.
        """
        with self._write() as connection:
            made = connection.execute(select(func.count()).select_from(tables.decision)).scalar_one()
            if after is not None and made != after:
                return False
            for decision in decisions:
                writing.add_decision(connection, decision)
        return True

    def decisions(self, *, by: str | None = None, as_made: bool = False) -> tuple[Decision, ...]:
        """Decisions in the order they were made, by a day; on the claims of present readings unless ``as_made``."""
        table = tables.decision.c
        with self._read() as connection:
            found = connection.execute(select(table.id, table.payload, table.at).order_by(table.at, table.row)).all()
            kept = [row for row in found if by is None or row.at[:10] <= by]
            made = tuple(self._decoded("decision", row.id, row.payload, decision_from) for row in kept)
            return made if as_made else self._attached(connection, made)

    def reports(self, wanted: Filter = _ALL) -> Iterator[StoredReport]:
        """Present versions, by publication date (unknown last), then id."""
        with self._read() as connection:
            keys = reading.report_keys(connection, wanted)
        for page in pages(keys, _REPORT_PAGE):
            by_row = {int(row.row): row for row in self._stored(tables.report.c.row.in_(page))}
            yield from (self._report(by_row[key]) for key in page if key in by_row)

    def versions(self, report: str) -> tuple[StoredReport, ...]:
        """All versions of a report, oldest first."""
        return tuple(self._report(row) for row in self._stored(tables.report.c.id == report))

    def claims(self, wanted: Filter = _ALL) -> Iterator[Claim]:
        """Claims of present versions, report by report in the order of :meth:`reports`, then by their trigger."""
        return self._listed(tables.claim, reading.claim_keys, claim_from, wanted)

    def lean_claims(self) -> Iterator[Claim]:
        """All claims without what derivation does not use: the other readings of places."""
        return self._listed(tables.claim, reading.claim_keys, lambda data: claim_from(data, lean=True), _ALL)

    def claims_by_id(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Present claims with these ids, in the order given; unknown ones are left out."""
        several = list(ids)
        with self._read() as connection:
            found = reading.present_claims(connection, several)
        return tuple(self._decoded("claim", *found[one], claim_from) for one in several if one in found)

    def failures(self) -> Iterator[Failure]:
        """Failures that were not mended since, in the order seen."""
        table = tables.failure.c
        with self._read() as connection:
            found = connection.execute(
                select(tables.failure).where(table.mended_at.is_(None)).order_by(table.row)
            ).all()
        keys = ("item", "stage", "reason", "message", "remedy", "original")
        return iter([Failure(**{key: getattr(row, key) for key in keys}) for row in found])

    def named(self, kind: Literal["place", "actor", "speaker"]) -> tuple[Named, ...]:
        """The places, actors or speakers of present claims, the most spoken of first, then by id."""
        with self._read() as connection:
            found = reading.named(connection, kind)
        return tuple(
            Named(id=value, data=self._decoded(kind, value, payload, dict), claims=claims, reports=reports)
            for value, payload, claims, reports in found
        )

    def find(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """``(kind, id)`` of everything whose id begins so, at most a dozen."""
        with self._read() as connection:
            found = reading.find(connection, prefix)
        known = {pair[1] for pair in found}
        also = [("contradiction", one.id) for one in self._settled() if one.id.startswith(prefix)]
        return (*found, *(pair for pair in also if pair[1] not in known))

    def search(self, terms: Sequence[str], wanted: Filter = _ALL) -> tuple[int, Iterator[Hit]]:
        """Present reports that hold all terms in text, title or one claim, the best match first; and their number."""
        with self._read() as connection:
            found = searching.hits(connection, terms, wanted)
        return len(found), self._hits(terms, found)

    # What is derived

    def events(self, wanted: Filter = _ALL) -> Iterator[Event]:
        """Events by first day (unknown last), then id."""
        return self._listed(tables.event, reading.event_keys, event_from, wanted)

    def spells(self, wanted: Filter = _ALL) -> Iterator[Spell]:
        """Spells by place, dimension, then as derived."""
        return self._listed(tables.spell, reading.spell_keys, spell_from, wanted)

    def contradictions(self) -> Iterator[Contradiction]:
        """Contradictions as derived, then those that a reviewer settled, by id."""
        open_ids = set()
        for one in self._listed(
            tables.contradiction, lambda connection, _: reading.contradiction_keys(connection), contradiction_from, _ALL
        ):
            open_ids.add(one.id)
            yield one
        yield from (self._of_its_event(one) for one in self._settled() if one.id not in open_ids)

    def _of_its_event(self, one: Contradiction) -> Contradiction:
        """A settled contradiction about the event that most of its claims tell now, and about its place."""
        told = {claim for _, several in one.values for claim in several}
        if one.field not in OF_EVENTS or not told:
            return one
        events = list(self.events(Filter(links=(("claim", tuple(sorted(told))),))))
        found = max(events, key=lambda event: (len(told.intersection(event.claims)), event.id), default=None)
        return replace(one, about=found.id, place=found.place or one.place) if found is not None else one

    def _settled(self) -> list[Contradiction]:
        made = [one for one in self.decisions() if one.revokes or settles(one)]
        claims = self.claims_by_id({one.claim for one in made})
        return settled(made, {claim.id: claim for claim in claims})

    def content(self) -> str:
        """A fingerprint of present reports and of decisions, whatever their order."""
        with self._read() as connection:
            return writing.get_meta(connection, "content") or "0"

    def derived_from(self) -> str | None:
        """What the derived rows were made from, ``None`` when there are none."""
        with self._read() as connection:
            return writing.get_meta(connection, "derived_from")

    def replace_derived(
        self,
        events: Iterable[Event],
        spells: Iterable[Spell],
        contradictions: Iterable[Contradiction],
        *,
        made_from: str,
        kept: tuple[Basis, Traces] | None = None,
    ) -> None:
        """Put these in the place of all derived rows, at once, with the traces that they left.

        Traces are not kept when the record has changed since its content was the basis.
        """
        with self._write() as connection:
            derived.replace(connection, events, spells, contradictions)
            derived.rest(connection, made_from, kept)

    def amend_derived(self, change: Amendment, *, since: str, made_from: str, basis: Basis) -> bool:
        """Change some derived rows, at once; or nothing, if the record is not what ``since`` and ``basis`` say."""
        with self._write() as connection:
            if not derived.is_at(connection, since, basis):
                return False
            derived.amend(connection, change)
            derived.rest(connection, made_from, (basis, Traces()))
        return True

    def basis(self) -> Basis | None:
        """What the derived rows rest on, where they have traces."""
        with self._read() as connection:
            return derived.basis(connection)

    def count_derived(self) -> tuple[int, int, int]:
        """How many events, spells and contradictions there are."""
        with self._read() as connection:
            return derived.counted(connection)

    @property
    def traces(self) -> SqlTraces:
        """What the last derivation kept."""
        return SqlTraces(self.query, self._decoded)

    def outlets(self) -> tuple[str, ...]:
        """The outlets of present reports as they are written, by name."""
        with self._read() as connection:
            return tuple(reading.outlets(connection))

    def count_reports(self) -> int:
        """How many present reports there are."""
        return self._count_reports(tables.report.c.superseded_by.is_(None))

    def undated(self) -> int:
        """How many present reports have no publication date."""
        return self._count_reports(tables.report.c.known_on.is_(None) & tables.report.c.superseded_by.is_(None))

    def as_known_on(self, day: str) -> SqlStore:
        """A copy in memory of what was published, and decided, by an ISO day; nothing is derived in it yet."""
        then = in_memory(f"{self.name} as known on {day}")
        with self._read() as connection:
            keys = reading.known_keys(connection, day)
        for page in pages(keys, _REPORT_PAGE):
            by_row = {int(row.row): row for row in self._stored(tables.report.c.row.in_(page))}
            for row in (by_row[key] for key in page if key in by_row):
                kept = self._report(row)
                entry = Entry(report=kept.report, claims=self._claims_of(int(row.row)), extractor=kept.extractor)
                then.add([entry], [], now=kept.ingested_at)
        for decision in self.decisions(by=day, as_made=True):
            then.decide(decision)
        return then

    def scrub(self) -> None:
        """Overwrite what was erased in the file itself; raises ``RecordBusy`` while another process reads."""
        with translated(self.name), closing(self._engine.raw_connection()) as pooled:
            erasing.scrub(cast("sqlite3.Connection", pooled.driver_connection), self.name)

    # Inside

    def _count_reports(self, condition: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(tables.report).where(condition)
        with self._read() as connection:
            return int(connection.execute(query).scalar_one())

    def _hits(self, terms: Sequence[str], found: Sequence[tuple[int, tuple[str, ...]]]) -> Iterator[Hit]:
        claims = dict(found)
        for page in pages([row for row, _ in found], _REPORT_PAGE):
            by_row = {int(row.row): row for row in self._stored(tables.report.c.row.in_(page))}
            kept = [(key, self._report(by_row[key])) for key in page if key in by_row]
            where = searching.places(terms, [report.report.text for _, report in kept])
            for (key, report), spans in zip(kept, where, strict=True):
                yield Hit(report=report, spans=spans, claims=claims[key])

    def _claims_of(self, report: int) -> tuple[Claim, ...]:
        with self._read() as connection:
            return self._claims_in(connection, report)


def open_record(path: Path, opening: Opening | None = None) -> SqlStore:
    """Open the record at ``path``.

    :raises NoSuchRecord: it is not there, and is not to be created.
    :raises BadRecord: it is something else, damaged, or of a newer program.
    :raises RecordBusy: another process holds it.
    """
    how = opening or Opening()
    prepare(path, how)
    return SqlStore(lambda: connect(path, how.busy_ms), str(path))


def in_memory(name: str = "a record in memory") -> SqlStore:
    """A new record that is gone when it is closed."""
    return SqlStore(memory, name)
