"""From events to ACLED rows: which events count, who faces whom, and what becomes one row."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from situate.export.acled_rules import Lost, day_and_precision, fatalities, geo_precision
from situate.export.acled_tables import (
    ARMED_CLASH,
    BATTLES,
    BLAST,
    EVENT_TYPES,
    FIRE,
    GAINS,
    INTER_CIVILIANS,
    INTER_PROTESTERS,
    INTER_RIOTERS,
    PROTESTS,
    REMOTE,
    RIOTS,
    STRATEGIC,
    SUICIDE,
    VIOLENCE,
)
from situate.export.general import of_that_day, why_general
from situate.export.index import Index
from situate.export.opponents import Opponents
from situate.export.sourcing import no_happening
from situate.export.told import OF_A_WAR, of_a_war
from situate.model.actor import Actor
from situate.model.event import Event
from situate.model.interval import first_day
from situate.model.place import Place

REJECTED = "deaths whose number a reviewer has rejected"
_FROM_AFAR = frozenset({"airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack"})
_ANY_ATTACK = frozenset({"Attack", ARMED_CLASH})
ATTACKS = frozenset({"assault", "advance", "repel"})  # who is told to do one of these together does it to others
CLASHES = ATTACKS | {"clash", "talks", "agreement", "ceasefire"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ACLED event: the situate events that it stands for, the day, the place, the two sides, the dead."""

    events: tuple[Event, ...]
    sub_event: str
    day: dt.date
    time_precision: int
    place: Place
    geo_precision: int
    side1: tuple[Actor, ...]
    side2: tuple[Actor, ...]
    fatalities: int
    reports: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, ...]:
        """What makes an ACLED event one: actor pair, type, place, day; civilians who are hit may go unnamed."""
        pair = (_key(self.side1), _key(self.side2))
        return (*self.where_and_when, self.sub_event, *(sorted(pair) if self.sub_event == ARMED_CLASH else pair))

    @property
    def where_and_when(self) -> tuple[str, str, str]:
        """The place, the day, and how exact the day is."""
        return self.place.id, self.day.isoformat(), str(self.time_precision)

    @property
    def named(self) -> frozenset[str]:
        """Those who are named on either side; civilians are whom violence is against, named or not."""
        return frozenset(who(actor) for actor in (*self.side1, *self.side2) if actor.inter != INTER_CIVILIANS)

    @property
    def camps(self) -> frozenset[str]:
        """The sides of those who are named, without civilians: an army and the militias with it are one."""
        return frozenset(a.side or who(a) for a in (*self.side1, *self.side2) if a.inter != INTER_CIVILIANS)

    @property
    def sides(self) -> frozenset[str]:
        """The sides (or, where none is known, the actors) that take part."""
        return frozenset(actor.side or actor.id for actor in (*self.side1, *self.side2))


def who(actor: Actor) -> str:
    """The id of an actor; a state's government, army and air force are one to ACLED, its police are another."""
    state = actor.kind in {"government", "state_forces"} and actor.sector != "COP" and actor.country
    return f"state:{actor.country}" if state else actor.id


def why_not(event: Event, index: Index) -> str:
    """Why an event has no ACLED row, or the empty string."""
    if why := no_happening(event):
        return why
    if sub_event(event, index) is None:
        return "no ACLED string for its type"
    if event.place is None or event.place.latitude is None:
        return "place unresolved"
    if geo_precision(event.place) is None:
        return "place no more exact than a country"
    if event.type == "kill" and of_a_war(event):
        return OF_A_WAR
    if event.type == "kill" and all("killed" in index.overruled.get(claim, ()) for claim in event.claims):
        return REJECTED
    timed = day_and_precision(event.interval, last_told(event, index))
    return why_general(event, index) if timed else "date unknown or wider than a month"


def last_told(event: Event, index: Index) -> dt.date | None:
    """The day of the last report that tells an event, ``None`` where one has none."""
    days = [index.published(claim)[:10] for claim in index.claims_of(event.claims)]
    return max(map(first_day, days)) if days and all(len(day) == len("2017-09-05") for day in days) else None


def sub_event(event: Event, index: Index) -> str | None:
    """ACLED's string for an event: the one that most of its actual claims carry, the earliest report's at a tie.

    A blast that somebody dies of who set it off is a suicide bombing, however often it is called a blast; and shelling
    or an air strike is one, however often it is called an attack.
    """
    claims = [c for c in index.claims_of(event.claims) if c.polarity == "positive" and c.modality == "actual"]
    counted = Counter(claim.codes.acled for claim in claims if claim.codes.acled in EVENT_TYPES)
    if counted[SUICIDE] and counted.most_common(1)[0][0] == BLAST:
        return SUICIDE
    if event.type in _FROM_AFAR and any(EVENT_TYPES.get(one or "") == REMOTE for one in counted):
        counted = Counter({one: n for one, n in counted.items() if one not in _ANY_ATTACK})
    return counted.most_common(1)[0][0] if counted else None


