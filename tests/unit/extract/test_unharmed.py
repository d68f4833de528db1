import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.unharmed import unharmed


def told(tree: str, words: str, role: str = "killed") -> bool:
    sentence = trees.tree(tree)
    start = trees.text_of(sentence).index(words)
    return unharmed(sentence, Filler(role, start, start + len(words)))


def test_people_whom_a_blow_displaced_are_no_dead_of_it():
    tree = (
        "strikes/strike/NOUN/2/nsubj displaced/displace/VERB/0/root 5,000/5,000/NUM/4/nummod people/person/NOUN/2/obj"
    )
    assert told(tree, "5,000 people")
    assert not told(tree, "5,000 people", "affected")


def test_a_time_is_no_dead_of_a_blow():
    tree = "killed/kill/VERB/0/root in/in/ADP/4/case the/the/DET/4/det 1980s/1980/NOUN/1/obl"
    sentence = trees.tree(tree)
    start = trees.text_of(sentence).index("the")
    timed = trees.tree(tree, mentions=[("the 1980s", "Temporal")])
    assert unharmed(timed, Filler("killed", start, start + len("the 1980s")))
    assert not told(tree, "the 1980s")


def test_who_live_in_a_town_are_no_dead_of_it():
    assert told(
        "a/a/DET/2/det population/population/NOUN/0/root of/of/ADP/5/case about/about/ADV/5/advmod "
        "18,000/18,000/NUM/2/nmod",
        "about 18,000",
    )


@pytest.mark.parametrize(
    ("tree", "spared"),
    [
        (
            "killed/kill/VERB/0/root or/or/CCONJ/3/cc displaced/displace/VERB/1/conj many/many/ADJ/5/amod "
            "people/person/NOUN/3/obj",
            False,
        ),
        (
            "killed/kill/VERB/0/root nine/nine/NUM/1/obj and/and/CCONJ/4/cc displaced/displace/VERB/1/conj "
            "many/many/ADJ/6/amod people/person/NOUN/4/obj",
            True,
        ),
        (
            "displaced/displace/VERB/0/root many/many/ADJ/3/amod people/person/NOUN/1/obj and/and/CCONJ/5/cc "
            "killed/kill/VERB/1/conj nine/nine/NUM/5/obj",
            True,
        ),
        (
            "abducted/abduct/VERB/0/root many/many/ADJ/3/amod people/person/NOUN/1/obj and/and/CCONJ/5/cc "
            "killed/kill/VERB/1/conj them/they/PRON/5/obj",
            False,
        ),
    ],
)
def test_what_is_joined_to_the_verb_tells_of_harm_to_the_same_people(tree, spared):
    assert told(tree, "many people") is spared


def test_bodies_that_are_brought_out_are_of_dead():
    assert not told("rescued/rescue/VERB/0/root nine/nine/NUM/3/nummod bodies/body/NOUN/1/obj", "nine bodies")


def test_a_population_is_no_toll_and_a_headline_runs_on():
    assert told("a/a/DET/3/det besieged/besiege/VERB/3/amod population/population/NOUN/0/root", "a besieged population")
    assert not told(
        "frees/free/VERB/0/root four/four/NUM/3/nummod leaders/leader/NOUN/1/obj killed/kill/VERB/3/acl", "four leaders"
    )


def test_the_words_before_a_figure_tell_where_the_tree_does_not():
    assert told(
        "population/population/NOUN/0/root of/of/ADP/3/case 420/420/NUM/4/nummod people/person/NOUN/5/nsubj "
        "are/be/AUX/1/dep",
        "420 people",
    )


def test_who_tells_it_is_no_dead_of_it() -> None:
    tree = (
        "Guns/gun/NOUN/2/nsubj fired/fire/VERB/5/ccomp three/three/NUM/4/nummod people/person/NOUN/5/nsubj "
        "said/say/VERB/0/root killing/kill/VERB/2/advcl two/two/NUM/6/obj"
    )
    assert told(tree, "three people")
    assert not told(tree, "two")
    assert not told(tree, "three people", "wounded")
