"""Whom "the journalist" and "the 32-year-old" mean: the person whom a report introduced so, and whom a title serves.

"The journalist Ada Lorn … the journalist"; "Ada Lorn, a lawyer, … the lawyer"; "Police Commissioner Lorn" speaks for
the police of the state whose conflict is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.names import keys
from situate.resolve.who.told import REACH, Naming, Told

# One title for another: how a person is introduced, by what they are called later.
_SHORT = {
    "gov": ("governor",), "sen": ("senator", "lawmaker"), "rep": ("congressman", "lawmaker"), "gen": ("general",),
    "col": ("colonel", "officer"), "lt": ("lieutenant", "officer"), "capt": ("captain", "officer"),
    "maj": ("major", "officer"),
    "colonel": ("officer",), "lieutenant": ("officer",), "captain": ("officer",), "major": ("officer",),
    "prof": ("professor",), "sgt": ("sergeant",), "insp": ("inspector",), "reporter": ("journalist",),
    "correspondent": ("journalist",), "columnist": ("journalist",), "editor": ("journalist",),
    "attorney": ("lawyer",), "barrister": ("lawyer",), "dr": ("doctor",), "physician": ("doctor",),
    "surgeon": ("doctor",),
    "mp": ("lawmaker",), "senator": ("lawmaker",), "congressman": ("lawmaker",), "imam": ("cleric",),
    "ayatollah": ("cleric",), "mullah": ("cleric",), "preacher": ("cleric", "clergyman"),
    "father": ("priest", "clergyman"), "rev": ("priest", "clergyman", "pastor"),
    "pastor": ("clergyman", "preacher"), "bishop": ("clergyman", "prelate"),
    "archbishop": ("clergyman", "prelate", "bishop"), "cardinal": ("prelate",), "rabbi": ("cleric",),
    "campaigner": ("activist",), "dissident": ("activist",), "king": ("monarch",), "queen": ("monarch",),
    "sultan": ("monarch", "ruler"), "emir": ("ruler",), "novelist": ("writer", "author"), "poet": ("writer",),
    "author": ("writer",), "tycoon": ("businessman",), "banker": ("businessman",),
}  # fmt: skip
_LATER = frozenset({"monarch", "ruler", "clergyman", "prelate", "warlord", "strongman", "mediator", "dictator"})
_MINISTERS = frozenset({"minister", "secretary", "ambassador", "chancellor"})
_POINTING = frozenset({"the", "this", "that"})
_FORMER = frozenset({"former", "ex", "late", "another", "other", "second"})
_MARK = re.compile(r"[,.;:!?()—–“”\"\n]")
_DOT = re.compile(r"\b([A-Z][a-z]{1,4})\.(?=\s)")  # of a title: "Gov."
_APPOSITION = re.compile(r"[’']?\s*,\s*((?:an?|the|his|her|their|one of)\s[^,.;:—–“”()]{1,80})")
_AGED = re.compile(r"(?:the|this) (\d\d)-year-old", re.IGNORECASE)
_NEAR = 300  # code points before a phrase in which a land is still the one told of
_LEADS = 4  # words before a name in which its title stands
_SERVES = re.compile(
    r"\b((?:[a-z]+\s+)?(?:police|army|military|navy|government|interior|defen[cs]e|foreign|justice|prime|enforcement))"
    r"\s+(?:[\w-]+\s+){0,2}?(?:chief|commissioner|commander|spokes\w+|officer|official|minister|ministry|superintendent|"
    r"inspector|general|secretary|director)\b",
    re.IGNORECASE,
)


def introduced_so(told: Told, naming: Naming) -> Actor | None:
    """The one person introduced with the noun of a phrase before it; of several the one of the nearest sentence."""
    aged = _AGED.fullmatch(naming.quote.strip())
    words = keys(naming.quote)
    if aged is None and not _points(words):
        return None
    at = naming.span.start
    persons = told.linked_by("person", _persons)
    if aged:
        called = [i for i in persons.before("", at) if _aged(told, told.namings[i], aged[1])]
    else:
        called = list(told.linked_by("title", _titles).before(words[-1], at))
    found: dict[str, Actor] = {}
    for i in called:
        if (actor := told.done[i][0]) is not None:
            found.setdefault(actor.id, actor)
    if len(found) == 1:
        return next(iter(found.values()))
    for start, end in told.sentences_back(at) if found else ():
        there = [i for i in persons.between("", start, end) if told.namings[i].span.end <= at]
        near = {actor.id for i in there if (actor := told.done[i][0]) is not None} & found.keys()
        if near:
            return found[near.pop()] if len(near) == 1 else None
    return None


def _persons(told: Told, number: int, actor: Actor) -> Iterator[str]:
    """The empty word for a person."""
    if actor.kind == "person":
        yield ""


def _titles(told: Told, number: int, actor: Actor) -> Iterable[str]:
    """The nouns that a person is called by where a phrase names them."""
    if actor.kind != "person":
        return ()
    if number not in told.titles:
        told.titles[number] = frozenset(_nouns(told, told.namings[number]))
    return told.titles[number]


def _points(words: Sequence[str]) -> bool:
    if len(words) < 2 or words[0] not in _POINTING or not _FORMER.isdisjoint(words):
        return False
    return words[-1] in lexicon().person_titles | _LATER and words[-1] not in lexicon().no_title


def _nouns(told: Told, other: Naming) -> Iterator[str]:
    """The nouns that are a person's title right before a place of the name, or what an apposition says of them."""
    before = _MARK.split(_DOT.sub(r"\1", told.text[max(0, other.span.start - 60) : other.span.start]))[-1]
    leads = keys(before)[-_LEADS:]
    own = keys(other.quote) if len(other.quote) < 80 else ()
    for said in (leads, own):
        last = {noun: i for i, word in enumerate(said) for noun in _meant(word)}
        for noun, at in last.items():
            if at and said[at - 1] in _FORMER:
                continue
            if said is own or all(lexicon().usual(word) or word == "and" for word in said[at + 1 :]):
                yield noun
    after = _APPOSITION.match(told.text, other.span.end)
    if after is not None and "former" not in after[1]:
        for word in keys(after[1])[:8]:
            yield from _meant(word)


