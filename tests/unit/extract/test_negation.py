"""Plain negation over hand-made trees."""

import pytest
import trees

from situate.extract.certainty.negation import lacks, negated, prevented, stopped, unconfirmed
from situate.extract.judgement import certainty_cues
from situate.ontology import load

CASES = {
    "did not capture": ("Rebels/rebel/NOUN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod capture/capture/VERB/0/root it/it/PRON/4/obj", 3, True),
    "captured": ("Rebels/rebel/NOUN/2/nsubj captured/capture/VERB/0/root it/it/PRON/2/obj", 1, False),
    "a blast not far from the gate": (
        "A/a/DET/2/det blast/blast/NOUN/6/nsubj not/not/PART/4/advmod far/far/ADV/2/advmod off/off/ADV/4/advmod hurt/hurt/VERB/0/root him/he/PRON/6/obj", 1, False),
    "has not yet fallen": ("Lisk/Lisk/PROPN/5/nsubj has/have/AUX/5/aux not/not/PART/4/advmod yet/yet/ADV/5/advmod fallen/fall/VERB/0/root", 4, True),
    "no strikes": ("No/no/DET/2/det strikes/strike/NOUN/3/nsubj hit/hit/VERB/0/root it/it/PRON/3/obj", 1, True),
    "no civilians were killed": ("No/no/DET/2/det civilians/civilian/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass killed/kill/VERB/0/root", 3, True),
    "launched no attack": ("They/they/PRON/2/nsubj launched/launch/VERB/0/root no/no/DET/4/det attack/attack/NOUN/2/obj", 3, True),
    "did not launch an attack": (
        "They/they/PRON/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod launch/launch/VERB/0/root an/a/DET/6/det attack/attack/NOUN/4/obj", 5, True),
    "no longer hold": ("They/they/PRON/4/nsubj no/no/ADV/3/advmod longer/long/ADV/4/advmod hold/hold/VERB/0/root it/it/PRON/4/obj", 3, True),
    "denied that rebels captured": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root that/that/SCONJ/5/mark rebels/rebel/NOUN/5/nsubj captured/capture/VERB/2/ccomp it/it/PRON/5/obj", 4, True),
    "denied that strikes hit": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root that/that/SCONJ/5/mark strikes/strike/NOUN/5/nsubj hit/hit/VERB/2/ccomp it/it/PRON/5/obj", 3, True),
    "said that rebels captured": (
        "It/it/PRON/2/nsubj said/say/VERB/0/root that/that/SCONJ/5/mark rebels/rebel/NOUN/5/nsubj captured/capture/VERB/2/ccomp it/it/PRON/5/obj", 4, False),
    "did not say that rebels captured": (
        "It/it/PRON/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod say/say/VERB/0/root that/that/SCONJ/7/mark rebels/rebel/NOUN/7/nsubj captured/capture/VERB/4/ccomp", 6, False),
    "denied that it did not fire": (
        "It/it/PRON/2/nsubj denied/deny/VERB/0/root it/it/PRON/6/nsubj did/do/AUX/6/aux not/not/PART/6/advmod fire/fire/VERB/2/ccomp", 5, False),
    "not true that they shelled": (
        "It/it/PRON/4/expl is/be/AUX/4/cop not/not/PART/4/advmod true/true/ADJ/0/root that/that/SCONJ/7/mark they/they/PRON/7/nsubj shelled/shell/VERB/4/csubj", 6, True),
    "not true that they shelled, said beside": (
        "It/it/PRON/4/expl is/be/AUX/4/cop not/not/PART/4/advmod true/true/ADJ/8/ccomp that/that/SCONJ/7/mark they/they/PRON/7/nsubj shelled/shell/VERB/8/ccomp said/say/VERB/0/root", 6, True),
    "false that they shelled": (
        "It/it/PRON/3/expl is/be/AUX/3/cop false/false/ADJ/7/ccomp that/that/SCONJ/6/mark they/they/PRON/6/nsubj shelled/shell/VERB/7/ccomp said/say/VERB/0/root", 5, True),
    "few dare to use": (
        "Few/few/ADJ/2/amod people/people/NOUN/3/nsubj dare/dare/VERB/0/root to/to/PART/5/mark use/use/VERB/3/xcomp it/it/PRON/5/obj", 4, True),
    "a few dare to use": (
        "A/a/DET/3/det few/few/ADJ/3/amod people/people/NOUN/4/nsubj dare/dare/VERB/0/root to/to/PART/6/mark use/use/VERB/4/xcomp it/it/PRON/6/obj", 5, False),
    "no sign of a withdrawal": (
        "There/there/PRON/2/expl is/be/VERB/0/root no/no/DET/4/det sign/sign/NOUN/2/nsubj of/of/ADP/7/case a/a/DET/7/det withdrawal/withdrawal/NOUN/4/nmod", 6, True),
    "did not bomb or shell": (
        "They/they/PRON/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod bomb/bomb/VERB/0/root or/or/CCONJ/6/cc shell/shell/VERB/4/conj it/it/PRON/6/obj", 5, True),
    "not only captured": (
        "They/they/PRON/4/nsubj not/not/PART/4/advmod only/only/ADV/4/advmod captured/capture/VERB/0/root it/it/PRON/4/obj", 3, False),
    "no one denied that they captured": (
        "No/no/DET/2/det one/one/PRON/3/nsubj denied/deny/VERB/0/root they/they/PRON/5/nsubj captured/capture/VERB/3/ccomp", 4, False),
    "ruled out an attack": ("They/they/PRON/2/nsubj ruled/rule/VERB/0/root out/out/ADP/2/compound:prt an/a/DET/5/det attack/attack/NOUN/2/obj", 4, True),
    "were unable to capture": (
        "They/they/PRON/3/nsubj were/be/AUX/3/cop unable/unable/ADJ/0/root to/to/PART/5/mark capture/capture/VERB/3/xcomp it/it/PRON/5/obj", 4, True),
    "have yet to capture": (
        "They/they/PRON/2/nsubj have/have/VERB/0/root yet/yet/ADV/2/advmod to/to/PART/5/mark capture/capture/VERB/2/xcomp", 4, True),
    "has yet to be captured": (
        "It/it/PRON/2/nsubj has/have/VERB/0/root yet/yet/ADV/2/advmod to/to/PART/6/mark be/be/AUX/6/aux:pass captured/capture/VERB/2/xcomp", 5, True),
    "ended the siege": ("They/they/PRON/2/nsubj ended/end/VERB/0/root the/the/DET/4/det siege/siege/NOUN/2/obj", 3, False),
    "the strike did not kill": (
        "The/the/DET/2/det strike/strike/NOUN/5/nsubj did/do/AUX/5/aux not/not/PART/5/advmod kill/kill/VERB/0/root them/they/PRON/5/obj", 1, False),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_plain_negation(name: str) -> None:
    words, head, expected = CASES[name]
    sentence = trees.tree(words)
    assert negated(sentence, sentence.tokens[head], certainty_cues(load())) is expected


@pytest.mark.parametrize(("verb", "lacking"), [("confiscated/confiscate", False), ("let/let", True)])
def test_a_verb_of_withholding_is_negated_like_any_other(verb, lacking):
    sentence = trees.tree(
        f"Flour/flour/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass not/not/PART/4/advmod {verb}/VERB/0/root"
    )
    assert lacks(load().types["deny_aid"], sentence.tokens[3]) == lacking


@pytest.mark.parametrize(
    ("verb", "whom", "expected"),
    [("prevented/prevent", "fighters/fighter/NOUN/2/obj", True), ("saw/see", "fighters/fighter/NOUN/2/obj", False),
     ("prevented/prevent", "attacks/attack/NOUN/2/nsubj", False)],
)  # fmt: skip
def test_what_somebody_is_prevented_from_is_not_done(verb, whom, expected):
    sentence = trees.tree(
        f"Police/police/NOUN/2/nsubj {verb}/VERB/0/root {whom} reaching/reach/VERB/2/advcl Lisk/Lisk/PROPN/4/obj"
    )
    assert prevented(sentence, sentence.tokens[3], certainty_cues(load())) is expected


@pytest.mark.parametrize(("lemma", "expected"), [("confirm", True), ("repeat", False)])
def test_what_is_not_confirmed_is_not_denied(lemma: str, expected: bool) -> None:
    sentence = trees.tree(
        "the/the/DET/2/det capture/capture/NOUN/5/nsubj:pass was/be/AUX/5/aux:pass not/not/PART/5/advmod "
        f"done/{lemma}/VERB/0/root"
    )
    assert unconfirmed(sentence, sentence.tokens[1]) is expected


@pytest.mark.parametrize(
    ("words", "at", "none"),
    [
        ("Jets/jet/NOUN/3/nsubj have/have/AUX/3/aux halted/halt/VERB/0/root strikes/strike/NOUN/3/obj", 3, True),
        ("They/they/PRON/3/nsubj came/come/VERB/0/root to/to/PART/4/mark stop/stop/VERB/2/advcl strikes/strike/NOUN/4/obj", 4, False),
        ("It/it/PRON/2/nsubj demands/demand/VERB/0/root they/they/PRON/4/nsubj stop/stop/VERB/2/ccomp strikes/strike/NOUN/4/obj", 4, False),
        ("They/they/PRON/3/nsubj must/must/AUX/3/aux stop/stop/VERB/0/root strikes/strike/NOUN/3/obj", 3, False),
    ],
)  # fmt: skip
def test_only_blows_that_are_told_to_have_stopped_are_none(words, at, none):
    sentence = trees.tree(words)
    assert stopped(sentence, sentence.tokens[at], load().types["airstrike"]) is none
