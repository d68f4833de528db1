"""Definite descriptions by a noun: "the commission" after a truth commission, "the court" of the land that is told of.

What was named with the noun before is meant: the one body of the report, else the one of the nearest sentence.
Adjectives must fit the name ("the appeal court" is no supreme one). An institution that every state has and that
nobody named is the state's whose conflict is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.names import keys
from situate.resolve.who.told import Naming, Told
from situate.resolve.who.where import state_beside

_PAPERS = frozenset(
    {"newspaper", "paper", "daily", "times", "post", "tribune", "gazette", "herald", "chronicle", "weekly"}
)  # fmt: skip
# One noun for another: how a body is named, by what it is called later.
_ALSO = {
    "newspaper": _PAPERS,
    "paper": _PAPERS,
    "website": frozenset({"website", "site", "portal"}),
    "magazine": frozenset({"magazine", "weekly"}),
    "union": frozenset({"union", "unions", "federation", "confederation"}),
    "company": frozenset({"company", "inc", "corp", "ltd", "plc", "corporation", "group", "firm"}),
    "firm": frozenset({"firm", "company", "inc", "corp", "ltd", "plc"}),
    "court": frozenset({"court", "tribunal"}),
    "tribunal": frozenset({"court", "tribunal"}),
    "commission": frozenset({"commission"}),
    "station": frozenset({"station", "radio", "television", "tv"}),
}  # fmt: skip
_INSTITUTIONS = frozenset({"court", "courts", "prosecutor", "prosecutors", "prosecution", "judiciary"})
_LEGISLATURES = frozenset({"congress", "senate", "legislature", "assembly", "duma", "knesset"})
_OF_LEGISLATURES = frozenset({"national", "federal", "general", "legislative", "constituent"})
_POINTING = frozenset({"the", "this", "that"})
_MISSIONS = frozenset({"embassy", "consulate", "consul", "ambassador"})
_MISSION = re.compile(r"\b(?:embass(?:y|ies)|consulates?|consuls?|ambassadors?)\b", re.IGNORECASE)
_POLICE_WORK = frozenset({"investigators", "detectives", "officers"})
_PARTYS = re.compile(
    r"\s+(?:supporters|members|leaders?|officials|activists|headquarters|spokes\w+|chairman|workers|sources)\b"
)
_ANY_BODY = frozenset({"group", "organisation", "organization"})
_FIGHT = frozenset({"rebel_group", "political_militia", "communal_militia"})
# The states whose people call them the North and the South.
_HALVES = {"north": ("KP",), "south": ("KR",)}
_GAP = re.compile(r",\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}")
_IN_QUOTES = re.compile(r"\s[“\"]((?:[^\W\d_a-z][\w’'-]*\s?|(?:of|the|for|and|de|del|al)\s){1,8})[”\"](?=[\s,.;)])")
_CLOSED = re.compile(r"\s*(?:[,.;:)—–]|or\b)")
_GOES_ON = frozenset({"of", "for", "on", "in", "against", "to", "at"})


def by_noun(told: Told, naming: Naming) -> Actor | None:
    """The body that "the N" takes up, or the institution of the state whose conflict is told."""
    words = keys(naming.quote)
    if not words or naming.ref is not None or told.linker.names_somebody(naming.quote):
        return None
    noun, before = words[-1], words[:-1]
    if (naming.speaker or words == ("the", "officers")) and set(words) - {"the"} <= _POLICE_WORK:
        return _police_before(told, naming)
    if before == ("the",) and noun in _ANY_BODY:
        return _civil_before(told, naming)
    if words == ("party",) and _PARTYS.match(told.text, naming.span.end):
        return _named_before(told, naming, noun, frozenset())
    if noun in _MISSIONS and words[0] == "the" and len(words) < 4:
        return mission_before(told, naming)
    known = noun in lexicon().organisation_nouns or noun in _ALSO
    if before and before[0] in _POINTING and known and noun not in lexicon().no_return:
        found = _named_before(told, naming, noun, frozenset(before[1:]))
        if found is not None:
            return found
    return _institution(told, naming, words)


def mission_before(told: Told, naming: Naming) -> Actor | None:
    """The state whose embassy, consulate or envoy the report named last: "the Lusar embassies … the embassy"."""
    there = said_places(told.text).once("missions", "", lambda: [m.start() for m in _MISSION.finditer(told.text)])
    for at in reversed(there[: bisect_left(there, naming.span.start)]):
        part = next((one for one in reversed(told.lands_between(max(0, at - 40), at))), None)
        between = told.text[part.end : at].split() if part is not None else []
        if part is not None and len(between) < 3 and all(word.isalpha() for word in between):
            return told.part(part.ids[0], "government")
    return None


def _police_before(told: Told, naming: Naming) -> Actor | None:
    """The one police that a report names before its investigators."""
    at = naming.span.start
    found = {
        actor.id: actor
        for i, (actor, _) in told.done.items()
        if actor is not None and actor.sector == "COP" and told.namings[i].span.end <= at
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _civil_before(told: Told, naming: Naming) -> Actor | None:
    """The one organisation that a report, or the sentence, names before "the group", where it names no armed one."""
    at = naming.span.start
    if any(actor.kind in _FIGHT for actor in told.seen.actors.values()):
        return None
    fits = [
        (told.namings[i].span.start, actor)
        for i, (actor, _) in told.done.items()
        if actor is not None and actor.kind == "other" and told.namings[i].span.end <= at and _body_named(told, actor)
    ]
    if len({actor.id for _, actor in fits}) == 1:
        return fits[0][1]
    for start, end in told.sentences_back(at):
        near = {actor.id: actor for place, actor in fits if start <= place < end}
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    return None


def _body_named(told: Told, actor: Actor) -> bool:
    """Whether an actor is an organisation, no company and no court: by its row, its noun or its abbreviation."""
    row = told.linker.registry.rows.get(actor.id)
    if row is not None:
        return row.sector in {"NGO", "PTY"}
    words = keys(actor.name)
    return actor.name.isupper() or bool(words and any(word in lexicon().civil_nouns for word in words))


def _named_before(told: Told, naming: Naming, noun: str, own: frozenset[str]) -> Actor | None:
    at = naming.span.start
    fits = _bodies(told, noun, own, at)
    first = next(fits, None)
    if first is None:
        return _named_in_text(told, at, noun, own)
    if all(actor.id == first[1].id for _, actor in fits):
        return first[1]
    for start, end in told.sentences_back(at):
        near = {actor.id: actor for place, actor in _bodies(told, noun, own, at, since=start) if place < end}
        if len(near) == 1:
            return next(iter(near.values()))
        if near:
            return None
    return None


def _named_in_text(told: Told, at: int, noun: str, own: frozenset[str]) -> Actor | None:
    """The one body whose name with this noun stands in the text before, though nothing linked it."""
    if told.capitals or (noun not in _ALSO and noun not in lexicon().organisation_nouns):
        return None
    named: dict[tuple[str, ...], str] = {}
    for said in _names_with(told.text, noun, at):
        name = " ".join(re.sub(r"[’']s\b", "", said).split())
        words = keys(name)
        if len(words) > 1 and own <= set(words):
            named.setdefault(words, name)
    if len(named) != 1:
        return None
    name = next(iter(named.values()))
    actor, _ = told.link(name)
    if actor is not None and actor.kind not in {"person", "civilians"}:
        return actor
    return local_body(name)


def _names_with(text: str, noun: str, end: int) -> Iterator[str]:
    """The capitalised names with a noun in them that stand before a place."""
    pattern = _name_with(noun)
    found = said_places(text).once("names with", noun, lambda: [m.span() for m in pattern.finditer(text)])
    last = bisect_right(found, end, key=lambda span: span[1])
    yield from (text[start:stop] for start, stop in found[:last])
    if last < len(found) and found[last][0] < end:  # what of it stands before the place
        yield from (match[0] for match in pattern.finditer(text, found[last][0], end))


@cache
def _name_with(noun: str) -> re.Pattern[str]:
    """A capitalised name with a noun in it: "General Association of Bakers", "Commission on Truth"."""
    word = r"[^\W\d_a-z][\w-]*"
    return re.compile(
        rf"(?:(?!{noun.capitalize()}\b){word}(?:[’']s?)?\s(?:(?:of|for|and|on|the)\s){{0,2}}){{0,6}}{noun.capitalize()}\b"
        rf"(?:\s(?:of|for|on|against)\s(?:the\s)?{word}(?:\s(?:(?:of|for)\s(?:the\s)?|and\s)?(?!{noun.capitalize()}\b){word})*)?"
    )


def _bodies(told: Told, noun: str, own: frozenset[str], end: int, *, since: int = 0) -> Iterator[tuple[int, Actor]]:
    """The bodies of which a name has the noun as its head, and the adjectives too: where each stands, and whom.

    Those linked first, then those whose names stand in the text; of both only what ends at ``end`` or sooner.
    """
    heads, by_head = _ALSO.get(noun, frozenset({noun})), told.linked_by("head", _heads)
    linked = [by_head.between(head, since, end) for head in sorted(heads)]
    for i in sorted(set(chain.from_iterable(linked)), key=lambda i: (told.spans[i], i)):
        actor = told.done[i][0]
        if actor is not None and told.spans[i].end <= end and _called(_names(told, i, actor), heads, own):
            yield told.spans[i].start, actor
    named = told.seen.under(f"head {noun}", lambda actor: _called(_names_seen(told, actor), heads, frozenset()))
    for start, stop, actor in named.between(since, end):
        if stop <= end and _called(_names_seen(told, actor), heads, own):
            yield start, actor


def _names(told: Told, number: int, actor: Actor) -> tuple[tuple[str, ...], ...]:
    """The names of a body that a phrase was linked to: its own, and the phrase, where that is one."""
    if actor.kind in {"person", "civilians"}:
        return ()
    quote, row = told.namings[number].quote, told.linker.registry.rows.get(actor.id)
    said = (keys(quote),) if any(word[:1].isupper() for word in quote.split()[1:]) else ()  # "the group" is no name
    return (*map(keys, (actor.name,) if row is None or row.inter == 1 else row.names), *said)


def _names_seen(told: Told, actor: Actor) -> tuple[tuple[str, ...], ...]:
    """The names of a body, no state's, whose name stands in the text."""
    row = told.linker.registry.rows.get(actor.id)
    if actor.kind == "person" or (row is not None and row.inter == 1):
        return ()
    return tuple(map(keys, row.names if row else (actor.name,)))


