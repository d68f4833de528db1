"""Windows of days: what an uncertain date can mean, and how two of them compare.

A window is ``(first, last)`` with ``None`` for an unknown side. Partial dates stay beside them, so that nothing that
is written out claims more than the reports say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from situate.model.interval import OPEN, Interval, first_day, last_day

_ROUGHLY = 31  # days by which a start that is counted back from a duration can be off, beside its own width
_MONTH = 27  # width in days, of the shortest
_LASTING_DAYS = 200  # a state told as "from … to …" over more than this is a duration, not an uncertain start


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An uncertain moment: partial dates, either unknown; ``rough``: counted back from a duration."""

    earliest: str | None = None
    latest: str | None = None
    rough: bool = False

    @property
    def first(self) -> dt.date:
        """The first day that it can be; the first of the calendar when unknown."""
        return first_day(self.earliest) if self.earliest else dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day that it can be; the last of the calendar when unknown."""
        return last_day(self.latest) if self.latest else dt.date.max

    @property
    def width(self) -> int:
        """Days between the two."""
        return (self.last - self.first).days

    def meets(self, other: Window, *, slack: int = 0) -> bool:
        """Whether both can be the same moment, give or take ``slack`` days."""
        return _shift(self.first, -slack) <= other.last and other.first <= _shift(self.last, slack)


def _shift(day: dt.date, days: int) -> dt.date:
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def moment(interval: Interval) -> Window:
    """When a happening was."""
    latest = None if interval.latest == OPEN else interval.latest
    return Window(earliest=interval.earliest, latest=latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a claim of a state says of time: when it began, when it was last seen to hold, when it had ended.

    ``supposed``: nobody tells the end; the claim is of a time long before its report.
    """

    start: Window
    seen: str | None
    end: Window | None = None
    supposed: bool = False


def held(interval: Interval, published: str | None, *, rough: bool = False) -> Held:
    """Read the interval of a state; ``rough``: its start is counted back from a duration ("nearly three months").

    ``open`` holds until publication. A closed interval of more than 200 days, or one that a duration gave ("had lasted
    three months"), is how long it held: it ended with its second bound. A shorter one is the uncertain moment of its
    start (the encirclement of "the summer of 2014").
    """
    day = published[:10] if published else None
    if interval.latest == OPEN:
        start = Window(earliest=interval.earliest, latest=interval.earliest or day, rough=rough)
        return Held(start=start, seen=day)
    if interval.earliest and interval.latest:
        window = Window(earliest=interval.earliest, latest=interval.latest)
        if (window.width > _LASTING_DAYS or rough) and interval.earliest != interval.latest:
            end = Window(earliest=interval.latest, latest=interval.latest)
            start = Window(earliest=interval.earliest, latest=interval.earliest, rough=rough)
            return Held(start=start, seen=interval.latest, end=end)
        return Held(start=window, seen=interval.latest)
    if interval.earliest:
        return Held(start=Window(earliest=interval.earliest, latest=interval.earliest), seen=interval.earliest)
    return Held(start=Window(latest=interval.latest), seen=interval.latest)


def over_since(told: Held, published: str | None) -> Held:
    """A state that was last seen more than ``_LASTING_DAYS`` before its report came out, as ended between the two."""
    if told.end is not None or told.seen is None or published is None:
        return told
    if (first_day(published) - last_day(told.seen)).days <= _LASTING_DAYS:
        return told
    return replace(told, end=Window(earliest=told.seen, latest=published), supposed=True)


def over_with_its_time(told: Held, published: str | None) -> Held:
    """A state that is named by the weeks or the year that it was in ("last year's siege"): if over, so is it."""
    named = told.end is None and told.start.earliest and told.start.latest and told.start.width >= _MONTH
    if not named or told.seen is None or published is None or first_day(published) <= last_day(told.seen):
        return told
    return replace(told, end=Window(earliest=told.seen, latest=told.seen))


def narrowest(windows: list[Window]) -> Window:
    """The tightest window that those which agree with the earliest one leave open.

    The earliest start wins; later, disjoint ones only confirm that the state went on. Unknown sides are filled by the
    windows that know them. A rough start gives way to an exact one that it can be.
    """
    known = sorted((w for w in windows if w.earliest), key=lambda w: (w.first, w.last))
    exact = [w for w in known if not w.rough]
    known = [w for w in known if not (w.rough and any(w.meets(e, slack=_ROUGHLY + w.width) for e in exact))]
    if not known:
        ends = sorted((w for w in windows if w.latest), key=lambda w: w.last)
        return Window(latest=ends[0].latest) if ends else Window()
    best = known[0]
    for window in known[1:]:
        if window.meets(best):
            best = Window(
                earliest=max(best.earliest, window.earliest, key=lambda d: (first_day(d or ""), d or "")),
                latest=min(
                    (w for w in (best.latest, window.latest) if w), key=lambda d: (last_day(d), d), default=None
                ),
            )
    return best
