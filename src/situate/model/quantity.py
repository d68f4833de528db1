"""A figure as a report gives it: bounds, unit, and how exact it claims to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """``low <= best <= high``; a bound that the words do not give is ``None``.

    "at least 12" is low 12, best 12, high None; "tens of thousands" is low 20,000, best None, high 100,000,
    approximate. ``unit`` is ``people``, ``km2``, ``km``, ``day`` … or ``None``.
    """

    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known):
            raise ValueError(f"bounds out of order: {known}")

    @property
    def vague(self) -> bool:
        """Whether it counts nothing: "dozens", "several hundred"."""
        return self.approximate and self.best is None and self.high is not None

    @property
    def most(self) -> float:
        """The most that it names, 0 where it names nothing."""
        return max((value for value in (self.low, self.best, self.high) if value is not None), default=0.0)


def added(some: Sequence[Quantity]) -> Quantity:
    """What several figures of people add up to; a bound that one of them lacks is missing."""
    about = any(one.low is None for one in some)
    lows = [one.low if one.low is not None else one.best for one in some]
    bests, highs = [one.best for one in some], [one.high for one in some]
    return Quantity(
        low=None if about or None in lows else sum(low or 0 for low in lows),
        best=None if None in bests else sum(best or 0 for best in bests),
        high=None if None in highs else sum(high or 0 for high in highs),
        unit="people",
        approximate=any(one.approximate for one in some),
    )
