"""Places that no gazetteer has, made from one that it has: parts, pockets, bases, quarters, relations.

A local place takes the coordinates of its parent with a radius that holds it; nothing is put at a point that nobody
gave. Its id is made of words, so that two reports that say "Brigade 137" mean one place.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from situate.model.place import Place
from situate.resolve.where.phrases import Relation, bearing_of, parse, radius_of
from situate.text.names import name_words, without_articles

_KM_PER_DEGREE = 111.195
_SETTLED = frozenset({"settlement", "part", "point"})
# Radii (km) of a relation without a distance, by general sense of how far such words reach.
_REACH = {"direction": 40.0, "near": 20.0, "edge": 15.0, "outside": 20.0, "border": 60.0, "between": 50.0, "road": 50.0,
          "front": 50.0}  # fmt: skip
_COUNTRYSIDE_KM = 40.0
_FROM_TO = Relation(kind="between", words="border", start=0, end=0)
_OPEN_LAND = re.compile(r"countryside|rural", re.IGNORECASE)
_UNIT = re.compile(r"(?P<number>\d+)(?:st|nd|rd|th)?\s(?P<noun>[A-Za-z]+)")


def slug(name: str) -> str:
    """``name`` as a part of an id: folded words joined by hyphens."""
    return "-".join(name_words(name))


def own_slug(name: str) -> str:
    """The part of an id that a local place's own name makes, alike for the ways to write it.

    "Al-Shifa Hospital" and "Shifa" are one, and so are "Brigade 137" and "137th Brigade".
    """
    unit = _UNIT.fullmatch(name.strip())
    if unit is not None:
        return f"{unit['noun'].casefold()}-{unit['number']}"
    words = without_articles(name_words(name))
    if len(words) > 1 and parse(words[-1]).heads:
        words = words[:-1]
    return "-".join(words)


def named_part(name: str, group: str, parent: Place) -> Place:
    """A place with a name of its own ("Qasour") in or by ``parent``; a numbered unit's id stands without its parent."""
    words = own_slug(name)
    numbered = any(letter.isdigit() for letter in words)
    return _part(
        parent, id=f"local:{words}" if numbered else f"local:{words}-{slug(parent.name)}", name=name, group=group
    )


def beside(name: str, town: Place) -> Place:
    """A village with a name of its own by a town: near it, and no quarter of it."""
    made = named_part(name, "settlement", town)
    return replace(made, part_of=town.part_of) if town.precision in _SETTLED and town.part_of else made


def unnamed_part(words: str, group: str, parent: Place) -> Place:
    """A part known by description alone: "western pocket" of Deir ez-Zor."""
    return _part(parent, id=f"local:{slug(parent.name)}-{slug(words)}", name=f"{parent.name}, {words}", group=group)


def _part(parent: Place, *, id: str, name: str, group: str) -> Place:
    radius = max(radius_of(group), parent.radius_km or 0.0)
    return _inside(some_part("", parent), parent, id=id, name=" ".join(name.split()), radius=radius)


def side_part(side: str, parent: Place) -> Place:
    """A side of a place: "western Mosul", "northern Syria"."""
    if parent.relation == side:
        return parent
    id, name = f"local:{slug(parent.name)}-{side}", f"{side} {parent.name}"
    return _inside(some_part(side, parent), parent, id=id, name=name, radius=parent.radius_km)


def _inside(part: Place, parent: Place, *, id: str, name: str, radius: float | None) -> Place:
    """A part of a place as one of its own, which has no code of the parent's."""
    return replace(part, id=id, name=name, radius_km=radius, part_of=parent.id, basis="parent", pcode=None)


def some_part(words: str, parent: Place) -> Place:
    """An indefinite part ("districts of the city"): the place itself, with the words that narrow it."""
    precision = "part" if parent.precision in _SETTLED else parent.precision
    return replace(parent, precision=precision, relation=words or None)


