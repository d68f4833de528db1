"""Measures, keeps what was measured in ``results.json``, and writes ``docs/reference/figures.md`` from it.

    python benchmarks/figures.py [accuracy] [plover] [snippets] [merging] [referring] [namesakes] [dense] [worlds]
                                 [folds] [robust] [speed] [peers] [lookups] [memory] [derive] [again] [install]
                                 [--folds DIR] [--date 2026-11-23]

Each section that is named is measured anew and replaces its rows; without any, the page is only written again. Data of
others lie beside the repository, in ``../shared``. ``folds`` and ``robust`` need the folder with the models of the
folds. ``memory`` reads 22,000 reports, which takes an hour on a busy machine; ``derive`` takes four minutes, ``again``
twenty; ``peers`` needs spaCy and is given what ``peers.py`` printed. What stands around the tables is in ``page.md``.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from accuracy import accuracy, dense, folds, merging, namesakes, plover, referring, robust, snippets, worlds
from costs import again, derive, install, lookups, memory, peers, speed
from rows import HERE, ROOT, Row

RESULTS, FRAME, PAGE = HERE / "results.json", HERE / "page.md", ROOT / "docs/reference/figures.md"

_SECTIONS = (
    accuracy, referring, plover, snippets, merging, namesakes, dense, worlds, folds, robust, speed, peers, lookups,
    memory, derive, again, install,
)  # fmt: skip
SECTIONS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {one.__name__: one for one in _SECTIONS}


def page(results: Mapping[str, list[Row]]) -> str:
    """The page, a table for each topic."""
    rows = [one for section in SECTIONS for one in results.get(section, [])]
    columns = ("figure", "value", "target", "command", "data", "date")
    tables = []
    for topic, found in groupby(rows, key=lambda one: one["topic"]):
        lines = [f"## {topic}", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
        for one in found:
            shown = one | {"command": f"`{one['command']}`"}
            lines.append("| " + " | ".join(shown[column] for column in columns) + " |")
        tables.append("\n".join(lines))
    return FRAME.read_text(encoding="utf-8").replace("TABLES", "\n\n".join(tables))


def main() -> None:
    """Measure what is named, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--measured", type=Path, help="lines of memory.py, derive.py or peers.py, not run")
    parser.add_argument("--date", default=datetime.datetime.now(tz=datetime.UTC).date().isoformat())
    options = parser.parse_args()
    if options.measured:
        options.measured = [json.loads(line) for line in options.measured.read_text(encoding="utf-8").splitlines()]
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    for section in options.sections:
        fresh = list(SECTIONS[section](options))
        kept = [] if options.folds else [r for r in results.get(section, ()) if "--folds DIR" in r["command"]]
        results[section] = [*kept, *fresh]
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
