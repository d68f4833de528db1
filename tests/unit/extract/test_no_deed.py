"""Words that tell no deed, and blows whose sort the words around them tell: on trees made by hand."""

import importlib.util
from pathlib import Path

import pytest

from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.by_hand import (
    fallen,
    fired,
    from_the_air,
    on_foot,
    small_arms,
    with_explosives,
    with_shells,
)
from situate.extract.triggers.done_to import done_to
from situate.extract.triggers.no_deed import no_deed
from situate.model.sentence import Labelled

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)


def at(sentence, words, kind, score=0.9):
    start = trees.text_of(sentence).index(words)
    return Labelled(start, start + len(words), kind, score)


COUNTS = "Lisk/Lisk/PROPN/2/nsubj counts/count/VERB/0/root 13,000/13,000/NUM/4/nummod {}/{}/NOUN/2/obj"
CANCELLED = "the/the/DET/2/det {}/{}/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass cancelled/cancel/VERB/0/root"
CAMP = "a/a/DET/2/det {}/{}/NOUN/6/nsubj for/for/ADP/5/case displaced/displaced/ADJ/5/amod people/people/NOUN/2/nmod burned/burn/VERB/0/root"
HABIT = "shelling/shelling/NOUN/3/nsubj has/have/AUX/3/aux become/become/VERB/0/root {}/{}/ADJ/3/xcomp"

UNDER = "bans/ban/NOUN/4/nsubj are/be/AUX/4/cop {0}/{0}/ADP/4/case discussion/discussion/NOUN/0/root"
OVERCOME = "they/they/PRON/2/nsubj overcame/overcome/VERB/0/root the/the/DET/4/det {0}/{0}/NOUN/2/obj"
INTO = "they/they/PRON/2/nsubj entered/enter/VERB/0/root into/into/ADP/4/case {0}/{0}/NOUN/2/obl"
PASSED = "five/five/NUM/2/nummod {0}/{0}/NOUN/4/nsubj have/have/AUX/4/aux passed/pass/VERB/0/root"
USED = "{0}/{0}/ADP/2/case war/war/NOUN/4/obl lorries/lorry/NOUN/4/nsubj used/use/VERB/0/root roads/road/NOUN/4/obj"
TURNED = "the/the/DET/2/det bus/bus/NOUN/3/nsubj turned/turn/VERB/0/root {0}/{0}/ADV/3/advmod"
MOVEMENT = "movement/movement/NOUN/3/nsubj has/have/AUX/3/aux become/become/VERB/0/root {0}/{0}/ADJ/3/xcomp"
SHARE = "half/half/NOUN/5/nsubj:pass of/of/ADP/3/case convoys/convoy/NOUN/1/nmod {0}/be/AUX/5/aux:pass cleared/clear/VERB/0/root"
REFUSED = (
    "they/they/PRON/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark take/take/VERB/2/xcomp {0}/{0}/NOUN/4/obj"
)


@pytest.mark.parametrize(
    ("spec", "words", "kind", "none"),
    [
        (COUNTS.format("inhabitants", "inhabitant"), "counts", "kill", True),
        (COUNTS.format("dead", "dead"), "counts", "kill", False),
        (CANCELLED.format("ceremony", "ceremony"), "cancelled", "deny_aid", True),
        (CANCELLED.format("convoy", "convoy"), "cancelled", "deny_aid", False),
        (CAMP.format("camp", "camp"), "displaced", "displace", True),
        (CAMP.format("fund", "fund"), "displaced", "displace", False),
        (HABIT.format("common", "common"), "shelling", "shelling", True),
        (HABIT.format("heavy", "heavy"), "shelling", "shelling", False),
        (UNDER.format("under"), "discussion", "talks", True),
        (UNDER.format("in"), "discussion", "talks", False),
        (OVERCOME.format("resistance"), "overcame", "siege_end", True),
        (OVERCOME.format("siege"), "overcame", "siege_end", False),
        (INTO.format("combat"), "entered", "advance", True),
        (INTO.format("town"), "entered", "advance", False),
        (PASSED.format("month"), "passed", "deliver_aid", True),
        (PASSED.format("lorry"), "passed", "deliver_aid", False),
        (USED.format("before"), "used", "open_route", True),
        (USED.format("after"), "used", "open_route", False),
        (TURNED.format("around"), "turned", "evacuate", True),
        (TURNED.format("there"), "turned", "evacuate", False),
        (MOVEMENT.format("possible"), "movement", "advance", True),
        (MOVEMENT.format("visible"), "movement", "advance", False),
        (REFUSED.format("order"), "refused", "deny_aid", True),
        (REFUSED.format("flour"), "refused", "deny_aid", False),
        (SHARE.format("are"), "cleared", "open_route", True),
        (SHARE.format("were"), "cleared", "open_route", False),
    ],
)  # fmt: skip
def test_what_is_said_of_it_makes_it_no_deed(spec, words, kind, none):
    sentence = trees.tree(spec)
    trigger = at(sentence, words, kind)
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


