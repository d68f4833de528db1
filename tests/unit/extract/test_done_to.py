"""Triggers whose type turns on what is done to what; where a blow was; who is under whom: on trees made by hand."""

import packaged
import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.others import held_under, without_other_doers
from situate.extract.roles.whereabouts import somewhere
from situate.extract.triggers.access import told_by_things
from situate.extract.triggers.deaths import among_them, by_device, deaths
from situate.extract.triggers.done_to import done_to


def filler(sentence, words, role):
    start = trees.text_of(sentence).index(words)
    return Filler(role, start, start + len(words))


def told(sentence, fillers):
    text = trees.text_of(sentence)
    return [(f.role, text[f.start : f.end]) for f in fillers]


BY_GUNMEN = "by/by/ADP/6/case gunmen/gunman/NOUN/3/obl:agent"
BLEW = "They/they/PRON/2/nsubj blew/blow/VERB/0/root up/up/ADP/2/compound:prt the/the/DET/5/det {0}/{0}/NOUN/2/obj"
BY_DEAL = "They/they/PRON/2/nsubj took/take/VERB/0/root posts/post/NOUN/2/obj by/by/ADP/5/case {0}/{0}/NOUN/2/obl"
GIVEN = (
    "They/they/PRON/2/nsubj handed/hand/VERB/0/root {}/{}/ADJ/4/amod {}/{}/NOUN/2/obj to/to/ADP/6/case us/we/PRON/2/obl"
)
CLEAR = "They/they/PRON/2/nsubj cleared/clear/VERB/0/root Lisk/Lisk/PROPN/2/obj of/of/ADP/5/case {}/NOUN/2/obl"
CASES = [
    ("they/they/PRON/2/nsubj provided/provide/VERB/0/root rifles/rifle/NOUN/2/obj", [], "provided", "deliver_aid", "arm"),
    ("they/they/PRON/2/nsubj provided/provide/VERB/0/root flour/flour/NOUN/2/obj", [], "provided", "deliver_aid",
     "deliver_aid"),
    ("they/they/PRON/2/nsubj fund/fund/VERB/0/root aid/aid/NOUN/4/compound agencies/agency/NOUN/2/obj", [], "fund",
     "arm", "deliver_aid"),
    ("they/they/PRON/2/nsubj fund/fund/VERB/0/root rebels/rebel/NOUN/2/obj", [], "fund", "arm", "arm"),
    ("they/they/PRON/2/nsubj captured/capture/VERB/0/root fighters/fighter/NOUN/2/obj", [], "captured", "capture",
     "detain"),
    ("they/they/PRON/2/nsubj captured/capture/VERB/0/root garrison/garrison/NOUN/2/obj", [], "captured", "capture",
     "capture"),
    ("they/they/PRON/2/nsubj have/have/VERB/0/root hostages/hostage/NOUN/2/obj", [], "hostages", "abduct", "detain"),
    ("they/they/PRON/2/nsubj took/take/VERB/0/root hostages/hostage/NOUN/2/obj", [], "hostages", "abduct", "abduct"),
    ("Lisk/Lisk/PROPN/3/nsubj is/be/AUX/3/cop close/close/ADJ/0/root to/to/SCONJ/6/mark being/be/AUX/6/aux:pass "
     "captured/capture/VERB/3/advcl", [("Lisk", "Location")], "captured", "detain", "capture"),
    ("Tamas/Tamas/PROPN/3/nsubj is/be/AUX/3/cop close/close/ADJ/0/root to/to/SCONJ/6/mark being/be/AUX/6/aux:pass "
     "captured/capture/VERB/3/advcl", [("Tamas", "Person")], "captured", "detain", "detain"),
    ("Gunmen/gunman/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root out/out/ADP/3/advmod", [], "taken",
     "capture", "evacuate"),
    ("Gunmen/gunman/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root", [], "taken", "capture", "capture"),
    (BLEW.format("bridge"), [], "blew", "explosion", "destroy"),
    (BLEW.format("bus"), [], "blew", "explosion", "explosion"),
    (BY_DEAL.format("agreement"), [], "took", "capture", "handover"),
    (BY_DEAL.format("night"), [], "took", "capture", "capture"),
    (GIVEN.format("captured", "capture", "soldiers", "soldier"), [], "handed", "handover", "release"),
    (GIVEN.format("two", "two", "hostages", "hostage"), [], "handed", "handover", "release"),
    (GIVEN.format("two", "two", "villages", "village"), [], "handed", "handover", "handover"),
    (CLEAR.format("rebels/rebel"), [("Lisk", "Location")], "cleared", "disrupt_weapons", "capture"),
    (CLEAR.format("mines/mine"), [("Lisk", "Location")], "cleared", "disrupt_weapons", "disrupt_weapons"),
    (CLEAR.format("mines/mine"), [("Lisk", "Location")], "cleared", "capture", "disrupt_weapons"),
    (CLEAR.format("rebels/rebel"), [("Lisk", "Location")], "cleared", "capture", "capture"),
    ("They/they/PRON/2/nsubj withdrew/withdraw/VERB/0/root its/its/PRON/4/nmod:poss observers/observer/NOUN/2/obj", [],
     "withdrew", "withdraw", "sanction"),
    ("They/they/PRON/2/nsubj withdrew/withdraw/VERB/0/root its/its/PRON/4/nmod:poss tanks/tank/NOUN/2/obj", [],
     "withdrew", "withdraw", "withdraw"),
    ("Lisk/Lisk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass captured/capture/VERB/0/root", [("Lisk", "Location")],
     "captured", "detain", "capture"),
    ("Lisk/Lisk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass captured/capture/VERB/0/root", [("Lisk", "Person")],
     "captured", "detain", "detain"),
    ("its/its/PRON/2/nmod:poss capture/capture/NOUN/0/root", [], "capture", "detain", "capture"),
    ("their/their/PRON/2/nmod:poss capture/capture/NOUN/0/root", [], "capture", "detain", "detain"),
    (f"residents/resident/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root away/away/ADV/3/advmod {BY_GUNMEN}",
     [], "taken away", "evacuate", "detain"),
    ("residents/resident/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root away/away/ADV/3/advmod", [],
     "taken away", "evacuate", "evacuate"),
    ("They/they/PRON/2/nsubj evacuated/evacuate/VERB/0/root their/their/PRON/4/nmod:poss positions/position/NOUN/2/obj", [],
     "evacuated", "evacuate", "withdraw"),
    ("They/they/PRON/2/nsubj evacuated/evacuate/VERB/0/root the/the/DET/4/det patients/patient/NOUN/2/obj", [],
     "evacuated", "evacuate", "evacuate"),
    ("They/they/PRON/2/nsubj left/leave/VERB/0/root their/their/PRON/4/nmod:poss homes/home/NOUN/2/obj", [],
     "left", "evacuate", "displace"),
    ("scalpels/scalpel/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass removed/remove/VERB/0/root from/from/ADP/5/case "
     "trucks/truck/NOUN/3/obl", [], "removed", "evacuate", "deny_aid"),
    ("boys/boy/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass removed/remove/VERB/0/root from/from/ADP/5/case "
     "trucks/truck/NOUN/3/obl", [], "removed", "evacuate", "evacuate"),
    ("They/they/PRON/2/nsubj sent/send/VERB/0/root back/back/ADV/2/advmod trucks/truck/NOUN/2/obj", [],
     "sent back", "deliver_aid", "deny_aid"),
    ("They/they/PRON/2/nsubj sent/send/VERB/0/root trucks/truck/NOUN/2/obj", [], "sent", "deliver_aid", "deliver_aid"),
    ("They/they/PRON/2/nsubj relieved/relieve/VERB/0/root Lisk/Lisk/PROPN/2/obj ending/end/VERB/2/advcl a/a/DET/6/det "
     "siege/siege/NOUN/4/obj", [("Lisk", "Location")], "relieved", "capture", "siege_end"),
    ("They/they/PRON/2/nsubj relieved/relieve/VERB/0/root Lisk/Lisk/PROPN/2/obj", [("Lisk", "Location")],
     "relieved", "capture", "capture"),
    ("They/they/PRON/2/nsubj provide/provide/VERB/0/root food/food/NOUN/2/obj", [], "provide", "assist", "deliver_aid"),
    ("They/they/PRON/2/nsubj provide/provide/VERB/0/root advice/advice/NOUN/2/obj", [], "provide", "assist", "assist"),
    ("They/they/PRON/2/nsubj provide/provide/VERB/0/root legal/legal/ADJ/4/amod aid/aid/NOUN/2/obj", [], "provide",
     "assist", "assist"),
    ("They/they/PRON/2/nsubj gave/give/VERB/0/root money/money/NOUN/2/obj and/and/CCONJ/5/cc rifles/rifle/NOUN/3/conj",
     [], "gave", "assist", "arm"),
    ("They/they/PRON/2/nsubj offered/offer/VERB/0/root food/food/NOUN/2/obj", [], "offered", "assist", "assist"),
    ("They/they/PRON/2/nsubj equipped/equip/VERB/0/root rebels/rebel/NOUN/2/obj", [], "equipped", "assist", "arm"),
    ("They/they/PRON/2/nsubj equipped/equip/VERB/0/root schools/school/NOUN/2/obj", [], "equipped", "assist", "assist"),
    ("zones/zone/NOUN/0/root agreed/agree/VERB/1/acl in/in/ADP/4/case May/May/PROPN/2/obl", [], "agreed", "promise",
     "agreement"),
    ("truce/truce/NOUN/0/root agreed/agree/VERB/1/acl in/in/ADP/4/case May/May/PROPN/2/obl", [], "agreed", "promise",
     "promise"),
    ("They/they/PRON/2/nsubj agreed/agree/VERB/0/root to/to/PART/4/mark come/come/VERB/2/xcomp", [], "agreed",
     "promise", "promise"),
    ("They/they/PRON/2/nsubj cleared/clear/VERB/0/root villages/village/NOUN/2/obj", [], "cleared", "disrupt_weapons",
     "capture"),
    ("They/they/PRON/2/nsubj cleared/clear/VERB/0/root villages/village/NOUN/2/obj of/of/ADP/5/case "
     "mines/mine/NOUN/2/obl", [], "cleared", "disrupt_weapons", "disrupt_weapons"),
    ("They/they/PRON/2/nsubj evaded/evade/VERB/0/root capture/capture/NOUN/2/obj", [], "capture", "capture", "detain"),
    ("They/they/PRON/2/nsubj hailed/hail/VERB/0/root capture/capture/NOUN/2/obj", [], "capture", "capture", "capture"),
    ("militants/militant/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass eliminated/eliminate/VERB/0/root", [],
     "eliminated", "destroy", "kill"),
    ("tanks/tank/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass eliminated/eliminate/VERB/0/root", [],
     "eliminated", "destroy", "destroy"),
    ("residents/resident/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root away/away/ADV/3/advmod "
     "by/by/ADP/6/case minibus/minibus/NOUN/3/obl:agent", [], "taken away", "evacuate", "evacuate"),
    ("A/a/DET/2/det convoy/convoy/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass approved/approve/VERB/0/root", [],
     "approved", "support", "agreement"),
    ("A/a/DET/2/det plan/plan/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass approved/approve/VERB/0/root", [],
     "approved", "support", "support"),
    ("They/they/PRON/2/nsubj entered/enter/VERB/0/root Lisk/Lisk/PROPN/2/obj and/and/CCONJ/7/cc are/be/AUX/7/cop "
     "in/in/ADP/7/case control/control/NOUN/2/conj", [], "entered", "advance", "capture"),
    ("They/they/PRON/2/nsubj entered/enter/VERB/0/root Lisk/Lisk/PROPN/2/obj and/and/CCONJ/5/cc left/leave/VERB/2/conj", [],
     "entered", "advance", "advance"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "mentions", "trigger", "read", "meant"), CASES)
