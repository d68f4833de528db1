"""Whom "she" and "he" can be said of."""

from __future__ import annotations

import pytest

from situate.model.actor import Actor
from situate.resolve.who.gender import can_be, same_sex


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


def test_who_says_of_herself_is_a_woman() -> None:
    lorn = Actor(id="private:l", name="Tal Lorn", kind="person", private=True)
    assert not can_be("he", lorn, "Tal Lorn came. Lorn said she knew.")
    assert can_be("she", lorn, "Tal Lorn came. Lorn said she knew.")


def test_he_is_not_who_was_called_she() -> None:
    assert not same_sex("he", "She")
    assert same_sex("she", "her")
    assert same_sex("he", "the Lorn Union")
