"""Places that are told in uncommon ways: by a longer name, a side, a distance in words, what holds them."""

from __future__ import annotations

import pytest
from where_read import one, read

from situate.model.distance import distance_km
from situate.model.place import Place


def off(place: Place, latitude: float, longitude: float) -> float:
    assert place.latitude is not None
    assert place.longitude is not None
    return distance_km(place.latitude, place.longitude, latitude, longitude)


@pytest.mark.parametrize(
    ("text", "quote", "name", "country"),
    [
        ("Colombia: they held Cerro Lima, north of Toribio.", "Cerro Lima, north of Toribio", "Cerro Lima", "CO"),
        (
            "Congo: a shell hit the Lac Zorb neighbourhood of Goma.",
            "the Lac Zorb neighbourhood of Goma",
            "Lac Zorb",
            "CD",
        ),
        ("Cameroon: they hit Mayo-Sava on Monday.", "Mayo-Sava", "Mayo-Sava", "CM"),
        ("Myanmar: fire in Zorba Bogo Su village.", "Zorba Bogo Su village", "Zorba Bogo Su", "MM"),
        ("Pakistan: a blast in Hyderabad Colony, Karachi.", "Hyderabad Colony, Karachi", "Hyderabad Colony", "PK"),
        ("Syria: shells on Greater Homs.", "Greater Homs", "Homs", "SY"),  # what says how much of it is no name
        ("Syria: the Homs-Hama highway was cut.", "the Homs-Hama highway", "road Homs–Hamah", "SY"),
        ("Bangladesh: they came to Cox's Bazar.", "Cox's Bazar", "Cox’s Bāzār", "BD"),
    ],
)
def test_a_name_is_not_cut_from_a_longer_one(text: str, quote: str, name: str, country: str) -> None:
    found = one(text, quote)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("Chad: jets hit islands on the Nigerian side of Lake Chad.", "the Nigerian side of Lake Chad", "NG"),
        (
            "Congo: shells fell on Goma. On the Rwandan side, two fell in the Zorba district.",
            "the Zorba district",
            "RW",
        ),
        ("Congo: shells fell on Goma. Two more fell in the Zorba district.", "the Zorba district", "CD"),
        ("They crossed from La Victoria, in the Venezuelan state of Apure, to Colombia.", "La Victoria", "VE"),
        ("Pakistani jets hit Barmal, Paktika. Pakistan and Afghanistan talk.", "Barmal, Paktika", "AF"),
        ("Iran and Afghanistan: they met in Qalat, capital of Zabul.", "Qalat", "AF"),
        (
            "ZAGREB, Croatia - They fought in Mostar, Bosnia. Zagreb said it had left the Bosnian town.",
            "the Bosnian town",
            "BA",
        ),
        ("Troops fled Homs. Others left Tyre. Ships shelled the Lebanese city. Syria!", "the Lebanese city", "LB"),
    ],
)
def test_whose_land_a_place_is_on(text: str, quote: str, country: str) -> None:
    assert one(text, quote).country == country


def test_a_town_of_a_land_of_which_none_is_told() -> None:
    assert read("Syria: troops fled Homs. The army left the Lebanese city.", "the Lebanese city").place is None


@pytest.mark.parametrize(
    ("text", "quote", "where", "km"),
    [
        ("Bosnia: they took the village of Zorba Gora, five miles from Travnik.", "the village of Zorba Gora", (44.23, 17.67), 10),
        ("Congo: it came to Kiwanja. Men were shot in Zorbizi, about forty kilometres further north.", "Zorbizi", (-0.78, 29.44), 25),
        ("Bosnia: they came to Gorazde. Guns pounded the Zorba hills, seven miles to the southeast.", "the Zorba hills",
         (43.6, 19.08), 15),
        ("Nigeria: lorries came to a camp 100 kilometres north-east of Maiduguri.", "100 kilometres north-east of Maiduguri",
         (12.5, 13.8), 30),
        ("Congo: they fought on the hills overlooking Bunia on Monday.", "the hills", (1.56, 30.25), 25),
        ("Congo: the road from Sake to Minova was cut.", "the road from Sake to Minova", (-1.64, 29.03), 15),
        ("Colombia: they fought in the rural area of Tame, in Arauca.", "the rural area of Tame", (6.46, -71.74), 45),
        ("Pakistan: in South Waziristan's Wana, elders met.", "South Waziristan's Wana", (32.3, 69.57), 10),
        ("Angola: shells on Kuito. Kuito burned. The government held Luena and the airport.", "the airport", (-11.78, 19.92), 20),
        ("Ukraine: they fought along the Kupiansk-Svatove line.", "the Kupiansk-Svatove line", (49.56, 37.89), 35),
    ],
)  # fmt: skip
def test_how_far_and_by_what(text: str, quote: str, where: tuple[float, float], km: float) -> None:
    assert off(one(text, quote), *where) <= km