def test_what_is_done_to_what_tells_the_type(words, mentions, trigger, read, meant):
    sentence = trees.tree(words, mentions=mentions)
    assert done_to(sentence, trees.label(sentence, trigger, read)).label == meant


FIRE = trees.tree(
    "Two/two/NUM/2/nsubj died/die/VERB/0/root in/in/ADP/4/case shelling/shelling/NOUN/2/obl by/by/ADP/6/case "
    "rebels/rebel/NOUN/2/obl on/on/ADP/8/case Lisk/Lisk/PROPN/6/nmod",
    mentions=[("Lisk", "Location")],
)


def test_a_blow_was_at_the_one_place_of_its_clause():
    dead = filler(FIRE, "Two", "killed")
    assert told(FIRE, somewhere(FIRE, FIRE.tokens[3], "shelling", [dead]))[1:] == [("place", "Lisk")]
    known = [dead, filler(FIRE, "Lisk", "place")]
    assert somewhere(FIRE, FIRE.tokens[3], "shelling", known) == known
    assert somewhere(FIRE, FIRE.tokens[3], "talks", [dead]) == [dead]
    hit = [filler(FIRE, "Lisk", "target")]
    assert somewhere(FIRE, FIRE.tokens[3], "shelling", hit) == hit  # what was hit tells where


