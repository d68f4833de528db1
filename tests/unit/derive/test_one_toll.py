"""One toll under several words: deaths that a blow is lent, the dead told first, those of a taking."""

import dataclasses

import pytest
from world import BLUES, REDS, SOUTH, TOWN, WEST, claim, interval, published, put_right, restart

from situate.derive import derive
from situate.derive.events.tolls import COUNTED_AGAIN, told_again
from situate.model.claim import Evidence
from situate.model.place import Place
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")
NEWS = interval("2031-03-04", "2031-03-04", basis="publication")
ELSEWHERE = Place(id="geonames:9", name="Olm", country="XX", latitude=14.0, longitude=14.0)


@pytest.fixture(autouse=True)
def _restarted():
    restart()


def events(*claims):
    found = derive(list(claims), published(**{c.report: "2031-03-04" for c in claims})).events
    return {e.type: e for e in found}, told_again(found)


def dead_of(one):
    return [r.quantity.best for r in one.fillers("killed")]


def test_deaths_lent_to_a_blow_are_counted_with_it_whatever_spot_it_struck():
    by_type, again = events(
        claim("airstrike", "a", place=WEST, when=DAY), claim("kill", "a", killed=(23, 23), when=DAY),
        claim("airstrike", "b", place=WEST, when=DAY, killed=(14, 14)),
    )  # fmt: skip
    deaths, strike = by_type["kill"], by_type["airstrike"]
    assert [why for *_, why in deaths.why] == [COUNTED_AGAIN]
    assert [e.id for e in again[deaths.id]] == [strike.id]


def test_deaths_that_another_report_counts_beside_them_may_be_more():
    by_type, _ = events(
        claim("airstrike", "a", place=TOWN, when=DAY), claim("kill", "a", killed=(23, 23), when=DAY),
        claim("kill", "b", place=TOWN, killed=(30, 30), when=DAY),
    )  # fmt: skip
    assert COUNTED_AGAIN not in {why for *_, why in by_type["kill"].why}


def test_the_dead_told_first_are_those_of_the_blow_that_the_next_words_tell():
    dead, blow = put_right(
        claim("kill", "a", place=TOWN, killed=(3, 3), when=NEWS),
        claim("assault", "a", place=TOWN, actor=REDS, when=DAY),
    )
    assert (dead_of(blow), dead.interval) == ([3], DAY)


@pytest.mark.parametrize(
    ("dead", "blow"),
    [
        ({"when": interval("2031-03-01", "2031-03-01")}, {}),  # a day of its own
        ({"actor": BLUES}, {}),  # somebody else did it
        ({"place": ELSEWHERE}, {}),
        ({}, {"killed": (5, 5)}),  # the blow has a toll
    ],
)
def test_other_deaths_told_first_are_none_of_it(dead, blow):
    _, struck = put_right(
        claim("kill", "a", **{"place": TOWN, "killed": (3, 3), "when": NEWS} | dead),
        claim("assault", "a", **{"place": TOWN, "actor": REDS, "when": DAY} | blow),
    )
    assert dead_of(struck) == ([5] if blow else [])


def test_what_burns_after_a_strike_is_its_harm_and_has_no_dead_of_its_own():
    strike, fire, _ = put_right(
        claim("airstrike", "a", place=TOWN, when=DAY), claim("destroy", "a", place=TOWN, when=DAY),
        claim("kill", "a", killed=(2, 2), when=DAY),
    )  # fmt: skip
    assert (dead_of(strike), dead_of(fire)) == ([2], [])
    _, burnt, _ = put_right(
        claim("airstrike", "a", place=TOWN, when=DAY), claim("destroy", "a", place=TOWN, actor=REDS, when=DAY),
        claim("kill", "a", killed=(2, 2), when=DAY),
    )  # fmt: skip
    assert dead_of(burnt) == [2]  # who burnt it is told: a deed of its own


