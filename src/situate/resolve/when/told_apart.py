"""Claims that are told by how long after them another was: "killed 24 people, a day after Russia agreed a truce"."""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, MONTH, OPEN, UNKNOWN_INTERVAL, YEAR, Interval, TimePrecision
from situate.resolve.when.counted_back import around, news_before, takes_up
from situate.resolve.when.laid_on import puts_a_ring
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found, beside_older_times
from situate.text.times.meaning import Length
from situate.text.times.resolve import start_of

_AFTER = re.compile(r"\s+(?:after|following)\s+", re.IGNORECASE)
# "And" between two names ends no clause: "after Varnia and the Union agreed on a truce".
_CLAUSE_ENDS = re.compile(r"[,;:]\s|\s(?:and(?!\s(?:the\s)?[A-Z])|but|while|before|after|when|which)\s")
_NAME = re.compile(r",(?:\s[A-Z][\w.’'‑-]*){1,4},(?=\s)")  # "after the envoy, Ana Veld, spoke to them"
_BARELY = re.compile(r"(?:barely|just)\s", re.IGNORECASE)
_REACH = 120  # letters after "after" in which the trigger of its clause stands
_LEAD = 4  # sentences of a report, a headline among them
_OPENS = 12  # letters of a sentence before a length that opens it ("Just a day after …, they …")
_PRECISION: dict[int, TimePrecision] = {YEAR: "year", MONTH: "month", DAY: "day"}
_COUNTED = frozenset({"day", "week", "month", "year"})


