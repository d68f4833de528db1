"""The gazetteer at run time: names to entries, in a file that is mapped into memory (see ``gazetteer_file``)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from situate.errors import BadModel
from situate.model.place import Place, PlacePrecision
from situate.resolve.added.collections import sheets
from situate.resolve.gazetteer.file import FILE_NAME
from situate.resolve.gazetteer.sheet import Entry, Sheet
from situate.text.names import (
    ONE_SPELLING,
    bare_key,
    name_key,
    name_words,
    other_vowels,
    skeleton,
    without_articles,
)

__all__ = ["Entry", "Gazetteer", "Match", "extent_km", "likeness", "place_of"]

_PLACES = Path(__file__).parent.parent / "places"
_COUNTRIES = 256  # about as many as there are
_CACHED = 8192
_MOST_ADDED = 100  # places of one added list under one name, the largest: ranking weighs fewer
_SURE_SKELETON = 3  # consonants up to which a shared skeleton needs likeness besides
_LEAST_LIKENESS = 0.3  # below it a shared skeleton is chance; measured on names of Syria and Iraq
_LEAST_LETTERS = 4  # of a name that may stand with its article or without
_ALIKE_AT_ALL = 0.12  # the same of a long skeleton ("Wadi al-Mesk" is no "Dimashq")

# What a radius means: the land within which the named place lies, in km, by the population of a settlement.
_SETTLEMENT_KM = ((1_000_000, 15.0), (100_000, 8.0), (10_000, 4.0), (0, 2.0))


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found under a name; ``how`` is name, alternate, spelling (another transliteration) or adjective."""

    entry: Entry
    how: str


