"""Whose weapons did it, on trees made by hand."""

import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.whose_weapons import named_by_its_means, with_weapons_owner

KILLED = "Two/two/NUM/3/nsubj:pass were/be/AUX/3/aux:pass killed/kill/VERB/0/root"


@pytest.mark.parametrize(
    ("words", "weapon", "side"),
    [
        (f"{KILLED} by/by/ADP/6/case regime/regime/NOUN/6/compound bombs/bomb/NOUN/3/obl", "regime bombs", "regime"),
        (f"{KILLED} by/by/ADP/6/case Olmoran/olmoran/ADJ/6/amod bombs/bomb/NOUN/3/obl", "Olmoran bombs", "Olmoran"),
        (f"{KILLED} by/by/ADP/6/case Grad/Grad/PROPN/6/compound rockets/rocket/NOUN/3/obl", "Grad rockets", None),
        (f"{KILLED} by/by/ADP/6/case cluster/cluster/NOUN/6/compound bombs/bomb/NOUN/3/obl", "cluster bombs", None),
        (f"{KILLED} with/with/ADP/6/case army/army/NOUN/6/compound guns/gun/NOUN/3/obl", "army guns", None),
        ("Rebel/rebel/NOUN/2/compound rockets/rocket/NOUN/3/nsubj hit/hit/VERB/0/root Lisk/Lisk/PROPN/3/obj", "Rebel rockets", "Rebel"),
    ],
)  # fmt: skip
def test_the_side_before_a_weapon_did_it(words: str, weapon: str, side: str | None) -> None:
    sentence = trees.tree(words)
    text = trees.text_of(sentence)
    head = next(t for t in sentence.tokens if t.head < 0)
    given = Filler("instrument", text.index(weapon), text.index(weapon) + len(weapon))
    found = with_weapons_owner(sentence, head, "kill", [given])
    assert [text[f.start : f.end] for f in found if f.role == "actor"] == ([side] if side else [])
    assert with_weapons_owner(sentence, head, "talks", [given]) == [given]
    named = Filler("actor", 0, 3)
    assert with_weapons_owner(sentence, head, "kill", [given, named]) == [given, named]


@pytest.mark.parametrize(
    ("word", "lemma", "means"), [("drone", "drone", ["drone"]), ("rocket", "rocket", ["rocket"]), ("dawn", "dawn", [])]
)
def test_a_blow_that_is_named_by_its_means(word: str, lemma: str, means: list[str]) -> None:
    sentence = trees.tree(
        "Two/two/NUM/2/nsubj died/die/VERB/0/root in/in/ADP/6/case a/a/DET/6/det "
        f"{word}/{lemma}/NOUN/6/compound strike/strike/NOUN/2/obl"
    )
    text = trees.text_of(sentence)
    found = named_by_its_means(sentence, sentence.tokens[5], "airstrike", [])
    assert [text[f.start : f.end] for f in found if f.role == "instrument"] == means
    own = Filler("instrument", 0, 3)
    assert named_by_its_means(sentence, sentence.tokens[5], "airstrike", [own]) == [own]
