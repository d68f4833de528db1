"""Searching: reports by words in their text, title or claims, each with its words in context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from situate.errors import BadArgument
from situate.model.claim import Evidence
from situate.model.span import Span
from situate.pipeline.asking import Question, as_filter
from situate.pipeline.explaining import Quoted, quoted
from situate.pipeline.names import outlet_meant
from situate.pipeline.wiring import Parts
from situate.ports import Hit, Store, StoredReport
from situate.store.rows import folded

_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_MOST_TERMS, _LONGEST = 32, 200
_NEAR = 80  # code points within which words stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report, the words in it where most of them stand together, and the claims that hold them."""

    report: StoredReport
    words: Quoted
    claims: tuple[str, ...]


def terms(words: str) -> tuple[str, ...]:
    """The words and quoted phrases of a query, without signs that are no words.

    :raises BadArgument: there is no word in it, or there are too many.
    """
    pieces = [phrase or word for phrase, word in _PIECE.findall(words)]
    found = [piece[:_LONGEST] for piece in pieces if any(sign.isalnum() for sign in piece)]
    if not found:
        raise BadArgument(f"{words[:60]!r} holds no word to look for.", remedy="Write words, or a phrase in quotes.")
    if len(found) > _MOST_TERMS:
        raise BadArgument(f"{len(found)} words are too many to look for.", remedy=f"At most {_MOST_TERMS}.")
    return tuple(found)


def search(store: Store, words: str, asked: Question, parts: Parts, *, context: int = 60) -> Iterator[Found]:
    """Reports that hold all the words, the best match first.

    :raises BadArgument: no word, a wrong date, or no such outlet or place.
    """
    wanted = as_filter(store, Question(place=asked.place, since=asked.since, until=asked.until, words=True), parts)
    outlet = outlet_meant(store, asked.outlet) if asked.outlet else None
    for hit in store.search(terms(words), wanted):
        if outlet is None or folded(hit.report.report.outlet or "") == outlet:
            yield Found(report=hit.report, words=_in_context(store, hit, context), claims=hit.claims)


def _in_context(store: Store, hit: Hit, context: int) -> Quoted:
    """The densest stretch of the words; where only a claim holds them, its trigger; else the beginning."""
    text = hit.report.report.text
    span = _densest(hit.spans) or _of_claim(store, hit) or Span(0, 0)
    return quoted(text, Evidence(span=span, quote=" ".join(span.of(text).split())), context)


def _densest(spans: Sequence[Span]) -> Span | None:
    """From the first to the last of the most spans that stand near each other."""
    best: Sequence[Span] = ()
    last = 0
    for first, span in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1].end - span.start <= _NEAR:
            last += 1
        if last - first + 1 > len(best):
            best = spans[first : last + 1]
    return Span(best[0].start, best[-1].end) if best else None


def _of_claim(store: Store, hit: Hit) -> Span | None:
    claims = store.claims_by_id(hit.claims[:1])
    return claims[0].trigger.span if claims else None
