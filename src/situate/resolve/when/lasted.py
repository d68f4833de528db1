"""What lasted longer than a day, by the length that its words give it: "after three days of clashes", "a long raid".

No single day holds it all: what has been given one had begun so long before that day. A day that the length is counted
from ("a three-day strike called from Monday on") is the first of it, and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from situate.model.interval import DAY, OPEN, Interval, first_day, last_day
from situate.model.span import Span
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.terms import is_count, is_set
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length, Window
from situate.text.times.resolve import end_of, start_of

_ELSE = r"and|or|but|after|before|since|when|who|that|which|over|in|on|at|to|from|for|by|with"
_OF_IT = re.compile(rf"(?:[ ‑-](?:long|old))*(?:\sof)?\s(?:(?!(?:{_ELSE})\b)[\w’'‑-]+\s){{0,2}}")
_FOR = re.compile(r"\bfor\s(?:\w+\s){0,2}$", re.IGNORECASE)  # "besieged for two years, the town …": of another clause
_AHEAD = re.compile(
    r"\W+(?:(?:that|which|has|had|is|was|to)\s)*(?:beg[aiu]n|start|call|schedul|plann|propos)\w*", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:more|another|further)\s(?!than\b)", re.IGNORECASE
)  # "after four more days": from what was told
_TERMS = frozenset(
    {"detain", "release", "ceasefire", "agreement"}
)  # the length is that of a sentence, or of what is to be
_AFTER = re.compile(r"\b(?:after|following|at the end of)\s(?:(?!(?:and|but|when|who|which|that)\b)[\w’'‑-]+\s){0,5}$")
# What says, between a deed and a length, that the deed went on so long: "shelled it for", "began on Monday and lasted".
_WENT_ON = re.compile(
    r"^(?:(?!\b(?:and|but|who|which|that|after|before)\b)[^.,;:])*\bfor $"
    r"|\b(?:lasted|went on for|dragged on for|raged for|continued for)\s(?:for\s)?$",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(r"\b(?:not|never|no)\b|n[’']t\b")  # "which did not reach the town until Friday"
_BEGUN = re.compile(
    r"\b(?:beg[au]n|start(?:ed|ing)|erupt\w*|br[oe]ke out|since|launch\w*|still|plung\w+|slid)\b", re.IGNORECASE
)
_OPENS = re.compile(r"(?:[Tt]he|[Aa]n?)?\s?(?:[\w’'-]+\s)?")
_OF_PLACE = re.compile(r"(?:\s(?:in|of|over|for|between|and|the|[A-Z][\w’'-]*)){0,8}\s")
_DID = re.compile(r"\s(?!ended\b)(?:[a-z]+ed|left|cost|saw|drove|made|took)\b")
_AFTER_IT = re.compile(r"\s(?:after|before|since|in|of)\b", re.IGNORECASE)
_UNITS = frozenset({"day", "week", "month", "year"})
_HOURS = 24  # of a day
_BEFORE_IT = 2  # sentences, with its own, in which a state of some hours finds its day


def as_long_as_told(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of what was given one day and is told with a length of several, by the number of the claim."""
    starts = sorted(claim.trigger.start for claim in claims)
    stretched = {}
    for number, claim in enumerate(claims):
        day = (found[number].latest or "")[:DAY]
        told = claim.modality == "actual" and claim.type not in _TERMS and found[number].within_a_day
        if not told or not _is_past(day, report):
            continue
        length = _length_of(claim, starts, report)
        begun = _window_up_to(day, claim, report) if length is None else start_of(length.high, length.unit, day)
        if begun is not None and first_day(begun) < first_day(day):
            stretched[number] = replace(found[number], earliest=begun, latest=day, precision="day", basis="relative")
    return stretched


