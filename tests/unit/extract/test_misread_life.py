"""Fires, crashes, thefts and journeys are no events of a conflict."""

import importlib.util
from pathlib import Path

import packaged
import pytest

from situate.extract.triggers.misread_life import everyday
from situate.model.sentence import Labelled

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)


def at(sentence, words, kind):
    start = trees.text_of(sentence).index(words)
    return Labelled(start, start + len(words), kind, 0.9)


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "is_everyday"),
    [
        ("Nobody/nobody/PRON/3/nsubj:pass was/be/AUX/3/aux:pass hurt/hurt/VERB/0/root fighting/fight/VERB/3/advcl "
         "the/the/DET/6/det fire/fire/NOUN/4/obj", "fighting", "clash", True),
        ("They/they/PRON/2/nsubj launched/launch/VERB/0/root an/a/DET/4/det attack/attack/NOUN/2/obj on/on/ADP/7/case "
         "the/the/DET/7/det flames/flame/NOUN/4/nmod", "attack", "assault", True),
        ("A/a/DET/2/det fire/fire/NOUN/3/nsubj destroyed/destroy/VERB/0/root the/the/DET/5/det house/house/NOUN/3/obj",
         "destroyed", "destroy", True),
        ("A/a/DET/2/det fire/fire/NOUN/3/nsubj destroyed/destroy/VERB/0/root the/the/DET/5/det house/house/NOUN/3/obj",
         "fire", "shelling", True),
        ("Mortar/mortar/NOUN/2/compound fire/fire/NOUN/3/nsubj destroyed/destroy/VERB/0/root the/the/DET/5/det "
         "house/house/NOUN/3/obj", "destroyed", "destroy", False),
        ("Rebels/rebel/NOUN/2/nsubj set/set/VERB/0/root the/the/DET/4/det house/house/NOUN/2/obj on/on/ADP/6/case "
         "fire/fire/NOUN/2/obl", "set", "destroy", False),
        ("They/they/PRON/2/nsubj fought/fight/VERB/0/root the/the/DET/4/det rebels/rebel/NOUN/2/obj", "fought",
         "clash", False),
        ("A/a/DET/2/det crash/crash/NOUN/0/root", "crash", "explosion", True),
        ("A/a/DET/2/det blast/blast/NOUN/0/root", "blast", "explosion", False),
        ("The/the/DET/2/det robbery/robbery/NOUN/0/root", "robbery", "abduct", True),
        ("The/the/DET/2/det kidnapping/kidnapping/NOUN/0/root", "kidnapping", "abduct", False),
        ("People/people/NOUN/4/nsubj were/be/AUX/3/cop able/able/ADJ/0/root move/move/VERB/3/xcomp "
         "about/about/ADV/4/advmod", "move", "displace", True),
        ("People/people/NOUN/2/nsubj left/leave/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj", "left",
         "displace", False),
    ],
)  # fmt: skip
def test_everyday_life(words, trigger, kind, is_everyday):
    told = trees.tree(words)
    assert everyday(told, at(told, trigger, kind)) == is_everyday


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("Cameroon defeated Ghana in Douala.", "capture", False),
        ("Mali lost to Togo in Bamako on Sunday.", "capture", False),
        ("Chad beat Sudan 2-1 in Ndjamena.", "capture", False),
        ("Mexico fought back to defeat Canada 2-1 in the final in Houston.", "clash", False),
        ("The party captured 40 percent of the vote in Lisk.", "detain", False),
        ("The post got him arrested on a charge of treason in Lisk.", "detain", True),
        ("The striker fired two goals past the keeper in Lisk.", "assault", False),
        ("Goma fell to the M23 in January.", "capture", True),
        ("The Taliban defeated the army in Kunduz.", "capture", True),
        ("The army lost Lisk to the rebels on Sunday.", "capture", True),
        ("Police beat marchers in Lisk.", "abuse", True),
        ("Rebels captured 40 soldiers in Lisk.", "detain", True),
    ],
)
def test_matches_and_votes_are_won_without_force(text, kind, so):
    assert bool(packaged.told(text, kind)) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Partners are targeting 45,000 households in Lisk.", False),
        ("UNICEF targeted 60,000 children in Idlib in May.", False),
        ("The militia targeted 40 families in Lisk.", True),
        ("Snipers targeted children in Lisk.", True),
    ],
)
def test_whom_aid_is_meant_for_is_not_attacked(text, so):
    assert bool([*packaged.told(text, "assault"), *packaged.told(text, "displace")]) is so


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("A bus crash killed 17 people in Lisk.", "kill", False),
        ("The writer was killed in a car accident in Ostry.", "kill", False),
        ("A train derailed near Lisk, killing 40.", "kill", False),
        ("Two people were killed when a ferry capsized off Ostry.", "kill", False),
        ("The storm left 20 people dead in Lisk.", "kill", False),
        ("A lion killed a herder in Ostry.", "kill", False),
        ("Wild dogs attacked children in Lisk.", "assault", False),
        ("The rebel leader died of natural causes in Lisk.", "kill", False),
        ("Police dogs attacked marchers in Lisk.", "assault", True),
        ("Gunmen killed two people in Lisk after a car crash.", "kill", True),
        ("The blast left 20 people dead in Lisk.", "explosion", True),
    ],
)
def test_accidents_and_animals_are_nobody_s_deeds(text, kind, so):
    assert bool(packaged.told(text, kind)) is so


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("The envoy left Lisk on Tuesday.", "withdraw", False),
        ("The company pulled out of Ostria.", "withdraw", False),
        ("Residents battled floods in Lisk.", "clash", False),
        ("The minister was besieged by reporters in Lisk.", "besiege", False),
        ("The army left Lisk on Tuesday.", "withdraw", True),
        ("The troops pulled out of Ostry.", "withdraw", True),
    ],
)
def test_who_bears_no_arms_and_leaves_gives_up_no_place(text, kind, so):
    assert bool(packaged.told(text, kind)) is so
