"""Points of a user's own places, and how these join the gazetteer: in range, never 0/0, in the country they name."""

from __future__ import annotations

import math
from collections.abc import Sequence

from situate.model.distance import distance_km
from situate.resolve.added.files import BadRow
from situate.resolve.gazetteer.lookup import Entry, Gazetteer
from situate.text.names import name_key

_SAME_KM = 5.0  # a settlement of one name that near is the same one
_BEYOND_KM = 300.0


def degrees(latitude: str | None, longitude: str | None) -> tuple[float, float]:
    """A point in WGS84 degrees.

    :raises BadRow: it is none, out of range, or 0/0.
    """
    try:
        north, east = float(latitude or "nan"), float(longitude or "nan")
    except (TypeError, ValueError):
        raise BadRow(f"{latitude!r}, {longitude!r} is no point in degrees") from None
    if not (math.isfinite(north) and math.isfinite(east)):
        if latitude in {None, ""} or longitude in {None, ""}:
            raise BadRow("it has no latitude or no longitude")
        raise BadRow(f"{latitude!r}, {longitude!r} is no point in degrees")
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise BadRow(f"{north:g}, {east:g} is out of range: degrees of latitude and longitude (WGS84) are needed")
    if round(north, 4) == 0 and round(east, 4) == 0:
        raise BadRow("0, 0 is no place")
    return north, east


def in_country(point: tuple[float, float], code: str, base: Gazetteer) -> None:
    """Refuse a point that lies far from the country that its row names."""
    country = base.country(code)
    if country is None:
        return
    gap = distance_km(*point, country.latitude, country.longitude)
    if gap > 2 * country.radius_km + _BEYOND_KM:
        raise BadRow(
            f"its point lies {gap:,.0f} km from {country.name}: are latitude and longitude the wrong way round?"
        )


def country_of(code: str | None, base: Gazetteer) -> str:
    """An ISO code of two letters that the gazetteer has; also found by the country's name."""
    if code is None:
        raise BadRow("it has no country")
    upper = code.upper()
    if base.country(upper) is not None:
        return upper
    found = next((e for e in base.lookup(code) if e.kind == "country" and e.country), None)
    if found is None or found.country is None:
        raise BadRow(f"country is {code!r}, which is no code of two letters (ISO 3166) and no country's name")
    return found.country


def region_called(name: str | None, country: str, base: Gazetteer) -> Entry | None:
    """The first-order region of this name; ``None`` where there is none, or more than one."""
    if name is None:
        return None
    found = {e.id: e for e in base.lookup(name, country) if e.kind == "region"}
    exact = [e for e in found.values() if name_key(e.name) == name_key(name)]
    several = exact or list(found.values())
    return several[0] if len(several) == 1 else None


def same_settlement(names: Sequence[str], country: str, point: tuple[float, float], base: Gazetteer) -> Entry | None:
    """The settlement of the gazetteer that bears one of these names within five kilometres."""
    for name in names:
        near = [
            (gap, entry)
            for entry in base.lookup(name, country)
            if entry.kind in {"settlement", "village"}
            and (gap := distance_km(*point, entry.latitude, entry.longitude)) <= _SAME_KM
        ]
        if near:
            return min(near, key=lambda pair: (pair[0], pair[1].id))[1]
    return None


def fitting_names(names: Sequence[str], kind: str, country: str | None, base: Gazetteer) -> tuple[str, ...]:
    """The names of a place, each once; a district does not take the bare name of the town that it is called after."""
    each = tuple(dict.fromkeys(name.strip() for name in names if name_key(name)))
    if not each:
        raise BadRow("its name has no letters")
    if kind != "county":
        return each
    towns = {name for name in each if any(e.kind == "settlement" and e.country == country for e in base.lookup(name))}
    first = f"{each[0]} district" if each[0] in towns else each[0]
    return (first, *(name for name in each[1:] if name not in towns))
