"""What the guidelines of claims decide: which words tell a claim, and of which type; on trees made by hand."""

import dataclasses

import pytest
from trees import label, tree

from situate.extract.judgement import certainty_cues
from situate.extract.sentence.found import Found
from situate.extract.sentence.one_deed import told_once
from situate.extract.sentence.tolls import without_tolls
from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.by_hand import with_shells
from situate.extract.triggers.done_to import done_to
from situate.extract.triggers.evoked import Marked
from situate.extract.triggers.faint import faint
from situate.extract.triggers.lexical import paired, plain
from situate.extract.triggers.misread_life import fire
from situate.extract.triggers.no_deed import no_deed
from situate.extract.triggers.retyping import flown
from situate.extract.triggers.worded import worded
from situate.ontology import load

ONTOLOGY = load()
CUES = certainty_cues(ONTOLOGY)
BOMBED = "Jets/jet/NOUN/2/nsubj bombed/bomb/VERB/0/root the/the/DET/4/det camp/camp/NOUN/2/obj and/and/CCONJ/{who}/cc "
KILLED = "killed/kill/VERB/2/conj six/six/NUM/6/obj"
OTHERS = "guards/guard/NOUN/7/nsubj killed/kill/VERB/2/conj six/six/NUM/7/obj"
RAID = (
    "A/a/DET/2/det raid/raid/NOUN/8/nsubj that/that/PRON/4/nsubj left/leave/VERB/2/acl:relcl six/six/NUM/4/obj "
    "killed/kill/VERB/4/xcomp was/be/AUX/8/aux:pass condemned/condemn/VERB/0/root"
)
WAR = (
    "The/the/DET/2/det {noun}/{noun}/NOUN/4/nsubj has/have/AUX/4/aux killed/kill/VERB/0/root "
    "thousands/thousand/NOUN/4/obj"
)


def found(sentence, words: str, kind: str) -> Found:
    trigger = label(sentence, words, kind)
    head = trigger_head(sentence, trigger)
    return Found(Marked(0, sentence, trigger, head, ONTOLOGY.types[kind]), (), "positive", "actual")


@pytest.mark.parametrize(
    ("words", "blow", "kind", "kinds"),
    [
        (BOMBED.format(who=6) + KILLED, "bombed", "airstrike", ["airstrike"]),
        (BOMBED.format(who=7) + OTHERS, "bombed", "airstrike", ["airstrike", "kill"]),  # who killed them is told
        (RAID, "raid", "airstrike", ["airstrike"]),
        (WAR.format(noun="raid"), "raid", "assault", ["assault"]),
        (WAR.format(noun="war"), "war", "clash", ["clash", "kill"]),
    ],
)
def test_the_dead_that_a_blow_leaves_are_told_with_it(words, blow, kind, kinds):
    sentence = tree(words)
    told = without_tolls([found(sentence, blow, kind), found(sentence, "killed", "kill")])
    assert [one.marked.kind.name for one in told] == kinds


@pytest.mark.parametrize(("taken", "seen"), [([], True), ([("shelled", "shelling")], False)])
def test_dead_in_doubt_beside_a_blow_are_no_claim(taken, seen):
    sentence = tree(
        "They/they/PRON/2/nsubj shelled/shell/VERB/0/root it/it/PRON/2/obj ;/;/PUNCT/5/punct "
        "killed/kill/VERB/2/parataxis two/two/NUM/5/obj",
        triggers=taken,
    )
    sentence = dataclasses.replace(sentence, faint=(label(sentence, "killed", "kill", 0.4),))
    assert bool([*faint(sentence, sentence.triggers, ONTOLOGY, CUES)]) is seen


PASSIVE = "They/they/PRON/4/nsubj:pass {aux} be/be/AUX/4/aux:pass jailed/jail/VERB/0/root"
ALLOWED = (
    "They/they/PRON/4/nsubj:pass {aux} be/be/AUX/4/aux:pass allowed/allow/VERB/0/root to/to/PART/6/mark "
    "return/return/VERB/4/xcomp"
)
ACTIVE = "The/the/DET/2/det convoy/convoy/NOUN/4/nsubj {aux} arrive/arrive/VERB/0/root today/today/NOUN/4/obl"


@pytest.mark.parametrize(
    ("words", "aux", "verb", "none"),
    [
        (PASSIVE, "should/should", "jailed", True),
        (PASSIVE, "must/must", "jailed", True),
        (PASSIVE, "will/will", "jailed", False),
        (ALLOWED, "should/should", "return", True),
        (ALLOWED, "will/will", "return", False),
        (ACTIVE, "should/should", "arrive", False),  # it is expected
    ],
)
def test_what_somebody_wants_done_is_no_deed(words, aux, verb, none):
    sentence = tree(words.format(aux=f"{aux}/AUX/4/aux"))
    trigger = label(sentence, verb, "detain")
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


