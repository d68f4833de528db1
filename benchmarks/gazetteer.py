"""How quick the gazetteer is, beside an index of the same names in SQLite, in the same run.

    python benchmarks/gazetteer.py [--names 4000] [--added 20000] [--rounds 5]

Names are drawn from the gazetteer, and as many that it lacks are made up; each is looked up in its country, so that
other spellings are sought where there is none of the name. Prints one JSON object for the packaged gazetteer and one
for the same with a list of villages added: milliseconds to open it, the mean, the slowest in a hundred and the slowest
look-up, each the median of the rounds, every round on a gazetteer that was just opened; and the mean of SQLite, which
knows names letter by letter alone. Times are the processor's, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from situate.pipeline.adding import Request, add
from situate.resolve.gazetteer.lookup import Gazetteer

Name = tuple[str, str]
QUERY = "select row from places where name = ? and country = ?"


def names(gazetteer: Gazetteer, many: int, chance: random.Random) -> list[Name]:
    """Names with a country: half are in the gazetteer, half are none."""
    rows = [gazetteer.entry(row) for row in chance.sample(range(len(gazetteer)), many // 2)]
    there = [(entry.name, entry.country or "SY") for entry in rows]
    none = [(name[::-1].title(), country) for name, country in there]
    return [one for both in zip(there, none, strict=True) for one in both]


def index(gazetteer: Gazetteer, path: Path) -> sqlite3.Connection:
    """The names of the gazetteer's entries in SQLite."""
    base = sqlite3.connect(path)
    base.execute("create table places (name text, country text, row integer)")
    entries = ((row, gazetteer.entry(row)) for row in range(len(gazetteer)))
    base.executemany("insert into places values (?, ?, ?)", ((one.name, one.country, row) for row, one in entries))
    base.execute("create index named on places (name, country)")
    base.commit()
    return base


def taken(ask: Callable[[str, str], object], wanted: Sequence[Name]) -> list[float]:
    """Milliseconds of each look-up, the quickest first."""
    found = []
    for name, country in wanted:
        began = time.process_time()
        ask(name, country)
        found.append(1000 * (time.process_time() - began))
    return sorted(found)


def measure(added: Path | None, wanted: Sequence[Name], base: sqlite3.Connection, rounds: int) -> dict[str, float]:
    """The figures of one gazetteer, in milliseconds."""
    rows: list[tuple[float, ...]] = []
    for _ in range(rounds):
        began = time.process_time()
        gazetteer = Gazetteer.open(added=added)
        opened = 1000 * (time.process_time() - began)
        each = taken(lambda name, country, asked=gazetteer: asked.matches(name, countries=[country]), wanted)
        peer = taken(lambda *name: base.execute(QUERY, name).fetchall(), wanted)
        slow = each[len(each) * 99 // 100]
        rows.append((opened, statistics.mean(each), slow, each[-1], statistics.mean(peer)))
    told = ("open_ms", "mean_ms", "slow_ms", "worst_ms", "sqlite_mean_ms")
    return {
        name: round(statistics.median(column), 4) for name, column in zip(told, zip(*rows, strict=True), strict=True)
    }


def villages(folder: Path, many: int, chance: random.Random) -> Path:
    """A data folder with a list of made-up villages of Syria, five to a name."""
    rows = (
        f"v{n},Village {n % (many // 5)},{33 + 3 * chance.random():.4f},{37 + 4 * chance.random():.4f},SY"
        for n in range(many)
    )
    path = folder / "villages.csv"
    path.write_text("\n".join(["id,name,latitude,longitude,country", *rows]) + "\n", encoding="utf-8")
    add(Request(table="places", path=path), folder / "data")
    return folder / "data"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=4000)
    parser.add_argument("--added", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        packaged = Gazetteer.open()
        wanted = names(packaged, options.names, chance)
        base = index(packaged, folder / "names.db")
        more = [(f"Village {chance.randrange(options.added // 5)}", "SY") for _ in range(options.names)]
        for added, data, asked in ((0, None, wanted), (options.added, villages(folder, options.added, chance), more)):
            figures = measure(data, asked, base, options.rounds)
            print(
                json.dumps({"added": added, "names": len(asked), "entries": len(packaged) + added, **figures}),
                flush=True,
            )
        base.close()


if __name__ == "__main__":
    main()
