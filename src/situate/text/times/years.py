"""The grammar of years and of what counts by them: seasons, quarters, feasts, decades, centuries."""

from __future__ import annotations

from collections.abc import Sequence

from situate.text.numbers import parse_ordinal
from situate.text.patterns import Match
from situate.text.times.feasts import known_as, of_a_state
from situate.text.times.meaning import Calendar, Era, Feast
from situate.text.times.rules import (
    BEFORE_DATE,
    EDGE,
    SPOKEN,
    TAIL,
    WHICH,
    Draft,
    Rule,
    begins_a_clause,
    edge_of,
    full_year,
    is_from_text,
    names_other_unit,
    shift_of,
    which_of,
    year_of,
)
from situate.text.times.words import DECADES, SEASONS

_FIRST_TOLD, _LAST_NEAR = 1400, 2030  # years that news tell without a word for it, from and up to
_GOES_ON = BEFORE_DATE | {"the", "a", "an", "when", "as", "if", "will", "would", "is", "at", "but", "with"}
_WARMTH_REACH = 8  # words
_POSSESSIVES = frozenset({"'s", "’s"})
_BEFORE_SHORT = frozenset({"in", "of", "since", "until", "till", "by", "from", "before", "after", "during", "through"})
_IN_FALL = frozenset({"in", "by", "during", "until", "since"})
_AFTER_FALL = frozenset({"and", "or", "when", "but", "after", "as", "because", "with", "at", "to"})
_COUNTED = frozenset({
    "people", "men", "women", "children", "troops", "soldiers", "fighters", "militants", "civilians", "percent",
    "per", "km", "miles", "refugees", "rebels", "prisoners", "families", "residents", "guerrillas", "insurgents",
})  # fmt: skip
_OF_YEAR = frozenset({"elections", "primaries", "games", "olympics", "census", "talks", "accords", "protests"})
_CALLED_AFTER_FEASTS = frozenset({"island", "islands", "rising", "seals", "war"})
_NO_WORDS_OF_FEASTS = frozenset({"al", "ul", "el", "the", "s"})
_WARMTH = frozenset({"temperatures", "temperature", "highs", "lows", "degrees", "mercury", "thermometer"})
_NUMBERED = frozenset(
    {"flight", "room", "route", "highway", "resolution", "article", "section", "page", "channel", "decree", "order"}
)
_OF_AGE = frozenset({"his", "her", "their", "my", "your", "our", "'s", "’s"})
_FEAST = (
    "(?: rite )? (?: feast | good weekday ) (?: eve | unit | weekday )? | (?: saint dot? )? feast_day poss? unit"
    " | (?P<month> may_march unit ) | eid (?: hyphen? al hyphen? eid_name )? | new unit poss? (?: eve | unit )"
    " | rite new unit (?: poss? (?: eve | unit ) )? | feast_first hyphen? (?: al hyphen? )? feast_last (?: eve )?"
)
_PART_OF_FEAST = (
    "the? (?: (?P<nth> ordinal | last ) (?P<nthunit> unit ) | (?P<eve> eve ) ) of the? (?: good? unit of )?"
)


def season(match: Match) -> Draft | None:
    """ "the summer of 2014", "last autumn", "spring 2015"; not the Arab Spring, not the fall of a town."""
    first = match.found.start("season")
    word, year = match.word("season"), year_of(match)
    named = year is not None or match.has("rel") or match.has("which")
    before = match.tagged.word(first - 1)
    capital_name = match.tagged.is_capital(first) and match.tagged.is_capital(first - 1) and before != "the"
    autumn = word != "fall" or named or _is_autumn(match, first)
    if names_other_unit(match) or (capital_name and not match.has("which")) or not autumn:
        return None
    joined = before in {"and", "or"} and match.tagged.word(first - 2) in SEASONS  # "the spring and summer"
    led = joined or match.has("edge") or before in {"the", "in", "by", "until", "since", "this", "that"}
    if not named and not led:
        return None
    if not named and match.after() == "of":
        return None
    if begins_a_clause(match) or (not named and match.tagged.is_capital(first) and match.tagged.is_capital(match.end)):
        return None  # "the Summer Olympics"
    meaning = Calendar(
        year=year, season=SEASONS[word], shift=shift_of(match), which=which_of(match), from_text=is_from_text(match)
    )
    return Draft(kind="DATE", meaning=meaning, mod=edge_of(match))


