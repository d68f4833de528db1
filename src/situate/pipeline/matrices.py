"""A table of places by months: which state held, or how much happened."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from situate.derive.events.tolls import is_recount, told_again, under_two_names
from situate.errors import BadArgument
from situate.model.event import Event
from situate.model.interval import first_day, last_day
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Spell
from situate.model.tolls import FAMILIES
from situate.pipeline.asking import Question, as_filter, last_publication, only_happenings, seen_from, time_asked
from situate.pipeline.places import known_places, path_of, places_meant
from situate.pipeline.timelines import FIRST
from situate.pipeline.wiring import Parts
from situate.ports import Store

Level = Literal["place", "town", "country"]
STATES = ("control", "siege", "access", "truce", "population")
COUNTS = ("events", "killed", "killed_low", "killed_high", "wounded", "wounded_low", "wounded_high")
STALE = " (stale)"
NOWHERE = ("", "place unknown")
_MOST_MONTHS = 2400

Row = tuple[str, str]  # id and name of a place
Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """``cells`` are those of each place of ``rows``, one for each of ``months`` (``2017-09``), ``None`` = nothing.

    ``too_wide`` counts the events whose time does not lie within one month, ``sums`` those that add up the dead or
    wounded of several days: they are in no cell.
    """

    of: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    cells: tuple[tuple[Cell, ...], ...]
    too_wide: int = 0
    sums: int = 0


def matrix(
    store: Store, of: str, asked: Question, parts: Parts, *, level: Level = "place", stale_days: int = 30
) -> Matrix:  # fmt: skip
    """Places by months: a state (the values that held, in order) or a count (events, or the dead or wounded told).

    :raises BadArgument: ``of`` is neither; a state is asked for by more than places; or a filter is wrong.
    """
    if of in STATES:
        if level != "place":
            raise BadArgument(f"{of} is a state of a place.", remedy="Use --by place, or count something.")
        return _of_states(store, of, asked, parts, stale_days)
    if of in COUNTS:
        return _of_counts(store, of, asked, parts, level)
    raise BadArgument(f"There is no matrix of {of!r}.", remedy=f"There are {', '.join((*STATES, *COUNTS))}.")


def months_between(first: str, last: str) -> tuple[str, ...]:
    """The months from one to another, both included."""
    year, month = int(first[:4]), int(first[5:7])
    found: list[str] = []
    while f"{year:04d}-{month:02d}" <= last[:7]:
        if len(found) == _MOST_MONTHS:
            raise BadArgument(f"More than {_MOST_MONTHS} months.", remedy="Narrow them with --from and --to.")
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(found)


def _table(
    of: str, found: Mapping[tuple[Row, str], Cell], span: tuple[str | None, str | None], too_wide: int, sums: int = 0
) -> Matrix:  # fmt: skip
    """The matrix of what was found, from the first month asked for or found to the last."""
    known = [month for _, month in found]
    first, last = span[0] or min(known, default=None), span[1] or max(known, default=None)
    months = months_between(first, last) if first and last else ()
    rows = tuple(sorted({row for row, _ in found}, key=lambda row: (row[1], row[0])))
    cells = tuple(tuple(found.get((row, month)) for month in months) for row in rows)
    return Matrix(of=of, months=months, rows=rows, cells=cells, too_wide=too_wide, sums=sums)


# Counts ---------------------------------------------------------------------------------------------------------------


def _of_counts(store: Store, of: str, asked: Question, parts: Parts, level: Level) -> Matrix:
    wanted = only_happenings(as_filter(store, asked, parts), asked)
    places = known_places(store, parts.names())
    since, until = time_asked(asked)
    found: Counter[tuple[Row, str]] = Counter()
    too_wide = 0
    counted = [event for event in store.events(wanted) if event.happened]
    added_up = () if of == "events" else store.events(replace(wanted, kinds=("state",)))
    sums = sum(_is_sum(event, of) for event in added_up)
    claimed = {event.id for event in counted if event.standing == "claimed"}
    amounts = {event.id: _amount(event, of) for event in counted}
    if of != "events":
        by_id = {event.id: event for event in counted}
        for deaths, attacks in told_again(counted).items():
            less = not of.endswith("_high") and _outweighed(by_id[deaths], attacks, of.partition("_")[0])
            again = is_recount(by_id[deaths]) and any(amounts[one.id] for one in attacks)
            again = again or any(_weighed(by_id[deaths], one, of.partition("_")[0]) for one in attacks)
            amounts[deaths] = 0 if less or again else _beyond(deaths, attacks, amounts, claimed)
        amounts |= dict.fromkeys(under_two_names(counted), 0)  # their dead are counted under the other name
    for event in counted:
        month = month_of(event)
        if month is None:
            too_wide += 1
        elif (since or FIRST)[:7] <= month <= (until or "9999-12")[:7]:
            found[row_of(event.place, places, level), month] += amounts[event.id]
    return _table(of, {key: value for key, value in found.items() if value}, (since, until), too_wide, sums)


def _is_sum(event: Event, of: str) -> bool:
    """Whether an event, which is no single happening, adds up such harm: parts of it can be in cells."""
    told = event.polarity == "positive" and event.modality == "actual" and event.standing != "retracted"
    return told and bool(_amount(event, of))


def month_of(event: Event) -> str | None:
    """The month that an event lies in, ``None`` when that is not known."""
    first, last = event.interval.first, event.interval.last
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return f"{first.year:04d}-{first.month:02d}"


def _amount(event: Event, of: str) -> int:
    """One event, or its figure: the best estimate, the lower bound where there is none."""
    if of == "events":
        return 1
    name, _, which = of.partition("_")
    quantity = dict(event.figures).get(name)
    if quantity is None or quantity.unit == FAMILIES:
        return 0
    order = {"": ("best", "low", "high"), "low": ("low", "best", "high"), "high": ("high", "best", "low")}[which]
    return int(next((value for key in order if (value := getattr(quantity, key)) is not None), 0))


def _beyond(deaths: str, attacks: Sequence[Event], amounts: Mapping[str, int], claimed: Container[str]) -> int:
    """The dead that deaths tell beyond those of their attacks; none where only who gains by it tells of more."""
    of_attacks = sum(amounts[one.id] for one in attacks)
    counted = of_attacks and any(one.id not in claimed and amounts[one.id] for one in attacks)
    return 0 if counted and deaths in claimed else max(0, amounts[deaths] - of_attacks)


def _outweighed(deaths: Event, attacks: Sequence[Event], name: str) -> bool:
    """Whether more voices agree on a smaller count for an attack than tell of more dead beside it."""
    mine = dict(deaths.figures).get(name)
    least = mine.low if mine is not None and mine.low is not None else 0
    figures = [dict(one.figures).get(name) for one in attacks if one.independent_origins > deaths.independent_origins]
    return any(f is not None and f.best is not None and f.best < least and not _is_floor(f) for f in figures)


def _weighed(deaths: Event, attack: Event, name: str) -> bool:
    """Whether the figure of deaths is one that their attack was told with too, and that counted less than another.

    "Shells fell on the market. Dead: 36", told by who gains by it, is what the attack had weighed when it came to 22.
    """
    told, known = dict(deaths.figures).get(name), dict(attack.figures).get(name)
    if told is None or known is None or told.best is None or known.best is None:
        return False
    return told.best == known.high and known.best < told.best


def _is_floor(figure: Quantity) -> bool:
    """Whether nobody has counted beyond "at least"."""
    return figure.high is None and figure.best == figure.low


def row_of(place: Place | None, places: Mapping[str, Place], level: Level) -> Row:
    """The id and the name that a place counts under: its own, its town's, or its country's."""
    if place is None:
        return NOWHERE
    if level == "country":
        return (f"country:{place.country}", place.country) if place.country else NOWHERE
    identity = path_of(place, places)[0] if level == "town" else place.id
    return identity, places[identity].name if identity in places else place.name


# States ---------------------------------------------------------------------------------------------------------------


def _of_states(store: Store, of: str, asked: Question, parts: Parts, stale_days: int) -> Matrix:
    since, until = time_asked(asked)
    last = until or last_publication(store)
    spells = [spell for spell in _spells(store, of, asked, parts) if last]
    starts = [day for spell in spells if (day := _from(spell)) is not None and day > FIRST]
    months = months_between(since or min(starts, default=last or FIRST), last) if spells and last else ()
    values: dict[tuple[Row, str], list[str]] = defaultdict(list)
    for spell in sorted(spells, key=lambda one: (_from(one) or "", one.id)):
        row = (spell.place.id, spell.place.name)
        for month, words in _held_in(spell, months, stale_days):
            if words not in values[row, month]:
                values[row, month].append(words)
    found: dict[tuple[Row, str], Cell] = {key: " → ".join(words) for key, words in values.items()}
    return _table(of, found, (months[0], months[-1]) if months else (None, None), 0)


def _spells(store: Store, dimension: str, asked: Question, parts: Parts) -> Iterator[Spell]:
    names = parts.names()
    ids = places_meant(asked.place, known_places(store, names), names).ids if asked.place else None
    for spell in store.spells():
        if spell.dimension == dimension and spell.standing != "retracted" and (ids is None or spell.place.id in ids):
            yield spell


def _from(spell: Spell) -> str | None:
    """The day from which a spell holds as far as is known; ``None`` when it ended at an unknown time."""
    if not spell.ends.open and not spell.ends.latest:
        return None
    start = spell.starts
    if start.earliest:
        return first_day(start.earliest).isoformat()
    return last_day(start.latest).isoformat() if start.latest else FIRST


def _held_in(spell: Spell, months: Iterable[str], stale_days: int) -> Iterator[tuple[str, str]]:
    """The months in which a spell held on some day, with its value; whether there was news for long is said."""
    start = _from(spell)
    until = "9999-12-31" if spell.ends.open else last_day(spell.ends.latest or FIRST).isoformat()
    for month in months:
        if start is not None and start <= _last_of(month) and until >= f"{month}-01":
            seen = seen_from(spell, _last_of(month), stale_days)
            yield month, _value(spell) + (STALE if seen.stale else "")


def _last_of(month: str) -> str:
    return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:7]))[1]:02d}"


def _value(spell: Spell) -> str:
    """ "held: The Army"; for a siege and the like the value alone."""
    holders: Sequence[str] = [part.actor.name for part in spell.actors if part.role == "holder"]
    words = spell.value.replace("_", " ")
    return f"{words}: {' and '.join(dict.fromkeys(holders))}" if holders else words
