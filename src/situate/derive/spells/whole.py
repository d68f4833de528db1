"""The rule *taking-of-the-whole-takes-its-parts*: who takes a town has taken the quarters that others held in it, and
those that were besieged in it and of which nobody says who held them.

Not where later words of others say otherwise: that another side was seen in the part after that, or that it was
besieged then. (What the report of the taking says of the part, it says of before.)
Of a region nothing follows for its places: "took the province" leaves out what the next sentence tells.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import settled, wholes
from situate.model.interval import first_day, last_day

TAKES_PARTS = "taking-of-the-whole-takes-its-parts"


def taken_with_the_whole(told: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """Marks of control of parts that follow from those of their wholes."""
    of_part: dict[str, list[Mark]] = defaultdict(list)
    for mark in told:
        if mark.place.id in parent and mark.dimension in {"control", "siege"}:
            of_part[mark.place.id].append(mark)
    inside: dict[str, list[str]] = defaultdict(list)
    for part in sorted(of_part):
        for whole in wholes(part, parent):
            inside[whole].append(part)
    return [
        dataclasses.replace(mark, place=of_part[part][0].place, rule=TAKES_PARTS)
        for mark in told
        if _takes(mark)
        for part in inside.get(mark.place.id, ())
        if _taken(mark, of_part[part])
    ]


def _takes(mark: Mark) -> bool:
    dated = mark.dimension == "control" and mark.on == "begin" and mark.time.start.earliest is not None
    return dated and bool(mark.side) and settled(mark.place)


def _taken(taking: Mark, of_part: Sequence[Mark]) -> bool:
    """Whether another side held the part before, or it was besieged and nobody is said to have held it.

    No word that is later than the taking may have it or besiege it.
    """
    day = taking.time.start.last
    apart = [mark for mark in of_part if mark.dimension == "siege" or mark.side != taking.side]
    if any(later >= day for mark in apart if not _told_with(mark, taking) for later in _days(mark)):
        return False
    held = [mark for mark in of_part if mark.dimension == "control" and mark.on != "end"]
    return any(mark.side != taking.side for mark in held) or (not held and any(mark.on == "begin" for mark in apart))


def _told_with(mark: Mark, taking: Mark) -> bool:
    """Whether a hold without a date is told in the report of a taking: it was before."""
    return mark.report == taking.report and mark.on == "hold" and not mark.time.start.earliest


def _days(mark: Mark) -> Iterator[dt.date]:
    """The days on which a mark shows that a place was held, or in a siege."""
    if mark.on != "end":
        if mark.time.seen:
            yield last_day(mark.time.seen)
        if mark.time.start.earliest:
            yield first_day(mark.time.start.earliest)
