"""Doers of another clause, and regimes that are no government: over hand-made trees."""

import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.others import (
    freed_elsewhere,
    in_relative_clause,
    named_twice,
    punished_for,
    who_attempts,
    without_judges,
    without_other_sides,
    without_regimes_of_calm,
)

KILLED = (
    "Gunmen/gunman/NOUN/2/nsubj {0}/{0}/VERB/0/root fighters/fighter/NOUN/2/{1} who/who/PRON/5/nsubj tried/try/VERB/3/acl:relcl "
    "to/to/PART/7/mark surrender/surrender/VERB/5/xcomp"
)


def fillers(sentence, *words, role="actor"):
    text = trees.text_of(sentence)
    return [Filler(role, text.index(w), text.index(w) + len(w)) for w in words]


@pytest.mark.parametrize(("relation", "left"), [("obj", 1), ("nsubj", 2)])
def test_the_doers_of_the_main_clause_do_not_what_its_relative_clause_tells(relation, left):
    sentence = trees.tree(KILLED.format("executed", relation))
    found = in_relative_clause(sentence, sentence.tokens[6], fillers(sentence, "Gunmen", "fighters"))
    assert len(found) == left
    assert found[-1].start == trees.text_of(sentence).index("fighters")


def test_where_nobody_else_did_it_the_doers_stay():
    sentence = trees.tree(KILLED.format("executed", "obj"))
    given = fillers(sentence, "Gunmen")
    assert in_relative_clause(sentence, sentence.tokens[6], given) == given


@pytest.mark.parametrize(("what", "left"), [("cessation", 0), ("silence", 0), ("terror", 1)])
def test_a_regime_of_calm_is_no_government(what, left):
    sentence = trees.tree(
        "They/they/PRON/2/nsubj broke/break/VERB/0/root the/the/DET/4/det regime/regime/NOUN/2/obj of/of/ADP/6/case "
        f"{what}/{what}/NOUN/4/nmod"
    )
    assert len(without_regimes_of_calm(sentence, fillers(sentence, "the regime", role="target"))) == left
    assert len(without_regimes_of_calm(sentence, fillers(sentence, f"the regime of {what}", role="target"))) == left


PUNISHED = (
    "Gunmen/gunman/NOUN/2/nsubj {0}/{1}/VERB/0/root forty/forty/NUM/4/nummod fighters/fighter/NOUN/2/obj for/for/ADP/7/case "
    "an/a/DET/7/det attempt/attempt/NOUN/2/obl to/to/PART/9/mark surrender/surrender/VERB/7/acl"
)


@pytest.mark.parametrize(
    ("verb", "expected"), [(("executed", "execute"), "forty fighters"), (("thanked", "thank"), "Gunmen")]
)
def test_who_is_punished_for_a_deed_did_it(verb, expected):
    sentence = trees.tree(PUNISHED.format(*verb))
    (found,) = punished_for(sentence, sentence.tokens[8], fillers(sentence, "Gunmen"))
    assert (found.role, trees.text_of(sentence)[found.start : found.end]) == ("actor", expected)


TRIED = (
    "Gunmen/gunman/NOUN/2/nsubj made/make/VERB/0/root {0}/{0}/NOUN/2/obj to/to/PART/5/mark break/break/VERB/3/acl "
    "it/it/PRON/5/obj"
)


@pytest.mark.parametrize(("noun", "expected"), [("attempt", "Gunmen"), ("machine", "machine")])
def test_who_makes_an_attempt_does_what_is_attempted(noun, expected):
    sentence = trees.tree(TRIED.format(noun))
    (found,) = who_attempts(sentence, sentence.tokens[4], fillers(sentence, noun))
    assert trees.text_of(sentence)[found.start : found.end] == expected


@pytest.mark.parametrize(("relation", "left"), [("appos", 0), ("obj", 1)])
def test_who_acts_and_is_named_once_more_is_not_done_anything_to(relation, left):
    sentence = trees.tree(
        "The/the/DET/2/det president/president/NOUN/6/nsubj ,/,/PUNCT/4/punct "
        f"Lorn/Lorn/PROPN/2/{relation} ,/,/PUNCT/4/punct vowed/vow/VERB/0/root revenge/revenge/NOUN/6/obj"
    )
    given = [*fillers(sentence, "The president"), *fillers(sentence, "Lorn", role="target")]
    assert [f.role for f in named_twice(sentence, given)].count("target") == left


FREED = (
    "They/they/PRON/2/nsubj released/release/VERB/0/root men/man/NOUN/2/obj who/who/PRON/6/nsubj were/be/AUX/6/aux "
    "{0}/{1}/VERB/3/acl:relcl in/in/ADP/8/case Lisk/Lisk/PROPN/{2}/obl"
)


@pytest.mark.parametrize(
    ("kind", "verb", "above", "left"),
    [
        ("release", ("kidnapped", "kidnap"), 6, 0),
        ("release", ("kidnapped", "kidnap"), 2, 1),
        ("release", ("living", "live"), 6, 1),
        ("kill", ("kidnapped", "kidnap"), 6, 1),
    ],
)
def test_who_is_freed_is_not_freed_where_he_was_taken(kind, verb, above, left):
    sentence = trees.tree(FREED.format(*verb, above))
    given = fillers(sentence, "Lisk", role="place")
    assert len(freed_elsewhere(sentence, sentence.tokens[1], kind, given)) == left


@pytest.mark.parametrize(("verb", "left"), [("deplores", 0), ("suffers", 1)])
def test_who_judges_a_deed_did_not_do_it(verb, left):
    sentence = trees.tree(
        f"UNICEF/UNICEF/PROPN/2/nsubj {verb}/{verb[:-1]}/VERB/0/root these/this/DET/4/det attacks/attack/NOUN/2/obj"
    )
    assert len(without_judges(sentence, sentence.tokens[3], fillers(sentence, "UNICEF"))) == left


ANSWERED = "Rebels/rebel/NOUN/2/nsubj {0}/{0}/VERB/0/root {1}/{1}/NOUN/4/compound offensive/offensive/NOUN/2/obj "


@pytest.mark.parametrize(
    ("verb", "whose", "left"),
    [("answer", "army", ["army"]), ("launch", "army", ["Rebels", "army"]), ("join", "army", ["Rebels", "army"])],
)
def test_who_answers_an_offensive_of_others_does_not_lead_it(verb, whose, left):
    sentence = trees.tree(ANSWERED.format(verb, whose))
    found = without_other_sides(sentence, sentence.tokens[3], fillers(sentence, "Rebels", whose))
    assert [trees.text_of(sentence)[f.start : f.end] for f in found] == left


def test_an_offensive_without_a_side_of_its_own_is_the_subjects():
    sentence = trees.tree(ANSWERED.format("answer", "summer"))
    given = fillers(sentence, "Rebels")
    assert without_other_sides(sentence, sentence.tokens[3], given) == given
