"""The grammar of lengths and of what comes again: "three years", "for months", "a week-long push", "daily"."""

from __future__ import annotations

from situate.text.numbers import parse_ordinal
from situate.text.patterns import Match
from situate.text.times.counts import APPROX, COUNT, HYPHENS, KIND, NUMBER, SPEND, begins_with_a_thing, count_of, mod_of
from situate.text.times.meaning import Length, Repeated, Vague, Window
from situate.text.times.rules import Draft, Rule
from situate.text.times.words import MONTHS, PARTS, QUANTIFIERS, SEASONS, SETS, UNITS, WEEKDAYS

_MODALS = frozenset({"will", "would", "could", "may", "might", "can"})
# Words after which "a day" or "a year" is a length; elsewhere it mostly is a rate or a figure of speech.
_BEFORE_LENGTH = frozenset({
    "for", "in", "within", "after", "over", "during", "about", "around", "nearly", "almost", "least", "than",
    "every", "under", "lasted", "lasts", "last", "took", "takes", "times", "of", "up",
})  # fmt: skip
# Words after which "a year" tells how often, or of how much time.
_BEFORE_SET = frozenset({"times", "minutes", "hours", "days", "nights", "weeks", "months"})
# Words that end a sum or a share: "$3 million a year" is a rate, no time.
_SUMS = frozenset(
    {
        "thousand",
        "million",
        "billion",
        "trillion",
        "dollars",
        "cents",
        "pounds",
        "euros",
        "marks",
        "yen",
        "percent",
        "%",
    }
)
_BEFORE_COUNT = frozenset({"for", "in", "within", "after", "by", "than", "least", "only", "just"})  # of "one day"
# Words after which units without a count are a length ("for years"); elsewhere they are no expression.
_BEFORE_BARE = frozenset(
    {"for", "after", "within", "over", "take", "took", "lasted", "in", "just", "only", "by", "many"} | SPEND
)
# Words after which "over" is "more than": "for over a year"; in "repaid over five years" it is a preposition.
_BEFORE_OVER = frozenset({
    "for", "in", "after", "within", "with", "by", "just", "well", "little", "of", "since", "last", "lasted",
    "lasts", "took", "at", "back",
})  # fmt: skip
_OF_UNITS = frozenset({"course", "period"})  # "over the course of years"
_RANGES = frozenset({"miles", "mile", "kilometers", "kilometres", "km", "feet", "meters", "metres", "knots"})
_OLD = "(?P<age> hyphen? old )?"
_OLD_WORDS = frozenset({"old", "olds"})


def length(match: Match) -> Draft | None:
    """ "three years", "a three-year siege", "nearly two months", "half an hour", "16-hour"; ages are left out."""
    unit = UNITS[match.word("unit")]
    if _is_age(match) or (match.words("approx") == ["over"] and match.before() not in _BEFORE_OVER):
        return None
    low, high = count_of(match)
    words = match.words("count")
    if begins_with_a_thing(match) and match.tagged.word(match.found.start("unit") - 1) not in HYPHENS:
        return None
    if words == ["many"] and match.before() == "as":
        return None  # "the sixth raid in as many days"
    if "quarter" in words and unit != "century":
        return None
    if unit == "quarter" and (match.tagged.word(match.found.start("unit") - 1) in HYPHENS or match.after() == "of"):
        return None  # three-quarters of something
    if match.has("half"):
        low, high = (1.5, 1.5) if low is None or high is None else (low + 0.5, high + 0.5)
        return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit), mod=mod_of(match))
    if words in (["a"], ["an"]):
        # "A week-long push", "in a weekend raid": the article is that of the push and the raid.
        compound = match.has("long") or (unit == "weekend" and match.after().isalpha())
        return None if compound or match.word("unit").endswith("s") else _a_unit(match, unit)
    if words[-1:] and words[-1] in QUANTIFIERS and (unit == "quarter" or match.word("unit") == "weekend"):
        return None  # "in some quarters", "several weekend rallies"
    if words == ["some"] and not match.word("unit").endswith("s"):
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF")) if unit == "day" else None
    bare = match.tagged.word(match.found.start("unit") - 1) == "one"
    if words == ["one"] and unit in {"day", "night"} and bare and _is_some_day(match):
        ahead = match.before() in _MODALS or any(match.after(n) in {"will", "would"} for n in (1, 2, 3))
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF")) if ahead and unit == "day" else None
    return Draft(kind="DURATION", meaning=Length(low=low, high=high, unit=unit), mod=mod_of(match))


