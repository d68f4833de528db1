import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.evaluate import snippets
from situate.model.claim import Claim, Codes, Evidence
from situate.model.span import Span

LABELS = Path(__file__).parents[3] / "benchmarks/acled_snippets.jsonl"
TEXT = "Before. Gunmen shot a farmer in Ostry. After."
WORDS = "Gunmen shot a farmer in Ostry."
ROW = {
    "data": "made", "id": "m1", "start": 8, "end": 38, "sha256": hashlib.sha256(WORDS.encode()).hexdigest(),
    "half": "held", "first": "Attack", "second": "Armed clash", "label": "Attack",
}  # fmt: skip
maybe = st.sampled_from(["Attack", "Arrests", "Agreement", None])


def claim(acled, salience, modality="actual", polarity="positive"):
    return Claim(
        id="c", report="r", type="kill", trigger=Evidence(span=Span(0, 1), quote="x"), codes=Codes(acled=acled),
        salience=salience, modality=modality, polarity=polarity,
    )  # fmt: skip


def test_a_label_is_counted_on_its_own_words_only():
    label = snippets.label_of(ROW)
    assert label.snippet(TEXT) == WORDS
    with pytest.raises(ValueError, match="other words"):
        label.snippet(TEXT.replace("farmer", "former"))


@pytest.mark.parametrize("row", [{**ROW, "label": "Murder"}, {k: v for k, v in ROW.items() if k != "second"}])
def test_a_label_of_another_shape_is_refused(row):
    with pytest.raises((ValueError, KeyError)):
        snippets.label_of(row)


def test_the_main_claim_is_the_most_salient_of_what_took_place():
    told = [claim("Attack", 0.4), claim("Agreement", 0.9, "planned"), claim("Other", 0.8, polarity="negative")]
    assert snippets.string_of(told) == "Attack"
    assert snippets.string_of([claim("Attack", 0.4), claim("Arrests", 0.4)]) == "Attack"
    assert snippets.string_of([claim(None, 0.9), claim("Attack", 0.4)]) is None
    assert snippets.string_of([]) is None


def test_shares_of_all_by_half_and_by_string():
    label = snippets.label_of(ROW)
    other = replace(label, half="development", label=None, first=None, second=None)
    figures = snippets.score([(label, "Attack"), (label, None), (other, None), (other, "Attack")])
    assert (figures["snippets"], figures["accuracy"]) == (4, 0.5)
    assert figures["held"] == figures["development"] == {"snippets": 2, "accuracy": 0.5}
    assert figures["by_string"] == {
        "Attack": {"snippets": 2, "accuracy": 0.5}, "none": {"snippets": 2, "accuracy": 0.5},
    }  # fmt: skip
    assert figures["readings"]["same"] == 0.5


def test_kappa_of_a_known_table():
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert snippets.kappa(pairs) == 0.4


@given(st.lists(st.tuples(maybe, maybe), max_size=30))
def test_kappa_is_even_and_at_most_one(pairs):
    found = snippets.kappa(pairs)
    assert found == snippets.kappa([(b, a) for a, b in pairs])
    assert found <= 1
    if pairs and all(a == b for a, b in pairs):
        assert found == 1


def test_the_labels_are_whole():
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    labels = [snippets.label_of(row) for row in rows]
    assert len(labels) == len({label.sha256 for label in labels}) == 200
    assert [label.half for label in sorted(labels, key=lambda x: x.sha256)] == ["development"] * 100 + ["held"] * 100
    assert all(row["label"] == row["first"] for row in rows if row["first"] == row["second"])
    assert all(row.get("why") for row in rows if row["first"] != row["second"])
    assert not any("text" in row for row in rows)
