"""What is told of a month, or of no time at all, and is what else is told of one day: "the gas attack in August".

A looser date alone makes no two tellings one: a town is struck more than once a month. They are one where what they
tell is rare, or one report counts the same dead, or another report as many as seldom die, at the same spot; and only
where one happening alone fits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from situate.derive.claims.telling import DAY, STATES, WEEK, Profile, Telling
from situate.derive.events.alike import RARE, same_happening
from situate.derive.events.meeting import Meeting
from situate.derive.events.sorts import counts_many, one_large_toll
from situate.derive.places import related, settled

WHY = "told of one day alone"
_DREADFUL = 10  # dead
_MONTH = 31  # width in days: a looser date than a month fits too much


def loosely(kind: str, loose: Telling, exact: Telling) -> bool:
    """Whether what is told of no day fits what is told of one, and is marked as the same."""
    told, known = loose.profile, exact.profile
    if (
        kind in STATES
        or not _is_loose(told)
        or not (known.dated and known.width <= DAY)
        or not _of_one_spot(told, known)
    ):
        return False
    if {told.modality, known.modality} != {"actual"} or {told.polarity, known.polarity} != {"positive"}:
        return False
    one_report = not loose.reports.isdisjoint(exact.reports)
    marked = kind in RARE or (one_large_toll(told, known) if one_report else _of_one_dreadful_toll(told, known))
    if not marked or not (told.first <= known.first <= told.last if told.dated else one_report):
        return False
    on_that_day = dataclasses.replace(told, first=known.first, last=known.last, times=known.times, published=None)
    return same_happening(kind, exact, dataclasses.replace(loose, profile=on_that_day)) is not None


def _of_one_dreadful_toll(told: Profile, known: Profile) -> bool:
    """Whether two reports count as many dead as hardly die twice in a town and month ("the raid in May killed 45")."""
    return any(name == "killed" and low >= _DREADFUL for name, low, _ in told.tolls & known.tolls)


def loose_pairs(kind: str, numbers: Iterable[int], index: Meeting) -> Iterator[tuple[int, int]]:
    """Tellings, by number, that are told of no day, each with one of a day that fits."""
    for number in numbers:
        telling = index.ordered[number]
        if _is_loose(telling.profile) and (kind in RARE or counts_many(telling.profile)):
            near: Sequence[int] = index.near(telling)
            yield from ((number, other) for other in near if loosely(kind, telling, index.ordered[other]))


def _is_loose(told: Profile) -> bool:
    return not told.dated or (WEEK < told.width <= _MONTH)


def _of_one_spot(a: Profile, b: Profile) -> bool:
    if a.place is None or b.place is None or not (settled(a.place) and settled(b.place)):
        return False
    return related(a.place, b.place)
