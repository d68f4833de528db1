"""Two strikes of one day and town, one under two words, and what only a loose date keeps apart."""

import dataclasses

import pytest
from test_loosely import together
from world import BLUES, REDS, TOWN, claim, interval, published, put_right

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")
ABOUT = interval("2031-03-01", "2031-03-05")
NEVER = interval()


def hitting(one, words):
    """A claim of a blow that struck something."""
    what = Role(role="target", evidence=Evidence(span=one.trigger.span, quote=words), reason="description")
    return dataclasses.replace(one, roles=(*one.roles, what))


def strike(report, hit="", **more):
    made = claim("airstrike", report, **{"place": TOWN, "when": DAY, "actor": REDS} | more)
    return hitting(made, hit) if hit else made


def test_of_two_strikes_of_one_day_those_on_one_thing_in_one_hour_are_one():
    market = strike("a", "a market", killed=(2, 2), hour="in the morning")
    mosque = strike("a", "a mosque", killed=(5, 5), hour="in the evening")
    other = strike("b", "a mosque", killed=(9, 9), hour="in the evening")
    third = strike("c", "the market", killed=(4, 4))
    assert together(market, mosque, other, third) == [[0, 3], [1, 2]]


def test_where_only_people_were_hit_nothing_tells_them_apart():
    assert together(strike("a", "civilians"), strike("b", "residents")) == [[0, 1]]


@pytest.mark.parametrize(
    ("hit", "dead", "actor", "number"),
    [
        ("a tent", None, REDS, 1),  # the same thing
        ("a bridge", 2, REDS, 1),  # as many dead, by one side
        ("a bridge", 2, BLUES, 2),
        ("a bridge", None, REDS, 2),
    ],
)
def test_an_attack_on_one_thing_is_the_blow_that_hit_it(hit, dead, actor, number):
    killed = None if dead is None else (dead, dead)
    attack = hitting(claim("assault", "a", place=TOWN, when=DAY, actor=REDS, killed=killed, words="attack"), "the tent")
    blast = hitting(claim("explosion", "b", place=TOWN, when=DAY, actor=actor, killed=killed, words="bomb"), hit)
    assert len(together(attack, blast)) == number


@pytest.mark.parametrize(("words", "number"), [("bombed", 1), ("shelled", 2)])
def test_who_bombed_may_have_shelled(words, number):
    assert len(together(strike("a"), claim("shelling", "b", place=TOWN, when=DAY, actor=REDS, words=words))) == number


def test_a_loose_date_does_not_keep_two_others_apart():
    loose, exact = strike("a", when=ABOUT, killed=(4, 4)), strike("b", killed=(4, 4))
    side = strike("c", actor=None, killed=(7, 7))
    assert together(loose, exact, side) == [[0, 1, 2]]
    assert together(loose, exact, strike("c", actor=BLUES, killed=(7, 7))) == [[0, 1], [2]]


def fled(report, when, people, **more):
    made = claim("displace", report, **{"place": TOWN, "when": when, "killed": (people, people)} | more)
    return dataclasses.replace(
        made, roles=tuple(dataclasses.replace(r, role="affected") if r.role == "killed" else r for r in made.roles)
    )


@pytest.mark.parametrize(
    ("people", "day", "number"),
    [(1250, "2031-03-05", 1), (900, "2031-03-05", 2), (1250, "2031-03-20", 2), (2, "2031-03-05", 2)],
)
def test_so_many_without_a_date_are_those_of_the_days_before(people, day, number):
    claims = [fled("a", DAY, 1250 if people > 2 else 2), fled("b", NEVER, people)]
    for some in (claims, claims[::-1]):
        assert len(derive(some, published(a="2031-03-04", b=day)).events) == number


def test_the_attack_in_the_sentence_of_a_strike_is_that_strike():
    """ "A jet struck the port in an attack blamed on the army." """
    struck = claim("airstrike", "a", place=TOWN, when=DAY, sentence=Span(0, 5000))
    attack = claim("assault", "a", place=TOWN, when=DAY, words="attack", sentence=Span(0, 5000))
    elsewhere = dataclasses.replace(attack, sentence=Span(5001, 9000))
    assert put_right(struck, attack)[1].type == "airstrike"
    assert put_right(struck, elsewhere)[1].type == "assault"
