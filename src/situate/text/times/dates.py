"""The grammar of dates: days of a month and months, in words and in figures."""

from __future__ import annotations

from situate.text.numbers import parse_ordinal
from situate.text.patterns import Match
from situate.text.times.meaning import Calendar
from situate.text.times.rules import (
    BEFORE_DATE,
    DAY,
    DOT,
    DOTTED,
    EDGE,
    MONTH,
    SPOKEN,
    TAIL,
    WEEKDAY,
    WHICH,
    YEAR_TOLD,
    Draft,
    Rule,
    begins_a_clause,
    day_of,
    edge_of,
    is_from_text,
    names_other_unit,
    shift_of,
    step_from_year_told,
    which_of,
    year_of,
)
from situate.text.times.words import MONTHS, WEEKDAYS

_LEADS_DAY = frozenset({"on", "by", "until", "till", "since", "from"})
_WHOSE = frozenset({"his", "her", "their", "our", "my"})
_OF_2001 = frozenset({"attacks", "terror", "terrorist", "hijackings", "hijackers"})  # of 11 September
_MOST_WEEKS = 4  # of which every month has one of each weekday
_NIGHTS = frozenset({"night", "morning", "evening", "afternoon"})
_AFTER_DAY = frozenset({
    "", ".", ",", ";", ":", ")", "and", "but", "when", "after", "before", "at", "in", "by", "near", "from", "was",
    "were", "had", "has", "did", "never", "not", "that", "this", "as", "while", "there", "they", "he", "she", "it",
    "we", "i", "the", "a", "an", "his", "her", "our", "their", "its", "with", "some", "several", "two", "three",
    "four", "five",
})  # fmt: skip


def day_and_month(match: Match) -> Draft | None:
    """ "5 September 2017", "Saturday, April 25", "11-13 Dec", "June 5 last year"."""
    year, month, day = year_of(match), MONTHS[match.word("month")], day_of(match)
    if (
        day is None
        or (_is_plain_verb(match) and year is None)
        or names_other_unit(match)
        or _counts_people(match, year)
        or (match.has("until") and not _runs_on(match))
    ):
        return None
    if year is None and (month, day) == (9, 11) and match.after() in _OF_2001:
        year = 2001
    weekday = WEEKDAYS.get(match.word("wd"))
    end = day_of(match, "day2") if match.has("day2") else None
    if end is not None and end <= day:
        return None  # "Update No. 12 – 5 September"
    told = step_from_year_told(match)
    meaning = Calendar(
        year=year, month=month, day=day, end_day=end, weekday=weekday, which=which_of(match),
        shift=shift_of(match) if told is None else told, from_text=told is not None,
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning)


def _is_plain_verb(match: Match) -> bool:
    """Whether the month is "may" or "march" in lower case: a verb, unless a year follows."""
    first = match.found.start("month")
    return match.word("month") in {"may", "march"} and not match.tagged.is_capital(first)


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
        and follows not in BEFORE_DATE
    )


# What leads two days of a month, and the word that joins them: "from April 10 to 15", "between April 10 and 15".
_JOINED_DAYS = {"from": {"to"}, "between": {"and"}, "on": {"to"}, "of": {"to"}, "overnight": {"to"}}


def _runs_on(match: Match) -> bool:
    """Whether "from April 10 to 15" tells two days, and the second number counts nothing."""
    after = match.after()
    ends = not after.isalpha() or after in _AFTER_DAY or after == "of" or after in MONTHS
    return match.word("until") in _JOINED_DAYS.get(match.before(), ()) and ends


def day_alone(match: Match) -> Draft | None:
    """ "On the 17th", "the tenth of the month": a day of the month that the text or the report is at.

    Not the 17th Brigade, not the 8th floor.
    """
    word, after = match.word("day"), match.after()
    if match.has("whole"):
        day = day_of(match) if match.word("whole") == "month" and match.before() in _LEADS_DAY else None
        return Draft(kind="DATE", meaning=Calendar(day=day)) if day is not None else None
    led = match.before() in _LEADS_DAY or (match.before() == "of" and match.before(2) in _NIGHTS)
    ends = after in _AFTER_DAY or after.startswith("\n")
    day = day_of(match) if word[:1].isdecimal() and led and ends else None
    return Draft(kind="DATE", meaning=Calendar(day=day)) if day is not None else None


def month(match: Match) -> Draft | None:
    """ "January 2017", "early November", "last September", "July last year"."""
    first = match.found.start("month")
    word, year = match.word("month"), year_of(match)
    if year is None and _ends_on_a_day(match):
        return None
    if names_other_unit(match) or begins_a_clause(match) or (match.has("spoken") and year is None):
        return None
    told = step_from_year_told(match)
    bare = year is None and not any(match.has(name) for name in ("rel", "which", "edge", "told"))
    if bare and not _is_month(match, first, word):
        return None
    if (_is_plain_verb(match) and year is None) or (bare and _is_somebody(match, first, word)):
        return None
    meaning = Calendar(
        year=year, month=MONTHS[word], shift=shift_of(match) if told is None else told, which=which_of(match),
        from_text=is_from_text(match) or told is not None,
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning, mod=edge_of(match))


def year_and_month(match: Match) -> Draft | None:
    """ "The 1863 January uprising": no day follows, and "May" after a year is as often somebody."""
    word = match.word("month")
    if match.after()[:1].isdigit() or word == "may" or not match.tagged.is_capital(match.found.start("month")):
        return None
    return Draft(kind="DATE", meaning=Calendar(year=year_of(match), month=MONTHS[word]))


