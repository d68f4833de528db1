"""The signs of map and timeline: fill says who, pattern says what and how sure; a label always says both."""

from __future__ import annotations

import math
from collections.abc import Sequence

from situate.export.html.context import Context
from situate.export.html.markup import Safe, tag
from situate.export.html.projection import WIDTH, Projection
from situate.export.masking import COARSENED
from situate.model.place import Place
from situate.model.situation import Spell

_SMALLEST, _UNKNOWN = 11.0, 20.0
_DOT = 5.5
_RING, _TICKS = 13.0, 16

DEFINITIONS = (
    '<svg class="definitions" aria-hidden="true"><defs>'
    '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line x1="0" y1="0" x2="0" y2="7" class="hatch"/></pattern>'
    '<pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M0 0L6 6M6 0L0 6" class="hatch"/></pattern>'
    '<linearGradient id="up"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>'
    '<linearGradient id="down"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
    "</linearGradient>"
    '<mask id="rise" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#up)"/></mask>'
    '<mask id="fall" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#down)"/></mask>'
    "</defs></svg>"
)
"""Once a page: hatching for areas only roughly known, cross-hatching for what is stale, fading for uncertain ends."""


def uncertain_area(place: Place, projection: Projection) -> Safe | None:
    """What is drawn under a marker: the reach of a place that is not a point."""
    if place.latitude is None or place.longitude is None:
        return None
    x, y = projection.xy((place.longitude, place.latitude))
    known = place.radius_km is not None
    radius = max((place.radius_km or 0.0) * projection.scale, _SMALLEST) if known else _UNKNOWN
    if place.precision in {"region", "district"}:
        return tag("circle", cx=x, cy=y, r=radius, class_="area", fill="url(#hatch)")
    if place.precision in {"part", "relative"} or place.basis == COARSENED:
        return tag("circle", cx=x, cy=y, r=radius, class_=_near(radius, known=known))
    return tag("circle", cx=x, cy=y, r=radius, class_="extent") if known else None


def _near(radius: float, *, known: bool) -> str:
    """How a ring without a middle is drawn: broken if its width is not known, faint if it spans the map."""
    return "near wide" if radius > WIDTH / 4 else "near" if known else "near unknown"


def marker(context: Context, spells: Sequence[Spell], place: Place, projection: Projection) -> Safe | None:
    """The sign at a position: a dot for a settlement, filled by who holds it; a ring with inward ticks if besieged.

    Where the position is only roughly known there is no dot, and the ring of a siege is as wide as what is not known.
    """
    if place.latitude is None or place.longitude is None:
        return None
    x, y = projection.xy((place.longitude, place.latitude))
    drawn: list[Safe] = []
    own = [spell for spell in spells if spell.place.id == place.id]
    exact = place.precision in {"point", "settlement"} and place.basis != COARSENED
    if exact:
        drawn += _dot(context, own, x, y)
    if any(spell.dimension == "siege" for spell in spells):
        siege = next(spell for spell in spells if spell.dimension == "siege")
        outer = _RING if exact else max(_RING, (siege.place.radius_km or 0.0) * projection.scale)
        drawn.append(_siege_ring((x, y), outer, context.colour(siege.actors), whole=siege in own or not exact))
    return tag("g", *drawn) if drawn else None


def _dot(context: Context, spells: Sequence[Spell], x: float, y: float) -> list[Safe]:
    control = next((spell for spell in spells if spell.dimension == "control"), None)
    if control is None:
        return [tag("circle", cx=x, cy=y, r=_DOT - 1.5, class_="dot")]
    colour = context.colour(control.actors)
    edge = "claimed" if control.standing == "claimed" else ""
    dot = tag("circle", cx=x, cy=y, r=_DOT + 1, class_=f"dot held a{colour} {edge}".strip())
    if control.stale:
        return [dot, tag("circle", cx=x, cy=y, r=_DOT + 1, fill="url(#cross)")]
    if control.value in {"contested", "mixed"}:
        half = f"M{x:.1f} {y - _DOT - 1:.1f}a{_DOT + 1} {_DOT + 1} 0 0 1 0 {2 * _DOT + 2}z"
        return [
            dot,
            tag("path", d=half, class_="other-half"),
            tag("circle", cx=x, cy=y, r=_DOT + 1, fill="url(#hatch)"),
        ]
    return [dot]


def _siege_ring(at: tuple[float, float], outer: float, colour: int, *, whole: bool) -> Safe:
    """A ring with ticks that point inwards; broken when only a part of the place is besieged."""
    x, y = at
    inner = outer - 4
    number_of_ticks = max(_TICKS, round(outer / 1.6))
    ticks = "".join(
        f"M{x + outer * math.cos(turn):.1f} {y + outer * math.sin(turn):.1f}"
        f"L{x + inner * math.cos(turn):.1f} {y + inner * math.sin(turn):.1f}"
        for turn in (2 * math.pi * number / number_of_ticks for number in range(number_of_ticks))
    )
    ring = tag("circle", cx=x, cy=y, r=outer, stroke_dasharray=None if whole else "6 4")
    return tag("g", ring, tag("path", d=ticks), class_=f"siege-ring a{colour}")
