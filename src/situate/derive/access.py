"""What gets into a place: runs of one value, each until the next one."""

from __future__ import annotations

from collections.abc import Sequence

from situate.derive.interest import rules
from situate.derive.marks import Mark
from situate.derive.segments import Segment, bound_of, close, in_a_row


def access_runs(marks: Sequence[Mark]) -> list[Segment]:
    """What gets in: runs of one value in order of time, each ended by the next or by a mark that says so.

    A value goes on where one is told that it outlasts (``rules.yaml``): a convoy into a town that is cut off opens no
    road.
    """
    runs: list[Segment] = []
    outlasts = rules()["outlasts"]
    for mark in sorted(marks, key=lambda m: (m.day, m.claim)):
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
    return in_a_row(runs)
