"""Which sorts of blows and takings are one happening, and what is in the news without a date."""

import dataclasses

import pytest
from world import BLUES, MONITOR, REDS, TOWN, claim, interval, published, spells

from situate.derive import derive
from situate.model.actor import Actor

DAY = interval("2031-03-03", "2031-03-03")
GREENS = Actor(id="greens", name="Greens", kind="political_militia", side="green")


def events(*claims, **days):
    return derive(claims, published(**{c.report: "2031-03-04" for c in claims} | days)).events


@pytest.mark.parametrize(
    ("attack", "fight", "number"),
    [
        ((REDS, BLUES), (BLUES, REDS), 1),
        ((REDS, None), (BLUES, REDS), 1),
        ((REDS, BLUES), (REDS, None), 1),
        ((REDS, GREENS), (BLUES, REDS), 2),
        ((GREENS, None), (BLUES, REDS), 2),
        ((None, None), (BLUES, REDS), 2),
        ((REDS, None), (REDS, None), 2),
        ((REDS, BLUES), (None, None), 1),
        ((REDS, None), (None, None), 2),
    ],
)
def test_an_attack_that_two_sides_fought_out_is_their_clash(attack, fight, number):
    found = events(
        claim("assault", "a", place=TOWN, when=DAY, actor=attack[0], target=attack[1], words="attacked"),
        claim("clash", "b", place=TOWN, when=DAY, actor=fight[0], target=fight[1]),
    )
    assert len(found) == number
    assert number == 2 or found[0].type == "clash"


@pytest.mark.parametrize(
    ("words", "dead", "of_blast", "number"),
    [("attack", 9, 9, 1), ("attack", 8, 9, 2), ("attack", 2, 2, 2), ("stormed", 9, 9, 2)],
)
def test_the_attack_with_the_toll_of_a_blow_is_that_blow(words, dead, of_blast, number):
    found = events(
        claim("assault", "a", place=TOWN, when=DAY, killed=(dead, dead), words=words),
        claim("explosion", "b", place=TOWN, when=DAY, killed=(of_blast, of_blast)),
    )
    assert len(found) == number


@pytest.mark.parametrize(("words", "number"), [("explosions", 1), ("bombed", 1), ("car bomb", 2)])
def test_blasts_that_were_heard_can_be_the_shells_that_fell(words, number):
    found = events(
        claim("explosion", "a", place=TOWN, when=DAY, words=words),
        claim("shelling", "b", place=TOWN, when=DAY, words="shelled", actor=REDS),
    )
    assert len(found) == number


@pytest.mark.parametrize(("words", "number"), [("bombing", 1), ("air strike", 2)])
def test_an_attack_and_a_bombing_that_leave_open_what_they_were_are_one(words, number):
    found = events(
        claim("assault", "a", place=TOWN, when=DAY, killed=(2, 2), words="attack"),
        claim("airstrike", "b", place=TOWN, when=DAY, words=words),
    )
    assert len(found) == number


def test_a_clash_is_no_bombing():
    assert len(events(
        claim("clash", "a", place=TOWN, when=DAY, killed=(9, 9), actor=REDS, target=BLUES),
        claim("airstrike", "b", place=TOWN, when=DAY, killed=(9, 9), words="bombing", actor=BLUES),
    )) == 2  # fmt: skip


@pytest.mark.parametrize(
    ("words", "who", "number"), [("entered", REDS, 1), ("entered", BLUES, 2), ("advanced", REDS, 2)]
)
def test_who_enters_a_town_and_took_it_that_day_did_one_thing(words, who, number):
    found = events(
        claim("advance", "a", place=TOWN, when=DAY, actor=who, words=words),
        claim("capture", "b", place=TOWN, when=DAY, actor=REDS),
    )
    assert len(found) == number
    assert number == 2 or found[0].type == "capture"


@pytest.mark.parametrize(
    ("who", "told", "number"),
    [(REDS, "2031-03-08", 1), (BLUES, "2031-03-08", 2), (REDS, "2031-03-20", 2), (REDS, "2031-03-01", 2)],
)
def test_a_taking_told_without_a_day_is_that_of_the_days_before(who, told, number):
    claims = [claim("capture", "a", place=TOWN, when=DAY, actor=REDS), claim("capture", "b", place=TOWN, actor=who)]
    assert len(derive(claims, published(a="2031-03-04", b=told)).events) == number


