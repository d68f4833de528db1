"""Calendar dates, seasons, decades and feasts against a reference date: which year, which day.

A reading in the past is the default, as in news; a weekday that is the day of publication means that day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

from situate.model.interval import DAY, Basis, TimePrecision, first_day, last_day
from situate.text.times.feasts import feast_days, moves, nth_weekday
from situate.text.times.meaning import Calendar, Era, Feast, Resolved, Tense, Which

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_MOMENTS = {"MI": "12:00", "MN": "24:00"}  # noon and midnight are moments
# Without a tense, a date without a year is the coming one when it is so many times nearer than the past one.
_NEARER = {True: 2, False: 8}  # a day of a month; a month, season, feast
_IN_YEAR = 2  # within the year of the report: of the one before, a month or a season is called the last
# What a plan says of a day that is so many times nearer in the past is no part of the plan ("would condemn the attack
# of August 21"): of a day more than nine months ahead it would tell the year.
_FAR_NEARER = 3


def calendar_date(meaning: Calendar, reference: str | None, tense: Tense | None, anchor: str | None) -> Resolved:
    """A date by its place in the calendar; an hour or a part of the day needs the day that the text speaks of."""
    if meaning.year is not None:
        return dated(meaning, meaning.year, "stated")
    if meaning.month is None and meaning.season is None and meaning.quarter is None and meaning.half is None:
        return _weekday(meaning, reference, tense) if meaning.weekday is not None else _hour(meaning, anchor)
    if reference is None:
        return Resolved(value=_partial_value(meaning), reason="no_reference")
    year = _year(meaning, reference, tense)
    if year is None:
        return Resolved(value=_partial_value(meaning), reason="coarse_reference")
    return dated(replace(meaning, year=year), year, "relative")


def day_of_month(day: int, reference: str | None, tense: Tense | None, told: str | None) -> Resolved:
    """ "The 17th": of the month that the text is at (``told``), else the last one before the report, or the next ahead.

    Of what the text is at, the one on or after it, unless that lies ahead of the report.
    """
    if reference is None or len(reference) < DAY:
        return Resolved(value=f"XXXX-XX-{day:02d}", reason="no_reference" if reference is None else "coarse_reference")
    now = dt.date.fromisoformat(reference)
    around = [found for n in range(-2, 3) if (found := _day_in(now, n, day)) is not None]
    here = [found for n in range(3) if told and (found := _day_in(first_day(told), n, day)) is not None]
    after = next((found for found in here if told and first_day(told) <= found <= now), None)
    if tense == "future":
        after = next((found for found in around if found >= now), None)
    found = after or max((found for found in around if found <= now), default=None)
    if found is None:
        return Resolved(value=f"XXXX-XX-{day:02d}", reason="no_such_day")
    text = found.isoformat()
    return Resolved(value=text, earliest=text, latest=text, precision="day", basis="relative")


def _day_in(of: dt.date, months: int, day: int) -> dt.date | None:
    """A day of the month that lies so many months after that of a date, if it has one."""
    number = of.year * 12 + of.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def dated(meaning: Calendar, year: int, basis: Basis) -> Resolved:
    """A date whose year is known, with as much of it as the words give."""
    if meaning.month is not None:
        return _in_month(meaning, year, meaning.month, basis)
    if meaning.season is not None:
        first, last = SEASON_MONTHS[meaning.season]
        to = year + 1 if last < first else year
        return Resolved(
            value=f"{year:04d}-{meaning.season}", earliest=f"{year:04d}-{first:02d}", latest=f"{to:04d}-{last:02d}",
            precision="season", basis=basis,
        )  # fmt: skip
    if meaning.quarter is not None or meaning.half is not None:
        length, number = (3, meaning.quarter) if meaning.quarter else (6, meaning.half or 1)
        last = length * (number or 1)
        return Resolved(
            value=f"{year:04d}-{'Q' if length == 3 else 'H'}{number}", earliest=f"{year:04d}-{last - length + 1:02d}",
            latest=f"{year:04d}-{last:02d}", precision="season", basis=basis,
        )  # fmt: skip
    if meaning.end_year is not None:
        return Resolved(
            value=f"{year:04d}", earliest=f"{year:04d}", latest=f"{meaning.end_year:04d}", precision="year", basis=basis
        )
    text = f"{year:04d}"
    return Resolved(value=text, earliest=text, latest=text, precision="year", basis=basis)


def _in_month(meaning: Calendar, year: int, month: int, basis: Basis) -> Resolved:
    text = f"{year:04d}-{month:02d}"
    if meaning.nth is not None and meaning.weekday is not None:
        counted = nth_weekday(year, month, meaning.weekday - 1, meaning.nth).isoformat()
        return with_time(meaning, counted, counted, basis)
    if meaning.day is None:
        return Resolved(value=text, earliest=text, latest=text, precision="month", basis=basis)
    length = calendar.monthrange(year, month)[1]
    last = meaning.end_day if meaning.end_day is not None and meaning.day < meaning.end_day <= length else meaning.day
    if meaning.day > length:
        return Resolved(value=text, reason="no_such_day")
    return with_time(meaning, f"{text}-{meaning.day:02d}", f"{text}-{last:02d}", basis)


def with_time(meaning: Calendar, first: str, last: str, basis: Basis) -> Resolved:
    """A day, or days, with the hour or the part of the day that the words give."""
    precision: TimePrecision = "day"
    value = first
    if meaning.hour is not None:
        precision, value = "minute", f"{first}T{meaning.hour:02d}:{meaning.minute or 0:02d}"
        if meaning.part is not None:  # "about four in the morning" is no more exact than its part of the day
            return Resolved(value=value, earliest=first, latest=last, precision="part_of_day", basis=basis)
        if meaning.hour < 24:
            return Resolved(value=value, earliest=value, latest=value, precision=precision, basis=basis)
    elif meaning.part is not None:
        precision, value = "part_of_day", f"{first}T{_MOMENTS.get(meaning.part, meaning.part)}"
    return Resolved(value=value, earliest=first, latest=last, precision=precision, basis=basis)


def _weekday(meaning: Calendar, reference: str | None, tense: Tense | None) -> Resolved:
    value = f"XXXX-WXX-{meaning.weekday}" + (f"T{meaning.part}" if meaning.part else "")
    if reference is None or len(reference) < 10:
        return Resolved(value=value, reason="no_reference" if reference is None else "coarse_reference")
    day, number = dt.date.fromisoformat(reference), meaning.weekday or 1
    back, ahead = (day.isoweekday() - number) % 7, (number - day.isoweekday()) % 7
    if meaning.week is not None:
        found = day + dt.timedelta(days=number - day.isoweekday(), weeks=meaning.week)
    elif meaning.which == "next":
        found = day + dt.timedelta(days=ahead + 7 * (ahead <= 1))  # tomorrow is not called "next Friday"
    elif meaning.which == "last":
        found = day - dt.timedelta(days=back + 7 * (back <= 1))  # nor yesterday "last Friday"
    elif tense == "future":
        found = day + dt.timedelta(days=ahead)
    elif meaning.which == "this":
        found = day + dt.timedelta(days=number - day.isoweekday())
    else:
        found = day - dt.timedelta(days=back)
    return with_time(meaning, found.isoformat(), found.isoformat(), "relative")


def _hour(meaning: Calendar, anchor: str | None) -> Resolved:
    clock = meaning.part if meaning.hour is None else f"{meaning.hour:02d}:{meaning.minute or 0:02d}"
    if anchor is None or len(anchor) < 10:
        return Resolved(value=f"XXXX-XX-XXT{clock}", reason="no_day")
    return with_time(meaning, anchor, anchor, "relative")


def _year(meaning: Calendar, reference: str, tense: Tense | None) -> int | None:
    """The year of a date without one; ``None`` when the reference is too coarse to choose."""
    year = int(reference[:4])
    if meaning.shift is not None:
        return year + meaning.shift
    if len(reference) < 7:
        return None
    options = [(y, *_bounds(meaning, y)) for y in range(year - 2, year + 2)]  # a winter may not be over in its year
    if meaning.weekday is not None and meaning.day is not None:
        fitting = [o for o in options if o[1].isoweekday() == meaning.weekday]
        options = fitting or options
    short = (meaning.day or meaning.nth) is not None
    return _choose([o for o in options if o[1] <= o[2]], reference, meaning.which, tense, short=short)


def _choose(
    options: list[tuple[int, dt.date, dt.date]],
    reference: str,
    which: Which | None,
    tense: Tense | None,
    *,
    short: bool,
) -> int | None:
    """The year of the option that "last", "next", the tense, or the habit of news means."""
    start, end = first_day(reference), last_day(reference)
    before = [y for y, _, last in options if last < start]
    begun = [y for y, first, _ in options if first <= end]
    ahead = [y for y, first, _ in options if first > end]
    if which == "this":
        now = [y for y, first, last in options if first <= start <= last]  # in January this winter began last year
        return next(iter(now or [y for y, _, _ in options if y == int(reference[:4])]), None)
    if which == "last":
        told = [y for y, first, last in options if last < start and not _is_last_month(first, last, start)]
        return told[-1] if told else None
    if which == "next":
        return ahead[0] if ahead else None
    back = (start - next(last for y, _, last in options if y == begun[-1])).days if begun else 0
    on = (next(first for y, first, _ in options if y == ahead[0]) - end).days if ahead else 0
    if tense == "future" and not (short and before and back * _FAR_NEARER < on):
        unfinished = [y for y, _, last in options if last >= start]
        return next(iter(unfinished), None) or (begun[-1] if begun else None)  # a "Monday, Feb. 18" may be in none
    in_year = ahead[:1] == [start.year] and begun[-1:] != ahead[:1]
    nearer = _IN_YEAR if in_year else _NEARER[short]
    if tense is None and begun and ahead and on * nearer < back:
        return ahead[0]
    return begun[-1] if begun else (ahead[0] if ahead else None)


def _is_last_month(first: dt.date, last: dt.date, day: dt.date) -> bool:
    """Whether a date is the month right before that of a day, which would be called "last month", not "last May".

    Of December it is still said in January.
    """
    return first.day == 1 and first.month == last.month == day.month - 1 and first.year == day.year


def _bounds(meaning: Calendar, year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a date in one year; an impossible pair when the year has no such day."""
    found = dated(replace(meaning, year=year, hour=None), year, "relative")
    if found.earliest is None or found.latest is None:
        return dt.date(year, 12, 31), dt.date(year, 1, 1)
    return first_day(found.earliest), last_day(found.latest)