def where_its_dead_are(events: Sequence[Event], index: Index) -> Sequence[Event]:
    """Events, with attacks that are told of no place, or of a country, put where their report says that their dead
    are: "strikes in northern Syria killed 35", and in the next sentence 30 in one town and five near another.

    The dead are the attack's when one report alone tells both, of one time and one toll.
    """
    deaths: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "kill" and event.place is not None and geo_precision(event.place) is not None:
            deaths[_toll_of(event, index)].append(event)
    return [
        replace(event, place=there[0].place, place_reason=None) if len(there) == 1 else event
        for event in events
        for there in (deaths.get(_toll_of(event, index), []) if _from_afar_somewhere(event) else [],)
    ]


def _from_afar_somewhere(event: Event) -> bool:
    return event.type in _FROM_AFAR and (event.place is None or geo_precision(event.place) is None)


def _toll_of(event: Event, index: Index) -> tuple[object, ...]:
    """What tells whose dead they are: the only report, the time, so many dead; of its own kind where that is not so."""
    dead = dict(event.figures).get("killed")
    reports = {claim.report for claim in index.claims_of(event.claims)}
    if len(reports) != 1 or dead is None or dead.low is None or dead.low < _SEVERAL or event.interval.first is None:
        return (event.id,)
    return (*reports, event.interval.earliest, event.interval.latest, dead.low)


_SEVERAL = 5  # so many dead are no chance


def one_toll(events: Sequence[Event], same_dead: Mapping[str, Sequence[str]]) -> list[tuple[Event, ...]]:
    """Events that count, each alone; an attack with the deaths that are told apart of it: they have one toll.

    Where there were several attacks, the deaths are of the only one that has as many.
    """
    there = {event.id: event for event in events}
    told: dict[str, str] = {}
    for deaths, attacks in same_dead.items():
        here = [one for one in attacks if one in there] if deaths in there else []
        dead = dict(there[deaths].figures).get("killed") if here else None
        if len(here) > 1:
            here = [one for one in here if dead is not None and dict(there[one].figures).get("killed") == dead]
        if len(here) == 1:
            told[deaths] = here[0]
    apart: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.id in told:
            apart[told[event.id]].append(event)
    return [(event, *apart[event.id]) for event in events if event.id not in told]


def rows_of(
    told: Sequence[Event], index: Index, *, lost: Lost, plural: int, opponents: Opponents | None = None
) -> Iterator[Row]:
    """The rows of an event that counts, with the deaths that are its own: one for each place and pair of sides.

    A toll of several places is divided evenly, what is left over at the first, as ACLED divides one of several; of the
    rows of one place the first has it.
    """
    event = told[0]
    place, string = event.place, sub_event(event, index)
    timed = day_and_precision(event.interval, last_told(event, index))
    if place is None or timed is None or string is None:
        return
    claims = tuple(claim for one in told for claim in one.claims)
    dead = fatalities(replace(event, claims=claims), index, plural=plural)
    reports = frozenset(claim.report for claim in index.claims_of(claims))
    if string in GAINS and lost(event):
        string = ARMED_CLASH
    against = (opponents or Opponents.of(index)).named((of_that_day(event, index), *told[1:]))
    together = one_claim_names_all(against, index)
    places = [(one, exact) for one in event.places if (exact := geo_precision(one)) is not None]
    shared = zip(places, _divided(dead, len(places)), strict=True)
    pairs = enumerate(_pairs(against, together=together))
    for ((there, exact), share), (number, (side1, side2)) in product(shared, pairs):
        yield Row(
            events=tuple(told), sub_event=string, day=timed[0], time_precision=timed[1], place=there,
            geo_precision=exact, side1=side1, side2=side2, fatalities=0 if number else share, reports=reports,
        )  # fmt: skip


def _divided(dead: int, places: int) -> list[int]:
    each, over = divmod(dead, places) if places else (0, 0)
    return [each + (over if not number else 0) for number in range(places)]


def one_claim_names_all(event: Event, index: Index) -> bool:
    """Whether those who do something are told to do it together, by one claim that names them all."""
    doers = {part.actor.id for part in event.actors if part.role == "actor"}
    told = ({r.actor.id for r in c.fillers("actor") if r.actor} for c in index.claims_of(event.claims))
    return any(doers <= named for named in told)


def _pairs(event: Event, *, together: bool) -> list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    """Who faces whom: those who act against those it is done to; in a clash without a target, the sides named.

    Who do one thing together ("killed by X, backed by Y") do it side by side, on whatever sides they stand else, and so
    do those who fight one enemy; who clash without a target fight each other.
    """
    actors, targets = _by_side(event, "actor"), _by_side(event, "target")
    if event.type in CLASHES:
        if not targets and len(actors) > 1 and not (together and event.type in ATTACKS):
            return [(actors[0], other) for other in actors[1:]]
        actors = [tuple(actor for group in actors for actor in group)] if together else actors
        return [(one, other if _apart(one, other) else ()) for one in actors or [()] for other in targets or [()]]
    suffering = {actor.id for group in targets for actor in group}
    every = [actor for group in actors for actor in group]
    doing = [actor for actor in every if actor.id not in suffering] or every
    return [(tuple(doing), other) for other in targets or [()]]


