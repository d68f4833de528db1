"""Who claims a blow did it, over hand-made trees."""

import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.sentence.claimed import by_claim
from situate.extract.sentence.found import Found
from situate.extract.triggers.evoked import Marked
from situate.ontology import load

CLAIMED_BY = (
    "They/they/PRON/2/nsubj died/die/VERB/0/root in/in/ADP/5/case an/a/DET/5/det attack/attack/NOUN/2/obl "
    "claimed/claim/VERB/5/acl by/by/ADP/9/case the/the/DET/9/det group/group/NOUN/6/obl"
)
CLAIMED = (
    "The/the/DET/2/det group/group/NOUN/3/nsubj claimed/claim/VERB/0/root the/the/DET/5/det attack/attack/NOUN/3/obj"
)
NOBODY = "No/no/DET/2/det group/group/NOUN/3/nsubj claimed/claim/VERB/0/root the/the/DET/5/det attack/attack/NOUN/3/obj"
LIVES = (
    "The/the/DET/2/det attack/attack/NOUN/3/nsubj claimed/claim/VERB/0/root many/many/ADJ/5/amod lives/life/NOUN/3/obj"
)
SAID = (
    "The/the/DET/2/det group/group/NOUN/3/nsubj claimed/claim/VERB/0/root the/the/DET/5/det attack/attack/NOUN/6/nsubj "
    "failed/fail/VERB/3/ccomp"
)


def doers(words: str, *fillers: Filler, kind: str = "assault") -> list[str]:
    sentence = trees.tree(words, triggers=(("attack", kind),))
    text = trees.text_of(sentence)
    head = next(t for t in sentence.tokens if t.text == "attack")
    one = Found(Marked(0, sentence, sentence.triggers[0], head, load().types[kind]), fillers, "positive", "actual")
    return [text[f.start : f.end] for f in by_claim(one).fillers if f.role == "actor"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(CLAIMED_BY, ["the group"]), (CLAIMED, ["The group"]), (NOBODY, []), (LIVES, []), (SAID, [])],
)
def test_who_claims_a_blow_did_it(words: str, expected: list[str]) -> None:
    assert doers(words) == expected


def test_who_is_named_as_the_doer_stays_the_doer() -> None:
    assert doers(CLAIMED, Filler("actor", 0, 3)) == ["The"]


def test_who_claims_a_clash_is_not_all_who_fought() -> None:
    assert doers(CLAIMED, kind="clash") == []


def test_who_is_nobody_did_nothing() -> None:
    assert doers(NOBODY, Filler("actor", 0, len("No group"))) == []
    assert doers(CLAIMED, Filler("actor", 0, len("The group"))) == ["The group"]