def test_of_two_places_neither_is_taken():
    two = trees.tree(
        "Raids/raid/NOUN/0/root on/on/ADP/3/case Lisk/Lisk/PROPN/1/nmod and/and/CCONJ/5/cc Olma/Olma/PROPN/1/nmod",
        mentions=[("Lisk", "Location"), ("Olma", "Location")],
    )
    assert somewhere(two, two.tokens[0], "airstrike", []) == []


def test_no_corridor_is_besieged():
    lane = trees.tree(
        "They/they/PRON/2/nsubj opened/open/VERB/0/root a/a/DET/4/det corridor/corridor/NOUN/2/obj to/to/ADP/6/case "
        "Lisk/Lisk/PROPN/4/nmod and/and/CCONJ/8/cc ended/end/VERB/2/conj the/the/DET/10/det siege/siege/NOUN/8/obj",
        mentions=[("Lisk", "Location")],
    )
    found = somewhere(lane, lane.tokens[7], "siege_end", [filler(lane, "a corridor", "place")])
    assert told(lane, found) == [("place", "Lisk")]


def test_who_had_held_a_town_did_not_take_it():
    taken = trees.tree(
        "Troops/troop/NOUN/2/nsubj overran/overrun/VERB/0/root Lisk/Lisk/PROPN/2/obj held/hold/VERB/3/acl by/by/ADP/6/case "
        "rebels/rebel/NOUN/4/obl"
    )
    fillers = [filler(taken, "Troops", "actor"), filler(taken, "Lisk", "place"), filler(taken, "rebels", "actor")]
    assert without_other_doers(taken, taken.tokens[1], "capture", fillers) == fillers[:2]
    assert without_other_doers(taken, taken.tokens[1], "capture", fillers[1:]) == fillers[1:]


