"""Who did not do it, what did not happen, what is over: backers, losers, suppositions, truces."""

import pytest
from packaged import quotes, told


def test_who_backs_the_doers_did_not_do_it() -> None:
    text = "The strikes came as US-backed Lisk Democratic Forces (mainly Orvel and Kethi forces) said they had encircled Varn."
    (siege,) = told(text, "besiege")
    assert "US" not in quotes(siege, "actor")


@pytest.mark.parametrize(
    "text",
    ["The base near Varn has fallen from army control.", "Most of Varn province has fallen out of army control."],
)
def test_who_loses_control_by_a_fall_does_not_take_the_place(text: str) -> None:
    (taking,) = told(text, "capture")
    assert not quotes(taking, "actor")


def test_to_whom_a_place_falls_takes_it() -> None:
    (taking,) = told("The town of Varn fell to the rebels on Friday.", "capture")
    assert quotes(taking, "actor") or quotes(taking, "target")


@pytest.mark.parametrize(
    "text",
    [
        "Capturing Manbij would be the most significant victory yet for the rebels.",
        "The capture of Varn would be a blow to the army.",
    ],
)
def test_what_would_be_a_victory_has_not_happened(text: str) -> None:
    (taking,) = told(text, "capture")
    assert taking.modality == "possible"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ceasefire in Varn collapsed on Monday.", "negative"),
        ("The truce in Varn expired on 12 March.", "negative"),
        ("A truce in Varn took effect on Monday.", "positive"),
        ("A ceasefire in Varn agreed in April 2016 broke down within weeks.", "positive"),
    ],
)
def test_a_truce_that_collapsed_is_over(text: str, polarity: str) -> None:
    assert {c.polarity for c in told(text, "ceasefire")} == {polarity}
