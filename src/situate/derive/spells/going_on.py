"""Sieges told of the past that went on: what nobody tells the end of did not end where a part of it is seen later.

"The encirclement of the town in the summer of 2014", told in 2017, is no siege that was over by then if one of the
pockets in the town is said to be besieged still. A siege that is told to have begun later is another one.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from situate.derive.marks.of_claims import Mark
from situate.derive.places import wholes
from situate.model.interval import last_day


def going_on(told: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """The same marks in the same order; those of a siege without their supposed end that a related place outlived."""
    inside: dict[str, list[Mark]] = defaultdict(list)  # by places, also for their wholes
    own: dict[str, list[Mark]] = defaultdict(list)
    for mark in told:
        if mark.dimension == "siege" and not mark.time.supposed:
            own[mark.place.id].append(mark)
            for place in (mark.place.id, *wholes(mark.place.id, parent)):
                inside[place].append(mark)
    return [_outlived(m, inside, own, parent) if _is_past(m) else m for m in told]


def _is_past(mark: Mark) -> bool:
    return mark.dimension == "siege" and mark.time.supposed and mark.time.seen is not None


def _outlived(
    mark: Mark, inside: Mapping[str, Sequence[Mark]], own: Mapping[str, Sequence[Mark]], parent: Mapping[str, str]
) -> Mark:
    """The mark of a past siege without its supposed end, if the place, a part of it or its whole is seen later."""
    day = last_day(mark.time.seen or "9999")
    near = [*inside.get(mark.place.id, ()), *(m for w in wholes(mark.place.id, parent) for m in own.get(w, ()))]
    anew = min((m.time.start.first for m in near if _began_after(m, day)), default=dt.date.max)
    if not any(_sees_it(m, day, anew) for m in near):
        return mark
    return replace(mark, time=replace(mark.time, end=None, supposed=False))


def _sees_it(mark: Mark, day: dt.date, anew: dt.date) -> bool:
    """Whether a mark sees a siege of a past day go on, and not one that was laid anew."""
    if mark.last_seen <= day or _began_after(mark, day):
        return False
    return bool(mark.time.start.earliest) or mark.last_seen < anew


def _began_after(mark: Mark, day: dt.date) -> bool:
    return bool(mark.on == "begin" and mark.time.start.earliest and mark.time.start.first > day)
