"""From the meaning of a time expression to a TimeML value and to bounds, given a reference date.

Nothing is filled in: a relative time without a reference, or with one that is too coarse ("2017" for "on Tuesday"),
stays unresolved and says why. A reading in the past is the default, as in news; a weekday that is the day of
publication means that day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from situate.model.interval import OPEN, Basis, TimePrecision, first_day, last_day
from situate.text.time_feasts import feast_days
from situate.text.time_meaning import (
    Anaphor,
    Calendar,
    Era,
    Feast,
    Length,
    Repeated,
    Shifted,
    Tense,
    Timex,
    Vague,
    Which,
    Window,
)

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_PERIODS = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "night": ("P", "N"),
    "week": ("P", "W"), "weekend": ("P", "WE"), "fortnight": ("P", "W"), "month": ("P", "M"), "quarter": ("P", "Q"),
    "season": ("P", "SU"), "year": ("P", "Y"), "decade": ("P", "DE"), "century": ("P", "CE"),
}  # fmt: skip
_PRECISION: dict[str, TimePrecision] = {
    "second": "minute", "minute": "minute", "hour": "day", "day": "day", "night": "day", "week": "week",
    "weekend": "week", "fortnight": "week", "month": "month", "quarter": "season", "season": "season", "year": "year",
    "decade": "year", "century": "year",
}  # fmt: skip
_DAYS = {
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86400,
    "day": 1,
    "night": 1,
    "week": 7,
    "weekend": 7,
    "fortnight": 14,
}
_MONTHS = {"month": 1, "quarter": 3, "season": 12, "year": 12, "decade": 120, "century": 1200}
# Without a tense, a date without a year is the coming one when it is so many times nearer than the past one.
_NEARER = {True: 2, False: 4}  # a day of a month; a month, season, feast


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A TimeML value with bounds; ``reason`` says why bounds are missing (no_reference, coarse_reference, vague, …)."""

    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision = "none"
    basis: Basis = "none"
    reason: str | None = None


def resolve(timex: Timex, reference: str | None, tense: Tense | None = None, anchor: str | None = None) -> Resolved:
    """What a time expression means in a report of ``reference`` (a partial ISO date, with or without a time).

    ``anchor`` is the day that the text speaks of, for expressions that count from it ("the previous day", "at dawn").
    """
    meaning = timex.meaning
    day = None if reference is None else reference[:10]
    if isinstance(meaning, Calendar):
        return _calendar(meaning, day, tense, anchor and anchor[:10], timex.mod)
    if isinstance(meaning, Era):
        return _era(meaning)
    if isinstance(meaning, Shifted):
        return _shifted(meaning, anchor and anchor[:10] if meaning.from_text else day, tense, timex.mod)
    if isinstance(meaning, Window):
        return _window(meaning, day)
    if isinstance(meaning, Length):
        return _length(meaning, day, timex.mod)
    if isinstance(meaning, Repeated):
        return Resolved(value=_repeated(meaning), reason="repeated")
    if isinstance(meaning, Vague):
        return Resolved(value=meaning.reference, reason="vague")
    if isinstance(meaning, Feast):
        return _feast(meaning, day, tense)
    return _anaphor(meaning, anchor and anchor[:10])


# -- calendar dates


def _calendar(
    meaning: Calendar, reference: str | None, tense: Tense | None, anchor: str | None, mod: str | None
) -> Resolved:
    if meaning.year is not None:
        return _dated(meaning, meaning.year, "stated", mod)
    if meaning.month is None and meaning.season is None and meaning.quarter is None and meaning.half is None:
        return _weekday(meaning, reference, tense) if meaning.weekday is not None else _hour(meaning, anchor)
    if reference is None:
        return Resolved(value=_partial_value(meaning), reason="no_reference")
    year = _year(meaning, reference, tense)
    if year is None:
        return Resolved(value=_partial_value(meaning), reason="coarse_reference")
    return _dated(replace(meaning, year=year), year, "relative", mod)


def _dated(meaning: Calendar, year: int, basis: Basis, mod: str | None) -> Resolved:
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
    if meaning.day is None:
        return Resolved(value=text, earliest=text, latest=text, precision="month", basis=basis)
    length = calendar.monthrange(year, month)[1]
    last = meaning.end_day if meaning.end_day is not None and meaning.day < meaning.end_day <= length else meaning.day
    if meaning.day > length:
        return Resolved(value=text, reason="no_such_day")
    return _with_time(meaning, f"{text}-{meaning.day:02d}", f"{text}-{last:02d}", basis)


