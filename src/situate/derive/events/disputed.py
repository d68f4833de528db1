"""Who holds a place, where one voice says that it was taken and another, at that time, that it is held.

"Moscow said that its forces had taken the town; Kyiv said that its soldiers held the north of it." The state of a place
follows the order of what is told; that somebody else says otherwise at the same time is kept as what it is.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.places import in_parts
from situate.model.event import Contradiction
from situate.model.ids import contradiction_id
from situate.model.interval import first_day

_AT_ONCE = dt.timedelta(days=3)  # between two reports: later words may be of what has happened since
_WHY = "one says that the place was taken, another that it is held"


def disputed(marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """One contradiction for each place and day on which a voice says that its holder is another than one who took it.

    A taking of a town is one of its parts. Of parts that nobody tells apart, each side can hold some.
    """
    days: dict[tuple[str, str], set[Mark]] = defaultdict(set)
    for taking, hold in _pairs(marks):
        days[hold.place.id, (hold.published or "")[:10]] |= {taking, hold}
    for (place, day), here in sorted(days.items()):
        values: dict[str, set[str]] = defaultdict(set)
        for mark in here:
            values[_holder(mark)].add(mark.claim)
        about = f"{place}@{day}"
        yield Contradiction(
            id=contradiction_id("holder disputed", about),
            field="holder",
            about=about,
            place=next(mark.place for mark in sorted(here, key=lambda m: m.claim) if mark.place.id == place),
            values=tuple((name, tuple(sorted(values[name]))) for name in sorted(values)),
            why=_WHY,
        )


def _pairs(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """A taking that somebody tells, and the words of somebody else by which another side holds the place after it."""
    by_place: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.dimension == "control" and mark.side and mark.voice and not in_parts(mark.place):
            by_place[mark.place.id].append(mark)
    for here in by_place.values():
        for hold in (m for m in here if m.on == "hold" and m.time.end is None):
            around = by_place.get(hold.place.part_of or "", ())
            for taking in (m for m in (*here, *around) if m.on == "begin" and m.time.start.earliest):
                apart = taking.side != hold.side and taking.voice != hold.voice
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
