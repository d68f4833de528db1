"""Place names against LGL and GeoVirus: which are found, and how far off they are put.

Recognition: precision, recall and F1 over spans that overlap, each used once. Resolution: the share of *all* gold names
with a coordinate that are found and put within 161 km of it (100 miles, the measure of the geoparsing literature; a
name that is not found, or found and left unresolved, counts as missed), and the same share among those that are found.
LGL marks adjectives of countries ("Russian") as toponyms, GeoVirus does not: ``forms`` says which count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from situate.evaluate.lines import json_lines
from situate.model.distance import distance_km

NEAR_KM = 161.0
LGL_FORMS = frozenset({"name", "adjective"})
GEOVIRUS_FORMS = frozenset({"name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymAt:
    """A place name in a text, gold or found: half-open code-point span, and WGS84 degrees where it is put anywhere."""

    start: int
    end: int
    latitude: float | None = None
    longitude: float | None = None
    form: str = "name"

    def near(self, other: ToponymAt) -> bool:
        """Whether both have a coordinate and these lie within 161 km of each other."""
        if self.latitude is None or self.longitude is None or other.latitude is None or other.longitude is None:
            return False
        return distance_km(self.latitude, self.longitude, other.latitude, other.longitude) <= NEAR_KM


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymFigures:
    """Counts over a set of documents, and the figures that follow from them (0 to 1; 0 where nothing is counted)."""

    gold: int
    found: int
    matched: int
    located: int
    located_found: int
    near: int

    @property
    def precision(self) -> float:
        """Of the names found, those that overlap a gold one."""
        return _share(self.matched, self.found)

    @property
    def recall(self) -> float:
        """Of the gold names, those that are found."""
        return _share(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.matched, self.gold + self.found)

    @property
    def within_161_km(self) -> float:
        """Of all gold names with a coordinate, those put within 161 km."""
        return _share(self.near, self.located)

    @property
    def within_161_km_of_found(self) -> float:
        """Of the gold names with a coordinate that are found, those put within 161 km."""
        return _share(self.near, self.located_found)


def evaluate(
    path: Path, find: Callable[[str], Iterable[ToponymAt]], *, forms: frozenset[str] = LGL_FORMS
) -> ToponymFigures:
    """Score ``find`` on a benchmark file in the shape of ``geoparsing/lgl.jsonl.gz``."""
    pairs = ((gold, [name for name in find(text) if name.form in forms]) for text, gold in read_benchmark(path))
    return score(pairs)


def read_benchmark(path: Path) -> Iterator[tuple[str, list[ToponymAt]]]:
    """The texts of a JSON-lines file, packed with gzip or not, with their gold names."""
    for row in json_lines(path):
        yield row["text"], [_gold(span) for span in row["spans"]]


def _gold(span: dict[str, object]) -> ToponymAt:
    start, end = span["start"], span["end"]
    latitude, longitude = span.get("lat"), span.get("lon")
    assert isinstance(start, int)
    assert isinstance(end, int)
    if isinstance(latitude, int | float) and isinstance(longitude, int | float):
        return ToponymAt(start=start, end=end, latitude=float(latitude), longitude=float(longitude))
    return ToponymAt(start=start, end=end)


def score(documents: Iterable[tuple[Sequence[ToponymAt], Sequence[ToponymAt]]]) -> ToponymFigures:
    """The figures of documents, each as its gold names and those found."""
    counts = [_count(gold, found) for gold, found in documents]
    sums = [sum(column) for column in zip(*counts, strict=True)] if counts else [0] * 6
    return ToponymFigures(
        gold=sums[0], found=sums[1], matched=sums[2], located=sums[3], located_found=sums[4], near=sums[5]
    )


def _count(gold: Sequence[ToponymAt], found: Sequence[ToponymAt]) -> tuple[int, int, int, int, int, int]:
    pairs = matched(gold, found)
    located = [name for name in gold if name.latitude is not None]
    placed = [(name, other) for name, other in pairs if name.latitude is not None]
    near = sum(name.near(other) for name, other in placed)
    return len(gold), len(found), len(pairs), len(located), len(placed), near


def matched(gold: Sequence[ToponymAt], found: Sequence[ToponymAt]) -> list[tuple[ToponymAt, ToponymAt]]:
    """Pairs of names that overlap, in order of the text; each name is in one pair at most."""
    left = sorted(found, key=lambda name: (name.start, name.end))
    pairs = []
    for name in sorted(gold, key=lambda name: (name.start, name.end)):
        other = next((other for other in left if other.start < name.end and name.start < other.end), None)
        if other is not None:
            left.remove(other)
            pairs.append((name, other))
    return pairs


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
