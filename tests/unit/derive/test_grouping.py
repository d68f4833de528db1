"""Which claims are one event, and what it costs to find out."""

import dataclasses
import datetime as dt

import pytest
from world import BLUES, MONITOR, REDS, TOWN, WEST, claim, interval, published, said_by

from situate.derive import derive
from situate.derive.events import grouping
from situate.model.actor import Actor
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")


def together(*claims, days=None):
    """The groups of claims that are one event, as sets of their places in the arguments."""
    reports = {c.report: "2031-03-04" for c in claims}
    found = derive(claims, published(**reports | (days or {}))).events
    return sorted(sorted(i for i, c in enumerate(claims) if c.id in e.claims) for e in found)


def said(words):
    return Evidence(span=Span(1, 1 + len(words)), quote=words)


NORTH = Place(id="geonames:8", name="Narva", country="XX", latitude=14.0, longitude=10.0, admin1="XX.2")
LISK = dataclasses.replace(TOWN, admin1="XX.1")
QUARTERS = [
    Place(id=f"local:{n}", name=n, country="XX", latitude=10.0, longitude=10.0, precision="part", part_of=TOWN.id,
          radius_km=10, admin1="XX.1")
    for n in ("Olma", "Perin")
]  # fmt: skip


def test_the_number_of_comparisons_grows_with_the_number_of_claims(monkeypatch):
    counted = []
    inner = grouping.same_happening
    monkeypatch.setattr(grouping, "same_happening", lambda *given: counted.append(1) or inner(*given))

    def compared(number):
        counted.clear()
        days = [str(dt.date(2031, 1, 1) + dt.timedelta(days=n // 20)) for n in range(number)]
        kinds = ("airstrike", "control", "capture")
        claims = [
            claim(kinds[n % 3], f"r{n}", place=TOWN, actor=(REDS, BLUES)[n % 2], when=interval(day, day))
            for n, day in enumerate(days)
        ]
        derive(claims, published(**{f"r{n}": day for n, day in enumerate(days)}))
        return len(counted)

    assert compared(2000) < 2.5 * compared(1000)


def test_what_happens_every_day_does_not_become_one_event():
    days = [interval(f"2031-03-0{n}", f"2031-03-0{n}") for n in range(1, 6)]
    claims = [claim("airstrike", f"{o}{n}", place=TOWN, when=day) for n, day in enumerate(days) for o in "ab"]
    assert together(*claims) == [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]


@pytest.mark.parametrize(
    ("kind", "basis", "toll", "one"),
    [("capture", "relative", None, True), ("airstrike", "publication", None, True), ("airstrike", "relative", (7, 7), True),
     ("airstrike", "relative", None, False)],
)  # fmt: skip
def test_a_day_may_be_off_where_a_place_sees_it_once_or_the_day_is_assumed_or_the_toll_is_one(kind, basis, toll, one):
    first = claim(kind, "a", place=TOWN, when=DAY, killed=toll)
    other = claim(kind, "b", place=TOWN, when=interval("2031-03-04", "2031-03-04", basis), killed=toll)
    assert together(first, other) == ([[0, 1]] if one else [[0], [1]])


def test_a_telling_without_a_side_does_not_tie_two_sides_together():
    claims = [
        claim("control", "a", place=TOWN, actor=REDS),
        claim("control", "b", place=TOWN, actor=BLUES),
        claim("control", "c", place=TOWN),
    ]
    assert len(together(*claims)) == 2


def test_villages_do_not_chain_into_one():
    villages = [
        Place(id=f"geonames:{n}", name=f"V{n}", country="XX", latitude=10 + n * 0.05, longitude=10.0, radius_km=6)
        for n in range(2, 8)
    ]
    assert len(together(*(claim("capture", f"r{n}", place=v, when=DAY) for n, v in enumerate(villages)))) > 1


def test_an_event_keeps_a_reason_for_each_claim_that_joined_it():
    claims = [claim("airstrike", f"r{n}", place=TOWN, when=DAY) for n in range(5)]
    (event,) = derive(claims, published(**{c.report: "2031-03-04" for c in claims})).events
    assert len(event.why) == len(claims) - 1
    assert {c for link in event.why for c in link[:2]} == set(event.claims)
    assert all("Lisk" in words for _, _, words in event.why)


def test_a_denial_disputes_what_it_denies_and_is_a_contradiction():
    claims = [
        claim("airstrike", "a", place=TOWN, when=DAY, actor=BLUES),
        claim("airstrike", "b", place=TOWN, when=DAY, actor=BLUES, polarity="negative"),
    ]
    derived = derive(claims, published(a="2031-03-03", b="2031-03-04"))
    (told,) = derived.events
    assert (told.standing, told.independent_origins, len(told.claims)) == ("disputed", 1, 2)
    assert told.polarity == "positive"
    (denied,) = derive(claims[1:], published(b="2031-03-04")).events
    assert (denied.polarity, denied.happened) == ("negative", False)
    (found,) = derived.contradictions
    assert (found.field, found.about) == ("happened", told.id)
    assert dict(found.values) == {"it happened": (claims[0].id,), "it did not": (claims[1].id,)}


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ({}, True),
        ({"actor": None, "when": interval(None, None, "none")}, False),
        ({"actor": None, "place": None, "when": interval(None, None, "none")}, False),
        ({"actor": None, "place": None, "target": REDS}, True),
    ],
)
def test_what_is_denied_without_a_day_or_a_doer_is_not_what_is_told_elsewhere_in_the_report(told, one):
    fields = {"place": TOWN, "when": DAY, "actor": BLUES} | told
    derived = derive(
        [claim("kill", "a", **fields), claim("kill", "a", polarity="negative", speakers=said_by(REDS), **fields)],
        published(a="2031-03-03"),
    )
    assert (len(derived.events), len(derived.contradictions)) == ((1, 1) if one else (2, 0))


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_a_plan_and_a_rumour_belong_to_what_happened_and_do_not_back_it(modality):
    claims = [
        claim("capture", "a", place=TOWN, when=DAY, actor=BLUES, modality=modality),
        claim("capture", "b", place=TOWN, when=DAY, actor=BLUES),
    ]
    (event,) = derive(claims, published(a="2031-03-01", b="2031-03-04")).events
    assert (event.modality, event.independent_origins) == ("actual", 1)


def test_an_attempt_that_came_to_nothing_is_not_what_happened():
    tried = claim("capture", "a", place=TOWN, when=DAY, modality="attempted")
    assert together(tried, claim("capture", "b", place=TOWN, when=DAY)) == [[0], [1]]


def test_a_plan_without_a_date_is_for_the_weeks_after_it_was_told():
    plan = claim("deliver_aid", "a", place=TOWN, modality="planned")
    came = claim("deliver_aid", "b", place=TOWN, when=DAY)
    assert together(plan, came, days={"a": "2031-02-20"}) == [[0, 1]]
    assert together(plan, came, days={"a": "2030-12-20"}) == [[0], [1]]
    assert together(plan, came, days={"a": "2031-03-20"}) == [[0], [1]]


def test_part_and_whole_and_what_lies_within_the_radius_are_one_spot_and_two_parts_are_not():
    beside = Place(id="geonames:5", name="Lisk Mill", country="XX", latitude=10.02, longitude=10.0, radius_km=3)
    assert together(*(claim("airstrike", r, place=p, when=DAY) for r, p in zip("ab", (TOWN, beside), strict=True))) == [
        [0, 1]
    ]
    assert together(
        claim("airstrike", "a", place=LISK, when=DAY), claim("airstrike", "b", place=QUARTERS[0], when=DAY)
    ) == [[0, 1]]
    assert together(*(claim("airstrike", r, place=p, when=DAY) for r, p in zip("ab", QUARTERS, strict=True))) == [
        [0],
        [1],
    ]


def test_a_place_that_is_not_known_is_made_up_for_by_the_day_and_the_province():
    here = claim("airstrike", "a", place=LISK, when=DAY)
    nowhere = claim("airstrike", "b", when=DAY)
    of_the_province = claim("control", "b", place=LISK)
    of_another = claim("control", "b", place=NORTH)
    assert [0, 1] in together(here, nowhere, of_the_province)
    assert [0] in together(here, nowhere, of_another)
    later = claim("airstrike", "b", when=interval("2031-03-09", "2031-03-09"))
    assert [0] in together(here, later, of_the_province)


def test_one_name_in_the_words_is_one_place_whatever_the_gazetteer_made_of_it():
    wrong = dataclasses.replace(NORTH, id="geonames:77", name="Jabriya")
    claims = [
        claim("airstrike", "a", place=QUARTERS[0], said="the Salkhad district", when=DAY),
        claim("airstrike", "b", place=NORTH, said="Salkhad", when=DAY),
        claim("control", "b", place=LISK),
        claim("airstrike", "c", place=wrong, said="Jabriya", when=DAY),
    ]
    assert together(*claims) == [[0, 1], [2], [3]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"killed": (10, 10)}, {"killed": (21, 21)}),
        ({"killed": (7, 7)}, {"killed": (7, 7), "toll": "another seven people"}),
        ({"hour": "in the morning"}, {"hour": "at night"}),
        ({}, {"words": "second strike"}),
    ],
)
def test_two_strikes_on_one_town_on_one_day_that_a_report_tells_apart_stay_two(one, other):
    first = claim("airstrike", "a", place=TOWN, when=DAY, **one)
    assert together(first, claim("airstrike", "a", place=TOWN, when=DAY, **other)) == [[0], [1]]