def _heads(told: Told, number: int, actor: Actor) -> Iterator[str]:
    """The nouns that the names of a linked body turn on."""
    return (_head(name) for name in _names(told, number, actor) if len(name) > 1)


def _called(names: Sequence[tuple[str, ...]], heads: frozenset[str], own: frozenset[str]) -> bool:
    """Whether the head of one of these names is such a noun, and the name has the adjectives too."""
    return any(_head(name) in heads and own <= set(name) for name in names if len(name) > 1)


def _head(name: tuple[str, ...]) -> str:
    end = next((i for i, word in enumerate(name) if i and word in _GOES_ON), len(name))
    return name[end - 1]


def apposed(told: Told, naming: Naming) -> Actor | None:
    """Who is named right after a description of a group: "its backers, the militant PKK,"."""
    words, lex = keys(naming.quote), lexicon()
    group = words and (words[-1] in lex.not_theirs or lex.is_any(("group", "organisation", "rebel"), words[-1]))
    party = bool(words) and words[-1] == "party"
    group = group or party
    quoted = _IN_QUOTES.match(told.text, naming.span.end) if group and naming.ref is None else None
    if quoted is not None and len(words) < 5 and not told.linker.names_somebody(naming.quote):
        actor, _ = told.link(quoted[1])
        return actor if actor is not None and actor.kind != "civilians" else local_body(quoted[1])
    gap = _GAP.match(told.text, naming.span.end) if group else None
    if gap is None:
        return None
    part = told.part_around(Span(gap.end(), gap.end() + 1))
    row = told.linker.registry.rows.get(part.ids[0]) if part is not None and part.form == "row" else None
    if (
        part is None
        or part.start != gap.end()
        or row is None
        or not (row.sector == "PTY" if party else row.armed)
        or not _CLOSED.match(told.text, part.end)
    ):
        return None
    return told.link(part.surface)[0]


