"""The state of a place, where one voice says that it has changed and another, at that time, that it has not.

"Moscow said that its forces had taken the town; Kyiv said that its soldiers held the north of it." "The governor said
that the siege was broken on Sunday; the mayor said that the town was besieged still." The state follows the order of
what is told; that somebody else says otherwise at the same time is kept as what it is.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import in_parts
from situate.model.event import Contradiction
from situate.model.ids import contradiction_id
from situate.model.interval import first_day

_ON = "it goes on"
_AT_ONCE = dt.timedelta(days=3)  # between two reports: later words may be of what has happened since
Pair = tuple[Mark, Mark]  # what changed, and what is told to hold still


def disputed(marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """One contradiction for each place and day on which a voice says that it is not as another says that it became."""
    taken = "one says that the place was taken, another that it is held"
    yield from _made("holder", _takings(marks), _holder, taken)
    yield from _made("until", _endings(marks), _until, "one says that the siege has ended, another that it goes on")


def _made(field: str, pairs: Iterable[Pair], value: Callable[[Mark], str], why: str) -> Iterator[Contradiction]:
    days: dict[tuple[str, str], set[Mark]] = defaultdict(set)
    for change, still in pairs:
        days[still.place.id, (still.published or "")[:10]] |= {change, still}
    for (place, day), here in sorted(days.items()):
        values: dict[str, set[str]] = defaultdict(set)
        for mark in here:
            values[value(mark)].add(mark.claim)
        about = f"{place}@{day}"
        yield Contradiction(
            id=contradiction_id(f"{field} disputed", about),
            field=field,
            about=about,
            place=next(mark.place for mark in sorted(here, key=lambda m: m.claim) if mark.place.id == place),
            values=tuple((name, tuple(sorted(values[name]))) for name in sorted(values)),
            why=why,
        )


def _endings(marks: Sequence[Mark]) -> Iterator[Pair]:
    """The end of a siege that somebody tells, and the words of somebody else by which the place is besieged after it.

    Words that only name the siege do not say that it goes on.
    """
    by_place: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.dimension == "siege":
            by_place[mark.place.id].append(mark)
    for here in by_place.values():
        still = [m for m in here if m.on != "end" and m.time.end is None and not m.named]
        for end in (m for m in here if m.on == "end" and m.ending.latest):
            for one in still:
                if one.contradicts(end) and end.ending.last < one.last_seen and _at_once(end, one):
                    yield end, one


def _until(mark: Mark) -> str:
    return mark.ending.latest or _ON if mark.on == "end" else _ON


def _takings(marks: Sequence[Mark]) -> Iterator[Pair]:
    """A taking that somebody tells, and the words of somebody else by which another side holds the place after it.

    A taking of a town is one of its parts. Of parts that nobody tells apart, each side can hold some.
    """
    by_place: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.dimension == "control" and mark.side and not in_parts(mark.place):
            by_place[mark.place.id].append(mark)
    for here in by_place.values():
        for hold in (m for m in here if m.on == "hold" and m.time.end is None):
            around = by_place.get(hold.place.part_of or "", ())
            for taking in (m for m in (*here, *around) if m.on == "begin" and m.time.start.earliest):
                apart = taking.side != hold.side and hold.contradicts(taking)
                if apart and taking.time.start.first <= hold.last_seen and _at_once(taking, hold):
                    yield taking, hold


def _at_once(one: Mark, other: Mark) -> bool:
    """Whether two are told in one report, or in reports of at most three days from each other."""
    if one.report == other.report:
        return True
    if one.published is None or other.published is None:
        return False
    return abs(first_day(one.published[:10]) - first_day(other.published[:10])) <= _AT_ONCE


def _holder(mark: Mark) -> str:
    return next((part.actor.name for part in mark.actors), mark.side)
