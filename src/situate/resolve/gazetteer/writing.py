"""Rows of the gazetteer as the header and the arrays of its file (``gazetteer_file``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from situate.resolve.gazetteer.file import PRIMARY, Arrays, key_digest
from situate.resolve.gazetteer.names import TRANSLITERATED
from situate.resolve.gazetteer.sources import Row
from situate.text.names import bare_key, is_latin, name_key, skeleton

_NUMBERED = "geonames:"


def contents(rows: Sequence[Row]) -> dict[str, Any]:
    """What the header says of the rows; those whose ids are no numbers of GeoNames must come first."""
    return {
        "special": [row.id for row in rows if not row.id.startswith(_NUMBERED)],
        "kinds": sorted({row.kind for row in rows}),
        "bases": sorted({row.basis for row in rows}),
        "countries": sorted({row.country for row in rows if row.country}),
        "admin1": sorted({row.admin1 for row in rows if row.admin1}),
    }


def entry_arrays(rows: Sequence[Row], header: Mapping[str, Any]) -> Arrays:
    """The entries as arrays, in the order of the rows; ``header`` holds what :func:`contents` gives."""
    country = {code: place + 1 for place, code in enumerate(header["countries"])}
    admin1 = {code: place + 1 for place, code in enumerate(header["admin1"])}
    names = [row.names[0].encode() for row in rows]
    return {
        "kind": np.array([header["kinds"].index(row.kind) for row in rows], np.uint8),
        "basis": np.array([header["bases"].index(row.basis) for row in rows], np.uint8),
        "number": np.array([int(row.id[9:]) if row.id.startswith(_NUMBERED) else 0 for row in rows], np.uint32),
        "latitude": np.array([row.latitude for row in rows], np.float32),
        "longitude": np.array([row.longitude for row in rows], np.float32),
        "population": np.array([min(row.population, 2**32 - 1) for row in rows], np.uint32),
        "radius": np.array([round(row.radius_km) for row in rows], np.uint16),
        "country": np.array([country.get(row.country or "", 0) for row in rows], np.uint16),
        "admin1": np.array([admin1.get(row.admin1 or "", 0) for row in rows], np.uint16),
        "name_end": np.cumsum([len(name) for name in names], dtype=np.uint32),
        "names": np.frombuffer(b"".join(names), np.uint8),
    }


def key_arrays(rows: Sequence[Row]) -> Arrays:
    """The keys of all names as sorted digests, each with its entry."""
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
