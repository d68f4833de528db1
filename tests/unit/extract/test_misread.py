"""Triggers that the model reads as another type than their words tell."""

import pytest
import trees

from situate.extract.judgement import certainty_cues
from situate.extract.triggers.granting import approved
from situate.extract.triggers.misread import (
    broken_out,
    decreed,
    exchanged,
    facility,
    fled,
    harmless,
    misread,
    of_another_war,
)
from situate.extract.triggers.misread_people import by_nature, jailed, lost, searched, taken, took_to_the_streets
from situate.extract.triggers.retyping import crowd, flown, occupied, overrun, thrown
from situate.ontology import load


@pytest.mark.parametrize(
    ("rule", "words", "read", "meant"),
    [
        (fled, "flight/flight/NOUN/0/root", "evacuate", "displace"),
        (fled, "departure/departure/NOUN/0/root", "evacuate", "evacuate"),
        (fled, "left/leave/VERB/0/root people/people/NOUN/1/nsubj", "evacuate", "displace"),
        (
            fled,
            "left/leave/VERB/0/root people/people/NOUN/1/nsubj by/by/ADP/4/case bus/bus/NOUN/1/obl",
            "evacuate",
            "evacuate",
        ),
        (fled, "left/leave/VERB/0/root rebels/rebel/NOUN/1/nsubj", "evacuate", "evacuate"),
        (exchanged, "firefight/firefight/NOUN/0/root", "assault", "clash"),
        (exchanged, "bombarded/bombard/VERB/0/root", "assault", "shelling"),
        (exchanged, "attacked/attack/VERB/0/root", "assault", "assault"),
    ],
)
def test_the_words_of_a_trigger_tell_its_type(rule, words, read, meant):
    told = trees.tree(words)
    assert rule(told, trees.label(told, trees.text_of(told), read)).label == meant


def test_fire_is_exchanged_by_both():
    told = trees.tree("exchanged/exchange/VERB/0/root fire/fire/NOUN/1/obj")
    assert exchanged(told, trees.label(told, "exchanged fire", "assault")).label == "clash"


def test_a_raid_that_jets_carry_out_is_one_from_the_air():
    told = trees.tree("Jets/jet/NOUN/2/nsubj made/make/VERB/0/root a/a/DET/4/det raid/raid/NOUN/2/obj")
    assert flown(told, trees.label(told, "raid", "assault")).label == "airstrike"
    told = trees.tree("Men/man/NOUN/2/nsubj made/make/VERB/0/root a/a/DET/4/det raid/raid/NOUN/2/obj")
    assert flown(told, trees.label(told, "raid", "assault")).label == "assault"
    assert flown(told, trees.label(told, "raid", "restrict")).label == "restrict"
    told = trees.tree("Jets/jet/NOUN/2/nsubj made/make/VERB/0/root a/a/DET/4/det raid/raid/NOUN/2/obj")
    assert flown(told, trees.label(told, "raid", "restrict")).label == "airstrike"


@pytest.mark.parametrize(("war", "is_other"), [("last", True), ("civil", False)])
def test_a_siege_of_another_war_is_none_of_this_one(war, is_other):
    told = trees.tree(
        "The/the/DET/2/det siege/siege/NOUN/0/root of/of/ADP/4/case Lisk/Lisk/PROPN/2/nmod in/in/ADP/8/case "
        f"the/the/DET/8/det {war}/{war}/ADJ/8/amod war/war/NOUN/2/nmod"
    )
    assert of_another_war(told, trees.label(told, "siege", "besiege")) == is_other


@pytest.mark.parametrize(("who", "out"), [("Fighting/fighting/NOUN", True), ("Soldiers/soldier/NOUN", False)])
def test_fighting_that_breaks_out_ends_no_siege(who, out):
    told = trees.tree(f"{who}/2/nsubj broke/break/VERB/0/root out/out/ADP/2/compound:prt")
    assert broken_out(told, trees.label(told, "broke", "siege_end")) == out


def test_talks_that_break_down_end_no_siege():
    told = trees.tree("Talks/talk/NOUN/2/nsubj broke/break/VERB/0/root down/down/ADP/2/compound:prt")
    assert broken_out(told, trees.label(told, "broke", "siege_end"))


