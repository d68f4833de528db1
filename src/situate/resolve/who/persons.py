"""Persons: their names in a phrase, and whether they hold something public that they are named for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.where.toponyms import surroundings
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import made_public, private_person
from situate.resolve.who.names import fold, keys
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Registry
from situate.text.quantity_nouns import PEOPLE

# Particles inside a name.
_INSIDE = frozenset({"bin", "bint", "ibn", "de", "la", "van", "von", "der", "abu", "um", "umm"})
# Capitalised words of places and days, which are no given names.
_NO_NAME = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "old", "upper",
     "lower", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
     "march", "april", "june", "july", "august", "september", "october", "november", "december", "ghouta", "province",
     "city", "the", "camp", "river", "valley", "mountain", "road", "arab", "arabs", "christian", "christians", "muslim",
     "muslims", "kurdish", "sunni", "sunnis", "yazidi", "yazidis", "shia", "shias", "alawite", "druze", "turkmen"}
)  # fmt: skip
# Words for what is built that many bear as a family name.
_FAMILY_TOO = frozenset({"hall", "hill", "church", "day", "house"})
# Words with which names of bodies begin, and no person's.
_OF_BODIES = frozenset(
    {"national", "international", "united", "federal", "global", "world", "judicial", "public", "social",
     "human", "civil", "mutual", "american", "european", "african", "asian", "medical", "digital"}
)  # fmt: skip
# Names of peoples and of those who hold with something, which no person bears alone.
PEOPLES = frozenset(
    {"hutu", "hutus", "tutsi", "tutsis", "serb", "serbs", "croat", "croats", "bosniak", "bosniaks", "palestinian",
     "palestinians", "jewish", "jews", "uighur", "uighurs", "uyghur", "uyghurs", "tamils", "pashtuns", "hazaras",
     "tuareg", "tuaregs", "fulani", "rohingya", "kurds", "albanians", "tigrayans", "copts", "maronites", "hindus",
     "sikhs", "buddhists", "catholics", "protestants", "republicans", "democrats", "monarchists", "liberals",
     "conservatives", "republican", "democrat", "baloch", "islam", "christianity", "judaism", "hinduism", "buddhism",
     "catholicism", "communism", "zionism"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name as written; ``public`` when the phrase gives a title, a rank or a role of a spokesman."""

    name: str
    public: bool


def person_name(
    text: str, parts: Sequence[Part], *, rest: Sequence[Part] = (), capitals: bool = False
) -> PersonName | None:
    """The person whom the last capitalised words of these parts name; two words, or one with a title before it."""
    for index, part in enumerate(parts):  # "Dr Ammar al-Hadi a Member of …": the name ends before the article
        if index > 1 and part.key in {"a", "an"} and parts[index - 1].capital:
            parts, rest = parts[:index], [*parts[index:], *rest]
            break
    run = _last_capitals(text, parts)
    if not run or any(p.key in _NO_NAME for p in run) or run[-1] is not parts[-1]:
        return None
    lead = parts[-len(run) - 1] if len(run) < len(parts) else None
    if run[0].key in _OF_BODIES or (lead is not None and lead.key in lexicon().kinds and not lead.capital):
        return None  # "National Rail", "the charity Lorn Direct"
    known = any(p.key in surroundings()["given_names"] for p in run) or any(
        p.key in lexicon().person_titles for p in parts[: len(parts) - len(run)]
    )
    shouted = any(p.surface.isupper() and len(p.key) > 2 for p in run) and not (capitals and known)
    named = len(run) > 1 and len(run) < len(parts) and parts[-len(run) - 1].key in lexicon().person_titles
    given = len(run) == 2 and run[0].key in surroundings()["given_names"] and run[1].key in _FAMILY_TOO
    if run[-1].key in lexicon().facilities and not (named or given):
        return None  # but "Minister Ada Hill", "Peter Hall"
    if shouted or any(p.key in lexicon().organisation_nouns for p in run):
        return None
    if len(run) > 1 and (run[-1].key in PEOPLES or (len(parts) == len(run) + 1 and parts[0].key in {"a", "an"})):
        return None  # "a New Lusar Republican"

    if "-" in text[run[0].start : run[-1].end] and len(run[-1].key) == 1:
        return None  # the name of a thing: "Alpha-K"
    titles = [p.key for p in parts[: len(parts) - len(run)] if p.form is None]
    titled = any(w in lexicon().person_titles for w in titles)
    described = any(p.key in lexicon().public for p in rest if p.form is None)
    introduced = bool(rest) and (rest[0].key in {"a", "an", "the", "who"} or rest[0].key.isdigit())
    introduced = introduced or (len(run) == 1 == len(parts) - 1 and parts[0].key == "one")  # "one Lorn"
    if all(_common(p) for p in run):
        return None  # "Inspector-General"
    if len(run) < 2 and not titled and not introduced:
        return None
    before = parts[len(parts) - len(run) - 1].key if len(run) < len(parts) else ""
    if not titled and (before == "the" or before.isdigit()):
        return None  # "the Ishtar Gate", "the 2016 Lorn Games"
    own = max((i for i, p in enumerate(run[:-1]) if p.possessive), default=-1) + 1  # "Ada Lorn’s Tal" is Tal
    name = text[run[own].start : run[-1].end].strip("“”\"'‘’ ")
    return PersonName(name=name, public=described or any(w in lexicon().public for w in titles))