UNDER = trees.tree(
    "Lisk/Lisk/PROPN/5/nsubj is/be/AUX/5/cop under/under/ADP/5/case the/the/DET/5/det rebels/rebel/NOUN/0/root",
    mentions=[("Lisk", "Location")],
)


def test_a_town_under_somebody_is_held_by_them():
    (held,) = told_by_things(UNDER, [])
    assert (held.label, held.start) == ("control", trees.text_of(UNDER).index("under"))
    fillers = held_under(UNDER, UNDER.tokens[2], "control", [filler(UNDER, "Lisk", "actor")])
    assert told(UNDER, fillers) == [("place", "Lisk"), ("actor", "the rebels")]
    fire = trees.tree(
        "Lisk/Lisk/PROPN/4/nsubj is/be/AUX/4/cop under/under/ADP/4/case fire/fire/NOUN/0/root",
        mentions=[("Lisk", "Location")],
    )
    assert not list(told_by_things(fire, []))


def test_dead_who_were_told_before_say_so():
    part = trees.tree("Five/five/NUM/0/root of/of/ADP/4/case the/the/DET/4/det dead/dead/NOUN/1/nmod")
    assert among_them(part, trees.label(part, "dead", "kill")).start == trees.text_of(part).index("of")
    alone = trees.tree("Five/five/NUM/2/nummod dead/dead/NOUN/0/root")
    assert among_them(alone, trees.label(alone, "dead", "kill")) == trees.label(alone, "dead", "kill")


