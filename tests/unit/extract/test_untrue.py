"""Reports that are said to be untrue, who is alive, and what follows a colon, over hand-made trees."""

import importlib.util
from pathlib import Path

import pytest

from situate.extract.claims import certainty_cues
from situate.extract.mending import still_alive
from situate.extract.retelling import antecedents
from situate.extract.retyping import on_a_mine
from situate.extract.roles import Filler
from situate.extract.untrue import untrue
from situate.extract.whereabouts import somewhere
from situate.ontology import load

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)
CUES = certainty_cues(load())
REPORT = "Reports/report/NOUN/0/root that/that/SCONJ/4/mark rebels/rebel/NOUN/4/nsubj took/take/VERB/1/acl Lisk/Lisk/PROPN/4/obj "


@pytest.mark.parametrize(
    ("end", "so"),
    [
        ("are/be/AUX/7/cop untrue/untrue/ADJ/4/ccomp", True),
        ("are/be/AUX/8/cop not/not/PART/8/advmod true/true/ADJ/4/ccomp", True),
        ("are/be/AUX/7/cop true/true/ADJ/4/ccomp", False),
        ("are/be/AUX/8/cop a/a/DET/8/det lie/lie/NOUN/4/ccomp", True),
        ("came/come/VERB/1/ccomp late/late/ADV/6/advmod", False),
        (";/;/PUNCT/1/punct others/other/NOUN/9/nsubj are/be/AUX/9/cop untrue/untrue/ADJ/1/parataxis", False),
    ],
)
def test_what_is_reported_and_called_untrue_is_denied(end, so):
    sentence = trees.tree(REPORT + end)
    assert untrue(sentence, sentence.tokens[3], CUES) is so


def test_what_is_told_in_no_report_is_not_denied_by_a_later_word():
    told = trees.tree(
        "Rebels/rebel/NOUN/2/nsubj took/take/VERB/0/root it/it/PRON/2/obj ,/,/PUNCT/6/punct claims/claim/NOUN/6/nsubj "
        "are/be/AUX/7/cop untrue/untrue/ADJ/2/parataxis"
    )
    assert not untrue(told, told.tokens[1], CUES)


def test_who_is_taken_away_is_alive_unless_a_word_says_otherwise():
    told = trees.tree("They/they/PRON/2/nsubj took/take/VERB/0/root 29/29/NUM/4/nummod people/people/NOUN/2/obj")
    people = Filler("killed", told.tokens[2].start, told.tokens[3].end)
    assert [f.role for f in still_alive(told, "detain", [people])] == ["affected"]
    assert [f.role for f in still_alive(told, "airstrike", [people])] == ["killed"]
    shot = trees.tree("They/they/PRON/2/nsubj killed/kill/VERB/0/root 29/29/NUM/4/nummod people/people/NOUN/2/obj")
    assert [f.role for f in still_alive(shot, "detain", [people])] == ["killed"]


def test_they_are_the_peoples_column_and_not_the_people():
    told = trees.tree(
        "People/people/NOUN/3/nmod:poss 's/'s/PART/1/case Column/column/PROPN/4/nsubj came/come/VERB/0/root and/and/CCONJ/7/cc "
        "they/they/PRON/7/nsubj took/take/VERB/4/conj it/it/PRON/7/obj",
        mentions=[("People 's Column", "Organisation"), ("People", "Organisation")],
    )
    text = trees.text_of(told).replace("People 's Column", "People's Column ")
    assert antecedents(text, [told])[told.tokens[5].start] == "People's Column "


def test_what_hits_a_mine_is_blown_up():
    told = trees.tree(
        "A/a/DET/2/det bus/bus/NOUN/3/nsubj hit/hit/VERB/0/root a/a/DET/5/det mine/mine/NOUN/3/obj",
        triggers=[("hit", "airstrike")],
    )
    assert on_a_mine(told, told.triggers[0]).label == "explosion"
    house = trees.tree(
        "Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root a/a/DET/4/det house/house/NOUN/2/obj",
        triggers=[("hit", "airstrike")],
    )
    assert on_a_mine(house, house.triggers[0]).label == "airstrike"


def test_what_follows_a_colon_is_where_the_clause_before_it_is():
    free = trees.tree(
        "Lisk/Lisk/PROPN/3/nsubj is/be/AUX/3/cop free/free/ADJ/0/root :/:/PUNCT/6/punct rebels/rebel/NOUN/6/nsubj "
        "ousted/oust/VERB/3/parataxis them/they/PRON/6/obj",
        mentions=[("Lisk", "Location")],
    )
    assert [f.role for f in somewhere(free, free.tokens[5], "withdraw", [])] == ["origin"]
    line = trees.tree(
        "Lisk/Lisk/PROPN/4/dep :/:/PUNCT/1/punct rebels/rebel/NOUN/4/nsubj ousted/oust/VERB/0/root them/they/PRON/4/obj",
        mentions=[("Lisk", "Location")],
    )
    assert somewhere(line, line.tokens[3], "capture", []) == []  # a dateline is none
