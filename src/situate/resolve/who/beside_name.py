"""The person whom a description stands beside: "Ada Lorn, the tireless president,", "the mayor of Tal, Ada Lorn,"."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.clauses import clause_led_to
from situate.resolve.who.family import is_relative
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.phrases import possessed
from situate.resolve.who.told import Naming, Told

_BEGINS = re.compile(r"(?:the|an?|his|her|its|their|our|my|whose)\s|\S+[’']s?\s", re.IGNORECASE)
_FROM_NAME = re.compile(r",\s+$")
_TO_NAME = re.compile(r",?\s+")
_CLOSED = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s(?:of\s(?:the\s)?|and\s)?[A-Z][\w’'-]*){0,4})?"
    r"\s*(?:[,.;:)–—]|whom?\b|and\s(?:former|ex-|a\s|its\s|an\s)|$)"
)
# No apposition: "the mayor, Ada Lorn’s friend", "the mayor, Ada Lorn and others".
_ENDS = re.compile(r"[’']s\b|\s+and\b")
# A name behind which a clause goes on: not "According to his lawyer, Ada Lorn was beaten", nor "…, Ada Lorn, 34, was".
_APPOSED = re.compile(r"\s*[,–—](?!\s*(?:\d|(?:an?|who)\b))")
_OFFICE_OF = re.compile(r"\s+of\s+(?:the\s+)?[^\W\d_a-z]")  # "Ada Lorn, president of the Lusar Union"
# A full name at the end of a stretch, after a mark or a small word.
_NAME = 60  # code points
_FULL = re.compile(
    r"(?:^|[,;:.?!—–-]\s|\b[a-z]+\s|\n)([^\W\d_a-z][\w’'-]+(?:\s(?:al|bin|de|van|von))?(?:\s[^\W\d_a-z][\w’'-]+){1,2})$"
)
# Who is named after a description, by the form of the name: "his brother, Defence Secretary Ada Lorn,".
_CALLED = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|of|for|and)\.?\s){0,4}?(?:[^\W\d_a-z][\w’'-]*\.?\s(?:(?:al|bin|de|van|von|ag|ibn)\s)?){1,3}"
    r"[^\W\d_a-z][\w’'-]+(?=\s*[,.;:)–—]|\sof\s)"
)
_NO_PERSON = ("group", "organisation", "government", "military", "police")


def beside_name(told: Told, naming: Naming, actor: Actor | None) -> Actor | None:
    """The person named right before or after a description of one, which has names for nobody but a body of theirs."""
    words, at = keys(naming.quote), naming.span
    itself = actor is not None and actor.private and words == ("the", *keys(actor.name))  # "the Swede", as a name
    free = actor is None or actor.kind != "person" or itself
    bare = len(words) == 1 and naming.quote.islower() and _OFFICE_OF.match(told.text, at.end) is not None
    whose = naming.ref is None or possessed(naming.quote, naming.ref)
    if not whose or not free or not (bare or itself or _one_person(naming.quote, words)):
        return None
    before = _FROM_NAME.search(told.text, max(0, at.start - 4), at.start)
    if before is not None and (bare or _CLOSED.match(told.text, at.end)):
        person = _person(told, told.order.ending(before.start(), before.start()))
        person = person or name_ending(told, before.start())
        if person is not None:
            return person
    return None if bare else _named_after(told, at)


def _named_after(told: Told, at: Span) -> Actor | None:
    """The person whose name, alone or behind a title, follows a description."""
    after = _TO_NAME.match(told.text, at.end)
    if after is None or after.end() == at.end:
        return None
    named = list(told.order.beginning(after.end(), after.end() + 1))
    ends = max((told.namings[i].span.end for i in named), default=at.end)
    if _ENDS.match(told.text, ends) or begins_a_clause(told, at, after.end(), ends):
        return None
    person = _person(told, named)
    called = None if person is not None or told.capitals else _CALLED.match(told.text, after.end())
    if called is None or not after[0].startswith(",") or begins_a_clause(told, at, *called.span()):
        return person
    person, _ = told.link(called[0])
    return person if person is not None and person.kind == "person" else None


def begins_a_clause(told: Told, at: Span, start: int, end: int) -> bool:
    """Whether a name behind a description begins the clause that words lead to: "Unlike his lawyer, Ada Lorn was"."""
    led = clause_led_to(told.text, told.sentences_back(at.start)[0][0], at.end) == start
    return led and not _APPOSED.match(told.text, end)


def name_ending(told: Told, end: int) -> Actor | None:
    """The person whose full name ends at a place, where the reader marked none there."""
    found = _FULL.search(told.text, max(0, end - _NAME), end) if not told.capitals else None
    place = found is not None and Span(found.start(1), found.end(1)) in told.toponyms
    person = told.link(found[1])[0] if found is not None and not place else None
    return person if person is not None and person.kind == "person" else None


def _one_person(quote: str, words: tuple[str, ...]) -> bool:
    """Whether a description is of one person, by its head: the last word before "of", "for", "at" or "in"."""
    if len(words) < 2 or not _BEGINS.match(quote):
        return False
    head = next((i for i, word in enumerate(words) if i and word in {"of", "for", "at", "in"}), len(words)) - 1
    lex = lexicon()
    titled = words[head] in lex.person_titles and not lex.is_any(_NO_PERSON, words[head])
    return titled or words[head] in lex.relations or is_relative(" ".join(words[: head + 1]))


def _person(told: Told, numbers: list[int]) -> Actor | None:
    """The person of the longest of some phrases that names one."""
    longest = sorted(numbers, key=lambda i: told.namings[i].span.start - told.namings[i].span.end)
    found = (told.done[i][0] for i in longest if i in told.done)
    return next((actor for actor in found if actor is not None and actor.kind == "person"), None)
