"""Rows that tell again, of one report, what another row of it says: they stand for one event and give one toll."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from situate.export.acled_rows import Row
from situate.export.acled_tables import ARRESTS, BATTLES, DAMAGE, DAMAGING, EVENT_TYPES, INTER_CIVILIANS

AGAIN = "one row with an event of its report that names more of the actors"
WRECKED = "damage that an attack of its report, place and day did"
TAKEN = "prisoners that a fight of its report, place and day took"


def without_again(rows: Iterable[Row]) -> tuple[list[Row], Counter[str]]:
    """One row for what one report tells twice of one place and day, and how many events lost their own, by reason.

    ACLED has one event a day for actor pair, type and place. Who is not named is no other actor: "fighting broke
    out" beside "the army fought the rebels", and what a blow wrecked or whom a fight took beside them, are one event,
    unless each has a toll of its own.
    """
    lost: Counter[str] = Counter()
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.where_and_when].append(row)
    kept: list[Row] = []
    for group in groups.values():
        kept += _of_one_place_and_day(group, lost)
    return kept, lost


def _of_one_place_and_day(rows: Sequence[Row], lost: Counter[str]) -> list[Row]:
    """The rows of one place and day; those that name more stand first, so that what joins one is never joined to."""
    kept: list[Row] = []
    beside = {DAMAGE, ARRESTS}
    for row in sorted(rows, key=lambda one: (one.sub_event in beside, -len(one.named), one.events[0].id, one.key)):
        found = next(((n, why) for n, other in enumerate(kept) if (why := _why(row, other))), None)
        if found is None:
            kept.append(row)
            continue
        number, why = found
        kept[number] = _with(kept[number], row)
        lost[why] += len(row.events)
    return kept


def _why(row: Row, fuller: Row) -> str | None:
    """Why a row is no event beside a fuller one, or ``None`` where it is."""
    two_tolls = row.fatalities and fuller.fatalities and row.fatalities != fuller.fatalities
    if two_tolls or not row.reports & fuller.reports or not row.named <= fuller.named:
        return None
    if row.sub_event == DAMAGE and fuller.sub_event in DAMAGING:
        return WRECKED
    if row.sub_event == ARRESTS and EVENT_TYPES[fuller.sub_event] == BATTLES and not _of_civilians(row):
        return TAKEN
    return AGAIN if row.sub_event == fuller.sub_event and row.named < fuller.named else None


def _of_civilians(row: Row) -> bool:
    return any(actor.inter == INTER_CIVILIANS for actor in (*row.side1, *row.side2))


def _with(fuller: Row, row: Row) -> Row:
    events = {event.id: event for event in (*fuller.events, *row.events)}
    fatalities = max(fuller.fatalities, row.fatalities)
    reports, side2 = fuller.reports | row.reports, fuller.side2 or row.side2
    return replace(fuller, events=tuple(events.values()), side2=side2, fatalities=fatalities, reports=reports)