def lasted_on(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of what began on a date and is told with how long it went on from then, by number.

    "The attack began on 3 May and lasted four days"; "took the port in 1992 and shelled the town for two years". What
    has been going on is counted back from the report.
    """
    stretched = {}
    for number, claim in enumerate(claims):
        begun = found[number].earliest
        if claim.modality != "actual" or claim.tense not in {"past", "pluperfect"}:
            continue
        if claim.type in _TERMS or begun is None or begun != found[number].latest or not found[number].told:
            continue
        length = _went_on(claim, begun, claims, report)
        end = end_of(length.high, length.unit, begun) if length is not None else None
        if end is not None and _is_past(end, report):
            stretched[number] = replace(found[number], latest=end, basis="relative")
    return stretched


def until_told(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of happenings whose own words tell when they began and until when they went on, and the year of
    those that are over, which their words tell and nothing leaves open, by number.

    "Fighting began on Monday and continued until Tuesday"; "fought a six-week war in 2020", "the war in 2011 killed".
    """
    stretched: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        own = in_roles(claim, report) if claim.happened else []
        began = [i for i in own if i.timex.relation in {"in", None} and i.names_date]
        begun = to_day(found[number]).earliest
        if len(began) != 1 or begun is None or begun != (began[0].resolved.earliest or "")[: len(begun)]:
            continue
        first = began[0]
        ends = [i for i in own if i.timex.relation == "until" and i.interval.latest and i.timex.start > first.timex.end]
        if ends and not _NOT_UNTIL.search(report.text, first.timex.end, ends[0].timex.start):
            last = (ends[0].interval.latest or "")[:DAY]
            if first_day(begun) < last_day(last):
                stretched[number] = replace(found[number], earliest=begun, latest=last, basis="relative")
        elif found[number].latest == OPEN and claim.tense == "past" and _is_of_it(claim, first, own, report):
            stretched[number] = to_day(first.interval)
    return stretched


_LEADS = 30  # letters in which "from" and what narrows a date stand before it
_FROM = re.compile(r"\bfrom\s(?:the\s)?(?:(?:start|beginning|end|early|late)\s(?:of\s)?)?\Z", re.IGNORECASE)


def from_until(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """States from one day, month or year until another, by number: "under siege from May until last week"."""
    told: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        own = in_roles(claim, report) if claim.kind == "state" and claim.asserted else []
        if len(own) != 2 or own[1].timex.relation != "until" or not own[0].names_date:
            continue
        begun, ended = own[0].interval.earliest, own[1].interval.latest
        before = report.text[max(claim.sentence.start, own[0].timex.start - _LEADS) : own[0].timex.start]
        if begun is None or ended is None or ended == OPEN or _FROM.search(before) is None:
            continue
        if first_day(begun) < last_day(ended):
            told[number] = replace(own[0].interval, earliest=begun, latest=ended, basis="relative")
    return told


def _is_of_it(claim: ClaimTime, date: TimeInText, own: Sequence[TimeInText], report: ReportTimes) -> bool:
    """Whether the date of a fight is that of all of it: it has a length besides, or is the subject of a verb behind."""
    if any(isinstance(length := i.timex.meaning, Length) and _is_long(length) for i in own):
        return _BEGUN.search(report.text, claim.sentence.start, claim.sentence.end) is None
    opens = _OPENS.fullmatch(report.text, claim.sentence.start, claim.trigger.start) is not None
    beside = _OF_PLACE.fullmatch(report.text, claim.trigger.end, date.timex.start) is not None
    return opens and beside and _DID.match(report.text, date.timex.end) is not None


def for_hours(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day of states that lasted some hours ("stormed it on Monday and held it for nine hours"), by number.

    It is that of the happening told last before them in their sentence, or the one before that.
    """
    held = {}
    ordered = sorted(range(len(claims)), key=lambda n: claims[n].trigger.start)
    for at, number in enumerate(ordered):
        claim = claims[number]
        over = claim.kind == "state" and claim.asserted and claim.tense in {"past", "pluperfect"}
        over = over and claim.type not in _TERMS
        own = (i.timex.meaning for span in claim.times for i in report.near(span.start, span.end))
        if not over or not any(isinstance(m, Length) and m.unit == "hour" and not _is_long(m) for m in own):
            continue
        begin = min(report.begun(claim.trigger.start, _BEFORE_IT), default=0)
        near = [n for n in ordered[:at] if claims[n].trigger.start >= begin and claims[n].happened]
        days = [found[n] for n in near if found[n].one_day and found[n].told]
        if days:
            held[number] = replace(days[-1], basis="relative")
    return held


def _went_on(claim: ClaimTime, begun: str, claims: Claims, report: ReportTimes) -> Length | None:
    """How long a claim is told to have gone on, behind it, where its sentence dates it before that."""
    text = report.text
    here = report.inside(claim.sentence)
    for item in here:
        length, between = item.timex.meaning, text[claim.trigger.end : item.timex.start]
        if not isinstance(length, Length) or not _is_long(length) or item.timex.start < claim.trigger.end:
            continue
        if item.timex.mod is not None or not _WENT_ON.search(between) or _AFTER_IT.match(text, item.timex.end):
            continue
        if any(claim.trigger.end <= other.trigger.start < item.timex.start for other in claims):
            continue
        dated = any(i.timex.end <= item.timex.start and i.resolved.earliest == begun for i in here)
        return length if dated else None
    return None


def at_its_end(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The last day of the stretch of what a deed came after, for the deed that was given all of it, by number.

    "Took the town after a three-month siege": the siege went on for three months, not the taking.
    """
    beside: dict[Span, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        beside[claim.sentence].append(number)
    ended: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        stretch = found[number]
        deed = claim.happened and not claim.times and stretch.basis == "relative" and not stretch.within_a_day
        others = (claims[n] for n in beside[claim.sentence] if deed and found[n] == stretch)
        if any(_follows(claim, other, report.text) and report.inside(other.before) for other in others):
            day = (stretch.latest or "")[:DAY]
            at_the_end = Interval(earliest=day, latest=day, precision="day", basis="relative")
            is_news = report.published is not None and day == report.published.latest
            ended[number] = report.published if is_news and report.published else at_the_end
    return ended


def _follows(claim: ClaimTime, other: ClaimTime, text: str) -> bool:
    """Whether a deed is told to come after another, which stands behind it."""
    here, there = claim.trigger.end, other.trigger.start
    return here < there and _AFTER.search(text, here, there) is not None


def counted_in(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day of the report, for what got the stretch in which it was the second or the worst of its kind, by number.

    "The second raid in two weeks", "in the past two weeks" did not last two weeks: it is the news.
    """
    day = report.published
    if day is None:
        return {}
    counted: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.happened and found[number].latest == day.latest:
            own = (item for span in claim.times for item in report.near(span.start, span.end))
            counted |= {number: day} if any(_counts(item, found[number], report) for item in own) else {}
    return counted


def _counts(item: TimeInText, interval: Interval, report: ReportTimes) -> bool:
    counts = isinstance(item.timex.meaning, Length | Window) and is_count(report.text, item.span)
    return counts and item.interval.earliest is not None and item.interval.earliest == interval.earliest


def _is_long(length: Length) -> bool:
    return length.unit in _UNITS or (length.unit == "hour" and (length.high or 0) >= _HOURS)


def _is_past(day: str, report: ReportTimes) -> bool:
    return report.reference is None or day <= report.reference[:DAY]


def _length_of(claim: ClaimTime, starts: Sequence[int], report: ReportTimes) -> Length | None:
    """The length right before a trigger that says how many days or more that went on; none that is another claim's."""
    end = claim.trigger.start
    for item in report.inside(claim.before):
        length = item.timex.meaning
        if isinstance(length, Length) and _is_long(length):
            beside = any(item.timex.end <= other < end for other in starts)
            if not beside and _OF_IT.fullmatch(report.text, item.timex.end, end) and not _leads_on(claim, item, report):
                return length
    return None


def _window_up_to(day: str, claim: ClaimTime, report: ReportTimes) -> str | None:
    """Where the stretch up to a day begins that a claim's own words tell ("in the last 48 hours")."""
    own = (item for span in claim.times for item in report.near(span.start, span.end) if item.span.overlaps(span))
    windows = [i for i in own if isinstance(i.timex.meaning, Window) and i.timex.meaning.amount is not None]
    windows = [i for i in windows if not is_count(report.text, i.span)]
    return windows[0].interval.earliest if len(windows) == 1 and windows[0].interval.latest == day else None


def _leads_on(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> bool:
    """Whether a length is counted on from a day that was told, or is that of another clause."""
    text = report.text
    counted = (
        is_set(text, item.span)
        or _AHEAD.match(text, claim.trigger.end)
        or _MORE.search(text, item.timex.start, item.timex.end)
    )
    return bool(counted) or _FOR.search(text[claim.sentence.start : item.timex.start]) is not None
