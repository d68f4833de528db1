"""The state whose conflict a text tells, by the names in it alone."""

from __future__ import annotations

from collections.abc import Iterable

from situate.resolve.registry import Row
from situate.resolve.who import Linker
from situate.resolve.who_parts import Part

_CLEARLY = 1.25  # how much more often than the next


def guess_country(parts: Iterable[Part], linker: Linker) -> str | None:
    """The state whose conflict a text tells: the one named clearly more often than any other.

    Groups count for the countries that they fight in; an adjective counts half, for foreign armies carry theirs along.
    """
    counts: dict[str, float] = {}
    for part in parts:
        row = linker.registry.rows.get(part.ids[0]) if part.form == "row" and len(part.ids) == 1 else None
        codes = part.ids if part.form in {"country", "adjective", "people"} else _theatres(row)
        weight = 0.5 if part.form == "adjective" else 1.0 if part.form == "country" else 2.0
        for code in codes:
            counts[code] = counts.get(code, 0) + weight / len(codes)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


def _theatres(row: Row | None) -> tuple[str, ...]:
    if row is None:
        return ()
    return row.theatres or ((row.country,) if row.country else ())
