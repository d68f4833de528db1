from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from types import ModuleType

import pytest

from situate.export import FORMATS, acled
from situate.export.acled_rows import sub_event
from situate.export.acled_rules import day_and_precision, fatalities, geo_precision
from situate.export.acled_tables import COLUMNS, EVENT_TYPES, countries, disorder_type, interaction
from situate.export.index import Index
from situate.export.view import LossReport, View
from situate.model.claim import Codes
from situate.model.interval import Interval
from situate.model.quantity import Quantity
from situate.model.situation import Bound


def rows(view: View, profile: str = "analyst", **options: int) -> tuple[list[dict[str, str]], LossReport]:
    stream = io.BytesIO()
    loss = acled.write(view, stream, profile, **options)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8"), newline=""))), loss


def only(made: ModuleType, **changes: object) -> View:
    """A record with one clash, changed."""
    view = made.siege()
    event = next(event for event in view.events if event.type == "clash")
    return replace(view, events=(replace(event, **changes),), spells=())


def test_the_31_columns_stand_first_and_in_order(siege: View) -> None:
    stream = io.BytesIO()
    acled.write(siege, stream, "analyst")
    header = stream.getvalue().decode().splitlines()[0].split(",")
    assert len(COLUMNS) == 31
    assert header[:31] == list(COLUMNS)
    assert header[0] == "event_id_cnty"
    assert header[30] == "timestamp"
    assert "standing" in header[31:]


def test_every_event_is_kept_or_counted_as_left_out(siege: View) -> None:
    found, loss = rows(siege)
    assert loss.kept == len(found) == 5
    assert loss.kept + loss.lost == len(siege.events)
    assert dict(loss.left_out)["planned, possible or attempted"] == 1


def test_a_row_says_who_did_what_to_whom_where_and_how_sure(siege: View) -> None:
    row = next(row for row in rows(siege)[0] if row["sub_event_type"].startswith("Shelling"))
    assert row["event_date"] == "2017-09-06"
    assert (row["event_type"], row["disorder_type"]) == ("Explosions/Remote violence", "Political violence")
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Islamic State", "2", "Civilians (Syria)", "7",
    )  # fmt: skip
    assert (row["interaction"], row["civilian_targeting"]) == ("27", "Civilian targeting")
    assert (row["iso"], row["region"], row["country"]) == ("760", "Middle East", "Syria")
    assert (row["latitude"], row["longitude"], row["geo_precision"]) == ("35.33588", "40.14084", "1")
    assert (row["standing"], row["date_basis"], row["tags"]) == ("disputed", "relative", "draft")
    assert "shelled two quarters" in row["quotes"]
    assert "shelled two quarters" not in row["notes"]