def told_apart(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When those claims were of which the report counts how long after them something else was.

    Counted back from the day told before the length in its sentence, from that of the claim told there, from that of
    the news which the sentence takes up ("The attack came two days after …"), or else from the day of the report; for
    months and years only the month or year is told so. Claims with a time of their own in their clause keep it.
    """
    apart = {}
    for number, claim in enumerate(claims):
        length = _counted(claim, report)
        if length is None:
            continue
        start = _base(claim, length, claims, found, report)
        amount = length.timex.meaning.high if isinstance(length.timex.meaning, Length) else None
        if _unit(length) == "week":  # is about a week
            whole = start is not None and len(start) == DAY and amount is not None
            apart[number] = around(start or "", amount or 0, "week") if whole else UNKNOWN_INTERVAL
            continue
        day = start_of(amount, _unit(length), start) if start is not None else None
        if day is not None:
            day = day[: {"month": MONTH, "year": YEAR}.get(_unit(length), DAY)]
            until = OPEN if claim.kind == "state" and claim.type != "ceasefire" else day
            apart[number] = Interval(earliest=day, latest=until, precision=_PRECISION[len(day)], basis="relative")
    return apart


def news_counted_from(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day of the report, for what came so long after another deed and is the news: "a week after they took the
    port, ships came in", where the sentence names no date and takes up no other news that has a day. Below its first
    sentences a report tells what was long ago as well.
    """
    news: dict[int, Interval] = {}
    day = report.published
    for claim in claims if day is not None else ():
        length = _counted(claim, report)
        if length is None or report.sentences_begun(claim.sentence.start) > _LEAD:
            continue
        if takes_up(claim.sentence, report) and news_before(claim.sentence, claims, found, report) is not None:
            continue
        dated = any(i.interval.known and not isinstance(i.timex.meaning, Length) for i in report.inside(claim.sentence))
        for number, other in enumerate(claims):
            beside = other.sentence == claim.sentence and other is not claim and other.happened and not dated
            beside = beside and not beside_older_times(other, report)
            if beside and day is not None and _is_news(other, length) and not is_told_apart(other, report):
                news[number] = day
    return news


def _is_news(claim: ClaimTime, length: TimeInText) -> bool:
    """Whether a claim has no other time than how long after something it was, and is told as no background."""
    own = all(span.overlaps(length.span) for span in claim.times)
    return own and claim.timing != "background" and claim.tense in {"past", "perfect", "present"}


def is_told_apart(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim is told by how long after it something was."""
    return _counted(claim, report) is not None


def _unit(item: TimeInText) -> str:
    return item.timex.meaning.unit if isinstance(item.timex.meaning, Length) else ""


def some_time_before(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When those happenings were that others came some days or weeks after, whose day they have: by that day."""
    return {
        number: replace(found[number], earliest=None, basis="relative")
        for number, claim in enumerate(claims)
        if found[number].within_a_day and claim.happened and _counted(claim, report, vague=True) is not None
    }


def _counted(claim: ClaimTime, report: ReportTimes, *, vague: bool = False) -> TimeInText | None:
    """The length of time that stands before "after" and the clause of a claim; ``None`` without an exact one, or, where
    those are asked for, without a ``vague`` one ("days after").

    A claim that is no fact, or whose clause names another time, is dated otherwise.
    """
    begins = claim.kind != "state" or claim.type == "ceasefire" or puts_a_ring(claim, report.text)
    if claim.modality != "actual" or not begins:
        return None  # a truce is told by the day on which it was agreed, a siege by that on which it was laid
    if not _AFTER.search(report.text, claim.sentence.start, claim.trigger.start):
        return None
    here = report.inside(claim.sentence)
    before = [i for i in here if i.timex.end <= claim.trigger.start]
    item = before[-1] if before else None
    if item is None or not isinstance(item.timex.meaning, Length):
        return None
    if item.timex.mod is not None and not _BARELY.match(report.text, item.timex.start):
        return None
    meaning, joint = item.timex.meaning, _AFTER.match(report.text, item.timex.end)
    exact = meaning.high == meaning.low and meaning.high is not None
    fit = meaning.unit in _COUNTED and (meaning.high is None if vague else exact)
    if joint is None or not fit or claim.trigger.start - joint.end() > _REACH:
        return None
    if _CLAUSE_ENDS.search(_NAME.sub("", report.text[joint.end() : claim.trigger.start])):
        return None
    ends = _CLAUSE_ENDS.search(report.text, claim.trigger.end, claim.sentence.end)
    until = ends.start() if ends else claim.sentence.end
    own = any(claim.trigger.end <= i.timex.start < until and i.interval.known for i in here)
    return None if own else item


def _base(claim: ClaimTime, length: TimeInText, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """The day from which is counted back."""
    near = report.near(claim.sentence.start, length.timex.start)
    told = [i.interval for i in near if claim.sentence.start <= i.timex.start < length.timex.start]
    days = [_day(i) for i in told if _day(i)]
    if days:
        return days[-1]
    opens = length.timex.start - claim.sentence.start <= _OPENS
    beside = [
        n
        for n, other in enumerate(claims)
        if other.sentence == claim.sentence and (opens or other.trigger.end <= length.timex.start)
        if other.modality == "actual"  # a plan is no day to count from
    ]
    beside = [
        n
        for n in beside
        if claims[n] is not claim and claims[n].kind != "state" and not is_told_apart(claims[n], report)
    ]
    if takes_up(claim.sentence, report) and (news := news_before(claim.sentence, claims, found, report)) is not None:
        return news
    main = max(beside, key=lambda n: -abs(claims[n].trigger.start - length.timex.start), default=None)
    day = (_day(found[main]) or _whole(found[main], _unit(length))) if main is not None else None
    today = (main is None or not found[main].known) and not beside_older_times(claim, report)
    return day or (report.day if today else None)


def _whole(interval: Interval, unit: str) -> str | None:
    """The month or the year of what is told by it, to count months or years from."""
    told = interval.earliest if interval.earliest == interval.latest else None
    return told if told is not None and len(told) == {"month": MONTH, "year": YEAR}.get(unit) else None


def _day(interval: Interval) -> str | None:
    return (interval.earliest or "")[:DAY] if interval.within_a_day else None
