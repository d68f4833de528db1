"""States of the past, of buildings, of divided towns: what the record makes of them, and what it does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import BLUES, REDS, TOWN, WEST, claim, interval, published, spells

from situate.derive import derive
from situate.derive.spells.spell_days import holding
from situate.model.actor import Actor
from situate.model.claim import Evidence, Role
from situate.model.interval import first_day, last_day
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.span import Span

NOW = interval(None, "open", "none")
PARTS = replace(TOWN, precision="part", relation="districts of")


def holders(spell):
    return {part.actor.id for part in spell.actors}


@pytest.mark.parametrize("kind", ["besiege", "ceasefire"])
def test_what_is_told_of_a_past_year_is_over_by_the_day_of_its_report(kind):
    told = claim(kind, "a", place=TOWN, actor=REDS, when=interval("2029", "2029", "stated"))
    (one,) = spells([told], "siege" if kind == "besiege" else "truce", a="2031-02-01")
    assert (one.starts.earliest, one.ends.earliest, one.ends.latest) == ("2029", "2029", "2031-02-01")
    assert not one.stale
    assert [bool(holding([one], day)) for day in ("2028-06-01", "2029-06-01", "2030-06-01")] == [False, True, False]


def test_what_is_told_of_the_last_months_can_last():
    told = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2030-11", "2030-11", "stated"))
    (siege,) = spells([told], "siege", a="2031-02-01")
    assert siege.ends.open


def test_a_past_siege_that_others_see_later_went_on():
    told = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2029", "2029", "stated"))
    later = claim("besiege", "b", place=TOWN, actor=REDS, when=NOW)
    (siege,) = spells([told, later], "siege", a="2031-02-01", b="2030-06-01")
    assert siege.ends.open
    (whole,) = (
        s
        for s in spells([told, replace_place(later, WEST)], "siege", a="2031-02-01", b="2030-06-01")
        if s.place == TOWN
    )
    assert whole.ends.open  # one of its pockets was seen besieged later


def replace_place(told, place):
    return replace(told, roles=tuple(replace(r, place=place) if r.place else r for r in told.roles))


@pytest.mark.parametrize("kind", ["control", "besiege", "deprivation"])
def test_a_state_that_was_there_at_no_known_time_is_not_there_now(kind):
    assert not derive([claim(kind, "a", place=TOWN, actor=REDS)], published(a="2031-02-01")).spells


@pytest.mark.parametrize("kind", ["ceasefire", "cut_route", "deny_aid"])
def test_a_happening_without_a_time_in_a_dated_report_makes_no_state(kind):
    told = [claim(kind, "a", place=TOWN, actor=REDS)]
    assert not derive(told, published(a="2031-02-01")).spells
    assert derive(told, published(a=None)).spells


def test_a_truce_that_is_said_to_be_over_ends_by_the_day_of_that_report():
    agreed = claim("ceasefire", "a", place=TOWN, actor=REDS, when=interval("2031-02-01", "2031-02-01"))
    over = claim("ceasefire", "b", place=TOWN, polarity="negative")
    (truce,) = spells([agreed, over], "truce", a="2031-02-02", b="2031-02-20")
    assert (truce.ends.open, truce.ends.latest) == (False, "2031-02-20")


def test_who_held_a_place_until_a_past_year_holds_it_no_more():
    told = claim("control", "a", place=TOWN, actor=REDS, when=interval(None, "2029", "stated"))
    (one,) = spells([told], "control", a="2031-02-01")
    assert (one.ends.earliest, one.ends.latest) == ("2029", "2031-02-01")


def test_who_held_a_place_over_the_years_up_to_the_report_holds_it_still():
    told = claim("control", "a", place=TOWN, actor=REDS, when=interval("2029", "2031-02-01"))
    (one,) = spells([told], "control", a="2031-02-01")
    assert one.ends.open


def test_a_town_that_has_not_been_taken_is_not_lost_by_those_who_hold_it():
    held = claim("control", "a", place=TOWN, actor=BLUES, when=NOW)
    day = interval("2031-02-03", "2031-02-03", "publication")
    failed = claim("capture", "b", place=TOWN, actor=BLUES, when=day, polarity="negative")
    (one,) = spells([held, failed], "control", a="2031-02-02", b="2031-02-03")
    assert one.ends.open


def also(told, role, quote, actor=None):
    more = Role(role=role, evidence=Evidence(span=told.trigger.span, quote=quote), actor=actor)
    return replace(told, roles=(*told.roles, more))


CROWD = Actor(id="crowd", name="Protesters", kind="civilians")
CHIEF = Actor(id="chief", name="The Chief", kind="person")


def test_a_building_a_person_or_a_word_of_speech_is_no_town_under_siege():
    def besieged(*roles, by=REDS):
        told = claim("besiege", "a", place=TOWN, actor=by, words="besieged", when=NOW)
        for role in roles:
            told = also(told, *role)
        return spells([told], "siege", a="2031-02-01")

    assert besieged()
    assert besieged(("target", "the garrison of the town"))
    assert not besieged(("target", "the embassy in Lisk"))
    assert not besieged(("place", "a hotel in Lisk"))
    assert not besieged(("target", "the chief", CHIEF))
    assert not besieged(("target", "The prime minister"), by=None)
    assert not besieged(("actor", "critics"), by=None)
    assert not besieged(by=CROWD)


def test_a_siege_of_a_building_stays_an_event():
    told = also(claim("besiege", "a", place=TOWN, actor=REDS, words="besieged", when=NOW), "target", "the embassy")
    derived = derive([told], published(a="2031-02-01"))
    assert [event.type for event in derived.events] == ["besiege"]
    assert not derived.spells


def test_sides_seen_by_turns_share_a_town_that_nobody_is_told_to_have_taken():
    seen = [("a", REDS), ("b", BLUES), ("c", REDS), ("d", BLUES)]
    told = [claim("control", report, place=TOWN, actor=side, when=NOW) for report, side in seen]
    days = {"a": "2031-02-01", "b": "2031-02-10", "c": "2031-02-20", "d": "2031-03-01"}
    (one,) = spells(told, "control", **days)
    assert (one.value, one.rule, holders(one)) == ("contested", "two-holders", {"reds", "blues"})
    assert one.ends.open


def test_who_is_told_to_have_taken_a_town_between_two_sights_of_another_side_took_it():
    told = [
        claim("control", "a", place=TOWN, actor=REDS, when=NOW),
        claim("capture", "b", place=TOWN, actor=BLUES, when=interval("2031-02-09", "2031-02-09")),
        claim("control", "c", place=TOWN, actor=REDS, when=NOW),
    ]
    found = spells(told, "control", a="2031-02-01", b="2031-02-10", c="2031-02-20")
    assert [(s.value, holders(s)) for s in sorted(found, key=lambda s: s.ends.latest or "9")] == [
        ("held", {"reds"}), ("held", {"blues"}), ("held", {"reds"}),
    ]  # fmt: skip


def test_one_report_of_another_side_among_many_is_the_odd_one():
    told = [claim("control", report, place=TOWN, actor=REDS, when=NOW) for report in "abd"]
    told.append(claim("control", "c", place=TOWN, actor=BLUES, when=NOW))
    (one,) = spells(told, "control", a="2031-02-01", b="2031-02-10", c="2031-02-20", d="2031-03-01")
    assert (one.value, holders(one), len(one.claims)) == ("held", {"reds"}, 3)


@pytest.mark.parametrize(("words", "taken"), [("captured", True), ("broke into", False), ("besiege", False)])
def test_who_breaks_into_a_town_or_besieges_it_need_not_hold_it(words, taken):
    day = interval("2031-02-01", "2031-02-01")
    told = claim("capture", "a", place=TOWN, actor=REDS, words=words, when=day)
    assert bool(spells([told], "control", a="2031-02-01")) == taken


def test_sides_seen_a_year_apart_do_not_share_the_town():
    told = [
        claim("control", report, place=TOWN, actor=side, when=NOW)
        for report, side in zip("abc", (REDS, BLUES, REDS), strict=True)
    ]
    assert len(spells(told, "control", a="2029-02-01", b="2030-02-10", c="2031-02-20")) == 3


def test_a_part_that_is_taken_does_not_end_what_others_hold_of_the_town():
    told = [
        claim("control", "a", place=PARTS, actor=REDS, when=NOW),
        claim("capture", "b", place=PARTS, actor=BLUES, when=interval("2031-02-09", "2031-02-09")),
    ]
    (one,) = spells(told, "control", a="2031-02-01", b="2031-02-10")
    assert (one.value, holders(one), one.ends.open) == ("mixed", {"reds", "blues"}, True)


def test_who_takes_the_last_parts_holds_them_alone():
    told = [
        claim("control", "a", place=PARTS, actor=REDS, when=NOW),
        claim(
            "capture",
            "b",
            place=PARTS,
            actor=BLUES,
            said="the last districts of Lisk",
            when=interval("2031-02-09", "2031-02-09"),
        ),
    ]
    first, *then = sorted(spells(told, "control", a="2031-02-01", b="2031-02-10"), key=lambda s: s.ends.open)
    assert (first.value, holders(first), first.ends.latest) == ("held", {"reds"}, "2031-02-09")
    assert all((s.value, holders(s)) == ("held", {"blues"}) for s in then)
    assert {s.rule for s in then} == {"last-parts-taken"}
    assert sorted(s.place.id == TOWN.id for s in then) == [False, True]


def test_who_takes_the_last_parts_ends_what_sides_shared_there():
    told = [claim("control", report, place=PARTS, actor=side, when=NOW) for report, side in (("a", REDS), ("b", BLUES))]
    last = interval("2031-02-09", "2031-02-09")
    told.append(claim("capture", "c", place=PARTS, actor=BLUES, said="the last districts of Lisk", when=last))
    found = spells(told, "control", a="2031-02-01", b="2031-02-02", c="2031-02-10")
    assert [s.value for s in found if s.ends.open] == ["held", "held"]


def test_who_takes_the_whole_takes_the_parts_that_its_report_says_others_held():
    told = [
        claim("control", "b", place=PARTS, actor=REDS, when=NOW),
        claim("capture", "b", place=TOWN, actor=BLUES, when=interval("2031-02-09", "2031-02-09")),
    ]
    (now,) = (s for s in spells(told, "control", b="2031-02-10") if s.place.part_of and s.ends.open)
    assert holders(now) == {"blues"}


def test_a_part_that_is_taken_later_in_the_same_report_was_not_lost_with_the_whole():
    told = [
        claim("capture", "b", place=TOWN, actor=REDS, when=interval("2029", "2029", "stated")),
        claim("capture", "b", place=PARTS, actor=BLUES, when=interval("2031-02-09", "2031-02-09")),
    ]
    (one,) = (s for s in spells(told, "control", b="2031-02-10") if s.place.part_of)
    assert (holders(one), one.starts.earliest, one.ends.open) == ({"blues"}, "2031-02-09", True)


def test_parts_that_are_besieged_are_so_no_more_when_the_besieger_has_taken_the_whole():
    told = [
        claim("besiege", "a", place=PARTS, actor=REDS, when=NOW),
        claim("capture", "b", place=TOWN, actor=REDS, when=interval("2031-03-09", "2031-03-09")),
    ]
    (siege,) = spells(told, "siege", a="2031-02-01", b="2031-03-10")
    assert siege.ends.latest == "2031-03-09"


def test_some_parts_of_a_country_are_no_place_and_a_country_has_no_access():
    country = Place(id="country:XX", name="XX", country="XX", precision="country")
    some = replace(country, relation="large parts of")
    assert not spells([claim("control", "a", place=some, actor=REDS, when=NOW)], "control", a="2031-02-01")
    day = interval("2031-02-01", "2031-02-01")
    assert not spells([claim("deny_aid", "a", place=country, actor=REDS, when=day)], "access", a="2031-02-01")
    assert spells([claim("deny_aid", "a", place=TOWN, actor=REDS, when=day)], "access", a="2031-02-01")


def test_aid_that_is_on_its_way_has_not_reached_the_town():
    day = interval("2031-02-01", "2031-02-01")
    for words, reached in (
        ("entered", True),
        ("carrying", False),
        ("stockpiled", False),
        ("dispatched", False),
        ("stranded", False),
    ):
        told = [claim("deliver_aid", "a", place=TOWN, words=words, when=day)]
        assert bool(spells(told, "access", a="2031-02-01")) == reached


def test_a_bare_word_for_a_town_beside_the_name_of_another_is_that_one():
    varn = replace(TOWN, id="geonames:2", name="Varn")
    told = claim("control", "a", place=varn, actor=REDS, said="Varn", when=NOW)
    told = replace(
        told,
        roles=(*told.roles, Role(role="place", evidence=Evidence(span=told.trigger.span, quote="city"), place=TOWN)),
    )
    (one,) = spells([told], "control", a="2031-02-01")
    assert one.place == varn


def test_so_much_of_a_land_is_a_part_of_it():
    heights = replace(TOWN, id="supplement:heights", name="Heights", precision="district")
    told = claim("control", "a", place=heights, actor=REDS, said="of the Heights", when=NOW)
    start = told.trigger.span.start
    area = Role(role="area", evidence=Evidence(span=Span(start - 9, start - 1), quote="510 km²."))
    (one,) = spells([replace(told, roles=(area, *told.roles))], "control", a="2031-02-01")
    assert one.place.part_of == heights.id


DAYS = st.dates(first_day("2030-01-01"), first_day("2031-12-31"))
KINDS = ("control", "capture", "besiege", "ceasefire", "withdraw", "deliver_aid", "deny_aid", "siege_end")


@st.composite
def told_loosely(draw, report, day):
    """A claim dated to a year, a month, a day or a stretch of them up to its report, or lasting."""
    begun = min(draw(DAYS), day)
    wide = draw(st.sampled_from([4, 7, 10]))
    latest = draw(st.sampled_from([begun.isoformat()[:wide], day.isoformat(), "open"]))
    earliest = draw(st.sampled_from([begun.isoformat()[:wide], None]))
    kind = draw(st.sampled_from(KINDS))
    place = draw(st.sampled_from([TOWN, WEST, PARTS]))
    actor = draw(st.sampled_from([REDS, BLUES]))
    at = "origin" if kind == "withdraw" else "place"
    return claim(kind, report, place=place, actor=actor, at=at, when=interval(earliest, latest))


@given(st.data())
def test_no_spell_ends_before_it_begins(data):
    days = {f"r{n}": day for n, day in enumerate(data.draw(st.lists(DAYS, min_size=1, max_size=5)))}
    claims = [data.draw(told_loosely(report, day)) for report, day in days.items() for _ in range(2)]
    found = derive(claims, published(**{report: day.isoformat() for report, day in days.items()}))
    for spell in found.spells:
        for bound in (spell.starts, spell.ends):
            if bound.earliest and bound.latest:
                assert first_day(bound.earliest) <= last_day(bound.latest), spell
        if spell.starts.earliest and spell.ends.latest:
            assert first_day(spell.starts.earliest) <= last_day(spell.ends.latest), spell
    assert len(holding(found.spells, "2031-12-31")) <= len(found.spells)


def test_a_past_siege_is_apart_from_one_that_began_later():
    old = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2026", "2026", "relative"))
    new = claim("besiege", "b", place=TOWN, actor=REDS, when=interval("2031-05-02", "2031-05-02", "stated"))
    end = claim("siege_end", "c", place=TOWN, actor=BLUES, when=interval("2031-07-01", "2031-07-01", "stated"))
    days = {"a": "2031-02-01", "b": "2031-05-02", "c": "2031-07-01"}
    found = spells([old, new, end], "siege", **days)
    assert [(s.starts.earliest, s.ends.latest) for s in found] == [("2026", "2031-02-01"), ("2031-05-02", "2031-07-01")]
    held = {day: [s for s in found if s in holding(found, day)] for day in ("2029-01-01", "2031-03-01", "2031-06-01")}
    assert [len(some) for some in held.values()] == [0, 0, 1]


def test_a_siege_that_is_named_by_its_year_was_of_that_year():
    told = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2030", "2030", "relative"))
    time = Evidence(span=Span(0, 9), quote="Last year")
    named = replace(
        told,
        trigger=replace(told.trigger, span=Span(12, 17), quote="siege"),
        roles=(*told.roles, Role(role="time", evidence=time)),
    )
    taken = claim("capture", "b", place=TOWN, actor=REDS, when=interval("2031-08-01", "2031-08-01", "stated"))
    (siege,) = spells([named, taken], "siege", a="2031-02-01", b="2031-08-01")
    assert (siege.starts.earliest, siege.ends.latest) == ("2030", "2030")
    (lasting,) = spells([told, taken], "siege", a="2031-02-01", b="2031-08-01")
    assert lasting.ends.latest == "2031-08-01"


def test_a_hold_that_only_its_report_dates_did_not_begin_then():
    told = claim("control", "a", place=TOWN, actor=REDS, when=interval("2031-02-01", "2031-02-01", "publication"))
    (hold,) = spells([told], "control", a="2031-02-01")
    assert (hold.starts.earliest, hold.starts.latest, hold.ends.open) == (None, "2031-02-01", True)


def test_who_held_a_place_on_the_day_that_it_passed_held_it_since_others_saw_it():
    """ "Control passed from the army to the rebels on Monday": the army did not begin to hold it on Monday."""
    day = interval("2031-03-03", "2031-03-03")
    told = [
        claim("control", "a", place=TOWN, actor=BLUES, when=interval(latest="open")),
        claim("control", "b", place=TOWN, actor=BLUES, when=day),
        claim("capture", "c", place=TOWN, actor=REDS, when=day),
    ]
    held = spells(told, "control", a="2031-02-01", b="2031-03-04", c="2031-03-05")
    army = next(s for s in held if any(p.actor == BLUES for p in s.actors))
    assert (army.starts.earliest, army.starts.latest) == (None, "2031-02-01")


def test_who_holds_a_place_since_a_day_began_then():
    told = [
        claim("control", "a", place=TOWN, actor=BLUES, when=interval(latest="open")),
        claim("control", "b", place=TOWN, actor=BLUES, when=interval("2031-03-03", "open")),
    ]
    (held,) = spells(told, "control", a="2031-02-01", b="2031-03-04")
    assert held.starts.earliest == "2031-03-03"


def test_one_report_of_another_side_divides_no_place_that_many_go_on_to_give_to_its_holder():
    days = {"a": "2031-02-01", "b": "2031-02-10", "c": "2031-02-10", "d": "2031-02-20", "e": "2031-03-01"}
    told = [
        claim("control", report, place=TOWN, actor=BLUES if report == "c" else REDS, when=NOW) for report in "abcde"
    ]
    (one,) = spells(told, "control", **days)
    assert (one.value, holders(one)) == ("held", {"reds"})


def test_a_truce_of_so_many_hours_is_over_after_them():
    day = interval("2031-03-03", "2031-03-03")
    truce = claim("ceasefire", "r", place=TOWN, when=day, hour="on Tuesday")
    evidence = replace(truce.trigger, quote="48-hour")
    hours = Quantity(low=48, best=48, high=48, unit="hour")
    limited = replace(truce, roles=(*truce.roles, Role(role="duration", evidence=evidence, quantity=hours)))
    daily = Role(role="duration", evidence=replace(evidence, quote="three-hour daily"), quantity=hours)
    every_day = replace(truce, roles=(*truce.roles, daily))
    for told, until in ((limited, "2031-03-05"), (truce, None), (every_day, None)):
        (spell,) = derive([told], published(r="2031-03-04")).spells
        assert spell.ends.latest == until
