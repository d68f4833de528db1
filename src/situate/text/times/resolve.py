"""From the meaning of a time expression to a TimeML value and to bounds, given a reference date.

Nothing is filled in: a relative time without a reference, or with one that is too coarse ("2017" for "on Tuesday"),
stays unresolved and says why.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from situate.model.interval import OPEN, YEAR, TimePrecision
from situate.text.times.calendar import calendar_date, dated, day_of_month, era, feast, with_time
from situate.text.times.meaning import (
    Anaphor,
    Calendar,
    Era,
    Feast,
    Length,
    Meaning,
    Repeated,
    Resolved,
    Shifted,
    Tense,
    Timex,
    Vague,
    Window,
)

_PERIODS = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "night": ("P", "N"),
    "week": ("P", "W"), "weekend": ("P", "WE"), "fortnight": ("P", "W"), "month": ("P", "M"), "quarter": ("P", "Q"),
    "season": ("P", "SU"), "year": ("P", "Y"), "decade": ("P", "DE"), "century": ("P", "CE"),
}  # fmt: skip
# ISO 8601 has no decades and centuries: counted ones are years. Half a unit in the unit below.
_IN_YEARS = {"decade": 10, "century": 100}
_HALVES = {"minute": "30S", "hour": "30M", "day": "12H", "year": "6M"}
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
_SUNDAY = 7
_MONTHS = {"month": 1, "quarter": 3, "season": 12, "year": 12, "decade": 120, "century": 1200}


def resolve(timex: Timex, reference: str | None, tense: Tense | None = None, anchor: str | None = None) -> Resolved:
    """What a time expression means in a report of ``reference`` (a partial ISO date, with or without a time).

    ``anchor`` is the day that the text speaks of, for what counts from it ("the previous day", "at dawn"). Either one
    counts as none outside of the years 1000 to 8999.
    """
    meaning = timex.meaning
    day, spoken_of = _usable(reference), _usable(anchor)
    if _reaches_too_far(meaning):
        value = period(meaning.high, meaning.unit) if isinstance(meaning, Length) else "PAST_REF"
        return Resolved(value=value, reason="out_of_range")
    if isinstance(meaning, Calendar) and meaning.day is not None and meaning.month is None:
        return day_of_month(meaning.day, day, tense, spoken_of)
    if isinstance(meaning, Calendar) and meaning.from_text:
        return calendar_date(meaning, spoken_of or (day if meaning.which == "last" else None), tense, spoken_of)
    if isinstance(meaning, Calendar):
        return calendar_date(meaning, day, tense, spoken_of)
    if isinstance(meaning, Era):
        return era(meaning)
    if isinstance(meaning, Shifted):
        return _shifted(meaning, spoken_of if meaning.from_text else day, tense, timex.mod)
    if isinstance(meaning, Window):
        return _window(meaning, day)
    if isinstance(meaning, Length):
        return _length(meaning, day)
    if isinstance(meaning, Repeated):
        return Resolved(value=_repeated(meaning), reason="repeated")
    if isinstance(meaning, Vague):
        return Resolved(value=meaning.reference, reason="vague")
    if isinstance(meaning, Feast):
        return feast(meaning, day, tense)
    return _anaphor(meaning, spoken_of, timex.relation)


_FIRST_YEAR, _LAST_YEAR = "1000", "9000"


def _usable(date: str | None) -> str | None:
    """The day of a reference, without its time; ``None`` for one outside of the years that can be counted from."""
    return date[:10] if date is not None and _FIRST_YEAR <= date[:4] < _LAST_YEAR else None


_MOST_YEARS = 900  # what is counted from a reference stays within the years that ISO 8601 writes with four digits


def _reaches_too_far(meaning: Meaning) -> bool:
    """Whether a count of units leaves the years that can be written as a date."""
    if isinstance(meaning, Shifted | Window):
        amount, unit = abs(meaning.amount or 0), meaning.unit
    elif isinstance(meaning, Length):
        amount, unit = meaning.high or 0, meaning.unit
    else:
        return False
    years = amount * _MONTHS[unit] / 12 if unit in _MONTHS else amount * _DAYS[unit] / 365
    return years > _MOST_YEARS


# -- times counted from the reference


def _shifted(meaning: Shifted, reference: str | None, tense: Tense | None, mod: str | None) -> Resolved:
    unit, amount = meaning.unit, meaning.amount
    if reference is None:
        if meaning.from_text and not meaning.aligned and amount is not None:
            return Resolved(value=period(abs(amount), unit), reason="no_day")  # how long after is all that is told
        value = _unknown_value(unit) + (f"T{meaning.part}" if meaning.part else "")
        return Resolved(value=value, reason="no_day" if meaning.from_text else "no_reference")
    if amount is None:
        return _vague_past(unit, reference)
    if len(reference) < (4 if unit in {"year", "decade", "century"} else 7 if unit in _MONTHS else 10):
        return Resolved(value=_unknown_value(unit), reason="coarse_reference")
    if unit in _MONTHS:
        found = _months_away(unit, amount, reference, meaning.aligned, mod)
        if meaning.aligned and amount == 0 and unit in {"month", "year"} and mod != "END" and tense != "future":
            found = _so_far(found, reference)
    else:
        found = _days_away(meaning, amount, dt.date.fromisoformat(reference), tense)
    return _loosened(found, mod, reference, amount, unit) if not meaning.aligned else found


def _months_away(unit: str, amount: float, reference: str, aligned: bool, mod: str | None) -> Resolved:
    if unit in {"year", "decade", "century"}:
        year = int(reference[:4]) + round(amount * _MONTHS[unit] / 12)
        if aligned and unit != "year":
            return era(Era(first=year - year % (_MONTHS[unit] // 12), years=_MONTHS[unit] // 12))
        text = f"{year:04d}"
        late = aligned and mod == "END" and amount == -1
        # "late last year" is read as its last three months.
        first, last = (f"{text}-10", f"{text}-12") if late else (text, text)
        return Resolved(
            value=text, earliest=first, latest=last, precision="season" if late else "year", basis="relative"
        )
    if unit == "quarter":
        number = int(reference[:4]) * 4 + (int(reference[5:7]) - 1) // 3 + int(amount)
        return dated(Calendar(quarter=number % 4 + 1), number // 4, "relative")
    text = _month_away(reference, round(amount))
    return Resolved(value=text, earliest=text, latest=text, precision="month", basis="relative")


def _so_far(found: Resolved, reference: str) -> Resolved:
    """The present month or year of what is not ahead: up to the report, as the present week."""
    if len(reference) < 10 or found.precision not in {"month", "year"}:
        return found
    first = f"{found.earliest}-01" if found.precision == "month" else found.earliest
    return replace(found, earliest=first, latest=reference)


def _month_away(reference: str, amount: int) -> str:
    number = int(reference[:4]) * 12 + int(reference[5:7]) - 1 + amount
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _days_away(meaning: Shifted, amount: float, day: dt.date, tense: Tense | None) -> Resolved:
    unit = meaning.unit
    if unit == "night":
        before = day + dt.timedelta(days=int(amount))
        first, last = (
            min(before, day),
            before + dt.timedelta(days=amount < 0),
        )  # a night that is over ended in a morning
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
    return with_time(Calendar(part=meaning.part), found.isoformat(), found.isoformat(), "relative")


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
    if amount == -1 and not weekend and day.isoweekday() == _SUNDAY:
        last = day - dt.timedelta(days=1)  # papers of a Sunday mean the days before it, or the week before those
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
    coarse = _coarse(unit, reference, -_FEW)
    if coarse is None:
        return Resolved(value="PAST_REF", reason="vague")
    return Resolved(
        value="PAST_REF",
        earliest=coarse,
        latest=coarse,
        precision="month" if len(coarse) == 7 else "year",
        basis="relative",
    )


_FEW = 3  # units that "a few" are taken for


def _coarse(unit: str, reference: str, few: int) -> str | None:
    """Where a few units away lies, one step coarser than the unit; ``None`` when that says nothing."""
    if unit in {"day", "week", "night", "weekend", "fortnight"} and len(reference) == 10:
        return (dt.date.fromisoformat(reference) + dt.timedelta(days=few * _DAYS[unit])).isoformat()[:7]
    if unit in {"hour", "minute", "second"} and len(reference) == 10:
        return reference  # as for counted hours: they are of the day of the report
    if unit == "month" and len(reference) >= 7:
        return _month_away(reference, few)[:4]
    return None


def start_of(amount: float | None, unit: str, reference: str) -> str | None:
    """The partial date that lies ``amount`` units before ``reference``, as exact as the unit allows.

    Years give a year (a single one its month), months a month, weeks and days a day; ``None`` when it cannot be told.
    """
    if amount is None:
        return _coarse(unit, reference, -_FEW)
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        if months > 12 and unit in {"year", "decade", "century", "season"}:
            return f"{int(reference[:4]) - round(months / 12):04d}"
        return _month_away(reference, -round(months)) if len(reference) >= 7 else None
    if len(reference) < 10:
        return None
    return (dt.date.fromisoformat(reference) - dt.timedelta(days=int(amount * _DAYS[unit]))).isoformat()


def end_of(amount: float | None, unit: str, reference: str) -> str | None:
    """The partial date that lies ``amount`` units after ``reference``, as exact as the unit and the date allow."""
    if len(reference) == YEAR and unit == "year" and amount is not None:
        return f"{int(reference) + round(amount):04d}"
    if amount is None:
        return _coarse(unit, reference, _FEW)
    if unit in _MONTHS:
        return _month_away(reference, round(amount * _MONTHS[unit])) if len(reference) >= 7 else None
    if len(reference) < 10:
        return None
    return (dt.date.fromisoformat(reference) + dt.timedelta(days=int(amount * _DAYS[unit]))).isoformat()


def _window(meaning: Window, reference: str | None) -> Resolved:
    told = None if meaning.about else meaning.amount
    value = _named(meaning, reference) if meaning.named else period(told, meaning.unit)
    if reference is None:
        return Resolved(value=value, reason="no_reference")
    precision = _PRECISION[meaning.unit]
    if meaning.direction > 0:
        end = end_of(meaning.amount, meaning.unit, reference)
        return Resolved(value=value, earliest=reference, latest=end, precision=precision, basis="relative")
    start = start_of(meaning.amount, meaning.unit, reference)
    return Resolved(value=value, earliest=start, latest=reference, precision=precision, basis="relative")


def _named(meaning: Window, reference: str | None) -> str:
    """TimeML's value of a stretch that is named: "the past year" is the year before, "recent weeks" are past."""
    if meaning.amount is None:
        return "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    return _shifted(Shifted(amount=meaning.direction, unit=meaning.unit), reference, None, None).value


