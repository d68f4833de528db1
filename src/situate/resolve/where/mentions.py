"""Toponyms in a text by look-up alone: capitalised words that the gazetteer knows, less those that are something else.

Used where no model has marked the places, and beside one that did. What speaks for a place and against one is weighed
(``toponym_scores``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.toponym_scores import InText, by_name, in_context, persons_of, prior, with_neighbours
from situate.resolve.where.toponyms import Toponym, Word, gazetteer_matches, is_dotted, surroundings, text_words
from situate.text.names import name_key

_LONGEST = 6  # words in a name ("Democratic Republic of the Congo" has five)
_JOINS = re.compile(r" |-|–| ?\n ?")
_STREET = re.compile(
    r"\s(?:street|avenue|boulevard|square|plaza|(?:(?:and|y)\s(?:[A-Z][\w'’-]*\s){1,3})?(?:[Ss]treets|[Aa]venues))\b"
)
_NUCLEAR = re.compile(r" (?:nuclear(?: power)? (?:plant|station|facility)|NPP)\b")
_SEA_OF = re.compile(r"\b(?:Gulf|Straits?|Bay|Sea) of $")  # "the Gulf of Aden" is no town and no land
_LEVELS = frozenset({"upper", "lower", "middle", "central"})  # of lands, beside the sides of the world
_REACH = 24  # letters before a name in which one begins that ends on it


def find_toponyms(text: str, gazetteer: Gazetteer) -> list[Toponym]:
    """The toponyms of ``text`` in order, adjectives of countries included."""
    words = text_words(text)
    scored = with_neighbours(by_name([*_candidates(text, words, gazetteer)]), text, gazetteer)
    return [toponym for toponym in scored if toponym.score > 0]


def _candidates(text: str, words: list[Word], gazetteer: Gazetteer) -> Iterator[Toponym]:
    persons = persons_of(text, words)
    lower = {word.text for word in words if word.text.islower()}
    place = 0
    while place < len(words):
        toponym, size = _longest(text, words, place, gazetteer) if words[place].capital else (None, 1)
        toponym = _half(text, words[place : place + 4], gazetteer) or toponym
        if toponym is not None:
            around = InText(text=text, words=words, first=place, last=place + size - 1)
            score = in_context(around, persons, lower, toponym, gazetteer)
            yield toponym if score == toponym.score else replace(toponym, score=score)
        place += size


def _longest(text: str, words: list[Word], place: int, gazetteer: Gazetteer) -> tuple[Toponym | None, int]:
    """The longest name that begins with a word, and how many words are passed with it."""
    start = words[place].start
    sea = text.endswith(" of ", 0, start) and _SEA_OF.search(text, max(0, start - _REACH), start)
    for length in range(_run_length(text, words, place), 0, -1):
        run = words[place : place + length]
        if not run[-1].capital:
            continue  # "Eil on Sunday": no name ends in "on"
        if length > 1 and names_street(text, run[-1].end):
            return None, length  # nor is a part of a street's name one of a place
        if sea:
            break
        noun = _with_noun(text, words[place : place + length + 1], gazetteer)
        toponym = noun or _candidate(text, run, gazetteer)
        if toponym is not None:
            return _with_side(text, words[place - 1] if place else None, toponym, gazetteer), length
    return None, 1


def _half(text: str, words: list[Word], gazetteer: Gazetteer) -> Toponym | None:
    """ "North" of "North and South Ziri", where both are names of lands: the first goes without what they share."""
    if len(words) < 4 or words[1].text not in ("and", "or") or not (words[2].capital and words[3].capital):
        return None
    one, _, other, shared = words
    if not {one.lower, other.lower} <= surroundings()["sides"] | _LEVELS or text[other.end : shared.start] != " ":
        return None
    names = [f"{side.text} {shared.text}" for side in (one, other)]
    both = all(any(m.entry.kind in ("country", "region") for m in gazetteer_matches(n, gazetteer)) for n in names)
    return Toponym(span=Span(one.start, one.end), name=names[0], score=2.5) if both else None


def _run_length(text: str, words: list[Word], place: int) -> int:
    """How many words from ``place`` on can belong to one name."""
    length, best = 1, 1
    while length < _LONGEST and place + length < len(words):
        left, right = words[place + length - 1], words[place + length]
        gap = text[left.end : right.start]
        if right.text == "s" and gap in ("'", "’"):
            length += 1  # "Cox's Bazar"
            continue
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
        if any(is_dotted(match, name) for match in dotted):
            return Toponym(span=Span(start, end + 1), name=name + ".", score=2.5)
    country = gazetteer.adjective(name)
    matches = gazetteer_matches(name, gazetteer)
    if not matches and country is None and len(name) > 5 and name.endswith("s"):
        return _worn(run, gazetteer)
    if country is not None and not any(match.entry.kind in ("country", "region") for match in matches):
        return Toponym(span=Span(start, end), name=name, form="adjective", score=2.0)
    if not matches:
        return None
    return Toponym(span=Span(start, end), name=name, score=prior(run, matches))


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
    """A name that ends in a noun in lower case: "Castello road", "Mosul dam", "Ziri nuclear power plant"."""
    last = run[-1]
    end = run[-2].end if len(run) > 1 and (last.text.islower() or last.text == "NPP") else last.end
    nuclear = _NUCLEAR.match(text, end)
    if nuclear is not None:
        whole = f"{text[run[0].start : end]} nuclear power plant"
        known = any(match.entry.kind == "site" for match in gazetteer.matches(whole))
        return Toponym(span=Span(run[0].start, nuclear.end()), name=whole, score=2.5) if known else None
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
