"""States that their own words tell to be over: "once a stronghold", "after a two-month siege", "survived the siege".

Nothing says when they were, but that they do not last: such a claim has no time, rather than one that goes on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found

_STATES = frozenset({"control", "besiege"})
_ENDS = frozenset({"capture", "surrender", "handover", "withdraw"})
_SHORTLY = 7  # days before a report: a length counted back from it is still that of what ended then
_WORD = r"[\w’'‑-]+"
# "Once a government stronghold", "territory they once held"; not "once more", "once again", "at once".
_ONCE = re.compile(
    rf"(?<!at )\bonce\b(?! (?:more|again|every|a (?:day|week|month|year))\b)(?: {_WORD}){{0,4}}[ ‑-]?$", re.IGNORECASE
)
_FORMERLY = re.compile(
    r"\b(?:formerly|previously|erstwhile|(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!being )used to)"
    r"(?: under)?(?: [\w’'‑-]+)?[ ‑-]$",
    re.I,
)
_FORMER = re.compile(r"\bformer(?: [\w’'‑-]+)?[ ‑-]$", re.IGNORECASE)
_HOLDING = re.compile(r"(?:hold|held|control|rul|occup|dominat|govern)", re.I)  # "the former affiliate controls"
# "The fall of Varn, the headquarters of the group", "drove the group out of its last stronghold": it was so till then.
_TAKEN = re.compile(
    r"\b(?:fall|loss) of [^,;.]{2,40}, (?:(?:the|its|their|a) )?(?:[\w’'‑-]+ ){0,3}$"
    r"|\b(?:drove|driven|expelled|ousted|pushed|forced|flushed|swept|dislodged|evicted) [^,;.]{0,60}\bout of"
    r" (?:its|their|the|his) (?:[\w’'‑-]+ ){0,2}$",
    re.IGNORECASE,
)
# "The town was under the army until the rebels took it on 3 May": by then it was others'.
_WAS = re.compile(
    r"\b(?:was|were|had been)(?: (?:still|then|\w+ly|in the hands|under the control))*(?: by)? $", re.IGNORECASE
)
_HELD = re.compile(r"held|controlled|ruled|ran|governed|administered|occupied", re.IGNORECASE)
_UNTIL_TAKEN = re.compile(
    r"[^,;.]{1,60}\b(?:until|till|before)\b[^;.]{1,60}\b(?:took|seized|captured|retook|overran|fell|lost|left|withdrew)\b",
    re.IGNORECASE,
)
# At the time of which it is told: "at its peak the group controlled …", "when the town was besieged".
_AT_THE_PEAK = re.compile(r"\b(?:at|during) (?:the|its|their) (?:peak|height)\b", re.IGNORECASE)
_WHEN_IT_WAS = re.compile(
    rf"\b(?:when|while) (?:{_WORD} ){{1,5}}(?:was|were) (?:being )?(?:\w+ly )?(?:under )?$", re.IGNORECASE
)
_SIEGES = frozenset({"siege", "sieges", "blockade", "encirclement", "seige"})
_DET = r"(?:a|an|the|its|their|that) "
_ABOUT = r"(?:(?:nearly|almost|more than|less than|over|about|around) )?"
_LENGTH = rf"{_ABOUT}(?:{_WORD}[ ‑-](?:day|week|month|year)s?(?:[ ‑-]long)? )?"
_TOUGH = rf"(?:(?!and\b){_WORD} ){{0,2}}"  # words between an article and the siege
# "After a nearly three-week siege they took the town": a ring of which the sentence goes on to tell what came then.
_AFTER = re.compile(rf"\bafter (?:{_WORD} {_WORD} and )?{_DET}{_LENGTH}{_TOUGH}$", re.IGNORECASE)
# What is told of those who went through it, or of how it is remembered.
_OUTLIVED = re.compile(
    r"\b(?:surviv\w+(?: of)?|outliv\w+|endured|withstood|lived through|veterans? of|commemorat\w+(?: of)?"
    r"|remembrance of|remember\w*|recall\w*|anniversary of|memor(?:y|ies) of|histor(?:y|ies) of"
    rf"|memorials? (?:of|to|for)|museum of) (?:{_DET})?{_LENGTH}{_TOUGH}$",
    re.IGNORECASE,
)

_SINCE_WHEN = re.compile(r"\bsince\s[^;.]{1,40}?,?\swhen\b", re.IGNORECASE)
# What something else is measured by: "more brutal than the siege of Varn", "compared it to the siege of Varn".
_MEASURE = re.compile(
    rf"\b(?:than|compar(?:e[ds]?|ing|able|isons?)(?: {_WORD}){{0,2}} (?:to|with)"
    rf"|liken(?:ed|s|ing)?(?: {_WORD}){{0,2}} to"
    r"|reminiscent of|echo(?:es|ed|ing)?(?: of)?|evok(?:es|ed|ing)|parallels (?:with|to)|(?:repeat|replay) of"
    rf"|lessons (?:of|from)) (?:{_DET})?{_LENGTH}{_TOUGH}$",
    re.IGNORECASE,
)


def told_as_past(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of states that are over by their own words, by number; ``found`` are those they have else.

    A siege told with its length lasted to the end that its sentence tells as news ("took the town after a two-month
    siege").
    """
    return {
        number: _up_to(claim, found[number], _end(claim, claims, found, report))
        or _until(claim, claims, found, report)
        or _before_it(claim, found[number], claims, found, report.text)
        or UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if claim.type in _STATES and claim.modality == "actual"
        if _over(claim, found[number], report.text)
        or (found[number].latest == OPEN and _had_held(claim, claims, report.text))
        or _is_behind(found[number], _until(claim, claims, found, report))
    }


