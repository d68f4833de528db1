"""What is taken or held in a place is not the place; a seat in a town holds itself."""

import dataclasses

import pytest
from world import BLUES, REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")
HOME = dataclasses.replace(TOWN, admin1="XX.1")


def told(kind: str, *, words: str = "words", thing: str | None = None, where: Place = HOME) -> list[str]:
    """The names of the places whose holder a claim of the town gives; ``thing``: what is told behind the town's name."""
    one = claim(kind, "r1", place=where, actor=REDS, when=DAY, words=words)
    if thing:
        behind = one.trigger.span.end + 20
        evidence = Evidence(span=Span(behind, behind + len(thing)), quote=thing)
        one = dataclasses.replace(one, roles=(*one.roles, Role(role="place", evidence=evidence, reason="description")))
    found = derive([one], published(r1="2031-03-04")).spells
    return [spell.place.name for spell in found if spell.dimension == "control"]


@pytest.mark.parametrize("words", ["headquarters", "base", "last outpost"])
def test_a_seat_in_a_town_holds_itself(words: str) -> None:
    assert told("control", words=words) == [f"{HOME.name}, in parts"]
    assert told("control", words="stronghold") == [HOME.name]


@pytest.mark.parametrize(("thing", "whole"), [("3 villages", False), ("the old town", True), (None, True)])
def test_so_many_villages_beside_a_town_are_not_the_town(thing: str | None, *, whole: bool) -> None:
    assert told("capture", thing=thing) == ([HOME.name] if whole else [f"{HOME.name}, in parts"])


def held_in(words: str, where: Place = HOME, kind: str = "control", **rest: str) -> list[str]:
    """The names of the places that somebody holds, by a claim of a place in these words."""
    one = claim(kind, "r1", place=where, actor=REDS, when=DAY, said=words, **rest)
    return [s.place.name for s in derive([one], published(r1="2031-03-04")).spells if s.dimension == "control"]


def test_a_town_in_a_province_is_not_the_province() -> None:
    province = Place(id="region:XX.1", name="Lisk", country="XX", precision="region", admin1="XX.1")
    assert held_in("town in Lisk", province) == ["Lisk, region, in parts"]
    assert held_in("village in Lisk") == [f"{HOME.name}, in parts"]
    assert held_in("town of Lisk") == [HOME.name]


def test_a_road_that_bears_the_name_of_a_town_is_not_the_town() -> None:
    assert held_in("the Lisk-Varn highway", kind="capture") == []


@pytest.mark.parametrize("words", ["the airspace over Lisk", "the situation in Lisk"])
def test_what_is_controlled_without_ground_is_no_place(words: str) -> None:
    assert held_in(words) == []


def test_a_base_or_a_quarter_with_an_entry_of_its_own_is_itself() -> None:
    quarter = dataclasses.replace(HOME, id="supplement:varn", name="Varn", precision="part")
    assert held_in("Varn", quarter) == ["Varn"]
    assert held_in("Lisk", dataclasses.replace(HOME, precision="part")) == [f"{HOME.name}, in parts"]


@pytest.mark.parametrize(("who", "ends"), [("the rebels", True), ("the rebel leaders", False)])
def test_a_side_still_holds_what_its_leaders_leave(who: str, *, ends: bool) -> None:
    before, after = interval("2031-03-01", "2031-03-01"), interval("2031-03-03", "2031-03-03")
    taken = claim("capture", "r1", place=HOME, actor=REDS, when=before)
    left = claim("withdraw", "r2", place=HOME, actor=REDS, when=after, at="origin")
    left = dataclasses.replace(
        left,
        roles=tuple(
            dataclasses.replace(r, evidence=Evidence(span=r.evidence.span, quote=who)) if r.role == "actor" else r
            for r in left.roles
        ),
    )
    (spell,) = derive([taken, left], published(r1="2031-03-02", r2="2031-03-04")).spells
    assert spell.ends.open != ends


