"""Whose deed a second verb tells, over hand-made trees."""

import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.sharing import with_own_noun, with_shared_doer
from situate.ontology import load

TYPES = load().types

AND = (
    "Rebels/rebel/NOUN/2/nsubj stopped/stop/VERB/0/root them/they/PRON/2/obj and/and/CCONJ/5/cc "
    "burned/burn/VERB/2/conj trucks/truck/NOUN/5/obj"
)
ING = (
    "Rebels/rebel/NOUN/2/nsubj stopped/stop/VERB/0/root them/they/PRON/2/obj burning/burn/VERB/2/advcl "
    "trucks/truck/NOUN/4/obj"
)
OWN = (
    "Rebels/rebel/NOUN/2/nsubj fled/flee/VERB/0/root and/and/CCONJ/5/cc soldiers/soldier/NOUN/5/nsubj "
    "burned/burn/VERB/2/conj trucks/truck/NOUN/5/obj"
)
LET = (
    "Rebels/rebel/NOUN/2/nsubj let/let/VERB/0/root soldiers/soldier/NOUN/2/obj burn/burn/VERB/2/xcomp "
    "trucks/truck/NOUN/4/obj"
)
SUFFERED = (
    "Rebels/rebel/NOUN/2/nsubj fled/flee/VERB/0/root and/and/CCONJ/6/cc were/be/AUX/6/aux:pass "
    "all/all/ADV/6/advmod burned/burn/VERB/2/conj"
)
LOST = (
    "Rebels/rebel/NOUN/2/nsubj fled/flee/VERB/0/root and/and/CCONJ/4/cc lost/lose/VERB/2/conj trucks/truck/NOUN/4/obj"
)
THINGS = (
    "Fires/fire/NOUN/2/nsubj spread/spread/VERB/0/root and/and/CCONJ/4/cc burned/burn/VERB/2/conj "
    "trucks/truck/NOUN/4/obj"
)


def shared(words: str, verb: str, kind: str = "destroy", fillers=()) -> list[str]:
    sentence = trees.tree(words)
    head = next(t for t in sentence.tokens if t.text == verb)
    text = trees.text_of(sentence)
    found = with_shared_doer(sentence, head, TYPES[kind], fillers)
    return [text[f.start : f.end] for f in found if f.role == "actor"]


@pytest.mark.parametrize(("words", "verb"), [(AND, "burned"), (ING, "burning")])
def test_a_verb_without_subject_shares_the_one_above(words, verb):
    assert shared(words, verb) == ["Rebels"]


@pytest.mark.parametrize(
    ("words", "verb"),
    [(OWN, "burned"), (LET, "burn"), (SUFFERED, "burned"), (LOST, "lost"), (THINGS, "burned"), (AND, "stopped")],
)
def test_no_doer_is_made_up(words, verb):
    assert shared(words, verb) == []


def test_who_is_moved_does_not_act():
    assert shared(AND, "burned", "displace") == []


def test_a_doer_that_was_found_stays_alone():
    start = trees.text_of(trees.tree(AND)).index("them")
    assert shared(AND, "burned", fillers=[Filler("actor", start, start + 4)]) == ["them"]


@pytest.mark.parametrize(("verb", "doers"), [("declared/declare", ["Rebels"]), ("saw/see", [])])
def test_who_declares_a_victory_declares_their_own(verb, doers):
    words = f"Rebels/rebel/NOUN/2/nsubj {verb}/VERB/0/root victory/victory/NOUN/2/obj in/in/ADP/5/case Lisk/Lisk/PROPN/3/nmod"
    assert shared(words, "victory", "capture") == doers


def test_who_a_clause_is_about_does_all_of_it():
    words = (
        "Militias/militia/NOUN/0/root that/that/PRON/3/nsubj fought/fight/VERB/1/acl:relcl them/they/PRON/3/obj "
        "and/and/CCONJ/6/cc burned/burn/VERB/3/conj trucks/truck/NOUN/6/obj"
    )
    assert shared(words, "burned") == ["Militias"]


@pytest.mark.parametrize(("words", "kind", "expected"), [
    ("The/the/DET/3/det advancing/advance/VERB/3/amod soldiers/soldier/NOUN/4/nsubj rested/rest/VERB/0/root",
     "advance", [("actor", "soldiers")]),
    ("The/the/DET/3/det advancing/advance/VERB/3/amod fires/fire/NOUN/4/nsubj spread/spread/VERB/0/root",
     "advance", []),
    ("The/the/DET/3/det captured/capture/VERB/3/amod soldiers/soldier/NOUN/4/nsubj rested/rest/VERB/0/root",
     "capture", []),
])  # fmt: skip
def test_who_a_participle_stands_before_does_it(words, kind, expected):
    sentence = trees.tree(words)
    filled = with_own_noun(sentence, sentence.tokens[1], TYPES[kind], [])
    assert [(f.role, trees.text_of(sentence)[f.start : f.end]) for f in filled] == expected