def test_a_report_that_tells_a_strike_again_tells_one_strike():
    first = claim("airstrike", "a", place=LISK, when=DAY, killed=(10, 10))
    again = claim("airstrike", "a", when=DAY, killed=(10, 10))
    assumed = claim("airstrike", "a", when=interval("2031-03-04", "2031-03-04", "publication"))
    assert together(first, again, assumed) == [[0, 1, 2]]


def test_a_toll_that_rises_from_report_to_report_is_one_event_with_both():
    claims = [claim("airstrike", r, place=TOWN, when=DAY, killed=(n, n)) for r, n in (("a", 12), ("b", 15))]
    (event,) = derive(claims, published(a="2031-03-03", b="2031-03-04")).events
    ((name, toll),) = event.figures
    assert (name, toll.low, toll.best, toll.high) == ("killed", 12, None, 15)


def test_a_toll_tells_to_which_of_two_strikes_another_report_belongs():
    claims = [
        claim("airstrike", "a", place=QUARTERS[0], when=DAY, killed=(10, 10)),
        claim("airstrike", "a", place=QUARTERS[1], when=DAY, killed=(21, 21)),
        claim("airstrike", "b", place=LISK, when=DAY, killed=(21, 21)),
    ]
    assert together(*claims) == [[0], [1, 2]]


