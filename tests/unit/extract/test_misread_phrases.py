"""Words of harm in phrases that tell none, and a verb with its object that tell one happening."""

import importlib.util
from pathlib import Path

import packaged
import pytest

from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.misread_phrases import no_harm
from situate.model.sentence import Labelled

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "told"),
    [
        ("the/the/DET/2/det return/return/NOUN/0/root of/of/ADP/4/case life/life/NOUN/2/nmod", "return", "return", True),
        ("the/the/DET/2/det return/return/NOUN/0/root of/of/ADP/4/case families/family/NOUN/2/nmod", "return", "return",
         False),
        ("banned/ban/VERB/2/amod weapons/weapon/NOUN/0/root", "banned", "restrict", True),
        ("Reds/Reds/PROPN/0/root banned/ban/VERB/1/acl in/in/ADP/4/case Orland/Orland/PROPN/2/obl", "banned", "restrict",
         True),
        ("Reds/Reds/PROPN/0/root banned/ban/VERB/1/acl by/by/ADP/4/case Orland/Orland/PROPN/2/obl:agent", "banned",
         "restrict", False),
        ("Agencies/agency/NOUN/2/nsubj contributed/contribute/VERB/0/root to/to/ADP/5/case this/this/DET/5/det "
         "report/report/NOUN/2/obl", "contributed", "assist", True),
        ("They/they/PRON/2/nsubj contributed/contribute/VERB/0/root to/to/ADP/5/case the/the/DET/5/det "
         "fund/fund/NOUN/2/obl", "contributed", "assist", False),
        ("They/they/PRON/2/nsubj banned/ban/VERB/0/root rallies/rally/NOUN/2/obj", "banned", "restrict", False),
        ("forced/force/VERB/0/root to/to/PART/3/mark eject/eject/VERB/1/xcomp", "eject", "restrict", True),
        ("They/they/PRON/2/nsubj ejected/eject/VERB/0/root him/he/PRON/2/obj", "ejected", "restrict", False),
        ("Raids/raid/NOUN/2/nsubj killed/kill/VERB/0/root nine/nine/NUM/2/obj", "Raids", "restrict", True),
        ("Police/police/NOUN/2/nsubj made/make/VERB/0/root raids/raid/NOUN/2/obj", "raids", "restrict", False),
        ("this/this/DET/3/det handout/handout/NOUN/3/compound picture/picture/NOUN/0/root", "handout", "assist", True),
        ("a/a/DET/3/det food/food/NOUN/3/compound handout/handout/NOUN/0/root", "handout", "assist", False),
        ("Clinics/clinic/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass swamped/swamp/VERB/0/root with/with/ADP/5/case "
         "casualties/casualty/NOUN/3/obl", "swamped", "destroy", True),
        ("Fields/field/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass flooded/flood/VERB/0/root with/with/ADP/5/case "
         "water/water/NOUN/3/obl", "flooded", "destroy", False),
        ("He/he/PRON/2/nsubj commits/commit/VERB/0/root massacres/massacre/NOUN/2/obj", "commits", "promise", True),
        ("He/he/PRON/2/nsubj commits/commit/VERB/0/root funds/fund/NOUN/2/obj", "commits", "promise", False),
        ("The/the/DET/2/det bombs/bomb/NOUN/4/nsubj still/still/ADV/4/advmod fall/fall/VERB/0/root", "fall", "capture",
         True),
        ("The/the/DET/2/det bombs/bomb/NOUN/3/nsubj came/come/VERB/0/root but/but/CCONJ/6/cc they/they/PRON/6/nsubj "
         "fall/fall/VERB/3/conj", "fall", "capture", True),
        ("Two/two/NUM/2/nummod towns/town/NOUN/3/nsubj fell/fall/VERB/0/root", "fell", "capture", False),
        ("the/the/DET/4/det air/air/NOUN/3/compound base/base/NOUN/4/compound fire/fire/NOUN/0/root", "air base",
         "airstrike", True),
        ("the/the/DET/3/det air/air/NOUN/3/compound raid/raid/NOUN/0/root", "air raid", "airstrike", False),
        ("an/an/DET/3/det air/air/NOUN/3/compound bridge/bridge/NOUN/0/root", "air bridge", "airstrike", True),
        ("drones/drone/NOUN/0/root over/over/ADP/4/case the/the/DET/4/det bridge/bridge/NOUN/1/nmod", "bridge",
         "airstrike", False),
        ("Calm/calm/NOUN/2/nsubj returned/return/VERB/0/root", "returned", "return", True),
        ("They/they/PRON/2/nsubj returned/return/VERB/0/root", "returned", "return", False),
        ("Protests/protest/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass met/meet/VERB/0/root with/with/ADP/5/case "
         "force/force/NOUN/3/obl", "met", "talks", True),
        ("Envoys/envoy/NOUN/2/nsubj met/meet/VERB/0/root with/with/ADP/4/case rebels/rebel/NOUN/2/obl", "met", "talks",
         False),
        ("He/he/PRON/2/nsubj attempted/attempt/VERB/0/root suicide/suicide/NOUN/2/obj", "suicide", "suicide_bombing",
         True),
        ("He/he/PRON/2/nsubj attempted/attempt/VERB/0/root a/a/DET/5/det suicide/suicide/NOUN/5/compound "
         "bombing/bombing/NOUN/2/obj", "suicide bombing", "suicide_bombing", False),
        ("The/the/DET/2/det toll/toll/NOUN/4/nsubj could/could/AUX/4/aux rise/rise/VERB/0/root", "toll", "kill", True),
        ("The/the/DET/3/det death/death/NOUN/3/compound toll/toll/NOUN/5/nsubj is/be/AUX/5/cop likely/likely/ADJ/0/root "
         "to/to/PART/7/mark rise/rise/VERB/5/xcomp", "death", "kill", True),
        ("The/the/DET/2/det toll/toll/NOUN/4/nsubj has/have/AUX/4/aux risen/rise/VERB/0/root", "toll", "kill", False),
        ("They/they/PRON/2/nsubj eliminated/eliminate/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj", "eliminated",
         "kill", True),
        ("They/they/PRON/2/nsubj eliminated/eliminate/VERB/0/root the/the/DET/4/det rebels/rebel/NOUN/2/obj",
         "eliminated", "kill", False),
        ("People/people/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass trapped/trap/VERB/0/root under/under/ADP/5/case "
         "rubble/rubble/NOUN/3/obl", "trapped", "deprivation", True),
        ("People/people/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass trapped/trap/VERB/0/root inside/inside/ADP/6/case "
         "the/the/DET/6/det city/city/NOUN/3/obl", "trapped", "deprivation", False),
        ("It/it/PRON/2/nsubj destroyed/destroy/VERB/0/root their/their/PRON/4/nmod:poss hopes/hope/NOUN/2/obj",
         "destroyed", "destroy", True),
        ("It/it/PRON/2/nsubj destroyed/destroy/VERB/0/root their/their/PRON/4/nmod:poss homes/home/NOUN/2/obj",
         "destroyed", "destroy", False),
        ("The/the/DET/3/det blast/blast/NOUN/3/compound wave/wave/NOUN/4/nsubj passed/pass/VERB/0/root", "blast",
         "explosion", True),
        ("The/the/DET/2/det blast/blast/NOUN/3/nsubj killed/kill/VERB/0/root two/two/NUM/3/obj", "blast", "explosion",
         False),
        ("Their/their/PRON/2/nmod:poss fate/fate/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass sealed/seal/VERB/0/root",
         "sealed", "besiege", True),
        ("The/the/DET/2/det town/town/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass sealed/seal/VERB/0/root", "sealed",
         "besiege", False),
    ],
)  # fmt: skip
def test_phrases_that_tell_no_harm(words, trigger, kind, told):
    sentence = trees.tree(words)
    start = trees.text_of(sentence).index(trigger)
    label = Labelled(start, start + len(trigger), kind, 0.9)
    head = trigger_head(sentence, label)
    assert head is not None
    assert no_harm(sentence, label, head) == told


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("The president fired the defence minister on Sunday.", "assault", False),
        ("The junta fired its entire cabinet.", "assault", False),
        ("The police chief was fired after the riots in Lisk.", "assault", False),
        ("Soldiers fired on marchers in Lisk on Sunday.", "assault", True),
        ("He was fired at by soldiers near Lisk.", "assault", True),
        ("Rebels fired rockets at Lisk.", "shelling", True),
        ("The crown lost half its value in Lisk.", "capture", False),
        ("Varnow lost its last bakery on Tuesday.", "capture", False),
        ("The regime lost power in Lisk.", "capture", False),
        ("The army lost Lisk on Tuesday.", "capture", True),
        ("The rebels lost half of Ostry.", "capture", True),
        ("Rebels lost control of Ostry.", "capture", True),
        ("Residents of Lisk lost power.", "deprivation", True),
        ("Half of Kherson lost power on Monday.", "deprivation", True),
        ("The party lost power in May.", "deprivation", False),
    ],
)
def test_who_is_dismissed_is_not_shot_at_and_what_is_no_place_is_not_lost_to_anybody(text, kind, so):
    assert bool(packaged.told(text, kind)) is so


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("Police found and destroyed a car bomb in Lisk.", "explosion", False),
        ("Guards discovered a suicide belt in Ostry.", "suicide_bombing", False),
        ("A bomb hoax emptied the station in Lisk.", "explosion", False),
        ("A suicide belt exploded in Ostry, killing two guards.", "suicide_bombing", True),
        ("A car bomb that police had not found killed two in Lisk.", "explosion", True),
        ("The mine was cleared by sappers in Lisk.", "capture", False),
        ("Deminers cleared the village of Ostry.", "capture", False),
        ("Troops cleared the village of Ostry of rebels.", "capture", True),
    ],
)
def test_bombs_that_are_found_or_feared_have_not_gone_off_and_who_clears_mines_takes_no_place(text, kind, so):
    assert bool(packaged.told(text, kind)) is so


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("The Islamic Resistance fired rockets at Lisk.", "reject", False),
        ("The council voiced resistance to the plan.", "reject", True),
        ("A street named after the liberation of Ostry was renamed.", "capture", False),
        ("The operation zone was extended to Lisk.", "assault", False),
        ("The novel tells the story of a massacre in Lisk.", "kill", False),
        ("The book describes the fall of Ostry.", "capture", False),
        ("The report describes the massacre of monks in Lisk.", "kill", True),
        ("Witnesses described the fall of Ostry.", "capture", True),
    ],
)
def test_names_and_stories_are_no_deeds(text, kind, so):
    assert bool(packaged.told(text, kind)) is so
