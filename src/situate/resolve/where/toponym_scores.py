"""How likely a name is that of a place: by itself, by the words around it, by the other names of its text.

What stands around a name decides: a locative before it, a region after it, a given name, a title, the head of an
organisation, an everyday word at the start. The weights were set by hand on LGL (local news), which the project
develops on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from situate.resolve.gazetteer.lookup import Gazetteer, Match
from situate.resolve.where.toponyms import REGIONS_AFTER, Toponym, Word, gazetteer_matches, surroundings
from situate.text.names import is_latin, name_key

_AND = re.compile(r"\s*,?\s+(?:and|or)\s+(?:the\s+)?")
_AFTER_COMMA = re.compile(r"\s*,\s+")
_IN_BRACKETS = re.compile(r"\s\(")
_PARAGRAPH = re.compile(r"\n\s*\n")
# "Lanao del Sur" is not Lanao, nor "Orum al-Kubra" Orum.
_GOES_ON = re.compile(r"\s(?:(?:del?|da|do)\s(?:las?\s|los\s)?|(?:al|el|ad|ar|as|ash|at|az|ez|es)[\s-])[A-Z]")
# "In Cabaret, north of Port Ziri": a place, whatever else the word means.
_LIES = re.compile(
    r",\s(?:(?:some|about|around|just)\s)?(?:\d[\d.,]*\s?(?:km|kilomet|mile)|(?:north|south|east|west)[\w-]*\sof\s[A-Z])"
)
# "The village of Bakin Ziri" is not Ziri.
_CALLED = re.compile(r"\b(?:village|town|hamlet|settlement|community|suburb) of (?:[A-Z][\w-]+ ){1,2}$")
# "Aqareb es Safi" is not Safi, nor "Lomas de San Francisco" San Francisco; "Ciudad de Guatemala" is in it.
_BEGAN = re.compile(
    r"[A-Z][\w'’-]+\s(?:(?:al|el|es|esh|ash|az|ez)[\s-]"
    r"|(?<!Ciudad )(?<!Departamento )(?<!Provincia )(?<!Estado )(?<!Municipio )(?:de|del|de las?|de los|do|da)\s)$"
)
_REACH = 24  # letters before a name in which one begins that ends on it
_GOES_ON_AS_ANOTHER = 4.0
# "The town of Sake" is a town, whatever its name means otherwise.
_A_TOWN = re.compile(r"\b(?:town|city|village|township|municipality)\sof\s\Z", re.IGNORECASE)
_TOLD_SO = 4.0
# Arabic for a gate, a hill, a valley, a village …, which bear names of their own.
_GENERIC = frozenset({
    "bab", "tal", "tel", "tell", "jabal", "jebel", "wadi", "kafr", "kafar", "ain", "ayn", "beit", "burj", "jisr",
})  # fmt: skip
_WIDE = 2.0  # the score of a name that is not only that of a town, before looking around it
_CITY, _TOWN = 500_000, 100_000  # people of a city that other names mean too, of a town that its first name can mean


def prior(run: list[Word], matches: list[Match]) -> float:
    """How likely the name is a place before looking around it."""
    if any(match.entry.kind != "settlement" for match in matches):
        capitals = run[0].text.isupper() and any(match.entry.kind == "country" for match in matches)
        return 2.0 if len(run) > 1 or capitals or run[0].lower not in surroundings()["ordinary_words"] else -0.5
    if len(run) > 1:
        if all(word.lower in surroundings()["generic"] for word in run):
            return -4.0
        joined = all(word.lower in surroundings()["ordinary_words"] for word in run)
        return 0.0 if joined else 1.5
    if run[0].lower in surroundings()["calendar"]:
        return -4.0
    if not is_latin(run[0].text):
        return 1.5  # a word of another script, among Latin ones
    population = max(match.entry.population for match in matches)
    size = max(-0.8, min(1.6, 0.7 * (math.log10(population + 1) - 4)))
    name = 0.3 if any(match.how == "name" for match in matches) else -0.4
    ordinary = -2.0 if run[0].lower in surroundings()["ordinary_words"] else 0.0
    short = -1.0 if len(run[0].text) <= 3 else 0.0
    return size + name + ordinary + short


@dataclass(frozen=True, slots=True, kw_only=True)
class InText:
    """Where a name stands among the words of a text."""

    text: str
    words: list[Word]
    first: int
    last: int

    def before(self) -> Word | None:
        """The word before it, when only a space or a full stop lies between; not the last of the paragraph above."""
        if self.first == 0:
            return None
        word = self.words[self.first - 1]
        gap = self.text[word.end : self.words[self.first].start]
        return word if gap.strip() in ("", ".") and _PARAGRAPH.search(gap) is None else None

    def after(self) -> Word | None:
        """The word after it, when only a space, or a possessive, lies between."""
        if self.last + 1 >= len(self.words):
            return None
        word = self.words[self.last + 1]
        gap = self.text[self.words[self.last].end : word.start]
        return word if gap.strip() == "" and "\n" not in gap else None


def in_context(around: InText, persons: Set[str], lower: Set[str], toponym: Toponym, gazetteer: Gazetteer) -> float:
    """The score of a name where it stands; ``persons``: surnames, ``lower``: what the text has in small letters too."""
    score = toponym.score + _context(around, persons, lower, toponym)
    return score - (_GOES_ON_AS_ANOTHER if _is_begun(around, toponym, gazetteer) else 0.0)


def _context(around: InText, persons: Set[str], lower: Set[str], toponym: Toponym) -> float:
    """What the words around a name add to its score."""
    if toponym.form == "adjective":
        return 0.0
    score = _left(around) + _right(around)
    key = toponym.name.casefold()
    single = around.first == around.last
    score -= 2.5 if key in persons else 0.0
    score -= 2.5 if _GOES_ON.match(around.text, toponym.span.end) else 0.0
    score -= 2.5 if toponym.score < _WIDE and _is_thing(around) else 0.0
    score += 1.5 if REGIONS_AFTER.match(around.text, toponym.span.end) else 0.0
    start = toponym.span.start
    score -= 2.5 if _BEGAN.search(around.text, max(0, start - _REACH), start) else 0.0
    before = around.before()  # a capital there begins a longer name ("Zorba Bello, 30 km north of …")
    alone = single and not around.words[around.first].first and (before is None or not before.capital)
    score += 2.5 if alone and _LIES.match(around.text, toponym.span.end) else 0.0
    score += _TOLD_SO if _A_TOWN.search(around.text, max(0, start - _REACH), start) else 0.0
    score -= _GOES_ON_AS_ANOTHER if _CALLED.search(around.text, max(0, start - _REACH), start) else 0.0
    score -= 2.0 if single and key in lower else 0.0
    score -= 0.6 if single and around.words[around.first].first else 0.0
    return score


def _is_begun(around: InText, toponym: Toponym, gazetteer: Gazetteer) -> bool:
    """Whether a city by another name only begins a longer name: "Colonia Miramontes" is not Cologne."""
    after = around.after()
    if after is None or around.first != around.last or toponym.form != "name" or not after.capital:
        return False
    generic = toponym.name.casefold() in _GENERIC and around.text[max(0, toponym.span.start - 1)] not in "-‑"
    if generic:
        return True  # "Bab Tuma", "Tell Shair": the gate and the hill have a name of their own
    words = surroundings()
    if any(after.lower in words[group] for group in ("ordinary_words", "suffixes", "inner", "nouns", "kinds")):
        return False
    matches = gazetteer_matches(toponym.name, gazetteer)
    otherwise = any(m.how != "name" and m.entry.population >= _CITY for m in matches)
    first = any(m.how == "name" and (m.entry.kind != "settlement" or m.entry.population >= _TOWN) for m in matches)
    return otherwise and not first


def _is_thing(around: InText) -> bool:
    """Whether a name is made of everyday words, the last of which is that of a thing ("the Old Bridge")."""
    words, before = surroundings(), around.before()
    if around.first == around.last or before is None or before.lower != "the":
        return False
    everyday = words["ordinary_words"] | words["generic"]
    named = [word.lower for word in around.words[around.first : around.last + 1]]
    return named[-1] in words["heads"] and all(word in everyday for word in named[:-1])


def _left(around: InText) -> float:
    words, before = surroundings(), around.before()
    if before is None:
        return 0.0
    alone = around.first == around.last
    if alone and before.capital and not before.first and around.words[around.first].lower in words["kinds"]:
        return -4.0  # print in capitals: "ARENALES CANTON"
    if before.lower in words["where"]:
        return 1.5
    if before.lower in words["whither"]:
        return 0.7
    if before.capital and before.lower in words["given_names"]:
        return -3.0
    if before.lower in words["titles"] and before.capital:
        return -2.5
    if before.capital and before.lower in words["before"]:
        return -1.0
    if before.capital and not before.first and before.lower not in words["inner"]:
        return -1.5
    return 0.0


def _right(around: InText) -> float:
    words, after = surroundings(), around.after()
    if after is None:
        return 0.0
    if after.lower in words["suffixes"]:
        return 1.5
    if after.capital and after.lower in words["heads"]:
        return -2.0
    if after.capital and after.lower not in words["inner"] and around.words[around.first].lower in words["given_names"]:
        return -3.0
    if after.capital and after.lower not in words["ordinary_words"]:
        return -0.8
    return 0.0


def persons_of(text: str, words: list[Word]) -> frozenset[str]:
    """Surnames: capitalised words after a given name or a title, by which the text goes on to call the person."""
    groups = surroundings()
    names = set()
    for left, right in pairwise(words):
        if not left.capital or not right.capital or text[left.end : right.start].strip() not in ("", "."):
            continue
        if left.lower in groups["given_names"] or (left.lower in groups["titles"] and left.lower != "president"):
            names.add(right.text.casefold())
    return frozenset(names)


def by_name(found: list[Toponym]) -> list[Toponym]:
    """A name that is surely a place once is likelier one wherever it stands."""
    best: dict[str, float] = {}
    for toponym in found:
        key = name_key(toponym.name)
        best[key] = max(best.get(key, -9.0), toponym.score)
    return [
        replace(toponym, score=toponym.score + min(1.5, max(0.0, best[name_key(toponym.name)] - 1.0)))
        if best[name_key(toponym.name)] > toponym.score
        else toponym
        for toponym in found
    ]


def with_neighbours(found: list[Toponym], text: str, gazetteer: Gazetteer) -> list[Toponym]:
    """Join a name with the one after its comma or in brackets: "Aleppo, Syria" makes both likelier.

    Of two states in a row the first lies in no other: "Iraq, Iran and Turkey".
    """
    joined, listed = list(found), _listed(found, text)
    for place, (left, right) in enumerate(pairwise(found)):
        gap = text[left.span.end : right.span.start]
        if place in listed:
            continue
        bracketed = _IN_BRACKETS.fullmatch(gap) and text[right.span.end : right.span.end + 1] == ")"
        if left.form == right.form == "name" and (bracketed or _AFTER_COMMA.fullmatch(gap)):
            inside = None if _is_state(left.name, gazetteer) and _is_state(right.name, gazetteer) else right.name
            joined[place] = replace(joined[place], score=joined[place].score + 0.8, within=inside)
            joined[place + 1] = replace(right, score=right.score + 0.3)
    return joined


def _listed(found: Sequence[Toponym], text: str) -> set[int]:
    """The numbers of names in a list of three and more, of which none lies in the next ("Homs, Hama and Idlib")."""
    gaps = [text[left.span.end : right.span.start] for left, right in pairwise(found)]
    commas, listed = list[int](), set[int]()
    for place, gap in enumerate(gaps):
        if gap.strip() == ",":
            commas.append(place)
            continue
        if len(commas) > 1 and _AND.fullmatch(gap):
            listed.update(commas)
        commas = []
    return listed


def _is_state(name: str, gazetteer: Gazetteer) -> bool:
    return any(match.entry.kind == "country" for match in gazetteer_matches(name, gazetteer))