def test_a_bomb_that_kills_went_off():
    bomb = trees.tree("A/a/DET/2/det bomb/bomb/NOUN/3/nsubj killed/kill/VERB/0/root four/four/NUM/3/obj")
    assert by_device(bomb, trees.label(bomb, "killed", "kill"), []) == trees.label(bomb, "bomb", "explosion")
    blast = [trees.label(bomb, "bomb", "explosion")]
    assert by_device(bomb, trees.label(bomb, "killed", "kill"), blast).label == "kill"
    men = trees.tree("Some/some/DET/2/det men/man/NOUN/3/nsubj killed/kill/VERB/0/root four/four/NUM/3/obj")
    assert by_device(men, trees.label(men, "killed", "kill"), []).label == "kill"


def test_whom_a_mine_kills_it_blows_up():
    mine = trees.tree(
        "Four/four/NUM/3/nsubj:pass were/be/AUX/3/aux:pass killed/kill/VERB/0/root by/by/ADP/5/case mine/mine/NOUN/3/obl"
    )
    assert by_device(mine, trees.label(mine, "killed", "kill"), []) == trees.label(mine, "mine", "explosion")
    near = trees.tree(
        "Four/four/NUM/3/nsubj:pass were/be/AUX/3/aux:pass killed/kill/VERB/0/root near/near/ADP/5/case mine/mine/NOUN/3/obl"
    )
    assert by_device(near, trees.label(near, "killed", "kill"), []).label == "kill"


def test_who_is_found_dead_has_died():
    found = trees.tree(
        "Six/six/NUM/2/nummod people/people/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass found/find/VERB/0/root dead/dead/ADJ/4/xcomp"
    )
    assert [(t.label, t.start) for t in deaths(found, [])] == [("kill", trees.text_of(found).index("dead"))]


CONVOY = "{kind}/{kind}/NOUN/2/compound convoy/convoy/NOUN/3/nsubj arrived/arrive/VERB/0/root"
GIVEN = "{who}/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass given/give/VERB/0/root {what}/NOUN/3/obj"


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (CONVOY.format(kind="agency"), ["deliver_aid"]), (CONVOY.format(kind="army"), []),
        (GIVEN.format(who="families/family", what="tents/tent"), ["deliver_aid"]),
        (GIVEN.format(who="families/family", what="advice/advice"), []),
        (GIVEN.format(who="shops/shop", what="tents/tent"), []),
    ],
)  # fmt: skip
def test_helpers_and_goods_tell_of_aid(words, kinds):
    assert [t.label for t in told_by_things(trees.tree(words), [])] == kinds


@pytest.mark.parametrize(
    ("text", "moved", "taken"),
    [
        ("The rebels entered Lisk and seized the airport.", ["Lisk"], [["the airport"]]),
        ("Troops entered Wad Madani and captured the bridge.", ["Wad Madani"], [["the bridge"]]),
        ("The rebels are advancing on Ostry and could capture it within days.", ["Ostry"], [["it"]]),
        ("The army entered Lisk and captured it.", None, None),
    ],
)
def test_who_enters_a_town_and_takes_something_in_it_takes_that(text, moved, taken):
    advances = packaged.told(text, "advance")
    if moved is None:
        assert not advances
        assert packaged.told(text, "capture")
        return
    assert [packaged.quotes(c, "destination") for c in advances] == [moved]
    assert [packaged.quotes(c, "place") for c in packaged.told(text, "capture")] == taken
