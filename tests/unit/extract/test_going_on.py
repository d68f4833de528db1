"""Headings, and what goes on with a sentence before: where and when, by the packaged model."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report

READER = Reader.load()


def claims(text: str, kind: str) -> list[dict[str, str]]:
    read = READER.read(Report(id="r", text=text, published="2030-11-01"))
    return [{r.role: r.evidence.quote for r in c.roles} for c in read.claims if c.type == kind]


def test_a_heading_of_its_own_says_where_and_when_the_next_sentence_is() -> None:
    text = "Case 13: on 14 October, Aleppo, a bus depot. Air strike by the army. Killed: three residents."
    (strike,) = claims(text, "airstrike")
    (dead,) = claims(text, "kill")
    assert (strike["place"], strike["time"]) == ("Aleppo", "14 October")
    assert (dead["place"], dead["time"], dead["killed"]) == ("Aleppo", "14 October", "three residents")


def test_a_heading_ends_with_its_paragraph_and_gives_way_to_a_place_that_is_told() -> None:
    (strike,) = claims(
        "Case 13: on 14 October, Aleppo, a bus depot.\n\nThe army bombed a school on Monday.", "airstrike"
    )
    assert "place" not in strike
    (strike,) = claims("Case 13: on 14 October, Aleppo, a bus depot. The army bombed a school in Homs.", "airstrike")
    assert "Homs" in strike["place"]


def test_who_is_over_a_town_strikes_there() -> None:
    text = "On Wednesday, the planes of the army were over Aleppo again. They struck a water tower, and 10 people died."
    (strike,) = claims(text, "airstrike")
    assert strike["place"] == "Aleppo"
    away = (
        "On Wednesday, the planes of the army were over Aleppo and Homs. They struck a water tower, and 10 people died."
    )
    assert all("place" not in one for one in claims(away, "airstrike"))


def test_dead_of_those_told_before_died_there_and_then() -> None:
    text = "An air strike by the army killed 10 people in Aleppo on Friday. Among the dead were three children."
    told = claims(text, "kill")[-1]
    assert told["place"].endswith("Aleppo")
    assert "Friday" in told["time"]


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("Buses to Aleppo have not run since the army cut the road on Saturday.", "cut_route", "Aleppo"),
        ("On Monday, antibiotics were taken off trucks bound for Aleppo by the army.", "deny_aid", "Aleppo"),
    ],
)
def test_a_bare_road_and_aid_on_its_way_lead_to_the_one_place_of_the_sentence(text, kind, there) -> None:
    (told,) = claims(text, kind)
    assert told["destination"] == there
