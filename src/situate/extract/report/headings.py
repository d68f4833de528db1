"""Headings that stand as sentences of their own: where and when, for what the next one tells.

"Case 13: on 14 June, Lisk, a school. Air strike by the army. Killed: three." "(b) Lisk. On 4 May, shells fell." Files
of cases, logs and numbered paragraphs look so. The heading has no verb, names one place, and tells nothing itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence, Set

from situate.extract.report.carrying import carried_role
from situate.extract.report.timespans import near
from situate.extract.roles.frames import Timespan
from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span

_LONGEST = 16  # tokens of a heading
_PLACES = frozenset({"LOC", "Location"})
_TIMES = ("time", "duration")
_BESIDE = 4  # words beside the place and the time ("Case file 13: …, a bus depot"): a headline has more
_SMALL = frozenset({"NUM", "DET", "ADP", "CCONJ", "X", "SYM"})
_ENTRY = 3  # tokens up to the colon of an entry ("Killed: three", "Number of dead: 4")


@dataclasses.dataclass(frozen=True, slots=True)
class _Heading:
    """``dateline``: it opens the report, and says where the report was written before where its news was."""

    place: Span
    day: Span | None
    dateline: bool


def under_headings(
    text: str, sentences: Sequence[Sentence], times: Sequence[Timespan], ordered: Sequence[Claim]
) -> Iterator[Claim]:
    """Claims in their order; those under a heading with its place and its day where they have none of their own."""
    told = {claim.sentence.start for claim in ordered if claim.sentence is not None}
    under = _headings(text, sentences, times, told)
    somewhere = {
        c.sentence
        for c in ordered
        if c.sentence and any(c.sentence.covers(r.evidence.span) for r in c.fillers("place"))
    }
    for claim in ordered:
        heading = under.get(claim.sentence.start) if claim.sentence is not None else None
        if heading is not None and heading.dateline and claim.sentence in somewhere:
            heading = None
        roles = list(_lent(text, claim, heading)) if heading is not None else []
        yield dataclasses.replace(claim, roles=(*claim.roles, *roles)) if roles else claim


def _lent(text: str, claim: Claim, heading: _Heading) -> Iterator[Role]:
    if not claim.fillers(*PLACE_ROLES):
        yield carried_role(text, "place", heading.place)
    if heading.day is not None and not claim.fillers(*_TIMES):
        yield carried_role(text, "time", heading.day)


def _headings(
    text: str, sentences: Sequence[Sentence], times: Sequence[Timespan], told: set[int]
) -> Mapping[int, _Heading]:
    """For the starts of sentences that stand under one: their heading.

    That is the next sentence, and entries after it ("Killed: three"), up to the end of the paragraph.
    """
    known = {text[m.start : m.end] for s in sentences for m in (*s.names, *s.mentions) if m.label in _PLACES}
    found: dict[int, _Heading] = {}
    last: _Heading | None = None
    following = False
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        if before is not None and "\n\n" in text[before.end : sentence.start]:
            last = None
        heading = None if sentence.start in told else _heading(text, sentence, times, known)
        if heading is not None:
            last, following = heading, True
            continue
        if last is not None and (following or _is_entry(sentence)):
            found[sentence.start] = last
            following = False
        else:
            last = None
    return found


def _heading(text: str, sentence: Sentence, times: Sequence[Timespan], known: Set[str]) -> _Heading | None:
    """The heading that a sentence is; ``known``: names that stand for a place somewhere in the report.

    Between commas the model takes a town for a person now and then ("Case 4: on 17 February, Lisk.").
    """
    words = [t for t in sentence.tokens if t.upos != "PUNCT"]
    if not words or len(words) > _LONGEST or any(t.upos in {"VERB", "AUX", "PRON"} for t in words):
        return None
    proper = {(t.start, t.end) for t in words if t.upos == "PROPN"}
    marked = [m for m in (*sentence.names, *sentence.mentions) if _named(m, proper)]
    places = _outermost([m for m in marked if m.label in _PLACES or text[m.start : m.end] in known])
    if len(places) != 1 or sentence.tokens[-1].text not in {".", ";"}:
        return None
    here = [t for t in near(times, sentence.start, sentence.end) if sentence.start <= t.start < sentence.end]
    told = [Span(t.start, t.end) for t in here] + places
    said = [t for t in words if t.index >= _label(sentence) and t.upos not in _SMALL]
    rest = [t for t in said if not any(s.overlaps(Span(t.start, t.end)) for s in told)]
    if len(rest) > _BESIDE or any(t.upos == "PROPN" for t in rest):
        return None
    day = next((t for t in here if not t.duration), None)
    opens = not text[: sentence.start].strip()
    return _Heading(places[0], Span(day.start, day.end) if day is not None else None, opens)


def _label(sentence: Sentence) -> int:
    """How many tokens at the beginning count the entries ("Case 13:"), and name nothing."""
    before = next((i for i, t in enumerate(sentence.tokens[: _ENTRY + 1]) if t.text == ":"), 0)
    return before if any(t.upos == "NUM" for t in sentence.tokens[:before]) else 0


def _is_entry(sentence: Sentence) -> bool:
    return any(t.text == ":" for t in sentence.tokens[1 : _ENTRY + 1])


def _named(place: Labelled, proper: set[tuple[int, int]]) -> bool:
    return any(place.start <= start and end <= place.end for start, end in proper)


def _outermost(marked: Sequence[Labelled]) -> list[Span]:
    """The places that are named, each once."""
    spans = sorted({(m.start, m.end) for m in marked})
    return [Span(a, b) for a, b in spans if not any((c, d) != (a, b) and c <= a and b <= d for c, d in spans)]
