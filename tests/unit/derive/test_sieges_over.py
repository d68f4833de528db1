"""Sieges that are over without a word on their place alone: told with their end, or relieved with others."""

import dataclasses

from world import BLUES, REDS, SOUTH, TOWN, WEST, claim, interval, spells

from situate.derive.places import spot

QUARTER = dataclasses.replace(SOUTH, id="local:quarter", name="Quarter")
PARTS = dataclasses.replace(TOWN, precision="part", relation="districts of")
TAKEN = claim("capture", "z", place=TOWN, actor=BLUES, when=interval("2031-11-03", "2031-11-03"))
DAYS = {"a": "2028-12-06", "b": "2031-09-05", "c": "2031-09-06", "d": "2031-09-10", "z": "2031-11-03"}


def besieged(place, report, since, seen="open"):
    return claim("besiege", report, place=place, actor=REDS, when=interval(since, seen))


def until(place, *claims):
    days = {c.report: DAYS[c.report] for c in claims}
    (siege,) = [s for s in spells(claims, "siege", **days) if s.place.id == spot(place).id]
    return "open" if siege.ends.open else siege.ends.latest


def broken(place):
    """A siege that its report tells to have lasted until it was broken."""
    length = claim("besiege", "b", place=place, actor=REDS, when=interval("2028", "2031-09-05"))
    duration = dataclasses.replace(length.roles[0], role="duration", place=None)
    return dataclasses.replace(length, roles=(*length.roles, duration))


def test_a_siege_ends_as_its_report_tells_and_not_when_the_place_is_taken_months_later():
    laid = besieged(TOWN, "a", "2028-07")
    assert until(TOWN, laid, TAKEN) == "2031-11-03"
    assert until(TOWN, laid, broken(TOWN), TAKEN) == "2031-09-05"


def test_it_goes_on_where_somebody_sees_it_after_that():
    seen = besieged(TOWN, "c", None)
    assert until(TOWN, besieged(TOWN, "a", "2028-07"), broken(TOWN), seen, TAKEN) == "2031-11-03"


def test_until_september_is_the_end_of_a_siege_and_by_september_is_none():
    laid = besieged(PARTS, "a", "2028-07")
    told = claim("besiege", "z", place=PARTS, actor=REDS, when=interval(None, "2031-09"), hour="until September")
    assert until(PARTS, laid, told, TAKEN) == "2031-09"
    by_then = claim("besiege", "z", place=PARTS, actor=REDS, when=interval(None, "2031-09"), hour="by September")
    assert until(PARTS, laid, by_then, TAKEN) == "2031-11-03"


def test_of_parts_that_nobody_tells_apart_some_are_besieged_while_others_are_relieved():
    seen = claim("besiege", "b", place=PARTS, actor=REDS, when=interval(None, "open", "none"))
    assert until(PARTS, broken(PARTS)) == "2031-09-05"
    assert until(PARTS, broken(PARTS), seen) == "open"


def ring(report, *places, since=None):
    """A claim that tells several places to be besieged."""
    one = besieged(places[0], report, since)
    more = (dataclasses.replace(one.roles[0], place=place) for place in places[1:])
    return dataclasses.replace(one, roles=(*one.roles, *more))


def relieved(place):
    return claim("siege_end", "d", place=place, actor=BLUES, when=interval("2031-09-09", "2031-09-09"))


def test_who_was_last_seen_besieged_with_others_is_relieved_with_them():
    claims = [besieged(TOWN, "a", "2028-07"), ring("c", SOUTH, QUARTER), relieved(SOUTH), TAKEN]
    assert until(QUARTER, *claims) == until(SOUTH, *claims) == "2031-09-09"
    (siege,) = [s for s in spells(claims, "siege", **DAYS) if s.place.id == QUARTER.id]
    assert siege.rule == "besieged-together-ends-together"


def test_not_who_was_seen_apart_from_them_since_or_elsewhere():
    laid = besieged(TOWN, "a", "2028-07")
    apart = besieged(WEST, "c", None)
    assert until(WEST, laid, ring("b", SOUTH, WEST), apart, relieved(SOUTH), TAKEN) == "2031-11-03"
    abroad = dataclasses.replace(QUARTER, part_of="geonames:2")
    assert until(abroad, ring("c", SOUTH, abroad), relieved(SOUTH)) == "open"


def test_the_siege_of_the_whole_makes_no_ring_of_its_parts():
    claims = [besieged(TOWN, "c", "2028-07"), besieged(WEST, "a", None), besieged(SOUTH, "a", None), relieved(SOUTH)]
    assert until(WEST, *claims) == "open"