def _is_autumn(match: Match, first: int) -> bool:
    """Whether "fall" alone is the season: "in the fall", "by late fall"; not the fall of a town, not "prices fall"."""
    led = match.has("edge") or match.tagged.word(first - 1) in {"the", "that"}
    return led and match.before() in _IN_FALL and (not match.after().isalpha() or match.after() in _AFTER_FALL)


def year(match: Match) -> Draft | None:
    """ "2014", "early 2015", "1990-91"; not "2000 people"."""
    found = year_of(match)
    if found is None or begins_a_clause(match) or match.word("named") not in {"", "year", "fiscal"}:
        return None
    if match.before() in {"-", "‑"} and match.before(2).isdecimal():
        return None  # the end of a telephone number
    bare = not any(match.has(name) for name in ("edge", "named", "spoken"))
    if bare and _is_a_number(match, found):
        return None
    end = _end_year(match, found)
    return None if end is False else Draft(kind="DATE", meaning=Calendar(year=found, end_year=end), mod=edge_of(match))


def short_year(match: Match) -> Draft | None:
    """ "In '97 and '98"."""
    joined = (
        match.before() in {"and", "or", "to"} and match.before(2)[:1] in {"'", "’"} and match.before(2)[1:].isdecimal()
    )
    led = match.before() in _BEFORE_SHORT or joined or match.has("edge")
    return Draft(kind="DATE", meaning=Calendar(year=year_of(match)), mod=edge_of(match)) if led else None


def _is_a_number(match: Match, year: int) -> bool:
    """Whether four digits alone are no year: "$2000", "1998 bombings" (it may count them); not "the 1998 bombings"."""
    follows = match.after()
    if match.before() in {"copyright", "©"} | _NUMBERED or (match.before() == ")" and match.before(2) == "c"):
        return True
    if not (1800 <= year <= 2100 or _is_long_ago(match, year)):
        return True
    if follows in {"%", "°"} or (match.before() in {"$", "£", "€", "no", "."} and not _opens_a_line(match)):
        return True
    if follows in _COUNTED and match.before() in {"about", "around", "over", "of", "to", "and", "or", "by"}:
        return True
    if year > _LAST_NEAR and match.before() == "of" and follows.isalpha() and follows not in _GOES_ON:
        return True  # "a poll of 2047 registered voters"
    if year % 100 == 0 and match.before() not in BEFORE_DATE | {"the", "and", "or", "to"} and not match.has("year2"):
        near = {match.after(n) for n in (2, 3)}
        if near & _COUNTED and follows.isalpha() and follows not in _GOES_ON:
            return True  # "2000 Varnian residents"
    plural = _is_plural(follows)
    dated = (year % 100 or follows in _OF_YEAR) and follows not in _COUNTED
    led = match.before() in BEFORE_DATE or (match.before() == "the" and dated)
    return (plural or follows in _COUNTED) and not match.tagged.is_capital(match.end) and not led


def _opens_a_line(match: Match) -> bool:
    """Whether a line begins with a match: "2001: the army takes the coast" in a row of years."""
    first, tagged = match.found.start(), match.tagged
    return first == 0 or "\n" in tagged.text[tagged.ends[first - 1] : tagged.starts[first]]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word.isalpha() and len(word) > 3


def _is_long_ago(match: Match, year: int) -> bool:
    """Whether four digits are a year before 1800: "in 1648", where they count nothing; "since 1705" may be an hour."""
    counts = match.after() in _COUNTED or _is_plural(match.after())
    return year >= _FIRST_TOLD and match.before() == "in" and not counts


def _end_year(match: Match, first: int) -> int | bool | None:
    """The year that closes a range ("1990-91", "1990-1991"); ``None`` without one, ``False``: the digits are none."""
    if not match.has("year2"):
        return None
    word, last = match.word("year2"), 0
    if not word.isdecimal():
        return False  # "2014-12.5"
    if len(word) == 4:
        last = int(word)
    elif len(word) == 2:
        last = first - first % 100 + int(word)
    return last if first < last <= first + 60 else False


def spoken_year(match: Match) -> Draft | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    found = year_of(match)
    named = match.has("named") or match.words("spoken")[0] in {"nineteen", "eighteen"}
    return Draft(kind="DATE", meaning=Calendar(year=found), mod=edge_of(match)) if found and named else None


