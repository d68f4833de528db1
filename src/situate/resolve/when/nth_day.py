"""What goes on and is counted: "day 43 of the siege", "entered its third month", "cut off for a ninth day".

Its first day was the first that was counted, so that on day 43 it began 42 days before. Of a month or a year that is
counted so, the one of the report is the last; a week begins on a day that nobody tells. What was done "for a third day"
had been done on the two days before as well, and nobody says that it goes on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from situate.model.interval import DAY, OPEN, Interval, TimePrecision
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.numbers import ORDINALS, SCALES, SMALL, parse_number, parse_ordinal
from situate.text.times.resolve import start_of

_STATES = frozenset({"besiege", "cut_route", "control", "deprivation", "deny_aid", "restrict", "detain"})
# What is told as having happened, and goes on where it is counted.
_LASTING = frozenset({"assault", "clash", "shelling", "airstrike", "protest", "explosion"})
_TRUCE = "ceasefire"
_NUMBERS, _LAST = "|".join((*SMALL, *SCALES)), "|".join(ORDINALS)
_ORDINAL = rf"(?P<nth>\d{{1,4}}(?:st|nd|rd|th)|(?:(?:{_NUMBERS})[ ‑-](?:and[ ‑-])?){{0,4}}(?:{_LAST}))"
_UNIT = r"(?P<unit>day|week|month|year)\b"
_EACH = r"(?P<unit>day|night)\b"  # which a deed is counted by: "for a second night"
_RUN = r"(?:(?:consecutive|straight|successive|full)\s)?"
_BARE = re.compile(r"\bday\s(?P<nth>\d{1,4}|[a-z]+(?:-[a-z]+)?)\sof\b", re.IGNORECASE)
_OF = re.compile(rf"\b{_ORDINAL}\s{_RUN}{_UNIT}\s(?:of|into)\b", re.IGNORECASE)
_ENTERS = re.compile(
    rf"\b(?:in(?:to)?\s(?:its|their)|(?:enter(?:s|ed|ing)?|beg[aiu]n\w*|mark(?:s|ed|ing)?)\s(?:its|their|the|a|an))"
    rf"\s{_ORDINAL}\s{_RUN}{_UNIT}(?!\sof\b)",
    re.IGNORECASE,
)
_FOR = re.compile(rf"\bfor\s(?:its|their|the|a|an)\s{_ORDINAL}\s{_RUN}{_UNIT}", re.IGNORECASE)
# "For a third day", "for the sixth night running"; "for the second day of the feast" counts the feast.
_AGAIN = re.compile(rf"\bfor\s(?:the|a|an)\s{_ORDINAL}\s{_RUN}{_EACH}(?!\sof\b)", re.IGNORECASE)
_CUT = re.compile(r"[;:]|\b(?:while|as|and|but|when)\b")
_ANOTHER = re.compile(rf"\ban?\s{_ORDINAL}\s{_RUN}{_EACH}\sof\b", re.IGNORECASE)  # "a fourth day of shelling"
_HEADS = re.compile(r"\s(?:(?:the|its|their|this|a|an)\s)?(?:[\w’'-]+\s){0,3}")  # from "of" to what is counted
_REACH = 100  # letters from what is counted to its count in "…, now in its third month"
_PRECISION: Mapping[str, TimePrecision] = {"day": "day", "week": "month", "month": "month", "year": "year"}


def counted_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """Since when goes on what a sentence counts the days of, by the number of the claim; a truce began on that day."""
    counted = {}
    for number, claim in enumerate(claims):
        told = claim.asserted and found[number].basis != "stated"
        if not told or report.reference is None or claim.type not in _STATES | _LASTING | {_TRUCE}:
            continue
        count = _count_of(claim, claims, report.text)
        start = _began(count, _day(claim, report)) if count is not None else None
        if count is not None and start is not None:
            latest = start if claim.type == _TRUCE else OPEN
            precision = _PRECISION[count[1]]
            counted[number] = replace(
                found[number], earliest=start, latest=latest, precision=precision, basis="relative"
            )
    return counted


def on_days_before(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The days on which deeds were done that their sentence counts up to a day, by the number of the claim.

    "Shelled the town for a third day on Monday": from Saturday to Monday. Of 21 deeds so told in annotated reports 11
    are given all the days, 8 the last alone, 2 go on.
    """
    counted = {}
    for number, claim in enumerate(claims):
        day, again = found[number].latest or "", claim.asserted and claim.type not in _STATES | {_TRUCE}
        match = _done_again(claim, claims, report.text) if again else None
        if match is not None and claim.type in _LASTING and match.re is _ANOTHER:
            day = _day(claim, report)
        elif claim.kind == "state" or not found[number].one_day:
            continue
        count = _told(match) if match is not None else None
        begun = start_of(count[0] - 1, "day", day[:DAY]) if count is not None and len(day) >= DAY else None
        if count is not None and count[0] > 1 and begun is not None:
            counted[number] = replace(
                found[number], earliest=begun, latest=day[:DAY], precision="day", basis="relative"
            )
    return counted


