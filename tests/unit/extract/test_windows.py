"""Shapes of words, and windows of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.encoding import windows
from situate.extract.encoding.windows import MOST_PIECES, MOST_WORDS, cuts, shape


@pytest.mark.parametrize(
    ("word", "first", "expected"),
    [
        ("siege", False, windows.LOWER),
        ("Aleppo", False, windows.TITLE),
        ("Aleppo", True, windows.FIRST_TITLE),
        ("IS", False, windows.UPPER),
        ("McCain", False, windows.MIXED),
        ("137", False, windows.DIGIT),
        ("T72", False, windows.DIGIT),
        ("—", False, windows.MARK),
        ("حلب", False, windows.OTHER),
    ],
)
def test_shape(word: str, first: bool, expected: int) -> None:
    assert shape(word, first) == expected


@given(st.lists(st.integers(1, 6), max_size=600))
def test_cuts_cover_a_sentence_in_order_and_fit_a_window(pieces: list[int]) -> None:
    ranges = cuts(pieces)
    assert [i for a, b in ranges for i in range(a, b)] == list(range(len(pieces)))
    assert all(b - a <= MOST_WORDS and sum(pieces[a:b]) <= MOST_PIECES for a, b in ranges)
