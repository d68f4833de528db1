"""Two pockets of a town, one relieved: what the record answers, and by which rule."""

from dataclasses import replace

import pytest
from world import BLUES, MONITOR, REDS, SOUTH, TOWN, WEST, claim, interval, published, said_by

from situate.derive import derive
from situate.derive.spells.spell_days import holding
from situate.model.actor import Actor
from situate.model.claim import Evidence, Role
from situate.model.place import Place


def seen(derived, day, place, dimension):
    return [s for s in holding(derived.spells, day) if s.place.id == place.id and s.dimension == dimension]


def two_pockets():
    first = claim(
        "siege_end",
        "r",
        place=WEST,
        actor=BLUES,
        target=REDS,
        when=interval("2031-09-05", "2031-09-05"),
        speakers=said_by(BLUES),
    )
    again = claim("siege_end", "r", place=TOWN, when=interval("2031-09-05", "2031-09-05"), same_as=first.id)
    return [
        claim("besiege", "r", place=TOWN, actor=REDS, when=interval("2028-06", "2028-08", "stated")),
        claim("besiege", "r", place=WEST, actor=REDS, when=interval("2028", "open")),
        claim("control", "r", place=SOUTH, actor=BLUES, when=interval(None, "open", "none")),
        claim("besiege", "r", place=SOUTH, when=interval(None, "open", "none")),
        first,
        again,
    ]


def test_one_pocket_is_relieved_and_the_other_is_not():
    derived = derive(two_pockets(), published(r="2031-09-05"))
    assert not seen(derived, "2031-09-06", WEST, "siege")
    (south,) = seen(derived, "2031-09-06", SOUTH, "siege")
    assert south.value == "besieged"
    assert {p.actor.id for p in south.actors if p.role == "besieger"} == {"reds"}
    assert (south.starts.earliest, south.starts.latest) == ("2028-06", "2028-08")
    assert south.ends.open


def test_the_end_is_claimed_not_assessed_and_names_its_rule():
    derived = derive(two_pockets(), published(r="2031-09-05"))
    (west,) = [s for s in derived.spells if s.place.id == WEST.id and s.dimension == "siege"]
    assert (west.ends.earliest, west.ends.latest) == ("2031-09-05", "2031-09-05")
    assert west.standing == "claimed"
    assert not west.assessed
    assert west.rule == "siege-ends-for-pocket"
    assert len(west.ended_by) == 2


def test_before_the_siege_nothing_holds_and_during_it_both_do():
    derived = derive(two_pockets(), published(r="2031-09-05"))
    assert not seen(derived, "2027-01-01", WEST, "siege")
    assert seen(derived, "2030-01-01", WEST, "siege")


def test_the_besieger_holds_the_rest_of_the_town():
    derived = derive(two_pockets(), published(r="2031-09-05"))
    rest = [s for s in derived.spells if s.rule == "besieger-holds-around"]
    assert [p.actor.id for s in rest for p in s.actors] == ["reds"]
    assert rest[0].place.part_of == TOWN.id


def test_a_crossing_that_is_closed_in_a_besieged_town_is_no_pocket_of_it():
    siege = claim("besiege", "r", place=TOWN, actor=REDS, when=interval("2031-04-02", "open"))
    day = interval("2031-04-04", "2031-04-04")
    closed = derive([siege, claim("cut_route", "r", place=WEST, at="route", when=day)], published(r="2031-04-07"))
    assert {(s.place.id, s.dimension) for s in closed.spells} == {(TOWN.id, "siege"), (WEST.id, "access")}
    denied = derive([siege, claim("deny_aid", "r", place=WEST, when=day)], published(r="2031-04-07"))
    assert (WEST.id, "siege") in {(s.place.id, s.dimension) for s in denied.spells}


def test_a_siege_told_without_its_author_has_the_one_that_the_same_siege_is_told_with():
    nameless = claim("besiege", "r", place=TOWN, words="besieged", when=interval("2028", "open", "stated"))
    told = [nameless, claim("control", "r", place=SOUTH, actor=BLUES, when=interval(None, "open", "none"))]
    named = claim("besiege", "r", place=WEST, actor=REDS, when=interval("2028", "open", "stated"))
    (alone,) = seen(derive(told, published(r="2031-09-05")), "2031-09-06", SOUTH, "siege")
    (south,) = seen(derive([*told, named], published(r="2031-09-05")), "2031-09-06", SOUTH, "siege")
    assert [p.actor.id for p in alone.actors] == []
    assert [(p.role, p.actor.id) for p in south.actors] == [("besieger", "reds")]


