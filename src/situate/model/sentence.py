"""What the reading model sees in a sentence, before any claim is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from situate.model.span import Span


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with its parse and the spans found in it (offsets index the report)."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Labelled, ...] = ()
    names: tuple[Labelled, ...] = ()
    triggers: tuple[Labelled, ...] = ()

    @property
    def span(self) -> Span:
        """Its position in the report."""
        return Span(self.start, self.end)
