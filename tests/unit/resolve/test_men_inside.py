"""The men of whom a phrase says in what they go or what they hold."""

from __future__ import annotations

import pytest

import situate


def target(words: str) -> str | None:
    """The id of whom an attack on somebody in Mali hits."""
    claims = situate.extract(f"Jihadists attacked {words} near Gao in Mali on Monday.", published="2019-05-14")
    roles = [role for claim in claims for role in claim.fillers("target")]
    return next((role.actor.id for role in roles if role.actor is not None), None)


@pytest.mark.parametrize(
    "words",
    [
        "a column of soldiers",
        "a group of soldiers",
        "a checkpoint manned by soldiers",
        "positions of the army",
        "a convoy carrying soldiers",
        "a convoy of government soldiers",
    ],
)
def test_soldiers_in_something_are_the_army(words: str) -> None:
    assert target(words) == target("soldiers") == "malian-army"


def test_policemen_in_something_are_the_police() -> None:
    assert target("a checkpoint manned by policemen") == target("policemen")


@pytest.mark.parametrize("words", ["a column of trucks", "a checkpoint manned by villagers", "a group of men"])
def test_others_are_not(words: str) -> None:
    assert target(words) != "malian-army"
