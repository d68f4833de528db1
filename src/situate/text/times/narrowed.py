"""What words right beside a time make of its bounds: "the first week of July", "the night to Sunday", "the first three
months of 2015"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from situate.model.interval import DAY, MONTH, first_day, last_day
from situate.text.numbers import ORDINALS, parse_ordinal
from situate.text.times import expressions as times
from situate.text.times.meaning import Anaphor, Calendar, Length, Resolved, Shifted, Timex, Window

_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_FIRST, _LAST = (
    re.compile(r"(?:the\s+)?(?:first|opening)\b", re.I),
    re.compile(r"(?:the\s+)?(?:last|final|closing)\b", re.I),
)
_FINE = frozenset({"hour", "minute", "second"})
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_WEEK_OF = re.compile(r"\b(first|second|third|fourth|last|final) (day|week|half)\s+of\s+$", re.IGNORECASE)
_DAY_OF = re.compile(rf"\b(\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\s+of\s+$", re.IGNORECASE)
_MONTH_VALUE = re.compile(r"\d{4}-\d\d")
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MIDDLE = 15  # the last day of the first half of a month
_ON = re.compile(r",?\s+on\s+", re.IGNORECASE)
_BLANK = re.compile(r"\s+")
_IN_WEEK = re.compile(
    r"\b(?:(?:the )?week (of|beginning|starting|ending|ended|to)|w/(e|c))\s+(?:on\s+)?$", re.IGNORECASE
)
_FROM_DAY = re.compile(
    r"\b(?:(?:between)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+and"
    r"|(?:from|nights?\s+of)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:to|until|till|through))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r",?\s(?:that|which)\s(?:immediately\s)?followed\b(?!\s(?:the|a|an|his|her|its|their)\b)", re.I)
_FOLLOWING = re.compile(r"the\s(?:following|ensuing|subsequent)\b", re.IGNORECASE)
# "In the night to Sunday", "overnight into Sunday", "in the night from Saturday to Sunday".
_NIGHT_TO = re.compile(
    r"\b(?:over)?night\s+(?:(?:from|of)\s+[A-Z][a-z]+day\s+)?(?:in)?to\s+(?:the\s+)?$", re.IGNORECASE
)
# "The quarter ended June 30", "for the quarter which ends on 31 March".
_ENDED = re.compile(r",?\s+(?:(?:which|that)\s+)?(?:ended|ending|ends)\s+(?:on\s+)?", re.IGNORECASE)
_THE_END = re.compile(r"(?:the\s+)?(?:end|close)\s+of\s+the\b", re.IGNORECASE)
_HAD = re.compile(r",?\s(?:(?!(?:will|would|is|are|has|have)\b)[\w’'-]+\s){1,12}?had\s")
_HAD_BEFORE = re.compile(r"\bhad\s[^,;.]*$")


def quarter_ended(text: str, timex: Timex, behind: Sequence[Timex], reference: str | None) -> Timex:
    """The quarter of a year that the day of its end tells: "the quarter ended June 30" is the second.

    Of one that ends in the middle of a quarter of the calendar, it is the one in which most of it lies.
    """
    meaning = timex.meaning
    if not isinstance(meaning, Anaphor) or meaning.unit != "quarter" or not behind:
        return timex
    ends = times.resolve(behind[0], reference, "past") if _ENDED.fullmatch(text, timex.end, behind[0].start) else None
    if ends is None or not ends.one_day:
        return timex
    middle = _month_on(first_day(ends.earliest or ""), -1)
    return replace(timex, meaning=Calendar(year=int(middle[:4]), quarter=(int(middle[5:7]) + 2) // 3))


def end_told(text: str, timex: Timex) -> Timex:
    """ "In August … by the end of the month the front had collapsed": the end of the month that was told before."""
    meaning = timex.meaning
    if not isinstance(meaning, Shifted) or meaning.amount != 0 or meaning.unit not in {"month", "year"}:
        return timex
    if timex.mod != "END" or timex.relation != "by" or not _THE_END.match(text, timex.start):
        return timex
    over = _HAD.match(text, timex.end) or _HAD_BEFORE.search(text[max(0, timex.start - 80) : timex.start])
    return replace(timex, meaning=replace(meaning, from_text=True)) if over else timex


def week_of(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The bounds of a month of which only a week is meant: "the first week of July" is 1 to 7 July, about.

    "The last day of July" is that day. The value stays that of the month.
    """
    meaning, month = timex.meaning, resolved.earliest or ""
    week = _WEEK_OF.search(text[max(0, timex.start - 24) : timex.start])
    plain = isinstance(meaning, Calendar) and meaning.month is not None and meaning.day is None and timex.mod is None
    if week is None or not plain or len(month) != MONTH or month != resolved.latest:
        return resolved
    number, end = _WEEKS.get(week[1].lower()), last_day(month).day
    if week[2].lower() == "half":
        first, last = (1, _MIDDLE) if number == 1 else (_MIDDLE + 1, end)
        return replace(resolved, earliest=f"{month}-{first:02d}", latest=f"{month}-{last:02d}", precision="day")
    if week[2].lower() == "day":
        only = f"{month}-{end if number is None else number:02d}"
        return replace(resolved, earliest=only, latest=only, precision="day")
    last = end if number is None else 7 * number
    return replace(resolved, earliest=f"{month}-{last - 6:02d}", latest=f"{month}-{last:02d}", precision="week")


