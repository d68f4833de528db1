"""The times of a whole text, read in order: each with the tense of its clause and the day that the text speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from situate.model.interval import DAY, MONTH, YEAR, first_day, last_day
from situate.text.times import expressions as times
from situate.text.times.beside import Read, in_one_list, in_order, of_year_reached, run_of_days, with_years
from situate.text.times.meaning import Anaphor, Calendar, Feast, Length, Resolved, Shifted, Tense, Timex, Window
from situate.text.times.narrowed import (
    end_told,
    from_day,
    in_that_week,
    numbered_day,
    on_from,
    part_of,
    quarter_ended,
    week_of,
    week_with,
)
from situate.text.times.pairs import both_days
from situate.text.times.resolve import period
from situate.text.times.tense import tense_near
from situate.text.times.years_beside import of_year_told, with_years_apart

_LENGTH = re.compile(r"PT?[\dX]")
_FINE = frozenset({"hour", "minute", "second"})
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_QUARTERS = frozenset({6, 9})  # months of several
# Letters back in which the quarter stands that "the quarter" means, and that "a year ago" is compared with.
_STOP = re.compile(r"[.!?:]\s")
_QUARTER_REACH, _COMPARED_REACH = 2500, 600
_DISTANCE = re.compile(r"\s+(?:after|before|following|prior to)\b", re.IGNORECASE)
_OVERNIGHT = re.compile(r"overnight\s+(?:(?:on|from|between)\s+|(?P<into>(?:in)?to)\s+)?(?:the\s+)?", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\slocal time)?[\s,()]*(?:on|of)?\s*")
_AND_HOUR = re.compile(r"(?:\slocal time)?[\s,()]*(?:and|to|until|or)?\s*")
_THE_NIGHT = re.compile(r"the night\b(?!\s+(?:in)?to\b|\s+(?:of|before|after)\b)", re.IGNORECASE)
_HOUR_IN = re.compile(
    r"\b(?:[ap]\.?m\.?|\d|one|two|three|four|five|ten|eleven|twelve|hours?|middle|late|far) (?:in|into) $"
)
# "The beginning of next year": January by its bounds, the year by its value.
_YEAR_BEGINS = re.compile(r"(?:the\s+)?(?:beginning|start|outset)\s+of\s+(?:the|this|last|next)\s+year", re.IGNORECASE)
_STORY_REACH = 2000  # letters back over which a tale stays in its month
_HEADING = re.compile(r"[^\n.!?;:]{0,60}\n\n")
_THAT_IS = re.compile(r",?\s(?:(?:in|on|by|around)\s)?")
_THE_NEXT = re.compile(r"the next\b", re.IGNORECASE)
_OF_REPORT = re.compile(
    r"(?:(?:early|late)\s+(?:in\s+)?)?the\s+next\s+(?:week|month|year)\b|(?:earl|late)\w*\s+in\s+the\s+day\b", re.I
)
_OPENS = re.compile(
    r"\W*(?:(?:also|and|but|just|only|since|until|on|by|at|during|in|from|early|late|later)\b\W*){0,3}", re.I
)
_NEARER = 8  # times, as for a single month
_OPENING_REACH = 40  # letters
_RELATIVE = re.compile(r"\b(?:who|which|whom)\s(?:[\w’'-]+\s){1,6}$")
_CLAUSE = 60  # letters of a clause before its time
# "The first since April" is no time that is spoken of.
_FIRST_SINCE = re.compile(r"\b(?:first|worst|\w+est)\b[^,.;]{0,30}\bsince $", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|say|told(?: \w+){1,3}|added|announced|stated|declared|wrote)(?: (?:late|early))?(?: on)? ?$"
)
_ANCHOR_REACH = 400  # letters back in which "the previous day" finds the day that it counts from


def read(text: str, reference: str | None) -> list[Read]:
    """The time expressions of a text with their meaning in a report of that date (partial ISO, or ``None``)."""
    found: list[Read] = []
    quarter: _Quarter | None = None
    before: Tense | None = None
    every = with_years_apart(text, with_years(text, times.find(text)))
    for number, written in enumerate(every):
        behind = every[number + 1 : number + 2]
        timex = _of_quarter(written, quarter) if quarter else quarter_ended(text, written, behind, reference)
        timex = end_told(text, timex)
        timex = of_year_reached(text, found[-1], timex) if found else timex
        timex = _of_year_counted(text, found[-1], timex) if found else timex
        timex = of_year_told(text, found[-1], timex, reference) if found else timex
        tense = _tense(text, timex, every[:number], before)
        timex = _next_told(text, timex, tense)
        anchor = _day_beside(text, every[number : number + 3], reference) or _anchor(timex, found, text, reference)
        if _heads_an_entry(timex, text):
            anchor = reference
        ahead = tense == "future" or anchor is None or (reference is not None and anchor > reference)
        if ahead and _OF_REPORT.match(text, timex.start):
            timex = _of_report(timex)
        if anchor is None and tense != "future" and reference is not None and timex.relation == "over":
            timex = _night_before(timex, text)
        resolved = times.resolve(timex, reference, tense, anchor)
        if resolved.reason == "no_reference" and (dated := _dated_before(timex, found)) is not None:
            resolved = times.resolve(timex, dated, None, anchor)
        if tense != "future" and _reaches_past(timex, resolved, anchor, reference):
            anchor, resolved = None, times.resolve(timex, None)  # "founded in 1997 … a hundred years later"
        if isinstance(timex.meaning, Length) and _DISTANCE.match(text, timex.end):
            resolved = Resolved(value=resolved.value, reason="no_day")  # how long before or after is all that is told
        resolved = numbered_day(text, timex, week_with(text, timex, week_of(text, timex, resolved)))
        if isinstance(timex.meaning, Calendar) and timex.meaning.weekday is not None:
            beside = [*found[-1:], *((one, times.resolve(one, reference, None)) for one in behind)]
            resolved = in_that_week(text, timex, resolved, beside)
        resolved = both_days(text, timex, from_day(text, timex, resolved))
        resolved = on_from(text, timex, resolved, lambda day: _anchor(day, found, text, reference), reference)
        resolved = part_of(text, timex, behind, resolved, reference)
        resolved = _overnight(text, timex, behind, resolved, reference)
        if _YEAR_BEGINS.fullmatch(text, timex.start, timex.end):
            resolved = replace(resolved, value=resolved.value[:YEAR])  # TimeML has START beside it
        named = timex is written or isinstance(written.meaning, Anaphor)
        quarter = _quarter_told(timex, resolved, quarter) if named else quarter
        now = _as_timeml(timex, resolved, None if anchor else _assumed(timex, found, reference), reference)
        if found and run_of_days(text, found[-1][0], timex):
            ahead = (before != "past" and "future" in {before, tense}) or _is_coming(found[-1][1], now[1], reference)
            found[-1], now = in_order(found[-1], now, ahead=ahead)
        found.append(now)
        before = tense
    return found


def _tense(text: str, timex: Timex, told: Sequence[Timex], before: Tense | None) -> Tense | None:
    """Whether an expression lies ahead by the words around it, or as the one of its list before it does."""
    tense = tense_near(text, timex) if isinstance(timex.meaning, Calendar | Feast | Shifted) else None
    listed = tense is None and bool(told) and in_one_list(text, told[-1], timex)
    return before if listed else tense


def _overnight(text: str, timex: Timex, behind: Sequence[Timex], resolved: Resolved, reference: str | None) -> Resolved:
    """ "Overnight on Tuesday", "overnight into Wednesday": of the day behind it, not the night before the report."""
    beside = _OVERNIGHT.fullmatch(text, timex.start, behind[0].start) if behind else None
    day = times.resolve(behind[0], reference, tense_near(text, behind[0])) if beside else resolved
    if beside is None or day.precision != "day" or day.earliest is None or len(day.earliest) < DAY:
        return resolved
    first = first_day(day.earliest) - dt.timedelta(days=beside["into"] is not None)
    night = Resolved(value=f"{first.isoformat()}TNI", precision="part_of_day", basis=day.basis)
    return replace(night, earliest=first.isoformat(), latest=day.latest)


def _heads_an_entry(timex: Timex, text: str) -> bool:
    """Whether an hour stands alone on its line, as it heads an entry in a live report: that is of the report's day."""
    if not _is_hour(timex):
        return False
    begin, end = text.rfind("\n", 0, timex.start) + 1, text.find("\n", timex.end)
    beside = text[begin : timex.start] + text[timex.end : end if end >= 0 else len(text)]
    return not beside.strip(" .:—–-")


