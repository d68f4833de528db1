"""Rows that nothing told ties to a day or a place, or whose reports tell of no conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from situate.export.acled_rows import Row
from situate.export.acled_tables import BATTLES, EVENT_TYPES, STRATEGIC
from situate.export.index import Index
from situate.export.told import GUESSED, NO_CONFLICT, in_no_conflict, is_guessed

UNDATED = "a deal or a move of no day that is told"
PRIVATE = "done by a private person, who is no party to a conflict"
NOBODY = "a fight without a toll, of nobody who is named"
_MONTH = 3  # the time_precision of what is known to a month
_DEALS = frozenset({"agreement", "ceasefire", "talks"})
_MOVES = frozenset({"deploy", "displace", "evacuate", "return", "release", "deliver_aid", "open_route"})


def without_guesses(rows: Iterable[Row], index: Index) -> tuple[list[Row], Counter[str]]:
    """The rows that are told, and how many are left out, by reason."""
    kept: list[Row] = []
    lost: Counter[str] = Counter()
    for row in rows:
        why = _why(row, index)
        if why is None:
            kept.append(row)
        else:
            lost[why] += 1
    return kept, lost


def _why(row: Row, index: Index) -> str | None:
    """Why a row is none, or ``None`` where it is one.

    Deals and moves that a report only mentions from some month are background, and so are blows without a toll from
    some month at a place that it does not name with them: in real reports nine in ten of either were wrong. A fight
    whose sides and dead nobody tells is a mention of a war, or of a fight that is told elsewhere.
    """
    if is_guessed(row.events) or (row.time_precision == _MONTH and row.place.basis == "context" and not row.fatalities):
        return GUESSED
    if in_no_conflict(row.events, index):
        return NO_CONFLICT
    types = {event.type for event in row.events}
    if (types <= _DEALS | _MOVES and row.time_precision == _MONTH) or (types <= _DEALS and _of_its_report(row)):
        return UNDATED
    if EVENT_TYPES[row.sub_event] == BATTLES and not row.fatalities and not row.side1 and not row.side2:
        return NOBODY
    private = bool(row.side1) and all(actor.private for actor in row.side1)
    return PRIVATE if private and EVENT_TYPES[row.sub_event] in {BATTLES, STRATEGIC} else None


def _of_its_report(row: Row) -> bool:
    """Whether a row has no day but that of its report."""
    return all(event.interval.basis == "publication" for event in row.events)
