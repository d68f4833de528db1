"""Words by the conventions of UD English."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.text.tokens import words


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("regime-held districts", ["regime", "-", "held", "districts"]),
        ("anti-government co-founder", ["anti-government", "co-founder"]),
        ("Syria’s and the groups' men", ["Syria", "’s", "and", "the", "groups", "'", "men"]),
        ("They don't, can't, won’t.", ["They", "do", "n't", ",", "ca", "n't", ",", "wo", "n’t", "."]),
        ("They cannot", ["They", "can", "not"]),
        ("U.S. forces, Lt. Col. J. Dorrian", ["U.S.", "forces", ",", "Lt.", "Col.", "J.", "Dorrian"]),
        ("1,200.50 dollars, 10:30, 9/11", ["1,200.50", "dollars", ",", "10:30", ",", "9/11"]),
        ("100km west, $5m", ["100", "km", "west", ",", "$", "5", "m"]),
        ("the 5th of the 1990s", ["the", "5th", "of", "the", "1990s"]),
        ("Brigade 137—a base", ["Brigade", "137", "—", "a", "base"]),
        ("“breaking through” it", ["“", "breaking", "through", "”", "it"]),
        ("focus on…reinforcing", ["focus", "on", "…", "reinforcing"]),
        ("Sana'a and Shi’ite", ["Sana'a", "and", "Shi’ite"]),
        ("Deir e-Zor by e-mail", ["Deir", "e", "-", "Zor", "by", "e-mail"]),
        ("see www.example.org/a?b=1, now", ["see", "www.example.org/a?b=1", ",", "now"]),
        ("ask a.b@example.org.", ["ask", "a.b@example.org", "."]),
        ("at 7 a.m. today", ["at", "7", "a.m.", "today"]),
        ("No. 3 said no.", ["No.", "3", "said", "no", "."]),
    ],
)
def test_conventions(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=200))
def test_every_letter_is_in_one_word_and_white_space_in_none(text: str) -> None:
    spans = words(text)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert not any(c.isspace() for c in covered)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("unit", ["a", "a-", "a.", "1,", "n't", "www.", "a@b.", "'", "-", "a'"])
def test_a_long_run_of_marks_is_taken_apart(unit: str) -> None:
    spans = words(unit * 20_000)  # would not end if time grew with the square of the length
    assert (spans[0][0], spans[-1][1]) == (0, len(unit) * 20_000)