def numbered_day(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The day of a month that is told by its number before it: "the 3rd of this month"; the value stays the month's."""
    told = _DAY_OF.search(text[max(0, timex.start - 15) : timex.start])
    number = parse_ordinal(told[1].lower()) if told and not text.startswith(("'s", "’s"), timex.end) else None
    if number is None or _MONTH_VALUE.fullmatch(resolved.value) is None or isinstance(timex.meaning, Length | Window):
        return resolved
    only = f"{resolved.value}-{number:02d}"
    there = 1 <= number <= last_day(resolved.value).day
    return replace(resolved, earliest=only, latest=only, precision="day") if there else resolved


def week_with(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The week that a day names: "the week of 8 May" is that of its calendar, "the week ending 8 May" ends on it.

    The value stays that of the day.
    """
    told = _IN_WEEK.search(text[max(0, timex.start - 20) : timex.start])
    if told is None or not resolved.one_day or not _is_day_of_month(timex):
        return resolved
    day = first_day(resolved.earliest or "")
    how = (told[1] or told[2]).lower()  # "w/e 10 March", "w/c 4 March": ending, commencing
    back = 6 if how in {"ending", "ended", "to", "e"} else day.weekday() if how == "of" else 0
    first = day - dt.timedelta(days=back)
    last = first + dt.timedelta(days=6)
    return replace(resolved, earliest=first.isoformat(), latest=last.isoformat(), precision="week")


def in_that_week(text: str, timex: Timex, resolved: Resolved, beside: Sequence[tuple[Timex, Resolved]]) -> Resolved:
    """The weekday of a week that is told right before or behind it: "two weeks ago on Monday"."""
    weekday = timex.meaning.weekday if isinstance(timex.meaning, Calendar) else None
    if weekday is None or timex.meaning != Calendar(weekday=weekday):
        return resolved
    for other, week in beside:
        ahead = other.start < timex.start
        joined = (
            _ON.fullmatch(text, other.end, timex.start) if ahead else _BLANK.fullmatch(text, timex.end, other.start)
        )
        told = isinstance(other.meaning, Shifted) and other.meaning.unit == "week" and not other.meaning.from_text
        if joined is not None and told and week.earliest is not None and len(week.earliest) == DAY:
            first = first_day(week.earliest)
            day = (first + dt.timedelta(days=weekday - 1 - first.weekday())).isoformat()
            return replace(resolved, value=day, earliest=day, latest=day, precision="day", basis=week.basis)
    return resolved


def from_day(text: str, timex: Timex, resolved: Resolved) -> Resolved:
    """The bounds of the second of two days of a month, as the first has no month of its own: "between 1 and 10 May".

    The value stays that of the second. "In the night to Sunday" began on Saturday.
    """
    day = resolved.earliest or ""
    if _NIGHT_TO.search(text[max(0, timex.start - 40) : timex.start]) and len(day) == DAY:
        eve = first_day(day) - dt.timedelta(days=1)
        return replace(resolved, earliest=eve.isoformat(), precision="part_of_day")
    before = _FROM_DAY.search(text[max(0, timex.start - 30) : timex.start])
    if before is None or not resolved.one_day or not _is_day_of_month(timex):
        return resolved
    first = int(before[1] or before[2])
    return replace(resolved, earliest=f"{day[:8]}{first:02d}") if 1 <= first < int(day[8:]) else resolved


def _is_day_of_month(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning.day is not None and timex.meaning.hour is None


def part_of(text: str, timex: Timex, behind: Sequence[Timex], resolved: Resolved, reference: str | None) -> Resolved:
    """The bounds of "the first three months of 2015": in what stands behind it, not before the report.

    Without a date behind it, or for other lengths, ``resolved`` as it is. Only days, weeks and months are counted.
    """
    meaning = timex.meaning
    if not isinstance(meaning, Length | Window) or not behind or not _OF.fullmatch(text[timex.end : behind[0].start]):
        return resolved
    amount = meaning.amount if isinstance(meaning, Window) else meaning.high
    words = text[timex.start : timex.end]
    first, last = _FIRST.match(words), _LAST.match(words)
    whole = times.resolve(behind[0], reference)
    if amount is None or amount % 1 or not (first or last) or whole.earliest is None or whole.latest is None:
        return resolved
    bounds = _first_of if first else _last_of
    found = bounds(int(amount), meaning.unit, first_day(whole.earliest), last_day(whole.latest))
    if found is None:
        return resolved
    return replace(resolved, earliest=found[0], latest=found[1], basis=whole.basis, reason=None)


def on_from(
    text: str, timex: Timex, resolved: Resolved, told: Callable[[Timex], str | None], reference: str | None
) -> Resolved:
    """The bounds of "the nine days that followed": from the day told before on, where they are over by the report.

    ``told`` says which day "the next day" would count from there. Without one, or of units that are not counted, they
    date nothing.
    """
    meaning = timex.meaning
    if (
        not isinstance(meaning, Length)
        or meaning.unit in _FINE
        or not (_FOLLOWED.match(text, timex.end) or _FOLLOWING.match(text, timex.start, timex.end))
    ):
        return resolved
    nothing = Resolved(value=resolved.value, reason="no_day")
    days = (meaning.high or 0) * _DAYS.get(meaning.unit, 0)
    before = told(replace(timex, meaning=Shifted(amount=1, unit="day", from_text=True)))
    if before is None or meaning.low != meaning.high or not days:
        return nothing
    day = first_day(before)
    last = day + dt.timedelta(days=int(days))
    if reference is None or last > last_day(reference):
        return nothing
    bounds = replace(nothing, earliest=day.isoformat(), latest=last.isoformat())
    return replace(bounds, precision="day", basis="relative", reason=None)


def _first_of(amount: int, unit: str, start: dt.date, end: dt.date) -> tuple[str, str] | None:
    if unit == "month":
        last = _month_on(start, amount - 1)
        return (start.isoformat()[:7], last) if start.day == 1 and last <= end.isoformat()[:7] else None
    days = amount * _DAYS.get(unit, 0)
    last_one = start + dt.timedelta(days=days - 1)
    return (start.isoformat(), last_one.isoformat()) if days and last_one <= end else None


def _last_of(amount: int, unit: str, start: dt.date, end: dt.date) -> tuple[str, str] | None:
    if unit == "month":
        whole = end.day == calendar.monthrange(end.year, end.month)[1]
        first = _month_on(end, 1 - amount)
        return (first, end.isoformat()[:7]) if whole and first >= start.isoformat()[:7] else None
    days = amount * _DAYS.get(unit, 0)
    first_one = end - dt.timedelta(days=days - 1)
    return (first_one.isoformat(), end.isoformat()) if days and first_one >= start else None


def _month_on(day: dt.date, months: int) -> str:
    number = day.year * 12 + day.month - 1 + months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
