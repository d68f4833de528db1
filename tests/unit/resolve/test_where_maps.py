"""What would put a deed on the wrong place of a map, or on none, each told in words of our own."""

from __future__ import annotations

import pytest

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places

GAZETTEER = Gazetteer.open()


def told(text: str, *quotes: str) -> list[Resolution]:
    starts = [text.index(quote) for quote in quotes]
    asked = [PlaceMention(span=Span(s, s + len(q)), sure=True) for s, q in zip(starts, quotes, strict=True)]
    return list(resolve_places(text, asked, GAZETTEER).resolutions)


def place(text: str, *quotes: str) -> Place:
    found = told(text, *quotes)[-1]
    assert found.place is not None, found.reason
    return found.place


# -- whose something is, and where it is


@pytest.mark.parametrize("sent", ["a U.S. diplomatic compound", "a U.S. Marine barracks", "the U.S. patrol"])
def test_what_a_state_has_abroad_is_not_in_it(sent: str) -> None:
    found = told(f"Gunmen attacked {sent} in Beirut, Lebanon.", sent)[0].place
    assert found is None or found.country == "LB"


def test_fighters_are_not_where_their_backers_are() -> None:
    text = "The U.S.-backed fighters marched on Raqqa in Syria. An Iran-backed group is in Homs."
    assert [found.place for found in told(text, "The U.S.-backed fighters", "An Iran-backed group")] == [None, None]


def test_a_country_s_capital_is_a_city() -> None:
    text = "A fire killed dozens at a shelter in Yemen's capital. Rebels hold much of Yemen."
    assert place(text, "a shelter in Yemen's capital").name == "Sanaa"
    assert place("Shells fell on Syrias capital. Syria is at war.", "Syrias capital").name == "Damascus"


def test_who_holds_a_town_is_not_the_town() -> None:
    text = "They came from the Yemen government-held southern city of Aden on Tuesday."
    assert place(text, "the Yemen government-held southern city of Aden").name == "Aden"


def test_a_prison_is_in_the_land_whose_it_is_and_a_base_is_not() -> None:
    text = "He was held in a French jail. She fled a Syrian town. Shells hit an Israeli base."
    jail, town, base = told(text, "a French jail", "a Syrian town", "an Israeli base")
    assert (jail.place and jail.place.id, town.place and town.place.id) == ("country:FR", "country:SY")
    assert base.place is None


def test_a_continent_s_largest_country_is_one_of_its_countries() -> None:
    assert told("It is war in Africa's most populous nation.", "Africa's most populous nation")[0].place is None


# -- names


def test_a_longer_name_is_not_the_town_that_it_begins_with() -> None:
    text = "In Colombia they fought in Jardin de los Zorbos, in Mesetas municipality."
    found = place(text, "Jardin de los Zorbos")
    assert (found.name, found.country) == ("Jardin de los Zorbos", "CO")
    assert found.latitude == pytest.approx(3.38, abs=0.1)
    paso = "Nicaragua: a raid hit El Paso Zorbino, Somotillo, Chinandega department. In Nicaragua it was calm."
    assert place(paso, "El Paso Zorbino, Somotillo, Chinandega department").country == "NI"


def test_a_square_named_like_a_famous_one_is_in_the_town_told_of() -> None:
    text = "Iraq: crowds filled Baghdad. They clashed near the capital's Tahrir Square, in Iraq."
    assert place(text, "near the capital's Tahrir Square").country == "IQ"
    assert place("Egypt: crowds filled Cairo's Tahrir Square.", "Cairo's Tahrir Square").id.startswith("supplement:")


def test_a_quarter_told_before_is_no_province_of_its_name() -> None:
    text = "Syria: shells hit Salah Eddin neighborhood in Aleppo. A day before, Salah Eddin neighborhood | was hit."
    first = text.index("Salah Eddin neighborhood in")
    second = text.index("Salah Eddin neighborhood |")
    spans = [Span(first, first + 34), Span(second, second + 24)]
    asked = [PlaceMention(span=span, sure=True) for span in spans]
    found = [r.place for r in resolve_places(text, asked, GAZETTEER).resolutions]
    assert [at and (at.country, at.precision) for at in found] == [("SY", "part"), ("SY", "part")]


