"""The words that the grammar of time knows, by class."""

from __future__ import annotations

import re
from functools import lru_cache

from situate.text.numbers import ORDINALS, SCALES, SMALL
from situate.text.patterns import OTHER, Tagged, alphabet, tag


def _listed_words(words: str) -> list[str]:
    return words.split()


_MONTHS = _listed_words("january february march april may june july august september october november december")
DAYS_OF_WEEK = _listed_words("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_MONTHS = _listed_words("jan feb mar apr may jun jul aug sep oct nov dec")
_SHORT_DAYS = _listed_words("mon tue wed thu fri sat sun")
MONTHS = {w: n for n, w in enumerate(_MONTHS, 1)} | {w: n for n, w in enumerate(_SHORT_MONTHS, 1)} | {"sept": 9}
WEEKDAYS = (
    {w: n for n, w in enumerate(DAYS_OF_WEEK, 1)}
    | {w: n for n, w in enumerate(_SHORT_DAYS, 1)}
    | {w + "s": n for n, w in enumerate(DAYS_OF_WEEK, 1)}
    | {"tues": 2, "thur": 4, "thurs": 4}
)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "night": "night",
    "weekend": "weekend", "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week",
    "fortnights": "fortnight", "months": "month", "quarters": "quarter", "years": "year", "decades": "decade",
    "centuries": "century", "nights": "night", "weekends": "weekend", "min": "minute", "mins": "minute",
    "weeklong": "week", "monthlong": "month", "yearlong": "year", "daylong": "day", "hourlong": "hour",
    "decadelong": "decade", "midyear": "year", "midmonth": "month", "midweek": "week", "summers": "season",
    "winters": "season", "hrs": "hour", "hr": "hour",
}  # fmt: skip
# TimeML's parts of a day, and the hour of those that name a moment.
PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV",
    "sundown": "EV",
    "nightfall": "EV", "noon": "MI", "midday": "MI", "midnight": "MN", "daytime": "DT", "daylight": "DT",
    "tonight": "NI", "overnight": "NI",
}  # fmt: skip
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "yesterdays": -1, "tomorrow": 1}
SETS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "yearly": "year", "annually": "year",
}  # fmt: skip
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "current": "PRESENT_REF", "present": "PRESENT_REF", "recently": "PAST_REF",
    "lately": "PAST_REF", "soon": "FUTURE_REF", "someday": "FUTURE_REF",
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
QUANTIFIERS = {"several", "many", "numerous", "countless", "some", "various"}
LESS_OR_MORE = {
    "about": "APPROX", "around": "APPROX", "nearly": "APPROX", "almost": "APPROX", "approximately": "APPROX",
    "roughly": "APPROX",
}  # fmt: skip

