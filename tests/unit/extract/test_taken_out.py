"""Who is taken out and what is brought, on trees made by hand."""

import pytest
import trees

from situate.extract.roles.aid import is_aid
from situate.extract.triggers.taken_out import carried, no_load, taken_out

BACK = "back/back/ADV/2/compound:prt"
TO_CLINIC = "to/to/ADP/6/case clinics/clinic/NOUN/3/obl"


@pytest.mark.parametrize(
    ("words", "trigger", "read", "meant"),
    [
        (f"Soldiers/soldier/NOUN/2/nsubj turned/turn/VERB/0/root {BACK} buses/bus/NOUN/2/obj", "turned", "deny_aid",
         "evacuate"),
        (f"Soldiers/soldier/NOUN/2/nsubj turned/turn/VERB/0/root {BACK} lorries/lorry/NOUN/2/obj", "turned",
         "deny_aid", "deny_aid"),
        (f"They/they/PRON/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root there/there/ADV/3/advmod "
         f"{TO_CLINIC}", "taken", "deny_aid", "evacuate"),
        (f"Scalpels/scalpel/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root there/there/ADV/3/advmod "
         f"{TO_CLINIC}", "taken", "deny_aid", "deny_aid"),
        ("Families/family/NOUN/2/nsubj boarded/board/VERB/0/root buses/bus/NOUN/2/obj", "boarded", "deploy",
         "evacuate"),
        ("Soldiers/soldier/NOUN/2/nsubj boarded/board/VERB/0/root buses/bus/NOUN/2/obj", "boarded", "deploy",
         "deploy"),
        ("Rebels/rebel/NOUN/2/nsubj let/let/VERB/0/root defenders/defender/NOUN/2/obj leave/leave/VERB/2/xcomp",
         "leave", "withdraw", "evacuate"),
        ("Rebels/rebel/NOUN/2/nsubj wished/wish/VERB/0/root to/to/PART/4/mark leave/leave/VERB/2/xcomp",
         "leave", "withdraw", "withdraw"),
        ("No/no/DET/2/det bus/bus/NOUN/3/nsubj came/come/VERB/0/root", "came", "deliver_aid", "evacuate"),
        ("No/no/DET/2/det convoy/convoy/NOUN/3/nsubj came/come/VERB/0/root", "came", "deliver_aid", "deliver_aid"),
        ("He/he/PRON/2/nsubj sent/send/VERB/0/root boxes/box/NOUN/2/obj of/of/ADP/5/case cartridges/cartridge/NOUN/3/nmod",
         "sent", "deliver_aid", "arm"),
        ("He/he/PRON/2/nsubj sent/send/VERB/0/root ammunition/ammunition/NOUN/2/obj and/and/CCONJ/5/cc "
         "flour/flour/NOUN/3/conj", "sent", "deliver_aid", "deliver_aid"),
        ("Families/family/NOUN/3/nsubj:pass are/be/AUX/3/aux:pass lodged/lodge/VERB/0/root", "lodged", "evacuate",
         "displace"),
    ],
)  # fmt: skip
def test_what_is_carried_tells_the_type(words, trigger, read, meant):
    sentence = trees.tree(words)
    assert carried(sentence, trees.label(sentence, trigger, read)).label == meant


