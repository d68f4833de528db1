"""Words of force about matters that no force is used on, leaves and ages."""

import pytest
import trees

from situate.extract.triggers.matters import of_age, of_no_force


@pytest.mark.parametrize(
    ("verb", "thing", "kind", "is_none"),
    [
        ("kill", "bill", "kill", True),
        ("kill", "mayor", "kill", False),
        ("hold", "seat", "control", True),
        ("hold", "bridge", "control", False),
        ("capture", "nomination", "capture", True),
        ("capture", "town", "capture", False),
        ("confiscate", "car", "deny_aid", True),
        ("confiscate", "flour", "deny_aid", False),
    ],
)
def test_what_is_not_taken_by_force(verb, thing, kind, is_none):
    told = trees.tree(f"They/they/PRON/2/nsubj {verb}/{verb}/VERB/0/root a/a/DET/4/det {thing}/{thing}/NOUN/2/obj")
    assert of_no_force(told, trees.label(told, verb, kind)) == is_none


@pytest.mark.parametrize(("over", "is_none"), [("seat", True), ("town", False)])
def test_what_a_battle_is_over(over, is_none):
    told = trees.tree(
        f"a/a/DET/2/det battle/battle/NOUN/0/root over/over/ADP/5/case the/the/DET/5/det {over}/{over}/NOUN/2/nmod"
    )
    assert of_no_force(told, trees.label(told, "battle", "clash")) == is_none


@pytest.mark.parametrize(
    ("words", "is_age"),
    [
        ("Lorn/Lorn/PROPN/2/nsubj dies/die/VERB/0/root at/at/ADP/4/case 92/92/NUM/2/obl", True),
        ("Lorn/Lorn/PROPN/2/nsubj died/die/VERB/0/root aged/aged/ADJ/2/advcl 77/77/NUM/3/obl", True),
        ("Lorn/Lorn/PROPN/2/nsubj died/die/VERB/0/root aged/aged/ADJ/2/advcl 17/17/NUM/3/obl", False),
        ("two/two/NUM/2/nsubj died/die/VERB/0/root at/at/ADP/5/case 80/80/NUM/5/nummod places/place/NOUN/2/obl", False),
        (
            "Lorn/Lorn/PROPN/3/nsubj was/be/AUX/3/aux shot/shoot/VERB/0/root and/and/CCONJ/5/cc died/die/VERB/3/conj "
            "aged/aged/ADJ/5/advcl 77/77/NUM/6/obl",
            False,
        ),
    ],
)
def test_who_dies_of_age_is_not_killed(words, is_age):
    told = trees.tree(words)
    head = next(t for t in told.tokens if t.lemma == "die")
    assert of_age(told, head) == is_age


@pytest.mark.parametrize(("who", "is_none"), [("girls", True), ("inspector", False)])
def test_visas_are_no_aid_but_those_of_inspectors(who, is_none):
    told = trees.tree(f"The/the/DET/2/det {who}/{who}/NOUN/3/nsubj:pass denied/deny/VERB/0/root visas/visa/NOUN/3/obj")
    assert of_no_force(told, trees.label(told, "denied", "deny_aid")) == is_none


@pytest.mark.parametrize(("to", "is_none"), [("client", True), ("town", False)])
def test_access_to_people_and_papers_is_no_aid(to, is_none):
    told = trees.tree(
        f"denied/deny/VERB/0/root access/access/NOUN/1/obj to/to/ADP/5/case the/the/DET/5/det {to}/{to}/NOUN/2/nmod"
    )
    assert of_no_force(told, trees.label(told, "denied", "deny_aid")) == is_none


def test_who_denies_it_denies_words_and_no_aid():
    line = "Army/army/NOUN/2/nsubj denied/deny/VERB/0/root {}"
    for thing, is_none in [("it/it/PRON/2/obj", True), ("them/they/PRON/4/iobj food/food/NOUN/2/obj", False)]:
        told = trees.tree(line.format(thing))
        assert of_no_force(told, trees.label(told, "denied", "deny_aid")) is is_none
