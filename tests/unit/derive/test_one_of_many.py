"""What of many tellings counts: parts of tolls, sums of a war, contradictions told once and of what clashes."""

import dataclasses

import pytest
from world import BLUES, MONITOR, REDS, SOUTH, TOWN, WEST, claim, interval, published, said_by

from situate.derive import derive
from situate.derive.claims.telling import named_in
from situate.model.actor import Actor
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.span import Span

DAY = interval("2031-05-05", "2031-05-05")
NEWS = interval("2031-05-05", "2031-05-05", basis="publication")
CITY = dataclasses.replace(TOWN, id="geonames:7", name="Orvel", admin1="XX.1", radius_km=15.0)
PROVINCE = Place(id="region:XX.1", name="Orvel", country="XX", precision="region", admin1="XX.1")
LAND = Place(id="country:XX", name="Land", country="XX", precision="country")


def derived(*claims, country=None):
    days = published(**dict.fromkeys({c.report for c in claims}, "2031-05-05"))
    return derive(claims, {k: dataclasses.replace(p, country=country) for k, p in days.items()})


def strike(report, dead, words, **more):
    """An air strike on the town that left so many dead, told in these words."""
    return claim("airstrike", report, place=TOWN, when=DAY, killed=(dead, dead), toll=words, **more)


def killed(found):
    (event,) = found.events
    toll = dict(event.figures)["killed"]
    return toll.low, toll.best, toll.high


def values(found, field="killed"):
    return [[value for value, _ in one.values] for one in found.contradictions if one.field == field]


# Children among the dead ----------------------------------------------------------------------------------------------


def test_children_whom_a_report_counts_apart_are_no_toll_of_all():
    headline, text = strike("a", 4, "four children"), strike("a", 9, "nine people", speakers=said_by(MONITOR))
    assert killed(derived(headline, text)) == (9, 9, 9)
    assert killed(derived(headline)) == (4, 4, 4)


def test_children_are_a_toll_where_another_report_counts_more():
    found = derived(strike("a", 4, "four children"), strike("b", 9, "nine people"))
    assert values(found) == [["4", "9"]]


@pytest.mark.parametrize("words", ["nine people including four children", "nine women, among them a nurse"])
def test_a_toll_that_names_its_children_is_a_toll_of_all(words):
    other = strike("a", 12, "twelve people", speakers=said_by(MONITOR))
    assert len(derived(strike("a", 9, words), other).events) == 2
    assert len(derived(strike("a", 9, "nine women"), other).events) == 1


def test_children_and_all_the_dead_are_told_of_one_blow_in_one_report():
    places = {"place": TOWN, "when": DAY}
    told = [
        claim("explosion", "a", killed=(12, 12), toll="12 children", **places),
        claim("explosion", "a", killed=(26, 26), toll="26 people", **places),
    ]
    assert len(derived(*told).events) == 1
    others = [told[1], claim("explosion", "a", killed=(12, 12), toll="12 soldiers", **places)]
    assert len(derived(*others).events) == 2


# Contradictions -------------------------------------------------------------------------------------------------------


def test_only_what_clashes_is_a_value_of_a_contradiction():
    floor = strike("c", 13, "at least 13 people")
    least = Quantity(low=13, best=13, high=None, unit="people")
    roles = tuple(dataclasses.replace(r, quantity=least) if r.role == "killed" else r for r in floor.roles)
    floor = dataclasses.replace(floor, roles=roles)
    assert values(derived(strike("a", 15, "15 people"), strike("b", 18, "18 people"), floor)) == [["15", "18"]]
    assert values(derived(strike("a", 15, "15 people"), strike("b", 24, "24 people"), floor)) == [
        ["15", "24", "at least 13"]
    ]


def test_a_toll_that_an_attack_and_its_dead_have_in_common_is_one_contradiction():
    told = [strike("a", 15, "15 people"), strike("b", 24, "24 people")]
    deaths = [claim("kill", r, place=TOWN, when=DAY, killed=(n, n)) for r, n in (("a", 15), ("b", 24))]
    assert len(values(derived(*told, *deaths))) == 1
    assert len(values(derived(*deaths))) == 1
    counted = claim("kill", "c", place=TOWN, when=DAY, killed=(40, 40))  # of which no attack tells
    assert len(values(derived(*told, *deaths, counted))) == 1


