"""The grammar of units counted from a day: "last month", "the past 48 hours", "three weeks ago", "the day before"."""

from __future__ import annotations

from situate.text.numbers import parse_ordinal
from situate.text.patterns import Match
from situate.text.times.counts import APPROX, COUNT, KIND, SPEND, begins_with_a_thing, count_of, mod_of
from situate.text.times.meaning import Anaphor, Calendar, Kind, Length, Meaning, Repeated, Shifted, Vague, Window
from situate.text.times.rules import SAME, Draft, Rule, begins_a_clause, edge_of, in_a_title
from situate.text.times.words import SEASONS, UNITS, WEEKDAYS

_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "latest": 0, "next": 1, "coming": 1, "upcoming": 1}
_FROM_TEXT = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}
_FINE = frozenset({"minute", "second", "hour"})
_STRETCHES = frozenset({"in", "over", "during", "within", "for"})  # "over the last year": the twelve months before
_STRETCHES_ON = _STRETCHES | {"by", "into", "through", "throughout", "of"}  # "over the next year": the one that begins
_NARRATED = frozenset({"week", "month", "year"})  # "he left in 1996 and came back the next year"
_GOES_ON = frozenset({"of", "to", "before", "after", "that", "when"})
# What goes on with what a week or a year is ("the week ending 8 May", "the year the war began").
_IS_TOLD = frozenset({"ending", "ended", "beginning", "starting", "the", "he", "she", "they", "it", "we"})
_CAN_LAST = frozenset({"to", "will", "would", "can", "could", "may", "might", "should"})  # "to last six weeks"
_PARTS_OF = frozenset({"months", "weeks", "half", "quarter", "rest", "remainder", "most", "much", "part"})
_EDGE = (
    "(?: (?: the )? (?P<edge> early | late | mid | middle | begin | ends | earlier | later ) (?: hyphen | of | in )? )?"
)
_REL = (
    "(?P<rel> last | this? past | previous | next | coming | (?<= the ) following | this | current | that? same | that"
    " | latest )"
)
_AWAY = (
    "(?P<rel> last | (?: this | these )? past | next | coming | recent | (?<= the | in ) following | previous | ordinal"
    " | final )"
)

# Words behind "that" where it stands for what was told, not for what they name.
_BEHIND_THAT = frozenset(
    [
        ",",
        ".",
        ";",
        "the",
        "a",
        "an",
        "they",
        "he",
        "she",
        "it",
        "we",
        "i",
        "his",
        "her",
        "their",
        "its",
        "our",
        "there",
        "and",
        "but",
    ]
)


def whole_unit(match: Match) -> Draft | None:
    """ "last month", "early next year", "this week", "the previous day", "that night"."""
    if match.word("unit") not in UNITS or in_a_title(match, match.found.start("unit")) or begins_a_clause(match):
        return None
    rel, unit = match.words("rel")[-1], UNITS[match.word("unit")]
    if unit == "quarter" and "century" in {match.after(), match.after(2)}:
        return None
    if unit == "minute" and rel == "last" and match.before() not in _STRETCHES:
        return None  # "at the last minute"
    if unit in _FINE and rel not in {"past", "last", "next", "previous", "following"}:
        return None
    if rel in SAME and unit == "night":
        return Draft(kind="TIME", meaning=Anaphor(unit="day", part="NI"), mod=edge_of(match))
    if rel in SAME:
        told = Draft(kind="DATE", meaning=Anaphor(unit=unit), mod=edge_of(match))
        return None if unit == "quarter" and rel == "that" else told
    if rel in _FROM_TEXT:
        meaning = Shifted(amount=_FROM_TEXT[rel], unit=unit, from_text=True)
        return Draft(kind=_kind_of(unit), meaning=meaning, mod=edge_of(match))
    return _of_report(match, rel, unit)


