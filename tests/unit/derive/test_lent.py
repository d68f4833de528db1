"""The dead of a blow told beside it, and other rules by which what is told twice is counted once."""

import dataclasses

import pytest
from world import BLUES, REDS, TOWN, claim, interval, published, put_right, said_by

from situate.derive import derive
from situate.derive.spells.spell_days import holding
from situate.model.claim import Evidence
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")


def dead_of(one):
    return [r.quantity.best for r in one.fillers("killed")]


def test_a_blow_has_the_dead_that_the_next_words_count():
    strike, dead = put_right(
        claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY), claim("kill", "a", killed=(44, 44), when=DAY)
    )
    assert dead_of(strike) == [44] == dead_of(dead)
    assert strike.fillers("killed")[0].carried


def test_deaths_under_the_heading_of_a_blow_are_lent_too():
    own = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    dead = claim("kill", "a", place=TOWN, killed=(44, 44), when=DAY)
    headed = dataclasses.replace(
        dead, roles=tuple(dataclasses.replace(r, carried=r.place is not None) for r in dead.roles)
    )
    assert dead_of(put_right(own, headed)[0]) == [44]
    assert dead_of(put_right(own, dead)[0]) == []


@pytest.mark.parametrize(
    ("more", "killed"),
    [
        ({"actor": BLUES}, None),  # somebody else killed them
        ({"when": interval("2031-03-01", "2031-03-01")}, None),  # on another day
        ({"toll": "another 44 people"}, None),
        ({}, (5, 5)),  # the blow has a toll of its own
    ],
)
def test_it_has_no_dead_of_others(more, killed):
    strike, _ = put_right(
        claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY, killed=killed),
        claim("kill", "a", killed=(44, 44), **{"when": DAY} | more),
    )
    assert dead_of(strike) == ([5] if killed else [])


@pytest.mark.parametrize(
    ("first", "died", "lent"),
    [
        ("2031-03-01", DAY, [44]),  # "for a third day on Monday. 44 people were killed"
        ("2031-03-01", interval("2031-03-01", "2031-03-03"), [44]),
        ("2031-03-01", interval("2031-03-02", "2031-03-02"), []),
        ("2031-02-01", DAY, []),  # a campaign
    ],
)
def test_a_blow_that_went_on_for_some_days_has_the_dead_of_its_last(first, died, lent):
    strike, _ = put_right(
        claim("airstrike", "a", place=TOWN, actor=REDS, when=interval(first, "2031-03-03")),
        claim("kill", "a", killed=(44, 44), when=died),
    )
    assert dead_of(strike) == lent


def test_nobody_is_lent_to_a_blow_before_another_one():
    first, second, _ = put_right(
        claim("airstrike", "a", place=TOWN, when=DAY), claim("shelling", "a", place=TOWN, when=DAY),
        claim("kill", "a", killed=(44, 44), when=DAY),
    )  # fmt: skip
    assert (dead_of(first), dead_of(second)) == ([], [44])


def test_a_toll_in_a_second_sentence_is_weighed_against_that_of_a_side():
    told = [
        claim("airstrike", "side", place=TOWN, actor=REDS, when=DAY, killed=(71, 71), speakers=said_by(BLUES)),
        claim("airstrike", "wire", place=TOWN, actor=REDS, when=DAY),
        claim("kill", "wire", killed=(44, 44), when=DAY),
    ]
    derived = derive(told, published(side="2031-03-04", wire="2031-03-04"))
    (strike,) = [e for e in derived.events if e.type == "airstrike"]
    assert dict(strike.figures)["killed"].best == 44


@pytest.mark.parametrize(
    ("hour", "kind"),
    [
        ("Between 19 February and 3 March", "state"),
        ("From 19 February to 3 March", "state"),
        ("Between 10 and 11 am", "happening"),
        ("On 3 March", "happening"),
    ],
)
def test_dead_between_two_dates_are_no_attack_of_the_second(hour, kind):
    told = claim("assault", "a", killed=(46, 46), when=DAY, hour=hour)
    (event,) = derive([told], published(a="2031-03-03")).events
    assert event.kind == kind


