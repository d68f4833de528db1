"""What is told since a deed whose day stands elsewhere: "since the town fell", "since the operation began".

A deed behind "since" lies behind the report: it is no news of its day, but what was told before with a date, if one of
its type was. What has happened since lasts from then up to the report; what is only the worst or first since is no
more than itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, OPEN, UNKNOWN_INTERVAL, Interval, first_day
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length, Shifted
from situate.text.times.resolve import resolve

_BEHIND_SINCE = re.compile(
    r"\bsince\s(?:(?!(?:has|have|had|been|and|but|while|that|when)\b)[\w’'‑-]+\s){0,5}$", re.IGNORECASE
)
_HAS_SINCE = re.compile(r"\b(?:has|have)\s(?:\w+\s)?since\s", re.IGNORECASE)
# "The deadliest raid since the town fell", "for the first time since": measured by it, and no longer than itself.
_MOST = re.compile(
    r"\b(?:first|last|second|third|\w+th|only|worst|most|(?!(?:inter|prot|requ|arr|for)est)\w{3,}est)\b", re.IGNORECASE
)
FIGHT = r"(?:campaign|operation|offensive|assault|attack|battle|fighting|fight|bombardment|siege|onslaught)s?"
_START = r"(?:began|begun|beginning|start(?:ed|ing)?|launch(?:ed|ing)?)"
_A_FIGHT_BEGAN = re.compile(rf"\b{FIGHT}\b.*\b{_START}\b|\b{_START}\b.*\b{FIGHT}\b", re.IGNORECASE)
_WAR = r"(?:war|conflict|uprising|revolt|revolution|rebellion|insurgency|crisis)"
_NO_WAR = rf"(?:(?!\b{_WAR}\b)[^.;])"
# "The operation began on …", "fighting erupted in the north on …", "launched an offensive on the town on …".
_BEGAN_ON = re.compile(
    rf"\b{FIGHT}\b{_NO_WAR}{{0,60}}\b(?:{_START}|broken?\sout|erupted)\b[^.,;]{{0,40}}$"
    rf"|\b{_START}\b{_NO_WAR}{{0,40}}\b{FIGHT}\b[^.,;]{{0,40}}$",
    re.IGNORECASE,
)
_AROUND = 120  # letters before a date in which it is told what began then
_CLAUSE = 40  # letters behind the role in which its clause goes on: "since rebels launched a campaign from …"
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
_STOP = re.compile(r"[.,;]")
_IT_IS = re.compile(
    r"\bit(?:['’]s| is| was| has| had)(?: now)?(?: been)? (?:(?:just|only|almost|nearly|over|about) )?$", re.IGNORECASE
)
_SINCE = re.compile(r"\ssince\s", re.IGNORECASE)
_HAS_PASSED = re.compile(r"\s(?:have|has) (?:now )?(?:passed|elapsed|gone by) since\s", re.IGNORECASE)


def since_a_deed(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of deeds behind "since", and of what has happened since them, by the number of the claim."""
    counted = {n: when for n, claim in enumerate(claims) if (when := _so_long_ago(claim, report)) is not None}
    deeds = {
        n: _as_told(n, claims, found) for n in range(len(claims)) if _is_behind(n, claims, found, report)
    } | counted
    now, day = {**found, **deeds}, report.day
    if day is None:
        return deeds
    since = {}
    for number, claim in enumerate(claims):
        if _is_undated(claim, now[number]):
            told = (_begun(span, claims, now, report) for span in claim.times if _since(span, claim, report))
        elif claim.happened and now[number].latest != OPEN:
            told = (_deed_behind(span, claim, claims, now, report) for span in claim.times)
        else:
            continue
        begun = next(filter(None, told), None)
        if begun is not None and first_day(begun) < first_day(day):
            since[number] = Interval(
                earliest=begun, latest=OPEN if claim.kind == "state" else day, precision="day", basis="relative"
            )
    return deeds | since


