"""A word for what somebody holds describes a name, and the name is the place; read by the packaged model."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops shelled Lisk, the last rebel-held town in Tollen province.", "Lisk"),
        ("The army bombed the town of Lisk, a militant stronghold on the Orro River.", "the town of Lisk"),
        ("Lisk is one of the last strongholds of the rebels near the capital Tollen.", "Lisk"),
        ("Lisk district is the last rebel-held area in Tollen.", "Lisk district"),
    ],
)
def test_the_name_is_the_place_and_not_what_describes_it(text: str, place: str) -> None:
    (control,) = told(text, "control")
    assert quotes(control, "place") == [place]


def test_a_stronghold_that_describes_no_name_is_where_it_lies() -> None:
    (control,) = told("The rebels lost their stronghold in Lisk.", "control")
    assert any("Lisk" in quote for quote in quotes(control, "place"))
