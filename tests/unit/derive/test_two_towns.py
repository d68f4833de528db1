"""Two settlements are two, whatever else the words for them have in common; and those that no gazetteer has are none of it."""

import dataclasses

import pytest
from world import REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.model.place import Place

DAY = interval("2031-03-03", "2031-03-03")
LAND = Place(id="country:XX", name="Xandia", country="XX", precision="country", radius_km=400)
PROVINCE = Place(id="region:XX.1", name="Morav", country="XX", admin1="XX.1", precision="region", radius_km=60)
LISK = dataclasses.replace(TOWN, admin1="XX.1", part_of=PROVINCE.id)
OSTRY = Place(id="geonames:7", name="Ostry", country="XX", latitude=10.6, longitude=10.0, admin1="XX.1", part_of=PROVINCE.id)  # fmt: skip
NOBODY_KNOWS = None


def told(report, where, words, *beside, kind="shelling", dead=None):
    """A deed at a place told in these words, with roles for what stands beside it; without a place, a name in no list."""
    made = claim(kind, report, place=where, said=words, actor=REDS, when=DAY, killed=dead)
    roles = [
        dataclasses.replace(role, reason="not_in_gazetteer") if role.role == "place" and where is None else role
        for role in made.roles
    ]
    there = next(role for role in roles if role.role == "place")
    roles += [
        dataclasses.replace(there, place=place, reason=None, evidence=dataclasses.replace(there.evidence, quote=words))
        for place, words in beside
    ]
    return dataclasses.replace(made, roles=tuple(roles))


def events(*claims):
    return len(derive(claims, published(**{one.report: "2031-03-04" for one in claims})).events)


@pytest.mark.parametrize(
    "words",
    ["Morav State", "Morav Oblast", "Xandia's Morav region", "North Morav", "Morav Province", "Morav department"],
)
def test_two_towns_of_a_province_are_two_whatever_the_province_is_called(words):
    first = told("a", LISK, "Lisk", (PROVINCE, words), dead=(12, 12))
    other = told("b", OSTRY, "Ostry", (PROVINCE, words), dead=(8, 8))
    assert events(first, other) == 2


def test_a_name_that_two_towns_have_makes_them_no_one_town():
    assert events(told("a", LISK, "the Clock Tower in Lisk"), told("b", OSTRY, "the Clock Tower in Ostry")) == 2


def test_one_town_of_a_province_is_one_and_can_be_what_is_told_of_the_province():
    lisk = told("a", LISK, "Lisk", (PROVINCE, "Morav State"), dead=(12, 12))
    assert events(lisk, told("b", LISK, "the town of Lisk", dead=(12, 12))) == 1
    assert events(lisk, told("b", PROVINCE, "Morav State", dead=(12, 12))) == 1


@pytest.mark.parametrize(
    ("words", "where", "others", "number"),
    [
        ("the Xandian town of Tell Ruma", LISK, "Lisk", 2),
        ("Tell Ruma", LISK, "Lisk", 2),
        ("the village of Stara Ruma", NOBODY_KNOWS, "Stara Dolna", 2),
        ("the town of Tell Ruma in Morav", NOBODY_KNOWS, "Tell Rumah", 1),
        ("Liskk", LISK, "Lisk", 1),  # another spelling
        ("the Safari Hotel", LISK, "Lisk", 1),  # no settlement
        ("Tell Ruma", LAND, "Xandia", 1),  # anywhere in the land
        ("Tell Ruma", PROVINCE, "Morav", 1),
    ],
)  # fmt: skip
def test_a_settlement_that_no_gazetteer_has_is_no_other_settlement_of_its_land(words, where, others, number):
    strange = told("a", None, words, (LAND, "Xandia"))
    beside = ((LAND, "Xandia"),) if where is None else ()
    assert events(strange, told("b", where, others, *beside)) == number


def test_as_many_dead_are_of_one_settlement_under_two_names():
    strange = told("a", None, "Tell Ruma", (LAND, "Xandia"), dead=(14, 14))
    assert events(strange, told("b", LISK, "Lisk", dead=(14, 14))) == 1
    assert events(strange, told("b", LISK, "Lisk", dead=(4, 4))) == 2


def test_what_a_report_takes_back_is_known_by_the_name_of_its_place_wherever_that_was_found():
    strange = told("old", None, "the town of Tell Ruma", (LAND, "Xandia"), kind="capture")
    elsewhere = dataclasses.replace(OSTRY, country="YY", admin1="YY.1", part_of=None)
    again = dataclasses.replace(
        told("new", elsewhere, "Tell Ruma", kind="capture"), interval=interval("2031-03-09", "2031-03-09")
    )
    days = published(old="2031-03-04", new="2031-03-09")
    assert len(derive([strange, again], days).events) == 2
    days["new"] = dataclasses.replace(days["new"], retracts=("old",))
    (event,) = derive([strange, again], days).events
    assert event.standing == "retracted"
