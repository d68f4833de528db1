"""States and contradictions that say no more than the reports do."""

from dataclasses import replace

import pytest
from world import BLUES, REDS, SOUTH, TOWN, WEST, claim, interval, published

from situate.derive import derive
from situate.derive.places import spot, whole_country
from situate.model.actor import Actor
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.span import Span

LAND = Place(id="country:XX", name="Land", country="XX", precision="country")
PROVINCE = Place(id="region:XX.01", name="Lisk", country="XX", precision="region", basis="derived")
NORTH = Place(id="local:land-northern", name="northern Land", country="XX", precision="country", relation="northern")
BESIDE = replace(TOWN, id="geonames:2", name="Varn", precision="relative", relation="outskirts of", basis="relation")
CITY = replace(TOWN, radius_km=15)
DAY = interval("2031-03-03", "2031-03-03")
OPEN = interval(None, "open", "none")


def with_place(made, place, quote="words"):
    span = Span(made.trigger.span.start, made.trigger.span.end)
    role = Role(role="place", evidence=Evidence(span=span, quote=quote), place=place)
    return replace(made, roles=(*made.roles, role))


def spells(*claims, **days):
    return derive(claims, published(**(days or {"r": "2031-03-05"}))).spells


def test_nobody_holds_a_country_by_a_town_in_it():
    assert whole_country(LAND)
    wide = Place(
        id="supplement:sahel", name="Sahel", latitude=15.0, longitude=5.0, precision="district", radius_km=1500
    )
    assert whole_country(wide)
    assert not whole_country(replace(wide, radius_km=80))
    assert not spells(claim("control", "r", place=LAND, actor=REDS, when=OPEN))


def test_a_side_of_a_country_is_held_in_parts():
    assert spot(NORTH).id == f"local:part-of-{NORTH.id}"


def test_a_claim_that_is_likelier_misread_makes_no_state():
    assert not spells(replace(claim("control", "r", place=TOWN, actor=REDS, when=OPEN), confidence=0.3))


def test_the_town_is_meant_and_not_what_says_where_it_is():
    made = with_place(
        with_place(claim("besiege", "r", place=TOWN, actor=REDS, words="besieged", when=OPEN), PROVINCE), BESIDE
    )
    assert {s.place.id for s in spells(made) if s.dimension == "siege"} == {TOWN.id}


def test_a_village_in_a_province_is_no_province():
    made = claim("control", "r", at="place", said="a village", actor=REDS, when=OPEN)
    later = Role(role="place", evidence=Evidence(span=Span(10**7, 10**7 + 5), quote="the province"), place=PROVINCE)
    (found,) = spells(replace(made, roles=(*made.roles, later)))
    assert found.place.id == f"local:part-of-{PROVINCE.id}"


def test_nobody_besieges_all_of_a_province():
    (found,) = spells(claim("besiege", "r", place=PROVINCE, said="the northern province", words="besieged", when=OPEN))
    assert found.place.id == f"local:part-of-{PROVINCE.id}"


def test_a_siege_without_an_author_is_not_that_of_parts_that_several_sides_hold():
    found = spells(
        claim("besiege", "r", place=TOWN, words="besieged", when=OPEN),
        claim("control", "r", place=WEST, actor=BLUES, when=OPEN),
        claim("control", "r", place=SOUTH, actor=REDS, when=OPEN),
    )
    assert {s.place.id for s in found if s.dimension == "siege"} == {TOWN.id}


def test_a_siege_did_not_begin_after_it_was_seen():
    found = spells(
        claim("besiege", "a", place=TOWN, actor=REDS, words="besieged", when=OPEN),
        claim("besiege", "b", place=TOWN, actor=REDS, words="besieged", when=interval("2031-05-01", "open")),
        a="2031-03-05",
        b="2031-06-01",
    )
    (siege,) = [s for s in found if s.dimension == "siege"]
    assert (siege.starts.earliest, siege.starts.latest) == (None, "2031-03-05")