@pytest.mark.parametrize(
    ("words", "trigger", "read", "none"),
    [
        ("It/it/PRON/2/nsubj took/take/VERB/0/root nineteen/nineteen/NUM/4/nummod hours/hour/NOUN/2/obj", "took",
         "evacuate", True),
        ("It/it/PRON/2/nsubj took/take/VERB/0/root nineteen/nineteen/NUM/4/nummod patients/patient/NOUN/2/obj", "took",
         "evacuate", False),
        ("Reporters/reporter/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass flown/fly/VERB/0/root", "flown", "evacuate", True),
        ("Wounded/wounded/ADJ/2/amod reporters/reporter/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass flown/fly/VERB/0/root",
         "flown", "evacuate", False),
        ("He/he/PRON/2/nsubj delivered/deliver/VERB/0/root verdicts/verdict/NOUN/2/obj", "delivered", "deliver_aid",
         True),
        ("He/he/PRON/2/nsubj delivered/deliver/VERB/0/root kilos/kilo/NOUN/2/obj of/of/ADP/5/case "
         "cocaine/cocaine/NOUN/3/nmod", "delivered", "deliver_aid", True),
        ("He/he/PRON/2/nsubj delivered/deliver/VERB/0/root tea/tea/NOUN/2/obj and/and/CCONJ/5/cc "
         "bread/bread/NOUN/3/conj", "delivered", "deliver_aid", False),
        ("He/he/PRON/2/nsubj delivered/deliver/VERB/0/root flour/flour/NOUN/2/obj", "delivered", "deliver_aid", False),
        ("People/people/NOUN/3/nsubj:pass are/be/AUX/3/aux:pass left/leave/VERB/0/root", "left", "evacuate", True),
        ("People/people/NOUN/2/nsubj left/leave/VERB/0/root", "left", "evacuate", False),
        ("Men/man/NOUN/2/nsubj pulled/pull/VERB/0/root children/child/NOUN/2/obj from/from/ADP/5/case "
         "rubble/rubble/NOUN/2/obl", "pulled", "abduct", True),
        ("Reporters/reporter/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root", "taken", "evacuate",
         True),
        ("Towns/town/NOUN/4/nsubj:pass can/can/AUX/4/aux be/be/AUX/4/aux:pass reached/reach/VERB/0/root", "reached",
         "deliver_aid", True),
        ("Aid/aid/NOUN/3/nsubj can/can/AUX/3/aux reach/reach/VERB/0/root towns/town/NOUN/3/obj", "reach",
         "deliver_aid", False),
        ("People/people/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass received/receive/VERB/0/root", "received",
         "deliver_aid", True),
        ("Clinics/clinic/NOUN/2/nsubj received/receive/VERB/0/root flour/flour/NOUN/2/obj", "received", "deliver_aid",
         False),
    ],
)  # fmt: skip
def test_words_that_carry_nothing(words, trigger, read, none):
    sentence = trees.tree(words)
    assert no_load(sentence, trees.label(sentence, trigger, read)) is none


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Families/family/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass put/put/VERB/0/root on/on/ADP/5/case "
         "buses/bus/NOUN/3/obl", ["put"]),
        ("Prisoners/prisoner/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass put/put/VERB/0/root on/on/ADP/5/case "
         "buses/bus/NOUN/3/obl", []),
        ("Patients/patient/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass flown/fly/VERB/0/root by/by/ADP/5/case "
         "helicopter/helicopter/NOUN/3/obl", ["flown"]),
        ("Corridors/corridor/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass used/use/VERB/0/root by/by/ADP/5/case "
         "civilians/civilian/NOUN/3/obl:agent", ["used"]),
        ("Corridors/corridor/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass used/use/VERB/0/root by/by/ADP/5/case "
         "lorries/lorry/NOUN/3/obl:agent", []),
    ],
)  # fmt: skip
def test_people_who_are_put_on_what_carries_them_are_taken_out(words, found):
    sentence = trees.tree(words)
    text = trees.text_of(sentence)
    assert [text[t.start : t.end] for t in taken_out(sentence, ())] == found
    assert all(t.label == "evacuate" for t in taken_out(sentence, ()))
    surer = [trees.label(sentence, word, "abduct") for word in found]
    assert not list(taken_out(sentence, surer))


def test_what_only_stands_beside_goods_is_no_aid():
    sentence = trees.tree(
        "fuel/fuel/NOUN/2/compound prices/price/NOUN/0/root aid/aid/NOUN/4/compound trucks/truck/NOUN/2/conj"
    )
    assert [is_aid(sentence, sentence.tokens[i]) for i in (1, 3)] == [False, True]


@pytest.mark.parametrize(("load", "aid"), [("wheat", True), ("scrap", False)])
def test_what_holds_tonnes_of_goods_is_aid(load, aid):
    sentence = trees.tree(
        "Ships/ship/NOUN/5/nsubj with/with/ADP/3/case tonnes/tonne/NOUN/1/nmod of/of/ADP/5/case "
        f"{load}/{load}/NOUN/3/nmod docked/dock/VERB/0/root"
    )
    assert is_aid(sentence, sentence.tokens[0]) is aid