def _apart(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether two sides are not the same people: nobody fights himself, so that then one of them is unknown."""
    return {actor.id for actor in one} != {actor.id for actor in other}


def _by_side(event: Event, role: str) -> list[tuple[Actor, ...]]:
    """The actors of a role, grouped by side; who stands on no known side joins the first group as an associate."""
    groups: dict[str, list[Actor]] = defaultdict(list)
    parts = [part.actor for part in event.actors if part.role == role]
    first = next((actor.side for actor in parts if actor.side), None) or ""
    for actor in parts:
        groups[actor.side or first].append(actor)
    return [tuple(group) for group in groups.values()]


def merged(rows: Iterable[Row]) -> tuple[list[Row], Counter[str]]:
    """One row per actor pair, type, place and day, and no fire beside the battle that it is part of.

    ACLED counts by day: the dead of the events that one row stands for are added up. The counter says how many
    events lost their own row, and why.
    """
    lost: Counter[str] = Counter()
    by_key: dict[tuple[str, ...], Row] = {}
    for row in rows:
        same = by_key.get(row.key)
        by_key[row.key] = row if same is None else _joined(same, row)
        if same is not None:
            lost["one row with another event of the same actors, type, place and day"] += 1
    # A row that stands for several may be known by the names of the best of them, and no longer by its key.
    battles: dict[tuple[str, str, str], list[tuple[str, ...]]] = defaultdict(list)
    for key, row in by_key.items():
        if EVENT_TYPES[row.sub_event] == BATTLES:
            battles[row.where_and_when].append(key)
    kept = dict(by_key)
    for key, row in by_key.items():
        near = battles[row.where_and_when] if row.sub_event in FIRE else []
        battle = next((b for b in near if row.sides and row.sides <= by_key[b].sides), None)
        if battle is not None:
            kept[battle] = _joined(kept[battle], row)
            del kept[key]
            lost["fire that is part of a ground battle of the same actors, place and day"] += len(row.events)
    return list(kept.values()), lost


def _joined(row: Row, other: Row) -> Row:
    if _key(row.side1) == _key(other.side2) != _key(row.side2):
        other = replace(other, side1=other.side2, side2=other.side1)  # who is named first in a clash says nothing
    events = {event.id: event for event in (*row.events, *other.events)}
    dead, reports = row.fatalities + other.fatalities, row.reports | other.reports
    side1, side2 = _named_best(row.side1, other.side1), _named_best(row.side2, other.side2)
    return replace(row, events=tuple(events.values()), side1=side1, side2=side2, fatalities=dead, reports=reports)


def _named_best(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Of two names of one side that with its forces; any before none."""
    forces = [any(actor.kind == "state_forces" for actor in side) for side in (one, other)]
    return other if not one or forces == [False, True] else one


def named_sides(row: Row, country: str) -> tuple[tuple[str, str, int | None], tuple[str, str, int | None]]:
    """For each side ``(actor, associates, inter)``; inter is ``None`` when unknown, 0 when there is no second actor.

    A demonstration's first actor is, by ACLED's rule, the demonstrators, with those who called it as associates; those
    who use force against them are the second.
    An attacker whom no report names is written as ACLED writes it, without an inter code; so is one who is only told
    to be people ("unidentified people fired on …"), as civilians suffer violence and do none. Violence against
    civilians is by its definition against civilians, whether or not a report says so.
    """
    kind = EVENT_TYPES[row.sub_event]
    if kind in {PROTESTS, RIOTS}:
        crowd, code = ("Protesters", INTER_PROTESTERS) if kind == PROTESTS else ("Rioters", INTER_RIOTERS)
        marching = any(event.type == "protest" for event in row.events)
        others = [actor for actor in row.side1 if actor.inter not in {INTER_CIVILIANS, code}]
        forces = [actor for actor in others if actor.kind == "state_forces" or not marching]
        named = "; ".join(actor.name for actor in others if actor not in forces)
        return (f"{crowd} ({country})", named, code), _side(forces or row.side2)
    if kind == STRATEGIC:
        return _side(row.side1) if row.side1 else ("", "", None), _side(row.side2)
    armed = _forces([actor for actor in row.side1 if actor.inter != INTER_CIVILIANS])
    first = _side(armed) if armed else (f"Unidentified Armed Group ({country})", "", None)
    if kind == VIOLENCE and not row.side2:
        return first, (f"Civilians ({country})", "", INTER_CIVILIANS)
    return first, _side(_forces(row.side2))


def _forces(actors: Sequence[Actor]) -> list[Actor]:
    """Those who use force, without a government beside its own forces: they are one actor."""
    armies = {who(actor) for actor in actors if actor.kind == "state_forces"}
    return [actor for actor in actors if actor.kind != "government" or who(actor) not in armies]


def _side(actors: Sequence[Actor]) -> tuple[str, str, int | None]:
    if not actors:
        return "", "", 0
    return actors[0].name, "; ".join(actor.name for actor in actors[1:]), actors[0].inter


def _key(actors: Sequence[Actor]) -> str:
    return ";".join(sorted({who(actor) for actor in actors if actor.inter != INTER_CIVILIANS}))
