"""Happenings without a date that a report remembers or judges: they lie behind it, and are no news of its day.

"He was convicted of the killing", "on the anniversary of the attack". Where nothing tells their day, they have no date;
"Friday marks two years since the town fell" tells the year.
"""

from __future__ import annotations

import re

from situate.model.interval import DAY, MONTH, UNKNOWN_INTERVAL, YEAR, Interval, TimePrecision
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length
from situate.text.times.resolve import start_of

_WORD = r"(?!(?:by|with|when|after|before|and|but)\b)[\w’'‑-]+"
# "The day he was murdered was not the first", "on the anniversary of the attack", "in memory of those killed".
_REMEMBERED = re.compile(
    r"\bthe (?:day|night|morning) (?:that |when )?(?:[\w’'‑-]+ ){1,4}(?:was|were) $"
    rf"|\b(?:anniversary|commemoration|remembrance) of (?:{_WORD} ){{0,3}}$"
    rf"|\b(?:in memory of|commemorat\w+|remember(?:ing|ed|s)?|memorial (?:to|for)) (?:{_WORD} ){{0,6}}$"
)
_MARKS = re.compile(rf"\bmark(?:s|ed|ing)? (?:{_WORD} ){{0,2}}$")
_SINCE = re.compile(rf" since (?:{_WORD} ){{0,8}}")
# What courts and relatives speak of lies behind them: "convicted of the killing", "the families of the abducted". Of 20
# such deeds without a date of their own in annotated reports, 2 were news of the day.
_JUDGED = re.compile(
    r"\b(?:convicted (?:of|for|in|over)|guilty (?:of|to)|charged (?:with|in|over)|indicted (?:for|on|over)|acquitted of"
    r"|(?:sentenced|jailed|tried|imprisoned|prosecuted|trial|extradited|wanted) (?:for|over)|charges of"
    r"|(?:justice|accountab\w+|punish\w*|impunity|compensation) (?:for|of))"
    r" (?:[\w’'‑-]+ ){0,5}$"
)
# Not what they do now: "the relatives of the missing protested".
_MOURNED = re.compile(
    r"\b(?:famil(?:y|ies)|relatives?|mothers?|fathers|wives|widows?|parents|friends?|graves?) of (?:[\w’'‑-]+ ){0,5}$"
)
_COARSE = {"year": YEAR, "month": MONTH}  # what a length of years or months tells of the time before it
_THEIR_OWN = frozenset({"protest", "displace", "return", "talks"})


def looked_back_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of happenings that have the day of their report, or that of their anniversary, by number: none,
    or what the words tell behind them, or the year that is so long before.
    """
    changed: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if not claim.happened:
            continue
        since = _year_counted(claim, report)
        if since is not None:
            changed[number] = since
        elif found[number].basis == "publication":
            changed |= {number: UNKNOWN_INTERVAL} if _lies_behind(claim, report) else {}
        elif _has_day_of_memory(claim, found[number], report):
            changed[number] = _told_behind(claim, report)
    return changed


def _year_counted(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The year or month of what "Friday marks two years since the town fell" tells."""
    for item in report.inside(claim.before):
        meaning = item.timex.meaning
        if not isinstance(meaning, Length) or meaning.low != meaning.high or meaning.unit not in _COARSE:
            continue
        if not _SINCE.fullmatch(report.small, item.timex.end, claim.trigger.start):
            continue
        days = [i for i in report.inside(claim.before) if i.timex.end <= item.timex.start and i.interval.within_a_day]
        if not days or not _MARKS.search(report.small, days[-1].timex.end, item.timex.start):
            continue
        begun = start_of(meaning.high, meaning.unit, (days[-1].interval.earliest or "")[:DAY])
        if begun is not None:
            told = begun[: _COARSE[meaning.unit]]
            precision: TimePrecision = "month" if len(told) == MONTH else "year"
            return Interval(earliest=told, latest=told, precision=precision, basis="relative")
    return None


def _has_day_of_memory(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether a deed has the day on which it is remembered ("Today marks the anniversary of the raid")."""
    day = (interval.earliest or "")[:DAY]
    told = [i for i in report.inside(claim.before) if (i.interval.earliest or "")[:DAY] == day]
    return interval.within_a_day and bool(told) and _REMEMBERED.search(claim.before.of(report.small)) is not None


def _told_behind(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The one time that a claim's own words name behind it, if they do."""
    behind = [i for i in in_roles(claim, report) if i.timex.start >= claim.trigger.end and i.interval.known]
    return behind[0].interval if len(behind) == 1 else UNKNOWN_INTERVAL


def _lies_behind(claim: ClaimTime, report: ReportTimes) -> bool:
    before = claim.before.of(report.small)
    mourned = claim.type not in _THEIR_OWN and _MOURNED.search(before) is not None
    return mourned or bool(_REMEMBERED.search(before) or _JUDGED.search(before))
