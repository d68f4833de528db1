"""The day of what stands in a row or a form: "2039-05-30 | Ostry | Siege imposed", "Event: shelling. Day: 3 May."

Like the stamp of a post (``told_ahead``), the cell or the entry dates what has no time of its own.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator

from situate.model.claim import Claim
from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes

_CELL = re.compile(r"\s*\|")
_ENTRY = re.compile(r"\s*([A-Z]\w+):\s")
_DAYS = frozenset({"day", "date", "when", "time"})
_STATES = frozenset({"control", "deprivation"})


def by_row(claim: Claim, report: ReportTimes) -> Claim:
    """A claim without a time that stands in a row that begins with a day, or in a form with an entry for it."""
    own = claim.interval.known and claim.interval.basis != "publication"
    if own or claim.fillers("time", "duration") or claim.sentence is None or claim.type in _STATES:
        return claim
    found = _of_cell(claim.sentence, claim.trigger.span, report) or _of_form(claim.sentence, report)
    if found is None:
        return claim
    return dataclasses.replace(claim, interval=dataclasses.replace(found, basis="relative"))


def _of_cell(sentence: Span, trigger: Span, report: ReportTimes) -> Interval | None:
    for item in report.near(sentence.start, trigger.start):
        inside = sentence.start <= item.span.start and item.span.end <= trigger.start
        if inside and item.interval.within_a_day and _CELL.match(report.text, item.span.end):
            return item.interval
    return None


def _of_form(sentence: Span, report: ReportTimes) -> Interval | None:
    """The day of the form that a sentence is an entry of; ``None`` where it is none."""
    if not _ENTRY.match(report.text, sentence.start):
        return None
    for entry in _entries(sentence, report):
        label = _ENTRY.match(report.text, entry.start)
        if label is None or label[1].lower() not in _DAYS:
            continue
        for item in report.inside(entry):
            if item.interval.within_a_day:
                return item.interval
    return None


def _entries(sentence: Span, report: ReportTimes) -> Iterator[Span]:
    """The other entries of the form, those after a sentence first."""
    cut, text = report.sentences, report.text
    at = bisect_right(cut, sentence.start, key=lambda one: one.start) - 1
    for step in (1, -1):
        here = at + step
        while 0 <= here < len(cut) and _ENTRY.match(text, cut[here].start):
            low, high = sorted((here, here - step))
            if "\n" in text[cut[low].end : cut[high].start]:
                break
            yield cut[here]
            here += step
