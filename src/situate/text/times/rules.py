"""What the rules of the grammar of time share: rule and draft, and what is read off a match alike everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from situate.text.numbers import parse_ordinal, parse_spoken_year
from situate.text.patterns import Match
from situate.text.times.meaning import Kind, Meaning, Which

# What a bound of a longer time does to it (TimeML's mod).
_EDGES = {
    "early": "START", "late": "END", "mid": "MID", "middle": "MID", "beginning": "START", "start": "START",
    "outset": "START", "end": "END", "close": "END", "earlier": "START", "later": "END",
}  # fmt: skip
_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "next": "next", "coming": "next",
    "upcoming": "next", "following": "next",
}  # fmt: skip
# Words after which a month or a year is a date, not a name or a number.
BEFORE_DATE = frozenset({
    "in", "since", "until", "till", "by", "during", "from", "through", "of", "early", "late", "mid", "last", "this",
    "next", "between", "before", "after", "and", "or", "to", "for", "on", "around", "about", "throughout",
})  # fmt: skip
SAME = frozenset({"that", "same", "those"})  # words that point back to a time told before
_TOLD = {"previous": -1, "following": 1, "next": 1}

# Pieces of patterns that several grammars use.
EDGE = "(?: (?: the )? (?P<edge> early | late | mid | middle | begin | ends ) (?: hyphen | of | in )? (?: the )? )?"
WHICH = (
    "(?: the? (?P<which> this (?: coming | past ) | last | past | this | next | coming | (?<= the ) following"
    " | previous ) )?"
)
# "March of that year", "June the following year": the year is that of the text, or the one beside it.
YEAR_TOLD = "(?: of? (?P<told> that same? | the? same | the (?: following | next | previous ) ) (?P<relunit> unit ) )"
TAIL = "(?: (?: comma | of )? (?P<year> year | short_year ) | of? (?P<rel> last | this | next ) (?P<relunit> unit ) )?"
SPOKEN = "(?P<spoken> (?: number | nineteen ) (?: number | scale ) (?: hyphen? number )? )"
WEEKDAY = "(?: (?P<wd> weekday | weekdays | short_day ) dot? comma? the? )?"
MONTH = "(?P<month> {MONTH} )"
# The point of "Sept."; that of "April. This year" ends a sentence.
DOT = "(?: (?<= short_month ) dot )?"
DOTTED = "(?: (?<= short_month ) (?P<dotted> dot ) )?"
DAY = "(?P<day> small | ordinal ) (?: (?: hyphen | slash ) (?P<day2> small ) )?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A time expression on the way: its type, meaning and modifier."""

    kind: Kind
    meaning: Meaning
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern (see ``patterns.Alphabet.compile``) and what to make of a match."""

    pattern: str
    build: Callable[[Match], Draft | None]


def edge_of(match: Match) -> str | None:
    """TimeML's modifier for the bound that a match names ("early", "the end of")."""
    found = [_EDGES[word] for word in match.words("edge") if word in _EDGES]
    return found[0] if found else None


def begins_a_clause(match: Match) -> bool:
    """Whether "beginning in 2011", "start next week" or "end this year" is a verb with a date, not a bound of it."""
    behind = match.tagged.word(match.found.end("edge")) if match.has("edge") else ""
    return match.word("edge") in {"beginning", "start", "end", "close"} and behind not in {"of", "-", "‑"}


def which_of(match: Match) -> Which | None:
    """Whether the last, this or the next one is meant."""
    found = [_WHICH[word] for word in match.words("which") if word in _WHICH]
    return found[-1] if found else None


def is_from_text(match: Match) -> bool:
    """Whether the words count from what was told before: "the following Sunday", "the previous March"."""
    return bool({"following", "previous"}.intersection(match.words("which")))


def year_of(match: Match) -> int | None:
    """The year that a match names, in digits, in two digits, or as spoken."""
    word = match.word("year")
    if match.has("spoken"):
        return parse_spoken_year(match.words("spoken"))
    if word[:1] in {"'", "’"}:
        return full_year(int(word[1:3]))
    return int(word) if word else None


def full_year(two_digits: int) -> int:
    """The year that two digits mean: 1930 to 2029, for news archives that write '98 run from the 1930s on."""
    return two_digits + (1900 if two_digits >= 30 else 2000)


def shift_of(match: Match) -> int | None:
    """-1 for "… last year", 0 for "this year", 1 for "next year"; only years count."""
    return {"last": -1, "this": 0, "next": 1}.get(match.words("rel")[0]) if match.has("rel") else None


def step_from_year_told(match: Match) -> int | None:
    """How far the year that is meant lies from the one that the text tells ("March of that year" 0); ``None``: none."""
    return _TOLD.get(match.words("told")[-1], 0) if match.has("told") else None


def names_other_unit(match: Match) -> bool:
    """Whether "last" and "this" stand before some other unit than a year."""
    return match.has("relunit") and match.word("relunit") != "year"


def day_of(match: Match, name: str = "day") -> int | None:
    """The day of a month that a group of the match gives, in figures or as an ordinal; ``None``: no month has it."""
    word = match.word(name)
    value = parse_ordinal(word) if not word.isdecimal() else int(word)
    return value if value is not None and 1 <= value <= 31 else None


_CRY = 5  # letters of the shortest word in capitals that cries out ("URGENT Yesterday", not "USA Today")


def in_a_title(match: Match, word: int) -> bool:
    """Whether a word is written with a capital right after another one: part of the name of a paper or a programme."""
    if not match.tagged.is_capital(word) or not match.tagged.is_capital(word - 1):
        return False
    if "\n" in match.tagged.text[match.tagged.ends[word - 1] : match.tagged.starts[word]]:
        return False  # the name of a town over a line that begins with its day
    before = match.tagged.quote(word - 1)
    if before == "USA":
        return True  # the paper, which writes itself in capitals
    return not match.tagged.quote(word).isupper() and not (before.isupper() and len(before) >= _CRY)
