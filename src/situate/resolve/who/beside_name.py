"""The person whom a description stands beside: "Ada Lorn, the tireless president,", "the mayor of Tal, Ada Lorn,"."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.told import Naming, Told

_BEGINS = re.compile(r"(?:the|an?|his|her|its|their|our)\s", re.IGNORECASE)
_FROM_NAME = re.compile(r",\s+$")
_TO_NAME = re.compile(r",?\s+")
_CLOSED = re.compile(r"\s*(?:[,.;:)–—]|who\b|$)")
# No apposition: "the mayor, Ada Lorn’s friend", "the mayor, Ada Lorn and others".
_ENDS = re.compile(r"[’']s\b|\s+and\b")
_NO_PERSON = ("group", "organisation", "government", "military", "police", "people")


def beside_name(told: Told, naming: Naming, actor: Actor | None) -> Actor | None:
    """The person named right before or after a description of one, which has names for nobody but a body of theirs."""
    words = keys(naming.quote)
    free = actor is None or actor.kind in {"government", "state_forces"}
    described = len(words) > 1 and _BEGINS.match(naming.quote) is not None and _one_person(words)
    if naming.ref is not None or not free or not described:
        return None
    at = naming.span
    before = _FROM_NAME.search(told.text, max(0, at.start - 4), at.start)
    if before is not None and _CLOSED.match(told.text, at.end):
        person = _person(told, told.order.ending(before.start(), before.start()))
        if person is not None:
            return person
    after = _TO_NAME.match(told.text, at.end)
    if after is None or after.end() == at.end:
        return None
    named = list(told.order.beginning(after.end(), after.end() + 1))
    ends = max((told.namings[i].span.end for i in named), default=at.end)
    return None if _ENDS.match(told.text, ends) else _person(told, named)


def _one_person(words: tuple[str, ...]) -> bool:
    """Whether a description is of one person, by its head: the last word before "of", "for", "at" or "in"."""
    head = next((i for i, word in enumerate(words) if i and word in {"of", "for", "at", "in"}), len(words)) - 1
    lex = lexicon()
    return words[head] in lex.person_titles and not any(lex.is_(name, words[head]) for name in _NO_PERSON)


def _person(told: Told, numbers: list[int]) -> Actor | None:
    """The person of the longest of some phrases that names one."""
    longest = sorted(numbers, key=lambda i: told.namings[i].span.start - told.namings[i].span.end)
    found = (told.done[i][0] for i in longest if i in told.done)
    return next((actor for actor in found if actor is not None and actor.kind == "person"), None)
