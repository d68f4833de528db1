"""Persons of one report: whose a family name is, whom it names in full, who of them is public, for whom they speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.who import around
from situate.resolve.who.author import in_office
from situate.resolve.who.called import served, spoken_for_by_name
from situate.resolve.who.family import going_on, in_full, in_heading, is_introduced
from situate.resolve.who.forces import of_a_unit
from situate.resolve.who.gender import can_be
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.local import local_body, local_outlet, made_public
from situate.resolve.who.names import fold, keys
from situate.resolve.who.persons import belonging, has_officers, lone_name, may_be_surname, public_in, told_to
from situate.resolve.who.told import Naming, Told

WIVES = frozenset({"mrs", "madame", "mme", "senora"})  # "Mrs Lorn" is not the Lorn who is named in full
_ARTICLE = re.compile(r"^[AEae]l-(?=\w{3})")  # of a family name: "Al-Lorn" for "Ada al-Lorn"
# Before a person's name what a sentence tells, and no title: "a vote against Ada Lorn", "the war in Lusar and Lorn".
_CLAUSE = re.compile(
    r"\b(?:that|who|which|against|with|by|to|from|than|said|says|told|in|on|about|over|after|before|between|under|like|"
    r"including)\b|\b(?:and|of|for|at)\s*$|\band\s+(?=[a-z]+ly\s)|(?<![-\w])(?!armed|allied|combined)[a-z]{3,}ed\b"
)
_WHO_IS = re.compile(
    r"who\s+(?:is|was|leads|led|heads|headed|commands|commanded|represents|represented|runs|ran|speaks|spoke|fights|fought|"
    r"serves|served|works|worked)\b"
)
_TELLS = re.compile(
    r"^(?:who|whose|which|that)\b|^(?:has|have|had|is|was|were|are|will|would|said|says|told|also|\w+ed)\b|"
    r"\b(?:who|whose|which|that|in|into|against|about|over|has|had|was|is|(?!being)\w{3,}ing)\b|"
    r"(?<!loyal )(?<!adviser )(?<!advisor )(?<!aide )(?<!close )\bto\b"
)
_OF_THE = re.compile(r"(?:^\s*|\b(?:spokes\w+|commander|chief|head|officer|deputy)\s+)of\s+(the\s+\S.*)")
_SERVING = re.compile(r"\b(?:aide|adviser|advisor|deputy|envoy|spokes\w+)\s+(?:of|to|for)\b")
_WHERE = re.compile(r"\b(?:in|near|at|from|outside|around|towards?|towns? of|villages? of|city of)\s+$")


def _ends_sentence(word: str) -> bool:
    """Whether a word with a full stop is no initial and no title, so that it ends a sentence."""
    short = len(word) <= 3 or re.fullmatch(r"(?:\w\.)+", word) is not None
    return word.endswith(".") and not short and fold(word) not in lexicon().person_titles


def as_told(told: Told, actor: Actor, words: str) -> Actor:
    """The person, public if the report gives a title or a role anywhere; remembers whom they speak for."""
    if actor.id.startswith(("private:", "local:")) and told_to(told.text, actor.name):
        return local_outlet(actor.name)
    if actor.id.startswith("private:") and has_officers(told.text, actor.name):
        return local_body(actor.name)
    if actor.id.startswith(("private:", "local:")) and len(actor.name.split()) == 2:
        actor = _with_two_surnames(told, actor)
    unlisted_one = actor.id.startswith(("local:", "private:")) and len(keys(actor.name)) == 1
    if unlisted_one:
        full = _named_in_full(told, actor)  # "President Lorn", named Ada Lorn before
        actor = full if not WIVES & set(keys(words)) or not can_be("he", full, told.text) else actor
    if actor.private and public_in(told.text, actor.name):
        actor = made_public(actor)
    if actor.id not in told.of:
        of = in_office(told, actor) or _organisation(told, actor)
        if of is not None:
            told.of[actor.id] = of
    of = told.of.get(actor.id)
    return replace(actor, side=of.side, country=actor.country or of.country) if of and not actor.private else actor


def _with_two_surnames(told: Told, actor: Actor) -> Actor:
    """The person of the registry whose full name the report gives, whose family names these are: "Lorn Tal"."""
    for found in _in_full(told, actor.name):
        words = found.split()
        for begin in range(len(words) - 2):
            person, _ = told.link(" ".join(words[begin:]))
            listed = person is not None and person.kind == "person" and person.id in told.linker.registry.rows
            # Not whom a headline names before: "Ana Tal Writes To Ada Lorn".
            if person is not None and listed and not set(keys(person.name)).isdisjoint(keys(actor.name)):
                return person
    return actor


def _named_in_full(told: Told, actor: Actor) -> Actor:
    """The one person whom the report names in full with this family name; else the same."""
    found: dict[str, Actor] = {}
    for full in _in_full(told, actor.name):
        words = full.split()
        for begin in range(len(words) - 1):
            person, _ = told.link(" ".join(words[begin:]))
            given = fold(words[begin]) in given_names()
            if person is not None and person.id in told.linker.registry.rows:
                given = given or _bears(told, person, actor.name)
            if person is not None and person.kind == "person" and given:
                found[person.id] = person
                break
    if len(found) != 1:
        return actor
    person = next(iter(found.values()))  # whom a title makes public stays so
    public = person.private and not actor.private
    return made_public(person) if public else person


def _organisation(told: Told, actor: Actor) -> Actor | None:
    """Whom a person speaks for, by the words around the name: "Mustafa Bali, an SDF spokesman"."""
    text, size = told.text, len(actor.name)
    for at in said_places(text).of(actor.name):
        pieces = re.split(r"[.;:—\n,]", text[max(0, at - 60) : at])
        before = _CLAUSE.split(pieces[-1])[-1]
        if (
            not before.strip()
            and len(pieces) > 1
            and keys(pieces[-2])[-1:]
            and keys(pieces[-2])[-1] in lexicon().public
        ):
            before = _CLAUSE.split(pieces[-2])[-1]  # "the Lusar foreign minister, Ada Lorn,"
        after = re.match(r"\s*(?:,|\b(?:of|from|at)\b)\s*([^,.;:—\n]*)", text[at + size : at + size + 90])
        behind = _apposition(after[1]) if after else ""
        for piece in (before, behind):
            for part in belonging(told.linker.names.parts(piece)):
                state = part.form in {"country", "adjective"}
                of, several = told.link(piece[part.start :].strip() if state else part.surface)
                if several:
                    continue  # "Lusar and Ostria researcher" of neither
                if of is not None and of.kind == "person" and _SERVING.search(piece[: part.start]):
                    of = told.of.get(of.id) or in_office(told, of)
                if of is not None and of.kind != "person":
                    return of
        of = (
            served(told, before, behind)
            or spoken_for_by_name(told, before)
            or _of_forces(told, after[0] if after else "")
        )
        if of is not None:
            return of
    return None


def _before(words: str) -> str:
    """What stands right before a person's name, or the description to which the name is the apposition."""
    pieces = re.split(r"[.;:—\n,]", words)
    described = not pieces[-1].strip() and len(pieces) > 1 and keys(pieces[-2])[-1:]
    at = -2 if described and described[0] in lexicon().public else -1  # "the Lusar foreign minister, Ada Lorn,"
    return _CLAUSE.split(pieces[at])[-1]


