"""Which claims are one event, and what it costs to find out."""

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import pytest

from situate.derive import derive, grouping
from situate.model.place import Place

_spec = importlib.util.spec_from_file_location("derive_world", Path(__file__).with_name("world.py"))
world = importlib.util.module_from_spec(_spec)
sys.modules["derive_world"] = world
_spec.loader.exec_module(world)
claim, interval, published = world.claim, world.interval, world.published
BLUES, REDS, TOWN, WEST = world.BLUES, world.REDS, world.TOWN, world.WEST
DAY = interval("2031-03-03", "2031-03-03")


def together(*claims, days=None):
    """The groups of claims that are one event, as sets of their places in the arguments."""
    reports = {c.report: "2031-03-04" for c in claims}
    found = derive(claims, published(**reports | (days or {}))).events
    return sorted(sorted(i for i, c in enumerate(claims) if c.id in e.claims) for e in found)


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
    told = next(e for e in derived.events if claims[0].id in e.claims)
    assert told.standing == "disputed"
    (found,) = derived.contradictions
    assert (found.field, found.about) == ("happened", told.id)
    assert dict(found.values) == {"it happened": (claims[0].id,), "it did not": (claims[1].id,)}


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
