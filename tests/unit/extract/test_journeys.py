"""A vehicle was attacked at neither end of its journey, with the packaged model."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("text", "kind", "target", "place"),
    [
        (
            "Gunmen ambushed a convoy travelling from Bamako to Gao near Hombori on Sunday.",
            "assault",
            ["a convoy"],
            ["near Hombori"],
        ),
        ("A train from Abuja to Kaduna was attacked on Sunday.", "assault", ["A train"], ["from Abuja to Kaduna"]),
        (
            "A vehicle on its way from Bria to Bambari was attacked on Sunday.",
            "assault",
            ["A vehicle"],
            ["from Bria to Bambari"],
        ),
        ("Gunmen killed nine passengers of a bus bound for Lagos in Kogi on Sunday.", "kill", [], ["Kogi"]),
        (
            "Soldiers escorting a convoy from Kaya to Djibo were ambushed near Namsiguia on Sunday.",
            "assault",
            ["Soldiers escorting a convoy"],
            ["near Namsiguia"],
        ),
        (
            "Gunmen killed five soldiers on the way from Bangui to Bambari on Sunday.",
            "kill",
            [],
            ["from Bangui to Bambari"],
        ),
    ],
)
def test_the_ends_of_a_journey_are_not_where_it_was_attacked(
    text: str, kind: str, target: list[str], place: list[str]
) -> None:
    (claim,) = told(text, kind)
    assert (quotes(claim, "target"), quotes(claim, "place"), quotes(claim, "origin")) == (target, place, [])


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Fighting spread from Khartoum to Wad Madani on Sunday.", "clash", ["Khartoum", "Wad Madani"]),
        (
            "Gunmen killed five people on the road from Damascus to Homs on Sunday.",
            "kill",
            ["the road from Damascus to Homs"],
        ),
        ("Rebels moved from Chad to Darfur and attacked El Geneina on Sunday.", "assault", ["El Geneina"]),
    ],
)
def test_what_happened_on_a_road_or_went_from_town_to_town_stays(text: str, kind: str, place: list[str]) -> None:
    (claim,) = told(text, kind)
    assert quotes(claim, "place") == place


def test_who_travelled_went_from_one_town_to_another() -> None:
    (claim,) = told("Thousands of people fled on buses from Goma to Beni on Sunday.", "displace")
    assert (quotes(claim, "origin"), quotes(claim, "destination")) == (["Goma"], ["Beni"])
