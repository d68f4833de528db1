"""A record file as it may be met: missing, foreign, newer, older, damaged, tampered with, locked, on a full disk."""

import os
import random
import sqlite3
import struct
import subprocess
import sys
import textwrap

import pytest

from situate.errors import BadRecord, NoSpace, NoSuchFile, NoSuchRecord, RecordBusy, SituateError
from situate.model.record import Entry
from situate.model.report import Report
from situate.store import Opening, open_record, opening
from situate.store.migrations import SCHEMA_VERSION

NEW = Opening(create=True)
NOW = "2026-01-02T03:04:05Z"


def entry(name, text="The army captured Raqqa. "):
    return Entry(report=Report(id=name, text=text * 20, published="2017-09-05"), claims=(), extractor="m")


@pytest.fixture
def path(tmp_path):
    with open_record(tmp_path / "r.db", NEW) as store:
        store.add([entry(f"r{n}") for n in range(30)], [], now=NOW)
    return tmp_path / "r.db"


def reports(path):
    with open_record(path) as store:
        return [kept.report.id for kept in store.reports()]


def change(path, *statements):
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_closed_record_is_one_file_with_our_mark(path):
    assert [one.name for one in path.parent.iterdir()] == ["r.db"]
    header = path.read_bytes()[:100]
    assert struct.unpack(">I4xI", header[60:72]) == (SCHEMA_VERSION, opening.APPLICATION_ID)


def test_only_read_creates_a_record(tmp_path):
    with pytest.raises(NoSuchRecord, match="situate read"):
        open_record(tmp_path / "r.db")
    with pytest.raises(NoSuchFile):
        open_record(tmp_path / "no" / "r.db", NEW)
    with pytest.raises(BadRecord, match="folder"):
        open_record(tmp_path, NEW)