def test_camps_in_the_words_for_a_holder_keep_states_apart():
    claims = [
        claim("control", "a", place=TOWN, words="rebel-held"),
        claim("control", "b", place=TOWN, words="government-held"),
        claim("control", "c", place=TOWN, words="opposition-held"),
    ]
    assert together(*claims) == [[0, 2], [1]]


def test_two_holders_are_two_states_though_one_report_tells_them_in_like_words():
    group = Actor(id="local:front", name="Front", kind="other")
    army = claim("control", "r", place=WEST, actor=BLUES, when=interval(None, "open", "none"))
    front = claim("control", "r", place=TOWN, actor=group, when=interval(None, "open", "none"), same_as=army.id)
    assert len(derive([army, front], published(r="2031-09-05")).events) == 2


@pytest.mark.parametrize(
    ("place", "said", "one"), [(NORTH, "words", False), (None, "Melos", False), (None, "words", True)]
)
def test_a_siege_elsewhere_is_none_of_this_town_though_a_report_compares_them(place, said, one):
    here = claim("besiege", "r", place=TOWN, when=interval("2031-02-01", "open"))
    there = claim("besiege", "r", place=place, when=interval(None, "open", "none"), same_as=here.id)
    if place is None:
        at = Role(role="place", evidence=Evidence(span=there.trigger.span, quote=said), reason="not_in_gazetteer")
        there = dataclasses.replace(there, roles=(*there.roles, at))
    assert (len(derive([here, there], published(r="2031-09-05")).events) == 1) is one