def _had_held(claim: ClaimTime, claims: Claims, text: str) -> bool:
    """ "Took Lisk, which had been in the hands of the army": from the taking on it no longer was."""
    return claim.type == "control" and claim.tense == "pluperfect" and bool(_ended_by(claim, claims, text))


def _ended_by(claim: ClaimTime, claims: Claims, text: str) -> list[int]:
    """The takings told beside a state; not those with which it began ("since 2016, when they took it")."""
    return [
        n
        for n, o in enumerate(claims)
        if o.sentence == claim.sentence and o.type in _ENDS and o.asserted and o.tense == "past"
        if not _SINCE_WHEN.search(text, claim.trigger.end, o.trigger.start)
    ]


def _before_it(claim: ClaimTime, interval: Interval, claims: Claims, found: Found, text: str) -> Interval | None:
    """The time of what had been so before one taking of a known day ("which they had held since May")."""
    days = {found[n].latest for n in _ended_by(claim, claims, text)} if _had_held(claim, claims, text) else set()
    day = days.pop() if len(days) == 1 else None
    begun = interval.earliest
    if day is None or day == OPEN or (begun is not None and begun >= day[: len(begun)]):
        return None
    return Interval(earliest=begun, latest=day, precision="day", basis="relative")


def _end(claim: ClaimTime, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """The day, shortly before the report, on which the place of a siege is told to have changed hands."""
    if report.day is None:
        return None
    beside = (found[n] for n, o in enumerate(claims) if o.sentence == claim.sentence and o.type in _ENDS)
    days = {i.latest for i in beside if i.one_day}
    day = days.pop() if len(days) == 1 else None
    shortly = day is not None and 0 <= (first_day(report.day) - first_day(day)).days <= _SHORTLY
    return day if shortly else None


def _until(claim: ClaimTime, claims: Claims, found: Found, report: ReportTimes) -> Interval | None:
    """The time of what "was so until" somebody took it on a day that its sentence tells."""
    if not _was_until(claim, report.text):
        return None
    beside = (found[n] for n, o in enumerate(claims) if o.sentence == claim.sentence and o.type in _ENDS)
    days = {i.latest for i in beside if i.within_a_day}
    return Interval(latest=days.pop(), precision="day", basis="relative") if len(days) == 1 else None


def _is_behind(interval: Interval, ended: Interval | None) -> bool:
    """Whether a claim has a day after the one until which it was so: that of other news."""
    day = ended.latest if ended is not None else None
    return day is not None and interval.earliest is not None and interval.earliest > day


def _was_until(claim: ClaimTime, text: str) -> bool:
    before, after = claim.before.of(text), text[claim.trigger.end : claim.sentence.end]
    was = _WAS.search(before) or _HELD.fullmatch(claim.trigger.of(text))
    return was is not None and _UNTIL_TAKEN.match(after) is not None


def _up_to(claim: ClaimTime, interval: Interval, end: str | None) -> Interval | None:
    lasting = claim.type == "besiege" and interval.latest == OPEN and interval.earliest is not None
    return replace(interval, latest=end) if lasting and end is not None and (interval.earliest or "") < end else None


def _over(claim: ClaimTime, interval: Interval, text: str) -> bool:
    before = claim.before.of(text)
    ring = claim.type == "besiege" and not _SIEGES.isdisjoint(claim.trigger.of(text).casefold().split())
    if ring and (_AFTER.search(before) or _OUTLIVED.search(before) or _MEASURE.search(before)):
        return interval.latest == OPEN or interval.earliest == interval.latest
    if interval.latest != OPEN:
        return False
    if _ONCE.search(before) or _FORMERLY.search(before):
        return True
    if _was_until(claim, text):
        return True
    seat = claim.type == "control" and not _HOLDING.match(claim.trigger.of(text))
    if seat and (_FORMER.search(before) or _TAKEN.search(before)):
        return True
    return claim.tense == "past" and bool(_AT_THE_PEAK.search(before) or _WHEN_IT_WAS.search(before))
