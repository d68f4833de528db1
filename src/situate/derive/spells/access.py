"""What gets into a place: runs of one value, each until the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from situate.derive.interest import rules
from situate.derive.marks.of_claims import Mark
from situate.derive.spells.pockets import COVERS_PARTS
from situate.derive.spells.segments import Segment, bound_of, close, in_a_row
from situate.model.situation import Bound

_OPEN = "open"


def access_runs(marks: Sequence[Mark], siege: Sequence[Mark] = ()) -> list[Segment]:
    """What gets in: runs of one value in order of time, each ended by the next or by a mark that says so.

    A value goes on where one is told that it outlasts (``rules.yaml``): a convoy into a town that is cut off opens no
    road. ``siege``: the marks of sieges of that place; what is seen besieged later is not open any longer.
    """
    runs: list[Segment] = []
    outlasts = rules()["outlasts"]
    rings = sorted((m for m in siege if _rings(m)), key=lambda m: (m.last_seen, m.claim))
    for mark in sorted(marks, key=lambda m: (m.day, m.claim)):
        _ring(runs, rings, before=mark.day)
        last = runs[-1] if runs and runs[-1].ends is None else None
        if last is None and mark.on != "end":
            runs.append(Segment([mark]))
        elif last is None or mark.value in outlasts.get(last.marks[0].value, ()):
            continue
        elif mark.value == last.marks[0].value and mark.on == "end":
            last.ends, last.ended_by = bound_of(mark.ending), [mark]
        elif mark.value == last.marks[0].value:
            last.marks.append(mark)
        elif mark.on != "end":
            close(last, mark)
            runs.append(Segment([mark]))
    _ring(runs, rings, before=dt.date.max)
    return in_a_row(runs)


def _rings(mark: Mark) -> bool:
    """Whether a mark sees the place itself besieged, not only what it is a part of."""
    return mark.on == "begin" and mark.time.end is None and mark.time.seen is not None and mark.rule != COVERS_PARTS


def _ring(runs: Sequence[Segment], rings: Sequence[Mark], *, before: dt.date) -> None:
    """End the last run, if the place is open in it, by the first later siege that is seen before a day."""
    last = runs[-1] if runs else None
    if last is None or last.ends is not None or last.marks[0].value != _OPEN:
        return
    seen = max(last.marks, key=lambda m: m.last_seen)
    ring = next((m for m in rings if seen.last_seen < m.last_seen < before), None)
    if ring is not None:
        last.ends, last.ended_by = Bound(earliest=seen.time.seen, latest=ring.time.seen), [ring]
