"""Toponyms in a text by look-up alone: capitalised words that the gazetteer knows, less those that are something else.

Used where no model has marked the places, and beside one that did. What stands around a name decides: a locative
before it, a region after it, a given name, a title, the head of an organisation, an everyday word at the start.
The weights were set by hand on LGL (local news), which the project develops on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml

from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer, Match
from situate.text.names import is_latin, name_key

_PLACES = Path(__file__).parent.parent / "places"
_LONGEST = 6  # words in a name ("Democratic Republic of the Congo" has five)

_ARTICLE = "(?:al|el|ul|ad|ar|as|ash|at|az|ez|es|e|a)"
_TOKEN = re.compile(
    r"[b-df-tv-z][a-z]*+(?=[\s,;)])|"  # most words, which have no article
    rf"(?:[A-Z]\.){{2,}}|[A-Z][a-z]*\.[A-Z][a-z]?\.|(?:(?<![^\W\d_]){_ARTICLE}-|(?<![^\W\d_]){_ARTICLE.title()}-)?"
    rf"[^\W\d_]+(?:['’ʿ‘][^\W\d_]{{2,}})*"
)
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*\s+[\"“‘(\[]*$|\n\s*[\"“‘(\[]*$|^\s*[\"“‘(\[]*$")
_AND = re.compile(r"\s*,?\s+(?:and|or)\s+(?:the\s+)?")
_AFTER_COMMA = re.compile(r"\s*,\s+")
_IN_BRACKETS = re.compile(r"\s\(")
_PARAGRAPH = re.compile(r"\n\s*\n")
_JOINS = re.compile(r" |-|–| ?\n ?")
_STREET = re.compile(
    r"\s(?:street|avenue|boulevard|square|plaza|(?:(?:and|y)\s(?:[A-Z][\w'’-]*\s){1,3})?(?:[Ss]treets|[Aa]venues))\b"
)
# "Lanao del Sur" is not Lanao, nor "Orum al-Kubra" Orum.
_GOES_ON = re.compile(r"\s(?:(?:del?|da|do)\s(?:las?\s|los\s)?|(?:al|el|ad|ar|as|ash|at|az|ez|es)[\s-])[A-Z]")
# "Aqareb es Safi" is not Safi, nor "Lomas de San Francisco" San Francisco; "Ciudad de Guatemala" is in it.
# "In Cabaret, north of Port Ziri": a place, whatever else the word means.
_LIES = re.compile(
    r",\s(?:(?:some|about|around|just)\s)?(?:\d[\d.,]*\s?(?:km|kilomet|mile)|(?:north|south|east|west)[\w-]*\sof\s[A-Z])"
)
# "The village of Bakin Ziri" is not Ziri.
_CALLED = re.compile(r"\b(?:village|town|hamlet|settlement|community|suburb) of (?:[A-Z][\w-]+ ){1,2}$")
_BEGAN = re.compile(
    r"[A-Z][\w'’-]+\s(?:(?:al|el|es|esh|ash|az|ez)[\s-]"
    r"|(?<!Ciudad )(?<!Departamento )(?<!Provincia )(?<!Estado )(?<!Municipio )(?:de|del|de las?|de los|do|da)\s)$"
)
_SEA_OF = re.compile(r"\b(?:Gulf|Straits?|Bay|Sea) of $")  # "the Gulf of Aden" is no town and no land
# "Benue, Plateau and Kaduna states": the noun of the last is that of all.
REGIONS_AFTER = re.compile(
    r"(?:(?:,? and|,)(?>\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})){1,12}"
    r"\s(?:provinces|governorates|oblasts|states|regions|departments)\b"
)
_LANDS = frozenset({"country", "region", "area"})
_REACH = 24  # letters before a name in which one begins that ends on it
_SHORT = 4  # names with fewer letters must be written in capitals: "US" is no "us"
_ABBREVIATING = frozenset({"US", "CA", "AU"})  # whose regions have abbreviations, with a full stop: "Ga." is no "Ga"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place as it stands in a text; ``form`` is name or adjective, ``score`` above 0 means it is one.

    ``within`` is the name that follows it after a comma ("Aleppo, Syria"), if that is one too.
    """

    span: Span
    name: str
    form: str = "name"
    score: float = 1.0
    within: str | None = None

    def __hash__(self) -> int:
        return hash((self.span.start, self.name))


class Word(NamedTuple):
    """A word of the text; ``first`` = it opens a sentence.

    ``capital``: its first letter, or the one after its article, is a capital; Arabic and Hebrew have none to tell.
    """

    start: int
    end: int
    text: str
    first: bool
    capital: bool

    @property
    def lower(self) -> str:
        """The word as the tables write it."""
        return self.text.rstrip(".").casefold()


