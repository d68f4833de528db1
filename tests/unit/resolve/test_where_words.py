"""What the words of a report say of a place, against what a gazetteer knows of its name."""

from __future__ import annotations

import pytest

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.phrases import parse
from situate.resolve.where.report import PlaceMention, PlaceReading, Resolution, resolve_places
from situate.resolve.where.said import came_there

GAZETTEER = Gazetteer.open()


def read(text: str, *quotes: str, persons: tuple[str, ...] = ()) -> tuple[tuple[Resolution, ...], PlaceReading]:
    asked = [PlaceMention(span=Span(text.index(q), text.index(q) + len(q)), sure=True) for q in quotes]
    reading = resolve_places(text, asked, GAZETTEER, persons=persons)
    return reading.resolutions, reading


def one(text: str, quote: str) -> Place:
    found = read(text, quote)[0][0]
    assert found.place is not None, found.reason
    return found.place


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A clash in the town of San Francisco Javier, Usulutan department, killed two.", "San Francisco Javier"),
        ("A clash in San Francisco Javier, in the department of Usulutan, killed two.", "San Francisco Javier"),
        ("A clash in San Francisco Javier in Usulutan department killed two.", "San Francisco Javier"),
        ("A clash in Tierra Nueva canton, San Carlos, Usulutan department, killed two.", "San Carlos"),
        ("A clash in La Ranera stream, San Carlos, Usulutan department, killed two.", "La Ranera stream"),
    ],
)
def test_words_put_a_name_in_a_region(text: str, quote: str) -> None:
    place = one(text + " El Salvador mourns.", quote)
    assert (place.country, place.admin1) == ("SV", "SV.14")
    assert place.precision == "region"
    assert place.id.startswith("local:")


def test_a_town_of_the_region_stays_what_it_is() -> None:
    place = one("Shells fell on Jucuapa, Usulutan department, in El Salvador.", "Jucuapa")
    assert place.id.startswith("geonames:")
    assert place.admin1 == "SV.14"


def test_a_large_town_can_stand_beside_a_region_that_it_is_not_in() -> None:
    assert one("Families who fled Homs in Idlib province of Syria came back.", "Homs").name == "Homs"


def test_where_a_region_is_told_once_it_holds_for_the_name_again() -> None:
    text = "A clash in San Carlos, Usulutan department, in El Salvador, went on. Later San Carlos was calm."
    later = PlaceMention(span=Span(text.rindex("San Carlos"), text.rindex("San Carlos") + 10), sure=True)
    found = resolve_places(text, [later], GAZETTEER).resolutions[0]
    assert found.place is not None
    assert found.place.admin1 == "SV.14"


def test_a_village_is_where_the_report_places_it_later() -> None:
    text = (
        "Syria is at war. The village of Asheh was quiet. A bomb went off in the village of Asheh in Quneitra province."
    )
    found = read(text, "The village of Asheh", "the village of Asheh in Quneitra province")[0]
    assert {r.place.id for r in found if r.place} == {"local:asheh-quneitra"}


def test_a_village_lies_in_the_country_that_its_phrase_names() -> None:
    text = "Howitzers in Turkey fired at Turkish fighters in Shabaniye in northern Syria, Turkey said. Turkey mourns."
    assert one(text, "Shabaniye").country == "SY"


def test_a_base_abroad_is_not_by_the_town_that_the_text_is_at() -> None:
    text = "Airmen left Las Vegas in Nevada for Zorbina Air Base, Turkey. Las Vegas waved."
    assert one(text, "Zorbina Air Base, Turkey").country == "TR"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("San Salvador is tense. Salvadoran troops shelled Escalon. El Salvador mourns in San Salvador.", "Escalon"),
        ("La Paz is calm. Bolivian police met growers of Coca in Cochabamba. Bolivia waits.", "Coca"),
        ("San Salvador is tense. The guerrillas attacked San Ramon. El Salvador mourns in San Salvador.", "San Ramon"),
    ],
)
def test_towns_abroad_that_only_chance_gives(text: str, name: str) -> None:
    toponyms = {toponym.name: found for toponym, found in read(text)[1].toponyms}
    assert toponyms[name].place is None


def test_a_capital_abroad_is_no_chance() -> None:
    text = "Troops took Homs and Aleppo in Syria. Talks are due in San Salvador."
    toponyms = {toponym.name: found for toponym, found in read(text)[1].toponyms}
    assert toponyms["San Salvador"].place is not None