def _is_coming(first: Resolved, last: Resolved, reference: str | None) -> bool:
    """Whether a run of days or months lies ahead of the report; of months, if much nearer there than behind it."""
    if reference is None or (first.earliest or "") <= reference[:10]:
        return False
    if first.precision != "month" or last.latest is None or len(reference) < DAY:
        return True
    day = first_day(reference[:10])
    return (first_day(first.earliest or "") - day) * _NEARER < day - last_day(last.latest)


def _as_timeml(timex: Timex, resolved: Resolved, assumed: str | None, reference: str | None) -> Read:
    """An expression with TimeML's value and type, where they say more or less than its bounds; the bounds stay.

    ``assumed`` is the date that an expression most likely counts from. Lengths and counted hours are durations, named
    stretches are dates.
    """
    meaning = timex.meaning
    if assumed is not None:
        likely = times.resolve(timex, reference, None, assumed)
        ahead = isinstance(meaning, Shifted) and (meaning.amount or 0) > 0 and assumed == reference
        beyond = ahead or _reaches_past(timex, likely, assumed, reference)  # "the next day" is none after the report
        resolved = resolved if beyond else replace(resolved, value=likely.value)
    if isinstance(meaning, Shifted) and meaning.from_text and meaning.unit in _FINE and meaning.amount is not None:
        resolved = replace(resolved, value=period(abs(meaning.amount), meaning.unit))
        return replace(timex, kind="DURATION"), resolved
    if resolved.reason == "no_day" and _LENGTH.match(resolved.value):
        return replace(timex, kind="DURATION"), resolved
    if isinstance(meaning, Window) and meaning.named:
        return replace(timex, kind="DATE"), resolved
    return timex, resolved