def test_the_words_behind_a_quarter_s_name_say_of_which_town_it_is() -> None:
    text = "Colombia: people were tortured in Ciudad Zorba, a hillside neighborhood of Cali."
    assert place(text, "Ciudad Zorba").part_of == "geonames:3687925"
    suburb = "Zimbabwe: she was held in Harare, in the city's leafy suburb of Zorbdale."
    assert place(suburb, "the city's leafy suburb of Zorbdale").admin1 == "ZW.10"
    later = "Syria: houses burned in Zorbiya. All fled Zorbiya in Homs. Syria is at war."
    assert place(later, "Zorbiya").part_of == "geonames:169577"


def test_a_school_lies_in_the_town_behind_its_comma() -> None:
    text = "Nigeria: gunmen raided Jangebe. They took pupils of Zorba Secondary School, Kankara, Katsina, in Nigeria."
    assert place(text, "Zorba Secondary School").latitude == pytest.approx(11.93, abs=0.1)


# -- words that point back


def test_the_country_is_where_a_report_was_written_until_it_names_another() -> None:
    text = "SAN SALVADOR, 1 NOV 89 -- The army seized guns in the east of the country. Talks were held in Costa Rica."
    assert place(text, "the east of the country").country == "SV"
    beirut = "BEIRUT (Reuters) - Shells hit Homs in Syria, and towns across the country. Syria and Russia deny it."
    assert place(beirut, "the country").country == "SY"


def test_here_is_the_town_of_the_dateline_unless_somebody_says_it() -> None:
    text = "AYACUCHO, Peru (EFE) -- A mayor was shot here today. “They shot people here | too,” a man in Lima said."
    assert place(text, "here").name == "Ayacucho"
    assert told(text.replace("shot here today", "shot"), "here")[0].place is None


def test_a_small_town_is_no_capital() -> None:
    text = "Colombia: men came to Zorba Bello, 300 km north of Bogota. They burned the small town."
    named, small = told(text, "Zorba Bello", "the small town")
    assert named.place is not None
    assert small.place == named.place
    assert told("Colombia: they fled Bogota. They burned the small town.", "the small town")[0].place is None


def test_a_town_that_is_named_later_is_not_where_the_text_is() -> None:
    text = "Salvador: shells fell in San Miguel and its Santa Zorba neighborhood. In Ilobasco they fought. Ilobasco is"
    text = f"{text} held. Rebels came to Ilobasco. El Salvador is at war, Ilobasco too."
    assert place(text, "Santa Zorba neighborhood").latitude == pytest.approx(13.48, abs=0.05)
    hotel = "USA: girls were hurt outside the hotel on Tuesday, police in Wisconsin said. Later crowds met in Chicago."
    assert told(hotel, "the hotel")[0].place is None


def test_a_building_is_left_behind_with_its_town() -> None:
    text = (
        "Nigeria: gunmen raided a girls' school, the Zorba School, in Chibok. Years later they came to Dapchi in Nigeria. "
        "Guards fled the school."
    )
    assert place(text, "the Zorba School, in Chibok", "the school").latitude == pytest.approx(12.5, abs=0.1)


def test_an_airport_can_be_the_air_base_told_of() -> None:
    text = "Syria: they took Tabqa air base. Raqqa was quiet. All have left the airport, Syria says."
    assert place(text, "Tabqa air base", "the airport").part_of == place(text, "Tabqa air base").part_of


# -- edges and sides


@pytest.mark.parametrize(
    "edge", ["the Syrian capital's outskirts", "the Syrian capitals outskirts", "the city's outskirts", "its eastern suburbs"]
)  # fmt: skip
def test_whose_outskirts_they_are(edge: str) -> None:
    found = place(f"Syria: shells hit Damascus while the army pressed on to crush rebels in {edge}.", edge)
    assert (found.name, found.precision) == ("Damascus", "relative")


def test_a_side_of_a_city_stays_inside_of_it() -> None:
    text = "Syria: bombs fell on rebel-held districts in the east of the city of Aleppo."
    found = place(text, "rebel-held districts in the east of the city of Aleppo")
    assert (found.name, found.precision) == ("eastern Aleppo", "part")
    assert place("Two died in the northern end of Homs in Syria.", "the northern end of Homs").relation == "northern"