FIRE = "{}/{}/NOUN/2/compound fire/fire/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass {}/{}/VERB/0/root"
AIR = "they/they/PRON/2/nsubj struck/strike/VERB/0/root works/work/NOUN/2/obj from/from/ADP/6/case the/the/DET/6/det {}/{}/NOUN/2/obl"
FELL = "two/two/NUM/2/nummod {}/{}/NOUN/3/nsubj fell/fall/VERB/0/root"
OPEN_FIRE = (
    "they/they/PRON/2/nsubj opened/open/VERB/0/root fire/fire/NOUN/2/obj with/with/ADP/5/case {0}/{1}/NOUN/2/obl"
)
WITH = "an/a/DET/2/det attack/attack/NOUN/5/nsubj with/with/ADP/4/case {}/{}/NOUN/2/nmod came/come/VERB/0/root"


@pytest.mark.parametrize(
    ("rule", "spec", "words", "kind", "found"),
    [
        (small_arms, FIRE.format("rifle", "rifle", "exchanged", "exchange"), "fire", "shelling", "clash"),
        (small_arms, FIRE.format("rifle", "rifle", "heard", "hear"), "fire", "shelling", "assault"),
        (small_arms, FIRE.format("artillery", "artillery", "heard", "hear"), "fire", "shelling", "shelling"),
        (from_the_air, AIR.format("air", "air"), "struck", "shelling", "airstrike"),
        (from_the_air, AIR.format("hill", "hill"), "struck", "shelling", "shelling"),
        (fallen, FELL.format("residents", "resident"), "fell", "capture", "kill"),
        (fallen, FELL.format("towns", "town"), "fell", "capture", "capture"),
        (with_explosives, WITH.format("explosives", "explosive"), "attack", "chemical_attack", "explosion"),
        (with_explosives, WITH.format("chlorine", "chlorine"), "attack", "chemical_attack", "chemical_attack"),
        (with_shells, OPEN_FIRE.format("mortars", "mortar"), "opened fire", "assault", "shelling"),
        (with_shells, OPEN_FIRE.format("rifles", "rifle"), "opened fire", "assault", "assault"),
    ],
)  # fmt: skip
def test_the_sort_of_a_blow_by_the_words_around_it(rule, spec, words, kind, found):
    sentence = trees.tree(spec)
    assert rule(sentence, at(sentence, words, kind)).label == found


def test_who_fires_where_shells_fall_shells():
    spec = "shelling/shelling/NOUN/2/nsubj continued/continue/VERB/0/root ;/;/PUNCT/5/punct they/they/PRON/5/nsubj fired/fire/VERB/2/parataxis"
    alone = trees.tree(spec)
    heard = trees.tree(spec, triggers=[("shelling", "shelling")])
    assert fired(alone, at(alone, "fired", "assault")).label == "assault"
    assert fired(heard, at(heard, "fired", "assault")).label == "shelling"


TURN = "{}/{}/NOUN/2/nsubj had/have/VERB/0/root to/to/PART/4/mark turn/turn/VERB/2/xcomp around/around/ADV/4/advmod"
HANDED = "{}/{}/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass handed/hand/VERB/0/root over/over/ADP/3/compound:prt"
CLEARED = "a/a/DET/2/det {}/{}/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass cleared/clear/VERB/0/root"
RESTORED = "{}/{}/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass restored/restore/VERB/0/root"
ENGAGED = "soldiers/soldier/NOUN/2/nsubj engaged/engage/VERB/0/root rebels/rebel/NOUN/2/obj {0}/{0}/ADP/5/case {1}/talk/NOUN/2/obl"
CHASED = "They/they/PRON/2/nsubj chased/chase/VERB/0/root {}/{}/NOUN/2/obj out/out/ADP/6/case of/of/ADP/6/case Lisk/Lisk/PROPN/2/obl"


