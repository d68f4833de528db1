"""Reports in one case: resolved as they would stand in mixed case, quoted as they stand."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar, cast

from situate.model.claim import Evidence, Role
from situate.model.mention import Reading
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.who.names import fold
from situate.resolve.who.parts import Names
from situate.resolve.who.registry import Row
from situate.text.casing import recased
from situate.text.tokens import Span, words

T = TypeVar("T")
_LONG = 7  # letters of a name of one word that is no common word
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
    listed: Names | None = None,
) -> str:
    """The text of a report in one case with the capitals of its names; others stay as they are.

    Offsets hold. Names are those of the reading, the adjectives of countries, and the names of bodies that are
    ``listed``. ``known``: abbreviations, in small letters, that stay in capitals where they are names.
    """
    if not reading.names:
        return text
    names = [_bare(text, name.start, name.end, gazetteer) for name in reading.names]
    further = listed.adjectives if listed is not None else frozenset()
    bodies = _bodies(text, listed) if listed is not None and text.isupper() else ()
    return recased(text, [*names, *_adjectives(text, gazetteer, further), *bodies], known)


def _bare(text: str, start: int, end: int, gazetteer: Gazetteer) -> Span:
    """A name without the noun that says what it is the name of ("VILLAGE OF NASIB"), unless that is a part of it."""
    kind = _KIND_OF.match(text, start, end)
    return (start, end) if kind is None or gazetteer.has(text[start:end]) else (kind.end(), end)


def _adjectives(text: str, gazetteer: Gazetteer, further: Collection[str]) -> Iterator[Span]:
    for start, end in words(text):
        if gazetteer.adjective(text[start:end]) is not None or fold(text[start:end]) in further:
            yield start, end


def _bodies(text: str, listed: Names) -> Iterator[Span]:
    """The names of bodies of the tables in a text in capitals: of several words, or long ones of groups and parties.

    Only those of lands that the text names: the words of a name are others elsewhere.
    """
    parts = listed.parts(text)
    lands = {code for part in parts if part.form in {"country", "adjective", "people"} for code in part.ids}
    for part in parts:
        rows = [listed.registry.rows[i] for i in part.ids if part.form == "row"]
        sided = all(row.armed or row.sector == "PTY" for row in rows)
        long = " " in part.key or (sided and len(part.key) >= _LONG)
        if rows and long and not any(row.kind == "person" or not _of(row, lands) for row in rows):
            yield part.start, part.end


def _of(row: Row, lands: Collection[str]) -> bool:
    return row.country is None or bool({row.country, *row.theatres} & set(lands))


def quoted_from(value: T, text: str) -> T:
    """``value`` with every quotation in it, and every antecedent of a role, in the words of ``text`` at its place."""
    written = {word.casefold(): word for word in reversed([text[a:b] for a, b in words(text)])}
    return cast(T, _quoted(value, text, written))


def _quoted(value: Any, text: str, written: dict[str, str]) -> Any:
    if isinstance(value, Evidence):
        return Evidence.of(text, value.span)
    if isinstance(value, tuple):
        return tuple(_quoted(one, text, written) for one in value)
    different = {}
    for name in _fields(value.__class__):
        held = getattr(value, name)
        quoted = _quoted(held, text, written)
        if quoted is not held and quoted != held:
            different[name] = quoted
    if isinstance(value, Role) and value.ref:
        different["ref"] = " ".join(written.get(word.casefold(), word) for word in value.ref.split(" "))
    return dataclasses.replace(value, **different) if different else value


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass; of anything else, none."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