def test_what_was_to_be_done_by_now_is_a_deed():
    sentence = tree(
        "It/it/PRON/5/nsubj:pass should/should/AUX/5/aux have/have/AUX/5/aux been/be/AUX/5/aux:pass "
        "opened/open/VERB/0/root"
    )
    trigger = label(sentence, "opened", "open_route")
    assert not no_deed(sentence, trigger, trigger_head(sentence, trigger))


@pytest.mark.parametrize(("words", "kind"), [("air/air", "airstrike"), ("ground/ground", "assault")])
def test_an_air_force_strikes_from_the_air(words, kind):
    sentence = tree(
        f"The/the/DET/3/det {words}/NOUN/3/compound force/force/NOUN/4/nsubj attacked/attack/VERB/0/root "
        "depots/depot/NOUN/4/obj"
    )
    assert flown(sentence, label(sentence, "attacked", "assault")).label == kind


@pytest.mark.parametrize(("means", "kind"), [("mortars/mortar", "shelling"), ("drones/drone", "airstrike")])
def test_what_is_hit_with_mortars_is_shelled(means, kind):
    sentence = tree(
        "They/they/PRON/2/nsubj targeted/target/VERB/0/root a/a/DET/4/det quarter/quarter/NOUN/2/obj "
        f"with/with/ADP/6/case {means}/NOUN/2/obl"
    )
    assert with_shells(sentence, label(sentence, "targeted", "airstrike")).label == kind


@pytest.mark.parametrize(
    ("thing", "mention", "kind"),
    [
        ("Brennan/Brennan/PROPN", "Person", "control"),  # a village without a table, perhaps
        ("Ostry/Ostry/PROPN", "Location", "control"),
        ("civilians/civilian/NOUN", None, "detain"),
        ("hills/hill/NOUN", None, "control"),
    ],
)
def test_people_who_are_held_are_detained(thing, mention, kind):
    mentions = [(thing.split("/")[0], mention)] if mention else []
    sentence = tree(f"Rebels/rebel/NOUN/2/nsubj hold/hold/VERB/0/root {thing}/2/obj", mentions=mentions)
    assert done_to(sentence, label(sentence, "hold", "control")).label == kind


@pytest.mark.parametrize(("thing", "kind"), [("town", "besiege"), ("problem", "capture")])
def test_a_place_that_is_isolated_is_besieged(thing, kind):
    sentence = tree(
        f"Troops/troop/NOUN/2/nsubj isolated/isolate/VERB/0/root the/the/DET/4/det {thing}/{thing}/NOUN/2/obj"
    )
    assert worded(sentence, label(sentence, "isolated", "capture")).label == kind


def test_a_town_called_it_that_is_freed_is_taken():
    sentence = tree("It/it/PRON/3/nsubj:pass was/be/AUX/3/aux:pass freed/free/VERB/0/root")
    assert worded(sentence, label(sentence, "freed", "release")).label == "capture"


@pytest.mark.parametrize(("weapon", "none"), [("artillery", False), ("forest", True)])
def test_fire_of_guns_is_no_blaze(weapon, none):
    sentence = tree(
        f"The/the/DET/3/det {weapon}/{weapon}/NOUN/3/compound fire/fire/NOUN/4/nsubj spread/spread/VERB/0/root"
    )
    trigger = label(sentence, f"{weapon} fire", "shelling")
    assert fire(sentence, trigger, trigger_head(sentence, trigger)) is none


@pytest.mark.parametrize(("against", "claims"), [("", 1), (" against/against/ADP/9/case rebels/rebel/NOUN/7/nmod", 2)])
def test_an_operation_that_says_against_whom_is_told_apart(against, claims):
    sentence = tree(
        "Troops/troop/NOUN/2/nsubj took/take/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj in/in/ADP/7/case "
        f"an/a/DET/7/det operation/operation/NOUN/2/obl{against}"
    )
    assert len(told_once([found(sentence, "took", "capture"), found(sentence, "operation", "assault")])) == claims


@pytest.mark.parametrize(("off", "kinds"), [("", []), (" from/from/ADP/5/case trucks/truck/NOUN/3/obl", ["deny_aid"])])
def test_equipment_is_struck_from_a_convoy_or_hit(off, kinds):
    known = {name for name, kind in ONTOLOGY.types.items() if kind.annotated}
    spec = "Equipment/equipment/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass struck/strike/VERB/0/root"
    spec += off
    assert [t.label for t in paired(tree(spec), plain(ONTOLOGY, known))] == kinds
