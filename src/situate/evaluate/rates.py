"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Figures: TypeAlias = Mapping[str, "float | int | Figures"]
DIGITS = 4  # of a figure as it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How many of ``gold`` things were found, how many were found in all, and how many of these are right."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def told(self) -> dict[str, float | int]:
        """``p``, ``r``, ``f1`` (rounded) and ``gold``."""
        rounded = {"p": self.precision, "r": self.recall, "f1": self.f1}
        return {name: round(value, DIGITS) for name, value in rounded.items()} | {"gold": self.gold}


def share(part: int, whole: int) -> float:
    """``part`` of ``whole``, rounded; 0 of nothing is 0."""
    return round(part / whole, DIGITS) if whole else 0.0


def harmonic(*values: float) -> float:
    """The harmonic mean, rounded; 0 if any value is."""
    return round(len(values) / sum(1 / value for value in values), DIGITS) if all(values) else 0.0