@lru_cache(maxsize=1)
def surroundings() -> dict[str, frozenset[str]]:
    """The words of ``surroundings.yaml``, ``ordinary_words.txt`` and ``given_names.txt`` by their group."""
    groups = yaml.safe_load((_PLACES / "surroundings.yaml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in groups.items()}
    for name in ("ordinary_words", "given_names"):
        lines = (_PLACES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        words[name] = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return words


def text_words(text: str) -> list[Word]:
    """The words of ``text`` that are made of letters, in order."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        follows = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()  # most words: no pattern is asked
        first = not follows and _SENTENCE_END.search(text[max(0, start - 12) : start]) is not None
        first = first and not _abbreviation_before(found, start, text)
        word = match[0]
        capital = not word[0].islower() or ("-" in word and word.split("-", 1)[1][:1].isupper())
        found.append(Word(start, end, word, first, capital))
    return found


def _abbreviation_before(found: list[Word], start: int, text: str) -> bool:
    """Whether the full stop before ``start`` belongs to a title or an initial, and ends no sentence."""
    if not found or text[found[-1].end : start].strip() != ".":
        return False
    return len(found[-1].text) == 1 or found[-1].lower in surroundings()["titles"] | {"st", "mt", "ft"}


def find_toponyms(text: str, gazetteer: Gazetteer, *, least: float = 0.0) -> list[Toponym]:
    """The toponyms of ``text`` in order, adjectives of countries included; those above the score ``least``."""
    words = text_words(text)
    found = [*_candidates(text, words, gazetteer)]
    scored = _with_neighbours(_by_name(found), text, gazetteer)
    return [toponym for toponym in scored if toponym.score > least]


def _candidates(text: str, words: list[Word], gazetteer: Gazetteer) -> Iterator[Toponym]:
    persons = _persons(text, words)
    lower = {word.text for word in words if word.text.islower()}
    place = 0
    while place < len(words):
        size = 1
        if words[place].capital:
            for length in range(_run_length(text, words, place), 0, -1):
                run = words[place : place + length]
                if not run[-1].capital:
                    continue  # "Eil on Sunday": no name ends in "on"
                if length > 1 and names_street(text, run[-1].end):
                    size = length  # nor is a part of a street's name one of a place
                    break
                begun = text.endswith(" of ", 0, run[0].start)
                if begun and _SEA_OF.search(text, max(0, run[0].start - _REACH), run[0].start):
                    break
                toponym = _with_noun(text, words[place : place + length + 1], gazetteer) or _candidate(
                    text, run, gazetteer
                )
                if toponym is not None:
                    size = length
                    toponym = _with_side(text, words[place - 1] if place else None, toponym, gazetteer)
                    around = Surroundings(text=text, words=words, first=place, last=place + length - 1)
                    score = toponym.score + _context(around, persons, lower, toponym)
                    score -= _GOES_ON_AS_ANOTHER if _is_begun(around, toponym, gazetteer) else 0.0
                    yield toponym if score == toponym.score else replace(toponym, score=score)
                    break
        place += size


def _run_length(text: str, words: list[Word], place: int) -> int:
    """How many words from ``place`` on can belong to one name."""
    length, best = 1, 1
    while length < _LONGEST and place + length < len(words):
        left, right = words[place + length - 1], words[place + length]
        gap = text[left.end : right.start]
        if gap != " " and not _JOINS.fullmatch(gap) and not (gap == ". " and left.lower in ("st", "mt", "ft", "ste")):
            break
        if not right.capital and right.lower not in surroundings()["inner"]:
            break
        length += 1
        if right.capital:
            best = length
    return best


def _candidate(text: str, run: list[Word], gazetteer: Gazetteer) -> Toponym | None:
    start, end = run[0].start, run[-1].end
    name = " ".join(text[start:end].split())
    of_text = len(run) > 1 and (run[0].lower in ("a", "an", "i") or run[-1].text == "I")  # "As I" is no town
    if of_text or names_street(text, end):
        return None
    if text[end : end + 1] == "." and len(run) == 1 and len(name) <= 5:
        dotted = gazetteer_matches(name + ".", gazetteer)
        if any(_dotted(match, name) for match in dotted):
            return Toponym(span=Span(start, end + 1), name=name + ".", score=2.5)
    country = gazetteer.adjective(name)
    matches = gazetteer_matches(name, gazetteer)
    if not matches and country is None and len(name) > 5 and name.endswith("s"):
        return _worn(run, gazetteer)
    if country is not None and not any(match.entry.kind in ("country", "region") for match in matches):
        return Toponym(span=Span(start, end), name=name, form="adjective", score=2.0)
    if not matches:
        return None
    return Toponym(span=Span(start, end), name=name, score=_prior(run, matches))


def _with_side(text: str, before: Word | None, found: Toponym, gazetteer: Gazetteer) -> Toponym:
    """A name with the side of the world before it in lower case, where the two name one land: "eastern Ghouta".

    Not so of land across countries: "southern Africa" is as often a part of Africa.
    """
    if before is None or before.lower not in surroundings()["sides"] or text[before.end : found.span.start] != " ":
        return found
    name = f"{before.text} {found.name}"
    entries = [
        match.entry for match in gazetteer.matches(name) if match.entry.country and match.entry.kind != "settlement"
    ]
    if not any(name_key(entry.name) == name_key(name) for entry in entries):
        return found
    return replace(found, span=Span(before.start, found.span.end), name=name)


def _with_noun(text: str, run: list[Word], gazetteer: Gazetteer) -> Toponym | None:
    """A name that ends in a noun in lower case: "Castello road", "Mosul dam"."""
    last = run[-1]
    if len(run) < 2 or not last.text.islower() or text[run[-2].end : last.start] != " ":
        return None
    if last.text not in surroundings()["nouns"]:
        return None
    name = text[run[0].start : last.end]
    if not any(match.entry.kind in ("site", "base", "village", "area") for match in gazetteer.matches(name)):
        return None
    return Toponym(span=Span(run[0].start, last.end), name=name, score=2.5)


def _worn(run: list[Word], gazetteer: Gazetteer) -> Toponym | None:
    """A possessive that lost its apostrophe, as some texts come ("Syrias president"): of countries and regions."""
    start, end = run[0].start, run[-1].end - 1
    last = run[-1]
    name = " ".join(word.text for word in run)[:-1]
    if last.text.endswith("ss") or not any(match.entry.kind != "settlement" for match in gazetteer.matches(name)):
        return None
    return Toponym(span=Span(start, end), name=name, score=1.5)


def names_street(text: str, end: int) -> bool:
    """Whether the name that ends at ``end`` is that of a street ("Bandera street", "Bandera and Alameda streets")."""
    return _STREET.match(text, end) is not None


def _dotted(match: Match, name: str) -> bool:
    """Whether ``name`` is an abbreviation of a region that is written with a full stop ("Calif.", "N.S.")."""
    entry = match.entry
    return entry.kind == "region" and entry.country in _ABBREVIATING and name_key(entry.name) != name_key(name)


def gazetteer_matches(name: str, gazetteer: Gazetteer) -> list[Match]:
    """What ``name`` can mean, as it is written: abbreviations need their full stop or their capitals."""
    return [match for match in gazetteer.matches(name) if _written_right(name, match)]


def _written_right(name: str, match: Match) -> bool:
    entry = match.entry
    if entry.kind not in _LANDS or (key := name_key(name)) == name_key(entry.name):
        return True
    if entry.kind == "region" and entry.country in _ABBREVIATING and len(key) <= _SHORT + 1:
        return "." in name or (name.isupper() and len(name) == _SHORT - 1)
    if len(key) >= _SHORT:
        return True
    return name.isupper()


def _prior(run: list[Word], matches: list[Match]) -> float:
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
class Surroundings:
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


def _context(around: Surroundings, persons: Set[str], lower: Set[str], toponym: Toponym) -> float:
    """What the words around a name add to its score."""
    if toponym.form == "adjective":
        return 0.0
    score = _left(around) + _right(around)
    key = toponym.name.casefold()
    single = around.first == around.last
    score -= 2.5 if key in persons else 0.0
    score -= 2.5 if _GOES_ON.match(around.text, toponym.span.end) else 0.0
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


_GOES_ON_AS_ANOTHER = 4.0
# "The town of Sake" is a town, whatever its name means otherwise.
_A_TOWN = re.compile(r"\b(?:town|city|village|township|municipality)\sof\s\Z", re.IGNORECASE)
_TOLD_SO = 4.0
# Arabic for a gate, a hill, a valley, a village …, which bear names of their own.
_GENERIC = frozenset({
    "bab", "tal", "tel", "tell", "jabal", "jebel", "wadi", "kafr", "kafar", "ain", "ayn", "beit", "burj", "jisr",
})  # fmt: skip
_CITY, _TOWN = 500_000, 100_000  # people of a city that other names mean too, of a town that its first name can mean


def _is_begun(around: Surroundings, toponym: Toponym, gazetteer: Gazetteer) -> bool:
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


def _left(around: Surroundings) -> float:
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


def _right(around: Surroundings) -> float:
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


def _persons(text: str, words: list[Word]) -> frozenset[str]:
    """Surnames: capitalised words after a given name or a title, by which the text goes on to call the person."""
    groups = surroundings()
    names = set()
    for left, right in pairwise(words):
        if not left.capital or not right.capital or text[left.end : right.start].strip() not in ("", "."):
            continue
        if left.lower in groups["given_names"] or (left.lower in groups["titles"] and left.lower != "president"):
            names.add(right.text.casefold())
    return frozenset(names)


def _by_name(found: list[Toponym]) -> list[Toponym]:
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


def _with_neighbours(found: list[Toponym], text: str, gazetteer: Gazetteer) -> list[Toponym]:
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
