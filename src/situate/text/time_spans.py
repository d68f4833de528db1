"""The grammar of relative times, lengths and repetitions: "last month", "three weeks ago", "for years", "daily"."""

from __future__ import annotations

from situate.text.numbers import SMALL, parse_number, parse_ordinal
from situate.text.patterns import Match
from situate.text.time_dates import Draft, Rule, edge_of
from situate.text.time_meaning import Anaphor, Calendar, Kind, Length, Meaning, Repeated, Shifted, Vague, Window
from situate.text.time_words import DAYS, LESS_OR_MORE, MONTHS, PARTS, QUANTIFIERS, SETS, UNITS, VAGUE, WEEKDAYS

_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "latest": 0, "next": 1, "coming": 1, "upcoming": 1}
_FROM_TEXT = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}
_SAME = frozenset({"that", "same", "those"})
HYPHENS = frozenset({"-", "‑", "–"})
HALF = frozenset({"half", "1/2", "½"})


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
    if not words or words[-1] == "few" or words[-1] in QUANTIFIERS:
        return None, None
    if words[-1] == "couple":
        return 2, 2
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
    value = parse_number(words)
    value = value + 0.5 if half and value is not None else value
    return value, value


_STRETCHES = frozenset({"in", "over", "during", "within", "for"})  # "over the last year": the twelve months before


def whole_unit(match: Match) -> Draft | None:
    """ "last month", "early next year", "this week", "the previous day", "that night"."""
    if match.word("unit") not in UNITS:
        return None
    rel, unit = match.words("rel")[-1], UNITS[match.word("unit")]
    mod = edge_of(match)
    if _in_a_title(match, match.found.start("unit")):
        return None
    if unit in {"minute", "second", "hour"} and rel not in {"past", "last", "next", "previous", "following"}:
        return None
    if rel in _SAME:
        if unit == "quarter" and rel == "that":
            return None
        if unit == "night":
            return Draft(kind="TIME", meaning=Anaphor(unit="day", part="NI"), mod=mod)
        return Draft(kind="DATE", meaning=Anaphor(unit=unit), mod=mod)
    if rel in _FROM_TEXT:
        kind = _kind_of(unit)
        return Draft(kind=kind, meaning=Shifted(amount=_FROM_TEXT[rel], unit=unit, from_text=True), mod=mod)
    the = match.tagged.word(match.found.start("rel") - 1) == "the"
    hours = unit in {"minute", "hour", "second"}
    stretch = rel == "last" and the and unit in {"week", "month", "year"} and match.before() in _STRETCHES
    if rel in {"past", "coming", "upcoming"} or (rel in {"last", "next"} and hours) or stretch:
        return _stretch_of(match, rel, unit)
    if rel == "last" and the and match.after() == "of":
        return None
    if rel == "next" and the and unit == "day":
        return Draft(kind="DATE", meaning=Shifted(amount=1, unit=unit, from_text=True), mod=mod)
    if rel == "latest" and (unit == "quarter" or match.has("fiscal")):
        return Draft(kind="DATE", meaning=Shifted(amount=-1, unit=unit))  # the last that is complete
    return _bounded_unit(match, unit, _STEP[rel])


def _stretch_of(match: Match, rel: str, unit: str) -> Draft:
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


_PARTS_OF = frozenset({"months", "weeks", "half", "quarter", "rest", "remainder", "most", "much", "part"})


def the_unit(match: Match) -> Draft | None:
    """ "earlier in the week", "the end of the month", "over the weekend": the one of the report."""
    unit = UNITS[match.word("unit")]
    if match.word("unit") == "weekends":
        return Draft(kind="SET", meaning=Repeated(unit="weekend"))
    if unit == "year" and match.after() in {"ended", "ending"}:
        return Draft(kind="DURATION", meaning=Window(amount=1, unit=unit))
    led = unit == "weekend" or match.before() in {"during", "in", "throughout"}
    led = led or (unit in {"week", "month", "year"} and match.before() == "for")
    led = led or (unit == "year" and match.before() == "of" and match.before(2) in _PARTS_OF)
    if match.after() in {"'s", "’s"}:
        led = unit in {"week", "month"}  # "the week's worst attack"; a year's or a day's may be that of the text
    if not match.has("edge") and (not led or match.after() in {"of", "to", "before", "after", "that", "when"}):
        return None
    if unit in {"minute", "second", "hour", "quarter", "fortnight", "night"}:
        return None
    if unit == "day" and match.words("edge")[:1] not in (["earlier"], ["later"], ["early"], ["late"]):
        return None
    return _bounded_unit(match, unit, 0)