def test_the_dead_of_a_war_are_none_of_a_killing_in_it():
    told = claim("kill", "a", place=TOWN, when=DAY, killed=(48, 48))
    war = claim("kill", "b", place=LAND, when=NEWS, killed=(210_000, 210_000))
    other = claim("kill", "b", place=TOWN, when=DAY, killed=(16, 16))
    assert values(derived(told, war)) == []
    assert values(derived(told, war, other)) == [["16", "48"]]


def test_no_attack_has_the_dead_of_a_war():
    def crackdown(dead):
        return claim("assault", "a", place=LAND, actor=BLUES, when=DAY, killed=(dead, dead))

    told = claim("assault", "b", place=LAND, actor=BLUES, when=DAY)
    assert dict(derived(crackdown(300), told).events[0].figures)
    assert not [e for e in derived(crackdown(210_000), told).events if e.kind == "happening" and dict(e.figures)]


def test_what_says_that_it_was_not_so_does_not_say_that_it_happened():
    told = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    denial = claim("airstrike", "b", place=TOWN, actor=REDS, when=DAY, polarity="negative", speakers=said_by(REDS))
    again = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY, polarity="negative")
    (found,) = derived(told, denial, again).contradictions
    assert dict(found.values)["it happened"] == (told.id,)


@pytest.mark.parametrize(("by", "clash"), [(REDS, True), (BLUES, False)])
def test_a_siege_is_dated_otherwise_by_those_who_tell_of_one_besieger(by, clash):
    long = claim("besiege", "a", place=TOWN, actor=REDS, words="besieged", when=interval("2028", "open"))
    late = claim("besiege", "b", place=TOWN, actor=by, words="besieged", when=interval("2031-03", "2031-03"))
    assert bool(values(derived(long, late), "since")) == clash


# Parts ----------------------------------------------------------------------------------------------------------------


def held(made):
    return [s.place.name for s in derived(made).spells if s.dimension == "control"]


@pytest.mark.parametrize(("where", "whole"), [(CITY, False), (TOWN, True)])
def test_no_city_is_an_enclave(where, whole):
    made = claim("control", "a", place=where, actor=REDS, when=NEWS, words="enclave")
    assert held(made) == [where.name if whole else f"{where.name}, in parts"]
    end = made.trigger.span.end + len(" of ")
    of = Role(role="place", evidence=Evidence(span=Span(end, end + 5), quote=where.name), place=where)
    assert held(dataclasses.replace(made, roles=(*made.fillers("actor"), of))) == [where.name]


@pytest.mark.parametrize(("other", "clash"), [("a", False), ("b", True)])
def test_one_voice_that_names_two_holders_tells_of_a_divided_town(other, clash):
    told = [claim("control", r, place=TOWN, actor=by, when=NEWS) for r, by in (("a", REDS), (other, BLUES))]
    assert bool(values(derived(*told), "holder")) == clash


def with_role(made, words, apart, **more):
    """A claim with one more role, so many code points before its place."""
    end = made.fillers("place")[0].evidence.span.start - apart
    evidence = Evidence(span=Span(end - len(words), end), quote=words)
    return dataclasses.replace(made, roles=(Role(evidence=evidence, **more), *made.roles))


@pytest.mark.parametrize(("words", "whole"), [("one quarter of oil-rich", False), ("one quarter", True)])
def test_a_quarter_of_a_province_is_not_the_province(words, whole):
    made = claim("control", "a", place=PROVINCE, actor=REDS, when=NEWS)
    assert held(with_role(made, words, 1, role="area")) == [
        PROVINCE.name if whole else f"{PROVINCE.name}, region, in parts"
    ]


@pytest.mark.parametrize(("apart", "whole"), [(len(" in "), False), (len(" of "), False), (20, True)])
def test_a_field_in_a_province_is_not_the_province(apart, whole):
    made = claim("capture", "a", place=PROVINCE, actor=REDS, when=DAY)
    made = with_role(made, "Oil Field", apart, role="place", reason="description")
    assert held(made) == [PROVINCE.name if whole else f"{PROVINCE.name}, region, in parts"]


