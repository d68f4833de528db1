"""Whom "the company", "the charity" and "the agency" mean: the body that a report has told to be one.

"The oil company Lorn … the company"; "Lorn Watch, a charity, … the charity"; or a body that the tables have as one.
Of several the one of the nearest sentence is meant, and in it the one that it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.local import local_body, local_outlet
from situate.resolve.who.names import fold, keys
from situate.resolve.who.told import Naming, Told

_POINTING = frozenset({"the", "this", "that"})
_OTHERS = frozenset({"former", "ex", "other", "another", "second", "new", "first", "whole", "same", "only"})
# Nouns of bodies, with the sectors of rows that are such bodies.
_SECTORS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("company", "firm", "corporation", "operator", "manufacturer", "airline"), frozenset({"BUS"})),
    "party": frozenset({"PTY"}),
    "organization": frozenset({"NGO", "IGO"}),
    "group": frozenset({"NGO"}),  # where it is "based" somewhere
    "agency": frozenset({"IGO", "SPY"}),
    **dict.fromkeys(("union", "federation"), frozenset({"LAB"})),
    **dict.fromkeys(("court", "tribunal"), frozenset({"JUD"})),
    "force": frozenset({"COP"}),
    **dict.fromkeys(("charity", "ngo", "nonprofit", "foundation"), frozenset[str]()),  # only those that are called so
    **dict.fromkeys(("website", "outlet", "newspaper", "broadcaster", "station", "channel"), frozenset[str]()),
}
_OUTLETS = frozenset({"website", "outlet", "newspaper", "broadcaster", "station", "channel"})
_ARMED = frozenset({"organization"})  # that armed groups are called too
_ALSO = {"firm": "company", "organisation": "organization", "nonprofit": "charity", "corporation": "company"}
_NAME = r"[^\W\d_a-z][\w&’'-]*(?:\s(?:(?:of|for|and|de|del|des|du|the)\s){0,2}[^\W\d_a-z][\w&’'-]*){0,4}"
_BASED = re.compile(r"(?:(?!The\s)[A-Z][\w.]*\s)?[A-Z][\w.]*-(?:based|backed|aligned|led|linked|funded|run|owned)\s")
_NEXT = re.compile(rf"\s({_NAME})(?!\w)")
_SHORT = 2  # letters
_FAR = 1200  # code points


def called_body(told: Told, naming: Naming) -> Actor | None:
    """The body that a phrase of "the" and a noun for a sort of bodies takes up."""
    quote = without_ties(naming.quote)
    words = keys(quote)
    if naming.ref is not None or not 1 < len(words) < 4 or words[0] not in _POINTING or words[-1] not in _SECTORS:
        return None
    if words[-1] == "group" and "-based " not in naming.quote:
        return None  # an armed one as often
    plain = all(word.islower() or word == "NGO" for word in quote.split()[1:]) or told.capitals
    plain = plain and all(len(word) > _SHORT for word in words[1:-1])  # "the i newspaper"
    if not plain or told.linker.names_somebody(quote) or not _OTHERS.isdisjoint(words):
        return None
    at, noun = naming.span.start, words[-1]
    found = [one for one in _told_so(told, noun) if at - _FAR <= one[0] and one[1] <= at]
    if len({actor.id for _, _, actor in found}) == 1:
        return found[0][2]
    for number, (start, end) in enumerate(told.sentences_back(at)):
        near = [actor for s, _, actor in sorted(found, key=lambda one: one[:2]) if start <= s < end]
        if near:
            return near[0] if number or len({actor.id for actor in near}) == 1 else None
    return None


def named_next(told: Told, naming: Naming, actor: Actor | None) -> Actor | None:
    """The body whose name follows the noun for what it is: "the state news agency" before "Lorn"."""
    words = keys(naming.quote)
    free = actor is None or actor.kind in {"outlet", "other"}
    if not words or naming.ref is not None or told.capitals or not free or words[-1] not in lexicon().kinds:
        return None
    named = _NEXT.match(told.text, naming.span.end) if naming.quote.split()[-1].islower() else None
    if named is None or any(lexicon().usual(word) for word in keys(named[1])):
        return None
    found, _ = told.link(named[1])
    if fold(named[1].split()[0]) in given_names():
        return None  # "the party Ada Lorn left"
    if found is None or found.id.startswith(("private:", "local:")):
        return local_outlet(named[1]) if words[-1] in _OUTLETS | {"agency"} else local_body(named[1])
    return found if found.kind in {"outlet", "other", "rebel_group", "international"} else None


def without_ties(quote: str) -> str:
    """A phrase without where its body sits and who stands behind it: "the Lisk-based group", "the Lusar-backed one"."""
    return _BASED.sub("", quote)


def _told_so(told: Told, noun: str) -> Iterator[tuple[int, int, Actor]]:
    """The bodies that the tables have as such, and those that the report calls by the noun: where, and whom."""
    yield from told.seen.under(f"sector {noun}", lambda actor: _is_one(told, noun, actor)).all
    if noun in {"force", "court", "tribunal"}:
        return  # what is called so beside a name is its work, or a part of it
    for span in said_places(told.text).once("called bodies", noun, lambda: list(_named_so(told.text, noun))):
        name = span.of(told.text)
        actor, _ = told.link(name)
        if actor is None or actor.id.startswith(("local:", "private:")):
            actor = local_outlet(name) if noun in _OUTLETS else local_body(name)
        if actor.kind not in {"person", "government", "state_forces", "civilians"}:
            yield span.start, span.end, actor


def _is_one(told: Told, noun: str, actor: Actor) -> bool:
    row = told.linker.registry.rows.get(actor.id)
    if row is None:
        return False
    sent = row.kind == "international" and bool(row.theatres)  # a mission is no agency
    sent = sent or (noun == "agency" and not row.parents)  # nor is who has agencies
    return (row.sector in _SECTORS[noun] and not sent) or (noun in _ARMED and row.armed)


def _named_so(text: str, noun: str) -> Iterator[Span]:
    """Where names stand that a report calls by a noun: right behind it, or before it in an apposition."""
    for pattern in _patterns(noun):
        for match in pattern.finditer(text):
            words = keys(match[1])
            if not all(lexicon().usual(word) for word in words):
                yield Span(match.start(1), match.end(1))


@cache
def _patterns(noun: str) -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(sorted({noun, *(a for a, b in _ALSO.items() if b == noun), _ALSO.get(noun, noun)}))
    return (
        re.compile(rf"\b(?i:{nouns})\s(?:the\s)?({_NAME})(?!\w)"),
        re.compile(
            rf"\b(?!(?:In|At|On|From|For|By|To|With|After|Before|Near)\s)({_NAME})(?:\s\([A-Z]{{2,8}}\))?,\s(?:an?|the)\s"
            rf"(?:[\w’'-]+\s){{0,4}}(?:{nouns})(?=[,.;)]|\s(?:that|which|based|of|for|in|with)\b)"
        ),
    )
