"""Deeds that somebody speaks of, and what goes on by habit: the day of the talk is none of theirs.

"The minister condemned on Tuesday the killing of two nuns": that was said on Tuesday. "The town is regularly bombed":
that is no news of a day. Where nothing else dates them they have no date, rather than a wrong one. Of 11 such deeds
without a time of their own in reports that no model saw, which had the day of the talk, 2 were of that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from situate.model.interval import DAY, UNKNOWN_INTERVAL, Interval, first_day
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.when.dating_options import Bounds
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.told_beside import yesterday
from situate.resolve.when.undated import DONE, LASTING, Claims, ClaimTime, Found
from situate.text.times.meaning import Feast, Repeated

_DET = r"(?:(?:the|this|that|these|those|his|her|their|its|a|an)\s|[\w.]+['’]s?\s)"
# What is said or looked into: verbs and nouns whose object a deed is.
_SPOKEN_OF = re.compile(
    r"\b(?:condemn\w*|denounc\w*|deplor\w*|regret\w*|repudiat\w*|mourn\w*|comment\w*\son|(?:refer\w*|reaction|react\w*)\sto"
    r"|investigat\w+\s(?:of|into|on|over)|\binvestigate[sd]?|inquir(?:y|ies)\sinto|prob(?:e|es|ing)\s(?:of|into)|\bto\sprobe"
    r"|responsib\w+\sfor|responsibility\sfor|suspect\w*\s(?:of|in)|implicated\sin|involve\w*\sin|participat\w+\sin"
    r"|accus\w+\s(?:\w+\s)?of|outrage\s(?:at|over)|(?:the\s)?case\sof|aftermath\sof|in\s(?:the\s)?wake\sof"
    r"|mastermind\w*\s(?:of|behind)|evidence\s(?:of|in|on)|in\sconnection\swith|linked\s(?:to|with)"
    r"|(?:reprisal|retaliation|revenge)\sfor|(?:survivors|scene|site)\sof)"
    rf"\s{_DET}?(?:[\w-]+\s){{0,3}}$"
    # Who is remembered or buried died before: "gathered to remember those killed in the bombing of Lisk".
    r"|\b(?:remember(?:s|ed|ing)?|commemorat\w+|honou?r(?:s|ed|ing)?|mourn\w*|(?:pay|paid|paying)\stribute\sto"
    r"|bur(?:y|ied|ying)|(?:funerals?|burials?)\s(?:of|for)|(?:vigil|prayers?|rally)\sfor)"
    r"\s(?:(?:who|that)\s(?:was|were|had\sbeen)\s|(?!(?:and|but|when|while|after|before|as|by|was|were|is|are|has|have"
    r"|had|who|that|which)\b)[\w’'‑-]+\s){0,8}$",
    re.IGNORECASE,
)
# Whom a court or the police hold for a deed, which was before: "convicted of robbing a shop and taking a man hostage".
_HELD_FOR = re.compile(
    r"\b(?:(?:convicted|guilty|acquitted|accused|suspected|suspicion|accusations?)\sof|charge[ds]?\s(?:with|over|of)"
    r"|(?:convicted|charged|indicted|acquitted|questioned|tried)\s(?:(?!who\b|that\b|today\b)[\w’'-]+\s){1,5}(?:of|over|with|for|in)"
    r"|(?:jailed|sentenced|imprisoned|arrested|detained|wanted|tried|indicted|prosecuted)\s(?:[\w’'-]+\s){0,5}(?:for|over))"
    r"\s(?:(?!who\b|which\b|that\b|was\b|were\b|has\b|have\b|had\b|while\b|after\b|when\b)[\w’'-]+\s){0,10}$",
    re.IGNORECASE,
)
_PAST = ("ed", "shot", "took", "hit", "struck")
_HOLDING = frozenset({"detain", "restrict", "release"})
# A blow by its noun, as the ground of what is told ("was used in the attack on the town, the envoy said on Wednesday").
_IN_PASSING = re.compile(
    r"\b(?:in|of|after|following|to|from|for|by|with|about|over|behind|during)\s(?:the|this|that|these|those)"
    r"(?:\s(?!was\b|were\b|is\b|are\b|has\b|have\b|had\b|who\b|that\b|which\b|and\b)[\w’'‑-]+){0,2}\s$",
    re.IGNORECASE,
)
_HARM = re.compile(r"\b(?:kill|wound|die|dead|death|injur|destroy|damag|casualt|lost|hit|struck)", re.IGNORECASE)
_TELLING = (
    r"(?:said|says?|told|stated|declared|added|report(?:s|ed)?|announced|confirmed|denied|revealed|disclosed"
    r"|acknowledged|claimed|tweeted|wrote|insisted|concluded)"
)
_SAID_ON = re.compile(rf"\b{_TELLING}\b(?: [\w’'‑-]+){{0,4}},? (?:(?:late|early|earlier) )?(?:on )?$", re.IGNORECASE)
_ANNOUNCED_ON = re.compile(
    r",[^,;.]{1,60}\b(?:announced|declared|reported|said)(?: (?:late|early))? on $", re.IGNORECASE
)
_SAID_THAT = re.compile(r"\bthat,? (?:(?:late|early|earlier) )?(?:on )?$", re.IGNORECASE)  # "said that on Monday …"
_THEN_SAID = re.compile(rf",? (?:[\w’'‑-]+ ){{1,8}}{_TELLING}\b")
_OPENS = 4  # letters of a sentence before its first time: "On"
_DEEDS = BLOWS | {"kill", "abduct"}
_HABIT = r"(?:regularly|routinely|frequently|habitually|almost daily)"
_BY_HABIT = re.compile(
    rf"\b{_HABIT}\s(?:[\w-]+\s){{0,5}}$|\b{_HABIT}\sby\s(?:[\w-]+\s){{0,6}}(?:and\s)?$", re.IGNORECASE
)
# "Has repeatedly hit the town", "have long fled": over a time that nobody tells.
_TIME_AND_AGAIN = re.compile(
    r"\b(?:has|have|had)\s(?:been\s)?(?:repeatedly|consistently|slowly|gradually|steadily|often|frequently|long"
    r"|increasingly|persistently)\s(?:been\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
# "Attacked the town, by his count, 52 times", "flew out the wounded when they could": not on one day.
_OFTEN = re.compile(
    r"(?:(?!\b(?:and|but|while)\b)[^.;:]){0,50}?\b(?:(?:\d+|[a-z]+ty|dozens of|several|many|countless|numerous) times"
    r"|when(?:ever)? (?:they|it|he|she|we) could)\b",
    re.IGNORECASE,
)
_THEN_BY_HABIT = re.compile(rf"\s{_HABIT}\b", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:on\s)?\d{1,2}[./]\d{1,2}\.?", re.IGNORECASE)
_AFTER = 20  # code points in which "regularly" follows
_NOT_OVER = frozenset({"present", "perfect", None})


def spoken_of(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of happenings whose day is that of the talk about them (none), or that have none, by number.

    A happening whose own words tell its day, and which the choice of intervals left without one, has that day. What
    comes "every Friday", or was on a day that cannot be read, is no news of the day.
    """
    given = {(c.type, _bounds(found[n])) for n, c in enumerate(claims) if c.times and c.kind != "state"}
    changed: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if not claim.happened:
            continue
        if claim.times:
            if found[number].basis == "publication" and _tells_no_day(claim, report):
                changed[number] = UNKNOWN_INTERVAL
            own = _own_day(claim, report) if found[number] == UNKNOWN_INTERVAL else None
            changed |= {number: own} if own is not None else {}
        elif found[number].known and (
            _by_habit(claim, report) or _lent_day(claim, found[number], given, report) or _is_held_for(claim, report)
        ):
            changed[number] = UNKNOWN_INTERVAL
    return changed


