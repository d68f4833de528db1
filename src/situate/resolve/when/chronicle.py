"""Chronicles: entries that a date heads ("15 March 2011: protests begin in the capital. Troops fire on the crowd").

What an entry tells, mostly in the present, was on the day (in the month, in the year) at its head, not on that of the
report. So was what a line of a log tells that a day opens ("Wednesday 12 November. Troops took the bridge. The
road …"), however long the line is, and not on the day of the line before it. "11 Mar: artillery hit the bridge" is of
that day wherever it stands. What stands below the titles of a timeline ("19 May 2031: The mill is taken") is of theirs.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from situate.model.claim import Claim
from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, last_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.stamps import titles_of
from situate.resolve.when.told_ahead import is_told_as_news
from situate.text.times.meaning import Calendar

_ENTRIES = 3  # heads from which on a report holds a chronicle
_HEAD = re.compile(r"\s*[:–—-]?\s+[\"“‘(]?[A-Z]")
_LINES = 2  # lines that a day opens from which on a report holds a log
_SET_OFF = re.compile(r"\s?[.:|–—]\s|\s-\s")
_LABEL = re.compile(r":\s")
_MARKS = re.compile(r"\W*")
_SENTENCES = 2  # of an entry
# They can be of today.
_SPOKEN = frozenset({"accuse", "concede", "promise", "reject", "request", "support", "threaten"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def in_entries(claims: Iterable[Claim], report: ReportTimes) -> Iterator[Claim]:
    """The claims in order; those that would be news of the day of a report have the date of their entry, if they stand
    in one."""
    heads = [item for item in report.found if _is_head(item, report)]
    lines = [item for item in report.found if _opens_line(item, report)]
    labels = [item for item in report.found if _labels(item, report)]
    titles = titles_of(report.text, [(item.timex, item.resolved) for item in report.found])
    for claim in claims:
        entry = _line(claim, lines, report) if len(lines) >= _LINES else None
        entry = _labelled(claim, labels) if entry is None else entry
        if entry is None and len(heads) >= _ENTRIES and _is_undated(claim):
            entry = _entry(claim, heads, report)
        day = entry.interval if entry is not None else _below_a_title(claim, titles, report)
        yield claim if day is None else dataclasses.replace(claim, interval=day)


def _below_a_title(claim: Claim, titles: list[tuple[int, str]], report: ReportTimes) -> Interval | None:
    """The day of the title that a claim stands below, if it is a deed without a day, or with that of the report.

    Without any only in the first lines below it. What is said or denied there can be of today.
    """
    at, bare = claim.trigger.span.start, claim.interval == UNKNOWN_INTERVAL
    begin, day = max((title for title in titles if title[0] <= at), default=(0, None))
    if day is None or not (bare or claim.interval == report.published):
        return None
    goes_on = "\n" in report.text[report.text.find("\n", begin) : at].strip()
    if (
        claim.type in _SPOKEN
        or claim.polarity == "negative"
        or (bare and (goes_on or not is_told_as_news(claim, report)))
    ):
        return None
    return Interval(earliest=day, latest=day, precision="day", basis="publication")


def _is_undated(claim: Claim) -> bool:
    """Whether a claim has the day of the report only for want of a date, or none though it happened."""
    undated = not claim.interval.known and claim.interval.basis == "none"
    return claim.interval.basis == "publication" or (undated and claim.modality == "actual")


def _opens_line(item: TimeInText, report: ReportTimes) -> bool:
    """Whether a day opens a line and is set off from what it heads."""
    day = isinstance(item.timex.meaning, Calendar)
    before = report.text[report.text.rfind("\n", 0, item.timex.start) + 1 : item.timex.start]
    set_off = _SET_OFF.match(report.text, item.timex.end) is not None
    return day and item.interval.within_a_day and _MARKS.fullmatch(before) is not None and set_off


def _line(claim: Claim, heads: list[TimeInText], report: ReportTimes) -> TimeInText | None:
    """The day that opens the line of a claim which happened, if its line names no other time for it."""
    at = claim.trigger.span.start
    start = report.text.rfind("\n", 0, at) + 1
    head = next((item for item in heads if start <= item.timex.start and item.timex.end <= at), None)
    lasting = claim.interval.latest in {None, OPEN}
    if head is None or lasting or claim.modality != "actual" or claim.interval.basis == "stated":
        return None
    own = [role for role in claim.fillers("time", "duration") if role.evidence.span.start >= start]
    return None if own else head


def _labels(item: TimeInText, report: ReportTimes) -> bool:
    """Whether a day opens a sentence as its label: "11 Mar: artillery hit the bridge"."""
    opens = report.begun(item.timex.start, 1) == [item.timex.start] and item.span != report.dateline
    day = isinstance(item.timex.meaning, Calendar) and item.interval.within_a_day
    return day and opens and _LABEL.match(report.text, item.timex.end) is not None


def _labelled(claim: Claim, labels: Iterable[TimeInText]) -> TimeInText | None:
    """The label of a claim's sentence, if its words name no other time for it."""
    sentence = claim.sentence
    if sentence is None or claim.modality != "actual":
        return None
    label = next((item for item in labels if item.timex.start == sentence.start), None)
    own = [r for r in claim.fillers("time", "duration") if sentence.covers(r.evidence.span)]
    other = [role for role in own if label is None or not role.evidence.span.overlaps(label.span)]
    return None if label is None or other else label


def _is_head(item: TimeInText, report: ReportTimes) -> bool:
    """Whether a date with its year opens a sentence without a preposition, and what it heads follows."""
    meaning, start = item.timex.meaning, item.timex.start
    dated = isinstance(meaning, Calendar) and meaning.year is not None and item.interval.known
    opens = report.begun(start, 1) == [start] or report.text[max(0, start - 1) : start] == "\n"
    return dated and opens and item.span != report.dateline and _HEAD.match(report.text, item.timex.end) is not None


def _entry(claim: Claim, heads: list[TimeInText], report: ReportTimes) -> TimeInText | None:
    """The head of the entry that a claim stands in, where it is not of the day of the report."""
    at = claim.trigger.span.start
    before = [item for item in heads if item.timex.end <= at]
    if not before or claim.fillers("time", "duration") or report.reference is None:
        return None
    head = before[-1]
    between = report.text[head.timex.end : at].strip()
    own = head.timex.start in report.begun(at, _SENTENCES) and "\n" not in between and not _YEAR.search(between)
    past = last_day(head.interval.latest or head.interval.earliest or "") < last_day(report.reference[:10])
    return head if own and past else None
