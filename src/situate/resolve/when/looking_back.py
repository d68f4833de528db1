"""Happenings without a date that a report tells as what lies behind it: they are no news of its day.

"He was arrested at the border and is held in Varn", beside what was in June or in 2014. Where nothing tells their day,
that of the report is a guess; on annotated reports it is mostly wrong where these signs meet. They have no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import ClaimTime, beside_older_times

_YEAR = len("2017")  # what was in an earlier year is behind; "since July", told in August, is not
_NOW = frozenset({"present", "perfect"})  # tenses of what goes on, or has just come about
# "The day he was murdered was not the first", "on the anniversary of the attack", "in memory of those killed".
_REMEMBERED = re.compile(
    r"\bthe (?:day|night|morning) (?:that |when )?(?:[\w’'‑-]+ ){1,4}(?:was|were) $"
    r"|\b(?:anniversary|commemoration|remembrance) of (?:[\w’'‑-]+ ){0,3}$"
    r"|\b(?:in memory of|commemorat\w+|remembering|memorial (?:to|for)) (?:[\w’'‑-]+ ){0,4}$",
    re.IGNORECASE,
)
# What courts and relatives speak of lies behind them: "convicted of the killing", "the families of the abducted". Of 20
# such deeds without a date of their own in annotated reports, 2 were news of the day.
_JUDGED = re.compile(
    r"\b(?:convicted (?:of|for|in|over)|guilty (?:of|to)|charged (?:with|in|over)|indicted (?:for|on|over)|acquitted of"
    r"|(?:sentenced|jailed|tried|imprisoned|prosecuted|trial|extradited|wanted) (?:for|over)|charges of"
    r"|(?:justice|accountab\w+|punish\w*|impunity|compensation) (?:for|of)"
    r"|(?:famil(?:y|ies)|relatives?|mothers?|fathers|wives|widows?|parents|friends?|remains|graves?) of)"
    r" (?:[\w’'‑-]+ ){0,5}$",
    re.IGNORECASE,
)


def looked_back_on(
    claims: Sequence[ClaimTime], found: Mapping[int, Interval], report: ReportTimes
) -> dict[int, Interval]:
    """The intervals (none) of happenings that have the day of their report and lie behind it, by number."""
    return {
        number: UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if found[number].basis == "publication"
        and claim.kind != "state"
        and claim.modality == "actual"
        and _lies_behind(claim, report)
    }


def _lies_behind(claim: ClaimTime, report: ReportTimes) -> bool:
    before = report.text[claim.sentence.start : claim.trigger.start]
    if _REMEMBERED.search(before) or _JUDGED.search(before):
        return True
    if claim.timing == "news" or not claim.ways:  # told as news, or nobody judged how
        return False
    return claim.tense not in _NOW and not claim.spoken and beside_older_times(claim, report, report.reference and report.reference[:_YEAR])