def decade(match: Match) -> Draft | None:
    """ "the late 1970s", "the '90s", "the mid-80's", "the nineties"; a year with 's only after "the" or its like."""
    word = match.words("decade")[0]
    led = match.has("edge") or match.tagged.word(match.found.start("decade") - 1) in {"the", "early", "late"}
    back = match.found.start("decade") - 1
    led = led or (match.tagged.word(back) in {"a", "an"} and word.isdecimal())  # "a 1960's song"
    while match.tagged.word(back) in {"and", "or", ","} and _is_decade(match, back - 1):
        led, back = True, back - 2 - (match.tagged.word(back - 1) in _POSSESSIVES)  # "the 1960s and 70s"
    while match.tagged.word(back) in {"early", "mid", "late", "-"}:
        back -= 1
    if match.tagged.word(back) in _OF_AGE and (word in DECADES or not word.startswith(("1", "2"))):
        return None  # "in his early 50s"
    if _WARMTH.intersection(match.tagged.word(back - n) for n in range(_WARMTH_REACH)):
        return None  # "temperatures will be in the 70s"
    if word in DECADES and not led:
        return None  # bills, not years: "tens and twenties"
    if word in DECADES:
        first = 1900 + DECADES[word]
    else:
        digits = word.strip("'’s")
        if not digits.isdecimal():
            return None  # "1,200's"
        first = int(digits) if len(digits) == 4 else full_year(int(digits))
        if first % 10 or not (led or (len(digits) == 4 and word.endswith("s")) or word[0] in "'’"):
            return None
    # "The 1800s" are a century, "the 2000s" so far a decade; of "the 1900s" nobody knows, and the longer one is true.
    years = 100 if first % 100 == 0 and first < 2000 else 10
    return Draft(kind="DATE", meaning=Era(first=first, years=years), mod=edge_of(match))


def _is_decade(match: Match, last: int) -> bool:
    """Whether a word ends a decade: "1960s", "the 1960's"; in "in their 30s, 40s and 50s" these are ages."""
    word = match.tagged.word(last)
    return word.endswith("0s") or (word in _POSSESSIVES and match.tagged.word(last - 1).endswith("0"))


def century(match: Match) -> Draft | None:
    """ "the 19th century"."""
    number = parse_ordinal(match.word("ord"))
    if number is None or match.word("unit") != "century" or _begins_a_name(match):
        return None
    if not 2 <= number <= 21 or match.after() in {"bc", "b"}:
        return None
    return Draft(kind="DATE", meaning=Era(first=(number - 1) * 100, years=100), mod=edge_of(match))


def _begins_a_name(match: Match) -> bool:
    """Whether a century is the first word of a name: "21st Century Fund"."""
    return all(match.tagged.is_capital(n) for n in (match.end - 1, match.end)) and match.tagged.word(match.end) != "."


def feast(match: Match) -> Draft | None:
    """ "Ramadan", "Eid al-Adha", "Christmas Day", "Orthodox New Year's Eve", "the third day of Eid al-Fitr"."""
    words = [w for w in match.words("feast") if w.isalpha() and w not in _NO_WORDS_OF_FEASTS]
    named = match.tagged.is_capital(match.end) and match.after() in _CALLED_AFTER_FEASTS
    first = match.found.start("feast")
    somebody = match.after() in {"said", "says", "told"}
    quarter = words[-1] != "day" and {match.tagged.word(first - 1), match.tagged.word(first - 2)} & {"al", "el"}
    if not match.tagged.is_capital(first) or named or somebody or quarter:
        return None  # "al-Arbaeen", a district
    if match.has("month") and words != ["may", "day"]:
        return None
    if of_a_state(known_as(words)) and match.after() == ",":
        return None  # "Independence Day, July 4": its date follows
    nth = -1 if match.word("nth") == "last" else parse_ordinal(match.word("nth")) if match.has("nth") else None
    days = {"day": 1, "week": 7}.get(match.word("nthunit")) if match.has("nth") else 1
    if days is None:
        return None
    meaning = Feast(
        name=_name_of_feast(match, words, first), weekend=match.has("weekend"), year=year_of(match),
        which=which_of(match), shift=None if names_other_unit(match) else shift_of(match), nth=nth, days=days,
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning)


def _name_of_feast(match: Match, words: Sequence[str], first: int) -> str:
    """The name under which a feast is known, with the state whose day it is: "Ukraine's Independence Day"."""
    name = known_as([*words, "eve"] if match.has("eve") else words)
    if not of_a_state(name):
        return name
    back = first - 1 - (match.tagged.word(first - 1) in _POSSESSIVES)
    state = match.tagged.word(back)
    south = match.tagged.word(back - 1) in {"south", "north"}
    return f"{name} {match.tagged.word(back - 1)}-{state}" if south else f"{name} {state}"