def _reaches_past(timex: Timex, resolved: Resolved, anchor: str | None, reference: str | None) -> bool:
    """Whether a count from a date that is over would end after the report: then it counts from another one."""
    counted = isinstance(timex.meaning, Shifted) and timex.meaning.from_text and not timex.meaning.aligned
    found = resolved.earliest or resolved.latest  # "more than 200 years later" has no first bound
    if not counted or anchor is None or reference is None or found is None:
        return False
    return anchor <= reference[: len(anchor)] and found > reference[: len(found)]


def _of_report(timex: Timex) -> Timex:
    """ "The next year" and "earlier in the day", where no other time is told: those of the report."""
    meaning = timex.meaning
    if not isinstance(meaning, Shifted) or not meaning.from_text:
        return timex
    return replace(timex, meaning=replace(meaning, from_text=False))


def _of_year_counted(text: str, before: Read, timex: Timex) -> Timex:
    """ "Four months later, in mid-May": the month is that of the date which is counted, whatever year it is now."""
    counted, resolved = before
    meaning, first = timex.meaning, resolved.earliest or ""
    from_text = isinstance(counted.meaning, Shifted | Calendar) and counted.meaning.from_text
    if not isinstance(meaning, Calendar) or meaning.month is None or meaning.year is not None or not from_text:
        return timex
    fits = first[5:7] in {"", f"{meaning.month:02d}"} and meaning.shift is None and len(first) >= YEAR
    if not fits or _THAT_IS.fullmatch(text, counted.end, timex.start) is None:
        return timex
    return replace(timex, meaning=replace(meaning, year=int(first[:YEAR])))


def _next_told(text: str, timex: Timex, tense: Tense | None) -> Timex:
    """ "The next summer" of a tale is that after the time told before; "next summer" is that after the report."""
    meaning = timex.meaning
    if not isinstance(meaning, Calendar) or meaning.which != "next" or tense != "past":
        return timex
    named = (meaning.season or meaning.month) is not None and _THE_NEXT.match(text, timex.start) is not None
    return replace(timex, meaning=replace(meaning, from_text=True)) if named else timex