def _with_time(meaning: Calendar, first: str, last: str, basis: Basis) -> Resolved:
    precision: TimePrecision = "day"
    value = first
    if meaning.hour is not None:
        precision, value = "minute", f"{first}T{meaning.hour:02d}:{meaning.minute or 0:02d}"
        if meaning.hour < 24:
            return Resolved(value=value, earliest=value, latest=value, precision=precision, basis=basis)
    elif meaning.part is not None:
        precision, value = "part_of_day", f"{first}T{'12:00' if meaning.part == 'MI' else meaning.part}"
    return Resolved(value=value, earliest=first, latest=last, precision=precision, basis=basis)


def _weekday(meaning: Calendar, reference: str | None, tense: Tense | None) -> Resolved:
    value = f"XXXX-WXX-{meaning.weekday}" + (f"T{meaning.part}" if meaning.part else "")
    if reference is None or len(reference) < 10:
        return Resolved(value=value, reason="no_reference" if reference is None else "coarse_reference")
    day, number = dt.date.fromisoformat(reference), meaning.weekday or 1
    back, ahead = (day.isoweekday() - number) % 7, (number - day.isoweekday()) % 7
    if meaning.which == "next":
        found = day + dt.timedelta(days=ahead or 7)
    elif meaning.which == "last":
        found = day - dt.timedelta(days=back or 7)
    elif tense == "future":
        found = day + dt.timedelta(days=ahead)
    elif meaning.which == "this":
        found = day + dt.timedelta(days=number - day.isoweekday())
    else:
        found = day - dt.timedelta(days=back)
    return _with_time(meaning, found.isoformat(), found.isoformat(), "relative")


def _hour(meaning: Calendar, anchor: str | None) -> Resolved:
    clock = meaning.part if meaning.hour is None else f"{meaning.hour:02d}:{meaning.minute or 0:02d}"
    if anchor is None or len(anchor) < 10:
        return Resolved(value=f"XXXX-XX-XXT{clock}", reason="no_day")
    return _with_time(meaning, anchor, anchor, "relative")


def _year(meaning: Calendar, reference: str, tense: Tense | None) -> int | None:
    """The year of a date without one; ``None`` when the reference is too coarse to choose."""
    year = int(reference[:4])
    if meaning.shift is not None:
        return year + meaning.shift
    if len(reference) < 7:
        return None
    options = [(y, *_bounds(meaning, y)) for y in (year - 1, year, year + 1)]
    if meaning.weekday is not None and meaning.day is not None:
        fitting = [o for o in options if o[1].isoweekday() == meaning.weekday]
        options = fitting or options
    return _choose([o for o in options if o[1] <= o[2]], reference, meaning.which, tense, short=meaning.day is not None)


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
        return int(reference[:4]) if any(y == int(reference[:4]) for y, _, _ in options) else None
    if which == "last":
        return before[-1] if before else None
    if which == "next":
        return ahead[0] if ahead else None
    if tense == "future":
        unfinished = [y for y, _, last in options if last >= start]
        return unfinished[0] if unfinished else None
    if tense is None and begun and ahead:
        back = (start - next(last for y, _, last in options if y == begun[-1])).days
        on = (next(first for y, first, _ in options if y == ahead[0]) - end).days
        if on * _NEARER[short] < back:
            return ahead[0]
    return begun[-1] if begun else (ahead[0] if ahead else None)


