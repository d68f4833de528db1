"""Dates that a claim takes from what is told beside it: the claim before, the end of a siege, the day of the news."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length
from situate.text.times.resolve import start_of

_TOLD_WITHIN = 2  # sentences before a claim in which the day stands that its news is of


def yesterday(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The day before publication, where that is the last day told shortly before news without a date; else ``None``.

    A paper prints on Thursday what was "said on Wednesday"; days that lie further back date something else.
    """
    if report.day is None:
        return None
    begun = min(report.begun(claim.trigger.start, 1 + _TOLD_WITHIN), default=0)
    near = [i for i in report.near(begun, claim.trigger.start) if begun <= i.timex.start < claim.trigger.start]
    told = [(i.interval.earliest or "")[:10] for i in near if _is_day(i, report)]
    before = (first_day(report.day) - dt.timedelta(days=1)).isoformat()
    if told[-1:] != [before]:
        return None
    return Interval(earliest=before, latest=before, precision="day", basis="relative")


def _is_day(item: TimeInText, report: ReportTimes) -> bool:
    """Whether an expression names one day or an hour of it, and bounds nothing."""
    dates = item.names_date and item.timex.relation not in {"since", "until"}
    return item.interval.within_a_day and dates and item.span != report.dateline


_FORMER = re.compile(r"\b(?:previous|earlier|past|former|prior|other)\b", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"(?:(?:in|during|on|at|by|that|the|same|later|early|late)\s+)*(?:morning|noon|afternoon|evening|night|dawn|dusk|midnight)"
)
_BURYING = re.compile(r"bur(?:y|ied|ies|ying|ial)s?", re.IGNORECASE)
_NEXT = 150  # letters from a burial to the blow that is told next
_SHORTLY = 25  # letters before a trigger in which such a word means it
_SAME_DAY = 4  # sentences after a happening of a day in which "in the evening" is that of its day
_NOW_TENSES = frozenset({"present", "perfect"})  # "have fled" beside a raid of Friday: that is how things stand now
_GOES_ON = 2  # sentences after a dated claim in which another one may take its date


def carried_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """Claims that the reading model takes for dated, though no words near them date them: by the order of the telling.

    They take the time of the claim told last before them, if words dated it to a day or some days of a month and it
    stands near; "in April" is mostly of what was before. What tells only the part of the day ("in the evening") was on
    the day of the happening told before.
    """
    carried: dict[int, Interval] = {}
    last: tuple[int, Interval] | None = None
    day: tuple[int, Interval] | None = None
    news = 0
    for number, claim in sorted(enumerate(claims), key=lambda item: item[1].trigger.start):
        sentence = report.sentences_begun(claim.trigger.start)
        own = found[number]
        if (anew := report.told_anew(claim.trigger.start)) != news:
            news, last, day = anew, None, None
        if _on_that_day(claim, report):
            if day is not None and sentence - day[0] <= _SAME_DAY:
                carried[number] = replace(day[1], basis="relative")
        elif own.told:
            last = (sentence, own) if _of_days(own) else None
            day = (sentence, own) if claim.kind != "state" and own.one_day else day
        elif last is not None and sentence - last[0] <= _GOES_ON and _follows(claim, report):
            carried[number] = replace(last[1], basis="relative")
    return carried


