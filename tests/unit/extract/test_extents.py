"""How much land is an area, and what it is a measure of a place, over hand-made trees."""

import pytest
import trees

from situate.extract.roles.extents import measured
from situate.extract.roles.frames import Filler

HOLDS = "Rebels/rebel/NOUN/2/nsubj hold/hold/VERB/0/root "
SWATHES = HOLDS + "vast/vast/ADJ/4/amod swathes/swathe/NOUN/2/obj of/of/ADP/6/case land/land/NOUN/4/nmod"
MILES = HOLDS + "300/300/NUM/5/nummod square/square/ADJ/5/amod miles/mile/NOUN/2/obj"
PERCENT = (
    HOLDS + "15/15/NUM/4/nummod percent/percent/NOUN/2/obj of/of/ADP/7/case the/the/DET/7/det city/city/NOUN/4/nmod"
)
CITY = HOLDS + "most/most/ADJ/2/obj of/of/ADP/6/case the/the/DET/6/det city/city/NOUN/3/nmod"


def filled(words: str, kind: str = "control") -> list[tuple[str, str]]:
    text = trees.text_of(trees.tree(words))
    place = Filler("place", len("Rebels hold "), len(text))
    return [(f.role, text[f.start : f.end]) for f in measured(trees.tree(words), kind, [place])]


@pytest.mark.parametrize(("words", "area"), [(SWATHES, "vast swathes of land"), (MILES, "300 square miles")])
def test_a_measure_of_land_is_no_place(words: str, area: str) -> None:
    assert filled(words) == [("area", area)]


def test_what_is_measured_stays_the_place() -> None:
    assert filled(PERCENT) == [("area", "15 percent of the city"), ("place", "the city")]


def test_a_part_of_a_town_stays_a_place() -> None:
    assert filled(CITY) == [("place", "most of the city")]


def test_only_land_that_is_held_or_changes_hands_is_measured() -> None:
    assert filled(SWATHES, "airstrike") == [("place", "vast swathes of land")]
