"""Nothing is lost: killed processes, full disks, a second process on the record, a record of someone else."""

import contextlib
import io
import json
import random
import runpy
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from situate.cli import main
from situate.settings import Settings

pytest.importorskip("resource", reason="limits of processes are those of POSIX")

CHILD = Path(__file__).with_name("child.py")
PLAIN = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "conftest.py"))
FULL = 40_000  # bytes; SQLite needs a file of 32 KiB beside a record to open it at all
REPORTS = 150
TOWNS = ("Raqqa", "Mosul", "Deir ez-Zor")
LISTS = ("reports", "claims", "events", "situation", "contradictions", "failures")


def report(number):
    day = f"2017-{number % 12 + 1:02}-{number % 28 + 1:02}"
    side, town = ("army", "militants")[number % 2], TOWNS[number % 3]
    text = (
        f"The {side} captured {town} on {day}, said source {number % 7}. The {side} bombed Brigade 9. Number {number}. "
    )
    return {"id": f"r{number:03}", "published": day, "outlet": f"Outlet {number % 5}", "text": text * 3}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Files of reports, fifty each, and one that is damaged."""
    folder = tmp_path_factory.mktemp("reports")
    for start in range(0, REPORTS, 50):
        lines = [json.dumps(report(number)) for number in range(start, start + 50)]
        (folder / f"{start:03}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "broken.jsonl").write_text("{no json", encoding="utf-8")
    return folder


def start(record, *arguments, pace=0.0, limit=0):
    command = [sys.executable, str(CHILD), str(pace), str(limit), *map(str, arguments), "--record", str(record)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(record, *arguments, **how):
    child = start(record, *arguments, **how)
    out, err = child.communicate(timeout=120)
    return child.returncode, out, err


def lists(record):
    """All that a record holds, as its commands write it, without the time at which reports came in."""
    found = {}
    for name in LISTS:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert main([name, "--format", "jsonl", "--record", str(record)], parts=PLAIN["PARTS"]) == 0
        rows = [json.loads(line) for line in out.getvalue().splitlines()]
        found[name] = [json.dumps({key: row[key] for key in row if key != "ingested_at"}) for row in rows]
    return found


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory):
    """What a run that nothing disturbs leaves behind, and how large its record is."""
    record = tmp_path_factory.mktemp("undisturbed") / "r.db"
    assert run(record, "read", folder)[0] == 0
    found = lists(record)
    assert (len(found["reports"]), len(found["failures"])) == (REPORTS, 1)
    assert len(found["claims"]) >= 2 * REPORTS
    return found, record.stat().st_size


def one_line(err, *words):
    lines = [line for line in err.splitlines() if not line.startswith("failed: ")]
    assert len(lines) == 1, err
    assert lines[0].startswith("situate: ")
    assert all(word in lines[0] for word in words), err


def killed(record, folder, after):
    """A run of ``read`` that is killed so many seconds after it began; whether it was still at work."""
    child = start(record, "read", folder, pace=0.01)
    time.sleep(after)
    child.kill()
    child.communicate()
    return child.returncode != 0


def check_kills(folder, undisturbed, record, chance, kills):
    cut = sum(killed(record, folder, chance.uniform(0.4, 2.2)) for _ in range(kills))
    assert run(record, "read", folder)[0] == 0
    assert lists(record) == undisturbed[0]
    assert main(["verify", "--record", str(record)]) == 0
    return cut


def test_a_killed_run_goes_on_and_leaves_the_same_bytes(folder, undisturbed, tmp_path):
    assert check_kills(folder, undisturbed, tmp_path / "r.db", random.Random(7), kills=3) >= 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_many_kills(folder, undisturbed, tmp_path, seed):
    assert check_kills(folder, undisturbed, tmp_path / "r.db", random.Random(seed), kills=6) >= 1


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_full_disk_while_reading(folder, undisturbed, tmp_path, share):
    before, size = undisturbed
    record = tmp_path / "r.db"
    status, out, err = run(record, "read", folder, limit=int(size * share))
    assert (status, out) == (2, "")
    one_line(err, "r.db", "Free some space")
    assert list(tmp_path.rglob("*.partial")) == []
    assert run(record, "read", folder)[0] == 0
    assert lists(record) == before
    assert main(["verify", "--record", str(record)]) == 0


@pytest.mark.parametrize("target", ["jsonl", "html"])
def test_a_full_disk_while_exporting(folder, tmp_path, target):
    record, output = tmp_path / "r.db", tmp_path / "out"
    assert run(record, "read", folder)[0] == 0
    output.write_text("an export of yesterday")
    status, out, err = run(record, "export", target, "-o", output, limit=FULL)
    assert (status, out) == (2, "")
    one_line(err, "No space is left", str(output), "Free some space")
    assert output.read_text() == "an export of yesterday"
    assert list(tmp_path.glob("*.partial")) == []
    assert run(record, "export", target, "-o", output)[0] == 0
    assert output.stat().st_size > FULL


def test_a_killed_export_leaves_the_old_file(folder, tmp_path):
    record, output = tmp_path / "r.db", tmp_path / "out.jsonl"
    assert run(record, "read", folder)[0] == 0
    output.write_text("an export of yesterday")
    for after in (0.3, 0.6, 0.9):
        child = start(record, "export", "jsonl", "-o", output)
        time.sleep(after)
        child.kill()
        child.communicate()
        if child.returncode == 0:
            break
        assert output.read_text() == "an export of yesterday" or output.read_text().endswith("}\n")
    assert run(record, "export", "jsonl", "-o", output)[0] == 0
    for line in output.read_text(encoding="utf-8").splitlines():
        json.loads(line)


def test_a_locked_record_is_told_and_can_still_be_asked(folder, tmp_path, monkeypatch, capsys, parts):
    record = tmp_path / "r.db"
    arguments = ["read", str(folder / "000.jsonl"), "--record", str(record)]
    assert main(arguments, parts=parts) == 0
    monkeypatch.setattr(Settings, "load", classmethod(lambda cls, environ=None: cls(busy_ms=50)))
    holder = sqlite3.connect(record, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    capsys.readouterr()
    assert main([*arguments[:1], str(folder / "050.jsonl"), *arguments[2:]], parts=parts) == 2
    one_line(capsys.readouterr().err, "r.db is in use by another process")
    assert main(["claims", "--format", "jsonl", "--record", str(record)], parts=parts) == 0
    assert len({json.loads(line)["report"] for line in capsys.readouterr().out.splitlines()}) == 50
    holder.execute("ROLLBACK")
    holder.close()
    assert main(arguments, parts=parts) == 0


@pytest.fixture
def parts():
    """The stages with a plain reader, as the unit tests have them."""
    return PLAIN["PARTS"]


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM report; END",
        "CREATE VIEW v AS SELECT * FROM claim",
        "ALTER TABLE claim ADD COLUMN extra TEXT",
    ],
)
def test_a_record_with_foreign_parts_is_refused_and_kept(folder, tmp_path, capsys, parts, change):
    record = tmp_path / "r.db"
    assert main(["read", str(folder / "000.jsonl"), "--record", str(record)], parts=parts) == 0
    with sqlite3.connect(record) as connection:
        connection.execute(change)
    connection.close()
    before = record.read_bytes()
    for command in (["read", str(folder / "050.jsonl")], ["claims"], ["verify"], ["export", "jsonl", "-o", "x"]):
        capsys.readouterr()
        assert main([*command, "--record", str(record)], parts=parts) == 2
        one_line(capsys.readouterr().err, "tables, views or triggers that situate did not make")
    assert record.read_bytes() == before


def test_a_second_reader_while_a_run_writes(folder, undisturbed, tmp_path):
    record = tmp_path / "r.db"
    writer = start(record, "read", folder, pace=0.02)
    seen = [0]
    while writer.poll() is None:
        if not record.exists() or record.stat().st_size == 0:
            time.sleep(0.05)
            continue
        status, out, err = run(record, "claims", "--format", "jsonl")
        if status == 0:
            seen.append(len([json.loads(line) for line in out.splitlines()]))
        else:
            assert "not a situate record yet" in err, err  # the moment in which it is made
    writer.communicate()
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert len(seen) > 2
    assert lists(record) == undisturbed[0]
