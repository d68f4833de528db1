"""What is to be within so long, or in so long: "will leave the town within 48 hours", "in three weeks".

It lies ahead of the report, from its day on. What is asked, promised or threatened with such a term is said on the day
of the report.
"""

from __future__ import annotations

import datetime as dt
import re

from situate.model.interval import Interval, first_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length

_TERM = re.compile(r"\b(?P<which>within|in)\s(?:(?:the\snext|at\smost|about|around|some)\s)?\Z", re.IGNORECASE)
_HOURS = {"hour": 1, "day": 24, "night": 24, "week": 168, "month": 720}
_DAY = 24
_SLACK = {"week": 1, "month": 3}  # days about which a term of so many is exact, for each of them
_SAID = frozenset({"request", "threaten", "promise", "agreement"})
_TO_BE = frozenset({"planned", "possible"})


def by_a_deadline(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The terms of what is to be, and the day of what is said with one, by the number of the claim."""
    told: dict[int, Interval] = {}
    day, published = report.day, report.published
    if day is None or published is None:
        return told
    for number, claim in enumerate(claims):
        term = _term(claim, report)
        if term is None:
            continue
        if claim.modality in _TO_BE and claim.polarity == "positive" and claim.kind != "state":
            told[number] = _ahead(term, day, report)
        elif claim.type in _SAID and claim.modality == "actual" and not _named_day(claim, report):
            told[number] = published
    return told


def _term(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The exact length behind "within" or "in" that the words of a claim hold, or the only one of its sentence."""
    here = [item for item in report.inside(claim.sentence) if _is_term(item, report)]
    own = [item for item in here if any(item.span.overlaps(span) for span in claim.times)]
    said = claim.type in _SAID and claim.modality == "actual"
    alone = here if not claim.times and (said or claim.modality in _TO_BE) else []
    found = own or [item for item in alone if said or item.timex.start >= claim.trigger.end]
    return found[0] if len(found) == 1 else None


def _is_term(item: TimeInText, report: ReportTimes) -> bool:
    length = item.timex.meaning
    if not isinstance(length, Length) or length.unit not in _HOURS or length.high is None or length.low != length.high:
        return False
    return _TERM.search(report.text, max(0, item.timex.start - 30), item.timex.start) is not None


def _named_day(claim: ClaimTime, report: ReportTimes) -> bool:
    items = (i for span in claim.times for i in report.near(span.start, span.end) if i.span.overlaps(span))
    return any(i.names_date and i.interval.known for i in items)


def _ahead(item: TimeInText, day: str, report: ReportTimes) -> Interval:
    length = item.timex.meaning
    assert isinstance(length, Length)
    amount, unit = length.high or 0, length.unit
    last = first_day(day) + dt.timedelta(days=max(1, round(amount * _HOURS[unit] / _DAY)))
    term = _TERM.search(report.text, max(0, item.timex.start - 30), item.timex.start)
    first = first_day(day)
    if term is not None and term["which"].lower() == "in" and unit in {"day", "week", "month"}:
        slack = dt.timedelta(days=_SLACK.get(unit, 0) * int(amount))
        first, last = last - slack, last + slack
    return Interval(earliest=first.isoformat(), latest=last.isoformat(), precision="day", basis="relative")
