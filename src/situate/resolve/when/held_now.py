"""Captives held and troops stationed, told as how things stand: "is holding 300 men", "has a presence in the hills".

They are the result of a happening, and no news of the day of their report: they hold since a day that nobody tells, as
a state does.
"""

from __future__ import annotations

import re

from situate.model.interval import OPEN, Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_HOLD = re.compile(r"holds?", re.IGNORECASE)
_HELD = re.compile(
    r"(?:held|detained|imprisoned|jailed|holding|detaining|in (?:custody|jail|prison)|behind bars)", re.IGNORECASE
)
_ARE = re.compile(
    r"\b(?:is|are|being|still|remains?|currently)\s"
    r"(?:(?:\w+ly|still|now|also|being|believed|thought|said|reported|known|to|be)\s){0,3}$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|been|had)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_THERE = re.compile(r"(?:presence|present|stationed|based|active|garrisoned)", re.IGNORECASE)


def held_now(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of captives and troops that are told to be somewhere now, and have but the day of the report."""
    return {
        number: Interval(latest=OPEN)
        for number, claim in enumerate(claims)
        if found[number].basis == "publication" and not claim.times and claim.polarity == "positive"
        if _is_held(claim, report) or _is_there(claim, report)
    }


def _is_held(claim: ClaimTime, report: ReportTimes) -> bool:
    words, before = claim.trigger.of(report.text), claim.before.of(report.text)
    if claim.type != "detain" or _WAS.search(before):
        return False
    return (claim.tense == "present" and _HOLD.fullmatch(words) is not None) or (
        _HELD.fullmatch(words) is not None and _ARE.search(before) is not None
    )


def _is_there(claim: ClaimTime, report: ReportTimes) -> bool:
    there = _THERE.fullmatch(claim.trigger.of(report.text)) is not None
    return claim.type == "deploy" and claim.tense == "present" and there
