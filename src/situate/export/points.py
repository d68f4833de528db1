"""Points as bytes: well-known binary, and the header that GeoPackage puts before it."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from situate.model.event import Event
from situate.model.place import Place
from situate.model.situation import Spell

WGS84 = 4326
_LITTLE_ENDIAN, _POINT, _MULTIPOINT = 1, 1, 4  # OGC 06-103r4
_MAGIC = struct.pack("<2sBBi", b"GP", 0, 1, WGS84)  # version 0, little-endian without envelope, SRS

Degrees = tuple[float, float]


def points(item: Event | Spell) -> Sequence[Degrees]:
    """Longitude and latitude of each place of an event or spell that has them; several only of an event."""
    places: tuple[Place, ...] = item.places if isinstance(item, Event) else (item.place,)
    return [(p.longitude, p.latitude) for p in places if p.longitude is not None and p.latitude is not None]


def wkb(found: Sequence[Degrees]) -> bytes | None:
    """One point, or several as a multipoint, as well-known binary, longitude first; ``None`` for none."""
    return None if not found else _point(found[0]) if len(found) == 1 else _multipoint(found)


def geopackage_point(found: Sequence[Degrees]) -> bytes | None:
    """A point as GeoPackageBinary (OGC 12-128r17, 2.1.3); ``None`` for none."""
    return _MAGIC + _point(found[0]) if found else None


def geopackage_multipoint(found: Sequence[Degrees]) -> bytes | None:
    """Points, be it one, as a multipoint, likewise: all geometries of a GeoPackage's layer are of one kind."""
    return _MAGIC + _multipoint(found) if found else None


def _point(at: Degrees) -> bytes:
    return struct.pack("<BIdd", _LITTLE_ENDIAN, _POINT, *at)


def _multipoint(found: Sequence[Degrees]) -> bytes:
    return struct.pack("<BII", _LITTLE_ENDIAN, _MULTIPOINT, len(found)) + b"".join(map(_point, found))
