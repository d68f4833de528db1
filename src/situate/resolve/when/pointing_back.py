"""Times that only point to one just told: "at about the same time", "and has held it since", "after hours of fighting".

"Forty died during the siege": over the time of that, and by the day of the report where it goes on. So does a blow that
somebody only confirms ("The police confirmed the attack"): it was when it was told to be, whatever has been told of its
victims meanwhile.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from situate.model.interval import DAY, OPEN, Interval
from situate.ontology import BLOWS
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_HARM = frozenset({"kill", "destroy"})
_NEAR = 3  # sentences back in which the day stands that "the same time" is of
_SAME_TIME = re.compile(
    r"(?:(?:at|around|about|roughly|almost|approximately)\s+)+the\s+(?:same|very)\s+(?:time|hour|moment)"
    r"|simultaneously|(?:(?:a\s+few|several|some)\s+)?(?:minutes|moments)\s+(?:later|earlier)|shortly\s+(?:after(?:wards)?|later)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:ever\s+)?since(?=\s*(?:[.;,]|and\b|$))(?<!long since)", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours?|minutes)\b", re.IGNORECASE)
_DURING = re.compile(
    r"(?:during|amid|in\sthe\s(?:course|midst)\sof|in\sthe\smiddle\sof)\s(?:(?:the|middle|of|its|their|his|her|a|an|that"
    r"|this|those|these)\s)*(?:[\w’'‑-]+\s){0,2}",
    re.IGNORECASE,
)
# "32 people died in those attacks", which were told before.
_THOSE = re.compile(r"\b(?:those|these|both|the (?:two|three|four|same|said))\s(?:[a-z-]+\s)?$", re.IGNORECASE)
_REACH = 600  # letters back to them
_CONFIRMED = re.compile(
    r"\b(?:confirm|acknowledg|admit)(?:ed|s|ing)?\s+(?:that\s+)?(?:the|this|that)\s+(?:\w+\s)?$", re.IGNORECASE
)


def pointed_back(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The claims whose words point to a day just told, with it."""
    order = sorted(range(len(claims)), key=lambda n: claims[n].trigger.start)
    starts = [claims[n].trigger.start for n in order]
    taken: dict[int, Interval] = {}
    now = dict(found)
    for number, claim in enumerate(claims):
        if claim.asserted and claim.kind != "state" and len(claim.times) == 1:
            own = claim.times[0]
            inside = order[bisect_left(starts, own.start) : bisect_right(starts, own.end)]
            meant = next((n for n in inside if n != number and _is_during(claim, claims[n], found[n], report)), None)
            if meant is not None:
                taken[number] = now[number] = _by_now(found[meant], report)
    for rank, number in enumerate(order):
        claim, before = claims[number], order[:rank]
        day = None
        if number in taken:
            continue
        if claim.happened:
            day = _the_same(claim, claims, before, now, report)
            if day is None and claim.type in _HARM and not claim.times:
                # "confirmed the attack but said that six were killed"
                day = next((taken[n] for n in before if n in taken and claims[n].sentence == claim.sentence), None)
        elif claim.modality == "actual" and found[number].earliest is None:
            day = _since(claim, claims, before, now, report)
        if day is not None:
            taken[number] = now[number] = day
    return taken


def _is_during(claim: ClaimTime, other: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether all that a claim says of its time is that it was in the course of another one, whose time is told."""
    told = interval.told and interval.earliest is not None and other.modality == "actual"
    if not told or len(claim.times) != 1 or not claim.times[0].covers(other.trigger):
        return False
    return _DURING.fullmatch(report.text, claim.times[0].start, other.trigger.start) is not None


def _by_now(interval: Interval, report: ReportTimes) -> Interval:
    """The time in which something happened in the course of what may still go on."""
    latest = report.reference[:DAY] if interval.latest == OPEN and report.reference else interval.latest
    return replace(interval, latest=latest, basis="relative")


def _the_same(
    claim: ClaimTime, claims: Claims, before: Sequence[int], found: Found, report: ReportTimes
) -> Interval | None:
    """The day of what was told before, for what was at that time, for some hours, or is only confirmed."""
    words = [span.of(report.text) for span in claim.times]
    days = (n for n in before if claims[n].happened and found[n].told and found[n].one_day)
    if words and all(_SAME_TIME.fullmatch(each.strip()) for each in words):
        here = report.sentences_begun(claim.trigger.start)
        near = [n for n in days if here - report.sentences_begun(claims[n].trigger.start) <= _NEAR]
        return replace(found[near[-1]], basis="relative") if near else None
    if words and all(_HOURS.search(each) for each in words) and not _is_known(claim, report):
        told = [found[n] for n in days if claims[n].sentence == claim.sentence]
        return replace(told[0], basis="relative") if len({bounds(day) for day in told}) == 1 else None
    if not words and claim.type in BLOWS and _THOSE.search(report.text, claim.sentence.start, claim.trigger.start):
        blows = [n for n in before if claims[n].happened and found[n].told and claims[n].type == claim.type]
        blows = [n for n in blows if claim.trigger.start - claims[n].trigger.end <= _REACH]
        return replace(found[blows[-1]], basis="relative") if blows else None
    if not words and claim.type in BLOWS and _CONFIRMED.search(report.text, claim.sentence.start, claim.trigger.start):
        blows = [n for n in days if claims[n].type == claim.type]
        return replace(found[blows[-1]], basis="relative") if blows else None
    return None


def _is_known(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether the times of a claim tell when it was ("in 24 hours", up to the report)."""
    own = (i for s in claim.times for i in report.near(s.start, s.end) if i.span.overlaps(s))
    return any(i.interval.known and i.timex.relation != "after" for i in own)


def _since(
    claim: ClaimTime, claims: Claims, before: Sequence[int], found: Found, report: ReportTimes
) -> Interval | None:
    """From when on something holds "since", said of what its sentence told before."""
    if _SINCE.search(report.text, claim.trigger.end, claim.sentence.end) is None:
        return None
    told = [n for n in before if claims[n].sentence == claim.sentence and claims[n].kind != "state"]
    day = found[told[-1]] if told else None
    if day is None or day.earliest is None or day.latest == OPEN:
        return None
    return Interval(earliest=day.earliest, latest=OPEN, precision=day.precision, basis="relative")
