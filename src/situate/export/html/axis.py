"""The timeline's axis: days to points, and ticks at round dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from situate.export.html.markup import Safe, tag

_GUTTER, _WIDTH, _RIGHT = 190.0, 1080.0, 14.0
_LETTER = 6.4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """``first`` and ``last`` are the days at the ends; the names of lanes stand left of ``left``."""

    first: dt.date
    last: dt.date
    left: float = _GUTTER
    width: float = _WIDTH

    @classmethod
    def between(cls, first: dt.date, last: dt.date) -> Axis:
        """An axis over these days with some air, at least ten days long."""
        length = max((last - first).days, 10)
        end = min(last.toordinal() + length // 25 + 1, dt.date.max.toordinal())
        return cls(first=first, last=dt.date.fromordinal(max(end, first.toordinal() + length)))

    def x(self, day: dt.date) -> float:
        """Where a day begins; what lies beyond an end is drawn at it."""
        inner = self.width - self.left - _RIGHT
        share = (day.toordinal() - self.first.toordinal()) / max((self.last - self.first).days, 1)
        return self.left + inner * min(max(share, 0.0), 1.0)

    def beside(self, left: float, right: float, letters: int) -> tuple[float, str | None]:
        """Where a bar's words stand: from its left end, or before a bar that is shorter than they are."""
        long = letters * _LETTER
        if right - left < long + 8 and left - long - 6 > self.left:
            return left - 6, "end"
        return max(self.left + 4, min(left + 5, self.width - long - 4)), None

    def drawn(self, height: float, now: dt.date) -> Safe:
        """Ticks with their dates, and a line at the last publication day."""
        pieces: list[Safe] = []
        for day, words in self._ticks():
            x = self.x(day)
            pieces.append(tag("line", x1=x, y1=16, x2=x, y2=height, class_="tick"))
            pieces.append(tag("text", words, x=x + 3, y=13, class_="tick-words"))
        at = self.x(now)
        pieces.append(tag("line", x1=at, y1=4, x2=at, y2=height, class_="now"))
        return tag("g", *pieces, class_="axis")

    def _ticks(self) -> Iterator[tuple[dt.date, str]]:
        days = (self.last - self.first).days
        if days > 900:
            yield from self._years(max(1, round(days / 365 / 9)))
        elif days > 75:
            yield from self._months(max(1, round(days / 30 / 9)))
        else:
            step = max(1, days // 9)
            for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1, step):
                day = dt.date.fromordinal(ordinal)
                yield day, f"{day.day} {_MONTHS[day.month - 1]}"

    def _years(self, step: int) -> Iterator[tuple[dt.date, str]]:
        for year in range(self.first.year, self.last.year + 1, step):
            day = dt.date(year, 1, 1)
            if day >= self.first:
                yield day, str(year)

    def _months(self, step: int) -> Iterator[tuple[dt.date, str]]:
        for number in range(self.first.year * 12, (self.last.year + 1) * 12, step):
            day = dt.date(number // 12, number % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day, f"{_MONTHS[day.month - 1]} {day.year}"