def _is_somebody(match: Match, first: int, word: str) -> bool:
    """Whether a month is the first name of somebody: "April Bone said", where no "in" and no "the" leads it."""
    before, after = match.tagged.word(first - 1), match.after()
    joined = before in BEFORE_DATE or before in {"the", "a", "an", "its", "his", "their", "as"}
    led = joined or not before.isalpha()
    sentence = before in {"", ".", '"', "“"} or before.startswith("\n")
    if after in {"the", "a", "an", "in"}:
        return False
    if not joined and after in {"said", "says", "told"}:
        return True  # "January said the permits were free"
    if word not in {"april", "june", "august"} or not after.isalpha() or not match.tagged.is_capital(match.end):
        return False
    named = match.tagged.text[match.tagged.ends[match.end - 1] : match.tagged.starts[match.end]] == " "
    return named and (sentence or not led) and after not in WEEKDAYS


def weekday_of_month(match: Match) -> Draft | None:
    """ "The first Monday in October", "the last Friday of May 1999"."""
    nth = -1 if match.word("nth") in {"last", "final"} else parse_ordinal(match.word("nth"))
    if nth is None or nth > _MOST_WEEKS or names_other_unit(match) or _is_plain_verb(match):
        return None
    meaning = Calendar(
        year=year_of(match), month=MONTHS[match.word("month")], weekday=WEEKDAYS[match.word("wd")], nth=nth,
        shift=shift_of(match),
    )  # fmt: skip
    return Draft(kind="DATE", meaning=meaning)


def _ends_on_a_day(match: Match) -> bool:
    """Whether "end March 31" and "beginning Nov. 1" are a verb with a day, no bound of a month."""
    return match.words("edge")[:1] in (["end"], ["close"], ["start"], ["beginning"]) and match.after().isdecimal()


def _is_month(match: Match, first: int, word: str) -> bool:
    """Whether a month that stands alone is one; ``first`` is its index: "in May", not "they may", "the march on" it."""
    before = match.tagged.word(first - 1)
    if word == "march" and before in {"the", "a"} and match.after() in {"for", "of", "on", "against"}:
        return False  # the March of the Mothers
    if word in {"may", "march"}:
        return match.tagged.is_capital(first) and (
            _pointed_at(match, first)
            or before in BEFORE_DATE
            or before in {"at", "the", "a", "its"}
            or (before in _WHOSE and match.tagged.quote(first).istitle())  # "her March speech", not "ENDED THEIR MARCH"
            or (word == "march" and before == "with" and not match.after().isalpha())
            or (before == "as" and match.tagged.word(first - 2) in {"recently", "early", "late"})
            or (match.after() in {"'s", "’s"} and not (before.isalpha() and match.tagged.is_capital(first - 1)))
        )
    if len(word) <= 4 and word in MONTHS and word not in {"june", "july"}:
        return match.tagged.is_capital(first) and (match.has("dotted") or before in BEFORE_DATE)
    return match.tagged.is_capital(first) or before in BEFORE_DATE


def _pointed_at(match: Match, first: int) -> bool:
    """ "That May", by its one capital: "the costs THAT MAY emerge" name no month."""
    return match.tagged.word(first - 1) == "that" and match.tagged.quote(first).istitle()


def iso_date(match: Match) -> Draft | None:
    """ "2017-09-05", with or without a time."""
    word = match.word("date")
    year, month_, day = int(word[:4]), int(word[5:7]), int(word[8:10])
    clock = {"hour": int(word[11:13]), "minute": int(word[14:16])} if len(word) > 10 else {}
    if not (1 <= month_ <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    meaning = Calendar(year=year, month=month_, day=day, hour=clock.get("hour"), minute=clock.get("minute"))
    return Draft(kind="TIME" if clock else "DATE", meaning=meaning)


def attacks_day(_match: Match) -> Draft:
    """ "Since 9/11", "the 9/11 attacks": the day of the attacks on New York and Washington."""
    return Draft(kind="DATE", meaning=Calendar(year=2001, month=9, day=11))


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


RULES = (
    Rule(f"{WHICH} {WEEKDAY} {DAY} of? {MONTH} {DOT} {TAIL}", day_and_month),
    Rule(f"the (?P<day> ordinal ) of {MONTH} {DOT} {TAIL}", day_and_month),
    Rule(f"{WHICH} {WEEKDAY} {MONTH} {DOT} the? {DAY} {TAIL}", day_and_month),
    Rule(
        f"{MONTH} {DOT} the? (?P<day> small | ordinal ) (?P<until> to | and ) (?P<day2> small ) {TAIL}", day_and_month
    ),
    Rule("the (?P<day> ordinal )", day_alone),
    Rule("the (?P<day> ordinal ) of the (?P<whole> unit )", day_alone),
    Rule(
        f"the? (?P<nth> ordinal | last | final ) (?P<wd> weekday ) (?: in | of ) {MONTH} {DOT} {TAIL}", weekday_of_month
    ),
    Rule(f"{EDGE} {WHICH} {MONTH} {DOTTED} {TAIL}", month),
    Rule(f"{EDGE} {MONTH} {DOT} {YEAR_TOLD}", month),
    Rule(f"(?P<year> year ) {MONTH}", year_and_month),
    Rule(f"{WEEKDAY} {DAY} of? {MONTH} {DOT} {YEAR_TOLD}", day_and_month),
    Rule(f"{WEEKDAY} {MONTH} {DOT} the? {DAY} {YEAR_TOLD}", day_and_month),
    Rule(f"{MONTH} {SPOKEN}", month),
    Rule("(?P<date> iso_date )", iso_date),
    Rule("(?P<date> numeric_date )", numeric_date),
    Rule("attacks_day", attacks_day),
)
