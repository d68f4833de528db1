"""How settlements are shown and what else they are called: plain letters, usage of the news, their region's names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from situate.errors import BadModel
from situate.resolve.gazetteer.sources import Derivation, Row
from situate.text.names import name_key

# Countries whose names reach English reports through Arabic script or Kurdish, in several transliterations.
_ARAB = (
    "AE",
    "BH",
    "DZ",
    "EG",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MA",
    "MR",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SY",
    "TN",
    "YE",
)
TRANSLITERATED = frozenset((*_ARAB, "AF", "IL", "IR", "PK", "SO", "TD", "TR"))
_KEEP_MARKS = frozenset({"TR"})  # written in Latin letters: their marks are spelling, not transliteration
_OWN_CODES = frozenset({"US", "CA", "AU"})  # a state and a town of one name are told apart there
_T = TypeVar("_T")
_MARKS = re.compile("['‘’ʿʾ`ʼ]")
_KIND_WORD = re.compile(
    r" (?:governorate|province|region|oblast|republic|state|district|territory|department|county|entity|country)$"
)


def plain(name: str) -> str:
    """A transliterated name as newspapers print it: without dots, strokes, half rings ("Khān Yūnis")."""
    bare = unicodedata.normalize("NFKD", _MARKS.sub("", name))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).strip()


def named_rows(towns: Sequence[Row], regions: Iterable[Row], words: Mapping[str, Any], made: Derivation) -> list[Row]:
    """The settlements with the names to show first, then their further spellings and the names of their region.

    ``words`` is the supplement: ``known_as`` gives a settlement the name to show, ``also_called`` further spellings.
    """
    better = dict(_known(words["known_as"], towns, made))
    also = dict(_known(words.get("also_called", {}), towns, made))
    more = _region_names(towns, regions)
    return [_named(row, better.get(row.id), also.get(row.id, ()), more.get(row.id, ())) for row in towns]


def _named(row: Row, better: str | None, also: Sequence[str], more: tuple[str, ...]) -> Row:
    shown = better
    if shown is None and row.country in TRANSLITERATED - _KEEP_MARKS:
        shown = plain(row.names[0])
    first = tuple(dict.fromkeys((shown or row.names[0], row.names[0], *also)))
    return replace(row, names=(*first, *row.names[1:], *more), primary=len(first))


def _known(table: Mapping[str, Mapping[str, _T]], towns: Sequence[Row], made: Derivation) -> Iterator[tuple[str, _T]]:
    """The ids of the settlements that a table of the supplement names, each with what it says of it.

    A settlement is named as GeoNames spells it, the largest of its country is meant, or by its id.
    """
    numbered = {(row.country, row.id): row for row in towns}
    for country, names in sorted(table.items()):
        for name, said in names.items():
            town = numbered.get((country, name)) or made.seat(country, name)
            if town is None:
                raise BadModel(f"supplement.yaml: {country} has no settlement {name!r} to be known as {said!r}.")
            yield town.id, said


def _region_names(towns: Sequence[Row], regions: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The spellings of a region's name, for the town that it is named after."""
    wanted = {row.admin1: row for row in regions if row.country not in _OWN_CODES}
    seats: dict[str, Row] = {}
    for town in towns:
        region = wanted.get(town.admin1)
        if region is not None and town.admin1 and name_key(region.names[0]) in map(name_key, town.names):
            best = seats.get(town.admin1)
            if best is None or town.population > best.population:
                seats[town.admin1] = town
    return {
        town.id: tuple(name for name in wanted[code].names if not _KIND_WORD.search(name))
        for code, town in seats.items()
    }