def _of_report(match: Match, rel: str, unit: str) -> Draft | None:
    """ "Last month", "this week": a unit, or a stretch of its length, that lies beside the day of the report."""
    the = match.tagged.word(match.found.start("rel") - 1) == "the"
    decade = the and unit == "decade" and rel in {"last", "next"} and match.after() != "of"  # ten years, no calendar's
    stretch = rel == "last" and the and unit in {"day", "week", "month", "year"}
    stretch = stretch and match.before() in (_STRETCHES - {"for"} if unit == "day" else _STRETCHES | SPEND)
    if rel in {"past", "coming", "upcoming"} or (rel in {"last", "next"} and unit in _FINE) or stretch or decade:
        return _stretch(match, rel, unit)
    if rel == "last" and (unit == "day" or (the and match.after() == "of")):
        return None
    if rel == "next" and the and (unit == "day" or (unit in _NARRATED and match.before() not in _STRETCHES_ON)):
        return Draft(kind="DATE", meaning=Shifted(amount=1, unit=unit, from_text=True), mod=edge_of(match))
    if rel == "latest" and (unit == "quarter" or match.has("fiscal")):
        return Draft(kind="DATE", meaning=Shifted(amount=-1, unit=unit))  # the last that is complete
    return _bounded_unit(match, unit, _STEP[rel])


def _stretch(match: Match, rel: str, unit: str) -> Draft:
    """ "The past year", "over the last year", "the coming week"; "the past weekend" is the one that was last."""
    if unit == "weekend":
        return _bounded_unit(match, unit, 1 if rel in {"coming", "upcoming"} else 0)
    named = rel not in {"last", "next"} and unit in {"week", "month", "year"}
    meaning = Window(amount=1, unit=unit, direction=_STEP[rel], named=named)
    return Draft(kind="DURATION", meaning=meaning, mod=edge_of(match))


def _bounded_unit(match: Match, unit: str, step: int) -> Draft:
    """A unit, or the month that "the beginning of the year" means; of last night reports mostly tell the evening."""
    if unit == "night" and step == -1:
        return Draft(kind="TIME", meaning=Shifted(amount=-1, unit="day", part="NI"), mod=edge_of(match))
    if unit == "year" and match.has("edge") and match.words("edge")[0] in {"beginning", "start", "outset"}:
        return Draft(kind="DATE", meaning=Calendar(month=1, shift=step), mod="START")
    return Draft(kind=_kind_of(unit), meaning=Shifted(amount=step, unit=unit), mod=edge_of(match))


def _kind_of(unit: str) -> Kind:
    """A night is a time of the day in TimeML; longer units are dates."""
    return "TIME" if unit == "night" else "DATE"


def the_unit(match: Match) -> Draft | None:
    """ "earlier in the week", "the end of the month", "over the weekend": the one of the report."""
    unit = UNITS[match.word("unit")]
    if begins_a_clause(match):
        return None
    if match.word("unit") == "weekends":
        return Draft(kind="SET", meaning=Repeated(unit="weekend"))
    if unit == "weekend" and (parse_ordinal(match.before()) or match.before() in {"day", "holiday"}):
        return None  # "the first weekend in May", "the Founders' Day weekend"
    if unit == "year" and match.after() in {"ended", "ending"}:
        return Draft(kind="DURATION", meaning=Window(amount=1, unit=unit))
    led = unit == "weekend" or match.before() in {"during", "in", "throughout"}
    led = led or (unit in {"week", "month", "year"} and match.before() == "for")
    led = led or (unit in {"week", "month", "year"} and match.before() == "of" and match.before(2) in _PARTS_OF)
    if match.after() in {"'s", "’s"}:
        led = unit in {"week", "month"}  # "the week's worst attack"; a year's or a day's may be that of the text
    goes_on = (
        {"of"} if unit == "weekend" and match.before() in {"at", "over"} else _GOES_ON
    )  # "said over the weekend that"
    told = match.after() in goes_on or (unit != "weekend" and match.after() in _IS_TOLD)
    if not match.has("edge") and (not led or told):
        return None
    if unit in {"minute", "second", "hour", "quarter", "fortnight", "night"}:
        return None
    if unit == "day" and match.words("edge")[:1] not in (["earlier"], ["later"], ["early"], ["late"]):
        return None
    if unit == "day" and (match.after() in WEEKDAYS or (match.after() == "on" and match.after(2) in WEEKDAYS)):
        return None  # "late in the day Tuesday"
    if unit == "day":  # "earlier in the day": of that which was told
        return Draft(kind="DATE", meaning=Shifted(amount=0, unit=unit, from_text=True), mod=edge_of(match))
    return _bounded_unit(match, unit, 0)


def the_quarter(match: Match) -> Draft | None:
    """ "in the quarter", "the latest period": the one that the text speaks of."""
    led = match.has("period") or (match.before() in {"in", "for", "during"} and match.after() != "of")
    return Draft(kind="DATE", meaning=Anaphor(unit="quarter")) if led else None


