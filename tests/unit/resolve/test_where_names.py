"""What only looks like a name of a place abroad: initials, surnames, quarters, hamlets, what lies in a named region."""

from __future__ import annotations

import pytest

from situate.model.claim import Evidence
from situate.model.mention import Mention
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, resolve_places
from situate.resolve.where.strangers import full_names, people

GAZETTEER = Gazetteer.open()


def place(text: str, quote: str, *, ref: str | None = None, full: str | None = None) -> Place | None:
    start = text.rindex(quote)
    asked = PlaceMention(span=Span(start, start + len(quote)), ref=ref, sure=True)
    actors = [Span(text.index(full), text.index(full) + len(full))] if full else []
    found = resolve_places(text, [asked], GAZETTEER, actors=actors, persons=[full] if full else [])
    return found.resolutions[0].place


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hit the DAS [Administrative Department of Security] in Bogota, Colombia. Offices of the DAS burnt.",
        "A bomb hit the Administrative Department of Security (DAS) in Bogota, Colombia. Offices of the DAS burnt.",
    ],
)
def test_initials_that_the_text_explains_are_a_body(text: str) -> None:
    found = resolve_places(text, [], GAZETTEER)
    assert [t.name for t, r in found.toponyms if r.place is not None] == ["Bogota", "Colombia"]


def test_a_part_of_somebody_s_name_is_no_town_wherever_it_stands() -> None:
    text = "Prosecutor Roberto Alvarado died in San Salvador, El Salvador. A bomb killed Alvarado."
    found = resolve_places(text, [], GAZETTEER, persons=["Roberto Alvarado"])
    assert [t.name for t, r in found.toponyms if r.place is not None] == ["San Salvador", "El Salvador"]


def test_nor_is_the_first_of_two_surnames() -> None:
    text = "Clemente Baena Soares came to San Salvador, El Salvador. They took Baena hostage."
    found = resolve_places(text, [], GAZETTEER, persons=["Clemente Baena Soares"])
    assert [t.name for t, r in found.toponyms if r.place is not None] == ["San Salvador", "El Salvador"]


def test_a_hamlet_lies_in_the_unit_behind_it_and_not_abroad() -> None:
    text = "He was shot at El Limon, Venecia municipality. Medellin, Colombia, and Envigado are near."
    found = place(text, "El Limon")
    assert found is None or found.country == "CO"


def test_names_that_say_where_somebody_is_from_are_not_his_alone() -> None:
    quotes = ["John Doe", "John Doe, mayor of Homs", "Jane of Homs"]
    evidence = [Evidence(span=Span(0, len(quote)), quote=quote) for quote in quotes]
    mentions = [Mention(report="r", evidence=e, kind="person", form="name") for e in evidence]
    assert [e.quote for e in people(mentions)] == ["John Doe"]
    assert full_names(mentions) == ["John Doe", "John Doe"]


def test_american_of_a_continent_is_of_no_country() -> None:
    text = "Soldiers entered the Central American University in San Salvador, El Salvador."
    assert "US" not in resolve_places(text, [], GAZETTEER).countries


@pytest.mark.parametrize(
    ("text", "quote", "region"),
    [
        ("Rebels in El Salvador bombed Corral de Piedras, Chalatenango Department.", "Corral de Piedras", "SV.03"),
        ("Rebels in Peru burnt Coris (Ancash Department).", "Coris", "PE.02"),
    ],
)
def test_a_region_whose_name_has_its_noun_holds_what_stands_before_it(text: str, quote: str, region: str) -> None:
    found = place(text, quote)
    assert found is not None
    assert found.admin1 == region


def test_a_quarter_lies_in_the_town_of_its_country_and_not_where_a_city_is_called_so() -> None:
    text = "SAN SALVADOR, 3 May -- A bomb exploded in San Miguelito neighborhood."
    found = place(text, "San Miguelito neighborhood")
    assert found is not None
    assert (found.name, found.country) == ("San Miguelito", "SV")


def test_a_quarter_lies_in_the_town_that_the_words_behind_it_name() -> None:
    text = "Envoys met in New York. Shells fell on the Tollak quarter in northern Homs, Syria, as Damascus slept."
    found = place(text, "the Tollak quarter")
    assert found is not None
    assert found.part_of == "geonames:169577"


def test_a_hamlet_is_no_city_of_its_name() -> None:
    text = "Rebels of El Salvador left San Salvador and took the Santa Marta settlement in Victoria, El Salvador."
    found = place(text, "the Santa Marta settlement")
    assert found is None or found.country == "SV"


def test_a_neighbouring_country_is_not_the_one_that_the_report_is_about() -> None:
    text = "Caracas is calm and Venezuela watches. A leader was killed in the neighboring country."
    assert place(text, "the neighboring country") is None


def test_a_consulate_is_not_in_the_country_that_sends_it() -> None:
    text = "Bombs exploded in Santiago, Chile, in the area of the U.S. consulate."
    found = place(text, "the area of the U.S. consulate")
    assert found is None or found.country == "CL"