def _partial_value(meaning: Calendar) -> str:
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    return f"XXXX-Q{meaning.quarter}" if meaning.quarter else f"XXXX-H{meaning.half}"


def era(meaning: Era) -> Resolved:
    """A decade or a century: from its first to its last year."""
    value = f"{meaning.first // meaning.years:0{3 if meaning.years == 10 else 2}d}"
    first, last = f"{meaning.first:04d}", f"{meaning.first + meaning.years - 1:04d}"
    return Resolved(value=value, earliest=first, latest=last, precision="year", basis="stated")


def feast(meaning: Feast, reference: str | None, tense: Tense | None) -> Resolved:
    """A feast in the year that is named, or that the reference and the tense point to."""
    year = meaning.year
    if year is None and reference is None:
        return Resolved(value="XXXX", reason="no_reference")
    if year is None and reference is not None and meaning.shift is not None:
        year = int(reference[:4]) + meaning.shift
    if year is None and reference is not None:
        around = [
            (y, *b) for y in range(int(reference[:4]) - 1, int(reference[:4]) + 2) for b in feast_days(meaning.name, y)
        ]
        year = _choose(around, reference, meaning.which, tense, short=False) if around else None
    found = feast_days(meaning.name, year) if year is not None else []
    if not found:
        return Resolved(value="XXXX" if year is None else f"{year:04d}", reason="unknown_feast")
    basis: Basis = "stated" if meaning.year is not None else "relative"
    if meaning.weekend and found[0][0] == found[0][1]:
        return _long_weekend(found[0][0], basis)
    wider = dt.timedelta(days=moves(meaning.name))
    days = found[0] if meaning.nth is None else _part(meaning, found[0][0] + wider, found[0][1] - wider, wider)
    if days is None:
        return Resolved(value=f"{year:04d}", reason="unknown_feast")
    first, last = days[0].isoformat(), days[1].isoformat()
    if (days[1] - days[0]).days > 20:
        return Resolved(value=first[:7], earliest=first, latest=last, precision="month", basis=basis)
    value = (days[0] + wider).isoformat()
    return Resolved(value=value, earliest=first, latest=last, precision="day" if first == last else "week", basis=basis)


def _part(meaning: Feast, first: dt.date, last: dt.date, wider: dt.timedelta) -> tuple[dt.date, dt.date] | None:
    """The bounds of the nth day or week of a feast; ``None`` where it is over by then."""
    nth, days = meaning.nth or 1, dt.timedelta(days=meaning.days)
    starts = last + dt.timedelta(days=1) - days if nth < 0 else first + days * (nth - 1)
    ends = min(starts + days - dt.timedelta(days=1), last)
    return None if starts > last else (starts - wider, ends + wider)


def _long_weekend(day: dt.date, basis: Basis) -> Resolved:
    """The weekend that a feast begins or ends: "the Thanksgiving weekend", "the Labor Day weekend"."""
    year, week, _ = (day - dt.timedelta(days=day.weekday() == 0)).isocalendar()
    first = dt.date.fromisocalendar(year, week, 6)
    return Resolved(
        value=f"{year:04d}-W{week:02d}-WE", earliest=min(day, first).isoformat(),
        latest=max(day, first + dt.timedelta(days=1)).isoformat(), precision="week", basis=basis,
    )  # fmt: skip
