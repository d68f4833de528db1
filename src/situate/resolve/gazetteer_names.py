"""How settlements are shown and what else they are called: plain letters, usage of the news, their region's names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from situate.errors import BadModel
from situate.resolve.gazetteer_sources import Derivation, Row
from situate.resolve.place_names import name_key

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
_MARKS = re.compile("['‘’ʿʾ`ʼ]")
_KIND_WORD = re.compile(
    r" (?:governorate|province|region|oblast|republic|state|district|territory|department|county|entity|country)$"
)


def plain(name: str) -> str:
    """A transliterated name as newspapers print it: without dots, strokes, half rings ("Khān Yūnis")."""
    bare = unicodedata.normalize("NFKD", _MARKS.sub("", name))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).strip()


def named_rows(
    towns: Sequence[Row], regions: Iterable[Row], known_as: Mapping[str, Mapping[str, str]], made: Derivation
) -> list[Row]:
    """The settlements with the names to show first, and with the other names of the region that is named after them."""
    better = _known_as(known_as, made)
    more = _region_names(towns, regions)
    return [_named(row, better.get(row.id), more.get(row.id, ())) for row in towns]


def _named(row: Row, better: str | None, more: tuple[str, ...]) -> Row:
    shown = better
    if shown is None and row.country in TRANSLITERATED - _KEEP_MARKS:
        shown = plain(row.names[0])
    first = [shown, row.names[0]] if shown and shown != row.names[0] else [row.names[0]]
    return replace(row, names=(*first, *row.names[1:], *more), primary=len(first))


def _known_as(table: Mapping[str, Mapping[str, str]], made: Derivation) -> dict[str, str]:
    found = {}
    for country, names in sorted(table.items()):
        for name, better in names.items():
            town = made.seat(country, name)
            if town is None:
                raise BadModel(f"supplement.yaml: {country} has no settlement {name!r} to be known as {better!r}.")
            found[town.id] = better
    return found


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