def the_quarter(match: Match) -> Draft | None:
    """ "in the quarter": the one that the text speaks of."""
    led = match.before() in {"in", "for", "during"} and match.after() != "of"
    return Draft(kind="DATE", meaning=Anaphor(unit="quarter")) if led else None


def window(match: Match) -> Draft | None:
    """ "the past 48 hours", "the last few days", "recent weeks", "the next two months"."""
    if match.word("unit") not in UNITS:
        return None
    rel, unit = match.words("rel")[-1], UNITS[match.word("unit")]
    low, high = count_of(match)
    if rel in {"final", "first", "previous", "preceding", "prior", "following", "second"} or (
        rel == "these" and match.has("count")
    ):
        return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit)) if match.has("count") else None
    if rel == "recent":
        return Draft(kind="DURATION" if unit != "day" else "DATE", meaning=Window(amount=None, unit=unit, named=True))
    direction = 1 if rel in {"next", "coming", "upcoming"} else -1
    if rel == "these" and not match.has("count"):
        return Draft(kind="DATE", meaning=Vague(reference="PRESENT_REF")) if unit == "day" else None
    if not match.has("count") and rel not in {"coming", "past"}:
        return None
    meaning = Window(amount=high, unit=unit, direction=direction, named=not match.has("count"))
    return Draft(kind="DURATION", meaning=meaning, mod=mod_of(match))


def distant(match: Match) -> Draft | None:
    """ "three weeks ago", "a year earlier", "two days later"; "ago" counts from the report, the rest from the text."""
    unit, way = UNITS[match.word("unit")], match.word("way")
    low, high = count_of(match) if match.has("count") else (None, None)
    amount = None if low is None or high is None else high if high == low else None
    sign = 1 if way in {"later", "from now"} else -1
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


def length(match: Match) -> Draft | None:
    """ "three years", "a three-year siege", "nearly two months", "half an hour", "16-hour"; ages are left out."""
    unit = UNITS[match.word("unit")]
    if match.has("age") or match.after() == "old" or (match.after() in {"-", "‑"} and match.after(2) == "old"):
        return None
    low, high = count_of(match)
    words = match.words("count")
    if unit == "quarter" and (match.tagged.word(match.found.start("unit") - 1) in HYPHENS or match.after() == "of"):
        return None  # three-quarters of something
    if match.has("half"):
        low, high = (1.5, 1.5) if low is None or high is None else (low + 0.5, high + 0.5)
        return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit), mod=mod_of(match))
    if words in (["a"], ["an"]):
        return None if match.word("unit").endswith("s") else _a_unit(match, unit)
    if words == ["some"] and not match.word("unit").endswith("s"):
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF")) if unit == "day" else None
    if words == ["one"] and unit == "day" and _is_some_day(match):
        ahead = match.before() in _MODALS or any(match.after(n) in {"will", "would"} for n in (1, 2, 3))
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF")) if ahead else None
    return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit), mod=mod_of(match))


def several(match: Match) -> Draft | None:
    """ "a several-day march"; hours so long date nothing."""
    return None if UNITS[match.word("unit")] in {"hour", "minute", "second"} else length(match)


_MODALS = frozenset({"will", "would", "could", "may", "might", "can"})


def _is_some_day(match: Match) -> bool:
    """Whether "one day" is no length but some day ("he hoped one day to return")."""
    led = match.has("approx") or match.before() in {
        "for",
        "in",
        "within",
        "after",
        "by",
        "than",
        "least",
        "only",
        "just",
    }
    return not led and match.after() not in {"'s", "’s", "-", "after", "before"}


# Words after which "a day" or "a year" is a length; elsewhere it mostly is a rate or a figure of speech.
_BEFORE_LENGTH = frozenset(
    {
        "for", "in", "within", "after", "over", "during", "about", "around", "nearly", "almost", "least", "than",
        "every", "under", "lasted", "lasts", "last", "took", "takes", "once", "twice", "times", "of", "up",
    }
)  # fmt: skip


# Words after which "a year" is a rate.
_BEFORE_RATE = frozenset(
    {"once", "twice", "times", "million", "billion", "thousand", "dollars", "cents", "euros", "percent", "%"}
)


def _a_unit(match: Match, unit: str) -> Draft | None:
    before = match.before()
    if before in _BEFORE_RATE or before.isdigit() or (before[:1].isdigit() and before[-1:].isdigit()):
        return Draft(kind="SET", meaning=Repeated(unit=unit))
    if (
        match.has("approx")
        or before in _BEFORE_LENGTH
        or match.has("long")
        or match.after() in {"after", "before", "or", "and"}
    ):
        return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=unit), mod=mod_of(match))
    return None


