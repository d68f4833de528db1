"""Places by months."""

from dataclasses import replace

import pytest

from situate.derive.events.tolls import COUNTED_AGAIN
from situate.errors import BadArgument
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.event import Event, Part
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.situation import Bound, Spell
from situate.model.span import Span
from situate.pipeline.asking import Question
from situate.pipeline.matrices import matrix, months_between
from situate.pipeline.timelines import timeline
from situate.store import in_memory

TOWN = Place(id="geonames:1", name="Deir ez-Zor", country="SY", latitude=35.3, longitude=40.1)
BASE = Place(
    id="local:brigade-9", name="Brigade 9", country="SY", latitude=35.3, longitude=40.1, precision="part",
    radius_km=15, part_of="geonames:1", basis="parent",
)  # fmt: skip
ARMY = Actor(id="army", name="The Army")


def event(name, first, last=None, place=TOWN, killed=None, **fields):
    figures = (("killed", killed),) if killed else ()
    when = Interval(earliest=first, latest=last or first, precision="day", basis="stated")
    fields = {"independent_origins": 1} | fields
    return Event(
        id=f"e:{name}", kind="happening", type="shelling", claims=("c:x",), place=place, interval=when, figures=figures,
        **fields,
    )  # fmt: skip


def spell(name, dimension, value, starts, ends, place=BASE, news="2017-12-31", **fields):
    return Spell(
        id=f"s:{name}", place=place, dimension=dimension, value=value, actors=(Part(role="holder", actor=ARMY),),
        starts=starts, ends=ends, claims=("c:x",), last_news=news, **fields,
    )  # fmt: skip


def known():
    text = "In the town and the base."
    roles = [
        Role(role="place", evidence=Evidence(span=Span(7, 11), quote="town"), place=TOWN),
        Role(role="place", evidence=Evidence(span=Span(20, 24), quote="base"), place=BASE),
    ]
    at = Span(0, 2)
    claim = Claim(
        id=claim_id("r", "capture", at),
        report="r",
        type="capture",
        trigger=Evidence(span=at, quote="In"),
        roles=tuple(roles),
    )
    return Entry(report=Report(id="r", text=text, published="2017-12-31"), claims=(claim,), extractor="m")


@pytest.fixture
def made(parts):
    """A matrix over given events and spells."""

    def build(of, events=(), spells=(), asked=None, **options):
        with in_memory() as store:
            store.add([known()], [], now="2026-01-01T00:00:00Z")
            store.replace_derived(events, spells, (), made_from="x")
            return matrix(store, of, asked or Question(), parts, **options)

    return build


def table(found):
    return {
        row[1]: dict(zip(found.months, cells, strict=True)) for row, cells in zip(found.rows, found.cells, strict=True)
    }


def test_events_are_counted_in_the_month_that_they_lie_in(made):
    events = [
        event("1", "2017-09-01"),
        event("2", "2017-09"),
        event("3", "2017-11-30"),
        event("4", "2017", killed=None),
    ]
    found = made("events", events)
    assert found.months == ("2017-09", "2017-10", "2017-11")
    assert table(found) == {"Deir ez-Zor": {"2017-09": 2, "2017-10": None, "2017-11": 1}}
    assert found.too_wide == 1


@pytest.mark.parametrize(("of", "expected"), [("killed", 7), ("killed_low", 6), ("killed_high", 14)])
def test_figures_are_added_up_by_the_bound_asked_for(made, of, expected):
    events = [
        event("1", "2017-09-01", killed=Quantity(low=3, best=4, high=9)), event("2", "2017-09-02", killed=Quantity(low=3)),
        event("3", "2017-09-02", killed=Quantity()), event("4", "2017-09-03"),
    ]  # fmt: skip
    given = [events[0], events[1], events[2], events[3], event("5", "2017-09-04", killed=Quantity(best=0, high=2))]
    assert table(made(of, given))["Deir ez-Zor"]["2017-09"] == expected