def test_a_rescuer_who_stands_where_an_attacker_should_is_no_side():
    rescuers = dataclasses.replace(MONITOR, id="rescuers")
    assert together(
        claim("airstrike", "a", place=TOWN, when=DAY, actor=BLUES),
        claim("airstrike", "b", place=TOWN, when=DAY, actor=rescuers),
    ) == [[0, 1]]


def test_a_summary_of_weeks_is_not_the_strike_of_a_day_and_two_summaries_of_one_time_are_one():
    weeks = interval("2031-02-18", "2031-03-03")
    claims = [
        claim("airstrike", "a", place=TOWN, when=DAY),
        claim("airstrike", "b", place=TOWN, when=weeks),
        claim("airstrike", "c", place=TOWN, when=weeks),
    ]
    assert together(*claims) == [[0], [1, 2]]


def test_a_month_is_date_enough_for_what_a_place_sees_once():
    month = interval("2031-03", "2031-03")
    claims = [claim("capture", "a", place=TOWN, when=DAY), claim("capture", "b", place=TOWN, when=month)]
    assert together(*claims) == [[0, 1]]


def test_one_slip_of_a_reader_does_not_split_an_event():
    claims = [claim("airstrike", f"r{n}", place=TOWN, when=DAY, killed=(n, n)) for n in range(6)]
    slip = claim("airstrike", "s", place=TOWN, when=DAY, actor=BLUES)
    other = claim("airstrike", "t", place=TOWN, when=DAY, actor=REDS)
    assert max(map(len, together(*claims, slip, other))) >= 7


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ({"killed": (15, 15), "toll": "15 civilians, among them 11 children"}, {"killed": (11, 11)}),
        ({"killed": (18, 18), "toll": "18 people including five children"}, {"killed": (5, 5)}),
    ],
)
def test_a_figure_that_is_told_as_a_part_of_another_does_not_tell_strikes_apart(whole, part):
    assert together(*(claim("airstrike", "a", place=TOWN, when=DAY, **toll) for toll in (whole, part))) == [[0, 1]]
    apart = whole | {"toll": "that many people"}
    assert together(*(claim("airstrike", "a", place=TOWN, when=DAY, **toll) for toll in (apart, part))) == [[0], [1]]


def test_figures_of_one_claim_add_up():
    first, second, whole = (claim("airstrike", "a", place=TOWN, when=DAY, killed=(n, n)) for n in (15, 27, 42))
    listed = dataclasses.replace(first, roles=(*first.roles, *second.fillers("killed")))
    assert together(listed, whole) == [[0, 1]]
    assert together(first, whole) == [[0], [1]]


@pytest.mark.parametrize(
    ("kind", "toll", "one"), [("airstrike", (9, 9), True), ("airstrike", None, False), ("chemical_attack", None, True)]
)
def test_a_week_is_date_enough_for_one_toll_and_for_what_is_seldom_seen(kind, toll, one):
    week = interval("2031-03-01", "2031-03-07")
    claims = [claim(kind, r, place=TOWN, when=when, killed=toll) for r, when in (("a", week), ("b", DAY))]
    assert together(*claims) == ([[0, 1]] if one else [[0], [1]])


def test_what_is_only_known_to_be_past_is_what_has_the_same_toll_in_its_report():
    told = claim("airstrike", "a", place=TOWN, when=DAY, killed=(9, 9))
    past = interval(None, "2031-03-04")
    assert together(told, claim("airstrike", "a", place=TOWN, when=past, killed=(9, 9))) == [[0, 1]]
    assert together(told, claim("airstrike", "a", place=TOWN, when=past)) == [[0], [1]]


