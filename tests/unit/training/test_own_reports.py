import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SPEC = importlib.util.spec_from_file_location("own_reports_build", ROOT / "training" / "own" / "build.py")
assert SPEC is not None
assert SPEC.loader is not None
own = importlib.util.module_from_spec(SPEC)
sys.modules[SPEC.name] = own
SPEC.loader.exec_module(own)

HEAD = "id: own-001\nregister: wire\nconflict: x\npublished: 2031-05-06\n\n"
TEXT = "The army took Ostry on Tuesday, an officer said. The army also shelled Lisk."


def one(*claims: str) -> tuple[dict, list[str]]:
    problems: list[str] = []
    return own.report("x", HEAD + TEXT + "\n---\n" + "\n".join(claims), problems), problems


def test_the_output_is_current():
    assert own.OUTPUT.read_text("utf-8") == own.build(), "run: python training/own/build.py"


def test_every_span_lies_in_its_text_and_begins_and_ends_with_a_word():
    for line in own.OUTPUT.read_text("utf-8").splitlines():
        report = json.loads(line)
        for claim in report["claims"]:
            for span in [claim["trigger"], *claim["roles"], *claim["speakers"]]:
                assert 0 <= span["start"] < span["end"] <= len(report["text"])
                quote = report["text"][span["start"] : span["end"]]
                assert quote == quote.strip(), (report["id"], quote)


def test_ids_are_unique_and_every_fifth_report_is_a_test_and_whole_wars_are_kept():
    reports = [json.loads(line) for line in own.OUTPUT.read_text("utf-8").splitlines()]
    assert len({r["id"] for r in reports}) == len(reports)
    kept_out = {r["id"] for r in reports if r["split"] == "test"}
    assert kept_out == {r["id"] for r in reports if int(r["id"][-3:]) % 5 == 0} | own.CLOSE_TO_SEED
    assert {r["conflict"] for r in reports if r["split"] == "kept"} == own.KEPT_WARS
    assert not own.KEPT_WARS & {r["conflict"] for r in reports if r["split"] != "kept"}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", r["published"]) for r in reports)


def test_aligns_a_claim():
    report, problems = one(
        "capture | took | actor=The army; place=Ostry; time=Tuesday | | an officer (said) | 2031-05-06 relative"
    )
    assert problems == []
    claim = report["claims"][0]
    assert [TEXT[r["start"] : r["end"]] for r in claim["roles"]] == ["The army", "Ostry", "Tuesday"]
    assert TEXT[claim["speakers"][0]["start"] :].startswith("an officer")
    assert claim["interval"] == {"earliest": "2031-05-06", "latest": "2031-05-06", "basis": "relative"}


def test_marks_what_another_sentence_gives():
    report, _ = one("shelling | shelled | actor=The army; place=Ostry")
    assert [r.get("carried", False) for r in report["claims"][0]["roles"]] == [False, True]
    assert report["claims"][0]["roles"][0]["start"] == TEXT.rindex("The army")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("capture | seized | actor=The army", "trigger"),
        ("conquest | took |", "unknown type"),
        ("capture | took | victim=Ostry", "no role"),
        ("capture | took | place=Tollen", "does not stand"),
        ("capture | took | place=Ostry#2", "only 1 times"),
        ("capture | took | time=Tuesday | | | 2031-05-07 relative", "wednesday"),
        ("capture | took | place=Ostry | maybe", "polarity"),
        ("capture | took | place=Ostry | | | soon relative", "no date"),
        ("capture | took | place=Ostry | | | | same=4", "earlier claim"),
        ("support | took | place=Ostry", "unknown type"),
    ],
)
def test_says_what_is_wrong(line, problem):
    _, problems = one(line)
    assert len(problems) == 1
    assert problem in problems[0]