def test_whose_a_thing_is_does_not_depend_on_where_a_line_ends() -> None:
    text = "A bomb hit Santiago, near the U.S.{}consulate. A guard by the name of Barroso died."
    for space in (" ", "\n"):
        found = {toponym.name: r for toponym, r in read(text.format(space))[1].toponyms}
        assert "Barroso" not in found or found["Barroso"].place is None


def test_a_surname_is_no_town_abroad() -> None:
    text = "Bogotá is tense. A bomb hit Medellín in Colombia. The murder of Benavides is not solved."
    for people, known in (((), True), (("Guillermo Benavides",), False)):
        found = {toponym.name: found for toponym, found in read(text, persons=people)[1].toponyms}
        assert "Benavides" not in found or (found["Benavides"].place is not None) <= known


def test_only_the_sound_of_a_name_abroad_is_chance() -> None:
    text = "Shelling hit Damascus in Syria and the eastern district of Tabbaleh, while Homs was quiet. Iran said so."
    assert one(text, "the eastern district of Tabbaleh").country == "SY"


def test_where_a_report_was_written_is_not_what_it_is_about() -> None:
    text = "Moscow (USSR), 28 Aug 89 -- Chile must answer for Tobalaba airport. Chile is free, and Santiago quiet."
    assert one(text, "Tobalaba airport").country == "CL"


def test_an_airport_named_like_towns_elsewhere_is_by_the_town() -> None:
    text = "They were abducted in Guatemala City on their way to La Aurora airport. Guatemala mourns."
    place = one(text, "La Aurora airport")
    assert (place.precision, place.admin1) == ("part", "GT.07")


def test_rural_land_is_no_town() -> None:
    place = one("Barrel bombs fell on rural Aleppo in Syria.", "rural Aleppo")
    assert (place.name, place.precision) == ("Aleppo", "relative")


@pytest.mark.parametrize("quote", ["the north-east of the country", "the countrys northeast"])
def test_a_side_of_the_country(quote: str) -> None:
    place = one(f"Syria is at war. Aid came to {quote}, Syrians said.", quote)
    assert (place.name, place.precision) == ("northeastern Syria", "country")


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Talks are due in the Russian city of Sochi, Russia said.", "the Russian city", "Sochi"),
        ("Rebels battle for second city Aleppo in Syria.", "second city Aleppo", "Aleppo"),
        ("Many came from Raqqa. Others left Baghuz, the last town held in Syria.", "the last town", "Baghuz"),
        ("Air raids hit Eastern Ghouta, near Damascus. The region is besieged.", "The region", "Eastern Ghouta"),
        ("In eastern Ghouta, near Damascus, people starve.", "eastern Ghouta", "Eastern Ghouta"),
        ("Clashes shook western Ghouta, near Damascus.", "western Ghouta", "Western Ghouta"),
        ("A mosque in Homs was hit. Part of its Old City is held in Syria.", "Part of its Old City", "Old City"),
    ],
)
def test_what_phrases_stand_for(text: str, quote: str, name: str) -> None:
    assert one(text, quote).name == name


def test_an_adjective_names_no_enclave() -> None:
    text = "Like the Bosnian Muslim enclave in 1995, Eastern Ghouta near Damascus has been besieged."
    assert read(text, "the Bosnian Muslim enclave")[0][0].place is None


def test_a_side_of_the_border_is_the_country_of_that_side() -> None:
    text = "He armed men on the Syrian side of the Iraqi border. Iraq and Iraqi troops protested in Iraq."
    assert one(text, "the Syrian side of the Iraqi border").country == "SY"


def test_part_of_the_name_of_a_street_is_no_town() -> None:
    text = "In Santiago, Chile, a bomb went off between San Diego and Arturo Pratts streets."
    names = [toponym.name for toponym, _ in read(text)[1].toponyms]
    assert "San" not in names
    assert "San Diego" not in names


def test_a_kind_of_place_behind_a_name_is_no_town() -> None:
    names = [t.name for t, _ in read("Units ambushed a convoy in Arenales Canton, in El Salvador.")[1].toponyms]
    assert "Canton" not in names


def test_us_is_no_pronoun() -> None:
    assert one("Refugees came to the US from Syria. The US took many.", "US").country == "US"


@pytest.mark.parametrize(
    ("words", "there"),
    [("Those who arrived in ", True), ("People who had fled to the ", True), ("Shells fell in ", False)],
)
def test_where_those_who_tell_of_it_came(words: str, there: bool) -> None:
    text = words + "Zaporizhzhia had nothing. They described shortages."
    assert came_there(text, Span(len(words), len(words) + 12)) is there


