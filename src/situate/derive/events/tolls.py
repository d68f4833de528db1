"""Whose dead are whose: deaths and attacks of one place and day that tell one toll, so that nobody is counted twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from situate.derive.interest import rules
from situate.derive.places import settled
from situate.model.event import Event

_OF_WOUNDS = dt.timedelta(days=7)  # in which most die who die of them
_DAYS_OFF = dt.timedelta(days=3)  # by which the day of one happening is told otherwise
_RISE = 2.0  # a toll that more than doubles is likelier another happening's
TELLING = 3  # one or two dead are no mark of a happening
COUNTED_AGAIN = "another count of its toll"  # why deaths are those of what another claim of their report tells


def of_one_toll(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Events, each alone; but with an attack the deaths that are another count of its own, and the only ones that are
    told of its place and day, or of several those that are as many as its own."""
    again = _counted_again(events)
    linked = {one.id for some in again.values() for one in some}
    deaths: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "kill" and event.id not in linked and (key := place_and_day(event)) is not None:
            deaths[key].append(event)
    for event in events:
        found = deaths.get(place_and_day(event) or ("", ""), ())
        only = len(found) == 1 or sum("killed" in dict(one.figures) for one in found) == 1
        alike = found if only else [one for one in found if _one_figure(event, one)]
        yield [event, *again.get(event.id, ()), *alike] if is_attack(event) else [event]


def _counted_again(events: Sequence[Event]) -> Mapping[str, Sequence[Event]]:
    """The deaths that their report tells as another count of the toll of an attack, by the attack's id."""
    told = {claim: event for event in events if is_attack(event) and event.happened for claim in event.claims}
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "kill" and event.happened and is_recount(event):
            first = (told[other] for _, other, why in event.why if why == COUNTED_AGAIN and other in told)
            attack = next(first, None)
            if attack is not None:
                found[attack.id].append(event)
    return found


def is_recount(event: Event) -> bool:
    """Whether a claim of an event counts again what another claim of its report told."""
    return any(why == COUNTED_AGAIN for _, _, why in event.why)


def told_again(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """For the only deaths that are told of a place and day, the attacks there whose dead they are, by the deaths' id.

    "Shells hit the market" and "the death toll of the shelling rose to 14" are two events with one toll. So are those
    by whom a toll rose: "Five of the wounded died overnight" where nine dead became 14; and a toll told days later.
    """
    told = list(events)
    found: dict[str, list[Event]] = defaultdict(list)
    for attack, *deaths in of_one_toll(told):
        for event in deaths:
            found[event.id].append(attack)
    for event, attack in [*_rises(told), *_later_tolls(told)]:
        found.setdefault(event.id, [attack])
    return found


def _rises(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Deaths, and the only attack of their place and last days whose toll rose by as many."""
    grown: dict[tuple[str, float], list[Event]] = defaultdict(list)
    for attack in events:
        dead = dict(attack.figures).get("killed")
        if dead is not None and dead.low and dead.best and dead.best > dead.low and attack.place and is_attack(attack):
            grown[attack.place.id, dead.best - dead.low].append(attack)
    for event in events:
        died = dict(event.figures).get("killed")
        if event.type != "kill" or event.place is None or died is None or died.best is None or died.best < TELLING:
            continue
        attacks = [one for one in grown.get((event.place.id, died.best), ()) if _right_after(one, event)]
        if len(attacks) == 1:
            yield event, attacks[0]


def _later_tolls(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Deaths told as a toll, and the only attack of their place and last days that killed as many or not much fewer.

    "The death toll in Ramla rises to 21": of the 20 whom a strike killed there the day before. Or deaths however told,
    and the only attack there that killed as many, a few days before or after: reports differ by a day or two.
    """
    deadly: dict[str, list[tuple[float, Event]]] = defaultdict(list)
    for attack in events:
        dead = dict(attack.figures).get("killed")
        if dead is not None and dead.best and attack.place is not None and is_attack(attack):
            deadly[attack.place.id].append((dead.best, attack))
    for event in events:
        died = dict(event.figures).get("killed")
        if event.type != "kill" or event.place is None or died is None or died.best is None or not event.happened:
            continue
        there = deadly.get(event.place.id, ())
        same = [one for dead, one in there if dead == died.best >= TELLING and _close(one, event)]
        near = [(dead, one) for dead, one in there if _right_after(one, event)]
        risen = len(near) == 1 and near[0][0] <= died.best <= _RISE * near[0][0]
        if len(same) == 1:
            yield event, same[0]
        elif risen and "toll" in event.words.casefold():
            yield event, near[0][1]


def _close(attack: Event, deaths: Event) -> bool:
    """Whether an attack and deaths are told of days that lie close, each known to the day."""
    one, other = attack.interval, deaths.interval
    if not attack.happened or one.first is None or other.first is None or not (one.within_a_day and other.within_a_day):
        return False
    return abs(one.first - other.first) <= _DAYS_OFF


def _right_after(attack: Event, deaths: Event) -> bool:
    begun, ended, died = attack.interval.first, attack.interval.last, deaths.interval.last
    if begun is None or ended is None or died is None:
        return False
    return attack.happened and deaths.happened and begun <= died <= ended + _OF_WOUNDS


def under_two_names(events: Iterable[Event]) -> frozenset[str]:
    """The ids of attacks whose toll another attack of another type tells of the same place and day: a figure as large
    is no chance ("60 died in the blast", "the toll of the bombing rose to 60"). The one that most reports tell is kept.
    """
    kept: dict[tuple[str, str, float], str] = {}
    again: set[str] = set()
    for event in sorted(filter(is_attack, events), key=lambda one: (-one.reports, one.id)):
        key, dead = place_and_day(event), dict(event.figures).get("killed")
        if key is not None and dead is not None and dead.best is not None and dead.best >= TELLING:
            first = kept.setdefault((*key, dead.best), event.type)
            again |= {event.id} if first != event.type else set()
    return frozenset(again)


def _one_figure(attack: Event, deaths: Event) -> bool:
    dead, told = dict(attack.figures).get("killed"), dict(deaths.figures).get("killed")
    best = dead.best if dead is not None else None
    return best is not None and best >= TELLING and told is not None and told.best == best


def is_attack(event: Event) -> bool:
    """Whether an event harms, and tells more than that people died."""
    return bool(event.type != "kill" and rules()["interest"].get(event.type, {}).get("harm"))


def place_and_day(event: Event) -> tuple[str, str] | None:
    """Where and when an event was, as far as deaths can be those of an attack: a settlement or less, one day."""
    day, place = event.interval.earliest, event.place
    exact = day is not None and day == event.interval.latest and len(day) >= 10
    if not exact or day is None or place is None or not event.happened:
        return None
    return (place.id, day[:10]) if settled(place) else None
