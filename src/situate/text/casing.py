"""Texts in one case: telegrams, old wires and headlines in capitals, posts in small letters.

Names cannot be told by their capitals there. ``recased`` writes such a text as it would stand in a newspaper, letter
for letter, so that every offset holds; which words are names must be known from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from situate.text.sentences import sentences
from situate.text.tokens import Span, words

_FEW_SMALL = 0.1  # of the letters of a text in capitals may be small: units, a signature
_FEW_CAPITALS = 0.004  # of a text in small letters may be capitals; prose has 0.02 and more
_ENOUGH = 40  # letters, below which nothing can be said
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_CONSONANTS = re.compile(r"[^\W\d_aeiouyAEIOUY]{2,6}")
_ALONE = frozenset({"I", "i"})  # the pronoun
_SHORT = 6  # letters of an abbreviation in brackets
# Short names that old wires do not explain and that only a list tells from words.
_KNOWN = frozenset({"un", "eu", "oas", "cia", "fbi", "dea", "eln", "epl", "auc", "afp", "dpa", "efe", "upi", "plo"})
_WORDS_TOO = frozenset({"un", "eu"})  # words of other languages
_OPENS = re.compile(r"\s*[(\[]")
_PARTICLES = frozenset(
    {
        "de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "das", "di", "du", "van", "von", "der",
        "den", "bin", "ibn", "al", "of", "the", "and", "for", "in", "on", "at", "to",
    }
)  # fmt: skip


def in_one_case(text: str) -> bool:
    """Whether a text is written in capitals alone, or in small letters alone."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    both = upper + lower
    return both >= _ENOUGH and (lower < _FEW_SMALL * both or upper < _FEW_CAPITALS * both)


def lowered(text: str) -> str:
    """``text`` in small letters, letter for letter: "İ", which has no small letter of its own length, stays.

    A pattern is found sooner in this than whatever the case.
    """
    return "İ".join(part.lower() for part in text.split("İ"))


def recased(text: str, names: Iterable[Span], known: Collection[str] = frozenset()) -> str:
    """``text`` in small letters, with capitals where sentences begin and for the words of ``names``.

    Particles inside a name ("San Jose de la Montana") stay small. Initials ("U.S.") are left in capitals, and so are,
    wherever they occur, runs of consonants ("FMLN"), short names given in brackets behind a longer one, and those that
    are ``known`` (in small letters). The few that only a list tells stay capitals where nothing marks them as names,
    but for those that are words of some language.
    """
    letters = list(lowered(text))
    runs = _runs(text, names)
    inside = {start: first == start for first, end in runs for start, _ in words_at(text, first, end)}
    short = {text[b:d].lower() for (_, a), (b, d) in pairwise(runs) if _is_short_for(text, a, b, d)}
    short |= _KNOWN | set(known)
    begins = {start for start, _ in sentences(text)}
    for start, end in words(text):
        word = text[start:end]
        if (
            word in _ALONE
            or word.lower() in _KNOWN - _WORDS_TOO
            or _DOTTED.fullmatch(word)
            or (start in inside and (_CONSONANTS.fullmatch(word) or word.lower() in short))
        ):
            letters[start:end] = _upper(word)
        elif start in begins or inside.get(start) or (start in inside and word.lower() not in _PARTICLES):
            letters[start] = _upper(word)[0]
    return "".join(letters)


def _is_short_for(text: str, end: int, start: int, last: int) -> bool:
    """Whether a run is the abbreviation, in brackets, of the run that ends at ``end``."""
    return (
        last - start <= _SHORT and _OPENS.fullmatch(text[end:start]) is not None and text[last : last + 1] in {")", "]"}
    )


def words_at(text: str, start: int, end: int) -> list[Span]:
    """The words of a stretch of ``text``, at their places in the whole."""
    return [(start + a, start + b) for a, b in words(text[start:end])]


def _runs(text: str, names: Iterable[Span]) -> list[Span]:
    """Names that overlap or stand side by side as one."""
    runs: list[Span] = []
    for start, end in sorted(set(names)):
        if runs and (start <= runs[-1][1] or text[runs[-1][1] : start].isspace()):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _upper(word: str) -> list[str]:
    return [big if len(big := letter.upper()) == 1 else letter for letter in word]
