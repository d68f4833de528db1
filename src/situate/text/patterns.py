"""Patterns over classes of words: what the grammars of times and of figures are written in.

A text is cut into words, each word gets one class (month, unit, number, …), and each class is one private character;
so a text becomes a short string over which ordinary regular expressions run. Patterns stay readable (they name classes,
not letters), and cost little: runs of words that belong to no class are skipped, and no pattern holds a repetition
inside a repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_NAME = re.compile(r"(?<![<\w])[a-z][a-z_0-9]*(?!\w)")
_FRAGMENT = re.compile(r"\{([A-Z]+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")
_FIRST_CLASS = 0xE000  # the private use area: these characters mean nothing to a regular expression
OTHER = "\x00"  # the class of a word that belongs to none


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a text: code-point bounds, lower-case form, and one class character each."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def quote(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The word in lower case; empty outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met in a text; groups are ranges of word indices."""

    tagged: Tagged
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Index of the first word."""
        return self.found.start()

    @property
    def end(self) -> int:
        """Index after the last word."""
        return self.found.end()

    def has(self, name: str) -> bool:
        """Whether a named group took part (and is not empty)."""
        return name in self.found.re.groupindex and self.found.group(name) not in (None, "")

    def words(self, name: str) -> list[str]:
        """The words of a named group in lower case; empty when it took no part."""
        if not self.has(name):
            return []
        first, last = self.found.span(name)
        return self.tagged.words[first:last]

    def word(self, name: str) -> str:
        """The words of a named group, joined with spaces."""
        return " ".join(self.words(name))

    def before(self, count: int = 1) -> str:
        """The word that many places before the match, in lower case."""
        return self.tagged.word(self.start - count)

    def after(self, count: int = 1) -> str:
        """The word that many places after the match, in lower case."""
        return self.tagged.word(self.end + count - 1)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Class names and their characters, and fragments that patterns may quote as ``{NAME}``."""

    letters: Mapping[str, str]
    fragments: Mapping[str, str]

    def any_of(self, patterns: Iterable[str]) -> re.Pattern[str]:
        """One expression that is met wherever any of the patterns is; it has no groups, and finds starts quickly."""
        return re.compile("|".join(_GROUP.sub("(?:", self.compile(pattern).pattern) for pattern in patterns))

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A regular expression over class characters.

        In ``pattern`` white space means nothing, a lower-case word is a class, ``{NAME}`` a fragment, and the rest is
        the usual syntax of regular expressions. Raises ``KeyError`` for a class or fragment that does not exist.
        """
        while _FRAGMENT.search(pattern):
            pattern = _FRAGMENT.sub(lambda m: f"(?:{self.fragments[m[1]]})", pattern)
        return re.compile("".join(_NAME.sub(lambda m: self.letters[m[0]], pattern).split()))


def alphabet(names: Iterable[str], fragments: Mapping[str, str]) -> Alphabet:
    """An alphabet with one private character for each name."""
    return Alphabet({name: chr(_FIRST_CLASS + number) for number, name in enumerate(names)}, fragments)


def tag(text: str, words: re.Pattern[str], classify: Callable[[str], tuple[str, str]]) -> Tagged:
    """Cut ``text`` with ``words``; ``classify(word)`` gives each its lower-case form and its class character."""
    met = list(words.finditer(text))
    classed = [classify(match[0]) for match in met]
    return Tagged(
        text,
        [match.start() for match in met],
        [match.end() for match in met],
        [lower for lower, _ in classed],
        "".join([letter for _, letter in classed]),
    )


def stretches(tagged: Tagged, core: str) -> Iterator[tuple[int, int]]:
    """Runs of classed words that hold at least one of the class characters ``core``, as ranges of word indices."""
    classes, cores, end = tagged.classes, _one_of(core), 0
    while near := cores.search(classes, end):
        start = max(end, classes.rfind(OTHER, end, near.start()) + 1)
        end = classes.find(OTHER, near.end())
        end = len(classes) if end < 0 else end
        yield start, end


@cache
def _one_of(core: str) -> re.Pattern[str]:
    return re.compile(f"[{core}]")
