"""Sieges, truces and people in need: marks that begin and hold, between those that end."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import in_parts
from situate.derive.spells.pockets import COVERS_PARTS, ENDS_FOR_PARTS
from situate.derive.spells.segments import Segment, bound_of
from situate.derive.timeline import narrowest
from situate.model.interval import last_day

_ROUGHLY = 31  # days by which an end that a duration tells can be off


def lasting(marks: Sequence[Mark], captures: Sequence[Mark]) -> list[Segment]:
    """The segments of one dimension of a place that begins, goes on and ends, in order of time.

    ``captures`` are marks of control that end a siege too (``siege_ends``).
    """
    ends = sorted([m for m in marks if m.on == "end"] + list(captures), key=_by_end)
    cuts = _merged(ends)
    buckets: list[list[Mark]] = [[] for _ in range(len(cuts) + 1)]
    told = _Cuts(cuts)
    for mark in marks:
        if mark.on != "end":
            buckets[told.before(mark)].append(mark)
    return [
        _segment(_best_backed(part), end)
        for number, (bucket, cut) in enumerate(zip(buckets, [*cuts, None], strict=True))
        if bucket and not (number and all(map(_only_of_the_whole, bucket)))
        for part, end in _apart(bucket, cut)
    ]


def _apart(bucket: list[Mark], cut: Sequence[Mark] | None) -> list[tuple[list[Mark], Sequence[Mark] | None]]:
    """Marks up to an end, those of a past siege apart that was over before the others tell theirs to have begun.

    A siege that is told to have ended long before that end has none but its own.
    """
    past = [m for m in bucket if m.time.supposed or _ends_before(m, cut)]
    rest = [m for m in bucket if m not in past]
    if rest and cut is not None and _over_by_own_words(past, rest, cut):
        return [(bucket, None)]
    if past and not rest and not all(m.time.supposed for m in past):
        return [(past, None)]
    over = max((m.last_seen for m in past), default=dt.date.max)
    begins = [m.time.start.first for m in rest if m.time.start.earliest]
    if not past or not rest or any(m.last_seen <= over for m in rest):
        return [(bucket, cut)]
    if begins and (min(begins) <= over or any(m.last_seen < min(begins) for m in rest)):
        return [(bucket, cut)]
    return [(past, None), (rest, cut)]


def _over_by_own_words(past: Sequence[Mark], rest: Sequence[Mark], cut: Sequence[Mark]) -> bool:
    """Whether a siege was over before an end that nobody tells of it: as one says who tells when it ended.

    ("The army broke the siege of three years", and two months later "the army took all of the city": it was besieged
    until the first day.) Only if nobody saw it after that, and the end is no more than that the place, or what it is
    a part of, changed hands or was relieved.
    """
    told = [m for m in past if not m.time.supposed]
    if not told or len(told) < len(past) or any(m.dimension == "siege" and m.rule != ENDS_FOR_PARTS for m in cut):
        return False
    own = narrowest([m.ending for m in told])
    return own.earliest is not None and all(m.last_seen <= own.last for m in rest)


def _ends_before(mark: Mark, cut: Sequence[Mark] | None) -> bool:
    """Whether a mark tells when it ended, and that was not the end that others tell."""
    if mark.time.end is None or cut is None:
        return False
    told = narrowest([m.ending for m in cut])
    return told.earliest is None or not mark.time.end.meets(told, slack=_ROUGHLY)


def _by_end(mark: Mark) -> tuple[dt.date, dt.date, str]:
    return mark.ending.last, mark.ending.first, mark.claim


def _segment(marks: list[Mark], cut: Sequence[Mark] | None) -> Segment:
    """What marks tell up to the ends after them; without such ends, up to the end that a mark itself gives ("lasted").

    That is none where others saw it later.
    """
    if cut is not None:
        return Segment(marks, cut, bound_of(narrowest([m.ending for m in cut])))
    own = next((m for m in marks if m.time.end is not None), None)
    if own and all(m.time.end or not m.time.seen or _seen_till(m, own) for m in marks):
        return Segment(marks, [own], bound_of(own.ending))
    return Segment(marks)


def _seen_till(mark: Mark, own: Mark) -> bool:
    """Whether a mark sees no more than what another one tells to have ended.

    Of parts that nobody tells apart one can be relieved on the day on which another is seen besieged still: words of
    that day are of those that are left.
    """
    day = last_day(_known_to(own))
    return mark.last_seen < day or (mark.last_seen == day and not in_parts(mark.place))


def _known_to(mark: Mark) -> str:
    """The last day (a partial date) to which a mark that ends of itself knows what it tells to have lasted."""
    return mark.ending.earliest or mark.ending.latest or "9999"


def _only_of_the_whole(mark: Mark) -> bool:
    """A part that was relieved is not besieged again because the whole is still said to be, without a date."""
    return mark.rule == COVERS_PARTS and not mark.time.start.earliest


def _best_backed(marks: Sequence[Mark]) -> list[Mark]:
    """Of marks of one time, those of the value that most of them tell (the others are contradictions)."""
    counts = Counter(mark.value for mark in marks)
    best = max(sorted(counts), key=lambda value: counts[value])
    return [mark for mark in marks if mark.value == best]


def _merged(ends: Sequence[Mark]) -> list[list[Mark]]:
    """Ends, given in order of their last days, with those as one that can be the same moment."""
    merged: list[list[Mark]] = []
    for mark in ends:
        if merged and merged[-1][-1].ending.meets(mark.ending, slack=1):
            merged[-1].append(mark)
        else:
            merged.append([mark])
    return merged


class _Cuts:
    """The ends between which marks lie, asked for the number of those that a mark comes after.

    A known start decides; else the day it was seen. A report that tells the end tells the siege before it.
    """

    def __init__(self, cuts: Sequence[Sequence[Mark]]) -> None:
        lasts = [narrowest([m.ending for m in cut]).last for cut in cuts]
        self.lasts = sorted(lasts)
        self.told: dict[str, list[dt.date]] = defaultdict(list)
        for cut, last in zip(cuts, lasts, strict=True):
            for report in {m.report for m in cut}:
                self.told[report].append(last)

    def before(self, mark: Mark) -> int:
        """How many of the ends lie before a mark."""
        if mark.time.start.earliest:
            return bisect_right(self.lasts, mark.time.start.first)
        seen = mark.last_seen
        return bisect_left(self.lasts, seen) - sum(last < seen for last in self.told.get(mark.report, ()))
