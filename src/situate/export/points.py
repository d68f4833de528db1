"""Points as bytes: well-known binary, and the header that GeoPackage puts before it."""

from __future__ import annotations

import struct

from situate.model.place import Place

WGS84 = 4326


def wkb(place: Place | None) -> bytes | None:
    """A point as well-known binary (OGC 06-103r4), little-endian, longitude first; ``None`` without coordinates."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return struct.pack("<BIdd", 1, 1, place.longitude, place.latitude)


def geopackage_point(place: Place | None) -> bytes | None:
    """A point as GeoPackageBinary (OGC 12-128r17, 2.1.3): magic, version 0, little-endian without envelope, SRS."""
    point = wkb(place)
    return None if point is None else struct.pack("<2sBBi", b"GP", 0, 1, WGS84) + point
