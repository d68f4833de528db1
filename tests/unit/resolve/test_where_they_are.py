"""Where a thing was that is done to those in a town, by a crowd in it, or told by those who live there."""

from __future__ import annotations

import pytest

import situate


def places(text: str) -> list[str]:
    """The names of the places of the claims of a text."""
    claims = situate.extract(text, published="2019-12-06")
    return [r.place.name for c in claims for r in c.fillers("place") if r.place is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iraqi soldiers fired tear gas at protesters in Diwaniyah on Thursday.", "Al Diwaniyah"),
        ("Protesters in Diwaniyah burned a bus on Thursday.", "Al Diwaniyah"),
        ("Residents of Enerhodar fear that the plant may be attacked again.", "Enerhodar"),
    ],
)
def test_what_is_done_to_by_or_told_by_those_in_a_town_is_there(text: str, name: str) -> None:
    assert name in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The government in Kabul arrested three reporters on Thursday.",
    ],
)
def test_who_only_tells_or_rules_in_a_town_puts_nothing_there(text: str) -> None:
    assert not places(text)