def _length(meaning: Length, reference: str | None) -> Resolved:
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


def _anaphor(meaning: Anaphor, anchor: str | None, relation: str | None) -> Resolved:
    if anchor is None or meaning.unit == "quarter":  # of a quarter that is not named a day tells nothing
        value = "PAST_REF" if meaning.unit is None else _unknown_value(meaning.unit)
        return Resolved(value=value + (f"T{meaning.part}" if meaning.part else ""), reason="no_day")
    if meaning.part is not None and len(anchor) == 10:
        return with_time(Calendar(part=meaning.part), anchor, anchor, "relative")
    length = {"year": 4, "month": 7}.get(meaning.unit or "", 10)
    text = anchor[:length]
    if meaning.unit in {"week", "weekend"} and len(anchor) == 10:
        return _week(dt.date.fromisoformat(anchor), 0, "future", weekend=meaning.unit == "weekend")
    if meaning.unit is not None and len(text) < length:
        return Resolved(value=_unknown_value(meaning.unit), reason="coarse_reference")
    precision: TimePrecision = {4: "year", 7: "month", 10: "day"}[len(text)]  # type: ignore[assignment]
    # TimeML's value of "at the time", unlike that of "since then"; the bounds say more.
    value = text if meaning.unit is not None or relation in {"since", "until", "by"} else "PAST_REF"
    return Resolved(value=value, earliest=text, latest=text, precision=precision, basis="relative")


