"""Happenings without a date that a report remembers or judges: they lie behind it, and are no news of its day.

"He was convicted of the killing", "on the anniversary of the attack". Where nothing tells their day, they have no date.
"""

from __future__ import annotations

import re

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

# "The day he was murdered was not the first", "on the anniversary of the attack", "in memory of those killed".
_REMEMBERED = re.compile(
    r"\bthe (?:day|night|morning) (?:that |when )?(?:[\w’'‑-]+ ){1,4}(?:was|were) $"
    r"|\b(?:anniversary|commemoration|remembrance) of (?:[\w’'‑-]+ ){0,3}$"
    r"|\b(?:in memory of|commemorat\w+|remembering|memorial (?:to|for)) (?:[\w’'‑-]+ ){0,4}$"
)
# What courts and relatives speak of lies behind them: "convicted of the killing", "the families of the abducted". Of 20
# such deeds without a date of their own in annotated reports, 2 were news of the day.
_JUDGED = re.compile(
    r"\b(?:convicted (?:of|for|in|over)|guilty (?:of|to)|charged (?:with|in|over)|indicted (?:for|on|over)|acquitted of"
    r"|(?:sentenced|jailed|tried|imprisoned|prosecuted|trial|extradited|wanted) (?:for|over)|charges of"
    r"|(?:justice|accountab\w+|punish\w*|impunity|compensation) (?:for|of))"
    r" (?:[\w’'‑-]+ ){0,5}$"
)
# Not what they do now: "the relatives of the missing protested".
_MOURNED = re.compile(
    r"\b(?:famil(?:y|ies)|relatives?|mothers?|fathers|wives|widows?|parents|friends?|graves?) of (?:[\w’'‑-]+ ){0,5}$"
)
_THEIR_OWN = frozenset({"protest", "displace", "return", "talks"})


def looked_back_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals (none) of happenings that have the day of their report and lie behind it, by number."""
    return {
        number: UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if found[number].basis == "publication" and claim.happened and _lies_behind(claim, report)
    }


def _lies_behind(claim: ClaimTime, report: ReportTimes) -> bool:
    before = claim.before.of(report.small)
    mourned = claim.type not in _THEIR_OWN and _MOURNED.search(before) is not None
    return mourned or bool(_REMEMBERED.search(before) or _JUDGED.search(before))
