"""What the reading model sees in a sentence, before any claim is made of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from situate.model.span import Span


# Words and marks are made by the thousand for each report: frozen, they would take several times as long to make.
# Nothing changes them all the same.
@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word: UD part of speech and relation; ``head`` is an index in the sentence, -1 for the root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(slots=True, unsafe_hash=True)
class Labelled:
    """A span with a label and the model's probability for it."""

    start: int
    end: int
    label: str
    score: float

    @property
    def span(self) -> Span:
        """Its position in the report."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report with its parse and the spans found in it (offsets index the report).

    ``said`` holds the sources, cues and contents of attributions, ``faint`` triggers that the model holds likelier to
    be none.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Labelled, ...] = ()
    names: tuple[Labelled, ...] = ()
    triggers: tuple[Labelled, ...] = ()
    said: tuple[Labelled, ...] = ()
    faint: tuple[Labelled, ...] = ()

    @cached_property
    def below(self) -> Mapping[int, list[Token]]:
        """The dependents of each token that has any (-1: of no token, the root), in order of the text."""
        found: dict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            found[token.head].append(token)
        return dict(found)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of its words in lower case."""
        return frozenset([token.lemma.lower() for token in self.tokens])

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """Its verbs, without auxiliaries, in order of the text."""
        return tuple([token for token in self.tokens if token.upos == "VERB"])

    @cached_property
    def heads(self) -> dict[tuple[int, int], Token | None]:
        """The words that head its triggers, by where these stand, as far as they were asked for."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _touched(self) -> dict[tuple[int, int], tuple[Token, ...]]:
        return {}

    def touched(self, start: int, end: int) -> tuple[Token, ...]:
        """The words that a stretch of the report touches; rule after rule asks for those of the same few stretches."""
        place = start, end
        found = self._touched.get(place)
        if found is None:
            found = self.tokens[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
            self._touched[place] = found
        return found

    def within(self, start: int, end: int) -> list[Token]:
        """The words that lie in a stretch of the report."""
        return [*self.tokens[bisect_left(self._starts, start) : bisect_right(self._ends, end)]]

    def marked_as(self, **spans: tuple[Labelled, ...]) -> Sentence:
        """The same words with other spans; what was found out about the words stays known."""
        other = object.__new__(Sentence)
        other.__dict__.update(self.__dict__, **spans)
        return other

    @property
    def span(self) -> Span:
        """Its position in the report."""
        return Span(self.start, self.end)
