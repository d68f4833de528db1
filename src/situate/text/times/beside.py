"""What an expression takes from the one right behind or before it: the year of "March to August 2011", of "May and June
in 1981"; of a run of days or months, which is the first and which the last."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.interval import first_day
from situate.text.times.meaning import Calendar, Resolved, Shifted, Timex

Read = tuple[Timex, Resolved]
_TO = re.compile(r"\s*(?:[-–—]|to|until|till|through)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|,?\s(?:and|or))\s+(?:the\s+)?", re.IGNORECASE)
_IN_IT = re.compile(r",\s+(?:on\s+)?")  # "in 2016, May 13"
_IN_THE_YEAR = re.compile(r",?\s(?:in|on)\s", re.IGNORECASE)  # "last year, on May 5"
_OF_YEAR = re.compile(r"\s+(?:in|of)\s+", re.IGNORECASE)
_THAT = re.compile(r"\bthat\s+(?:same\s+)?(?:$|(?=[A-Z]))")
_STOP = re.compile(r"[.!?]\s")
_ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
_OPENS = re.compile(
    r"(?:^|[.!?][\"”’']?\s|\n)\s*(?:(?:But|And|Also|Then|Again|Back|Late|Early),?\s)?[Ii]n\s(?:early |late )?$"
)
# "During the 44-day war of 2020, …", "In the 2020 war, …": what follows in the sentence is of that year too.
_OPENS_AS = re.compile(r"(?:^|[.!?:][\"”’']?\s|\n)\s*(?:In|During)\s(?:the|a|an)\s(?:[\w’'-]+\s){0,5}(?:of\s)?$")
_GOES_WITH = re.compile(r"(?:\s(?!and\b)[a-z-]+){0,2},")
_OPENING = 60  # letters
_POINTING = 200  # letters over which "that May" points back
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AND_SEASON = re.compile(r"\s(?:and|or)\s(?:the\s)?", re.IGNORECASE)
_LISTED = re.compile(
    r",?\s(?:(?:and|then)\s)?(?:(?:again|also|another|later|then)\s)?(?:(?:in|on)\s)?(?:the\s)?", re.IGNORECASE
)
_LISTED_REACH = 24  # letters
_A_YEAR = re.compile(r"\d{4}")
_BEGINS = re.compile(r"(?:^|[.!?][\"”’']?\s|\n)\s*(?:But\s|And\s)?$")


def in_one_list(text: str, left: Timex, right: Timex) -> bool:
    """Whether two dates without a year, or two weekdays, stand side by side: the second lies as the first does.

    "Were held on Aug. 7 and Aug. 14", "meet Friday, Saturday and Sunday".
    """
    gap = text[left.end : right.start] if right.start - left.end <= _LISTED_REACH else ""
    alike = (_lacks_year(left) and _lacks_year(right)) or (_is_plain_weekday(left) and _is_plain_weekday(right))
    return bool(gap) and alike and _LISTED.fullmatch(gap) is not None


def _is_plain_weekday(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning == Calendar(weekday=timex.meaning.weekday)


def with_years(text: str, found: Sequence[Timex]) -> list[Timex]:
    """The expressions of a text, where a date of a month without a year has that of the date it is joined with.

    "From November to March 2016" begins in the year before; of "in November and June 2016" the year of the first is
    not told, so it stays without one. "From March 24 to June 10 last year" is of one year, as is "in 2016, on May 13".
    """
    given = list(found)
    for at in range(len(given) - 2, -1, -1):
        left, right = given[at], given[at + 1]
        gap = text[left.end : right.start]
        if len(gap) > 12:
            continue
        if _is_year(left) and _lacks_year(right) and _IN_IT.fullmatch(gap) and _names_a_day(right):
            given[at + 1] = _in_year(right, _year(left))
        if _is_season(left) and _is_season(right) and _AND_SEASON.fullmatch(gap):
            given[at] = _in_year_of_season(left, right)
        if not _lacks_year(left):
            continue
        if _is_year(right) and _OF_YEAR.fullmatch(gap):
            given[at] = _in_year(left, _year(right))
        elif _has_month_and_year(right):
            runs = _TO.fullmatch(gap) or (
                _AND.fullmatch(gap) and _BETWEEN.search(text[max(0, left.start - 12) : left.start])
            )
            given[at] = _before(left, right, runs=bool(runs)) if runs or _AND.fullmatch(gap) else left
        elif _has_month_and_shift(right) and _TO.fullmatch(gap) and _order(left) <= _order(right):
            given[at] = _shifted_as(left, right)
    for left_at, right_at in pairwise(range(len(given))):
        given[left_at], given[right_at] = _of_counted_year(text, given[left_at], given[right_at])
        given[right_at] = _of_that_year(text, given[left_at], given[right_at])
    given = _of_opening_year(text, given)
    for left_at, right_at in pairwise(range(len(given))):
        left, right = given[left_at], given[right_at]
        gap = text[left.end : right.start]
        if _lacks_year(right) and _has_month_and_year(left) and len(gap) <= 12 and _TO.fullmatch(gap):
            given[right_at] = _after(left, right)
    return given


def _of_opening_year(text: str, given: Sequence[Timex]) -> list[Timex]:
    """ "In 1992, they began to fast in May": the months of a sentence that a year opens are of that year."""
    found: list[Timex] = []
    opening: Timex | None = None
    for timex in given:
        if opening is not None and _ENDS.search(text, opening.end, timex.start):
            opening = None
        before = text[max(0, timex.start - _OPENING) : timex.start] if _is_year(timex) else ""
        if before and _OPENS_AS.search(before):
            opening = timex if _GOES_WITH.match(text, timex.end) else None
        elif _is_year(timex) and _OPENS.search(before):
            opening = timex if text[timex.end : timex.end + 1] == "," else None
        elif isinstance(timex.meaning, Calendar) and timex.meaning.year is not None:
            opening = None
        found.append(_in_year(timex, _year(opening)) if opening and _lacks_year(timex) else timex)
    return found


def _of_counted_year(text: str, left: Timex, right: Timex) -> tuple[Timex, Timex]:
    """ "Two years ago in May", "last year, on May 5", "in May two years ago": a date of the year that is counted to."""
    gap = text[left.end : right.start]
    if _lacks_year(right) and (shift := _years_from_report(left)) is not None and _IN_THE_YEAR.fullmatch(gap):
        return left, _with_shift(right, shift)
    if _lacks_year(left) and (shift := _years_from_report(right)) is not None and gap == " ":
        return _with_shift(left, shift), right
    return left, right


def of_year_reached(text: str, before: Read, timex: Timex) -> Timex:
    """ "Two years later, in May", "The next year, the town fell in June": a date of the year that is counted to."""
    counted, resolved = before
    meaning, gap = counted.meaning, text[counted.end : timex.start]
    by_years = isinstance(meaning, Shifted) and meaning.from_text and meaning.unit == "year"
    if not by_years or len(gap) > _OPENING or not _lacks_year(timex) or not _A_YEAR.fullmatch(resolved.value):
        return timex
    opens = (
        gap.startswith(",") and _BEGINS.search(text, max(0, counted.start - 8), counted.start) and not _ENDS.search(gap)
    )
    return _in_year(timex, int(resolved.value)) if opens or _IN_THE_YEAR.fullmatch(gap) else timex


def _years_from_report(timex: Timex) -> int | None:
    """How many years after that of the report an expression lies: "two years ago" -2, "last year" -1."""
    meaning = timex.meaning
    counted = isinstance(meaning, Shifted) and meaning.unit == "year" and not meaning.from_text and timex.mod is None
    amount = meaning.amount if isinstance(meaning, Shifted) and counted else None
    return int(amount) if amount is not None and amount % 1 == 0 else None


def _with_shift(timex: Timex, shift: int) -> Timex:
    assert isinstance(timex.meaning, Calendar)
    return replace(timex, meaning=replace(timex.meaning, shift=shift))


def _of_that_year(text: str, left: Timex, right: Timex) -> Timex:
    """ "In August 2016 … that May": a month that is pointed at is of the year that was told last."""
    pointed = _THAT.search(text[max(0, right.start - 8) : right.start]) or _THAT.match(text[right.start : right.end])
    near = right.start - left.end <= _POINTING and _STOP.search(text, left.end, right.start) is None
    told = _has_month_and_year(left) or _is_year(left)
    return _in_year(right, _year(left)) if pointed and near and told and _lacks_year_or_points(right) else right


def _lacks_year_or_points(timex: Timex) -> bool:
    meaning = timex.meaning
    dated = isinstance(meaning, Calendar) and meaning.year is None and meaning.day is None
    return dated and isinstance(meaning, Calendar) and (meaning.month or meaning.season) is not None


def _lacks_year(timex: Timex) -> bool:
    meaning = timex.meaning
    if not isinstance(meaning, Calendar) or meaning.month is None or meaning.from_text:
        return False
    return meaning.year is None and meaning.which is None and meaning.shift is None


def _names_a_day(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning.day is not None


def _is_season(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning.season is not None


def _in_year_of_season(left: Timex, right: Timex) -> Timex:
    """ "The spring or summer of 2001": a season without a year has that of the one that it is joined with."""
    assert isinstance(left.meaning, Calendar)
    assert isinstance(right.meaning, Calendar)
    bare = left.meaning.year is None and left.meaning.shift is None and left.meaning.which is None
    told = right.meaning.year is not None or right.meaning.shift is not None
    if not bare or not told:
        return left
    return replace(left, meaning=replace(left.meaning, year=right.meaning.year, shift=right.meaning.shift))


def _has_month_and_shift(timex: Timex) -> bool:
    """Whether the year of a month is told by that of the report ("June 10 last year")."""
    meaning = timex.meaning
    told = isinstance(meaning, Calendar) and meaning.month is not None and meaning.shift is not None
    return told and not (isinstance(meaning, Calendar) and meaning.from_text)


def _shifted_as(left: Timex, right: Timex) -> Timex:
    assert isinstance(left.meaning, Calendar)
    assert isinstance(right.meaning, Calendar)
    return replace(left, meaning=replace(left.meaning, shift=right.meaning.shift))


def _is_year(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning == Calendar(year=timex.meaning.year)


def _has_month_and_year(timex: Timex) -> bool:
    meaning = timex.meaning
    return isinstance(meaning, Calendar) and meaning.month is not None and meaning.year is not None


def _in_year(timex: Timex, year: int | None) -> Timex:
    assert isinstance(timex.meaning, Calendar)
    return replace(timex, meaning=replace(timex.meaning, year=year))


def _year(timex: Timex) -> int:
    assert isinstance(timex.meaning, Calendar)
    return timex.meaning.year or 0


def _order(timex: Timex) -> tuple[int, int]:
    meaning = timex.meaning
    assert isinstance(meaning, Calendar)
    return meaning.month or 0, meaning.day or 0


def _before(left: Timex, right: Timex, *, runs: bool) -> Timex:
    """The first of two dates, the second of which has a year; ``runs``: from the one to the other."""
    year = _year(right)
    if _order(left)[0] <= _order(right)[0]:
        return _in_year(left, year)
    return _in_year(left, year - 1) if runs else left


def _after(left: Timex, right: Timex) -> Timex:
    """The second of two dates, from the first of which, with its year, something ran to it."""
    return _in_year(right, _year(left) + (_order(right) < _order(left)))


def run_of_days(text: str, left: Timex, right: Timex) -> bool:
    """Whether two expressions run from the one to the other: "Monday through Friday", "between June and July"."""
    days = all(isinstance(t.meaning, Calendar) and t.meaning.weekday and t.meaning.month is None for t in (left, right))
    dates = all(_lacks_year(t) and _names_a_day(t) for t in (left, right))
    both = days or dates or (_is_plain_month(left) and _is_plain_month(right))
    gap = text[left.end : right.start] if right.start - left.end <= 12 else ""
    between = _BETWEEN.search(text[max(0, left.start - 12) : left.start])
    return both and bool(_TO.fullmatch(gap) or (between and _AND.fullmatch(gap)))


def _is_plain_month(timex: Timex) -> bool:
    return isinstance(timex.meaning, Calendar) and timex.meaning == Calendar(month=timex.meaning.month)


def in_order(before: Read, now: Read, *, ahead: bool) -> tuple[Read, Read]:
    """The first and the last day or month of a run, where the last came out before the first.

    What is over began a week, or a year, before; of what is ahead the last is in the next one. Others as they are.
    """
    (left, first), (right, last) = before, now
    if _is_a_month(first) and _is_a_month(last) and (first.earliest or "") > (last.earliest or ""):
        return (before, (right, _years_on(last, 1))) if ahead else ((left, _years_on(first, -1)), now)
    if first.one_day and last.one_day and _lacks_year(left) and _lacks_year(right):
        return _in_one_run(before, now, ahead=ahead)
    if not first.one_day or not last.one_day or (first.earliest or "") <= (last.earliest or ""):
        return before, now
    return (before, (right, _moved(last, 7))) if ahead else ((left, _moved(first, -7)), now)


def _in_one_run(before: Read, now: Read, *, ahead: bool) -> tuple[Read, Read]:
    """Two dates without a year, "May 30 through June 2", of which the second comes less than a year after the first."""
    (left, first), (right, last) = before, now
    day, end = first_day(first.value), first_day(last.value)
    if dt.timedelta(0) <= end - day < dt.timedelta(days=365):
        return before, now
    over = (end.month, end.day) < (day.month, day.day)  # "Dec. 28 to Jan. 3"
    if ahead == (end < day):
        return before, (right, _in_year_of(last, day.year + over))
    return (left, _in_year_of(first, end.year - over)), now


def _in_year_of(resolved: Resolved, year: int) -> Resolved:
    text = f"{year:04d}{resolved.value[4:]}"
    if text[4:] == "-02-29" and not calendar.isleap(year):
        return resolved
    return replace(resolved, value=text, earliest=text[:10], latest=text[:10])


def _is_a_month(resolved: Resolved) -> bool:
    return resolved.precision == "month" and resolved.value == resolved.earliest == resolved.latest


def _years_on(month: Resolved, years: int) -> Resolved:
    text = f"{int(month.value[:4]) + years:04d}{month.value[4:]}"
    return replace(month, value=text, earliest=text, latest=text)


def _moved(resolved: Resolved, days: int) -> Resolved:
    day = (first_day(resolved.earliest or "") + dt.timedelta(days=days)).isoformat()
    return replace(resolved, value=day + resolved.value[len(day) :], earliest=day, latest=day)
