"""The structure of a phrase that names an actor: its head, what follows it, its conjuncts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.parts import Part

BREAK = re.compile(r"[,(\[—–:;]|\s-\s")
_PREPOSITIONS = frozenset({"to", "with", "by", "in", "at", "on", "from", "near", "of", "for", "under"})


_POSSESSED = re.compile(r"\s*(?:its|their|his|her|our|my)\s+(\S.*)", re.IGNORECASE | re.DOTALL)


def possessed(quote: str, owner: str | None) -> str:
    """What follows a possessive whose owner is known ("fighters" of "its fighters"), or nothing."""
    match = _POSSESSED.match(quote)
    return match[1] if match and owner else ""


def all_of(parts: Sequence[Part], *classes: str) -> bool:
    """Whether all parts are plain words of these classes."""
    return all(p.form is None and lexicon().is_any(classes, p.key) for p in parts)


def cut(text: str, parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The part of the phrase that holds its head noun, and what follows it."""
    words = lexicon()
    heavy, light = False, words.classes["light"]
    for index in range(1, len(parts)):
        heavy = heavy or parts[index - 1].form is not None or parts[index - 1].key not in light
        if heavy and _ends(text, parts, index):
            head = list(parts[:index])
            while len(head) > 1 and head[-1].form is None and head[-1].key in words.join:
                head.pop()
            return head, list(parts[index:])
    return list(parts), []


def _ends(text: str, parts: Sequence[Part], index: int) -> bool:
    """Whether the head of the phrase ends before this part."""
    words = lexicon()
    last, part = parts[index - 1], parts[index]
    between = text[last.end : part.start]
    modifies = last.form is None and last.key in words.linked
    if between.strip() == "," and (modifies or _listed(last, part)):
        return False
    if BREAK.search(between):
        return True
    if part.form is not None or part.key not in words.apart:
        return False
    if part.key in words.linked or part.key in words.held:
        follows = parts[index + 1].key if index + 1 < len(parts) else ""
        return follows in _PREPOSITIONS
    return True


def titled(head: Sequence[Part]) -> bool:
    """Whether a title of a person is among the plain words."""
    return any(p.key in lexicon().person_titles for p in head if p.form is None)


def generic_group(head: Sequence[Part]) -> bool:
    """Whether the head noun is a common word for an armed group or its members."""
    words = lexicon()
    last = head[-1].key
    body = last in words.apposed  # "the party"
    return body or words.is_any(("group", "organisation", "member", "rebel"), last)


def first_of_several(text: str, head: Sequence[Part]) -> int | None:
    """Where the second of several actors begins: the index of "and", or of the word after a slash."""
    join = lexicon().join
    for index in range(1, len(head)):
        if index < len(head) - 1 and head[index].form is None and head[index].key in join:
            return index
        between = text[head[index - 1].end : head[index].start].strip()
        if between in {"/", "&", ","} and head[index - 1].form and head[index].form:
            return index
    return None


def _listed(last: Part, part: Part) -> bool:
    """Whether a comma between two names only lists them: "UK, US and French special forces"."""
    states = {"country", "adjective"}
    return last.form in states and part.form in states


def unbroken(text: str, parts: Sequence[Part]) -> list[Part]:
    """The first of these parts that follow each other without a mark between them."""
    for index in range(1, len(parts)):
        if BREAK.search(text[parts[index - 1].end : parts[index].start]):
            return list(parts[:index])
    return list(parts)


def from_capital(parts: Sequence[Part]) -> list[Part]:
    """The parts from the first one with a capital on."""
    return list(parts[next((i for i, p in enumerate(parts) if p.capital and p.key != "the"), len(parts)) :])


def named(parts: Sequence[Part]) -> bool:
    """Whether a known name is among them."""
    return any(p.form for p in parts)
