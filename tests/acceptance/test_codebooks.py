"""Every string of ACLED and every type of PLOVER comes out of sentences written for it, through the packaged model."""

from pathlib import Path

import pytest
import yaml

import situate
from situate.evaluate.snippets import string_of
from situate.ontology.schema import ACLED_SUB_EVENTS, PLOVER_TYPES

TABLE = yaml.safe_load((Path(__file__).parents[1] / "data" / "codebooks.yaml").read_text("utf-8"))
DAY = "2024-05-06"


def sentences(book):
    return [(code, text) for code, texts in TABLE[book].items() for text in texts]


def test_both_codebooks_are_whole():
    assert set(TABLE["acled"]) == set(ACLED_SUB_EVENTS)
    assert set(TABLE["plover"]) == set(PLOVER_TYPES)
    assert len({text for _, text in sentences("acled")}) == len(sentences("acled"))


@pytest.mark.parametrize(("string", "text"), sentences("acled"))
def test_the_news_of_a_sentence_has_its_string_of_acled(string, text):
    assert string_of(situate.extract(text, published=DAY)) == string


@pytest.mark.parametrize(("root", "text"), sentences("plover"))
def test_a_claim_of_a_sentence_has_its_type_of_plover(root, text):
    found = {(claim.codes.plover or "").split("-")[0] for claim in situate.extract(text, published=DAY)}
    assert root in found


@pytest.mark.parametrize(("string", "gap"), [(s, gap) for s, gaps in TABLE["gaps"].items() for gap in gaps])
def test_a_gap_that_closes_moves_up(string, gap):
    assert gap["why"]
    assert string_of(situate.extract(gap["text"], published=DAY)) != string