def test_each_place_of_an_event_is_a_row_and_has_its_share_of_the_dead(made: ModuleType) -> None:
    dead = (("killed", Quantity(low=9, best=9, high=9, unit="people")),)
    one = only(made, figures=dead)
    here = one.events[0].place
    assert here is not None
    there = replace(here, id="geonames:1", name="Ramla", latitude=35.9)
    land = replace(here, id="local:varn", name="Varn", precision="country")
    several = replace(one, events=(replace(one.events[0], also=(there, land)),))
    before, after = rows(one)[0], rows(several)[0]
    dead_of = {row["location"]: int(row["fatalities"]) for row in after}
    dead_there = int(before[0]["fatalities"])
    assert dead_of == {before[0]["location"]: dead_there - dead_there // 2, "Ramla": dead_there // 2}
    assert "Ramla, Varn are told together, and divided." in after[1]["notes"]
    assert "divided" not in before[0]["notes"]
    assert len({row["event_id_cnty"] for row in after}) == 2


def test_ids_do_not_look_like_those_of_acled(siege: View) -> None:
    for row in rows(siege)[0]:
        assert row["event_id_cnty"].startswith("situate-")
    assert len({row["event_id_cnty"] for row in rows(siege)[0]}) == 5


def test_fire_of_the_same_actors_place_and_day_merges_into_the_battle(siege: View) -> None:
    found, loss = rows(siege)
    battle = next(row for row in found if row["sub_event_type"] == "Armed clash")
    assert len(battle["situate_event_id"].split("; ")) == 2
    assert not any(row["sub_event_type"] == "Air/drone strike" for row in found)
    assert ("fire that is part of a ground battle of the same actors, place and day", 1) in loss.left_out


def test_fire_on_another_day_or_by_a_third_side_stays_an_event(siege: View, made: ModuleType) -> None:
    strike = next(event for event in siege.events if event.type == "airstrike")
    for changed in (
        replace(strike, interval=made.day("2017-09-04")),
        replace(strike, actors=(made.part("actor", replace(made.SAA, id="other", side="third")),)),
        replace(strike, place=made.MAYADIN),
    ):
        view = replace(siege, events=tuple(changed if event is strike else event for event in siege.events))
        assert any(row["sub_event_type"] == "Air/drone strike" for row in rows(view)[0])


def test_two_events_of_one_pair_type_place_and_day_are_one_row(made: ModuleType) -> None:
    view = made.siege()
    clash = next(event for event in view.events if event.type == "clash")
    twice = replace(view, events=(clash, replace(clash, id="e:other")))
    found, loss = rows(twice)
    assert len(found) == 1
    assert found[0]["fatalities"] == "24"
    assert loss.lost == 1


def test_associates_stand_on_the_side_of_the_first_actor(siege: View) -> None:
    battle = next(row for row in rows(siege)[0] if row["sub_event_type"] == "Armed clash")
    assert (battle["actor1"], battle["assoc_actor_1"], battle["actor2"]) == (
        "Syrian Arab Army", "Local Defence Forces", "Islamic State",
    )  # fmt: skip


def test_actors_of_two_sides_make_two_rows_and_the_dead_are_counted_once(made: ModuleType) -> None:
    third = replace(made.IS, id="third", name="Third Force", side="third")
    parts = (made.part("actor", made.SAA), made.part("actor", third), made.part("target", made.IS))
    found, _ = rows(only(made, actors=parts))
    assert sorted(row["actor1"] for row in found) == ["Syrian Arab Army", "Third Force"]
    assert sorted(row["fatalities"] for row in found) == ["0", "12"]
    assert len({row["event_id_cnty"] for row in found}) == 2


def test_clashing_sides_without_a_target_face_each_other(made: ModuleType) -> None:
    parts = (made.part("actor", made.SAA), made.part("actor", made.IS))
    (row,) = rows(only(made, actors=parts))[0]
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("Syrian Arab Army", "Islamic State", "12")


def test_an_attacker_whom_nobody_names_is_unidentified_without_a_code(made: ModuleType) -> None:
    (row,) = rows(only(made, actors=(made.part("target", made.SAA),)))[0]
    assert (row["actor1"], row["inter1"], row["interaction"]) == ("Unidentified Armed Group (Syria)", "", "")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"place": None}, "place unresolved"),
        ({"interval": Interval()}, "date unknown or wider than a month"),
        ({"interval": Interval(earliest="2017", latest="2017")}, "date unknown or wider than a month"),
        ({"interval": Interval(earliest="2017-09-01", latest="open")}, "date unknown or wider than a month"),
        ({"modality": "possible"}, "planned, possible or attempted"),
        ({"kind": "state"}, "a state of affairs, not a happening"),
        ({"standing": "retracted"}, "retracted"),
    ],
)
def test_what_acled_cannot_hold_is_left_out_with_its_reason(
    made: ModuleType, change: dict[str, object], reason: str
) -> None:
    found, loss = rows(only(made, **change))
    assert found == []
    assert loss.left_out == ((reason, 1),)


def test_a_country_is_no_location(made: ModuleType) -> None:
    assert rows(only(made, place=made.COUNTRY))[1].left_out == (("place no more exact than a country", 1),)


def test_an_event_without_actors_has_no_interaction(made: ModuleType) -> None:
    view = made.siege()
    event = next(event for event in view.events if event.type == "cut_route")
    (row,) = rows(replace(view, events=(replace(event, actors=()),)))[0]
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"], row["interaction"]) == ("", "", "", "", "")


