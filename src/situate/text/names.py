"""Names of places as keys: one key for all spellings of a name, and a coarser one for transliterations.

``name_key`` unites case, accents, hyphens, apostrophes and spaces ("Deir ez-Zor" = "deir ez zor"). ``skeleton`` goes
further and unites the ways in which an Arabic, Persian or Kurdish name is written in Latin letters ("Deir e-Zor",
"Deir Ezzor", "Dayr az-Zawr"); it is coarse, so it is only ever compared inside one country.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Latin letters that have no decomposition in Unicode, as English newspapers write them.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ŋ": "n", "ŧ": "t", "ə": "e", "ƣ": "gh", "ɓ": "b", "ɗ": "d", "ƙ": "k",
        # Arabic letters with several shapes of one sound: alef with hamza, ta marbuta, alef maqsura, Persian kaf, ya
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ک": "ك", "ی": "ي", "ـ": "",
        # Cyrillic letters that are written without their marks
        "ё": "е", "ґ": "г",
    }
)  # fmt: skip
_QUOTES = re.compile("['’‘`´ʿʾʻʼ′ʹ\u02bb\u02bc]")
_WORDS = re.compile(r"[^\W_]+")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

# The Arabic article as newspapers write it, assimilated or not ("az-Zawr", "e-Zor"); as a word of its own.
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "l",
        "ad",
        "ed",
        "ud",
        "ar",
        "er",
        "ur",
        "as",
        "es",
        "us",
        "ash",
        "esh",
        "at",
        "et",
        "ath",
        "az",
        "ez",
        "uz",
        "an",
        "en",
        "un",
        "a",
        "e",
        "i",
    ]
)
# The article written together with its noun doubles the first consonant ("ezzor", "arraqqa", "asshaddadi").
_FUSED = re.compile(r"^[aeiu](sh|th|dh|[zsdtrnl])\1")
_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("kh", "x"), ("gh", "g"), ("ch", "s"), ("sh", "s"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("dj", "z"), ("j", "z"), ("p", "b"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouwyv]+|h$|(?<=.)h")
# Countries (ISO 3166) that write their own names in Latin letters by one standard: none of their places has the many
# spellings of a transliteration, and a name of theirs that only sounds alike is another ("Sukkari" and Sakarya).
ONE_SPELLING = frozenset({
    "AD", "AL", "AR", "AT", "AU", "BE", "BO", "BR", "CA", "CH", "CL", "CO", "CR", "CU", "CZ", "DE",
    "DK", "DO", "EC", "EE", "ES", "FI", "FR", "GB", "GT", "HN", "HR", "HT", "HU", "IE", "IS", "IT",
    "JM", "LI", "LT", "LU", "LV", "MC", "MT", "MX", "NI", "NL", "NO", "NZ", "PA", "PE", "PH", "PL",
    "PR", "PT", "PY", "RO", "SE", "SI", "SK", "SM", "SV", "TR", "TT", "US", "UY", "VA", "VE",
})  # fmt: skip
_BOUND_T = re.compile("(?<=[ae])t$")  # ta marbuta before a second word ("Darat Izza", "Dara Izza")
_SHORTEST_SKELETON = 3
# Long vowels and diphthongs, by how they sound: no transliteration writes the one for the other ("ay", "ou").
_SYLLABLE, _TWICE = re.compile("([^aeiouwyv]?)([aeiouwyv]*)"), re.compile(r"([^aeiouwyv])\1+")
_FRONT, _LONG_FRONT = re.compile("[aeiy]*[iy][aeiy]*"), re.compile("a[iy]+e?|e[iy]+|ee|i[iy]+|y+i*")
_BACK, _LONG_BACK = re.compile("[aouw]*[ouw][aouw]*"), re.compile("a[uw]+|o[uow]+|u[uw]+")


def folded(name: str) -> str:
    """``name`` in lower case without accents, vowel points and quotes; letters of other scripts stay."""
    plain = unicodedata.normalize("NFKD", _QUOTES.sub("", name).casefold().translate(_LETTERS))
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)


def name_words(name: str) -> list[str]:
    """The folded words of ``name``, abbreviations written out ("St. Louis" -> saint, louis)."""
    words = _WORDS.findall(folded(name))
    return [_ABBREVIATED.get(word, word) for word in words] if len(words) > 1 else words


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The key under which ``name`` is looked up: its folded words, joined; empty when it has no letter or digit."""
    return "".join(name_words(name))


def bare_key(name: str) -> str:
    """The key of a name of several words without its Arabic articles ("Deir e-Zor"); empty when it has none."""
    words = name_words(name)
    rest = [_FUSED.sub(r"\1", word) if place else word for place, word in enumerate(words)]
    rest = [word for word in rest if word not in _ARTICLES]
    return "".join(rest) if len(rest) > 1 and rest != words else ""


def without_articles(words: list[str]) -> list[str]:
    """Folded words less the Arabic articles among them; all of them, where nothing else is there."""
    return [word for word in words if word not in _ARTICLES] or words


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """The consonants of ``name`` with like sounds made one and articles left out; empty when too few are left."""
    words = list(_bare(name_words(name)))
    last = len(words) - 1
    key = "".join(_sounds(word if place == last else _BOUND_T.sub("", word)) for place, word in enumerate(words))
    return key if len(key) >= _SHORTEST_SKELETON else ""


def _bare(words: list[str]) -> Iterator[str]:
    """The words without articles, also those that are fused with their noun."""
    for place, word in enumerate(words):
        if word in _ARTICLES and len(words) > 1:
            continue
        yield word if place == 0 and len(words) == 1 and len(word) < 5 else _FUSED.sub(r"\1", word)


def _sounds(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    first = "a" if word[:1] in "aeiou" and word else ""
    rest = _VOWELS.sub("", word)
    return first + re.sub(r"(.)\1+", r"\1", rest)


def other_vowels(name: str, other: str) -> bool:
    """Whether two names of one skeleton differ in a long vowel, and so are two names ("Qusour" and "Qusayr").

    Short vowels are written in many ways ("Homs", "Hims"); a long one of the back of the mouth is never one of the
    front. Only compared where the consonants are the same, sound by sound.
    """
    one, two = _syllables(name), _syllables(other)
    if [sound for sound, _ in one] != [sound for sound, _ in two]:
        return False
    pairs = [(vowels, others) for (_, vowels), (_, others) in zip(one, two, strict=True)]
    return any(_far_apart(vowels, others) or _far_apart(others, vowels) for vowels, others in pairs)


def _syllables(name: str) -> list[tuple[str, str]]:
    """The consonants of a name in order, like sounds made one, each with the vowels behind it, which may be none."""
    joined = "".join(_bare(name_words(name)))
    for written, sound in _SOUNDS:
        joined = joined.replace(written, sound)
    return [pair for pair in _SYLLABLE.findall(_TWICE.sub(r"\1", joined.replace("h", ""))) if any(pair)]


def _far_apart(one: str, other: str) -> bool:
    """Whether a long vowel of the front stands against one of the back, or a long one of the back against the front."""
    front, back = _FRONT.fullmatch(one) is not None, _BACK.fullmatch(other) is not None
    return front and back and bool(_LONG_FRONT.fullmatch(one) or _LONG_BACK.fullmatch(other))


def is_latin(name: str) -> bool:
    """Whether all letters of ``name`` are Latin ones."""
    return name.isascii() or all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)
