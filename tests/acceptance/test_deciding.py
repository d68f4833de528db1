"""A reviewer settles a contradiction of the sample reports, sees what follows, and takes it back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from situate import open as open_record
from situate.cli import main
from situate.samples import paths


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("deciding") / "r.db"
    with open_record(found) as made:
        made.read([path for path in paths() if "deir" in str(path)])
    return found


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_toll_is_settled_and_opened_again(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def listed() -> dict[str, dict[str, object]]:
        out = said(capsys, "contradictions", "--record", record, "--format", "jsonl")[1]
        return {one["id"]: one for one in map(json.loads, out.splitlines())}

    def events() -> str:
        return said(capsys, "events", "--record", record, "--format", "jsonl", "--states")[1]

    before, told = listed(), events()
    (toll,) = [one for one in before.values() if one["field"] == "killed"]
    status, out, _ = said(
        capsys, "decide", toll["id"], "at least", "--by", "Ann", "--reason", "two lists", "--record", record
    )
    assert (status, " by Ann: two lists" in out) == (0, True)
    now = listed()
    assert now.keys() == before.keys()
    assert now[toll["id"]]["status"] == "resolved"
    assert now[toll["id"]]["values"] == toll["values"]
    assert now[toll["id"]]["about"] in events()
    assert events() != told
    assert "two lists" in said(capsys, "explain", toll["id"], "--record", record)[1]
    assert said(capsys, "verify", "--record", record)[0] == 0
    status, _, err = said(capsys, "decide", toll["id"], "300", "--record", record)
    assert (status, "--undo" in err) == (2, True)
    assert said(capsys, "decide", "--undo", toll["id"], "--record", record)[0] == 0
    assert (listed(), events()) == (before, told)


@pytest.mark.parametrize(
    "words", [["x:none", "300"], ["x:", "300"], ["x:zz", "--undo"], ["x:1"], ["x:1", "2", "--undo"]]
)
def test_what_cannot_be_decided_is_one_line(record: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    status, out, err = said(capsys, "decide", *words, "--record", record)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_the_same_from_python(record: Path) -> None:
    with open_record(record) as opened:
        (toll,) = [one for one in opened.contradictions() if one.field == "killed"]
        value = next(value for value, _ in toll.values if value.startswith("at least"))
        opened.decide(toll.id, value, by="Ann")
        assert {one.status for one in opened.contradictions() if one.id == toll.id} == {"resolved"}
        opened.undecide(toll.id, by="Ann")
        assert {one.status for one in opened.contradictions() if one.id == toll.id} == {"open"}


def test_what_is_taken_back_can_be_decided_again_in_the_same_second(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("situate.pipeline.library.utc_now", lambda: "2026-11-01T12:00:00Z")
    with open_record(record) as opened:
        (toll,) = [one for one in opened.contradictions() if one.field == "killed"]
        for _ in range(3):
            opened.decide(toll.id, toll.values[0][0], by="Ann")
            assert {one.status for one in opened.contradictions() if one.id == toll.id} == {"resolved"}
            opened.undecide(toll.id, by="Ann")
            assert {one.status for one in opened.contradictions() if one.id == toll.id} == {"open"}


def test_exports_count_the_dead_that_were_decided_for(record: Path, tmp_path: Path) -> None:
    def dead(number: int) -> str:
        path = tmp_path / f"{number}.csv"
        assert main(["export", "acled", "-o", str(path), "--record", str(record)]) == 0
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return next(r["fatalities"] for r in csv.DictReader(stream) if toll.about in r["situate_event_id"])

    with open_record(record) as opened:
        (toll,) = [one for one in opened.contradictions() if one.field == "killed"]
        for number, (value, _) in enumerate(toll.values):
            opened.decide(toll.id, value, by="Ann")
            assert dead(number) == value.removeprefix("at least ")
            opened.undecide(toll.id, by="Ann")