def test_one_slip_of_the_reader_makes_no_car_bomb_a_suicide_bombing():
    told = [claim("explosion", name, place=TOWN, when=DAY) for name in "abc"]
    told.append(claim("suicide_bombing", "d", place=TOWN, when=DAY))
    (event,) = derive(told, published(**dict.fromkeys("abcd", "2031-03-04"))).events
    assert event.type == "explosion"


def test_who_is_arrested_in_one_report_and_taken_away_in_another_is_held_once():
    told = [claim("detain", "a", place=TOWN, actor=REDS, when=DAY), claim("abduct", "b", place=TOWN, when=DAY)]
    assert len(derive(told, published(a="2031-03-04", b="2031-03-04")).events) == 1


def test_who_is_driven_out_by_others_does_not_take_the_town():
    told = claim("withdraw", "a", place=TOWN, at="origin", actor=REDS, target=BLUES, when=DAY, words="driven out")
    at = told.trigger.span
    where = {"target": at.start - 8, "actor": at.end + 8}
    roles = tuple(
        dataclasses.replace(r, evidence=Evidence(span=Span(where[r.role], where[r.role] + 5), quote="words"))
        if r.role in where else r
        for r in told.roles
    )  # fmt: skip
    (right,) = put_right(dataclasses.replace(told, roles=roles))
    assert right.type == "capture"
    assert [r.actor for r in right.fillers("actor")] == [REDS]


def test_who_stands_behind_drove_out_is_driven_out_whichever_role_was_read():
    told = claim("withdraw", "a", place=TOWN, at="origin", actor=REDS, when=DAY, words="drove out")
    at = told.trigger.span
    before = Evidence(span=Span(at.start - 8, at.start - 3), quote="words")
    after = Evidence(span=Span(at.end + 3, at.end + 8), quote="words")
    roles = [dataclasses.replace(r, evidence=before) if r.role == "actor" else r for r in told.roles]
    lost = dataclasses.replace(told.fillers("actor")[0], actor=BLUES, evidence=after)
    (right,) = put_right(dataclasses.replace(told, roles=(*roles, lost)))
    assert right.type == "capture"
    assert [r.actor for r in right.fillers("actor")] == [REDS]
    assert [r.actor for r in right.fillers("target")] == [BLUES]


def test_a_town_that_falls_to_somebody_is_no_doer():
    told = claim("capture", "a", actor=REDS, when=DAY, words="fall")
    town = dataclasses.replace(told.fillers("actor")[0], role="target", actor=None, place=TOWN)
    (right,) = put_right(dataclasses.replace(told, roles=(town, *told.roles)))
    assert [r.actor for r in right.fillers("actor")] == [REDS]
    assert [r.place for r in right.fillers("place")] == [TOWN]


def test_a_taking_without_a_date_ends_a_siege_after_it_was_seen_last():
    told = [
        claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-02-04", "open")),
        claim("besiege", "b", place=TOWN, actor=REDS, when=interval("2031-02-04", "open")),
        claim("capture", "c", place=TOWN, actor=REDS, when=interval(basis="none")),
    ]
    derived = derive(told, published(a="2031-04-11", b="2031-09-18", c="2031-12-25"))
    (siege,) = [s for s in derived.spells if s.dimension == "siege"]
    assert (siege.ends.earliest, siege.ends.latest) == ("2031-09-18", "2031-12-25")
    assert siege in holding(derived.spells, "2031-06-01")


def test_the_date_of_another_sentence_is_none_of_a_siege_whose_end_is_told():
    whole = Span(0, 200)
    end = claim("siege_end", "a", place=TOWN, actor=REDS, when=interval("2031-07-10", "2031-07-10"), sentence=whole)
    siege = claim("besiege", "a", place=TOWN, actor=REDS, when=interval(None, "2031-02"), sentence=whole)
    told = put_right(end, siege)[1]
    assert (told.interval.earliest, told.interval.latest) == (None, "open")