def quarter(match: Match) -> Draft | None:
    """ "the third quarter", "first half of 2014"."""
    number = 2 if match.word("ord") == "latter" and match.has("halves") else parse_ordinal(match.word("ord"))
    if match.word("ord") == "last" and match.has("year"):  # "the last quarter of 1998"
        number = 2 if match.has("halves") else 4
    if (
        number is None
        or not match.has("quarter")
        or names_other_unit(match)
        or match.word("present") not in {"", "year"}
    ):
        return None
    if match.has("halves"):
        return None if number > 2 else _part_of_year(match, half=number)
    return None if number > 4 else _part_of_year(match, quarter=number)


def short_quarter(match: Match) -> Draft | None:
    """ "Q4 2023", "Q1 of 2023", "H2 2023"."""
    first, number = match.found.start("letter"), int(match.word("number"))
    joined = match.tagged.ends[first] == match.tagged.starts[first + 1] and match.tagged.is_capital(first)
    halves = match.word("letter") == "h"
    if not joined or not 1 <= number <= (2 if halves else 4):
        return None
    return _part_of_year(match, half=number) if halves else _part_of_year(match, quarter=number)


def stretch_of_year(match: Match) -> Draft | None:
    """ "The 1988 period", "the same quarter of 1988": of that year the quarter that the text is at, if at one."""
    named = match.after() != "of"
    return Draft(kind="DATE", meaning=Calendar(year=year_of(match), from_text=True)) if named else None


def _part_of_year(match: Match, *, quarter: int | None = None, half: int | None = None) -> Draft | None:
    """A quarter or a half of the year that a match names or means; a half without a year is of something else."""
    year_, shift = year_of(match), 0 if match.word("present") == "year" else shift_of(match)
    if half is not None and year_ is None and shift is None:
        return None
    return Draft(kind="DATE", meaning=Calendar(year=year_, quarter=quarter, half=half, shift=shift), mod=edge_of(match))


RULES = (
    Rule(f"{EDGE} the? {WHICH} (?P<season> season | fall ) {TAIL}", season),
    Rule(f"{EDGE} the? (?P<season> season | fall ) of {SPOKEN}", season),
    Rule(
        f"{EDGE} (?: the? fiscal? (?P<named> unit | fiscal ) )? (?P<year> year )"
        " (?: hyphen (?P<year2> year | small | digits ) )?",
        year,
    ),
    Rule(f"{EDGE} (?P<year> short_year )", short_year),
    Rule(f"{EDGE} (?: the? (?P<named> unit ) )? {SPOKEN}", spoken_year),
    Rule(f"{EDGE} the? (?: early | late )? (?P<decade> decade | decade_word | short_decade )", decade),
    Rule(f"{EDGE} the? (?P<decade> (?: year | short_year | digits ) poss )", decade),
    Rule(f"{EDGE} the? (?P<ord> ordinal ) hyphen? (?P<unit> unit )", century),
    Rule(f"{WHICH} (?P<feast> {_FEAST} ) poss? (?P<weekend> weekend )? {TAIL}", feast),
    Rule(f"{_PART_OF_FEAST} (?P<feast> {_FEAST} ) poss? {TAIL}", feast),
    Rule("(?P<letter> quarter_short ) (?P<number> small ) of? (?P<year> year )", short_quarter),
    Rule("the (?P<year> year ) (?: period | quarter )", stretch_of_year),
    Rule("the? same (?: period | quarter ) (?: of | in ) (?P<year> year )", stretch_of_year),
    Rule("the? (?P<year> year ) (?P<ord> ordinal ) hyphen? (?P<quarter> quarter )", quarter),
    Rule(
        "(?P<rel> last | this | next ) (?P<relunit> unit ) poss"
        " (?P<ord> ordinal ) hyphen? (?P<quarter> quarter | (?P<halves> half ) )",
        quarter,
    ),
    Rule(
        f"{EDGE} the? fiscal? (?P<ord> ordinal | last | latter ) hyphen?"
        f" (?P<quarter> quarter | (?P<halves> half (?= of | year ) ) ) (?: of the (?P<present> unit ) | {TAIL} )",
        quarter,
    ),
)
