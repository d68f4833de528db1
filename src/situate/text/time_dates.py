"""The grammar of dates: calendar dates, weekdays, seasons, years, decades, feasts, hours.

A rule is a pattern over word classes (``time_words``) and a builder that turns a match into a meaning, or into ``None``
when the words only look like a date ("12 may have died", "the Arab Spring", "in March 30 people").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from situate.text.numbers import parse_number, parse_ordinal, parse_spoken_year
from situate.text.patterns import Match
from situate.text.time_meaning import Calendar, Era, Feast, Kind, Meaning, Repeated, Which
from situate.text.time_words import DECADES, MONTHS, PARTS, SEASONS, WEEKDAYS

# What a bound of a longer time does to it (TimeML's mod).
EDGES = {
    "early": "START", "late": "END", "mid": "MID", "middle": "MID", "beginning": "START", "start": "START",
    "outset": "START", "end": "END", "close": "END", "earlier": "START", "later": "END",
}  # fmt: skip
_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "next": "next", "coming": "next",
    "upcoming": "next", "following": "next",
}  # fmt: skip
_BEFORE_DATE = frozenset(
    {
        "in", "since", "until", "till", "by", "during", "from", "through", "of", "early", "late", "mid", "last", "this",
        "next", "between", "before", "after", "and", "or", "to", "for", "on", "around", "about", "throughout",
    }
)  # fmt: skip
_YEAR_UNITS = frozenset({"year"})


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
    found = [EDGES[word] for word in match.words("edge") if word in EDGES]
    return found[0] if found else None


def _begins_a_clause(match: Match) -> bool:
    """Whether "beginning in 2011" or "ended in May" is a verb with a date, not a bound of it."""
    words = match.tagged.words[match.start : match.end]
    edge = match.words("edge")
    return bool(edge) and edge[0] in {"beginning", "start", "end", "close"} and "in" in words[:3]


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
        return _century(int(word[1:3]))
    return int(word) if word else None


def _century(two_digits: int) -> int:
    # News archives that write '98 run from the 1930s on.
    return two_digits + (1900 if two_digits >= 30 else 2000)


def _shift_of(match: Match) -> int | None:
    """-1 for "… last year", 0 for "this year", 1 for "next year"; only years count."""
    return {"last": -1, "this": 0, "next": 1}.get(match.words("rel")[0]) if match.has("rel") else None


_TOLD = {"previous": -1, "following": 1, "next": 1}


def _of_year_told(match: Match) -> int | None:
    """How far the year that is meant lies from the one that the text tells ("March of that year" 0); ``None``: none."""
    return _TOLD.get(match.words("told")[-1], 0) if match.has("told") else None


def _bad_tail(match: Match) -> bool:
    """Whether "last" and "this" stand before some other unit than a year."""
    return match.has("relunit") and match.word("relunit") not in _YEAR_UNITS


def _is_plain_verb(match: Match) -> bool:
    """Whether the month is "may" or "march" in lower case, or an abbreviation that could be a name."""
    first = match.found.start("month")
    return match.word("month") in {"may", "march"} and not match.tagged.is_capital(first)


def _day_of(match: Match, name: str = "day") -> int | None:
    word = match.word(name)
    value = parse_ordinal(word) if not word.isdecimal() else int(word)
    return value if value is not None and 1 <= value <= 31 else None


def day_and_month(match: Match) -> Draft | None:
    """ "5 September 2017", "Saturday, April 25", "11-13 Dec", "June 5 last year"."""
    year, month, day = year_of(match), MONTHS[match.word("month")], _day_of(match)
    if day is None or (_is_plain_verb(match) and year is None) or _bad_tail(match) or _counts_people(match, year):
        return None
    weekday = WEEKDAYS.get(match.word("wd"))
    end = _day_of(match, "day2") if match.has("day2") else None
    told = _of_year_told(match)
    meaning = Calendar(
        year=year, month=month, day=day, end_day=end, weekday=weekday, which=which_of(match),
        shift=_shift_of(match) if told is None else told, from_text=told is not None,
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning)


_LEADS_DAY = frozenset({"on", "by", "until", "till", "since"})
_NIGHTS = frozenset({"night", "morning", "evening", "afternoon"})
_AFTER_DAY = frozenset(
    {
        "", ".", ",", ";", ":", ")", "and", "but", "when", "after", "before", "at", "in", "by", "near", "from", "was",
        "were", "had", "has", "did", "never", "not", "that", "this", "as", "while", "there", "they", "he", "she", "it",
        "we", "i", "the", "a", "an", "his", "her", "our", "their", "its", "with", "some", "several", "two", "three",
        "four", "five",
    }
)  # fmt: skip


def day_alone(match: Match) -> Draft | None:
    """ "On the 17th": a day of the month that the text or the report is at; not the 17th Brigade, not the 8th floor."""
    word, after = match.word("day"), match.after()
    led = match.before() in _LEADS_DAY or (match.before() == "of" and match.before(2) in _NIGHTS)
    ends = after in _AFTER_DAY or after.startswith("\n")
    day = _day_of(match) if word[:1].isdecimal() and led and ends else None
    return Draft(kind="DATE", meaning=Calendar(day=day)) if day is not None else None


def _counts_people(match: Match, year: int | None) -> bool:
    """Whether the digit counts what follows: "In March 30 people were killed"."""
    after_month = match.found.start("day") > match.found.start("month")
    follows = match.after()
    return (
        after_month
        and year is None
        and match.before() == "in"
        and follows.isalpha()
        and not match.tagged.is_capital(match.end)
        and follows not in _BEFORE_DATE
    )


def month(match: Match) -> Draft | None:
    """ "January 2017", "early November", "last September", "July last year"."""
    first = match.found.start("month")
    word, year = match.word("month"), year_of(match)
    if _bad_tail(match) or _begins_a_clause(match) or (match.has("spoken") and year is None):
        return None
    told = _of_year_told(match)
    bare = year is None and not any(match.has(name) for name in ("rel", "which", "edge", "told"))
    if bare and not _is_month(match, first, word):
        return None
    if word in {"may", "march"} and not match.tagged.is_capital(first) and year is None:
        return None
    meaning = Calendar(
        year=year, month=MONTHS[word], shift=_shift_of(match) if told is None else told, which=which_of(match),
        from_text=is_from_text(match) or told is not None,
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning, mod=edge_of(match))


def _is_month(match: Match, first: int, word: str) -> bool:
    before = match.tagged.word(first - 1)
    if word == "march" and before in {"the", "a"} and match.after() in {"for", "of", "on", "against"}:
        return False  # the March of the Mothers
    if word in {"may", "march"}:
        return match.tagged.is_capital(first) and (
            before in _BEFORE_DATE or before in {"at", "the", "a", "its"} or match.after() in {"'s", "’s"}
        )
    if len(word) <= 4 and word in MONTHS and word not in {"june", "july"}:
        return match.tagged.is_capital(first) and (match.has("dotted") or before in _BEFORE_DATE)
    return match.tagged.is_capital(first) or before in _BEFORE_DATE


def season(match: Match) -> Draft | None:
    """ "the summer of 2014", "last autumn", "spring 2015"; not the Arab Spring, not the fall of a town."""
    first = match.found.start("season")
    word, year = match.word("season"), year_of(match)
    named = year is not None or match.has("rel") or match.has("which")
    before = match.tagged.word(first - 1)
    capital_name = match.tagged.is_capital(first) and match.tagged.is_capital(first - 1) and before != "the"
    if _bad_tail(match) or (capital_name and not match.has("which")) or (not named and word == "fall"):
        return None
    if not named and before not in {"the", "in", "by", "until", "since", "this"} and not match.has("edge"):
        return None
    if not named and match.after() == "of":
        return None
    meaning = Calendar(year=year, season=SEASONS[word], shift=_shift_of(match), which=which_of(match))
    return Draft(kind="DATE", meaning=meaning, mod=edge_of(match))


_COUNTED = frozenset(
    {
        "people", "men", "women", "children", "troops", "soldiers", "fighters", "militants", "civilians", "percent",
        "per", "km", "miles", "refugees", "rebels", "prisoners", "families", "residents", "guerrillas", "insurgents",
    }
)  # fmt: skip


def year(match: Match) -> Draft | None:
    """ "2014", "early 2015", "1990-91"; not "2000 people"."""
    found = year_of(match)
    if found is None or _begins_a_clause(match) or match.word("named") not in {"", "year", "fiscal"}:
        return None
    if match.before() in {"-", "‑"} and match.before(2).isdecimal():
        return None  # the end of a telephone number
    if not match.has("edge") and not match.has("named") and not match.has("spoken"):
        follows = match.after()
        counted = follows in _COUNTED or (
            follows.endswith("s") and not follows.endswith("ss") and follows.isalpha() and len(follows) > 3
        )
        if not 1800 <= found <= 2100 or match.before() in {"$", "£", "€", "no", "."} or follows in {"%", "°"}:
            return None
        led = match.before() in _BEFORE_DATE or (match.before() == "the" and found % 100 and follows not in _COUNTED)
        if counted and not match.tagged.is_capital(match.end) and not led:
            return None  # "1998 bombings" may count them, "the 1998 bombings" does not
    end = _end_year(match, found)
    return None if end is False else Draft(kind="DATE", meaning=Calendar(year=found, end_year=end), mod=edge_of(match))


def _end_year(match: Match, first: int) -> int | bool | None:
    """The year that closes a range; ``None`` without one, ``False`` when the digits cannot be one."""
    if not match.has("year2"):
        return None
    word = match.word("year2")
    last = (
        int(word) if len(word) == 4 else first - first % 100 + int(word) if word.isdecimal() and len(word) == 2 else 0
    )
    return last if first < last <= first + 60 else False


def spoken_year(match: Match) -> Draft | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    found = year_of(match)
    named = match.has("named") or match.words("spoken")[0] in {"nineteen", "eighteen"}
    return Draft(kind="DATE", meaning=Calendar(year=found), mod=edge_of(match)) if found and named else None


_OF_AGE = frozenset({"his", "her", "their", "my", "your", "our", "'s", "’s"})


def decade(match: Match) -> Draft | None:
    """ "the late 1970s", "the '90s", "the mid-80's", "the nineties"; a year with 's only after "the" or its like."""
    word = match.words("decade")[0]
    led = match.has("edge") or match.tagged.word(match.found.start("decade") - 1) in {"the", "early", "late"}
    back = match.found.start("decade") - 1
    while match.tagged.word(back) in {"early", "mid", "late", "-"}:
        back -= 1
    if match.tagged.word(back) in _OF_AGE and (word in DECADES or not word.startswith(("1", "2"))):
        return None  # "in his early 50s"
    if word in DECADES:
        first = 1900 + DECADES[word]
    else:
        digits = word.strip("'’s")
        first = int(digits) if len(digits) == 4 else _century(int(digits))
        if first % 10 or not (led or (len(digits) == 4 and word.endswith("s")) or word[0] in "'’"):
            return None
    # "The 1800s" are a century, "the 2000s" so far a decade; of "the 1900s" nobody knows, and the longer one is true.
    years = 100 if first % 100 == 0 and first < 2000 else 10
    return Draft(kind="DATE", meaning=Era(first=first, years=years), mod=edge_of(match))


