"""Nouns that take up a blow told before, on trees made by hand; claims that tell it again, by the packaged model."""

import pytest
from packaged import reader
from trees import tree

from situate.extract.triggers.taking_up import meant, taken_up
from situate.model.report import Report
from situate.model.sentence import Labelled

BLAST = Labelled(-90, -80, "suicide_bombing", 0.9)
RAID = Labelled(-50, -40, "airstrike", 0.9)
KNOWN = "A/a/DET/2/det group/group/NOUN/3/nsubj claimed/claim/VERB/0/root {}/{}/{}/5/{} {}/{}/NOUN/3/obj"


def found(determiner: str, noun: str, told: list[Labelled], upos: str = "DET", relation: str = "det") -> list[str]:
    lemma = noun.removesuffix("s")
    sentence = tree(KNOWN.format(determiner, determiner.lower(), upos, relation, noun, lemma))
    return [one.label for one in taken_up(sentence, (), told)]


@pytest.mark.parametrize(
    ("determiner", "noun", "labels"),
    [
        ("the", "attack", ["airstrike"]), ("this", "incident", ["airstrike"]), ("the", "blasts", ["suicide_bombing"]),
        ("the", "raids", ["airstrike"]), ("an", "attack", []), ("the", "town", []), ("the", "offensive", []),
    ],
)  # fmt: skip
def test_a_known_noun_takes_up_the_nearest_blow_that_it_can_mean(determiner, noun, labels):
    assert found(determiner, noun, [BLAST, RAID]) == labels


def test_a_day_makes_a_noun_known_and_nothing_told_leaves_it_alone():
    assert found("Wednesdays", "blast", [BLAST], "PROPN", "compound") == ["suicide_bombing"]
    assert found("the", "attack", []) == []


def test_what_is_a_trigger_already_is_left_to_it():
    sentence = tree(
        "the/the/DET/2/det attack/attack/NOUN/3/nsubj failed/fail/VERB/0/root", triggers=[("attack", "assault")]
    )
    assert list(taken_up(sentence, sentence.triggers, [BLAST])) == []


@pytest.mark.parametrize(
    ("words", "label", "told", "meaning"),
    [
        ("the/the/DET/2/det attack/attack/NOUN/3/nsubj", "airstrike", [BLAST], "suicide_bombing"),
        ("the/the/DET/2/det attack/attack/NOUN/3/nsubj", "airstrike", [RAID, BLAST], "airstrike"),
        ("an/a/DET/2/det attack/attack/NOUN/3/nsubj", "assault", [BLAST], "assault"),
        ("the/the/DET/2/det attack/attack/NOUN/3/nsubj", "assault", [], "assault"),
    ],
)
def test_what_takes_up_a_blow_is_of_its_type(words, label, told, meaning):
    sentence = tree(f"{words} failed/fail/VERB/0/root", triggers=[("attack", label)])
    assert meant(sentence, sentence.triggers[0], told).label == meaning


@pytest.mark.parametrize(
    ("words", "told", "meaning"),
    [
        ("heavy/heavy/ADJ/2/amod bombardment/bombardment/NOUN/3/nsubj", [RAID], "airstrike"),
        ("heavy/heavy/ADJ/2/amod bombardment/bombardment/NOUN/3/nsubj", [], "shelling"),
        ("heavy/heavy/ADJ/2/amod bombardment/bombardment/NOUN/3/nsubj", [RAID, Labelled(-30, -20, "shelling", 0.9)],
         "shelling"),  # both are told: the word alone says which
        ("mortar/mortar/NOUN/2/compound bombardment/bombardment/NOUN/3/nsubj", [RAID], "shelling"),
    ],
)  # fmt: skip
def test_a_bombardment_is_by_what_the_passage_tells(words, told, meaning):
    sentence = tree(f"{words} failed/fail/VERB/0/root", triggers=[("bombardment", "shelling")])
    assert meant(sentence, sentence.triggers[0], told).label == meaning


@pytest.mark.parametrize(
    "words", ["the/the/DET/3/det deadly/deadly/ADJ/3/amod", "such/such/DET/3/det heinous/heinous/ADJ/3/amod"]
)
def test_what_an_attack_is_called_says_nothing_of_its_kind(words):
    sentence = tree(f"{words} attack/attack/NOUN/4/nsubj failed/fail/VERB/0/root", triggers=[("attack", "assault")])
    assert meant(sentence, sentence.triggers[0], [BLAST]).label == "suicide_bombing"


def test_what_says_of_what_kind_it_is_takes_up_nothing():
    words = "the/the/DET/3/det worst/bad/ADJ/3/amod attack/attack/NOUN/4/nsubj failed/fail/VERB/0/root"
    sentence = tree(words, triggers=[("attack", "assault")])
    assert meant(sentence, sentence.triggers[0], [BLAST]).label == "assault"


def test_the_scene_of_a_blow_is_known():
    sentence = tree("the/the/DET/3/det blast/blast/NOUN/3/compound site/site/NOUN/4/nsubj burned/burn/VERB/0/root")
    assert [one.label for one in taken_up(sentence, (), [BLAST])] == ["suicide_bombing"]


def test_who_adds_a_fact_to_the_attack_tells_it_again() -> None:
    text = (
        "A car bomb exploded in the market of Ostry on Monday, killing nine people. "
        "The mayor of Lisk visited the scene of the attack in Ostry."
    )
    claims = reader().read(Report(id="r", text=text, published="2031-03-04")).claims
    bombs = [c for c in claims if c.type == "explosion"]
    assert [c.trigger.quote for c in bombs][-1] == "attack"
    assert bombs[-1].same_as in {c.id for c in bombs}


@pytest.mark.parametrize(("verb", "label"), [("completed/complete", "capture"), ("condemned/condemn", "assault")])
def test_an_operation_that_is_done_is_the_taking_told_before(verb, label):
    word, lemma = verb.split("/")
    sentence = tree(
        f"the/the/DET/2/det operation/operation/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass {word}/{lemma}/VERB/0/root",
        triggers=[("operation", "assault")],
    )
    assert meant(sentence, sentence.triggers[0], [Labelled(-50, -40, "capture", 0.9)]).label == label
