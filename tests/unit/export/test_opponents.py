"""Whom an event is against where nobody names a target."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from situate.export.index import Index
from situate.export.opponents import Opponents
from situate.export.view import View
from situate.model.actor import Actor
from situate.model.interval import OPEN, Interval

TEXT = "The bombing in Varn killed 32 people. The army's offensive to take the jihadist-held town of Lisk began."


def against(made: ModuleType, kind: str, doers: list[Actor], dead: Actor | None, role: str = "killed") -> list[str]:
    """The ids of the targets of an event of one claim, which counts the people of ``dead``."""
    source = made.report("r", TEXT, "2017-09-07", "Sample outlet A")
    roles = [made.role(TEXT, role, "32 people", actor=dead)] if dead else []
    claim = made.claim(source, kind, "bombing", roles)
    parts = tuple(made.part("actor", one) for one in doers)
    event = made.event(kind, [claim], made.CITY, made.day("2017-09-06"), actors=parts)
    found = Opponents.of(Index.of(View(reports=(source,), claims=(claim,)))).named((event,))
    return [part.actor.id for part in found.actors if part.role == "target"]


def test_a_blow_is_against_those_whom_it_harms(made: ModuleType) -> None:
    assert against(made, "suicide_bombing", [made.IS], made.CIVILIANS) == [made.CIVILIANS.id]
    assert against(made, "airstrike", [made.SAA], made.IS) == [made.IS.id]
    assert against(made, "shelling", [], made.CIVILIANS, "wounded") == [made.CIVILIANS.id]


@pytest.mark.parametrize("kind", ["protest", "ceasefire", "deploy"])
def test_what_is_no_fight_and_no_blow_is_against_nobody(made: ModuleType, kind: str) -> None:
    assert against(made, kind, [made.IS], made.CIVILIANS) == []


def test_in_a_fight_the_other_side_is_armed(made: ModuleType) -> None:
    assert against(made, "clash", [made.SAA], made.IS) == [made.IS.id]
    assert against(made, "clash", [made.SAA], made.CIVILIANS) == []
    assert against(made, "clash", [made.SAA, made.IS], made.IS) == []  # whose dead they are is no news


def test_a_fight_that_names_nobody_is_between_those_whose_fighters_die_in_it(made: ModuleType) -> None:
    text = "12 jihadists and two soldiers were killed in a firefight."
    source = made.report("r", text, "2017-09-07", "Sample outlet A")
    dead = [
        made.role(text, "killed", words, actor=a)
        for words, a in (("12 jihadists", made.IS), ("two soldiers", made.SAA))
    ]
    claim = made.claim(source, "clash", "firefight", dead)
    opponents = Opponents.of(Index.of(View(reports=(source,), claims=(claim,))))
    event = made.event("clash", [claim], made.CITY, made.day("2017-09-06"))
    sides = [(part.role, part.actor.id) for part in opponents.named((event,)).actors]
    assert sorted(sides) == [("actor", made.SAA.id), ("target", made.IS.id)]
    named = replace(event, actors=(made.part("actor", made.IS),))
    assert [part.role for part in opponents.named((named,)).actors if part.actor == made.IS] == ["actor"]


def test_nobody_is_against_those_of_his_own_side(made: ModuleType) -> None:
    assert against(made, "clash", [made.SAA], made.ALLIES) == []
    assert against(made, "airstrike", [made.IS], made.IS) == []
    assert against(made, "suicide_bombing", [made.SAA, made.IS], made.IS) == [
        made.IS.id
    ]  # "blew himself up among them"


def test_a_target_that_is_named_stays_the_only_one(made: ModuleType) -> None:
    source = made.report("r", TEXT, "2017-09-07", "Sample outlet A")
    claim = made.claim(source, "airstrike", "bombing", [made.role(TEXT, "killed", "32 people", actor=made.CIVILIANS)])
    event = made.event("airstrike", [claim], made.CITY, made.day("2017-09-06"), actors=(made.part("target", made.IS),))
    assert Opponents.of(Index.of(View(reports=(source,), claims=(claim,)))).named((event,)) == event


@pytest.mark.parametrize(("latest", "expected"), [(OPEN, ["islamic-state"]), ("2016-01-01", [])])
def test_an_offensive_is_against_those_who_hold_the_place(made: ModuleType, latest: str, expected: list[str]) -> None:
    source = made.report("r", TEXT, "2017-09-07", "Sample outlet A")
    town = made.role(TEXT, "place", "town of Lisk", place=made.CITY)
    held = made.claim(source, "control", "held", [made.role(TEXT, "actor", "jihadist", actor=made.IS), town])
    held = replace(held, interval=Interval(latest=latest))
    attack = made.claim(source, "assault", "offensive", [town])
    event = made.event("assault", [attack], made.CITY, made.day("2017-09-06"), actors=(made.part("actor", made.SAA),))
    found = Opponents.of(Index.of(View(reports=(source,), claims=(held, attack)))).named((event,))
    assert [part.actor.id for part in found.actors if part.role == "target"] == expected