def test_admin1_is_a_name_never_a_code(made: ModuleType) -> None:
    coded = only(made, place=replace(made.CITY, admin1="SY.07"))
    assert rows(coded)[0][0]["admin1"] == ""
    assert rows(replace(coded, region_names={"SY.07": "Deir ez-Zor"}))[0][0]["admin1"] == "Deir ez-Zor"
    assert rows(only(made, place=made.PROVINCE))[0][0]["admin1"] == "Deir ez-Zor Governorate"


def test_denied_events_are_left_out(made: ModuleType) -> None:
    assert rows(only(made, polarity="negative"))[1].left_out == (("said not to have happened", 1),)


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2017-09-05", "2017-09-05", ("2017-09-05", 1)),
        ("2017-09-05T06:00", "2017-09-05", ("2017-09-05", 1)),
        ("2017-09-04", "2017-09-10", ("2017-09-07", 2)),
        ("2017-09-01", "2017-09-20", ("2017-09-10", 3)),
        ("2017-08", "2017-08", ("2017-08-16", 3)),
        ("2017-06", "2017-08", None),
        (None, "2017-08", None),
        ("2017-08", None, None),
    ],
)
def test_time_precision(earliest: str | None, latest: str | None, expected: tuple[str, int] | None) -> None:
    timed = day_and_precision(Interval(earliest=earliest, latest=latest))
    assert (timed and (timed[0].isoformat(), timed[1])) == expected


def test_geo_precision(made: ModuleType) -> None:
    places = (made.CITY, made.DESERT, made.BASE, made.PROVINCE, made.COUNTRY)
    assert [geo_precision(place) for place in places] == [1, 2, 2, 3, None]
    assert geo_precision(replace(made.BASE, radius_km=2.0)) == 1


@pytest.mark.parametrize(
    ("words", "quantity", "expected"),
    [
        ("12 fighters", Quantity(low=12, best=12, high=12), 12),
        ("at least 12 fighters", Quantity(low=12, best=12), 12),
        ("10 to 15 people", Quantity(low=10, high=15), 10),
        ("several fighters", Quantity(low=3, approximate=True), 3),
        ("civilians", None, 3),
        ("dozens of civilians", Quantity(low=24, approximate=True), 12),
        ("several dozen fighters", Quantity(low=36, approximate=True), 12),
        ("scores of people", Quantity(low=40, high=200), 20),
        ("several hundred people", Quantity(low=300, approximate=True), 100),
        ("Abu Firas al-Suri", None, 0),
        ("Fighters", None, 3),
        ("The Reds", None, 3),
        ("two dozen soldiers", Quantity(low=24, best=24, high=24), 24),
        ("hundreds of people", Quantity(low=200, approximate=True), 100),
        ("a soldier", None, 1),
        ("heavy casualties", Quantity(low=2), 0),
        ("the blast", None, 1),
        ("blood", None, 0),
    ],
)
def test_fatalities_by_the_table_of_words(
    made: ModuleType, words: str, quantity: Quantity | None, expected: int
) -> None:
    report = made.report("x", f"They killed {words}.", "2017-09-05", "X")
    claim = made.claim(report, "clash", "killed", [made.role(report.text, "killed", words, quantity=quantity)])
    event = made.event("clash", [claim], made.CITY, made.day("2017-09-05"))
    assert fatalities(event, Index.of(View(reports=(report,), claims=(claim,)))) == expected


def test_who_is_told_within_other_words_for_the_dead_is_counted_with_them(made: ModuleType) -> None:
    report = made.report("x", "They killed the spokesman and his son.", "2017-09-05", "X")
    both = made.role(report.text, "killed", "the spokesman and his son", quantity=Quantity(low=2, best=2, high=2))
    claim = made.claim(report, "clash", "killed", [both, made.role(report.text, "killed", "the spokesman")])
    event = made.event("clash", [claim], made.CITY, made.day("2017-09-05"))
    assert fatalities(event, Index.of(View(reports=(report,), claims=(claim,)))) == 2


