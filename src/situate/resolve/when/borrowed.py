"""Old dates that were borrowed from another happening: "used gas in Varn last year. It may have been used in Lisk too".

A date that lies long before the report is that of a claim which does not name it only if it is the same deed that is
told again: it is said of the same people, spoken of with its article, or told right behind a day. Otherwise the claim
is of the time that the rules gave it, if that is later, and else of none that is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from situate.model.interval import DAY, OPEN, UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.ontology import BLOWS
from situate.resolve.when.dating_kin import alike
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.in_clause import joined_by_when
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.terms import is_term
from situate.resolve.when.undated import Claims, ClaimTime, Found, chain

_LONG_AGO = dt.timedelta(days=31)
_NEXT = 2  # sentences behind a day in which what has no time goes on telling of it
_BESIDE = 1  # sentences behind a month or a year in which what is akin to it is told
_LEAD = 2
_WORD = r"(?!(?:was|were|is|are|be|been|had|has|have|who|that|which)\b)[\w’'‑-]+\s"
_BY_NOUN = re.compile(
    rf"\b(?:the|this|these|those|their|his|her|its)\s(?:{_WORD}){{0,2}}$|\bthat\s$|[’']s\s(?:{_WORD})?$", re.IGNORECASE
)
_IN_A_PHRASE = re.compile(r"\b(?:a|an|the|in|of|over|for|to|after|by|on)\s(?:[\w’'‑-]+\s){0,2}$", re.IGNORECASE)
_REACH = 40  # letters before a trigger
_HARM = BLOWS | {"kill", "destroy"}
_NO_NAMES = 3  # letters of a word that may name whom it was done to


def borrowed(
    claims: Claims, retells: Sequence[int | None], found: Found, ruled: Sequence[Interval], report: ReportTimes
) -> dict[int, Interval]:
    """What the times of claims are that have the old date of another happening, by their number."""
    if report.day is None:
        return {}
    before = (first_day(report.day) - _LONG_AGO).isoformat()
    mended = {n: UNKNOWN_INTERVAL for n, claim in enumerate(claims) if _by_its_term(claim, found[n], report)}
    tellers = [n for n, claim in enumerate(claims) if found[n].told and _tells(claim, found[n], report)]
    first = [chain(n, retells)[-1] for n in range(len(claims))]
    for number, claim in enumerate(claims):
        if claim.kind == "state" or claim.times:
            continue
        if _is_background(claim, found[number], before, claims, report):
            mended[number] = UNKNOWN_INTERVAL
        if number in mended or not _is_old(found[number], before):
            continue
        if number in tellers or _of_that_year(claim, found[number], report):
            continue
        own = [n for n in tellers if bounds(found[n]) == bounds(found[number])]
        if own and not any(_is_same(claim, claims[n], first[n] == first[number], found[n], report) for n in own):
            mended[number] = _instead(claim, ruled[number], before, report)
    return mended


def _is_background(claim: ClaimTime, interval: Interval, before: str, claims: Claims, report: ReportTimes) -> bool:
    """ "Fled Lisk, which they had held since 2022": all that a sentence dates is what came before, long ago."""
    begun = interval.earliest
    if claim.tense != "past" or claim.modality != "actual" or not interval.told or begun is None:
        return False
    if last_day(begun).isoformat() >= before or joined_by_when(claim, report) is not None:
        return False  # "which they had held since 2022, when they took it"
    named = [i for i in report.inside(claim.sentence) if i.interval.earliest == begun]
    had = [o for o in claims if o.sentence == claim.sentence and o.tense == "pluperfect" and o.times]
    return bool(named) and all(any(t.covers(i.span) for o in had for t in o.times) for i in named)


def _by_its_term(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether all that a claim tells of its time is a term ("sentenced to seven years"), and its day is another's."""
    own = in_roles(claim, report)
    terms = bool(own) and all(is_term(report.text, item.span) for item in own)
    return terms and interval.told and interval.within_a_day and not _tells(claim, interval, report)


def _is_old(interval: Interval, before: str) -> bool:
    return (
        interval.told and interval.latest not in {None, OPEN} and last_day(interval.latest or "").isoformat() < before
    )


def _tells(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether the sentence of a claim names its time."""
    here = report.inside(claim.sentence)
    return any((i.interval.earliest, i.interval.latest) == bounds(interval) for i in here)


def _of_that_year(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether the sentence of a claim names a time of the year of an interval."""
    year = (interval.earliest or interval.latest or "")[:4]
    return any(
        year in {(i.interval.earliest or "")[:4], (i.interval.latest or "")[:4]} for i in report.inside(claim.sentence)
    )


def _is_same(claim: ClaimTime, other: ClaimTime, again: bool, interval: Interval, report: ReportTimes) -> bool:
    """Whether a claim may be of the time of another, which tells it."""
    if again:
        return True
    gap = report.sentences_begun(claim.trigger.start) - report.sentences_begun(other.trigger.start)
    one_day = interval.within_a_day and len(interval.earliest or "") >= DAY
    if 0 <= gap <= _NEXT and one_day:
        return True
    near = alike(claim.type, other.type)
    if near != "apart" and 0 <= gap <= _BESIDE and claim.modality == "actual":
        return True
    before = report.text[max(claim.sentence.start, claim.trigger.start - _REACH) : claim.trigger.start]
    if near == "same" and gap >= 0 and _BY_NOUN.search(before):
        return True
    heads = report.sentences_begun(claim.trigger.start) <= _LEAD and _IN_A_PHRASE.search(before) is not None
    if near == "same" and one_day and heads:
        return True  # "jailed over a hammer attack on a blogger", of which the report goes on to tell
    harmed = near == "same" or {claim.type, other.type} <= _HARM
    shared = {word for word in claim.harmed & other.harmed if len(word) > _NO_NAMES}
    return harmed and any(re.search(rf"\b{re.escape(word.capitalize())}\b", report.text) for word in shared)


def _instead(claim: ClaimTime, rule: Interval, before: str, report: ReportTimes) -> Interval:
    """The later time that the rules gave a claim by words near it, if it is told in the lead; else no time."""
    lead = report.sentences_begun(claim.trigger.start) <= _LEAD
    return rule if lead and claim.modality == "actual" and rule.told and not _is_old(rule, before) else UNKNOWN_INTERVAL
