"""What one bulletin tells of several towns, what only a plan or the names of the dead join, and what counts no one toll."""

import dataclasses

import pytest
from test_loosely import together
from world import BLUES, REDS, SOUTH, TOWN, WEST, claim, interval, published, put_right, said_by

from situate.derive import derive
from situate.derive.claims.telling import is_of_some
from situate.model.claim import Evidence, Role, Speaker
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.span import Span

LAND = Place(id="country:XX", name="Ostria", country="XX", latitude=10.0, longitude=10.0, precision="country")
DAY = interval("2031-03-03", "2031-03-03")
NEWS = interval("2031-03-03", "2031-03-03", basis="publication")
NEVER = interval()
OLM = Place(id="geonames:9", name="Olm", country="XX", latitude=14.0, longitude=14.0)
PROVINCE = Place(
    id="geonames:8", name="Lisk Province", country="XX", latitude=10.0, longitude=10.0, precision="region",
    radius_km=90,
)  # fmt: skip


def again(one, first):
    """A claim that the report marks as telling another one again."""
    return dataclasses.replace(one, same_as=first.id)


def dead(one, words, quantity=None, reason=None):
    """A claim with words for its dead."""
    role = Role(role="killed", evidence=Evidence(span=one.trigger.span, quote=words), quantity=quantity, reason=reason)
    return dataclasses.replace(one, roles=(*one.roles, role))


def test_shells_on_two_towns_are_two_however_alike_a_bulletin_words_them():
    first = claim("shelling", "a", place=TOWN, when=DAY, actor=REDS)
    assert together(first, again(claim("shelling", "a", place=OLM, when=DAY, actor=REDS), first)) == [[0], [1]]


def test_the_school_and_the_quarter_of_one_town_are_one_place():
    first = claim("shelling", "a", place=WEST, when=DAY, actor=REDS)
    quarter = dataclasses.replace(SOUTH, latitude=10.1)
    assert together(first, again(claim("shelling", "a", place=quarter, when=DAY, actor=REDS), first)) == [[0, 1]]
    far = dataclasses.replace(quarter, latitude=12.0)
    assert together(first, again(claim("shelling", "a", place=far, when=DAY, actor=REDS), first)) == [[0], [1]]


def test_one_toll_or_a_move_is_one_though_two_towns_are_named():
    first = claim("shelling", "a", place=TOWN, when=DAY, killed=(14, 14))
    assert together(first, again(claim("shelling", "a", place=OLM, when=DAY, killed=(14, 14)), first)) == [[0, 1]]
    left = claim("displace", "a", place=TOWN, when=DAY, at="origin")
    assert together(left, again(claim("displace", "a", place=OLM, when=DAY, at="destination"), left)) == [[0, 1]]


def test_what_is_taken_nowhere_is_no_town_that_another_report_tells_to_be_taken():
    town = claim("capture", "a", place=TOWN, actor=REDS, when=NEWS)
    there = claim("protest", "b", place=TOWN, when=NEWS)
    assert together(town, claim("capture", "b", when=NEWS, words="take control"), there) == [[0], [1], [2]]
    assert together(town, claim("capture", "b", when=NEWS, actor=REDS), there) == [[0, 1], [2]]


@pytest.mark.parametrize(("place", "one"), [(PROVINCE, False), (TOWN, True)])
def test_a_plan_to_clear_a_province_is_not_the_taking_of_a_town(place, one):
    plan = claim("capture", "a", place=place, actor=REDS, when=NEVER, modality="planned")
    taken = claim("capture", "b", place=TOWN, actor=REDS, when=interval("2031-04-25", "2031-04-25"))
    assert together(plan, taken) == ([[0, 1]] if one else [[0], [1]])


@pytest.mark.parametrize(
    ("told", "denied", "clash"),
    [
        ("Ana Torvik, the mayor", "mayor Torvik and two guards", True),
        ("Ana Torvik, the mayor", "mayor Lenz and two guards", False),
        ("Four men", "Four men", False),  # a number at the head of a sentence is no name
        ("fighters of the Lenz Front", "soldiers of the Lenz Front", False),  # whose people they are is none
    ],
)
def test_who_denies_a_killing_by_the_name_of_the_dead_denies_that_one(told, denied, clash):
    killing = dead(claim("kill", "a", place=TOWN, when=DAY, actor=BLUES), told)
    denial = dead(claim("kill", "b", when=DAY, polarity="negative", speakers=said_by(REDS)), denied)
    there = claim("protest", "b", place=TOWN, when=DAY)
    found = derive([killing, denial, there], published(a="2031-03-04", b="2031-03-05"))
    assert bool(found.contradictions) is clash