def test_what_other_claims_tell_one_by_one_is_not_counted_beside_a_toll(made: ModuleType) -> None:
    report = made.report("x", "They killed 22 near the capital, two in Lisk.", "2017-09-05", "X")
    every = made.role(report.text, "killed", "22", quantity=Quantity(low=22, best=22, high=22), reason="sum")
    two = made.role(report.text, "killed", "two", quantity=Quantity(low=2, best=2, high=2))
    claim = made.claim(report, "clash", "killed", [every, two])
    event = made.event("clash", [claim], made.CITY, made.day("2017-09-05"))
    assert fatalities(event, Index.of(View(reports=(report,), claims=(claim,)))) == 2


def test_the_older_rule_counts_ten_for_a_plural(made: ModuleType) -> None:
    report = made.report("x", "They killed civilians.", "2017-09-05", "X")
    role = made.role(report.text, "killed", "civilians")
    claim = made.claim(report, "kill", "killed", [role], codes=Codes(acled="Attack"))
    event = made.event("kill", [claim], made.CITY, made.day("2017-09-05"))
    view = View(reports=(report,), claims=(claim,), events=(event,))
    assert [row["fatalities"] for row in rows(view)[0]] == ["3"]
    assert [row["fatalities"] for row in rows(view, plural=10)[0]] == ["10"]


def test_of_conflicting_counts_the_lowest_is_taken(siege: View, made: ModuleType) -> None:
    report = made.report("z", "Shells killed 5 people.", "2017-09-07", "Z")
    role = made.role(report.text, "killed", "5 people", quantity=Quantity(low=5, best=5, high=5))
    five = made.claim(report, "shelling", "Shells", [role])
    event = next(event for event in siege.events if event.type == "shelling")
    both = replace(event, claims=(*event.claims, five.id))
    index = Index.of(replace(siege, reports=(*siege.reports, report), claims=(*siege.claims, five)))
    assert fatalities(event, index) == 12
    assert fatalities(both, index) == 5


def test_a_toll_within_a_toll_counts_once_and_two_tolls_add_up(made: ModuleType) -> None:
    report = made.report(
        "y", "It killed 12 people, including 3 children. It killed 4 soldiers and 2 guards.", None, "Y"
    )

    def toll(trigger: str, quotes: dict[str, int]) -> int:
        fillers = [
            made.role(report.text, "killed", words, quantity=Quantity(low=n, best=n, high=n))
            for words, n in quotes.items()
        ]
        claim = made.claim(report, "kill", trigger, fillers)
        event = made.event("kill", [claim], made.CITY, made.day("2017-09-05"))
        return fatalities(event, Index.of(View(reports=(report,), claims=(claim,))))

    assert toll("killed", {"12 people": 12, "3 children": 3}) == 12
    assert toll("killed", {"4 soldiers": 4, "2 guards": 2}) == 6


def test_a_gain_lost_the_same_day_is_an_armed_clash(made: ModuleType) -> None:
    view = made.siege()
    taken = next(event for event in view.events if event.type == "capture")
    day = replace(taken, interval=made.day("2017-08-20"))
    bound = Bound(earliest="2017-08-20", latest="2017-08-20")
    spell = replace(view.spells[4], claims=taken.claims, starts=bound, ends=bound)
    assert rows(replace(view, events=(day,), spells=()))[0][0]["sub_event_type"] == "Government regains territory"
    assert rows(replace(view, events=(day,), spells=(spell,)))[0][0]["sub_event_type"] == "Armed clash"
    lasting = replace(spell, ends=Bound(open=True))
    assert rows(replace(view, events=(day,), spells=(lasting,)))[0][0]["sub_event_type"] != "Armed clash"


def test_a_place_retaken_at_a_later_hour_was_not_held(made: ModuleType) -> None:
    view = made.siege()
    taken = next(event for event in view.events if event.type == "capture")
    first = replace(taken, interval=Interval(earliest="2017-08-20T06:00", latest="2017-08-20T06:00"))
    back = replace(
        taken, id="e:back", actors=(made.part("actor", made.IS),),
        interval=Interval(earliest="2017-08-20T18:00", latest="2017-08-20T18:00"),
    )  # fmt: skip
    found, _ = rows(replace(view, events=(first, back), spells=()))
    by_actor = {row["actor1"]: row["sub_event_type"] for row in found}
    assert by_actor == {"Syrian Arab Army": "Armed clash", "Islamic State": "Government regains territory"}


