"""Family names: with the given names that a report puts beside them, and with words that introduce somebody."""

from __future__ import annotations

import re

from situate.resolve.said_places import said_places

_GIVEN = r"[^\W\d_a-z](?:(?:[\w\-]|[’'](?!s\b))*|\w{0,4}\.(?:\w\.)*)(?: |\n(?!\n))"
_GOES_ON = re.compile(r"(?:\s(?:(?:al|el|bin|de|abu)[\s-])?[^\W\d_a-z][\w’'\-]+){1,2}")
_KIN = (
    r"(?:husbands?|wi(?:fe|ves)|sons?|daughters?|brothers?|sisters?|fathers?|mothers?|parents|cousins?|uncles?|aunts?|"
    r"nephews?|nieces?|child|children|baby|babies|grand(?:father|mother|son|daughter)s?|fianc(?:é|e)e?|widow)"
)
_RELATIVE = re.compile(
    r"(?:his|her|their|my|our|your)\s+(?:"
    r"(?:(?:late|former|elder|older|younger|two|three|own|pregnant|\d+)\s+){0,2}"
    + _KIN
    + r"|(?:\w+\s+){0,2}(?:relatives|family|families))"
    r"|(?:the|a)\s+(?:husband|wife|son|daughter|brother|sister|father|mother|cousin|uncle|aunt|nephew|niece|grandfather|"
    r"grandmother|grandson|granddaughter|widow)"
    r"|(?:the\s+)?(?:relatives|family|families)\s+of\s+.*"
    r"|(?:(?:the|an?|one)\s+)?(?:[a-z]+\s+){0,3}(?:friends?|neighbou?rs?|drivers?|bodyguards?|rivals?|foes?|admirers?|classmates?|"
    r"contemporar(?:y|ies)|confidante?s?|mentors?)\s+(?:of|to)\s+.*",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r", (?:a|an|\d\d)\b")
_LINE_ENDS = re.compile(r"\n|[.!?][”\"’']?\s")
_SMALL = 4  # letters of words that headlines write small
_REACH = 200  # code points that given names have at most


def in_full(text: str, name: str) -> tuple[str, ...]:
    """A family name with up to three given names before it, each way it is written once, in the order of the text."""
    full = re.compile(rf"(?:{_GIVEN}){{1,3}}(?:(?:bin|al|el|de|abu)[\s-])?{re.escape(name)}(?!\w)")
    found, end = dict[str, None](), 0
    for at in said_places(text).of(name):
        if at >= end:
            match = full.search(text, max(end, at - _REACH), at + len(name) + _REACH)
            if match is not None and match.start() <= at:
                found[match[0]], end = None, match.end()
    return tuple(found)


def in_heading(text: str, name: str) -> bool:
    """Whether a name stands first in a line all of whose longer words have capitals: there any word may be a name."""
    at = text.find(name)
    start = text.rfind("\n", 0, at) + 1
    end = _LINE_ENDS.search(text, at + len(name))
    said = [word for word in text[start : end.start() if end else len(text)].split() if len(word) > _SMALL]
    return len(said) > len(name.split()) + 1 and all(not word[:1].islower() for word in said)


def going_on(text: str, name: str) -> tuple[str, ...]:
    """A name with the names after it: "Wang Rune", later "Wang"; "Kaya Tal", later "Kaya"."""
    found, end = dict[str, None](), 0
    for at in said_places(text).of(name):
        match = _GOES_ON.match(text, at + len(name)) if at >= end else None
        if match is not None:
            found[text[at : match.end()]], end = None, match.end()
    return tuple(found)


def is_introduced(text: str, name: str) -> bool:
    """Whether words tell who bears a name: "Lorn, a teacher", "Lorn, 23"."""
    return any(_INTRODUCES.match(text, at + len(name)) for at in said_places(text).of(name))


def is_relative(quote: str) -> bool:
    """Whether a phrase only says whose relative somebody is: "her husband", "the father" are no side."""
    return _RELATIVE.fullmatch(quote.strip()) is not None