def test_the_east_of_a_city_is_no_other_land():
    east = Place(id="local:xx-eastern", name="eastern Land", country="XX", precision="country", relation="eastern")
    made = claim("control", "a", place=CITY, actor=REDS, when=NEWS)
    assert held(with_role(made, "the east", 30, role="place", place=east)) == [f"{CITY.name}, in parts"]


def test_hospitals_that_are_shut_are_nobody_in_need():
    made = claim("deprivation", "a", place=TOWN, when=NEWS)
    shut = with_role(
        made, "3 hospitals", 9, role="target", quantity=Quantity(low=3, best=3, high=3), reason="not_an_actor"
    )
    people = with_role(made, "300 people", 9, role="affected", quantity=Quantity(low=300, best=300, high=300))
    assert [s.value for s in derived(shut).spells] == ["in need"]
    assert [s.value for s in derived(people).spells] == ["300 in need"]


@pytest.mark.parametrize(("pocket", "around"), [(None, False), (WEST, True), (SOUTH, True)])
def test_who_besieges_a_whole_town_holds_no_rest_of_it(pocket, around):
    parts = dataclasses.replace(TOWN, precision="part", relation="part of")
    told = [
        claim("besiege", "a", place=TOWN, actor=REDS, words="besieged", when=NEWS),
        claim("besiege", "a", place=pocket or parts, actor=REDS if pocket else None, words="besieged", when=NEWS),
    ]
    assert any(s.rule == "besieger-holds-around" for s in derived(*told).spells) == around


def test_a_post_in_a_besieged_town_puts_no_besieger_in_it():
    told = [
        claim("besiege", "a", place=TOWN, actor=REDS, words="besieged", when=NEWS),
        claim("control", "a", place=WEST, actor=BLUES, words="held", when=NEWS),
    ]
    spells = derived(*told).spells
    assert any(s.place.id == WEST.id and s.dimension == "siege" for s in spells)
    assert not any(s.rule == "besieger-holds-around" for s in spells)


# One day alone --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "one"), [({}, False), ({"actor": REDS}, True), ({"killed": (9, 9)}, True), ({"when": DAY}, True)]
)
def test_the_day_of_a_report_makes_no_happening_of_another_report_its_own(more, one):
    first = claim("assault", "a", place=TOWN, when=DAY, **{k: v for k, v in more.items() if k != "when"})
    second = claim("assault", "b", **({"when": NEWS} | more))
    assert len(derived(first, second, country=LAND).events) == (1 if one else 2)


def test_what_a_report_tells_without_a_place_is_what_it_tells_beside_it():
    told = [claim("assault", "a", place=TOWN, when=DAY), claim("assault", "a", when=NEWS)]
    assert len(derived(*told, country=LAND).events) == 1


NEVER = interval(basis="none")
ENVOY = Actor(id="envoy", name="Envoy", kind="person")


@pytest.mark.parametrize(
    ("kind", "first", "second", "one"),
    [
        ("assist", {"actor": REDS}, {"target": BLUES}, False),
        ("assist", {"actor": REDS}, {"actor": REDS}, True),
        ("assist", {"actor": ENVOY}, {"target": ENVOY}, True),
        ("assist", {"when": DAY}, {"when": DAY}, True),
        ("assist", {"place": TOWN}, {"place": TOWN}, True),
        ("assault", {"actor": REDS}, {"target": BLUES}, True),
    ],
)
def test_what_one_report_tells_at_no_time_is_one_where_something_marks_it(kind, first, second, one):
    told = [claim(kind, "a", **({"when": NEVER} | more)) for more in (first, second)]
    assert (len(derived(*told, country=LAND).events) == 1) == one


def test_a_name_that_is_written_in_one_is_that_of_the_place():
    place = Place(id="geonames:8", name="Deir el-Varn", country="XX")
    role = Role(role="place", evidence=Evidence(span=Span(0, 9), quote="Deir Elvarn"), place=place)
    assert named_in([role], ends=False) == frozenset()
    other = dataclasses.replace(role, evidence=Evidence(span=Span(0, 9), quote="the Olmer mosque"))
    assert named_in([other], ends=False) == {"olmer"}
