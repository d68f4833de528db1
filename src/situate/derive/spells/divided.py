"""Places that several sides share for long: who is seen there by turns, never told to have taken it, holds a part.

"Rebel-held" on Monday, "government-held" on Wednesday and "rebel-held" on Friday are no two changes of hands that
nobody told: the town is divided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set

from situate.derive.spells.segments import Segment
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
            _without_odd_one(result[-1], run)
        before = _seen_before(result)
        if before is not None:
            others, last = result[before + 1 : -1], result[-1]
            result[before + 1 :] = []
            _share(result[before], others, last)
    return result


def _seen_before(runs: Sequence[Segment]) -> int | None:
    """The number of the last run before which tells of a side of the last one too, with others in between.

    None of those in between, nor the last run, tells that anybody took or left the place, and both are near in time.
    """
    last = runs[-1]
    if not _only_seen(last):
        return None
    for number in range(len(runs) - 2, -1, -1):
        first = runs[number]
        if _left(first):
            return None
        if number < len(runs) - 2 and not sides(first).isdisjoint(sides(last)):
            return number if _within(first, last) else None
        if not _only_seen(first):
            return None
    return None


def _goes_on(first: Segment, last: Segment) -> bool:
    """Whether a side that is told to hold a part of a divided place is seen there again."""
    shared = first.value == "contested" and sides(last) <= sides(first) and _only_seen(last)
    return shared and not _left(first) and _within(first, last)


def _without_odd_one(run: Segment, last: Segment) -> None:
    """Make a divided place its holder's again, where one report alone told of others and many go on to tell of him."""
    others = [mark for mark in run.marks if mark.side not in sides(last)]
    mine = [mark for mark in run.marks if mark.side in sides(last)]
    many = len({mark.report for mark in mine}) >= _ODD_ONE
    if many and len({m.report for m in others}) == 1 and len(sides(last)) == 1 and all(m.on == "hold" for m in others):
        run.marks, run.value = mine, None


def _share(first: Segment, others: Sequence[Segment], last: Segment) -> None:
    """Make the first run the one of a place that its side shares with the others, or of its side alone."""
    least = _ODD_ONE if _only_seen(first) else _ODD_ONE - 1
    told = {report for other in others for report in _reports(other)}
    if len(told) > 1 or len(_reports(first) | _reports(last)) < least:
        for other in others:
            _join(first, other)
        first.value = "contested"
    _join(first, last)


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
