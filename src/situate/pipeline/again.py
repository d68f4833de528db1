"""Deriving again what changed reports touch, and nothing else; the result is that of a derivation of all.

What is kept of the last derivation (:mod:`situate.model.trace`) tells which reports, events and places a change can
reach. Reports come first: where they come from, what they take back (``again_reports``). Events are grouped again with
those beside them: as long as one of these comes out otherwise than it was, those beside it are looked at too. Groups
that were only weighed against each other, and come out as they were, shut the rest of the record off. Then the places
are told anew of which a claim says something else than before, with what follows for their parts (``derive.reach``).
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from situate.derive import STALE_DAYS, every_mark, told_marks
from situate.derive.consistent import consistent, put_right
from situate.derive.contradictions import of_events, of_places
from situate.derive.events import Found, events, family_of
from situate.derive.known import Known
from situate.derive.marks import marks
from situate.derive.places import neighbours
from situate.derive.reach import Spot, needed, reached, renamed, shifted, torn
from situate.derive.situations import is_stale, spells, turning
from situate.derive.telling import Around, tellings
from situate.derive.tracing import event_keys, mark_rows, report_traces, setting_of, sought_keys, toll_keys
from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.publication import Publication
from situate.model.situation import Spell
from situate.model.trace import Amendment, Traces
from situate.pipeline.again_reports import Placed, Touched, touched
from situate.ports import Store

_MOST = 200_000  # claims; to look at more costs about as much as to derive all


class TooWide(Exception):
    """A change reaches so far that all is better derived anew."""


def amendment(store: Store, changed: Collection[str], before: str | None, now: str | None, placed: Placed) -> Amendment:
    """What changes in the derived rows when these reports have changed; ``before`` and ``now`` decide what is stale.

    :raises TooWide: it reaches too far.
    """
    told = touched(store, changed, placed)
    if torn(told.before, told.atlas):
        raise TooWide
    around = _Neighbourhood(store, told)
    grouped = around.regrouped()
    situation = around.told_anew(grouped, now)
    turned = _turned(store, before, now, situation.of)
    new = {event.id for event in grouped.events}
    doubts = [one for one in of_events(grouped.found, around.claims, around.known) if one.owner in new]
    owners = {f"{field} {place}" for place, dimension in situation.of for field in _FIELDS.get(dimension, ())}
    doubts += [one for one in situation.doubts if one.owner in owners]
    return Amendment(
        events=grouped.events,
        without=grouped.without,
        spells=[*situation.spells, *turned],
        of={*situation.of, *((spell.place.id, spell.dimension) for spell in turned)},
        contradictions=sorted(doubts, key=lambda one: one.id),
        owners=owners | new | grouped.without,
        marking=grouped.claims,
        traces=Traces(
            reports=list(report_traces(told.claims, around.settings, told.publications, told.families)),
            keys=[(event.id, event_keys(event, grouped.found.tellings[event.id])) for event in grouped.events],
            beside=[pair for pair in grouped.found.beside if not new.isdisjoint(pair)],
            marks=situation.marks,
        ),
    )


_FIELDS: Mapping[str, tuple[str, ...]] = {"control": ("holder",), "siege": ("since",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouped:
    """Events that are new or others than before, those that go, and all that was found; the claims of either."""

    events: list[Event]
    without: frozenset[str]
    found: Found
    claims: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Situation:
    """Spells of places and dimensions, and what the reports do not agree on there; what claims were seen to mark."""

    spells: tuple[Spell, ...]
    of: set[Spot]
    doubts: list[Contradiction]
    marks: list[tuple[str, str, str]]


class _Neighbourhood:
    """The claims of touched reports, and those of events beside them, as far as they were looked at."""

    def __init__(self, store: Store, told: Touched) -> None:
        self.traces, self.told = store.traces, told
        self.publications: dict[str, Publication] = dict(told.publications)
        self.known = Known(publications=self.publications, withdrawn=told.withdrawn)
        right, self.settings = consistent(told.claims, self.known, told.atlas.one)
        self.mine = {claim.id: claim for claim in right}
        self.claims = dict(self.mine)
        self.old = self.traces.versions(told.publications)  # claims that touched reports make, or once made
        self.events: dict[str, Event] = {}
        self.unit: dict[str, str] = {}  # the event that a claim of another report was in

    def regrouped(self) -> _Grouped:
        """The events of touched reports, and all those that come out otherwise than before."""
        region = self.traces.events_of(self.told.publications)
        seen = region | self.traces.events_beside(region) | self.traces.events_under(self._sought())
        while True:
            self._see(seen)
            found = events(list(self.claims.values()), self.known, self._around())
            new = [event for event in found.events if self._differs(event, region)]
            grown = region | {self.unit[claim] for event in new for claim in event.claims if claim in self.unit}
            deaths = {key for event in [*new, *(self.events[one] for one in region)] for key in toll_keys(event)}
            grown |= self.traces.events_under(deaths)
            if grown == region:
                claims = {claim for one in region for claim in self.events[one].claims}
                return _Grouped(events=new, without=region, found=found, claims=frozenset(claims | self.old))
            region = grown
            seen |= region | self.traces.events_beside(region)

    def told_anew(self, grouped: _Grouped, now: str | None) -> _Situation:
        """The situation of the places of which these claims say, or said, something else."""
        told, atlases = self.told, (self.told.before, self.told.atlas)
        mine = [claim for key, claim in self.claims.items() if key in grouped.claims]
        rows = list(mark_rows(told_marks(mine, grouped.found, self.known, told.atlas)))
        of = reached(self._changed(set(rows), self.traces.marked(grouped.claims)), atlases) | self._shifted()
        need = needed(of, told.atlas)
        others = self.traces.marking(need) - grouped.claims
        self._load(others)
        there = {claim for place, dimension, claim in rows if (place, dimension) in need} | others
        stand = [self.claims[key] for key in sorted(there)]
        ends = self.traces.telling([key for key in others if self.claims[key].type == "siege_end"])
        spots = [*grouped.events, *self.traces.events(ends - grouped.without)]
        every = every_mark(marks(stand, spots, self.publications, told.atlas.parent), told.atlas)
        made = spells(every, self.claims, self.known, now=now, stale_days=STALE_DAYS, of=of)
        return _Situation(spells=made, of=of, doubts=list(of_places(made, every)), marks=rows)

    def _differs(self, event: Event, region: frozenset[str]) -> bool:
        """Whether an event is none of those that were there, or one that is made again."""
        units = {self.unit.get(claim, "") for claim in event.claims}
        if len(units) > 1 or "" in units or not units.isdisjoint(region):
            return True
        (unit,) = units
        return self.events[unit].claims != event.claims

    def _sought(self) -> set[int]:
        """The hashes under which events stand that touched claims could be in."""
        by_kind: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.mine.values():
            by_kind[family_of(claim.type)].append(claim)
        found: set[int] = set()
        for kind, some in by_kind.items():
            told = tellings(some, self.publications, self._around())
            near = neighbours({t.profile.place for t in told if t.profile.place is not None}, self.told.atlas.places)
            for telling in told:
                place = telling.profile.place
                found |= sought_keys(kind, telling, near[place] if place is not None else ())
        return found

    def _see(self, ids: Collection[str]) -> None:
        """Load events with all their claims that are no touched report's."""
        for event in self.traces.events(ids - self.events.keys()):
            self.events[event.id] = event
            self.unit.update((claim, event.id) for claim in event.claims if claim not in self.old)
        self._load(self.unit.keys())

    def _load(self, ids: Collection[str]) -> None:
        new = ids - self.claims.keys()
        if len(new) + len(self.claims) > _MOST:
            raise TooWide
        raw = list(self.traces.claims(new))
        for report, trace in self.traces.reports({claim.report for claim in raw} - self.settings.keys()).items():
            self.settings[report], self.publications[report] = setting_of(trace), trace.publication
        one = self.told.atlas.one
        self.claims |= {claim.id: put_right(claim, self.settings[claim.report], self.known, one) for claim in raw}

    def _around(self) -> Mapping[str, Around]:
        return {report: setting.around for report, setting in self.settings.items()}

    def _changed(self, now: Collection[tuple[str, str, str]], before: Collection[tuple[str, str, str]]) -> set[Spot]:
        """What marks of touched reports are of, and marks that others no longer make, or make anew."""
        both = set(now) | set(before)
        moved = {claim for claim in {row[2] for row in both} if self._moves(claim)}
        return {
            (place, dimension)
            for place, dimension, claim in both
            if claim in moved or ((place, dimension, claim) in now) != ((place, dimension, claim) in before)
        }

    def _moves(self, claim: str) -> bool:
        """Whether a claim can say something else of the same place: it is touched, or means the place of its event."""
        return claim in self.old or self.claims[claim].type == "siege_end"

    def _shifted(self) -> set[Spot]:
        before, atlas = self.told.before, self.told.atlas
        if before is atlas:
            return set()
        parts = shifted(before, atlas)
        besieged = self.traces.marking({(whole, "siege") for others in parts.values() for whole in others})
        inherited = reached([(part, "siege") for part in parts], (before, atlas)) if besieged else set()
        return inherited | renamed(before, atlas)


def _turned(store: Store, before: str | None, now: str | None, of: Collection[Spot]) -> list[Spell]:
    """Spells of other places that become stale, or fresh again, with those beside them."""
    days = turning(before, now, STALE_DAYS)
    if days is None:
        return []
    found = [one for one in store.traces.spells_beside(*days) if (one.place.id, one.dimension) not in of]
    return [dataclasses.replace(one, stale=is_stale(one.last_news, one.ends, now, STALE_DAYS)) for one in found]
