"""Tables of places: a user's own (name, latitude, longitude …) and P-code tables of OCHA (COD-AB), as rows of cells.

The columns of P-code tables have had several spellings: ``ADM1_EN``/``ADM1_PCODE``, ``admin1Name_en``/``admin1Pcode``,
``adm1_name``/``adm1_pcode``. The deepest level that has a code is what a row is about. Its country and its first-order
region join those of the gazetteer, so that these get their codes and the names; what the gazetteer lacks is added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from situate.resolve.added.files import BadRow, Raw, names, needed, word
from situate.resolve.added.points import (
    country_of,
    degrees,
    fitting_names,
    in_country,
    region_called,
    same_settlement,
)
from situate.resolve.gazetteer.lookup import Entry, Gazetteer
from situate.resolve.gazetteer.sources import Row, usable
from situate.resolve.who.names import slug

_CODE = re.compile(r"adm(?:in)?_?(\d)_?pcode")
_NAME = re.compile(r"adm(?:in)?_?(\d)_?(?:name)?\d?(?:_?([a-z]{2,3}))?")
_PCODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,39}")
_LATITUDES = ("latitude", "lat", "center_lat", "centre_lat", "lat_dd", "y", "y_coord", "point_y")
_LONGITUDES = ("longitude", "lon", "lng", "long", "center_lon", "centre_lon", "lon_dd", "x", "x_coord", "point_x")
KINDS: Mapping[str, tuple[str, float]] = {
    "settlement": ("settlement", 0.0), "city": ("settlement", 0.0), "town": ("settlement", 0.0),
    "village": ("village", 2.0), "hamlet": ("village", 2.0), "camp": ("site", 2.0), "neighbourhood": ("village", 2.0),
    "region": ("region", 80.0), "province": ("region", 80.0), "governorate": ("region", 80.0),
    "district": ("county", 25.0), "county": ("county", 25.0), "subdistrict": ("county", 12.0),
    "area": ("area", 25.0), "mountain": ("area", 10.0), "lake": ("area", 10.0),
    "base": ("base", 3.0), "airbase": ("base", 3.0), "site": ("site", 2.0), "airport": ("site", 3.0),
    "crossing": ("site", 2.0), "checkpoint": ("site", 1.0), "bridge": ("site", 1.0), "dam": ("site", 2.0),
    "hospital": ("site", 1.0), "field": ("site", 5.0),
}  # fmt: skip
"""What the column ``kind`` may say, with what it counts as and how far from its point it may lie, in km."""
_LEVELS = {2: ("district", 25.0), 3: ("subdistrict", 12.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What rows join: the packaged gazetteer, the name of the collection, the country of rows that bring none."""

    base: Gazetteer
    collection: str
    country: str | None = None


def is_pcode_table(columns: Mapping[str, object]) -> bool:
    """Whether the columns are those of a P-code table."""
    return any(_CODE.fullmatch(column) for column in columns)


def coordinates(row: Raw) -> tuple[str | None, str | None]:
    """The cells that hold latitude and longitude."""
    found = [next((row[c] for c in columns if row.get(c)), None) for columns in (_LATITUDES, _LONGITUDES)]
    north, east = (None if value is None else str(value).strip() for value in found)
    return north, east


def own_row(row: Raw, joining: Joining, *, extent_km: float | None = None) -> Row:
    """A place of a user's own table; ``extent_km`` is the radius of its outline, where one is known."""
    base = joining.base
    name = needed(row, "name")
    country = country_of(word(row, "country") or joining.country, base)
    point = degrees(*coordinates(row))
    in_country(point, country, base)
    given = (word(row, "kind") or "village").lower()
    if given not in KINDS:
        raise BadRow(f"kind is {given!r}, not one of {', '.join(KINDS)}")
    kind, radius = KINDS[given]
    region = region_called(word(row, "admin1"), country, base)
    each = fitting_names((name, *names(row, "aliases")), kind, country, base)
    known = region_called(name, country, base) if kind == "region" else None
    if kind in {"settlement", "village"}:
        known = same_settlement(each, country, point, base)
    return Row(
        id=known.id if known else f"added:{joining.collection}-{slug(name)}", kind=kind, names=each, country=country,
        admin1=known.admin1 if known else region.admin1 if region else None, latitude=point[0], longitude=point[1],
        radius_km=_radius(row, extent_km or radius), population=_population(row), basis="added", pcode=pcode(row),
    )  # fmt: skip


def pcode(row: Raw) -> str | None:
    """The P-code of a row, where it has one."""
    code = word(row, "pcode")
    if code is not None and not _PCODE.fullmatch(code):
        raise BadRow(f"pcode is {code!r}, not letters, digits, full stops and hyphens")
    return code


