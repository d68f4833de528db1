"""What is told as what goes on is no event of the day of its report."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from situate.export.general import GENERAL, MOVED, OUTBREAK, of_that_day, why_general
from situate.export.index import Index
from situate.export.view import View
from situate.model.interval import Interval


def why(made: ModuleType, text: str, trigger: str, kind: str, basis: Any = "publication") -> str:
    source = made.report("r", text, "2017-09-05", "Sample outlet A")
    claim = made.claim(source, kind, trigger, [])
    event = made.event(kind, [claim], made.CITY, made.day("2017-09-05", basis))
    return why_general(event, Index.of(View(reports=(source,), claims=(claim,))))


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The group regularly attacks villages.", "attacks", "assault"),
        ("The town is bombed daily.", "bombed", "airstrike"),
        ("Forces have in recent months waged an offensive.", "offensive", "assault"),
        ("They held it against repeated intense attacks.", "attacks", "assault"),
        ("An alliance of rebels fighting the army spoke.", "fighting", "clash"),
        ("The YPG is a partner in the fight against the group.", "fight", "clash"),
        ("Ten women are in Kurdish custody.", "custody", "detain"),
        ("Their son is being held in a camp.", "held", "detain"),
        ("The group has claimed previous bombings.", "bombings", "explosion"),
        ("Volunteers are fighting alongside the army.", "fighting", "clash"),
    ],
)
def test_what_goes_on(made: ModuleType, text: str, trigger: str, kind: str) -> None:
    assert why(made, text, trigger, kind) == GENERAL
    assert not why(made, text, trigger, kind, "relative")


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The group attacked two villages.", "attacked", "assault"),
        ("Rebels were fighting the army in the town.", "fighting", "clash"),
        ("Heavy fighting was heard.", "fighting", "clash"),
        ("The regime is fighting to push them out.", "fighting", "clash"),
        ("Police held twelve men.", "held", "detain"),
        ("The regular army attacked.", "attacked", "assault"),
    ],
)
def test_what_happened(made: ModuleType, text: str, trigger: str, kind: str) -> None:
    assert not why(made, text, trigger, kind)


def test_what_went_on_of_late(made: ModuleType) -> None:
    text = "Strikes have intensified in recent weeks."
    source = made.report("r", text, "2017-09-05", "Sample outlet A")
    claim = made.claim(source, "airstrike", "Strikes", [])
    index = Index.of(View(reports=(source,), claims=(claim,)))
    weeks = Interval(earliest="2017-08-15", latest="2017-09-05", precision="interval", basis="relative")
    assert why_general(made.event("airstrike", [claim], made.CITY, weeks), index) == GENERAL
    assert not why_general(made.event("airstrike", [claim], made.CITY, made.day("2017-09-04")), index)


def test_whom_only_what_goes_on_names_takes_no_part(made: ModuleType) -> None:
    text = "Clashes broke out in the town. The town is a battleground between the army and the group."
    source = made.report("r", text, "2017-09-05", "Sample outlet A")
    army = made.role(text, "actor", "the army", actor=made.SAA)
    group = made.role(text, "actor", "the group", actor=made.IS)
    for_both = [made.claim(source, "clash", "battleground", [army, group])]
    parts = (made.part("actor", made.SAA), made.part("actor", made.IS))
    claims = [made.claim(source, "clash", "Clashes", [army]), *for_both]
    index = Index.of(View(reports=(source,), claims=tuple(claims)))
    event = made.event("clash", claims, made.CITY, made.day("2017-09-05"), actors=parts)
    assert [part.actor for part in of_that_day(event, index).actors] == [made.SAA]
    alone = made.event("clash", for_both, made.CITY, made.day("2017-09-05"), actors=parts)
    assert of_that_day(alone, index) == alone


def test_who_moves_on_no_day_that_is_told(made: ModuleType) -> None:
    assert why(made, "Troops are combing the hills.", "combing", "deploy") == MOVED
    assert not why(made, "Troops combed the hills on Monday.", "combed", "deploy", "relative")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war began in March 2011 as a pro-democracy revolt.", OUTBREAK),
        ("The town was ravaged by the conflict that erupted with a revolt.", OUTBREAK),
        ("A revolt began in the town.", ""),
        ("The war began years ago. On Friday a revolt shook the town.", ""),
    ],
)
def test_what_a_war_began_with_is_its_past(made: ModuleType, text: str, expected: str) -> None:
    assert why(made, text, "revolt", "protest", "stated") == expected
