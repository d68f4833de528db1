"""Where a report quotes."""

from __future__ import annotations

import re

from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.text.sentences import blocks

_OPEN, _CLOSE = "“«", "”»"
_BEGIN = _OPEN + '"'
_MARKS = re.compile(f'["{_OPEN}{_CLOSE}]')
_ENDS = frozenset(".!?…")
_WORD = 3  # words up to which marks set a word apart ('a string of "reconciliation deals"') and quote nobody


def sets_apart(sentence: Sentence, quotation: Span) -> bool:
    """Whether quotation marks only set a word of the sentence apart."""
    inside = [t for t in sentence.tokens if quotation.start <= t.start < quotation.end and t.upos != "PUNCT"]
    words = sum(t.upos != "PUNCT" for t in sentence.tokens)
    return len(inside) <= _WORD and words > len(inside) and quotation.end <= sentence.end


def quoted(text: str) -> list[Span]:
    """Stretches between quotation marks; an open one ends with its paragraph (it may go on in the next)."""
    marked = text.replace("''", '" ')
    parts = blocks(marked) if any(mark in marked for mark in _BEGIN) else []
    return [span for start, end in parts for span in _quoted_in(marked[start:end], start)]


def _quoted_in(paragraph: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    if not any(mark in paragraph for mark in _BEGIN):
        return spans
    opened: int | None = None
    for mark in _MARKS.finditer(paragraph):
        position, character = mark.start(), mark[0]
        if opened is not None and character == '"' and _opens(paragraph, position):
            spans.append(Span(offset + opened, offset + position))
            opened = position
        elif character in _OPEN or (character == '"' and opened is None):
            opened = position if opened is None else opened
        elif opened is not None and (character in _CLOSE or character == '"'):
            spans.append(Span(offset + opened, offset + position + 1))
            opened = None
    if opened is not None and paragraph.strip():
        spans.append(Span(offset + opened, offset + len(paragraph)))
    return spans


def _opens(paragraph: str, position: int) -> bool:
    """Whether a mark can only open a quotation: where paragraphs ran into one, each opens anew what goes on."""
    before, after = paragraph[position - 1 : position], paragraph[position + 1 : position + 2]
    return before.isspace() and after.isalnum() and paragraph[:position].rstrip()[-1:] in _ENDS
