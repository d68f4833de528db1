"""A place between two holders, over hand-made trees."""

import importlib.util
from pathlib import Path

import pytest

from situate.extract.roles.frames import Filler
from situate.extract.triggers.between import held_between, parted, sharing_sides, sides, two_sides

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)

SPLIT = (
    "{}/{}/{}/3/nsubj:pass is/be/AUX/3/aux:pass split/split/VERB/0/root between/between/ADP/6/case "
    "loyal/loyal/ADJ/6/amod troops/troops/NOUN/3/obl:agent and/and/CCONJ/8/cc rebels/rebel/NOUN/6/conj"
)
SIDES = [("loyal troops", "Organisation"), ("rebels", "Organisation")]
TOWN = trees.tree(SPLIT.format("Lisk", "Lisk", "PROPN"), mentions=[("Lisk", "Location"), *SIDES])
PARTY = trees.tree(SPLIT.format("Opinion", "opinion", "NOUN"), mentions=SIDES)
POWER = trees.tree(
    "Control/control/NOUN/5/nsubj:pass of/of/ADP/3/case Lisk/Lisk/PROPN/1/nmod is/be/AUX/5/aux:pass "
    "split/split/VERB/0/root between/between/ADP/7/case troops/troops/NOUN/5/obl:agent and/and/CCONJ/9/cc "
    "rebels/rebel/NOUN/7/conj",
    mentions=[("Lisk", "Location"), ("troops", "Organisation"), ("rebels", "Organisation")],
)
BY_NOUN = trees.tree(
    "Lisk/Lisk/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass split/split/VERB/0/root between/between/ADP/8/case "
    "army/army/NOUN/8/compound and/and/CCONJ/7/cc rebel/rebel/NOUN/5/conj control/control/NOUN/3/obl",
    mentions=[("Lisk", "Location"), ("army", "Organisation"), ("rebel", "Organisation")],
)


def words(sentence, spans):
    return [trees.text_of(sentence)[s.start : s.end] for s in spans]


def test_a_place_split_between_sides_is_held_by_each():
    (trigger,) = held_between(TOWN, [])
    assert (trigger.label, words(TOWN, [trigger])) == ("control", ["split"])
    head = TOWN.tokens[2]
    place, troops = Filler("place", 0, 4), Filler("actor", 22, 34)
    told = sharing_sides(TOWN, head, "control", [place, troops])
    assert [(f.role, *words(TOWN, [f])) for f in told] == [
        ("place", "Lisk"), ("actor", "loyal troops"), ("actor", "rebels"),
    ]  # fmt: skip
    assert sharing_sides(TOWN, head, "clash", [place, troops]) == [place, troops]


@pytest.mark.parametrize("sentence", [PARTY, BY_NOUN])
def test_no_division_of_a_place_by_the_verb(sentence):
    assert list(held_between(sentence, [])) == []


def test_the_verb_tells_it_where_the_model_sees_it_already():
    (seen,) = held_between(TOWN, [])
    assert list(held_between(TOWN, [seen])) == []


def test_control_that_is_divided_is_told_by_the_verb_alone():
    (verb,) = held_between(POWER, [])
    noun = trees.label(POWER, "Control", "control")
    assert parted(POWER, noun, [verb, noun])
    assert not parted(POWER, verb, [verb, noun])
    assert words(POWER, sides(POWER, POWER.tokens[4])) == ["troops", "rebels"]


@pytest.mark.parametrize("role", ["actor", "target"])
def test_both_sides_of_a_fight_stand_by_themselves(role):
    fight = trees.tree(
        "clashes/clash/NOUN/0/root between/between/ADP/3/case civilians/civilian/NOUN/1/nmod and/and/CCONJ/5/cc "
        "troops/troops/NOUN/3/conj",
        mentions=[("civilians", "Organisation"), ("troops", "Organisation")],
    )
    text = trees.text_of(fight)
    parts = two_sides(fight, "clash", [Filler(role, text.index("civilians"), len(text))])
    assert [text[f.start : f.end] for f in parts] == ["civilians", "troops"]
