"""The marked mentions that antecedents are learned from, held to the texts that they are of."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TRAINING = Path(__file__).resolve().parents[3] / "training"
KINDS = {
    "Organisation", "Person", "Location", "Nationality", "Temporal", "Quantity", "Weapon", "Vehicle", "MilitaryPlatform",
    "DocumentReference", "Money", "Coordinate", "CommsIdentifier", "Frequency", "thing", "pronoun",
}  # fmt: skip


@pytest.fixture(scope="module")
def marked() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (TRAINING / "marks.jsonl").open(encoding="utf-8")]


def test_no_report_is_marked_twice(marked: list[dict[str, Any]]) -> None:
    assert max(Counter((one["data"], one["id"]) for one in marked).values()) == 1
    assert len(marked) == 585


def test_marks_of_own_reports_lie_within_the_text_that_was_marked(marked: list[dict[str, Any]]) -> None:
    own = {row["id"]: row for row in map(json.loads, (TRAINING / "own/reports.jsonl").open(encoding="utf-8"))}
    for one in marked:
        if one["data"] == "own":
            text = own[one["id"]]["text"]
            assert own[one["id"]]["split"] == "train"
            assert hashlib.sha256(text.encode()).hexdigest() == one["sha256"]
            assert all(0 <= start < end <= len(text) for start, end, *_ in one["marks"])
            assert all(text[start:end].strip() == text[start:end] for start, end, *_ in one["marks"])


def test_marks_have_a_kind_and_numbers(marked: list[dict[str, Any]]) -> None:
    for _, _, kind, numbers, pronoun in (mark for one in marked for mark in one["marks"]):
        assert kind in KINDS
        assert (kind == "pronoun") <= bool(pronoun and not numbers)
        assert not pronoun or numbers or kind == "pronoun"


def test_no_report_of_which_links_are_only_counted_is_marked(marked: list[dict[str, Any]]) -> None:
    files = sorted((TRAINING.parent / "benchmarks").glob("actor_links*.jsonl"))
    labels = [json.loads(line) for file in files for line in file.open(encoding="utf-8")]
    held = {(label["data"], label["id"]) for label in labels if label["half"] == "held"}
    assert held
    assert not held & {(one["data"], one["id"]) for one in marked}