def _radius(row: Raw, usual: float) -> float:
    given = word(row, "radius_km")
    try:
        radius = float(given) if given else usual
    except ValueError:
        raise BadRow(f"radius_km is {given!r}, which is no number") from None
    if not 0 <= radius <= 2000:
        raise BadRow(f"radius_km is {radius:g}, not 0 to 2000")
    return radius


def _population(row: Raw) -> int:
    given = (word(row, "population") or "0").replace(",", "").replace(" ", "")
    if not given.isdecimal() or len(given) > 9:
        raise BadRow(f"population is {given[:20]!r}, which is no number of people")
    return int(given)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One level of a row of a P-code table."""

    code: str
    names: tuple[str, ...]


def pcode_rows(row: Raw, joining: Joining, *, extent_km: float | None = None) -> list[Row]:
    """The places of a row of a P-code table: the unit that it is about, and the region and country above it.

    A unit without a point of its own takes that of the town of its name in its region; without one it is refused.
    """
    base, units = joining.base, _units(row)
    country = _country(units, joining)
    above = units[1].names if 1 in units else ()
    region = next((one for name in above if (one := region_called(name, country, base))), None)
    found = list[Row]()
    if 0 in units and (land := base.country(country)):
        found.append(_known(land, units[0]))
    if region is not None:
        found.append(_known(region, units[1]))
    deepest = max(units)
    if deepest > 1 or (deepest == 1 and region is None):
        found.append(_unit(units[deepest], deepest, row, (country, region), joining, extent_km))
    return found


def _units(row: Raw) -> dict[int, _Unit]:
    codes, called = dict[int, str](), dict[int, dict[str, str]]()
    for column in row:
        if (match := _CODE.fullmatch(column)) and (code := word(row, column)):
            codes[int(match[1])] = code
        elif (match := _NAME.fullmatch(column)) and (name := word(row, column)):
            called.setdefault(int(match[1]), {})[match[2] or "en"] = name
    units = {}
    for level, code in codes.items():
        if not _PCODE.fullmatch(code):
            raise BadRow(f"the P-code {code!r} is not letters, digits, full stops and hyphens")
        names_of = called.get(level, {})
        english = [names_of.pop("en")] if "en" in names_of else []
        each = (*english, *(name for _, name in sorted(names_of.items()) if usable(name)))
        if each:
            units[level] = _Unit(code, each)
    if not units:
        raise BadRow("it has no P-code with a name")
    return units


def _country(units: Mapping[int, _Unit], joining: Joining) -> str:
    named = [*units[0].names, units[0].code[:2]] if 0 in units else []
    candidates = [*named, units[max(units)].code[:2], *([joining.country] if joining.country else [])]
    for candidate in candidates:
        try:
            return country_of(candidate, joining.base)
        except BadRow:
            continue
    raise BadRow("its country is not known: name it with --country")


def _known(entry: Entry, unit: _Unit) -> Row:
    """What joins an entry of the gazetteer: names and a code."""
    return Row(
        id=entry.id, kind=entry.kind, names=unit.names, country=entry.country, admin1=entry.admin1,
        latitude=entry.latitude, longitude=entry.longitude, radius_km=entry.radius_km, basis=entry.basis,
        pcode=unit.code,
    )  # fmt: skip


def _unit(
    unit: _Unit, level: int, row: Raw, within: tuple[str, Entry | None], joining: Joining, extent_km: float | None
) -> Row:
    country, region = within
    base = joining.base
    point, basis = _point(unit, row, within, base)
    word_of, radius = _LEVELS.get(level, ("", 0.0))
    kind = "region" if level == 1 else "county" if word_of else "settlement"
    known = same_settlement(unit.names, country, point, base) if kind == "settlement" else None
    each = fitting_names(unit.names, kind, country, base)
    if word_of and each[0].endswith(" district"):
        each = (f"{each[0].removesuffix(' district')} {word_of}", *each[1:])
    return Row(
        id=known.id if known else f"pcode:{unit.code}", kind=kind, names=each, country=country,
        admin1=region.admin1 if region else None, latitude=point[0], longitude=point[1],
        radius_km=extent_km or (80.0 if level == 1 else radius), basis=basis, pcode=unit.code,
    )  # fmt: skip


def _point(unit: _Unit, row: Raw, within: tuple[str, Entry | None], base: Gazetteer) -> tuple[tuple[float, float], str]:
    country, region = within
    north, east = coordinates(row)
    if north or east:
        point = degrees(north, east)
        in_country(point, country, base)
        return point, "added"
    for name in unit.names:
        towns = [e for e in base.lookup(name, country) if e.kind == "settlement"]
        inside = [e for e in towns if region is None or e.admin1 == region.admin1]
        if inside:
            return (inside[0].latitude, inside[0].longitude), "derived"
    raise BadRow("it has no point (center_lat, center_lon), and no town of its name is known in its region")
