"""Which town "the town" is, where the report says of the one it is about that another side holds it."""

import dataclasses

import pytest

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.in_order import Towns
from situate.resolve.where.contrary import held_elsewhere

TEXT = "Lisk is in the hands of the army. Blankets reached Ostry on Thursday. The town is still held by the rebels."
LISK = Place(id="1", name="Lisk", country="XX", latitude=10.0, longitude=10.0)
OSTRY = Place(id="2", name="Ostry", country="XX", latitude=11.0, longitude=10.0)
ARMY = Actor(id="army", name="Army", kind="state_forces")
REBELS = Actor(id="rebels", name="Rebels", kind="rebel_group")


def said(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.of(TEXT, Span(start, start + len(words)))


def holds(trigger: str, where: str, place: Place, who: Actor, name: str) -> Claim:
    roles = (
        Role(role="place", evidence=said(where), place=place), Role(role="actor", evidence=said(name), actor=who),
    )  # fmt: skip
    return Claim(id=trigger, report="r", type="control", trigger=said(trigger), roles=roles, tense="present")


TOWNS = Towns({said("Lisk").span: LISK, said("Ostry").span: OSTRY})
NAMED = holds("hands", "Lisk", LISK, ARMY, "the army")
BARE = holds("held", "The town", LISK, REBELS, "the rebels")


def place_of(claim: Claim, *beside: Claim, towns: Towns = TOWNS) -> str:
    return next(r.place.name for r in held_elsewhere([*beside, claim], towns)[-1].fillers("place") if r.place)


def test_the_town_is_not_one_that_others_hold() -> None:
    assert place_of(BARE, NAMED) == "Ostry"


@pytest.mark.parametrize(
    ("claim", "beside"),
    [
        (holds("held", "The town", LISK, ARMY, "the rebels"), [NAMED]),  # the same side
        (BARE, [dataclasses.replace(NAMED, tense="past")]),  # held it before
        (BARE, [dataclasses.replace(NAMED, polarity="negative")]),
        (BARE, []),
    ],
)
def test_else_it_is_what_it_was_taken_for(claim: Claim, beside: list[Claim]) -> None:
    assert place_of(claim, *beside) == "Lisk"


def test_without_another_town_nothing_is_known_better() -> None:
    assert place_of(BARE, NAMED, towns=Towns({said("Lisk").span: LISK})) == "Lisk"
