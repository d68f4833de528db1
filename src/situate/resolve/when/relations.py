"""Which expressions a claim's time roles hold, and the word that bounds the date of an expression."""

from __future__ import annotations

import re

from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import TOLLS, ClaimTime
from situate.text.times.meaning import Calendar

# "Freed the town, occupied since March": of the participle.
_HELD_SINCE = re.compile(
    r"[^,;.]{0,80},\s(?:\w+ly\s)?(?:[a-z]+ed|held|cut|shut|kept)(?:\s(?:by|in|under)(?:\s[\w’'-]+){1,4})?\ssince\s"
    r"(?:at\sleast\s|the\s|early\s|late\s)?"
)
_SOME_TIME_AFTER = re.compile(r"(?:(?:some\s?time|only|(?:at )?some point)\s)?after\s(?:the\s)?", re.IGNORECASE)
_LEADS = frozenset({"on", "in", "at", "since", "until", "by", "during", "the", "a", "an", "of", "late", "early"})


def reaches(span: Span, item: TimeInText, report: ReportTimes) -> bool:
    """Whether a role holds an expression, or ends on the word before it ("on" of "on Saturday")."""
    if span.start < item.timex.end and item.timex.start < span.end:
        return True
    beside = span.end <= item.timex.start <= span.end + 1
    return beside and _LEADS.issuperset(span.of(report.text).lower().split())


def in_roles(claim: ClaimTime, report: ReportTimes) -> list[TimeInText]:
    """The expressions that a claim's time roles hold, in the order of the roles."""
    return [i for span in claim.times for i in report.near(span.start, span.end + 1) if reaches(span, i, report)]


_OPENS = re.compile(r"\b(since|until|till|before)\b")
_NARROWED = re.compile(r"\s*,?\s*(?:when|as)\b", re.IGNORECASE)  # "since early 2011, when it cracked down"
_ASIDE = re.compile(r",\s(?:when|as)\b[^,;.]*,\s")  # "since 2009, when its founder died, it has killed 300"
_THE = re.compile(r"\bthe\s(?:\w+\s){0,2}$", re.IGNORECASE)
_ARTICLE = 30  # letters before a year
_CLAUSE = 90  # letters between "since" and the date of its clause: "since the conflict began in March 2011"


_BEGAN = re.compile(
    r"\b(?:war|conflict|uprising|revolt|revolution|rebellion|insurgency|crisis|fighting|violence|unrest|hostilities)\b"
    r"[^.;]{0,60}\b(?:began|begun|beginning|started|starting|erupt(?:ed|ing)|broke out|breaking out)\s"
    r"(?:(?!\b(?:when|since|until|who|which|that)\b)[^.;,]){0,90}$"
)
_BEGINNING = 200  # letters from a war to the date of its beginning ("the war that began with … in March 2011")
_ADDS_UP = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)


def _since_it_began(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a toll is that of a war since the date on which it began ("the war that began in 2011 has killed …")."""
    if not claim.sentence.covers(item.span) or not began_then(item, claim.sentence.start, report):
        return False
    return _ADDS_UP.search(claim.sentence.of(report.text)) is not None


def began_then(item: TimeInText, start: int, report: ReportTimes) -> bool:
    """Whether an expression tells when a war began; ``start``: where its sentence begins."""
    return _BEGAN.search(report.small[max(start, item.timex.start - _BEGINNING) : item.timex.start]) is not None


def relation_of(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> str | None:
    """The word that bounds the date: its own preposition, or the conjunction of the clause that it stands in."""
    own = item.timex.relation
    text, end = report.text, item.timex.end
    aside = own == "since" and _ASIDE.match(text, end, claim.trigger.start)
    if text.startswith(("'s", "’s"), end) or (not aside and _NARROWED.match(text, end, claim.trigger.start)):
        return None
    if own == "since" and _names_it(claim, report, item):
        return None
    if own in {"since", "until", "by"}:
        return own
    if own == "before" or (own is None and report.small.endswith("before ", 0, item.timex.start)):
        return own if own and not _tells_an_hour(item) else None  # "two days before 9 May" is counted to a day
    if claim.type in TOLLS and _since_it_began(claim, report, item):
        return "since"
    starts = [span.start for span in claim.times if span.overlaps(item.span)]
    if not starts and claim.trigger.end <= item.timex.start:
        starts = [max(claim.trigger.end, item.timex.start - _CLAUSE)]
    led = _opening(report.small, min(starts), item.timex.start) if starts else None
    if not led and starts and claim.trigger.end <= item.timex.start:
        begin = max(claim.trigger.end, item.timex.start - _CLAUSE)
        others = [i for i in report.near(begin, item.timex.start) if i.timex.relation == "since" and i is not item]
        led = _opening(report.small, max([begin, *(i.timex.end for i in others)]), item.timex.start)
    return led or (own if own != "after" or _is_after_it(claim, report, item) else None)


def _is_after_it(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a claim is told to have been some time after a date: "after 2015", no "after dark on Friday", which was
    that day, nor "after Friday prayers", "shortly after 9 May"."""
    dated = isinstance(item.timex.meaning, Calendar) and not _tells_an_hour(item)
    own = next((span for span in claim.times if span.end == item.timex.end and span.start < item.timex.start), None)
    led = _SOME_TIME_AFTER.fullmatch(report.text, own.start, item.timex.start) if own is not None else None
    return dated and claim.happened and led is not None


def _tells_an_hour(item: TimeInText) -> bool:
    """Whether an expression is an hour or a part of a day: "before dawn on Friday" was that day."""
    meaning = item.timex.meaning
    return isinstance(meaning, Calendar) and (meaning.hour, meaning.part) != (None, None)


def is_of_what_was_held(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> bool:
    """Whether "since" says since when what a happening was done to had been held: "freed the men, held since March"."""
    since = item.timex.relation == "since" and claim.kind != "state" and claim.tense != "perfect"
    return since and _HELD_SINCE.fullmatch(report.text, claim.trigger.end, item.timex.start) is not None


def _names_it(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a claim is named by its year: "since the 2003 invasion" is since that of 2003, which was then."""
    year = isinstance(item.timex.meaning, Calendar) and item.timex.meaning == Calendar(year=item.timex.meaning.year)
    led = _THE.search(report.text, max(0, item.timex.start - _ARTICLE), item.timex.start) if year else None
    return led is not None and report.text[item.timex.end : claim.trigger.start] == " "


def _opening(small: str, first: int, last: int) -> str | None:
    """The last word of a stretch that opens a clause of time: since, until, before."""
    words = small[first:last]
    if "since" not in words and "til" not in words and "before" not in words:
        return None  # most
    led = _OPENS.findall(words)
    return None if not led else "until" if led[-1] == "till" else str(led[-1])
