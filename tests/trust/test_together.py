"""Two processes on one record: one reads into it, another lists, exports, decides; some are killed on the way."""

from __future__ import annotations

import json
import runpy
import time
from pathlib import Path

import pytest

from situate.cli import main
from situate.store import Opening, open_record

pytest.importorskip("resource", reason="limits of processes are those of POSIX")

FAULTS = runpy.run_path(str(Path(__file__).with_name("test_faults.py")))
start, run, lists, report = FAULTS["start"], FAULTS["run"], FAULTS["lists"], FAULTS["report"]


@pytest.fixture
def folder(tmp_path):
    """Reports in several files, two of which do not agree on a toll."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for first in range(0, 120, 20):
        lines = [json.dumps(report(number)) for number in range(first, first + 20)]
        (folder / f"{first:03}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def whole(lines):
    """Whether what an export names is in it: the claims of its events and spells, the reports of its claims."""
    rows = [json.loads(line) for line in lines.splitlines()]
    ids = {row["id"] for row in rows if "id" in row}
    named = {claim for row in rows if str(row.get("id", "")).startswith(("e:", "s:")) for claim in row["claims"]}
    named |= {row["report"] for row in rows if str(row.get("id", "")).startswith("c:")}
    return named <= ids


def test_exports_while_another_process_reads_are_of_one_moment(folder, tmp_path):
    record, undisturbed = tmp_path / "r.db", tmp_path / "u.db"
    assert run(record, "read", folder / "000.jsonl")[0] == 0
    reading, sizes = start(record, "read", folder, pace=0.03), []
    while reading.poll() is None:
        status, out, err = run(record, "export", "jsonl", "-o", "-")
        assert status == 0, err
        assert whole(out)
        sizes.append(len(out))
    reading.communicate()
    assert reading.returncode == 0
    assert sizes
    assert sizes == sorted(sizes)
    assert run(undisturbed, "read", folder)[0] == 0
    assert lists(record) == lists(undisturbed)


def test_two_processes_that_read_into_one_record_lose_nothing(folder, tmp_path):
    record, undisturbed = tmp_path / "r.db", tmp_path / "u.db"
    both = [start(record, "read", folder, pace=0.01) for _ in range(2)]
    victim = start(record, "read", folder, pace=0.01)
    time.sleep(1.5)
    victim.kill()
    victim.communicate()
    for child in both:
        _, err = child.communicate(timeout=120)
        assert child.returncode == 0, err
    assert run(undisturbed, "read", folder)[0] == 0
    assert lists(record) == lists(undisturbed)
    assert main(["verify", "--record", str(record)]) == 0


def test_what_is_derived_is_of_the_moment_of_the_list(folder, tmp_path):
    record = tmp_path / "r.db"
    assert run(record, "read", folder / "000.jsonl")[0] == 0
    with open_record(record, Opening()) as store:
        with store.snapshot():
            before = [event.id for event in store.events()]
            assert run(record, "read", folder)[0] == 0
            assert [event.id for event in store.events()] == before
            assert store.count_reports() == 20
        assert store.count_reports() == 120
        assert len(list(store.events())) > len(before)
