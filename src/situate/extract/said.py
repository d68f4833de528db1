"""The layer of attributions: who says what, from the model's spans of sources, cues and contents.

A cue is the centre of an attribution. Its source is the nearest one of its sentence that no nearer cue has; contents
belong to the nearest cue of their sentence, and go on over the following sentences as far as these are content from
their first word and have no cue of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span

_MARKS = "\"'“”‘’«»,;:.!?-–—()[] \n\t"


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution: spans of the report."""

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]


def told(text: str, sentences: Sequence[Sentence]) -> list[Told]:
    """The attributions of a report, in order of their cues."""
    found: list[Told] = []
    for sentence in sentences:
        cues, contents = _of(sentence, "cue"), _of(sentence, "content")
        if not cues:
            if found and contents and contents[0].start <= _first(sentence):
                found[-1] = _going_on(text, found[-1], contents[0])
            continue
        sources = _nearest(_of(sentence, "source"), cues)
        owned = [[c for c in contents if _owner(c, cues) is cue] for cue in cues]
        for cue, source, mine in zip(cues, sources, owned, strict=True):
            spans = tuple(s for c in mine if (s := trimmed(text, c.span)))
            found.append(Told(trimmed(text, source.span) if source else None, cue.span, spans))
    return found


def trimmed(text: str, span: Span) -> Span | None:
    """A span without quotation marks and punctuation at its edges; ``None`` if nothing else is in it."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    end = span.start + len(words.rstrip(_MARKS))
    return Span(start, end) if start < end else None


def _of(sentence: Sentence, label: str) -> list[Labelled]:
    return [s for s in sentence.said if s.label == label]


def _first(sentence: Sentence) -> int:
    """Where the first word of a sentence that is no mark begins."""
    return next((t.start for t in sentence.tokens if set(t.text) - set(_MARKS)), sentence.start)


def _going_on(text: str, before: Told, content: Labelled) -> Told:
    """The attribution with a content that the next sentence goes on with: one span, if only marks lie between."""
    more = trimmed(text, content.span)
    if more is None or not before.contents:
        return before
    last = before.contents[-1]
    if text[last.end : more.start].strip(_MARKS):
        return Told(before.source, before.cue, (*before.contents, more))
    return Told(before.source, before.cue, (*before.contents[:-1], Span(last.start, more.end)))


def _apart(a: Labelled, b: Labelled) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _owner(content: Labelled, cues: Sequence[Labelled]) -> Labelled:
    """The cue that a content belongs to: the nearest one outside it, else the nearest."""
    outside = [c for c in cues if c.end <= content.start or content.end <= c.start]
    return min(outside or cues, key=lambda c: (_apart(c, content), c.start))


def _nearest(sources: Sequence[Labelled], cues: Sequence[Labelled]) -> Iterator[Labelled | None]:
    """The source of each cue; nearest pairs first, each source once."""
    pairs = sorted(((_apart(s, c), i, j) for i, c in enumerate(cues) for j, s in enumerate(sources)))
    chosen: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return (sources[chosen[i]] if i in chosen else None for i in range(len(cues)))
