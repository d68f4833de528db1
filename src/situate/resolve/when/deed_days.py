"""Deeds that a report speaks of by their noun, and tells the day of once: "on the killing of two missionaries …".

What happens today is that somebody is charged with it, or speaks of it; the deed was on the day that the report gives
in so many words ("the killings occurred on 24 May").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from situate.model.interval import DAY, MONTH, UNKNOWN_INTERVAL, YEAR, Interval, first_day
from situate.ontology import BLOWS
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found, chain, of_a_war

_DEEDS = frozenset({"kill", "abduct", "detain", "release"})  # what is done to somebody once
_ON_SOMEBODY = frozenset({"kill", "abduct"})
_BLOW = re.compile(
    r"(?:.*\s)?(?:attacks?|(?:air\s?)?(?:strikes?|raids?)|blasts?|bombings?|bombardments?|bombers?|offensive|shelling"
    r"|explosions?|assaults?|barrage|massacre|ambush|bombs?|blitz)",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER = re.compile(
    r"\b(?:new|another|other|second|third|further|more|fresh|separate|similar|multiple|several|repeated)"
    r"\s(?:[\w’'‑-]+\s){0,3}$",
    re.IGNORECASE,
)
_BESIDE = 12  # code points between a time and a blow that it dates
_SHORTLY = 3  # days before a report of which it may tell as news
_LONG = 7  # days before a report from which on it tells a killing as one of the past
_LEAD = 2  # sentences of the head and the lead
_BY_NOUN = re.compile(r"\b(?:the|this|that|their|his|her)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s", re.IGNORECASE)
_ANY = re.compile(r"\s+of\s+(?:any|no)\b", re.IGNORECASE)  # "no news of the deaths of any Russians"
_BEFORE = 40  # code points before a noun in which its article stands
_PLAIN = frozenset({
    "civilians", "persons", "people", "men", "man", "women", "woman", "children", "soldiers", "policemen", "police",
    "officers", "officer", "members", "member", "others", "other", "leader", "leaders", "president", "general",
    "colonel", "group", "army", "forces", "armed", "guerrillas", "rebels", "terrorists", "several", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "by", "by:", "for", "from", "one", "who", "he", "she", "they",
    "them", "him", "her", "with", "as", "former", "citizen", "citizens", "local", "some", "at", "least", "more",
    "than", "journalist", "journalists", "foreigner", "foreigners", "foreign", "mayor",
})  # fmt: skip


def deed_days(claims: Claims, retells: Sequence[int | None], found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The days of deeds without a time of their own, by the number of their claim.

    They were dated to a later day by what stands near them, or have no date, and the report dates such a deed to one
    day alone: one that it tells again, or one done to the same (a word of theirs in common that is not said of many).
    Who was harmed by name was so once; other deeds that have a day must be spoken of by a noun with its article. Where
    only the year of a killing or an abduction is told, those who are named again were harmed in it; of a deed of
    which only the month is told, what is read as dated and was done to the same has that.
    """
    told = [n for n, claim in enumerate(claims) if _tells_its_time(claim, found[n])]
    given = [n for n in told if found[n].within_a_day or len(found[n].earliest or "") == YEAR]
    months = [n for n in told if len(found[n].earliest or "") == MONTH]
    first = [chain(n, retells)[-1] for n in range(len(claims))]
    days: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.type not in _DEEDS or claim.times:
            continue
        alike = [n for n in given if claims[n].type == claim.type]
        same = [n for n in alike if _shared(claim, claims[n])]
        again = [n for n in alike if first[n] == first[number]] if not same and _of_those(number, claims, first) else []
        once = [n for n in alike if (claim.harmed & claims[n].harmed) - _PLAIN]
        if not _is_open(claim, found[number], report, again=bool(again), once=bool(once)):
            continue
        meant = [found[n] for n in same or once or again]
        if not all(one.within_a_day for one in meant):
            # The year of a deed is that of those alone who are named again, and better than no date.
            named = [n for n in once if _by_name((claim.harmed & claims[n].harmed) - _PLAIN, report)]
            meant = [found[n] for n in named] if claim.type in _ON_SOMEBODY and not found[number].known else []
        if len({one.earliest for one in meant}) == 1 and not _earlier(found[number], meant[0]):
            days[number] = replace(meant[0], basis="relative")
        elif claim.timing == "dated" and found[number].basis in {"none", "publication"} and not of_a_war(claim):
            # Less exact than a day, a month is carried only to what is read as dated.
            meant = [found[n] for n in months if claims[n].type == claim.type and _shared(claim, claims[n])]
            if len({one.earliest for one in meant}) == 1:
                days[number] = replace(meant[0], basis="relative")
    return days


