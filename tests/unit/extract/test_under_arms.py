"""What those who bear arms do, where the model sees nothing or another deed: on trees made by hand."""

import pytest
import trees

from situate.extract.triggers.under_arms import by_arms, under_arms

WITH = "lanes/lane/NOUN/3/nsubj:pass are/be/AUX/3/aux:pass {0}/{0}/VERB/0/root with/with/ADP/5/case {1}/{1}/NOUN/3/obl"
HALTED = "{0}/{0}/NOUN/2/nsubj {1}/halt/VERB/0/root {2}/{2}/PRON/4/nmod:poss offensive/offensive/NOUN/2/obj"
URGED = (
    "They/they/PRON/2/nsubj urged/urge/VERB/0/root rebels/rebel/NOUN/2/obj to/to/PART/5/mark stop/stop/VERB/2/xcomp "
    "attacks/attack/NOUN/5/obj"
)
PAID = "they/they/PRON/2/nsubj pay/pay/VERB/0/root salaries/salary/NOUN/2/obj of/of/ADP/5/case {0}/{0}/NOUN/3/nmod"
JOINED = "Orland/Orland/PROPN/2/nsubj {0}/join/VERB/0/root the/the/DET/4/det {1}/{1}/NOUN/2/obj"
DEFENDED = "{0}/{0}/NOUN/2/nsubj {1}/defend/VERB/0/root the/the/DET/4/det {2}/{2}/NOUN/2/obj"
HELD = (
    "{0}/{0}/NOUN/3/nsubj:pass is/be/AUX/3/aux:pass defended/defend/VERB/0/root by/by/ADP/5/case {1}/NOUN/3/obl:agent"
)
KEPT = "units/unit/NOUN/2/nsubj maintained/maintain/VERB/0/root their/their/PRON/4/nmod:poss {0}s/{0}/NOUN/2/obj"
BASE = (
    "valleys/valley/NOUN/4/nsubj are/be/AUX/4/cop a/a/DET/4/det base/base/NOUN/0/root for/for/ADP/6/case "
    "{0}/{0}/NOUN/4/nmod"
)
SWEPT = "they/they/PRON/2/nsubj swept/sweep/VERB/0/root it/it/PRON/2/obj for/for/ADP/5/case {0}/{0}/NOUN/2/obl"
USED = (
    "{}/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass used/use/VERB/0/root in/in/ADP/6/case the/the/DET/6/det "
    "attack/attack/NOUN/3/obl"
)
CAPITAL = "{} {}/facto/X/4/amod rebel/rebel/NOUN/4/compound capital/capital/NOUN/0/root"
CAME = "reinforcements/reinforcement/NOUN/2/nsubj {0}/VERB/0/root"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (WITH.format("lace", "mine"), [("lace", "deploy")]),
        (WITH.format("litter", "bottle"), []),
        (HALTED.format("army", "halted", "rebel"), [("halted", "repel")]),
        (HALTED.format("army", "halted", "its"), []),  # its own: called off
        (URGED, []),
        ("Rebels/rebel/NOUN/2/nsubj stopped/stop/VERB/0/root attacks/attack/NOUN/2/obj", []),  # whose own they may be
        (PAID.format("fighter"), [("pay", "arm")]),
        (PAID.format("teacher"), []),
        (JOINED.format("joined", "war"), [("joined", "deploy")]),
        (JOINED.format("joined", "union"), []),
        (JOINED.format("joined", "fight") + " against/against/ADP/6/case cancer/cancer/NOUN/4/nmod", []),
        ("Goalkeepers/goalkeeper/NOUN/2/nsubj halted/halt/VERB/0/root the/the/DET/4/det attack/attack/NOUN/2/obj", []),
        (JOINED.format("joining", "war"), []),
        (DEFENDED.format("militia", "defended", "town"), [("defended", "clash")]),
        (DEFENDED.format("militia", "defend", "town"), []),  # "to defend": not yet
        (DEFENDED.format("minister", "defended", "town"), []),
        (HELD.format("mill", "rebels/rebel"), [("defended", "clash")]),
        (HELD.format("town", "villagers/villager"), [("defended", "clash")]),  # many, whoever they are
        (HELD.format("town", "lawyers/lawyer"), []),
        (HELD.format("budget", "rebels/rebel"), []),
        (KEPT.format("position"), [("maintained", "control")]),
        (KEPT.format("pace"), []),
        (BASE.format("fighter"), [("base", "control")]),
        (BASE.format("climber"), []),
        (SWEPT.format("gunman"), [("swept", "assault")]),
        (SWEPT.format("clue"), []),
        ("They/they/PRON/2/nsubj pursued/pursue/VERB/0/root rebels/rebel/NOUN/2/obj", [("pursued", "assault")]),
        ("They/they/PRON/2/nsubj pursued/pursue/VERB/0/root aims/aim/NOUN/2/obj", []),
        (
            "Tanks/tank/NOUN/2/nsubj took/take/VERB/0/root up/up/ADP/2/compound:prt positions/position/NOUN/2/obj",
            [("took", "deploy")],
        ),
        ("Clerks/clerk/NOUN/2/nsubj took/take/VERB/0/root up/up/ADP/2/compound:prt golf/golf/NOUN/2/obj", []),
        ("Nurses/nurse/NOUN/2/nsubj took/take/VERB/0/root up/up/ADP/2/compound:prt positions/position/NOUN/2/obj", []),
        ("Girls/girl/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass sold/sell/VERB/0/root", [("sold", "abuse")]),
        ("Cars/car/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass sold/sell/VERB/0/root", []),
        (CAPITAL.format("de/de/X/2/compound", "facto"), [("capital", "control")]),
        (CAPITAL.format("old/old/ADJ/2/amod", "royal"), []),
        (
            "They/they/PRON/2/nsubj run/run/VERB/0/root low/low/ADJ/2/xcomp on/on/ADP/5/case flour/flour/NOUN/2/obl",
            [("low", "deprivation")],
        ),
        ("They/they/PRON/2/nsubj fly/fly/VERB/0/root low/low/ADV/2/advmod on/on/ADP/5/case flour/flour/NOUN/2/obl", []),
        (CAME.format("arrived/arrive"), [("reinforcements", "deploy")]),
        (CAME.format("died/die"), []),
    ],
)
def test_deeds_under_arms_that_the_model_does_not_see(words, told):
    sentence = trees.tree(words)
    found = [(trees.text_of(sentence)[t.start : t.end], t.label) for t in under_arms(sentence, ())]
    assert found == told


