"""Towns by whose name alone a name only sounds: "Midan" is Madan where nothing beside it speaks against that.

A transliterated name has many spellings, and a quarter or a village that no gazetteer has sounds like a town elsewhere.
It is that town neither where its words make a quarter of it, nor where the names beside it all lie far from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from situate.model.distance import apart_km
from situate.model.place import Place
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.sites import Resolution
from situate.resolve.where.toponyms import Toponym
from situate.text.names import name_words, without_articles

_QUARTER = re.compile(r"\s(?:residential\s)?(?:neighbou?rhood|quarter|street|square)\b", re.IGNORECASE)
_BESIDE = 400  # letters to the names that say where the text is
_FAR_KM = 100.0
_ALIKE = 0.84  # letters in common: "Khanaser" and "Khanasir" 0.88, "Mazra" and "Mazraah" 0.83, "Midan" and "Madan" 0.8


def without_sounds(
    text: str, found: Sequence[tuple[Toponym, Resolution]], gazetteer: Gazetteer
) -> list[tuple[Toponym, Resolution]]:
    """The names with their places, less towns elsewhere that only sound like them."""
    names = [(toponym, r) for toponym, r in found if toponym.form == "name"]
    strange = {
        toponym
        for at, (toponym, r) in enumerate(names)
        if r.place is not None and _by_sound(toponym, r.place, gazetteer) and _is_another(text, names, at)
    }
    gone = "not_in_gazetteer"
    return [(t, replace(r, place=None, reason=gone) if t in strange else r) for t, r in found]


def _by_sound(toponym: Toponym, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a town bears another name, which only sounds like this one and is not nearly written so."""
    if place.precision != "settlement" or any(m.entry.id == place.id for m in gazetteer.matches(toponym.name)):
        return False
    letters, others = ("".join(without_articles(name_words(name))) for name in (toponym.name, place.name))
    return SequenceMatcher(None, letters, others, autojunk=False).ratio() <= _ALIKE


def _is_another(text: str, names: Sequence[tuple[Toponym, Resolution]], at: int) -> bool:
    toponym, town = names[at][0], names[at][1].place
    if _QUARTER.match(text, toponym.span.end):
        return True
    beside = [place for place in _places_beside(names, at) if town is not None and place.country == town.country]
    return bool(beside) and not any(town is not None and _near(place, town) for place in beside)


def _places_beside(names: Sequence[tuple[Toponym, Resolution]], at: int) -> Iterator[Place]:
    """The places of the names right before and right behind one that are no countries, if they are near in the text."""
    span = names[at][0].span
    for toponym, found in (*names[max(0, at - 1) : at], *names[at + 1 : at + 2]):
        near = max(span.start - toponym.span.end, toponym.span.start - span.end) <= _BESIDE
        if near and found.place is not None and found.place.precision != "country":
            yield found.place


def _near(one: Place, other: Place) -> bool:
    apart = apart_km(one, other)
    return (one.admin1 is not None and one.admin1 == other.admin1) or (apart is not None and apart <= _FAR_KM)
