"""Names that no table has and no form betrays, but which the reading model marks as a person's or an organisation's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.who.around import stands_for_a_thing
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body, private_person
from situate.resolve.who.names import fold, keys
from situate.resolve.who.parts import Part
from situate.resolve.who.persons import everyday, may_be_surname, of_a_people
from situate.resolve.who.told import Naming, Told

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_OWNER = re.compile(r"[’']s?$")
# How a name goes on: further words with a capital, small words between, a possessive inside ("Editors' Council").
_ON = r"(?:[’']s?(?=\s[^\W\d_a-z]))?(?:[\s-]+(?:(?:of|for|and|the|de|del|la)\s+){0,2}[^\W\d_a-z][\w’'&.-]*)*"
_KINDS = ("person", "organisation")
_NAME = re.compile(rf"[^\W\d_a-z][\w&.-]*(?:[’'][^\W\d_][\w-]+)?{_ON}")
# A name with small words for what it is: "Tambo juvenile court".
_KIND_OF = re.compile(rf"{_NAME.pattern}(?:\s[a-z-]+){{0,3}}")


def unlisted(told: Told, naming: Naming) -> Actor | None:
    """The local actor of a name that the reader takes for one; ``None`` for common words, places and peoples."""
    if told.capitals or naming.ref is not None:
        return None
    start = naming.span.start + _article(naming.quote)
    core = Span(start, naming.span.end - len((_OWNER.search(naming.quote) or [""])[0]))
    mark = told.mark_around(core)
    if mark is None or mark[1] not in _KINDS:
        return None
    parts = told.linker.names.parts(core.of(told.text))
    if not all(part.form is None for part in (parts[1:] if _begins_with_a_land(parts, mark[1]) else parts)):
        return None
    found = _NAME.match(told.text, core.start, mark[0].end) if mark[0].end > core.end else None
    found = found or (_KIND_OF if mark[1] == "organisation" else _NAME).match(told.text, core.start, core.end)
    if found is None or found.end() < core.end:
        return None
    name = " ".join(_OWNER.sub("", found[0]).split())
    if name != " ".join(core.of(told.text).split()):
        actor, _ = told.link(name)
        if actor is not None:
            return actor
    if stands_for_a_thing(told.text, name) or not _is_name(told, Span(*found.span()), name, mark[1]):
        return None
    short = "-" in name and name.isupper()  # "ABC-UK"
    if mark[1] == "person" and not short and not any(key in lexicon().organisation_nouns for key in keys(name)):
        return private_person(name)
    return local_body(name)


def _begins_with_a_land(parts: Sequence[Part], kind: str) -> bool:
    """Whether a body's name has a land or a capital before two words of its own: "the Lisk Free Beacon"."""
    own = [part for part in parts[1:] if part.capital and part.form is None]
    return kind == "organisation" and len(own) > 1 and own == list(parts[1:]) and parts[0].form == "country"


def _article(quote: str) -> int:
    found = _ARTICLE.match(quote)
    return found.end() if found else 0


def _is_name(told: Told, span: Span, name: str, kind: str) -> bool:
    """Whether what is marked can be a name: of common words alone only an organisation's, and no people's."""
    said = keys(name)
    plain = [lexicon().usual(key) or everyday(key) for key in said]
    if not plain or (all(plain) and (len(plain) < 2 or kind != "organisation")):
        return False
    if not name.split()[-1][:1].isupper() and (plain[0] or said[-1] not in lexicon().organisation_nouns):
        return False
    if (
        of_a_people(said[-1])
        or said[-1] in lexicon().person_titles
        or (kind == "person" and said[-1] in lexicon().facilities)
    ):
        return False
    if (
        re.sub(r"ies$", "y", said[-1].removesuffix("s") if not said[-1].endswith("ies") else said[-1])
        in lexicon().person_titles
    ):
        return False  # "the Deputy Secretaries"
    if span in told.toponyms and (not _no_place(told, name) or _DEED_AFTER.match(told.text, span.end)):
        return False
    if len(plain) > 1:
        return True
    if not may_be_surname(name, told.text) or _plural(name, told.text):
        return False
    often = len(said_places(told.text).whole(name)) > 1  # a word that begins sentences again and again, never small
    return not _begins(told, span.start) or often or _elsewhere(told, name) or any(c.isupper() for c in name[1:])


_DEED_AFTER = re.compile(
    r"\s+(?:attacks?|bombings?|blasts?|killings?|massacre|siege|talks|hearings?|clashes|offensive)\b"
)
_WHERE = re.compile(r"\b(?:in|at|near|from|to|into|outside|around|of)\s+$")


def _no_place(told: Told, name: str) -> bool:
    """Whether what the gazetteer has for a place is none here: nowhere marked as one, nowhere said to be where."""
    there = said_places(told.text)
    return name not in told.places_marked and not there.once("where", name, lambda: there.after(_WHERE, name))


def _plural(name: str, text: str) -> bool:
    """Whether a word in the plural names many: its singular stands in the text too ("Uighurs", "Uighur")."""
    size = len(name) - 1
    return name.endswith("s") and any(
        text[at + size : at + size + 1] not in {"’", "'"} for at in said_places(text).whole(name[:-1])
    )


def _begins(told: Told, at: int) -> bool:
    """Whether a word begins a sentence, where a capital says nothing."""
    before = told.text[told.sentences_back(at)[0][0] : at]
    return not fold(before.strip("“\"‘'([ ")) or before.rstrip()[-1:] in '“"‘:—•'


def _elsewhere(told: Told, name: str) -> bool:
    """Whether the word stands with its capital within a sentence too."""
    there = said_places(told.text)
    return there.once("elsewhere", name, lambda: any(not _begins(told, at) for at in there.whole(name)))