def _follows(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim may take its time from the one before it: a happening that is dated, by no words of its own."""
    before = report.text[max(0, claim.trigger.start - _SHORTLY) : claim.trigger.start]
    dated = claim.happened and claim.timing == "dated"
    return dated and claim.tense not in _NOW_TENSES and not claim.times and not _FORMER.search(before)


def _on_that_day(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether all that a happening says of its time is a part of the day ("in the evening, a second strike …")."""
    return (
        claim.happened
        and bool(claim.times)
        and all(_PART_OF_DAY.fullmatch(span.of(report.text).casefold()) for span in claim.times)
    )


def of_its_blow(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """Harm that has the day of the report only for want of a date, and stands behind the blow that did it.

    "The blast destroyed the bank and damaged houses", of a blast of Monday: both were on Monday, if their sentence
    names no other time.
    """
    blows: dict[Span, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.type in BLOWS and claim.asserted:
            blows[claim.sentence].append(number)
    moved = {}
    for number, claim in enumerate(claims):
        if claim.type not in _HARM or found[number].basis != "publication":
            continue
        before = [n for n in blows[claim.sentence] if claims[n].trigger.start < claim.trigger.start]
        days = [found[n] for n in before if found[n].told]
        one = len({bounds(day) for day in days}) == 1
        if one and days[0].one_day and not _timed(claim.sentence, report):
            moved[number] = replace(days[0], basis="relative")
    return moved


_HARM = frozenset({"kill", "destroy"})


def _timed(sentence: Span, report: ReportTimes) -> bool:
    """Whether a sentence names a time, beside the dateline."""
    return any(i.interval.known and i.span != report.dateline for i in report.inside(sentence))


def _as_told(claims: Claims) -> Iterator[tuple[int, int]]:
    """The number of each claim with that of the one told next."""
    return pairwise(sorted(range(len(claims)), key=lambda n: claims[n].trigger.start))


def of_the_buried(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """ "They are burying nine people. Gunmen attacked them on Friday": who is buried died in the blow told next."""
    died = {}
    for number, after in _as_told(claims):
        buried = claims[number].type == "kill" and _BURYING.fullmatch(claims[number].trigger.of(report.text))
        near = claims[after].trigger.start - claims[number].trigger.end <= _NEXT
        blow = claims[after].type in BLOWS and claims[after].modality == "actual" and found[after].one_day
        if buried and near and blow and not found[number].told:
            died[number] = replace(found[after], basis="relative")
    return died


_DEEDS_NEXT = {"kill": BLOWS, "capture": frozenset({"advance", "capture"})}  # what tells more of such news
_THAT_PLACE = re.compile(
    r"\s(?:(?:into|in|at|on)\s)?(?:it|them|(?:the|this|that)\s"
    r"(?:place|town|village|locality|city|settlement|area|district|quarter|camp|port|base))\b",
    re.IGNORECASE,
)


_AGAIN_AFTER = re.compile(r"\sagain,?\s(?:after|since|when)\s")


def of_the_deed_told_next(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """News without a time that a deed of one day brought about, as is told right behind it: it is of that day.

    "Three dead in Varn. The army attacked the place on Sunday", "Varn has fallen. Rebels entered it yesterday", "The
    road is open again after troops cleared it on Sunday".
    """
    taken = {}
    for number, after in _as_told(claims):
        news, deed = claims[number], claims[after]
        dated = deed.asserted and bool(deed.times) and found[after].told and found[after].one_day
        if not (dated and news.asserted and not news.times and _THAT_PLACE.match(report.text, deed.trigger.end)):
            continue
        if _next_sentence_tells(news, deed, report) or (
            found[number].basis == "publication" and _opened_again(news, deed, report)
        ):
            taken[number] = replace(found[after], basis="relative")
    return taken


def _next_sentence_tells(news: ClaimTime, deed: ClaimTime, report: ReportTimes) -> bool:
    """Whether the sentence behind some news tells how it came about, and its own sentence no time."""
    if news.tense not in {*_NOW_TENSES, None} or deed.type not in _DEEDS_NEXT.get(news.type, ()):
        return False
    apart = report.text[news.sentence.end : deed.sentence.start]
    return news.sentence.end <= deed.sentence.start and apart in {"", " "} and not _timed(news.sentence, report)


def _opened_again(way: ClaimTime, deed: ClaimTime, report: ReportTimes) -> bool:
    """Whether a way is told to be "open again after" a deed."""
    led = way.type == "open_route" and deed.sentence == way.sentence
    return led and _AGAIN_AFTER.match(report.text, way.trigger.end, deed.trigger.start) is not None


def until_its_end(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """Sieges whose end is told in their own sentence lasted until then ("broke the four-month siege on Tuesday").

    "Lifted the siege on Saturday" tells of none that was laid on Saturday: its beginning is unknown.
    One that was over before the day that its length was counted back from is counted back from its end ("a pact in 2021
    ended a siege of six months").
    """
    ends = {
        claim.sentence: (claim.trigger.start, found[number])
        for number, claim in enumerate(claims)
        if claim.type == "siege_end" and claim.asserted
    }
    ended = {}
    for number, claim in enumerate(claims):
        told, end = ends.get(claim.sentence) or _told_next(claim, found[number], ends, report)
        earliest = found[number].earliest
        if claim.type != "besiege" or earliest is None or end is None or not end.latest:
            continue
        begun = _counted_from(end, claim, report)
        lifted = end.within_a_day and told < claim.trigger.start  # "lifted the siege", not "the siege ended"
        up_to_now = begun is not None and found[number].latest == report.reference
        there = earliest == end.earliest and found[number].latest in {end.latest, OPEN}
        at_its_end = there and (begun is not None or lifted)
        if earliest > end.latest or at_its_end or up_to_now:
            ended[number] = replace(end, earliest=begun, basis="relative")
            alike = (n for n, o in enumerate(claims) if o.type == "besiege" and o.sentence == claim.sentence)
            ended |= {n: ended[number] for n in alike if up_to_now and found[n] == found[number]}
        elif found[number].latest == OPEN:
            ended[number] = replace(found[number], latest=end.latest)
    return ended


_OF_IT = re.compile(
    r"(?:it|(?:the|that|this) (?:siege|blockade|encirclement|ring))\s(?!of\b|around\b|on\b)", re.IGNORECASE
)
_AFTER_IT = 2  # sentences behind a siege in which it can be told to have ended


def _told_next(
    claim: ClaimTime, siege: Interval, ends: Mapping[Span, tuple[int, Interval]], report: ReportTimes
) -> tuple[int, Interval | None]:
    """The end that is told of a siege right after it ("a siege of 81 days … It was broken on Sunday"), where it is
    counted back from the day of the report only because nothing nearer was seen.
    """
    if siege.basis != "relative" or siege.latest not in {OPEN, report.reference}:
        return 0, None
    here = report.sentences_begun(claim.trigger.start)
    for sentence, (told, end) in ends.items():
        near = 0 < report.sentences_begun(told) - here <= _AFTER_IT
        if near and end.within_a_day and _OF_IT.match(report.text, sentence.start):
            return told, end
    return 0, None


def _counted_from(end: Interval, claim: ClaimTime, report: ReportTimes) -> str | None:
    """When what lasted so long had begun by the first day of its end, as exact as that is told."""
    items = [i for span in claim.times for i in report.inside(span)]
    lengths = [i.timex.meaning for i in items if isinstance(i.timex.meaning, Length)]
    if len(lengths) != 1 or end.earliest is None:
        return None
    begun = start_of(lengths[0].high, lengths[0].unit, first_day(end.earliest).isoformat())
    return begun[: len(end.earliest)] if begun is not None else None


_CHANGES = frozenset({"surrender", "withdraw", "handover", "capture"})
_NOW = re.compile(r"\bnow\b(?: [\w’'‑-]+){0,2} ?$", re.IGNORECASE)  # "now held", "is now under army control"


def since_the_change(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """ "They surrendered on Friday, and the town is now held by the army": who holds it now does so since that day."""
    begun = {}
    changes: dict[Span, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.type in _CHANGES and claim.asserted:
            changes[claim.sentence].append(number)
    for number, claim in enumerate(claims):
        if claim.type != "control" or claim.modality != "actual" or found[number].earliest is not None:
            continue
        for other in changes[claim.sentence]:
            day = found[other].earliest
            before = claims[other].trigger.end <= claim.trigger.start
            if day and day == found[other].latest and before and is_now(claim, report):
                begun[number] = Interval(earliest=day, latest=OPEN, precision=found[other].precision, basis="relative")
    return begun


def is_now(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether "now" stands right before what holds; elsewhere in its sentence it is of something else."""
    return _NOW.search(claim.before.of(report.text)) is not None


_LONG_AGO = dt.timedelta(days=31)  # before the day of a report: what it tells of then, it tells as history
_JOINED = frozenset("-‑–")
_WHEN_IT_DID = re.compile(r"\b(?:when|while|before|until)\s+(?:(?!was|were|had|has|is|are)\w+\s+){1,3}$", re.IGNORECASE)


def as_of_then(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """States that are told of a time that is past, and of now only if somebody says so.

    "In March 2012 the army seized the rebel-held quarter": the quarter was held by the rebels then. "When it controlled
    the city, the group closed the schools": it did at some time.
    """
    if report.day is None:
        return {}
    begin = (first_day(report.day) - _LONG_AGO).isoformat()
    past = {}
    for number, claim in enumerate(claims):
        if claim.kind != "state" or found[number].latest != OPEN or found[number].earliest is not None or claim.times:
            continue
        before = claim.before.of(report.text)
        if claim.tense == "past" and _WHEN_IT_DID.search(before):
            past[number] = UNKNOWN_INTERVAL
        elif before[-1:] in _JOINED:
            beside = [n for n, other in enumerate(claims) if other.sentence == claim.sentence and other.kind != "state"]
            days = [found[n].latest for n in beside if claims[n].modality == "actual" and found[n].known]
            last = max((day for day in days if day and day != OPEN), default=None)
            if last is not None and len(days) == len([d for d in days if d]) and last[:10] < begin:
                past[number] = replace(
                    UNKNOWN_INTERVAL,
                    latest=last,
                    precision="day" if len(last) >= 10 else "month" if len(last) == 7 else "year",
                    basis="relative",
                )
    return past


def _of_days(interval: Interval) -> bool:
    ends = interval.earliest, interval.latest
    return all(b is not None and b != OPEN and len(b) >= 10 for b in ends) and ends[0][:7] == ends[1][:7]  # type: ignore[index]
