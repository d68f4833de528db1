"""Whose war it is where somebody only speaks, meets, sits or goes, and which armies fight at home or abroad."""

from __future__ import annotations

import pytest
from where_read import one, read

import situate

ASIDES = [
    "Rebels seized Kidal on Sunday as leaders met in Madrid.",
    "Rebels seized Kidal on Sunday, a spokesman told reporters in Geneva.",
    "Rebels seized Kidal on Sunday, the agency reported from London.",
    "Speaking in Berlin, the minister said rebels seized Kidal on Sunday.",
    "Rebels seized Kidal on Sunday, and thousands fled to Niger.",
    "Rebels seized Kidal on Sunday. Mali's army withdrew. Talks were to open in Algiers on Monday.",
    "Soldiers were killed in Kidal on Sunday, and the wounded were flown to Dakar.",
    "The movement, based in Istanbul, said rebels seized Kidal on Sunday.",
    "A doctor in Amman said rebels seized Kidal on Sunday.",
    "DAKAR - Rebels seized Kidal on Sunday.",
    "DAKAR, Senegal (AP) — Rebels seized Kidal on Sunday.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_where_somebody_speaks_meets_or_goes_is_not_the_land_of_the_war(text: str) -> None:
    assert one(text, "Kidal").country == "ML"


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("Russia shelled Orikhiv and Huliaipole.", "Orikhiv", "UA"),
        ("Israel struck a house in Nabatieh, killing five people.", "Nabatieh", "LB"),
        ("Thailand bombed Poipet.", "Poipet", "KH"),
        ("The US 1st Marine Division entered Falluja.", "Falluja", "IQ"),
        ("Danish troops were killed in Gereshk on Sunday.", "Gereshk", "AF"),
        ("Chadian soldiers were killed in Kidal on Sunday.", "Kidal", "ML"),
        ("Pakistani jets bombed Kabul on Thursday.", "Kabul", "AF"),
        ("Pakistani jets bombed Kandahar on Thursday.", "Kandahar", "AF"),
        ("Shells hit Damascus, Homs and Aleppo. Talks in Geneva go on.", "Geneva", "CH"),
    ],
)
def test_who_strikes_from_abroad_does_not_draw_a_town_home(text: str, quote: str, country: str) -> None:
    assert one(text, quote).country == country


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Malian soldiers executed civilians in Moura on Sunday.", "Moura"),  # the one of the gazetteer is in Portugal
        ("Burkinabe soldiers were ambushed in Bani on Sunday.", "Bani"),
        ("Gunmen killed nine people in Victoria, Oriental Zirkoro, on Sunday.", "Victoria, Oriental Zirkoro"),
    ],
)
def test_a_town_of_a_far_land_needs_more_than_its_name(text: str, quote: str) -> None:
    assert read(text, quote).place is None


def linked(text: str, quote: str) -> str | None:
    """The id of the actor that a phrase of a claim, or its speaker, is linked to."""
    claims = situate.extract(text, published="2023-05-14")
    phrases = [*(r for c in claims for r in c.roles), *(s for c in claims for s in c.speakers)]
    return next((p.actor.id for p in phrases if p.evidence.quote == quote and p.actor is not None), None)


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("A doctor in Amman said soldiers killed nine people in Homs on Sunday.", "soldiers", "syrian-arab-army"),
        ("Activists in Beirut said soldiers bombed Homs on Sunday.", "soldiers", "syrian-arab-army"),
        (
            "Washington said on Sunday that government forces killed 30 civilians in Kutum.",
            "government forces",
            "sudanese-armed-forces",
        ),
        ("BANGKOK - Soldiers clashed with rebels in Loikaw on Sunday.", "Soldiers", "tatmadaw"),
        ("Russia struck a hotel in Orikhiv, killing four people.", "four people", "civilians-ua"),
        ("London condemned the attack on a clinic in Kherson that killed four people.", "four people", "civilians-ua"),
        ("The army accused Cambodia of firing rockets at Surin.", "The army", "military-of-thailand"),
        ("The army said Pakistan shelled a village on Friday.", "The army", None),
    ],
)
def test_whose_soldiers_and_people_they_are(text: str, quote: str, actor: str | None) -> None:
    assert linked(text, quote) == actor


def test_ministers_who_are_killed_and_troops_that_arrive_are_there() -> None:
    assert (
        one(
            "Two ministers were killed in Kidal. Soldiers searched the village of Zorbin.", "the village of Zorbin"
        ).country
        == "ML"
    )
    assert (
        one("Troops arrived in Kidal. Rebels attacked the village of Zorbin.", "the village of Zorbin").country == "ML"
    )


def test_a_mission_is_in_the_land_that_it_was_sent_to() -> None:
    (claim,) = situate.extract("Nigerian-led ECOMOG troops recaptured Makeni on Friday.", published="1998-03-19")
    assert [role.place.country for role in claim.roles if role.place is not None] == ["SL"]
