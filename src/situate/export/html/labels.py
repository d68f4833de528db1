"""Where labels fit in a drawing: beside their point, inside the frame, on no other label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LETTER = 6.5
LINE = 15.0
"""Width of a letter and height of a line, in points, for the map's type (12 points, sans serif), on the wide side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self, width: float, height: float) -> bool:
        """Whether it lies in the frame."""
        return self.left >= 2 and self.top >= 2 and self.right <= width - 2 and self.bottom <= height - 2


@dataclass(slots=True)
class Labels:
    """The frame, how many lines a label may have in it, and what is taken."""

    width: float
    height: float
    lines: int = 7
    taken: list[Box] = field(default_factory=list)

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a symbol."""
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def place(self, x: float, y: float, lines: Sequence[str], *, off: float, near: bool = False) -> Box | None:
        """A free box for these lines, ``off`` from a point or, unless ``near``, further; ``None`` when all is taken."""
        wide = max(len(line) for line in lines) * _LETTER + 8
        tall = len(lines) * LINE + 6
        for box in _around(x, y, (wide, tall), (off,) if near else (off, off + 24, off + 60)):
            if box.inside(self.width, self.height) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return box
        return None


def _around(x: float, y: float, size: tuple[float, float], gaps: Sequence[float]) -> Iterator[Box]:
    wide, tall = size
    for gap in gaps:
        for left, top in (
            (x + gap, y - tall / 2), (x - gap - wide, y - tall / 2), (x - wide / 2, y - gap - tall),
            (x - wide / 2, y + gap), (x + gap, y + gap / 2), (x + gap, y - tall - gap / 2),
            (x - gap - wide, y + gap / 2), (x - gap - wide, y - tall - gap / 2),
        ):  # fmt: skip
            yield Box(left, top, left + wide, top + tall)
