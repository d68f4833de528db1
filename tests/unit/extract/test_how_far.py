"""How far from a named place something was belongs to the place, with the packaged model."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("300 km (190 miles) south of Tripoli", "300 km (190 miles) south of Tripoli"),
        ("some 25 miles (40 km) northwest of Aleppo", "some 25 miles (40 km) northwest of Aleppo"),
        ("about 120 kilometres from Timbuktu", "about 120 kilometres from Timbuktu"),
        ("two kilometres from the town of Sake", "two kilometres from the town of Sake"),
        ("90 km outside Sokoto", "90 km outside Sokoto"),
        ("in a village 15 km from Maiduguri, the capital of Borno state,", "a village 15 km from Maiduguri"),
        ("three km north-east of Sinjar", "three km north-east of Sinjar"),
    ],
)
def test_a_measure_before_a_place_is_its_own_and_no_part_of_a_figure(where: str, place: str) -> None:
    (claim,) = told(f"Gunmen killed five soldiers {where} on Sunday.", "kill")
    assert quotes(claim, "place") == [place]
    assert quotes(claim, "killed") == ["five soldiers"]


def test_nobody_comes_from_the_town_that_says_where_a_village_lies() -> None:
    (claim,) = told("Gunmen attacked a village 15 km (9 miles) from Maiduguri on Sunday.", "assault")
    assert (quotes(claim, "place"), quotes(claim, "origin")) == (["15 km (9 miles) from Maiduguri"], [])


@pytest.mark.parametrize(
    ("text", "kind", "role", "quote"),
    [
        ("Rebels advanced 12 km towards Goma on Sunday.", "advance", "distance", "12 km"),
        ("Soldiers withdrew 30 km from Goma on Sunday.", "withdraw", "origin", "Goma"),
        ("A bomb killed 20 people in Kano on Sunday, 300 km from Abuja.", "explosion", "place", "Kano"),
        ("Gunmen killed five soldiers in Konduga, 35 km from Maiduguri, on Sunday.", "kill", "place", "Konduga"),
    ],
)
def test_how_far_somebody_went_and_where_a_named_place_lies_stay(text: str, kind: str, role: str, quote: str) -> None:
    (claim,) = told(text, kind)
    assert quotes(claim, role) == [quote]


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("Wajir, east of Isiolo,", ["Wajir, east of Isiolo"]),
        ("Nikopol, south of Dnipro,", ["Nikopol, south of Dnipro"]),
    ],
)
def test_a_town_with_where_it_lies_is_one_place(where: str, places: list[str]) -> None:
    (claim,) = told(f"Gunmen attacked {where} on Sunday.", "assault")
    assert quotes(claim, "place") == places