def bare_units(match: Match) -> Draft | None:
    """ "for years", "months-long", "weeks of fighting", "centuries"; other bare plurals are no expression."""
    unit = UNITS[match.word("unit")]
    before, after = match.before(), match.after()
    led = before in {
        "for",
        "after",
        "within",
        "over",
        "took",
        "lasted",
        "in",
        "just",
        "only",
        "by",
        "spent",
        "many",
    }
    led = led or match.has("long") or (after in {"of", "before", "after", "later", "earlier"} and before != "the")
    if not led or (unit in {"second", "minute"} and after == "of") or (unit == "quarter" and before in HYPHENS):
        return None
    if before in {"'s", "’s", "the", "these", "those", "early", "late", "wee", "small", "all"}:
        return None
    return Draft(kind="DURATION", meaning=Length(low=None, high=None, unit=unit))


def units_of_course(match: Match) -> Draft | None:
    """ "over the years", "in the weeks after the raid": a number of them that is not told."""
    led = match.before() in {"over", "through", "throughout", "down"}
    led = led or match.after() in {"since", "before", "after", "following", "leading"}
    unit = UNITS[match.word("unit")]
    return Draft(kind="DURATION", meaning=Length(low=None, high=None, unit=unit)) if led else None


def units_ahead(match: Match) -> Draft | None:
    """ "the weeks ahead", "months to come"."""
    return Draft(kind="DURATION", meaning=Window(amount=None, unit=UNITS[match.word("unit")], direction=1))


def one_more(match: Match) -> Draft | None:
    """ "another week", "an additional year", "a full month"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=UNITS[match.word("unit")]))


def one_or_two(match: Match) -> Draft | None:
    """ "a day or two"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=2, unit=UNITS[match.word("unit")]), mod="APPROX")


def all_of_it(match: Match) -> Draft | None:
    """ "all day", "the whole week"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=UNITS[match.word("unit")]))


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


def long_unit(match: Match) -> Draft | None:
    """ "a weeklong push"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=UNITS[match.word("unit")]))


def repeated(match: Match) -> Draft | None:
    """ "every night", "every other day", "each Thursday", "every six months", "per day"."""
    word = match.word("unit")
    if word in WEEKDAYS:
        return Draft(kind="SET", meaning=Repeated(unit="weekday", weekday=WEEKDAYS[word]))
    if word in MONTHS:
        return Draft(kind="SET", meaning=Repeated(unit="month", month=MONTHS[word]))
    if word in PARTS:
        return Draft(kind="SET", meaning=Repeated(unit="day", part=PARTS[word]))
    low, _ = count_of(match) if match.has("count") else (1.0, 1.0)
    amount = 2.0 if match.has("alternate") else low if low is not None else 1.0
    return Draft(kind="SET", meaning=Repeated(unit=UNITS[word], amount=amount))


def set_word(match: Match) -> Draft | None:
    """ "daily", "hourly"; "weekly" after a capital is a newspaper."""
    if match.tagged.is_capital(match.start) and match.tagged.is_capital(match.start - 1) and match.before() != ".":
        return None
    if match.tagged.is_capital(match.start) and match.tagged.is_capital(match.end):
        return None
    return Draft(kind="SET", meaning=Repeated(unit=SETS[match.word("set")]))


def day(match: Match) -> Draft | None:
    """ "today", "yesterday morning", "late yesterday", "the day before yesterday", "tonight"; not "USA Today"."""
    word = match.word("day")
    if _in_a_title(match, match.found.start("day")):
        return None
    amount = DAYS[word] + (DAYS[word] if match.has("twice") else 0)
    part = PARTS.get(match.word("part")) or PARTS.get(match.word("first")) or PARTS.get(word)
    meaning = Shifted(amount=amount, unit="day", part=part)
    return Draft(kind="TIME" if part else "DATE", meaning=meaning, mod=edge_of(match))


def _in_a_title(match: Match, word: int) -> bool:
    """Whether a word is written with a capital right after another one: part of the name of a paper or a programme."""
    return (
        match.tagged.is_capital(word) and match.tagged.is_capital(word - 1) and not match.tagged.quote(word).isupper()
    )