def only_days(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day of happenings whose type a report dates to one day alone, where they have none or that of the talk.

    "The death toll of an air strike on Monday rose to 20, a monitor said on Tuesday", under "20 dead in air strike":
    what is read as dated and named by a noun, or told in the head and the lead, was on no later day. The day of the
    report itself gives way to a day shortly before it alone. A report that tells one day of killing, which is long
    past, speaks of no other killings than those.
    """
    told: dict[str, list[Interval]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if (claim.happened or _is_alleged(claim)) and claim.times and found[number].told:
            told[claim.type].append(replace(found[number], basis="relative"))
    only = {sort: all_of[0] for sort, all_of in told.items() if len({bounds(one) for one in all_of}) == 1}
    return {
        number: only[claim.type]
        for number, claim in enumerate(claims)
        if claim.type in only and only[claim.type].within_a_day and not claim.times
        if claim.asserted or _is_alleged(claim)
        if _was_then(claim, found[number], only[claim.type], report)
    }  # fmt: skip


def _is_alleged(claim: ClaimTime) -> bool:
    """Whether a blow is told as one that may have been otherwise ("the suspected gas attack")."""
    return claim.type in BLOWS and claim.modality == "possible" and claim.polarity == "positive"


def _was_then(claim: ClaimTime, now: Interval, day: Interval, report: ReportTimes) -> bool:
    """Whether a claim can have been on the only day of its type: it has no date, or one of the talk."""
    if claim.type == "kill" and not now.known:
        long_ago = report.reference is not None and _days(day, report.reference) > _LONG
        return long_ago and not of_a_war(claim) and not _in_general(claim, report)
    later = _days(day, now.earliest or "") if now.within_a_day else 0
    if claim.timing != "dated" or later <= 0:
        return False
    if claim.type in BLOWS:
        by_noun = _BLOW.fullmatch(claim.trigger.of(report.text)) is not None
        return by_noun and not _is_another(claim, report) and (now.basis != "publication" or later <= _SHORTLY)
    first = report.sentences_begun(claim.trigger.start) <= _LEAD
    return first and now.basis != "publication" and report.reference is not None and _days(day, report.reference) == 1


def _is_another(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether the words right before a blow tell it from the rest: "a new strike", "weekend raids"."""
    start = claim.trigger.start
    before = report.text[max(claim.sentence.start, start - _BEFORE) : start]
    beside = [i for i in report.near(start - _BESIDE, start) if 0 <= start - i.timex.end <= _BESIDE]
    timed = any(":" not in item.span.of(report.text) for item in beside)  # not the minute of a line of the head
    return timed or _ANOTHER.search(before) is not None


def _days(day: Interval, until: str) -> int:
    """How many days lie between a day and another."""
    return (first_day(until[:DAY]) - first_day(day.earliest or "")).days if len(until) >= DAY else 0


def _by_name(words: Iterable[str], report: ReportTimes) -> bool:
    """Whether one of some words in small letters is a name in the report."""
    return any(re.search(rf"\b{re.escape(word.capitalize())}\b", report.text) for word in words)


def _of_those(number: int, claims: Claims, first: Sequence[int]) -> bool:
    """Whether a deed that is told again was done to those whom its other tellings name, or is told without them."""
    own = _naming(claims[number])
    others = (_naming(c) for n, c in enumerate(claims) if n != number and first[n] == first[number])
    return claims[number].tense != "present" and (not own or any(own & words for words in others))


def _is_open(claim: ClaimTime, interval: Interval, report: ReportTimes, *, again: bool, once: bool) -> bool:
    """Whether a deed has no date, or a day that what stands near its noun gave it."""
    undated = interval == UNKNOWN_INTERVAL and claim.asserted and not _in_general(claim, report)
    return undated or (interval.within_a_day and (once or _by_noun(claim, report, again=again)))


def _in_general(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether no single deed is meant: "no news of the deaths of any Russians", "known for kidnappings of newsmen"."""
    many = claim.trigger.of(report.text).lower().endswith("ings") and not _with_article(claim, report)
    return many or _ANY.match(report.text, claim.trigger.end) is not None


def _tells_its_time(claim: ClaimTime, interval: Interval) -> bool:
    """Whether a deed tells its day, its month or its year in words of its own."""
    told = claim.modality in {"actual", "possible"} and claim.polarity == "positive" and bool(claim.times)
    one = interval.within_a_day or interval.earliest == interval.latest
    return told and one and interval.told


def _by_noun(claim: ClaimTime, report: ReportTimes, *, again: bool) -> bool:
    return _with_article(claim, report) and (again or _OF.match(report.text, claim.trigger.end) is not None)


def _with_article(claim: ClaimTime, report: ReportTimes) -> bool:
    start = claim.trigger.start
    return _BY_NOUN.search(report.text[max(claim.sentence.start, start - _BEFORE) : start]) is not None


def _shared(claim: ClaimTime, other: ClaimTime) -> bool:
    return any(word.isalpha() for word in (claim.words & other.words) - _PLAIN)


def _naming(claim: ClaimTime) -> set[str]:
    """The words of a claim's roles that are not said of many, singular and plural as one."""
    return {word.rstrip("s") for word in claim.words - _PLAIN if word.isalpha()}


def _earlier(interval: Interval, other: Interval) -> bool:
    """Whether a day is the same as another or lies before it."""
    return interval.known and first_day(interval.earliest or "") <= first_day(other.earliest or "")
