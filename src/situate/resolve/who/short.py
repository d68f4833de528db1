"""Groups that a report calls by the noun of their name alone, and never names in full: "Alliance fighters".

Meant is the one armed group of the land told of whose name ends with the noun, where no other bears it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from situate.model.actor import Actor
from situate.resolve.who.names import keys
from situate.resolve.who.registry import Registry

_NOUNS = frozenset({"alliance", "front", "legion", "league", "brotherhood"})
_NOUN = re.compile(rf"\b(?:{'|'.join(noun.title() for noun in sorted(_NOUNS))})\b")


def by_noun(registry: Registry) -> dict[str, set[str]]:
    """The ids of the armed groups of which a name of several words ends with a noun, by the noun."""
    found: dict[str, set[str]] = {}
    for row in registry.rows.values():
        for name in (name for name in row.names if row.armed and name.split()[-1].istitle()):
            words = keys(name)
            if len(words) > 1 and words[-1] in _NOUNS:
                found.setdefault(words[-1], set()).add(row.id)
    return found


def called_in_short(
    text: str, groups: Mapping[str, Collection[str]], registry: Registry, land: str | None, date: str | None
) -> dict[tuple[str, ...], Actor]:
    """What nouns with a capital stand for in a text that tells of a land; ``groups`` as :func:`by_noun` gives them."""
    found: dict[tuple[str, ...], Actor] = {}
    for noun in sorted({noun.lower() for noun in _NOUN.findall(text)}) if land else ():
        rows = [registry.rows[i] for i in groups.get(noun, ())]
        here = [row.id for row in rows if land in {row.country, *row.theatres} and row.existed.holds(date)]
        if len(here) == 1:
            found[noun,] = registry.actor(here[0], date, land)
    return found