def test_a_side_that_nothing_is_said_of_is_that_of_the_city_or_of_the_country() -> None:
    city = "Syria: bombs fell on the east of the city of Aleppo. The army holds the west."
    assert place(city, "the west").name == "western Aleppo"
    land = "Nigeria: gunmen raided Chibok. Attacks in the northeast went on. Nigeria is at war."
    assert place(land, "the northeast").words == "northeastern Nigeria"


def test_a_nearby_town_is_itself_and_a_camp_nearby_is_not() -> None:
    text = "Syria: in nearby Homs it was calm. Shells hit the nearby city of Hama and a camp nearby Idlib."
    assert [place(text, q).precision for q in ("nearby Homs", "the nearby city of Hama")] == ["settlement"] * 2
    assert place(text, "a camp nearby Idlib").precision == "relative"


def test_land_by_a_town_is_near_the_town() -> None:
    text = "Families live in eastern Syria near the city of Homs, Syria says."
    assert place(text, "eastern Syria near the city of Homs").words == "near Homs"


@pytest.mark.parametrize("owner", ["Aleppo's", "Aleppo’s", "Aleppos"])
def test_a_town_s_quarter_is_no_more_than_a_part_of_it(owner: str) -> None:
    found = place(f"Syria: rockets hit {owner} Zorbiya neighborhood. Homs was calm.", f"{owner} Zorbiya neighborhood")
    assert (found.name, found.part_of) == ("Zorbiya", "geonames:170063")


def test_a_country_s_village_is_somewhere_in_it() -> None:
    text = "Rockets hit Syria's Zorbina village. In Homs it was calm. Syria is at war."
    assert place(text, "Syria's Zorbina village").part_of == "country:SY"
    region = "Rockets hit Homs province's Zorbina village in Syria. Syria is at war. Homs is in Syria."
    assert place(region, "Homs province's Zorbina village").admin1 == "SY.11"


def test_an_article_makes_another_name_of_it() -> None:
    text = (
        "CARACAS, 3 MAY (DPA) -- Soldiers shot men in El Amparo on the border with Colombia, Venezuela said. Venezuela"
    )
    found = told(f"{text} denies it.", "El Amparo on the border with Colombia")[0].place
    assert found is None or found.country != "BR"


def test_what_a_town_has_is_in_its_country() -> None:
    text = "Syria: rebels shelled Aleppo's Salah Eddin. Syria is at war."
    assert place(text, "Aleppo's Salah Eddin").country == "SY"


def test_a_town_in_the_country_around_a_city_is_not_in_the_city() -> None:
    found = place("In Syria raids hit the town of Zorbin in rural Idlib.", "the town of Zorbin in rural Idlib")
    assert (found.name, found.precision, found.part_of) == ("Zorbin", "region", "region:SY.12")


def test_an_airport_is_in_the_country_that_its_words_name() -> None:
    text = "Lebanon: Beirut was hit. A man was held at the Frankfurt airport in Germany. Beirut is in Lebanon."
    assert place(text, "the Frankfurt airport in Germany").country == "DE"


def test_west_of_a_city_is_no_side_of_it() -> None:
    text = "Syria: they fled to the land north and west of Aleppo. Aid came to those in the north. Syria is at war."
    assert place(text, "the north").name == "northern Syria"


def test_the_unit_behind_a_village_says_where_it_lies() -> None:
    text = "NIGERIA. Men raided Qorvella village, in the Maru local government area of Zamfara state. Lagos was calm."
    found = place(text, "Qorvella village")
    assert (found.name, found.admin1, found.precision) == ("Qorvella", "NG.57", "part")
    assert found.radius_km == pytest.approx(25)


def test_a_namesake_in_the_unit_that_is_told_is_meant() -> None:
    text = "A patrol was hit in the hamlet of El Mango, in the municipality of Argelia, in Cauca, Colombia."
    found = place(text, "the hamlet of El Mango")
    assert (found.country, found.admin1) == ("CO", "CO.09")