class Gazetteer:
    """Look-ups by name and by id; open one and share it: it never changes, and reads only the pages that it needs."""

    def __init__(self, sheet: Sheet, added: Sequence[Sheet] = ()) -> None:
        self._sheets = (sheet, *added)
        self._starts = tuple(accumulate((len(one) for one in self._sheets), initial=0))
        self._pcodes = {place: code for one in self._sheets for place, code in one.pcodes.items()}
        self._entry = lru_cache(maxsize=_CACHED)(self._read_entry)
        self._found = lru_cache(maxsize=4 * _CACHED)(self._search)
        self._named = lru_cache(maxsize=_CACHED)(self._named_so)
        self._adjective = lru_cache(maxsize=4 * _CACHED)(self._row_of_adjective)
        self._row = lru_cache(maxsize=_CACHED)(self._row_of)
        self._seat = lru_cache(maxsize=_COUNTRIES)(self._seat_of)

    @classmethod
    def open(cls, path: Path | None = None, *, added: Path | None = None) -> Gazetteer:
        """Open the gazetteer of the package, or the file at ``path``; BadModel where it is missing or damaged.

        ``added`` is the folder of what the user added, whose places join it.
        """
        return cls(Sheet.open(path or _PLACES / FILE_NAME), [_opened(one) for one in sheets(added)] if added else ())

    @property
    def source(self) -> str:
        """Whose data this is, for the credits."""
        return "; ".join(dict.fromkeys(str(one.header["source"]) for one in self._sheets))

    @property
    def special(self) -> range:
        """The rows of the package's entries that are no settlements."""
        return range(len(self._sheets[0].special))

    def __len__(self) -> int:
        return self._starts[-1]

    def has(self, name: str) -> bool:
        """Whether any entry bears this name."""
        return bool(self.matches(name))

    def lookup(self, name: str, country: str | None = None) -> list[Entry]:
        """Entries with this name, the largest first; with a country, those in it, other spellings included."""
        matches = self.matches(name, countries=(country,) if country else ())
        return [match.entry for match in matches if country is None or match.entry.country == country]

    def matches(self, name: str, *, countries: Iterable[str] = ()) -> list[Match]:
        """Entries with this name; where there is none in ``countries``, those there with the same skeleton.

        The latter only where names are transliterated at all.
        """
        found = list(self._named(name))
        for country in countries:
            if not any(match.entry.country == country for match in found):
                bones = skeleton(name) if country not in ONE_SPELLING else ""
                found.extend(self._spellings(name, f"{country}:{bones}") if bones else ())
                found.extend(self._without_article(name, country))
        return found

    def _named_so(self, name: str) -> tuple[Match, ...]:
        """Entries under a name; under the name without its articles, where there is none."""
        found = self._found(name_key(name))
        if not found and (bare := bare_key(name)):
            return tuple(Match(self.entry(row), "alternate") for row, _ in self._found("bare:" + bare))
        return tuple(Match(self.entry(row), "name" if main else "alternate") for row, main in found)

    def _without_article(self, name: str, country: str) -> list[Match]:
        """Entries of a country that bear a name of one word without the article before it ("Al-Raqqa")."""
        words = name_words(name)
        rest = without_articles(words)
        if len(rest) != 1 or rest == words or len(rest[0]) < _LEAST_LETTERS:
            return []
        entries = [self.entry(row) for row, _ in self._found(rest[0])]
        return [Match(entry, "spelling") for entry in entries if entry.country == country]

    def _spellings(self, name: str, key: str) -> list[Match]:
        """Entries whose names share the skeleton, those whose own name looks most like ``name`` first."""
        written = name_key(name)
        entries = [entry for row, _ in self._found(key) if not other_vowels(name, (entry := self.entry(row)).name)]
        alike = {entry.id: likeness(written, name_key(entry.name)) for entry in entries}
        entries.sort(key=lambda entry: (-alike[entry.id], -entry.population, entry.id))
        bones = key.partition(":")[2]
        least = {e.id: _ALIKE_AT_ALL if _shares(e, bones) else _LEAST_LIKENESS for e in entries}
        return [Match(entry, "spelling") for entry in entries if alike[entry.id] >= least[entry.id]]

    def adjective(self, word: str) -> Entry | None:
        """The country whose adjective or people ``word`` names ("Syrian", "Turks")."""
        row = self._adjective(word)
        return None if row is None else self.entry(row)

    def _row_of_adjective(self, word: str) -> int | None:
        found = self._found("adjective:" + name_key(word))
        return found[0][0] if found else None

    def by_id(self, place_id: str) -> Entry | None:
        """The entry with this id (``geonames:170794``, ``country:SY``, ``region:SY.07``, ``supplement:…``)."""
        row = self._row(place_id)
        return None if row is None else self.entry(row)

    def _row_of(self, place_id: str) -> int | None:
        for start, sheet in zip(self._starts, self._sheets, strict=False):
            row = sheet.row_of(place_id)
            if row is not None:
                return start + row
        return None

    def place(self, place_id: str) -> Place | None:
        """The place of the record with this id."""
        entry = self.by_id(place_id)
        return None if entry is None else place_of(entry)

    def capital(self, code: str) -> str | None:
        """The name of the capital of a country."""
        name = self._sheets[0].header["capitals"].get(code)
        return None if name is None else str(name)

    def seat(self, code: str) -> Entry | None:
        """The town that is the capital of a country."""
        return self._seat(code)

    def _seat_of(self, code: str) -> Entry | None:
        name = self.capital(code)
        return next((one for one in self.lookup(name, code) if one.kind == "settlement"), None) if name else None

    def country(self, code: str | None) -> Entry | None:
        """The country with this ISO 3166 code of two letters."""
        return self.by_id(f"country:{code}")

    def admin1_of(self, entry: Entry) -> Entry | None:
        """The first-order region that ``entry`` lies in, where the gazetteer knows it by name."""
        return self.by_id(f"region:{entry.admin1}") if entry.admin1 else None

    def parents(self, entry: Entry) -> Iterator[Entry]:
        """What ``entry`` lies in: its region, then its country."""
        for parent in (self.admin1_of(entry), self.country(entry.country)):
            if parent is not None and parent.id != entry.id:
                yield parent

    def largest(self, southwest: tuple[float, float], northeast: tuple[float, float], most: int) -> list[Entry]:
        """The settlements in a box of degrees (longitude, latitude), the largest ``most`` of them, largest first."""
        rows = (
            self._first(start + row)
            for start, sheet in zip(self._starts, self._sheets, strict=False)
            for row in sheet.largest(southwest, northeast, most)
        )
        found = [self.entry(row) for row in dict.fromkeys(rows)]
        return sorted(found, key=lambda entry: -entry.population)[:most]

    def entry(self, row: int) -> Entry:
        """The entry in row ``row``."""
        return self._entry(row)

    def _search(self, key: str) -> tuple[tuple[int, bool], ...]:
        """Rows under a key, the largest population first, each with whether the key is its first name."""
        if not key or key.endswith(":"):
            return ()
        base, *added = self._sheets
        rows = dict(base.rows_under(key))
        for start, sheet in zip(self._starts[1:], added, strict=False):
            for row, main in sheet.rows_under(key, _MOST_ADDED):
                first = self._first(start + row)
                rows[first] = rows.get(first, False) or main
        if len(rows) < 2 or not added:
            return tuple(rows.items())
        return tuple(sorted(rows.items(), key=lambda item: -self.entry(item[0]).population))

    def _first(self, row: int) -> int:
        """The row of the same place in the first sheet that has it: what is added to a known place joins it."""
        if row < self._starts[1]:
            return row
        number, own = self._place(row)
        found = self._row_of(self._sheets[number].identity(own))
        return row if found is None else found

    def _place(self, row: int) -> tuple[int, int]:
        """The number of the sheet in which a row lies, and the row there."""
        number = bisect_right(self._starts, row) - 1
        return number, row - self._starts[number]

    def _read_entry(self, row: int) -> Entry:
        number, own = self._place(row)
        entry = self._sheets[number].entry(own)
        code = self._pcodes.get(entry.id)
        return entry if code == entry.pcode else replace(entry, pcode=code)


