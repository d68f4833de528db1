"""Dates that a clause takes from the words that open it: "in 2014, when they took it"; "after a two-month battle".

"When" right after a date opens a clause that tells what was then: of 65 happenings so told in annotated reports 54 have
that date. What lasted so long and is over ("after a two-month battle", "ending a three-day siege") ended with what its
sentence tells as having come then, and is counted back from it, not from the report.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, Interval
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Calendar, Length
from situate.text.times.resolve import start_of

_WHEN = re.compile(r",?\swhen\s(?P<words>(?:(?!(?:and|but|or|after|before|until)\b)[\w’'‑-]+\s){0,8})", re.IGNORECASE)
# "Police seized him at the port when he came back in May": then he was seized.
_WHEN_SOMEBODY = re.compile(r"\s[^;.,]{0,90}\bwhen (?:he|she|they|it) (?:[\w’'‑-]+ ){1,5}(?:in |on )?")
_SUBJECT = 3  # words between "when" and a state: "when it stormed their headquarters" tells of another deed
_OVER = re.compile(
    r"\b(?:after|following|end(?:ed|ing|s)?(?: of)?)\s(?:(?:a|an|the|its|their|some|nearly|almost|about|over|more than"
    r"|less than)\s)*(?:[\w‑-]+\s)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:[ ‑-]long)?(?:\sof)?\s(?:(?!(?:and|after|before)\b)[\w’'‑-]+\s){0,2}", re.IGNORECASE)
_WHEN_THEN = re.compile(r",?\swhen\s[^;.:]{1,80}")
_BEFORE = 60  # letters before a length in which it is said that it is over


def opened_by_a_date(claims: Claims, report: ReportTimes) -> dict[int, Interval]:
    """The dates of what is told in a clause that "when" joins to a date, by the number of the claim."""
    found = {}
    for number, claim in enumerate(claims):
        told = in_roles(claim, report) if claim.times else ()
        if claim.modality != "actual" or not all(isinstance(item.timex.meaning, Length) for item in told):
            continue  # how long it lasted says nothing of when
        item = joined_by_when(claim, report)
        if item is not None:
            first, last = item.resolved.earliest, item.resolved.latest
            found[number] = replace(item.interval, earliest=first, latest=last, basis="relative")
    return found


def joined_by_when(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The date that "when" joins to the clause of a claim, if it does."""
    for item in report.inside(claim.before):
        if item.span == report.dateline:
            continue
        dates = item.dated
        joint = _WHEN.fullmatch(report.text, item.timex.end, claim.trigger.start) if dates else None
        if joint is not None and (claim.kind != "state" or len(joint["words"].split()) <= _SUBJECT):
            return item
    if claim.kind == "state" or claim.tense != "past":
        return None
    after = (i for i in report.inside(claim.sentence) if i.timex.start >= claim.trigger.end and i.interval.known)
    first = next(after, None)
    if first is None or not isinstance(first.timex.meaning, Calendar) or first.timex.relation == "since":
        return None
    return first if _WHEN_SOMEBODY.fullmatch(report.text, claim.trigger.end, first.timex.start) else None


def over_by_then(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of what lasted so long and had ended on the day of another claim of its sentence, by number."""
    ended: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        length = _length_before(claim, report) if claim.modality == "actual" else None
        if length is None and claim.tense == "pluperfect" and claim.modality == "actual":
            ended |= _up_to_then(number, claim, report)
            continue
        meaning = length.timex.meaning if length is not None else None
        if length is None or not isinstance(meaning, Length) or meaning.high is None:
            continue
        if any(length.timex.end <= other.trigger.start < claim.trigger.start for other in claims):
            continue  # "after a three-week siege rebels took": so long was the siege
        day = _day_of_the_end(length, claim, claims, found, report)
        begun = start_of(meaning.high, meaning.unit, day) if day is not None else None
        if begun is not None:
            ended[number] = Interval(earliest=begun, latest=day, precision="day", basis="relative")
    return ended


def _up_to_then(number: int, claim: ClaimTime, report: ReportTimes) -> dict[int, Interval]:
    """ "Had been besieged for six weeks when they broke through on Sunday": for the six weeks before Sunday."""
    here = [i for i in report.inside(claim.sentence) if i.timex.start >= claim.trigger.end]
    for item in here:
        length = item.timex.meaning
        if not isinstance(length, Length) or length.high is None or item.timex.relation != "for":
            continue
        days = [
            i for i in here if i.interval.one_day and _WHEN_THEN.fullmatch(report.text, item.timex.end, i.timex.start)
        ]
        day = (days[0].interval.latest or "")[:DAY] if len(days) == 1 else None
        begun = start_of(length.high, length.unit, day) if day is not None else None
        if begun is not None:
            return {number: Interval(earliest=begun, latest=day, precision="day", basis="relative")}
    return {}


def _length_before(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The length of what a claim tells, right before its trigger, where the words say that it is over."""
    for item in report.inside(claim.before):
        if item.timex.mod is not None:
            continue
        of_it = _OF.fullmatch(report.text, item.timex.end, claim.trigger.start)
        left = report.text[max(claim.sentence.start, item.timex.start - _BEFORE) : item.timex.start]
        if isinstance(item.timex.meaning, Length) and of_it and _OVER.search(left):
            return item
    return None


def _day_of_the_end(
    length: TimeInText, claim: ClaimTime, claims: Claims, found: Found, report: ReportTimes
) -> str | None:
    """The day of the claim that a sentence tells last before a length, or else next behind it, where it names that."""
    beside = [
        n
        for n, other in enumerate(claims)
        if other.sentence == claim.sentence and other is not claim and other.modality == "actual"
    ]
    before = [n for n in beside if claims[n].trigger.end <= length.timex.start]
    last = max(before, key=lambda n: claims[n].trigger.start, default=None)
    if last is None:
        behind = (n for n in beside if claims[n].trigger.start >= claim.trigger.end)
        last = min(behind, key=lambda n: claims[n].trigger.start, default=None)
    if last is None or claims[last].kind == "state" or not found[last].within_a_day:
        return None
    day = (found[last].latest or "")[:DAY]
    here = (i.interval for i in report.inside(claim.sentence))
    return day if any(i.within_a_day and (i.latest or "")[:DAY] == day for i in here) else None
