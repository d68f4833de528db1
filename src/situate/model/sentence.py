"""What the reading model sees in a sentence, before any claim is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    """A sentence of a report with its parse and the spans found in it (offsets index the report).

    ``said`` holds the sources, cues and contents of attributions, ``faint`` triggers that the model holds likelier to
    be none, ``below`` the dependents of each token that has any (-1: of no token, the root), in order of the text.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Labelled, ...] = ()
    names: tuple[Labelled, ...] = ()
    triggers: tuple[Labelled, ...] = ()
    said: tuple[Labelled, ...] = ()
    faint: tuple[Labelled, ...] = ()
    below: Mapping[int, tuple[Token, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[int, list[Token]] = {}
        for token in self.tokens:
            found.setdefault(token.head, []).append(token)
        object.__setattr__(self, "below", {head: tuple(tokens) for head, tokens in found.items()})

    @property
    def span(self) -> Span:
        """Its position in the report."""
        return Span(self.start, self.end)
