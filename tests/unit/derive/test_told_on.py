"""Events of blows told without a place are where their report last was, and nothing else follows from it."""

import dataclasses

from world import REDS, TOWN, WEST, claim, interval, published

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.place import Place

DAY, NEXT = interval("2031-03-03", "2031-03-03"), interval("2031-03-04", "2031-03-04")
ABROAD = Place(id="geonames:9", name="Farrow", country="YY", latitude=50.0, longitude=50.0)
LAND = Place(id="country:XX", name="Exland", country="XX", latitude=10.0, longitude=10.0, precision="country")


def events(*claims):
    return derive(claims, published(a="2031-03-04", b="2031-03-04")).events


def places(*claims):
    """The place of the event of each claim, by the type of the event."""
    return {event.type: event.place for event in events(*claims)}


def test_a_blow_is_where_the_report_last_was():
    place = places(claim("clash", "a", place=TOWN, when=DAY), claim("kill", "a", actor=REDS, when=NEXT))["kill"]
    assert (place.id, place.basis) == (TOWN.id, "context")


def test_where_people_meet_is_not_where_they_fight():
    assert places(claim("talks", "a", place=TOWN, when=DAY), claim("kill", "a", when=NEXT))["kill"] is None


def test_an_event_keeps_its_own_place():
    assert places(claim("clash", "a", place=TOWN), claim("kill", "a", place=WEST))["kill"].basis == "gazetteer"


def test_another_report_does_not_lend_its_place():
    assert places(claim("clash", "a", place=TOWN, when=DAY), claim("kill", "b", when=NEXT))["kill"] is None


def test_what_was_told_far_before_does_not():
    first, later = claim("clash", "a", place=TOWN, when=DAY), claim("kill", "a", when=NEXT)
    at = later.trigger.span
    far = dataclasses.replace(at, start=at.start + 2000, end=at.end + 2000)
    moved = dataclasses.replace(later, trigger=dataclasses.replace(later.trigger, span=far))
    assert places(first, moved)["kill"] is None


def test_nor_a_country_nor_a_place_abroad():
    assert places(claim("clash", "a", place=LAND, when=DAY), claim("kill", "a", when=NEXT))["kill"] is None
    home = [claim("shelling", "a", place=TOWN, when=DAY), claim("assault", "a", place=WEST, when=DAY)]
    away = claim("clash", "a", place=ABROAD, when=DAY)
    assert places(*home, away, claim("kill", "a", when=NEXT))["kill"] is None


def test_a_place_of_its_own_that_nobody_knows_is_not_there():
    one = claim("kill", "a", when=NEXT)
    unknown = Role(role="place", evidence=Evidence(span=one.trigger.span, quote="Nowhere"), reason="not_in_gazetteer")
    assert places(claim("clash", "a", place=TOWN, when=DAY), dataclasses.replace(one, roles=(unknown,)))["kill"] is None


def test_states_and_words_are_not_told_on():
    assert places(claim("clash", "a", place=TOWN, when=DAY), claim("besiege", "a", actor=REDS))["besiege"] is None


def test_what_lies_in_one_province_is_near_enough():
    first, later = claim("kill", "a", when=DAY), claim("clash", "a", place=TOWN, when=NEXT)
    far = dataclasses.replace(later.trigger.span, start=5000, end=5004)
    moved = dataclasses.replace(later, trigger=dataclasses.replace(later.trigger, span=far))
    province = dataclasses.replace(TOWN, admin1="XX.01")
    told = dataclasses.replace(moved, roles=tuple(dataclasses.replace(r, place=province) for r in moved.roles))
    assert places(first, told)["kill"].basis == "context"
    assert places(first, moved)["kill"] is None  # of a place that lies in no province that is known


def test_an_event_is_in_the_country_that_its_report_is_about():
    about = {"a": dataclasses.replace(published(a="2031-03-04")["a"], country=LAND)}
    (event,) = derive([claim("kill", "a", actor=REDS, when=DAY)], about).events
    assert (event.place.id, event.place.basis, event.place.precision) == (LAND.id, "context", "country")


def hit(words):
    """The place of a blow at what the words name, in a report about a land that was written in a town of it."""
    about = {"a": dataclasses.replace(published(a="2031-03-04")["a"], country=LAND, town=TOWN)}
    one = claim("assault", "a", actor=REDS, when=DAY)
    struck = Role(role="target", evidence=Evidence(span=one.trigger.span, quote=words), reason="description")
    (event,) = derive([dataclasses.replace(one, roles=(*one.roles, struck))], about).events
    return event.place.id, event.place.basis


def test_a_street_without_a_town_is_in_that_of_the_dateline():
    assert hit("the offices of a newspaper on Hill Street") == (TOWN.id, "context")
    assert hit("a convoy of farmers") == (LAND.id, "context")


def test_it_joins_no_claims():
    told = [claim("clash", "a", place=TOWN, when=DAY), claim("kill", "a", when=NEXT), claim("kill", "b", place=TOWN)]
    assert len([event for event in events(*told) if event.type == "kill"]) == 2


def told_of(words, role="place", **about):
    """Where deaths are put that are told after a clash in the town, with ``words`` for a role."""
    first, one = claim("clash", "a", place=TOWN, when=DAY), claim("kill", "a", **about)
    told = Role(role=role, evidence=Evidence(span=one.trigger.span, quote=words), reason="description")
    there = places(first, dataclasses.replace(one, roles=(*one.roles, told)))
    return there["kill"] and there["kill"].id


def test_background_is_of_any_place():
    first = claim("clash", "a", place=TOWN, when=DAY)
    assert places(first, claim("kill", "a"))["kill"] is None  # "holding them responsible for killings"
    assert places(first, claim("kill", "a", when=interval("2029", "2029")))["kill"] is None
    assert places(first, claim("kill", "a", when=interval("2030-11", "2030-11")))["kill"] is None
    assert places(first, claim("kill", "a", when=interval("2030", "2031-03-03")))["kill"].id == TOWN.id
    assert places(first, claim("kill", "a", when=NEXT, polarity="negative"))["kill"] is None


def test_but_words_that_point_back_are_not():
    assert told_of("the same square") == TOWN.id
    assert told_of("the same square", when=interval("2029-07-25", "2029-07-25")) == TOWN.id


def test_a_place_that_was_not_told_of_is_another():
    assert told_of("an air base", role="target", when=NEXT) is None
    assert told_of("rebel-held territory", when=NEXT) is None
    assert told_of("the town", when=NEXT) == TOWN.id
    assert told_of("a hospital", role="target", when=NEXT) == TOWN.id


def test_where_something_is_only_planned_nothing_else_is():
    plot = claim("abduct", "a", place=TOWN, when=DAY, modality="planned")
    assert places(plot, claim("kill", "a", actor=REDS, when=NEXT))["kill"] is None


def test_the_dead_of_a_war_died_in_no_one_town():
    about = {"a": dataclasses.replace(published(a="2031-03-04")["a"], country=LAND)}
    war = interval("2025-01-01", "2031-03-04")
    told = [claim("clash", "a", place=TOWN, when=DAY), claim("kill", "a", when=war, killed=(320000, 320000))]
    assert {e.type: e.place.id for e in derive(told, about).events} == {"clash": TOWN.id, "kill": LAND.id}
