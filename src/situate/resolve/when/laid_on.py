"""Sieges and shortages whose first day is told: "surrounded the town on 10 June", "the water was cut off on Monday".

What was begun on a day goes on from it, unless the report tells that it was ended, or it was begun long before that. A
siege that is told by its beginning goes on for longer: of 17 such in annotated reports, whose end the report does not
tell, 12 are open, their beginning up to two years before the report.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import MONTH, OPEN, Interval, first_day, last_day
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

# What puts a ring round a place: "sealed off", "closed the ring"; nobody tightens one that is not there.
_RINGS = re.compile(
    r"(?:(?:has|have|had|was|were)\s)?(?:(?:re-?)?encircl(?:ed|ing)|(?:re-?)?surround(?:ed|ing)|besieg(?:ed|ing)|ring(?:ed|ing)"
    r"|blockad(?:ed|ing)|isolat(?:ed|ing)|trap(?:ped|ping)|(?:seal|cut|shut)(?:ed|ting|ling)?\s.{0,30}\boff|sealed|cut\soff"
    r"|clos(?:ed|ing)\s(?:the|its)\s\w+|(?:laid|laying)\ssiege(?:\sto)?)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:siege|blockade|encirclement|ring)", re.IGNORECASE)
_LAID = re.compile(
    r"\b(?:impos(?:ed|ing)|laid|began|started|complet(?:ed|ing)|(?:re-?)?establish(?:ed|ing)|set up)\s"
    r"(?:(?:the|a|an|its|their|his|new|full|total|complete)\s){0,3}$",
    re.IGNORECASE,
)
_WAS_LAID = re.compile(
    r"(?:\s(?!(?:was|were|that|which|who|but)\b|(?-i:and(?!\s[A-Z])))[\w’'‑-]+){0,9}?,?\s(?:(?:which|that)\s)?"
    r"(?:began|begun|started|(?:(?:was|were|had been)\s)?(?:re-?)?(?:imposed|laid|established|completed)"
    r"|came into force)\b",
    re.IGNORECASE,
)
_OF_A_RING = re.compile(r"\s(?:[\w’'‑-]+\s){0,3}(?:siege|blockade|encirclement|ring)\b", re.IGNORECASE)
_RAN_OUT = re.compile(r"ran\sout(?:\sof)?|(?:were|was)?\s?exhausted|cut(?:\soff)?(?:\s\w+){0,3}?", re.IGNORECASE)
_LASTED = re.compile(r"\b(?:lasted|ended|until|till|for (?:[\w‑-]+ ){1,3}(?:hour|day|week|month)s?)\b", re.IGNORECASE)
_ENDS = frozenset({"siege_end", "open_route"})
_TAKEN = _ENDS | {"capture", "handover", "surrender", "withdraw", "evacuate"}  # what may have ended an older siege
_BESIEGED = re.compile(r"besieg(?:ed|ing)|blockad(?:ed|ing)|(?:laid|laying)\ssiege(?:\sto)?", re.IGNORECASE)
_AGE = 731  # days before the report: the history of a war does not tell the end of each siege
_NEWS = 7  # days before the report: whether what was begun earlier still goes on is not said by how it began


def laid_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """From when on it is what was begun on a day or in a month that a claim tells, by the number of the claim."""
    if report.day is None:
        return {}
    begun = {}
    for number, claim in enumerate(claims):
        day = found[number].earliest
        dated = day is not None and day == found[number].latest and len(day) >= MONTH and found[number].told
        if dated and day is not None and claim.asserted and _begins(claim, report.text):
            ago = (first_day(report.day) - first_day(day)).days
            longest, ends = (_AGE, _TAKEN) if ago > _NEWS and _is_siege(claim, report.text) else (_NEWS, _ENDS)
            if 0 <= ago <= longest and not _ended(day, ends, claims, found):
                begun[number] = replace(found[number], latest=OPEN)
    return begun


def _begins(claim: ClaimTime, text: str) -> bool:
    words = claim.trigger.of(text)
    if _LASTED.search(text, claim.trigger.end, claim.sentence.end):
        return False
    if claim.type == "deprivation":
        return _RAN_OUT.fullmatch(words) is not None
    if claim.type != "besiege":
        return False
    if _NOUN.fullmatch(words):
        laid = _LAID.search(claim.before.of(text)) is not None
        return laid or _WAS_LAID.match(text, claim.trigger.end, claim.sentence.end) is not None
    return puts_a_ring(claim, text)


def _is_siege(claim: ClaimTime, text: str) -> bool:
    """Whether a claim names a siege by its beginning, and no ring that was put round some house or troops.

    A log without articles ("3 May | Lisk | Siege imposed by the army") tells what was new on a day, not what goes on.
    """
    words = claim.trigger.of(text)
    named = _NOUN.fullmatch(words) is not None or _BESIEGED.fullmatch(words) is not None
    named = named and not (words[:1].isupper() and _NOUN.fullmatch(words))
    return claim.type == "besiege" and named and claim.tense != "pluperfect"


def puts_a_ring(claim: ClaimTime, text: str) -> bool:
    """Whether a claim tells by a verb that a siege was laid: "surrounded the town", "completed its encirclement"."""
    words = claim.trigger.of(text)
    completed = _LAID.fullmatch(f"{words} ") is not None and _OF_A_RING.match(text, claim.trigger.end) is not None
    return claim.type == "besiege" and (completed or _RINGS.fullmatch(words) is not None)


def _ended(day: str, ends: frozenset[str], claims: Claims, found: Found) -> bool:
    """Whether a report tells that a siege was broken, or a way opened, on such a day or after it."""
    ended = [found[n].latest for n, claim in enumerate(claims) if claim.type in ends and claim.asserted]
    return any(end is None or end == OPEN or last_day(end) >= first_day(day) for end in ended)
