"""Same input, same bytes: nothing that is read hangs on the order in which Python keeps a set."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "src/situate/samples").glob("*.jsonl"))
# Written for the project: one day told by its evening and by its name, one fight, one place under several names.
TEXT = """2016-09-21
The aid body suspended its work in Aleppo after an attack on a convoy of aid near Urum al-Kubra. On Monday evening the
convoy was hit by air strikes, and on Monday drivers were killed. Monday's strike destroyed the bank and its shelling
damaged houses. The battle for Lisk, which ended on Sunday, drove out thousands; the battle was the third. Officials,
residents and monitors said that rebels, soldiers and tribesmen fought at Varn, in Varn and near Varn for two days.
"""


def read(folder: Path, seed: str) -> bytes:
    note = folder / "note.txt"
    note.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "situate", "extract", *map(str, SAMPLES), str(note)]
    known = os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, capture_output=True, check=True, env=known).stdout


def test_reports_are_read_alike_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    first = read(tmp_path, "0")
    assert first.count(b"\n") > 20
    assert all(read(tmp_path, seed) == first for seed in ("1", "3"))
