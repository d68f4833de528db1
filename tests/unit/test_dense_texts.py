"""The dense texts of the benchmarks ask what can be answered: their words stand in the text, their keys are known."""

from pathlib import Path

import pytest
import yaml

from situate.ontology import load

FILES = sorted((Path(__file__).parents[2] / "benchmarks/dense").glob("*.yaml"))
KEYS = {"at", "nth", "type", "place", "when", "says", "is"}
KEYS |= {"killed", "wounded", "affected", "goods", "area", "distance"}
SURE = {"actual", "planned", "possible", "attempted", "negative"}


def several(value):
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dense_text_asks_what_can_be_answered(path):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.read_text(encoding="utf-8").startswith("# Written for this project")
    assert told["half"] == ("held" if path.stem.startswith("held-") else "looked_at")
    types = {*load().types, "none"}
    for row in told["rows"]:
        assert set(row) <= KEYS, row
        assert told["text"].count(row["at"]) >= row.get("nth", 1), row
        assert set(several(row.get("type", "none"))) <= types, row
        assert set(several(row.get("is", "actual"))) <= SURE, row


def test_there_are_texts_of_both_halves():
    halves = {path.stem.startswith("held-") for path in FILES}
    assert halves == {True} or halves == {True, False}