# Classes with their words; a word stands in one class only.
LISTED: dict[str, str] = {
    "month": "january february april june july august september october november december",
    "may_march": "may march",
    "short_month": "jan feb mar apr jun jul aug sep sept oct nov dec",
    "weekday": " ".join(DAYS_OF_WEEK),
    "weekdays": " ".join(w + "s" for w in DAYS_OF_WEEK),
    "short_day": "mon tue tues wed thu thur thurs fri sat sun",
    "season": "spring summer autumn winter",
    "fall": "fall",
    "unit": "minute hour day week fortnight month year decade century",
    "units": "seconds minutes hours days weeks fortnights months quarters years decades centuries mins summers winters",
    "longunit": "weeklong monthlong yearlong daylong hourlong decadelong",
    "weekend": "weekend weekends",
    "quarter": "quarter",
    "quarter_short": "q h",
    "part": "morning afternoon evening",
    "night": "night",
    "nights": "nights",
    "parts": "mornings afternoons evenings",
    "moment": "noon midday midnight dawn daybreak sunrise dusk sundown sunset nightfall daylight",
    "today": "today yesterday yesterdays tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "set": " ".join(SETS),
    "vague": "now currently nowadays presently recently lately soon someday",
    "current": "current",
    "recent": "recent",
    "future": "future",
    "every": "every each",
    "alternate": "other",
    "single": "single",
    "per": "per",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "coming": "coming upcoming",
    "following": "following",
    "this": "this",
    "that": "that those",
    "these": "these",
    "same": "same",
    "latest": "latest",
    "latter": "latter",
    "final": "final",
    "early": "early",
    "late": "late",
    "earlier": "earlier",
    "later": "later",
    "mid": "mid",
    "middle": "middle",
    "midunit": "midyear midmonth midweek",
    "begin": "beginning start outset",
    "ends": "end close",
    "ago": "ago",
    "old": "old",
    "long": "long",
    "short": "short",
    "more": "more",
    "less": "less fewer",
    "than": "than",
    "at": "at",
    "least": "least",
    "most": "most",
    "up": "up",
    "over": "over",
    "approx": "about around nearly almost approximately roughly",
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in",
    "on": "on",
    "to": "to",
    "and": "and",
    "or": "or",
    "so": "so",
    "few": "few handful",
    "couple": "couple",
    "quantifier": " ".join(sorted(QUANTIFIERS)),
    "half": "half 1/2 ½",
    "number": " ".join(w for w in SMALL if w not in {"zero", "nineteen"}),
    "nineteen": "nineteen",
    "scale": " ".join(SCALES),
    "ordinal": " ".join(ORDINALS),
    "decade_word": " ".join(DECADES),
    "hyphen": "- ‑ –",
    "comma": ",",
    "dot": ".",
    "slash": "/",
    "poss": "'s ’s",
    "ampm": "am pm a.m a.m. p.m p.m. a.m.. p.m..",
    "zone": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk local",
    "zone_town": "ankara baghdad baku beijing beirut cairo damascus delhi eastern greenwich islamabad istanbul kabul"
    " khartoum kiev kyiv london minsk moscow paris tehran universal washington yerevan",
    "mean": "mean",
    "oclock": "o'clock o’clock",
    "hrs": "hrs hr",
    "fiscal": "fiscal",
    "period": "period",
    "then": "then",
    "time": "time",
    "date": "date",
    "eid": "eid",
    "al": "al ul el",
    "eid_name": "adha fitr azha",
    "feast_day": "memorial labor labour columbus veterans valentine mother mothers father fathers presidents boxing"
    " patrick women workers nakba naksa quds jerusalem bastille ascension independence republic victory",
    "rite": "orthodox coptic julian islamic jewish ethiopian lunar chinese",
    "feast_first": "yom rosh simchat simhat laylat",
    "feast_last": "kippur hashanah hashana torah qadr",
    "saint": "st saint",
    "good": "good palm holy maundy ash",
    "whole": "whole entire",
    "all": "all",
    "feast": "ramadan ramadhan christmas easter thanksgiving halloween ashura nowruz newroz hanukkah chanukah passover"
    " pesach muharram arbaeen mawlid purim shavuot sukkot sukkoth pentecost epiphany meskel timket vidovdan thingyan"
    " songkran diwali",
    "new": "new",
    "eve": "eve",
    "from": "from",
    "before": "before",
    "after": "after",
    "year_end": "yearend",
    "present": "present",
    "near": "near",
    "further": "distant immediate",
    "ahead": "ahead",
    "come": "come",
    "another": "another",
    "extra": "additional extra",
    "full": "full",
    "often": "once twice",
    "running": "straight consecutive successive working business trading calendar",
    "dozen": "dozen",
    "times": "times",
    "attacks_day": "9/11",
}  # fmt: skip
# Classes that words get by their shape.
_SHAPED = (
    "small",
    "digits",
    "hhmm",
    "year",
    "short_year",
    "decade",
    "short_decade",
    "clock",
    "iso_date",
    "numeric_date",
)

# Classes without which a run of words holds no time expression.
_CORE = _listed_words(
    "month may_march short_month weekday weekdays season fall unit units longunit midunit weekend quarter part night "
    "nights "
    "moment zone today tonight overnight set vague current recent year short_year decade short_decade decade_word "
    "clock hhmm iso_date numeric_date attacks_day nineteen ordinal feast feast_day feast_last eid oclock ampm future "
    "past present then time date period hrs"
)