def _last_capitals(text: str, parts: Sequence[Part]) -> list[Part]:
    run: list[Part] = []
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if part.form is not None:
            break
        joined = index > 0 and parts[index - 1].capital and text[parts[index - 1].end : part.start] in {"-", "‑"}
        joined = joined or bool(run and part.capital and text[part.end : run[0].start] in {"-", "‑"})  # "Man-ying"
        named = part.capital or joined or (run and part.key in _INSIDE)  # "Ken-ji": a given name in two
        if not named or (not joined and _common(part) and not _after_given(parts, index)):
            break
        run.insert(0, part)
    while run and run[0].key in _INSIDE and not run[0].capital:
        run.pop(0)
    return run


def _after_given(parts: Sequence[Part], index: int) -> bool:
    """Whether a given name stands before a part."""
    return index > 0 and parts[index - 1].capital and parts[index - 1].key in surroundings()["given_names"]


def _common(part: Part) -> bool:
    """Whether a capitalised word is a title or a common word (at the start of a sentence, or in a title)."""
    return part.key in lexicon().person_titles or everyday(part.key)


_PLAIN = (
    "light", "office", "police", "member", "people", "military", "government", "rebel", "thing", "anonymous",
    "organisation",
)  # fmt: skip


def of_a_people(word: str) -> bool:
    """Whether a word, in its compared form, is for a people or for those who hold with something."""
    return word in PEOPLES or word in _NO_NAME or word in {"westerners", "europeans", "africans", "asians"}


def everyday(word: str) -> bool:
    """Whether a word, in its compared form, is a plain one that only a capital makes look like a name."""
    if word in surroundings()["given_names"]:
        return False
    return word in surroundings()["openers"] or word in PEOPLE or lexicon().is_any(_PLAIN, word)


def may_be_surname(name: str, text: str) -> bool:
    """Whether one capitalised word can be somebody's name in a text: no plain word, and never written small there."""
    plain = fold(name)
    if plain in surroundings()["given_names"]:
        return True
    if plain in _NO_NAME or plain in PEOPLES or plain in surroundings()["calendar"] or everyday(plain):
        return False
    singular = plain.removesuffix("s")
    low = name[0].lower() + name[1:]
    small = said_places(text).whole(low)
    return not small and not (singular != plain and everyday(singular))