def window(match: Match) -> Draft | None:
    """ "the past 48 hours", "the last few days", "recent weeks", "the next two months"."""
    if match.word("unit") not in UNITS:
        return None
    rel, unit = match.words("rel")[-1], UNITS[match.word("unit")]
    if ("quarter" in match.words("count") and unit != "century") or (rel == "last" and match.before() in _CAN_LAST):
        return None
    if begins_with_a_thing(match):
        return None
    low, high = count_of(match)
    if rel in {"final", "first", "previous", "preceding", "prior", "following", "second"} or (
        rel == "these" and match.has("count")
    ):
        return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit)) if match.has("count") else None
    if rel == "recent" and low is not None:  # "over the most recent five years"
        return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit))
    if rel == "recent":
        return Draft(kind="DURATION" if unit != "day" else "DATE", meaning=Window(amount=None, unit=unit, named=True))
    direction = 1 if rel in {"next", "coming", "upcoming"} else -1
    if rel == "these" and not match.has("count"):
        return Draft(kind="DATE", meaning=Vague(reference="PRESENT_REF")) if unit == "day" else None
    if not match.has("count") and rel not in {"coming", "past"}:
        return None
    meaning = Window(
        amount=high, unit=unit, direction=direction, named=not match.has("count"), about=low != high,
    )  # fmt: skip
    return Draft(kind="DURATION", meaning=meaning, mod=mod_of(match))


def distant(match: Match) -> Draft | None:
    """ "three weeks ago", "a year earlier", "ten days after that"; only "ago" counts from the report, not the text."""
    unit, way = UNITS[match.word("unit")], match.word("way")
    if begins_with_a_thing(match) or (way == "on" and match.after() != ","):
        return None  # "two days on the road"
    if way in {"after", "before"} and match.after() not in _BEHIND_THAT:
        return None  # "two days after that attack"
    low, high = count_of(match) if match.has("count") else (None, None)
    amount = None if low is None or high is None else high if high == low else None
    sign = 1 if way in {"later", "from now", "on", "after"} else -1
    vague = amount is None and low is not None
    amount = (low + high) / 2 if vague and low is not None and high is not None else amount
    amount = amount + 0.5 if amount is not None and match.has("half") else amount
    meaning = Shifted(
        amount=None if amount is None else sign * amount,
        unit=unit,
        aligned=False,
        from_text=way not in {"ago", "from now"},
    )
    if amount is None and way == "from now":
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF")) if match.has("count") else None
    if amount is None and way != "ago":
        return Draft(kind="DURATION", meaning=Length(low=None, high=None, unit=unit)) if match.has("count") else None
    return Draft(kind="DATE", meaning=meaning, mod=mod_of(match) or ("APPROX" if vague or match.has("about") else None))


def and_a_half(match: Match) -> Draft:
    """ "The past year and a half"."""
    direction = 1 if match.words("rel")[-1] in {"next", "coming", "upcoming"} else -1
    return Draft(kind="DURATION", meaning=Window(amount=1.5, unit=UNITS[match.word("unit")], direction=direction))


def ago_to_the_day(match: Match) -> Draft | None:
    """ "Two years ago this month", "a year ago next May", "ten years ago this summer": the month or season of then.

    "Five years ago Sunday" is told by its month; "a week ago today" by its day.
    """
    low, high = count_of(match)
    unit, named, to = UNITS[match.word("unit")], match.word("to"), match.word("rel")
    if unit not in {"year", "week"} or low is None or low != high:
        return None
    if unit == "week" and match.has("wd"):
        return Draft(kind="DATE", meaning=Calendar(weekday=WEEKDAYS[match.word("wd")], week=-int(low)))
    if unit == "week":
        today = Draft(kind="DATE", meaning=Shifted(amount=-7 * low, unit="day"))
        return today if match.word("today") == "today" else None
    if named in SEASONS:
        return Draft(kind="DATE", meaning=Calendar(season=SEASONS[named], shift=-int(low))) if to == "this" else None
    if to in {"last", "next"} and named != "month":
        return None
    months = _STEP.get(to, 0) - 12 * low
    return Draft(kind="DATE", meaning=Shifted(amount=months, unit="month", aligned=False), mod=mod_of(match))