def _is_age(match: Match) -> bool:
    """Whether a length is how old somebody is: "a 12-year-old", "aged 3 months", "six months pregnant"."""
    after = [match.after(n) for n in (1, 2)]
    told = (
        after[0] in _OLD_WORDS | {"pregnant"}
        or (after[0] in {"-", "‑"} and after[1] in _OLD_WORDS)
        or after == ["of", "age"]
    )
    return match.has("age") or told or match.before() == "aged"


def several(match: Match) -> Draft | None:
    """ "a several-day march"; hours so long date nothing."""
    return None if UNITS[match.word("unit")] in {"hour", "minute", "second"} else length(match)


def seconds(match: Match) -> Draft | None:
    """ "A 90-second film"; in words it is mostly an ordinal ("the twenty-second")."""
    figures = match.word("count").isdecimal() and match.word("unit") == "second"
    return length(match) if figures else None


def _is_some_day(match: Match) -> bool:
    """Whether "one day" is no length but some day ("he hoped one day to return")."""
    led = match.has("approx") or match.before() in _BEFORE_COUNT
    return not led and match.after() not in {"'s", "’s", "-", "after", "before"}


def _a_unit(match: Match, unit: str) -> Draft | None:
    """ "For a year" is a length, "twice a year" a rate; elsewhere "a year" is nothing."""
    before = match.before()
    if not match.has("approx"):  # "$3 billion over a decade" is told of a length
        if _is_sum(before) and match.after() not in {"after", "before"}:
            return None
        if before in _BEFORE_SET:
            return Draft(kind="SET", meaning=Repeated(unit=unit))
    led = match.has("approx") or match.has("long") or before in _BEFORE_LENGTH
    led = led or (before in SPEND and match.after() != "of")  # not "spent a night of the games"
    if led or match.after() in {"after", "before", "since", "or", "and", "'s", "’s"}:
        return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=unit), mod=mod_of(match))
    return None


def _is_sum(word: str) -> bool:
    """Whether a word ends a sum, a share or a figure, of which "a year" is the rate."""
    return word in _SUMS or (word[:1].isdigit() and word[-1:].isdigit())


def bare_units(match: Match) -> Draft | None:
    """ "for years", "months-long", "weeks of fighting", "centuries"; other bare plurals are no expression."""
    unit = UNITS[match.word("unit")]
    before, after = match.before(), match.after()
    led = before in _BEFORE_BARE or match.has("long")
    led = led or (before == "of" and match.before(2) in _OF_UNITS)
    led = led or (after in {"of", "before", "after", "later", "earlier"} and before != "the")
    if not led or (unit in {"second", "minute"} and after == "of") or (unit == "quarter" and before in HYPHENS):
        return None
    if [after, match.after(2)] == ["of", "age"] or [match.before(2), before] == ["as", "many"]:
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


