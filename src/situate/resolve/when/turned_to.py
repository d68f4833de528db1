"""Where a report turns from its news to what was before: "Gunmen killed three in Varn. In April, an attack killed 33".

Such a date, which opens a sentence or tells of another of the kind, is none of what is told before it.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from situate.model.interval import DAY, OPEN, first_day, last_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims

_SHORTLY = dt.timedelta(days=7)  # before the day of a report: its news may be of a day no longer ago
_OPENS = re.compile(
    r"[\W_]{0,3}(?:(?:but|and|back|earlier|late|early|only|just|also|in|on|at|during|the)\s){0,4}", re.I
)
_ANOTHER = re.compile(
    r"\b(?:similar|another|previous|earlier|separate|last such|deadliest such|past)\s(?:[\w’'‑-]+\s){0,8}$", re.I
)
_BOUNDING = frozenset({"since", "until", "by", "before", "after"})
_REACH = 90  # letters before a date in which "another" is told


def turns(report: ReportTimes) -> list[int]:
    """Where the sentences begin that open with a date longer ago than news is, or date another of its kind so."""
    if report.day is None:
        return []
    news = first_day(report.day) - _SHORTLY
    starts: list[int] = []
    for item in report.found:
        begun = report.begun(item.timex.start, 1)
        if begun and begun != starts[-1:] and _is_before(item, news) and item.span != report.dateline:
            told = report.text[begun[0] : item.timex.start]
            if _OPENS.fullmatch(told) or _ANOTHER.search(told[-_REACH:]):
                starts += begun
    return starts


def apart(claims: Claims, retells: Sequence[int | None], report: ReportTimes) -> list[int | None]:
    """What each claim retells; one of before, told behind the news, does not retell it."""
    starts = frozenset(turns(report))
    return [
        None if told is not None and claims[n].sentence.start in starts and _behind(n, told, claims) else told
        for n, told in enumerate(retells)
    ]


def _behind(number: int, told: int, claims: Claims) -> bool:
    """Whether a claim with a time of its own stands behind one without, in another sentence."""
    claim, news = claims[number], claims[told]
    return bool(claim.times) and not news.times and news.sentence.end <= claim.sentence.start


def next_turn(starts: list[int], at: int) -> int | None:
    """Where a report turns first behind a position."""
    number = bisect_left(starts, at)
    return starts[number] if number < len(starts) else None


def _is_before(item: TimeInText, news: dt.date) -> bool:
    """Whether an expression dates what was before a day, or in a week or longer that was over or begun before it."""
    dates = item.names_date and item.timex.relation not in _BOUNDING
    first, last = item.interval.earliest, item.interval.latest
    if not dates or first is None or last is None or last == OPEN:
        return False
    return last_day(last) < news or ((len(first) < DAY or first != last) and first_day(first) < news)