def _bounds(meaning: Calendar, year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a date in one year; an impossible pair when the year has no such day."""
    found = _dated(replace(meaning, year=year, hour=None), year, "relative", None)
    if found.earliest is None or found.latest is None:
        return dt.date(year, 12, 31), dt.date(year, 1, 1)
    return first_day(found.earliest), last_day(found.latest)


def _partial_value(meaning: Calendar) -> str:
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    return f"XXXX-Q{meaning.quarter}" if meaning.quarter else f"XXXX-H{meaning.half}"


def _era(meaning: Era) -> Resolved:
    value = f"{meaning.first // meaning.years:0{3 if meaning.years == 10 else 2}d}"
    first, last = f"{meaning.first:04d}", f"{meaning.first + meaning.years - 1:04d}"
    return Resolved(value=value, earliest=first, latest=last, precision="year", basis="stated")


def _feast(meaning: Feast, reference: str | None, tense: Tense | None) -> Resolved:
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
    first, last = found[0][0].isoformat(), found[0][1].isoformat()
    basis: Basis = "stated" if meaning.year is not None else "relative"
    if (found[0][1] - found[0][0]).days > 20:
        return Resolved(value=first[:7], earliest=first, latest=last, precision="month", basis=basis)
    return Resolved(value=first, earliest=first, latest=last, precision="day" if first == last else "week", basis=basis)


# -- times counted from the reference


def _shifted(meaning: Shifted, reference: str | None, tense: Tense | None, mod: str | None) -> Resolved:
    unit, amount = meaning.unit, meaning.amount
    if reference is None:
        return Resolved(value=_unknown_value(unit), reason="no_day" if meaning.from_text else "no_reference")
    if amount is None:
        return _vague_past(unit, reference)
    if len(reference) < (4 if unit in {"year", "decade", "century"} else 7 if unit in _MONTHS else 10):
        return Resolved(value=_unknown_value(unit), reason="coarse_reference")
    if unit in _MONTHS:
        found = _months_away(unit, amount, reference, meaning.aligned, mod)
    else:
        found = _days_away(meaning, amount, dt.date.fromisoformat(reference), tense)
    return _loosened(found, mod, reference, amount, unit) if not meaning.aligned else found


def _months_away(unit: str, amount: float, reference: str, aligned: bool, mod: str | None) -> Resolved:
    if unit in {"year", "decade", "century"}:
        year = int(reference[:4]) + round(amount * _MONTHS[unit] / 12)
        if aligned and unit != "year":
            return _era(Era(first=year - year % (_MONTHS[unit] // 12), years=_MONTHS[unit] // 12))
        text = f"{year:04d}"
        late = aligned and mod == "END" and amount == -1
        # "late last year" is read as its last three months.
        first, last = (f"{text}-10", f"{text}-12") if late else (text, text)
        return Resolved(
            value=text, earliest=first, latest=last, precision="season" if late else "year", basis="relative"
        )
    if unit == "quarter":
        number = int(reference[:4]) * 4 + (int(reference[5:7]) - 1) // 3 + int(amount)
        return _dated(Calendar(quarter=number % 4 + 1), number // 4, "relative", None)
    text = _month_away(reference, round(amount))
    return Resolved(value=text, earliest=text, latest=text, precision="month", basis="relative")


def _month_away(reference: str, amount: int) -> str:
    number = int(reference[:4]) * 12 + int(reference[5:7]) - 1 + amount
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _days_away(meaning: Shifted, amount: float, day: dt.date, tense: Tense | None) -> Resolved:
    unit = meaning.unit
    if unit == "night":
        before = day + dt.timedelta(days=int(amount))
        first, last = min(before, day), max(before, day)
        return Resolved(
            value=f"{before.isoformat()}TNI",
            earliest=first.isoformat(),
            latest=last.isoformat(),
            precision="part_of_day",
            basis="relative",
        )
    if unit in {"week", "weekend"} and meaning.aligned:
        return _week(day, int(amount), tense, weekend=unit == "weekend")
    found = day + dt.timedelta(days=int(amount * _DAYS[unit]))
    if unit in {"week", "fortnight"}:
        return _weeks_ago(found, abs(amount) * _DAYS[unit])
    return _with_time(Calendar(part=meaning.part), found.isoformat(), found.isoformat(), "relative")


def _weeks_ago(found: dt.date, days: float) -> Resolved:
    """A point some weeks away: its week; from four weeks on only its month is meant."""
    if days >= 28:
        text, (year, week, _) = found.isoformat()[:7], found.isocalendar()
        return Resolved(
            value=f"{year:04d}-W{week:02d}", earliest=text, latest=text, precision="month", basis="relative"
        )
    return _week(found, 0, "future", weekend=False)


def _week(day: dt.date, amount: int, tense: Tense | None, *, weekend: bool) -> Resolved:
    """A calendar week (ISO 8601, Monday first) or its weekend; the present week ends at the report unless ahead."""
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=amount)
    if weekend and amount == 0 and tense != "future" and day.isoweekday() < 6:
        monday -= dt.timedelta(weeks=1)
    first = monday + dt.timedelta(days=5) if weekend else monday
    last = monday + dt.timedelta(days=6)
    if amount == 0 and tense != "future":
        last = max(first, min(last, day))
    year, number, _ = monday.isocalendar()
    value = f"{year:04d}-W{number:02d}" + ("-WE" if weekend else "")
    return Resolved(
        value=value, earliest=first.isoformat(), latest=last.isoformat(), precision="week", basis="relative"
    )


def _loosened(found: Resolved, mod: str | None, reference: str, amount: float, unit: str) -> Resolved:
    """ "more than a year ago" has no first bound, "less than a year ago" lies between then and the reference."""
    if mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        year = amount == -1 and unit == "year" and len(reference) >= 7
        return replace(found, earliest=None, latest=_month_away(reference, -12) if year else found.latest)
    if mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        return replace(found, latest=reference)
    return found


def _vague_past(unit: str, reference: str) -> Resolved:
    """ "a few weeks ago": within the month (of days, weeks) or the year (of months) that three of them back lies in."""
    coarse = _coarse_start(unit, reference)
    if coarse is None:
        return Resolved(value="PAST_REF", reason="vague")
    return Resolved(
        value="PAST_REF",
        earliest=coarse,
        latest=coarse,
        precision="month" if len(coarse) == 7 else "year",
        basis="relative",
    )


def _coarse_start(unit: str, reference: str) -> str | None:
    """Where a few units back lies, one step coarser than the unit; ``None`` when that says nothing."""
    few = 3
    if unit in {"day", "week", "night", "weekend", "fortnight"} and len(reference) == 10:
        return (dt.date.fromisoformat(reference) - dt.timedelta(days=few * _DAYS[unit])).isoformat()[:7]
    if unit in {"hour", "minute"} and len(reference) == 10:
        return (dt.date.fromisoformat(reference) - dt.timedelta(days=1)).isoformat()
    if unit == "month" and len(reference) >= 7:
        return _month_away(reference, -few)[:4]
    return None


def start_of(amount: float | None, unit: str, reference: str) -> str | None:
    """The partial date that lies ``amount`` units before ``reference``, as exact as the unit allows.

    Years give a year (a single one its month), months a month, weeks and days a day; ``None`` when it cannot be told.
    """
    if amount is None:
        return _coarse_start(unit, reference)
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        if months > 12 and unit in {"year", "decade", "century", "season"}:
            return f"{int(reference[:4]) - round(months / 12):04d}"
        return _month_away(reference, -round(months)) if len(reference) >= 7 else None
    if len(reference) < 10:
        return None
    return (dt.date.fromisoformat(reference) - dt.timedelta(days=int(amount * _DAYS[unit]))).isoformat()


def _end_of(amount: float | None, unit: str, reference: str) -> str | None:
    if amount is None:
        return None
    if unit in _MONTHS:
        return _month_away(reference, round(amount * _MONTHS[unit])) if len(reference) >= 7 else None
    if len(reference) < 10:
        return None
    return (dt.date.fromisoformat(reference) + dt.timedelta(days=int(amount * _DAYS[unit]))).isoformat()


def _window(meaning: Window, reference: str | None) -> Resolved:
    value = period(meaning.amount, meaning.unit)
    if reference is None:
        return Resolved(value=value, reason="no_reference")
    precision = _PRECISION[meaning.unit]
    if meaning.direction > 0:
        end = _end_of(meaning.amount, meaning.unit, reference)
        return Resolved(value=value, earliest=reference, latest=end, precision=precision, basis="relative")
    start = start_of(meaning.amount, meaning.unit, reference)
    return Resolved(value=value, earliest=start, latest=reference, precision=precision, basis="relative")


def _length(meaning: Length, reference: str | None, mod: str | None) -> Resolved:
    """A length of time up to the reference dates its start; one that is vague dates nothing."""
    amount = meaning.high if meaning.high == meaning.low else None
    value = period(amount, meaning.unit)
    if reference is None:
        return Resolved(value=value, reason="no_reference")
    if meaning.low is None or meaning.high is None:
        return Resolved(value=value, reason="vague")
    start = start_of(meaning.high, meaning.unit, reference)
    if start is None:
        return Resolved(value=value, reason="coarse_reference")
    if meaning.unit == "year" and meaning.high == 1:
        start = start[:4]
    return Resolved(value=value, earliest=start, latest=OPEN, precision=_PRECISION[meaning.unit], basis="relative")


def _anaphor(meaning: Anaphor, anchor: str | None) -> Resolved:
    if anchor is None:
        return Resolved(value="PAST_REF" if meaning.unit is None else _unknown_value(meaning.unit), reason="no_day")
    length = {"year": 4, "month": 7}.get(meaning.unit or "", 10)
    text = anchor[:length]
    if meaning.unit in {"week", "weekend"} and len(anchor) == 10:
        return _week(dt.date.fromisoformat(anchor), 0, "future", weekend=meaning.unit == "weekend")
    if meaning.unit is not None and len(text) < length:
        return Resolved(value=_unknown_value(meaning.unit), reason="coarse_reference")
    precision: TimePrecision = {4: "year", 7: "month", 10: "day"}[len(text)]  # type: ignore[assignment]
    return Resolved(value=text, earliest=text, latest=text, precision=precision, basis="relative")


# -- values without bounds


def period(amount: float | None, unit: str) -> str:
    """TimeML's value of a length: "P3Y", "PT48H", "PXW" when vague."""
    prefix, letter = _PERIODS[unit]
    if unit == "fortnight" and amount is not None:
        amount *= 2
    return f"{prefix}{'X' if amount is None else f'{amount:g}'}{letter}"


def _repeated(meaning: Repeated) -> str:
    part = f"T{meaning.part}" if meaning.part else ""
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}{part}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}"
    return f"XXXX-XX-XX{part}" if part else period(meaning.amount, meaning.unit)


def _unknown_value(unit: str) -> str:
    return {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX"}.get(
        unit, "XXXX-XX-XX"
    )
