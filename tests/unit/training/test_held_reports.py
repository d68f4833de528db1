"""The reports that are kept for measuring, and those that rules are written on, stand in no file of training."""

import json
from pathlib import Path

import pytest

from situate.evaluate.claims import ANNOTATED

ROOT = Path(__file__).parents[3]
HELD = [json.loads(line) for line in (ROOT / "training/held.jsonl").read_text("utf-8").splitlines()]
FRESH = [json.loads(line) for line in (ROOT / "training/fresh.jsonl").read_text("utf-8").splitlines()]


def ids(path):
    return {json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()}


def test_at_least_twenty_reports_are_kept_and_none_is_trained_on():
    held = {row["id"] for row in HELD}
    assert len(held) == len(HELD) >= 20
    assert not held & ids(ROOT / "training/annotations.jsonl")


@pytest.mark.shared
def test_none_is_an_annotated_report_of_the_folds():
    path = ROOT.parent / "shared/annotated/dev.jsonl"
    if not path.is_file():
        pytest.skip("the shared material is not beside the repository")
    assert not {row["id"] for row in HELD} & ids(path)


def test_the_development_set_is_none_of_both():
    fresh = {row["id"] for row in FRESH}
    assert len(fresh) == len(FRESH) >= 16
    assert not fresh & {row["id"] for row in HELD}
    assert not fresh & ids(ROOT / "training/annotations.jsonl")


def test_they_hold_offsets_and_no_text():
    for row in (*HELD, *FRESH):
        assert set(row) == {"data", "id", "sha256", "outlet", "published", "claims"}
        assert {claim["type"] for claim in row["claims"]} <= ANNOTATED
