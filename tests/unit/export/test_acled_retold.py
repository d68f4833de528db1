"""Rows of one report that tell one happening: its dead alone, and a wider place than it had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.export.acled_retold import DEATHS, MEANS, WIDER, without_retold
from situate.export.acled_rows import Row, merged
from situate.export.index import Index
from situate.export.view import View
from situate.model.actor import Actor
from situate.model.place import Place

SHELLING = "Shelling/artillery/missile attack"


def told(made: ModuleType, text: str, *words: tuple[str, str, str, Place, int, Any]) -> tuple[list[Row], Index]:
    """Rows of one report: for each its claim type, its trigger, its string, its place, its dead, its first side."""
    source = made.report("r-1", text, "2017-09-07", "Sample outlet A")
    rows, claims = [], []
    for kind, trigger, string, place, dead, side in words:
        claim = made.claim(source, kind, trigger, [])
        event = made.event(kind, [claim], place, made.day("2017-09-06"))
        claims.append(claim)
        rows.append(
            Row(
                events=(event,), sub_event=string, day=dt.date(2017, 9, 6), time_precision=1, place=place,
                geo_precision=1, side1=side, side2=(), fatalities=dead, reports=frozenset({"r-1"}),
            )
        )  # fmt: skip
    return rows, Index.of(View(reports=(source,), claims=tuple(claims)))


def kept(found: tuple[list[Row], Index]) -> tuple[list[tuple[str, str, int]], dict[str, int]]:
    rows, lost = without_retold(*found)
    return [(row.sub_event, row.place.name, row.fatalities) for row in rows], dict(lost)


def test_deaths_told_alone_are_those_of_the_blow_before(made: ModuleType) -> None:
    found = told(
        made,
        "Shells hit the market. Thirty people were killed.",
        ("shelling", "hit", SHELLING, made.CITY, 0, ()),
        ("kill", "killed", "Attack", made.CITY, 30, ()),
    )
    assert kept(found) == ([(SHELLING, "Deir ez-Zor", 30)], {DEATHS: 1})


@pytest.mark.parametrize(
    ("text", "trigger", "dead"),
    [
        ("Shells hit the market. Another five people were killed.", "killed", 5),
        ("Shells hit the market. Separately, five people were killed.", "killed", 5),
        ("Shells hit the market. A mayor was shot dead.", "shot dead", 1),  # the words say how he died
        ("Shells hit the market. Ninety people were killed.", "killed", 90),  # more than one blow of twenty has
    ],
)
def test_other_deaths_stay_apart(made: ModuleType, text: str, trigger: str, dead: int) -> None:
    found = told(
        made,
        text,
        ("shelling", "hit", SHELLING, made.CITY, 20, ()),
        ("kill", trigger, "Attack", made.CITY, dead, ()),
    )
    assert len(kept(found)[0]) == 2


def test_a_killer_who_is_named_stays_apart_from_a_blow_by_nobody(made: ModuleType) -> None:
    found = told(
        made,
        "Shells hit the market. Fighters killed two people.",
        ("shelling", "hit", SHELLING, made.CITY, 2, ()),
        ("kill", "killed", "Attack", made.CITY, 2, (made.IS,)),
    )
    assert len(kept(found)[0]) == 2


@pytest.mark.parametrize(("text", "rows"), [("Windows broke.", 1), ("Another shop broke.", 2)])
def test_what_a_blow_around_it_wrecked_is_no_looting(made: ModuleType, text: str, rows: int) -> None:
    found = told(
        made,
        f"Shells hit the base. {text}",
        ("shelling", "hit", SHELLING, made.BASE, 0, (made.IS,)),
        ("destroy", "broke", "Looting/property destruction", made.CITY, 0, ()),
    )
    assert len(kept(found)[0]) == rows


def test_a_count_that_runs_on_is_of_no_one_blow(made: ModuleType) -> None:
    found = told(
        made,
        "Shells hit the market. Twenty people have been killed.",
        ("shelling", "hit", SHELLING, made.CITY, 0, ()),
        ("kill", "killed", "Attack", made.CITY, 20, ()),
    )
    assert len(kept(found)[0]) == 2


TEXT = "Clashes in the province killed 70. Battles around the base killed 69. Fights elsewhere killed two."


def test_what_is_told_of_a_part_is_told_of_the_whole_too(made: ModuleType) -> None:
    found = told(
        made,
        TEXT,
        ("clash", "Clashes", "Armed clash", made.CITY, 70, (made.SAA,)),
        ("clash", "Battles", "Armed clash", made.BASE, 69, ()),
    )
    rows, lost = without_retold(*found)
    assert [(row.place, row.fatalities, row.side1) for row in rows] == [(made.BASE, 70, (made.SAA,))]
    assert dict(lost) == {WIDER: 1}


@pytest.mark.parametrize(("dead", "number"), [(21, 2), (60, 3)])
def test_the_toll_of_several_parts_is_counted_once(made: ModuleType, dead: int, number: int) -> None:
    found = told(
        made,
        TEXT,
        ("clash", "Clashes", "Armed clash", made.CITY, dead, ()),
        ("clash", "Battles", "Armed clash", made.BASE, 12, ()),
        ("clash", "killed 69", "Armed clash", made.AIRBASE, 9, ()),
    )
    rows = kept(found)[0]
    assert len(rows) == number
    assert [row[2] for row in rows if row[1] != "Deir ez-Zor"] == [12, 9]


def test_a_village_of_which_only_the_region_is_known_is_no_region(made: ModuleType) -> None:
    village = replace(made.PROVINCE, id="local:tollen", name="Tollen", admin1=made.CITY.admin1)
    for wide, number in ((village, 2), (replace(village, id="region:SY.13"), 1)):
        found = told(
            made,
            "A bomber struck. The bombing killed 32.",
            ("suicide_bombing", "struck", "Suicide bomb", wide, 32, ()),
            ("suicide_bombing", "bombing", "Suicide bomb", made.CITY, 32, ()),
        )
        assert len(kept(found)[0]) == number


def test_the_blast_of_a_bomber_is_his_bombing(made: ModuleType) -> None:
    found = told(
        made,
        "A bomber blew himself up. The blast killed two.",
        ("suicide_bombing", "blew himself up", "Suicide bomb", made.CITY, 2, (made.IS,)),
        ("explosion", "blast", "Remote explosive/landmine/IED", made.CITY, 2, ()),
    )
    assert kept(found)[0] == [("Suicide bomb", "Deir ez-Zor", 2)]


def test_what_is_elsewhere_is_no_part(made: ModuleType) -> None:
    found = told(
        made,
        TEXT,
        ("clash", "killed two", "Armed clash", made.CITY, 2, ()),
        ("clash", "Battles", "Armed clash", made.BASE, 69, ()),
    )
    assert len(kept(found)[0]) == 2


def places(made: ModuleType) -> Sequence[Place]:
    return (made.CITY, made.BASE, made.AIRBASE, made.PROVINCE, made.RAQQA)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 40), st.booleans(), st.booleans()), max_size=6))
def test_every_event_is_in_a_row_and_counted_once(made: ModuleType, drawn: list[tuple[int, int, bool, bool]]) -> None:
    words = [f"word{n}" for n in range(len(drawn))]
    found = told(
        made,
        ". ".join(words) + ".",
        *(
            ("kill" if deaths else "clash", word, "Attack" if deaths else "Armed clash", places(made)[place], dead,
             (made.SAA,) if named else ())
            for word, (place, dead, deaths, named) in zip(words, drawn, strict=True)
        ),
    )  # fmt: skip
    rows, lost = without_retold(*found)
    assert len(rows) + sum(lost.values()) == len(drawn)
    assert {e.id for row in rows for e in row.events} == {e.id for row in found[0] for e in row.events}
    assert without_retold(reversed(found[0]), found[1])[1] == lost


@pytest.mark.parametrize(("trigger", "joined"), [("attacked", True), ("stabbed", False)])
def test_an_attack_by_nobody_is_the_one_whose_means_are_told(made: ModuleType, trigger: str, joined: bool) -> None:
    found = told(
        made,
        f"Shells hit the school. It was {trigger} at noon.",
        ("shelling", "hit", SHELLING, made.CITY, 4, ()),
        ("assault", trigger, "Attack", made.CITY, 0, ()),
    )
    rows, lost = kept(found)
    assert (len(rows) == 1) == joined
    assert lost == ({MEANS: 1} if joined else {})


def test_a_place_that_is_taken_in_a_clash_is_one_event(made: ModuleType) -> None:
    found = told(
        made,
        "The army took the city. Clashes there killed 9.",
        ("capture", "took", "Government regains territory", made.CITY, 0, (made.SAA,)),
        ("clash", "Clashes", "Armed clash", made.CITY, 9, ()),
    )
    assert kept(found)[0] == [("Government regains territory", "Deir ez-Zor", 9)]


def test_nobody_dies_of_an_abduction(made: ModuleType) -> None:
    found = told(
        made,
        "Gunmen took ten men. Four people were killed.",
        ("abduct", "took", "Abduction/forced disappearance", made.CITY, 0, ()),
        ("kill", "killed", "Attack", made.CITY, 4, ()),
    )
    assert len(kept(found)[0]) == 2


def test_a_fight_between_the_sides_of_another_is_that_one(made: ModuleType) -> None:
    rows, index = told(
        made,
        "The group attacked the militia. The army has been fighting the group.",
        ("assault", "attacked", "Armed clash", made.CITY, 9, (made.IS, made.ALLIES)),
        ("clash", "fighting", "Armed clash", made.CITY, 0, (made.SAA, made.IS)),
    )
    assert kept((rows, index))[0] == [("Armed clash", "Deir ez-Zor", 9)]


def test_two_tellings_of_a_clash_that_name_its_sides_in_another_order_keep_both(made: ModuleType) -> None:
    army = Actor(id="army", name="Army", kind="state_forces", country="SY", inter=1)
    rulers = Actor(id="rulers", name="Rulers", kind="government", country="SY", inter=1)
    reds = Actor(id="reds", name="Reds", kind="rebel_group", country="SY", inter=2)
    rows, _ = told(
        made,
        "They fought. They clashed. They shelled.",
        ("clash", "fought", "Armed clash", made.CITY, 0, (rulers,)),
        ("clash", "clashed", "Armed clash", made.CITY, 0, (reds,)),
        ("shelling", "shelled", SHELLING, made.CITY, 3, (army,)),
    )
    others = ((reds,), (army,), (reds,))
    (row,), _ = merged([replace(one, side2=other) for one, other in zip(rows, others, strict=True)])
    assert (row.side1, row.side2, row.fatalities) == ((army,), (reds,), 3)
