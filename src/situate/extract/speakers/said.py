"""The layer of attributions: who says what, from the model's spans of sources, cues and contents.

A cue is the centre of an attribution. Its source is the nearest one of its sentence that no nearer cue has; contents
belong to the nearest cue of their sentences. A quotation without a cue in its sentences goes on from the attribution
before it, if it begins its sentence, and so does what follows "Name:". A cue with neither source nor content is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from situate.extract.speakers.quotes import quoted
from situate.extract.speakers.spoken import MARKS, QUOTES, apart, contents, labelled, touched, trimmed
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution: spans of the report."""

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]


def told(text: str, sentences: Sequence[Sentence]) -> list[Told]:
    """The attributions of a report, in order of their cues."""
    found: list[Told] = []
    within: list[int] = []  # the sentence of each
    for number, sentence in enumerate(sentences):
        cues = labelled(sentence, "cue")
        sources = _nearest(labelled(sentence, "source"), cues)
        found += [Told(trimmed(text, s.span) if s else None, c.span, ()) for c, s in zip(cues, sources, strict=True)]
        within += [number] * len(cues)
    quotes = quoted(text)
    for content in contents(text, sentences):
        first, last = (_at(sentences, place) for place in (content.start, content.end - 1))
        near = range(bisect_left(within, first), bisect_right(within, last))
        if near:
            owner = _owner(content, near, found)
            found[owner] = _with(found[owner], content)
        elif near.start and content.start <= _first(sentences[first]):
            before = found[near.start - 1]
            if touched(content, quotes) or before.cue.of(text).endswith(":"):
                found[near.start - 1] = _going_on(text, before, content)
    return [one for one in found if one.source or one.contents]


def _at(sentences: Sequence[Sentence], place: int) -> int:
    """The number of the sentence at a place, or of the last one before it."""
    return max(0, bisect_right(sentences, place, key=lambda s: s.start) - 1)


def _first(sentence: Sentence) -> int:
    """Where the first word of a sentence that is no mark begins."""
    return next((t.start for t in sentence.tokens if set(t.text) - set(MARKS)), sentence.start)


def _with(one: Told, content: Span) -> Told:
    return replace(one, contents=(*one.contents, content))


def _going_on(text: str, before: Told, content: Span) -> Told:
    """The attribution with a content that goes on from it: one span with the last, if it is the same passage."""
    last = before.contents[-1] if before.contents else before.cue
    between = text[last.end : content.start]
    if not before.contents or between.strip(MARKS) or "\n" in between or set(between) & set(QUOTES):
        return _with(before, content)
    return replace(before, contents=(*before.contents[:-1], Span(last.start, content.end)))


def _owner(content: Span, near: Sequence[int], found: Sequence[Told]) -> int:
    """Which of some attributions a content belongs to: the one with the nearest cue outside it, else the nearest."""
    outside = [n for n in near if not content.overlaps(found[n].cue)]
    return min(outside or near, key=lambda n: (apart(found[n].cue, content), found[n].cue.start))


def _nearest(sources: Sequence[Labelled], cues: Sequence[Labelled]) -> Iterator[Labelled | None]:
    """The source of each cue; nearest pairs first, each source once."""
    pairs = sorted(((apart(s, c), i, j) for i, c in enumerate(cues) for j, s in enumerate(sources)))
    chosen: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return (sources[chosen[i]] if i in chosen else None for i in range(len(cues)))