@pytest.mark.parametrize(
    ("spec", "words", "kind", "found"),
    [
        (TURN.format("trucks", "truck"), "turn around", "deliver_aid", "deny_aid"),
        (TURN.format("economists", "economist"), "turn around", "deliver_aid", "deliver_aid"),
        (HANDED.format("flour", "flour"), "handed over", "handover", "deliver_aid"),
        (HANDED.format("district", "district"), "handed over", "handover", "handover"),
        (CLEARED.format("convoy", "convoy"), "cleared", "open_route", "agreement"),
        (CLEARED.format("road", "road"), "cleared", "open_route", "open_route"),
        (CHASED.format("rebels", "rebel"), "chased", "assault", "capture"),
        (CHASED.format("families", "family"), "chased", "assault", "assault"),
        (RESTORED.format("traffic", "traffic"), "restored", "capture", "open_route"),
        (RESTORED.format("order", "order"), "restored", "capture", "capture"),
        (ENGAGED.format("on", "Monday"), "engaged", "talks", "clash"),
        (ENGAGED.format("in", "talks"), "engaged", "talks", "talks"),
    ],
)  # fmt: skip
def test_what_it_is_done_to_tells_the_type(spec, words, kind, found):
    sentence = trees.tree(spec, mentions=[("Lisk", "Location")] if "Lisk" in spec else [])
    assert done_to(sentence, at(sentence, words, kind)).label == found


STREETS = (
    "people/people/NOUN/2/nsubj took/take/VERB/0/root to/to/ADP/5/case the/the/DET/5/det streets/street/NOUN/2/obl "
    "to/to/PART/7/mark {0}/{0}/VERB/2/advcl the/the/DET/9/det arrival/arrival/NOUN/7/obj"
)
FITTED = "gun/gun/NOUN/3/compound -/-/PUNCT/3/punct equipped/equip/VERB/4/amod {0}/{0}/NOUN/0/root"
LIE = "he/he/PRON/2/nsubj dismissed/dismiss/VERB/0/root it/it/PRON/2/obj {0}/{0}/ADP/5/case disinformation/disinformation/NOUN/2/obl"


@pytest.mark.parametrize(
    ("spec", "words", "kind", "none"),
    [
        (STREETS.format("celebrate"), "took to the streets", "protest", True),
        (STREETS.format("condemn"), "took to the streets", "protest", False),
        (FITTED.format("trucks"), "equipped", "assist", True),
        (LIE.format("as"), "disinformation", "restrict", True),
        (LIE.format("with"), "disinformation", "restrict", False),
    ],
)
def test_joy_fittings_and_lies_that_are_called_so_are_no_deeds(spec, words, kind, none):
    sentence = trees.tree(spec)
    trigger = at(sentence, words, kind)
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


BROKEN = "they/they/PRON/2/nsubj broke/break/VERB/0/root the/the/DET/4/det {0}/{0}/NOUN/2/obj of/of/ADP/6/case {1}/{1}/NOUN/4/nmod"
EMPTIED = (
    "Lisk/Lisk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass emptied/empty/VERB/0/root of/of/ADP/5/case {0}/{1}/NOUN/3/obl"
)


@pytest.mark.parametrize(
    ("spec", "words", "kind", "found"),
    [
        (BROKEN.format("regime", "cessation"), "broke", "siege_end", "truce_breach"),
        (BROKEN.format("truce", "years"), "broke", "siege_end", "truce_breach"),
        (BROKEN.format("siege", "years"), "broke", "siege_end", "siege_end"),
        (EMPTIED.format("residents", "resident"), "emptied", "capture", "displace"),
        (EMPTIED.format("rebels", "rebel"), "emptied", "capture", "withdraw"),
        (EMPTIED.format("water", "water"), "emptied", "capture", "capture"),
    ],
)
def test_what_is_broken_or_emptied_of_whom_tells_the_type(spec, words, kind, found):
    sentence = trees.tree(spec)
    assert done_to(sentence, at(sentence, words, kind)).label == found