def test_the_district_of_a_town_is_a_part_of_it_with_its_own_name() -> None:
    found = one("Syria: shells on the Zorba district of Homs.", "the Zorba district of Homs")
    assert (found.name, found.part_of) == ("Zorba", "geonames:169577")
    assert one("Syria: shells on the Waer district of Homs.", "the Waer district of Homs").name == "Al-Waer"
    found = one("Colombia: in Saravena, a man was shot in the Las Flores district.", "the Las Flores district")
    assert found.part_of == "geonames:3668257"


def test_mountains_are_no_part_of_the_town_told_before() -> None:
    text = "Iraq: a bomb went off in Baghdad. They hit a post in the Zorvin mountains. A blast hit the Salm bridge."
    assert one(text, "the Zorvin mountains").precision == "country"
    assert one(text, "the Salm bridge").precision == "part"


def test_a_river_is_no_city_called_so() -> None:
    assert one("Ukraine: they fled across the Dnipro on Monday.", "the Dnipro").precision == "country"
    assert one("Ukraine: they fled to Dnipro on Monday.", "Dnipro").precision == "settlement"


def test_the_other_side_of_a_river_is_not_the_land_there() -> None:
    assert (
        read("Ukraine: a drone hit Izmail, across the river from Romania.", "across the river from Romania").place
        is None
    )


def test_namesakes_in_land_that_is_no_region() -> None:
    text = "Philippines: a man was shot in Parang, {}. All is calm in Manila."
    west, east = (one(text.format(land), "Parang") for land in ("Sulu", "Maguindanao"))
    assert west.longitude is not None
    assert east.longitude is not None
    assert west.longitude < 122 < east.longitude


def test_a_thing_of_a_town_is_no_town_abroad() -> None:
    found = read("Bosnia: tanks in Mostar hit the Old Bridge.", "the Old Bridge").place
    assert found is None or found.country == "BA"


@pytest.mark.parametrize(
    ("text", "quote", "name", "country"),
    [
        ("Syria: a fight in the Zorbasir sub-district of Homs.", "the Zorbasir sub-district of Homs", "Zorbasir", "SY"),
        ("Ukraine: a fight near Zorbivka (Kharkiv region).", "near Zorbivka (Kharkiv region)", "Zorbivka", "UA"),
        ("Sudan: it spread from Nyala to Zorb Kheir, a western suburb.", "Zorb Kheir", "Zorb Kheir", "SD"),
        ("Somalia: they left Beledweyne and came to Zorb Gaal, 12 km away.", "Zorb Gaal", "Zorb Gaal", "SO"),
        ("Iraq: in Sulaymaniyah, by Iran, a drone hit Arbat airport.", "Arbat airport", "Arbat", "IQ"),
    ],
)
def test_what_words_beside_a_name_say_of_where_it_is(text: str, quote: str, name: str, country: str) -> None:
    found = one(text, quote)
    assert (found.name, found.country) == (name, country)


def test_a_base_by_an_unknown_name_is_not_that_of_the_town_told_before() -> None:
    text = "Colombia: shells fell on Cali. Drones hit the base on Zorba Hill. They fled the base on Monday."
    assert read(text, "the base").place is None
    assert one(text.replace(" on Zorba Hill", ""), "the base").part_of is not None
    assert one(text.replace("Zorba Hill", "Friday"), "the base").part_of is not None


def test_the_suburbs_are_those_of_the_town_that_the_text_is_at() -> None:
    text = "BEIRUT - A bomb killed two in the southern suburbs of {} on Tuesday. Lebanon mourns."
    found = one(text.replace(" of {}", ""), "the southern suburbs")
    assert (found.name, found.precision) == ("Beirut", "relative")
    assert one(text.format("Tripoli"), "the southern suburbs of Tripoli").name == "Tripoli"
    assert read("Lebanon: they burned the countryside.", "the countryside").place is None


def test_an_end_of_a_road_far_abroad_is_a_namesake() -> None:
    text = "Burkina Faso: a mine went off on the Fada-Pama road. Titao in Burkina Faso was shelled. Chad is far."
    found = one(text, "the Fada-Pama road")
    assert (found.name, found.country) == ("Pama", "BF")


def test_a_name_in_a_region_is_no_town_of_another_land() -> None:
    assert one("Chad: rebels came to Miski in Tibesti.", "Miski").country == "TD"


def test_seas_and_lakes_are_no_states_on_their_shores() -> None:
    text = "Yemen: rockets hit a ship in the Red Sea{}, off Hodeidah."
    assert read(text.format(""), "the Red Sea").place is None
    assert one(text.format(" state"), "the Red Sea state").country == "SD"
    found = read("Congo: they held the hills above Lake Tanganyika.", "the hills above Lake Tanganyika").place
    assert found is None or found.precision == "country"


def test_nautical_miles() -> None:
    found = one(
        "Yemen: they hit a ship 60 nautical miles south-west of Hodeidah.", "60 nautical miles south-west of Hodeidah"
    )
    assert off(found, 14.8, 42.95) == pytest.approx(111, abs=3)


def test_an_island_is_no_town_inland_that_is_spelled_alike() -> None:
    found = read("Yemen: jets bombed Kamaran island.", "Kamaran island").place
    assert found is None or found.name == "Kamaran"


