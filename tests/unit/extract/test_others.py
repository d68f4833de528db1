"""Doers of another clause, and regimes that are no government: over hand-made trees."""

import pytest
import trees

from situate.extract.others import in_relative_clause, without_regimes_of_calm
from situate.extract.roles import Filler

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