def test_the_dead_of_an_attack_that_are_told_apart_from_it_are_counted_once(made):
    attack = event("1", "2017-09-01", killed=Quantity(low=3, best=3, high=3))
    deaths = replace(event("2", "2017-09-01", killed=Quantity(low=5, best=5, high=5)), type="kill")
    assert table(made("killed", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 5
    assert table(made("events", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 2
    fewer = replace(deaths, figures=(("killed", Quantity(low=2, best=2, high=2)),))
    assert table(made("killed", [attack, fewer]))["Deir ez-Zor"]["2017-09"] == 3
    another_day = replace(deaths, interval=Interval(earliest="2017-09-02", latest="2017-09-02", precision="day"))
    assert table(made("killed", [attack, another_day]))["Deir ez-Zor"]["2017-09"] == 8


def test_what_only_a_side_claims_does_not_top_a_toll_that_is_reported(made):
    attack = event("1", "2017-09-01", killed=Quantity(low=3, best=3, high=3), standing="reported")
    deaths = replace(event("2", "2017-09-01", killed=Quantity(low=5, best=5, high=5)), type="kill", standing="claimed")
    assert table(made("killed", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 3


@pytest.mark.parametrize(("toll", "expected"), [(60, 60), (2, 4)])
def test_one_large_toll_of_two_attacks_of_a_place_and_day_counts_once(made, toll, expected):
    strike = event("1", "2017-09-01", killed=Quantity(low=toll, best=toll, high=toll))
    assert (
        table(made("killed", [strike, replace(strike, id="e:2", type="explosion")]))["Deir ez-Zor"]["2017-09"]
        == expected
    )


def test_the_deaths_of_an_attack_under_two_names_are_counted_with_it(made):
    toll = Quantity(low=4, best=4, high=4)
    shelled = replace(event("2", "2017-09-01", killed=toll), claims=("c:y",))
    named = replace(shelled, id="e:1", type="assault", reports=9, claims=("c:x",))
    again = (("c:z", "c:y", COUNTED_AGAIN),)
    deaths = replace(event("3", "2017-09-01", killed=toll), type="kill", claims=("c:z",), why=again)
    assert table(made("killed", [named, shelled, deaths]))["Deir ez-Zor"]["2017-09"] == 4


def test_what_was_not_or_was_withdrawn_is_not_counted(made):
    events = [event("1", "2017-09-01", modality="planned"), event("2", "2017-09-01", standing="retracted")]
    events += [event("3", "2017-09-01", polarity="negative")]
    assert made("events", events).rows == ()


def test_parts_count_with_their_town_or_country_when_asked(made):
    events = [event("1", "2017-09-01"), event("2", "2017-09-01", place=BASE), event("3", "2017-09-01", place=None)]
    assert [row[1] for row in made("events", events).rows] == ["Brigade 9", "Deir ez-Zor", "place unknown"]
    by_town = made("events", events, level="town")
    assert table(by_town) == {"Deir ez-Zor": {"2017-09": 2}, "place unknown": {"2017-09": 1}}
    assert made("events", events, level="country").rows == (("country:SY", "SY"), ("", "place unknown"))


def test_the_months_are_those_asked_for(made):
    asked = Question(since="2017-08", until="2017-10-05")
    events = [event("1", "2017-09-01"), event("2", "2017-11-01")]
    found = made("events", events, asked=asked)
    assert found.months == ("2017-08", "2017-09", "2017-10")
    assert table(found) == {"Deir ez-Zor": {"2017-08": None, "2017-09": 1, "2017-10": None}}


def test_states_hold_from_their_start_until_their_end_and_gaps_stay(made):
    spells = [
        spell("a", "control", "held", Bound(earliest="2017-06-05", latest="2017-06-05"), Bound(latest="2017-07-02", earliest="2017-07-02")),
        spell("b", "control", "contested", Bound(earliest="2017-09-10", latest="2017-09-10"), Bound(open=True)),
        spell("c", "siege", "besieged", Bound(), Bound(open=True)),
    ]  # fmt: skip
    cells = table(made("control", spells=spells))["Brigade 9"]
    assert cells["2017-06"] == cells["2017-07"] == "held: The Army"
    assert cells["2017-08"] is None
    assert cells["2017-12"] == "contested: The Army"
    assert next(iter(cells)) == "2017-06"


def test_two_values_in_a_month_stand_in_order_and_stale_is_said(made):
    spells = [
        spell("a", "siege", "besieged", Bound(earliest="2017-06-05", latest="2017-06-05"), Bound(latest="2017-07-20", earliest="2017-07-20")),
        spell("b", "siege", "open", Bound(earliest="2017-07-20", latest="2017-07-20"), Bound(open=True), news="2017-08-01"),
    ]  # fmt: skip
    cells = table(made("siege", spells=spells))["Brigade 9"]
    assert cells["2017-07"] == "besieged: The Army → open: The Army"
    assert cells["2017-08"] == "open: The Army"
    assert cells["2017-12"] == "open: The Army (stale)"


def test_a_spell_that_ended_at_an_unknown_time_is_in_no_month(made):
    assert made("siege", spells=[spell("a", "siege", "besieged", Bound(earliest="2017-06"), Bound())]).cells == ()


def test_what_is_no_matrix_is_told(made):
    with pytest.raises(BadArgument, match="no matrix of 'weather'"):
        made("weather")
    with pytest.raises(BadArgument, match="state of a place"):
        made("siege", level="town")
    with pytest.raises(BadArgument, match="months"):
        months_between("0001-01", "2017-09")


def test_months_between():
    assert months_between("2016-11-03", "2017-02-01") == ("2016-11", "2016-12", "2017-01", "2017-02")
    assert months_between("2017-03", "2017-02") == ()


# Timelines


def test_a_timeline_is_in_order_and_takes_in_the_parts(parts):
    spells = [
        spell(
            "late", "siege", "besieged", Bound(earliest="2017-09-10", latest="2017-09-10"), Bound(open=True), place=TOWN
        ),
        spell(
            "early", "control", "held", Bound(earliest="2014", latest="2014-07"), Bound(open=True), news="2015-01-01"
        ),
        spell("unknown", "control", "held", Bound(), Bound(latest="2013-05-01"), place=TOWN),
        spell(
            "far",
            "control",
            "held",
            Bound(),
            Bound(open=True),
            place=Place(id="geonames:2", name="Raqqa", country="SY"),
        ),
    ]
    with in_memory() as store:
        store.add([known()], [], now="2026-01-01T00:00:00Z")
        store.replace_derived((), spells, (), made_from="x")
        found = timeline(store, "Deir ez-Zor", parts)
        assert [held.spell.id for held in found.spells] == ["s:unknown", "s:early", "s:late"]
        assert [held.spell.stale for held in found.spells] == [False, True, False]
        only = timeline(store, "Deir ez-Zor", parts, asked=Question(since="2014", until="2015"))
        assert [held.spell.id for held in only.spells] == ["s:early"]
        siege = timeline(store, "Deir ez-Zor", parts, dimensions=["siege"])
        assert [held.spell.id for held in siege.spells] == ["s:late"]
        with pytest.raises(BadArgument, match="No place"):
            timeline(store, "Atlantis", parts)


def test_more_voices_outweigh_a_larger_toll_that_is_told_apart(made):
    attack = event("1", "2017-09-01", killed=Quantity(low=3, best=3, high=5), independent_origins=2)
    deaths = replace(event("2", "2017-09-01", killed=Quantity(low=5, best=5, high=5)), type="kill")
    assert table(made("killed", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 3
    assert table(made("killed_high", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 5
    floor = replace(attack, figures=(("killed", Quantity(low=3, best=3)),))
    assert table(made("killed", [floor, deaths]))["Deir ez-Zor"]["2017-09"] == 5


def test_a_larger_toll_that_the_attack_was_told_with_too_is_not_added_to_the_one_it_came_to(made):
    attack = event("1", "2017-09-01", killed=Quantity(low=22, best=22, high=36))
    deaths = replace(event("2", "2017-09-01", killed=Quantity(low=36, best=36, high=36)), type="kill")
    assert table(made("killed", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 22
    assert table(made("killed_high", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == 36
    more = replace(deaths, figures=(("killed", Quantity(low=40, best=40, high=40)),))
    assert table(made("killed", [attack, more]))["Deir ez-Zor"]["2017-09"] == 40


def test_what_is_only_denied_is_not_counted(made):
    assert made("events", [event("1", "2017-09-01", polarity="negative")]).rows == ()


@pytest.mark.parametrize(
    ("died", "day", "count"),
    [(5, "2017-09-03", 14), (4, "2017-09-03", 18), (5, "2017-09-28", 19)],  # nine became fourteen
)
def test_the_wounded_by_whom_a_toll_rose_are_counted_once(made, died, day, count):
    attack = event("1", "2017-09-01", killed=Quantity(low=9, best=14, high=14))
    deaths = replace(event("2", day, killed=Quantity(low=died, best=died, high=died)), type="kill")
    assert table(made("killed", [attack, deaths]))["Deir ez-Zor"]["2017-09"] == count


def test_sums_over_days_are_in_no_cell_and_are_told(made):
    dead = Quantity(low=30, best=30, high=30, unit="people")
    summed = replace(event("1", "2017-09-25", "2017-09-30", killed=dead), kind="state")
    other = replace(event("2", "2017-09-25", "2017-09-30"), kind="state")  # counts nobody
    untrue = replace(event("3", "2017-09-25", "2017-09-30", killed=dead), kind="state", polarity="negative")
    found = made("killed", [summed, other, untrue, event("4", "2017-09-02", killed=dead)])
    assert (table(found), found.sums, found.too_wide) == ({"Deir ez-Zor": {"2017-09": 30}}, 1, 0)
    assert made("events", [summed]).sums == 0
