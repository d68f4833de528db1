"""What is taken or held in a place is not the place; a seat in a town holds itself."""

import dataclasses

import pytest
from world import REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.place import Place
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")
HOME = dataclasses.replace(TOWN, admin1="XX.1")


def told(kind: str, *, words: str = "words", thing: str | None = None, where: Place = HOME) -> list[str]:
    """The names of the places whose holder a claim of the town gives; ``thing``: what is told behind the town's name."""
    one = claim(kind, "r1", place=where, actor=REDS, when=DAY, words=words)
    if thing:
        behind = one.trigger.span.end + 20
        evidence = Evidence(span=Span(behind, behind + len(thing)), quote=thing)
        one = dataclasses.replace(one, roles=(*one.roles, Role(role="place", evidence=evidence, reason="description")))
    found = derive([one], published(r1="2031-03-04")).spells
    return [spell.place.name for spell in found if spell.dimension == "control"]


@pytest.mark.parametrize("words", ["headquarters", "base", "last outpost"])
def test_a_seat_in_a_town_holds_itself(words: str) -> None:
    assert told("control", words=words) == [f"{HOME.name}, in parts"]
    assert told("control", words="stronghold") == [HOME.name]


@pytest.mark.parametrize(("thing", "whole"), [("3 villages", False), ("the old town", True), (None, True)])
def test_so_many_villages_beside_a_town_are_not_the_town(thing: str | None, *, whole: bool) -> None:
    assert told("capture", thing=thing) == ([HOME.name] if whole else [f"{HOME.name}, in parts"])