def test_a_station_that_is_shut_cuts_off_no_town() -> None:
    shut, cut = (claim("cut_route", "r1", place=HOME, when=DAY, said=words) for words in ("Lisk station", "Lisk"))
    assert not derive([shut], published(r1="2031-03-04")).spells
    assert derive([cut], published(r1="2031-03-04")).spells


def test_who_took_a_village_some_time_that_year_did_not_take_the_town() -> None:
    year = interval("2031", "2031")
    village = dataclasses.replace(HOME, id="local:varn", name="Varn", precision="country")
    fell = claim("capture", "r1", place=HOME, when=year)
    taken = claim("capture", "r2", place=village, actor=REDS, when=year)
    made = derive([fell, taken], published(r1="2032-03-04", r2="2031-03-04"))
    assert {s.place.name for s in made.spells if s.actors} == {"Varn"}


def test_victories_name_nobody_who_took_a_place() -> None:
    won = claim("capture", "r1", actor=REDS, when=DAY, words="victories")
    fell = claim("capture", "r1", place=HOME, when=DAY)
    fell = dataclasses.replace(fell, same_as=won.id)
    made = derive([won, fell], published(r1="2031-03-04"))
    assert not any(spell.actors for spell in made.spells)


def test_wires_are_no_way_in() -> None:
    cut = claim("cut_route", "r1", place=HOME, when=DAY, said="electricity in Lisk")
    assert not derive([cut], published(r1="2031-03-04")).spells


def test_a_town_that_goes_to_and_fro_is_taken_by_neither() -> None:
    traded = claim("capture", "r1", place=HOME, actor=REDS, target=BLUES, when=DAY, words="traded")
    taken = claim("capture", "r1", place=HOME, actor=REDS, when=DAY, words="taken")
    assert not derive([traded], published(r1="2031-03-04")).spells
    assert derive([taken], published(r1="2031-03-04")).spells


def test_the_towns_in_a_province_are_not_the_province() -> None:
    province = Place(id="region:XX.1", name="Lisk", country="XX", precision="region", admin1="XX.1")
    one = claim("control", "r1", place=province, actor=REDS, when=DAY, said="Lisk province")
    before = Evidence(span=Span(one.trigger.span.start - 20, one.trigger.span.start - 11), quote="The towns")
    towns = Role(role="place", evidence=before, reason="description")
    one = dataclasses.replace(one, roles=(towns, *one.roles))
    found = derive([one], published(r1="2031-03-04")).spells
    assert [spell.place.name for spell in found] == ["Lisk, region, in parts"]


def test_the_city_that_a_quarter_lies_in_is_not_taken_with_it() -> None:
    quarter = dataclasses.replace(HOME, id="supplement:varn", name="Varn", precision="part", part_of="region:XX.1")
    one = claim("capture", "r1", place=quarter, actor=REDS, when=DAY, said="Varn")
    at = one.fillers("place")[0].evidence.span
    city = Role(role="place", evidence=Evidence(span=Span(at.end + 4, at.end + 8), quote="Lisk"), place=HOME)
    one = dataclasses.replace(one, roles=(*one.roles, city))
    found = derive([one], published(r1="2031-03-04")).spells
    assert [spell.place.name for spell in found] == ["Varn"]


def test_a_siege_that_is_told_without_a_place_is_in_no_other_country() -> None:
    one = claim("besiege", "r1", place=HOME, actor=REDS, when=interval(None, "open", "none"))
    over = dataclasses.replace(one, roles=tuple(dataclasses.replace(r, carried=r.role == "place") for r in one.roles))
    days = published(r1="2031-03-04")
    for told, land, there in ((over, "XX", True), (over, "YY", False), (one, "YY", True), (over, None, True)):
        home = Place(id=f"country:{land}", name="Land", country=land, precision="country") if land else None
        report = {"r1": dataclasses.replace(days["r1"], country=home)}
        assert bool(derive([told], report).spells) == there
