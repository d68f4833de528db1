"""Who has the floor: looked up by where it stands, with the answers of a search through the whole report."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from situate.extract.attribution import Said
from situate.extract.floor import Floor, _paragraphs
from situate.model.sentence import Sentence
from situate.model.span import Span

PLACES = st.lists(st.integers(0, 60), unique=True, max_size=12).map(sorted)


@given(PLACES, st.integers(0, 60), st.integers(1, 9))
def test_a_quotation_is_found_where_it_stands(edges: list[int], start: int, length: int) -> None:
    quotes = tuple(Span(a, b) for a, b in list(pairwise(edges))[::2])
    found = Floor((), quotes, ())._around(start, start + length)
    assert found == next((q for q in quotes if q.overlaps(Span(start, start + length))), None)


@given(st.lists(st.integers(0, 9), max_size=12).map(sorted), st.integers(0, 10), st.booleans())
def test_a_statement_goes_on_until_somebody_else_speaks(numbers: list[int], number: int, opens: bool) -> None:
    said = tuple(Said(n, Span(i, i + 1), Span(i, i + 1), frozenset(), opens=opens) for i, n in enumerate(numbers))
    before = [s for s in said if s.sentence < number]
    goes_on = before and opens and number not in numbers
    assert Floor(said, (), ())._opened(number) == (before[-1] if goes_on else None)


@given(st.text(alphabet="a\n", max_size=60), PLACES)
def test_paragraphs_are_counted_from_the_beginning(text: str, starts: list[int]) -> None:
    sentences = [Sentence(start, start, ()) for start in starts if start <= len(text)]
    assert _paragraphs(text, sentences) == [text.count("\n", 0, sentence.start) for sentence in sentences]