def test_what_a_report_gives_no_day_is_what_has_the_same_toll_in_it():
    told, undated = (claim("explosion", "a", place=TOWN, when=when, killed=(30, 30)) for when in (DAY, None))
    assert together(told, undated) == [[0, 1]]
    assert together(told, claim("explosion", "a", place=TOWN, killed=(12, 12))) == [[0], [1]]


def test_two_times_of_a_report_that_overlap_are_one_of_what_a_place_sees_once():
    spans = [interval("2031-03-01", "2031-03-09"), interval("2031-03-01", "open"), interval("2031-03-20", "2031-03-21")]
    assert together(*(claim("ceasefire", "a", place=TOWN, when=when) for when in spans[:2])) == [[0, 1]]
    assert together(*(claim("ceasefire", "a", place=TOWN, when=when) for when in spans[::2])) == [[0], [1]]


def test_what_is_seldom_seen_is_meant_by_who_tells_of_it_without_a_date_in_the_week_after():
    dated, undated = claim("chemical_attack", "a", place=TOWN, when=DAY), claim("chemical_attack", "b", place=TOWN)
    assert together(dated, undated, days={"b": "2031-03-08"}) == [[0, 1]]
    assert together(dated, undated, days={"b": "2031-03-20"}) == [[0], [1]]
    assert together(dated, undated, days={"b": "2031-03-01"}) == [[0], [1]]


def test_words_that_leave_the_sort_of_a_blow_open_are_of_any_sort():
    shells = claim("shelling", "a", place=LISK, actor=REDS, when=DAY, words="shelled")
    bombs = claim("airstrike", "b", place=LISK, actor=REDS, when=DAY, words="bombardment")
    planes = claim("airstrike", "b", place=LISK, actor=REDS, when=DAY, words="air strike")
    assert together(shells, bombs) == [[0, 1]]
    assert together(shells, planes) == [[0], [1]]
    assert {e.type for e in derive([shells, bombs], published(a="2031-03-04", b="2031-03-04")).events} == {"shelling"}


def test_a_blow_of_open_words_goes_with_its_own_sort_first():
    planes = claim("airstrike", "a", place=LISK, when=DAY, words="air strike")
    car = claim("explosion", "b", place=LISK, when=DAY, words="car bomb")
    bombing = claim("airstrike", "c", place=LISK, when=DAY, words="bombing")
    assert together(planes, car, bombing) == [[0, 2], [1]]


def test_what_a_correction_tells_again_is_what_it_takes_back_whenever_it_says_that_was():
    told = claim("capture", "old", place=LISK, actor=REDS, when=DAY)
    copied = claim("capture", "copy", place=LISK, actor=REDS, when=DAY)
    news = interval("2031-03-09", "2031-03-09", "publication")
    again = claim("capture", "new", place=LISK, actor=REDS, when=news)
    known = published(old="2031-03-04", copy="2031-03-05", new="2031-03-09")
    (one, other) = derive([told, copied, again], known).events
    assert {len(one.claims), len(other.claims)} == {1, 2}
    known["new"] = dataclasses.replace(known["new"], retracts=("old",))
    (only,) = derive([told, copied, again], known).events
    assert len(only.claims) == 3
    assert only.interval.latest == "2031-03-03"


def test_the_two_sides_of_a_clash_are_named_in_any_order():
    one = claim("clash", "a", place=LISK, actor=REDS, target=BLUES, when=DAY)
    other = claim("clash", "b", place=LISK, actor=BLUES, target=REDS, when=DAY)
    assert together(one, other) == [[0, 1]]


def test_what_passes_to_somebody_is_taken_by_him():
    taken = claim("capture", "a", place=LISK, actor=REDS, when=DAY)
    assert together(taken, claim("handover", "b", place=LISK, target=REDS, when=DAY)) == [[0, 1]]
    assert together(taken, claim("handover", "b", place=LISK, target=BLUES, when=DAY)) == [[0], [1]]


