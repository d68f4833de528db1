"""Searching: reports by words in their text, title or claims, each with its words in context."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from situate.errors import BadArgument
from situate.model.claim import Evidence
from situate.model.record import Hit, StoredReport
from situate.model.span import Span
from situate.pipeline.asking import Question, as_filter
from situate.pipeline.deriving import a_day
from situate.pipeline.explaining import Quoted, quoted
from situate.pipeline.names import outlet_meant
from situate.pipeline.wiring import Parts
from situate.ports import Store
from situate.store.rows import folded

_OPERATORS = frozenset({"OR", "NOT", "NEAR"})
_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_MOST_TERMS, _LONGEST = 32, 200
_NEAR = 80  # code points within which words stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A report, the words in it where most of them stand together, and the claims that hold them."""

    report: StoredReport
    words: Quoted
    claims: tuple[str, ...]


@contextmanager
def as_published_by(store: Store, day: str | None) -> Iterator[Store]:
    """The record as of a day (the whole of it for ``None``); nothing is derived, for words need no events.

    :raises BadArgument: it is no day.
    """
    if day is None:
        yield store
        return
    with closing(store.as_known_on(a_day(day))) as then:
        yield then


def terms(words: str) -> tuple[str, ...]:
    """The words and quoted phrases of a query, without signs that are no words, and without AND, which goes unsaid.

    :raises BadArgument: there is no word in it, there are too many, or OR or NOT stands among them.
    """
    given = _PIECE.findall(words)
    operator = next((word for _, word in given if word in _OPERATORS), None)
    if operator is not None:
        raise BadArgument(
            f"{operator} is no operator here: all words are looked for.",
            remedy=f'Search once for each, or write the word itself in quotes: "{operator.lower()}".',
        )
    pieces = [phrase or word for phrase, word in given if word != "AND"]
    found = [piece[:_LONGEST] for piece in pieces if any(sign.isalnum() for sign in piece)]
    if not found:
        raise BadArgument(f"{words[:60]!r} holds no word to look for.", remedy="Write words, or a phrase in quotes.")
    if len(found) > _MOST_TERMS:
        raise BadArgument(f"{len(found)} words are too many to look for.", remedy=f"At most {_MOST_TERMS}.")
    return tuple(found)


class Results(Collection[Passage]):
    """What was found, read only as far as it is asked for; how much there is, is known at once. To be read once."""

    def __init__(self, total: int, found: Iterator[Passage]) -> None:
        self._total, self._found = total, found

    def __len__(self) -> int:
        """How many reports there are."""
        return self._total

    def __iter__(self) -> Iterator[Passage]:
        """The reports, the best match first."""
        return self._found

    def __contains__(self, found: object) -> bool:
        """Whether this is among those that are still to be read."""
        return any(one == found for one in self._found)


def search(store: Store, words: str, asked: Question, parts: Parts, *, context: int = 60) -> Results:
    """Reports that hold all the words, the best match first.

    :raises BadArgument: no word, a wrong date, or no such outlet or place.
    """
    wanted = as_filter(store, Question(place=asked.place, since=asked.since, until=asked.until, words=True), parts)
    if asked.outlet:
        key = outlet_meant(store, asked.outlet)
        wanted = replace(wanted, outlets=tuple(one for one in store.outlets() if folded(one) == key))
    total, hits = store.search(terms(words), wanted)
    found = (Passage(report=hit.report, words=_in_context(store, hit, context), claims=hit.claims) for hit in hits)
    return Results(total, found)


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
