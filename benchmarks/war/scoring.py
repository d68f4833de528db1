"""How much of a made-up war a record holds."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any, TextIO

from situate.derive import holding, publications
from situate.derive.events.tolls import told_again
from situate.evaluate.events import Group, Merged, Told
from situate.evaluate.events import score as merged
from situate.evaluate.rates import Rates
from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.situation import Spell
from situate.model.span import Span
from situate.pipeline.asking import Question
from situate.pipeline.matrices import matrix
from situate.pipeline.wiring import Parts
from situate.store import Opening, open_record
from war.history import Day, State
from war.made import World
from war.press import Written
from war.wording import BESIDE, Mention

# What a sentence tells beside its happening, by the tag of its words.
_BESIDE = {"closing": "cut_route", "talks": "talks", "pulled": "withdraw", "approved": "agreement", "fighting": "clash"}


@dataclass(frozen=True, kw_only=True)
class Record:
    """What a record holds."""

    claims: Mapping[str, Claim]
    events: Sequence[Event]
    spells: Sequence[Spell]
    contradictions: Sequence[Contradiction]
    origin: Mapping[str, str]
    dead: int


def opened(path: Path) -> Record:
    """The record at ``path``; its dead are those of ``situate matrix killed``."""
    with open_record(path, Opening()) as store:
        dead = matrix(store, "killed", Question(), Parts(), level="country")
        return Record(
            claims={claim.id: claim for claim in store.claims()},
            events=tuple(store.events()),
            spells=tuple(store.spells()),
            contradictions=tuple(store.contradictions()),
            origin={key: one.origin for key, one in publications(kept.report for kept in store.reports()).items()},
            dead=sum(int(cell or 0) for cells in dead.cells for cell in cells),
        )


def score(world: World, path: Path, show: TextIO | None = None) -> dict[str, Any]:
    """All figures; with ``show`` also what went wrong, a line each."""
    record, scorer = opened(path), _Scorer(world)
    figures = scorer.figures(record)
    if show is not None:
        for line in scorer.wrong:
            print(line, file=show)
    return figures


class _Scorer:
    """Compares a record with its world; ``wrong`` collects what does not agree, in words."""

    def __init__(self, world: World) -> None:
        self.world, self.wrong = world, list[str]()
        self.happened = {h.id: h for h in [*world.history.happenings, *world.false]}
        self.side_of = {actor["id"]: actor["key"] for actor in world.words["actors"]}
        self.side_of |= {actor["side"]: actor["key"] for actor in world.words["actors"] if "side" in actor}
        self.side_of |= dict.fromkeys(world.words["state"].values(), "G")

    @cached_property
    def _carried_ids(self) -> frozenset[str]:
        return frozenset(self._carried())

    def figures(self, record: Record) -> dict[str, Any]:
        """Every figure by name."""
        group = Group(name=self.world.words["name"], reports=(), told=tuple(self._told()))
        found = [
            Merged(report=record.claims[c].report, span=record.claims[c].trigger.span, event=e.id)
            for e in record.events
            for c in e.claims
        ]
        return {
            "merging": merged([(group, found)]),
            "events": self._events(record),
            "dead": self._dead(record),
            "spell_days": self._spell_days(record),
            "families": self._families(record),
            "contradictions": self._contradictions(record),
        }

    # Events -------------------------------------------------------------------------------------------------------

    def _told(self) -> Iterator[Told]:
        for report in self.world.reports:
            for m in [m for m in report.passage.mentions if m.type != BESIDE]:
                event = f"{m.event}/dead" if m.type == "kill" else m.event
                yield Told(
                    report=report.id, span=Span(m.start, m.end), event=event, type=m.type, earliest=None, latest=None
                )

    def _carried(self) -> set[str]:
        """What at least one report tells as having happened and does not take back."""
        back = {report.retracts for report in self.world.reports}
        return {
            m.event
            for report in self.world.reports
            if report.id not in back
            for m in report.passage.mentions
            if m.event.partition("/")[0] in self.happened
            and m.event not in report.denies
            and not (m.event in report.planned and m.type != "agreement")
        }

    def _events(self, record: Record) -> dict[str, Any]:
        """How many happenings are told, and how many the record makes of them (deaths beside their attack not counted).

        ``beside`` are events of the record that it made of words which tell nothing that happened in this world; deaths
        that the record knows for those of an attack which did are none of them, nor is what words of the templates tell
        beside a happening that is true too (``[damaged|-]``: the house that was hit).
        """
        told = Counter(self._kind(h) for h in self._carried())
        actual = [e for e in record.events if e.happened]
        spans = defaultdict(list)
        for mention in self._told():
            spans[mention.report].append(mention.span)
        meant = {c.id for c in record.claims.values() if any(c.trigger.span.overlaps(s) for s in spans[c.report])}
        of_truth = [e for e in actual if e.type != "kill" and not meant.isdisjoint(e.claims)]
        found = Counter(e.type for e in of_truth)
        true = {e.id for e in of_truth}
        tolls = {e for e, attacks in told_again(actual).items() if any(one.id in true for one in attacks)}
        aside = {c.id for c in record.claims.values() if self._told_aside(c)}
        beside = Counter(e.type for e in actual if (meant | aside).isdisjoint(e.claims) and e.id not in tolls)
        self.wrong += [
            f"count {kind}: {told[kind]} told, {found[kind]} found"
            for kind in told | found
            if told[kind] != found[kind]
        ]
        alike = sum(min(told[kind], found[kind]) for kind in told)
        return {
            "told": told.total(), "found": found.total(), "off": _off(found.total(), told.total()),
            "of_one_type": alike, "beside": beside.total(),
            "off_with_those": _off(found.total() + beside.total(), told.total()),
        }  # fmt: skip

    def _told_aside(self, claim: Claim) -> bool:
        """Whether a claim is made of words that tell something true which is no happening of the war's by itself."""
        mentions = self._aside.get(claim.report, ())
        return any(claim.trigger.span.overlaps(Span(m.start, m.end)) for m in mentions)

    @cached_property
    def _aside(self) -> Mapping[str, Sequence[Mention]]:
        return {r.id: [m for m in r.passage.mentions if m.type == BESIDE] for r in self.world.reports}

    def _kind(self, event: str) -> str:
        """The claim type of an event of the truth."""
        whole, _, beside = event.partition("/")
        kind = _BESIDE[beside] if beside else self.happened[whole].kind
        return "deny_aid" if kind == "removed" else kind

    def _dead(self, record: Record) -> dict[str, Any]:
        """The dead of happenings whose toll is told; ``nearest`` adds up the told figures nearest to the truth.

        Where only who gains by it counts the dead, or nobody after a first count, no report has the right figure:
        ``off_nearest`` is how far the record is from what somebody told.
        """
        events = [h for h in self._carried() if h in self.happened and self._toll_told(h)]
        told, nearest = sum(self.happened[h].killed for h in events), sum(map(self._nearest, events))
        off, off_nearest = _off(record.dead, told), _off(record.dead, nearest)
        return {"told": told, "found": record.dead, "off": off, "nearest": nearest, "off_nearest": off_nearest}

    def _nearest(self, event: str) -> int:
        """The figure told for a happening that comes nearest to its dead."""
        told = [report.tolls[event][0] for report in self.world.reports if event in report.tolls]
        return min(told, key=lambda figure: abs(figure - self.happened[event].killed))

    def _toll_told(self, event: str) -> bool:
        return any(event in report.tolls and report.tolls[event][0] for report in self.world.reports)

    # Spells -------------------------------------------------------------------------------------------------------

    def _spell_days(self, record: Record) -> dict[str, Any]:
        """Of the days on which what is told says how it was, how many the record has right, by dimension."""
        by_place: dict[tuple[str, str], list[Spell]] = defaultdict(list)
        for spell in record.spells:
            by_place[spell.place.name, spell.dimension].append(spell)
        right, every = Counter[str](), Counter[str]()
        for state in self.world.history.states:
            bad = 0
            for day in self._known_days(state):
                every[state.dimension] += 1
                held = holding(by_place[state.place, state.dimension], day.isoformat())
                good = any(self._agrees(state, spell) for spell in held)
                right[state.dimension] += good
                bad += not good
            if bad:
                has = [_words(s) for s in by_place[state.place, state.dimension]]
                self.wrong.append(f"spell {state}: {bad} days wrong; record {has}")
        return {
            "days": every.total(), "right": round(right.total() / max(1, every.total()), 4),
            **{d: round(right[d] / every[d], 4) for d in sorted(every)},
            "not_so": self._not_so(by_place),
        }  # fmt: skip

    def _known_days(self, state: State) -> Iterator[Day]:
        """The days of a state that reports tell of: from its beginning where it is told, else from when it was seen."""
        begun = state.start if state.start and state.begun_by in self._carried_ids else None
        seen = [
            state.start if since and state.start else report.published
            for report in self.world.reports
            for one, since in report.seen
            if one == state
        ]
        first = begun or min(seen, default=None)
        last = state.end or self.world.history.last
        while first is not None and first < last:
            yield first
            first += dt.timedelta(days=1)

    def _agrees(self, state: State, spell: Spell) -> bool:
        sides = {
            self.side_of.get(p.actor.side or "", self.side_of.get(p.actor.id, "?"))
            for p in spell.actors
            if p.role != "besieged"
        }
        value = spell.value if state.dimension != "access" else {"denied": "cut_off"}.get(spell.value, spell.value)
        return value == state.value and (not sides or state.side in sides)

    def _not_so(self, by_place: Mapping[tuple[str, str], Sequence[Spell]]) -> float:
        """Of the days of a siege in the record, how many there was none; not those after an end that nobody told."""
        wrong = days = 0
        for place in self.world.words["places"]:
            day = self.world.history.first
            while day < self.world.history.last:
                if holding(by_place[place["name"], "siege"], day.isoformat()):
                    days += self._end_is_told(place["name"], day)
                    wrong += (
                        self._end_is_told(place["name"], day)
                        and self.world.history.state(place["name"], "siege", day) is None
                    )
                day += dt.timedelta(days=1)
        return round(wrong / max(1, days), 4)

    def _end_is_told(self, place: str, day: Day) -> bool:
        """Whether a record can know if a siege of the place goes on: one does, or the end of the last one is told."""
        sieges = [
            s
            for s in self.world.history.states
            if (s.place, s.dimension) == (place, "siege") and s.start and s.start <= day
        ]
        return not sieges or sieges[-1].holds(day) or sieges[-1].ended_by in self._carried_ids

    # Copies and contradictions ------------------------------------------------------------------------------------

    def _families(self, record: Record) -> dict[str, Any]:
        """Pairs of reports of one family."""
        pairs = [(a, b) for a, b in combinations(self.world.reports, 2)]
        gold = {(a.id, b.id) for a, b in pairs if a.family == b.family}
        found = {(a.id, b.id) for a, b in pairs if record.origin[a.id] == record.origin[b.id]}
        self.wrong += [f"family missed: {a} {b}" for a, b in sorted(gold - found)]
        self.wrong += [f"no family: {a} {b}" for a, b in sorted(found - gold)]
        return Rates(right=len(gold & found), found=len(found), gold=len(gold)).told()

    def _contradictions(self, record: Record) -> dict[str, Any]:
        gold = {("killed", e) for e in self._tolls_apart()} | {("happened", e) for e in self._denied()}
        found = {(c.field, e) for c in record.contradictions for e in self._about(c, record)}
        self.wrong += [f"contradiction missed: {one}" for one in sorted(gold - found)]
        self.wrong += [f"no contradiction: {one}" for one in sorted(found - gold)]
        return Rates(right=len(gold & found), found=len(found), gold=len(gold)).told()

    def _denied(self) -> set[str]:
        """What one report tells, and another that takes nothing back says did not happen."""
        return {e for report in self.world.reports if not report.retracts for e in report.denies}

    def _tolls_apart(self) -> Iterator[str]:
        """Happenings of whose dead two outlets give figures that cannot both be right, each by its last word."""
        for event in self._carried_ids:
            last: dict[str, tuple[int, bool]] = {}
            for report in self.world.reports:
                if event in report.tolls and report.tolls[event][0]:
                    last[self._teller(report)] = report.tolls[event]
            spans = [(n, n * 1.5 if least else n) for n, least in last.values()]
            if spans and max(low for low, _ in spans) > min(high for _, high in spans):
                yield event

    def _teller(self, report: Written) -> str:
        return report.family.split("-")[0]

    def _about(self, found: Contradiction, record: Record) -> Iterator[str]:
        """The events that a contradiction is about, by the words of its claims; its own id where it is about none."""
        claims = [record.claims[c] for _, ids in found.values for c in ids]
        spans = {(c.report, c.trigger.span) for c in claims}
        about = {
            m.event
            for report in self.world.reports
            for m in report.passage.mentions
            if any(r == report.id and s.overlaps(Span(m.start, m.end)) for r, s in spans)
        }
        happenings = {e for e in about if e in self.happened}
        yield from happenings or {found.about}


def _off(found: int, told: int) -> float:
    return round(abs(found - told) / max(1, told), 4)


def _words(spell: Spell) -> str:
    who = ",".join(p.actor.id for p in spell.actors)
    ends = "open" if spell.ends.open else spell.ends.latest
    return f"{spell.value} {who} {spell.starts.earliest}..{spell.starts.latest} to {ends} ({spell.rule})"