def test_what_two_sides_do_to_each_other_can_be_told_of_one_side_each():
    one = claim("clash", "a", place=TOWN, actor=REDS, when=DAY)
    other = claim("clash", "b", place=TOWN, actor=BLUES, when=DAY)
    assert together(one, other) == [[0, 1]]
    third = Actor(id="greens", name="Greens", kind="rebel_group", side="green")
    both = claim("clash", "b", place=TOWN, actor=BLUES, target=third, when=DAY)
    assert together(one, both) == [[0], [1]]
    raids = [dataclasses.replace(c, type="assault") for c in (one, other)]
    assert together(*raids) == [[0], [1]]


def test_a_road_that_is_closed_since_a_day_was_closed_on_it():
    since = claim("cut_route", "a", place=TOWN, actor=REDS, when=interval("2031-03-03", "open"))
    on = claim("cut_route", "b", place=TOWN, actor=REDS, when=DAY)
    assert together(since, on) == [[0, 1]]


def test_thousands_of_dead_without_more_are_those_of_the_war():
    def event(**told):
        return derive([claim("kill", "a", when=DAY, **told)], published(a="2031-03-04")).events[0]

    assert event(killed=(2000, 10000)).kind == "state"
    assert event(killed=(2000, 10000), place=TOWN).kind == "happening"
    assert event(killed=(2000, 10000), actor=REDS).kind == "happening"
    assert event(killed=(20, 100)).kind == "happening"


def test_dead_between_two_days_without_a_place_are_a_total():
    def event(**told):
        return derive([claim("kill", "a", when=DAY, killed=(58, 58), **told)], published(a="2031-03-04")).events[0]

    assert event(hour="Between 8").kind == "state"
    assert event(hour="Between 8", place=TOWN).kind == "happening"
    assert event(hour="On 8 May").kind == "happening"


def test_promises_are_words_and_no_events():
    assert not derive([claim("promise", "a", place=TOWN, actor=REDS, when=DAY)], published(a="2031-03-04")).events


def test_about_300_of_a_suburb_and_300_of_its_town_a_day_later_are_one_toll():
    about = Quantity(low=None, best=300, high=None, unit="people", approximate=True)
    suburb = claim("kill", "a", place=WEST, when=DAY, killed=(300, 300))
    roles = (dataclasses.replace(r, quantity=about) if r.role == "killed" else r for r in suburb.roles)
    suburb = dataclasses.replace(suburb, roles=tuple(roles))
    later = interval("2031-03-04", "2031-03-04")
    assert together(suburb, claim("kill", "b", place=TOWN, when=later, killed=(300, 300))) == [[0, 1]]
    assert together(suburb, claim("kill", "b", place=TOWN, when=later, killed=(210, 210))) == [[0], [1]]


def test_a_part_that_nobody_counts_is_not_those_who_are_counted():
    four = Role(role="affected", evidence=said("four others"), quantity=Quantity(low=4, best=4, high=4, unit="people"))
    some = Role(role="affected", evidence=said("some of the injured"))
    them = Role(role="affected", evidence=said("some of them"))
    moved = [claim("evacuate", "a", place=TOWN, when=DAY) for _ in range(2)]

    def told(*roles):
        return [dataclasses.replace(c, roles=(*c.roles, r)) for c, r in zip(moved, roles, strict=True)]

    assert together(*told(four, some)) == [[0], [1]]
    assert together(*told(four, them)) == [[0, 1]]


def test_what_is_told_of_no_place_does_not_tie_two_countries_together():
    unknown = Place(id="local:olm-here", name="Olm", country="XX", latitude=10.0, longitude=10.0, precision="country")
    abroad = Place(id="geonames:9", name="Ostra", country="YY", latitude=30.0, longitude=40.0, admin1="YY.1")
    here = [claim("airstrike", "r1", place=unknown, when=DAY) for _ in range(3)]
    nowhere, there = claim("airstrike", "r1", when=DAY), claim("airstrike", "r1", place=abroad, when=DAY)
    assert not any({0, 4} <= set(group) for group in together(*here, nowhere, there))


COUNTRY = Place(id="country:XX", name="Xx", country="XX", precision="country")
PEOPLE = Actor(id="civilians-xx", name="Civilians (Xx)", kind="civilians", country="XX")