def century(match: Match) -> Draft | None:
    """ "the 19th century"."""
    number = parse_ordinal(match.word("ord"))
    if number is None or match.word("unit") != "century" or not 2 <= number <= 21 or match.after() in {"bc", "b"}:
        return None
    return Draft(kind="DATE", meaning=Era(first=(number - 1) * 100, years=100), mod=edge_of(match))


def iso_date(match: Match) -> Draft | None:
    """ "2017-09-05", with or without a time."""
    word = match.word("date")
    year, month_, day = int(word[:4]), int(word[5:7]), int(word[8:10])
    clock = {"hour": int(word[11:13]), "minute": int(word[14:16])} if len(word) > 10 else {}
    if not (1 <= month_ <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    meaning = Calendar(year=year, month=month_, day=day, hour=clock.get("hour"), minute=clock.get("minute"))
    return Draft(kind="TIME" if clock else "DATE", meaning=meaning)


def numeric_date(match: Match) -> Draft | None:
    """ "27-09-2013", "2017/9/5"; of "05/09/2017" only the year is certain, so it is no date unless both agree."""
    separator = next(c for c in match.word("date") if not c.isdigit())
    a, b, c = (int(part) for part in match.word("date").split(separator))
    if a > 31:
        year, month_, day = a, b, c
    elif a > 12 or separator == "." or a == b:
        year, month_, day = c, b, a
    elif b > 12:
        year, month_, day = c, a, b
    else:
        return Draft(kind="DATE", meaning=Calendar(year=c)) if 1000 <= c <= 2100 else None
    if not (1 <= month_ <= 12 and 1 <= day <= 31 and 1000 <= year <= 2100):
        return None
    return Draft(kind="DATE", meaning=Calendar(year=year, month=month_, day=day))


_COMES_AGAIN = frozenset(
    {"on", "every", "most", "some", "many", "all", "alternate", "and", "or", "to", "these", "those", "both"}
)
# Words that are not what a weekday has: "on Fridays the market", "Sundays were quiet", "Mondays only".
_WORDS = """
    a an the this that these those and or but nor so if when while as because since until till before after at in on by
    for from to of with without during through between except only too also alike he she it we you they there who which
    is are was were be been has have had do does did will would can could may might must should see mean bring become
    remain said says not
"""
_NOT_OF_A_DAY = frozenset(_WORDS.split())


def _lost_apostrophe(match: Match) -> bool:
    """Whether a weekday with an s is that of one day, in print without apostrophes ("Mondays attack killed …")."""
    after = match.after()
    return after.isalpha() and after not in _NOT_OF_A_DAY and match.before() not in _COMES_AGAIN


def weekday(match: Match) -> Draft | None:
    """ "on Tuesday", "early on Monday", "last Friday night"; "on Sundays" comes again, "Sundays raid" is one day's."""
    word = match.word("wd")
    number, part = WEEKDAYS[word], PARTS.get(match.word("part"))
    again = match.has("nights") or (word.endswith("days") and match.after() != "ago" and not _lost_apostrophe(match))
    if match.before() in {"bloody", "black"} and match.tagged.is_capital(match.start - 1):
        return None
    if again and not match.has("which"):
        part = PARTS.get(match.word("nights"))
        return Draft(kind="SET", meaning=Repeated(unit="weekday", weekday=number, part=part))
    hour, minute = _clock(match)
    week = {"last": -1, "this": 0, "next": 1}.get(match.words("relweek")[0]) if match.has("relweek") else None
    if match.has("relweek") and match.words("relweek")[-1] != "week":
        return None
    weeks: dict[int | None, Which] = {-1: "last", 0: "this", 1: "next"}
    which, told = which_of(match) or weeks.get(week), is_from_text(match)
    meaning = Calendar(weekday=number, part=part, hour=hour, minute=minute, which=which, from_text=told)
    return Draft(kind="TIME" if part or hour is not None else "DATE", meaning=meaning, mod=edge_of(match))


def _clock(match: Match) -> tuple[int | None, int | None]:
    """Hour and minute that a match gives, each ``None`` when it does not (or when no clock shows them)."""
    word = match.word("clock")
    if not word:
        return None, None
    head, _, tail = word.replace(".", ":").partition(":")
    if not head.isdecimal() and not tail:
        value = parse_number([head])
        hour, minute = (int(value) if value is not None else 99), None
    elif len(head) == 4:
        hour, minute = int(head[:2]), int(head[2:])
    else:
        hour, minute = int(head), int(tail[:2]) if tail else None
    half = match.word("ampm")[:1] or {"morning": "a", "afternoon": "p", "evening": "p"}.get(match.word("half"), "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 24 and (minute or 0) < 60 else (None, None)


def clock(match: Match) -> Draft | None:
    """ "10:30", "7 p.m.", "0930 GMT", "five o'clock": an hour of a day that other words name."""
    hour, minute = _clock(match)
    if hour is None or (
        match.has("ampm") and match.word("ampm") in {"am", "pm"} and not match.word("clock")[-1:].isdigit()
    ):
        return None
    part = PARTS.get(match.word("half"))
    meaning = Calendar(hour=hour, minute=minute, part=part)
    return Draft(kind="TIME", meaning=meaning, mod="APPROX" if match.has("approx") else None)


_BEFORE_HOUR = frozenset(
    {"at", "between", "from", "until", "till", "by", "since", "before", "after", "around", "about"}
)
_AFTER_HOUR = frozenset(
    {"", ".", ",", ";", ")", "(", "\n", "on", "today", "yesterday", "this", "last", "local", "and", "when", "in", "the"}
)


def _stands_as_hour(match: Match) -> bool:
    """Whether the words before four digits make them an hour: "at", "between 0630 and"; not "from 2004 to"."""
    word, before, first = match.word("clock"), match.before(), match.before(2)
    if before in {"and", "to"} and first.isdecimal() and len(first) == 4:
        return not (_is_year(first) and _is_year(word))
    return before in (_BEFORE_HOUR if word.startswith("0") else {"at"})


def _is_year(digits: str) -> bool:
    """Whether four digits can be a year of which news speak."""
    return "1000" <= digits <= "2100"


# The parts of the day by the hour at which they are over.
_PART_UNTIL = {"NI": 5, "MO": 12, "AF": 18, "EV": 21, "NI ": 25}


def hour_of_four(match: Match) -> Draft | None:
    """ "at 0500", "between 0630 and 0700", "at approximately 1330": an hour without a colon or a zone."""
    hour, minute = _clock(match)
    word, after = match.word("clock"), match.after()
    ends = after in _AFTER_HOUR or after.startswith("\n") or after in WEEKDAYS
    if hour is None or not _stands_as_hour(match) or not (ends or word.startswith("0")):
        return None
    # Logs and broadcasts write hours so, mostly rough ones, of a zone not named: their bounds are those of the day.
    part = next(name for name, until in _PART_UNTIL.items() if hour < until)
    meaning = Calendar(hour=hour, minute=minute, part=part.strip())
    return Draft(kind="TIME", meaning=meaning, mod="APPROX" if match.has("approx") else None)


def clock_and_day(match: Match) -> Draft | None:
    """ "5 p.m. EST, Nov. 9", "10:30 on 5 September 2017", "the evening of 23 October"."""
    date, (hour, minute) = day_and_month(match), _clock(match)
    part = PARTS.get(match.word("part"))
    if date is None or not isinstance(date.meaning, Calendar) or (hour is None and part is None):
        return None
    if (
        match.word("clock").isdecimal()
        and not match.has("ampm")
        and not match.has("zone")
        and not _stands_as_hour(match)
    ):
        return None  # "resolution 2118 on September 27"
    return Draft(kind="TIME", meaning=replace(date.meaning, hour=hour, minute=minute, part=part), mod=edge_of(match))


def feast(match: Match) -> Draft | None:
    """ "Ramadan", "Eid al-Adha", "Christmas Day", "New Year's Eve"."""
    words = [w for w in match.words("feast") if w.isalpha() and w not in {"al", "ul", "el", "the", "s"}]
    if not match.tagged.is_capital(match.found.start("feast")):
        return None
    meaning = Feast(name=" ".join(words), year=year_of(match), which=which_of(match), shift=_shift_of(match))
    return Draft(kind="DATE", meaning=meaning)


def quarter(match: Match) -> Draft | None:
    """ "the third quarter", "first half of 2014"."""
    number = parse_ordinal(match.word("ord"))
    if match.word("ord") == "last" and match.has("year"):  # "the last quarter of 1998"
        number = 2 if match.has("halves") else 4
    if number is None or not match.has("quarter") or _bad_tail(match) or match.word("present") not in {"", "year"}:
        return None
    if match.has("halves"):
        return None if number > 2 else _part_of_year(match, half=number)
    return None if number > 4 else _part_of_year(match, quarter=number)


def _part_of_year(match: Match, *, quarter: int | None = None, half: int | None = None) -> Draft | None:
    year_, shift = year_of(match), 0 if match.word("present") == "year" else _shift_of(match)
    if half is not None and year_ is None and shift is None:
        return None
    return Draft(kind="DATE", meaning=Calendar(year=year_, quarter=quarter, half=half, shift=shift), mod=edge_of(match))


_EDGE = "(?: (?: the )? (?P<edge> early | late | mid | middle | begin | ends ) (?: hyphen | of | in )? (?: the )? )?"
_WHICH_ = (
    "(?: the? (?P<which> this (?: coming | past ) | last | past | this | next | coming | following | previous ) )?"
)
# "March of that year", "June the following year": the year is that of the text, or the one beside it.
_YEAR_TOLD = "(?: of? (?P<told> that | the? same | the (?: following | next | previous ) ) (?P<relunit> unit ) )"
_TAIL = "(?: (?: comma | of )? (?P<year> year | short_year ) | of? (?P<rel> last | this | next ) (?P<relunit> unit ) )?"
_SPOKEN = "(?P<spoken> (?: number | nineteen ) (?: number | scale ) (?: hyphen? number )? )"
_WEEKDAY = "(?: (?P<wd> weekday | weekdays | short_day ) dot? comma? the? )?"
_MONTH = "(?P<month> {MONTH} )"
_DAY = "(?P<day> small | ordinal ) (?: hyphen (?P<day2> small ) )?"
_WEEK = "(?: of? (?P<relweek> (?: last | this | next ) unit ) )?"
_AT = (
    "(?: (?P<part> part | night | moment ) | (?P<nights> nights | parts )"
    " | comma? (?P<clock> clock | small ) (?P<ampm> ampm ) )?"
)
_FEAST = (
    "feast (?: eve | unit | weekday )? | feast_day poss? unit | good weekday"
    " | eid (?: hyphen? al hyphen? eid_name )? | new unit poss? (?: eve | unit )"
)
_CLOCK = "(?P<approx> approx )? (?P<clock>"
_PART_OF = "the? (?: (?P<edge> {EDGE} ) hyphen? )? (?P<part> part | moment | night ) units? (?: of | on )"
_HOUR = (
    "(?P<clock> clock | (?: small | digits | hhmm ) (?= ampm ) | (?: hhmm | year ) (?= on | zone ) ) (?P<ampm> ampm )?"
    " (?P<zone> zone )? time? comma? on?"
)

RULES = (
    Rule(f"{_WHICH_} {_WEEKDAY} {_DAY} of? {_MONTH} dot? {_TAIL}", day_and_month),
    Rule(f"{_WHICH_} {_WEEKDAY} {_MONTH} dot? the? {_DAY} {_TAIL}", day_and_month),
    Rule("the (?P<day> ordinal )", day_alone),
    Rule(f"{_EDGE} {_WHICH_} {_MONTH} (?P<dotted> dot )? {_TAIL}", month),
    Rule(f"{_EDGE} {_MONTH} dot? {_YEAR_TOLD}", month),
    Rule(f"{_WEEKDAY} {_DAY} of? {_MONTH} dot? {_YEAR_TOLD}", day_and_month),
    Rule(f"{_WEEKDAY} {_MONTH} dot? the? {_DAY} {_YEAR_TOLD}", day_and_month),
    Rule(f"{_MONTH} {_SPOKEN}", month),
    Rule(f"{_EDGE} the? {_WHICH_} (?P<season> season | fall ) {_TAIL}", season),
    Rule(f"{_EDGE} the? (?P<season> season | fall ) of {_SPOKEN}", season),
    Rule(f"{_CLOCK} hhmm | year )", hour_of_four),
    Rule(
        f"{_EDGE} (?: the? fiscal? (?P<named> unit | fiscal ) )? (?P<year> year )"
        " (?: hyphen (?P<year2> year | small | digits ) )?",
        year,
    ),
    Rule(f"{_EDGE} (?: the? (?P<named> unit ) )? {_SPOKEN}", spoken_year),
    Rule(f"{_EDGE} the? (?: early | late )? (?P<decade> decade | decade_word | short_decade )", decade),
    Rule(f"{_EDGE} the? (?P<decade> (?: year | short_year | digits ) poss )", decade),
    Rule(f"{_EDGE} (?P<ord> ordinal ) hyphen? (?P<unit> unit )", century),
    Rule("(?P<date> iso_date )", iso_date),
    Rule("(?P<date> numeric_date )", numeric_date),
    Rule(f"(?: (?P<edge> {{EDGE}} ) on? )? {_WHICH_} (?P<wd> {{WD}} ) {_AT} {_WEEK}", weekday),
    Rule(
        "(?: the? (?: (?P<edge> {EDGE} ) hyphen? )? (?P<part> part | moment | night ) units? (?: of | on )? )"
        " (?P<wd> {WD} )",
        weekday,
    ),
    Rule("approx? (?P<clock> clock ) (?P<ampm> ampm )? zone? comma? on? (?P<wd> {WD} )", weekday),
    Rule("approx? (?P<clock> small | digits ) (?P<ampm> ampm ) zone? comma? on? (?P<wd> {WD} )", weekday),
    Rule(f"{_PART_OF} {_WEEKDAY} {_DAY} {_MONTH} dot? {_TAIL}", clock_and_day),
    Rule(f"{_PART_OF} {_WEEKDAY} {_MONTH} dot? {_DAY} {_TAIL}", clock_and_day),
    Rule(f"{_HOUR} {_WEEKDAY} {_DAY} {_MONTH} dot? {_TAIL}", clock_and_day),
    Rule(f"{_HOUR} {_WEEKDAY} {_MONTH} dot? {_DAY} {_TAIL}", clock_and_day),
    Rule(f"{_CLOCK} clock | small | digits | hhmm ) (?P<ampm> ampm ) (?: zone time? )?", clock),
    Rule(f"{_CLOCK} clock ) hrs? (?: zone time? )?", clock),
    Rule(f"{_CLOCK} digits | hhmm | year ) (?: zone time? | hrs )", clock),
    Rule(f"{_CLOCK} number | small ) oclock", clock),
    Rule(f"{_CLOCK} number | small ) oclock? in the (?P<half> part )", clock),
    Rule(f"{_WHICH_} (?P<feast> {_FEAST} ) poss? {_TAIL}", feast),
    Rule("the? (?P<year> year ) (?P<ord> ordinal ) hyphen? (?P<quarter> quarter )", quarter),
    Rule(
        "(?P<rel> last | this | next ) (?P<relunit> unit ) poss"
        " (?P<ord> ordinal ) hyphen? (?P<quarter> quarter | (?P<halves> half ) )",
        quarter,
    ),
    Rule(
        f"{_EDGE} the? fiscal? (?P<ord> ordinal | last ) hyphen?"
        f" (?P<quarter> quarter | (?P<halves> half (?= of | year ) ) ) (?: of the (?P<present> unit ) | {_TAIL} )",
        quarter,
    ),
)