def _night_before(timex: Timex, text: str) -> Timex:
    """ "During the night", where no day is told: the night before the report; not "at two in the night"."""
    named = _THE_NIGHT.match(text, timex.start) is not None and _HOUR_IN.search(text[: timex.start][-24:]) is None
    night = named and timex.meaning == Calendar(part="NI")
    return replace(timex, meaning=Shifted(amount=-1, unit="night", part="NI")) if night else timex


def _assumed(timex: Timex, found: Sequence[Read], reference: str | None) -> str | None:
    """The date that an expression counts from where none stands near: the one told last, or that of the report."""
    if _by_years(timex):
        return _told_last(found, 4) if _is_later(timex) else reference
    if timex.meaning == Anaphor(unit=None):
        return _told_last(found, _exactness(timex))  # "since then", where nothing is told before, is no known day
    named = _is_hour(timex) or _names_its_day(timex)
    return _told_last(found, _exactness(timex)) or reference if named else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quarter:
    """The quarter of a year that a text named last, and where it did."""

    end: int
    year: int
    number: int
    summed: bool = False  # whether several were told as one since


def _quarter_told(timex: Timex, resolved: Resolved, quarter: _Quarter | None) -> _Quarter | None:
    """The quarter that a text is at behind an expression.

    What is compared with "the first nine months" is a year before, not a quarter of it.
    """
    meaning = timex.meaning
    if named := _QUARTER.fullmatch(resolved.value):
        return _Quarter(end=timex.end, year=int(named[1]), number=int(named[2]))
    if isinstance(meaning, Length) and meaning.unit == "month" and meaning.high in _QUARTERS and quarter is not None:
        return replace(quarter, summed=True)
    return quarter


def _of_quarter(timex: Timex, quarter: _Quarter | None) -> Timex:
    """ "The quarter" and "a year ago", where the text speaks of a quarter: that one, and the same one a year before."""
    meaning = timex.meaning
    if quarter is None or timex.start - quarter.end > _QUARTER_REACH:
        return timex
    if isinstance(meaning, Anaphor) and meaning.unit == "quarter":
        return replace(timex, meaning=Calendar(year=quarter.year, quarter=quarter.number))
    if isinstance(meaning, Calendar) and meaning == Calendar(year=meaning.year, from_text=True) and not quarter.summed:
        return replace(timex, meaning=Calendar(year=meaning.year, quarter=quarter.number))
    year_back = isinstance(meaning, Shifted) and (meaning.unit, meaning.amount, meaning.aligned) == ("year", -1, False)
    if year_back and not quarter.summed and timex.start - quarter.end <= _COMPARED_REACH:
        return replace(timex, meaning=Calendar(year=quarter.year - 1, quarter=quarter.number))
    return timex


def _day_beside(text: str, after: Sequence[Timex], reference: str | None) -> str | None:
    """The day right after an hour ("at 10:30 p.m. last Friday", "10:30 a.m. (0730 GMT) Friday"); ``None`` without."""
    hours = [timex for timex in after[:2] if _is_hour(timex)]
    if not hours or hours[0] is not after[0] or len(after) <= len(hours):
        return None
    day = after[len(hours)]
    bridged = all(_AND_HOUR.fullmatch(text[a.end : b.start]) for a, b in pairwise(hours))
    bridged = bridged and bool(_BESIDE.fullmatch(text[hours[-1].end : day.start]))
    found = times.resolve(day, reference, tense_near(text, day)).earliest
    names_day = day.kind == "DATE" or (isinstance(day.meaning, Shifted) and not day.meaning.from_text)  # "last night"
    return found[:10] if bridged and found is not None and len(found) >= 10 and names_day else None


