"""What is said: the spans of the contents of attributions, from the model's tags, quotation marks and the tree.

What is quoted as a sentence of its own is one content, whatever the model marks of it, over all the sentences it has.
A content that its own cue interrupts is two. One that breaks off in the middle of a phrase ends where the phrase ends.
These are conventions of PolNeAR, counted on its training part.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from situate.extract.speakers.quotes import quoted
from situate.extract.tree.relations import subtree
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import Span

QUOTES = '"“”«»'
MARKS = QUOTES + "'‘’,;:.!?-–—()[] \n\t"
_SENTENCE = 3  # words from which on a quotation may be a sentence
_LONG = 5  # words from which on one is content even where the model marks nothing
_STEPS = 6  # phrases by which a content may grow
# Whatever hangs on the last words by one of these, without a mark between, belongs to what is said.
_HELD = frozenset({
    "nmod", "obl", "obl:agent", "obl:unmarked", "obj", "iobj", "flat", "fixed", "case", "advmod", "xcomp", "ccomp",
    "compound:prt", "nmod:unmarked", "obl:tmod", "nmod:tmod", "conj", "advcl",
})  # fmt: skip


def contents(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """What is said in a report, in order, without marks at its edges; no two spans overlap."""
    parts = ((n, part) for n in sentences for c in labelled(n, "content") for part in _around(n, c.span))
    marked = _apiece(s for n, part in parts if (s := trimmed(text, closed(n, part))))
    whole = [q for q in quotations(text) if touched(q, marked) or len(q.of(text).split()) >= _LONG]
    return sorted([*whole, *(m for m in marked if not touched(m, whole))])


def quotations(text: str) -> list[Span]:
    """What stands between quotation marks as a sentence of its own, without marks at its edges, in order.

    A quotation that goes on from a word before it ("he called it “a lie”"), or that the sentence goes on from without a
    comma ("“A lie” was his word"), is part of the writer's own sentence.
    """
    found = [(q, s) for q in quoted(text) if (s := trimmed(text, q))]
    return [s for q, s in found if len(s.of(text).split()) >= _SENTENCE and _alone(text, q, s)]


def _alone(text: str, quotation: Span, words: Span) -> bool:
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    after = text[quotation.end : quotation.end + 3].lstrip(" '")
    ended = text[words.end : quotation.end].strip(QUOTES + "'’ )]")
    return not before[-1:].isalnum() and bool(ended or not after[:1].islower())


def labelled(sentence: Sentence, label: str) -> list[Labelled]:
    """The spans of a sentence with one label of attributions: source, cue or content."""
    return [s for s in sentence.said if s.label == label]


def apart(a: Span | Labelled, b: Span | Labelled) -> int:
    """The code points between two spans; 0 if they touch or overlap."""
    return max(a.start - b.end, b.start - a.end, 0)


def touched(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span overlaps one of several that lie in order, none over another."""
    before = bisect_right(spans, span.end, key=lambda s: s.start)
    return any(map(span.overlaps, spans[max(0, before - 2) : before]))


def trimmed(text: str, span: Span) -> Span | None:
    """A span without quotation marks and punctuation at its edges; ``None`` if nothing else is in it."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(MARKS))
    end = span.start + len(words.rstrip(MARKS))
    return Span(start, end) if start < end else None


def _apiece(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, of which those that overlap are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].overlaps(span):
            before = found.pop()
            found.append(Span(before.start, max(before.end, span.end)))
        else:
            found.append(span)
    return found


def _around(sentence: Sentence, content: Span) -> list[Span]:
    """The parts of a content that its own cue and source interrupt ("the road, she said, is closed"), else itself."""
    cues = labelled(sentence, "cue")
    if len(cues) != 1 or not (content.start < cues[0].start and cues[0].end < content.end):
        return [content]
    sources = [s for s in labelled(sentence, "source") if content.covers(s.span) and apart(s, cues[0]) <= 1]
    if not sources:
        return [content]
    cut = Span(min(cues[0].start, sources[0].start), max(cues[0].end, sources[0].end))
    return [Span(content.start, cut.start), Span(cut.end, content.end)]


def closed(sentence: Sentence, content: Span) -> Span:
    """A content that breaks off before the head of its last word, or before what hangs on it, with the rest of both.

    It never reaches over a cue or a source.
    """
    inside = [t.index for t in sentence.touched(content.start, content.end)]
    if not inside:
        return content
    first, last = inside[0], inside[-1]
    limit = next((t.index for t in sentence.tokens[last + 1 :] if _told(sentence, t)), len(sentence.tokens))
    for _ in range(_STEPS):
        further = min(_end(sentence, first, last), limit - 1)
        if further <= last:
            break
        last = further
    return Span(content.start, max(content.end, sentence.tokens[last].end))


def _told(sentence: Sentence, token: Token) -> bool:
    return any(s.label != "content" and s.start <= token.start < s.end for s in sentence.said)


def _end(sentence: Sentence, first: int, last: int) -> int:
    """The last word of the phrase that the words from ``first`` to ``last`` break off in, else ``last``."""
    tokens = sentence.tokens
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or not following.text[0].isalnum():
        return last
    if tokens[last].head > last:
        return max(subtree(sentence, tokens[last].head))
    while following.head >= 0 and not first <= following.head <= last:
        following = tokens[following.head]
    return max(subtree(sentence, following.index)) if following.head >= 0 and following.deprel in _HELD else last