def test_smoke_is_a_weapon_only_beside_a_word_for_gas():
    smoke = trees.tree("smoke/smoke/NOUN/2/nsubj rose/rise/VERB/0/root")
    toxic = trees.tree("toxic/toxic/ADJ/2/amod smoke/smoke/NOUN/3/nsubj rose/rise/VERB/0/root")
    ontology = load()
    blood = trees.tree("blood/blood/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass seen/see/VERB/0/root")
    assert harmless(blood, trees.label(blood, "blood", "chemical_attack"), ontology)
    assert harmless(smoke, trees.label(smoke, "smoke", "chemical_attack"), ontology)
    assert not harmless(toxic, trees.label(toxic, "smoke", "chemical_attack"), ontology)


def test_a_convoy_that_is_approved_is_agreed_on():
    cues = certainty_cues(load())
    told = trees.tree(
        "They/they/PRON/2/nsubj approved/approve/VERB/0/root a/a/DET/5/det aid/aid/NOUN/5/compound convoy/convoy/NOUN/2/obj"
    )
    assert [t.label for t in approved(told, cues)] == ["agreement"]
    told = trees.tree("They/they/PRON/2/nsubj approved/approve/VERB/0/root a/a/DET/4/det budget/budget/NOUN/2/obj")
    assert approved(told, cues) == []


THEY = "They/they/PRON/2/nsubj"


@pytest.mark.parametrize(
    ("rule", "words", "trigger", "read", "meant"),
    [
        (took_to_the_streets, f"{THEY} took/take/VERB/0/root to/to/ADP/5/case the/the/DET/5/det streets/street/NOUN/2/obl",
         "took", "displace", "protest"),
        (took_to_the_streets, f"{THEY} took/take/VERB/0/root to/to/ADP/5/case the/the/DET/5/det hills/hill/NOUN/2/obl",
         "took", "displace", "displace"),
        (jailed, f"{THEY} moved/move/VERB/0/root him/he/PRON/2/obj to/to/ADP/5/case prison/prison/NOUN/2/obl",
         "moved", "release", "detain"),
        (jailed, f"{THEY} moved/move/VERB/0/root him/he/PRON/2/obj to/to/ADP/5/case Lisk/Lisk/PROPN/2/obl",
         "moved", "release", "release"),
        (lost, f"{THEY} lost/lose/VERB/0/root ten/ten/NUM/4/nummod soldiers/soldier/NOUN/2/obj", "lost", "capture", "kill"),
        (lost, f"{THEY} lost/lose/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj", "lost", "capture", "capture"),
        (searched, "Police/police/NOUN/2/nsubj made/make/VERB/0/root a/a/DET/4/det raid/raid/NOUN/2/obj",
         "raid", "airstrike", "assault"),
        (searched, f"{THEY} made/make/VERB/0/root an/a/DET/5/det air/air/NOUN/5/compound raid/raid/NOUN/2/obj",
         "raid", "airstrike", "airstrike"),
        (taken, f"{THEY} took/take/VERB/0/root full/full/ADJ/4/amod control/control/NOUN/2/obj",
         "control", "control", "capture"),
        (taken, f"{THEY} have/have/VERB/0/root full/full/ADJ/4/amod control/control/NOUN/2/obj",
         "control", "control", "control"),
        (thrown, f"{THEY} planted/plant/VERB/0/root bombs/bomb/NOUN/2/obj", "planted", "airstrike", "explosion"),
        (thrown, f"{THEY} dropped/drop/VERB/0/root bombs/bomb/NOUN/2/obj", "dropped", "airstrike", "airstrike"),
        (crowd, "activists/activist/NOUN/0/root protesting/protest/VERB/1/acl a/a/DET/4/det plan/plan/NOUN/2/obj",
         "protesting", "accuse", "protest"),
    ],
)  # fmt: skip
def test_people_and_things_tell_another_type(rule, words, trigger, read, meant):
    told = trees.tree(words)
    assert rule(told, trees.label(told, trigger, read)).label == meant


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "is_none"),
    [
        (f"{THEY} broke/break/VERB/0/root into/into/ADP/4/case rooms/room/NOUN/2/obl", "broke", "siege_end", True),
        (f"{THEY} broke/break/VERB/0/root into/into/ADP/4/case Lisk/Lisk/PROPN/2/obl", "broke", "siege_end", False),
        (
            "He/he/PRON/2/nsubj:pass treated/treat/VERB/0/root and/and/CCONJ/4/cc released/release/VERB/2/conj",
            "released", "release", True,
        ),
        ("He/he/PRON/2/nsubj:pass released/release/VERB/0/root", "released", "release", False),
        (
            "Ten/ten/NUM/2/nsubj:pass killed/kill/VERB/0/root in/in/ADP/4/case earthquakes/earthquake/NOUN/2/obl",
            "killed", "kill", True,
        ),
        (
            "Ten/ten/NUM/2/nsubj:pass killed/kill/VERB/0/root in/in/ADP/4/case raids/raid/NOUN/2/obl",
            "killed", "kill", False,
        ),
    ],
)  # fmt: skip
def test_what_tells_no_deed_of_war(words, trigger, kind, is_none):
    told = trees.tree(words)
    assert misread(told, trees.label(told, trigger, kind), load()) == is_none


