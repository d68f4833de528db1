"""Bombs that were laid, who owns up to a blow, and who loses a place to whom."""

import pytest
from packaged import told


@pytest.mark.parametrize(
    "text",
    [
        "A roadside bomb hit an army convoy near Taiz.",
        "An IED struck a UN convoy near Kidal, killing two peacekeepers.",
        "A bomb hit a bus in Quetta.",
        "A landmine destroyed an ambulance near Taiz.",
    ],
)
def test_a_laid_bomb_that_hits_something_goes_off(text: str) -> None:
    (claim, *_) = told(text, "explosion")
    assert any(role.role == "target" for role in claim.roles)


@pytest.mark.parametrize(
    "text", ["Jets flew over Taiz and a bomb hit a school.", "A guided bomb hit a school in Taiz."]
)
def test_a_bomb_from_the_air_is_none_that_was_laid(text: str) -> None:
    assert not told(text, "explosion")


@pytest.mark.parametrize(
    "text",
    [
        "The Red Brigade claimed responsibility for the bombing in Taiz.",
        "Responsibility for the bombing in Taiz was claimed by the Red Brigade.",
    ],
)
def test_who_claims_a_bombing_laid_the_bomb(text: str) -> None:
    (claim,) = told(text, "explosion")
    assert [role.evidence.quote.removeprefix("the ").removeprefix("The ") for role in claim.fillers("actor")] == [
        "Red Brigade"
    ]


def test_a_bombing_that_nobody_claims_has_no_doer() -> None:
    for claim in told("No group claimed responsibility for the bombing in Taiz.", "explosion"):
        assert not claim.fillers("actor")


def test_a_place_is_lost_to_who_takes_it() -> None:
    (claim,) = told("The army lost Taiz to the Houthis.", "capture")
    assert [role.evidence.quote for role in claim.fillers("actor")] == ["the Houthis"]
    assert not told("Yemen lost the final to Iraq.", "capture")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unexploded ordnance killed three children in Taiz.", "explosion"),
        ("A kamikaze drone crashed into a power station in Taiz.", "airstrike"),
        ("Strike on school kills 12 in Khan Younis", "airstrike"),
        ("A priest was seized by armed men in Taiz.", "abduct"),
        ("Gunmen seized a priest in Taiz.", "abduct"),
        ("Police seized a priest in Taiz.", "detain"),
        ("Hundreds took to the streets of Taiz.", "protest"),
        ("Kirkuk was captured.", "capture"),
    ],
)
def test_common_ways_to_tell_a_deed(text: str, kind: str) -> None:
    assert told(text, kind)


@pytest.mark.parametrize("text", ["A drone crashed into a field near Taiz.", "A drone flew over Taiz on Monday."])
def test_a_drone_that_hits_nothing_strikes_nothing(text: str) -> None:
    assert not told(text, "airstrike")


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("An army post was attacked, and the rebels claimed responsibility.", ["the rebels"]),
        ("An army post was attacked, and no group claimed responsibility.", []),
        ("An army post was attacked, nine were abducted in a raid on Varn, and the rebels claimed responsibility.", []),
    ],
)
def test_who_claims_responsibility_did_the_only_blow_of_the_sentence(text: str, doers: list[str]) -> None:
    (claim, *_) = told(text, "assault")
    assert [role.evidence.quote for role in claim.fillers("actor")] == doers