def test_what_the_model_sees_surely_is_not_overruled():
    sentence = trees.tree(KEPT.format("position"))
    assert not [*under_arms(sentence, [trees.label(sentence, "maintained", "deploy", 0.9)])]
    assert [*under_arms(sentence, [trees.label(sentence, "maintained", "deploy", 0.5)])]


@pytest.mark.parametrize(
    ("words", "trigger", "read", "meant"),
    [
        ("It/it/PRON/2/nsubj drew/draw/VERB/0/root down/down/ADV/2/compound:prt forces/force/NOUN/2/obj", "drew",
         "deploy", "withdraw"),
        ("It/it/PRON/2/nsubj drew/draw/VERB/0/root up/up/ADV/2/compound:prt forces/force/NOUN/2/obj", "drew",
         "deploy", "deploy"),
        (KEPT.format("position"), "maintained", "deploy", "control"),
        ("Departure/departure/NOUN/0/root of/of/ADP/3/case troops/troops/NOUN/1/nmod", "Departure", "evacuate",
         "withdraw"),
        ("Departure/departure/NOUN/0/root of/of/ADP/3/case nurses/nurse/NOUN/1/nmod", "Departure", "evacuate",
         "evacuate"),
        (USED.format("Rockets/rocket"), "attack", "assault", "shelling"),
        (USED.format("Knives/knife"), "attack", "assault", "assault"),
        ("They/they/PRON/2/nsubj fired/fire/VERB/0/root on/on/ADP/4/case each/each/DET/2/obl other/other/ADJ/4/fixed",
         "fired", "assault", "clash"),
        ("They/they/PRON/2/nsubj fired/fire/VERB/0/root on/on/ADP/5/case each/each/DET/5/det house/house/NOUN/2/obl",
         "fired", "assault", "assault"),
        ("Lisk/Lisk/PROPN/2/nsubj:pass shelled/shell/VERB/0/root with/with/ADP/5/case barrel/barrel/NOUN/5/compound "
         "bombs/bomb/NOUN/2/obl", "shelled", "shelling", "airstrike"),
        ("Lisk/Lisk/PROPN/2/nsubj:pass shelled/shell/VERB/0/root with/with/ADP/5/case mortar/mortar/NOUN/5/compound "
         "bombs/bomb/NOUN/2/obl", "shelled", "shelling", "shelling"),
    ],
)  # fmt: skip
def test_forces_and_their_weapons_tell_the_type(words, trigger, read, meant):
    sentence = trees.tree(words)
    assert by_arms(sentence, trees.label(sentence, trigger, read)).label == meant
