"""Who has the word in what is written down or copied as it was spoken: transcripts of broadcasts, and posts.

A transcript names its speakers in brackets before their words ("[Mayor] The bridge is cut."), a statement read out
names its author in its header ("[Statement] [General Command] [Text]"); a talk has a name and a colon in front of what
each says ("MAYOR: The bridge is cut."). No verb says that they speak, so that neither the tree nor quotation marks tell
whose words these are. A post that is copied into a page has its author behind it ("— Name (@name)"), or in a line of
its own in front ("@name — 5 May, 08:12"); a message of a chat has its sender above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from situate.model.span import Span
from situate.text.senders import messages
from situate.text.sentences import blocks

_BRACKET = re.compile(r"\[([^\[\]]{2,160})\]")
_TEXT = re.compile(r"\[text\]", re.IGNORECASE)
# What a bracket tells of the recording, or of the sort of document: nobody speaks by such a name.
_NOTE = re.compile(
    r"\b(?:text|continued|excerpts?|begin|end|recording|words?|sentences?|passage|omitted|indistinct|heard|received|break"
    r"|applause|laughter|crosstalk|inaudible|signed|dated|issued|signature|report|article|commentary|editorial|dispatch"
    r"|interview|conference|live|relay|video|photo|update|music|pause|sic|source)\b|^\d",
    re.IGNORECASE,
)
# Sorts of documents whose author is no outlet; who writes a report or a commentary speaks with the outlet's voice.
_DOCUMENT = re.compile(r"\[(?:speech|statement|communiqu[eé]|address|letter|message|remarks|proclamation)\]\s*$", re.I)
_OWN = re.compile(
    r"\b(?:reporters?|announcer|moderator|correspondent|interviewer|presenter|anchor|host)\b", re.IGNORECASE
)
# In a talk the names are in capitals: "DOLLE:", "MAYOR (by telephone):". Parts of a form are nobody's name.
_LABEL = re.compile(r"\s*([A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,40}?)(?: \([^()\n]{2,60}\))?:\s")
_FORM = re.compile(r"\b(?:QUESTION|ANSWER|NOTE|UPDATE|BREAKING|SOURCE|CLAIM|FACT|VERDICT|CHECK|CONTEXT|DATE|PLACE)S?\b")
_END = re.compile(r"\[end\b[^\[\]]*\]", re.IGNORECASE)
_DATELINE = re.compile(r"(?:--|—|–)\s*$")
_POST = re.compile(r"(?:—|–|--)\s*([^\n—–@()]{2,60}?)\s*\(@\w{2,30}\)")
_MARKS = ("[", "@", ":")  # without any of them nobody has the word so
# A line with an account and a time heads a post; without a time it is whom an article asks to follow, or who wrote it.
_HANDLE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^\n@:—–|·]{1,40}?)?\s*\(?(?P<handle>@\w{2,30})\)?[\s,|·–—-]+(?=[^\n]*\d)[\w:., ]{1,30}"
)
_NAMED = 120  # letters behind a word for a reporter in which his name stands
_SHORT = 8  # words up to which a paragraph above a signature does not stand alone


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a report, and the name that stands for who speaks in it."""

    words: Span
    speaker: Span


def turns(text: str) -> list[Turn]:
    """The turns of a report, in order of their words; of those that overlap the later is the narrower."""
    sent = [Turn(message.words, message.sender) for message in messages(text) if message.sender is not None]
    if sent:
        return sent
    parts = [Span(*block) for block in blocks(text)] if any(mark in text for mark in _MARKS) else []
    found = (*_transcript(text, parts), *_talk(text, parts), *_posts(text, parts), *_under_handles(text, parts))
    return sorted(found, key=lambda t: (t.words.start, -t.words.end))


def turn_at(given: Sequence[Turn], place: int) -> Turn | None:
    """The turn that a place is in."""
    before = bisect_right(given, place, key=lambda t: t.words.start)
    return next((t for t in reversed(given[:before]) if place < t.words.end), None)