def _opened(path: Path) -> Sheet:
    try:
        return Sheet.open(path)
    except BadModel as problem:
        raise BadModel(
            f"{path}, places that were added, is missing or damaged.",
            remedy=f"Take it away, and add its file again: situate gazetteer --remove {path.stem}.",
        ) from problem


def _shares(entry: Entry, bones: str) -> bool:
    """Whether a skeleton is surely an entry's: long enough, and that of its own name, not of some other one it has."""
    return len(bones) > _SURE_SKELETON and skeleton(entry.name) == bones


def likeness(key: str, other: str) -> float:
    """The share of letter pairs that two keys have in common (Dice coefficient), 0 to 1."""
    pairs, others = Counter(pairwise(key)), Counter(pairwise(other))
    size = pairs.total() + others.total()
    return 2 * (pairs & others).total() / size if size else 0.0


_PRECISION: dict[str, PlacePrecision] = {
    "settlement": "settlement",
    "village": "settlement",
    "country": "country",
    "region": "region",
    "county": "district",
    "area": "district",
    "base": "part",
    "site": "part",
}


def extent_km(entry: Entry) -> float:
    """How far from its point the place may lie, in km."""
    if entry.radius_km:
        return entry.radius_km
    return next(radius for least, radius in _SETTLEMENT_KM if entry.population >= least)


def place_of(entry: Entry) -> Place:
    """``entry`` as a place of the record; ``part_of`` is its region, or its country."""
    parent = None if entry.kind == "country" else f"country:{entry.country}" if entry.country else None
    if entry.admin1 and entry.kind != "region":
        parent = f"region:{entry.admin1}"
    return Place(
        id=entry.id,
        name=entry.name,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=_PRECISION[entry.kind],
        radius_km=extent_km(entry),
        part_of=parent,
        admin1=entry.admin1,
        basis=entry.basis,
        pcode=entry.pcode,
    )