@pytest.mark.parametrize(
    "content", [b"x", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\x00" * 4096, b"\x00" * 200]
)
def test_a_file_of_another_kind_is_refused_and_kept(tmp_path, content):
    path = tmp_path / "r.db"
    path.write_bytes(content)
    for how in (Opening(), NEW):
        with pytest.raises(BadRecord, match="not a situate record"):
            open_record(path, how)
    assert path.read_bytes() == content


def test_an_empty_file_may_become_a_record(tmp_path):
    (tmp_path / "r.db").touch()
    with pytest.raises(BadRecord):
        open_record(tmp_path / "r.db")
    with open_record(tmp_path / "r.db", NEW) as store:
        assert list(store.reports()) == []


def test_the_database_of_another_program_is_refused(tmp_path):
    change(tmp_path / "r.db", "CREATE TABLE report (x)")
    with pytest.raises(BadRecord, match="not a situate record"):
        open_record(tmp_path / "r.db", NEW)


def test_a_newer_record_is_refused(path):
    change(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(BadRecord, match="newer"):
        open_record(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM report; END",
        "CREATE TABLE extra (x)",
        "ALTER TABLE meta ADD COLUMN extra TEXT",
        "DROP INDEX claim_type",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
    ],
)
def test_what_situate_did_not_make_is_refused(path, statement):
    change(path, statement)
    with pytest.raises(BadRecord, match="did not make"):
        open_record(path)


def test_a_record_that_another_process_holds(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_record(path, Opening(busy_ms=50)) as store:
        assert len(list(store.reports())) == 30
        with pytest.raises(RecordBusy, match="in use"):
            store.add([entry("new")], [], now=NOW)
    other.close()


def test_a_record_that_may_not_be_written_can_be_asked(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_record(path) as store:
        assert len(list(store.reports())) == 30
        with pytest.raises(BadRecord, match="may not be written"):
            store.add([entry("new")], [], now=NOW)


def test_an_older_record_is_copied_then_migrated(path, monkeypatch):
    step = ("ALTER TABLE report ADD COLUMN note TEXT",)
    monkeypatch.setattr(opening, "STEPS", (*opening.STEPS, step))
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(opening._migrate, "__defaults__", (SCHEMA_VERSION + 1,))
    assert len(reports(path)) == 30
    backup = path.with_name(f"r.db.v{SCHEMA_VERSION}.backup")
    assert backup.exists()
    assert len(reports(path)) == 30
    with sqlite3.connect(path) as connection:
        assert "note" in connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'report'").fetchone()[0]
    connection.close()


def test_a_migration_that_fails_leaves_the_record_as_it_was(path, monkeypatch):
    before = reports(path)
    with monkeypatch.context() as patched:
        patched.setattr(opening, "STEPS", (*opening.STEPS, ("CREATE TABLE half (x)", "CREATE NONSENSE")))
        patched.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        patched.setattr(opening._migrate, "__defaults__", (SCHEMA_VERSION + 1,))
        with pytest.raises(BadRecord):
            open_record(path)
    assert reports(path) == before


def test_damaged_files_are_refused_or_opened_and_never_crash(path, tmp_path):
    whole, chance, refused = path.read_bytes(), random.Random(7), 0
    broken = tmp_path / "broken.db"
    for number in range(150):
        data = bytearray(whole)
        if number % 3 == 0:
            data = data[: chance.randrange(len(data))]
        else:
            for _ in range(chance.choice([1, 8, 64])):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        broken.write_bytes(data)
        try:
            with open_record(broken) as store:
                list(store.reports()), list(store.claims()), list(store.named("place")), store.find("r")
        except SituateError:
            refused += 1
        for other in tmp_path.glob("broken.db-*"):
            other.unlink()
    assert refused > 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on file sizes")
def test_a_full_disk_is_told_and_nothing_is_half_written(path):
    code = textwrap.dedent(
        """
        import resource, signal, sys
        from pathlib import Path
        from situate.errors import NoSpace
        from situate.model.report import Report
        from situate.ports import Entry
        from situate.store import open_record
        path = Path(sys.argv[1])
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000,) * 2)
        added = 0
        try:
            with open_record(path) as store:
                for n in range(1000):
                    report = Report(id=f"x{n}", text=f"{n} " * 900)
                    store.add([Entry(report=report, claims=(), extractor="m")], [], now="2026-01-01T00:00:00Z")
                    added += 1
        except NoSpace as problem:
            print(added, problem)
        """
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    added = int(done.stdout.split()[0])
    assert "Free some space" in done.stdout
    assert len(reports(path)) == 30 + added


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill")
def test_a_killed_writer_loses_nothing_acknowledged(tmp_path):
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from situate.model.report import Report
        from situate.ports import Entry
        from situate.store import Opening, open_record
        with open_record(Path(sys.argv[1]), Opening(create=True)) as store:
            for n in range(100_000):
                report = Report(id=f"x{n:06}", text=f"text {n} " * 50)
                store.add([Entry(report=report, claims=(), extractor="m")], [], now="2026-01-01T00:00:00Z")
                print(n, flush=True)
        """
    )
    chance, path, seen = random.Random(3), tmp_path / "r.db", -1
    for _ in range(4):
        child = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
        for _ in range(chance.randrange(1, 60)):
            seen = max(seen, int(child.stdout.readline()))
        child.kill()
        rest = child.stdout.read().split("\n")
        seen = max([seen, *(int(line) for line in rest[:-1] if line.isdigit())])
        child.wait()
        kept = reports(path)
        assert kept[: seen + 1] == [f"x{n:06}" for n in range(seen + 1)]


def test_two_writers_wait_for_each_other(path):
    with open_record(path) as one, open_record(path) as two:
        for number in range(20):
            one.add([entry(f"a{number}")], [], now=NOW)
            two.add([entry(f"b{number}")], [], now=NOW)
    assert len(reports(path)) == 70


def test_no_space_is_told_by_its_own_name():
    with pytest.raises(NoSpace), opening.translated("r.db"):
        raise OSError(28, "No space left on device")
    with pytest.raises(NoSpace), opening.translated("r.db"):
        raise sqlite3.OperationalError("database or disk is full")
