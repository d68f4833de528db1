"""The expressions of time of a report by where they stand: those near a sentence are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from situate.extract.roles.frames import Timespan


class Timespans(tuple[Timespan, ...]):
    """Expressions of time in order, none within another."""

    starts: list[int]

    def __new__(cls, times: Iterable[Timespan]) -> Timespans:
        """Those of a report."""
        made = super().__new__(cls, times)
        made.starts = [one.start for one in made]
        return made


def near(times: Sequence[Timespan], first: int, last: int) -> Sequence[Timespan]:
    """At least those of some expressions that share a code point with the stretch from ``first`` to before ``last``."""
    if not isinstance(times, Timespans):
        return times
    return times[max(0, bisect_left(times.starts, first) - 1) : bisect_left(times.starts, last)]