def _meant(word: str) -> tuple[str, ...]:
    """The nouns that a word can be: "gen" is "general" too."""
    return word, *_SHORT.get(word, ())


def _aged(told: Told, other: Naming, age: str) -> bool:
    before = told.text[max(0, other.span.start - 60) : other.span.start]
    after = re.compile(rf"\s*(?:,\s*|\(){age}(?!\w)").match(told.text, other.span.end)
    return after is not None or re.search(rf"\b{age}-year-old\s(?:[\w-]+\s){{0,3}}$", before) is not None


_ITS_SPOKESMAN = re.compile(
    r"(?:^|[\s\"“])((?:[^\W\d_a-z][\w&-]*\s+){0,3}[^\W\d_a-z][\w&-]*)\s+spokes(?:man|woman|person)\s+$"
)
_LOCALS = frozenset({"police", "authorities", "officials", "government", "officers", "courts", "court"})


def local_to(told: Told, naming: Naming) -> str | None:
    """The land that "the local police" are of: the one that is named last in the words before."""
    words = keys(naming.quote)
    if "local" not in words or words[-1] not in _LOCALS:
        return None
    at = naming.span.start
    named = [part for part in told.lands_between(at - _NEAR, at) if part.form == "country"]
    return named[-1].ids[0] if named else None


def served(told: Told, before: str, after: str) -> Actor | None:
    """The body that a person's title is of: "Police Commissioner", "an army spokesman"; of the state that is told of.

    ``before``: the words right before the name, ``after``: its apposition.
    """
    for words in (before, re.split(r"\b(?:who|that|whose|by|in)\b", after)[0]):
        found = _SERVES.search(words)
        if found is None:
            continue
        body = found[1].split()[-1].lower()
        plain = body if body in {"police", "army", "military", "navy", "enforcement"} else "government"
        actor, _ = told.link(f"the {'police' if plain == 'enforcement' else plain}")
        if actor is not None:
            return actor
    return None


def spoken_for_by_name(told: Told, before: str) -> Actor | None:
    """The body that no table has whose name stands before "spokesman" and a person's name: "Lorn Watch spokesman"."""
    found = _ITS_SPOKESMAN.search(before)
    if found is None or told.capitals or all(lexicon().usual(word) for word in keys(found[1])):
        return None
    actor, _ = told.link(found[1])
    return actor or local_body(found[1])


def minister_before(told: Told, index: int, actor: Actor | None) -> Actor | None:
    """The minister of another state whom a report has just named, where "the foreign secretary" would be of its own.

    A report from one state on a war in another calls its own ministers so. ``actor``: whom the phrase is taken for.
    """
    naming = told.namings[index]
    words = keys(naming.quote)
    office = actor is not None and actor.kind == "government" and actor.country == told.home
    called = len(words) > 1 and words[0] in _POINTING and words[-1] in _MINISTERS and _FORMER.isdisjoint(words)
    if not office or not called or told.linker.names_somebody(naming.quote):
        return None
    at = naming.span.start
    before = [i for i in told.linked_by("person", _persons).between("", at - REACH, at) if told.spans[i].end <= at]
    last = max(before, key=lambda number: told.spans[number].end, default=None)
    person = told.done[last][0] if last is not None else None
    state = _serves_state(told, person) if person is not None else None
    return person if state not in {None, told.home} else None


def _serves_state(told: Told, person: Actor) -> str | None:
    """The state in whose government a public person sits then."""
    registry = told.linker.registry
    rows = [registry.rows[i] for i in registry.parents(person.id, told.date) if i in registry.rows]
    return next((row.country for row in rows if row.kind == "government"), None)