def test_a_capture_changes_the_holder_on_its_day():
    claims = [
        claim("control", "a", place=TOWN, actor=REDS, when=interval("2031-01-01", "open")),
        claim("capture", "b", place=TOWN, actor=BLUES, target=REDS, when=interval("2031-03-03", "2031-03-03")),
    ]
    derived = derive(claims, published(a="2031-02-01", b="2031-03-04"))
    (before,), (after,) = (seen(derived, day, TOWN, "control") for day in ("2031-03-02", "2031-03-05"))
    assert [p.actor.id for p in before.actors] == ["reds"]
    assert before.ends.latest == "2031-03-03"
    assert [p.actor.id for p in after.actors] == ["blues"]


def test_two_sides_said_to_hold_a_place_on_one_day_is_contested_and_a_contradiction():
    claims = [
        claim("control", "a", place=TOWN, actor=REDS, when=interval(None, "open", "none")),
        claim("control", "b", place=TOWN, actor=BLUES, when=interval(None, "open", "none")),
    ]
    derived = derive(claims, published(a="2031-02-01", b="2031-02-01"))
    (now,) = seen(derived, "2031-02-02", TOWN, "control")
    assert now.value == "contested"
    (found,) = derived.contradictions
    assert {value for value, _ in found.values} == {"Reds", "Blues"}


def test_a_state_that_many_reports_repeat_is_one_spell():
    claims = [claim("besiege", f"r{i}", place=TOWN, actor=REDS, when=interval(None, "open", "none")) for i in range(5)]
    derived = derive(claims, published(**{f"r{i}": f"2031-0{i + 1}-01" for i in range(5)}))
    spells = [s for s in derived.spells if s.dimension == "siege"]
    assert len(spells) == 1
    assert len(spells[0].claims) == 5


def test_no_news_for_a_month_is_stale_and_keeps_its_value():
    claims = [claim("besiege", "a", place=TOWN, actor=REDS, when=interval(None, "open", "none"))]
    derived = derive(claims, published(a="2031-01-01"), now="2031-03-01")
    (spell,) = seen(derived, "2031-03-01", TOWN, "siege")
    assert spell.stale
    assert spell.value == "besieged"


def test_standing_counts_independent_origins_and_own_gain():
    when = interval("2031-03-03", "2031-03-03")
    own = claim("capture", "a", place=TOWN, actor=BLUES, target=REDS, when=when, speakers=said_by(BLUES))
    outside = claim("capture", "b", place=TOWN, actor=BLUES, target=REDS, when=when, speakers=said_by(MONITOR))
    admitted = claim("capture", "c", place=TOWN, actor=BLUES, target=REDS, when=when, speakers=said_by(REDS))
    days = published(a="2031-03-03", b="2031-03-03", c="2031-03-04")

    def standing(*claims):
        (event,) = derive(claims, days).events
        return event.standing

    assert standing(own) == "claimed"
    assert standing(outside) == "reported"
    assert standing(own, outside) == "corroborated"
    assert standing(own, admitted) == "corroborated"


def test_tolls_that_cannot_both_be_right_are_a_contradiction():
    when = interval("2031-03-03", "2031-03-03")
    claims = [
        claim("airstrike", "a", place=TOWN, actor=BLUES, when=when, killed=(12, 12)),
        claim("airstrike", "b", place=TOWN, actor=BLUES, when=when, killed=(40, None)),
    ]
    derived = derive(claims, published(a="2031-03-03", b="2031-03-04"))
    assert len(derived.events) == 1
    (found,) = derived.contradictions
    assert (found.field, [v for v, _ in found.values]) == ("killed", ["12", "at least 40"])


def test_a_pocket_that_was_relieved_is_not_besieged_again_because_the_town_is_said_to_be():
    later = claim("besiege", "s", place=TOWN, actor=REDS, when=interval(None, "open", "none"))
    derived = derive([*two_pockets(), later], published(r="2031-09-05", s="2031-09-20"))
    assert not seen(derived, "2031-09-21", WEST, "siege")
    assert seen(derived, "2031-09-21", SOUTH, "siege")
    again = claim("besiege", "t", place=WEST, actor=REDS, when=interval("2031-10-01", "open"))
    derived = derive([*two_pockets(), later, again], published(r="2031-09-05", s="2031-09-20", t="2031-10-02"))
    assert seen(derived, "2031-10-02", WEST, "siege")