def test_who_did_not_deny_a_deed_says_nothing_against_it():
    def said(cue):
        voice = Speaker(evidence=Evidence(span=Span(0, 5), quote="Blues"), cue=cue, actor=BLUES)
        (one,) = put_right(claim("airstrike", "a", place=TOWN, when=DAY, actor=BLUES, speakers=(voice,)))
        return one.polarity

    assert (said("denied"), said("not deny"), said("nor denied")) == ("negative", "positive", "positive")


def shot(report, actor, instrument):
    one = claim("shelling", report, place=TOWN, when=DAY, actor=actor)
    role = Role(role="instrument", evidence=Evidence(span=one.trigger.span, quote=instrument))
    return dataclasses.replace(one, roles=(*one.roles, role))


@pytest.mark.parametrize(("words", "fields"), [("the missile", ["actor"]), ("missiles", [])])
def test_two_sides_are_blamed_for_the_one_missile(words, fields):
    told = [shot("a", REDS, words), shot("b", BLUES, words), *(shot(report, None, words) for report in "cdef")]
    found = derive(told, published(**dict.fromkeys("abcdef", "2031-03-04")))
    assert ([one.field for one in found.contradictions], len(found.events)) == (fields, 1)


def counted(number):
    return Quantity(low=number, best=number, high=number, unit="people")


@pytest.mark.parametrize(
    ("words", "fields"), [("nine civilians", ["killed"]), ("another nine civilians", []), ("nine others", [])]
)
def test_dead_beside_those_told_before_are_no_toll_against_another(words, fields):
    one = dead(claim("airstrike", "a", place=TOWN, when=DAY, actor=REDS), words, counted(9))
    other = dead(claim("airstrike", "b", place=TOWN, when=DAY, actor=REDS), "20 civilians", counted(20))
    found = derive([one, other], published(a="2031-03-04", b="2031-03-04")).contradictions
    assert [c.field for c in found] == fields


@pytest.mark.parametrize(("reason", "fields"), [("recount", ["killed"]), (None, [])])
def test_another_count_of_a_toll_by_another_voice_of_the_report_speaks_against_it(reason, fields):
    first = dead(claim("airstrike", "a", place=TOWN, when=DAY, actor=REDS, speakers=said_by(REDS)), "9", counted(9))
    said = (Speaker(evidence=Evidence(span=Span(7, 12), quote="Blues"), cue="said", actor=BLUES),)
    second = dead(claim("airstrike", "a", when=DAY, speakers=said), "20", counted(20), reason)
    found = derive([first, again(second, first)], published(a="2031-03-04")).contradictions
    assert [c.field for c in found] == fields


@pytest.mark.parametrize(
    ("words", "some"),
    [("25 children among the dead", True), ("25 children, among them 9 girls", False), ("25 people", False)],
)
def test_so_many_children_among_the_dead_are_no_toll(words, some):
    assert is_of_some(dead(claim("kill", "a"), words, counted(25)).roles[0]) is some


@pytest.mark.parametrize(("place", "fields"), [(LAND, []), (TOWN, ["affected"])])
def test_the_besieged_of_a_land_are_no_count_of_those_of_a_town(place, fields):
    def besieged(report, there, number):
        one = claim("besiege", report, place=there, actor=REDS, when=interval("2031", "open"))
        role = Role(role="affected", evidence=Evidence(span=one.trigger.span, quote="people"), quantity=counted(number))
        return dataclasses.replace(one, roles=(*one.roles, role))

    told = [besieged("a", TOWN, 2500), besieged("a", place, 2500), besieged("b", place, 6000)]
    found = derive(told, published(a="2031-03-04", b="2031-03-05")).contradictions
    assert [c.field for c in found] == fields


def test_two_men_of_another_day_are_no_part_of_a_toll_before():
    toll = dead(claim("kill", "a", place=TOWN, when=DAY), "24 bodies", counted(24))
    later = claim("advance", "a", place=TOWN, when=interval("2031-03-06", "2031-03-06"), hour="on Thursday")
    same = claim("advance", "a", place=TOWN, when=DAY, hour="on Monday")
    two = dead(claim("kill", "a", when=NEWS), "two men", counted(2))
    assert put_right(toll, later, two)[2].fillers("killed")
    assert not put_right(toll, same, two)[2].fillers("killed")
