import dataclasses

import pytest
import trees

from situate.extract.encoding.mentions import settled
from situate.model.sentence import Labelled

SYRIAN = (
    "They/they/PRON/2/nsubj met/meet/VERB/0/root the/the/DET/5/det Corlandic/corlandic/ADJ/5/amod {0}/{1}/NOUN/2/obj "
    "near/near/ADP/7/case Ostry/Ostry/PROPN/2/obl"
)
TOWN = (
    "In/in/ADP/3/case the/the/DET/3/det {0}/{0}/NOUN/6/obl of/of/ADP/5/case Ostry/Ostry/PROPN/3/nmod "
    "fell/fall/VERB/0/root rain/rain/NOUN/6/nsubj"
)
PLAIN = (
    "In/in/ADP/3/case the/the/DET/3/det {0}/{1}/NOUN/7/obl across/across/ADP/5/case Ostry/Ostry/PROPN/3/nmod "
    "they/they/PRON/7/nsubj won/win/VERB/0/root"
)


def found(words: str, *mentions: tuple[str, str], names=()) -> list[tuple[str, str]]:
    one = trees.tree(words, mentions=mentions)
    named = tuple(Labelled(m.start, m.end, "LOC", 0.9) for m in (trees.label(one, n, "LOC") for n in names))
    text = trees.text_of(one)
    after = settled(dataclasses.replace(one, names=named))
    return [(text[m.start : m.end], m.label) for m in after.mentions]


@pytest.mark.parametrize(
    ("form", "lemma", "label"),
    [
        ("people", "people", "Organisation"),
        ("officers", "officer", "Organisation"),
        ("officer", "officer", "Person"),
        ("helicopter", "helicopter", "MilitaryPlatform"),
        ("town", "town", "Location"),
    ],
)
def test_a_name_before_a_noun_of_known_kind_is_part_of_its_phrase(form, lemma, label):
    words = SYRIAN.format(form, lemma)
    assert found(words, ("Corlandic", "Nationality")) == [(f"the Corlandic {form}", label)]


def test_a_name_before_another_noun_stays_alone():
    assert found(SYRIAN.format("law", "law"), ("Corlandic", "Nationality")) == [("Corlandic", "Nationality")]


def test_a_phrase_does_not_grow_into_the_mention_beside_it():
    words = SYRIAN.format("people", "people")
    tagged = [("Corlandic", "Nationality"), ("people", "Organisation")]
    assert found(words, *tagged) == tagged


def test_the_town_of_a_name_is_one_place():
    assert found(TOWN.format("town"), ("Ostry", "Location")) == [("the town of Ostry", "Location")]
    assert found(TOWN.format("mayor"), ("Ostry", "Location")) == [("the mayor of Ostry", "Person")]
    assert found(TOWN.format("loss"), ("Ostry", "Location")) == [("Ostry", "Location")]


def test_an_event_is_no_place_and_a_name_no_vehicle():
    words = PLAIN.format("campaign", "campaign")
    assert found(words, ("the campaign", "Location"), ("Ostry", "Vehicle"), names=["Ostry"]) == []
    assert found(words, ("Ostry", "Vehicle")) == [("Ostry", "Vehicle")]


def test_a_mention_neither_ends_in_an_article_nor_lacks_that_of_its_place():
    words = PLAIN.format("valley", "valley")
    assert found(words, ("the", "Organisation")) == [("the valley", "Location")]
    assert found(words, ("the", "Location")) == []
    assert found(words, ("valley", "Location")) == [("the valley", "Location")]


def test_a_place_that_becomes_part_of_somebody_stays_a_name():
    one = trees.tree(TOWN.format("mayor"), mentions=[("Ostry", "Location")])
    after = settled(one)
    assert [(m.label, n.label) for m, n in zip(after.mentions, after.names, strict=True)] == [("Person", "LOC")]
    assert after.names[0].span == one.mentions[0].span


def test_the_base_of_a_brigade_is_one_place():
    words = (
        "They/they/PRON/2/nsubj held/hold/VERB/0/root the/the/DET/4/det base/base/NOUN/2/obj of/of/ADP/6/case "
        "Brigade/Brigade/PROPN/4/nmod"
    )
    whole = [("the base of Brigade", "Location")]
    assert found(words, ("Brigade", "Organisation")) == whole
    assert found(words, ("the base", "Location"), ("Brigade", "Organisation")) == whole
