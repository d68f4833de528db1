"""What the whole chain needs: memory over many reports, time to the first claim, and space on disk.

    python benchmarks/memory.py [--reports 1000 10000] [--words 6000 60000]
                                [--model FILE] [--command extract|read] [--install]

Each measurement is a process of its own on reports made here (``made.py``). Memory is the largest resident set of
that process, in megabytes of 2**20 bytes; it is flat if it does not grow with the number of reports. For ``read`` it
is told before derivation too. ``--words`` measures one report of so many words. Time to the first claim is from the
start of the process to the first line of ``situate extract`` on one report: the best and the median of five.
``--install`` makes a fresh virtual environment, installs the package there from its wheel, and measures both.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import made

ROOT = Path(__file__).parents[1]
MEGABYTE = 1024 * 1024
RUN = """
import json, resource, sys, time
from functools import partial
from pathlib import Path
from situate.engine import Local
from situate.pipeline.reading import Reading, extract, read
from situate.pipeline.wiring import Parts, RealChain
from situate.store import Opening, open_record

command, path, record, model = sys.argv[1:]
parts = Parts(chain=partial(RealChain, Path(model) if model else None))
def peak():
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)
began, claims, derived_from = time.perf_counter(), 0, None
if command == "extract":
    for line in extract([path], "claims", Local(), parts=parts):
        claims += 1
else:
    seen = []
    inner = parts.derive
    def derive(*given):
        seen.append(peak())
        return inner(*given)
    from dataclasses import replace
    with open_record(Path(record), Opening(create=True)) as store:
        how = Reading(engine=Local(), now=lambda: "2026-11-23T00:00:00Z")
        claims = read([path], store, how, replace(parts, derive=derive)).claims
    derived_from = seen[0]
seconds = time.perf_counter() - began
figures = {"claims": claims, "seconds": round(seconds, 1), "peak_mb": peak(), "peak_mb_before_derive": derived_from}
print(json.dumps(figures))
"""
START = """
import sys
from functools import partial
from pathlib import Path
from situate.cli import main
from situate.pipeline.wiring import Parts, RealChain

model = Path(sys.argv[1]) if sys.argv[1] else None
sys.exit(main(sys.argv[2:], parts=Parts(chain=partial(RealChain, model))))
"""


def over(number: int, command: str, model: str) -> dict[str, Any]:
    """The largest memory of a process that reads ``number`` reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = made.write(Path(folder) / "made.jsonl", number, sentences=3)
        found = measured(command, path, Path(folder) / "record.db", model)
        if command == "read":
            found["record_mb"] = round(sum(f.stat().st_size for f in Path(folder).glob("record.db*")) / MEGABYTE, 1)
    return {"command": command, "reports": number, **found}


def of_one(words: int, command: str, model: str) -> dict[str, Any]:
    """The largest memory of a process that reads one report of ``words`` words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.jsonl"
        path.write_text(json.dumps(made.long_report(words)) + "\n", encoding="utf-8")
        return {"command": command, "words": words, **measured(command, path, Path(folder) / "record.db", model)}


def measured(command: str, path: Path, record: Path, model: str) -> dict[str, Any]:
    """What a process of its own tells of reading a file."""
    arguments = [sys.executable, "-c", RUN, command, str(path), str(record), model]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True, env=one_thread())
    return {key: value for key, value in json.loads(done.stdout).items() if value is not None}


def first_claim(model: str) -> dict[str, float]:
    """Seconds from the start of the process to its first claim."""
    command = [sys.executable, "-c", START, model]
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        path = made.write(Path(folder) / "made.jsonl", 1, sentences=5)
        for _ in range(5):
            began = time.perf_counter()
            with subprocess.Popen(
                [*command, "extract", str(path)], stdout=subprocess.PIPE, env=one_thread()
            ) as process:
                if process.stdout is None or not process.stdout.readline():
                    raise SystemExit("no claim came")
                taken.append(time.perf_counter() - began)
                process.stdout.read()
    return {"best_s": round(min(taken), 2), "median_s": round(statistics.median(taken), 2)}


def one_thread() -> dict[str, str]:
    """The environment with one thread for products of matrices."""
    return os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def install() -> dict[str, float]:
    """Megabytes of the wheel, and of a fresh environment with it (with and without what an empty one holds)."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, str(ROOT)], check=True)
        wheel = next(place.glob("situate-*.whl"))
        subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
        empty = used(place / "venv")
        fresh = [str(place / "venv/bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*fresh, "install", str(wheel)], check=True)
        whole = used(place / "venv")
        return {"wheel_mb": megabytes(wheel.stat().st_size), "installed_mb": whole, "added_mb": round(whole - empty, 1)}


def used(folder: Path) -> float:
    """Megabytes of the files under a folder, links not followed."""
    return megabytes(sum(f.lstat().st_size for f in folder.rglob("*") if not f.is_dir()))


def megabytes(size: int) -> float:
    """A number of bytes in megabytes."""
    return round(size / MEGABYTE, 1)


def main() -> None:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--words", type=int, nargs="*", default=[])
    parser.add_argument("--command", choices=["extract", "read"], nargs="*", default=["extract", "read"])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--install", action="store_true")
    options = parser.parse_args()
    model = str(options.model) if options.model else ""
    print(json.dumps({"first_claim": first_claim(model)}), flush=True)
    for command in options.command:
        for number in options.reports:
            print(json.dumps(over(number, command, model)), flush=True)
    for words in options.words:
        print(json.dumps(of_one(words, "extract", model)), flush=True)
    if options.install:
        print(json.dumps({"install": install()}), flush=True)


if __name__ == "__main__":
    main()