_ONE_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z][\w’'\-]+")
# What is told of persons alone; what persons alone have; with whom.
_PERSONAL = re.compile(
    r"\s+(?:said|says|told|had|who|later died|died|denied|pleaded|wrote|tweeted|testified|confessed|married|himself|"
    r"herself|"
    r"was (?:up|arrested|killed|shot|born|charged|found guilty|convicted|sentenced|detained|seen))\b"
)
_OWNS = re.compile(
    r"[’']s?\s+(?:and \w+[’']s?\s+)?(?:lawyers?|attorneys?|wife|husband|brother|sister|father|mother|son|daughter|"
    r"family|home|bid|body|death)\b"
)
_BESIDE = re.compile(r"\s+and (?:his|her)\b|\s+later (?:died|confessed|told)\b|,\s\d\d,")


_SPOT = re.compile(r"\b(?:in|at|near|from|to|of|the)\s+$")


def lone_name(text: str, span: Span, *, begins: bool) -> Actor | None:
    """A person of whom a report has no more than one name, by what it tells of the name: "Lorn and his brother".

    ``begins``: the name begins a sentence, where a capital says little.
    """
    name = span.of(text).strip("“”\"‘’' ")
    if not _ONE_NAME.fullmatch(name) or lexicon().usual(fold(name)) or not may_be_surname(name, text):
        return None
    beside = _BESIDE.match(text, span.end) is not None
    owns = _OWNS.match(text, span.end) is not None
    told = _PERSONAL.match(text, span.end) is not None
    if told and not owns:
        told = not said_places(text).after(_SPOT, name)
    if not (beside or ((owns or told) and not begins)):
        return None
    return private_person(name)


def person_of(
    found: PersonName, *, of: Actor | None, registry: Registry, date: str | None, country: str | None
) -> Actor:
    """The person as an actor, on the side of what they speak for; the id of a private one does not show the name."""
    person = private_person(found.name)
    if not found.public:
        return person
    side = registry.side_of(of.id, date, country) if of else None
    return replace(made_public(person), country=of.country if of else None, side=side)


def belonging(parts: Sequence[Part]) -> list[Part]:
    """The names among the words around a person that can be whom they speak for: not the seat in "X-based"."""
    seats = {i for i, part in enumerate(parts[1:]) if part.key in {"based", "born"}}
    return [part for i, part in enumerate(parts) if part.form is not None and i not in seats]


_APPOSITION = re.compile(r"\s*,\s*([^,.;:—–“”()]{1,90})")
_MARKS = re.compile(r"[,.;:—–“”()\n]|\b(?:told|said|says|by|with|from|to|and)\b")


def public_in(text: str, name: str) -> bool:
    """Whether a report gives this person a title or a role, right before a place of the name or in its apposition."""
    there = said_places(text)
    return there.once("public", name, lambda: _public_at(text, there.whole(name, hyphened=True), len(name)))


def _public_at(text: str, places: Sequence[int], size: int) -> bool:
    for at in places:
        before = _MARKS.split(text[max(0, at - 60) : at])[-1]
        after = _APPOSITION.match(text, at + size, at + size + 120)
        near = keys(before)[-5:] + (keys(after[1])[:8] if after else ())
        if any(w in lexicon().public for w in near):
            return True
    return False


_OFFICERS = re.compile(
    r"(?:[’']s)?\s+(?:president|chairman|chairwoman|CEO|chief executive|executives|employees|shares|customers|"
    r"shareholders|subsidiary)\b"
)


def has_officers(text: str, name: str) -> bool:
    """Whether a report tells of a name what only bodies have: "Lorn Watch president Tal", "Lorn shares"."""
    there = said_places(text)
    ends = (at + len(name) for at in there.whole(name))
    return there.once("officers", name, lambda: any(_OFFICERS.match(text, end) for end in ends))


_TOLD_TO = re.compile(r"\btold\s+(?:the\s+)?$")


def told_to(text: str, name: str) -> bool:
    """Whether things are told to this name, as they are to an outlet ("told Steppe Courier")."""
    there = said_places(text)
    return there.once("told to", name, lambda: there.after(_TOLD_TO, name))
