"""GeoJSON as rows of places: properties as cells, the geometry as a point and how far its outline reaches from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from situate.errors import BadArgument
from situate.model.distance import distance_km
from situate.resolve.added.files import MOST_NAMES, BadRow, column_name, text_of
from situate.resolve.added.points import degrees

MOST_BYTES = 64 * 1024 * 1024
_MOST_FEATURES = 100_000
_MOST_VERTICES = 200_000  # of one geometry
_DEEPEST = 4
_NAMES = ("name", "name_en", "name:en", "shapename", "nam")
_MORE_NAMES = ("name_", "name:", "alt_name")

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A feature: its cells, with ``latitude`` and ``longitude`` among them, and the radius of its outline in km."""

    cells: dict[str, Any]
    extent_km: float | None = None


def features(path: Path) -> Iterator[tuple[int, Feature | BadRow]]:
    """The features of a file, each with its number from 1.

    :raises BadArgument: it is no GeoJSON of features.
    """
    try:
        data = json.loads(text_of(path, MOST_BYTES))
    except (ValueError, RecursionError) as problem:
        raise BadArgument(f"{path} is no JSON.", remedy="Save it as GeoJSON (RFC 7946).") from problem
    found = data.get("features", [data]) if isinstance(data, dict) else None
    if not isinstance(found, list) or not isinstance(data, dict) or data.get("type") not in _TYPES:
        raise BadArgument(f"{path} is no GeoJSON of features.", remedy="Save it as a FeatureCollection.")
    if len(found) > _MOST_FEATURES:
        raise BadArgument(f"{path} has more than {_MOST_FEATURES:,} features.", remedy="Split it.")
    yield from each(found)


def each(found: Iterable[object]) -> Iterator[tuple[int, Feature | BadRow]]:
    """Features in the shape of GeoJSON, read one by one."""
    for number, feature in enumerate(found, 1):
        try:
            if isinstance(feature, BadRow):
                raise feature
            yield number, _feature(feature)
        except BadRow as problem:
            yield number, problem


_TYPES = frozenset({"FeatureCollection", "Feature"})


def _feature(data: object) -> Feature:
    if not isinstance(data, dict) or data.get("type") != "Feature":
        raise BadRow("it is no feature")
    properties = data.get("properties") or {}
    if not isinstance(properties, dict):
        raise BadRow("its properties are no mapping")
    cells = {column_name(key): _cell(value) for key, value in properties.items() if isinstance(key, str)}
    name = next((cells[key] for key in _NAMES if cells.get(key)), None)
    others = [v for k, v in sorted(cells.items()) if k.startswith(_MORE_NAMES) and isinstance(v, str) and v != name]
    if "aliases" not in cells and others:
        cells["aliases"] = others[:MOST_NAMES]
    spot, extent = _placed(data.get("geometry"))
    return Feature(cells={**cells, "name": name, "latitude": str(spot[1]), "longitude": str(spot[0])}, extent_km=extent)


def _cell(value: object) -> object:
    """A property as the cell of a table; lists and mappings are only kept where they are lists of text."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return [one for one in value if isinstance(one, str)]
    return value if isinstance(value, str) else None


def _placed(geometry: object) -> tuple[Spot, float | None]:
    """The point (longitude, latitude) that stands for a geometry, and how far its outline reaches from it."""
    if not isinstance(geometry, dict):
        raise BadRow("it has no geometry")
    kind, rings = geometry.get("type"), list(_rings(geometry.get("coordinates")))
    spots = [spot for ring in rings for spot in ring]
    if not spots:
        raise BadRow("its geometry has no points")
    if kind in {"Point", "MultiPoint"}:
        return _middle(spots), None if len(spots) == 1 else _reach(_middle(spots), spots)
    if kind not in {"Polygon", "MultiPolygon", "LineString", "MultiLineString"}:
        raise BadRow(f"geometries of type {str(kind)[:40]!r} are not read")
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    centre = _centre(largest) if "Polygon" in str(kind) else _middle(spots)
    return centre, _reach(centre, spots)


def _rings(value: object, depth: int = 0) -> Iterator[list[Spot]]:
    """The runs of points in coordinates, whatever their depth."""
    if not isinstance(value, list) or depth > _DEEPEST:
        raise BadRow("its coordinates are no lists of numbers")
    if value and not isinstance(value[0], list):
        yield [_spot(value)]
    elif value and isinstance(value[0], list) and value[0] and not isinstance(value[0][0], list):
        if len(value) > _MOST_VERTICES:
            raise BadRow(f"its outline has more than {_MOST_VERTICES:,} points")
        yield [_spot(one) for one in value]
    else:
        for part in value:
            yield from _rings(part, depth + 1)


def _spot(value: object) -> Spot:
    if not isinstance(value, list) or len(value) < 2:
        raise BadRow("its coordinates are no numbers")
    if not all(isinstance(n, (int, float)) for n in value[:2]):
        raise BadRow("its coordinates are no numbers")
    north, east = degrees(str(value[1]), str(value[0]))
    return east, north


def _area(ring: list[Spot]) -> float:
    return sum(x * q - p * y for (x, y), (p, q) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _centre(ring: list[Spot]) -> Spot:
    """The middle of a polygon by its area; that of its points where it encloses none."""
    area = _area(ring)
    if abs(area) < 1e-9:
        return _middle(ring)
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    east = sum((x + p) * (x * q - p * y) for (x, y), (p, q) in pairs) / (6 * area)
    north = sum((y + q) * (x * q - p * y) for (x, y), (p, q) in pairs) / (6 * area)
    return east, north


def _middle(spots: list[Spot]) -> Spot:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _reach(centre: Spot, spots: list[Spot]) -> float:
    far = max(distance_km(centre[1], centre[0], north, east) for east, north in spots)
    return max(1.0, round(far, 1))