def test_what_a_sentence_opens_with_holds_a_village_that_no_gazetteer_has() -> None:
    text = "Colombia: calm in Cali. In Jamundi, Valle del Cauca, a bomb went off in the village of Zorbeles."
    assert place(text, "the village of Zorbeles").latitude == pytest.approx(3.26, abs=0.05)
    text = "Gondar is quiet. In Oromia, gunmen killed eight people in the Qorvi zone. Bahir Dar and Lalibela are calm."
    assert place(text, "the Qorvi zone").admin1 == "ET.51"
    text = (
        "QUITO, Ecuador. Guayaquil is calm. MEXICO - In the state of Guerrero, men attacked the hamlet of Zorbavista."
    )
    assert place(text, "the hamlet of Zorbavista").admin1 == "MX.12"


def test_a_heading_on_the_line_holds_a_quarter() -> None:
    text = "Marib: strikes all night\nTaiz: a girl was shot in the Qorvi neighbourhood\nMarib: calm by noon"
    assert place(text, "the Qorvi neighbourhood").latitude == pytest.approx(13.58, abs=0.05)


def test_a_nearby_town_is_near_the_one_just_named() -> None:
    text = "Eight died in Guayaquil, Ecuador, and two police officers in the nearby town of Zorbol."
    found = place(text, "the nearby town of Zorbol")
    assert (found.admin1, found.precision) == ("EC.10", "part")


def test_a_part_of_a_longer_name_is_no_town_of_a_land_far_off() -> None:
    text = (
        "Nigeria: on Wednesday gunmen killed farmers in Malam Zorbanti, near Baga, Borno state, 190 km from Maiduguri."
    )
    assert place(text, "Malam Zorbanti, near Baga").country == "NG"
    text = "TRIPOLI, Libya. Fighters took a barracks in the Yarmouk area, 10 km from the centre. Gharyan fell, and Misrata."
    found = told(text, "the Yarmouk area")[0]
    assert found.place is None or found.place.country == "LY"


def test_here_is_the_town_of_the_dateline() -> None:
    text = "MARAWI CITY - A bomb went off in the gymnasium of Mindanao State University here on Sunday, police said."
    found = place(text, "the gymnasium of Mindanao State University here")
    assert (found.name, found.precision) == ("Marawi City", "part")


def test_a_bank_is_that_of_a_river() -> None:
    text = "Shells hit Kherson. On the opposite bank of the Dnipro, Ukrainian forces struck a depot near Oleshky."
    found = told(text, "the opposite bank of the Dnipro")[0]
    assert found.place is None or found.place.name != "Dnipro"


def test_the_area_is_not_where_a_body_sits() -> None:
    text = (
        "Gunmen raided Dansadau in Zamfara, Nigeria. A police spokesman in Abuja confirmed the raid. "
        "Soldiers were sent to the area."
    )
    assert place(text, "the area").name != "Abuja"


def test_a_government_that_speaks_is_not_the_town() -> None:
    text = (
        "Russian forces said that they held Soledar, but Kyiv said its troops were still there. "
        "The head of the group said his men had taken the town."
    )
    assert place(text, "the town").name == "Soledar"


def test_what_is_named_only_later_is_not_the_city_however_often() -> None:
    text = (
        "Iraqi forces took the main compound in Falluja, the army said. Police raised the flag above it while others "
        "surrounded the hospital, and militants still held districts in the north. More than six thousand families left "
        "on Thursday alone, fleeing towards Amiriyat al-Falluja, where a relief agency said that it had run out of tents "
        "and of water, that the heat had killed the old and that many slept under the sky without any cover at all. "
        "The group, which seized the city in January 2014, still holds Mosul. Planes struck Mosul. Troops near Mosul "
        "moved up. Mosul waits."
    )
    assert place(text, "the city").name == "Fallujah"


def test_where_the_wounded_were_taken_is_not_the_area() -> None:
    text = (
        "Gunmen raided Dansadau in Zamfara, Nigeria. Five were taken to a hospital in Gusau. Troops went to the area."
    )
    assert place(text, "the area").name != "Gusau"


def test_heights_that_overlook_a_town_are_near_it() -> None:
    text = "Syria: rebels took the heights overlooking Homs and a ridge above Hama."
    assert place(text, "the heights overlooking Homs").precision == "relative"
    assert place(text, "a ridge above Hama").precision == "relative"