def _anchor(timex: Timex, found: Sequence[Read], text: str, reference: str | None) -> str | None:
    """The date spoken of last, near before an expression that counts from the text."""
    hour = _is_hour(timex)
    bare = isinstance(timex.meaning, Calendar) and timex.meaning == Calendar(day=timex.meaning.day)
    if not (hour or bare or _counts_from_text(timex)):
        return None
    begin = _paragraph_opened(text, timex.start) if isinstance(timex.meaning, Anaphor) else timex.start
    spoken: str | None = None
    for before, resolved in reversed(found):
        if timex.start - before.end > _ANCHOR_REACH or "\n\n" in text[before.end : begin]:
            if not hour and resolved.one_day and _heads(before, text, begin):
                return (resolved.earliest or "")[:DAY]
            if _is_hour(before) and "\n\n" not in text[before.end : begin]:
                continue
            break
        if hour and timex.relation == "since" and _STOP.search(text, before.end, timex.start):
            break  # "since dawn" is since that of today, whatever day the sentence before tells of
        first = _date_for(timex, before, resolved)
        if (
            (hour and in_passing(before, text))
            or (bare and len(first or "") < MONTH)
            or _FIRST_SINCE.search(text, max(0, before.start - _CLAUSE), before.start)
        ):
            continue
        if first is not None and isinstance(timex.meaning, Anaphor) and _when_said(before, text):
            spoken = spoken or first
            continue
        if first is not None and (not hour or len(first) >= 10):
            if _dawns(timex, resolved) and not _STOP.search(text, before.end, timex.start):
                return _next_day(first)
            return (
                first if len(first) >= _exactness(timex) else None
            )  # "in May … a week later": of what week is not told
    if bare:
        return _day_of_the_story(timex, found, reference)
    return spoken or (reference if hour and timex.relation == "since" else None)


def _when_said(timex: Timex, text: str) -> bool:
    """ "Hit a school on Friday, he said on Sunday. Nine died that day": that of the deed, not that of the talk."""
    return _SAID.search(text, max(0, timex.start - _CLAUSE), timex.start) is not None


def _day_of_the_story(timex: Timex, found: Sequence[Read], reference: str | None) -> str | None:
    """The day told last, of a month that is over, where most days told of late are of it: "on the 15th they came"."""
    near = [r.earliest or "" for t, r in found if r.one_day and timex.start - t.end <= _STORY_REACH]
    days = [day[:DAY] for day in near if len(day) >= DAY][-3:]
    of_it = [day for day in days if days and day[:MONTH] == days[-1][:MONTH]]
    over = reference is not None and len(of_it) > 1 and days[-1][:MONTH] < reference[:MONTH]
    return days[-1] if over else None


def _heads(day: Timex, text: str, at: int) -> bool:
    """Whether a day stands in a heading of the paragraph of a place: "The killings on 28 November"."""
    behind = _HEADING.match(text, day.end)
    return behind is not None and behind.end() <= at and "\n\n" not in text[behind.end() : at]


def _date_for(timex: Timex, before: Timex, resolved: Resolved) -> str | None:
    """The date that an expression tells to one that counts from it; ``None`` where it tells none that is so exact.

    A season tells its year, and of a season, a night of two days or a week what follows counts from its end, what goes
    before from its beginning.
    """
    first, last = resolved.earliest, resolved.latest
    if _is_date(before, resolved):
        return first
    fiscal = isinstance(before.meaning, Calendar) and (before.meaning.quarter or before.meaning.half) is not None
    if before.kind not in {"DATE", "TIME"} or fiscal or first is None or last is None or last == "open":
        return None
    size = _exactness(timex)
    if min(len(first), len(last)) >= size and first[:size] == last[:size]:
        return first[:size]
    weeks = isinstance(timex.meaning, Shifted) and timex.meaning.unit == "week" and resolved.precision == "week"
    whole = weeks if resolved.precision == "week" else resolved.precision == ("season" if size < 10 else "part_of_day")
    return (last if _counts_on(timex) else first)[:size] if whole and min(len(first), len(last)) >= size else None


def _counts_on(timex: Timex) -> bool:
    """Whether an expression means what came after: "the following winter", "the next day"."""
    meaning = timex.meaning
    return (isinstance(meaning, Calendar) and meaning.which == "next") or _is_later(timex)


