"""Chronicles: entries that a date heads ("15 March 2011: protests begin in the capital. Troops fire on the crowd").

What an entry tells, mostly in the present, was on the day (in the month, in the year) at its head, not on that of the
report.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from situate.model.claim import Claim
from situate.model.interval import last_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.text.times.meaning import Calendar

_ENTRIES = 3  # heads from which on a report holds a chronicle
_HEAD = re.compile(r"\s*[:–—-]?\s+[\"“‘(]?[A-Z]")
_SENTENCES = 2  # of an entry
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def in_entries(claims: Iterable[Claim], report: ReportTimes) -> Iterator[Claim]:
    """The claims in order; those that would be news of the day of a report have the date of their entry, if they stand
    in one."""
    heads = [item for item in report.found if _is_head(item, report)]
    chronicle = len(heads) >= _ENTRIES
    for claim in claims:
        entry = _entry(claim, heads, report) if chronicle and claim.interval.basis == "publication" else None
        yield claim if entry is None else dataclasses.replace(claim, interval=entry.interval)


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