def test_tolls_of_a_city_clash_where_the_reports_count_the_wounded_alike_or_name_what_was_hit():
    def clash(*said, wounded=True):
        city = dataclasses.replace(TOWN, radius_km=20)
        told = []
        for name, dead, words in zip("ab", (35, 57), said, strict=True):
            one = claim("explosion", name, place=city, when=DAY, killed=(dead, dead), said=words)
            hurt = [dataclasses.replace(r, role="wounded") for r in one.fillers("killed")]
            hurt = [
                dataclasses.replace(r, quantity=dataclasses.replace(r.quantity, low=49, best=49, high=49)) for r in hurt
            ]
            told.append(dataclasses.replace(one, roles=(*one.roles, *(hurt if wounded else ()))))
        return bool(derive(told, published(a="2031-03-04", b="2031-03-04")).contradictions)

    assert clash("Lisk", "Lisk")
    assert not clash("Lisk", "Lisk", wounded=False)
    assert clash("near a clinic in Lisk", "a city clinic in Lisk", wounded=False)
    assert not clash("near a clinic in Lisk", "the mill in Lisk", wounded=False)


def test_a_blow_without_a_day_has_that_of_its_dead():
    undated = interval(basis="none")
    bare, own = (
        claim("airstrike", "a", place=TOWN, actor=REDS, when=undated, **hour) for hour in ({}, {"hour": "last year"})
    )
    dead = claim("kill", "a", killed=(8, 8), when=DAY, hour="on Monday")
    assert [put_right(strike, dead)[0].interval for strike in (bare, own)] == [DAY, undated]


def test_what_is_told_again_with_its_day_was_on_that_day():
    news = interval("2031-03-04", "2031-03-04", "publication")
    state = claim("open_route", "a", place=TOWN, when=news)
    deed = dataclasses.replace(claim("open_route", "a", place=TOWN, actor=REDS, when=DAY), same_as=state.id)
    assert [c.interval for c in put_right(state, deed)] == [DAY, DAY]
    apart = claim("open_route", "a", place=TOWN, actor=REDS, when=DAY)
    assert put_right(state, apart)[0].interval == news


def test_an_attack_that_is_told_again_has_its_sides():
    attack = claim("assault", "a", place=TOWN, actor=REDS, target=BLUES, when=DAY)
    again = dataclasses.replace(claim("assault", "a", when=DAY, words="attack"), same_as=attack.id)
    assert [r.actor for r in put_right(attack, again)[1].roles] == [REDS, BLUES]


def test_who_denies_to_be_behind_a_blow_denies_none():
    blast = claim("explosion", "a", place=TOWN, when=DAY, killed=(3, 3))
    denied = tuple(dataclasses.replace(one, cue="denied") for one in said_by(REDS))
    again = dataclasses.replace(claim("explosion", "a", when=DAY, speakers=denied), same_as=blast.id)
    assert put_right(blast, again)[1].polarity == "positive"
    other = claim("explosion", "a", place=TOWN, when=DAY, speakers=denied)
    assert put_right(other)[0].polarity == "negative"


def test_the_dead_that_are_only_counted_died_on_the_day_of_the_blow():
    strike = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    count = claim("kill", "a", killed=(5, 5), when=interval(basis="none"))
    assert [c.interval for c in put_right(strike, count)] == [DAY, DAY]
    assert dead_of(put_right(strike, count)[0]) == [5]


def test_what_a_place_sees_once_came_about_on_the_day_that_the_next_words_tell():
    news = interval("2031-03-04", "2031-03-04", "publication")
    over, broke = (
        claim("siege_end", "a", place=TOWN, when=when, **hour)
        for when, hour in ((news, {}), (DAY, {"hour": "on Monday"}))
    )
    assert [c.interval for c in put_right(over, broke)] == [DAY, DAY]
    shelled = claim("shelling", "a", place=TOWN, when=news)
    again = claim("shelling", "a", place=TOWN, when=DAY, hour="on Monday")
    assert put_right(shelled, again)[0].interval == news


def test_what_is_told_again_without_a_time_was_on_no_other_day():
    other = interval("2031-02-01", "2031-02-01")
    raid = claim("airstrike", "a", place=TOWN, when=DAY, hour="on Monday")
    again = dataclasses.replace(claim("airstrike", "a", when=other), same_as=raid.id)
    assert put_right(raid, again)[1].interval == DAY
    dated = dataclasses.replace(claim("airstrike", "a", when=other, hour="in February"), same_as=raid.id)
    assert put_right(raid, dated)[1].interval == other