def test_the_sides_of_a_fight_are_not_blamed_for_it_by_turns():
    found = derive(
        [
            claim("clash", "a", place=TOWN, when=DAY, actor=REDS, target=BLUES, killed=(9, 9)),
            claim("clash", "b", place=TOWN, when=DAY, actor=BLUES, target=REDS, killed=(9, 9)),
        ],
        published(a="2031-03-04", b="2031-03-04"),
    )
    assert (len(found.events), found.contradictions) == (1, ())


def test_deaths_of_weeks_that_nobody_counts_are_no_happening():
    (found,) = events(claim("kill", "a", place=TOWN, when=interval("2031-01-03", "2031-02-28"), words="deaths"))
    assert found.kind == "state"


def test_a_siege_of_another_year_does_not_last_to_a_capture():
    laid = interval("2026", "2026")
    told = claim("besiege", "a", place=TOWN, when=laid, words="siege", hour="five years ago")
    taken = claim("capture", "b", place=TOWN, when=DAY, actor=REDS)
    again = claim("capture", "c", place=TOWN, actor=REDS)
    (spell,) = spells([told, taken, again], "siege", a="2031-03-01", b="2031-03-04", c="2031-03-04")
    assert spell.ends.latest == "2026"


@pytest.mark.parametrize(("since", "kind"), [(None, "state"), ("2031-03-03", "happening")])
def test_a_truce_that_holds_since_no_day_is_no_happening(since, kind):
    (event,) = events(claim("ceasefire", "a", place=TOWN, when=interval(since, "open")))
    assert event.kind == kind


def test_an_attack_that_was_beaten_off_is_the_clash_of_its_two_sides():
    fight = claim("clash", "b", place=TOWN, when=DAY, actor=REDS, target=BLUES)
    beaten = claim("repel", "a", place=TOWN, when=DAY, actor=BLUES, target=REDS, words="repelled")
    assert [e.type for e in events(beaten, fight)] == ["clash"]
    others = claim("repel", "a", place=TOWN, when=DAY, actor=GREENS, target=MONITOR, words="repelled")
    assert len(events(others, fight)) == 2


@pytest.mark.parametrize(
    ("kind", "words", "number"),
    [("explosion", "bombed", 1), ("explosion", "attack", 1), ("airstrike", "attack", 1), ("airstrike", "bombed", 2)],
)
def test_words_that_leave_open_what_it_was_go_with_the_blow_of_that_day(kind, words, number):
    sure = claim("airstrike" if kind == "explosion" else "shelling", "a", place=TOWN, when=DAY, actor=REDS)
    again = claim(kind, "b", place=TOWN, when=DAY, actor=REDS, words=words)
    assert len(events(sure, again)) == number


@pytest.mark.parametrize(("killed", "number"), [((2, 2), 1), ((4, 4), 2), (None, 2)])
def test_about_then_as_many_died_there(killed, number):
    about = interval("2031-03-01", "2031-03-05")
    told = claim("shelling", "a", place=TOWN, when=about, killed=killed)
    day = claim("shelling", "b", place=TOWN, when=DAY, actor=REDS, killed=(2, 2))
    assert len(events(told, day, a="2031-03-20", b="2031-03-04")) == number


def test_cut_since_a_day_is_cut_on_that_day():
    road = {"at": "route"}
    cut = claim("cut_route", "a", place=TOWN, when=DAY, actor=REDS, **road)
    since = claim("cut_route", "b", place=TOWN, when=interval("2031-03-03", "open"), actor=REDS, **road)
    assert len(events(cut, since)) == 1


def test_a_report_that_tells_a_strike_again_tells_no_other_one_again():
    morning = claim("airstrike", "a", place=TOWN, when=DAY, hour="in the morning")
    evening = claim("airstrike", "a", place=TOWN, when=DAY, hour="in the evening")
    raid = claim("airstrike", "a", place=TOWN, when=DAY, killed=(8, 8), words="raid")
    found = events(morning, evening, dataclasses.replace(raid, same_as=evening.id))
    assert [e.claims for e in found if morning.id in e.claims] == [(morning.id,)]
