"""Decisions beside another process: one that reads, one that decides the opposite, one that is killed on the way."""

from __future__ import annotations

import json
import runpy
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from situate.cli import main
from situate.errors import BadArgument
from situate.model.settling import settles, standing
from situate.pipeline import settling
from situate.pipeline.deriving import refreshed
from situate.settings import Settings
from situate.store import Opening, open_record

pytest.importorskip("resource", reason="limits of processes are those of POSIX")

FAULTS = runpy.run_path(str(Path(__file__).with_name("test_faults.py")))
start, run, lists, report, PARTS = (FAULTS[name] for name in ("start", "run", "lists", "report", "PLAIN"))
PARTS = PARTS["PARTS"]
CUT = Path(__file__).with_name("cut.py")
NOW = "2026-01-01T00:00:00Z"


def written(folder, name, reports):
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    return path


def here(record, *arguments):
    """Run a command in this process, with the plain reader; its status."""
    return main([*map(str, arguments), "--record", str(record)], parts=PARTS)


@pytest.fixture
def disputed(tmp_path):
    """Two reports of who holds a base on one day."""
    text = "The {} hold Brigade 9 on 2017-09-04, said a resident. "
    sides = {"Alpha": "army", "Beta": "militants"}
    return written(
        tmp_path,
        "disputed",
        [
            {"id": outlet, "published": "2017-09-05", "outlet": outlet, "text": text.format(side)}
            for outlet, side in sides.items()
        ],
    )


@pytest.fixture
def record(disputed, tmp_path):
    found = tmp_path / "r.db"
    assert here(found, "read", disputed) == 0
    return found


def the_dispute(record):
    """The one contradiction of the record that is about these two reports, and its values."""
    with open_record(record, Opening()) as store:
        (found,) = refreshed(store, PARTS).contradictions()
    values = [value for value, _ in found.values]
    assert len(values) == 2
    return found, values


def decided(record):
    """The decisions that stand, by what they are on."""
    with open_record(record, Opening()) as store:
        return [(settles(one), one.action, one.value) for one in standing(store.decisions(as_made=True))]


def test_a_decision_that_another_came_before_is_not_made(record, monkeypatch):
    found, (first, second) = the_dispute(record)
    look, others = settling._meant, []

    def meanwhile(store, given):
        one = look(store, given)
        if not others:
            others.append(run(record, "decide", found.id, second, "--by", "Ben"))
        return one

    monkeypatch.setattr(settling, "_meant", meanwhile)
    with open_record(record, Opening()) as store, pytest.raises(BadArgument, match="by Ben"):
        settling.settle(store, found.id, first, by="Ann", now=NOW, parts=PARTS)
    assert others[0][0] == 0, others
    assert [row[1:] for row in decided(record) if row[1] == "accept"] == [("accept", second)]
    assert len(decided(record)) == 2


def test_of_two_opposite_decisions_at_once_one_is_made(record):
    found, values = the_dispute(record)
    both = [start(record, "decide", found.id, value, "--by", "Ann") for value in values]
    told = [(child.communicate(timeout=120)[1], child.returncode) for child in both]
    assert sorted(status for _, status in told) == [0, 2], told
    (refused,) = [err for err, status in told if status]
    assert "is settled" in refused
    assert "--undo" in refused
    (winner,) = [value for value, (_, status) in zip(values, told, strict=True) if status == 0]
    assert [value for _, action, value in decided(record) if action == "accept"] == [winner]
    (now,) = [json.loads(line) for line in lists(record)["contradictions"]]
    assert now["status"] == "resolved"
    assert main(["verify", "--record", str(record)]) == 0


def test_decisions_while_another_process_reads_are_kept(record, disputed, tmp_path):
    found, (value, _) = the_dispute(record)
    undisturbed = tmp_path / "u.db"
    more = written(tmp_path, "more", [report(number) for number in range(60)])
    reading = start(record, "read", more, pace=0.02)
    made = 0
    while made < 2 or (reading.poll() is None and made < 10):
        assert here(record, "decide", found.id, value, "--by", f"Ann {made}") == 0
        assert here(record, "decide", "--undo", found.id, "--by", f"Ben {made}") == 0
        made += 1
    assert here(record, "decide", found.id, value, "--by", "Ann") == 0
    _, err = reading.communicate(timeout=120)
    assert reading.returncode == 0, err
    assert here(undisturbed, "read", disputed, more) == 0
    assert here(undisturbed, "decide", found.id, value, "--by", "Ann") == 0
    one, other = lists(record), lists(undisturbed)
    for name in ("reports", "claims", "events", "situation"):
        assert one[name] == other[name]
    assert main(["verify", "--record", str(record)]) == 0


@pytest.mark.parametrize(
    ("point", "kept"),
    [("situate.store.writing:add_decision", 0), ("situate.pipeline.settling:derive", 2)],
)
def test_a_killed_decision_is_made_whole_or_not_at_all(record, point, kept):
    found, (value, _) = the_dispute(record)
    calls = "2" if kept == 0 else "1"
    command = [sys.executable, str(CUT), point, calls, "decide", found.id, value, "--by", "Ann"]
    done = subprocess.run([*command, "--record", str(record)], capture_output=True, text=True, timeout=120)
    assert done.returncode < 0, done.stderr
    assert len(decided(record)) == kept
    assert here(record, "decide", found.id, value, "--by", "Ann") == (2 if kept else 0)
    assert len(decided(record)) == 2
    (now,) = [json.loads(line) for line in lists(record)["contradictions"]]
    assert now["status"] == "resolved"
    assert main(["verify", "--record", str(record)]) == 0


def test_a_decision_on_a_record_in_use_is_one_clear_line(record, monkeypatch, capsys):
    found, (value, _) = the_dispute(record)
    monkeypatch.setattr(Settings, "load", classmethod(lambda cls, environ=None: cls(busy_ms=50)))
    holding = sqlite3.connect(record, isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")
    try:
        assert main(["decide", found.id, value, "--by", "Ann", "--record", str(record)], parts=PARTS) == 2
    finally:
        holding.execute("ROLLBACK")
        holding.close()
    (line,) = capsys.readouterr().err.splitlines()
    assert "in use by another process" in line
    assert decided(record) == []
