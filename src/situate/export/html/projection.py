"""From degrees to the points of a drawing: an equirectangular map, true to scale at its middle latitude."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 960.0
KM_PER_DEGREE = 111.2
"""Kilometres in a degree of latitude, on the mean sphere."""
_LEAST_KM = 60.0
_MARGIN = 0.14
_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_TALLEST, _SHORTEST = 0.64, 0.42

Degrees = tuple[float, float]
"""Longitude, latitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """``west`` and ``north`` are the corner at 0/0 of the drawing; ``scale`` is points a kilometre."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: float

    @classmethod
    def fitting(cls, points: Sequence[Degrees]) -> Projection:
        """The map that holds these points (at least one) with a margin, never closer than about 60 km across."""
        longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
        middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
        squeeze = max(math.cos(math.radians(middle[1])), 0.1)
        wide = max((max(longitudes) - min(longitudes)) * KM_PER_DEGREE * squeeze, _LEAST_KM) * (1 + 2 * _MARGIN)
        tall = max((max(latitudes) - min(latitudes)) * KM_PER_DEGREE, _LEAST_KM * 0.5) * (1 + 2 * _MARGIN)
        wide = max(wide, tall / _TALLEST)
        height = WIDTH * min(max(tall / wide, _SHORTEST), _TALLEST)
        scale = WIDTH / wide
        return cls(
            west=middle[0] - wide / 2 / KM_PER_DEGREE / squeeze,
            north=middle[1] + height / scale / 2 / KM_PER_DEGREE,
            scale=scale, squeeze=squeeze, height=height,
        )  # fmt: skip

    def xy(self, point: Degrees) -> tuple[float, float]:
        """Where a point lies in the drawing."""
        east = (point[0] - self.west) * KM_PER_DEGREE * self.squeeze
        south = (self.north - point[1]) * KM_PER_DEGREE
        return east * self.scale, south * self.scale

    def holds(self, point: Degrees) -> bool:
        """Whether a point lies inside the drawing."""
        x, y = self.xy(point)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def meridians(self) -> Iterator[tuple[float, float]]:
        """The graticule's meridians: ``(x, degrees)``."""
        east = self.west + WIDTH / self.scale / KM_PER_DEGREE / self.squeeze
        for degrees in _multiples(self.west, east):
            yield self.xy((degrees, self.north))[0], degrees

    def parallels(self) -> Iterator[tuple[float, float]]:
        """The graticule's parallels: ``(y, degrees)``."""
        south = self.north - self.height / self.scale / KM_PER_DEGREE
        for degrees in _multiples(south, self.north):
            yield self.xy((self.west, degrees))[1], degrees

    def bar(self) -> tuple[float, int]:
        """A scale bar: its length in the drawing, and the round number of kilometres that it stands for."""
        longest = WIDTH / 5 / self.scale
        power = 10 ** math.floor(math.log10(longest))
        km = max(step * power for step in (1, 2, 5) if step * power <= longest)
        return km * self.scale, round(km)


def _multiples(low: float, high: float) -> Iterator[float]:
    step = next((step for step in _STEPS if (high - low) / step <= 6), _STEPS[-1])
    number = math.ceil(low / step)
    while number * step <= high:
        yield round(number * step, 3)
        number += 1


def distance_km(a: Degrees, b: Degrees) -> float:
    """The great-circle distance."""
    lat_a, lat_b = math.radians(a[1]), math.radians(b[1])
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[0] - a[0]) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def neighbourhoods(points: Iterable[Degrees], *, within_km: float) -> list[list[Degrees]]:
    """Groups of points in which each has a neighbour no further off than ``within_km``; the largest first."""
    groups: list[list[Degrees]] = []
    for point in sorted(set(points)):
        near = [group for group in groups if any(distance_km(point, other) <= within_km for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append(sorted([point, *(other for group in near for other in group)]))
    return sorted(groups, key=lambda group: (-len(group), group))
