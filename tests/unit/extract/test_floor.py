"""Who has the floor: looked up by where it stands, with the answers of a search through the whole report."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.speakers.attributed import Said
from situate.extract.speakers.floor import Floor, _paragraphs
from situate.extract.speakers.quotes import quoted
from situate.model.sentence import Sentence, Token
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
def test_sentences_without_a_line_break_between_are_in_one_paragraph(text: str, starts: list[int]) -> None:
    sentences = [Sentence(start, start, ()) for start in starts if text[start : start + 1] == "a"]
    numbers = _paragraphs(text, sentences)
    for (one, other), (a, b) in zip(pairwise(sentences), pairwise(numbers), strict=True):
        assert (a == b) == ("\n" not in text[one.start : other.start])


WRAPPED = (
    "A spokesman of the army in the northern province told the agency on Monday\n"
    'that all was calm.  "We hold the road to the river and the villages along\n'
    'it, and nobody has left.  They are only moving the wounded away," the man\n'
    "said over the telephone from a place that he did not want to name to us.\n"
)


def test_a_line_of_wrapped_text_is_no_paragraph() -> None:
    sentences = [Sentence(WRAPPED.index(words), WRAPPED.index(words), ()) for words in ("A spokes", "We hold", "They")]
    assert len(set(_paragraphs(WRAPPED, sentences))) == 1
    (quotation,) = quoted(WRAPPED)
    assert quotation.of(WRAPPED).startswith('"We hold')
    assert quotation.of(WRAPPED).endswith('away,"')


def said_in(text: str, sentence: int, speaker: str, cue: str) -> Said:
    who, how = text.index(speaker), text.index(cue)
    return Said(sentence, Span(who, who + len(speaker)), Span(how, how + len(cue)), frozenset())


@pytest.mark.parametrize(("behind", "teller"), [("the source said", "the source"), ("and all was calm", "The officer")])
def test_a_quotation_is_his_who_is_named_behind_it(behind: str, teller: str) -> None:
    text = f"The officer agreed. “They left the hill. We hold the road,” {behind}."
    ends = [text.index(".") + 1, text.index("hill.") + 5, len(text)]
    starts = [0, text.index("“"), text.index("We")]
    tokens = Token(0, text.index("left"), text.index("left") + 4, "left", "leave", "VERB", -1, "root")
    sentences = [Sentence(a, b, (tokens,) if n == 1 else ()) for n, (a, b) in enumerate(zip(starts, ends, strict=True))]
    said = [said_in(text, 0, "The officer", "agreed")]
    said += [said_in(text, 2, "the source", "said")] if "said" in behind else []
    found = Floor(tuple(said), tuple(quoted(text)), (0, 0, 0)).covering(sentences, 1, tokens)
    assert [one.speaker.of(text) for one in found if one.speaker] == [teller]


def test_a_quotation_that_opens_anew_ends_the_one_before() -> None:
    """Where paragraphs ran into one line, a speech has a mark at the beginning of each and one at its end."""
    text = '"Shells fell all night. "We hid in the cellar." She lives in "the pocket" now.'
    assert [q.of(text) for q in quoted(text)] == ['"Shells fell all night. ', '"We hid in the cellar."', '"the pocket"']
