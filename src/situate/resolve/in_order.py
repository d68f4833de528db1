"""The phrases and names of a report by where they stand: what is near a place is found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Generic, TypeVar

from situate.model.place import Place
from situate.model.span import Span

_T = TypeVar("_T")
_NESTED = 4  # stretches that may begin within one that began before them


class Order:
    """The numbers of phrases by where they begin and where they end."""

    def __init__(self, spans: Sequence[Span]) -> None:
        numbers = range(len(spans))
        self._begin = sorted(numbers, key=lambda i: (spans[i].start, -spans[i].end, i))
        self._end = sorted(numbers, key=lambda i: (spans[i].end, i))
        self._in_order = sorted(
            numbers, key=lambda i: (spans[i].start, spans[i].end, -i)
        )  # of equal ones the first comes last
        self._starts, self._spans = [spans[i].start for i in self._begin], [spans[i] for i in self._in_order]
        self._ends = [spans[i].end for i in self._end]

    def beginning(self, first: int, last: int) -> list[int]:
        """Those that begin from ``first`` to ``last``, both counted: in order, of equal starts the longest first."""
        return self._begin[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def ending(self, first: int, last: int) -> list[int]:
        """Those that end from ``first`` to ``last``, both counted, by their numbers."""
        return sorted(self._end[bisect_left(self._ends, first) : bisect_right(self._ends, last)])

    def before(self, span: Span) -> Iterator[int]:
        """Those that stand before a stretch in the order of stretches, from the last to the first."""
        return (self._in_order[at] for at in range(bisect_left(self._spans, span) - 1, -1, -1))

    def last_first(self, before: int) -> Iterator[int]:
        """Those that end at ``before`` or sooner, from the last to the first."""
        return (self._end[at] for at in range(bisect_right(self._ends, before) - 1, -1, -1))


class Placed(Generic[_T]):
    """Things by an offset of each, as they are told."""

    def __init__(self, things: Iterable[_T], start: Callable[[_T], int]) -> None:
        self.all = list(things)
        self._starts = [start(one) for one in self.all]

    def between(self, first: int, last: int) -> list[_T]:
        """Those from ``first`` to before ``last``."""
        return self.all[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


class Around:
    """Stretches, each with a number: which of those that hold a place is the shortest."""

    def __init__(self, stretches: Iterable[tuple[Span, int]]) -> None:
        self._held = sorted(stretches, key=lambda one: one[0].start)
        self._starts = [span.start for span, _ in self._held]
        self._reach = list(accumulate((span.end for span, _ in self._held), max))

    def shortest(self, at: int) -> int | None:
        """The number of the shortest stretch around a place, of equal ones the lowest; ``None`` without one."""
        found: list[tuple[int, int]] = []
        last = bisect_right(self._starts, at) - 1
        while last >= 0 and self._reach[last] > at:
            span, number = self._held[last]
            if at < span.end:
                found.append((span.end - span.start, number))
            last -= 1
        return min(found)[1] if found else None


class Spans(frozenset[Span]):
    """Stretches of a text that are also known by where they begin and end."""

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where one begins."""
        return frozenset(span.start for span in self)

    @cached_property
    def by_end(self) -> dict[int, list[Span]]:
        """Those that end at a place."""
        found: dict[int, list[Span]] = {}
        for span in self:
            found.setdefault(span.end, []).append(span)
        return found


class Towns(dict[Span, Place]):
    """The names of settlements in a text, each with what it means, that are also known by where they stand."""

    @cached_property
    def _placed(self) -> Placed[Span]:
        return Placed(sorted(self), lambda span: span.start)

    def beginning(self, first: int, last: int) -> list[Span]:
        """The names that begin from ``first`` to before ``last``."""
        return self._placed.between(first, last)

    def inside(self, first: int, last: int) -> list[Span]:
        """The names from ``first`` to ``last``, in the order of the text."""
        return [span for span in self._placed.between(first, last) if span.end <= last]


class Taken:
    """Stretches that are taken, hardly any of which overlap; more may be added."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=attrgetter("start", "end"))

    def add(self, span: Span) -> None:
        """Take one more."""
        insort(self._spans, span)

    def meeting(self, span: Span) -> list[Span]:
        """Those that a stretch overlaps, in order."""
        first = bisect_left(self._spans, span.start, key=lambda one: one.start)
        last = bisect_left(self._spans, span.end, key=lambda one: one.start)
        return [one for one in self._spans[max(0, first - _NESTED) : last] if span.overlaps(one)]
