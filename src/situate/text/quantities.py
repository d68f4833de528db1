"""Figures in English text: how many people, how large an area, how far; with bounds as exact as the words.

"At least 12" has a lower bound, "dozens" lies between two and ten dozen, "between 20 and 30" is a range; a number that
is a year, an hour, a rank or part of a name ("Brigade 137", "T-72") is no figure. How a codebook turns such a figure
into one count is the exports' (``export.acled_rules``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from situate.model.quantity import Quantity
from situate.text.numbers import SCALES, SMALL, parse_digits, parse_number
from situate.text.patterns import OTHER, Match, Tagged, alphabet, stretches, tag
from situate.text.quantity_alone import ONE, unit_of, unnumbered
from situate.text.quantity_apart import plain, told_apart
from situate.text.quantity_lists import added_up
from situate.text.quantity_nouns import COLLECTIVES, FAMILIES, PEOPLE, UNITS, is_plural
from situate.text.quantity_values import HEDGES, SIZES, hedged, times, value
from situate.text.times.words import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A figure phrase: half-open code-point span, its value, and the noun that it counts ("" when none follows)."""

    start: int
    end: int
    quantity: Quantity
    head: str


_CLASSES = {word: word for word in ("dozen", "half", "of", "and", "to", "or", "between", "no", "family", "both")} | {
    "quarter": "quarter quarters",
    "number": " ".join(SMALL),
    "scale": " ".join(SCALES),
    "size": " ".join(SIZES),
    "few": "few several handful couple",
    "a": "a an",
    "hyphen": "- – ‑",
    "one_word": "nobody none",
}
# Figures do not add up: in "risen to 86 30 of them children", print without commas, 86 is the toll.
_NUMBER = (
    "(?: digits (?: hyphen? scale ){0,3} | "
    "(?: number | scale ) (?: (?: hyphen | and )? (?: number | digits | scale ) ){0,5} )"
)
_SHARE = "half hyphen? a? hyphen? (?: dozen | scale ) | (?: a | number )? quarter of a scale"
_FRAGMENTS = {
    "EXACT": f"(?: {_SHARE} | (?: a | {_NUMBER} )? dozen | a scale | {_NUMBER} )",
    "SIZE": "size (?: of size ){0,2}",
}
_ALPHABET = alphabet([*_CLASSES, "digits"], _FRAGMENTS)
_LETTER_OF = {word: _ALPHABET.letters[name] for name, words in _CLASSES.items() for word in words.split()}
_DIGITS = _ALPHABET.letters["digits"]
_CORE = "".join(
    _ALPHABET.letters[n] for n in ("number", "scale", "dozen", "size", "few", "no", "one_word", "both", "digits")
)