def _so_long_ago(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """When a deed was since which so long has passed: "it is five weeks since the raid", "a year has passed since"."""
    if claim.modality != "actual":
        return None
    text = report.text
    for item in report.inside(claim.before):
        length = item.timex.meaning
        if not isinstance(length, Length) or length.high is None or length.low != length.high:
            continue
        since = _HAS_PASSED.match(text, item.timex.end, claim.trigger.start)
        if since is None and _IT_IS.search(text, claim.sentence.start, item.timex.start):
            since = _SINCE.match(text, item.timex.end, claim.trigger.start)
        if since is None or _STOP.search(text, since.end(), claim.trigger.start):
            continue
        ago = Shifted(amount=-length.high, unit=length.unit, aligned=False)
        told = resolve(replace(item.timex, meaning=ago), report.reference)
        return Interval(earliest=told.earliest, latest=told.latest, precision=told.precision, basis=told.basis)
    return None


def _is_undated(claim: ClaimTime, interval: Interval) -> bool:
    """Whether what happened has no date of its own."""
    return claim.asserted and not interval.told and interval.latest != OPEN


def _is_behind(number: int, claims: Claims, found: Found, report: ReportTimes) -> bool:
    """Whether a happening that has but the day of its report stands in a clause that "since" opens."""
    claim, before = claims[number], claims[number].before.of(report.text)
    behind = found[number].basis == "publication" and claim.happened and _BEHIND_SINCE.search(before) is not None
    return behind and not _HAS_SINCE.search(before)


def _as_told(number: int, claims: Claims, found: Found) -> Interval:
    """The time of the last happening of its type that was told before a deed with a date; else none."""
    at, kind = claims[number].trigger.start, claims[number].type
    alike = [n for n, other in enumerate(claims) if other.type == kind and other.trigger.end <= at]
    dated = [n for n in alike if claims[n].modality == "actual" and found[n].told and found[n].within_a_day]
    last = max(dated, key=lambda n: claims[n].trigger.start, default=None)
    return replace(found[last], basis="relative") if last is not None else UNKNOWN_INTERVAL


def _since(span: Span, claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether words of a claim say since which deed it was, and name no date."""
    if any(item.interval.known for item in report.near(span.start, span.end) if item.span.overlaps(span)):
        return False
    return _opens_with_since(span, claim, report)


def _opens_with_since(span: Span, claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether words of a claim say since when it was, and not that it was the worst or the first since then."""
    if not span.of(report.text).casefold().startswith("since "):
        return False
    before = report.text[max(claim.sentence.start, claim.trigger.start - _CLAUSE) : claim.trigger.start]
    between = report.text[claim.trigger.end : span.start] if claim.trigger.end < span.start else ""
    return not _MOST.search(before) and not _MOST.search(between)


def _deed_behind(span: Span, claim: ClaimTime, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """When the deed was that words behind "since" tell, where no other date stands there than its own."""
    if not _opens_with_since(span, claim, report) or _is_inside(claim, span, report):
        return None
    begun = _inside(span, claims, found, report)
    if begun is None or _WHEN.search(report.text, span.start, claims[begun].trigger.start):
        return None
    known = {i.resolved.earliest for i in report.near(span.start, span.end) if i.span.overlaps(span)} - {None}
    day = found[begun].earliest
    return day[:DAY] if day is not None and known <= {day} else None


def _begun(span: Span, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """When the deed was that words behind "since" tell: by a claim in them, one that they name again, or its start."""
    words, small = span.of(report.text), report.small
    before = [n for n in _dated(claims, found) if claims[n].trigger.end <= span.start]
    again = [n for n in before if claims[n].trigger.of(small) in words.lower().split()]
    inside = _inside(span, claims, found, report)
    meant = inside if inside is not None else max(again, key=lambda n: claims[n].trigger.start, default=None)
    if meant is not None:
        return (found[meant].earliest or "")[:DAY]
    if not _A_FIGHT_BEGAN.search(words):
        return None
    return fight_begun(report)


def _dated(claims: Claims, found: Found) -> list[int]:
    return [n for n, one in found.items() if one.told and one.earliest and claims[n].kind != "state"]


def _inside(span: Span, claims: Claims, found: Found, report: ReportTimes) -> int | None:
    """The first dated claim of the clause that some words open."""
    return next((n for n in _dated(claims, found) if _is_inside(claims[n], span, report)), None)


def _is_inside(claim: ClaimTime, span: Span, report: ReportTimes) -> bool:
    at = claim.trigger.start
    return span.start < at < span.end + _CLAUSE and not _STOP.search(report.text, span.start, at)


def fight_begun(report: ReportTimes) -> str | None:
    """When the one fight began of which a report tells that; ``None`` where it tells of none or of several."""
    begun = {i.resolved.earliest for i in report.found if _began_on(i, report)}
    return begun.pop() if len(begun) == 1 else None


def _began_on(item: TimeInText, report: ReportTimes) -> bool:
    """Whether an expression tells when a fight began, and not the whole war."""
    before = report.text[max(0, item.timex.start - _AROUND) : item.timex.start]
    return item.resolved.earliest is not None and _BEGAN_ON.search(before) is not None
