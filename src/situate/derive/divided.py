"""Places that several sides share for long: who is seen there by turns, never told to have taken it, holds a part.

"Rebel-held" on Monday, "government-held" on Wednesday and "rebel-held" on Friday are no two changes of hands that
nobody told: the town is divided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set

from situate.derive.segments import Segment
from situate.model.interval import last_day

TOGETHER = dt.timedelta(days=92)  # a season: news of who holds which parts of a town is seldom older
_ODD_ONE = 3  # so many reports of one side outweigh one report of another


def divided(runs: Sequence[Segment]) -> list[Segment]:
    """Runs of holders in order of time, those as one in which sides are seen by turns, without a taking between them.

    One report of another side among at least ``_ODD_ONE`` of the side that is seen before and after it tells no
    spell, nor does it among two if they tell that this side took the place.
    """
    result: list[Segment] = []
    for run in runs:
        result.append(run)
        while len(result) > 1 and _goes_on(result[-2], result[-1]):
            _join(result[-2], result.pop())
        while len(result) > 2 and _by_turns(*result[-3:]):
            last, other = result.pop(), result.pop()
            result[-1] = _shared(result[-1], other, last)
    return result


def _by_turns(first: Segment, other: Segment, last: Segment) -> bool:
    """Whether one side is seen before and after another, and nobody is told to have taken or left the place."""
    again = not sides(first).isdisjoint(sides(last)) and _only_seen(other) and _only_seen(last)
    return again and not _left(first) and not _left(other) and _within(first, last)


def _goes_on(first: Segment, last: Segment) -> bool:
    """Whether a side that is told to hold a part of a divided place is seen there again."""
    shared = first.value == "contested" and sides(last) <= sides(first) and _only_seen(last)
    return shared and not _left(first) and _within(first, last)


def _shared(first: Segment, other: Segment, last: Segment) -> Segment:
    least = _ODD_ONE if _only_seen(first) else _ODD_ONE - 1
    if len(_reports(other)) > 1 or len(_reports(first) | _reports(last)) < least:
        _join(first, other)
        first.value = "contested"
    _join(first, last)
    return first


def _join(first: Segment, last: Segment) -> None:
    first.marks = [*first.marks, *last.marks]
    first.ends, first.ended_by = last.ends, last.ended_by


def sides(run: Segment) -> Set[str]:
    """The sides that a run tells of."""
    return {mark.side for mark in run.marks}


def _reports(run: Segment) -> Set[str]:
    return {mark.report for mark in run.marks}


def _only_seen(run: Segment) -> bool:
    return all(mark.on == "hold" for mark in run.marks)


def _left(run: Segment) -> bool:
    """Whether a run ended because its side is told to have left, or another to have taken the place."""
    return any(mark.on in {"end", "begin"} or mark.time.end is not None for mark in run.ended_by)


def _within(first: Segment, last: Segment) -> bool:
    """Whether the last sight of one run and the first of a later one are at most ``TOGETHER`` apart."""
    seen = max((mark.last_seen for mark in first.marks), default=dt.date.min)
    again = min((last_day(m.time.seen) for m in last.marks if m.time.seen), default=dt.date.max)
    return seen != dt.date.min and again - seen <= TOGETHER
