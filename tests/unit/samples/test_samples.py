from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from situate.derive.origins import origins, retractions
from situate.model.claim import ROLES
from situate.model.report import Report
from situate.samples import paths

DATA = Path(__file__).parents[2] / "data"
REPORTS = {r["id"]: r for path in paths() for r in map(json.loads, path.read_text("utf-8").splitlines())}
TRUTH = yaml.safe_load((DATA / "truth.yaml").read_text("utf-8"))
TWIN = json.loads((DATA / "twin.jsonl").read_text("utf-8"))


def report(identifier: str) -> Report:
    data = REPORTS[identifier]
    return Report(
        id=data["id"], text=data["text"], published=data["published"], outlet=data["outlet"], title=data["title"]
    )


def test_enough_reports_of_enough_voices_each_saying_that_it_is_a_sample() -> None:
    assert len(REPORTS) >= 16
    siege = {r["outlet"] for r in REPORTS.values() if r["id"].startswith("sample-dez")}
    assert len(siege) >= 5
    assert all(r["outlet"].startswith("Sample ") for r in REPORTS.values())


@pytest.mark.parametrize("identifier", sorted(REPORTS))
def test_each_report_is_short_and_dated(identifier: str) -> None:
    assert 40 <= len(REPORTS[identifier]["text"].split()) <= 220
    assert len(REPORTS[identifier]["published"]) == 10
    report(identifier)


def test_the_command_prints_the_files() -> None:
    printed = subprocess.run([sys.executable, "-m", "situate.samples"], capture_output=True, text=True, check=True)
    assert printed.stdout.splitlines() == [str(path) for path in paths()]


def test_the_command_puts_copies_into_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "my reports"
    command = [sys.executable, "-m", "situate.samples", str(folder)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)
    assert printed.stdout.splitlines() == [str(folder / path.name) for path in paths()]
    assert [one.read_bytes() for one in sorted(folder.iterdir())] == [path.read_bytes() for path in paths()]


def test_the_truth_speaks_of_reports_that_exist() -> None:
    named = [i for part in ("one_event", "apart") for item in TRUTH[part] for i in item.get("reports", [])]
    named += [i for item in TRUTH["contradictions"] for key in ("yes", "no", "values") for i in item.get(key, [])]
    named += [item["report"] for part in ("figures", "not_actual") for item in TRUTH[part]]
    assert set(named) <= set(REPORTS)
    for item in TRUTH["not_actual"]:
        assert item["words"] in REPORTS[item["report"]]["text"]


def test_the_reprint_and_the_correction_can_be_told_from_the_words() -> None:
    everything = [report(i) for i in sorted(REPORTS)]
    found = origins(everything)
    for item in TRUTH["reprints"]:
        assert found[item["copy"]] == item["of"]
    assert sum(1 for i, origin in found.items() if i != origin) == len(TRUTH["reprints"])
    for item in TRUTH["retractions"]:
        assert item["of"] in retractions(everything)[item["by"]]


def test_the_twin_is_annotated_inside_its_text() -> None:
    text, ids = TWIN["text"], [c["id"] for c in TWIN["claims"]]
    assert len(ids) == len(set(ids)) >= 30
    for claim in TWIN["claims"]:
        spans = [claim["trigger"], *claim["roles"], *claim["speakers"]]
        assert all(0 <= s["start"] < s["end"] <= len(text) for s in spans)
        assert all(text[s["start"] : s["end"]].strip() == text[s["start"] : s["end"]] for s in spans)
        assert {r["role"] for r in claim["roles"]} <= set(ROLES)
        assert claim.get("same", ids[0]) in ids


def test_no_claim_of_the_twin_lies_in_its_traps() -> None:
    for trap in ("fired joyful shots at the moon", "SEE ALSO"):
        start = TWIN["text"].index(trap)
        end = TWIN["text"].find("\n", start) % (len(TWIN["text"]) + 1)
        assert not [c for c in TWIN["claims"] if start <= c["trigger"]["start"] < end]
