"""Lines that are no part of what a report tells: related links, captions, advertising. Kept, marked, never read."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator

from situate import ontology
from situate.model.span import Span

_LONGEST = 300  # code points; a longer line is prose, whatever it begins with


def mark(text: str, captions: Collection[str] = ()) -> tuple[Span, ...]:
    """The spans of furniture in ``text``, line by line, in order; blanks around a line are left out.

    ``captions`` are lines that the page itself calls captions.
    """
    pattern, known = _pattern(), frozenset(captions)
    lines = ((span, span.of(text)) for span in _lines(text))
    return tuple(span for span, line in lines if line in known or (len(line) <= _LONGEST and pattern.fullmatch(line)))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            begin = start + line.index(bare)
            yield Span(begin, begin + len(bare))
        start += len(line)


@functools.cache
def _pattern() -> re.Pattern[str]:
    """The patterns of the ontology (``cues.yaml``, key ``furniture``), each for a whole line, in any case."""
    patterns = [f"(?:{one.pattern})" for one in ontology.load().cues.furniture]
    return re.compile("|".join(patterns), re.IGNORECASE)