@pytest.mark.parametrize(("what", "is_law"), [("state", True), ("days", False)])
def test_a_state_of_siege_is_a_law(what, is_law):
    told = trees.tree(f"a/a/DET/2/det {what}/{what}/NOUN/0/root of/of/ADP/4/case siege/siege/NOUN/2/nmod")
    assert decreed(told, trees.label(told, "siege", "besiege")) == is_law


def test_a_bombing_of_a_world_war_is_history():
    told = trees.tree(
        "the/the/DET/2/det bombing/bombing/NOUN/0/root during/during/ADP/5/case World/World/PROPN/5/compound "
        "War/War/PROPN/2/nmod II/II/PROPN/5/flat"
    )
    assert of_another_war(told, trees.label(told, "bombing", "airstrike"))


ONTOLOGY = load()
TOLD = {
    "The/the/DET/2/det people/people/NOUN/3/nsubj tired/tired/ADJ/0/root of/of/ADP/6/case the/the/DET/6/det fighting/fighting/NOUN/3/obl":
        ("fighting", "clash", True),
    "tired/tired/ADJ/0/root of/of/ADP/4/case the/the/DET/4/det fighting/fighting/NOUN/1/obl in/in/ADP/6/case Lisk/Lisk/PROPN/4/nmod":
        ("fighting", "clash", False),
    "Traders/trader/NOUN/2/nsubj stayed/stay/VERB/0/root away/away/ADV/2/advmod": ("stayed", "displace", True),
    "Traders/trader/NOUN/2/nsubj fled/flee/VERB/0/root": ("fled", "displace", False),
    "bridge/bridge/NOUN/3/nsubj:pass is/be/AUX/3/aux:pass guarded/guard/VERB/0/root": ("guarded", "cut_route", True),
    "bridge/bridge/NOUN/3/nsubj:pass is/be/AUX/3/aux:pass closed/close/VERB/0/root": ("closed", "cut_route", False),
    "Photographs/photograph/NOUN/0/root taken/take/VERB/1/acl by/by/ADP/4/case satellite/satellite/NOUN/2/obl":
        ("taken", "capture", True),
    "Towns/town/NOUN/0/root taken/take/VERB/1/acl by/by/ADP/4/case rebels/rebel/NOUN/2/obl": ("taken", "capture", False),
    "We/we/PRON/2/nsubj withdraw/withdraw/VERB/0/root that/that/DET/4/det report/report/NOUN/2/obj":
        ("withdraw", "withdraw", True),
    "report/report/NOUN/3/nsubj was/be/AUX/3/cop wrong/wrong/ADJ/0/root and/and/CCONJ/6/cc is/be/AUX/6/aux:pass "
    "withdrawn/withdraw/VERB/3/conj": ("withdrawn", "withdraw", True),
    "They/they/PRON/2/nsubj withdraw/withdraw/VERB/0/root their/their/PRON/4/nmod:poss troops/troop/NOUN/2/obj":
        ("withdraw", "withdraw", False),
    "Reporters/reporter/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass not/not/PART/4/advmod allowed/allow/VERB/0/root":
        ("not allowed", "deny_aid", True),
    "Trucks/truck/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass not/not/PART/4/advmod allowed/allow/VERB/0/root":
        ("not allowed", "deny_aid", False),
    "Reporters/reporter/NOUN/2/nsubj had/have/VERB/0/root no/no/DET/4/det access/access/NOUN/2/obj":
        ("access", "deny_aid", True),
    "Nurses/nurse/NOUN/2/nsubj had/have/VERB/0/root no/no/DET/4/det access/access/NOUN/2/obj":
        ("access", "deny_aid", False),
    "Pictures/picture/NOUN/2/nsubj showed/show/VERB/0/root smoke/smoke/NOUN/2/obj": ("smoke", "shelling", True),
    "A/a/DET/2/det film/film/NOUN/0/root about/about/ADP/5/case the/the/DET/5/det siege/siege/NOUN/2/nmod":
        ("siege", "besiege", True),
    "A/a/DET/2/det report/report/NOUN/0/root about/about/ADP/5/case the/the/DET/5/det siege/siege/NOUN/2/nmod":
        ("siege", "besiege", False),
    "patrol/patrol/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass put/put/VERB/0/root off/off/ADP/3/compound:prt":
        ("put off", "destroy", True),
    "pump/pump/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass put/put/VERB/0/root out/out/ADP/6/case of/of/ADP/6/case "
    "service/service/NOUN/3/obl": ("put out of service", "destroy", False),
    "They/they/PRON/2/nsubj abandoned/abandon/VERB/0/root their/their/PRON/4/nmod:poss post/post/NOUN/2/obj":
        ("abandoned", "withdraw", False),
    "They/they/PRON/2/nsubj withdrew/withdraw/VERB/0/root their/their/PRON/4/nmod:poss post/post/NOUN/2/obj":
        ("withdrew", "withdraw", True),
    "A/a/DET/2/det camp/camp/NOUN/0/root for/for/ADP/5/case the/the/DET/5/det displaced/displaced/ADJ/2/nmod":
        ("displaced", "displace", True),
}  # fmt: skip


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_nothing_of_the_war_is_no_claim(words):
    trigger, kind, none = TOLD[words]
    sentence = trees.tree(words)
    assert misread(sentence, trees.label(sentence, trigger, kind), ONTOLOGY) == none


