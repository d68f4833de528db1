"""What is looked up by place gives what a look at everything gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from situate.extract.report.timespans import Timespans, near
from situate.extract.roles.frames import Timespan
from situate.model.span import Span
from situate.resolve.in_order import Around, Order, Placed, Taken
from situate.resolve.said_places import SaidPlaces
from situate.resolve.who.family import in_full, is_introduced
from situate.resolve.who.names import at_edges, keys, places_of

SPANS = st.lists(st.builds(lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(1, 9)))
PLACES = st.integers(0, 50)
TEXTS = st.text(alphabet="aAbB 1-’é", max_size=60)


@given(SPANS, PLACES, PLACES)
def test_phrases_are_found_by_where_they_begin_and_end(spans: list[Span], first: int, last: int) -> None:
    order, numbers = Order(spans), range(len(spans))
    begun = [i for i in numbers if first <= spans[i].start <= last]
    assert order.beginning(first, last) == sorted(begun, key=lambda i: (spans[i].start, -spans[i].end, i))
    assert order.ending(first, last) == [i for i in numbers if first <= spans[i].end <= last]
    before = sorted(numbers, key=lambda i: spans[i], reverse=True)
    assert list(order.before(Span(first, first + 3))) == [i for i in before if spans[i] < Span(first, first + 3)]


@given(SPANS, PLACES)
def test_the_shortest_stretch_around_a_place(spans: list[Span], at: int) -> None:
    held = [(span.end - span.start, i) for i, span in enumerate(spans) if span.start <= at < span.end]
    assert Around((span, i) for i, span in enumerate(spans)).shortest(at) == (min(held)[1] if held else None)


@given(st.lists(PLACES), PLACES, PLACES)
def test_things_between_two_places(starts: list[int], first: int, last: int) -> None:
    found = Placed(sorted(starts), lambda start: start).between(first, last)
    assert found == [start for start in sorted(starts) if first <= start < last]


@given(st.lists(PLACES, unique=True), PLACES, st.integers(1, 9))
def test_stretches_that_are_taken_and_times_near(starts: list[int], at: int, size: int) -> None:
    spans, asked = [Span(start, start + 1) for start in sorted(starts)], Span(at, at + size)
    assert Taken(spans).meeting(asked) == [span for span in spans if span.overlaps(asked)]
    times = [Timespan(span.start, span.end, False) for span in spans]
    meant = [time for time in times if time.start < asked.end and asked.start < time.end]
    for given_as in (times, Timespans(times)):
        found = near(given_as, asked.start, asked.end)
        assert [time for time in found if time.start < asked.end and asked.start < time.end] == meant


@given(TEXTS, st.sampled_from(["A", "Ab", "AB b", "aA", "B-a", "é", "a", "1a"]), st.sampled_from([0, 1000]))
def test_names_are_found_in_a_text_short_or_long(text: str, name: str, long: int) -> None:
    index, said = SaidPlaces(text, long=long), re.escape(name)
    assert index.of(name) == [m.start() for m in re.finditer(rf"(?={said})", text)]
    assert index.whole(name) == [m.start() for m in re.finditer(rf"(?<![\w-])(?={said}(?!\w))", text)]
    assert index.whole(name, hyphened=True) == [m.start() for m in re.finditer(rf"(?<!\w)(?={said}(?!\w))", text)]


@given(st.text(alphabet="ab A.'-", max_size=40), PLACES, PLACES)
def test_words_of_a_stretch_without_reading_it(text: str, first: int, size: int) -> None:
    last = min(len(text), first + size)
    first = min(first, last)
    wanted = frozenset({"a", "ab", "ba"})
    inside = any(first <= start and end <= last for start, end in places_of(text, wanted))
    if wanted & set(keys(text[first:last])):
        assert inside or wanted & at_edges(text, first, last)


def test_family_names_with_given_ones() -> None:
    text = "Ada Maria Lorn left. Lorn, a teacher, met Ben Lorn and Ada Maria Lorn; McLorn did not."
    assert in_full(text, "Lorn") == ("Ada Maria Lorn", "Ben Lorn")
    assert is_introduced(text, "Lorn")
    assert not is_introduced(text, "Ada")
