"""A figure as a report gives it: bounds, unit, and how exact it claims to be."""

from __future__ import annotations

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
