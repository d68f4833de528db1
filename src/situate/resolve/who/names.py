"""The words of a name in the form in which names are compared: case, accents, quotes, hyphens, articles aside."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

# Letters that Unicode does not decompose; the rest of Latin loses its marks by decomposition (NFKD).
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe"})
_APOSTROPHES = "'’‘`´ʿʾʼ"
_LONG_WORD = 40  # code points
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]\.[A-Z](?![\w.])|\d+(?:[.,]\d+)*|[^\W_]+(?:["
    + _APOSTROPHES
    + r"][^\W_]+)*["
    + _APOSTROPHES
    + r"]?"
)
_OWNER = re.compile(rf"[{_APOSTROPHES}]s?$")
_POSSESSIVE = re.compile(rf"(?:[{_APOSTROPHES}]s|s[{_APOSTROPHES}])$")
# The Arabic article before a hyphen, with its assimilated forms; "al" and "el" count without the hyphen too.
_ARTICLES = frozenset(
    {"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "en", "er", "es", "esh", "et", "ez"}
)
_BARE_ARTICLES = frozenset({"al", "el"})
_LONG_ARTICLE, _BEGIN_ARTICLES = 3, "aeuAEU"  # letters
# British spelling -> American, so that one entry serves both.
_SPELLING = {
    "organisation": "organization", "organisations": "organizations", "defence": "defense", "programme": "program",
    "mobilisation": "mobilization", "recognised": "recognized", "armoured": "armored", "centre": "center",
    "stabilisation": "stabilization", "qaida": "qaeda", "taleban": "taliban",
}  # fmt: skip


class Word(NamedTuple):
    """A word of a name: half-open offsets in the text that it was cut from, as written, and its compared form."""

    start: int
    end: int
    surface: str
    key: str

    @property
    def possessive(self) -> bool:
        """Whether it is written with the mark of the possessive."""
        return _is_possessive(self.surface)

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.surface[:1].isupper()


@functools.lru_cache(maxsize=16384)
def _is_possessive(surface: str) -> bool:
    return _POSSESSIVE.search(surface) is not None


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word without case, accents, apostrophes and dots, in one spelling."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    plain = "".join(c for c in decomposed if c.isalnum())
    return _SPELLING.get(plain, plain)


def words(text: str) -> list[Word]:
    """The words of ``text`` in order; an Arabic article is joined to the name that follows it."""
    found: list[Word] = []
    article: int | None = None
    for match in _WORD.finditer(text):
        written, (start, end) = match[0], match.span()
        short = end - start <= _LONG_ARTICLE and written[0] in _BEGIN_ARTICLES
        if short and article is None and _is_article(written, text[end : end + 1]):
            article = start
            continue
        if key := fold(written):
            found.append(
                Word(start, end, written, key) if article is None else Word(article, end, text[article:end], key)
            )
        article = None
    return found


def _is_article(written: str, after: str) -> bool:
    """Whether a word is the Arabic article of what follows it: before a hyphen, "al" and "el" before a space too."""
    plain = written.casefold()
    if after == " ":
        return plain in _BARE_ARTICLES and written != "AL"
    return after in {"-", "‑", "–"} and plain in _ARTICLES


@functools.lru_cache(maxsize=16384)
def keys(text: str) -> tuple[str, ...]:
    """The compared forms of the words of a name."""
    return tuple(word.key for word in words(text))


def places_of(text: str, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where words stand whose compared form is one of some, in order."""
    return [match.span() for match in _WORD.finditer(text) if fold(match[0]) in wanted]


def at_edges(text: str, first: int, last: int) -> set[str]:
    """The compared forms of what a stretch leaves of the words at its ends."""
    begins = _WORD.match(text, first, last)
    ends = [match for match in _WORD.finditer(text, max(first, last - _LONG_WORD), last) if match.end() == last]
    return {fold(match[0]) for match in (begins, *ends) if match is not None}


def slug(text: str) -> str:
    """A name as part of an id: ``Abu Fadl Brigade`` is ``abu-fadl-brigade``."""
    return "-".join(filter(None, map(fold, _WORD.findall(text))))


def fits_case(alias: str, surface: str) -> bool:
    """Whether a name may be written so: ``US`` is not "us", ``Amal`` is not "amal"; lower-case aliases fit anything."""
    surface = _OWNER.sub("", surface)
    if alias[:4] == "The ":
        surface = (
            surface[4:] if surface[:4].lower() == "the " else surface
        )  # "The independent experts" are no newspaper
    letters = [c for c in alias if c.isalpha()]
    if len(letters) <= 3 and alias.upper() == alias:
        return surface.replace(".", "").upper() == surface.replace(".", "")
    return alias == alias.lower() or any(c.isupper() for c in surface)