def taken_away(words, apart):
    """Twelve people who died, of whom a second claim says that they were taken away; letters before the first word."""
    people = Evidence(span=Span(100, 100 + len(words)), quote=words)
    start = people.span.end + apart
    dead = claim("kill", "a", place=TOWN, when=DAY, killed=(12, 12))
    died = dataclasses.replace(dead.trigger, span=Span(start, start + 4), quote="died")
    roles = tuple(dataclasses.replace(r, evidence=people) if r.role == "killed" else r for r in dead.roles)
    moved = claim("evacuate", "a", when=DAY, killed=(12, 12))
    gone = tuple(dataclasses.replace(r, role="affected", evidence=people) for r in moved.fillers("killed"))
    return dead_of(
        put_right(dataclasses.replace(dead, trigger=died, roles=roles), dataclasses.replace(moved, roles=gone))[0]
    )


def test_who_is_told_to_have_died_is_dead_though_others_are_taken_away_with_him():
    assert taken_away("12 residents", 1) == [12]  # "12 residents died and 40 were evacuated"
    assert taken_away("12 bodies", 40) == [12]
    assert taken_away("12 residents", 40) == []  # "12 residents were evacuated from where their sons died"


def told(report, of_day=DAY, dead=24, **more):
    """A report of a taking, and then of so many dead without a place."""
    return claim("capture", report, place=TOWN, actor=BLUES, when=DAY), claim(
        "kill", report, killed=(dead, dead), when=of_day, **more
    )


def test_dead_that_are_told_after_a_taking_died_where_it_was():
    _, deaths = put_right(*told("a"))
    assert [r.place for r in deaths.fillers("place")] == [TOWN]
    by_type, _ = events(*told("a"), *told("b", dead=15))
    assert by_type["kill"].reports == 2


def test_dead_of_another_day_or_after_words_of_another_place_did_not():
    _, deaths = put_right(*told("a", of_day=interval("2031-03-01", "2031-03-01")))
    assert deaths.fillers("place") == ()
    taking, deaths = told("a")
    away = claim("airstrike", "a", place=ELSEWHERE, when=DAY)
    later = dataclasses.replace(
        deaths,
        trigger=dataclasses.replace(deaths.trigger, span=Span(away.trigger.span.end + 5, away.trigger.span.end + 9)),
    )
    assert put_right(taking, away, later)[2].fillers("place") == ()
    both = claim("capture", "a", place=WEST, actor=BLUES, when=DAY)
    two = dataclasses.replace(both, roles=(*both.roles, *claim("capture", "a", place=SOUTH).roles))
    assert put_right(two, claim("kill", "a", killed=(3, 3), when=DAY))[1].fillers("place") == ()


@pytest.mark.parametrize(
    ("words", "died", "day", "same"),
    [
        ("Death toll", 21, "2031-03-05", True), ("toll", 20, "2031-03-04", True), ("killed", 21, "2031-03-05", False),
        ("Death toll", 45, "2031-03-05", False), ("Death toll", 15, "2031-03-05", False),
        ("Death toll", 21, "2031-03-20", False),
    ],
)  # fmt: skip
def test_a_toll_told_later_is_that_of_the_only_blow_there(words, died, day, same):
    blow = claim("shelling", "a", place=TOWN, when=DAY, killed=(20, 20))
    later = claim("kill", "b", place=TOWN, when=interval(day, day), killed=(died, died), words=words)
    by_type, again = events(blow, later)
    assert [e.id for e in again.get(by_type["kill"].id, ())] == ([by_type["shelling"].id] if same else [])
    other = claim("airstrike", "c", place=TOWN, when=interval("2031-03-01", "2031-03-01"), killed=(18, 18))
    by_type, again = events(blow, later, other)
    assert (by_type["kill"].id in again) is (died == 20)  # of two blows the one that killed as many


def test_deaths_a_few_days_off_are_those_of_the_only_blow_there_that_killed_as_many():
    blow = claim("shelling", "a", place=TOWN, when=DAY, killed=(20, 20))
    for day, died, same in (
        ("2031-03-01", 20, True),
        ("2031-03-06", 20, True),
        ("2031-03-07", 20, False),
        ("2031-03-04", 19, False),
    ):
        told = claim("kill", "b", place=TOWN, when=interval(day, day), killed=(died, died))
        by_type, again = events(blow, told)
        assert (by_type["kill"].id in again) is same
