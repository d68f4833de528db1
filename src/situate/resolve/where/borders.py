"""Borders: of the country that a report is about with the one across, whichever of them the words name."""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.locals import border_of, on_border
from situate.resolve.where.sites import DESCRIPTION, Resolution
from situate.resolve.where.told import Told

_MOST = 0.66  # share of a report's names that a country must hold to be where a border of two is told from
# "In Ostria near the border with Varn": the land that the words say it is in, and not whose border it is.
_NEAR_BORDER = re.compile(r"\s(?:(?:and\s)?(?:near|on|along|by|at|close to|across)\s)(?:the|its)\s(?:\w+\s)?border\b")


def at_border(told: Told, base: Resolution, place: Place, span: Span) -> Resolution:
    """A border belongs to the country that the report is about, and to the one across.

    Where a phrase names both and the report is about neither more, it belongs to no one of them.
    """
    lands = _lands(told, span)
    home = told.land(told.country())
    if len(lands) > 1:
        inside = _told_inside(told, span, lands[0])
        most = told.land(told.country(_MOST))
        home = lands[0] if inside else most if most in lands and _told_besides(told, span, most) else None
        other = next((land for land in lands if land != home), None)
        if home is None or other is None:
            return replace(base, place=border_of(lands[0], lands[1]))
        return replace(base, place=on_border(home, other))
    if home is None or home.id == place.id:
        return DESCRIPTION
    return replace(base, place=on_border(home, place))


def _lands(told: Told, span: Span) -> list[Place]:
    """The countries that a phrase names, or tells by an adjective, in its order."""
    sites = [site for site in told.sites if span.covers(site.toponym.span) and site.place.precision == "country"]
    lands = (told.land(site.place.country) for site in sites)
    return list(dict.fromkeys(land for land in lands if land is not None))


def _told_besides(told: Told, span: Span, land: Place | None) -> bool:
    """Whether a report names a country, or a place in it, outside a phrase."""
    return any(s.place.country == land.country for s in told.sites if land and not span.covers(s.toponym.span))


def _told_inside(told: Told, span: Span, land: Place) -> bool:
    """Whether a phrase says that it is in its first land, by the border with another."""
    first = next(s for s in told.sites if span.covers(s.toponym.span) and s.place.country == land.country)
    return _NEAR_BORDER.match(told.text, first.toponym.span.end, span.end) is not None