def test_the_tables_cover_every_string() -> None:
    assert len(EVENT_TYPES) == 25
    assert {disorder_type(string) for string in EVENT_TYPES} == {
        "Political violence", "Demonstrations", "Political violence; Demonstrations", "Strategic developments",
    }  # fmt: skip
    assert (interaction(2, 1), interaction(1, 0), interaction(7, 8), interaction(None, 1)) == (12, 10, 78, None)
    assert countries()["SY"].numeric == 760
    assert countries()["FR"].numeric == 250
    assert len(countries()) == 249


def test_no_cell_starts_a_formula(siege: View) -> None:
    hostile = tuple(replace(report, outlet="=HYPERLINK(1)") for report in siege.reports)
    for row in rows(replace(siege, reports=hostile))[0]:
        assert row["source"].startswith("'=")


def test_the_same_view_gives_the_same_bytes(siege: View, made: ModuleType) -> None:
    assert rows(siege) == rows(made.siege())
    assert rows(siege)[0] == rows(replace(siege, events=siege.events[::-1]))[0]


def _attack_and_its_dead(made: ModuleType) -> View:
    """An attack with a toll of 4, and the deaths of its place and day, of which another report says 300."""
    view = only(made)
    attack = view.events[0]
    place = replace(made.BASE, precision="settlement")
    source = made.report("r-toll", "Islamic State killed 300 civilians at the base.", "2017-09-06", "State")
    toll = made.role(source.text, "killed", "300 civilians", quantity=Quantity(low=300, best=300, high=300))
    told = made.claim(source, "kill", "killed", [toll], codes=Codes(acled="Attack"))
    four = (("killed", Quantity(low=4, best=4, high=4)),)
    deaths = made.event(
        "kill",
        [told],
        place,
        attack.interval,
        figures=(("killed", toll.quantity),),
        actors=(made.part("actor", made.IS), made.part("target", made.CIVILIANS)),
    )
    attack = replace(
        attack, place=place, figures=four, actors=(made.part("actor", made.IS), made.part("target", made.CIVILIANS))
    )
    return replace(
        view,
        reports=(*view.reports, source),
        claims=(*view.claims, told),
        events=(attack, deaths),
        same_dead={deaths.id: (attack.id,)},
    )


def test_the_dead_of_an_attack_are_counted_once(made: ModuleType) -> None:
    view = _attack_and_its_dead(made)
    found, loss = rows(view)
    assert len(found) == 1
    assert int(found[0]["fatalities"]) < 300
    assert found[0]["situate_event_id"] == "; ".join(event.id for event in view.events)
    assert dict(loss.left_out) == {"one row with the attack whose dead it tells": 1}
    apart = replace(view, same_dead={})
    assert len(rows(apart)[0]) == 2


def test_ucdp_and_hxl_count_the_dead_of_an_attack_once(made: ModuleType) -> None:
    view = _attack_and_its_dead(made)
    stream = io.BytesIO()
    loss = FORMATS["ucdp"].write(view, stream, "analyst")
    table = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert ([row["best"] for row in table], loss.lost) == (["4"], 1)
    stream = io.BytesIO()
    FORMATS["hxl"].write(view, stream, "analyst")
    lines = list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert [line[lines[1].index("#affected+killed")] for line in lines[2:]] == ["4", ""]


def test_where_it_was_is_told_once(made: ModuleType) -> None:
    east = replace(made.PROVINCE, name="eastern Deir ez-Zor", relation="eastern", admin1="SY.07")
    view = replace(only(made, place=east), region_names={"SY.07": "Deir ez-Zor"})
    (row,) = rows(view)[0]
    assert (row["admin1"], row["location"]) == ("Deir ez-Zor", "eastern Deir ez-Zor")
    assert "eastern eastern" not in row["notes"]


def test_violence_against_civilians_is_against_civilians_though_nobody_says_so(made: ModuleType) -> None:
    view = _attack_and_its_dead(made)
    deaths = replace(view.events[1], actors=(made.part("actor", made.IS),))
    view = replace(view, events=(deaths,), same_dead={})
    (row,) = rows(view)[0]
    assert (row["actor2"], row["inter2"], row["civilian_targeting"]) == ("Civilians (Syria)", "7", "Civilian targeting")
    stream = io.BytesIO()
    FORMATS["ucdp"].write(view, stream, "analyst")
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert (row["side_b"], row["type_of_violence"], row["deaths_civilians"]) == ("Civilians", "3", "300")