def test_who_was_driven_off_a_place_and_takes_it_later_holds_it_again():
    claims = [
        claim("capture", "a", place=TOWN, actor=BLUES, when=interval("2031-05-06", "2031-05-06")),
        claim("capture", "b", place=TOWN, actor=BLUES, when=interval("2031-05-08", "2031-05-08"), polarity="negative"),
        claim("capture", "c", place=TOWN, actor=BLUES, when=interval("2031-05-16", "2031-05-16")),
    ]
    derived = derive(claims, published(a="2031-05-07", b="2031-05-09", c="2031-05-17"))
    assert seen(derived, "2031-05-07", TOWN, "control")
    assert not seen(derived, "2031-05-10", TOWN, "control")
    assert seen(derived, "2031-06-10", TOWN, "control")


def test_words_of_one_day_that_name_two_holders_are_one_change():
    day = interval("2031-05-06", "2031-05-06")
    takers = {"a": REDS, "b": BLUES, "c": REDS, "d": BLUES, "e": REDS}
    claims = [claim("capture", report, place=TOWN, actor=actor, when=day) for report, actor in takers.items()]
    derived = derive(claims, published(**dict.fromkeys(takers, "2031-05-07")))
    held = [s for s in derived.spells if s.dimension == "control"]
    assert len(held) == 2
    assert [[p.actor.id for p in s.actors] for s in held if s.ends.open] == [["reds"]]


def test_people_who_live_in_a_place_do_not_hold_it():
    people = Actor(id="people", name="Residents", kind="civilians")
    held = claim("control", "a", place=TOWN, actor=people, when=interval(None, "open", "none"))
    assert derive([held], published(a="2031-05-07")).spells == ()


def test_the_siege_of_a_town_that_is_taken_ends_for_its_parts():
    claims = [
        claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-01-01", "open")),
        claim("deprivation", "a", place=WEST, when=interval(None, "open", "none")),
        claim("capture", "b", place=TOWN, actor=REDS, when=interval("2031-03-01", "2031-03-01")),
    ]
    derived = derive(claims, published(a="2031-02-01", b="2031-03-02"))
    assert seen(derived, "2031-02-01", WEST, "siege")
    assert not seen(derived, "2031-03-02", WEST, "siege")


def test_two_sides_that_hold_districts_of_a_town_hold_parts_of_it_and_do_not_contradict_each_other():
    districts = replace(TOWN, precision="part", relation="districts of")
    told = [
        ("r", BLUES, "2031-03-03"),
        ("s", REDS, "2031-03-20"),
        ("t", BLUES, "2031-04-02"),
        ("u", REDS, "2032-04-02"),
    ]
    derived = derive(
        [claim("control", r, place=districts, actor=side, when=interval(None, "open", "none")) for r, side, _ in told],
        published(**{r: day for r, _, day in told}),
    )
    mixed, later = sorted(derived.spells, key=lambda spell: spell.starts.latest)
    assert (mixed.value, len(mixed.claims)) == ("mixed", 3)
    assert {part.actor.id for part in mixed.actors} == {"blues", "reds"}
    assert (later.value, len(later.claims)) == ("held", 1)
    assert not derived.contradictions


def test_the_siege_of_people_somewhere_in_a_region_is_not_that_of_each_pocket_in_it():
    province = replace(TOWN, id="geonames:9", name="Lisk Province", precision="region")
    pocket = replace(WEST, part_of=province.id)
    derived = derive(
        [
            claim("besiege", "r", place=pocket, actor=REDS, when=interval("2028", "open")),
            claim("besiege", "s", place=province, when=interval(None, "open", "none")),
        ],
        published(r="2029-09-05", s="2031-09-05"),
    )
    (west,) = seen(derived, "2030-01-01", pocket, "siege")
    assert west.last_news == "2029-09-05"


def quarter_and_town(*later):
    """A quarter that the reds held in March, the town that the blues take in June, and what is told later."""
    held = claim("control", "r", place=WEST, actor=REDS, when=interval("2031-03", "open"))
    took = claim("capture", "s", place=TOWN, actor=BLUES, target=REDS, when=interval("2031-06-01", "2031-06-01"))
    return derive([held, took, *later], published(r="2031-03-05", s="2031-06-02", t="2031-07-01"))


def test_who_takes_a_town_takes_the_quarters_that_others_held_in_it():
    (now,) = seen(quarter_and_town(), "2031-06-10", WEST, "control")
    assert {part.actor.id for part in now.actors} == {"blues"}
    assert now.rule == "taking-of-the-whole-takes-its-parts"
    (before,) = seen(quarter_and_town(), "2031-04-01", WEST, "control")
    assert {part.actor.id for part in before.actors} == {"reds"}


