"""Where, in reports of many conflicts: names by chance, names cut short, relations, scripts, holders, who speaks where."""

from __future__ import annotations

import pytest
from where_read import one, read

from situate.model.span import Span
from situate.resolve.where.said import said_there


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("Soldiers killed civilians in Axum, in the Tigray region of Ethiopia.", "Axum", "geonames:344420"),
        ("Soldiers killed civilians in Axum, in the Tigray region of Ethiopia.", "the Tigray region", "region:ET.53"),
        ("The army fought in El Geneina in West Darfur, Sudan.", "West Darfur", "region:SD.47"),
        ("M23 rebels fought in Masisi and Rutshuru in North Kivu.", "Masisi", "supplement:masisi"),
        ("Troops clashed with gunmen in Lanao del Sur on Mindanao.", "Lanao del Sur", "supplement:lanao-del-sur"),
        ("Shells fell on Stepanakert in Nagorno-Karabakh.", "Stepanakert", "geonames:146970"),
        ("Jets bombed Mrauk-U in Rakhine state.", "Rakhine state", "region:MM.01"),
        ("Gunmen killed soldiers in Tillaberi region, western Niger.", "Tillaberi region", "region:NE.09"),
        ("Guerrillas attacked Corinto in Cauca department, Colombia.", "Cauca department", "region:CO.09"),
        ("Rebels entered towns of Chalatenango department in El Salvador.", "Chalatenango department", "region:SV.03"),
        ("Terrorists attacked Uchiza in San Martin department, Peru.", "San Martin department", "region:PE.22"),
        ("Rebels shelled Bria in the Central African Republic.", "Bria", "geonames:239899"),
        ("Rebels in Syria shelled Hama province's Kafr Zita.", "Hama province's Kafr Zita", "geonames:168620"),
    ],
)
def test_places_of_many_conflicts(text: str, quote: str, place: str) -> None:
    assert one(text, quote).id == place


@pytest.mark.parametrize("quote", ["Zorbina near Aleppo", "Zorbina on the northern edge of Aleppo"])
def test_a_village_of_its_own_name_is_not_the_town_that_it_lies_near(quote: str) -> None:
    place = one(f"Rebels shelled {quote} on Monday.", quote)
    assert (place.id, place.name) == ("local:zorbina-aleppo", "Zorbina")
    assert one("Rebels shelled hills near Aleppo.", "hills near Aleppo").name == "Aleppo"


def test_lima_and_its_districts_are_one_region() -> None:
    text = "Bombs went off in Lima, Peru, and in Miraflores."
    assert one(text, "Lima").admin1 == one(text, "Miraflores").admin1 == "PE.15"


def test_a_line_can_break_a_name() -> None:
    assert one("Troops of El Salvador left San\nSalvador today.", "San\nSalvador").id == "geonames:3583361"
    assert one("Troops of El Salvador left San\nSalvador today.", "San").id == "geonames:3583361"  # cut from it


def test_brackets_say_where_a_town_is() -> None:
    assert one("SAN JOSE (Costa Rica), 9 June -- The president spoke.", "SAN JOSE").country == "CR"


def test_a_square_is_no_region_but_part_of_a_town() -> None:
    place = one("A bomb went off in Bogota, Colombia. Another exploded on Bolivar square.", "Bolivar square")
    assert place.admin1 == "CO.34"


def test_a_street_is_no_town_but_part_of_one() -> None:
    place = one("A bomb went off in Santiago, Chile. Another exploded on Bandera street.", "Bandera street")
    assert (place.part_of, place.precision) == ("geonames:3871336", "part")


def test_a_small_town_of_a_country_that_nothing_else_speaks_of_is_chance() -> None:
    text = "In Colombia, agents of Das left Bogota for Cali and Medellin. Gunmen shot at Das."
    assert read(text, "Das").place is None or one(text, "Das").country == "CO"


def test_an_embassy_is_where_it_stands() -> None:
    text = "Clashes shook Kabul in Afghanistan. Gunmen in Afghanistan attacked the U.S. embassy."
    assert one(text, "the U.S. embassy").id == "geonames:1138958"
    assert read("Gunmen attacked the U.S. embassy.", "the U.S. embassy").place is None


def test_a_distance_that_the_phrase_leaves_out_counts() -> None:
    place = one("Two died 100 km northwest of Bamako, Mali.", "northwest of Bamako")
    assert 13.0 < (place.latitude or 0.0) < 13.5
    assert (place.precision, place.radius_km) == ("relative", 40)


def test_a_crossing_by_its_name_is_no_stretch_of_border() -> None:
    place = one("Rebels in Syria captured the Nasib border crossing.", "the Nasib border")
    assert (place.id, place.precision) == ("supplement:nasib-crossing", "part")


@pytest.mark.parametrize(
    ("name", "place"),
    [("Бахмут", "geonames:713174"), ("دير الزور", "geonames:170794"), ("שדרות", "geonames:293619")],
)
def test_names_in_other_scripts(name: str, place: str) -> None:
    assert one(f"A rocket hit {name} on Monday.", name).id == place


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Deir Ezzor", "Dayr az-Zawr", "Deir e-Zor"])
def test_one_town_in_many_spellings(name: str) -> None:
    assert one(f"The army of Syria shelled {name}.", name).id == "geonames:170794"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Five died, an official said in Geneva.", True),
        ("Five died, he told reporters on Monday in Geneva.", True),
        ("Five were killed in Geneva, he said.", False),
        ("The fighting was said in Geneva to go on.", False),
    ],
)
def test_where_something_was_said(text: str, said: bool) -> None:
    assert said_there(text, Span(text.index("Geneva"), text.index("Geneva") + 6)) is said