def _of_forces(told: Told, after: str) -> Actor | None:
    """The forces that the words after a person's name say who it is of: "of the 506th Regiment"."""
    whose = _OF_THE.search(after)
    if whose is None:
        return None
    words = whose[1].strip()
    forces, _ = told.link(words)
    forces = forces or of_a_unit(told, Naming(span=Span(0, 0), quote=words), None)
    return forces if forces is not None and forces.kind == "state_forces" else None


def _apposition(words: str) -> str:
    """What of the words after a person's name says who that is: nothing of what is told of him.

    "The head of the Reds in Lisk", but nothing of "who voted against Lusar", "has left for Lusar".
    """
    said = _WHO_IS.match(words)
    words = words[said.end() :] if said is not None else words
    told = _TELLS.search(words)
    return words[: told.start()] if told is not None else words


def _bears(told: Told, actor: Actor, name: str) -> bool:
    """Whether a person has a name, in any spelling that a table has."""
    row = told.linker.registry.rows.get(actor.id)
    return any(keys(name)[-1] in keys(one) for one in (actor.name, *(row.names if row is not None else ())))


def _going_on(told: Told, name: str) -> Actor | None:
    """The person whose first name a report gives with what follows it: "Wang" of "Wang Rune"."""
    there = said_places(told.text)
    for longer in there.once("goes on", name, lambda: going_on(told.text, name)):
        actor, _ = told.link(longer)
        if actor is not None and actor.kind == "person" and not in_heading(told.text, longer):
            return as_told(told, actor, longer)
    return None