def test_land_across_countries_has_its_side_in_capitals() -> None:
    names = [
        t.name for t, _ in read("Fighting spread to southern Africa and to eastern Ghouta, near Damascus.")[1].toponyms
    ]
    assert names[:2] == ["Africa", "eastern Ghouta"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Air strikes hit the rebel-held northern city of Aleppo in Syria.", "northern city of Aleppo"),
        ("Militants stormed the border town of Manbij in Syria.", "the border town of Manbij"),
        ("Fighters took the group's stronghold of Manbij in Syria.", "the group's stronghold of Manbij"),
    ],
)
def test_words_about_a_town_mean_the_town(text: str, quote: str) -> None:
    place = one(text, quote)
    assert (place.precision, place.relation) == ("settlement", None)


def test_a_side_of_a_city_is_a_part_of_it() -> None:
    place = one("Shells fell in the north of the city of Aleppo in Syria.", "the north of the city of Aleppo")
    assert place.name == "northern Aleppo"
    assert one("Syria. Food is short in the rebel-held sector of Aleppo.", "sector of Aleppo").precision == "part"


@pytest.mark.parametrize(
    "quote",
    ["two thirds of the city of Homs", "45 % of Homs", "three quarters of Homs", "80 per cent of the city of Homs"],
)
def test_a_share_of_a_town_is_a_part_of_it(quote: str) -> None:
    found = one(f"The army of Syria took {quote}.", quote)
    assert (found.name, found.precision) == ("Homs", "part")


@pytest.mark.parametrize(
    "words",
    [
        "the opposition-held western Aleppo countryside",
        "the rebel-held Aleppo province",
        "the rural Aleppo governorate",
    ],
)
def test_a_town_of_no_gazetteer_lies_in_the_region_behind_it_whoever_holds_that(words: str) -> None:
    place = one(f"Jets of the army of Syria struck the town of Olmora in {words}, killing five.", "the town of Olmora")
    assert (place.name, place.precision, place.admin1) == ("Olmora", "region", "SY.09")


def test_the_town_is_the_village_that_was_named_last_though_no_gazetteer_has_it() -> None:
    text = (
        "Shells hit Homs in Syria on Sunday. Ten rebels were executed by troops of Syria in the northern village of Olmora. "
        "Troops entered the town on Tuesday."
    )
    for words, name in (("the town", "Olmora"), ("the city", "Homs")):
        found = read(text.replace("the town", words), "the northern village of Olmora", words)[0][1]
        assert found.place is not None
        assert found.place.name == name


LIST = "Air strikes hit Deir ez-Zor. Others hit the neighborhoods of Karam Alnozha and Tal Alzarazir in Aleppo. "


def test_quarters_in_a_list_are_in_the_town_behind_it() -> None:
    assert one(LIST, "the neighborhoods of Karam Alnozha and Tal Alzarazir").part_of == one(LIST, "Aleppo").id


def test_the_district_is_none_of_a_town_that_the_text_has_left() -> None:
    text = LIST + "Activists in Daraya said that the rebel-held district was shelled."
    quarters = "the neighborhoods of Karam Alnozha and Tal Alzarazir"
    assert read(text, quarters, "the rebel-held district")[0][1].place is None
    text = LIST + "Activists in Aleppo said that the rebel-held district was shelled."
    assert read(text, quarters, "the rebel-held district")[0][1].place is not None


def test_a_quarter_is_no_village_elsewhere_that_only_its_consonants_fit() -> None:
    text = "A source at Aleppo police said that shells hit al-Sulaymaniyah neighborhood in Syria."
    assert one(text, "al-Sulaymaniyah neighborhood").part_of == one(text, "Aleppo").id
    text = "Syria bombed Unq al-Hawa and Wadi al-Mesk in Jubb al-Jarrah."
    assert one(text, "Unq al-Hawa and Wadi al-Mesk in Jubb al-Jarrah").name == "Jubb al Jarrah"


def test_a_town_that_no_gazetteer_has_behind_the_name_of_its_land() -> None:
    text = (
        "A hospital in Khan Shaykhun in Syria stood empty. Air strikes struck Syria’s town of Urum al-Joz in Idlib "
        "province on Saturday. The attack, believed to have been carried out by aircraft, killed at least 18 people "
        "including five children, it said. The toll is expected to rise, it added. Rescuers said that raids on the "
        "town killed 19."
    )
    found = read(text, "Syria’s town of Urum al-Joz", "the town killed"[:8])[0]
    assert [r.place and r.place.name for r in found] == ["Urum al-Joz", "Urum al-Joz"]
    assert found[0].place is not None
    assert found[0].place.admin1 == "SY.12"


