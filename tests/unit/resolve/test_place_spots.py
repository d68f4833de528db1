"""Words behind a name that say where it lies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from situate.model.distance import bearing, distance_km
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places

GAZETTEER = Gazetteer.open()


def found(text: str, quote: str) -> Resolution:
    start = text.index(quote)
    asked = PlaceMention(span=Span(start, start + len(quote)), sure=True)
    return resolve_places(text, [asked], GAZETTEER).resolutions[0]


def place(text: str, quote: str) -> Place:
    resolution = found(text, quote)
    assert resolution.place is not None, resolution.reason
    return resolution.place


def north_of_hama(text: str, quote: str) -> float:
    """How far north of Hama a place is put, in km."""
    at = place(text, quote)
    assert at.latitude is not None
    assert at.longitude is not None
    assert at.latitude > 35.13
    return distance_km(at.latitude, at.longitude, 35.13179, 36.75783)


@pytest.mark.parametrize(
    "told",
    ["Zorbina, 30 km north of Hama", "Zorbina, which is about 30km (19 miles) north of the city of Hama", "Zorbina 30 kilometers to the north of Hama"],
)  # fmt: skip
def test_a_name_that_no_gazetteer_has_lies_where_the_words_behind_it_say(told: str) -> None:
    assert north_of_hama(f"In Syria planes hit {told}. Two died.", "Zorbina") == pytest.approx(30, abs=1)


def test_it_may_lie_by_the_capital_or_the_city() -> None:
    capital = place("Syria: planes hit Zorbina, 20 km east of the Syrian capital. Damascus was calm.", "Zorbina")
    assert (capital.name, capital.country, capital.admin1) == ("Zorbina", "SY", "SY.13")
    city = place(
        "A blast hit Homs in Syria. It was near the Zorbina area, which is located south of the city.", "Zorbina"
    )
    assert city.part_of == "region:SY.11"


def test_what_lies_far_from_the_town_that_says_where_is_in_no_known_region() -> None:
    assert place("In Syria planes hit Zorbina, 150 km east of Homs.", "Zorbina").admin1 is None


def test_a_namesake_that_lies_elsewhere_is_not_meant() -> None:
    text = "In Syria fighters took the area of Safsafah east of Tabqa. Raqqa is near."
    at = place(text, "the area of Safsafah east of Tabqa")
    assert (at.name, at.admin1) == ("Safsafah", "SY.04")
    assert at.latitude is not None
    assert at.longitude is not None
    assert distance_km(at.latitude, at.longitude, 35.83667, 38.54806) < 60


def test_a_town_that_lies_about_there_by_road_is_meant() -> None:
    assert place("In Peru police clashed in Tarma, 350 km east of Lima.", "Tarma").id.startswith("geonames:")
    assert place("In Syria they shelled Aleppo, 100 km south of Homs.", "Aleppo").name == "Aleppo"  # a city is known


def test_a_farm_lies_where_the_words_behind_it_say() -> None:
    text = "GUATEMALA CITY, 16 MAY -- Men were seized at the San Isidro farm, 99 km south of the capital, in Guatemala."
    at = place(text, "the San Isidro farm")
    assert at.latitude == pytest.approx(13.75, abs=0.1)


def test_what_lies_a_land_away_is_not_what_is_told_to_be_near() -> None:
    found = place("In Syria the army held a hill near Mubi, 30 km east of Homs.", "Mubi")
    assert found.country == "SY"


@pytest.mark.parametrize("told", ["30 km (19 miles) north of Hama", "19 miles (30 km) north of the city of Hama"])
def test_a_measure_with_its_conversion_is_read_like_one_without(told: str) -> None:
    text = f"In Syria gunmen killed two people {told}."
    assert north_of_hama(text, told) == pytest.approx(30, abs=1)


def test_a_measure_without_a_side_says_how_far_away_it_can_be() -> None:
    away = place(
        "In Syria gunmen killed two people 30 km (19 miles) away from Hama.", "30 km (19 miles) away from Hama"
    )
    assert away.precision == "relative"
    assert 30 <= (away.radius_km or 0) < 60


@pytest.mark.parametrize(
    ("text", "quote", "country", "latitude"),
    [
        ("Clashes erupted in Gharyan, south of Tripoli, on Sunday.", "Gharyan, south of Tripoli", "LY", 32.17),
        ("Shells hit Zuwara, west of Tripoli, on Sunday.", "Zuwara, west of Tripoli", "LY", 32.93),
        ("Gunmen attacked Wajir, east of Isiolo in Kenya, on Sunday.", "Wajir", "KE", 1.75),
    ],
)
def test_a_town_on_the_side_that_is_told_is_meant_however_far(
    text: str, quote: str, country: str, latitude: float
) -> None:
    at = place(text, quote)
    assert (at.precision, at.country, round(at.latitude or 0, 2)) == ("settlement", country, latitude)


def test_a_town_on_the_other_side_is_not_meant() -> None:
    at = place("In Syria shells hit Inkhil, north of Aleppo, on Sunday.", "Inkhil")
    assert at.id.startswith("local:")
    assert (at.latitude or 0) > 36


def test_bearings_are_clockwise_from_north() -> None:
    one = Place(id="x:1", name="Lisk", latitude=10.0, longitude=10.0)
    others = [replace(one, latitude=11.0), replace(one, longitude=11.0), replace(one, latitude=9.0, longitude=9.0)]
    assert [round(bearing(one, other) or 0) for other in others] == [0, 90, 225]
    assert bearing(one, replace(one, latitude=None, longitude=None)) is None
