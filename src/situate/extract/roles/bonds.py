"""What the binder finds for the triggers of a report, as spans of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from situate.extract.roles.binding import AFTER, BEFORE, Binder, Bound, Floats, Told, Trigger
from situate.extract.roles.frames import Filler, in_order
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span

_STRETCH = 200  # sentences
_EDGE = frozenset("\"'“”‘’,;:.()[]—–-")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with the vectors of its words, [words, hidden]."""

    sentence: Sentence
    states: Floats


@dataclass(frozen=True, slots=True)
class Bonds:
    """The fillers of one trigger, its first speaker, and the probabilities of its classes by name."""

    fillers: tuple[Filler, ...]
    speaker: Span | None
    modality: dict[str, float]
    polarity: dict[str, float]
    timing: dict[str, float]
    perhaps: Span | None = None  # a faint place, where the fillers hold none


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a report, and where each stands."""

    start: list[int]
    end: list[int]
    text: list[str]

    def span(self, first: int, last: int) -> Span:
        """The words from ``first`` to before ``last`` without the marks at their edges."""
        while last - first > 1 and set(self.text[first]) <= _EDGE:
            first += 1
        while last - first > 1 and set(self.text[last - 1]) <= _EDGE:
            last -= 1
        return Span(self.start[first], self.end[last - 1])

    def trigger(self, labelled: Labelled, kind: int) -> Trigger:
        """Where a trigger stands among the words."""
        first = bisect_right(self.end, labelled.start)
        last = bisect_left(self.start, labelled.end)
        return Trigger(first, max(last, first + 1), kind, labelled.score)


def stretches(parsed: Iterable[Parsed]) -> Iterator[tuple[list[Parsed], slice]]:
    """A report in stretches of sentences, each with those around it that the binder looks at, and its place in them.

    Vectors of words are let go stretch by stretch: they are most of what a long report would hold in memory.
    """
    held: list[Parsed] = []
    before = 0
    for one in parsed:
        held.append(one)
        if len(held) == before + _STRETCH + AFTER:
            yield held, slice(before, before + _STRETCH)
            held = held[-(BEFORE + AFTER) :]
            before = len(held) - AFTER
    if len(held) > before:
        yield held, slice(before, len(held))


def bonds(parsed: Sequence[Parsed], triggers: Sequence[Labelled], binder: Binder) -> list[Bonds]:
    """What each of ``triggers`` binds, in their order."""
    if not triggers:
        return []
    tokens = [t for p in parsed for t in p.sentence.tokens]
    words = _Words([t.start for t in tokens], [t.end for t in tokens], [t.text for t in tokens])
    wanted = [words.trigger(t, binder.kinds.index(t.label)) for t in triggers]
    numbers = np.arange(len(parsed)).repeat([len(p.sentence.tokens) for p in parsed])
    told = Told(numbers, [t.head for t in tokens], [t.deprel for t in tokens])
    found = binder.bind(np.concatenate([p.states for p in parsed]), told, wanted)
    return [_bonds(one, words, binder) for one in found]


def _bonds(found: Bound, words: _Words, binder: Binder) -> Bonds:
    spans = [(words.span(first, last), binder.roles[label]) for first, last, label in found.roles]
    fillers = [Filler(role, span.start, span.end) for span, role in spans]
    speaker = words.span(*found.speaker[:2]) if found.speaker else None
    return Bonds(
        tuple(in_order(*fillers)),
        speaker,
        dict(zip(binder.modalities, found.modality.tolist(), strict=True)),
        dict(zip(binder.polarities, found.polarity.tolist(), strict=True)),
        dict(zip(binder.timings, found.timing.tolist(), strict=True)),
        words.span(*found.perhaps[:2]) if found.perhaps else None,
    )
