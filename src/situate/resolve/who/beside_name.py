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
_OFFICE_OF = re.compile(r"\s+of\s+(?:the\s+)?[^\W\d_a-z]")  # "Ada Lorn, president of the Lusar Union"
# A full name at the end of a stretch, after a mark or a small word.
_NAME = 60  # code points
_FULL = re.compile(
    r"(?:^|[,;:.?!—–-]\s|\b[a-z]+\s|\n)([^\W\d_a-z][\w’'-]+(?:\s(?:al|bin|de|van|von))?(?:\s[^\W\d_a-z][\w’'-]+){1,2})$"
)
_NO_PERSON = ("group", "organisation", "government", "military", "police", "people")


def beside_name(told: Told, naming: Naming, actor: Actor | None) -> Actor | None:
    """The person named right before or after a description of one, which has names for nobody but a body of theirs."""
    words = keys(naming.quote)
    free = actor is None or actor.kind in {"government", "state_forces"}
    at = naming.span
    bare = len(words) == 1 and naming.quote.islower() and _OFFICE_OF.match(told.text, at.end) is not None
    described = (bare or (len(words) > 1 and _BEGINS.match(naming.quote) is not None)) and _one_person(words)
    if naming.ref is not None or not free or not described:
        return None
    before = _FROM_NAME.search(told.text, max(0, at.start - 4), at.start)
    if before is not None and (bare or _CLOSED.match(told.text, at.end)):
        person = _person(told, told.order.ending(before.start(), before.start()))
        person = person or (name_ending(told, before.start()) if bare else None)
        if person is not None:
            return person
    if bare:
        return None
    after = _TO_NAME.match(told.text, at.end)
    if after is None or after.end() == at.end:
        return None
    named = list(told.order.beginning(after.end(), after.end() + 1))
    ends = max((told.namings[i].span.end for i in named), default=at.end)
    return None if _ENDS.match(told.text, ends) else _person(told, named)


def name_ending(told: Told, end: int) -> Actor | None:
    """The person whose full name ends at a place, where the reader marked none there."""
    found = _FULL.search(told.text, max(0, end - _NAME), end) if not told.capitals else None
    person = told.link(found[1])[0] if found is not None else None
    return person if person is not None and person.kind == "person" else None


def _one_person(words: tuple[str, ...]) -> bool:
    """Whether a description is of one person, by its head: the last word before "of", "for", "at" or "in"."""
    head = next((i for i, word in enumerate(words) if i and word in {"of", "for", "at", "in"}), len(words)) - 1
    lex = lexicon()
    return words[head] in lex.person_titles and not lex.is_any(_NO_PERSON, words[head])


def _person(told: Told, numbers: list[int]) -> Actor | None:
    """The person of the longest of some phrases that names one."""
    longest = sorted(numbers, key=lambda i: told.namings[i].span.start - told.namings[i].span.end)
    found = (told.done[i][0] for i in longest if i in told.done)
    return next((actor for actor in found if actor is not None and actor.kind == "person"), None)
