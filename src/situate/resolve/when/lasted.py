"""What lasted longer than a day, by the length that its words give it: "after three days of clashes", "a long raid".

No single day holds it all: what has been given one had begun so long before that day. A day that the length is counted
from ("a three-day strike called from Monday on") is the first of it, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from situate.model.interval import Interval, first_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import ClaimTime
from situate.text.times.meaning import Length
from situate.text.times.resolve import start_of

_ELSE = r"and|or|but|after|before|since|when|who|that|which|over|in|on|at|to|from|for|by|with"
_OF_IT = re.compile(rf"(?:[ ‑-](?:long|old))*(?:\sof)?\s(?:(?!(?:{_ELSE})\b)[\w’'‑-]+\s){{0,2}}")
_FOR = re.compile(r"\bfor\s(?:\w+\s){0,2}$", re.IGNORECASE)  # "besieged for two years, the town …": of another clause
_AHEAD = re.compile(
    r"\W+(?:(?:that|which|has|had|is|was|to)\s)*(?:beg[aiu]n|start|call|schedul|plann|propos)\w*", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:more|another|further)\s(?!than\b)", re.IGNORECASE
)  # "after four more days": from what was told
_TERMS = frozenset(
    {"detain", "release", "ceasefire", "agreement"}
)  # the length is that of a sentence, or of what is to be
_UNITS = frozenset({"day", "week", "month", "year"})
_DAY = len("2017-09-05")


def as_long_as_told(
    claims: Sequence[ClaimTime], found: Mapping[int, Interval], report: ReportTimes
) -> dict[int, Interval]:
    """The stretches of what was given one day and is told with a length of several, by the number of the claim."""
    starts = sorted(claim.trigger.start for claim in claims)
    stretched = {}
    for number, claim in enumerate(claims):
        day = (found[number].latest or "")[:_DAY]
        told = claim.modality == "actual" and claim.type not in _TERMS and found[number].within_a_day
        length = _length_of(claim, starts, report) if told and _is_past(day, report) else None
        begun = start_of(length.high, length.unit, day) if length is not None else None
        if begun is not None and first_day(begun) < first_day(day):
            stretched[number] = replace(found[number], earliest=begun, latest=day, precision="day", basis="relative")
    return stretched


def _is_past(day: str, report: ReportTimes) -> bool:
    return report.reference is None or day <= report.reference[:_DAY]


def _length_of(claim: ClaimTime, starts: Sequence[int], report: ReportTimes) -> Length | None:
    """The length right before a trigger that says how many days or more that went on; none that is another claim's."""
    start, end = claim.sentence.start, claim.trigger.start
    for item in report.near(start, end):
        length = item.timex.meaning
        if start <= item.timex.start < item.timex.end <= end and isinstance(length, Length) and length.unit in _UNITS:
            beside = any(item.timex.end <= other < end for other in starts)
            if not beside and _OF_IT.fullmatch(report.text, item.timex.end, end) and not _leads_on(claim, item, report):
                return length
    return None


def _leads_on(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> bool:
    """Whether a length is counted on from a day that was told, or is that of another clause."""
    text = report.text
    counted = _AHEAD.match(text, claim.trigger.end) or _MORE.search(text, item.timex.start, item.timex.end)
    return counted is not None or _FOR.search(text[claim.sentence.start : item.timex.start]) is not None
