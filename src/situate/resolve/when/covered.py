"""The days that a report covers: "Situation Report No. 31 (1–7 November)", "Reporting period: 1 to 10 June".

What such a report tells without a day was in these days, not on the day on which it came out: a bulletin of a week adds
up a week. So was what stands in a paragraph that has named no day so far, whatever day it or another names elsewhere.
Its "Thursday" is that of the week which it covers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from situate.model.claim import Claim
from situate.model.interval import UNKNOWN_INTERVAL, Interval, last_day
from situate.resolve.when.report_times import ReportTimes, TimeInText

_HEAD = 500  # letters in which a report says what it covers
_LINE = 160  # letters of the longest line that is a heading
_LONGEST = 100  # days; who covers more than a quarter tells of no day by that
_WEEK, _A_WEEK = dt.timedelta(days=6), dt.timedelta(days=7)
_KIND = re.compile(
    r"\b(?:reports?|updates?|bulletins?|digest|snapshot|overview|sitreps?|summary|barometer|review|brief(?:ing)?|toll|log"
    r"|violations|abuses|highlights|tracker|monitor(?:ing)?|round-?up|weekly|monthly|week|period|no\.?\s?\d+|#\s?\d+)\b",
    re.IGNORECASE,
)
_COVERS = re.compile(
    r"\b(?:(?:report(?:ing)? )?period(?: (?:covered|under review))?"
    r"|cover(?:s|ed|ing)(?: the)?(?: week| month| days| events)?)"
    r"(?:\s(?:from|of|is|was))?[\s:(–-]*(?:from\s)?(?:\d{1,2}\s?(?:to|[–-])\s?)?$",
    re.IGNORECASE,
)
_WEEK_TO = re.compile(r"\bweek (?:ending|ended|to)(?: on)?[\s:]*$", re.IGNORECASE)
_THEN = re.compile(
    r"(?:(?:in|during|over|throughout|within|for) )?(?:the|this) (?:report(?:ing)? )?(?:period|week|month)"
    r"(?: (?:under review|covered|in question))?",
    re.IGNORECASE,
)
_FROM_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?(?:to|until|through|[–-])\s?$")
_UP_TO = re.compile(r"\s?(?:to|until|through|and|[–—-])\s?")


def in_covered_days(claims: Iterable[Claim], report: ReportTimes) -> Iterator[Claim]:
    """The claims in order; those that no words date have the days that the report covers, if it says which."""
    covered = covered_days(report) or (UNKNOWN_INTERVAL if _covers_long(report) else None)
    for claim in claims:
        if covered is None:
            yield claim
        elif covered.known:
            undated = _is_undated(claim, report)
            yield replace(claim, interval=covered) if undated else _in_that_week(claim, covered, report)
        else:
            guessed = claim.interval.basis == "publication" and _is_undated(claim, report)
            yield replace(claim, interval=covered) if guessed or _of_an_end(claim, report) else claim


def _of_an_end(claim: Claim, report: ReportTimes) -> bool:
    """Whether all that dates a claim below the head is one end of what that covers."""
    told = (claim.interval.earliest, claim.interval.latest)
    ends = {(one.interval.earliest, one.interval.latest) for run in _runs(report) for one in run}
    below = all(claim.trigger.span.start > one.timex.end for run in _runs(report) for one in run)
    return below and told in ends and not claim.fillers("time", "duration")


def _covers_long(report: ReportTimes) -> bool:
    """Whether the head of a report says that it covers more than tells a day: "July 2016 - January 2017"."""
    for a, b in _runs(report):
        begun, ended = a.interval.first, b.interval.last
        long = begun is not None and ended is not None and ended - begun > dt.timedelta(days=_LONGEST)
        said = _COVERS.search(report.text[max(0, a.timex.start - 60) : a.timex.start]) is not None
        if (
            long
            and ended is not None
            and _is_over(ended.replace(day=1), report)
            and (said or _heads(a.timex.start, b, report))
        ):
            return True
    return False


def _runs(report: ReportTimes) -> list[tuple[TimeInText, TimeInText]]:
    """The times in the head of a report that run from the one to the other."""
    found = [item for item in report.near(0, _HEAD) if item.timex.end <= _HEAD]
    return [(a, b) for a, b in pairwise(found) if _UP_TO.fullmatch(report.text[a.timex.end : b.timex.start])]


def _in_that_week(claim: Claim, covered: Interval, report: ReportTimes) -> Claim:
    """A claim that a day of the week dates, in the week that its report covers and not in that of its publication."""
    day, first, last = claim.interval.first, covered.first, covered.last
    if day is None or first is None or last is None or claim.sentence is None or not claim.interval.one_day:
        return claim
    before = day - _A_WEEK
    named = re.search(rf"\b{day:%A}\b", claim.sentence.of(report.text)) is not None
    if claim.interval.basis != "relative" or not named or day <= last or not first <= before <= last:
        return claim
    told = replace(claim.interval, earliest=before.isoformat(), latest=before.isoformat())
    return replace(claim, interval=told)


def covered_days(report: ReportTimes) -> Interval | None:
    """The days that the head of a report says it covers, its own the last at most; ``None`` where it says none."""
    found, pairs = [item for item in report.near(0, _HEAD) if item.timex.end <= _HEAD], _runs(report)
    ends = {one.timex.start for pair in pairs for one in pair}  # of "July 2016 – January 2017" neither is all of it
    alone = [item for item in found if item.timex.start not in ends]
    told = [(a.timex.start, a, b) for a, b in pairs] + [(item.timex.start, item, item) for item in alone]
    for at, first, last in sorted(told, key=lambda one: (one[0], -one[2].timex.end)):
        days = _days(first, last, report)
        if days is not None and (_COVERS.search(report.text[max(0, at - 60) : at]) or _heads(at, last, report)):
            return days
        week = _WEEK_TO.search(report.text[max(0, at - 40) : at]) and last.interval.within_a_day
        if week and (day := last.interval.last) is not None and _is_over(day, report):
            return _interval(day - _WEEK, day)
    return None


def _days(first: TimeInText, last: TimeInText, report: ReportTimes) -> Interval | None:
    """The days from one time to another, or of one that is more than a day; "1 to 7 November" is read from its end."""
    begun, ended = first.interval.first, last.interval.last
    if begun is None or ended is None:
        return None
    number = _FROM_DAY.search(report.text[max(0, first.timex.start - 12) : first.timex.start])
    if number is not None and first is last and first.interval.within_a_day and 0 < int(number[1]) < begun.day:
        begun = begun.replace(day=int(number[1]))
    if not dt.timedelta() < ended - begun <= dt.timedelta(days=_LONGEST) or not _is_over(ended, report):
        return None
    return _interval(begun, ended)


def _interval(first: dt.date, last: dt.date) -> Interval:
    return Interval(earliest=first.isoformat(), latest=last.isoformat(), precision="day", basis="stated")


def _is_over(day: dt.date, report: ReportTimes) -> bool:
    return report.reference is None or day <= last_day(report.reference)


def _heads(at: int, last: TimeInText, report: ReportTimes) -> bool:
    """Whether a time stands in a heading that names the kind of report, or alone in a line."""
    start, end = report.text.rfind("\n", 0, at) + 1, report.text.find("\n", last.timex.end)
    line = report.text[start : end if end >= 0 else len(report.text)].strip()
    around = report.text[start:at] + report.text[last.timex.end : start + len(line)]
    named = _KIND.search(around) or not re.sub(r"[\W\d_]|to\b", "", around)
    return end >= 0 and len(line) <= _LINE and line[-1:] not in ".!?" and bool(named)


def _is_undated(claim: Claim, report: ReportTimes) -> bool:
    """Whether a claim has no time of its own but "the period", and the day of its report or one from elsewhere."""
    told = claim.interval
    own = [role for role in claim.fillers("time", "duration") if not _THEN.fullmatch(role.evidence.quote)]
    if own or claim.modality != "actual" or not (told.within_a_day or claim.fillers("time")):
        return False
    if told.basis == "publication" or claim.fillers("time"):
        return True
    if claim.same_as is not None or claim.sentence is None:
        return False
    start = report.text.rfind("\n", 0, claim.sentence.start) + 1
    before = report.near(start, claim.sentence.end)
    return not any(item.interval.first == told.first and item.interval.within_a_day for item in before)
