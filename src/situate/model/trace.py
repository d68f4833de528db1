"""Traces: what a derivation leaves beside its rows, so that the next one finds what a new report touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from situate.model.claim import Role
from situate.model.event import Contradiction, Event
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.situation import Spell


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTrace:
    """What was made of a report as a whole.

    ``breakers`` are sides that break a siege in it, ``until`` the claims of a siege that it tells the end of, ``alive``
    where it has words for people who fled or are held (offsets). By claim: ``meant`` is what bare words point back to
    (a type), ``there`` where blows are that it tells without a place, ``lent`` the figures of dead that blows have from
    deaths told after them, ``days`` the times that they have from what tells the same again, ``denied`` the words by
    which somebody denies them. ``provinces`` and ``countries`` are where it is set, ``places`` those that its claims
    name, as they name them. ``sketch`` holds the 64-bit hashes by which copies
    are found; ``corrects``: it calls itself a correction.
    """

    publication: Publication
    breakers: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    alive: tuple[tuple[int, int], ...] = ()
    meant: Mapping[str, str]
    provinces: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    there: tuple[tuple[str, Place], ...] = ()
    lent: tuple[tuple[str, tuple[Role, ...]], ...] = ()
    days: tuple[tuple[str, Interval], ...] = ()
    denied: tuple[tuple[str, tuple[str, ...]], ...] = ()
    places: tuple[Place, ...] = ()
    sketch: tuple[int, ...] = ()
    corrects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What was made of reports, events and marks.

    ``keys``: for ids of events, the 64-bit hashes under which they are found. ``beside``: pairs of ids of events that
    were weighed against each other and kept apart. ``marks``: places (ids), dimensions, and the claims that mark them.
    """

    reports: Iterable[ReportTrace] = ()
    keys: Iterable[tuple[str, Sequence[int]]] = ()
    beside: Iterable[tuple[str, str]] = ()
    marks: Iterable[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """The derived rows of a record that change, and what comes in their place.

    ``without`` are ids of events that go; ``of`` are the places and dimensions whose spells are replaced, ``owners``
    what loses its contradictions. In ``traces``, those of reports and of the claims ``marking`` replace what was kept
    of them.
    """

    events: Sequence[Event]
    without: Collection[str]
    spells: Sequence[Spell]
    of: Collection[tuple[str, str]]
    contradictions: Sequence[Contradiction]
    owners: Collection[str]
    marking: Collection[str]
    traces: Traces


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the derived rows of a record rest on, with traces that fit them.

    ``rules`` names the rules and tables, ``now`` is the day that decides what is stale, ``content`` the fingerprint of
    the record; ``report`` and ``decision`` are the last rows of it that count.
    """

    rules: str
    now: str | None
    content: str
    report: int = 0
    decision: int = 0
