"""Bodies that every state has: "Danish border guards", "the country's electoral commission"; the nouns of monarchies.

The words are data (``actors/state_bodies.yaml``); the state is the one that a phrase names, or the one that is told of.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Sequence
from typing import Any

from situate.resolve import flat_yaml
from situate.resolve.who.names import keys
from situate.resolve.who.registry import Registry

_PARTS = ("government", "military", "police")


@functools.cache
def _table() -> dict[str, Any]:
    text = (importlib.resources.files("situate.resolve") / "actors" / "state_bodies.yaml").read_text("utf-8")
    loaded: dict[str, Any] = flat_yaml.read(text)
    return loaded


@functools.cache
def _bodies(kind: str) -> dict[tuple[str, ...], str]:
    table = _table()
    return {keys(phrase.replace("'s", "")): part for part in _PARTS for phrase in table[part][kind]}


def body(plain: Sequence[str], *, named: bool) -> str | None:
    """The part of a state that words are: government, military, police; ``None`` where they are no body of every state.

    ``named``: the state's name stands before them; without it the words must begin with "the".
    """
    if not named and plain[:1] != ["the"]:
        return None
    words, before = " ".join(plain).split(), _table()["before"]
    while words:
        found = _bodies("told").get(tuple(words)) or (_bodies("named").get(tuple(words)) if named else None)
        if found is not None:
            return found
        if words[0] not in before:
            return None
        words = words[1:]
    return None


_GOVERNMENT_OF = re.compile(r"(?:[Tt]he )?G[oO]([A-Z]{1,3})(?:[’']s?)?")


def government_in_short(text: str, state: str | None, registry: Registry) -> str | None:
    """The state whose government "GoS" or "the GOI" is: the one that is told of, by the first letters of its name."""
    found = _GOVERNMENT_OF.fullmatch(text)
    country = registry.countries.get(state) if found is not None and state is not None else None
    if found is None or country is None:
        return None
    words = [word for word in country.name.split() if word[0].isupper()]
    letters = "".join(word[0] for word in words)
    return state if found[1] in {letters, letters[0], country.code} else None


def monarchies(noun: str) -> frozenset[str]:
    """The ISO codes of the states that reports call "the kingdom", "the emirate" or "the sultanate"."""
    return frozenset(_table()["monarchies"].get(noun, ()))
