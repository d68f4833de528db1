"""Access: runs of one value, and whose way a road is."""

import dataclasses

from world import BLUES, REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.derive.places import at_the_end

ROAD = dataclasses.replace(TOWN, precision="relative", relation="road to", radius_km=20)


def access(*claims):
    days = {c.report: c.interval.latest for c in claims}
    spells = [s for s in derive(claims, published(**days)).spells if s.dimension == "access"]
    assert {s.place.id for s in spells} <= {TOWN.id}
    return [(s.value, s.starts.earliest, "open" if s.ends.open else s.ends.latest) for s in spells]


def told(kind, report, day, place=TOWN, **more):
    return claim(kind, report, place=place, actor=BLUES, when=interval(day, day), **more)


def test_a_road_is_cut_and_opened_again_in_order_of_time():
    claims = [
        told("deliver_aid", "a", "2031-01-10"),
        told("cut_route", "b", "2031-03-01"),
        told("open_route", "c", "2031-04-01"),
        told("deliver_aid", "d", "2031-04-20"),
    ]
    expected = [
        ("supplied", "2031-01-10", "2031-03-01"),
        ("cut_off", "2031-03-01", "2031-04-01"),
        ("open", "2031-04-01", "2031-04-20"),
        ("supplied", "2031-04-20", "open"),
    ]
    assert access(*claims) == access(*reversed(claims)) == expected


def test_a_convoy_into_a_town_whose_road_is_cut_does_not_open_the_road():
    claims = [
        told("cut_route", "a", "2031-03-01"), told("deliver_aid", "b", "2031-03-20"), told("deny_aid", "c", "2031-03-25"),
    ]  # fmt: skip
    assert access(*claims) == [("cut_off", "2031-03-01", "open")]
    parachuted = told("deliver_aid", "d", "2031-04-02", words="airdrop")
    assert access(*claims, parachuted)[-1] == ("supplied_by_air", "2031-04-02", "open")


def test_the_road_to_a_town_is_the_towns_and_the_road_between_two_is_not():
    assert at_the_end(ROAD).id == TOWN.id
    assert at_the_end(dataclasses.replace(ROAD, relation="highway leading to")).id == TOWN.id
    assert at_the_end(dataclasses.replace(ROAD, relation="pipeline leading to")).id != TOWN.id
    assert at_the_end(dataclasses.replace(ROAD, relation="west of")).id != TOWN.id
    assert at_the_end(dataclasses.replace(ROAD, relation="way from")).id != TOWN.id
    assert access(told("cut_route", "a", "2031-03-01", place=ROAD)) == [("cut_off", "2031-03-01", "open")]


def test_roads_are_one_by_the_town_that_both_lead_to():
    between = dataclasses.replace(
        TOWN, id="local:varn-lisk-road", name="road Varn–Lisk", precision="relative", part_of="country:XX"
    )
    one = claim(
        "cut_route", "a", place=ROAD, at="route", said="the road to Lisk", when=interval("2031-03-01", "2031-03-01")
    )
    other = claim(
        "cut_route", "b", place=between, at="route", said="the road between Varn and Lisk",
        when=interval("2031-03-01", "2031-03-01"),
    )  # fmt: skip
    assert len(derive([one, other], published(a="2031-03-01", b="2031-03-02")).events) == 1


def test_a_road_that_is_called_it_is_known_by_the_town_that_it_leads_to():
    day = interval("2031-03-01", "2031-03-01")
    between = dataclasses.replace(
        TOWN, id="local:varn-lisk-road", name="road Varn–Lisk", precision="relative", part_of="country:XX"
    )
    one = claim("open_route", "a", place=ROAD, at="route", said="it", when=day)
    other = claim("open_route", "b", place=between, at="route", said="the road from Varn to Lisk", when=day)
    assert len(derive([one, other], published(a="2031-03-01", b="2031-03-02")).events) == 1


def test_what_is_seen_besieged_later_is_open_no_longer():
    opened, again = told("open_route", "a", "2031-03-01"), told("open_route", "c", "2031-06-01")
    ringed = claim("besiege", "b", place=TOWN, actor=REDS, when=interval("2031-04", "open"))
    days = {"a": "2031-03-01", "b": "2031-04-20", "c": "2031-06-01"}
    found = [s for s in derive([opened, ringed, again], published(**days)).spells if s.dimension == "access"]
    assert [(s.value, s.ends.earliest, s.ends.latest, s.ends.open) for s in found] == [
        ("open", "2031-03-01", "2031-04-20", False),
        ("open", None, None, True),
    ], "opened again"
    supplied = told("deliver_aid", "a", "2031-03-01")
    assert [s.ends.open for s in derive([supplied, ringed], published(**days)).spells if s.dimension == "access"] == [
        True
    ]


def test_a_road_that_is_opened_into_a_siege_is_open():
    ringed = claim("besiege", "b", place=TOWN, actor=REDS, when=interval("2031-01", "open"))
    days = {"a": "2031-03-01", "b": "2031-02-20"}
    found = derive([told("open_route", "a", "2031-03-01"), ringed], published(**days)).spells
    assert [s.ends.open for s in found if s.dimension == "access"] == [True]
