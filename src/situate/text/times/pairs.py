"""Two days that are joined by "and": "on 12 and 13 February", "May 5 and 6", "on Monday and Tuesday"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from situate.model.interval import DAY, first_day
from situate.model.span import Span
from situate.text.times.meaning import Calendar, Resolved, Timex
from situate.text.times.words import DAYS_OF_WEEK

_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_BEFORE = re.compile(rf"\b(?:on|of|of\s+the|the|between|dated)\s+{_NUMBER}\s+and\s+(?:the\s+)?$", re.IGNORECASE)
# After "May 5", where the number counts nothing ("on May 5 and 6 people died").
_BEHIND = re.compile(rf"\s+and\s+(?:the\s+)?{_NUMBER}(?=\s*[,.;:)]|\s+(?:in|at|near|by|when|and|of|with)\b|\s*$)")
# What follows is no verb, of which the second day would be: "came on Monday and Tuesday left".
_AND_WEEKDAY = re.compile(
    r"\s+and\s+(?:on\s+)?([A-Z][a-z]+day)(?=\s*[,.;:)]|\s+(?:in|at|near|by|when|and|as|killing)\b|\s*$)"
)
# The days of a list: "3, 5 and " before "9 May", ", 5 and 9" behind "May 3".
_LIST_BEFORE = re.compile(rf"\b{_NUMBER}(?:\s*,\s+{_NUMBER})*\s*(?:,\s+|,?\s+and\s+(?:the\s+)?)$")
_LIST_BEHIND = re.compile(rf"(?:\s*,\s+{_NUMBER})*,?\s+and\s+(?:the\s+)?{_NUMBER}")
_REACH = 30  # code points


def both_days(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The bounds of a day and the one right before or after it that it is joined with; the value stays its own.

    Days that do not follow each other are no stretch: only the one with its month counts.
    """
    meaning, day = timex.meaning, resolved.earliest or ""
    if isinstance(meaning, Calendar) and meaning == Calendar(weekday=meaning.weekday, which=meaning.which):
        return _and_the_next(text, timex, resolved)
    plain = isinstance(meaning, Calendar) and meaning.day is not None and meaning.hour is None
    if not plain or not resolved.one_day:
        return resolved
    before = _BEFORE.search(text[max(0, timex.start - _REACH) : timex.start])
    if before is not None and int(before[1]) == first_day(day).day - 1:
        return replace(resolved, earliest=f"{day[:8]}{int(before[1]):02d}") if int(before[1]) else resolved
    behind = _BEHIND.match(text[timex.end : timex.end + _REACH])
    named = isinstance(meaning, Calendar) and meaning.month is not None
    if named and behind is not None and int(behind[1]) == first_day(day).day + 1 and _in_month(day, int(behind[1])):
        return replace(resolved, latest=f"{day[:8]}{int(behind[1]):02d}")
    return resolved


def _and_the_next(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The bounds of a weekday and the one right after it ("on Monday and Tuesday")."""
    behind, day = _AND_WEEKDAY.match(text[timex.end : timex.end + _REACH]), resolved.earliest or ""
    if behind is None or not resolved.one_day:
        return resolved
    after = first_day(day) + dt.timedelta(days=1)
    follows = DAYS_OF_WEEK[after.weekday()] == behind[1].lower()
    return replace(resolved, latest=after.isoformat()) if follows else resolved


def days_listed(text: str, timex: Timex, day: str, within: Span) -> list[str]:
    """The days of its month that are listed before or behind a day, in a stretch: "on 9, 10 and 12 May"."""
    meaning = timex.meaning
    if not isinstance(meaning, Calendar) or meaning.day is None or len(day) < DAY:
        return []
    before = _LIST_BEFORE.search(text, max(within.start, timex.start - _REACH), timex.start)
    behind = _LIST_BEHIND.fullmatch(text, timex.end, within.end)
    numbers = [int(number) for found in (before, behind) if found for number in re.findall(r"\d+", found[0])]
    return [f"{day[:8]}{number:02d}" for number in numbers if number and _in_month(day, number)]


def _in_month(day: str, number: int) -> bool:
    first = first_day(day[:7])
    return number <= (first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1) - first).days
