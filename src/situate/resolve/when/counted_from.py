"""Days that are counted from another that is named: "two days before 21 March", "the day after Newroz".

TimeML marks two expressions there. The length has no time of its own, and the day that it leads to is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from situate.model.interval import UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.text.times.meaning import Length, Resolved, Shifted, Timex
from situate.text.times.resolve import resolve

_BETWEEN = re.compile(r"\s(?P<which>before|prior to|ahead of|after|following)\s(?:the\s)?")
_NEXT_DAY = re.compile(
    r"\b(?:(?:the|a)\sday\s(?P<which>before|after)|on\s(?:the\s)?eve\sof)\s(?:the\s)?$", re.IGNORECASE
)
_LASTED = frozenset({"for", "over", "during", "within", "in"})  # "fought for two days before 21 March"
_BACK = frozenset({"before", "prior to", "ahead of"})
_UNITS = frozenset({"day", "night", "week", "fortnight", "month", "year"})
_SHORT = 5  # days: a feast of some days, or a day that may be one of three; what is longer has two ends
_SLACK = dt.timedelta(days=2)  # within which a month by the moon begins


def counted_from(found: Sequence[tuple[Timex, Resolved]], text: str) -> Mapping[int, Interval]:
    """The intervals of expressions from which a day is counted, and of the lengths, by where they start."""
    meant: dict[int, Interval] = {}
    for (timex, _), (later, resolved) in pairwise(found):
        between, length = _BETWEEN.fullmatch(text, timex.end, later.start), timex.meaning
        if between is None or not isinstance(length, Length) or timex.relation in _LASTED or timex.mod is not None:
            continue
        amount = length.low if length.low == length.high else None
        back = between["which"] in _BACK
        day = _away(resolved, -amount if back else amount, length.unit) if amount is not None else None
        if day is not None:
            meant |= {timex.start: UNKNOWN_INTERVAL, later.start: day}
    for timex, resolved in found:
        before = _NEXT_DAY.search(text, max(0, timex.start - 20), timex.start)
        back = before is not None and (before["which"] or "before").casefold() in _BACK
        day = _away(resolved, -1 if back else 1, "day") if before else None
        if day is not None:
            meant[timex.start] = day
    return meant


def _away(resolved: Resolved, amount: float, unit: str) -> Interval | None:
    """So many units from an expression that has bounds, as exact as they are; ``None`` from one that has none."""
    if unit not in _UNITS or resolved.earliest is None or resolved.latest is None or len(resolved.earliest) < 10:
        return None
    first, last = first_day(resolved.earliest), last_day(resolved.latest)
    if (last - first).days > _SHORT:
        first, last = (first, first + _SLACK) if amount < 0 else (last - _SLACK, last)
    ends = [_shifted(day, amount, unit) for day in (first, last)]
    if any(end.earliest is None or end.latest is None for end in ends):
        return None
    return Interval(earliest=ends[0].earliest, latest=ends[1].latest, precision=ends[0].precision, basis="relative")


def _shifted(day: dt.date, amount: float, unit: str) -> Resolved:
    away = Timex(start=0, end=0, kind="DATE", meaning=Shifted(amount=amount, unit=unit, aligned=False))
    return resolve(away, day.isoformat())
