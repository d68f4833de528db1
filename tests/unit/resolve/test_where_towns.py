"""Which town "the city" is, what is no name of a place, and what stays relative."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places

GAZETTEER = Gazetteer.open()


def one(text: str, quote: str, *, title: str | None = None, actor: str | None = None) -> Resolution:
    start = text.index(quote)
    asked = PlaceMention(span=Span(start, start + len(quote)), sure=True)
    actors = [Span(text.index(actor), text.index(actor) + len(actor))] if actor else []
    return resolve_places(text, [asked], GAZETTEER, title=title, actors=actors).resolutions[0]


def test_a_town_that_only_says_near_what_is_not_the_city() -> None:
    found = one("Planes bombed Mariupol. A column was shelled near Zaporizhzhia. The city is cut off.", "The city")
    assert found.place is not None
    assert found.place.name == "Mariupol"


def test_a_headline_says_what_town_is_meant() -> None:
    text = "Civilians left the works in Mariupol. Those who came to Zaporizhzhia told of hunger. The city has no water."
    told = {title: one(text, "The city", title=title).place for title in (None, "Mariupol: evacuation")}
    assert [place and place.name for place in told.values()] == ["Zaporizhzhya", "Mariupol"]


def test_a_part_of_an_actor_s_name_is_no_place() -> None:
    text = "Troops reached Mariupol, where the Azov Regiment stood. The city held."
    found = one(text, "The city", actor="Azov Regiment")
    assert found.place is not None
    assert found.place.name == "Mariupol"
    assert one(text, "the Azov Regiment", actor="Azov Regiment").reason == "not_a_place"


@pytest.mark.parametrize("opening", ["Every", "Meanwhile the", "Both", "Nobody on the"])
def test_words_that_open_a_sentence_name_no_place(opening: str) -> None:
    found = one(f"The army holds Homs in Syria. {opening} road was cut.", f"{opening} road")
    assert found.place is None or opening.split()[0].lower() not in found.place.id


def test_the_country_of_planes_is_not_that_of_the_places() -> None:
    text = "Russian planes bombed Homs. Russian advisers came with Russian guns."
    assert max(resolve_places(text, [], GAZETTEER).countries.items(), key=lambda pair: pair[1])[0] == "SY"


@pytest.mark.parametrize(
    "quote", ["a hill near the base of Brigade 9", "near Brigade 9", "beside the military airport"]
)
def test_near_a_base_is_not_the_base(quote: str) -> None:
    text = "The army holds Homs and the base of Brigade 9. They took a hill near the base of Brigade 9, near Brigade 9."
    found = one(f"{text} They stood beside the military airport.", quote)
    assert found.place is not None
    assert found.place.precision == "relative"
    assert found.place.relation in {"near", "beside"}


@pytest.mark.parametrize(
    ("quote", "relation"),
    [("the two halves of the provincial capital", "halves"), ("the government-held area", "government-held area")],
)
def test_parts_keep_their_words(quote: str, relation: str) -> None:
    found = one(f"Fighters in Syria attacked Homs and {quote} was cut in two.", quote)
    assert found.place is not None
    assert (found.place.name, found.place.precision) == ("Homs", "part")
    assert relation in (found.place.relation or "")


def test_a_village_that_no_gazetteer_has_lies_by_the_town_that_the_text_gives() -> None:
    text = "They attacked al-Qazwaniyah on the north-western edge of Homs, Syria, and shelled the village."
    named, pointed = (one(text, quote).place for quote in ("al-Qazwaniyah", "the village"))
    assert named is not None
    assert (named.id, named.part_of) == ("local:qazwaniyah-homs", "geonames:169577")
    mentions = [
        PlaceMention(span=Span(text.index(q), text.index(q) + len(q)), sure=True)
        for q in ("al-Qazwaniyah", "the village")
    ]
    assert [r.place for r in resolve_places(text, mentions, GAZETTEER).resolutions] == [named, named]
    assert pointed != named  # nothing made the village yet


@pytest.mark.parametrize("quote", ["several sides", "both sides", "all districts"])
def test_sides_are_no_places(quote: str) -> None:
    assert one(f"Fighters attacked Homs in Syria from {quote} at dawn.", quote).reason == "description"


def test_an_old_city_lies_in_its_town() -> None:
    found = one("Iraqi forces in Mosul surrounded the Old City.", "the Old City")
    assert found.place is not None
    assert (found.place.id, found.place.precision) == ("local:old-mosul", "part")


def test_no_town_of_a_country_that_the_report_says_nothing_of() -> None:
    assert one("A plane bombed Mariupol and hit the Neptune swimming pool.", "the Neptune swimming pool").place is None


def test_hills_far_from_a_namesake_are_the_report_s_own() -> None:
    found = one("Fighting in Deir ez-Zor, Syria, went on in the Thardah hills.", "the Thardah hills")
    assert found.place is not None
    assert found.place.id == "local:thardah-deir-ez-zor"


def test_an_adjective_is_no_name_of_a_base() -> None:
    found = one("In Homs they took a Syrian military base.", "a Syrian military base")
    assert found.place is None or "local:syrian" not in found.place.id


def test_a_name_that_an_article_goes_on_is_not_its_end() -> None:
    text = "The death toll following the attack on Aqareb es Safi village in the Syrian Hama province reached 51."
    found = one(text, "Aqareb es Safi village")
    assert found.place is None or found.place.country == "SY"
    ended = one("He was born in Safi in Morocco.", "Safi").place
    assert ended is not None
    assert ended.country == "MA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aid came to Mariupol. Shells hit Mariupol.\n\nThe army hold Zaporizhzhia. The city fell in May.", "Zaporizhzhya"),
        ("Shells hit Mariupol. Mariupol lacks bread. (c) Zaporizhzhia. On 4 May, the army took the city.", "Zaporizhzhya"),
        ("Shells hit Mariupol. Mariupol lacks bread. Zaporizhzhia: the city has been shelled.", "Zaporizhzhya"),
        ("Shells hit Mariupol. Mariupol lacks bread. Aid came from Zaporizhzhia. The city has no water.", "Mariupol"),
        ("Hundreds fled from Zaporizhzhia. The city fell. Mariupol is calm, and Mariupol has bread.", "Zaporizhzhya"),
        ("The army hold Zaporizhzhia. The city fell in May, Mariupol Radio said. Mariupol Radio is close to it.", "Zaporizhzhya"),
    ],
)  # fmt: skip
def test_a_report_of_several_items_is_at_the_town_of_the_last(text: str, name: str) -> None:
    place = one(text, text[text.casefold().index("the city") :][:8], title="Mariupol: news").place
    assert place is not None
    assert place.name == name


def test_it_is_the_town_that_its_own_sentence_names_before_it():
    found = one("Calm was restored to Homs after the army cleared it of mines.", "it")
    assert found.place is not None
    assert found.place.name == "Homs"


def test_a_capital_that_acts_is_not_where_something_is() -> None:
    assert one("The minister said that Ankara would defeat the rebels there.", "there").place is None


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("A blast in Raqqa on Sunday left 13 dead.", "Raqqa"),  # another item begins
        ("People had fled to Raqqa on Sunday.", "Homs"),
        ("Raqqa had been quiet until then.", "Homs"),
    ],
)
def test_a_paragraph_with_a_day_of_its_own_begins_another_item(item: str, meant: str) -> None:
    text = f"Planes bombed Homs on Friday.\n\nHoms is besieged, and Homs is hungry.\n\n{item}\n\nThe town was shelled a week before."
    found = one(text, "The town")
    assert found.place is not None
    assert found.place.name == meant


@pytest.mark.parametrize("labels", ["", "Published: 2016-05-02\nOutlet: Lisk News\n\n"])
def test_the_town_of_the_dateline_is_not_the_city_while_another_is_told(labels: str) -> None:
    text = (
        labels
        + "DAMASCUS — Shells fell on Homs. "
        + "Nothing moved there. " * 25
        + "They took a market in the city's east."
    )
    found = one(text, "the city's east")
    assert found.place is not None
    assert found.place.name == "eastern Homs"


@pytest.mark.parametrize("road", ["the road between the city and Palmyra", "the road between Palmyra and the city"])
def test_a_road_between_a_town_with_a_name_and_one_told_before(road: str) -> None:
    found = one(f"The army holds Homs in Syria. It cut {road}.", road)
    assert found.place is not None
    assert found.place.name == "road Palmyra–Homs"


def test_how_many_live_in_a_city_is_no_name_of_it() -> None:
    found = one(
        "The army entered Homs in Syria. It holds most of the city of two million.", "most of the city of two million"
    )
    assert found.place is not None
    assert found.place.name == "Homs"
    assert found.place.relation == "most"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Iraqi forces entered Hit on Monday.", "Hit"),
        ("Iraqi forces, the officer said. Hit on Monday, they fled.", None),  # a capital of the sentence
        ("Iraqi forces struck Hit Squad on Monday.", None),
    ],
)
def test_a_town_by_an_everyday_word_inside_a_sentence(text: str, place: str | None) -> None:
    found = one(text, "Hit").place
    assert (found and found.name) == place


def test_names_of_a_land_with_letters_of_its_own_are_not_matched_by_sound() -> None:
    found = one("Turkey spoke for the rebels of Aleppo. Shells fell on Sukkari in Aleppo.", "Sukkari")
    assert found.place is None or found.place.country == "SY"


def test_how_long_a_border_is_says_not_how_far_off_it_lies() -> None:
    found = one(
        "The army of Myanmar fled. They hold Myanmar's 271-km border with Bangladesh.",
        "Myanmar's 271-km border with Bangladesh",
    )
    assert found.place is not None
    assert found.place.relation == "border with Bangladesh"


def test_a_village_of_two_words_is_no_region_that_the_second_names() -> None:
    found = one("Gunmen raided the village of Bakin Kogi in Nigeria's Plateau state.", "the village of Bakin Kogi")
    assert found.place is not None
    assert (found.place.name, found.place.id.split(":")[0]) == ("Bakin Kogi", "local")


def test_where_a_name_lies_makes_a_place_of_an_everyday_word() -> None:
    text = "At least 40 people died in Cabaret, north of Port-au-Prince, when gangs of Haiti stormed the town."
    found = one(text, "the town")
    assert found.place is not None
    assert found.place.name == "Cabaret"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Lorries reach Aleppo by the Damascus road. The mayor of Idlib said that his town was encircled.", "his town"),
        (
            "Aid came to Aleppo. Elders of Idlib and the militia agreed on a truce under which it lifted its ring round the town.",
            "the town",
        ),
    ],
)
def test_the_town_of_those_who_speak_is_theirs(text: str, quote: str) -> None:
    found = one(text, quote).place
    assert found is not None
    assert found.name == "Idlib"


def test_where_a_town_that_nobody_can_tell_was_named_since_the_camp_is_not_at_the_one_before() -> None:
    text = "Tankers came to Bamako through Sikasso in Mali. In the north, Santa Rosa is encircled. They shelled the camp again."
    assert one(text, "Santa Rosa").reason == "ambiguous"
    assert one(text, "the camp").place is None


@pytest.mark.parametrize("phrase", ["the road Homs - Palmyra", "the axis Homs–Palmyra"])
def test_a_road_is_named_by_its_ends_behind_the_word(phrase: str) -> None:
    found = one(f"In Syria, {phrase} is closed.", phrase).place
    assert found is not None
    assert found.name == "road Homs–Palmyra"


def test_a_village_of_whose_region_no_table_tells_can_lie_in_the_one_that_is_told() -> None:
    text = "Mali - Farabougou (Segou region): fighters hold the army camp. They remain in control of the village."
    for quote in ("Farabougou", "the village"):
        place = one(text, quote).place
        assert place is not None
        assert (place.id, place.precision) == ("supplement:farabougou", "settlement")


@pytest.mark.parametrize(
    "after", ["Kyiv did not confirm the fall of the city.", "Kyiv's forces hold the north of the city, he said."]
)
def test_a_capital_that_stands_for_its_government_is_not_the_city(after: str) -> None:
    found = one(f"In Ukraine, Russian troops reached Bakhmut on Monday. {after}", "the city").place
    assert found is not None
    assert found.name == "Bakhmut"


def test_the_town_near_which_a_sentence_fights_is_its_town() -> None:
    before = "Troops took Avdiivka. Avdiivka lies in ruins. Nobody is left in Avdiivka.\n\n"
    found = one(f"{before}They also attacked near Kupiansk and advanced west of the town.", "the town")
    assert found.place is not None
    assert found.place.name == "Kupyansk"
    found = one(f"{before}They also drove tanks from Kupiansk and shelled the town.", "the town")
    assert found.place is not None
    assert found.place.name == "Avdiivka"


def test_the_airport_of_a_sentence_that_opens_with_a_town_is_there() -> None:
    before = "Rebels hold Kunduz. All fled to the airport of Kunduz. Kunduz airport was shelled. "
    found = one(f"{before}In Kandahar, rockets struck the airport.", "the airport.")
    assert found.place is None or "kunduz" not in found.place.id


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Soldiers began a campaign in the state of Apure, across the river, and shot four men in El Ripialito.", "VE"),
        ("Talks were held in Venezuela, while fighters shot four men in El Ripialito.", "CO"),
        ("Fighters who had come from the state of Apure shot four men in El Ripialito.", "CO"),
    ],
)
def test_what_no_gazetteer_has_is_in_the_region_that_its_sentence_is_in(told: str, country: str) -> None:
    found = one(f"Arauca and Tame in Colombia are calm. The ELN holds Saravena and Bogotá. {told}", "El Ripialito")
    assert found.place is not None
    assert found.place.country == country