def _dead(told, actor):
    return dataclasses.replace(
        told, roles=tuple(dataclasses.replace(r, actor=actor) if r.role == "killed" else r for r in told.roles)
    )


@pytest.mark.parametrize(
    ("wide", "there", "whose", "one"),
    [
        ((120, 120), (13, None), (REDS, PEOPLE), False),
        ((14, 14), (13, None), (REDS, PEOPLE), False),
        ((14, 14), (13, None), (PEOPLE, PEOPLE), True),
        ((120, 120), (13, None), (None, None), False),
        ((120, 120), (13, 13), (None, None), False),
        ((13, 13), (13, 13), (REDS, PEOPLE), True),
        (None, (13, 13), (None, PEOPLE), True),
    ],
)
@pytest.mark.parametrize("reports", ["aa", "ab"])
def test_the_dead_of_a_country_are_no_others_of_a_town_in_it(wide, there, whose, one, reports):
    told = [
        claim("airstrike", report, place=place, when=DAY, killed=killed)
        for report, place, killed in zip(reports, (COUNTRY, TOWN), (wide, there), strict=True)
    ]
    told = [_dead(c, actor) for c, actor in zip(told, whose, strict=True)]
    assert (len(together(*told)) == 1) == one


def test_of_one_town_two_sides_may_tell_other_dead():
    told = [claim("airstrike", report, place=TOWN, when=DAY, killed=(13, 13)) for report in "ab"]
    assert together(_dead(told[0], REDS), _dead(told[1], PEOPLE)) == [[0, 1]]


@pytest.mark.parametrize(("whose", "one"), [((REDS, PEOPLE), False), ((PEOPLE, PEOPLE), True), ((REDS, None), True)])
def test_fighters_of_one_village_are_no_civilians_of_the_next(whose, one):
    beside = Place(id="geonames:9", name="Varn", country="XX", latitude=10.01, longitude=10.0)
    places = zip("ab", (TOWN, beside), (12, 20), strict=True)
    told = [claim("airstrike", r, place=place, when=DAY, killed=(dead, dead)) for r, place, dead in places]
    assert (len(together(*map(_dead, told, whose))) == 1) == one


@pytest.mark.parametrize(
    ("modality", "place", "again", "one"),
    [
        ("actual", None, False, True),
        ("planned", None, False, False),
        ("possible", None, False, False),
        ("possible", TOWN, False, True),
        ("planned", TOWN, False, False),
        ("planned", None, True, True),
    ],
)
def test_what_is_only_thought_of_is_nothing_that_happened_at_no_time(modality, place, again, one):
    never = interval(None, None, "none")
    fought = claim("clash", "a", place=place, when=never, actor=REDS, target=BLUES)
    feared = claim(
        "clash", "a", place=place, when=never, target=BLUES, modality=modality, same_as=fought.id if again else None
    )
    assert (len(together(fought, feared)) == 1) == one


def test_a_blow_without_a_time_that_is_told_as_possible_too_is_one():
    never = interval(None, None, "none")
    told = claim("kill", "a", when=never, target=BLUES)
    assert together(told, claim("kill", "a", when=never, target=BLUES, modality="possible")) == [[0, 1]]


def test_what_is_planned_does_not_say_that_it_happened():
    claims = [
        claim("capture", "a", place=TOWN, when=DAY, actor=BLUES),
        claim("capture", "a", place=TOWN, when=DAY, actor=BLUES, modality="planned"),
        claim("capture", "b", place=TOWN, when=DAY, actor=BLUES, polarity="negative"),
    ]
    (found,) = derive(claims, published(a="2031-03-03", b="2031-03-04")).contradictions
    assert dict(found.values) == {"it happened": (claims[0].id,), "it did not": (claims[2].id,)}


def test_in_one_report_a_denial_without_a_time_contradicts_nothing_else_without_one():
    never = interval(None, None, "none")
    told = claim("advance", "a", place=TOWN, when=never, actor=BLUES)
    denied = claim("advance", "a", place=TOWN, when=never, actor=BLUES, polarity="negative", speakers=said_by(REDS))
    known = published(a="2031-03-03")
    assert not derive([told, denied], known).contradictions
    assert derive([told, dataclasses.replace(denied, same_as=told.id)], known).contradictions