def test_a_telling_that_names_fewer_joins_the_fuller_one_of_its_report(made: ModuleType) -> None:
    view = made.siege()
    clash = next(event for event in view.events if event.type == "clash")
    vague = replace(clash, id="e:vague", actors=(), figures=())
    of_one = replace(view, events=(clash, vague), spells=())
    found, loss = rows(of_one)
    assert [row["fatalities"] for row in found] == ["12"]
    assert loss.kept + loss.lost == 2
    assert found[0]["actor1"] == "Syrian Arab Army"


@pytest.mark.parametrize("what", ["reports", "day"])
def test_another_report_or_day_is_another_event(made: ModuleType, what: str) -> None:
    view = made.siege()
    clash = next(event for event in view.events if event.type == "clash")
    claims = [claim for claim in view.claims if claim.id in clash.claims]
    other = tuple(replace(claim, id=f"{claim.id}x", report=view.reports[-1].id) for claim in claims)
    assert view.reports[-1].id not in {claim.report for claim in claims}
    changes = {"claims": tuple(c.id for c in other)} if what == "reports" else {"interval": made.day("2017-09-04")}
    vague = replace(clash, id="e:vague", actors=(), **changes)
    assert len(rows(replace(view, events=(clash, vague), claims=(*view.claims, *other), spells=()))[0]) == 2


def test_the_dead_of_a_whole_war_are_no_event(made: ModuleType) -> None:
    view = made.siege()
    clash = next(event for event in view.events if event.type == "clash")
    total = replace(clash, type="kill", figures=(("killed", Quantity(low=200_000, best=None, high=None)),))
    found, loss = rows(replace(view, events=(total,), spells=()))
    assert found == []
    assert dict(loss.left_out) == {"a toll of a whole war": 1}


def test_who_is_only_told_to_be_people_is_no_party_that_attacks(made: ModuleType) -> None:
    parts = (made.part("actor", made.CIVILIANS), made.part("target", made.SAA))
    (row,) = rows(only(made, actors=parts))[0]
    assert (row["actor1"], row["inter1"], row["actor2"]) == ("Unidentified Armed Group (Syria)", "", "Syrian Arab Army")


def test_who_kill_together_do_it_side_by_side(made: ModuleType) -> None:
    third = replace(made.IS, id="third", name="Third Force", side="third")
    view = _attack_and_its_dead(made)
    parts = (made.part("actor", made.SAA), made.part("actor", third), made.part("target", made.IS))
    (row,) = rows(replace(view, events=(replace(view.events[1], actors=parts),), same_dead={}))[0]
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"]) == ("Syrian Arab Army", "Third Force", "Islamic State")


@pytest.mark.parametrize(("radius", "precision"), [(39.0, 3), (344.0, None), (None, None)])
def test_a_country_that_is_a_city_is_as_exact_as_a_region(
    made: ModuleType, radius: float | None, precision: int | None
) -> None:
    assert geo_precision(replace(made.COUNTRY, radius_km=radius)) == precision
    assert geo_precision(replace(made.COUNTRY, id="local:some-valley", radius_km=radius)) is None


def test_a_blast_of_a_bomber_is_a_suicide_bombing(made: ModuleType) -> None:
    source = made.report("x", "A bomber struck. The blast, a big blast, was heard.", "2017-09-05", "X")
    strings = (("struck", "Suicide bomb"), ("blast", "Remote explosive/landmine/IED"), ("big blast", None))
    claims = [
        made.claim(source, "explosion", words, [], codes=Codes(acled=string or "Remote explosive/landmine/IED"))
        for words, string in strings
    ]
    event = made.event("explosion", claims, made.CITY, made.day("2017-09-05"))
    (row,) = rows(View(reports=(source,), claims=tuple(claims), events=(event,)))[0]
    assert row["sub_event_type"] == "Suicide bomb"


