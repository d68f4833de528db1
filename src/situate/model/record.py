"""What a record keeps of reports, is asked for, and answers: plain values that go in and out of a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from situate.model.claim import Claim
from situate.model.report import Report
from situate.model.span import Span

Status = Literal["new", "unchanged", "changed", "forgotten"]
Link = Literal["place", "actor", "speaker", "outlet", "report", "claim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report with what was read in it, ready to be kept; ``extractor`` names the model that read it.

    ``given`` is the report as it came in, where reading learned more of it (a date from its dateline).
    """

    report: Report
    claims: tuple[Claim, ...]
    extractor: str
    given: Report | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report as a record holds it: its version (from 1), whether a later one replaced it, when it came in (UTC)."""

    report: Report
    version: int
    superseded: bool
    extractor: str
    ingested_at: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a report with its claims."""

    stored: StoredReport
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a version that was forgotten: the report's id, hashes of text and original, when (UTC), why."""

    id: str
    body: str
    original: str | None
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased with reports: how much of each kind; ``originals`` are those that no report rests on any more.

    ``shared`` are the originals of erased reports that others rest on too: they stay.
    """

    versions: int = 0
    claims: int = 0
    decisions: int = 0
    failures: int = 0
    originals: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came in from another record: reports that were not there, that replaced one, that an own one outlives.

    ``same`` were there already, ``forgotten`` ones stay away. ``claims`` are those of all versions that came in.
    ``of_others`` counts reports that have the id of one of another outlet: one of the two counts no longer.
    """

    new: int = 0
    changed: int = 0
    older: int = 0
    same: int = 0
    forgotten: tuple[str, ...] = ()
    of_others: int = 0
    claims: int = 0
    decisions: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which claims or events are wanted; what is empty does not narrow.

    ``links``: each pair names a kind of link and the values of which one must be there. ``since`` and ``until`` are
    ISO days; an item counts when its time can overlap them, one without a time never does. ``outlets`` narrows
    reports alone: names of outlets as the reports write them.
    """

    types: tuple[str, ...] = ()
    without_types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    links: tuple[tuple[Link, tuple[str, ...]], ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place, an actor or a speaker of a record: ``data`` is its JSON; present claims and reports are counted."""

    id: str
    data: Mapping[str, object]
    claims: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that holds the words that were looked for: where in its text, and the ids of claims that hold them."""

    report: StoredReport
    spans: tuple[Span, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a record that does not hold: which item, which check, and what was found."""

    item: str
    check: str
    found: str
