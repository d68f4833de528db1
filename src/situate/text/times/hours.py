"""The grammar of weekdays and hours, alone and with the date that they belong to."""

from __future__ import annotations

from dataclasses import replace

from situate.text.numbers import parse_number, parse_ordinal
from situate.text.patterns import Match
from situate.text.times.counts import HYPHENS
from situate.text.times.dates import day_and_month
from situate.text.times.meaning import Calendar, Repeated
from situate.text.times.rules import (
    DAY,
    DOT,
    MONTH,
    TAIL,
    WEEKDAY,
    WHICH,
    Draft,
    Rule,
    edge_of,
    in_a_title,
    is_from_text,
    which_of,
)
from situate.text.times.words import MONTHS, PARTS, WEEKDAYS

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
_BLOWS = frozenset({
    "attack", "attacks", "blast", "blasts", "bombing", "bombings", "explosion", "explosions", "raid", "raids",
    "strike", "strikes", "shelling", "killing", "killings", "massacre", "assault", "clashes", "ambush", "shooting",
})  # fmt: skip
_NOT_OF_A_DAY = frozenset(_WORDS.split())
_BEFORE_HOUR = frozenset(
    {"at", "between", "from", "until", "till", "by", "since", "before", "after", "around", "about"}
)
_AFTER_HOUR = frozenset(
    {"", ".", ",", ";", ")", "(", "\n", "on", "today", "yesterday", "this", "last", "local", "and", "when", "in", "the"}
)
_NIGHTFALL = 6  # the hour after noon from which on it is night in such words
_PARTS_UNTIL = (
    (5, "NI"),
    (12, "MO"),
    (18, "AF"),
    (21, "EV"),
    (25, "NI"),
)  # parts of the day, by the hour that ends them
# Before a weekday with a capital: days that are names, and people called Sunday or Friday.
_NAMED_DAYS = frozenset({"bloody", "black", "fat", "super", "chief", "pastor", "comrade", "mr"})
_ENDS_CLAUSE = frozenset({"", ".", ",", ";", ":", "in", "of", "when", "and", "or", "at", "after", "before"})
_OF_WEEK = {"last": -1, "this": 0, "next": 1}
_WEEK = "(?: of? (?P<relweek> (?: last | this | next ) unit ) )?"
_AT = (
    "(?: (?P<part> part | night | moment ) | (?P<nights> nights | parts )"
    " | comma? (?P<clock> clock | small ) (?P<ampm> ampm ) )?"
)
_APPROX = "(?P<approx> approx )?"
_PART_OF = (
    "the? (?: (?P<edge> {EDGE} ) (?: hyphen | in | on )? )? the? (?P<part> part | moment | night )"
    " units? (?: of | on )?"
)
_HOUR = (
    "(?P<clock> clock | (?: small | digits | hhmm ) (?= ampm ) | (?: hhmm | year ) (?= on | {ZONE} ) )"
    " (?P<ampm> ampm )? (?P<zone> {ZONE} )? time? comma? on?"
)


def weekday(match: Match) -> Draft | None:
    """ "on Tuesday", "early on Monday", "last Friday night"; "on Sundays" comes again, "Sundays raid" is one day's."""
    word = match.word("wd")
    number, part = WEEKDAYS[word], PARTS.get(match.word("part"))
    plural = match.has("nights") or (word.endswith("days") and match.after() != "ago")
    again = plural and not _lost_apostrophe(match)
    nights = PARTS.get(match.word("nights"))
    leads = match.has("part") and match.found.start("part") < match.found.start("wd")
    if leads and in_a_title(match, match.found.start("part")):
        return None  # "Coast This Morning on Monday": the part of the day is of a programme
    if match.before() in _NAMED_DAYS and match.tagged.is_capital(match.start - 1):
        return None
    if again and not match.has("which"):
        return Draft(kind="SET", meaning=Repeated(unit="weekday", weekday=number, part=nights))
    part = part or nights
    hour, minute = _clock(match)
    week = match.words("relweek")
    if week and week[-1] != "week":
        return None
    if _is_any_day(match):
        some_day = Repeated(unit="weekday", weekday=number, part=part)
        return Draft(kind="TIME" if part else "DATE", meaning=some_day)
    meaning = Calendar(
        weekday=number, part=part, hour=hour, minute=minute, which=which_of(match),
        week=_OF_WEEK[week[0]] if week else None, from_text=is_from_text(match),
    )  # fmt: skip
    return Draft(kind="TIME" if part or hour is not None else "DATE", meaning=meaning, mod=edge_of(match))


def hour_of_weekday(match: Match) -> Draft | None:
    """ "At 10 Tuesday night": an hour by the part of the day behind it."""
    return weekday(match) if match.before() in _BEFORE_HOUR else None


def _is_any_day(match: Match) -> bool:
    """Whether no weekday of a known week is meant: "on a Friday", "a cold Monday in May"."""
    before, after = match.before(), match.after()
    of_month = after == "in" and (match.after(2) in MONTHS or match.after(3) in MONTHS)
    some = before in {"a", "one", "any"} or parse_ordinal(before) is not None
    return of_month or (some and after in _ENDS_CLAUSE) or (match.has("which") and after == "of")


def _lost_apostrophe(match: Match) -> bool:
    """Whether a weekday with an s is that of one day, in print without apostrophes ("Mondays attack killed …").

    What is struck by a blow is struck on one day, also where the words before could mean each of them ("on Mondays
    attack", "Monday nights raid").
    """
    after = match.after()
    if after in _BLOWS:
        return True
    return (
        not match.has("nights")
        and after.isalpha()
        and after not in _NOT_OF_A_DAY
        and match.before() not in _COMES_AGAIN
    )


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
    if match.word("half") == "night":
        half = "p" if _NIGHTFALL <= hour < 12 else "a"  # "8:15 Tuesday night", "at two in the night"
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 24 and (minute or 0) < 60 else (None, None)