def test_an_adjective_before_a_name_and_its_noun() -> None:
    text = "A strike near Syrian Al-Raqqa province killed a man. Syria mourns. Before, Idlib province was hit."
    assert one(text, "near Syrian Al-Raqqa province").admin1 == one(text.replace("Al-", ""), "Raqqa province").admin1


def test_words_of_an_actors_name_are_no_place() -> None:
    text = "Islamic State organizations fight in the provinces of Aleppo and Damascus in Syria."
    asked = [PlaceMention(span=Span(0, len("Islamic State organizations")))]
    found = resolve_places(text, asked, GAZETTEER, actors=[Span(0, len("Islamic State"))]).resolutions[0]
    assert (found.place, found.reason) == (None, "not_a_place")


def test_one_adjective_makes_no_home() -> None:
    text = "British scientists said that sarin was used in the attack in {}."
    assert one(text.format("Khan Sheikhun"), "Khan Sheikhun").country == "SY"
    assert read(text.format("Zorbina"), "Zorbina")[0][0].place is None


def test_a_city_that_is_known_by_its_name_is_no_village_of_the_war() -> None:
    text = (
        "Talks are to begin in Geneva. Shells hit Damascus, Harasta and Homs. Several rounds of Geneva talks failed. "
        "Clashes went on in Aleppo, Syria. Douma in Syria was hit."
    )
    assert one(text, "Geneva").country == "CH"


def test_the_town_is_the_one_that_was_introduced_as_a_town() -> None:
    text = (
        "The army entered Idlib. Many had fled to Idlib, and Idlib is quiet. Air raids on Khan Sheikhoun, a town in the "
        "south, killed 13. The monitor blamed the army. The town was hit by gas in April."
    )
    names = ("Idlib.", "Idlib,", "Idlib is", "Khan Sheikhoun")
    asked = [
        PlaceMention(span=Span(text.index(n), text.index(n) + len(n.rstrip(".,").removesuffix(" is"))), sure=True)
        for n in names
    ]
    asked.append(PlaceMention(span=Span(text.index("The town"), text.index("The town") + 8), sure=True))
    found = resolve_places(text, asked, GAZETTEER).resolutions[-1]
    assert found.place is not None
    assert found.place.name == "Khan Shaykhun"


@pytest.mark.parametrize(
    ("text", "quote", "known"),
    [
        ("A blast hit buses from besieged towns to Aleppo.", "towns to Aleppo", False),
        ("Residents of besieged towns in Aleppo fled.", "towns in Aleppo", True),
    ],
)
def test_where_something_goes_is_not_where_it_is(text: str, quote: str, known: bool) -> None:
    assert (read(text, quote)[0][0].place is not None) is known


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("near a cattle market in Aleppo", False),
        ("outside the hospital in Aleppo", False),
        ("near Aleppo", True),
        ("near the city of Aleppo", True),
    ],
)
def test_near_a_thing_in_a_place_is_in_that_place(quote: str, near: bool) -> None:
    place = one(f"A mine went off {quote} on Monday.", quote)
    assert (place.precision == "relative", place.relation == "near") == (near, near)


def test_a_spelling_that_only_the_seat_is_known_by_is_the_provinces_where_the_words_ask_for_it() -> None:
    found = one("In Syria a raid hit a village in Deir az-Zour province.", "Deir az-Zour province")
    assert found.precision == "region"
    assert one("In Syria a raid hit Deir az-Zour on Monday.", "Deir az-Zour").precision == "settlement"


@pytest.mark.parametrize("words", ["the Damascus suburbs of eastern Ghouta", "the eastern Ghouta suburbs of Damascus"])
def test_suburbs_are_those_that_the_smaller_name_means(words: str) -> None:
    found = one(f"In Syria the army besieged {words} for years.", words)
    assert (found.name, found.relation) == ("Eastern Ghouta", None)


def test_the_neighbourhood_is_the_quarter_told_last_also_if_the_gazetteer_has_it() -> None:
    text = (
        "In Syria fighters left the Old City of Homs and went to the Al-Waer neighborhood. "
        "Since then the neighbourhood has been besieged."
    )
    (old, there), _ = read(text, "the Old City", "the neighbourhood")
    assert old.place is not None
    assert there.place is not None
    assert there.place.name == "Al-Waer"


def test_a_road_between_two_towns_is_one_in_capitals_too() -> None:
    relation = parse("THE LISK - VARN HIGHWAY").relation
    assert relation is not None
    assert relation.kind == "road"


