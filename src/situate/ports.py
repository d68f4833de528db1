"""The seams behind which something else can stand, on one page; what goes over them is in :mod:`situate.model`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol, TypeVar

from situate.model.claim import Claim
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.mention import Reading
from situate.model.place import Place
from situate.model.record import Entry, Erased, Filter, Hit, Named, Status, StoredReport, Taken, Tombstone, Version
from situate.model.report import Report
from situate.model.situation import Spell
from situate.model.trace import Amendment, Basis, ReportTrace, Traces

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class Extractor(Protocol):
    """Finds claims, mentions and attributions in one report; the next one is read as if there had been none before.

    Each word that it gives stands in the report where it says. What cannot be used raises a ``SkipItem``.
    """

    @property
    def name(self) -> str:
        """What claims carry as their extractor; a report read under another name is read again."""

    def read(self, report: Report) -> Reading:
        """Everything found in a report; claims in the order of their triggers."""


class Archive(Protocol):
    """Where originals lie, by the SHA-256 of their bytes."""

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or ``None`` when they are not there."""

    def discard(self, sha256: str) -> bool:
        """Remove the bytes with this hash; whether they were there."""


class Store(Protocol):
    """A record: reports with their claims, failures, decisions; and what is derived from them.

    Reports, claims and decisions are only ever added; only :meth:`forget` takes some away. Derived rows are replaced.
    Every list comes in a fixed order. What cannot go on raises a ``StopRun``: ``RecordBusy``, ``NoSpace``,
    ``BadRecord``.
    """

    def status(self, report: Report, extractor: str) -> Status:
        """Whether this report, read by this model, is in already, is new, another version of one, or was forgotten."""

    def add(self, entries: Sequence[Entry], failures: Sequence[Failure], *, now: str) -> tuple[Status, ...]:
        """Keep these, all or none. What is in already, or was forgotten, changes nothing. ``now`` is UTC, ISO.

        What each one was.
        """

    def decide(self, *decisions: Decision, after: int | None = None) -> bool:
        """Add decisions, all or none; one with a known id changes nothing.

        None is added, and ``False`` told, when there are other than ``after`` decisions by now.
        """

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read within is the record of one moment, whatever another process writes meanwhile."""

    def decisions(self, *, by: str | None = None, as_made: bool = False) -> tuple[Decision, ...]:
        """Decisions in the order they were made; ``by`` an ISO day leaves out later ones.

        One on a claim that the present reading of its report does not have is on the claim that overlaps it, where
        there is one of the same type in the same text; ``as_made`` leaves it as it was made.
        """

    def reports(self, wanted: Filter = ...) -> Iterator[StoredReport]:
        """Present versions, by publication date (unknown last), then id."""

    def versions(self, report: str) -> tuple[StoredReport, ...]:
        """All versions of a report, oldest first."""

    def claims(self, wanted: Filter = ...) -> Iterator[Claim]:
        """Claims of present versions, report by report in the order of :meth:`reports`, then by their trigger."""

    def lean_claims(self) -> Iterator[Claim]:
        """All claims without what derivation does not use: their sentence, the other readings of places."""

    def claims_by_id(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Present claims with these ids, in the order given; unknown ones are left out."""

    def events(self, wanted: Filter = ...) -> Iterator[Event]:
        """Events by first day (unknown last), then id."""

    def spells(self, wanted: Filter = ...) -> Iterator[Spell]:
        """Spells by place, dimension, then as derived."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Contradictions as derived, then those that a reviewer settled, by id."""

    def failures(self) -> Iterator[Failure]:
        """Failures that were not mended since, in the order seen."""

    def named(self, kind: Literal["place", "actor", "speaker"]) -> tuple[Named, ...]:
        """The places, actors or speakers of present claims, the most spoken of first, then by id."""

    def find(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """``(kind, id)`` of everything whose id begins so, at most a dozen."""

    def search(self, terms: Sequence[str], wanted: Filter = ...) -> tuple[int, Iterator[Hit]]:
        """Present reports that hold all terms (words or phrases) in text, title or one claim; the best match first.

        How many there are is known before the first of them is read.
        """

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, in order."""

    def history(self, report: str) -> tuple[Version, ...]:
        """All versions of a report with their claims, in the order in which they came in."""

    def former(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims with these ids, also replaced ones, that were read in the text that their report has now."""

    def forget(self, reports: Collection[str], *, reason: str, now: str) -> Erased:
        """Erase reports: all versions, their claims, decisions on them, failures about them, all that was derived.

        A tombstone stays for each version. :meth:`scrub` makes sure that nothing is left in the file.
        """

    def scrub(self) -> None:
        """Overwrite what was erased in the file itself; raises ``RecordBusy`` while another process reads."""

    def readmit(self, report: str) -> int:
        """Take the tombstones of a report away, so that it can be read again; how many there were."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What is left of forgotten reports, by id."""

    def tombstone(self, report: Report) -> Tombstone | None:
        """Why a report cannot be read: it, or the very text of it, was forgotten."""

    def resting(self, originals: Collection[str]) -> frozenset[str]:
        """Those of these originals that a version of a report rests on."""

    def take(
        self,
        histories: Iterable[Sequence[Version]],
        decisions: Sequence[Decision],
        failures: Sequence[Failure],
        *,
        keep: Callable[[str], bool],
        now: str,
    ) -> Taken:
        """Take reports of another record in, all or none; what is in already changes nothing.

        Of two readings under one id, the one that came in last is present. ``keep`` is told of each original that
        comes along and says whether it could be kept. Raises ``BadRecord`` for what no record can keep.
        """

    def content(self) -> str:
        """A fingerprint of present reports and of decisions, whatever their order."""

    def derived_from(self) -> str | None:
        """What the derived rows were made from, ``None`` when there are none."""

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

    def amend_derived(self, change: Amendment, *, since: str, made_from: str, basis: Basis) -> bool:
        """Change some derived rows, at once; or nothing, if the record is not what ``since`` and ``basis`` say.

        ``since`` is what :meth:`derived_from` said when the change was worked out.
        """

    def basis(self) -> Basis | None:
        """What the derived rows rest on, where they have traces."""

    def count_derived(self) -> tuple[int, int, int]:
        """How many events, spells and contradictions there are."""

    @property
    def traces(self) -> Tracing:
        """What the last derivation kept."""

    def outlets(self) -> tuple[str, ...]:
        """The outlets of present reports as they are written, by name."""

    def count_reports(self) -> int:
        """How many present reports there are."""

    def undated(self) -> int:
        """How many present reports have no publication date."""

    def as_known_on(self, day: str) -> Store:
        """A copy in memory of what was published, and decided, by an ISO day; nothing is derived in it yet."""

    def close(self) -> None:
        """Let go of the file."""


class Tracing(Protocol):
    """The traces that the last derivation left in a record, asked for a neighbourhood at a time; no order is promised.

    Reports and events are named by their ids; places and dimensions come in pairs.
    """

    def changed(self, since: Basis) -> frozenset[str]:
        """The reports with versions or decisions that came in since."""

    def reports(self, ids: Collection[str]) -> dict[str, ReportTrace]:
        """What was kept of reports, short of their places and sketches."""

    def sketches(self, ids: Collection[str]) -> Mapping[str, Sequence[int]]:
        """The sketches of reports, empty for those of which nothing was kept."""

    def sharing(self, sketch: Iterable[int]) -> frozenset[str]:
        """The reports whose sketches have one of these hashes."""

    def copying(self, reports: Collection[str]) -> frozenset[str]:
        """The other reports of which these are the origin."""

    def correcting(self, outlets: Collection[str]) -> frozenset[str]:
        """The reports of outlets that call themselves corrections."""

    def retracting(self) -> Mapping[str, frozenset[str]]:
        """For reports that take others back, those others."""

    def places(self) -> Iterable[Place]:
        """The places that claims name, as they name them."""

    def places_only_in(self, reports: Collection[str]) -> Iterable[Place]:
        """Those that the claims of no other reports name."""

    def naming(self, places: Collection[str]) -> frozenset[str]:
        """The reports whose claims name places with these ids."""

    def events_of(self, reports: Collection[str]) -> frozenset[str]:
        """The events that claims of reports, in whatever version, are in."""

    def ends_of_sieges(self, places: Collection[str]) -> frozenset[str]:
        """The events that end a siege of places."""

    def events_under(self, keys: Collection[int]) -> frozenset[str]:
        """The events that stand under hashes."""

    def events_beside(self, events: Collection[str]) -> frozenset[str]:
        """The events that were weighed against these and kept apart."""

    def events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """Events by id."""

    def telling(self, claims: Collection[str]) -> frozenset[str]:
        """The events that claims are in."""

    def marked(self, claims: Collection[str]) -> frozenset[tuple[str, str, str]]:
        """The places and dimensions that claims mark, each with the claim."""

    def marking(self, spots: Collection[tuple[str, str]]) -> frozenset[str]:
        """The claims that mark places in dimensions."""

    def versions(self, reports: Collection[str]) -> frozenset[str]:
        """The ids of all claims of reports, in whatever version."""

    def claims(self, ids: Collection[str]) -> Iterator[Claim]:
        """Present claims by id, without what derivation does not use."""

    def claims_of(self, reports: Collection[str]) -> Iterator[Claim]:
        """All claims of present versions of reports, without what derivation does not use."""

    def spells_beside(self, first: str, last: str) -> tuple[Spell, ...]:
        """All spells of those places and dimensions where one lasts that was last heard of in these days, in order."""

    def last_published(self) -> str | None:
        """The last day of publication of a present report."""


class Engine(Protocol):
    """Runs a pure function over many items; the order of the results is that of the items."""

    def __call__(self, make: Callable[[], Callable[[_In], _Out]], items: Iterable[_In]) -> Iterator[_Out]:
        """``make`` builds the function once in each process (it loads the model)."""
