"""Where a claim was more exactly than its own words for places say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from situate.derive.places import claim_place
from situate.model.claim import Claim, Evidence, Role, first_place
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.span import Span
from situate.resolve.in_order import Towns
from situate.resolve.where.beside import dead_of_a_blow
from situate.resolve.where.exactly import (
    at_counted,
    at_target,
    not_of_a_part,
    not_where_fired,
    of_their_clause,
    where_counted,
)
from situate.resolve.where.sole import at_sole_town

LISK = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0, admin1="XX.1")
VARN = Place(
    id="region:XX.1", name="Varn", country="XX", latitude=10.0, longitude=10.0, precision="region", admin1="XX.1"
)
LAND = Place(id="country:XX", name="Ostria", country="XX", latitude=9.0, longitude=9.0, precision="country")
OTHER = Place(id="country:YY", name="Marn", country="YY", latitude=9.0, longitude=9.0, precision="country")


def evidence(text: str, words: str) -> Evidence:
    return Evidence(span=Span(text.index(words), text.index(words) + len(words)), quote=words)


def told(text: str, words: str, kind: str, *roles: tuple[str, str, Place | None], id: str = "c1") -> Claim:
    filled = tuple(Role(role=role, evidence=evidence(text, quote), place=place) for role, quote, place in roles)
    at = text.index(words)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.index(".", at) + 1
    return Claim(
        id=id,
        report="r1",
        type=kind,
        trigger=evidence(text, words),
        roles=filled,
        sentence=Span(start, end),
        interval=Interval(),
    )


def towns(text: str) -> Towns:
    return Towns({evidence(text, "Lisk").span: LISK} if "Lisk" in text else {})


def test_what_is_hit_says_where_in_a_land_it_was() -> None:
    text = "In the north, gunners shelled the corridor at Lisk."
    claim = told(text, "shelled", "shelling", ("place", "the north", LAND), ("target", "the corridor at Lisk", LISK))
    assert first_place(at_target(claim, towns(text))) == LISK
    abroad = told(text, "shelled", "shelling", ("place", "the north", OTHER), ("target", "the corridor at Lisk", LISK))
    assert first_place(at_target(abroad, towns(text))) == OTHER
    text = "In the north, gunners shelled the bridge."  # of which town nobody says
    claim = told(text, "shelled", "shelling", ("place", "the north", LAND), ("target", "the bridge", LISK))
    assert first_place(at_target(claim, towns(text))) == LAND


def test_a_town_is_no_count_of_the_dead() -> None:
    text = "Police shelled Lisk, four dead."
    claim = at_target(
        told(text, "shelled", "shelling", ("killed", "Lisk", None), ("killed", "four dead", None)), towns(text)
    )
    assert [(role.role, role.evidence.quote) for role in claim.roles] == [("place", "Lisk"), ("killed", "four dead")]
    text = "Lisk was shot, four dead."  # somebody called so
    claim = told(text, "shot", "assault", ("killed", "Lisk", None), ("killed", "four dead", None))
    assert at_target(claim, towns(text)) == claim


def test_words_for_whom_it_harmed_can_say_where() -> None:
    text = "They burned houses and killed seven farmers near Lisk."
    claim = told(text, "killed", "kill", ("place", "houses", LAND), ("killed", "seven farmers near Lisk", None))
    (there,) = where_counted(claim, text)
    assert there.of(text) == "near Lisk"
    assert first_place(at_counted(claim, text, {there: LISK})) == LISK
    text = "They killed seven farmers from villages near Lisk."
    assert [
        *where_counted(told(text, "killed", "kill", ("killed", "seven farmers from villages near Lisk", None)), text)
    ] == []


def test_a_place_before_a_semicolon_is_that_of_its_clause() -> None:
    text = "Bandits seized nine men near Lisk; the attack is not linked."
    seized = told(text, "seized", "abduct", ("affected", "nine men", None))
    attack = told(text, "attack", "assault", ("place", "near Lisk", LISK), id="c2")
    first, second = of_their_clause([seized, attack], text)
    assert first_place(first) == LISK
    assert second == attack
    text = "Bandits seized nine men; an attack near Lisk failed."
    seized = told(text, "seized", "abduct", ("affected", "nine men", None))
    attack = told(text, "attack", "assault", ("place", "near Lisk", LISK), id="c2")
    assert of_their_clause([seized, attack], text) == [seized, attack]


def test_of_a_region_the_town_that_the_clause_goes_on_to_name() -> None:
    text = "In Varn, bandits seized nine men near Lisk."
    claim = told(text, "seized", "abduct", ("place", "Varn", VARN))
    assert first_place(at_sole_town(claim, text, towns(text), 0)) == LISK
    text = "In Varn, bandits seized nine men of Lisk."
    assert (
        first_place(at_sole_town(told(text, "seized", "abduct", ("place", "Varn", VARN)), text, towns(text), 0)) == VARN
    )


def test_the_dead_that_the_next_sentence_counts_died_where_the_blow_was() -> None:
    def dead(text: str, *more: tuple[str, str, Place | None]) -> Place | None:
        blow = told(text, "struck", "airstrike", ("place", "Olma", LISK))
        kill = told(text, "killed", "kill", ("killed", "Three", None), *more, id="c2")
        counted = tuple(
            Role(role=r.role, evidence=r.evidence, place=r.place, quantity=Quantity(best=3))
            if r.role == "killed"
            else r
            for r in kill.roles
        )
        kill = Claim(**{name: getattr(kill, name) for name in kill.__slots__} | {"roles": counted})
        return first_place(dead_of_a_blow([blow, kill], text, towns(text))[1])

    assert dead("Jets struck Olma. Three were killed.") == LISK
    assert dead("Jets struck Olma. Three were killed in May.", ("time", "in May", None)) is None
    assert dead("Jets struck Olma. Three were killed, they said in Lisk.") is None
    assert dead("Jets struck Olma. It is late. Three were killed.") is None


def test_what_is_fired_from_somewhere_strikes_elsewhere() -> None:
    text = "Shells fired from Lisk landed."
    assert first_place(told(text, "fired", "shelling", ("origin", "Lisk", LISK))) is None
    assert first_place(told(text, "fired", "withdraw", ("origin", "Lisk", LISK))) == LISK


def test_what_comes_from_somewhere_fell_elsewhere() -> None:
    text = "A rocket from Marn fell near Lisk."
    claim = told(text, "rocket", "shelling", ("place", "Marn", OTHER), ("place", "Lisk", LISK))
    assert first_place(not_where_fired(claim, text)) == LISK
    clash = told(text, "rocket", "clash", ("place", "Marn", OTHER), ("place", "Lisk", LISK))
    assert not_where_fired(clash, text) == clash
    text = "Our man reports from Lisk: shells fell on the mill."
    there = told(text, "shells", "shelling", ("place", "Lisk", LISK))
    assert not_where_fired(there, text) == there


def test_a_smaller_place_comes_before_what_holds_it() -> None:
    text = "In Varn, in Marn, shells fell on Lisk."
    assert first_place(told(text, "fell", "shelling", ("place", "Varn", VARN), ("place", "Lisk", LISK))) == LISK
    assert first_place(told(text, "fell", "shelling", ("place", "Marn", OTHER), ("place", "Lisk", LISK))) == OTHER
    assert first_place(told(text, "fell", "shelling", ("place", "Lisk", LISK), ("place", "Varn", VARN))) == LISK


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        (", including 35 in Lisk.", "35"),
        (", 26 of them in a market in Lisk.", "26 of them"),
        (", among them six children at a school near Lisk.", "six children"),
        (", most of whom died in Lisk.", "most of whom"),
    ],
)
def test_where_a_part_of_the_dead_were_is_not_where_all_of_them_were(words: str, figure: str) -> None:
    text = f"Raids killed 80 people in Varn on Sunday{words}"
    places = ("place", "Varn", VARN), ("place", "Lisk", LISK)
    claim = _counting(told(text, "Raids", "airstrike", ("killed", "80 people", None), *places))
    assert claim_place(not_of_a_part(claim, text, ())) == VARN
    unread = _counting(told(text, "Raids", "airstrike", ("killed", "80 people", None), places[1]))
    assert claim_place(not_of_a_part(unread, text, [evidence(text, "Varn").span])) is None


@pytest.mark.parametrize(
    "text",
    [
        "Raids in Varn killed 80 people, including five soldiers, in Lisk.",
        "Raids in Varn killed 80 people, all of them in Lisk.",
        "Raids killed 80 people, including five soldiers in Lisk.",  # nothing else says where
        "Raids in Varn, including one on a market in Lisk, killed 80 people.",
    ],
)
def test_a_place_told_beside_all_of_the_dead_is_theirs(text: str) -> None:
    places = [(("place", "Varn", VARN))] if "Varn" in text else []
    roles = (("killed", "80 people", None), *places, ("place", "Lisk", LISK))
    claim = _counting(told(text, "Raids", "airstrike", *roles))
    assert claim_place(not_of_a_part(claim, text, ())) == LISK


def _counting(claim: Claim) -> Claim:
    roles = (replace(r, quantity=Quantity(low=80, best=80)) if r.role == "killed" else r for r in claim.roles)
    return replace(claim, roles=tuple(roles))