def test_a_suburb_that_no_gazetteer_has_is_itself_and_not_its_city() -> None:
    found = one("In Syria a raid hit the Aleppo suburb of Zorbina.", "the Aleppo suburb of Zorbina")
    assert (found.name, found.part_of) == ("Zorbina", "region:SY.09")


def test_how_long_a_stretch_is_is_no_distance() -> None:
    assert parse("a 60-mile-wide area of Ramla").relation is None
    relation = parse("a village 10 km north of Ramla").relation
    assert relation is not None
    assert relation.km == 10


def test_an_area_near_a_town_is_no_part_of_it() -> None:
    text = "In Syria the army took the area of Boulil near Deir ez-Zor."
    for quote in ("the area of Boulil near Deir ez-Zor", "the area of Boulil"):
        assert one(text, quote).part_of == "region:SY.07"


def test_what_lies_outside_a_town_is_not_the_town() -> None:
    found = one("In Syria shells hit the rebel enclave outside Damascus.", "Damascus")
    assert (found.name, found.precision) == ("Damascus", "relative")
    assert one("In Syria buses arrived near Aleppo, which the army holds.", "Aleppo").precision == "settlement"


def test_the_district_of_a_quarter_is_the_quarter() -> None:
    found = one(
        "In Syria rebels took the southern district of Ramouseh in Aleppo.", "the southern district of Ramouseh"
    )
    assert (found.name, found.relation) == ("Ramouseh", None)


def test_it_is_no_capital_that_somebody_is_accused_in() -> None:
    text = "Turkish jets bombed Afrin in Syria. Ankara accused Washington of backing the militia that controls it."
    assert read(text, "it")[0][0].place is None or one(text, "it").name == "Afrin"


def test_a_town_that_words_before_it_describe_is_that_town() -> None:
    text = "In Syria shells hit the Maari town of Binnish and the Sarri quarter of Binnish."
    assert one(text, "the Maari town of Binnish").name == "Binnish"
    assert one(text, "the Sarri quarter of Binnish").name == "Sarri"


@pytest.mark.parametrize(
    ("text", "quote", "town"),
    [
        ("Lorries were stopped at a checkpoint of the Lisk Front near Deir ez-Zor.", "a checkpoint of the Lisk Front near Deir ez-Zor", "Deir ez-Zor"),
        ("Lorries were stopped at a Lisk Front checkpoint near Deir ez-Zor.", "a Lisk Front checkpoint near Deir ez-Zor", "Deir ez-Zor"),
        ("Deir ez-Zor is besieged. Lorries were stopped at a checkpoint of the Lisk Front.", "a checkpoint of the Lisk Front", None),
    ],
)  # fmt: skip
def test_somebodys_checkpoint_is_no_place_of_his_name(text: str, quote: str, town: str | None) -> None:
    whose = text.index("Lisk Front")
    asked = PlaceMention(span=Span(text.index(quote), text.index(quote) + len(quote)), sure=True)
    found = resolve_places(text, [asked], GAZETTEER, actors=[Span(whose, whose + len("Lisk Front"))]).resolutions[0]
    assert (found.place.name if found.place else None, found.reason) == (town, None if town else "description")


@pytest.mark.parametrize("heading", ["Palmyra", "Palmyra, Homs"])
def test_a_line_is_at_the_town_that_heads_it(heading: str) -> None:
    text = (
        "- Deir ez-Zor: The militia have besieged Deir ez-Zor since May. In Deir ez-Zor bread has run out.\n"
        "- Raqqa: Raqqa was retaken.\n"
        f"- {heading}: the garrison is encircled. On Saturday the airbase was shelled."
    )
    found = one(text, "the airbase")
    assert "Palmyra" in found.name or "Tadmur" in found.name, found.name


@pytest.mark.parametrize("quote", ["Palmyra road", "Homs - Palmyra road"])
def test_a_road_has_both_its_ends_where_its_phrase_is_cut(quote: str) -> None:
    assert one("Homs - Palmyra road: cut since Monday. The Damascus road: open.", quote).name == "road Homs–Palmyra"
    assert one("Homs, Syria. The Damascus road: open.", "Damascus road").name == "Damascus"


def test_a_ward_is_a_quarter_of_its_town_and_of_a_hospital_none() -> None:
    text = "Palmyra fell. The Ziri ward was bombed, and the maternity ward of the hospital."
    assert one(text, "The Ziri ward").part_of == one(text, "Palmyra").id
    assert read(text, "the maternity ward")[0][0].place is None
