import dataclasses

import pytest
import trees

from situate.extract.encoding.mention_bounds import bounded
from situate.model.sentence import Labelled

TANKS = (
    "They/they/PRON/2/nsubj hit/hit/VERB/0/root Corland/Corland/PROPN/5/{0} old/old/ADJ/5/amod tanks/tank/NOUN/2/obj "
    "of/of/ADP/8/case the/the/DET/8/det army/army/NOUN/5/nmod"
)
LAST = (
    "In/in/ADP/4/case the/the/DET/4/det last/last/ADJ/4/amod day/day/NOUN/6/obl troops/troop/NOUN/6/nsubj "
    "paid/pay/VERB/0/root $/$/SYM/6/obj 5/5/NUM/7/nummod million/million/NUM/7/nummod"
)
HEAD = (
    "The/the/DET/2/det head/head/NOUN/6/nsubj of/of/ADP/5/case the/the/DET/5/det council/council/NOUN/2/nmod "
    "spoke/speak/VERB/0/root for/for/ADP/8/case Okram/Okram/PROPN/6/obl"
)


def found(words, *mentions, names=()):
    one = trees.tree(words, mentions=mentions)
    named = tuple(Labelled(n.start, n.end, n.label, 0.9) for n in (trees.label(one, *name) for name in names))
    text = trees.text_of(one)
    after = bounded(dataclasses.replace(one, names=named), one.mentions)
    return [(text[m.start : m.end], m.label) for m in after]


@pytest.mark.parametrize("relation", ["compound", "nmod:poss"])
def test_a_name_and_the_noun_it_describes_are_one(relation):
    tagged = [("Corland", "Organisation"), ("tanks", "MilitaryPlatform")]
    assert found(TANKS.format(relation), *tagged) == [("Corland old tanks", "MilitaryPlatform")]


def test_a_name_beside_a_noun_that_it_does_not_describe_stays():
    tagged = [("Corland", "Organisation"), ("tanks", "MilitaryPlatform")]
    assert found(TANKS.format("nsubj"), *tagged) == tagged


def test_a_preposition_before_a_phrase_is_left_out_and_its_article_taken_in():
    assert found(TANKS.format("compound"), ("of the army", "Organisation")) == [("the army", "Organisation")]
    assert found(TANKS.format("compound"), ("army", "Organisation")) == [("the army", "Organisation")]


def test_a_time_has_all_that_is_said_of_it():
    assert found(LAST, ("day", "Temporal"))[0] == ("the last day", "Temporal")
    assert found(LAST, ("In the last day", "Temporal"))[0] == ("In the last day", "Temporal")


def test_a_sum_of_money_has_its_sign():
    assert found(LAST, ("5 million", "Quantity")) == [("$ 5 million", "Money")]


def test_a_noun_has_what_it_is_of():
    tagged = [("The head", "Person"), ("the council", "Organisation")]
    assert found(HEAD, *tagged) == [("The head of the council", "Person")]
    assert found(HEAD, ("The head", "Person")) == [("The head", "Person")]


def test_a_person_or_a_body_by_name_is_one():
    assert found(HEAD, ("Okram", "Organisation"), names=[("Okram", "PER")]) == [("Okram", "Person")]
    assert found(HEAD, ("Okram", "Location"), names=[("Okram", "ORG")]) == [("Okram", "Organisation")]
    assert found(HEAD, ("Okram", "Organisation"), names=[("Okram", "LOC")]) == [("Okram", "Organisation")]


def test_a_lone_adjective_with_a_capital_is_a_nationality_and_one_without_nobody():
    words = "{0}/{1}/ADJ/2/amod law/law/NOUN/3/nsubj ruled/rule/VERB/0/root"
    assert found(words.format("Corlandic", "corlandic"), ("Corlandic", "Organisation")) == [
        ("Corlandic", "Nationality")
    ]
    assert found(words.format("local", "local"), ("local", "Organisation")) == []
