"""Triggers in doubt are read again without the names that may sway them."""

from __future__ import annotations

import dataclasses
import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.encoding.neutral import NEUTRAL, doubted, weighed
from situate.extract.encoding.shown import Unit, inputs_without, shapes_of
from situate.extract.encoding.wordpiece import START, STOP, UNKNOWN, Wordpieces
from situate.model.sentence import Sentence
from situate.text.tokens import words

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)
text_of, tree = trees.text_of, trees.tree

WORDPIECES = Wordpieces([UNKNOWN, START, STOP, NEUTRAL, "left", "the", "town", ".", *"abcdefghijklmnopqrstuvwxyz"])
LEFT = tree(
    "rebels/rebel/NOUN/6/nsubj of/of/ADP/5/case the/the/DET/5/det Amber/Amber/PROPN/5/compound "
    "Brigade/Brigade/PROPN/1/nmod left/leave/VERB/0/root the/the/DET/8/det town/town/NOUN/6/obj",
    triggers=[("left", "withdraw")],
    mentions=[("the Amber Brigade", "Organisation")],
)


def _scored(sentence: Sentence, score: float) -> Sentence:
    return dataclasses.replace(sentence, triggers=tuple(dataclasses.replace(t, score=score) for t in sentence.triggers))


def _told(sentence: Sentence) -> tuple[list[str], list[tuple[int, int]]]:
    triggers, names = doubted(sentence)
    return [text_of(sentence)[t.start : t.end] for t in triggers], names


def test_an_unsure_trigger_is_read_without_the_whole_phrase_that_names_its_doer() -> None:
    assert _told(_scored(LEFT, 0.4)) == (["left"], [(0, 5)])


def test_faint_triggers_are_in_doubt_too() -> None:
    faint = _scored(LEFT, 0.25)
    faint = dataclasses.replace(faint, triggers=(), faint=faint.triggers)
    assert _told(faint) == (["left"], [(0, 5)])


@pytest.mark.parametrize("score", [0.05, 0.6, 0.95])
def test_what_is_sure_or_hardly_there_is_not_read_again(score: float) -> None:
    assert _told(_scored(LEFT, score)) == ([], [])


def test_places_and_people_without_a_name_stay() -> None:
    assert _told(_scored(dataclasses.replace(LEFT, mentions=()), 0.4)) == ([], [])
    place = tuple(dataclasses.replace(m, label="Location") for m in LEFT.mentions)
    assert _told(_scored(dataclasses.replace(LEFT, mentions=place), 0.4)) == ([], [])


def test_a_name_in_another_clause_sways_nothing() -> None:
    far = tree(
        "Men/man/NOUN/2/nsubj left/leave/VERB/0/root and/and/CCONJ/6/cc it/it/PRON/6/nsubj was/be/AUX/6/cop "
        "known/know/VERB/2/conj that/that/SCONJ/10/mark he/he/PRON/10/nsubj had/have/AUX/10/aux told/tell/VERB/6/ccomp "
        "Hamas/Hamas/PROPN/10/obj",
        triggers=[("left", "withdraw")],
        mentions=[("Hamas", "Organisation")],
    )
    assert _told(_scored(far, 0.4)) == ([], [])


NAMES = st.lists(st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True), min_size=1, max_size=5)


@given(NAMES, NAMES)
def test_the_encoder_is_shown_the_same_whatever_the_name(one: list[str], other: list[str]) -> None:
    shown = [_shown(name) for name in (one, other)]
    assert (shown[0]["input_ids"] == shown[1]["input_ids"]).all()
    assert (shown[0]["shape_ids"] == shown[1]["shape_ids"]).all()
    for name, inputs in zip((one, other), shown, strict=True):
        first = inputs["first"][0].tolist()
        assert len(first) == len(name) + 4  # every word keeps its place
        assert first[: len(name)] == [first[0]] * len(name)
        assert first == sorted(first)


def _shown(name: list[str]) -> dict:
    text = f"{' '.join(name)} left the town."
    places = words(text)
    written = [text[a:b] for a, b in places]
    unit = Unit(0, len(text), tuple(places), tuple(map(WORDPIECES.pieces, written)), shapes_of(written))
    return inputs_without(unit, [(0, len(name))], WORDPIECES)


def test_two_readings_of_a_word_weigh_alike_and_others_stay() -> None:
    first = np.log(np.array([[0.6, 0.4], [0.9, 0.1]], dtype=np.float32))
    again = np.log(np.array([[0.2, 0.8], [0.1, 0.9]], dtype=np.float32)) + 3  # scores need not be normed
    told = weighed(first, again, [0])
    assert told[0] == pytest.approx(np.log([0.6 * 0.2, 0.4 * 0.8]) / 2, abs=1e-6)
    assert (told[1] == first[1]).all()