def by_surname(told: Told, said: str, naming: Naming) -> Actor | None:
    """The person whom a family name by itself means, by the full name that the report gives."""
    name = re.sub(r"[’']s?$", "", said.strip("“”\"‘’' "))
    shouted = name.isupper() and not told.capitals
    if shouted or not re.fullmatch(r"(?:[a-z]{2,3}-)?[^\W\d_a-z][\w’'\-]+", name):
        return None
    given = [one.split()[-2] for one in _in_full(told, name) if len(one.split()) > 1]
    called = any(fold(word) in given_names() for word in given)  # "Ada Hall … Hall"
    if not called and not may_be_surname(name, told.text):
        return None
    name = _ARTICLE.sub("", name)
    person = _going_on(told, name) if fold(name) in given_names() else None
    person = person or _bearer(told, name)
    if person is not None or (naming.span in told.toponyms and not naming.speaker):
        return person
    if (person := _going_on(told, name)) is not None:
        return person
    introduced = said_places(told.text).once("introduced", name, lambda: is_introduced(told.text, name))
    actor = told.link(f"{name}, a")[0] if introduced or (naming.speaker and told.says) else None
    return as_told(told, actor, name) if actor else None


def _bearer(told: Told, name: str) -> Actor | None:
    """The first person whom the report names in full with a family name, as the tables or the name's form tell."""
    for found in _in_full(told, name):
        words, headed = found.split(), in_heading(told.text, found)
        if any(_ends_sentence(word) for word in words[:-1]) or (headed and name in told.places_marked):
            continue
        begins = [i for i, word in enumerate(words[:-1]) if fold(word) in given_names() or (i == 0 and not headed)]
        for begin in begins:
            actor, _ = told.link(" ".join(words[begin:]))
            if actor is not None and actor.kind == "person" and _bears(told, actor, name):
                return as_told(told, actor, actor.name)
    return None


def _in_full(told: Told, name: str) -> Sequence[str]:
    """The full names of the report that end with a family name."""
    return said_places(told.text).once("in full", name, lambda: in_full(told.text, name))


def lone_person(told: Told, naming: Naming) -> Actor | None:
    """A person of whom the report has no more than this name, by what it tells of the name."""
    if told.capitals or naming.span in told.toponyms:
        return None
    begins = told.sentences_back(naming.span.start)[0][0] >= naming.span.start - 1
    return lone_name(told.text, naming.span, begins=begins)


def apposed_to_name(told: Told, naming: Naming) -> Actor | None:
    """The person to whose name a phrase is an apposition: "Ada Lorn, head of the union"."""
    found = around.name_before(told.text, naming.span, naming.quote)
    if found is None or found in told.toponyms:
        return None
    actor, _ = told.link(f"{found.of(told.text)}, {naming.quote}")
    return actor if actor is not None and actor.kind == "person" else None


def told_as_place(told: Told, naming: Naming, person: Actor) -> bool:
    """Whether what looks like a person's name is told to be a place: a toponym that things are in or near."""
    if naming.span not in told.toponyms or len(keys(person.name)) != len(keys(naming.quote)):
        return False
    if any(told.namings[i].quote == naming.quote for i in told.speakers_called(keys(naming.quote)[-1])):
        return False
    there = said_places(told.text)
    return there.once("place", naming.quote, lambda: there.after(_WHERE, naming.quote))
