"""Where: names, parts, local places, relations and descriptions, each in a short report of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from situate.model.distance import distance_km
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.locals import named_part
from situate.resolve.where.mentions import find_toponyms
from situate.resolve.where.report import LEAST_BELIEF, PlaceMention, PlaceReading, Resolution, resolve_places

GAZETTEER = Gazetteer.open()
SEED = Path(__file__).parents[4] / "shared/seed/deir-e-zor.jsonl"

# Two pockets of a city, one relieved: the structure of the reports that this is for, in words of our own.
POCKETS = (
    "Government troops reached Homs city on Friday, an army source in Syria said. "
    "They met allied soldiers at Brigade 62, a base on the outskirts of Homs city. "
    "Two pockets were left to the army: one in the city's west, fortified by the Brigade 62 garrison, "
    "and the second to the south, home to an army airbase. "
    "The airbase was shelled. Families in neighborhoods adjacent to the airport live on airdrops. "
    "Layla, who lives in the Zahriya neighborhood, saw soldiers. Later she left Zahriya for Damascus. "
    "The army holds land west of the city, and districts of the provincial capital."
)


def read(text: str, *quotes: str, sure: bool = True, ref: str | None = None) -> tuple[list[Resolution], PlaceReading]:
    mentions = [
        PlaceMention(span=Span(text.index(quote), text.index(quote) + len(quote)), sure=sure, ref=ref)
        for quote in quotes
    ]
    reading = resolve_places(text, mentions, GAZETTEER)
    return list(reading.resolutions), reading


def one(text: str, quote: str, **options: bool) -> Place:
    found = read(text, quote, **options)[0][0]
    assert found.place is not None, found.reason
    return found.place


def reason(text: str, quote: str, **options: bool) -> str | None:
    found = read(text, quote, **options)[0][0]
    assert found.place is None, found.place
    return found.reason


def test_a_city_and_its_province_are_told_apart() -> None:
    text = "Rebels in Syria took parts of Homs province on Monday but Homs city is calm, and in Homs shops opened."
    assert one(text, "Homs province").id == "region:SY.11"
    city = one(text, "Homs city")
    assert (city.id, city.precision, city.part_of) == ("geonames:169577", "settlement", "region:SY.11")
    assert read(text, "Homs shops")[0][0].place == city


@pytest.mark.parametrize("name", ["Deir e-Zor", "Deir a-Zor", "Deir Ezzor", "Deir ez-Zor", "Dayr az-Zawr"])
def test_transliterations_of_one_city(name: str) -> None:
    assert one(f"The Syrian army entered {name} city on Tuesday.", name).id == "geonames:170794"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("A court in Paris, Texas, heard him. Paris is small.", "Paris, Texas", "US"),
        ("Police in Aleppo, Syria, spoke.", "Aleppo, Syria", "SY"),
        ("Ukrainian troops held Sloviansk in the Donetsk region.", "the Donetsk region", "UA"),
        ("Turkeys Hatay province was hit.", "Turkeys Hatay province", "TR"),
        ("Syria's Idlib province was hit.", "Syria's Idlib province", "SY"),
        ("The U.S. sent planes. They left from US soil.", "US soil", "US"),
    ],
)
def test_countries_of_places(text: str, quote: str, expected: str) -> None:
    assert one(text, quote).country == expected


def test_what_follows_a_comma_holds_for_the_whole_report() -> None:
    text = "Paris has seen protests. Police in Paris, Texas, arrested a man."
    assert one(text, "Paris has").country == "US"


def test_the_report_decides_between_namesakes() -> None:
    syria = "In Syria, Tripoli was named by Syrian officials in Damascus. "
    libya = one("Libyan forces left Misrata and Benghazi in Libya and reached Tripoli.", "Tripoli")
    lebanon = one("Lebanese troops left Sidon and Beirut in Lebanon and reached Tripoli.", "Tripoli")
    assert (libya.country, lebanon.country) == ("LY", "LB")
    assert syria


def test_too_many_namesakes_are_ambiguous() -> None:
    found = read("The mayor of Springfield spoke in Springfield.", "Springfield")[0][0]
    assert found.place is None
    assert found.reason == "ambiguous"
    assert len(found.candidates) > 1
    assert all(candidate.score < LEAST_BELIEF for candidate in found.candidates)


def test_candidates_say_why() -> None:
    found = read("Syrian troops entered Aleppo, Syria, from Idlib.", "Aleppo")[0][0]
    assert found.candidates[0].place.name == "Aleppo"
    assert any("name" in reason for reason in found.candidates[0].reasons)
    assert any("SY" in reason for reason in found.candidates[0].reasons)


# -- two pockets ---------------------------------------------------------------------------------------------------


def test_the_pockets_of_a_city() -> None:
    places, reading = read(POCKETS, "one in the city's west", "the second to the south", "Brigade 62", "The airbase")
    west, south, base, air = (found.place for found in places)
    assert west is not None
    assert south is not None
    assert base is not None
    assert air is not None
    assert west.name == "Homs, western pocket"
    assert west.id == "local:homs-western-pocket"
    assert "southern" in south.name
    assert base.id == "local:brigade-62"
    assert air.id == "local:homs-airbase"
    pairs = {(one, two) for one, two, _ in reading.same_area}
    assert (west.id, base.id) in pairs
    assert (south.id, air.id) in pairs


def test_a_side_alone_is_the_pocket_of_which_one_in_tells() -> None:
    places, reading = read(POCKETS, "the city's west", "Brigade 62")
    west, base = (found.place for found in places)
    assert west is not None
    assert base is not None
    assert west.name == "Homs, western pocket"
    assert (west.id, base.id) in {(one, two) for one, two, _ in reading.same_area}
    other = POCKETS.replace("one in the city's west, fortified", "one in the west of the city, guarded")
    places, reading = read(other, "the west of the city", "Brigade 62")
    assert places[0].place is not None
    assert (places[0].place.id, base.id) in {(one, two) for one, two, _ in reading.same_area}
    alone = "Syrian troops shelled Homs. They fell in the city's west, fortified by the Brigade 62 garrison."
    assert one(alone, "the city's west").id == "local:homs-western"


def test_a_relation_that_says_where_a_base_lies_is_of_the_base() -> None:
    text = "Syrian troops reached Brigade 62{} the outskirts of Homs city besieged since May, in Homs."
    for words in ("—an army base on", ", a small military base on", " - a base that lies on"):
        places, _ = read(text.format(words), "Brigade 62", "the outskirts of Homs city")
        assert [found.place and found.place.id for found in places] == ["local:brigade-62"] * 2, words
    apart = read(text.format(" and shelled"), "Brigade 62", "the outskirts of Homs city")[0][1].place
    assert apart is not None
    assert apart.relation is not None


def test_the_neighbourhoods_on_one_side_of_a_city_are_that_side() -> None:
    text = "Syrian troops entered {} neighbourhoods of Homs on Friday."
    assert one(text.format("the western"), "the western neighbourhoods of Homs").id == "local:homs-western"
    some = one(text.format("several western"), "several western neighbourhoods of Homs")
    assert (some.id, some.precision) == ("geonames:169577", "part")
    assert one(text.format("the poor"), "the poor neighbourhoods of Homs").precision == "part"


def test_a_local_place_takes_its_parents_point_with_a_radius() -> None:
    base = one(POCKETS, "Brigade 62")
    city = one(POCKETS, "Homs city")
    assert base.part_of == city.id
    assert (base.latitude, base.longitude) == (city.latitude, city.longitude)
    assert base.precision == "part"
    assert base.basis == "parent"
    assert base.radius_km is not None
    assert base.radius_km >= 10


def test_neighborhoods_by_the_airport_are_named_after_it() -> None:
    place = one(POCKETS, "neighborhoods adjacent to the airport")
    assert "airport" in place.name
    assert place.precision == "relative"


def test_a_quarter_keeps_its_name_where_it_stands_alone() -> None:
    places, _ = read(POCKETS, "the Zahriya neighborhood", "Zahriya for Damascus")
    assert places[0].place is not None
    assert places[0].place.id == "local:zahriya-homs"
    alone = POCKETS.rindex("Zahriya")
    found = resolve_places(POCKETS, [PlaceMention(span=Span(alone, alone + 7), sure=True)], GAZETTEER)
    assert found.resolutions[0].place == places[0].place


def test_the_city_and_the_provincial_capital_point_back() -> None:
    assert one(POCKETS, "west of the city").id == "geonames:169577"
    assert one(POCKETS, "districts of the provincial capital").precision == "part"


def test_readings_do_not_depend_on_the_order_of_mentions() -> None:
    quotes = ["one in the city's west", "The airbase", "the Zahriya neighborhood", "Brigade 62"]
    forward = read(POCKETS, *quotes)[0]
    backward = read(POCKETS, *quotes[::-1])[0]
    assert forward == backward[::-1]


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("Brigade 137", "137th Brigade"),
        ("Al-Shifa Hospital", "Shifa"),
        ("al-Qasour", "Qasour"),
        ("Zamzam camp", "Zamzam"),
    ],
)
def test_ways_to_write_a_local_place_share_an_id(one_name: str, other: str) -> None:
    city = one(POCKETS, "Homs city")
    assert named_part(one_name, "site", city).id == named_part(other, "site", city).id


# -- relations and parts -------------------------------------------------------------------------------------------

NEWS = "Syrian troops fought near Aleppo and Idlib in Syria. "


@pytest.mark.parametrize(
    ("quote", "identifier", "precision", "relation"),
    [
        ("the southern outskirts of Aleppo", "geonames:170063", "relative", "outskirts of"),
        ("Aleppo and its outskirts", "geonames:170063", "settlement", None),
        ("near Aleppo", "geonames:170063", "relative", "near"),
        ("west of Aleppo", "geonames:170063", "relative", "west of"),
        ("eastern Aleppo", "local:aleppo-eastern", "part", "eastern"),
        ("northern Syria", "local:syria-northern", "country", "northern"),
        ("Aleppo airport", "local:aleppo-airport", "part", None),
        ("parts of Aleppo", "geonames:170063", "part", "parts of"),
        ("a rebel-held district of Syria's Aleppo city", "geonames:170063", "part", "district of"),
        ("areas in the east of Aleppo city", "geonames:170063", "part", "areas in the east of"),
        ("towns and villages in Aleppo", "geonames:170063", "part", "towns and villages in"),
        ("villages of Aleppo", "geonames:170063", "part", "villages of"),
        ("the cities of Aleppo and Idlib", "geonames:170063", "settlement", None),
        ("Idlib province near the border with Turkey", "region:SY.12", "region", None),
        ("the city of Aleppo near the border with Turkey", "geonames:170063", "settlement", None),
        ("parts of Idlib province", "region:SY.12", "region", "parts of"),
        ("the Aleppo suburb of Hraytan", "geonames:169303", None, None),
    ],
)
def test_relations_and_parts(quote: str, identifier: str, precision: str | None, relation: str | None) -> None:
    place = one(f"{NEWS}Shells fell on {quote} on Monday.", f"{quote} on Monday"[: len(quote)])
    if precision is not None:
        assert (place.id, place.precision, place.relation) == (identifier, precision, relation)
    else:
        assert place.country == "SY"


def test_of_two_states_in_a_row_none_lies_in_the_other_and_an_adjective_is_no_town() -> None:
    text = "Iraq, Iran and Turkey closed their borders. Iranian troops and Iraqi ones met."
    assert one(text, "Iraq").id == "country:IQ"
    assert reason("He bombed the Syrian opposition from its redoubts.", "its redoubts") is not None


def test_a_name_that_goes_on_with_an_article_is_no_other_town() -> None:
    text = f"{NEWS}Planes bombed the town of Orum al-Kubra in Syria."
    (resolution,), reading = read(text, "the town of Orum al-Kubra")
    assert "US" not in {r.place.country for _, r in reading.toponyms if r.place is not None}
    found = resolution.place
    assert found is None or found.country == "SY"


def test_a_village_is_no_city() -> None:
    assert (
        reason("Syrian troops fought near Aleppo. Shells fell on the village on Monday.", "the village")
        == "description"
    )
    assert one("Syrian troops fought near Aleppo. Shells fell on the city on Monday.", "the city").name == "Aleppo"


def test_the_west_of_a_place_is_inside_and_west_of_it_outside() -> None:
    text = f"{NEWS}In the west of Aleppo it was calm; it was not west of Aleppo."
    assert one(text, "the west of Aleppo").id == "local:aleppo-western"
    start = text.rindex("west of Aleppo")
    mention = PlaceMention(span=Span(start, start + 14), sure=True)
    found = resolve_places(text, [mention], GAZETTEER).resolutions[0].place
    assert found is not None
    assert found.precision == "relative"


def test_a_distance_moves_the_point_and_widens_it() -> None:
    city = one(f"{NEWS}Aleppo is calm.", "Aleppo")
    place = one(f"{NEWS}They stopped 50 km south of Aleppo.", "50 km south of Aleppo")
    assert place.latitude is not None
    assert place.longitude is not None
    assert city.latitude is not None
    assert city.longitude is not None
    assert distance_km(place.latitude, place.longitude, city.latitude, city.longitude) == pytest.approx(50, abs=1)
    assert place.latitude < city.latitude
    assert place.radius_km is not None
    assert place.radius_km >= 12
    assert place.basis == "relation"


def test_a_road_lies_between_its_ends() -> None:
    place = one(f"{NEWS}They cut the road from Aleppo to Damascus.", "the road from Aleppo to Damascus")
    assert place.name == "road Aleppo–Damascus"
    assert place.part_of == "country:SY"
    assert place.radius_km is not None
    assert place.radius_km > 100


def test_from_one_town_to_another_is_anywhere_between_them() -> None:
    place = one(f"{NEWS}They attacked a bus from Aleppo to Homs.", "from Aleppo to Homs")
    assert (place.name, place.words) == ("between Aleppo and Homs", "between Aleppo and Homs")
    assert (place.radius_km or 0) > 70


@pytest.mark.parametrize(
    "quote",
    [
        "a checkpoint on the Damascus-Aleppo highway near Saraqib",
        "the road from Aleppo to Damascus near Saraqib",
        "the Aleppo–Damascus road south of Saraqib",
    ],
)
def test_where_on_a_road_is_near_what_it_passes(quote: str) -> None:
    found = one(f"In Syria, rebels closed {quote} on Monday.", quote)
    assert (found.name, found.precision) == ("Saraqib", "relative")


@pytest.mark.parametrize("words", ["the airport at Kandahar", "the air base outside Kandahar", "the base in Kandahar"])
def test_a_facility_is_of_the_town_that_the_next_words_name(words: str) -> None:
    text = f"Rebels hold Kabul in Afghanistan. Shells hit {words} on Monday."
    place = one(text, " ".join(words.split()[:-2]))
    assert "Kandahar" in place.name


def test_the_end_of_a_longer_name_is_no_capital_abroad() -> None:
    text = (
        "Rebels shelled Kabul, Herat, Ghazni and Kunduz in Afghanistan. A bomb hit the Darul Aman area of the capital."
    )
    assert one(text, "the Darul Aman area of the capital").country == "AF"
    assert one("Shells fell in Syria, he said in Amman on Monday.", "Amman").country == "JO"


def test_a_name_with_a_persian_link_is_one_name() -> None:
    text = "Sheberghan, 130 km west of Mazar-i-Sharif, came under attack."
    assert one(text, "Mazar-i-Sharif").country == "AF"


def test_the_east_of_a_round_up_is_of_the_land_it_is_at() -> None:
    text = (
        "Jihadists shelled Gao, Timbuktu, Kidal and Ansongo in Mali. "
        "In Burkina Faso, rebels burned Djibo. Gunmen killed ten in the east."
    )
    assert one(text, "the east").country == "BF"
    assert one(OF_ONE_LAND + "He came from Amman. Shells fell in the east.", "the east").country == "SY"


OF_ONE_LAND = "Shells hit Homs, Hama, Aleppo, Idlib and Damascus in Syria. "


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("They burned houses in Kani and Zorbina villages.", "Kani and Zorbina villages"),  # a city in Japan
        ("They took the Juba and al-Zorbina districts of Homs province.", "the Juba"),  # a capital in Africa
        ("They shelled Blida in southern Lebanon.", "Blida"),  # a city in Algeria
        ("They were at the camp on the Niger river.", "the Niger river"),
    ],
)
def test_a_namesake_abroad_is_not_meant(words: str, quote: str) -> None:
    found = read(OF_ONE_LAND + words, quote)[0][0].place
    assert found is None or found.country in {"SY", "LB"}


def test_a_city_abroad_that_is_known_by_its_name_is_meant() -> None:
    assert one(OF_ONE_LAND + "Talks in Geneva go on.", "Geneva").country == "CH"
    assert one(OF_ONE_LAND + "He flew to Algiers, Lebanon and Iraq.", "Algiers").country == "DZ"
    assert one("Troops in Niger left Niamey for Agadez.", "Niger").id == "country:NE"


def test_a_base_abroad_stays_there_where_the_report_tells_of_that_land() -> None:
    text = "Shells hit Kherson, Kupiansk, Bakhmut and Sumy in Ukraine, and Bryansk. Drones hit the Engels air base."
    assert one(text, "the Engels air base").country == "RU"


def test_a_region_behind_a_road_is_none_of_its_ends() -> None:
    quote = "the Zinjibar-Zorbina road in Abyan"
    assert "Abyan" not in one(f"Shells fell in Aden in Yemen. They closed {quote}.", quote).name


def test_regions_by_their_common_names() -> None:
    assert one("Tribesmen in Yemen fought at Bayhan, in Shabwa.", "Shabwa").id == "region:YE.05"
    assert one("Gunmen in Burkina Faso burned a village in Yatenga province.", "Yatenga province").country == "BF"


def test_a_region_that_a_road_runs_in_says_not_where_on_it() -> None:
    quote = "the Aleppo-Damascus highway in Idlib province"
    assert one(f"In Syria, rebels closed {quote} on Monday.", quote).name != "Idlib"


@pytest.mark.parametrize("quote", ["the Aleppo-Damascus highway", "the Aleppo–Damascus road"])
def test_so_does_a_road_that_is_named_by_its_ends(quote: str) -> None:
    assert one(f"{NEWS}They cut {quote}.", quote).name == "road Aleppo–Damascus"


def test_a_road_of_one_name_with_a_dash_is_that_of_its_town() -> None:
    assert not one(f"{NEWS}They cut the al-Bab road.", "the al-Bab road").name.startswith("road")


def test_a_border_belongs_to_the_country_that_the_report_is_about() -> None:
    text = "Syrian troops in Syria left Aleppo and Idlib for Homs and reached the border with Iraq."
    place = one(text, "the border with Iraq")
    assert (place.country, place.precision) == ("SY", "country")
    assert "Iraq" in place.name


def test_a_name_of_another_place_far_off_is_the_quarter_of_this_town() -> None:
    text = "In Aleppo, Syria, shells hit the al-Midan neighborhood. Aleppo is in Syria."
    place = one(text, "the al-Midan neighborhood")
    assert place.part_of == "geonames:170063"


def test_a_quarter_with_the_name_of_a_province_abroad_is_the_quarter_of_this_town() -> None:
    place = one(
        "Shells hit the Salah Eddin neighborhood in Aleppo city.", "the Salah Eddin neighborhood in Aleppo city"
    )
    assert (place.part_of, place.country) == ("geonames:170063", "SY")


def test_a_gate_with_a_name_of_its_own_is_not_the_town_called_gate() -> None:
    text = "Troops stood at Bab Tadmor in Homs, Syria. Shells hit the town of Al-Bab."
    assert one(text, "Bab Tadmor in Homs").name == "Homs"
    assert one(text, "the town of Al-Bab").name == "Al-Bab"


# -- what has no place ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("They took it on Monday.", "it", "pronoun"),
        ("Troops moved in the north.", "the north", "description"),
        ("Rebels shelled a village.", "a village", "description"),
        ("Rebels shelled the city.", "the city", "description"),
        ("Rebels took Qwxyzabad.", "Qwxyzabad", "not_in_gazetteer"),
        ("Rebels took 12.", "12", "not_a_place"),
    ],
)
def test_what_cannot_be_resolved_has_its_reason(text: str, quote: str, expected: str) -> None:
    assert reason(text, quote) == expected


def test_an_unknown_name_is_a_place_only_where_the_reader_is_sure() -> None:
    text = "In Syria, Syrian troops took Aleppo and Qwxyzabad. Syria said so."
    assert one(text, "Qwxyzabad", sure=True).part_of == "country:SY"
    assert reason(text, "Qwxyzabad", sure=False) == "not_in_gazetteer"


def test_an_antecedent_resolves_a_description() -> None:
    text = "Syrian troops left Aleppo for Homs. They came back to it."
    start = text.index("it.")
    mention = PlaceMention(span=Span(start, start + 2), ref="Aleppo")
    assert resolve_places(text, [mention], GAZETTEER).resolutions[0].place == one(text, "Aleppo")


def test_it_and_there_mean_the_place_of_the_happening_told_last() -> None:
    text = "Syrian troops left Aleppo for Homs. They held it for a day. Nobody slept. Nobody came there. Syria said so."
    aleppo, homs, far = read(text, "Aleppo", "Homs", "there")[0]
    start = text.index("it for")
    mentions = [PlaceMention(span=Span(text.index(q), text.index(q) + len(q)), sure=True) for q in ("Aleppo", "Homs")]
    for sure in (True, False):
        found = resolve_places(text, [*mentions, PlaceMention(span=Span(start, start + 2), sure=sure)], GAZETTEER)
        assert found.resolutions[2].place == (homs.place if sure else None)
    assert aleppo.place is not None
    assert far.reason == "pronoun"  # two sentences on


def test_an_antecedent_is_not_the_airbase_of_its_city() -> None:
    text = "Syrian troops reached Homs airbase. Homs is calm. They held it."
    start = text.index("it.")
    mentions = [
        PlaceMention(span=Span(text.index("Homs airbase"), text.index("Homs airbase") + 12), sure=True),
        PlaceMention(span=Span(start, start + 2), ref="Homs"),
    ]
    airbase, antecedent = (found.place for found in resolve_places(text, mentions, GAZETTEER).resolutions)
    assert airbase is not None
    assert antecedent is not None
    assert (airbase.id, antecedent.id) == ("local:homs-airbase", "geonames:169577")


def test_the_capital_of_the_country_spoken_of() -> None:
    text = "Syrian troops left Aleppo and Homs in Syria. Calm came back to the Syrian capital."
    assert one(text, "the Syrian capital").name == "Damascus"
    text = "Troops left Aleppo and Homs in Syria. Fighters hold a corner of the capital of their so-called caliphate."
    assert reason(text, "the capital") == "description"


# -- recognition ---------------------------------------------------------------------------------------------------


def names(text: str) -> list[str]:
    return [toponym.name for toponym in find_toponyms(text, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pirates attacked a ship in the Gulf of Aden.", []),
        ("Pirates attacked a ship in the Gulf of Guinea.", []),
        ("Pirates attacked a ship in the port of Aden.", ["Aden"]),
    ],
)
def test_a_sea_is_not_the_land_that_it_is_named_after(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_name_does_not_begin_in_the_paragraph_above() -> None:
    assert names("Report of 28 May\n\nAleppo: the army took the town.") == ["Aleppo"]


def test_names_and_adjectives_are_found() -> None:
    found = find_toponyms("Syrian troops left Deir e-Zor for St. Louis and New York.", GAZETTEER)
    assert [(toponym.name, toponym.form) for toponym in found] == [
        ("Syrian", "adjective"), ("Deir e-Zor", "name"), ("St. Louis", "name"), ("New York", "name"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "George Washington spoke. Then Mr. Lincoln spoke.",
        "Most people agreed. Police came on Monday in March.",
        "The old city was calm.",
        "Tell us more about it.",
        "",
        "— 12 —",
    ],
)
def test_persons_and_everyday_words_are_no_toponyms(text: str) -> None:
    assert names(text) == []


def test_abbreviations_need_their_mark() -> None:
    assert names("He went to Charleston, W.Va., and to the U.S. and the UK.") == ["Charleston", "W.Va.", "U.S.", "UK"]


def test_a_hyphen_joins_two_countries() -> None:
    assert names("They met at the Syria-Turkey border.") == ["Syria", "Turkey"]


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    mentions = [PlaceMention(span=Span(0, len(text)), sure=True), PlaceMention(span=Span(0, 0))]
    one, two = (resolve_places(text, mentions, GAZETTEER) for _ in range(2))
    assert one == two
    for found in one.resolutions:
        assert (found.place is None) != (found.reason is None)
    for toponym, _ in one.toponyms:
        assert 0 <= toponym.span.start < toponym.span.end <= len(text)


@given(st.lists(st.sampled_from(POCKETS.split()), max_size=40))
@settings(max_examples=60, deadline=None)
def test_shuffled_words_never_break_it(words: list[str]) -> None:
    text = " ".join(words)
    spans = [Span(start, min(len(text), start + 25)) for start in range(0, len(text), 9)]
    reading = resolve_places(text, [PlaceMention(span=span, sure=True) for span in spans], GAZETTEER)
    for found in reading.resolutions:
        assert (found.place is None) != (found.reason is None)
        if found.place is not None:
            assert found.place.id != found.place.part_of
            assert (found.place.latitude, found.place.longitude) != (0, 0)


@pytest.mark.shared
def test_the_seed_report() -> None:
    if not SEED.exists():
        pytest.skip("the shared material is not beside the repository")
    report = json.loads(SEED.read_text(encoding="utf-8"))
    roles = [role for claim in report["claims"] for role in claim["roles"] if role["role"] == "place"]
    mentions = [PlaceMention(span=Span(role["start"], role["end"]), sure=True) for role in roles]
    reading = resolve_places(report["text"], mentions, GAZETTEER)
    places = [found.place for found in reading.resolutions if found.place is not None]
    assert len(places) >= 0.9 * len(mentions)
    assert {place.country for place in places} == {"SY"}
    ids = {place.id for place in places}
    assert {"local:brigade-137", "local:deir-ez-zor-western-pocket", "local:deir-ez-zor-southern-pocket"} <= ids
    assert ("local:deir-ez-zor-western-pocket", "local:brigade-137") in {pair[:2] for pair in reading.same_area}


def test_a_side_of_a_side_is_told_once_and_what_sort_of_town_it_is_is_no_part_of_it() -> None:
    assert (
        one(f"{NEWS}Shells fell on the western side of western Aleppo.", "the western side of western Aleppo").name
        == "western Aleppo"
    )
    place = one(f"{NEWS}The army of Syria took the desert city of Idlib.", "the desert city of Idlib")
    assert (place.name, place.precision, place.relation) == ("Idlib", "settlement", None)


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("west of", "west of Lisk"),
        ("road to", "road to Lisk"),
        ("countryside", "Lisk countryside"),
        ("vast majority", "Lisk (vast majority)"),
        (" ", "Lisk"),
        (None, "Lisk"),
    ],
)
def test_a_place_with_its_relation_reads_as_people_say_it(relation: str | None, words: str) -> None:
    assert Place(id="geonames:1", name="Lisk", relation=relation, precision="relative").words == words


def test_a_name_that_has_its_relation_does_not_say_it_twice() -> None:
    assert Place(id="local:part-of-geonames:1", name="Lisk, in parts", relation="parts").words == "Lisk, in parts"
    assert Place(id="local:a-b", name="road Lisk–Ostry", relation="road between").words == "road Lisk–Ostry"
    assert Place(id="geonames:1", name="Lisk", relation="road between").words == "road by Lisk"
