"""Tolls: the last word of each voice."""

import dataclasses

from world import BLUES, REDS, TOWN, WEST, claim, interval, published, said_by

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.quantity import Quantity
from situate.model.span import Span

DAY = interval("2031-05-05", "2031-05-05")


def strike(report, low, high=None, **more):
    return claim("airstrike", report, place=TOWN, when=DAY, killed=(low, high or low), **more)


def at_least(report, least):
    made = strike(report, least)
    toll = Quantity(low=least, best=None, high=None, unit="people")
    roles = [dataclasses.replace(r, quantity=toll) if r.role == "killed" else r for r in made.roles]
    return dataclasses.replace(made, roles=tuple(roles))


def outcome(claims, outlets):
    known = published(**{name: f"2031-05-{6 + number:02}" for number, name in enumerate(outlets)})
    known = {name: dataclasses.replace(known[name], outlet=outlet) for name, outlet in outlets.items()}
    found = derive(claims, known)
    (event,) = found.events
    toll = dict(event.figures)["killed"]
    return (toll.low, toll.best, toll.high), {c.field for c in found.contradictions}


def test_an_outlet_that_tells_a_toll_again_corrects_itself():
    assert outcome([strike("a", 8), strike("b", 12)], {"a": "Wire", "b": "Wire"}) == ((8, 12, 12), set())


def test_two_outlets_that_differ_are_a_contradiction_without_a_best_figure():
    assert outcome([strike("a", 8), strike("b", 12)], {"a": "Wire", "b": "Post"}) == ((8, None, 12), {"killed"})


def test_at_least_leaves_room_for_the_figure_of_another():
    assert outcome([at_least("a", 8), strike("b", 11)], {"a": "Wire", "b": "Post"})[0][1] == 11
    assert outcome([at_least("a", 12), strike("b", 9)], {"a": "Wire", "b": "Post"}) == ((9, None, None), {"killed"})


def test_the_count_of_who_has_no_stake_is_the_best():
    claims = [strike("a", 20, actor=BLUES, speakers=said_by(REDS)), strike("b", 12, actor=BLUES)]
    assert outcome(claims, {"a": "Wire", "b": "Post"}) == ((12, 12, 20), {"killed"})
    assert outcome(claims[:1], {"a": "Wire"})[0] == (20, 20, 20)


def test_a_floor_is_no_figure_beside_a_count():
    floor = strike("a", 7)
    open_above = Quantity(low=7, best=7, high=None, unit="people")
    roles = [dataclasses.replace(r, quantity=open_above) if r.role == "killed" else r for r in floor.roles]
    said = {"a": "Wire", "b": "Post"}
    assert outcome([dataclasses.replace(floor, roles=tuple(roles)), strike("b", 10)], said)[0][1] == 10
    assert outcome([dataclasses.replace(floor, roles=tuple(roles))], {"a": "Wire"})[0][1] == 7


def test_the_figure_that_more_voices_give_is_the_best():
    claims = [strike("a", 8), strike("b", 12), strike("c", 12)]
    assert outcome(claims, {"a": "Wire", "b": "Post", "c": "Mail"})[0] == (8, 12, 12)


def test_the_outlet_of_a_side_counts_where_nobody_else_has():
    def best(claims):
        known = {
            name: dataclasses.replace(one, outlet=name)
            for name, one in published(a="2031-05-06", b="2031-05-07").items()
        }
        known["a"] = dataclasses.replace(known["a"], outlet_side="blue")
        (event,) = derive(claims, known).events
        return dict(event.figures)["killed"].best

    assert best([strike("a", 20), strike("b", 12)]) == 12
    assert best([strike("a", 20)]) == 20


def test_some_of_the_dead_are_no_other_dead():
    attack = strike("a", 14)
    part = claim("kill", "a", when=DAY, killed=(6, 6))
    more = claim("kill", "a", when=DAY, killed=(6, 6), toll="six others")
    tolls = [dict(e.figures).get("killed") for e in derive([attack, part], published(a="2031-05-06")).events]
    assert [t.best for t in tolls if t is not None] == [14]
    tolls = [dict(e.figures).get("killed") for e in derive([attack, more], published(a="2031-05-06")).events]
    assert sorted(t.best for t in tolls if t is not None) == [6, 14]


def test_a_total_of_many_days_is_no_happening():
    weeks = interval("2031-03-01", "2031-05-05")
    total = claim("kill", "a", place=TOWN, when=weeks, killed=(90, 90), hour="since 1 March")
    spring = interval("2031-02-01", "2031-04-30")
    vague = claim("kill", "b", place=TOWN, when=spring, killed=(7, 7), hour="in spring")
    kinds = {
        e.kind: dict(e.figures)["killed"].best
        for e in derive([total, vague], published(a="2031-05-06", b="2031-05-06")).events
    }
    assert kinds == {"state": 90, "happening": 7}