@pytest.mark.parametrize(
    ("spec", "words", "kind", "expected"),
    [
        ("a/a/DET/2/det letter/letter/NOUN/0/root of/of/ADP/4/case protest/protest/NOUN/2/nmod", "protest", "protest", True),
        ("a/a/DET/2/det day/day/NOUN/0/root of/of/ADP/4/case protest/protest/NOUN/2/nmod", "protest", "protest", False),
        ("lorries/lorry/NOUN/2/nsubj waited/wait/VERB/0/root", "waited", "deliver_aid", True),
        ("lorries/lorry/NOUN/2/nsubj came/come/VERB/0/root", "came", "deliver_aid", False),
        ("lorries/lorry/NOUN/3/nsubj:pass are/be/AUX/3/aux:pass loaded/load/VERB/0/root", "loaded", "deliver_aid", True),
        ("called/call/VERB/0/root to/to/PART/3/mark let/let/VERB/1/xcomp aid/aid/NOUN/3/obj in/in/ADV/3/advmod",
         "aid", "assist", True),
    ],
)  # fmt: skip
def test_what_is_said_or_stands_is_no_deed(spec, words, kind, expected):
    sentence = trees.tree(spec)
    trigger = at(sentence, words, kind)
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is expected


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("Trucks/truck/NOUN/0/root equipped/equip/VERB/1/acl with/with/ADP/4/case guns/gun/NOUN/2/obl", True),
        ("Men/man/NOUN/0/root equipped/equip/VERB/1/acl by/by/ADP/4/case Orland/Orland/PROPN/2/obl:agent", False),
        ("They/they/PRON/2/nsubj equipped/equip/VERB/0/root rebels/rebel/NOUN/2/obj", False),
    ],
)
def test_what_a_thing_is_fitted_with_helps_nobody(words, none):
    sentence = trees.tree(words)
    trigger = at(sentence, "equipped", "assist")
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) == none


BODY = "truce/truce/NOUN/2/compound monitoring/monitoring/NOUN/3/compound {0}/{0}/NOUN/4/nsubj met/meet/VERB/0/root"
WAY = "they/they/PRON/3/nsubj have/have/AUX/3/aux gone/go/VERB/0/root their/their/PRON/5/nmod:poss {0}/{0}/NOUN/3/obj"
SET_UP = "a/a/DET/2/det {0}/{0}/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass {1}/{2}/VERB/0/root up/up/ADP/4/compound:prt"
SAW = "they/they/PRON/2/nsubj saw/see/VERB/0/root {0}/{0}/ADJ/4/amod vehicles/vehicle/NOUN/2/obj"
GIVEN = "the/the/DET/2/det {0}/{0}/NOUN/0/root given/give/VERB/2/acl to/to/ADP/5/case them/they/PRON/3/obl"
VISITED = "they/they/PRON/2/nsubj visited/visit/VERB/0/root the/the/DET/4/det {0}/{0}/NOUN/2/obj"
OVER = (
    "{0}/{0}/NOUN/2/nsubj failed/fail/VERB/0/root over/over/ADP/5/case the/the/DET/5/det exchange/exchange/NOUN/2/obl"
)
FUNDED = "it/it/PRON/3/nsubj:pass is/be/AUX/3/aux:pass funded/fund/VERB/0/root to/to/ADP/6/case a/a/DET/6/det {0}/{0}/NOUN/3/obl"


MET = "{0}/{1}/NOUN/2/nsubj met/meet/VERB/0/root again/again/ADV/2/advmod"
OPENED = "we/we/PRON/2/nsubj opened/open/VERB/0/root the/the/DET/4/det {0}/{1}/NOUN/2/obj"
MOVED = "the/the/DET/2/det {0}/{0}/NOUN/3/nsubj moved/move/VERB/0/root little/little/ADV/3/advmod"


@pytest.mark.parametrize(
    ("spec", "words", "kind", "none"),
    [
        (BODY.format("committee"), "truce", "ceasefire", True),
        (BODY.format("deal"), "truce", "ceasefire", False),
        (WAY.format("way"), "gone", "withdraw", True),
        (WAY.format("post"), "gone", "withdraw", False),
        (SET_UP.format("kitchen", "set", "set"), "set", "deploy", True),
        (SET_UP.format("roadblock", "set", "set"), "set", "deploy", False),
        (SET_UP.format("drone", "grounded", "ground"), "grounded", "deploy", True),
        (SAW.format("civilian"), "saw", "deploy", True),
        (SAW.format("armoured"), "saw", "deploy", False),
        (GIVEN.format("guarantee"), "given", "assist", True),
        (GIVEN.format("lorry"), "given", "assist", False),
        (VISITED.format("site"), "visited", "talks", True),
        (VISITED.format("minister"), "visited", "talks", False),
        (MET.format("relatives", "relative"), "met", "talks", True),
        (MET.format("envoys", "envoy"), "met", "talks", False),
        (OPENED.format("doors", "door"), "opened", "assist", True),
        (OPENED.format("clinics", "clinic"), "opened", "assist", False),
        (OVER.format("talk"), "exchange", "release", True),
        (OVER.format("bridge"), "exchange", "release", False),
        (FUNDED.format("third"), "funded", "assist", True),
        (MOVED.format("frontline"), "moved", "withdraw", True),
        (MOVED.format("column"), "moved", "withdraw", False),
        (MOVED.format("population"), "population", "displace", True),
        (FUNDED.format("degree"), "funded", "assist", False),
    ],
)
def test_names_of_bodies_words_given_and_what_is_set_up_for_all_are_no_deeds(spec, words, kind, none):
    sentence = trees.tree(spec)
    trigger = at(sentence, words, kind)
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


