"""Whom "she" and "he" can be said of."""

from __future__ import annotations

import pytest

from situate.model.actor import Actor
from situate.resolve.who.gender import can_be


@pytest.mark.parametrize(
    ("name", "text", "she", "he"),
    [
        ("Maria Lorn", "Maria Lorn spoke.", True, False),
        ("Peter Lorn", "Peter Lorn spoke.", False, True),
        ("Zent Lorn", "Zent Lorn spoke.", True, True),
        ("Zent Lorn", "Mrs Lorn spoke.", True, False),
        ("Lorn", "Maria Lorn came. Lorn spoke.", True, False),
        ("Lorn Tal", "Maria Lorn Tal came. Lorn Tal spoke.", True, False),
        ("Lorn", "Maria Lorn and Peter Lorn came. Lorn spoke.", True, True),
    ],
)
def test_names_and_titles_tell(name: str, text: str, she: bool, he: bool) -> None:
    person = Actor(id="local:lorn", name=name, kind="person")
    assert (can_be("she", person, text), can_be("he", person, text)) == (she, he)


def test_bodies_are_not_asked() -> None:
    assert can_be("she", Actor(id="x", name="Peter", kind="other"), "Peter")