def _done_again(claim: ClaimTime, claims: Claims, text: str) -> re.Match[str] | None:
    """The words that count the days of a deed: in its own role of time, before it or behind it in its clause."""
    begin, end = claim.sentence.start, claim.sentence.end
    for match in _ANOTHER.finditer(text, begin, claim.trigger.start):
        if _HEADS.fullmatch(text, match.end(), claim.trigger.start):
            return match
    for match in _AGAIN.finditer(text, begin, end):
        at = Span(match.start(), match.end())
        if any(span.overlaps(at) for span in claim.times) or _is_beside(at, claim, claims, text):
            return match
    return None


def _is_beside(count: Span, claim: ClaimTime, claims: Claims, text: str) -> bool:
    """Whether days that no role holds are counted behind a deed, in its clause, or open its sentence."""
    if any(span.overlaps(count) for other in claims for span in other.times):
        return False
    if claim.trigger.end <= count.start:
        first, last = claim.trigger.end, count.start
    else:
        first, last = count.end, claim.trigger.start
    if _CUT.search(text, first, last) or (last == claim.trigger.start and count.start > claim.sentence.start):
        return False
    return not any(first <= other.trigger.start < last for other in claims if other is not claim)


def _count_of(claim: ClaimTime, claims: Claims, text: str) -> tuple[int, str] | None:
    """Which day, week, month or year of it the sentence of a claim says that it is."""
    begin, end = claim.sentence.start, claim.sentence.end
    for pattern in (_BARE, _OF):
        for match in pattern.finditer(text, begin, claim.trigger.start):
            if _HEADS.fullmatch(text, match.end(), claim.trigger.start):
                return _told(match)
    if claim.type == _TRUCE:
        return None
    for match in _ENTERS.finditer(text, claim.trigger.end, min(end, claim.trigger.end + _REACH)):
        if not any(claim.trigger.end <= other.trigger.start < match.start() for other in claims):
            return _told(match)
    if claim.type not in _STATES:
        return None
    told = _FOR.search(text, begin, end)
    return _told(told) if told else None


def _told(match: re.Match[str]) -> tuple[int, str] | None:
    word = match["nth"].lower()
    unit = match.groupdict().get("unit") or "day"
    parts = re.split(r"[ ‑-]", word)
    last = parse_ordinal(parts[-1])
    if match.re is _BARE:
        count = parse_number(parts)
    elif last is None or (len(parts) > 1 and parse_number(parts[:-1]) is None):
        count = None
    else:
        count = last + (parse_number(parts[:-1]) or 0)
    return (int(count), unit.lower()) if count else None


def _day(claim: ClaimTime, report: ReportTimes) -> str:
    """The day on which it was counted: that of its sentence, if that tells one, else that of the report."""
    near = report.near(claim.sentence.start, claim.sentence.end)
    days = {one.interval.latest for one in near if one.interval.within_a_day and len(one.interval.latest or "") >= 10}
    return (days.pop() if len(days) == 1 else report.reference) or ""


def _began(count: tuple[int, str], day: str) -> str | None:
    number, unit = count
    if unit != "week":
        return start_of(number - 1, unit, day[:10])
    if len(day) < 10:
        return None
    last = dt.date.fromisoformat(day[:10]) - dt.timedelta(weeks=number - 1)
    first = last - dt.timedelta(days=6)
    size = 7 if first.month == last.month else 4
    return last.isoformat()[:size] if first.year == last.year else None
