"""Fighting, sieges and truces told by the date on which they began, and as going on: "which began in May, continues".

They hold from that date on; what the sentence adds up ("has killed 700") is not of their first day. So does what
"has been" done since a date ("have been shelling it since Monday"): of 82 so told in annotated reports 63 are open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import OPEN, Interval
from situate.resolve.when.dating_options import bounds, to_day
from situate.resolve.when.relations import is_of_what_was_held
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_LAST = frozenset({"clash", "besiege", "ceasefire", "assault", "airstrike", "shelling"})
_NOUN = re.compile(
    r"(?:.*\s)?(?:cease-?\s?fires?|truces?|siege|blockade|encirclement|(?:civil\s)?war|conflict|fighting|clashes"
    r"|hostilities|insurgency|offensive|campaign|battles?|operation|violence|bombardment|bombing|shelling)",
    re.IGNORECASE | re.DOTALL,
)
_BEGAN = re.compile(
    r"(?:\s(?:in|of|between|on|around|with|over|at|against|for)\s[^,;.]{1,60}?)?,?\s(?:(?:which|that)\s)?"
    r"(?:(?!(?:and|but|when|who|was|were)\b)[\w’'‑-]+\s){0,2}(?:(?:was|were)\s)?"
    r"(?:began|begun|started|erupted|broke\sout|took\seffect|(?:came|entered|went)\sinto\s(?:force|effect)|imposed|laid"
    r"|launched)\s(?:(?:late|early|again)\s)?(?:(?:on|in)\s)?(?:(?:late|early|mid)[\s-])?"
)
_OVER = r"ended|stopped|ceased|been\s(?:lifted|broken|halted)|collapsed|expired|died\sdown|subsided|eased"
_GOES_ON = re.compile(
    rf"[^,;.]{{0,30}}?(?:,|\sand)?\s(?:(?:has|have)\s(?!(?:since\s|now\s|mostly\s|largely\s)?(?:{_OVER})\b)"
    r"|(?:still|remains?|persists?|continues?)\b|(?:continued|raged)\b(?!\s(?:until|till|for)\b)"
    r"|(?:goes|go|drags?|rages?|wears?)\son\b|(?:is|are)\s(?:still|holding|ongoing|continuing|in\s(?:force|place)|now\sin)\b"
    r"|shows?\sno\ssigns?\b)"
)
# "Have been killed in fighting that began on Saturday".
_ADDED_UP = re.compile(
    r"\b(?:has|have)\s(?:been\s)?\w+(?:(?!\b(?:who|which|that|when|and|but)\b)[^,;.]){0,60}"
    r"\s(?:in|by|amid|during|from)\s(?:(?:the|heavy|fierce|ongoing)\s){0,2}$"
)
_DOING = re.compile(r"[\w’'‑-]+ing\b", re.IGNORECASE)
_HAS_BEEN = re.compile(r"\b(?:has|have|[’']ve)\s(?:\w+\s)?been\s(?:\w+ly\s)?$", re.IGNORECASE)


def going_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """From when on it is what began on a date and is told to go on, by the number of the claim."""
    return {
        number: replace(found[number], latest=OPEN)
        for number, claim in enumerate(claims)
        if claim.asserted and found[number].told and found[number].earliest is not None
        if _began_to_last(claim, found[number], report) or _has_been_done_since(claim, found[number], report)
    }


def _began_to_last(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    lasts = claim.type in _LAST and interval.earliest == interval.latest
    return lasts and _goes_on(claim, interval, report)


def _has_been_done_since(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether it is still being done at the report: "has been shelling the town since Monday"; no "has shelled it"."""
    if interval.latest != report.day or not _DOING.match(claim.trigger.of(report.text)):
        return False
    if not _HAS_BEEN.search(claim.before.of(report.text)):
        return False
    return any(
        i.timex.relation == "since" and i.resolved.earliest == interval.earliest
        for i in report.inside(claim.sentence)
        if not is_of_what_was_held(claim, i, report)
    )


def _goes_on(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    text, end = report.text, claim.trigger.end
    if _NOUN.fullmatch(claim.trigger.of(text)) is None:
        return False
    behind = [i for i in report.inside(claim.sentence) if i.timex.start >= end]
    if not behind or bounds(to_day(behind[0].interval)) != bounds(interval):
        return False
    if _BEGAN.fullmatch(text, end, behind[0].timex.start) is None:
        return False
    if _GOES_ON.match(text, behind[0].timex.end, claim.sentence.end):
        return True
    return _ADDED_UP.search(claim.before.of(text)) is not None