def one_unit(match: Match) -> Draft | None:
    """ "another week", "a full month", "all day", "a weeklong push"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=1, unit=UNITS[match.word("unit")]))


def one_or_two(match: Match) -> Draft | None:
    """ "a day or two"."""
    return Draft(kind="DURATION", meaning=Length(low=1, high=2, unit=UNITS[match.word("unit")]), mod="APPROX")


def repeated(match: Match) -> Draft | None:
    """ "every night", "every other day", "each Thursday", "every summer", "per day"; no speed ("60 miles per hour").

    Speeds are no times in the guidelines of TIMEX2, which TimeML follows.
    """
    word = match.word("unit")
    if word in {"second", "minute", "hour"} and match.before() in _RANGES:
        return None
    if match.tagged.word(match.start) == "per" and _is_sum(match.before()):
        return None
    if word in SEASONS:
        return Draft(kind="SET", meaning=Repeated(unit="season", season=SEASONS[word]))
    if word in WEEKDAYS:
        part = PARTS.get(match.word("part"))
        return Draft(kind="SET", meaning=Repeated(unit="weekday", weekday=WEEKDAYS[word], part=part))
    if word in MONTHS:
        return Draft(kind="SET", meaning=Repeated(unit="month", month=MONTHS[word]))
    if word in PARTS:
        return Draft(kind="SET", meaning=Repeated(unit="day", part=PARTS[word]))
    low, _ = count_of(match) if match.has("count") else (1.0, 1.0)
    if match.has("nth"):
        low = float(parse_ordinal(match.word("nth")) or 0)
        if low < 2 or UNITS[word] == "quarter":
            return None
    amount = 2.0 if match.has("alternate") else low
    return Draft(kind="SET", meaning=Repeated(unit=UNITS[word], amount=amount))


def set_word(match: Match) -> Draft | None:
    """ "daily", "hourly"; "weekly" after a capital is a newspaper, "semi-annually" comes at another pace."""
    if match.before() in HYPHENS and match.before(2) in {"bi", "half", "semi"}:
        return None
    if _is_sum(match.before()) or (match.before().endswith("s") and _is_sum(match.before(2))):
        return None  # "8.5 percent annually", "10,000 units annually"
    if match.tagged.is_capital(match.start) and match.tagged.is_capital(match.start - 1) and match.before() != ".":
        return None
    if match.tagged.is_capital(match.start) and match.tagged.is_capital(match.end):
        return None
    return Draft(kind="SET", meaning=Repeated(unit=SETS[match.word("set")]))


RULES = (
    Rule(
        f"(?: the (?= {{NUM}} ) )? {APPROX} {COUNT} more? {KIND} (?P<unit> {{ANY}} | weekend )"
        " (?P<half> hyphen? and hyphen? a hyphen? half )?"
        f" (?P<long> hyphen? long )? {_OLD}",
        length,
    ),
    Rule("(?P<count> quantifier ) hyphen (?P<unit> {UNIT} )", several),
    Rule(f"(?P<count> {NUMBER} ) hyphen (?P<unit> {{ANY}} | longunit ) (?P<long> hyphen long )? {_OLD}", length),
    Rule("(?P<count> small | digits ) hyphen (?P<unit> ordinal )", seconds),
    Rule("(?P<unit> units | nights ) (?: (?: or | and ) units )? (?P<long> hyphen? long )?", bare_units),
    Rule("the (?P<unit> units )", units_of_course),
    Rule("the? (?P<unit> units ) (?: ahead | to come )", units_ahead),
    Rule("(?: another | a (?: extra | full | whole | single ) ) (?P<unit> {UNIT} )", one_unit),
    Rule("a (?P<unit> {UNIT} ) or number", one_or_two),
    Rule("(?: all | the whole ) (?P<unit> {UNIT} )", one_unit),
    Rule("(?P<unit> {UNIT} ) (?P<long> hyphen long )", one_unit),
    Rule("(?P<unit> longunit )", one_unit),
    Rule(
        f"every single? (?: (?P<alternate> alternate ) | (?P<nth> ordinal ) | {COUNT} )?"
        " (?P<unit> {ANY} | quarter | weekend | part | {WD} | month | season | fall )"
        " (?P<part> (?<= weekday ) (?: part | night ) )?",
        repeated,
    ),
    Rule("(?: often | (?: {NUM} | quantifier | a few ) times ) (?: a | every ) (?P<unit> {UNIT} )", repeated),
    Rule("per (?P<unit> unit )", repeated),
    Rule("(?P<set> set )", set_word),
)