# -- values without bounds


def period(amount: float | None, unit: str) -> str:
    """TimeML's value of a length: "P3Y", "PT48H", "PXW" when vague; halves as the next smaller unit ("P2Y6M")."""
    if amount is not None and unit in _IN_YEARS:
        amount, unit = amount * _IN_YEARS[unit], "year"
    prefix, letter = _PERIODS[unit]
    if unit == "fortnight" and amount is not None:
        amount *= 2
    if amount is not None and amount % 1 == 0.5 and unit in _HALVES:
        whole = f"{int(amount)}{letter}" if amount > 1 else ""
        return f"{'PT' if unit == 'day' and not whole else prefix}{whole}{_half(unit, whole)}"
    return f"{prefix}{'X' if amount is None else f'{amount:.12g}'}{letter}"


def _half(unit: str, whole: str) -> str:
    return ("T" if whole and unit == "day" else "") + _HALVES[unit]


def _repeated(meaning: Repeated) -> str:
    part = f"T{meaning.part}" if meaning.part else ""
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}{part}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}"
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    if meaning.unit in {"weekend", "night"} and meaning.amount == 1:
        return _unknown_value(meaning.unit)  # one of a calendar, no length
    return f"XXXX-XX-XX{part}" if part else period(meaning.amount, meaning.unit)


def _unknown_value(unit: str) -> str:
    return {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX"}.get(
        unit, "XXXX-XX-XXTNI" if unit == "night" else "XXXX-XX-XX"
    )