HELD = "rebel/rebel/NOUN/2/compound held/hold/VERB/3/amod {0}/{0}/NOUN/4/nsubj{1} suffer/suffer/VERB/0/root"
UNKNOWN = "they/they/PRON/2/nsubj ask/ask/VERB/0/root {0}/{0}/PRON/4/nsubj holds/hold/VERB/2/ccomp it/it/PRON/4/obj"


@pytest.mark.parametrize(
    ("words", "none"),
    [
        (HELD.format("area", ""), True),
        (HELD.format("town", ""), False),  # one town, though it has no name here
        ("northern/northern/ADJ/4/amod rebel/rebel/NOUN/3/compound held/hold/VERB/4/amod areas/area/NOUN/5/nsubj "
         "suffer/suffer/VERB/0/root", False),
        ("areas/area/NOUN/5/nsubj held/hold/VERB/1/acl in/in/ADP/4/case towns/town/NOUN/1/nmod suffer/suffer/VERB/0/root",
         False),
        (UNKNOWN.format("who"), True),
        (UNKNOWN.format("she"), False),
    ],
)  # fmt: skip
def test_nobody_is_said_to_hold_what_is_nowhere_or_by_whom_is_asked(words, none):
    sentence = trees.tree(words)
    trigger = at(sentence, "hold" if "holds" in words else "held", "control")
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


def test_rebel_held_areas_beside_a_name_can_be_found():
    words = HELD.format("area", "") + " in/in/ADP/6/case Lisk/Lisk/PROPN/4/obl"
    sentence = trees.tree(words, mentions=[("Lisk", "Location")])
    trigger = at(sentence, "held", "control")
    assert not no_deed(sentence, trigger, trigger_head(sentence, trigger))


@pytest.mark.parametrize(
    ("words", "at_word", "kind", "none"),
    [
        ("Lisk/Lisk/PROPN/3/nsubj a/a/DET/3/det haven/haven/NOUN/0/root for/for/ADP/5/case families/family/NOUN/3/nmod",
         "haven", "control", True),
        ("Lisk/Lisk/PROPN/3/nsubj a/a/DET/3/det haven/haven/NOUN/0/root for/for/ADP/5/case rebels/rebel/NOUN/3/nmod",
         "haven", "control", False),
        ("Troops/troop/NOUN/2/nsubj halted/halt/VERB/0/root their/their/PRON/4/nmod:poss push/push/NOUN/2/obj",
         "halted", "repel", True),
        ("Troops/troop/NOUN/2/nsubj repelled/repel/VERB/0/root their/their/PRON/4/nmod:poss push/push/NOUN/2/obj",
         "repelled", "repel", False),
    ],
)  # fmt: skip
def test_shelters_of_the_unarmed_are_nobodys_and_who_stops_himself_repels_none(words, at_word, kind, none):
    sentence = trees.tree(words)
    trigger = at(sentence, at_word, kind)
    assert no_deed(sentence, trigger, trigger_head(sentence, trigger)) is none


@pytest.mark.parametrize(
    ("doer", "kind"),
    [("Troops/troop", "assault"), ("Police/police", "assault"), ("Jets/jet", "airstrike"), ("They/they", "airstrike")],
)
def test_who_goes_on_foot_raids_on_the_ground(doer, kind):
    sentence = trees.tree(
        f"{doer}/NOUN/2/nsubj killed/kill/VERB/0/root four/four/NUM/2/obj in/in/ADP/5/case raids/raid/NOUN/2/obl"
    )
    assert on_foot(sentence, trees.label(sentence, "raids", "airstrike")).label == kind