def clock(match: Match) -> Draft | None:
    """ "10:30", "7 p.m.", "0930 GMT", "five o'clock": an hour of a day that other words name."""
    hour, minute = _clock(match)
    if match.before().isdecimal() and match.before(2) in HYPHENS and match.before(4) in HYPHENS:
        return None  # the stamp of an agency: "12-10-99 1643EST"
    if hour is None or (
        match.has("ampm") and match.word("ampm") in {"am", "pm"} and not match.word("clock")[-1:].isdigit()
    ):
        return None
    part = PARTS.get(match.word("half"))
    meaning = Calendar(hour=hour, minute=minute, part=part)
    return Draft(kind="TIME", meaning=meaning, mod="APPROX" if match.has("approx") else None)


def hour_of_four(match: Match) -> Draft | None:
    """ "at 0500", "between 0630 and 0700", "at approximately 1330": an hour without a colon or a zone."""
    hour, minute = _clock(match)
    word, after = match.word("clock"), match.after()
    ends = after in _AFTER_HOUR or after.startswith("\n") or after in WEEKDAYS
    if hour is None or not _stands_as_hour(match) or not (ends or word.startswith("0")):
        return None
    # Logs and broadcasts write hours so, mostly rough ones, of a zone not named: their bounds are those of the day.
    part = next(name for until, name in _PARTS_UNTIL if hour < until)
    meaning = Calendar(hour=hour, minute=minute, part=part)
    return Draft(kind="TIME", meaning=meaning, mod="APPROX" if match.has("approx") else None)


def hour_of_soldiers(match: Match) -> Draft | None:
    """ "At 2330 hours", "by 0530 hours local time"; not "for 1200 hours"."""
    led = match.before() in _BEFORE_HOUR - {"after", "before"}
    return clock(match) if led and match.word("hours") == "hours" and match.after() != "of" else None


def hour_at_night(match: Match) -> Draft | None:
    """ "At 10 at night"; not "killed 10 at night", "one by one at night"."""
    return clock(match) if match.before() in {"at", "between", "from", "until"} or match.has("approx") else None


def _stands_as_hour(match: Match) -> bool:
    """Whether the words before four digits make them an hour: "at", "between 0630 and"; not "from 2004 to"."""
    word, before, first = match.word("clock"), match.before(), match.before(2)
    if before in {"and", "to"} and first.isdecimal() and len(first) == 4:
        return not (_is_year(first) and _is_year(word))
    return before in (_BEFORE_HOUR if word.startswith("0") else {"at"})


def _is_year(digits: str) -> bool:
    """Whether four digits can be a year of which news speak."""
    return "1000" <= digits <= "2100"


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


RULES = (
    Rule(f"{_APPROX} (?P<clock> hhmm | year )", hour_of_four),
    Rule(f"(?: (?P<edge> {{EDGE}} ) on? )? {WHICH} (?P<wd> {{WD}} ) {_AT} {_WEEK}", weekday),
    Rule(
        "(?: the? (?: (?P<edge> {EDGE} ) hyphen? )? (?P<part> part | moment | night ) units? (?: of | on )? )"
        " (?P<wd> {WD} )",
        weekday,
    ),
    Rule(
        "approx? (?P<clock> clock ) (?P<ampm> ampm )? {ZONE}? time? comma? on?"
        " (?P<wd> {WD} ) (?P<half> part | night )?",
        weekday,
    ),
    Rule(
        "approx? (?P<clock> small | digits ) (?P<ampm> ampm ) {ZONE}? time? comma? on? (?P<wd> {WD} )"
        " (?P<half> part | night )?",
        weekday,
    ),
    Rule("approx? (?P<clock> small | number ) oclock comma? on? (?P<wd> {WD} ) (?P<half> part | night )?", weekday),
    Rule("(?P<clock> small ) (?P<wd> {WD} ) (?P<half> part | night )", hour_of_weekday),
    Rule(f"{_PART_OF} {WEEKDAY} {DAY} {MONTH} {DOT} {TAIL}", clock_and_day),
    Rule(f"{_PART_OF} {WEEKDAY} {MONTH} {DOT} {DAY} {TAIL}", clock_and_day),
    Rule(f"{_HOUR} {WEEKDAY} {DAY} {MONTH} {DOT} {TAIL}", clock_and_day),
    Rule(f"{_HOUR} {WEEKDAY} {MONTH} {DOT} {DAY} {TAIL}", clock_and_day),
    Rule(f"{_APPROX} (?P<clock> clock | small | digits | hhmm ) (?P<ampm> ampm ) (?: {{ZONE}} time? )?", clock),
    Rule(f"{_APPROX} (?P<clock> clock ) hrs? (?: {{ZONE}} time? )?", clock),
    Rule(f"{_APPROX} (?P<clock> digits | hhmm | year ) (?: {{ZONE}} time? | hrs )", clock),
    Rule(f"{_APPROX} (?P<clock> hhmm | year ) (?P<hours> units ) (?: {{ZONE}} time? )?", hour_of_soldiers),
    Rule(f"{_APPROX} (?P<clock> clock | number | small ) oclock? at (?P<half> night )", hour_at_night),
    Rule(f"{_APPROX} (?P<clock> number | small ) oclock", clock),
    Rule(f"{_APPROX} (?P<clock> clock | number | small ) oclock? in the (?P<half> part )", clock),
)
