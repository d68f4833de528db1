"""Blockades of roads and towns: convoys and who guards them, what burns, where between two towns; by the packaged model."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.certainty.governed import certainty
from situate.extract.judgement import certainty_cues
from situate.extract.roles.extents import between_two, lengths
from situate.extract.roles.frames import Filler
from situate.extract.roles.not_the_doer import without_bystanders
from situate.extract.roles.others import besieged_itself
from situate.extract.triggers.misread_custom import always_so
from situate.model.sentence import Labelled
from situate.ontology import load


def filler(sentence, words: str, role: str) -> Filler:
    start = trees.text_of(sentence).index(words)
    return Filler(role, start, start + len(words))


def test_who_guards_a_convoy_did_not_attack_it() -> None:
    sentence = trees.tree(
        "Convoys/convoy/NOUN/6/nsubj:pass guarded/guard/VERB/1/acl by/by/ADP/4/case troops/troop/NOUN/2/obl:agent "
        "were/be/AUX/6/aux:pass ambushed/ambush/VERB/0/root"
    )
    given = [filler(sentence, "Convoys", "target"), filler(sentence, "troops", "actor")]
    ambushed, guarded = sentence.tokens[5], sentence.tokens[1]
    assert [f.role for f in without_bystanders(sentence, ambushed, "assault", given)] == ["target"]
    assert [f.role for f in without_bystanders(sentence, guarded, "deploy", given)] == ["target", "actor"]


def test_what_is_set_on_fire_burns_once() -> None:
    text = "Armed men stopped the lorries, ordered the drivers off and set at least four of the vehicles on fire."
    (burnt,) = told(text, "destroy")
    assert (burnt.trigger.quote, burnt.modality) == ("set", "actual")


def test_what_happened_between_two_towns_was_in_neither() -> None:
    text = "A convoy of fuel tankers was ambushed on Sunday between Ziri and Bakhan."
    (ambush,) = told(text, "assault")
    assert quotes(ambush, "place") == ["between Ziri and Bakhan"]


def test_the_ends_of_a_road_stay_with_the_road() -> None:
    sentence = trees.tree(
        "Rebels/rebel/NOUN/2/nsubj cut/cut/VERB/0/root roads/road/NOUN/2/obj between/between/ADP/5/case "
        "Ziri/Ziri/PROPN/3/nmod and/and/CCONJ/7/cc Lisk/Lisk/PROPN/5/conj"
    )
    given = [filler(sentence, "Ziri", "place")]
    assert between_two(sentence, given) == given


def test_a_queue_that_is_so_long_does_not_last_so_long() -> None:
    sentence = trees.tree(
        "Queues/queue/NOUN/2/nsubj stretch/stretch/VERB/0/root for/for/ADP/5/case a/a/DET/5/det mile/mile/NOUN/2/obl"
    )
    assert [f.role for f in lengths(sentence, [filler(sentence, "for a mile", "duration")], [])] == ["distance"]


@pytest.mark.parametrize(("deprel", "role"), [("nsubj:pass", "target"), ("nsubj", "actor")])
def test_who_is_cut_off_cuts_nobody_off(deprel: str, role: str) -> None:
    sentence = trees.tree(
        f"Troops/troop/NOUN/2/{deprel} cut/cut/VERB/0/root off/off/ADP/2/compound:prt towns/town/NOUN/2/obj"
    )
    (one,) = besieged_itself(sentence, sentence.tokens[1], "besiege", [filler(sentence, "Troops", "actor")])
    assert one.role == role


@pytest.mark.parametrize(("noun", "no_way"), [("stations", True), ("roads", False)])
def test_a_shop_that_is_open_opens_no_way(noun: str, no_way: bool) -> None:
    sentence = trees.tree(f"Few/few/ADJ/2/amod {noun}/{noun[:-1]}/NOUN/0/root open/open/ADJ/2/amod")
    head = sentence.tokens[2]
    assert always_so(sentence, Labelled(head.start, head.end, "open_route", 0.6), head) is no_way


def test_so_many_who_are_left_have_left_nothing() -> None:
    assert not told("The city, which had 60,000 inhabitants, has about 1,200 left, the governor said.", "displace")
    assert told("Some 1,200 left the city on Monday, the governor said.", "displace")


def test_who_is_back_supports_nobody() -> None:
    assert not told("The militants were back at the barriers the same evening.", "support")


def test_what_nobody_says_is_no_less_so() -> None:
    sentence = trees.tree(
        "We/we/PRON/4/nsubj are/be/AUX/4/cop under/under/ADP/4/case siege/siege/NOUN/0/root without/without/SCONJ/7/case "
        "anyone/anyone/PRON/4/nsubj saying/say/VERB/6/acl"
    )
    assert certainty(sentence, sentence.tokens[3], certainty_cues(load())) == ("positive", "actual")


def test_who_does_not_confirm_a_fall_neither_tells_nor_denies_it() -> None:
    text = "The militia said its men had captured Varn. The ministry did not confirm the fall of the town."
    _, fall = told(text, "capture")
    assert (fall.polarity, fall.modality, fall.speakers) == ("positive", "possible", ())
