"""Deriving again what changed reports touch, and nothing else; the result is that of a derivation of all.

What is kept of the last derivation (:mod:`situate.model.trace`) tells which reports, events and places a change can
reach. Reports come first: where they come from, what they take back (``again_reports``). Events are grouped again with
those beside them: as long as one of these comes out otherwise than it was, those beside it are looked at too. Groups
that were only weighed against each other, and come out as they were, shut the rest of the record off. Then the places
are told anew of which a claim says something else than before, with what follows for their parts (``derive.reach``).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from situate.derive import STALE_DAYS, every_mark, told_marks
from situate.derive.again.reach import Spot, TooWide, needed, parted, reached, renamed, shifted
from situate.derive.again.tracing import event_keys, mark_rows, report_traces, setting_of, sought_keys, toll_keys
from situate.derive.claims.consistent import consistent, put_right
from situate.derive.claims.telling import Profile, Telling, tellings
from situate.derive.events.contradictions import of_events, of_places
from situate.derive.events.grouping import Group, grouped, partners
from situate.derive.events.merged import Found, by_family, found_in
from situate.derive.known import Known
from situate.derive.marks.of_claims import BY_EVENT, mark_order, marks
from situate.derive.places import neighbours
from situate.derive.spells.situations import spells
from situate.derive.spells.spell_days import is_stale, turning
from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.publication import Publication
from situate.model.situation import Spell
from situate.model.trace import Amendment, Traces
from situate.pipeline.again_reports import Stood, Touched, touched
from situate.ports import Store

_MOST = 200_000  # claims; to look at more costs about as much as to derive all


def amendment(store: Store, changed: Collection[str], before: str | None, now: str | None, stood: Stood) -> Amendment:
    """What changes in the derived rows when these reports have changed; ``before`` and ``now`` decide what is stale.

    :raises TooWide: it reaches too far, or to where there are no traces.
    """
    told = touched(store, changed, stood)
    around = _Neighbourhood(store, told)
    made = around.regrouped()
    situation = around.told_anew(made, now)
    turned = _turned(store, before, now, situation.of)
    new = {event.id for event in made.found.events}
    doubts = list(of_events(made.found, around.claims, around.known))
    owners = {f"{field} {place}" for place, dimension in situation.of for field in _FIELDS.get(dimension, ())}
    doubts += [one for one in situation.doubts if one.owner in owners]
    return Amendment(
        events=made.found.events,
        without=made.without,
        spells=[*situation.spells, *turned],
        of={*situation.of, *((spell.place.id, spell.dimension) for spell in turned)},
        contradictions=sorted(doubts, key=lambda one: one.id),
        owners=owners | new | made.without,
        marking=situation.marking,
        traces=Traces(
            reports=list(report_traces(told.claims, around.settings, told.publications, told.families)),
            keys=[(event.id, event_keys(event, made.found.tellings[event.id])) for event in made.found.events],
            beside=made.found.beside,
            marks=situation.marks,
        ),
    )


_FIELDS: Mapping[str, tuple[str, ...]] = {"control": ("holder",), "siege": ("since", "until")}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouped:
    """Events that are new or others than before, those that go (by id), and the claims of either."""

    found: Found
    without: frozenset[str]
    claims: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Situation:
    """Spells of places and dimensions, and what reports do not agree on there; what claims mark that marked other."""

    spells: tuple[Spell, ...]
    of: set[Spot]
    doubts: list[Contradiction]
    marks: list[tuple[str, str, str]]
    marking: set[str]


class _Neighbourhood:
    """The claims of touched reports, and those of events beside them, as far as they were looked at."""

    def __init__(self, store: Store, told: Touched) -> None:
        self.traces, self.told = store.traces, told
        self.publications: dict[str, Publication] = dict(told.publications)
        self._hear_of_origins()
        self.known = Known(publications=self.publications, taken=told.taken)
        right, self.settings = consistent(told.claims, self.known, told.atlas)
        self.there = {claim: place for one in self.settings.values() for claim, place in one.there.items()}
        self.denied = {claim: words for one in self.settings.values() for claim, words in one.denied.items()}
        self.mine = {claim.id: claim for claim in right}
        self.claims = dict(self.mine)
        self.old = self.traces.versions(told.publications)  # claims that touched reports make, or once made
        self.events: dict[str, Event] = {}
        self.profiles: dict[str, Profile] = {}
        self.unit: dict[str, str] = {}  # the event that a claim of another report was in

    def regrouped(self) -> _Grouped:
        """The events of touched reports, and all those that come out otherwise than before."""
        again = self.traces.events_of(self.told.publications)  # made anew even if they tell the same
        again |= self.traces.ends_of_sieges(parted(self.told.before, self.told.atlas))
        self._see(again | self.traces.events_under(self._sought()))
        shut = again | self._partners()  # what is beside these is seen
        again |= self._mates([self.events[one] for one in shut])  # most will be asked for below: not in another round
        shut |= again
        groups: dict[str, list[Group]] = {}
        sizes: dict[str, int] = {}
        while True:
            self._see(shut | self.traces.events_beside(shut))
            of_kind = by_family(self.claims.values())
            grown = [kind for kind, some in of_kind.items() if sizes.get(kind) != len(some)]
            groups |= {kind: grouped(kind, self._tellings(of_kind[kind])) for kind in grown}
            sizes = {kind: len(some) for kind, some in of_kind.items()}
            found = found_in(groups, self.claims, self.known, self.there, self.denied, partial(self._differs, again))
            gone = again | self._units(claim for event in found.events for claim in event.claims)
            mates = self._mates([*found.events, *(self.events[one] for one in gone)]) - gone
            if not mates and gone <= shut:
                claims = {claim for one in gone for claim in self.events[one].claims}
                return _Grouped(found=found, without=gone, claims=frozenset(claims | self.old))
            again |= mates
            shut |= gone | mates

    def told_anew(self, new: _Grouped, now: str | None) -> _Situation:
        """The situation of the places of which these claims say, or said, something else."""
        told, atlases = self.told, (self.told.before, self.told.atlas)
        mine = told_marks([self.claims[c] for c in new.claims if c in self.claims], new.found, self.known, told.atlas)
        before, after = self.traces.marked(new.claims), set(mark_rows(mine))
        of = reached(self._changed(after, before), atlases) | self._shifted()
        need = needed(of, told.atlas)
        others = self.traces.marking(need) - new.claims
        self._load(others)
        told_by_event = self.traces.telling([claim for claim in others if self.claims[claim].type in BY_EVENT])
        events = [*new.found.events, *self.traces.events(told_by_event - new.without)]
        there = [mark for mark in mine if (mark.place.id, mark.dimension) in need]
        there += marks([self.claims[c] for c in others], events, self.publications, told.atlas.parent)
        every = every_mark(sorted(there, key=mark_order), told.atlas)
        made = spells(every, self.claims, self.known, now=now, stale_days=STALE_DAYS, of=of)
        moved = {claim for _place, _dimension, claim in before ^ after}
        rows = [row for row in after if row[2] in moved]
        return _Situation(spells=made, of=of, doubts=list(of_places(made, every)), marks=rows, marking=moved)

    def _differs(self, region: Collection[str], group: Group) -> bool:
        """Whether a group is none of the events that were there, or one that is made again."""
        claims = sorted([*group.claims, *group.denied_by])
        units = {self.unit.get(claim, "") for claim in claims}
        if len(units) > 1 or "" in units or not units.isdisjoint(region):
            return True
        return list(self.events[units.pop()].claims) != claims

    def _mates(self, events: Iterable[Event]) -> frozenset[str]:
        """The deaths and attacks that have one toll with these."""
        return self.traces.events_under({key for event in events for key in toll_keys(event)})

    def _units(self, claims: Iterable[str]) -> frozenset[str]:
        return frozenset(self.unit[claim] for claim in claims if claim in self.unit)

    def _sought(self) -> set[int]:
        """The hashes under which events stand that touched claims could be in."""
        told = {kind: self._tellings(some) for kind, some in by_family(self.mine.values()).items()}
        places = {one.profile.place for some in told.values() for one in some if one.profile.place is not None}
        near = neighbours(places, self.told.atlas.places)
        return {
            key
            for kind, some in told.items()
            for one in some
            for key in sought_keys(kind, one, near[one.profile.place] if one.profile.place is not None else ())
        }

    def _partners(self) -> frozenset[str]:
        """The events, among those seen, of which tellings agree with touched ones: they will often be one."""
        agreed = (
            partners(kind, self._tellings(some), self.mine) for kind, some in by_family(self.claims.values()).items()
        )
        return self._units(claim for some in agreed for telling in some for claim in telling.claims)

    def _tellings(self, claims: Sequence[Claim]) -> list[Telling]:
        around = {claim.report: self.settings[claim.report].around for claim in claims}
        return tellings(claims, self.publications, around, self.known.answered.keys(), self.profiles)

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
            self.there |= self.settings[report].there
            self.denied |= self.settings[report].denied
        if any(claim.report not in self.settings for claim in raw):
            raise TooWide
        self._hear_of_origins()
        atlas = self.told.atlas
        self.claims |= {claim.id: put_right(claim, self.settings[claim.report], self.known, atlas) for claim in raw}

    def _hear_of_origins(self) -> None:
        """Whose word a copy is depends on the report that it copies."""
        origins = {one.origin for one in self.publications.values()} - self.publications.keys()
        self.publications |= {key: trace.publication for key, trace in self.traces.reports(origins).items()}

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
        """Whether a claim can say something else of the same place: it is touched, or its event says part of it."""
        return claim in self.old or self.claims[claim].type in BY_EVENT

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
