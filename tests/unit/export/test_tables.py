"""The formats that are tables of another codebook: UCDP GED, POLECAT, HXL."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record import bytes_of

from situate.export import hxl, polecat, ucdp
from situate.export.acled_tables import countries
from situate.export.sourcing import SOURCE_NAMES
from situate.export.view import LossReport, View
from situate.model.actor import Actor
from situate.model.claim import Codes
from situate.model.interval import Interval
from situate.model.quantity import Quantity

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a\tb", "a\nb", "a\r\nb", 'say "x", y', "\u202eevil", "\x00", "\x1c")


def sheet(module: ModuleType, view: View, profile: str = "analyst") -> tuple[list[dict[str, str]], LossReport]:
    data, loss = bytes_of(module, view, profile)
    mark = "\t" if module is polecat else ","
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=mark)), loss


def hostile(made: ModuleType, words: str) -> View:
    """A record in which every text cell could be turned against its reader."""
    view = made.siege()
    place = replace(made.CITY, name=words, relation=words, admin1=words)
    actors = (
        made.part("actor", replace(made.IS, name=words)),
        made.part("target", replace(made.CIVILIANS, name=words)),
    )
    events = tuple(replace(event, place=place, actors=actors) for event in view.events)
    reports = tuple(replace(report, title=words, outlet=words, url=words) for report in view.reports)
    return replace(view, events=events, reports=reports)


# UCDP


def test_ucdp_has_its_49_columns_first_and_in_order(siege: View) -> None:
    header = bytes_of(ucdp, siege)[0].decode().splitlines()[0].split(",")
    assert len(ucdp.COLUMNS) == 49
    assert header == [*ucdp.COLUMNS, *SOURCE_NAMES]
    assert (header[0], header[5], header[48]) == ("id", "type_of_violence", "gwnob")


def test_ucdp_keeps_or_counts_every_event(siege: View) -> None:
    found, loss = sheet(ucdp, siege)
    assert loss.kept == len(found) == 2
    assert loss.kept + loss.lost == len(siege.events)
    assert dict(loss.left_out)["no death told"] == 6


def test_ucdp_rows_of_a_clash_and_of_violence_against_civilians(siege: View) -> None:
    clash, shelling = sheet(ucdp, siege)[0]
    assert (clash["type_of_violence"], clash["side_a"], clash["side_b"]) == (
        "1", "Syrian Arab Army, Local Defence Forces", "Islamic State",
    )  # fmt: skip
    assert (clash["deaths_unknown"], clash["best"], clash["low"], clash["high"]) == ("12", "12", "12", "12")
    assert (clash["date_prec"], clash["date_start"], clash["date_end"]) == ("1", "2017-09-05", "2017-09-05")
    assert (clash["where_prec"], clash["country"], clash["country_id"], clash["region"]) == (
        "2", "Syria", "652", "Middle East",
    )  # fmt: skip
    assert (clash["gwnoa"], clash["gwnob"]) == ("652", "")
    assert (shelling["type_of_violence"], shelling["deaths_civilians"], shelling["best"]) == ("3", "4", "4")
    assert (shelling["low"], shelling["high"], shelling["where_prec"]) == ("4", "24", "1")
    assert shelling["geom_wkt"] == "POINT (40.14084 35.33588)"
    assert shelling["source_office"] == "Sample monitor C"
    assert clash["id"].startswith("situate-")
    assert clash["code_status"] == "draft"


@pytest.mark.parametrize(
    ("words", "told", "column"),
    [
        ("22 fighters of the group", 22, "deaths_b"),
        ("22 soldiers", 22, "deaths_a"),
        ("22 people", 22, "deaths_unknown"),
        ("9 fighters of the group", 9, "deaths_unknown"),  # and of the others nobody says
    ],
)
def test_ucdp_dead_are_a_sides_where_whoever_tells_so_many_says_whose(
    made: ModuleType, words: str, told: int, column: str
) -> None:
    whose = {"fighters": made.IS, "soldiers": made.SAA, "people": made.CIVILIANS}[words.split()[1]]
    source = made.report("r", f"The army clashed with the group, killing {words}.", "2017-09-07", "Sample outlet A")
    dead = made.role(source.text, "killed", words, actor=whose, quantity=Quantity(low=told, best=told, high=told))
    claim = made.claim(source, "clash", "clashed", [dead])
    fight = made.event(
        "clash", [claim], made.CITY, made.day("2017-09-06"), figures=(("killed", Quantity(low=22, best=22, high=22)),),
        actors=(made.part("actor", made.SAA), made.part("actor", made.IS)),
    )  # fmt: skip
    (row,) = sheet(ucdp, View(reports=(source,), claims=(claim,), events=(fight,)))[0]
    assert {name: value for name, value in row.items() if name.startswith("deaths_") and value != "0"} == {column: "22"}


def test_ucdp_puts_the_state_on_side_a_and_never_the_civilians(made: ModuleType, siege: View) -> None:
    event = siege.events[1]
    turned = (made.part("actor", made.IS), made.part("target", made.SAA))
    assert sheet(ucdp, View(events=(replace(event, actors=turned),)))[0][0]["side_a"] == "Syrian Arab Army"
    rebels = Actor(id="r", name="R", kind="rebel_group", side="r")
    fight = (made.part("actor", made.IS), made.part("actor", rebels))
    (row,) = sheet(ucdp, View(events=(replace(event, actors=fight),)))[0]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("2", "Islamic State", "R")
    loss = sheet(ucdp, View(events=(replace(event, actors=fight[:1]),)))[1]
    assert loss.left_out == (("a side is not named: UCDP needs both", 1),)


def test_ucdp_makes_nobody_who_is_killed_a_killer_of_civilians(made: ModuleType) -> None:
    source = made.report("r", "A soldier was executed.", "2017-09-07", "Sample outlet A")
    dead = made.role(source.text, "killed", "A soldier", actor=made.SAA, quantity=Quantity(low=1, best=1, high=1))
    claim = made.claim(source, "kill", "executed", [dead])
    claim = replace(claim, codes=replace(claim.codes, acled="Attack"))
    event = made.event(
        "kill", [claim], made.CITY, made.day("2017-09-06"), figures=(("killed", Quantity(low=1, best=1, high=1)),),
        actors=(made.part("target", made.SAA),),
    )  # fmt: skip
    rows, loss = sheet(ucdp, View(reports=(source,), claims=(claim,), events=(event,)))
    assert (rows, loss.left_out) == ([], (("a side is not named: UCDP needs both", 1),))


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2017-09-05", "2017-09-05", 1), ("2017-09-05", "2017-09-10", 2), ("2017-09-05", "2017-09-11", 3),
        ("2017-09", "2017-09", 4), ("2017", "2017", 5), ("2016", "2017", None), ("2017-09", "open", None), (None, None, None),
    ],
)  # fmt: skip
def test_ucdp_date_precision(first: str | None, last: str | None, code: int | None) -> None:
    assert ucdp.date_prec(Interval(earliest=first, latest=last)) == code


def test_ucdp_place_precision(made: ModuleType) -> None:
    places = (made.CITY, made.BASE, made.DESERT, replace(made.CITY, precision="district"), made.PROVINCE, made.COUNTRY)
    assert [ucdp.where_prec(place) for place in places] == [1, 2, 5, 3, 4, 6]
    near, far = replace(made.CITY, latitude=35.4), replace(made.CITY, latitude=36.4)
    assert [ucdp.where_prec(made.CITY, near), ucdp.where_prec(made.CITY, near, far)] == [2, 5]
    assert ucdp.where_prec(made.CITY, replace(near, latitude=None, longitude=None)) == 5


def test_ucdp_deaths_never_exceed_what_is_told(siege: View) -> None:
    event = siege.events[1]
    told = {
        Quantity(low=3, high=9): (3, 3, 9), Quantity(best=5): (5, 5, 5), Quantity(low=2, best=4, high=6): (2, 4, 6),
        Quantity(): None,
    }  # fmt: skip
    for quantity, expected in told.items():
        assert ucdp.deaths(replace(event, figures=(("killed", quantity),))) == expected


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_priogrid_cells_are_counted_from_the_south_west(latitude: float, longitude: float) -> None:
    assert 1 <= ucdp.priogrid(latitude, longitude) <= 259_200
    assert (ucdp.priogrid(-90, -180), ucdp.priogrid(90, 180)) == (1, 259_200)


def test_numbers_of_states() -> None:
    lands = countries()
    assert (lands["SY"].gw, lands["DE"].gw, lands["DE"].cow, lands["YE"].gw, lands["YE"].cow) == (
        652,
        260,
        255,
        678,
        679,
    )
    assert [ucdp.ucdp_region(lands[one]) for one in ("EG", "ML", "UA", "MM", "CO")] == [
        "Middle East", "Africa", "Europe", "Asia", "Americas",
    ]  # fmt: skip
    assert ucdp.ucdp_region(lands["AQ"]) is None


# POLECAT


def test_polecat_has_its_40_columns_first_and_in_order(siege: View) -> None:
    header = bytes_of(polecat, siege)[0].decode().splitlines()[0].split("\t")
    assert len(polecat.COLUMNS) == 40
    assert header == [*polecat.COLUMNS, *SOURCE_NAMES]


def test_polecat_rows(siege: View) -> None:
    found, loss = sheet(polecat, siege)
    assert loss.kept == len(found)
    assert loss.kept + loss.lost == len(siege.events)
    row = next(row for row in found if row["Event Mode"] == "heavy-weapons")
    assert (row["Event Type"], row["Quad Code"], row["Event Date"]) == ("ASSAULT", "MATERIAL CONFLICT", "2017-09-06")
    assert (row["Actor Name"], row["Primary Actor Sector"], row["Recipient COW"]) == ("Islamic State", "REB", "652")
    assert (row["Country"], row["GeoNames ID"], row["City"]) == ("SYR", "170794", "Deir ez-Zor")
    assert row["Raw Placename"] == "two quarters of Deir ez-Zor"
    assert (row["draft"], row["Intensity"]) == ("true", "")


@pytest.mark.parametrize(
    ("role", "words", "whose", "string", "recipient"),
    [
        ("killed", "Thirteen villagers", True, "Attack", ("Civilians (Syria)", "CVL", "Thirteen villagers")),
        ("affected", "Thirteen villagers", False, "Abduction/forced disappearance", ("Civilians", "CVL", "Thirteen villagers")),
        ("affected", "Thirteen villagers", False, "Arrests", ("", "", "Thirteen villagers")),
        ("target", "The army", False, "Armed clash", ("", "", "The army")),
    ],
)  # fmt: skip
def test_polecat_has_those_whom_an_event_harms_as_its_recipient(
    made: ModuleType, role: str, words: str, whose: bool, string: str, recipient: tuple[str, str, str]
) -> None:
    source = made.report("r", f"{words} suffered.", "2017-09-07", "Sample outlet A")
    claim = made.claim(
        source, "kill", "suffered", [made.role(source.text, role, words, actor=made.CIVILIANS if whose else None)]
    )
    claim = replace(claim, codes=Codes(acled=string, plover="ASSAULT"))
    event = made.event("kill", [claim], made.CITY, made.day("2017-09-06"), actors=(made.part("actor", made.IS),))
    (row,) = sheet(polecat, View(reports=(source,), claims=(claim,), events=(event,)))[0]
    found = row["Recipient Name"], row["Primary Recipient Sector"], row["Recipient Name Raw"]
    assert found == recipient


def test_polecat_leaves_out_what_has_no_code(siege: View) -> None:
    claims = tuple(replace(claim, codes=Codes()) for claim in siege.claims)
    loss = sheet(polecat, replace(siege, claims=claims))[1]
    assert loss.kept == 0
    assert dict(loss.left_out)["no PLOVER code for its type"] > 3


# HXL


def test_hxl_has_a_row_of_tags_under_the_header(siege: View) -> None:
    rows = list(csv.reader(io.StringIO(bytes_of(hxl, siege)[0].decode(), newline="")))
    assert all(tag.startswith("#") for tag in rows[1])
    assert len(rows[0]) == len(rows[1]) == len(set(rows[1]))
    for tag in (
        "#event+id",
        "#date+start",
        "#geo+lat",
        "#adm1+name",
        "#affected+killed",
        "#status+control",
        "#meta+url",
    ):
        assert tag in rows[1]


def test_hxl_rows_are_what_happened_and_what_holds(siege: View) -> None:
    found, loss = sheet(hxl, siege)
    assert loss.kept == len(found) - 1
    assert loss.kept + loss.lost == len(siege.events) + len(siege.spells)
    besieged = next(row for row in found if row["siege"] == "besieged" and row["to"])
    assert (besieged["actors"], besieged["against"]) == ("Islamic State", "Syrian Arab Army")
    assert (besieged["from"], besieged["to"]) == ("2014-07-01", "2017-09-05")
    struck = next(row for row in found if row["type"] == "siege_end")
    assert (struck["addresses"], struck["reported on"]) == ("https://example.org/a", "2017-09-05")
    assert (struck["country code"], struck["draft"]) == ("SYR", "true")


# All three


@pytest.mark.parametrize("module", [ucdp, polecat, hxl], ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula_and_no_row_is_torn(made: ModuleType, module: ModuleType, words: str) -> None:
    view = hostile(made, words)
    found, loss = sheet(module, view)
    assert len(found) == loss.kept + (1 if module is hxl else 0)
    for row in found:
        assert None not in row
        for value in row.values():
            assert not value.startswith(("=", "+", "@", "\t", "\r", "\n", "\x00"))
            assert not (value.startswith("-") and not value[1:2].isdigit())
    if module is polecat:
        lines = bytes_of(module, view)[0].decode().split("\n")
        assert {line.count("\t") for line in lines if line} == {len(polecat.COLUMNS) + len(SOURCE_NAMES) - 1}


@settings(max_examples=40)
@given(words=st.text(min_size=1, max_size=12))
def test_no_words_at_all_tear_a_row(made: ModuleType, words: str) -> None:
    for module in (ucdp, polecat, hxl):
        found, loss = sheet(module, hostile(made, words))
        assert len(found) == loss.kept + (1 if module is hxl else 0)
        assert all(None not in row for row in found)


@pytest.mark.parametrize("module", [ucdp, polecat, hxl], ids=lambda module: module.__name__.rpartition(".")[2])
def test_the_public_profile_is_marked_and_coarse(module: ModuleType, siege: View) -> None:
    data = bytes_of(module, siege, "public")[0]
    assert b"40.14084" not in data
    assert b"40.15" in data
    assert bytes_of(module, siege, "public") == bytes_of(module, siege, "public")
