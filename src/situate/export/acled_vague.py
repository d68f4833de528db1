"""Rows whose day is told loosely, or not at all, beside a row of the same report that has it: one event, told twice.

"A bomber struck the hospital on Sunday … the attack, the first this week": ACLED has one event at one place. Which day
is the vaguer row's own nobody tells, so that it is no second event, unless it names others or has a toll of its own.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from situate.export.acled_retold import apart, lies_in
from situate.export.acled_rows import Row, who
from situate.export.acled_tables import ARMED_CLASH, BLAST, SUICIDE
from situate.export.index import Index

VAGUE = "one row with what its report tells of the same place on a day"
_MANY = 5  # so many dead seldom died in two happenings of one place and few days
_DEADLY = frozenset({"Attack", ARMED_CLASH})
_NEWS = dt.timedelta(days=3)  # how long before its report the news of a report mostly was


def without_vague(rows: Iterable[Row], index: Index) -> tuple[list[Row], Counter[str]]:
    """The rows without those that tell another row's happening with less of a day, and how many of them there are."""
    kept = list(rows)
    by_report: dict[str, list[Row]] = defaultdict(list)
    for row in kept:
        for report in sorted(row.reports):
            by_report[report].append(row)
    now: dict[int, Row] = {id(row): row for row in kept}
    lost: Counter[str] = Counter()
    for row in sorted(kept, key=lambda one: (-one.time_precision, one.events[0].id, one.key)):
        first = min(row.reports, default="")
        beside = [o for o in by_report[first] if o is not row and id(o) in now and row.reports <= o.reports]
        found = [other for other in beside if _tells_again(row, other) or _has_its_dead(row, other)]
        if not found or apart(row, index):
            continue
        other = min(found, key=lambda o: (o.place.id != row.place.id, -o.fatalities, o.events[0].id, o.key))
        now[id(other)] = _with(now[id(other)], now.pop(id(row)))
        lost[VAGUE] += 1
    return [now[id(row)] for row in kept if id(row) in now], lost


def _tells_again(row: Row, other: Row) -> bool:
    same = row.sub_event == other.sub_event or (row.sub_event, other.sub_event) == (BLAST, SUICIDE)
    here = row.place.id == other.place.id or (_of_its_report(row) and lies_in(other.place, row.place))
    return (
        same
        and here
        and (row.named <= other.named or other.named <= row.named)
        and (not row.fatalities or not other.fatalities or row.fatalities == other.fatalities)
        and (_spans(row, other) or _just_before(row, other))
    )


def _has_its_dead(row: Row, other: Row) -> bool:
    """Whether a row tells deaths alone, as many as a blow at the same place a few days from it."""
    if row.fatalities < _MANY or row.fatalities != other.fatalities or row.place.id != other.place.id:
        return False
    alone = all(event.type == "kill" for event in row.events) and any(event.type != "kill" for event in other.events)
    doers = {who(actor) for actor in row.side1}
    return alone and doers <= other.named and abs(row.day - other.day) <= _NEWS and row.sub_event in _DEADLY


def _spans(row: Row, other: Row) -> bool:
    """Whether a row can be of any day of a stretch in which the other's day, known more exactly, lies."""
    firsts = [event.interval.first for event in row.events if event.interval.first]
    lasts = [event.interval.last for event in row.events if event.interval.last and not event.interval.undated]
    exact = other.time_precision < row.time_precision
    return exact and bool(firsts and lasts) and min(firsts) <= other.day <= max(lasts)


def _just_before(row: Row, other: Row) -> bool:
    """Whether a row has no day but that of its report, and the other has one that is told, shortly before."""
    told = _of_its_report(row) and not _of_its_report(other)
    return told and other.time_precision <= 2 and dt.timedelta() <= row.day - other.day <= _NEWS


def _of_its_report(row: Row) -> bool:
    return all(event.interval.basis == "publication" for event in row.events)


def _with(fuller: Row, row: Row) -> Row:
    events = tuple({event.id: event for event in (*fuller.events, *row.events)}.values())
    side1, side2 = (row.side1, row.side2) if fuller.named < row.named else (fuller.side1, fuller.side2)
    dead = max(fuller.fatalities, row.fatalities)
    return replace(fuller, events=events, side1=side1, side2=side2 or row.side2, fatalities=dead)
