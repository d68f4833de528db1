"""Lengths of what was over long ago: "he spent two years imprisoned", "was exiled for three years", "the end of the
15-year war", "died within two months of his arrival".

Such a length does not lead up to the report. When it was nobody tells, so the claim has no time.
"""

from __future__ import annotations

import re

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length

_UNITS = frozenset({"month", "year", "decade"})  # of days and weeks a report tells as of what just ended
_ABOUT = r"(?:\w+\s){0,3}"
# "Has spent two years in prison" goes on.
_SPENT = re.compile(
    rf"(?<!has )(?<!have )(?<!already )\b(?:spent|served|spending|serving)\s{_ABOUT}$"
    rf"|\b(?:beginning|start) of\s{_ABOUT}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"\bwithin {_ABOUT}$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|after)\s")
_ENDED = re.compile(r"\b(?:ends? of|close of|ended) (?:the|a|an|its|their|that) $", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were) (?!being\b)(?:\w+ ){0,2}$")
_FOR = re.compile(rf"[^,;.:]{{0,60}}\bfor {_ABOUT}")
_KEPT = frozenset({"detain", "abduct", "restrict", "control", "deploy"})
_FOUGHT = frozenset({"clash", "assault", "protest"})


def long_over(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The claims that have such a length for their time, by number: of a time that is not told."""
    return {
        number: UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if claim.modality == "actual" and _leads_up(found[number], report)
        if any(_is_over(claim, item, report) for item in _lengths(claim, found[number], report))
    }


def _leads_up(interval: Interval, report: ReportTimes) -> bool:
    return interval.earliest is not None and interval.latest in {OPEN, report.day}


def _lengths(claim: ClaimTime, interval: Interval, report: ReportTimes) -> list[TimeInText]:
    """The lengths of a sentence from which its claim has its beginning."""
    return [
        item
        for item in report.inside(claim.sentence)
        if isinstance(length := item.timex.meaning, Length) and (length.unit in _UNITS or item.timex.relation == "over")
        if item.interval.earliest == interval.earliest
    ]


def _is_over(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> bool:
    before = report.text[claim.sentence.start : item.timex.start]
    within = _WITHIN.search(before) is not None and _OF.match(report.text, item.timex.end) is not None
    if within or _SPENT.search(before):
        return True
    if claim.type in _FOUGHT and _ENDED.search(before):
        return True
    kept = claim.type in _KEPT and _WAS.search(claim.before.of(report.text)) is not None
    return kept and _FOR.fullmatch(report.text, claim.trigger.end, item.timex.start) is not None