def related(anchor: Place, relation: Relation, other: Place | None = None) -> Place:
    """A place that is known by its relation to ``anchor`` (and ``other``, for a road or what lies between)."""
    if relation.kind in ("road", "between") and other is not None:
        return _between(anchor, other, relation)
    if relation.km is not None and relation.side is not None:
        moved = _moved(anchor, relation.km, relation.side)
        if moved is not None:
            radius = max(5.0, 0.25 * relation.km + (anchor.radius_km or 0.0))
            return replace(_relative(anchor, relation, radius), latitude=moved[0], longitude=moved[1])
    reach = relation.km if relation.km is not None else _REACH.get(relation.kind, 20.0)
    if relation.kind == "edge" and _OPEN_LAND.search(relation.words) is not None:
        reach = _COUNTRYSIDE_KM
    return _relative(anchor, relation, reach + (anchor.radius_km or 0.0))


def _relative(anchor: Place, relation: Relation, radius: float) -> Place:
    wide = anchor.precision in ("country", "region", "district")
    return replace(
        anchor,
        precision=anchor.precision if wide and relation.kind != "direction" else "relative",
        relation=relation.words,
        radius_km=round(max(radius, anchor.radius_km or 0.0), 1),
        basis="relation",
    )


def _moved(anchor: Place, km: float, side: str) -> tuple[float, float] | None:
    bearing = bearing_of(side)
    if anchor.latitude is None or anchor.longitude is None or bearing is None:
        return None
    north, east = km * math.cos(math.radians(bearing)), km * math.sin(math.radians(bearing))
    latitude = max(-89.9, min(89.9, anchor.latitude + north / _KM_PER_DEGREE))
    scale = max(0.05, math.cos(math.radians(anchor.latitude)))
    longitude = (anchor.longitude + east / (_KM_PER_DEGREE * scale) + 540) % 360 - 180
    return round(latitude, 5), round(longitude, 5)


def _between(one: Place, two: Place, relation: Relation) -> Place:
    """Half way between two places; the radius reaches both."""
    if one.latitude is None or one.longitude is None or two.latitude is None or two.longitude is None:
        return _relative(one, relation, _REACH[relation.kind])
    scale = math.cos(math.radians(one.latitude))
    north, east = (
        (two.latitude - one.latitude) * _KM_PER_DEGREE,
        (two.longitude - one.longitude) * _KM_PER_DEGREE * scale,
    )
    half = math.hypot(north, east) / 2
    word = "road" if relation.kind == "road" else "between"
    return replace(
        one,
        id=f"local:{slug(one.name)}-{slug(two.name)}-{word}",
        name=f"{word} {one.name} and {two.name}" if word == "between" else f"road {one.name}–{two.name}",
        latitude=round((one.latitude + two.latitude) / 2, 5),
        longitude=round((one.longitude + two.longitude) / 2, 5),
        precision="relative",
        relation=relation.words,
        radius_km=round(half + 5, 1),
        country=one.country if one.country == two.country else None,
        part_of=_common(one, two),
        admin1=one.admin1 if one.admin1 == two.admin1 else None,
        basis="relation",
    )


def _common(one: Place, two: Place) -> str | None:
    """The id of the smallest region or country that holds both."""
    if one.admin1 and one.admin1 == two.admin1:
        return f"region:{one.admin1}"
    return f"country:{one.country}" if one.country and one.country == two.country else None


def on_border(home: Place, other: Place) -> Place:
    """The border of ``home`` with ``other``: somewhere along it, so no better than the country.

    It is called alike from either side.
    """
    id, name = _border_named(home, other)
    return replace(home, id=id, name=name, relation=f"border with {other.name}", part_of=home.id, basis="relation")


def border_of(one: Place, other: Place) -> Place:
    """The border of two countries told from neither side: in no one of them, and somewhere between their middles."""
    (id, name), between = _border_named(one, other), _between(one, other, _FROM_TO)
    radius = max(one.radius_km or 0.0, other.radius_km or 0.0, between.radius_km or 0.0)
    return replace(
        between, id=id, name=name, precision="country", relation="border", part_of=None, admin1=None, radius_km=radius
    )


def _border_named(one: Place, other: Place) -> tuple[str, str]:
    both = sorted((one.name, other.name))
    return f"local:{'-'.join(map(slug, both))}-border", f"border of {both[0]} and {both[1]}"
