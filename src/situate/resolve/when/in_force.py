"""Truces and sieges that the words around them take for being in force: "observes the ceasefire", "the siege drags on".

Such words tell of none that begins on the day of the talk: where nothing dates it, it has been in force since a day
that nobody tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.interval import OPEN, Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_KEPT_OR_BROKEN = re.compile(
    r"\b(?:observ\w+|respect\w*|honou?r\w*|uph[eo]ld\w*|abid\w+\sby|adher\w+\sto|st[iu]ck\w*\sto|monitor\w*|violat\w+"
    r"|breach\w*|infring\w+|break\w*|broke|despite|in\sspite\sof|notwithstanding)"
    r"(?:\sof)?\s(?:(?:the|a|an|this|that|their|its)\s)?(?:[\w’'‑-]+\s){0,2}$",
    re.IGNORECASE,
)
_BEGUN_BY = {"ceasefire": {"ceasefire", "agreement"}, "besiege": {"besiege"}}
_STILL = re.compile(
    r"(?:\s(?:of|on|around|by|in|between)\s[^,;.!?]{1,40}?)*\s(?:still\s)?(?:(?:drag|wear)s\son|goes\son|continues|persists"
    r"|exists\s(?:only|merely)\son\spaper)\b",
    re.IGNORECASE,
)


def in_force(claims: Claims, retells: Sequence[int | None], found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of truces that are kept or broken, or go on, as sieges do, and have no date of their own."""
    return {
        number: Interval(latest=OPEN)
        for number, claim in enumerate(claims)
        if claim.type in _BEGUN_BY and claim.asserted and not claim.times and retells[number] is None
        if _is_kept(claim, found[number], report) or _goes_on(number, claims, found, report)
    }


def _is_kept(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    short = claim.type == "ceasefire" and (interval.within_a_day or not interval.known)
    return short and _KEPT_OR_BROKEN.search(claim.before.of(report.text)) is not None


def _goes_on(number: int, claims: Claims, found: Found, report: ReportTimes) -> bool:
    """Whether what is told to go on has only the day of something else, by which it did not begin."""
    claim, began = claims[number], found[number].earliest
    kin = (found[n].earliest for n, o in enumerate(claims) if n != number and o.type in _BEGUN_BY[claim.type])
    return began not in kin and _STILL.match(report.text, claim.trigger.end) is not None