def test_a_quarter_that_is_seen_held_or_besieged_after_that_was_not_taken_with_the_town():
    still = claim("control", "t", place=WEST, actor=REDS, when=interval(None, "open", "none"))
    (now,) = seen(quarter_and_town(still), "2031-06-10", WEST, "control")
    assert {part.actor.id for part in now.actors} == {"reds"}
    siege = claim("besiege", "t", place=WEST, when=interval("2031-06", "open"), words="besieged")
    (now,) = seen(quarter_and_town(siege), "2031-06-10", WEST, "control")
    assert {part.actor.id for part in now.actors} == {"reds"}


def test_who_takes_a_town_ends_the_siege_of_a_quarter_of_which_nobody_says_who_held_it():
    siege = claim("besiege", "r", place=WEST, actor=REDS, when=interval("2031-03", "open"))
    took = claim("capture", "s", place=TOWN, actor=BLUES, target=REDS, when=interval("2031-06-01", "2031-06-01"))
    derived = derive([siege, took], published(r="2031-03-05", s="2031-06-02"))
    assert seen(derived, "2031-05-01", WEST, "siege")
    assert not seen(derived, "2031-06-10", WEST, "siege")
    (now,) = seen(derived, "2031-06-10", WEST, "control")
    assert {part.actor.id for part in now.actors} == {"blues"}


def fallen(**more):
    open_state = interval(None, "open", "none")
    claims = [
        claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-01-01", "open")),
        claim("control", "a", place=TOWN, actor=BLUES, when=open_state),
        claim("control", "c", place=TOWN, actor=REDS, when=open_state),
        *more.get("claims", ()),
    ]
    derived = derive(claims, published(a="2031-02-01", b="2031-03-02", c="2031-05-10", d="2031-06-10"))
    return next(s for s in derived.spells if s.place.id == TOWN.id and s.dimension == "siege")


def test_a_besieger_who_holds_the_town_without_a_date_has_taken_it():
    ends = fallen().ends
    assert (ends.earliest, ends.latest, ends.open) == ("2031-02-01", "2031-05-10", False)


def test_a_siege_that_is_seen_later_or_told_beside_it_goes_on():
    later = claim("besiege", "d", place=TOWN, actor=REDS, when=interval(None, "open", "none"))
    beside = claim("besiege", "c", place=TOWN, actor=REDS, when=interval(None, "open", "none"))
    other = claim("control", "d", place=TOWN, actor=BLUES, when=interval(None, "open", "none"))
    assert all(fallen(claims=[one]).ends.open for one in (later, beside, other))


def test_one_voice_that_tells_of_two_things_denies_neither():
    day = interval("2031-03-01", "2031-03-01")
    done = claim("deliver_aid", "a", place=TOWN, actor=BLUES, when=day)
    not_done = claim("deliver_aid", "a", place=TOWN, when=day, polarity="negative")
    denied = claim("deliver_aid", "b", place=TOWN, when=day, polarity="negative")
    days = {"a": "2031-03-02", "b": "2031-03-02"}
    assert not derive([done, not_done], published(a="2031-03-02")).contradictions
    (found,) = derive([done, not_done, denied], published(**days)).contradictions
    assert dict(found.values)["it did not"] == (denied.id,)


def test_two_sides_can_hold_some_part_of_a_town_each():
    some = Place(
        id=TOWN.id, name=TOWN.name, country="XX", latitude=10.0, longitude=10.0, precision="part", radius_km=10
    )
    held = [
        claim("control", report, place=some, actor=actor, when=interval(None, "open", "none"))
        for report, actor in (("a", REDS), ("b", BLUES))
    ]
    assert not derive(held, published(a="2031-03-02", b="2031-03-02")).contradictions
    whole = [
        claim("control", report, place=TOWN, actor=actor, when=interval(None, "open", "none"))
        for report, actor in (("a", REDS), ("b", BLUES))
    ]
    assert derive(whole, published(a="2031-03-02", b="2031-03-02")).contradictions


def test_an_attempt_to_break_a_siege_does_not_date_its_beginning():
    laid = interval("2031-01", "2031-01")
    claims = [
        claim("besiege", "a", place=TOWN, actor=REDS, when=laid),
        claim("siege_end", "a", place=TOWN, when=laid, modality="attempted"),
    ]
    (siege,) = [s for s in derive(claims, published(a="2031-05-01")).spells if s.dimension == "siege"]
    assert (siege.starts.earliest, siege.starts.latest) == ("2031-01", "2031-01")


