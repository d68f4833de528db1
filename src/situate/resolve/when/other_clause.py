"""Dates that a reader gives to a claim, and that stand in another clause: "has lost the land that it took in 2014".

What is told in the perfect is of no date that is over: the clause in which such a date stands tells of another deed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from situate.model.interval import first_day, last_day
from situate.resolve.when.relations import in_roles, reaches
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime
from situate.text.times.meaning import Calendar

_OVER = dt.timedelta(days=31)  # before a report: what it tells in the perfect then is no news
_IT_DID = re.compile(
    r"\b(?:it|they|he|she|we)\s(?!has\b|have\b)(?:[\w’'-]+\s){1,5}(?:in|on)\s$|\b(?:after|when)\s[^;.]{3,150}$"
)
_SINCE = re.compile(r"\bsince\b")


def without_others(claims: Claims, report: ReportTimes) -> list[ClaimTime]:
    """The claims without the times of other clauses."""
    if report.day is None:
        return list(claims)
    before = first_day(report.day) - _OVER
    return [_without(claim, before, report) if claim.tense == "perfect" and claim.times else claim for claim in claims]


def _without(claim: ClaimTime, before: dt.date, report: ReportTimes) -> ClaimTime:
    others = [i for i in in_roles(claim, report) if _is_of_another(claim, i, before, report)]
    kept = tuple(span for span in claim.times if not any(reaches(span, item, report) for item in others))
    return claim if len(kept) == len(claim.times) else replace(claim, times=kept)


def _is_of_another(claim: ClaimTime, item: TimeInText, before: dt.date, report: ReportTimes) -> bool:
    dated = isinstance(item.timex.meaning, Calendar) and item.timex.relation not in {"since", "until", "by"}
    latest = item.interval.latest
    if not dated or item.timex.start < claim.trigger.end or latest is None or latest == "open":
        return False
    between = report.text[claim.trigger.end : item.timex.start]
    return last_day(latest) < before and _IT_DID.search(between) is not None and not _SINCE.search(between)