def test_no_day_lies_after_the_report_that_tells_it() -> None:
    month = Interval(earliest="2016-07", latest="2016-07", precision="month", basis="relative")
    assert day_and_precision(month) == (dt.date(2016, 7, 16), 3)
    assert day_and_precision(month, dt.date(2016, 7, 12)) == (dt.date(2016, 7, 6), 3)
    assert day_and_precision(month, dt.date(2016, 9, 1)) == (dt.date(2016, 7, 16), 3)
    assert day_and_precision(month, dt.date(2016, 6, 1)) == (dt.date(2016, 7, 16), 3)


def test_a_part_of_the_dead_is_told_before_or_after_all_of_them(made: ModuleType) -> None:
    for text, dead in (
        ("Seven children were among 71 civilians killed.", ("Seven children", 7, "71 civilians", 71)),
        ("They killed 71 civilians, among them seven children.", ("71 civilians", 71, "seven children", 7)),
    ):
        source = made.report("x", text, "2017-09-05", "X")
        one, few, other, many = dead
        roles = [
            made.role(text, "killed", quote, quantity=Quantity(low=count, best=count, high=count))
            for quote, count in ((one, few), (other, many))
        ]
        claim = made.claim(source, "kill", "killed", roles, codes=Codes(acled="Attack"))
        event = made.event("kill", [claim], made.CITY, made.day("2017-09-05"))
        assert fatalities(event, Index.of(View(reports=(source,), claims=(claim,)))) == 71


def test_a_part_that_is_read_as_one_is_not_added_and_several_are_no_figure(made: ModuleType) -> None:
    text = "The attack killed 87 people, 30 of them children. It killed civilians."
    source, other = (made.report(name, text, "2017-09-05", name.upper()) for name in ("x", "y"))
    whole = made.role(text, "killed", "87 people", quantity=Quantity(low=87, best=87, high=87))
    part = made.role(text, "killed", "30 of them children", quantity=Quantity(low=30, best=30, high=30))
    one = made.claim(source, "kill", "killed", [whole, replace(part, reason="part")], codes=Codes(acled="Attack"))
    vague = made.claim(other, "kill", "killed", [made.role(text, "killed", "civilians")], codes=Codes(acled="Attack"))
    event = made.event("kill", [one, vague], made.CITY, made.day("2017-09-05"))
    assert fatalities(event, Index.of(View(reports=(source, other), claims=(one, vague)))) == 87


def test_a_toll_that_runs_on_counts_where_no_other_is_told(made: ModuleType) -> None:
    text = "A strike killed 18 people. Strikes have killed hundreds of civilians."
    source = made.report("x", text, "2017-09-05", "X")
    few = made.role(text, "killed", "18 people", quantity=Quantity(low=18, best=18, high=18))
    many = made.role(text, "killed", "hundreds of civilians")
    claims = [
        made.claim(source, "airstrike", words, [role], codes=Codes(acled="Air/drone strike"))
        for words, role in (("strike", few), ("Strikes", many))
    ]
    index = Index.of(View(reports=(source,), claims=tuple(claims)))
    assert fatalities(made.event("airstrike", claims, made.CITY, made.day("2017-09-05")), index) == 18
    assert fatalities(made.event("airstrike", claims[1:], made.CITY, made.day("2017-09-05")), index) == 100


def test_a_government_and_its_forces_are_one_actor(made: ModuleType) -> None:
    state = replace(made.SAA, id="syrian-government", name="Syrian government", kind="government")
    view = made.siege()
    strike = next(event for event in view.events if event.type == "airstrike")
    apart = [replace(strike, id=f"e:{one.id}", actors=(made.part("actor", one),)) for one in (state, made.SAA)]
    (row,) = rows(replace(view, events=tuple(apart), spells=()))[0]
    assert (row["actor1"], row["assoc_actor_1"]) == ("Syrian Arab Army", "")