def half(told: Told, naming: Naming) -> Actor | None:
    """The state that "the North" is, where a report names the one of two that are called so."""
    words = keys(naming.quote)
    if (
        len(words) != 2
        or words[0] != "the"
        or words[1] not in _HALVES
        or not naming.quote[4:5].isupper()
        or told.capitals
    ):
        return None
    named = {code for part in told.lands.values() for code in part.ids}
    state = next((code for code in _HALVES[words[1]] if code in named), None)
    return told.part(state, "government")


def _names_the_us(told: Told) -> bool:
    lands = any("US" in part.ids for part in told.lands.values())
    return lands or any(actor.country == "US" for actor in told.seen.actors.values())


def _institution(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The state's government for its courts, its prosecution, its parliament; nobody where the state is not known."""
    pointed = words[0] == "the"
    core = words[1:] if pointed else words
    if not core:
        return None
    justice = core == ("attorney", "general") or (
        core[-1] in _INSTITUTIONS and (pointed or core[-1] == "prosecutors") and set(core[:-1]) <= lexicon().of_courts
    )
    capital = naming.quote.removeprefix("the ").removeprefix("The ")[:1].isupper() and not told.capitals
    parliament = core[-1] in _LEGISLATURES and set(core[:-1]) <= _OF_LEGISLATURES and (capital or core != ("assembly",))
    if not justice and not (parliament and (pointed or capital)):
        return None
    start = told.sentences_back(naming.span.start)[0][0]
    state = state_beside(told.text, naming.span, start, told.lands) or told.home
    if core[-1] in {"congress", "senate"} and (state or "").lower() not in lexicon().congresses:
        state = "US" if _names_the_us(told) else None
    congress = parliament and state == "US" and "us-congress" in told.linker.registry.rows
    return told.actor("us-congress") if congress else told.part(state, "government")