def part_of_day(match: Match) -> Draft | None:
    """ "this morning", "last night", "overnight", "the evening", "at dawn"."""
    word, rel = match.word("part"), match.words("rel")[-1] if match.has("rel") else ""
    part, mod = PARTS[word], edge_of(match)
    if word == "overnight":
        return Draft(kind="TIME", meaning=Shifted(amount=-1, unit="night", part="NI"))
    if rel in _SAME:
        return Draft(kind="TIME", meaning=Anaphor(unit="day", part=part), mod=mod)
    if rel in {"last", "past"}:
        return (
            Draft(kind="TIME", meaning=Shifted(amount=-1, unit="day", part=part), mod=mod)
            if word in {"night", "evening"}
            else None
        )
    if rel in {"this", "tonight"}:
        return Draft(kind="TIME", meaning=Shifted(amount=0, unit="day", part=part), mod=mod)
    if rel in {"next", "following", "previous", "preceding", "prior"}:
        step = 1 if rel in {"next", "following"} else -1
        return Draft(kind="TIME", meaning=Shifted(amount=step, unit="day", part=part, from_text=True), mod=mod)
    if rel:
        return None
    led = match.before() in {
        "in",
        "during",
        "since",
        "until",
        "till",
        "by",
        "at",
        "from",
        "before",
        "after",
        "to",
        "all",
    }
    if not led and not match.has("edge") and word not in {"dawn", "midnight", "noon", "midday", "dusk"}:
        return None
    if (
        word in {"night", "evening", "morning", "afternoon"}
        and not match.has("the")
        and not match.has("edge")
        and match.before() != "at"
    ):
        return None
    return Draft(kind="TIME", meaning=Calendar(part=part), mod=mod)


def vague(match: Match) -> Draft | None:
    """ "now", "currently", "recently", "the future", "in the past"."""
    word = match.words("vague")[-1]
    if word == "soon" and (match.before() == "as" or match.after() in {"after", "as"}):
        return None
    if word == "future":
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF"))
    if word == "past":
        after = match.after()
        counts = after.isdigit() or after in SMALL or after in {"few", "couple", "several", "many", "half", "dozen"}
        if match.before() not in {"in", "from", "of"} or counts or after in {"the", "a", "tense", "participle"}:
            return None
        return Draft(kind="DATE", meaning=Vague(reference="PAST_REF"))
    return Draft(kind="DATE", meaning=Vague(reference=VAGUE[word]))  # type: ignore[arg-type]


def anaphor(match: Match) -> Draft | None:
    """ "at the time", "at that time", "since then"."""
    if match.has("then"):
        return Draft(kind="DATE", meaning=Anaphor(unit=None)) if match.before() in {"since", "until", "by"} else None
    if match.has("date"):
        return Draft(kind="DATE", meaning=Anaphor(unit="day"))
    if match.before() not in {"at", "by", "during", "around", "from"} or match.after() in {"of", "to", "when"}:
        return None
    if match.before() == "by" and match.tagged.word(match.start) == "the":
        return None  # "by the time they came" goes on with what it means
    return Draft(kind="DATE", meaning=Anaphor(unit=None))


def year_edge(match: Match) -> Draft | None:
    """ "year-end", "year's end"."""
    meaning: Meaning = Shifted(amount=0, unit="year")
    return Draft(kind="DATE", meaning=meaning, mod="END") if match.word("unit") == "year" else None


def year_earlier(match: Match) -> Draft | None:
    """ "year-earlier", "the year-ago quarter", "the year-ago third quarter"."""
    unit = UNITS[match.word("unit")]
    if match.has("ord"):
        number = parse_ordinal(match.word("ord")) or 0
        named = unit == "year" and 1 <= number <= 4
        return Draft(kind="DATE", meaning=Calendar(quarter=number, shift=-1)) if named else None
    meaning = Shifted(amount=-1, unit=unit, aligned=unit != "year")
    return Draft(kind="DATE", meaning=meaning) if unit in {"year", "month", "week"} else None


_AND_HALF = "(?: (?: hyphen? and hyphen? a hyphen? )? half )?"
_NUMS = "{NUM} (?: hyphen? {NUM} ){0,5}"
_NUMBER = f"(?: a scale (?: {{NUM}} ){{0,3}} | {_NUMS} ) (?: (?: to | or ) {_NUMS} )? {_AND_HALF}"
_COUNT = f"(?P<count> a? few | a? couple of? | quantifier | {_NUMBER} | a? half hyphen? a? | a )"
_APPROX = "(?: (?P<approx> approx | over (?= {NUM} | a ) | at (?: least | most ) | (?: more | less ) than | up to ) )?"
_EDGE = (
    "(?: (?: the )? (?P<edge> early | late | mid | middle | begin | ends | earlier | later ) (?: hyphen | of | in )? )?"
)

