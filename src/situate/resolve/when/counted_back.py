"""Deeds that a report tells by how long before its news they were: "Six days earlier, shelling had killed …".

A report tells its news first and what came before it in a paragraph of its own. "Earlier" and "before" count there from
the news told last, whatever the day of the report; so does "the attack came two days after they bombed the market", and
the attack is the one that was just told. A week is about a week. Where nothing that was told before has a day, the day
of the report is counted from: "the army said that its men had taken the town two days earlier".
"""

from __future__ import annotations

import datetime as dt
import re

from situate.model.interval import DAY, Interval, first_day
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.told_ahead import stamped
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length, Shifted

# "The attack came …", "This week's fighting followed …": what was told before it.
_TAKEN_UP = re.compile(
    r"[\W_]*(?:the|this|that|these|those)\s(?:[\w’'‑-]+\s){1,4}?"
    r"(?:comes?|came|follows?|followed|happened|occurred|took place)\s",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+after\s+", re.IGNORECASE)
_BEFORE = re.compile(r"\s+before\s*[,.;:]", re.IGNORECASE)
_SAID = frozenset({"accuse", "reject", "request", "promise", "support", "threaten", "concede"})  # no news but its echo
_OPENING = 8  # letters before an expression that opens a sentence ("Just six days earlier, …")
DAYS = {"day": 1, "week": 7}


def counted_back(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When those happenings were that are counted from the news told last, and of which day that news is."""
    counted = {}
    for number, claim in enumerate(claims):
        if not claim.happened:
            continue
        back = _back(claim, report)
        news = news_before(claim.sentence, claims, found, report) if back is not None else None
        if back is not None and (news := news or _day_of_it(claim, found[number], report)) is not None:
            counted[number] = around(news, *back)
        elif _is_taken_up(claim, report) and (
            found[number].basis in {"publication", "none"} or _follows(claim, report)
        ):
            news = news_before(claim.sentence, claims, found, report)
            counted |= {number: around(news, 0, "day")} if news is not None else {}
    return counted


def takes_up(sentence: Span, report: ReportTimes) -> re.Match[str] | None:
    """The words by which a sentence says when that was which was told before it ("The attack came"), if it does."""
    return _TAKEN_UP.match(report.text, sentence.start, sentence.end)


def news_before(sentence: Span, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """The day of the happening told last before a sentence, where words tell it, or the stamp of its line does.

    None that is itself counted back, and nothing that was only said about it.
    """
    told = [
        (claim.trigger.start, day)
        for number, claim in enumerate(claims)
        if claim.sentence.end <= sentence.start and claim.happened
        if claim.type not in _SAID
        if (day := _told_day(claim, found[number], report)) is not None and not _looks_back(claim.sentence, report)
    ]
    return max(told, default=(0, None))[1]


def _day_of_it(claim: ClaimTime, interval: Interval, report: ReportTimes) -> str | None:
    """The day of the report, for what no words date, where no date but that of the dateline is told before."""
    if interval.told or report.day is None:
        return None
    before = report.near(0, claim.sentence.end)
    return None if any(i.interval.known and i.span != report.dateline for i in before) else report.day


def _told_day(claim: ClaimTime, interval: Interval, report: ReportTimes) -> str | None:
    """The day of a happening, where words tell it; what stands beside a stamp alone is dated by that ("14:20 …")."""
    own = interval if interval.told else stamped(report, claim.trigger.start)
    return own.earliest[:DAY] if own is not None and own.one_day and own.earliest else None


def _looks_back(sentence: Span, report: ReportTimes) -> bool:
    """Whether what a sentence tells is counted back from other news, or takes it up."""
    return takes_up(sentence, report) is not None or any(_earlier(i, report) for i in report.inside(sentence))


def _back(claim: ClaimTime, report: ReportTimes) -> tuple[float, str] | None:
    """How many days or weeks before the news a claim was, where its sentence tells just that."""
    here = report.inside(claim.sentence)
    for item in here:
        amount = _earlier(item, report) or _weeks_after(claim, item, report)
        if amount is None or any(i.interval.known for i in here if i is not item):
            continue
        opens = item.timex.start - claim.sentence.start <= _OPENING or takes_up(claim.sentence, report) is not None
        own = any(item.span.overlaps(span) for span in claim.times)
        if own or (opens and item.timex.end <= claim.trigger.start and not claim.times):
            return amount
    return None


def _earlier(item: TimeInText, report: ReportTimes) -> tuple[float, str] | None:
    """ "Six days earlier", "two days before,", where nothing near says from which day."""
    meaning = item.timex.meaning
    if item.interval.known or item.timex.mod is not None:
        return None
    if isinstance(meaning, Shifted) and meaning.from_text and meaning.amount is not None and meaning.unit in DAYS:
        return (
            (-meaning.amount, meaning.unit)
            if meaning.amount < 0 and (meaning.unit == "day" or not meaning.aligned)
            else None
        )
    before = _BEFORE.match(report.text, item.timex.end)
    return _exact(item) if before is not None else None


def _weeks_after(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> tuple[float, str] | None:
    """ "The attack came a week after they captured it": days and months are counted by ``told_apart``."""
    exact = _exact(item)
    follows = exact is not None and exact[1] == "week" and takes_up(claim.sentence, report) is not None
    joint = _AFTER.match(report.text, item.timex.end) if follows else None
    return exact if joint is not None and joint.end() <= claim.trigger.start else None


def _exact(item: TimeInText) -> tuple[float, str] | None:
    meaning = item.timex.meaning
    if not isinstance(meaning, Length) or meaning.unit not in DAYS or item.timex.mod is not None:
        return None
    return (meaning.high, meaning.unit) if meaning.high is not None and meaning.high == meaning.low else None


def _is_taken_up(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim is what "The attack" of "The attack came two days after …" tells again."""
    taken = takes_up(claim.sentence, report)
    return taken is not None and claim.trigger.end < taken.end()


def _follows(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether the day in a claim's sentence is that of what it follows ("the attack follows a raid on 3 May")."""
    taken = takes_up(claim.sentence, report)
    return taken is not None and taken[0].rstrip().lower().endswith(("follows", "followed", "follow"))


def around(news: str, amount: float, unit: str) -> Interval:
    """So many days or weeks before the day of some news; a week is about a week."""
    day = first_day(news) - dt.timedelta(days=int(amount * DAYS[unit]))
    loose = dt.timedelta(days=int(amount) if unit == "week" else 0)
    first, last = ((day + by).isoformat() for by in (-loose, loose))
    return Interval(earliest=first, latest=last, precision="week" if loose else "day", basis="relative")
