"""What is left out because no report tells it as an event of a conflict."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from situate.export.index import Index
from situate.export.told import in_no_conflict, is_guessed, of_a_war, tells_of_conflict
from situate.export.view import View
from situate.model.event import Event
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity


def told(made: ModuleType, kind: str, place: Place, interval: Interval, **more: Any) -> Event:
    source = made.report("r", "They attacked.", "2017-09-05", "Sample outlet A")
    event: Event = made.event(kind, [made.claim(source, kind, "attacked", [])], place, interval, **more)
    return event


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Firefighters searched for the cause of a blaze that damaged a home on Elm Road.", False),
        ("Police are looking for a man who stole a purse behind the apartment complex.", False),
        ("Two cars collided at the crossing; both drivers are in hospital.", False),
        ("Gunmen opened fire on a bus.", True),
        ("Two BOMBS went off near the station.", True),
        ("Thousands marched against the new law.", True),
        ("An airstrike, an air strike or an air-raid was heard.", True),
        ("A human rights group spoke of it.", True),
        ("The army said it knew nothing.", True),
    ],
)
def test_words_of_conflict(text: str, conflict: bool) -> None:
    assert tells_of_conflict(text) == conflict


def test_one_report_of_a_conflict_is_enough(made: ModuleType) -> None:
    peace = made.report("p", "A purse was stolen.", "2017-09-05", "Sample outlet A")
    war = made.report("w", "Gunmen say that a purse was stolen.", "2017-09-05", "Sample outlet A")
    claims = [made.claim(source, "abduct", "stolen", []) for source in (peace, war)]
    thefts = [made.event("abduct", told, made.CITY, made.day("2017-09-05")) for told in ([claims[0]], claims)]
    index = Index.of(View(reports=(peace, war), claims=tuple(claims)))
    assert [in_no_conflict([theft], index) for theft in thefts] == [True, False]
    by_rebels = replace(thefts[0], actors=(made.part("actor", made.IS),))
    assert not in_no_conflict([by_rebels], index)
    police = replace(made.SAA, id="police-of-syria")
    assert in_no_conflict([replace(thefts[0], actors=(made.part("actor", police),))], index)
    assert not in_no_conflict(thefts, Index.of(View()))


@pytest.mark.parametrize(
    ("place", "time", "sides", "guessed"),
    [
        ("context", "publication", "none", True),
        ("context", "publication", "one", True),
        ("context", "publication", "civilians", True),
        ("context", "publication", "both", False),
        ("context", "relative", "none", False),
        ("gazetteer", "publication", "none", False),
    ],
)
def test_what_neither_a_day_nor_a_place_is_told_of_is_a_guess(
    made: ModuleType, place: str, time: Any, sides: str, guessed: bool
) -> None:
    parts = {
        "none": (),
        "one": (made.part("actor", made.SAA),),
        "civilians": (made.part("actor", made.SAA), made.part("target", made.CIVILIANS)),
        "both": (made.part("actor", made.SAA), made.part("target", made.IS)),
    }
    event = told(made, "assault", replace(made.CITY, basis=place), made.day("2017-09-05", time), actors=parts[sides])
    assert is_guessed([event]) == guessed
    assert not is_guessed([event, replace(event, interval=made.day("2017-09-05"))])


@pytest.mark.parametrize(("dead", "war"), [(300_000, True), (640, False), (None, False)])
def test_a_toll_of_a_war(made: ModuleType, dead: int | None, war: bool) -> None:
    figures = () if dead is None else (("killed", Quantity(low=dead, best=dead, high=dead)),)
    assert of_a_war(told(made, "kill", made.CITY, made.day("2017-09-05"), figures=figures)) == war
