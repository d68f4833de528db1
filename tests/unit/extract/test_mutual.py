"""Fights of two sides, and places that are regained or lost to somebody, over hand-made trees."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.roles.frames import Filler
from situate.extract.roles.losers import losing
from situate.extract.triggers.mutual import mutual
from situate.extract.triggers.retyping import regained


@pytest.mark.parametrize(
    ("words", "marked", "kind"),
    [
        (
            "rebels/rebel/NOUN/1/nmod and/and/CCONJ/7/cc troops/troops/NOUN/5/conj",
            [("rebels", "Organisation")],
            "clash",
        ),
        ("militias/militia/NOUN/1/nmod", [("militias", "Organisation")], "clash"),
        ("army/army/NOUN/1/nmod", [("army", "Organisation")], "assault"),  # and whom?
        ("March/March/PROPN/1/nmod and/and/CCONJ/7/cc July/July/PROPN/5/conj", [("March", "Temporal")], "assault"),
        ("Lisk/Lisk/PROPN/1/nmod and/and/CCONJ/7/cc Ostry/Ostry/PROPN/5/conj", [("Lisk", "Location")], "assault"),
        ("trees/tree/NOUN/1/nmod", [], "assault"),
    ],
)
def test_shooting_between_two_sides_is_a_clash(words, marked, kind):
    told = trees.tree(
        f"Shooting/shooting/NOUN/0/root in/in/ADP/3/case Lisk/Lisk/PROPN/1/nmod between/between/ADP/5/case {words}",
        triggers=[("Shooting", "assault")],
        mentions=marked,
    )
    assert mutual(told, told.triggers[0]).label == kind


@pytest.mark.parametrize(
    ("verb", "what", "label", "kind"),
    [
        ("traded/trade", "fire/fire/NOUN/2/obj", "assault", "clash"),
        ("exchanged/exchange", "gunfire/gunfire/NOUN/2/obj", "shelling", "clash"),
        ("exchanged/exchange", "artillery/artillery/NOUN/4/compound fire/fire/NOUN/2/obj", "shelling", "shelling"),
        ("traded/trade", "goods/goods/NOUN/2/obj", "assault", "assault"),
        ("opened/open", "fire/fire/NOUN/2/obj", "assault", "assault"),
        ("engaged/engage", "in/in/ADP/4/case combat/combat/NOUN/2/obl", "deploy", "clash"),
        ("engaged/engage", "in/in/ADP/4/case talks/talk/NOUN/2/obl", "deploy", "deploy"),
    ],
)
def test_who_trades_fire_or_engages_in_combat_clashes(verb, what, label, kind):
    told = trees.tree(f"They/they/PRON/2/nsubj {verb}/VERB/0/root {what}", triggers=[(verb.split("/")[0], label)])
    assert mutual(told, told.triggers[0]).label == kind


@pytest.mark.parametrize(
    ("who", "what", "kind"),
    [
        ("town/town/NOUN", "people/people/NOUN", "capture"),
        ("families/family/NOUN", "people/people/NOUN", "return"),
        ("town/town/NOUN", "life/life/NOUN", "return"),
    ],
)
def test_a_place_that_returns_to_its_people_is_taken(who, what, kind):
    told = trees.tree(
        f"The/the/DET/2/det {who}/3/nsubj returned/return/VERB/0/root to/to/ADP/6/case its/its/PRON/6/nmod:poss {what}/3/obl",
        triggers=[("returned", "return")],
    )
    assert regained(told, told.triggers[0]).label == kind


@pytest.mark.parametrize(
    ("words", "read", "roles"),
    [
        ("Lisk/Lisk/PROPN/2/nsubj:pass lost/lose/VERB/0/root to/to/ADP/4/case rebels/rebel/NOUN/2/obl", "target", ["place", "actor"]),
        ("Lisk/Lisk/PROPN/2/nsubj:pass lost/lose/VERB/0/root by/by/ADP/4/case rebels/rebel/NOUN/2/obl:agent", "actor", ["place", "target"]),
        ("Army/army/NOUN/2/nsubj lost/lose/VERB/0/root to/to/ADP/4/case rebels/rebel/NOUN/2/obl", "target", ["target", "actor"]),
        ("Army/army/NOUN/2/nsubj fled/flee/VERB/0/root to/to/ADP/4/case rebels/rebel/NOUN/2/obl", "target", ["target", "target"]),
    ],
)  # fmt: skip
def test_to_whom_a_place_is_lost_takes_it(words, read, roles):
    told = trees.tree(words)
    first, head, _, last = told.tokens
    fillers = [Filler("target", first.start, first.end), Filler(read, last.start, last.end)]
    assert [f.role for f in losing(told, head, "capture", fillers)] == roles
    assert losing(told, head, "kill", fillers) == fillers


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "On Friday, heavy fighting erupted in Ostry between Congress fighters and the Black Banner.",
            ["Congress fighters", "the Black Banner"],
        ),
        ("On Friday, heavy fighting erupted in Ostry between the rebels and the army.", ["the rebels", "the army"]),
    ],
)
def test_each_side_of_a_fight_stands_by_itself(text, actors):
    clash = told(text, "clash")[0]
    assert [words.removeprefix("the ") for words in quotes(clash, "actor")] == [a.removeprefix("the ") for a in actors]
