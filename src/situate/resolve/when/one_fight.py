"""Fights whose beginning or length a report tells once, and which it goes on to name: "the fighting", "the assault".

"Fighting, which began on 3 May, … The assault has cost forty lives": it has gone on since. "They took the town after a
two-month battle … The fight for it drove out thousands": it was over then. Where just one such fight is told, those
that have no time of their own are that one, and so is the harm that is told to be its work.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, Interval, first_day
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.since_a_deed import FIGHT, fight_begun
from situate.resolve.when.undated import Claims, ClaimTime, Found

_FIGHTS = frozenset({"assault", "clash"})
_HARM = frozenset({"kill", "displace", "destroy"})
_BY_NOUN = re.compile(rf"(?:[\w’'‑-]+\s)*{FIGHT}", re.IGNORECASE)
# Of which many are fought, unlike "fights" and "attacks", which are mostly others.
_ONE = re.compile(
    r"(?:[\w’'‑-]+\s)*(?:campaign|operation|offensive|assault|battle|fight|fighting|onslaught)", re.IGNORECASE
)
_DID = re.compile(r"(?:\s(?!who\b|which\b|that\b|and\b|but\b|as\b|when\b)[\w’'‑-]+){0,5}\s", re.IGNORECASE)
_HAS = re.compile(
    r"(?:\s(?:in|for|around|over|near|between|across)(?:\s[\w’'‑-]+){1,4}?)?\s(?:has|have)\s", re.IGNORECASE
)
_TO = re.compile(r"\bto\s$", re.IGNORECASE)


def of_one_fight(claims: Claims, found: Found, ended: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of fights that are named again and of their harm, by number; ``ended``: those told as over."""
    day = report.day
    if day is None:
        return {}
    over = [one for n, one in ended.items() if claims[n].type in _FIGHTS and (one.latest or day) < day]
    is_one = len({bounds(one) for one in over}) == 1
    begun = fight_begun(report)
    again: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.type not in _FIGHTS or not _is_open(claim, found[number]):
            continue
        name = claim.trigger.of(report.text)
        if _TO.search(report.text, max(0, claim.trigger.start - 3), claim.trigger.start):
            continue  # "were sent to battle the rebels"
        if is_one and _ONE.fullmatch(name):
            again[number] = replace(over[0], basis="relative")
        elif begun is not None and _is_before(begun, day) and _BY_NOUN.fullmatch(name):
            dated = claim.timing == "dated" or any(_has_done(claim, c, report) for c in claims if c.type in _HARM)
            if dated:
                again[number] = Interval(earliest=begun[:DAY], latest=day, precision="day", basis="relative")
    return again | {
        number: again[fight]
        for number, claim in enumerate(claims)
        if claim.type in _HARM and _is_open(claim, found[number])
        for fight in again
        if _did(claims[fight], claim, report)
    }


def _did(fight: ClaimTime, harm: ClaimTime, report: ReportTimes) -> bool:
    """Whether a fight is told to have done a harm: "the battle for the town displaced thousands"."""
    here = fight.sentence == harm.sentence and fight.trigger.end < harm.trigger.start
    return here and _DID.fullmatch(report.text, fight.trigger.end, harm.trigger.start) is not None


def _has_done(fight: ClaimTime, harm: ClaimTime, report: ReportTimes) -> bool:
    """Whether it is told as having done it by now, which takes as long as it has gone on: "fighting has driven …"."""
    return _did(fight, harm, report) and _HAS.match(report.text, fight.trigger.end) is not None


def _is_open(claim: ClaimTime, interval: Interval) -> bool:
    """Whether what happened has no time of its own, and none but the day of the report."""
    return claim.asserted and not claim.times and (interval.basis == "publication" or not interval.known)


def _is_before(begun: str, day: str) -> bool:
    return first_day(begun[:DAY]) < first_day(day)
