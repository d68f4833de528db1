"""Counts before a unit of time ("nearly three", "two to four", "a couple of"), as patterns and as numbers."""

from __future__ import annotations

from situate.text.numbers import SCALES, SMALL, parse_number
from situate.text.patterns import Match
from situate.text.times.words import LESS_OR_MORE, QUANTIFIERS

HYPHENS = frozenset({"-", "‑", "–"})
HALF = frozenset({"half", "1/2", "½"})
SPEND = frozenset({"spend", "spends", "spent", "spending"})  # verbs of which a time is the object
_AND_HALF = "(?: (?: hyphen? and hyphen? a hyphen? | hyphen )? half )?"
_NUMS = "{NUM} (?: hyphen? {NUM} ){0,5}"
NUMBER = f"(?: a scale (?: {{NUM}} ){{0,3}} | {_NUMS} ) (?: (?: to | or ) {_NUMS} )? {_AND_HALF}"
_DOZEN = "(?: a | {NUM} | half hyphen? a? hyphen? )? dozen"
_QUARTER = "a? quarter (?: hyphen | of a )? (?= unit )"
COUNT = (
    f"(?P<count> a? few of? | a? couple of? | quantifier | {NUMBER} | {_DOZEN} | a? half hyphen? a? | {_QUARTER} | a )"
)
# What stands between a count and its unit and changes neither: "three straight days", "10 business days".
KIND = "(?: running | full | whole | long | short )?"
APPROX = "(?: (?P<approx> approx | over (?= {NUM} | a ) | at (?: least | most ) | (?: more | less ) than | up to ) )?"


def mod_of(match: Match) -> str | None:
    """TimeML's modifier for a hedge before a figure ("nearly", "more than", "at least")."""
    words = match.words("approx")
    if not words:
        return None
    joined = " ".join(words)
    fixed = {
        "more than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
        "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
    }  # fmt: skip
    return fixed.get(joined) or LESS_OR_MORE.get(words[-1])


def count_of(match: Match) -> tuple[float | None, float | None]:
    """Low and high of a count ("three", "two to three", "a couple of", "half a"); both ``None`` when vague."""
    words = [w for w in match.words("count") if w not in {"of", "more"}]
    if not words or words[-1] in {"few", "handful"} or words[-1] in QUANTIFIERS:
        return None, None
    if words[-1] == "couple":
        return 2, 2
    if words[-1] == "dozen":
        return (6, 6) if "half" in words else (12 * (parse_number(words[:-1]) or 1),) * 2
    if "quarter" in words:
        return 0.25, 0.25
    half = any(w in HALF for w in words)
    words = [w for w in words if w not in HALF and not (half and w in HYPHENS)]
    for joint in ("to", "or"):
        if joint in words:
            place = words.index(joint)
            return parse_number(words[:place]), parse_number(words[place + 1 :])
    if half and words in (["a"], ["an"], []):
        return 0.5, 0.5
    while half and words and words[-1] in {"and", "a", "-"}:
        words.pop()
    first, last = _parted(words)
    value = parse_number(last)
    value = value + 0.5 if half and value is not None else value
    return (parse_number(first) if first else value), value


def begins_with_a_thing(match: Match) -> bool:
    """Whether "one" before a count is a thing, and the count begins behind it: "a second one five minutes later"."""
    words = match.words("count")
    return words[:1] == ["one"] and len(words) > 1 and words[1] not in SCALES and parse_number(words[1:2]) is not None


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The two ends of "5-8 years"; of "two 15-day terms" the length alone, with nothing before it."""
    parts = [n for n, word in enumerate(words) if n and word not in HYPHENS and not _goes_on(words[:n], word)]
    if not parts:
        return [], words
    return (words[: parts[-1] - 1] if words[parts[-1] - 1] in HYPHENS else []), words[parts[-1] :]


def _goes_on(before: list[str], word: str) -> bool:
    """Whether a word of a number is of one number with those before it: "two hundred", "twenty-five"."""
    last = next((one for one in reversed(before) if one not in HYPHENS), "")
    tens = SMALL.get(last, 0) >= 20 and 0 < SMALL.get(word, 0) < 10
    return word in SCALES or word == "and" or last in {"and", "hundred", "thousand", "a", ""} or tens