def test_words_that_are_none_of_a_siege_begin_one_only_if_somebody_lays_it():
    def sieges(*claims):
        return [s for s in derive(claims, published(r="2031-09-05")).spells if s.dimension == "siege"]

    day = interval("2031-09-01", "2031-09-01")
    assert sieges(claim("besiege", "r", place=TOWN, when=day, words="guarded")) == []
    assert sieges(claim("besiege", "r", place=TOWN, actor=REDS, when=day, words="tightening the noose")) == []
    assert len(sieges(claim("besiege", "r", place=TOWN, actor=REDS, when=day, words="shut in"))) == 1
    assert len(sieges(claim("besiege", "r", place=TOWN, when=day, words="encircled"))) == 1


def test_who_seizes_things_or_a_person_in_a_town_does_not_take_it():
    day = interval("2031-09-05", "2031-09-05")
    town = claim("capture", "r", place=TOWN, actor=BLUES, when=day)
    assert seen(derive([town], published(r="2031-09-05")), "2031-09-06", TOWN, "control")
    span = town.trigger.span
    for taken in (
        Role(role="goods", evidence=Evidence(span=span, quote="six rifles")),
        Role(role="target", evidence=Evidence(span=span, quote="him")),
    ):
        some = replace(town, roles=(*town.roles, taken))
        assert not seen(derive([some], published(r="2031-09-05")), "2031-09-06", TOWN, "control")


def test_nobody_takes_a_place_from_himself():
    day = interval("2031-09-05", "2031-09-05")
    beaten = claim("capture", "r", place=TOWN, actor=REDS, target=REDS, when=day)
    assert not seen(derive([beaten], published(r="2031-09-05")), "2031-09-06", TOWN, "control")


def test_a_victory_that_was_claimed_too_early_ends_no_siege():
    begun = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-02-01", "2031-02-01"))
    taken = claim("capture", "b", place=TOWN, actor=REDS, when=interval("2031-05-01", "2031-05-01"))
    later = claim("besiege", "c", place=TOWN, actor=REDS, when=interval("2031-02-01", "open"))
    days = {"a": "2031-02-02", "b": "2031-05-02", "c": "2031-07-01"}
    assert seen(derive([begun, taken], published(**days)), "2031-06-01", TOWN, "siege") == []
    assert len(seen(derive([begun, taken, later], published(**days)), "2031-06-01", TOWN, "siege")) == 1
    again = claim("capture", "d", place=TOWN, actor=REDS, when=interval("2031-05-01", "2031-05-01"))
    told = derive([begun, taken, again, later], published(**days, d="2031-05-02"))
    assert seen(told, "2031-06-01", TOWN, "siege") == []


def test_what_two_reports_tell_without_a_time_can_be_of_two_days():
    done = claim("deliver_aid", "a", place=TOWN, actor=BLUES)
    not_done = claim("deliver_aid", "b", place=TOWN, polarity="negative")
    assert not derive([done, not_done], published(a="2031-03-02", b="2031-03-02")).contradictions


@pytest.mark.parametrize(
    ("reports", "speakers", "holder"),
    [
        ("ab", said_by(BLUES), "reds"),  # two tell that the Reds took it; the Blues alone say that they hold it
        ("a", said_by(BLUES), "blues"),
        ("ab", said_by(MONITOR), "blues"),
    ],
)
def test_who_alone_says_that_he_holds_what_others_saw_him_lose_has_lost_it(reports, speakers, holder):
    day = interval("2031-04-25", "2031-04-25")
    told = [claim("control", "z", place=TOWN, actor=BLUES, when=interval("2031-04-01", "open"))]
    told += [claim("capture", one, place=TOWN, actor=REDS, when=day) for one in reports]
    told.append(claim("control", "c", place=TOWN, actor=BLUES, when=interval(None, "open", "none"), speakers=speakers))
    found = derive(told, published(z="2031-04-02", a="2031-04-25", b="2031-04-26", c="2031-04-27"))
    (last,) = [s for s in found.spells if s.dimension == "control" and s.ends.open]
    assert [part.actor.id for part in last.actors] == [holder]
    assert speakers != said_by(BLUES) or "holder" in {one.field for one in found.contradictions}


@pytest.mark.parametrize(("since", "holder"), [("2031-06-12", "blues"), (None, "reds")])
def test_who_holds_a_place_since_a_day_after_another_took_it_holds_it(since, holder):
    taken = claim("capture", "a", place=TOWN, actor=REDS, when=interval("2031-05-03", "2031-05-03"))
    held = claim("control", "a", place=TOWN, actor=BLUES, when=interval(since, "open", "stated" if since else "none"))
    found = derive([taken, held], published(a="2031-06-14")).spells
    (last,) = [s for s in found if s.dimension == "control" and s.ends.open]
    assert [part.actor.id for part in last.actors] == [holder]
