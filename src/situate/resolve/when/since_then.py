"""What goes on since a time that its sentence tells: wars that began then, what has happened since.

"People have been killed since the war began in 2011": the war goes on. "The caliphate was proclaimed in 2014; thousands
have since been jailed": from 2014 to the report. Of 15 wars so told in annotated reports 11 go on, the others are given
the year alone; of 17 happenings told by "has since", 14 last from the time told before to the report or shortly before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, MONTH, OPEN, YEAR, Interval, first_day
from situate.resolve.when.relations import began_then
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import TOLLS, Claims, ClaimTime, Found, by_a_war, of_a_war

_WAR = re.compile(r"(?:(?:civil|armed) )?(?:war|conflict|uprising|revolt|rebellion|insurgency)", re.IGNORECASE)
_BEGAN = r"(?:began|begun|beginning|started|starting|erupted|erupting|broke out|breaking out)\b"
_BEGAN_IN = re.compile(rf",?\s(?:(?:which|that|had|has|first)\s)*{_BEGAN}[^.;]{{0,60}}", re.IGNORECASE)
_WHEN = re.compile(r",?\swhen\s(?:(?:the|its|their|this|that)\s)?(?:\w+\s)?", re.IGNORECASE)
_THEN_BEGAN = re.compile(rf"\s(?:\w+\s)?{_BEGAN}", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\b(?:since|has|have)\b", re.IGNORECASE)
_HAS_SINCE = re.compile(r"\b(?:has|have)\s(?:(?:\w+ly|also)\s)?since\s(?:\w+\s){0,3}$", re.IGNORECASE)
_SINCE = re.compile(
    r"\s(?:[\w’'‑-]+\s){0,3}since(?=[,.;:)])", re.IGNORECASE
)  # "of the 26 evacuated since, none came back"
_SENTENCES = 2  # with that of "since": there stands the time that it means


def since_then(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of what goes on, or has happened, since a time that is told, by the number of the claim."""
    since: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.asserted:
            told = _of_a_war(claim, report) or _has_since(claim, report) or _toll(claim, found[number], report)
            since |= {number: told} if told is not None else {}
    return since


def _of_a_war(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    text, sentence = report.text, claim.sentence
    if claim.type != "clash" or not _WAR.fullmatch(claim.trigger.of(text)) or not _UP_TO_NOW.search(sentence.of(text)):
        return None
    then_began = _THEN_BEGAN.match(text, claim.trigger.end) is not None
    for item in report.near(sentence.start, sentence.end):
        after = _BEGAN_IN.fullmatch(text, claim.trigger.end, item.timex.start)
        before = then_began and _WHEN.fullmatch(text, item.timex.end, claim.trigger.start)  # "2011, when the war began"
        if (after or before) and item.dated:
            return _from(item, OPEN)
    return None


def _has_since(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    has_since = _HAS_SINCE.search(report.text, claim.sentence.start, claim.trigger.start)
    if report.reference is None or not (has_since or _SINCE.match(report.text, claim.trigger.end)):
        return None
    begin = min(report.begun(claim.trigger.start, _SENTENCES), default=claim.sentence.start)
    near = (i for i in report.near(begin, claim.trigger.start) if begin <= i.timex.start < claim.trigger.start)
    told = [i for i in near if i.dated and i.span != report.dateline]
    day = report.reference[:DAY]
    if not told or first_day(told[-1].resolved.earliest or "") > first_day(day):
        return None
    # Fighting since some month goes on; what was done since then was done by the day of the report.
    goes_on = claim.kind == "state" or (claim.type == "clash" and len(told[-1].resolved.earliest or "") <= MONTH)
    return _from(told[-1], OPEN if goes_on else day)


def _toll(claim: ClaimTime, interval: Interval, report: ReportTimes) -> Interval | None:
    """From when a war has had its toll, if that has no date and the report tells elsewhere when the war began."""
    undated = interval.basis in {"publication", "none"} and claim.type in TOLLS and not claim.times
    if not undated or report.reference is None or not (of_a_war(claim) or by_a_war(claim, report)):
        return None
    begun = [item for item in report.found if item.dated and not item.interval.within_a_day and _began(item, report)]
    years = {(item.resolved.earliest or "")[:YEAR] for item in begun}
    return _from(begun[0], report.reference[:DAY]) if len(years) == 1 else None


def _began(item: TimeInText, report: ReportTimes) -> bool:
    return began_then(item, max(report.begun(item.timex.start, 1), default=0), report)


def _from(item: TimeInText, latest: str) -> Interval:
    return replace(item.interval, earliest=item.resolved.earliest, latest=latest, basis="relative")
