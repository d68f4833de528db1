"""Dates that a reader gives to a claim, and that stand in another clause: "has lost the land that it took in 2014".

What is told in the perfect is of no date that is over: the clause in which such a date stands tells of another deed.
"Took Lisk, held by rebels since 2012" tells since when it was held, and "was founded in 2013 and fought in Tarn" when
somebody was founded.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from situate.model.interval import DAY, UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.resolve.when.relations import in_roles, is_of_what_was_held, reaches
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Calendar

_OVER = dt.timedelta(days=31)  # before a report: what it tells in the perfect then is no news
_IT_DID = re.compile(
    r"\b(?:it|they|he|she|we)\s(?!has\b|have\b)(?:[\w’'-]+\s){1,5}(?:in|on)\s$|\b(?:after|when)\s[^;.]{3,150}$"
)
_FOUNDED = re.compile(
    r"\b(?:founded|formed|created|established|set\sup|born|joined|enlisted|recruited|appointed|elected|emerged"
    r"|came\sto\spower|took\soffice)\b(?:\s(?!(?:and|but|who|which|that|when|after)\b)[\w’'-]+){0,6}?\s$"
)
_AND_DID = re.compile(r"(?:,?\s(?:and|before|then|later)\s|,\s)[^;.:]{0,90}")
_SINCE = re.compile(r"\bsince\b")


def without_others(claims: Claims, report: ReportTimes) -> list[ClaimTime]:
    """The claims without the times of other clauses."""
    if report.day is None:
        return list(claims)
    before = first_day(report.day) - _OVER
    return [_without(claim, before, report) if claim.times and claim.kind != "state" else claim for claim in claims]


def not_when_founded(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The claims that have the month or year in which somebody was founded or joined, as their sentence says before
    them, by number: of no time that is told ("was founded in 2013 and fought in Tarn")."""
    return {
        number: UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if claim.happened and claim.tense != "perfect" and 0 < len(found[number].earliest or "") < DAY
        if any(_is_of_founding(claim, item, found[number], report) for item in report.inside(claim.before))
    }


def _is_of_founding(claim: ClaimTime, item: TimeInText, interval: Interval, report: ReportTimes) -> bool:
    later = any(i.timex.start > item.timex.start for i in in_roles(claim, report))
    told = item.interval.earliest == interval.earliest and not later
    led = told and _FOUNDED.search(report.text, claim.sentence.start, item.timex.start) is not None
    return led and _AND_DID.fullmatch(report.text, item.timex.end, claim.trigger.start) is not None


def _without(claim: ClaimTime, before: dt.date, report: ReportTimes) -> ClaimTime:
    others = [
        i
        for i in in_roles(claim, report)
        if is_of_what_was_held(claim, i, report)
        or (claim.tense == "perfect" and _is_of_another(claim, i, before, report))
    ]
    kept = tuple(span for span in claim.times if not any(reaches(span, item, report) for item in others))
    return claim if len(kept) == len(claim.times) else replace(claim, times=kept)


def _is_of_another(claim: ClaimTime, item: TimeInText, before: dt.date, report: ReportTimes) -> bool:
    dated = isinstance(item.timex.meaning, Calendar) and item.timex.relation not in {"since", "until", "by"}
    latest = item.interval.latest
    if not dated or item.timex.start < claim.trigger.end or latest is None or latest == "open":
        return False
    between = report.text[claim.trigger.end : item.timex.start]
    return last_day(latest) < before and _IT_DID.search(between) is not None and not _SINCE.search(between)
