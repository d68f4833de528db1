"""The words of descriptions, by class, and the descriptions that mean one actor in one conflict (``words.yaml``)."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import yaml

from situate.model.interval import first_day, last_day
from situate.resolve.where.toponyms import surroundings
from situate.resolve.who.names import fold
from situate.resolve.who.registry import Dated

PRONOUNS = ("pronoun_group", "pronoun_thing", "pronoun_person", "pronoun_speaker")  # classes
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Classes of words, in their compared form; ``context`` holds (class, when and where it holds, actor)."""

    classes: Mapping[str, frozenset[str]]
    linked: frozenset[str]
    held: frozenset[str]
    apart: frozenset[str]
    belongs: frozenset[str]
    also_called: frozenset[str]
    join: frozenset[str]
    public: frozenset[str]
    person_titles: frozenset[str]
    relations: frozenset[str]
    organisation_nouns: frozenset[str]
    of_command: frozenset[str]
    not_theirs: frozenset[str]
    no_state: frozenset[str]
    no_army: frozenset[str]
    surnames: frozenset[str]
    bodies: frozenset[str]
    of_body: frozenset[str]
    facilities: frozenset[str]
    deeds: frozenset[str]
    policies: frozenset[str]
    civil_nouns: frozenset[str]
    no_return: frozenset[str]
    of_courts: frozenset[str]
    congresses: frozenset[str]
    kinds: frozenset[str]
    ministries: frozenset[str]
    forces: frozenset[str]
    units: frozenset[str]
    arms: frozenset[str]
    papers: frozenset[str]
    of_a_land: frozenset[str]
    leaders: frozenset[str]
    no_body: frozenset[str]
    of_any_name: frozenset[str]
    men: frozenset[str]
    apposed: frozenset[str]
    no_title: frozenset[str]
    military_things: frozenset[str]
    guests: frozenset[str]
    inner: frozenset[str]
    context: tuple[tuple[str, Dated], ...]

    def is_(self, name: str, word: str) -> bool:
        """Whether a compared word is of a class."""
        return word in self.classes[name]

    def is_any(self, names: tuple[str, ...], word: str) -> bool:
        """Whether a compared word is of one of several classes."""
        return word in _of_any(names)

    def is_pronoun(self, words: Sequence[str]) -> bool:
        """Whether compared words are one personal or relative pronoun."""
        return len(words) == 1 and self.is_any(PRONOUNS, words[0])

    def have(self, words: Iterable[str], name: str) -> bool:
        """Whether one of some compared words is of a class."""
        return not self.classes[name].isdisjoint(words)

    def ordinary(self, word: str) -> bool:
        """Whether a compared word is of any class, or a noun for an organisation: no part of a name by itself."""
        return word in self.organisation_nouns or word in _classed()

    def usual(self, word: str) -> bool:
        """Whether a compared word is no given name: a word of any class, a title, a word that begins sentences."""
        known = surroundings()
        begins = word in known["openers"] or word in known["calendar"] or word in known["ordinary_words"]
        return begins or word in self.person_titles or self.ordinary(word)

    def meant(self, name: str, country: str | None, date: str | None, since: str | None = None) -> str | None:
        """The actor that a class of words means in a country's conflict at a date; ``None`` when it may be several.

        Without a date, ``since`` is a day before which it cannot be.
        """
        fit = [d for c, d in self.context if c == name and country in d.countries and d.holds(date)]
        over = date is None and since is not None
        found = {d.id for d in fit if not over or d.end is None or last_day(d.end) >= first_day(since or "")}
        return next(iter(found)) if len(found) == 1 else None


def _folded(words: Any) -> frozenset[str]:
    listed = words.split() if isinstance(words, str) else words
    return frozenset(" ".join(map(fold, str(word).split())) for word in listed)


@functools.lru_cache(maxsize=128)  # the same few classes are asked of together
def _of_any(names: tuple[str, ...]) -> frozenset[str]:
    """The words of some classes."""
    return frozenset().union(*(lexicon().classes[name] for name in names))


@functools.lru_cache(maxsize=1)
def _classed() -> frozenset[str]:
    """The words of all classes."""
    return frozenset().union(*lexicon().classes.values())


@functools.cache
def lexicon() -> Lexicon:
    """The words of the package, read once."""
    text = (importlib.resources.files("situate.resolve") / "actors" / "words.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=_LOADER)  # noqa: S506 - both loaders are the safe ones
    sets = (field.name for field in fields(Lexicon) if field.name not in {"classes", "context"})
    return Lexicon(
        classes={name: _folded(words) for name, words in data["classes"].items()},
        context=tuple((item["class"], _when(item)) for item in data["context"]),
        **{name: _folded(data[name]) for name in sets},
    )


@functools.cache
def given_names() -> frozenset[str]:
    """Given names that are no days, months, small words or words that begin sentences (Thé is one, "The" is not)."""
    known = surroundings()
    small = lexicon().classes["light"] | lexicon().join
    return frozenset(known["given_names"]) - frozenset(known["calendar"]) - frozenset(known["openers"]) - small


def _when(item: Mapping[str, Any]) -> Dated:
    start, end = (None if item.get(key) is None else str(item[key]) for key in ("from", "to"))
    return Dated(id=item["actor"], start=start, end=end, countries=tuple(item["countries"]))
