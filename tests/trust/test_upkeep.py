"""``forget``, ``merge`` and ``reread`` that are killed in the middle: all or nothing, and what was begun is finished."""

import contextlib
import io
import json
import os
import runpy
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from situate.cli import main
from situate.settings import Settings

pytest.importorskip("resource", reason="a process cannot kill itself so everywhere")

CUT = Path(__file__).with_name("cut.py")
PLAIN = runpy.run_path(str(CUT.parents[1] / "unit" / "conftest.py"))
SECRET = b"zanzibarquelle"
LISTS = ("reports", "claims", "events", "situation", "contradictions", "failures", "places", "speakers")


def report(number, said="an army source"):
    town = ("Raqqa", "Mosul", "Deir ez-Zor")[number % 3]
    text = f"The army captured {town} on 2017-09-{number + 1:02}, said {said}. The army bombed Brigade 9. {number}."
    return {"id": f"r{number}", "published": "2017-09-20", "outlet": f"Outlet {number % 3}", "text": text}


def read(record, name, rows):
    file = record.with_name(name)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run(record, "read", str(file)) == 0
    file.unlink()


def run(record, *arguments):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*arguments, "--record", str(record)], parts=PLAIN["PARTS"])


def killed(record, point, calls, *arguments, model="plain 1"):
    command = [sys.executable, str(CUT), point, str(calls), *map(str, arguments), "--record", str(record)]
    return subprocess.run(command, capture_output=True, env=os.environ | {"SITUATE_MODEL": model}).returncode < 0


def lists(record):
    found = {}
    for name in LISTS:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert main([name, "--format", "jsonl", "--record", str(record)], parts=PLAIN["PARTS"]) == 0
        rows = [json.loads(line) for line in out.getvalue().splitlines()]
        found[name] = [{key: row[key] for key in row if key != "ingested_at"} for row in rows]
    return found


def holding(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if SECRET in path.read_bytes().lower()]


@pytest.fixture
def record(tmp_path):
    """A record of three reports, the last of which has words of its own."""
    record = tmp_path / "r" / "r.db"
    record.parent.mkdir()
    read(record, "a.jsonl", [report(0), report(1)])
    read(record, "b.jsonl", [report(2, "Zanzibarquelle")])
    return record


@pytest.mark.parametrize("point", ["situate.store.erasing:_without_claims", "situate.store.erasing:_bury"])
def test_forgetting_that_is_killed_before_its_end_erases_nothing(record, point):
    before = lists(record)
    assert killed(record, point, 1, "forget", "r2")
    assert lists(record) == before
    assert run(record, "verify") == 0
    assert run(record, "forget", "r2") == 0
    assert holding(record.parent) == []


@pytest.mark.parametrize("point", ["situate.pipeline.forgetting:tidy", "situate.store.erasing:scrub"])
def test_forgetting_that_is_killed_at_its_end_is_finished_later(record, point):
    assert killed(record, point, 1, "forget", "r2")
    assert [one["id"] for one in lists(record)["reports"]] == ["r0", "r1"]
    assert "r.db" not in holding(record.parent)  # opening it has finished the work in the file
    assert run(record, "forget", "r2") == 0  # what was forgotten before is tidied up
    assert holding(record.parent) == []
    assert run(record, "verify") == 0


@pytest.mark.parametrize(
    ("point", "calls"), [("situate.store.taking:Taking._add", 2), ("situate.store.writing:mend", 1)]
)
def test_merging_that_is_killed_takes_in_nothing(record, tmp_path, point, calls):
    other = tmp_path / "o" / "o.db"
    other.parent.mkdir()
    read(other, "c.jsonl", [report(3), report(1, "someone else"), report(5)])
    whole = tmp_path / "whole"
    shutil.copytree(record.parent, whole)
    assert run(whole / "r.db", "merge", str(other)) == 0
    before = lists(record)
    assert killed(record, point, calls, "merge", other)
    assert lists(record) == before
    assert run(record, "merge", str(other)) == 0
    assert lists(record) == lists(whole / "r.db")
    assert run(record, "verify") == 0


def test_rereading_that_is_killed_goes_on(record, tmp_path):
    whole, end = tmp_path / "whole", "situate.store.record:SqlStore.close"
    shutil.copytree(record.parent, whole)
    assert killed(whole / "r.db", end, 1, "reread", model="plain 2")
    assert killed(record, "situate.store.writing:add_version", 3, "reread", model="plain 2")
    assert killed(record, end, 1, "reread", model="plain 2")
    assert lists(record) == lists(whole / "r.db")
    assert {one["version"] for one in lists(record)["reports"]} == {2}
    assert run(record, "verify") == 0


def test_while_another_process_reads_it_is_erased_and_overwritten_later(record, monkeypatch, capsys):
    monkeypatch.setattr(Settings, "load", classmethod(lambda cls, environ=None: cls(busy_ms=50)))
    reader = sqlite3.connect(record, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM report").fetchone() == (3,)
    assert main(["forget", "r2", "--record", str(record)], parts=PLAIN["PARTS"]) == 2
    assert "another process still reads" in capsys.readouterr().err
    assert [one["id"] for one in lists(record)["reports"]] == ["r0", "r1"]
    assert holding(record.parent) != []
    reader.close()
    assert run(record, "verify") == 0
    assert holding(record.parent) == []
