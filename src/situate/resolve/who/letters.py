"""Names that an abbreviation in brackets tells: "the national relief commission [CNS]", and what "[CNS]" stands for.

Old wires translate a name and leave its letters as they are in its own language, so that only their order differs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body, local_outlet
from situate.resolve.who.names import keys
from situate.resolve.who.told import Naming, Told

_AFTER = re.compile(r"\s*[\[(]([A-Za-z]{2,8})[\])]")
_BEFORE = re.compile(r"((?:[\w’'-]+\s+){1,8})[\[(]$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "del", "la", "y", "a", "an"})
_NOUNS = frozenset({"unity", "union", "body", "group", "organization", "federation", "party", "alliance", "network"})


def in_brackets(told: Told, naming: Naming) -> Actor | None:
    """The body whose abbreviation stands right after a phrase, or before the brackets that the phrase stands in."""
    if naming.ref is not None:
        return None
    after = _AFTER.match(told.text, naming.span.end)
    if after is not None and _fits(_initials(naming.quote), after[1]):
        return _body(told, naming.quote, after[1])
    if told.text[naming.span.end : naming.span.end + 1] not in {"]", ")"} or not 2 <= len(naming.quote) <= 8:
        return None
    first = max(0, naming.span.start - 120)
    before = _BEFORE.search(told.text[first : naming.span.start])
    words = before[1].split() if before is not None and naming.quote.isalpha() else []
    tails = [" ".join(words[i:]) for i in range(len(words) - 1) if words[i].lower() not in _SMALL]
    fits = [said for said in tails if _fits(_initials(said), naming.quote)]
    if fits:
        return _body(told, min(fits, key=lambda said: _apart(_initials(said), naming.quote)), naming.quote)
    return None


_EXPLAINED = re.compile(r"\s*\[([^\W\d_][^\]\[:;.]{7,80})\]")
_DATELINE = re.compile(r"[^\n(]{0,60}(?:\([^)]*\)[^\n(]{0,30})?\d{2}\s*\(([^)]{2,60})\)\s*(?:--|\[)")


def explained(told: Told, naming: Naming) -> Actor | None:
    """The body that brackets after a short name give in full: "RNL [Lusar national radio]"."""
    if naming.ref is not None or not 2 <= len(naming.quote) <= 8 or not naming.quote.isalpha():
        return None
    full = _EXPLAINED.match(told.text, naming.span.end)
    words = keys(full[1]) if full is not None else ()
    if full is None or len(words) < 2 or not any(word in lexicon().organisation_nouns | _NOUNS for word in words):
        return None
    return _body(told, full[1], naming.quote)


def of_the_dateline(told: Told, naming: Naming) -> Actor | None:
    """The outlet that a dateline names in brackets: "LUSAR, 4 MAY 89 (CANAL NORTE) --", where no table has it."""
    found = _DATELINE.match(told.text) if naming.span.end < 160 else None
    if found is None or not (found.start(1) <= naming.span.start and naming.span.end <= found.end(1)):
        return None
    return local_outlet(naming.quote) if naming.span.start == found.start(1) else None


_WORD = r"[^\W\d_a-z][\w’'-]+"
_ALIAS = re.compile(
    rf"({_WORD}(?:\s(?:(?:al|bin|de|van|von|ag)\s)?{_WORD}){{1,3}}),?\s(?:alias|aka|a\.k\.a\.|also\sknown\sas|better\sknown\sas|known\sas|"
    rf"nicknamed)\s[“\"‘']?({_WORD}(?:\s{_WORD}){{0,2}})(?![\w-])"
)


def aliases(told: Told) -> dict[tuple[str, ...], Actor]:
    """Other names of persons that a report tells beside their own: "Ada Lorn, alias Palma,"."""
    found: dict[tuple[str, ...], Actor] = {}
    for match in _ALIAS.finditer(told.text):
        person, _ = told.link(match[1])
        words = keys(match[2])
        free = words not in told.linker.registry.index and not all(lexicon().usual(word) for word in words)
        if person is not None and person.kind == "person" and free:
            found.setdefault(words, person)
    return found


def _body(told: Told, said: str, short: str) -> Actor | None:
    """The organisation of a name: of the tables, or a local one."""
    words = keys(said)
    name = re.sub(r"^(?:the|an?)\s+", "", " ".join(said.split()), flags=re.IGNORECASE)
    actor, _ = told.link(name)
    if actor is not None and actor.id in told.linker.registry.rows:
        return actor
    if not any(word in lexicon().organisation_nouns | lexicon().inner | _NOUNS for word in words):
        return None
    return replace(local_body(name), name=f"{name} ({short.upper()})")


def _initials(said: str) -> Counter[str]:
    return Counter(word[0].lower() for word in re.findall(r"[^\W\d_][\w’'-]*", said) if word.lower() not in _SMALL)


def _apart(first: Counter[str], short: str) -> int:
    """How many letters only one of the two has."""
    letters = Counter(short.lower())
    return sum(((letters - first) + (first - letters)).values())


def _fits(first: Counter[str], short: str) -> bool:
    """Whether the letters of an abbreviation are those that the words begin with, in any order."""
    letters = Counter(short.lower())
    return sum(first.values()) > 1 and (letters == first or (len(short) > 2 and (letters <= first or first <= letters)))