def test_an_exchange_of_fire_hands_nothing_over():
    told = trees.tree("exchange/exchange/NOUN/0/root of/of/ADP/3/case fire/fire/NOUN/1/nmod")
    assert exchanged(told, trees.label(told, "exchange", "handover")).label == "clash"
    told = trees.tree("exchange/exchange/NOUN/0/root of/of/ADP/3/case prisoners/prisoner/NOUN/1/nmod")
    assert exchanged(told, trees.label(told, "exchange", "handover")).label == "handover"


@pytest.mark.parametrize(("word", "none"), [("facility/facility/NOUN/0/root", True), ("it/it/PRON/1/obj", False)])
def test_a_holding_facility_is_held_by_nobody(word, none):
    upos, deprel = ("NOUN", "compound") if none else ("VERB", "root")
    told = trees.tree(f"holding/hold/{upos}/{2 if none else 0}/{deprel} {word}")
    assert facility(told, trees.label(told, "holding", "control")) == none


@pytest.mark.parametrize(("who", "meant"), [("Students/student", "protest"), ("Troops/troop", "capture")])
def test_who_occupies_without_arms_protests(who, meant):
    told = trees.tree(f"{who}/NOUN/2/nsubj occupied/occupy/VERB/0/root the/the/DET/4/det hall/hall/NOUN/2/obj")
    assert occupied(told, trees.label(told, "occupied", "capture")).label == meant


def test_blows_that_are_taken_are_no_ground():
    told = trees.tree(
        "the/the/DET/2/det blows/blow/NOUN/0/root they/they/PRON/4/nsubj took/take/VERB/2/acl:relcl in/in/ADP/6/case "
        "Lisk/Lisk/PROPN/4/obl"
    )
    assert misread(told, trees.label(told, "took", "capture"), ONTOLOGY)


def test_who_overruns_somebody_does_not_besiege_him():
    told = trees.tree("Rebels/rebel/NOUN/2/nsubj overran/overrun/VERB/0/root the/the/DET/4/det post/post/NOUN/2/obj")
    assert overrun(told, trees.label(told, "overran", "besiege")).label == "capture"


@pytest.mark.parametrize(
    ("beside", "more", "expected"),
    [("infections", [], True), ("clashes", [], False), ("infections", [("infections", "shelling")], False)],
)
def test_deaths_beside_a_disease_are_no_harm_that_anybody_does(beside, more, expected):
    sentence = trees.tree(
        f"as/as/SCONJ/3/mark {beside}/{beside.rstrip('es') if beside == 'clashes' else beside[:-1]}/NOUN/3/nsubj rose/rise/VERB/5/advcl "
        "deaths/death/NOUN/5/nsubj climbed/climb/VERB/0/root",
        triggers=[("deaths", "kill"), *more],
    )
    trigger = next(t for t in sentence.triggers if t.label == "kill")
    assert by_nature(sentence, trigger) is expected
