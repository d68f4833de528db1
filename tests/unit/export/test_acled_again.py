"""Rows that tell again, of one report, what another row of it says."""

from __future__ import annotations

import datetime as dt
from types import ModuleType
from typing import Any

import pytest

from situate.export.acled_again import TAKEN, WRECKED, without_again
from situate.export.acled_rows import Row


def row(made: ModuleType, name: str, string: str, side2: tuple[Any, ...] = (), **more: Any) -> Row:
    source = made.report("r", "Soldiers clashed.", "2017-09-07", "Sample outlet A")
    claim = made.claim(source, "clash", "clashed", [])
    event = made.event(name, [claim], made.CITY, made.day("2017-09-06"))
    told = {"side1": (made.SAA,), "fatalities": 0, "reports": frozenset({"r"})} | more
    return Row(
        events=(event,), sub_event=string, day=dt.date(2017, 9, 6), time_precision=1, place=made.CITY,
        geo_precision=1, side2=side2, **told,
    )  # fmt: skip


@pytest.mark.parametrize("fight", ["Armed clash", "Government regains territory"])
def test_prisoners_of_a_fight_are_no_arrests(made: ModuleType, fight: str) -> None:
    kept, lost = without_again([row(made, "a", "Arrests"), row(made, "b", fight, (made.IS,), fatalities=18)])
    assert [one.sub_event for one in kept] == [fight]
    assert lost == {TAKEN: 1}


def test_arrests_of_another_report_or_after_a_protest_are(made: ModuleType) -> None:
    fight, apart = row(made, "b", "Armed clash", (made.IS,)), frozenset({"s"})
    assert len(without_again([row(made, "a", "Arrests", reports=apart), fight])[0]) == 2
    assert len(without_again([row(made, "a", "Arrests"), row(made, "b", "Peaceful protest")])[0]) == 2


def test_who_attacks_a_village_and_loots_it_does_one_thing(made: ModuleType) -> None:
    attack = row(made, "b", "Attack", (made.CIVILIANS,), fatalities=11)
    kept, lost = without_again([row(made, "a", "Looting/property destruction", side1=()), attack])
    assert [one.sub_event for one in kept] == ["Attack"]
    assert lost == {WRECKED: 1}
    by_others = row(made, "a", "Looting/property destruction", side1=(made.IS,))
    assert len(without_again([by_others, attack])[0]) == 2