def test_a_taking_that_nobody_dates_ends_no_siege_that_is_seen_later():
    found = spells(
        claim("capture", "a", place=TOWN, actor=BLUES, when=interval(None, None, "none")),
        claim("besiege", "b", place=TOWN, actor=REDS, words="besieged", when=OPEN),
        a="2031-03-05",
        b="2031-06-01",
    )
    (siege,) = [s for s in found if s.dimension == "siege"]
    assert siege.ends.open


def test_a_siege_since_the_taking_does_not_end_with_it():
    found = spells(
        claim("capture", "r", place=TOWN, actor=BLUES, when=interval("2029", "2029")),
        claim("besiege", "r", place=TOWN, actor=REDS, words="siege", when=interval("2029", "open")),
    )
    (siege,) = [s for s in found if s.dimension == "siege"]
    assert siege.ends.open


def test_whoever_took_the_stronghold_its_holder_has_it_no_longer():
    found = spells(
        claim("capture", "r", place=TOWN, when=DAY),
        claim("control", "r", place=TOWN, actor=REDS, words="stronghold", when=OPEN),
    )
    (held,) = [s for s in found if s.dimension == "control"]
    assert held.ends.latest == "2031-03-03"


@pytest.mark.parametrize(("words", "holds"), [("repelled", True), ("beat back", True), ("repressed", False)])
def test_who_represses_a_crowd_holds_no_town_by_that(words, holds):
    assert bool(spells(claim("repel", "r", place=TOWN, actor=REDS, words=words, when=DAY))) == holds


def contradictions(*claims, **days):
    return derive(claims, published(**days)).contradictions


def test_two_floors_and_a_toll_that_rises_are_no_contradiction():
    first = claim("shelling", "a", place=TOWN, actor=REDS, killed=(20, None), when=DAY)
    later = claim("shelling", "b", place=TOWN, actor=REDS, killed=(32, 32), when=DAY)
    assert not contradictions(first, later, a="2031-03-03", b="2031-03-04")
    assert not contradictions(first, claim("shelling", "b", place=TOWN, actor=REDS, killed=(32, None), when=DAY), a="2031-03-03", b="2031-03-03")  # fmt: skip


@pytest.mark.parametrize(("last", "clash"), [("2033-03-03", False), ("2031-03-03", True)])
def test_sums_of_a_war_up_to_different_days_do_not_clash(last, clash):
    until = {"a": "2031-03-03", "b": last}
    told = [
        claim("kill", report, place=TOWN, killed=(dead, dead), when=interval("2028", until[report]))
        for report, dead in (("a", 1200), ("b", 4700))
    ]
    assert bool(contradictions(*told, a="2031-03-03", b=last)) == clash


@pytest.mark.parametrize(("by", "clash"), [(REDS, True), (None, False)])
def test_tolls_of_a_city_clash_where_both_say_who_struck(by, clash):
    told = [claim("airstrike", r, place=CITY, actor=by, killed=(n, n), when=DAY) for r, n in (("a", 12), ("b", 43))]
    assert bool(contradictions(*told, a="2031-03-03", b="2031-03-03")) == clash


def test_sides_that_both_attack_a_town_are_not_blamed_for_one_deed():
    told = [claim("assault", r, place=TOWN, actor=by, when=DAY) for r, by in (("a", REDS), ("b", BLUES))]
    assert not contradictions(*told, a="2031-03-03", b="2031-03-03")


def test_a_truce_that_is_over_denies_no_truce():
    told = claim("ceasefire", "a", place=TOWN, when=DAY)
    over = claim("ceasefire", "b", place=TOWN, when=DAY, polarity="negative")
    assert not contradictions(told, over, a="2031-03-03", b="2031-03-04")


def test_towns_that_are_named_are_no_parts_of_the_first():
    towns = replace(TOWN, precision="part", relation="villages of")
    made = claim("besiege", "r", place=towns, said="villages of Lisk and Varn", words="besieged", when=OPEN)
    assert {s.place.id for s in spells(made)} == {TOWN.id}


