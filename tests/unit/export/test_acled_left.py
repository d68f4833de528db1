"""Rows that are background, guesses or a private matter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import ModuleType

import pytest

from situate.export.acled_left import GUESSED, NO_CONFLICT, NOBODY, PRIVATE, UNDATED, without_guesses
from situate.export.acled_rows import Row
from situate.export.index import Index
from situate.export.view import View


def row(
    made: ModuleType,
    string: str = "Armed clash",
    text: str = "Soldiers clashed.",
    basis: str = "relative",
    kind: str = "clash",
) -> Row:
    source = made.report("r", text, "2017-09-07", "Sample outlet A")
    claim = made.claim(source, "clash", text.split()[-1].rstrip("."), [])
    event = made.event(kind, [claim], made.CITY, made.day("2017-09-06", basis))
    return Row(
        events=(event,), sub_event=string, day=dt.date(2017, 9, 6), time_precision=1, place=made.CITY,
        geo_precision=1, side1=(made.SAA,), side2=(), fatalities=0, reports=frozenset({"r"}),
    )  # fmt: skip


def why(made: ModuleType, one: Row, text: str = "Soldiers clashed.") -> str | None:
    source = made.report("r", text, "2017-09-07", "Sample outlet A")
    claim = made.claim(source, "clash", text.split()[-1].rstrip("."), [])
    kept, lost = without_guesses([one], Index.of(View(reports=(source,), claims=(claim,))))
    assert len(kept) + sum(lost.values()) == 1
    return next(iter(lost), None)


@pytest.mark.parametrize(
    ("kind", "month", "basis", "reason"),
    [
        ("clash", False, "relative", None),
        ("clash", True, "relative", None),
        ("ceasefire", False, "relative", None),
        ("ceasefire", True, "relative", UNDATED),
        ("ceasefire", False, "publication", UNDATED),
        ("displace", True, "relative", UNDATED),
        ("displace", False, "publication", None),
        ("cut_route", True, "stated", None),
        ("detain", True, "stated", None),
    ],
)
def test_deals_and_moves_need_a_day(made: ModuleType, kind: str, month: bool, basis: str, reason: str | None) -> None:
    one = row(made, "Other", basis=basis, kind=kind)
    assert why(made, replace(one, time_precision=3) if month else one) == reason


@pytest.mark.parametrize(("dead", "precision", "reason"), [(0, 3, GUESSED), (27, 3, None), (0, 1, None)])
def test_a_blow_of_some_month_at_no_place_of_its_own(
    made: ModuleType, dead: int, precision: int, reason: str | None
) -> None:
    around = replace(made.CITY, basis="context")
    assert why(made, replace(row(made), place=around, time_precision=precision, fatalities=dead)) == reason


@pytest.mark.parametrize(("string", "reason"), [("Armed clash", PRIVATE), ("Arrests", PRIVATE), ("Attack", None)])
def test_a_private_person_fights_no_battle(made: ModuleType, string: str, reason: str | None) -> None:
    assert why(made, replace(row(made, string), side1=(made.WITNESS,))) == reason


def test_what_is_told_without_a_word_of_conflict(made: ModuleType) -> None:
    text = "A man was pushed."
    assert why(made, row(made, "Attack", text), text) == NO_CONFLICT


def test_a_fight_of_nobody_who_is_named_is_a_mention_unless_it_has_a_toll(made: ModuleType) -> None:
    fight = replace(row(made), side1=())
    assert why(made, fight) == NOBODY
    assert why(made, replace(fight, fatalities=3)) is None
    assert why(made, replace(fight, sub_event="Air/drone strike")) is None