def test_shelling_is_shelling_however_often_it_is_called_an_attack(made: ModuleType) -> None:
    text = "Shells hit the town. The attack went on. The attack ended."
    source = made.report("r", text, "2017-09-07", "Sample outlet A")
    strings = [("hit", "Shelling/artillery/missile attack"), ("The attack went", "Attack"), ("attack ended", "Attack")]
    claims = [made.claim(source, "shelling", words, [], codes=Codes(acled=string)) for words, string in strings]
    event = made.event("shelling", claims, made.CITY, made.day("2017-09-06"))
    assert sub_event(event, Index.of(View(reports=(source,), claims=tuple(claims)))) == strings[0][1]


def test_who_disperses_a_demonstration_is_the_second_actor(made: ModuleType) -> None:
    police = replace(made.SAA, id="police", name="Police of Syria", sector="COP")
    text = "Police dispersed the protest."
    source = made.report("r", text, "2017-09-07", "Sample outlet A")
    claim = made.claim(source, "crowd_control", "dispersed", [], codes=Codes(acled="Protest with intervention"))
    event = made.event(
        "crowd_control", [claim], made.CITY, made.day("2017-09-06"), actors=(made.part("actor", police),)
    )
    (row,) = rows(View(reports=(source,), claims=(claim,), events=(event,)))[0]
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"]) == ("Protesters (Syria)", "", "Police of Syria")


def test_the_notes_say_who_did_it_though_protesters_stand_first(made: ModuleType) -> None:
    view = only(made)
    (event,) = view.events
    police = replace(made.SAA, id="police", name="Police", kind="state_forces", sector="COP", inter=1)
    people = replace(made.IS, id="protesters", name="Protesters", kind="protesters", inter=6, side=None, sector="CIV")
    claims = tuple(
        replace(c, type="detain", codes=replace(c.codes, acled="Protest with intervention")) for c in view.claims
    )
    parts = (made.part("actor", police), made.part("target", people))
    view = replace(view, events=(replace(event, type="detain", actors=parts, figures=()),), claims=claims)
    (row,) = rows(view)[0]
    assert (row["actor1"], row["actor2"]) == ("Protesters (Syria)", "Police")
    assert "Detention by Police, against Protesters (Syria)" in row["notes"]


def test_an_attack_told_of_a_country_is_where_its_dead_are(made: ModuleType) -> None:
    view = _attack_and_its_dead(made)
    attack, deaths = view.events
    country = replace(deaths.place, id="country:SY", name="Syria", precision="country", radius_km=344)
    abroad = replace(attack, type="airstrike", place=country, interval=deaths.interval, figures=deaths.figures)
    told = replace(view, events=(abroad, deaths), same_dead={})
    reports = {c.report for c in view.claims if c.id in (*attack.claims, *deaths.claims)}
    one = tuple(
        replace(
            c,
            report=min(reports),
            codes=replace(c.codes, acled="Air/drone strike") if c.id in attack.claims else c.codes,
        )
        for c in view.claims
    )
    strikes = [row for row in rows(replace(told, claims=one))[0] if row["sub_event_type"] == "Air/drone strike"]
    assert [row["location"] for row in strikes] == [deaths.place.name]
    other_toll = replace(told, claims=one, events=(replace(abroad, figures=attack.figures), deaths))
    assert not [row for row in rows(other_toll)[0] if row["sub_event_type"] == "Air/drone strike"]


@pytest.mark.parametrize(("kind", "row"), [("assault", ("Islamic State", "Third Force", "")), ("clash", None)])
def test_who_attack_together_do_not_attack_each_other(made: ModuleType, kind: str, row: tuple[str, ...] | None) -> None:
    third = replace(made.IS, id="third", name="Third Force", side="third")
    source = made.report("x", "The two attacked a post.", "2017-09-05", "X")
    roles = [made.role(source.text, "actor", "two", actor=actor) for actor in (made.IS, third)]
    claims = [made.claim(source, kind, "attacked", roles, codes=Codes(acled="Armed clash"))]
    parts = (made.part("actor", made.IS), made.part("actor", third))
    event = replace(made.event(kind, claims, made.CITY, made.day("2017-09-05")), actors=parts)
    (found,) = rows(View(reports=(source,), claims=tuple(claims), events=(event,)))[0]
    told = (found["actor1"], found["assoc_actor_1"], found["actor2"])
    assert told == (row or ("Islamic State", "", "Third Force"))