def _dawns(timex: Timex, before: Resolved) -> bool:
    """ "Retook the road on Wednesday night, and the buses left at dawn": that of the day after."""
    morning = isinstance(timex.meaning, Calendar) and timex.meaning.part == "MO"
    return morning and (before.value or "").endswith(("TNI", "TEV"))


def _next_day(day: str) -> str:
    return (dt.date.fromisoformat(day[:10]) + dt.timedelta(days=1)).isoformat()


def in_passing(timex: Timex, text: str) -> bool:
    """ "A team which arrived three days ago": what is said of somebody is not the day that is told of."""
    counted = isinstance(timex.meaning, Shifted) and not timex.meaning.from_text
    return counted and _RELATIVE.search(text, max(0, timex.start - _CLAUSE), timex.start) is not None


def _paragraph_opened(text: str, at: int) -> int:
    """Where the paragraph before ends, if an expression opens one ("Since that date, …"); else where it stands.

    What opens a paragraph and points back to a date can only mean one of the paragraph before. What is counted from
    there ("two days later") may count from what happened there, whose date is another.
    """
    end = text.rfind("\n\n", max(0, at - _OPENING_REACH), at)
    return end if end >= 0 and _OPENS.fullmatch(text, end, at) else at


def _told_last(found: Sequence[Read], exactness: int) -> str | None:
    """The date told last, however far back, of those with as many letters (a day has 10)."""
    told = (r.earliest for t, r in reversed(found) if _is_date(t, r) and r.earliest)
    return next((date[:10] for date in told if len(date) >= exactness), None)


def _is_date(timex: Timex, resolved: Resolved) -> bool:
    return timex.kind in {"DATE", "TIME"} and resolved.earliest is not None and resolved.earliest == resolved.latest


def _dated_before(timex: Timex, found: Sequence[Read]) -> str | None:
    """The date told last, for a day of a month whose year neither it nor the report gives ("then on 10 November")."""
    if not isinstance(timex.meaning, Calendar) or timex.meaning.month is None:
        return None
    told = (r.earliest for t, r in reversed(found) if t.kind != "DURATION" and r.basis != "none" and r.earliest)
    return next((date for date in told if len(date) >= 7), None)


def _is_hour(timex: Timex) -> bool:
    """Whether an expression names an hour or a part of a day that it does not name."""
    meaning = timex.meaning
    if not isinstance(meaning, Calendar) or (meaning.hour is None and meaning.part is None):
        return False
    return meaning == Calendar(hour=meaning.hour, minute=meaning.minute, part=meaning.part)


def _by_years(timex: Timex) -> bool:
    """Whether an expression counts whole years ("a year earlier")."""
    meaning = timex.meaning
    return isinstance(meaning, Shifted) and meaning.unit == "year" and not meaning.aligned and timex.mod is None


def _is_later(timex: Timex) -> bool:
    """Whether an expression counts on from what was told ("two years later"), not back."""
    return isinstance(timex.meaning, Shifted) and (timex.meaning.amount or 0) > 0


def _names_its_day(timex: Timex) -> bool:
    """Whether an expression names a time by one that the text tells ("the next day", "that month"), not by a count."""
    meaning = timex.meaning
    counted = isinstance(meaning, Shifted) and not meaning.aligned
    return _counts_from_text(timex) and not counted and not (isinstance(meaning, Anaphor) and meaning.unit == "quarter")


def _exactness(timex: Timex) -> int:
    """Letters of the date that an expression counts from: a year, a month or a day, by its unit."""
    meaning = timex.meaning
    unit = meaning.unit if isinstance(meaning, Anaphor | Shifted) else None
    if isinstance(meaning, Calendar):
        by_months = (meaning.month or meaning.day or meaning.season) is not None
        return 4 if meaning.shift is not None else 7 if by_months else 10
    return {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7, None: 4}.get(unit, 10)


def _counts_from_text(timex: Timex) -> bool:
    meaning = timex.meaning
    return isinstance(meaning, Anaphor) or (isinstance(meaning, Shifted | Calendar) and meaning.from_text)