def test_a_pronoun_for_a_person_is_no_place_though_its_antecedent_has_the_name_of_one() -> None:
    assert place("Santiago in Chile saw Rivera, and he was shot.", "he", ref="Rivera") is None


def test_a_town_so_and_so_far_off_says_only_in_which_direction() -> None:
    near = "Peru: on Tuesday they entered Calluchaca, 7 km northeast of Huanta in Peru."
    far = "Colombia: on Tuesday they entered Achuxi, about 850 km north of Bogota in Colombia."
    close, remote = place(near, "Calluchaca"), place(far, "Achuxi")
    assert close is not None
    assert close.admin1 == "PE.05"
    assert remote is None or remote.admin1 is None


def test_lomas_de_san_francisco_is_not_san_francisco() -> None:
    text = "Rebels of El Salvador entered San Salvador and the Lomas de San Francisco."
    found = resolve_places(text, [], GAZETTEER)
    assert "US" not in found.countries


@pytest.mark.parametrize("name", ["Colonia Miramontes", "Cano Zirkon"])
def test_a_longer_name_is_not_the_city_that_its_first_word_means_in_another_tongue(name: str) -> None:
    text = f"Rebels attacked a post in {name} on Friday."
    assert [r.place for t, r in resolve_places(text, [], GAZETTEER).toponyms if r.place is not None] == []


@pytest.mark.parametrize("quote", ["the al-Joura and al-Qusour neighbourhoods", "the al-Qusour district"])
def test_a_quarter_is_no_town_far_off_of_nearly_that_name(quote: str) -> None:
    found = place(f"The army of Syria holds Deir ez-Zor. Four people died in {quote}.", quote)
    assert found is not None
    assert (found.part_of, found.precision) == ("geonames:170794", "part")


def test_quarters_of_a_list_are_quarters_wherever_they_stand_alone() -> None:
    text = "The army of Syria shelled Homs, and the Zorbina, Qarfa and al-Ziri quarters of it. Three died in Qarfa."
    found = place(text, "Qarfa")
    assert found is not None
    assert found.id == "local:qarfa-homs"


def test_a_name_of_other_vowels_stands_for_no_town() -> None:
    found = place("The army of Syria holds Deir ez-Zor. Rockets fell on al-Qusour.", "al-Qusour")
    assert found is not None
    assert found.admin1 is None


@pytest.mark.parametrize(
    ("text", "quote", "region"),
    [
        ("Gunmen attacked villages in Benue, Plateau, Delta and Kaduna states in Nigeria.", "Delta", "region:NG.36"),
        ("Gunmen raided a town in Delta, the police of Nigeria said. They raided Rivers.", "Delta", "region:NG.36"),
        ("Gunmen killed men in Kaduna, Niger and Zamfara states, police in Abuja said.", "Niger", "region:NG.31"),
        ("Gunmen attacked villages in Benue, Plateau, Delta and Kaduna states in Nigeria.", "Kaduna", "region:NG.23"),
        ("Planes hit the provinces of Idlib and Aleppo in Syria.", "Aleppo", "region:SY.09"),
        ("Militias burned villages in North and South Kivu.", "North", "region:CD.11"),
        ("Militias burned villages in North and South Kivu.", "South Kivu", "region:CD.12"),
        ("Clans fought in Lower and Middle Shabelle on Monday.", "Lower", "region:SO.14"),
        ("Gunmen killed men in Kaduna and Zamfara, and fled from Nigeria to Niger.", "Niger", "country:NE"),
        ("Police shot a man in Delta, Colorado. A bank was robbed in Delta.", "Delta", "geonames:5419334"),
    ],
)
def test_a_region_is_found_by_its_name_without_its_noun(text: str, quote: str, region: str) -> None:
    found = place(text, quote)
    assert found is not None
    assert found.id == region


def test_the_area_is_no_building_that_was_named_last() -> None:
    text = "Families left Talca in Chile. They met at the party's building in the city. Nobody can leave the area."
    asked = [Span(text.index(q), text.index(q) + len(q)) for q in ("the party's building in the city", "the area")]
    found = resolve_places(
        text, [PlaceMention(span=span, sure=True) for span in asked], GAZETTEER, actors=[], persons=[]
    )
    building, area = (one.place for one in found.resolutions)
    assert building is not None
    assert building.precision == "part"
    assert area is not None
    assert area.name == "Talca"


def test_a_republic_by_the_name_of_a_city_is_the_country() -> None:
    text = (
        "The army murdered two men in Ibadan in Nigeria, raided Ekpoma in Edo State and Warri in Delta State, and chased "
        "a third into Benin Republic."
    )
    found = place(text, "Benin")
    assert found is not None
    assert found.id == "country:BJ"


def test_who_sends_a_message_is_no_town() -> None:
    text = "[08:12] Hala:\nShelling on Hama, Syria.\n\n[09:00] Karim (Hama clinic):\nThe road to Hala is closed."
    found = resolve_places(text, [], GAZETTEER)
    assert [(t.name, t.span.start > 14) for t, _ in found.toponyms] == [("Hama", True), ("Syria", True), ("Hala", True)]
