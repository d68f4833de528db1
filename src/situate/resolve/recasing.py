"""Reports in one case: resolved as they would stand in mixed case, quoted as they stand."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar, cast

from situate.model.claim import Evidence, Role
from situate.model.mention import Reading
from situate.resolve.gazetteer import Gazetteer
from situate.resolve.who_names import fold
from situate.text.casing import recased
from situate.text.tokens import Span, words

T = TypeVar("T")
# Nouns of places that print in capitals joins with the names that they are the nouns of.
_KIND_OF = re.compile(
    r"(?:THE\s+)?(?:(?:VILLAGE|TOWN|CITY|HAMLET|DISTRICT|PROVINCE|DEPARTMENT|MUNICIPALITY|REGION|SUBURB|NEIGHBOU?RHOOD|PORT|CANTON)S?)"
    r"\s+OF\s+(?:THE\s+)?(?=\w)",
    re.IGNORECASE,
)


def in_mixed_case(
    text: str,
    reading: Reading,
    gazetteer: Gazetteer,
    known: Collection[str] = frozenset(),
    adjectives: Collection[str] = frozenset(),
) -> str:
    """The text of a report in one case with the capitals of its names; others stay as they are.

    Offsets hold. Names are those of the reading, and the adjectives of countries that the gazetteer knows or that are
    given, as names are compared. ``known``: abbreviations, in small letters, that stay in capitals where they are names.
    """
    if not reading.names:
        return text
    names = [_bare(text, name.start, name.end, gazetteer) for name in reading.names]
    return recased(text, [*names, *_adjectives(text, gazetteer, adjectives)], known)


def _bare(text: str, start: int, end: int, gazetteer: Gazetteer) -> Span:
    """A name without the noun that says what it is the name of ("VILLAGE OF NASIB"), unless that is a part of it."""
    kind = _KIND_OF.match(text, start, end)
    return (start, end) if kind is None or gazetteer.has(text[start:end]) else (kind.end(), end)


def _adjectives(text: str, gazetteer: Gazetteer, further: Collection[str]) -> Iterator[Span]:
    for start, end in words(text):
        if gazetteer.adjective(text[start:end]) is not None or fold(text[start:end]) in further:
            yield start, end


def quoted_from(value: T, text: str) -> T:
    """``value`` with every quotation in it, and every antecedent of a role, in the words of ``text`` at its place."""
    written = {word.casefold(): word for word in reversed([text[a:b] for a, b in words(text)])}
    return cast(T, _quoted(value, text, written))


def _quoted(value: Any, text: str, written: dict[str, str]) -> Any:
    if isinstance(value, Evidence):
        return dataclasses.replace(value, quote=value.span.of(text))
    if isinstance(value, tuple):
        return tuple(_quoted(one, text, written) for one in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    changed = {name: _quoted(one, text, written) for name, one in held.items()}
    if isinstance(value, Role) and value.ref:
        changed["ref"] = " ".join(written.get(word.casefold(), word) for word in value.ref.split(" "))
    different = {name: one for name, one in changed.items() if one is not held[name] and one != held[name]}
    return dataclasses.replace(value, **different) if different else value
