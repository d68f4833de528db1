"""Numbers as they are written in English: digits, words, ordinals, and years said in two halves."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _listed(words: str) -> list[str]:
    return words.split()


_UNITS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL: dict[str, int] = {word: n for n, word in enumerate(_UNITS)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
# Short scale; "k" and "m" only stand behind digits. "Mln" is how Russian and Ukrainian agencies write it.
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "billion": 10**9}

_ORDINAL_UNITS = _listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS: dict[str, int] = {w: n for n, w in enumerate(_ORDINAL_UNITS) if n} | {"twentieth": 20, "thirtieth": 30}

_MOST_DIGITS = 15  # a longer run of digits counts nothing
_APART = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def parse_digits(word: str) -> float | None:
    """The value of "12", "1,200", "300 000" or "1.5"; ``None`` for anything else ("1,20", "10:30")."""
    word = _APART.sub(",", word)
    plain = word.replace(",", "")
    return float(plain) if len(plain) <= _MOST_DIGITS and word.isascii() and _DIGITS.fullmatch(word) else None


def parse_ordinal(word: str) -> int | None:
    """The value of "third", "3rd" or "21st"; ``None`` for anything else."""
    if word in ORDINALS:
        return ORDINALS[word]
    if word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal() and len(word) <= 5:
        return int(word[:-2])
    return None


def parse_number(words: Sequence[str]) -> float | None:
    """The value of words in lower case: ["two", "hundred", "and", "five"] is 205, ["1.2", "million"] 1,200,000.

    Hyphens and "and" are skipped, "a" counts one before a scale. ``None`` when the words are no number.
    """
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in {"and", "-", "‑"}:
            continue
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        else:
            value = 1.0 if word in {"a", "an"} else _plain(word)
            if value is None:
                return None
            current += value
        seen = True
    return total + current if seen else None


def parse_spoken_year(words: Sequence[str]) -> int | None:
    """The year in ["nineteen", "ninety", "six"] (1996) or ["two", "thousand", "four"]; ``None`` otherwise."""
    plain = [word for word in words if word not in {"and", "-", "‑"}]
    if len(plain) >= 2 and plain[0] in SMALL and plain[1] in SMALL and 10 <= SMALL[plain[0]] <= 20:
        rest = parse_number(plain[1:])
        return SMALL[plain[0]] * 100 + int(rest) if rest is not None and 10 <= rest <= 99 else None
    value = parse_number(plain) if plain[:2] == ["two", "thousand"] else None
    return int(value) if value is not None and value < 2100 else None


def _plain(word: str) -> float | None:
    return float(SMALL[word]) if word in SMALL else parse_digits(word)