def said_the_day_before(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day before publication, for news that somebody told then and went on telling, by the number of the claim.

    "…, sources said on Wednesday. The army had taken two hills, they added", printed on Thursday: what they knew on
    Wednesday had happened by then; so had what "has been taken, the army announced on Wednesday".
    """
    told = {}
    for number, claim in enumerate(claims):
        news = claim.spoken and claim.modality == "actual" and found[number].basis == "publication"
        if not news or claim.times:
            continue
        day = yesterday(claim, report)
        if day is not None and _speech_goes_on(claim, day, report):
            told[number] = day
        elif (then := _said_then(claim, report)) is not None:
            told[number] = then
        elif (announced := _announced(claim, report)) is not None:
            told[number] = announced
    return told


def _announced(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The day before publication, on which somebody announced what has been done, as its sentence says behind it."""
    if claim.tense != "perfect" or claim.type in LASTING or report.day is None:
        return None
    known = [i for i in report.inside(claim.sentence) if i.interval.known and i.span != report.dateline]
    behind = report.text[claim.trigger.end : known[0].timex.start] if len(known) == 1 else ""
    before = (first_day(report.day) - dt.timedelta(days=1)).isoformat()
    if not _ANNOUNCED_ON.search(behind) or _bounds(known[0].interval) != (before, before):
        return None
    return replace(known[0].interval, basis="relative")


def _said_then(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The day that opens the sentence of a claim, where somebody told of it then ("On Tuesday a man said raids …")."""
    if claim.type in LASTING or claim.tense not in {"past", "pluperfect"}:
        return None
    for item in report.inside(claim.before):
        opens = item.timex.start - claim.sentence.start <= _OPENS and item.interval.within_a_day
        over = report.day is not None and (item.interval.latest or "")[:DAY] < report.day
        if opens and over and _THEN_SAID.match(report.text, item.timex.end, claim.trigger.start):
            return replace(item.interval, basis="relative")
    return None


def _speech_goes_on(claim: ClaimTime, day: Interval, report: ReportTimes) -> bool:
    """Whether the day that is told last before a claim is one on which somebody spoke."""
    before = [i for i in report.near(0, claim.trigger.start) if i.timex.end <= claim.trigger.start]
    last = next((i for i in reversed(before) if _bounds(i.interval) == _bounds(day)), None)
    if last is None:
        return False
    before_it = report.text[max(report.begun(last.timex.start, 1), default=0) : last.timex.start]
    return _SAID_ON.search(before_it) is not None and not _SAID_THAT.search(before_it)


def _is_held_for(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a deed is what somebody is tried or arrested for, in a sentence that names no day behind it."""
    verb = (
        claim.trigger.of(report.text).casefold().endswith(_PAST)
    )  # "the man who was charged with fraud killed a guard"
    if verb or claim.type in _HOLDING or _HELD_FOR.search(claim.before.of(report.text)) is None:
        return False
    return not any(i.interval.known and i.timex.start >= claim.trigger.end for i in report.inside(claim.sentence))


def _lent_day(claim: ClaimTime, interval: Interval, given: set[tuple[str, Bounds]], report: ReportTimes) -> bool:
    talk = _of_the_talk(claim, interval, given, report)
    return interval.within_a_day and (talk or _told_as_over(claim, interval, report))


def _of_the_talk(claim: ClaimTime, interval: Interval, given: set[tuple[str, Bounds]], report: ReportTimes) -> bool:
    """Whether a deed is the object of talk, and has the day of the talk alone, which no deed of the report has."""
    if interval.basis == "publication" or (claim.type, _bounds(interval)) in given:
        return False
    here = report.inside(claim.before)
    lent = any(_bounds(i.interval) == _bounds(interval) for i in here if i.span != report.dateline)
    told = lent and _SPOKEN_OF.search(_without(here, report.text, claim.before)) is not None
    return told or _in_passing(claim, interval, report)


def _in_passing(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether a blow without a toll is the ground of what somebody says on the day that it has.

    Of 6 such blows in annotated reports 2 were of the day of speaking; of 9 with a toll, 5.
    """
    before = claim.before.of(report.text)
    if claim.type not in _DEEDS or not _IN_PASSING.search(before) or _HARM.search(before):
        return False
    lent = [
        i
        for i in report.inside(claim.sentence)
        if _bounds(i.interval) == _bounds(interval) and i.span != report.dateline
    ]
    said = [_SAID_ON.search(report.text[claim.sentence.start : i.timex.start]) for i in lent]
    return bool(said) and all(said)


def _without(times: Sequence[TimeInText], text: str, span: Span) -> str:
    """The words of a stretch, without those of time ("condemned {on Tuesday} the killing of …")."""
    cuts = [span.start, *(n for i in times for n in (i.timex.start, i.timex.end)), span.end]
    words = "".join(text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return re.sub(r"\s(?:(?:early|late|on)\s+)*\s", " ", words)


def _by_habit(claim: ClaimTime, report: ReportTimes) -> bool:
    end = claim.trigger.end
    before, after = claim.before.of(report.text), report.text[end : end + _AFTER]
    habit = claim.tense in _NOT_OVER and bool(_BY_HABIT.search(before) or _THEN_BY_HABIT.match(after))
    often = _OFTEN.match(report.text, end, claim.sentence.end)
    return habit or often is not None or _TIME_AND_AGAIN.search(before) is not None


def _tells_no_day(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim's own words tell how often it comes ("every Friday", "almost daily"), or a day that cannot be
    read: "during Eid", which is either feast, "on 5/4"."""
    own = in_roles(claim, report)
    if not own:
        return any(_BARE_DAY.fullmatch(span.of(report.text)) for span in claim.times)
    return all(isinstance(i.timex.meaning, Repeated | Feast) and not i.interval.known for i in own)


def _told_as_over(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether what is told as done has a day, found near it, that is still to come."""
    if report.day is None or claim.tense not in DONE:
        return False
    return first_day(interval.earliest or "") > first_day(report.day)


def _own_day(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The one day that a claim's own words name; ``None`` where they name none or several."""
    own = in_roles(claim, report)
    days = {_bounds(item.interval): item.interval for item in own if item.interval.within_a_day}
    return next(iter(days.values())) if len(days) == 1 and claim.polarity == "positive" else None


def _bounds(interval: Interval) -> Bounds:
    return (interval.earliest or "")[:DAY] or None, (interval.latest or "")[:DAY] or None