FRAGMENTS = {
    "MONTH": "month | may_march | short_month",
    "NUM": "(?: number | nineteen | small | digits | hhmm | scale )",
    "WD": "weekday | weekdays",
    "UNIT": "unit | night",
    "ANY": "unit | units | night | nights | hrs",
    "ZONE": "(?: zone | zone_town mean? (?= time ) )",
    "EDGE": "early | late | mid hyphen? | earlier | later",
    "REL": "last | past | this | next | coming | following | previous | that | same",
}
ALPHABET = alphabet([*LISTED, *_SHAPED], FRAGMENTS)
CORE = "".join(ALPHABET.letters[name] for name in _CORE)

_LETTER_OF = {word: ALPHABET.letters[name] for name, words in LISTED.items() for word in words.split()}
_SHAPES = {name: ALPHABET.letters[name] for name in _SHAPED}
_ORDINAL = ALPHABET.letters["ordinal"]

# Cases are spelled out and letters come first: as quick as can be, for every word of every report passes here.
_WORD = re.compile(
    r"""
      [apAP]\.\s?[mM]\b\.? | [oO]['’][cC][lL][oO][cC][kK]                     # p.m.
    | [^\W\d_½]+
    | \d{4}-\d{2}-\d{2}(?!\d)(?:[Tt]\d{2}:\d{2}(?::\d{2})?[Zz]?)?           # 2017-09-05
    | \d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/-])  | \d{4}/\d{1,2}/\d{1,2}(?!\d)  # 05/09/2017
    | \d{1,2}:\d{2}(?::\d{2})?(?![\d:])                                     # 10:30
    | (?:1/2|9/11)(?![\d/]) | ½                                            # 2 1/2
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+\.\d+(?!\d)                   # 1,200 and 1.5
    | \d{2}['’][sS](?!\w) | \d+(?:(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[sS])(?!\w))?  # 80's, 5, 5th, 1990s
    | ['’]\d{2}[sS]?(?!\w) | ['’][sS](?!\w)                                # '98, 's
    | \n[^\S\n]*\n
    | [^\s\w]
    """,
    re.VERBOSE,
)


def tagged(text: str) -> Tagged:
    """The words of a text with their classes."""
    return tag(text, _WORD, _classified)


@lru_cache(maxsize=8192)  # the common words of news
def _classified(word: str) -> tuple[str, str]:
    lower = word.lower()
    return lower, _classify(lower)


def _classify(lower: str) -> str:
    letter = _LETTER_OF.get(lower)
    if letter is not None:
        return letter
    if lower[0].isdigit() or (lower[0] in "'’" and lower[1:2].isdigit()):
        return _SHAPES.get(_shape(lower), _ORDINAL if _shape(lower) == "ordinal" else OTHER)
    return _LETTER_OF["a.m."] if lower[:2] in {"a.", "p."} else OTHER


def _shape(word: str) -> str:
    if word[0] in "'’":
        return "decade" if word.endswith("s") else "short_year"
    if word.isdecimal():
        value = int(word) if len(word) <= 4 else 0
        if len(word) <= 2:
            return "small" if 1 <= value <= 31 else "digits"
        if len(word) == 4 and (word[0] == "0" or 2100 < value < 2360) and int(word[2:]) < 60:
            return "hhmm"  # an hour as soldiers and broadcasters write it
        return "year" if len(word) == 4 and 1000 <= value <= 2100 else "digits"
    if word[-1] == "s" and len(word.replace("’", "'").replace("'", "")) == 3:
        return "short_decade" if word[1] == "0" and word[0] in "56789" else ""
    if word[-1] == "s":
        return "decade" if len(word) == 5 and word[3] == "0" and word[0] in "12" else ""
    if word[-1].isalpha() and word[-1] != "z":
        return "ordinal"
    if ":" in word and "-" not in word:
        return "clock"
    if "/" in word or word.count("-") == 2 or word.count(".") == 2:
        return "iso_date" if word[:4].isdigit() and word[4:5] == "-" else "numeric_date"
    return "digits"
