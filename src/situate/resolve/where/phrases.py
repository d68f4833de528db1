"""The words of a phrase about a place: what it turns on, what it is related to, and how. Pure functions on a string.

"the southern outskirts of Deir e-Zor" is a relation (outskirts of) to what follows; "Homs province" asks for a region;
"Qasour neighborhood" is a quarter with a name of its own; "the base" a description that points back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from situate.model.span import Span
from situate.resolve.where.toponyms import surroundings
from situate.text.casing import lowered
from situate.text.numbers import SMALL

_PLACES = Path(__file__).parent.parent / "places"
_IRREGULAR = {
    "cities": "city", "countries": "country", "refineries": "refinery", "halves": "half", "counties": "county",
}  # fmt: skip
_KM = {"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609344, "mi": 1.609344, "nautical mile": 1.852}

RelationKind = Literal["distance", "direction", "near", "edge", "outside", "border", "between", "road", "front"]

_SIDE = r"north-?\s?east|north-?\s?west|south-?\s?east|south-?\s?west|north|south|east|west"
_COUNTED = SMALL | {"a hundred": 100}
HOW_MANY = rf"(?:\d[\d.,]*|{'|'.join(sorted(_COUNTED, key=len, reverse=True))})"  # kilometres or miles
_DISTANCE = re.compile(
    rf"\b(?P<km>{HOW_MANY})\s?-?(?P<unit>km|kilomet(?:er|re)|(?:nautical )?mile|mi)s?\b"
    # how large it is, not how far
    r"(?![\s-]*(?:long|wide|deep|thick|strip|stretch|belt|border|frontier|front|line|road|coast\w*)\b)[\s-]*"
    r"(?:\([^()]{1,40}\)\s)?(?:away\s)?"  # the same in miles
    rf"(?:(?:to the |further |farther )?(?P<side>{_SIDE})\b)?\s*(?:of|from|outside)?",
)
# "west of the city" lies outside, "the west of the city" inside.
_DIRECTION = re.compile(rf"(?:\bto the |(?<!the )(?<!-)\b)(?P<side>{_SIDE})\s+of\b")
HELD_SIDE = re.compile(r"\bthe\s(?:[\w-]+-(?:held|controlled|run|dominated)|besieged)\s$", re.IGNORECASE)
_EDGE = re.compile(
    r"\b(?:(?:outskirts?|suburbs?|edges?|fringes?|perimeter|surroundings|countryside|environs|gates?) of"
    r"|(?:the )?surrounding|rural (?:areas|parts) of)\b"
    r"|\brural(?=\s)",
)
_EDGE_AFTER = re.compile(r"\b(?:countryside|outskirts|suburbs?|surroundings|environs|hinterland)\b")
# "The Ramla front", "the Ramla direction" of reports from the line: before the town, and not in it.
_FRONT_AFTER = re.compile(
    r"(?P<name>(?:[Aa]l-)?[A-ZÀ-ÖØ-Þ][\w'’ʿ-]*) (?P<front>(?:front(?: ?line)?|axis|direction|sector)s?)\b(?! of\b)"
)
_WITH_IT = re.compile(r"\w and (?:its|their)(?: \w+)? $", re.IGNORECASE)  # "the town and its outskirts" is the town
_OUTSIDE = re.compile(r"\b(?:outside(?: of)?|beyond)\b")
# "A camp nearby Ramla" is near it, "the nearby town of Ramla" is Ramla.
_NEAR = re.compile(
    r"\b(?:near|close to|next to|adjacent to|beside|around|adjoining|bordering|(?:in )?the vicinity of"
    r"|(?<=[a-z] )(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\bin )(?<!\bof )nearby"
    r"|towards?|(?:in )?the direction of|in front of|overlooking"
    r"|(?:hills?|hilltops?|heights|ridges?|mountains?|slopes?|high ground) above"
    r"|within \w+ range of)(?=\s|$)",
)
# "The border town of Ramla" is Ramla.
_BORDER = re.compile(
    r"\b(?:borders?|frontier|boundary)(?!\s(?:town|city|village|hamlet) of\b)(?: areas?)?(?:\s+(?:with|between|of))?\b",
)
_BETWEEN = re.compile(r"\bbetween\b|^from\b(?=.*\bto\s)")  # "from Lisk to Ostry" is anywhere between them
_ROAD = re.compile(
    r"\b(?:road|highway|route|corridor|motorway|track|supply lines?)s?\b.*?"
    r"\b(?:from|linking|connecting|connects|links|between|to|into)\b",
)
# "The Homs-Damascus highway", "the Aleppo–Raqqa road": two names with a dash between them, before the word.
_ROAD_OF_TWO = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’ʿ -]*?\s?[-‑–—/]\s?[A-ZÀ-ÖØ-Þ][\w'’ʿ -]*"
    r"\s(?P<road>(?i:road|highway|motorway|corridor|route|railway|axis|front ?line|line|front))\b"
)
# "The road Lisk - Ostry", as lists of closed roads say it.
_ROAD_BEFORE_TWO = re.compile(
    r"\b(?P<road>(?i:road|highway|motorway|corridor|route|axis))\s[A-ZÀ-ÖØ-Þ][\w'’ʿ -]*?\s?[-‑–—/]\s?[A-ZÀ-ÖØ-Þ]"
)
# What stands in the place that the phrase names, so that near it is in that place.
_NEAR_A_THING = re.compile(r"\s+(?:an?|the|his|her|their|its|\w+['’]s)\s(?:[a-z][\w-]*\s){1,4}in\s(?=[A-ZÀ-ÖØ-Þ])")
_FIRST: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("distance", _DISTANCE),
    ("direction", _DIRECTION),
    ("edge", _EDGE),
    ("road", _ROAD),
    ("between", _BETWEEN),
    ("border", _BORDER),
    ("near", _NEAR),
    ("outside", _OUTSIDE),
)
# "one in the west", "the second": not "second city Aleppo".
_ELLIPSIS = re.compile(
    r"^(?:the )?(?:one|first|second|third|other|another|latter|former)s?\b"
    r"(?=\W*$|\W+(?:in|on|at|to|of|near|by|from|just)\b)",
    re.IGNORECASE,
)
_WORN = re.compile(r"[^aeiou]y$")  # "countrys" is no plural, but a possessive that lost its apostrophe
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|its|their|his|her|our|some|several|many|both|all|most of)\s+", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"([^\W\d_]+)(?:\s+|$)")
_HELD = re.compile(r"-(?:held|controlled|backed|led|dominated|besieged|majority)$", re.IGNORECASE)
_SAID_OF = frozenset({"besieged", "encircled", "liberated", "occupied", "residential", "surrounding", "contested"})
_CAPITAL = "[A-Z0-9À-ÖØ-ÞĆČĐĞİŁŃŌŚŞŠŪŹŻŽƏ]"
_NAME = re.compile(
    rf"(?<![^\W_])(?:(?:[Aa]l|[Ee]l|[Aa]d|[Aa]r|[Aa]s|[Aa]sh|[Aa]t|[Aa]z|[Ee]z)[-\s])?{_CAPITAL}[\w'’ʿ-]*"
    rf"(?:\s(?:(?:al|el|ad|ar|as|ash|at|az|ez|es|esh|e|a|bin|of|de (?:las?|los|el)|del?|da|do)[-\s])?"
    rf"{_CAPITAL}[\w'’ʿ-]*)*"
)
NUMBERED = re.compile(
    r"\b(?:Brigade|Base|Regiment|Battalion|Division|Checkpoint)\s\d+\b"
    r"|\b\d+(?:st|nd|rd|th)?\s(?:Brigade|Regiment|Division|Battalion)\b"
)
DEFINITE = re.compile(r"\s*(?:the|this|that|its|their|his|her|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a phrase stands to the place that it names: its words, and distance (km) and side where it has them."""

    kind: RelationKind
    words: str
    start: int
    end: int
    km: float | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun that says what kind of place is meant; offsets in the phrase."""

    group: str
    noun: str
    span: Span
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase taken apart. ``direction`` ("western") belongs to a part; ``heads`` in order of the text."""

    text: str
    relation: Relation | None = None
    heads: tuple[Head, ...] = ()
    direction: str | None = None
    pronoun: bool = False
    ellipsis: bool = False


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Any]:
    """The tables of ``phrases.yaml``."""
    loaded: dict[str, Any] = yaml.safe_load((_PLACES / "phrases.yaml").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    table: dict[str, str] = {}
    for group, row in vocabulary()["classes"].items():
        for noun in row["nouns"]:
            table.setdefault(noun, group)
    return table


@lru_cache(maxsize=1)
def _noun_pattern() -> re.Pattern[str]:
    nouns = sorted(_nouns(), key=lambda noun: (-len(noun), noun))
    known, odd = "|".join(re.escape(noun) for noun in nouns), "|".join(_IRREGULAR)
    return re.compile(rf"\b({known})(s|es)?\b|\b({odd})\b")


@lru_cache(maxsize=1)
def _pronouns() -> frozenset[str]:
    return frozenset(vocabulary()["pronouns"].split())


@lru_cache(maxsize=1)
def _sides() -> dict[str, str]:
    return {word: side for side, words in vocabulary()["directions"].items() for word in words}


def part_words(phrase: Phrase, head: Head) -> str:
    """What tells one unnamed part from another: its direction and its noun."""
    return f"{phrase.direction} {plain_noun(head)}" if phrase.direction else plain_noun(head)


def plain_noun(head: Head) -> str:
    """The noun of a place, one for the many words for an airfield."""
    return {"air base": "airbase", "airfield": "airbase", "airstrip": "airbase"}.get(head.noun, head.noun)


def radius_of(group: str) -> float:
    """The radius (km) of a place of this class whose own is not known."""
    return float(vocabulary()["classes"][group]["radius"])


def side_of(words: str) -> str | None:
    """The side of the world in ``words``, in the form of a name: "north-east" is northeastern."""
    plain = words.casefold()
    if plain.isalpha():
        return _sides().get(plain)
    return _sides().get(re.sub(r"[\s-]", "", plain)) or _sides().get(plain)


def bearing_of(side: str) -> float | None:
    """The bearing of a side in degrees, clockwise from north; ``None`` for the centre."""
    found = vocabulary()["bearings"].get(side)
    return None if found is None else float(found)


@lru_cache(maxsize=2048)  # the same names and nouns over and over
def parse(text: str) -> Phrase:
    """Take a phrase apart."""
    bare = _DETERMINER.sub("", text.strip())
    if text.strip().casefold() in _pronouns() and text.strip() != "US":
        return Phrase(text=text, pronoun=True)
    relation = _relation(text)
    return Phrase(
        text=text,
        relation=relation,
        heads=_heads(text),
        direction=_direction(text, relation),
        ellipsis=bool(_ELLIPSIS.match(text.strip()) or _ELLIPSIS.match(bare)),
    )


def _relation(text: str) -> Relation | None:
    low = lowered(text)
    for kind, pattern in _FIRST:
        match = pattern.search(low)
        if match is None:
            continue
        if kind == "direction" and HELD_SIDE.search(text, 0, match.start()):
            continue  # "the rebel-held east of the city" is inside
        if kind in {"near", "outside"} and _NEAR_A_THING.match(text, match.end()):
            continue  # "near a market in Ramla" is in Ramla
        groups = match.groupdict()
        side = side_of(groups["side"]) if groups.get("side") else None
        km = _kilometres(groups["km"], groups["unit"]) if groups.get("km") else None
        words = text[match.start() : match.end()].strip() if kind != "between" else kind
        return Relation(kind=kind, words=words, start=match.start(), end=match.end(), km=km, side=side)
    two = _ROAD_OF_TWO.search(text) or _ROAD_BEFORE_TWO.search(text)
    if two is not None:
        return Relation(kind="road", words=two["road"], start=0, end=0)
    after = _EDGE_AFTER.search(low)
    if after is not None and not _WITH_IT.search(text, 0, after.start()):
        return Relation(kind="edge", words=text[after.start() : after.end()], start=0, end=0)
    front = _FRONT_AFTER.search(text)
    return Relation(kind="front", words=front["front"], start=front.start("name"), end=0) if front is not None else None


def _kilometres(number: str, unit: str) -> float:
    many = float(_COUNTED[number]) if number in _COUNTED else float(number.rstrip(".,").replace(",", ""))
    return many * _KM[unit.casefold()]


def _heads(text: str) -> tuple[Head, ...]:
    found = []
    for match in _noun_pattern().finditer(lowered(text)):
        word = match.group()
        noun = _IRREGULAR.get(word) or match.group(1)
        worn = match.group(2) == "s" and _WORN.search(match.group(1) or "")
        plural = word in _IRREGULAR or (bool(match.group(2)) and not worn) or word == "halves"
        found.append(Head(group=_nouns()[noun], noun=noun, span=Span(match.start(), match.end()), plural=plural))
    return tuple(found)


def _direction(text: str, relation: Relation | None) -> str | None:
    """The first word of direction that is not part of a relation ("west of")."""
    for match in re.finditer(r"[A-Za-z]+(?:-[A-Za-z]+)?", text):
        side = side_of(match.group())
        if side is None or (relation is not None and match.end() <= relation.end and relation.side):
            continue
        if match.group() in ("centre", "center", "middle") and not re.search(r"\bof\b", text[match.end() :]):
            continue
        return side
    return None


def names_in(text: str, taken: list[Span]) -> list[Span]:
    """Capitalised runs outside of the spans in ``taken`` that may be names: no words that only open the phrase.

    A span that takes the space behind it in leaves what follows it a name of its own.
    """
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        start += _opening(match.group())
        span = Span(start, end)
        before = next((o for o in taken if o.start == start and o.end < end and text[o.end - 1] == " "), None)
        span = Span(before.end, end) if before is not None else span
        if start == end or text[start].isdigit() or any(span.overlaps(other) for other in taken):
            continue
        if not _everyday(text, span):
            found.append(span)
    return found


def _opening(name: str) -> int:
    """How many letters of a capitalised run only open the phrase or the sentence ("Every", "Meanwhile in")."""
    end = 0
    while (word := _FIRST_WORD.match(name, end)) and word[1].casefold() in surroundings()["openers"]:
        end = word.end()
    return end


def _everyday(text: str, span: Span) -> bool:
    """Whether a capital says nothing: everyday words, sides of the world, the first part of "Rebel-held"."""
    name, everyday = span.of(text), surroundings()["ordinary_words"]
    if "-" in name and _HELD.search(name):
        return True
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if all(word in everyday or word in _sides() for word in words):
        return True
    # "Besieged Neighborhoods", of a headline: nouns in the plural, and what is said of them.
    said = len(words) > 1 and any(word in _SAID_OF for word in words)
    return said and all(word in everyday or word in _SAID_OF or _heads(word) for word in words)
