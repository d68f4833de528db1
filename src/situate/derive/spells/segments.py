"""Segments: spells on the way, each the marks that tell it and what ended it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from situate.derive.marks.of_claims import Mark
from situate.derive.timeline import Window
from situate.model.interval import first_day, last_day
from situate.model.situation import Bound


@dataclass(slots=True, eq=False)
class Segment:
    """The marks of one spell to be (never empty), when it ended, and by which marks.

    ``value`` overrules that of the marks where several sides hold the place; ``after`` is how the segment before ended:
    this one began no earlier.
    """

    marks: list[Mark]
    ended_by: Sequence[Mark] = ()
    ends: Bound | None = None
    value: str | None = None
    after: Bound | None = None


def bound_of(window: Window) -> Bound:
    """An uncertain moment as the start or the end of a spell."""
    return Bound(earliest=window.earliest, latest=window.latest)


def in_a_row(runs: list[Segment]) -> list[Segment]:
    """Segments that follow each other, told of how the one before ended."""
    for before, after in pairwise(runs):
        after.after = before.ends
    return runs


def close(run: Segment, mark: Mark) -> None:
    """End a run where a mark tells another value: where that begins, else between the last words of both.

    Where one side begins what it was seen to have, it had lost that at some time in between.
    """
    last_seen = max((m.time.seen for m in run.marks if m.time.seen), key=last_day, default=None)
    again = (mark.side, mark.value) == (run.marks[-1].side, run.marks[-1].value)
    if mark.on == "begin" and not again and (mark.time.start.earliest or mark.time.start.latest):
        run.ends = bound_of(mark.time.start)
    else:
        known = [day for day in (mark.time.start.latest, mark.time.seen) if day]
        latest = min(known, key=last_day, default=None)
        if last_seen and latest and last_day(latest) < first_day(last_seen):
            # It is said to have held before, beside the other: known is when it was seen, and since when the other was.
            latest = mark.time.seen
            last_seen = max((day for m in run.marks if (day := _there(m))), key=last_day, default=None)
        run.ends = Bound(earliest=last_seen, latest=latest)
    run.ended_by = [mark]


def _there(mark: Mark) -> str | None:
    """The last day (a partial date) by which a mark has it hold: of a beginning the first that it can be."""
    return mark.time.start.earliest if mark.on == "begin" and mark.time.start.earliest else mark.time.seen