def beside(match: Match) -> Draft | None:
    """ "the day before", "the week after", at the end of their clause: counted from what was told last."""
    if match.after() not in {".", ",", ";", "", ":", ")", "in", "at", "near", "by", "and", "but"}:
        return None
    unit, step = UNITS[match.word("unit")], -1 if match.has("back") else 1
    part = "NI" if unit == "night" else None
    meaning = Shifted(amount=step, unit="day" if part else unit, from_text=True, part=part)
    return Draft(kind="TIME" if part else "DATE", meaning=meaning)


def before_last(match: Match) -> Draft | None:
    """ "the night before last", "the week before last"."""
    unit = UNITS[match.word("unit")]
    if unit == "night":
        return Draft(kind="TIME", meaning=Shifted(amount=-2, unit="night"))
    return Draft(kind="DATE", meaning=Shifted(amount=-2, unit=unit)) if unit in {"week", "month", "year"} else None


def middle(match: Match) -> Draft | None:
    """ "By mid-year", "midweek", "midyear"."""
    unit = UNITS[match.word("unit")]
    return Draft(kind="DATE", meaning=Shifted(amount=0, unit=unit), mod="MID") if unit in _NARRATED else None


def year_edge(match: Match) -> Draft | None:
    """ "year-end", "year's end", "by month's end"."""
    unit = UNITS[match.word("unit")]
    meaning: Meaning = Shifted(amount=0, unit=unit)
    return Draft(kind="DATE", meaning=meaning, mod="END") if unit in {"year", "month", "week"} else None


def year_earlier(match: Match) -> Draft | None:
    """ "year-earlier", "the year-ago quarter", "the year-ago third quarter"."""
    unit = UNITS[match.word("unit")]
    if match.has("ord"):
        number = parse_ordinal(match.word("ord")) or 0
        named = unit == "year" and 1 <= number <= 4
        return Draft(kind="DATE", meaning=Calendar(quarter=number, shift=-1)) if named else None
    meaning = Shifted(amount=-1, unit=unit, aligned=unit != "year")
    return Draft(kind="DATE", meaning=meaning) if unit in {"year", "month", "week"} else None


RULES = (
    Rule(
        f"{_EDGE} the? {_REL} (?P<fiscal> fiscal )? (?P<unit> {{UNIT}} | weekend | quarter ) (?: or so )?", whole_unit
    ),
    Rule(f"{_EDGE} the (?: fiscal | full )? (?P<unit> {{UNIT}} | weekend )", the_unit),
    Rule("(?P<unit> weekend )", the_unit),
    Rule(
        f"the? {_AWAY} {COUNT}? more? {KIND} (?P<unit> units | nights | weekend | season | hrs ) (?: or so )?", window
    ),
    Rule(f"the? {_AWAY} (?P<count> (?: half | quarter ) hyphen? ) (?P<unit> unit )", window),
    Rule("the? (?P<rel> last | this? past | next | coming ) (?P<unit> unit ) and a half", and_a_half),
    Rule(f"the? (?P<rel> these ) {COUNT}? (?P<unit> units )", window),
    Rule(
        f"{APPROX} {COUNT} (?P<unit> {{ANY}} ) (?P<half> and a half )? (?P<about> or so )?"
        " (?P<way> ago | earlier | later | from vague | on )",
        distant,
    ),
    Rule(f"{APPROX} {COUNT} (?P<unit> {{ANY}} ) (?P<way> after | before ) that", distant),
    Rule(
        f"{APPROX} {COUNT} (?P<unit> unit | units ) ago"
        " (?: (?P<rel> this | last | next ) (?P<to> unit | season | fall ) | (?P<today> today ) | (?P<wd> weekday ) )",
        ago_to_the_day,
    ),
    Rule("(?P<unit> units ) (?P<way> ago )", distant),
    Rule("the (?P<unit> {UNIT} ) (?: (?P<back> before ) | after )", beside),
    Rule("the (?P<unit> {UNIT} | weekend ) before last", before_last),
    Rule("the (?P<unit> quarter )", the_quarter),
    Rule("the latest (?P<period> period )", the_quarter),
    Rule("(?P<unit> unit ) (?: hyphen | poss )? ends", year_edge),
    Rule("mid hyphen? (?P<unit> unit )", middle),
    Rule("(?P<unit> midunit )", middle),
    Rule("the? (?P<unit> unit ) hyphen (?: earlier | ago ) (?: (?P<ord> ordinal )? quarter | period )?", year_earlier),
)
