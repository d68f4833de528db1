"""Finding a private person's names in any string, and putting a mask over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MASK = "[private person]"
_SLUG_MASK = "private-person"
_NEVER = re.compile(r"(?!)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SHORTEST = 3
_TITLES = (
    "The And Mr Mrs Ms Miss Dr Abu Umm Bint Bin Ibn Van Von Der Den Del Della One Two Some Many Other Another "
    "Local Former His Her Their Its This That These Those From With For Who Resident Residents Activist "
    "Witness Civilian Doctor Teacher Nurse Student Farmer Driver Journalist Father Mother Son Daughter "
    "Brother Sister"
)
_NOT_A_NAME = frozenset(_TITLES.split())
"""Capitalised words that stand in a name or a description of a person and say nothing about who it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMask:
    """``spoken`` finds names in prose, ``written`` finds them in ids and addresses, whatever their case."""

    spoken: re.Pattern[str]
    written: re.Pattern[str]

    @classmethod
    def of(cls, names: Iterable[str], *, told: Iterable[str] = (), known: Iterable[str] = ()) -> NameMask:
        """A mask over full names and over each part of a name that could be used alone ("Hassan").

        Of those who are only ``told`` of, parts stay that are also words of ``known`` names and texts, as they stand in
        names or in small letters: "Omar Idlib" is masked, Idlib alone is not.
        """
        wholes, parts = _wholes_and_parts(names)
        others, pieces = _wholes_and_parts(told)
        if others:
            said = {word for words in known for word in _WORD.findall(words)}
            parts |= {piece for piece in pieces if piece not in said and piece.lower() not in said}
        wholes |= others
        spoken = {form for name in wholes | parts for form in _forms(name)}
        slugs = {re.escape(form.casefold()) for name in parts for form in _forms(name)}
        return cls(spoken=_either(map(_spaced, spoken)), written=_either(slugs, flags=re.IGNORECASE))

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in prose: half-open, in order, without overlap."""
        return (match.span() for match in self.spoken.finditer(text))

    def words(self, text: str) -> str:
        """Prose with every name masked."""
        return self.spoken.sub(MASK, text)

    def anywhere(self, value: str) -> str:
        """A string of unknown use: prose is masked as prose; an id, address or path also whatever its case."""
        if any(letter.isspace() for letter in value) or not re.search(r"[:/\\.@_-]", value):
            return self.words(value)
        return self.written.sub(_SLUG_MASK, value)

    def names_somebody(self, address: str) -> bool:
        """Whether an address holds a name."""
        return bool(self.written.search(address) or self.spoken.search(address))


def _wholes_and_parts(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Full names; and the words of them that are names: capitalised, or of a script without capitals."""
    wholes, parts = set(), set()
    for name in names:
        words = [word for word in map(_bare, _WORD.findall(_leading_name(name))) if _is_name(word)]
        parts.update(words)
        if words:
            wholes.add(_bare(_leading_name(name)))
    return wholes, parts


def _leading_name(quote: str) -> str:
    """The name at the head of a quote: "Khoula, a resident of Qasour" names a person only up to the comma."""
    return re.split(r"\s*[,;:(\[–—]|\s-\s", quote.strip(), maxsplit=1)[0]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_name(word: str) -> bool:
    if word in _NOT_A_NAME:
        return False
    cased = word[0].lower() != word[0].upper()
    return len(word) >= _SHORTEST and word[0].isupper() if cased else len(word) > 1


def _forms(name: str) -> set[str]:
    """The spellings of one name: composed and decomposed letters, and capitals as in a headline."""
    return {
        unicodedata.normalize(form, spelling)
        for spelling in (name, name.upper())
        for form in ("NFC", "NFD")
    }  # fmt: skip


def _spaced(name: str) -> str:
    """A pattern that finds the words of a name over any white space, a line end included."""
    return r"\s+".join(re.escape(word) for word in name.split())


def _either(patterns: Iterable[str], *, flags: int = 0) -> re.Pattern[str]:
    """Any of the patterns as whole words; the longest first, so that a full name wins over its parts."""
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    if not ordered:
        return _NEVER
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ordered)})(?![^\W_])", flags)
