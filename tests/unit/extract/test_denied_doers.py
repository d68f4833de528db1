"""Who denies that he had a part in a blow does not deny the blow, on hand-made trees and on the packaged model."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.certainty.denied_doers import doer_denied
from situate.extract.judgement import certainty_cues
from situate.extract.reader import Reader
from situate.model.report import Report
from situate.ontology import load

CASES = {
    "denied involvement in an attack": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root involvement/involvement/NOUN/2/obj in/in/ADP/6/case an/a/DET/6/det attack/attack/NOUN/3/nmod", 5, True),
    "denied it was behind the blast": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root it/it/PRON/7/nsubj was/be/AUX/7/cop behind/behind/ADP/7/case the/the/DET/7/det blast/blast/NOUN/2/ccomp", 6, True),
    "denied carrying out the attack": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root carrying/carry/VERB/2/xcomp out/out/ADP/3/compound:prt the/the/DET/6/det attack/attack/NOUN/3/obj", 5, True),
    "denied carrying out an attack": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root carrying/carry/VERB/2/xcomp out/out/ADP/3/compound:prt an/a/DET/6/det attack/attack/NOUN/3/obj", 5, False),
    "denied the attack": ("It/it/PRON/2/nsubj denied/deny/VERB/0/root the/the/DET/4/det attack/attack/NOUN/2/obj", 3, False),
    "denied that it attacked": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root that/that/SCONJ/5/mark it/it/PRON/5/nsubj attacked/attack/VERB/2/ccomp them/they/PRON/5/obj", 4, False),
    "did not deny involvement in the attack": (
        "It/it/PRON/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod deny/deny/VERB/0/root involvement/involvement/NOUN/4/obj in/in/ADP/8/case the/the/DET/8/det attack/attack/NOUN/5/nmod", 7, False),
    "was not responsible for the raid": (
        "It/it/PRON/4/nsubj was/be/AUX/4/cop not/not/PART/4/advmod responsible/responsible/ADJ/0/root for/for/ADP/7/case the/the/DET/7/det raid/raid/NOUN/4/obl", 6, True),
    "had no part in the raid": (
        "It/it/PRON/2/nsubj had/have/VERB/0/root no/no/DET/4/det part/part/NOUN/2/obj in/in/ADP/7/case the/the/DET/7/det raid/raid/NOUN/4/nmod", 6, True),
    "was not responsible for any raid": (
        "It/it/PRON/4/nsubj was/be/AUX/4/cop not/not/PART/4/advmod responsible/responsible/ADJ/0/root for/for/ADP/7/case any/any/DET/7/det raid/raid/NOUN/4/obl", 6, False),
    "was responsible for the raid": (
        "It/it/PRON/3/nsubj was/be/AUX/3/cop responsible/responsible/ADJ/0/root for/for/ADP/6/case the/the/DET/6/det raid/raid/NOUN/3/obl", 5, False),
    "admitted involvement in the attack": (
        "It/it/PRON/2/nsubj admitted/admit/VERB/0/root involvement/involvement/NOUN/2/obj in/in/ADP/6/case the/the/DET/6/det attack/attack/NOUN/3/nmod", 5, False),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_whether_only_the_doer_is_denied(name: str) -> None:
    words, head, expected = CASES[name]
    sentence = trees.tree(words)
    assert doer_denied(sentence, sentence.tokens[head], certainty_cues(load())) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The Northern army denied any involvement in the attack on Lisk.",
        "The Northern army denied carrying out the attack on Lisk.",
        "The Northern army denied responsibility for the explosion in Lisk.",
        "The Northern army denied it was behind the explosion in Lisk.",
    ],
)
def test_the_blow_stands_and_is_not_the_denier_s(reader: Reader, text: str) -> None:
    (blow,) = [c for c in reader.read(Report(id="r", text=text)).claims if c.type != "reject"]
    assert (blow.polarity, blow.modality) == ("positive", "actual")
    assert not blow.fillers("actor")


def test_a_deed_that_is_itself_denied_did_not_happen(reader: Reader) -> None:
    text = "The Northern army denied that it had shelled the town of Lisk."
    assert {c.polarity for c in reader.read(Report(id="r", text=text)).claims if c.type != "reject"} == {"negative"}


@pytest.mark.parametrize(
    ("text", "kind", "dead"),
    [
        ("The army denied killing 30 villagers in an air strike on Tarn.", "airstrike", "30 villagers"),
        ("Lisk denied that its soldiers killed five people in a raid on Tarn.", "assault", "five people"),
        ("The council denied that 12 marchers had been killed in clashes in Tarn.", "clash", "12 marchers"),
        ("The general denied on Monday having killed nine people during the attack on Tarn.", "assault", "nine people"),
    ],
)
def test_who_denies_the_dead_of_a_blow_does_not_deny_the_blow(text: str, kind: str, dead: str) -> None:
    (blow,), (kill,) = told(text, kind), told(text, "kill")
    assert (blow.polarity, quotes(blow, "killed"), quotes(blow, "actor")) == ("positive", [], [])
    assert (kill.polarity, quotes(kill, "killed")) == ("negative", [dead])


@pytest.mark.parametrize(
    ("text", "kind", "polarity", "dead"),
    [
        ("The army did not deny killing 30 villagers in an air strike on Tarn.", "airstrike", "positive", ["30 villagers"]),
        ("The army denied that its air strike on Tarn killed children.", "airstrike", "negative", ["children"]),
        ("The army bombed Tarn, killing 30, and denied responsibility.", "airstrike", "positive", ["30"]),
    ],
)  # fmt: skip
def test_other_denials_are_of_the_blow_or_of_none(text: str, kind: str, polarity: str, dead: list[str]) -> None:
    (blow,) = told(text, kind)
    assert (blow.polarity, quotes(blow, "killed")) == (polarity, dead)


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("The army denied responsibility for the shelling of Lisk.", "shelling", []),
        ("The spokesman denied that the police were responsible for killing the student in Lisk.", "kill", []),
        ("The militia denied being involved in burning the mill in Ostry.", "destroy", []),
        ("The raid, which the army says it did not carry out, killed nine people in Lisk.", "kill", None),
        ("The attack, which rebels said they knew nothing about, killed nine people in Lisk.", "assault", []),
        ("The attack, which the army said was carried out by rebels, killed nine people.", "assault", ["the army"]),
        ("The army said it was not responsible for killing the farmer in Lisk.", "kill", ["The army"]),
    ],
)
def test_who_denies_his_part_does_not_tell_the_deed(reader: Reader, text: str, kind: str, speakers) -> None:
    told = [c for c in reader.read(Report(id="r", text=text)).claims if c.type == kind]
    assert all(c.polarity == "positive" for c in told)
    assert [[s.evidence.quote for s in c.speakers] for c in told] == ([] if speakers is None else [speakers])
    assert not any("police" in r.evidence.quote for c in told for r in c.fillers("actor"))


def test_a_deed_of_which_none_is_left_is_denied(reader: Reader) -> None:
    (told,) = [
        c for c in reader.read(Report(id="r", text="The army denied killing monks in Lisk.")).claims if c.type == "kill"
    ]
    assert (told.polarity, [s.evidence.quote for s in told.speakers]) == ("negative", ["The army"])
