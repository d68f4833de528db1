"""Tolls that a sentence tells for each of several places are of as many claims."""

import pytest
from packaged import quotes, told


def tolls(text: str, kind: str) -> list[tuple[list[str], list[str], list[str], list[str]]]:
    return [tuple(quotes(c, role) for role in ("killed", "wounded", "place", "time")) for c in told(text, kind)]


def test_each_place_has_its_dead() -> None:
    text = "Shelling killed three people in Kherson, two in Nikopol and one in Kharkiv on Monday."
    monday = ["on Monday"]
    assert tolls(text, "shelling") == [
        (["three people"], [], ["Kherson"], monday),
        (["two"], [], ["Nikopol"], monday),
        (["one"], [], ["Kharkiv"], monday),
    ]


def test_each_place_has_its_day_where_each_is_dated() -> None:
    text = "Bandits killed two people in Kankara on Sunday and 14 in Jibia on Monday."
    assert tolls(text, "kill") == [
        (["two people"], [], ["Kankara"], ["on Sunday"]),
        (["14"], [], ["Jibia"], ["on Monday"]),
    ]


def test_a_second_verb_tells_the_second_place() -> None:
    text = "Rebels killed three soldiers near Bria and wounded two others in Bambari."
    assert [c.trigger.quote for c in told(text, "kill")] == ["killed", "wounded"]
    assert tolls(text, "kill") == [(["three soldiers"], [], ["near Bria"], []), ([], ["two others"], ["Bambari"], [])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Air strikes killed seven people in Idlib, including two children in Binnish.", "airstrike"),
        ("Gunmen killed nine people in the villages of Kaya and Bani on Monday.", "kill"),
        ("The attack killed five people in the market in Kaya and wounded three.", "kill"),
        ("Gunmen killed two people in Funtua and wounded three.", "kill"),
    ],
)
def test_one_toll_of_several_places_is_one(text: str, kind: str) -> None:
    assert len(told(text, kind)) == 1
