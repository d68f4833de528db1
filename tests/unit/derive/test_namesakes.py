"""Names of villages that only some reports of a record put on the map."""

from dataclasses import replace

import pytest
from world import BLUES, REDS, TOWN, claim, interval, published, restart

from situate.derive import derive
from situate.derive.atlas import Atlas
from situate.derive.namesakes import namesakes, respelt, unplaced, which_of
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.span import Span

TOWN = replace(TOWN, admin1="XX.1")
COUNTRY = Place(id="country:XX", name="Ostria", country="XX", precision="country")
REGION = Place(id="region:XX.1", name="Lisk", country="XX", precision="region", admin1="XX.1", part_of=COUNTRY.id)


def named(name, parent, precision="part", **fields):
    slug = "-".join(f"{name} {parent.name}".casefold().split())
    known = {"admin1": parent.admin1, "latitude": parent.latitude, "longitude": parent.longitude, **fields}
    return Place(id=f"local:{slug}", name=name, country="XX", precision=precision, part_of=parent.id, **known)


HARRAN = named("Tel Harran", TOWN)
VAGUE = named("Tel Harran", COUNTRY, "country")


def place_role(quote, **fields):
    return Role(role="place", evidence=Evidence(span=Span(0, len(quote)), quote=quote), **fields)


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("Tel Harran", "Tel Harran"),
        ("the village of Tel Harran", "Tel Harran"),
        ("the besieged town of al-Sikka", "al-Sikka"),
        ("near Tel Harran", None),  # not there
        ("two villages Sikka and Harran", None),
        ("the road from Sikka to Harran", None),
        ("the hills", None),
    ],
)
def test_words_that_are_no_more_than_a_name_are_one(quote, name):
    place = unplaced(place_role(quote, reason="not_in_gazetteer"))
    assert (place and place.name) == name


def test_what_could_be_two_or_is_no_name_is_not_called_by_one():
    assert unplaced(place_role("Tel Harran", reason="ambiguous")) is None
    assert unplaced(place_role("Tel Harran", place=VAGUE)) is None


def test_a_name_of_which_the_country_is_known_can_be_what_others_put_closer():
    assert namesakes([VAGUE, HARRAN, TOWN]) == {VAGUE.id: [HARRAN]}
    abroad = replace(HARRAN, id="local:tel-harran-far", country="YY", admin1="YY.1")
    assert namesakes([VAGUE, abroad]) == {}
    elsewhere = replace(HARRAN, id="local:tel-harran-varn", admin1="XX.2", part_of="geonames:2")
    of_province = replace(VAGUE, id="local:tel-harran-lisk", precision="region", admin1="XX.1", part_of=REGION.id)
    assert namesakes([of_province, elsewhere]) == {}


def test_the_province_of_the_report_says_which_is_meant():
    other = replace(HARRAN, id="local:tel-harran-varn", admin1="XX.2", part_of="geonames:2")
    several = namesakes([VAGUE, HARRAN, other])[VAGUE.id]
    assert which_of(VAGUE, several, {"XX.2"}, {"XX"}) == other
    assert which_of(VAGUE, several, {"XX.3"}, {"XX"}) is None
    assert which_of(VAGUE, several, set(), {"XX"}) is None
    assert which_of(VAGUE, several[:1], set(), {"XX"}) == several[0]


def test_a_post_that_says_nothing_of_where_it_is_means_the_only_village_of_its_name():
    other = replace(HARRAN, id="local:tel-harran-varn", admin1="XX.2", part_of="geonames:2")
    nowhere = unplaced(place_role("Tel Harran", reason="not_in_gazetteer"))
    assert which_of(nowhere, [HARRAN], set(), set()) == HARRAN
    assert which_of(nowhere, [HARRAN, other], set(), set()) is None
    quarter = named("Old City", TOWN)
    assert which_of(unplaced(place_role("Old City", reason="not_in_gazetteer")), [quarter], set(), set()) is None


def test_the_day_of_a_chat_tells_of_the_village_that_a_monitor_puts_on_the_map():
    restart()
    told = [
        claim("capture", "a", place=HARRAN, actor=REDS, when=interval("2031-03-01", "2031-03-01")),
        claim("capture", "b", said="Tel Harran", actor=REDS, when=interval("2031-03-01", "2031-03-01")),
    ]
    called = replace(told[1].roles[0], reason="not_in_gazetteer")
    told[1] = replace(told[1], roles=(called, *told[1].roles[1:]))
    (event,) = derive(told, published(a="2031-03-01", b="2031-03-02")).events
    assert (event.place, event.reports) == (HARRAN, 2)


def test_spellings_of_one_quarter_are_one_and_sides_and_far_villages_are_none():
    first, second = named("Hamadania", TOWN), named("Hamadaniyeh", TOWN)
    assert respelt([first, second]) == {second.id: first}
    west, south = (named(f"{side} Lisk", TOWN, relation=side) for side in ("western", "southern"))
    assert respelt([west, south]) == {}
    apart = replace(second, part_of=first.part_of, latitude=11.0)
    assert respelt([first, apart]) == {}
    assert respelt([named("Qusour", TOWN), named("Qusayr", TOWN)]) == {}
    assert respelt([named("Zemrin", TOWN), named("Zamrani", TOWN)]) == {}
    assert respelt([named("Tel Harrana", COUNTRY, "country"), VAGUE]) == {}  # two villages of one land


def test_the_siege_of_a_village_is_one_by_all_that_reports_call_it():
    restart()
    told = [
        claim("assault", "a", place=HARRAN, actor=REDS, when=interval("2031-03-01", "2031-03-01")),
        claim("besiege", "b", place=VAGUE, actor=REDS, when=interval("2031-03-02", "open")),
        claim("siege_end", "c", said="the village of Tel Harran", actor=replace(BLUES, country="XX"),
              when=interval("2031-03-09", "2031-03-09")),
    ]  # fmt: skip
    called = replace(told[2].roles[0], reason="not_in_gazetteer")
    told[2] = replace(told[2], roles=(called, *told[2].roles[1:]))
    found = derive(told, published(a="2031-03-01", b="2031-03-02", c="2031-03-09"))
    (siege,) = [spell for spell in found.spells if spell.dimension == "siege"]
    assert (siege.place, siege.starts.earliest, siege.ends.latest) == (HARRAN, "2031-03-02", "2031-03-09")
    assert {event.place for event in found.events} == {HARRAN}


def test_an_atlas_keeps_names_that_nobody_places_apart_from_places():
    nowhere = unplaced(place_role("Tel Harran", reason="not_in_gazetteer"))
    atlas = Atlas.of([nowhere, HARRAN])
    assert atlas.places == {HARRAN}
    assert atlas.known_as(nowhere, (), {"XX"}) == HARRAN
    assert atlas.known_as(nowhere, (), {"YY"}) == nowhere
