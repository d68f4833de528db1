"""Deeds told by how long before another they were: "abducted the mayor two days before the army came on Monday".

The date is that of the clause behind "before", or of the deed; the other is counted from it. A week is about a week.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from situate.model.interval import DAY, Interval, first_day
from situate.model.span import Span
from situate.resolve.when.counted_back import DAYS, around
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length

_BEFORE = re.compile(r"\s+before\s+(?![\d,.;:])", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[,;:]\s|\s(?:but|while|after|when|which)\s|\sand\s(?!the\s|[A-Z])")


@dataclass(frozen=True, slots=True)
class _Count:
    """A length before "before": where it stands, the clause behind it, and how many of which unit (none: vague)."""

    length: Span
    clause: Span
    amount: float | None
    unit: str


def counted_before(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When the deeds were of a sentence that counts how long one was before another, by number."""
    told: dict[int, Interval] = {}
    together: dict[Span, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.modality == "actual":
            together[claim.sentence].append(number)
    for sentence, here in together.items():
        for count in _counts(sentence, report) if len(here) > 1 else ():
            inside = [n for n in here if count.clause.covers(claims[n].trigger)]
            deeds = [n for n in here if claims[n].kind != "state"]
            beside = [n for n in deeds if claims[n].trigger.end <= count.length.start]
            beside = beside or [n for n in deeds if claims[n].trigger.start >= count.clause.end]
            if inside and beside:
                told |= _counted(count, inside, beside, claims, found, report)
    return told


def _counts(sentence: Span, report: ReportTimes) -> Iterator[_Count]:
    for item in report.inside(sentence):
        meaning = item.timex.meaning
        joint = _BEFORE.match(report.text, item.timex.end, sentence.end)
        if not isinstance(meaning, Length) or item.timex.mod is not None or joint is None:
            continue
        if item.timex.relation is not None:
            continue  # "shelled it for two days before …" tells how long
        ends = _CLAUSE_ENDS.search(report.text, joint.end(), sentence.end)
        clause = Span(joint.end(), ends.start() if ends else sentence.end)
        exact = meaning.high is not None and meaning.high == meaning.low and meaning.unit in DAYS
        yield _Count(item.span, clause, meaning.high if exact else None, meaning.unit)


def _counted(
    count: _Count, inside: list[int], beside: list[int], claims: Claims, found: Found, report: ReportTimes
) -> dict[int, Interval]:
    then = _day_in(count.clause, report)
    if then is not None:
        if report.day is not None and then > report.day and report.published is not None:
            return {n: report.published for n in beside if (found[n].latest or "") >= then}  # "hours before it begins"
        main = [n for n in beside if not _has_its_own(claims[n], count, report)]
        return dict.fromkeys(main, around(then, count.amount, count.unit)) if count.amount is not None else {}
    sentence = claims[inside[0]].sentence
    first = _day_in(Span(sentence.start, count.length.start), report)
    if first is None or count.amount is None:
        return {}
    later = _ordered(around(first, -count.amount, count.unit))
    same = [
        n for n in inside if (found[n].earliest or "")[:DAY] == first and not _has_its_own(claims[n], count, report)
    ]
    return dict.fromkeys(same, later) if _is_over(later, report) else {}


def _ordered(interval: Interval) -> Interval:
    first, last = sorted((interval.earliest or "", interval.latest or ""))
    return replace(interval, earliest=first, latest=last)


def _has_its_own(claim: ClaimTime, count: _Count, report: ReportTimes) -> bool:
    """Whether a claim has a date outside the count and its clause."""
    items = (i for span in claim.times for i in report.near(span.start, span.end) if i.span.overlaps(span))
    dates = (i for i in items if i.names_date and i.interval.known and i.span != count.length)
    return any(not count.clause.covers(i.span) for i in dates)


def _day_in(span: Span, report: ReportTimes) -> str | None:
    """The one day that a stretch names."""
    days = {(i.interval.earliest or "")[:DAY] for i in report.inside(span) if i.names_date and i.interval.within_a_day}
    return days.pop() if len(days) == 1 else None


def _is_over(interval: Interval, report: ReportTimes) -> bool:
    return report.day is None or first_day(interval.earliest or "") <= first_day(report.day)
