"""Years that stand apart from the month, the day or the feast that they belong to.

"The January rising of 1863", "the 2019 Easter Sunday bombings", "on March 21, 1929. On the evening of March 20, …".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.interval import DAY, first_day
from situate.text.times.meaning import Calendar, Feast, Resolved, Timex

_OF = re.compile(r"\s(?:[\w’'‑-]+\s){1,2}of\s")  # from "January" to "1863", over "rising of"
_LEADS_A_NAME = re.compile(r"\bthe\s(?:[\w’'‑-]+\s)?$", re.IGNORECASE)
_BEFORE = 24  # letters in which the article stands
_NEAR = 90  # letters from a date with its year to one without
_NEW_PARAGRAPH = "\n\n"
_AS_NEAR = 3  # times as near to the date told before as to the report


def with_years_apart(text: str, found: Sequence[Timex]) -> list[Timex]:
    """The expressions, where a month that names an event or a feast has the year that its phrase gives."""
    given = list(found)
    for at, (left, right) in enumerate(pairwise(found)):
        if _is_month(left) and _is_of_years(right) and _names_by_month(text, left, right):
            assert isinstance(left.meaning, Calendar)
            assert isinstance(right.meaning, Calendar)
            given[at] = replace(left, meaning=replace(left.meaning, year=right.meaning.year))
        elif _is_of_years(left) and text[left.end : right.start] == " " and isinstance(right.meaning, Feast):
            bare = right.meaning.year is None and right.meaning.shift is None and right.meaning.which is None
            assert isinstance(left.meaning, Calendar)
            year = left.meaning.year if bare and left.meaning.end_year is None else right.meaning.year
            given[at + 1] = replace(right, meaning=replace(right.meaning, year=year))
    return given


def _names_by_month(text: str, left: Timex, right: Timex) -> bool:
    """Whether a month is part of the name of an event whose year follows: "the January rising of 1863"."""
    led = _LEADS_A_NAME.search(text[max(0, left.start - _BEFORE) : left.start])
    named = led is not None or text[left.end + 1 : left.end + 2].isupper()
    return named and _OF.fullmatch(text, left.end, right.start) is not None


def _is_month(timex: Timex) -> bool:
    meaning = timex.meaning
    return isinstance(meaning, Calendar) and meaning == Calendar(month=meaning.month) and meaning.month is not None


def _is_of_years(timex: Timex) -> bool:
    meaning = timex.meaning
    if not isinstance(meaning, Calendar) or meaning.year is None:
        return False
    return meaning == Calendar(year=meaning.year, end_year=meaning.end_year)


def of_year_told(text: str, before: tuple[Timex, Resolved], timex: Timex, reference: str | None) -> Timex:
    """A day of a month without a year, right after one with its year that is much nearer to it than the report is.

    "Was seized on 25 October 2010, and on November 18 his body was found" is of 2010; what may as well be of the days
    before the report is left to it.
    """
    told, resolved = before
    meaning, day = timex.meaning, resolved.earliest or ""
    if not isinstance(meaning, Calendar) or not isinstance(told.meaning, Calendar) or reference is None:
        return timex
    bare = meaning.month is not None and meaning.day is not None and meaning.year is None
    bare = bare and meaning.which is None and meaning.shift is None and not meaning.from_text
    dated = told.meaning.year is not None and told.meaning.day is not None and resolved.one_day
    gap = text[told.end : timex.start]
    if not bare or not dated or len(gap) > _NEAR or _NEW_PARAGRAPH in gap or len(reference) < DAY:
        return timex
    then, now = first_day(day), first_day(reference[:DAY])
    there, here = _away(then, then.year, meaning), [_away(now, year, meaning) for year in (now.year, now.year - 1)]
    nearer = there is not None and all(away is None or there * _AS_NEAR < away for away in here)
    return replace(timex, meaning=replace(meaning, year=then.year)) if nearer else timex


def _away(day: dt.date, year: int, meaning: Calendar) -> int | None:
    """How many days a day of a month lies from another in some year; ``None`` for 29 February of most years."""
    try:
        return abs((dt.date(year, meaning.month or 1, meaning.day or 1) - day).days)
    except ValueError:
        return None
