"""How much land is an area, how long something went on a duration, over hand-made trees."""

import pytest
import trees

from situate.extract.roles.extents import lengths, measured, whole_roads
from situate.extract.roles.frames import Filler, Timespan

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


def test_a_place_that_ends_before_its_land_keeps_the_land_whole() -> None:
    sentence = trees.tree(PERCENT)
    text = trees.text_of(sentence)
    place = Filler("place", text.index("15"), text.index(" of"))
    found = measured(sentence, "control", [place])
    assert [(f.role, text[f.start : f.end]) for f in found] == [("area", "15 percent"), ("place", "the city")]


def test_a_part_of_a_town_stays_a_place() -> None:
    assert filled(CITY) == [("place", "most of the city")]


def test_only_land_that_is_held_or_changes_hands_is_measured() -> None:
    assert filled(SWATHES, "airstrike") == [("place", "vast swathes of land")]


FOUGHT = "They/they/PRON/2/nsubj fought/fight/VERB/0/root "
OVER = FOUGHT + "over/over/ADP/5/case two/two/NUM/5/nummod days/day/NOUN/2/obl"
PAST = FOUGHT + "over/over/ADP/6/case the/the/DET/6/det past/past/ADJ/6/amod days/day/NOUN/2/obl"
BARE = FOUGHT + "two/two/NUM/4/nummod months/month/NOUN/2/obl:unmarked"
AFTER = BARE + " after/after/SCONJ/7/mark they/they/PRON/7/nsubj came/come/VERB/2/advcl"
WITHIN = FOUGHT + "in/in/ADP/5/case two/two/NUM/5/nummod days/day/NOUN/2/obl"


@pytest.mark.parametrize(
    ("words", "first", "last", "role"),
    [
        (OVER, "over", "days", "duration"),
        (BARE, "two", "months", "duration"),
        (PAST, "over", "days", "time"),
        (AFTER, "two", "months", "time"),
        (WITHIN, "in", "days", "time"),
    ],
)
def test_a_length_alone_says_how_long(words: str, first: str, last: str, role: str) -> None:
    sentence = trees.tree(words)
    text = trees.text_of(sentence)
    start, end = text.index(first), text.index(last) + len(last)
    told = [Timespan(text.index("the past" if words is PAST else "two"), end, duration=True)]
    assert [(f.role, f.start, f.end) for f in lengths(sentence, [Filler("time", start, end)], told)] == [
        (role, start, end)
    ]


def test_a_preposition_alone_is_no_time() -> None:
    sentence = trees.tree(OVER)
    start = len("They fought ")
    assert lengths(sentence, [Filler("time", start, start + len("over"))], []) == []


@pytest.mark.parametrize(
    ("kind", "end", "roles"),
    [
        ("cut_route", "Olm", [("route", "the track from Lisk to Olm")]),
        ("cut_route", "traffic", [("route", "the track from Lisk"), ("destination", "traffic")]),
        ("advance", "Olm", [("route", "the track from Lisk"), ("destination", "Olm")]),
    ],
)
def test_a_track_from_one_town_to_another_is_one_road(kind: str, end: str, roles: list[tuple[str, str]]) -> None:
    way = "to/to/ADP/8/case Olm/Olm/PROPN/4/nmod" if end == "Olm" else "and/and/CCONJ/8/cc traffic/traffic/NOUN/4/conj"
    sentence = trees.tree(
        "They/they/PRON/2/nsubj cut/cut/VERB/0/root the/the/DET/4/det track/track/NOUN/2/obj from/from/ADP/6/case "
        f"Lisk/Lisk/PROPN/4/nmod {way}"
    )
    text = trees.text_of(sentence)
    fillers = [
        Filler(role, text.index(words), text.index(words) + len(words))
        for role, words in (("route", "the track from Lisk"), ("destination", end))
    ]
    assert [(f.role, text[f.start : f.end]) for f in whole_roads(sentence, kind, fillers)] == roles