def _transcript(text: str, parts: Sequence[Span]) -> Iterator[Turn]:
    """Each bracket that opens a paragraph, or goes on from another that does, is a speaker or a note.

    Only where a report says that it is a text, or one name has the word twice: elsewhere brackets are the writer's.
    """
    opening = [m for m in _BRACKET.finditer(text) if _opens(text, m.start(), parts)]
    names = [m for m in opening if not _NOTE.search(_name(m)) and not _DOCUMENT.fullmatch(m[0])]
    if not _TEXT.search(text) and max(Counter(map(_name, names)).values(), default=0) <= 1:
        return
    author, introduced = next((Span(*m.span(1)) for m in names if _heads(text, m)), None), _introduced(text)
    marks = {m.start(): m for m in (*names, *_END.finditer(text))}
    starts = [*sorted(marks), len(text)]
    for place, until in pairwise(starts):
        mark = marks[place]
        named = mark in names and not _heads(text, mark)
        speaker = Span(mark.start(1), mark.start(1) + len(_name(mark))) if named else author
        own = mark in names and (_TEXT.match(text[mark.end() :].lstrip()) and not author)
        own = own or (mark in names and _is_own(mark[1], _name(mark), introduced))
        if speaker is not None and not own and text[mark.end() : until].strip():
            yield Turn(Span(mark.end(), until), speaker)


def _talk(text: str, parts: Sequence[Span]) -> Iterator[Turn]:
    """Who speaks in a talk of at least two, one of whom has the word twice; each until the next."""
    opening = [m for part in parts if (m := _LABEL.match(text, part.start)) and not _FORM.search(m[1])]
    if len(names := Counter(m[1] for m in opening)) <= 1 or max(names.values()) <= 1:
        return
    introduced = _introduced(text)
    for mark, until in zip(opening, [*(m.start() for m in opening[1:]), len(text)], strict=True):
        if not _is_own(mark[0], mark[1], introduced):
            yield Turn(Span(mark.end(), until), Span(*mark.span(1)))


def _introduced(text: str) -> frozenset[tuple[str, ...]]:
    """The names, in small letters, of those whom a text calls its reporter or presenter somewhere."""
    found: set[tuple[str, ...]] = set()
    for own in _OWN.finditer(text):
        words = re.findall(r"[\w.’'-]+", text[own.end() : own.end() + _NAMED].casefold())
        found |= {tuple(words[a:b]) for a in range(3) for b in range(a + 1, min(a + 6, len(words) + 1))}
    return frozenset(found)


def _is_own(told: str, name: str, introduced: Collection[tuple[str, ...]]) -> bool:
    """Whether who has the word speaks for the outlet: a presenter, or whom it calls its reporter somewhere."""
    return _OWN.search(told) is not None or tuple(re.findall(r"[\w.’'-]+", name.casefold())) in introduced


def _name(mark: re.Match[str]) -> str:
    """Who is named in a bracket, without what is told of him or of the recording ("[Mayor, standing in the rain]")."""
    name, comma, rest = mark[1].partition(",")
    return name if comma and rest.strip()[:1].islower() else mark[1]


def _heads(text: str, mark: re.Match[str]) -> bool:
    """Whether a bracket names the author of a document: "[Statement] [General Command] [Text]"."""
    return bool(_DOCUMENT.search(text[: mark.start()]) and _TEXT.match(text[mark.end() :].lstrip()))


def _opens(text: str, place: int, parts: Sequence[Span]) -> bool:
    """Whether a bracket stands at the beginning of a paragraph, behind a dateline, or behind other such brackets."""
    before = _BRACKET.sub("", text[max(0, place - 400) : place]).rstrip()
    block = parts[bisect_right(parts, place, key=lambda p: p.start) - 1]
    inner = _BRACKET.sub("", text[block.start : place]).strip() if block.start <= place else ""
    return not inner or bool(_DATELINE.search(before) and _DATELINE.search(inner))


def _posts(text: str, parts: Sequence[Span]) -> Iterator[Turn]:
    """What a signed post says: its paragraph; where the signature stands alone, that above it."""
    for signed in _POST.finditer(text):
        at = bisect_right(parts, signed.start(), key=lambda p: p.start) - 1
        first = at
        while first > 0 and len(text[parts[first].start : signed.start()].split()) < _SHORT:
            first -= 1
        if parts[first].start < signed.start():
            yield Turn(Span(parts[first].start, signed.start()), Span(*signed.span(1)))


def _under_handles(text: str, parts: Sequence[Span]) -> Iterator[Turn]:
    """What stands under a line with no more than the name of an account and a time, up to the next such line."""
    heads = [(part, m) for part in parts if (m := _HANDLE.fullmatch(text, part.start, part.end))]
    ends = [*(part.start for part, _ in heads), len(text)][1:]
    for (part, head), until in zip(heads, ends, strict=True):
        if text[part.end : until].strip():
            yield Turn(Span(part.end, until), Span(*head.span("name" if head["name"] else "handle")))