def test_a_figure_that_another_report_only_repeats_stays_a_word_against_the_count_there():
    told = {"place": WEST, "when": DAY}
    own, again = (claim("kill", name, killed=(300, 300), speakers=said_by(BLUES), **told) for name in "ab")
    counted = claim("assault", "b", actor=REDS, killed=(135, 135), **told)
    found = derive([own, again, counted], published(a="2031-05-06", b="2031-05-07"))
    assert [c.field for c in found.contradictions] == ["killed"]


def test_who_was_displaced_since_a_war_began_was_so_on_no_day():
    whole = claim("displace", "a", place=TOWN, when=interval(None, None, "none"), hour="since the war began")
    news = claim("displace", "b", place=TOWN, when=DAY, hour="on Monday")
    kinds = {e.claims: e.kind for e in derive([whole, news], published(a="2031-05-06", b="2031-05-06")).events}
    assert (kinds[(whole.id,)], kinds[(news.id,)]) == ("state", "happening")


def test_what_an_outlet_told_of_the_spot_goes_for_the_toll_that_it_tells_later():
    """In a city: "shells fell on a fair in it, killing four"; "the toll of the shelling rose to seven"."""
    city = dataclasses.replace(TOWN, radius_km=20.0)
    fair = Role(role="target", evidence=Evidence(span=Span(0, 4), quote="a fair"), reason="description")
    first, side = (claim("airstrike", r, place=city, when=DAY, killed=(n, n)) for r, n in (("a", 4), ("c", 12)))
    first, side = (dataclasses.replace(one, roles=(*one.roles, fair)) for one in (first, side))
    later = claim("airstrike", "b", place=city, when=DAY, killed=(7, 7))
    assert outcome([first, later, side], {"a": "Wire", "b": "Wire", "c": "Post"})[1] == {"killed"}
    assert outcome([later, side], {"b": "Wire", "c": "Post"})[1] == set()  # a city is hit in many places


def test_a_count_that_its_outlet_replaced_is_not_held_against_it_by_who_gave_it_before():
    said = {"a": "Wire", "b": "Post", "c": "Wire"}
    assert outcome([strike("a", 9), strike("b", 9), strike("c", 14)], said) == ((9, 14, 14), set())
    after = {"a": "Wire", "c": "Wire", "b": "Post"}  # the Post counts nine when the Wire has told of 14
    assert outcome([strike("a", 9), strike("b", 9), strike("c", 14)], after) == ((9, None, 14), {"killed"})


def test_a_side_that_gives_its_own_count_in_the_next_report_replaces_none():
    of_reds = strike("c", 22, speakers=said_by(REDS))
    said = {"a": "Wire", "b": "Post", "c": "Wire"}
    assert outcome([strike("a", 5), strike("b", 5), of_reds], said)[0][1] == 5


def fled(report, count, unit):
    made = claim("displace", report, place=TOWN, when=DAY, at="origin")
    figure = Quantity(low=count, best=count, high=count, unit=unit)
    words = Evidence(span=Span(0, 5), quote="words")
    return dataclasses.replace(made, roles=(*made.roles, Role(role="affected", evidence=words, quantity=figure)))


def test_families_are_no_number_of_people_and_contradict_none():
    known = published(a="2031-05-06", b="2031-05-06")
    found = derive([fled("a", 500, "families"), fled("b", 2600, "people")], known)
    (event,) = found.events
    toll = dict(event.figures)["affected"]
    assert (toll.low, toll.high, toll.unit) == (2600, 2600, "people")
    assert not found.contradictions
    (alone,) = derive([fled("a", 500, "families")], known).events
    assert dict(alone.figures)["affected"].unit == "families"


def test_tables_count_no_families_as_people():
    from situate.export.columns import figure
    from situate.pipeline.matrices import _amount

    (event,) = derive([fled("a", 500, "families")], published(a="2031-05-06")).events
    assert figure(event, "affected") == Quantity()
    assert _amount(event, "affected") == 0


def risen(report, to):
    made = strike(report, to)
    roles = [dataclasses.replace(r, reason="risen") if r.role == "killed" else r for r in made.roles]
    return dataclasses.replace(made, roles=tuple(roles))


def test_a_toll_that_rose_is_the_best_and_contradicts_no_smaller_one_told_before():
    said = {"a": "Wire", "b": "Post"}
    assert outcome([strike("a", 8), risen("b", 12)], said) == ((8, 12, 12), set())
    assert outcome([strike("a", 15), risen("b", 12)], said) == (
        (12, None, 15),
        {"killed"},
    )  # it cannot have risen to less
    assert outcome([risen("a", 12), strike("b", 8)], said) == ((8, None, 12), {"killed"})  # told after it rose


def test_a_correction_is_the_word_of_what_it_corrects_and_its_figure_the_one_that_stands():
    said = [strike("a", 10, speakers=said_by(BLUES)), strike("b", 11)]
    known = published(a="2031-05-06", b="2031-05-07")
    (apart,) = derive(said, known).events
    known["b"] = dataclasses.replace(known["b"], retracts=("a",), corrects=())
    found = derive(said, known)
    (event,) = found.events
    assert (apart.independent_origins, event.independent_origins) == (2, 1)
    assert (dict(event.figures)["killed"].best, found.contradictions) == (11, ())
