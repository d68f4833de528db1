"""Sieges told of the past that went on: what nobody tells the end of did not end where a part of it is seen later.

"The encirclement of the town in the summer of 2014", told in 2017, is no siege that was over by then if one of the
pockets in the town is said to be besieged still.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from situate.derive.marks import Mark
from situate.derive.places import wholes
from situate.model.interval import last_day


def going_on(told: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """The same marks in the same order; those of a siege without their supposed end that a related place outlived."""
    seen: dict[str, dt.date] = defaultdict(lambda: dt.date.min)  # by places, also for their wholes
    own: dict[str, dt.date] = defaultdict(lambda: dt.date.min)
    for mark in told:
        if mark.dimension == "siege" and not mark.time.supposed:
            own[mark.place.id] = max(own[mark.place.id], mark.last_seen)
            for place in (mark.place.id, *wholes(mark.place.id, parent)):
                seen[place] = max(seen[place], mark.last_seen)
    return [_outlived(m, max(seen[m.place.id], *(own[w] for w in _around(m, parent)))) for m in told]


def _around(mark: Mark, parent: Mapping[str, str]) -> Sequence[str]:
    return [mark.place.id, *wholes(mark.place.id, parent)]


def _outlived(mark: Mark, later: dt.date) -> Mark:
    if mark.dimension != "siege" or not mark.time.supposed or later <= last_day(mark.time.seen or "9999"):
        return mark
    return replace(mark, time=replace(mark.time, end=None, supposed=False))