def test_a_denial_by_another_report_is_of_the_doer_that_it_names():
    told = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    other = claim("airstrike", "b", place=TOWN, actor=BLUES, when=DAY, polarity="negative")
    mine = claim("airstrike", "b", place=TOWN, actor=REDS, when=DAY, polarity="negative")
    assert not contradictions(told, other, a="2031-03-03", b="2031-03-04")
    assert contradictions(told, mine, a="2031-03-03", b="2031-03-04")


def test_a_nearby_town_is_the_town():
    assert spot(replace(TOWN, precision="relative", relation="nearby")) == replace(TOWN, precision="settlement")


def with_role(made, name, words, before):
    """A claim with a role of some words, that end a number of code points before those of its place."""
    end = made.fillers("place")[0].evidence.span.start - before
    role = Role(role=name, evidence=Evidence(span=Span(end - len(words), end), quote=words))
    return replace(made, roles=(role, *made.roles))


@pytest.mark.parametrize("kind", ["capture", "control"])
@pytest.mark.parametrize("word", ["briefly", "Temporarily"])
def test_what_did_not_last_is_no_control(kind, word):
    made = claim(kind, "r", place=TOWN, actor=REDS, when=DAY)
    assert spells(made)
    assert not spells(with_role(made, "duration", word, 10))
    assert spells(with_role(made, "duration", "two days", 10))


def test_a_measure_of_a_town_is_a_part_of_it():
    made = [claim("capture", "r", place=TOWN, actor=REDS, when=DAY) for _ in range(20)][-1]
    (found,) = spells(with_role(made, "area", "two thirds", len(" of ")))
    assert found.place.id == f"local:part-of-{TOWN.id}"
    (found,) = spells(with_role(made, "area", "two thirds", 30))
    assert found.place.id == TOWN.id


def test_a_side_that_is_blamed_has_the_name_that_most_give_it():
    allies = Actor(id="allies", name="Allies", kind="state_forces", side="blue")
    told = []
    for report, actor in (("a", REDS), ("b", allies), ("c", BLUES), ("d", allies)):
        made = claim("airstrike", report, place=TOWN, when=DAY, actor=actor)
        hit = Evidence(span=made.trigger.span, quote="the Olm Hospital")
        told.append(replace(made, roles=(*made.roles, Role(role="target", evidence=hit))))
    found = contradictions(*told, **dict.fromkeys("abcd", "2031-03-04"))
    assert [[value for value, _ in one.values] for one in found] == [["Allies", "Reds"]]


@pytest.mark.parametrize(("seen", "runs"), [("2031-01-05", 2), ("2031-02-27", 1)])
def test_who_takes_what_he_was_seen_to_hold_long_before_had_lost_it(seen, runs):
    held = claim("control", "a", place=TOWN, actor=REDS, when=OPEN)
    taken = claim("capture", "b", place=TOWN, actor=REDS, when=DAY)
    found = derive([held, taken], published(a=seen, b="2031-03-04")).spells
    control = sorted((s for s in found if s.dimension == "control"), key=lambda s: s.ends.open)
    assert [s.actors[0].actor.id for s in control] == ["reds"] * runs
    ends = [(s.ends.earliest, s.ends.latest) for s in control if not s.ends.open]
    assert ends == [(seen, "2031-03-03")] * (runs - 1)


def test_of_who_besieges_a_village_in_a_province_nothing_follows_for_the_rest_of_it() -> None:
    village = replace(WEST, id="local:varn-lisk", name="Varn", part_of=PROVINCE.id)
    found = spells(
        claim("besiege", "a", place=village, actor=REDS, when=OPEN),
        claim("airstrike", "a", place=PROVINCE, when=DAY),
        a="2031-03-04",
    )
    assert [(spell.dimension, spell.place.name) for spell in found] == [("siege", "Varn")]
