"""Lengths of punishments, and those that are set."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.when.terms import is_set, is_term


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


@pytest.mark.parametrize(
    ("text", "words", "ahead"),
    [
        ("The two sides agreed to a 72-hour truce.", "72-hour", True),
        ("The council signed a three-month ceasefire in Lisk.", "three-month", True),
        ("Troops launched a two-week operation in Varn on Sunday.", "two-week", True),
        ("The army imposed a ten-day blockade on Varn.", "ten-day", True),
        ("The rebels gave the army a 48-hour ultimatum.", "48-hour", True),
        ("The truce was extended for five days.", "five days", True),
        ("Both armies agreed to extend the truce by three days.", "three days", True),
        ("The army ended a two-week operation in Varn.", "two-week", False),
        ("The army announced the end of a two-week siege.", "two-week", False),
        ("The army declared victory after a two-week battle.", "two-week", False),
        ("The rebels have kept up a two-week blockade of Varn.", "two-week", False),
        ("The army launched the two-week-old push.", "two-week", False),
        ("The parties agreed to end a two-year war.", "two-year", False),
    ],
)
def test_a_length_is_set_for_what_begins(text: str, words: str, *, ahead: bool) -> None:
    start = text.index(words)
    assert is_set(text, Span(start, start + len(words))) is ahead
