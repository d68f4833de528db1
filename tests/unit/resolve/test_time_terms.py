"""Lengths of punishments."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.when.terms import is_term


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        ("He was sentenced to 14 years in prison.", "14 years", True),
        ("A court jailed him for up to three years.", "three years", True),
        ("They commuted the death sentence of the man to seven years.", "seven years", True),
        ("It carries a maximum of 20 years.", "20 years", True),
        ("He got a ten-year sentence.", "ten-year", True),
        ("He got a fine and 10 years’ prison.", "10 years", True),
        ("She got the longest prison sentence, six years.", "six years", True),
        ("The town was besieged for four years.", "four years", False),
        ("He has been in prison for 14 years.", "14 years", False),
        ("He was jailed in May. The town has been held for two years.", "two years", False),
        ("A five-year siege ended.", "five-year", False),
    ],
)
def test_a_term_is_how_long_somebody_is_punished(text: str, words: str, *, term: bool) -> None:
    start = text.index(words)
    assert is_term(text, Span(start, start + len(words))) is term
