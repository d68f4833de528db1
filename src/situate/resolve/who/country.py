"""The state whose conflict a text tells, by the names in it alone, and since when it can have been written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Part
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Row

_SHORT = frozenset({"US", "U.S", "USA", "UK", "U.K"})
_WIDE = 5  # lands in which a group fights that tells none of them by itself
_CLEARLY = 1.25  # how much more often than the next


def guess_country(parts: Iterable[Part], linker: Linker) -> str | None:
    """The state whose conflict a text tells: the one named clearly more often than any other.

    Groups count for the countries that they fight in; an adjective counts half, for foreign armies carry theirs along.
    A small word counts for none: "the junta" may be any land's.
    """
    counts: dict[str, float] = {}
    told_of: set[str] = set()
    for part in _names_in(_without_dateline(list(parts))):
        small = part.surface.islower() and lexicon().ordinary(part.key)
        named = part.form == "row" and len(part.ids) == 1 and not small
        row = linker.registry.rows.get(part.ids[0]) if named else None
        codes = part.ids if part.form in {"country", "adjective", "people"} else _theatres(row)
        weight = 0.5 if _attribute(part) else 1.0 if part.form == "country" else 2.0
        home = row.country if row is not None and row.country in codes else None
        if len(codes) < _WIDE:
            told_of |= set(codes)
        for code in codes:  # a group's own land counts twice as much as those that it fights in too
            counts[code] = counts.get(code, 0) + weight * (2 if code == home else 1) / (len(codes) + bool(home))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][0] not in told_of or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


def _names_in(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.form is not None]


def _without_dateline(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts of a text without a town and its land in brackets at its head: "LISK (LUSAR), 3 MAR", of Tal."""
    states = [p.ids[0] if p.form == "country" else None for p in parts[:2]]
    bracketed = len(parts) > 2 and states[1] is not None and parts[1].start - parts[0].end == 2
    return parts[2:] if bracketed and states[0] in {None, states[1]} else parts


def _attribute(part: Part) -> bool:
    """Whether a part is an adjective, or a short name that mostly serves as one ("US officials")."""
    return part.form == "adjective" or (part.form == "country" and part.surface.rstrip(".") in _SHORT)


def _capital(part: Part, linker: Linker) -> bool:
    """Whether a part is the name of a state's capital."""
    return part.form == "country" and keys(part.surface) == keys(linker.registry.countries[part.ids[0]].capital)


def _theatres(row: Row | None) -> tuple[str, ...]:
    if row is None or row.sector == "BUS" or row.kind == "outlet":  # spoken of everywhere, or telling of everywhere
        return ()
    return row.theatres or ((row.country,) if row.country else ())


def told(placed: str | None, parts: Sequence[Part], linker: Linker) -> str | None:
    """The state that the places of a report point to, unless the report never names it and does name another
    (an adjective is not enough: "Russian aircraft"; nor is a capital, where others only meet).

    (Towns of one name lie in many countries: "San José" in a report on El Salvador.) Where a dateline and most names
    agree on another state, it is that one.
    """
    guess = guess_country(parts, linker)
    first = next((part for part in parts[:2] if part.form == "country"), None)
    names = _names_in(parts)
    if guess is not None and first is not None and first.ids[0] == guess:
        again = any(_names(part, guess, linker) for part in names if part is not first)
        if placed is None or again:
            return guess
    telling = [part for part in names if not (_attribute(part) or part.surface.islower())]  # "the junta" is any state's
    named = [part for part in telling if guess is not None and _names(part, guess, linker)]
    own = bool(named) and (placed is None or placed == guess or len(named) > 1)
    doubtful = own and guess != placed
    if placed is not None and any(
        _names(part, placed, linker) and not (doubtful and (_attribute(part) or _capital(part, linker)))
        for part in (_names_in(_without_dateline(parts)) if doubtful else names)
    ):
        return placed
    return guess if own or placed is None else placed


def _names(part: Part, code: str, linker: Linker) -> bool:
    if part.form in {"country", "adjective", "people"}:
        return code in part.ids
    row = linker.registry.rows.get(part.ids[0]) if part.form == "row" and len(part.ids) == 1 else None
    return code in _theatres(row)


def not_before(parts: Iterable[Part], linker: Linker) -> str | None:
    """The day that the youngest group named in a text was formed, which the text cannot be older than."""
    starts = [
        row.existed.start
        for part in parts
        if part.form == "row" and len(part.ids) == 1 and (row := linker.registry.rows.get(part.ids[0])) is not None
        if row.kind != "person" and row.existed.start is not None
    ]
    return max(starts, default=None)
