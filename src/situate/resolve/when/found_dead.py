"""Bodies that are found: those who died had died by then, and not on that day.

"The bodies of nine men, killed in March, were found on Monday": they were killed in March. Where nothing tells when,
the day of the find is the latest that it can have been.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_BODIES = re.compile(
    r"(?:dead\s)?(?:body|bodies|corpses?|remains|skeletons?|mass\sgraves?|graves?)(?:\s(?:was|were))?", re.IGNORECASE
)
_FOUND = re.compile(
    r"\b(?:found|find(?:s|ing)?|discover\w*|recover\w*|exhum\w*|unearth\w*|uncover\w*|retriev\w*|dug\sup)\b",
    re.IGNORECASE,
)


def found_dead(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The times of the deaths of those whose bodies are found on a day, by the number of the claim."""
    died: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if not _is_find(claim, found[number], report):
            continue
        beside = [n for n, other in enumerate(claims) if n != number and _is_death_beside(claim, other)]
        told = [found[n] for n in beside if _is_before(found[n], found[number])]
        by_then = replace(found[number], earliest=None)
        died[number] = replace(told[0], basis="relative") if len({bounds(one) for one in told}) == 1 else by_then
        lent = (n for n in beside if bounds(found[n]) == bounds(found[number]))
        died |= {n: died[number] for n in lent if not any(i.interval.known for i in in_roles(claims[n], report))}
    return died


def _is_find(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether a claim of death is a body by its trigger, which a sentence tells to be found at a time that it names."""
    told = claim.asserted and claim.type == "kill" and interval.told and interval != UNKNOWN_INTERVAL
    if not told or interval.latest in {None, OPEN} or _BODIES.fullmatch(claim.trigger.of(report.text)) is None:
        return False
    named = any(i.interval.latest == interval.latest for i in report.inside(claim.sentence))
    return named and _FOUND.search(claim.sentence.of(report.text)) is not None


def _is_death_beside(claim: ClaimTime, other: ClaimTime) -> bool:
    return other.type == "kill" and other.asserted and other.sentence == claim.sentence


def _is_before(interval: Interval, find: Interval) -> bool:
    begun = interval.earliest
    if not interval.told or begun is None or bounds(interval) == bounds(find):
        return False
    return first_day(begun) < last_day(find.latest or begun)
