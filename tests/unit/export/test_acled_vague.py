"""Rows of a looser day are the row of their report that has the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.export.acled_rows import Row
from situate.export.acled_vague import VAGUE, without_vague
from situate.export.index import Index
from situate.export.view import View
from situate.model.interval import Interval

TEXT = "Shells hit the market on Friday. Shells struck Varn this week."
SHELLING = "Shelling/artillery/missile attack"
WEEK = Interval(earliest="2017-09-04", latest="2017-09-10", precision="day", basis="relative")


def row(made: ModuleType, number: int, day: int, interval: Any, text: str = TEXT, **more: Any) -> tuple[Row, Any, Any]:
    source = made.report("r", text, "2017-09-10", "Sample outlet A")
    kind = more.pop("kind", "shelling")
    claim = made.claim(source, kind, text.split(". ")[number].split()[1], [])
    event = made.event(kind, [claim], made.CITY, interval)
    settings: dict[str, Any] = {
        "sub_event": SHELLING, "time_precision": 1, "place": made.CITY, "geo_precision": 1, "side1": (), "side2": (),
        "fatalities": 0, "reports": frozenset({"r"}),
    } | more  # fmt: skip
    return Row(events=(event,), day=dt.date(2017, 9, day), **settings), source, claim


def kept(*made_rows: tuple[Row, Any, Any]) -> tuple[list[Row], int]:
    claims = {id(claim): claim for _, _, claim in made_rows}
    view = View(reports=(made_rows[0][1],), claims=tuple(claims.values()))
    rows, lost = without_vague([one for one, _, _ in made_rows], Index.of(view))
    return rows, lost[VAGUE]


def exact(made: ModuleType, **more: Any) -> tuple[Row, Any, Any]:
    return row(made, 0, 8, made.day("2017-09-08", "relative"), **more)


def loose(made: ModuleType, text: str = TEXT, **more: Any) -> tuple[Row, Any, Any]:
    return row(made, 1, 7, WEEK, text, **({"time_precision": 2} | more))


def test_the_vaguer_row_is_the_one_that_has_the_day(made: ModuleType) -> None:
    rows, lost = kept(exact(made, fatalities=4), loose(made))
    assert [(one.day.day, one.fatalities, len(one.events)) for one in rows] == [(8, 4, 2)]
    assert lost == 1


def test_names_and_dead_of_either_are_kept(made: ModuleType) -> None:
    rows, _ = kept(exact(made), loose(made, fatalities=4, side1=(made.SAA,), side2=(made.IS,)))
    assert [(one.day.day, one.fatalities, one.side1, one.side2) for one in rows] == [(8, 4, (made.SAA,), (made.IS,))]


@pytest.mark.parametrize(
    "other",
    [
        {"fatalities": 7},
        {"sub_event": "Air/drone strike"},
        {"reports": frozenset({"s"})},
        {"text": "Shells hit the market on Friday. Separately, shells struck Varn this week."},
    ],
)
def test_another_toll_means_report_or_word_that_sets_it_apart_is_another_event(
    made: ModuleType, other: dict[str, Any]
) -> None:
    found = [exact(made, fatalities=4), loose(made, **other)]
    if "text" in other:
        source = made.report("r", other["text"], "2017-09-10", "Sample outlet A")
        claim = made.claim(source, "shelling", "struck", [])
        found[1] = replace(found[1][0], events=(made.event("shelling", [claim], made.CITY, WEEK),)), source, claim
        found[0] = found[0][0], source, found[0][2]
    assert len(kept(*found)[0]) == 2


def test_a_row_without_a_day_of_its_own_is_the_one_shortly_before(made: ModuleType) -> None:
    news = row(made, 1, 10, made.day("2017-09-10", "publication"))
    assert len(kept(exact(made), news)[0]) == 1
    assert len(kept(row(made, 0, 1, made.day("2017-09-01", "relative")), news)[0]) == 2


def test_deaths_told_alone_are_those_of_a_blow_with_as_many(made: ModuleType) -> None:
    deaths = row(made, 1, 7, made.day("2017-09-07", "relative"), kind="kill", sub_event="Attack", fatalities=31)
    assert [one.sub_event for one in kept(exact(made, fatalities=31), deaths)[0]] == [SHELLING]
    few = (replace(deaths[0], fatalities=2), *deaths[1:])
    assert len(kept(exact(made, fatalities=2), few)[0]) == 2


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9)), max_size=6))
def test_no_dead_are_added_and_a_second_look_changes_nothing(made: ModuleType, told: list[tuple[int, int]]) -> None:
    found = [
        row(made, 0, day, made.day(f"2017-09-{day:02}", "relative" if dead % 2 else "publication"), fatalities=dead)
        for day, dead in told
    ] or [exact(made)]
    rows, _ = kept(*found)
    assert sum(one.fatalities for one in rows) <= sum(one.fatalities for one, _, _ in found)
    view = View(reports=(found[0][1],), claims=tuple({c.id: c for _, _, c in found}.values()))
    assert without_vague(rows, Index.of(view))[0] == rows