_REL = "(?P<rel> last | past | previous | next | coming | following | this | current | that? same | that | latest )"
_AWAY = "(?P<rel> last | past | next | coming | recent | following | previous | ordinal | final )"
_OLD = "(?P<age> hyphen? old )?"
_DAYPART = "(?P<part> part | night | moment"
_PART_EDGE = "(?: (?P<edge> early | late | mid | earlier | later ) hyphen? in? )?"
_PART_REL = "(?: (?P<rel> last | this | that? same | that | next | following | previous ) )?"

RULES = (
    Rule(f"{_EDGE} the? {_REL} (?P<fiscal> fiscal )? (?P<unit> {{UNIT}} | weekend | quarter )", whole_unit),
    Rule(f"{_EDGE} the (?: fiscal | full )? (?P<unit> {{UNIT}} | weekend )", the_unit),
    Rule("(?P<unit> weekend )", the_unit),
    Rule(f"the? {_AWAY} {_COUNT}? more? (?P<unit> units | nights | weekend | season )", window),
    Rule(f"the? (?P<rel> these ) {_COUNT}? (?P<unit> units )", window),
    Rule(
        f"{_APPROX} {_COUNT} (?P<unit> {{ANY}} ) (?P<half> and a half )? (?P<about> or so )?"
        " (?P<way> ago | earlier | later | from vague )",
        distant,
    ),
    Rule("(?P<unit> units ) (?P<way> ago )", distant),
    Rule(
        f"(?: the (?= {{NUM}} ) )? {_APPROX} {_COUNT} more? (?P<unit> {{ANY}} | weekend ) (?P<half> and a half )?"
        f" (?P<long> hyphen? long )? {_OLD}",
        length,
    ),
    Rule("(?P<count> quantifier ) hyphen (?P<unit> {UNIT} )", several),
    Rule(f"(?P<count> {_NUMBER} ) hyphen (?P<unit> {{ANY}} | longunit ) (?P<long> hyphen long )? {_OLD}", length),
    Rule("(?P<unit> units | nights ) (?: or units )? (?P<long> hyphen? long )?", bare_units),
    Rule("the (?P<unit> units )", units_of_course),
    Rule("the? (?P<unit> units ) (?: ahead | to come )", units_ahead),
    Rule("(?: another | a (?: extra | full ) ) (?P<unit> {UNIT} )", one_more),
    Rule("a (?P<unit> {UNIT} ) or number", one_or_two),
    Rule("(?: all | the whole ) (?P<unit> {UNIT} )", all_of_it),
    Rule("the (?P<unit> {UNIT} ) (?: (?P<back> before ) | after )", beside),
    Rule("the (?P<unit> {UNIT} | weekend ) before last", before_last),
    Rule("(?P<unit> {UNIT} ) (?P<long> hyphen long )", long_unit),
    Rule("(?P<unit> longunit )", long_unit),
    Rule(
        f"every (?: (?P<alternate> alternate ) | {_COUNT} )?"
        " (?P<unit> {ANY} | quarter | weekend | part | {WD} | month )",
        repeated,
    ),
    Rule("per (?P<unit> unit )", repeated),
    Rule("(?P<set> set )", set_word),
    Rule(
        "(?P<twice> the unit (?: before | after ) )? (?: (?P<edge> early | late | earlier | later ) on? )?"
        f" (?P<day> today ) (?: {_DAYPART} ) )?",
        day,
    ),
    Rule("(?: mid hyphen? )? (?P<first> part | moment ) (?P<day> today )", day),
    Rule("(?: (?P<edge> early | late | later ) )? (?P<day> tonight )", day),
    Rule(f"{_PART_EDGE} (?P<the> the )? {_PART_REL} {_DAYPART} | overnight )", part_of_day),
    Rule("(?P<vague> vague | current | (?: (?<= at ) present ) )", vague),
    Rule("the (?: near | coming | further )? (?P<vague> future | past )", vague),
    Rule("the (?P<unit> quarter )", the_quarter),
    Rule("(?: the | that ) time", anaphor),
    Rule("(?: that | the? same ) (?P<date> date )", anaphor),
    Rule("(?P<then> then )", anaphor),
    Rule("(?P<unit> unit ) (?: hyphen | poss )? ends", year_edge),
    Rule("the? (?P<unit> unit ) hyphen (?: earlier | ago ) (?: (?P<ord> ordinal )? quarter | period )?", year_earlier),
)
