"""Each word for who holds and who besieges tells of its own noun, on sentences read by the packaged model."""

import pytest
from packaged import quotes, told


def test_a_place_that_a_distance_is_measured_from_is_not_besieged() -> None:
    (siege,) = told("Gunmen attacked the besieged town of Lisk, located 10 km north of Tollen city.", "besiege")
    assert not any("Tollen" in quote for quote in quotes(siege, "place"))


def test_where_people_are_taken_is_not_besieged() -> None:
    text = "A blast hit buses evacuating residents of the besieged villages of Lisk and Varn to Tollen."
    (siege,) = told(text, "besiege")
    assert quotes(siege, "place") == ["villages of Lisk", "Varn"]


def test_two_words_that_hold_have_each_their_own_side_and_place() -> None:
    text = "Hamra is a regime-held district directly adjacent to opposition-controlled eastern neighbourhoods of Lisk."
    first, second = told(text, "control")
    assert (quotes(first, "place"), quotes(first, "actor")) == (["Hamra"], ["regime"])
    assert quotes(second, "actor") == ["opposition"]
    assert quotes(second, "place") == ["eastern neighbourhoods of Lisk"]


def test_who_holds_a_town_does_not_besiege_it() -> None:
    text = "Lisk, held by the Northern government, has been under militant siege since 2014."
    (siege,) = told(text, "besiege")
    assert not any("government" in quote for quote in quotes(siege, "actor"))


def test_a_part_of_a_town_is_no_town() -> None:
    text = "Food is short in east Lisk, the rebel-held part of the city besieged by government forces."
    (control,) = told(text, "control")
    assert "part of the city" in quotes(control, "place")
    assert not {"Lisk", "the city"} & set(quotes(control, "place"))


def test_an_enclave_is_what_is_held_and_not_the_land_around_it() -> None:
    (control,) = told("Lisk and Varn are the only government-controlled enclave in Tollen.", "control")
    assert quotes(control, "place") == ["Lisk", "Varn"]


def test_the_land_of_a_seat_does_not_hold_it() -> None:
    text = "The coalition supports an assault on the terrorist group's main Iraqi bastion of Mosul."
    (control,) = told(text, "control")
    assert quotes(control, "actor") == ["the terrorist group"]


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed nine people in the group's former stronghold of Raqqa.",
        "The town of Lisk remains outside the control of the government.",
        "It was the last suburb of Lisk that had escaped government control.",
    ],
)
def test_what_is_held_no_longer_is_told_as_not_held(text: str) -> None:
    found = told(text, "control")
    assert found
    assert {c.polarity for c in found} == {"negative"}


def test_an_article_alone_does_nothing() -> None:
    text = "The operation has so far captured the militants' stronghold of Lisk and is pushing towards Varn."
    assert all("The" not in quotes(c, "actor") for c in told(text, "capture"))


def test_people_who_walk_by_are_not_among_the_dead() -> None:
    text = "A boy walks past a compound that was damaged during shelling in the town of Lisk on Monday."
    assert all(not quotes(c, "killed") for c in told(text, "shelling"))


def test_a_man_whom_the_police_surround_is_not_besieged() -> None:
    text = "The bomber detonated his vest at the gate of a station in Lisk after being surrounded by police officers."
    assert not told(text, "besiege")
    assert told("The town of Lisk has been surrounded by rebel fighters since May.", "besiege")


def test_strikes_that_are_halted_are_none_of_that_day() -> None:
    text = "The two air forces halted airstrikes in Lisk on Tuesday for a humanitarian pause."
    assert {c.polarity for c in told(text, "airstrike")} == {"negative"}


def test_what_forces_push_to_take_they_have_not_taken() -> None:
    found = told("Loyalist forces push to recapture the city with the aid of air strikes.", "capture")
    assert found
    assert {c.modality for c in found} <= {"attempted", "planned"}


@pytest.mark.parametrize(
    ("text", "adverb"),
    [
        ("The rebels temporarily seized the town of Lisk.", "temporarily"),
        ("The rebels held the town of Lisk briefly on Sunday.", "briefly"),
    ],
)
def test_an_adverb_says_how_long_a_place_is_held(text: str, adverb: str) -> None:
    (claim,) = (*told(text, "capture"), *told(text, "control"))
    assert quotes(claim, "duration") == [adverb]


def test_who_breaks_a_siege_did_not_lay_it() -> None:
    (siege,) = told("The army had broken the siege of the Lisk airport.", "besiege")
    assert not quotes(siege, "actor")
    (own,) = told("The rebels lifted their three-year siege of Lisk on Friday.", "besiege")
    assert quotes(own, "actor") == ["The rebels"]


def test_a_base_that_others_hold_is_not_held_by_whom_it_is_named_after() -> None:
    controls = told("The road leads to a Syrian airbase near Lisk that has been held by an Islamist group.", "control")
    assert not any("Syrian" in quote for control in controls for quote in quotes(control, "actor"))
