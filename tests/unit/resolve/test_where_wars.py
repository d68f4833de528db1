"""Where, by the names that news of wars use: towns, quarters, camps and crossings, with their country named or not."""

from __future__ import annotations

import pytest
from where_read import GAZETTEER, one, read

from situate.resolve.where.report import resolve_places

# A name, its country as a report calls it, and the place that is meant.
_NAMED = [
    ("Sarmada", "Syria", "supplement:sarmada"),
    ("Zamalka", "Syria", "supplement:zamalka"),
    ("Qaboun", "Syria", "supplement:qaboun"),
    ("Sayeda Zeinab", "Syria", "supplement:sayyida-zeinab"),
    ("Dabiq", "Syria", "supplement:dabiq"),
    ("Suluk", "Syria", "geonames:164895"),
    ("Ras al-Ain", "Syria", "geonames:165509"),
    ("Al-Shaddadi", "Syria", "geonames:172837"),
    ("Kobane", "Syria", "geonames:172256"),
    ("Bashiqa", "Iraq", "supplement:bashiqa"),
    ("Amerli", "Iraq", "supplement:amerli"),
    ("Heet", "Iraq", "geonames:95788"),
    ("Brega", "Libya", "geonames:2215210"),
    ("Ras Lanuf", "Libya", "supplement:ras-lanuf"),
    ("Tawergha", "Libya", "supplement:tawergha"),
    ("Sloviansk", "Ukraine", "geonames:693468"),
    ("Robotyne", "Ukraine", "supplement:robotyne"),
    ("Marjah", "Afghanistan", "supplement:marjah"),
    ("Barawe", "Somalia", "supplement:barawe"),
    ("Bossaso", "Somalia", "geonames:64013"),
    ("Zamzam camp", "Sudan", "supplement:zamzam-camp"),
    ("Wad al-Noura", "Sudan", "supplement:wad-an-noora"),
    ("Pibor", "South Sudan", "supplement:pibor"),
    ("Baga", "Nigeria", "supplement:baga"),
    ("Jos", "Nigeria", "geonames:2335953"),
    ("Konna", "Mali", "supplement:konna"),
    ("Sévaré", "Mali", "supplement:sevare"),
    ("Bunagana", "Congo", "supplement:bunagana"),
    ("Beni", "Congo", "geonames:219057"),
    ("Humera", "Ethiopia", "supplement:humera"),
    ("Mai Kadra", "Ethiopia", "supplement:mai-kadra"),
    ("Maungdaw", "Myanmar", "supplement:maungdaw"),
    ("Hadrut", "Azerbaijan", "supplement:hadrut"),
    ("Gali", "Georgia", "geonames:614613"),
    ("Tripoli", "Lebanon", "geonames:266826"),
    ("Ain al-Hilweh", "Lebanon", "supplement:ain-al-hilweh"),
    ("Baramulla", "India", "geonames:1277085"),
    ("Puthukkudiyiruppu", "Sri Lanka", "supplement:puthukkudiyiruppu"),
    ("Zepa", "Bosnia", "supplement:zepa"),
    ("Racak", "Kosovo", "supplement:racak"),
    ("Palma", "Mozambique", "supplement:palma"),
    ("Fotokol", "Cameroon", "supplement:fotokol"),
    ("Bo", "Sierra Leone", "geonames:2410048"),
    ("Matamoros", "Mexico", "geonames:3523466"),
    ("Acteal", "Mexico", "supplement:acteal"),
    ("Cite Soleil", "Haiti", "supplement:cite-soleil"),
    ("Balibo", "East Timor", "supplement:balibo"),
    ("Rolpa", "Nepal", "supplement:rolpa"),
    ("Goose Green", "the Falkland Islands", "supplement:goose-green"),
    ("Uchuraccay", "Peru", "supplement:uchuraccay"),
]


@pytest.mark.parametrize(("name", "country", "place"), _NAMED)
def test_a_name_in_a_report_of_its_country(name: str, country: str, place: str) -> None:
    text = f"Fighting in {country} went on for another day. Five people died when shells hit {name} on Sunday."
    assert one(text, name).id == place


@pytest.mark.parametrize(
    ("name", "place"),
    [(name, place) for name, _, place in _NAMED if place.startswith("supplement:") and name != "Palma"],
)
def test_a_name_that_stands_alone(name: str, place: str) -> None:
    assert one(f"Five people died when shells hit {name} on Sunday.", name).id == place


def test_kobane_alone_is_no_town_of_turkey() -> None:
    assert one("Fighters held Kobane on Sunday.", "Kobane").country == "SY"


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("Rebels of Libya shelled Tripoli on Sunday.", "Tripoli", "LY"),
        ("Shells fell on Palma in Spain.", "Palma", "ES"),
        ("Fighting went on in the United States. Shells hit Turkey on Sunday.", "Turkey", "TR"),
    ],
)
def test_a_name_of_several_countries(text: str, quote: str, country: str) -> None:
    assert one(text, quote).country == country


@pytest.mark.parametrize(
    "text",
    ["Shire horses hit the road. Five people died.", "Hit men shot five people.", "Sake is what they drank, he said."],
)
def test_an_ordinary_word_is_no_place(text: str) -> None:
    found = resolve_places(text, [], GAZETTEER).toponyms
    assert [toponym.name for toponym, result in found if result.place is not None] == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Moscow said that its troops had encircled the town of Siversk. Kyiv denied the claim.", "Siversk"),
        ("Russia said that its troops had taken Siversk.", "Siversk"),
        ("Kigali denied that its soldiers had entered Sake.", "Sake"),
    ],
)
def test_a_government_that_speaks_of_a_war_does_not_bring_its_towns_home(text: str, town: str) -> None:
    assert one(text, town).country in {"UA", "CD"}


def test_the_city_is_not_the_capital_of_who_speaks() -> None:
    assert read("Moscow claimed that the city was encircled, a claim that Kyiv denied.", "the city").place is None
