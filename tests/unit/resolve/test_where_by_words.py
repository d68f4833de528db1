"""Where the words beside a name put it, against what a gazetteer would make of it; and what descriptions point to."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places

GAZETTEER = Gazetteer.open()


def some(text: str, *quotes: str) -> tuple[Resolution, ...]:
    spans = (Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes)
    mentions = [PlaceMention(span=span, sure=True) for span in spans]
    return resolve_places(text, mentions, GAZETTEER).resolutions


def ids(text: str, *quotes: str) -> list[str | None]:
    """The id of each place, or the reason why none."""
    return [found.place.id if found.place is not None else found.reason for found in some(text, *quotes)]


# -- the countryside around a name --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "identifier"),
    [
        ("Zorbina village in the northern countryside of Raqqa province", "local:zorbina-ar-raqqah"),
        ("the village of Zorbina in Quneitra countryside", "local:zorbina-quneitra"),
        ("Zorbina area in the northwest countryside of Sweida", "local:zorbina-as-suwayda"),
        ("Zorbina village in Quneitra southern province", "local:zorbina-quneitra"),
        ("the outskirts of Zorbina town in Hama countryside", "local:zorbina-hama"),
        ("Zorbina village in the countryside of Azaz city", "local:zorbina-izaz"),
        ("the northern countryside of Raqqa province", "region:SY.04"),
        ("Hama countryside", "geonames:170017"),
    ],
)
def test_a_name_with_the_countryside_that_it_lies_in_is_not_that_countryside(quote: str, identifier: str) -> None:
    assert ids(f"In Syria, shells fell on {quote} yesterday.", quote) == [identifier]


def test_a_community_lies_in_the_state_behind_it() -> None:
    text = "Gunmen killed two in Zorbina community in Edo State, Nigeria."
    assert ids(text, "Zorbina community in Edo State") == ["local:zorbina-edo"]


# -- quarters of towns, and towns elsewhere of that name ------------------------------------------------------------


def test_a_quarter_of_a_town_is_no_town_elsewhere() -> None:
    text = (
        "In Syria, rockets hit al-Zahraa neighborhood in the city of Homs. One fell on the square in al-Zahraa"
        " neighborhood. Fighters stayed in al-Zahraa near Nubl, north of Aleppo."
    )
    quotes = (
        "al-Zahraa neighborhood in the city of Homs",
        "the square in al-Zahraa neighborhood",
        "al-Zahraa near Nubl",
    )
    assert ids(text, *quotes) == ["local:zahraa-homs", "local:zahraa-homs", "supplement:zahraa"]


@pytest.mark.parametrize("words", ["al-Midan in Aleppo city", "al-Zorbi in Aleppo city"])
def test_a_name_in_a_city_is_of_the_city(words: str) -> None:
    name = words.split()[0].removeprefix("al-").lower()
    assert ids(f"In Syria, rockets hit {words}.", words) == [f"local:{name}-aleppo"]


def test_a_town_that_only_sounds_so_is_not_meant_far_from_the_names_beside_it() -> None:
    near = "In Syria, the army shelled Raqqa and Midan, and the towns around."
    far = "In Syria, a bomb went off in the Midan neighbourhood. Damascus has seen few such attacks on Midan."
    assert ids(far, "the Midan neighbourhood", "on Midan") == ["local:midan-damascus", "local:midan-damascus"]
    assert ids(near, "Midan") == ["geonames:167538"]  # Madan, by Raqqa


def test_a_quarter_of_a_city_that_nobody_knows_is_of_no_other() -> None:
    text = "Aleppo was shelled. In Syria's Quneitra shells hit al-Khadami neighborhood in al-Wazwaz city."
    assert ids(text, "al-Khadami neighborhood in al-Wazwaz city") == ["not_in_gazetteer"]


def test_new_ramla_is_of_ramla() -> None:
    text = "Shells hit Damascus and Aleppo in Syria. Two died in New Aleppo neighborhood, and more in New Aleppo."
    assert ids(text, "New Aleppo neighborhood", "in New Aleppo.") == ["local:new-aleppo-aleppo"] * 2


def test_a_square_is_of_the_town_beside_it() -> None:
    text = "A crowd stood in Tahrir Square, Baghdad, while in Egypt and in Lebanon others met."
    assert ids(text, "Tahrir Square, Baghdad") == ["local:tahrir-baghdad"]
    assert ids("In Cairo, Egypt, they met in Tahrir Square.", "Tahrir Square") == ["supplement:tahrir-square"]


def test_a_quarter_that_the_gazetteer_has_is_it() -> None:
    text = "Police shut a street in the East Jerusalem neighborhood of Silwan in the West Bank."
    assert ids(text, "the East Jerusalem neighborhood of Silwan") == ["supplement:silwan"]


# -- lands ----------------------------------------------------------------------------------------------------------


def test_a_land_behind_a_name_says_which_is_meant() -> None:
    text = "He lived in Beirut, Lebanon. He was held at the Frankfurt airport in Germany. Ohio asked the US for him."
    assert ids(text, "the Frankfurt airport in Germany") == ["local:frankfurt-am-main-airport"]


def test_a_row_of_names_is_where_its_last_is_said_to_be() -> None:
    text = "Government forces took Varna, Zorbi and Ramla in northern Syria."
    assert ids(text, "Varna", "Zorbi", "Ramla") == ["not_in_gazetteer", "local:zorbi-syria", "local:ramla-syria"]
    assert ids("They took Varna and Ramla, all in Idlib province. Syria.", "Varna", "Ramla") == [
        "local:varna-idlib",
        "local:ramla-idlib",
    ]
    paris = "Bombs went off in Paris, Beirut and Raqqa in Syria."
    assert ids(paris, "Paris", "Beirut", "Raqqa") == ["geonames:2988507", "geonames:276781", "geonames:172955"]


def test_what_is_on_the_border_with_a_land_is_not_in_it() -> None:
    text = "Rebels captured Zorbina on the border with Uganda."
    assert ids(text, "Zorbina") == ["not_in_gazetteer"]


def test_a_border_is_one_from_either_side() -> None:
    text = "In Syria, a blast shook Homs and the Syria-Turkey border. More died in Aleppo, at the Turkey-Syria border."
    assert ids(text, "the Syria-Turkey border", "the Turkey-Syria border") == ["local:syria-turkey-border"] * 2


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("London and Leeds want her back. She joined them in Syria. She is in the north of the country. Syria.",
         "local:syria-northern"),
        ("Homs, Hama and Aleppo starve in Syria. Talks were held in Kazakhstan. Shells fell in the north of the country.",
         "local:syria-northern"),
        ("Troops will withdraw from Syria and let Turkey in to the north of the country. Russia and Iran will stay.",
         "local:syria-northern"),
    ],
)  # fmt: skip
def test_the_country_is_the_one_just_spoken_of(text: str, identifier: str) -> None:
    assert ids(text, "the north of the country") == [identifier]


def test_that_country_is_the_one_just_told_of() -> None:
    text = (
        "He has houses in Paris and Lyon, France. He bought others in Spain. What he owns in that country was seized."
    )
    assert ids(text, "that country") == ["country:ES"]


@pytest.mark.parametrize(
    "quote", ["most of Syria’s east", "Syria’s eastern deserts", "an enclave in Syria’s east", "Syria’s east"]
)
def test_sides_of_a_land_whatever_is_told_of_them(quote: str) -> None:
    assert ids(f"They hold {quote}, in Syria.", quote) == ["local:syria-eastern"]


# -- whose something is -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("quote", ["close to Russian military bases", "Russia’s naval base", "US-run prisons"])
def test_what_others_keep_in_a_land_is_not_in_theirs(quote: str) -> None:
    text = f"Missiles struck Homs and Hama in Syria, {quote} among them."
    assert ids(text, quote) == ["description"]


def test_the_bases_of_the_land_that_a_report_is_about_are_in_it() -> None:
    text = "Drones flew over Moscow and Saratov in Russia. They hit Russia’s naval base."
    assert ids(text, "Russia’s naval base") == ["country:RU"]


def test_an_embassy_is_where_the_words_say() -> None:
    text = "Aleppo and Homs in Syria were bombed. Thousands marched to the Russian embassy in London."
    again = f"{text} Others threw stones at the Russian embassy."
    assert ids(text, "the Russian embassy") == ["geonames:2643743"]
    assert ids(again, "at the Russian embassy") == ["geonames:2643743"]
    home = "Aleppo and Homs in Syria were bombed. Men threw stones at the Russian embassy."
    assert ids(home, "the Russian embassy") == ["geonames:170654"]


@pytest.mark.parametrize("name", ["the Ministry of Justice", "the Iron Spear operation"])
def test_bodies_and_operations_are_no_towns(name: str) -> None:
    found = some(f"In Syria, the army spoke of {name} near Manbij.", name.removeprefix("the "))
    assert found[0].place is None or found[0].place.id.startswith("local:ministry")


# -- sides of a town ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "identifier", "relation"),
    [
        ("the rebel-held east of the city", "local:aleppo-eastern", "eastern"),
        ("its eastern half", "local:aleppo-eastern", "eastern"),
        ("the eastern neighborhoods of Aleppo City", "local:aleppo-eastern", "eastern"),
        ("the city's eastern districts", "local:aleppo-eastern", "eastern"),
        ("the west of Aleppo city", "local:aleppo-western", "western"),
        ("some eastern districts", "geonames:170063", "eastern districts"),
        ("east of the city", "geonames:170063", "east of"),
    ],
)
def test_a_side_of_a_town_is_one_place_however_told(quote: str, identifier: str, relation: str) -> None:
    (found,) = some(f"Aleppo in Syria was bombed. Then planes hit {quote}.", quote)
    assert found.place is not None
    assert (found.place.id, found.place.relation) == (identifier, relation)


# -- what points back ---------------------------------------------------------------------------------------------


def test_a_building_points_back_to_one_of_its_sort() -> None:
    text = "A bomb hit al-Ziri School in Aleppo, Syria. The wounded lie in the hospital. Men have left the school."
    found = ids(text, "al-Ziri School", "the hospital", "the school")
    assert found == ["local:ziri-aleppo", "geonames:170063", "local:ziri-aleppo"]


def test_the_town_is_the_one_called_so() -> None:
    text = "Men in the north of Idlib city shelled the besieged town of al-Fouaa, in Syria. One shell hit the town."
    assert ids(text, "hit the town") == ["supplement:fuah"]
    other = "They hold the town of al-Fouaa, in Syria. In Binnish people fled. One shell hit the town."
    assert ids(other, "hit the town") == ["geonames:171451"]


def test_a_province_beside_its_name_or_of_a_land() -> None:
    text = "Ankara and Istanbul are calm, in Turkey. Refuge is Idlib, the northern Syrian province."
    assert ids(text, "the northern Syrian province") == ["region:SY.12"]


def test_a_city_of_a_land_is_the_one_that_the_text_is_at() -> None:
    text = "Strikes hit Aleppo on Monday. The bombing of Syrias biggest city killed ten."
    assert ids(text, "Syrias biggest city") == ["geonames:170063"]
    assert ids("A strike began in UK capital. Leeds agreed.", "UK capital") == ["geonames:2643743"]


def test_a_village_is_placed_anywhere_in_its_report() -> None:
    text = (
        "Planes hit the village of Zorbina. Russia, Turkey, Iran and Qatar spoke, Iraq and Lebanon too. A boy was hurt in"
        " Zorbina south of Idlib province in Syria."
    )
    quotes = ("the village of Zorbina", "Zorbina south of Idlib province")
    assert ids(text, *quotes) == ["local:zorbina-idlib"] * 2
    assert ids(text.split(" A boy")[0], quotes[0]) == ["not_in_gazetteer"]


def test_every_town_is_none() -> None:
    text = "They hold Baghuz in Syria. Every city and town that they held has fallen, but the town."
    assert ids(text, "Every city and town", "but the town") == ["description", "supplement:baghuz"]