def test_the_day_of_the_report_is_no_time_of_a_denial_in_it():
    for basis, count in (("publication", 0), ("stated", 1)):
        when = interval("2031-03-03", "2031-03-03", basis)
        told = claim("advance", "a", place=TOWN, when=when, actor=BLUES)
        denied = claim("advance", "a", place=TOWN, when=when, actor=BLUES, polarity="negative", speakers=said_by(REDS))
        assert len(derive([told, denied], published(a="2031-03-03")).contradictions) == count


@pytest.mark.parametrize(("kind", "one"), [("chemical_attack", True), ("airstrike", False)])
def test_what_is_seldom_seen_and_told_of_the_country_may_be_a_day_off(kind, one):
    there = claim(kind, "a", place=TOWN, when=DAY)
    wide = claim(kind, "b", place=COUNTRY, when=interval("2031-03-04", "2031-03-04"))
    assert (len(together(there, wide)) == 1) == one


@pytest.mark.parametrize(
    ("words", "before", "one"), [("20 other rebels", True, True), ("20 other rebels", False, False)]
)
def test_others_beside_the_dead_of_one_claim_are_no_other_happening(words, before, one):
    first = claim("airstrike", "a", place=TOWN, when=DAY, killed=(20, 20))
    again = claim("airstrike", "a", place=TOWN, when=DAY, killed=(20, 20), toll=words)
    (dead,) = (role for role in again.roles if role.role == "killed")
    chief = Role(role="killed", evidence=Evidence(span=Span(1, 9), quote="a chief"))
    again = dataclasses.replace(again, roles=(chief, *again.roles) if before else again.roles)
    assert dead.quantity is not None
    assert (len(together(first, again)) == 1) == one


def test_what_holds_somewhere_in_a_country_is_not_what_another_report_tells_of_a_region():
    land = dataclasses.replace(TOWN, id="country:XX", precision="country", relation="coast")
    region = dataclasses.replace(NORTH, precision="region", part_of="country:XX")
    told = claim("control", "a", place=land, actor=REDS), claim("control", "b", place=region)
    assert together(*told) == [[0], [1]]


def test_two_reports_of_one_week_somewhere_in_a_country_tell_of_two_killings():
    country = Place(id="country:XX", name="Lusar", country="XX", latitude=10.0, longitude=10.0, precision="country")
    village = dataclasses.replace(country, id="local:orm", name="Orm", part_of="country:XX")
    weeks = interval("2031-03-03", "2031-03-09"), interval("2031-03-08", "2031-03-14")
    killings = [claim("kill", f"r{n}", place=where, when=weeks[n]) for n, where in enumerate((village, country))]
    assert together(*killings) == [[0], [1]]
    assert together(claim("kill", "r0", place=village, when=DAY), claim("kill", "r1", place=country, when=DAY)) == [
        [0, 1]
    ]


def test_sieges_that_are_only_spoken_of_are_none_of_a_town():
    spoken = claim("besiege", "r", when=interval(None, None), modality="planned")
    siege = claim("besiege", "r", place=TOWN, when=interval(None, "open"))
    assert together(siege, spoken) == [[0], [1]]
    tried = claim("besiege", "r", place=TOWN, when=interval(None, "open"), modality="attempted")
    elsewhere = claim("besiege", "r", when=interval(None, "open"))
    assert together(tried, elsewhere) == [[0], [1]]


@pytest.mark.parametrize(
    ("actor", "last", "one"), [(REDS, "2031-03-05", True), (None, "2031-03-05", False), (REDS, "2031-03-07", False)]
)
def test_what_was_about_two_weeks_ago_can_be_of_a_day_where_one_side_did_it(actor, last, one):
    about = claim("shelling", "a", place=TOWN, actor=actor, when=interval("2031-03-01", last))
    told = claim("shelling", "b", place=TOWN, actor=REDS, when=DAY)
    assert together(about, told) == ([[0, 1]] if one else [[0], [1]])