def test_what_a_town_is_told_to_be_says_in_which_land_it_is() -> None:
    found = read("Nicaragua shelled Las Vegas, a salient inside Honduras.", "Las Vegas").place
    assert found is None or found.country == "HN"
    assert one("Moscow, an ally of Syria, shelled Aleppo.", "Moscow").country == "RU"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ethiopia: they fought along the Baro river.", "the Baro river"),
        ("Ukraine: they crossed the river Dnipro.", "the river Dnipro"),
        ("Ukraine: a boat was hit on the Dnipro on Sunday.", "the Dnipro"),
    ],
)
def test_a_river_is_no_town_that_is_called_so(text: str, quote: str) -> None:
    found = read(text, quote).place
    assert found is None or found.precision == "country"


def test_a_town_that_is_called_like_a_river_is_one() -> None:
    assert one("Drones struck Dnipro on Sunday.", "Dnipro").precision == "settlement"
    bank = one("Ukraine: troops held the bank of the Dnipro river in Kherson region.", "the bank of the Dnipro river in Kherson region")  # fmt: skip
    assert bank.part_of == "region:UA.08"


@pytest.mark.parametrize("plant", ["nuclear power plant", "nuclear plant", "NPP"])
def test_a_nuclear_plant_lies_where_it_lies_and_not_in_the_town_of_its_name(plant: str) -> None:
    found = one(f"Shells landed near the Zaporizhzhia {plant} on Sunday.", f"near the Zaporizhzhia {plant}")
    assert off(found, 47.51, 34.58) < 1
    assert one("Shells hit a power plant in Zaporizhzhia.", "Zaporizhzhia").precision == "settlement"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("the Marib front", "Marib front"),
        ("the Bakhmut direction", "Bakhmut direction"),
        ("the Avdiivka sector", "Avdiivka sector"),
        ("the direction of Bakhmut", "the direction of Bakhmut"),
    ],
)
def test_a_front_is_before_its_town_and_not_in_it(words: str, title: str) -> None:
    found = one(f"They fought on {words} on Sunday.", words)
    assert (found.precision, found.words) == ("relative", title)
    assert (found.radius_km or 0) > 20


def test_a_front_in_a_town_is_a_part_of_it_and_a_town_on_a_front_is_itself() -> None:
    text = "Clashes broke out on the al-Tawila front in Khartoum."
    assert one(text, "the al-Tawila front in Khartoum").name == "Khartoum"
    text = "They attacked Robotyne on the Zaporizhzhia front."
    assert one(text, "Robotyne on the Zaporizhzhia front").name == "Robotyne"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Daraa", "geonames:170905"),
        ("Quneitra", "geonames:173334"),
        ("Daraa province", "region:SY.06"),
        ("Qamishli", "geonames:173377"),
        ("Maaret al-Numan", "geonames:167611"),
        ("Kabkabiya", "geonames:373198"),
        ("Taji", "supplement:taji"),
        ("Galgaduud", "region:SO.05"),
        ("Pinlebu", "supplement:pinlebu"),
        ("Boga", "supplement:boga"),
    ],
)
def test_usual_spellings_are_found(name: str, place: str) -> None:
    assert one(f"Gunmen killed five soldiers in {name} on Sunday.", name).id == place


@pytest.mark.parametrize(
    ("text", "quote", "name", "country"),
    [
        ("A grenade was thrown into the Paris bar in Bangui.", "the Paris bar in Bangui", "Paris bar", "CF"),
        ("They attacked the Jordan hospital in Baghdad.", "the Jordan hospital", "Jordan hospital", "IQ"),
        (
            "A bomb went off in a Damascus hospital in Syria.",
            "a Damascus hospital in Syria",
            "Damascus, hospital",
            "SY",
        ),
    ],
)
def test_a_venue_is_in_the_town_behind_it_whatever_it_is_called_after(
    text: str, quote: str, name: str, country: str
) -> None:
    found = one(text, quote)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the border between Chad and Sudan", "border of Chad and Sudan"),
        ("the Sudan-Chad border", "border of Chad and Sudan"),
        ("Mali's border with Niger", "border of Mali and Niger"),
        ("the Syrian-Turkish border", "border of Syria and Turkey"),
        ("the Thai-Myanmar border", "border of Myanmar and Thailand"),
    ],
)
def test_a_border_of_two_countries_told_from_neither_is_in_no_one_of_them(words: str, name: str) -> None:
    found = one(f"Gunmen killed five soldiers on {words} on Sunday.", words)
    assert (found.name, found.words, found.country, found.precision) == (name, name, None, "country")
    assert (found.radius_km or 0) > 500


def test_a_border_is_in_the_country_that_the_words_or_the_report_say_it_is() -> None:
    text = "Soldiers killed five men in northern Mali near the border with Niger."
    assert one(text, "northern Mali near the border with Niger").country == "ML"
    text = "N'Djamena in Chad was calm. Chad said five were killed on the border between Chad and Sudan."
    assert one(text, "the border between Chad and Sudan").country == "TD"
    assert read("They were killed close to the Turkish border.", "close to the Turkish border").place is None