_PATTERNS = (
    "(?P<between> between ) (?P<low> {EXACT} ) and (?P<high> {EXACT} )",
    "(?P<low> {EXACT} ) (?: to | or | hyphen ) (?P<high> {EXACT} )",
    "(?P<size> {SIZE} ) (?P<of> of )?",
    "a? (?P<few> few ) (?P<of> of )? (?P<size> size | dozen | scale )? of?",
    "a? (?P<family> family ) of (?P<exact> {EXACT} )",
    "(?P<exact> {EXACT} )",
    "(?P<zero> one_word | no (?= number ) number | no )",
    "(?P<both> both )",
)
_WORD = re.compile(
    r"""
      \d+(?:[-./:]\d+){2,}\S* | \d{1,2}:\d{2}                    # dates and hours: no figures
    | (?<![\d.,/-])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,/-]?\d)(?![ ]?mm)   # "300 000", "1 500"
    | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?(?:(?:st|nd|rd|th|s)(?!\w))?
    | [^\W\d_]+ | [^\s\w]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?:[^\W\d_]-?|\b(?!The|At|In|On|And|But|Of|By|Some|Only|All|Another)[A-Z][a-z]+ |\bNo\. ?|#)$"
)
_OUTLET_AFTER = re.compile(r" ?(?:News(?! agency)|FM)\b")  # "a 92 News reporter", "the owner of 357FM"
_AGE_BEFORE = re.compile(r"\b[A-Z][\w'’-]+, (?:now |aged |then |both |all )?$")  # "Hamdi Hamdan, 53, …"
# "A 10-yr-old girl", "a 7 y/o": how old one is, and how many are none.
_YEARS_OLD = re.compile(r"\b\d{1,3}[- ]?(?:yrs?|years?|y/?o)(?:[- ]olds?)?\b(?! (?:of|in)\b)", re.IGNORECASE)
_OLD = re.compile(r"old\b|y/?o\b", re.IGNORECASE)
_AGE_AFTER = re.compile(r"\b([a-z]+), (?:aged )?\d{1,2}(?=,|$| and\b)")
# "A schoolteacher of 34", "a mother of six": one person, as old as that or with so many children.
_ONE_OF = re.compile(r"\b((?:an?|the) (?:[a-z]+ ){0,2}?([a-z]+)) of (?:\d{1,2}|[a-z]+)$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|at the age of) $", re.IGNORECASE)
_NO_PERSON = COLLECTIVES | {"family", "household", "death", "fatality", "casualty", "body", "corpse"}
_TRADES = ("teacher", "worker", "keeper", "maker", "driver", "man", "woman", "girl", "boy")
_MARK_BEFORE = {"$": "USD", "£": "GBP", "€": "EUR"}
_MULTIPLES = {"m": 10**6, "mn": 10**6, "bn": 10**9, "k": 10**3}
_STOPS = frozenset(
    {
        "a", "an", "the", "and", "or", "but", "were", "was", "is", "are", "be", "been", "have", "has", "had", "in",
        "on", "at", "of", "to", "from", "by", "with", "for", "as", "while", "when", "who", "which", "that", "than",
        "since", "after", "before", "during", "according", "including", "among", "killed", "wounded", "injured", "dead",
        "said", "also", "more", "others",
    }
)  # fmt: skip
# What is said before a number to be a share of it: "half of the 900", "about a third of the 3,000".
_SHARE_OF = re.compile(
    r"(?:\b(?P<hedge>at least|more than|over|less than|fewer than|under|up to|nearly|almost|close to|about|around|"
    r"roughly|some|approximately) )?"
    r"\b(?:(?P<half>half)|(?P<cent>\d{1,2}(?:\.\d)?) ?(?:%|per ?cent|percent|pct)|"
    r"(?P<some>one|two|three|four|nine|\d) (?:in|out of) (?:every )?(?P<each>two|three|four|five|ten|\d{1,3})|"
    r"(?P<part>(?:an? |one |two |three |four )?(?:one-|two-|three-|four-)?(?:third|quarter|fifth|tenth)s?))"
    r" (?:of (?:the |its |their |his |our |all |some |those |these |an estimated |[A-Z][\w-]+['’]s )*|"
    r"(?:the|its|their) )"
    r"(?:estimated |roughly |about |more than |nearly )?$",
    re.IGNORECASE,
)
_ONE_AMONG = re.compile(r"(?:[a-z]+ )*?one of (?:the|those|these|its|their|his|our|them)\b(?!.*\band\b)")
_SHARE_REACH = 60  # letters before a number
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SHARES = frozenset({"third", "thirds", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths"})
_WHOSE = frozenset({"police", "civilian", "rebel", "militant", "guerrilla"})  # "three police vehicles" are no people
_ALL_BUT = re.compile(r"all\s+(?:but|except)\s+(\w+)\s+of\s", re.IGNORECASE)
_HEAD_REACH = 5  # words after a number in which its noun is looked for


def find(text: str) -> list[FoundQuantity]:
    """The figure phrases of a text, in order, with their nouns; lengths of time are among them (unit day, year, …)."""
    words = tag(text, _WORD, _classify)
    found: list[FoundQuantity] = []
    for start, end in stretches(words, _CORE):
        position = start
        while position < end and (near := _starts().search(words.classes, position, end)):
            best = _longest(words, near.start(), end)
            figure = _figure(words, best)
            if figure is None:
                position = near.start() + 1
                continue
            while found and found[-1].start >= figure.start:
                found.pop()  # "60 per cent of the 900": what the share is, is no figure of its own
            found.append(figure)
            position = best.end
    return [f for n, f in enumerate(found) if n == 0 or f.start >= found[n - 1].end]


# "M23 fighters", "an F-16", "the T4 base": names, which count nobody.
_DESIGNATION = re.compile(r"(?<![\w-])[A-Z]{1,3}-?\d{1,3}(?![\w,.])(?!\s(?:million|billion|thousand|bn)\b)")


@lru_cache(maxsize=1024)  # a report says of a phrase again and again how many it counts
def parse(phrase: str) -> Quantity | None:
    """What a figure phrase says ("at least 12 civilians", "a family of six", "a civilian"); ``None`` when no figure.

    A list of people is what they add up to (``quantity_lists``). A plural without a number ("civilians") is no figure:
    what a codebook counts for it, its exporter decides.
    """
    left_out = _ALL_BUT.match(phrase)
    if left_out is not None:
        return _less(parse(phrase[left_out.end() :]), parse_number([left_out[1].lower()]))
    if _ONE_AMONG.match(phrase):
        people = not PEOPLE.isdisjoint(re.findall(r"[^\W\d_]+", phrase.lower()))
        return replace(ONE, unit="people" if people else None)
    apart = told_apart(phrase)
    if apart is not None:
        return apart
    phrase = _DESIGNATION.sub("Named", plain(_without_ages(phrase)))
    figures = find(phrase)
    several = added_up(phrase, [(f.start, f.end, f.quantity, f.head) for f in figures])
    if several is not None:
        return several
    return figures[0].quantity if figures else unnumbered(re.findall(r"[^\W\d_]+", phrase.lower()))


def _less(every: Quantity | None, some: float | None) -> Quantity | None:
    """ "All but two of the 14" are 12; of a number that is not exact, nobody knows."""
    left = (every.best or 0) - (some or 0) if every is not None and every.low == every.high else 0
    return replace(every, low=left, best=left, high=left) if every is not None and some and left > 0 else None


def _one_of_age(found: re.Match[str], phrase: str) -> str:
    """What stands for an age: "old" before a noun, a person where none follows ("a 12-yr-old"), or itself."""
    if not _OLD.search(found[0]):
        return found[0]
    return "old" if phrase[found.end() :].strip() else "person"


def _is_one_person(noun: str) -> bool:
    """Whether a noun is for one person ("teacher", "schoolteacher")."""
    return not is_plural(noun) and (noun in PEOPLE or noun.endswith(_TRADES)) and noun not in _NO_PERSON


def _without_ages(phrase: str) -> str:
    """ "A father and his son, 12": a bare number after one person is his age; so is that of "a 10-yr-old girl"."""
    phrase = _YEARS_OLD.sub(lambda found: _one_of_age(found, phrase), phrase)
    phrase = _ONE_OF.sub(lambda found: found[1] if _is_one_person(found[2].lower()) else found[0], phrase)
    return _AGE_AFTER.sub(lambda found: found[0] if is_plural(found[1].lower()) else found[1], phrase)


# -- one figure


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_ALPHABET.compile(pattern) for pattern in _PATTERNS)


@lru_cache(maxsize=8192)  # the common words of news
def _classify(word: str) -> tuple[str, str]:
    lower = word.lower()
    letter = _LETTER_OF.get(lower)
    if letter is None:
        letter = _DIGITS if lower[0].isdigit() and parse_digits(lower) is not None else OTHER
    return lower, letter


@cache
def _starts() -> re.Pattern[str]:
    return _ALPHABET.any_of(_PATTERNS)


def _longest(words: Tagged, position: int, end: int) -> Match:
    """The longest pattern at a place where ``_starts`` says that there is one."""
    met = [found for pattern in _patterns() if (found := pattern.match(words.classes, position, end))]
    matches = [Match(words, found) for found in met]
    return max(matches, key=lambda match: (match.end, not _is_one_number(match)))


def _is_one_number(match: Match) -> bool:
    """ "Twenty-three", read as a range from twenty to three: the parts of one number."""
    if not (match.has("low") and match.has("high")) or match.has("between"):
        return False
    low, high = match.words("low")[-1], match.words("high")[0]
    return SMALL.get(low, 0) >= 20 and 0 < SMALL.get(high, 0) < 10


def _figure(words: Tagged, match: Match) -> FoundQuantity | None:
    """The figure of a match with its hedge and noun; ``None`` when the number counts nothing."""
    base = value(match)
    if base is None:
        return None
    first, hedge = _hedge(words, match.start)
    if not hedge and match.has("exact") and words.word(match.end) == "+":
        hedge = "at least"  # "20+ fighters"
    last, head, unit = _head(words, match.end)
    start = words.starts[first]
    if match.end < len(words.words) and words.word(match.end) in _MULTIPLES and match.has("exact"):
        short, beside = words.word(match.end), words.starts[match.end] == words.ends[match.end - 1]
        if beside and short == "m" and unit == "m":  # "1.2m people", not "a 3m wall"
            last, head, unit = _head(words, match.end + 1)
            alone = "." in words.word(match.start) and not words.word(match.end + 1)[:1].isalpha()  # "some 2.5m"
            million = unit == "people" or alone or words.word(match.start - 1) in _MARK_BEFORE
            last, head, unit = (last, head, unit) if million else (match.end + 1, "m", "m")
        if beside and not (short == "m" and unit == "m"):
            base, last = times(base, _MULTIPLES[short]), max(last, match.end + 1)
    if not _counts(words, match, head, unit, hedged=bool(hedge)):
        return None
    if head in FAMILIES and unit == "people":
        unit = "people" if match.has("family") else "families"
    unit = "people" if match.has("family") else unit
    share = _SHARE_OF.search(words.text, max(0, start - _SHARE_REACH), start)
    if share is not None and match.has("exact"):
        base, hedge, start = _shared(base, share), (share["hedge"] or "").lower(), share.start()
    currency = _MARK_BEFORE.get(words.word(match.start - 1))
    if currency is not None:
        start, unit = min(start, words.starts[match.start - 1]), currency
    return FoundQuantity(
        start=start, end=words.ends[last - 1], quantity=replace(hedged(base, hedge), unit=unit), head=head
    )


def _shared(whole: Quantity, share: re.Match[str]) -> Quantity:
    """The part of a number that the words before it name."""
    if share["cent"]:
        size = float(share["cent"]) / 100
    elif share["some"]:
        some, each = (SMALL.get(w.lower()) or float(w) for w in (share["some"], share["each"]))
        size = some / each
    elif share["half"]:
        size = 0.5
    else:
        said = re.split(r"[ -]", share["part"].lower())
        size = SMALL.get(said[0], 1) / _PARTS[said[-1].rstrip("s")]

    def part(value: float | None) -> float | None:
        return None if value is None else float(round(value * size))

    return replace(whole, low=part(whole.low), best=part(whole.best), high=part(whole.high))


def _hedge(words: Tagged, start: int) -> tuple[int, str]:
    """The hedge before a number ("at least") and the index of its first word; the number's own index without one."""
    if words.word(start - 1) in _MARK_BEFORE:
        start -= 1
    for hedge in HEDGES:
        parts = hedge.split()
        if words.words[max(0, start - len(parts)) : start] == parts:
            return start - len(parts), hedge
    return start, ""


def _head(words: Tagged, end: int) -> tuple[int, str, str | None]:
    """The noun after a number: index after it, the noun, its unit; a people noun or a unit first, else a plural."""
    plural: tuple[int, str, str | None] | None = None
    end += words.word(end) == "+"
    first = end + (words.word(end) in {"of", "other", "more"})
    first += words.word(first) == "the"
    for index in range(first, min(first + _HEAD_REACH, len(words.words))):
        word = words.words[index]
        area = _area(words, index)
        if area is not None:
            return area
        unit = unit_of(word)
        if unit is not None and (word not in _STOPS or index == first):
            after = words.word(index + 1)
            goes_on = (
                word in PEOPLE and is_plural(after) and (after in PEOPLE or (word in _WHOSE and after not in _STOPS))
            )
            if not goes_on:
                return index + 1, word, unit
        elif word in _STOPS or not (word[0].isalpha() or word in {"-", "‑"}):
            break
        elif is_plural(word) and plural is None:
            plural = (index + 1, word, None)
    return plural or (end, "", None)


_AREAS = {"km": "km2", "mile": "mi2", "m": "m2"}


def _area(words: Tagged, index: int) -> tuple[int, str, str | None] | None:
    """ "square kilometers", "sq. km" from a word on, as ``_head`` returns it."""
    if words.words[index] not in {"square", "sq"}:
        return None
    noun = index + 1 + (words.word(index + 1) == ".")
    unit = _AREAS.get(UNITS.get(words.word(noun), ""))
    return (noun + 1, words.word(noun), unit) if unit else None


def _counts(words: Tagged, match: Match, head: str, unit: str | None, *, hedged: bool) -> bool:
    """Whether a number counts something: not a year, a day of a month, a rank, a name, the pronoun "one"."""
    first, only = match.start, match.end - match.start == 1
    word = words.words[first]
    before = words.text[max(0, words.starts[first] - 25) : words.starts[first]]
    if match.has("zero"):
        return word in {"nobody"} or words.word(first + 1) == "one" or (word == "no" and unit == "people")
    if match.has("both"):
        return unit == "people"
    if match.has("few") and not head and not match.has("size"):
        return words.word(match.end) == "others"
    if words.word(match.end + 3) == "old" or _AGED.search(before) or before.lower().endswith("all but "):
        return False
    if words.word(match.end + (words.word(match.end) in {"-", "–", "‑"})) in _SHARES:
        return False  # "two thirds of the city"
    year = only and len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100
    if (hedged and not (year and word[2:] != "00")) or not only or not match.has("exact"):
        return True  # "about 1970" is a year still, "about 2000" hardly
    if word == "one":
        return unit is not None and words.word(first - 1) not in {"no", "the", "this", "that", "another", "any"}
    if word[0].isdigit() and _OUTLET_AFTER.match(words.text, words.ends[first]):
        return False
    if word[0].isdigit() and (_NAME_BEFORE.search(before) or before[-1:] in {"-", "/", "'", "’"}):
        return unit == "people" and not before.endswith("-")
    if _AGE_BEFORE.search(before) and words.word(first + 1) in {",", ".", ")", ""}:
        return False
    if words.word(first + 1) in MONTHS or words.word(first - 1) in MONTHS or words.word(first + 1) in {"am", "pm"}:
        return False
    return unit is not None if year else True
