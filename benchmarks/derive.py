"""What deriving costs: seconds and memory over many claims of a made world.

    python benchmarks/derive.py [--claims 10000 100000] [--million] [--record | --again [--kept DIR]]

Each measurement is a process of its own. The world has towns with quarters, two sides in each country, happenings that
several reports tell (most of them few, some of them many), and states that are repeated for years; the same seed gives
the same world. Memory is the largest resident set of the process, in megabytes of 2**20 bytes, and what of it was there
before derivation began (the claims themselves). ``--record`` puts the claims into a record first and derives that, so
that reading them and writing what is derived counts too. ``--again`` then adds 100 reports, twice: the last ones, and
some of any time; adding them and bringing the record up to date counts, and what of it was processor time is told.
``--kept`` keeps the record as it was before them in a folder, and begins from it when it is there.
In a record, one report in thirty reprints another one, and one in a hundred corrects an earlier one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from situate.derive import derive
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.quantity import Quantity
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.deriving import derive as derive_record
from situate.pipeline.wiring import Parts
from situate.store import Opening, open_record

MILLION = 1_000_000
MEGABYTE = 1024 * 1024
FIRST_DAY = dt.date(2012, 1, 1)
CLAIMS_A_DAY = 330
CLAIMS_A_REPORT = 8
CLAIMS_A_TOWN = 500
OUTLETS = 40
BATCH = 500  # reports kept at once
ADDED = 100  # reports
REPRINTED, CORRECTED = 0.03, 0.01  # of the reports
SYLLABLES = ("ka", "mo", "ri", "tel", "sun", "bar", "ves", "lo", "nim", "dra", "fo", "gus", "he", "jin", "po", "wen")
HAPPENINGS = ("airstrike", "shelling", "kill", "clash", "capture", "withdraw", "explosion", "deliver_aid", "siege_end",
              "detain", "displace", "ceasefire", "assault", "advance", "destroy", "cut_route")  # fmt: skip
STATES = ("control", "besiege", "deprivation")
FIGURES = {"kill": "killed", "airstrike": "killed", "shelling": "wounded", "displace": "affected"}


class World:
    """Towns in countries, two sides in each, and what happened there; enough of it for ``size`` claims."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.size = size
        self.towns = [self._town(number) for number in range(max(5, size // CLAIMS_A_TOWN))]
        self.sides = [[_actor(country, side) for side in range(2)] for country in range(9)]
        self.written = [0] * OUTLETS
        self.published: dict[str, str] = {}

    def claims(self) -> Iterator[tuple[Claim, Publication]]:
        """Claims, each with its report, in order of time; a report of an outlet holds eight of them."""
        number = 0
        while number < self.size:
            told = min(self.size - number, int(self.chance.paretovariate(1.1)), 400)
            happening = self._happening(FIRST_DAY + dt.timedelta(days=number // CLAIMS_A_DAY))
            for _ in range(told):
                yield self._told(number, happening)
                number += 1

    def _town(self, number: int) -> list[Place]:
        country = number % 9
        latitude, longitude = self.chance.uniform(5, 45), self.chance.uniform(country * 8, country * 8 + 8)
        town = Place(id=f"geonames:{number + 1}", name=f"Town {number}", country=_country(country),
                     latitude=latitude, longitude=longitude, admin1=f"{_country(country)}.{number % 12:02}",
                     radius_km=3.0)  # fmt: skip
        quarters = [
            Place(id=f"local:{number}-{name}", name=f"{name} of Town {number}", country=town.country, precision="part",
                  latitude=latitude, longitude=longitude, admin1=town.admin1, radius_km=5.0, part_of=town.id)
            for name in ("airport", "east", "west")
        ]  # fmt: skip
        return [town, *quarters]

    def _happening(self, day: dt.date) -> dict[str, Any]:
        places = self.chance.choice(self.towns)
        actor, target = self.chance.sample(self.sides[int(places[0].id.split(":")[1]) % 9], 2)
        kind = self.chance.choice(STATES if self.chance.random() < 0.25 else HAPPENINGS)
        place = self.chance.choice(places[:1] * 5 + places)
        return {"kind": kind, "town": places[0], "place": place, "day": day, "actor": actor, "target": target,
                "toll": self.chance.randrange(1, 60)}  # fmt: skip

    def _told(self, number: int, it: dict[str, Any]) -> tuple[Claim, Publication]:
        outlet = self.chance.randrange(OUTLETS)
        report = f"made-{outlet:02}-{self.written[outlet] // CLAIMS_A_REPORT:06}"
        self.written[outlet] += 1
        if report not in self.published:
            self.published[report] = str(it["day"] + dt.timedelta(days=int(self.chance.expovariate(0.5))))
        publication = Publication(
            report=report, published=self.published[report], outlet=f"outlet {outlet}", origin=report
        )
        span = Span(number * 10, number * 10 + 6)
        claim = Claim(
            id=claim_id(report, it["kind"], span), report=report, type=it["kind"],
            trigger=Evidence(span=span, quote="struck"), roles=tuple(self._roles(it, span)),
            modality="planned" if self.chance.random() < 0.08 else "actual",
            polarity="negative" if self.chance.random() < 0.03 else "positive",
            interval=self._interval(it), confidence=round(self.chance.uniform(0.3, 1), 3),
        )  # fmt: skip
        return claim, publication

    def _roles(self, it: dict[str, Any], span: Span) -> Iterator[Role]:
        chance = self.chance
        if chance.random() < 0.9:
            place = it["place"] if chance.random() < 0.8 else it["town"]
            name = "origin" if it["kind"] == "withdraw" else "place"
            yield Role(role=name, evidence=Evidence(span=span, quote=place.name), place=place)
        if chance.random() < 0.7:
            yield Role(role="actor", evidence=Evidence(span=span, quote=it["actor"].name), actor=it["actor"])
        if chance.random() < 0.4:
            yield Role(role="target", evidence=Evidence(span=span, quote=it["target"].name), actor=it["target"])
        if it["kind"] in FIGURES and chance.random() < 0.7:
            toll = max(1, it["toll"] + chance.choice((0, 0, 0, -2, 5)))
            yield Role(role=FIGURES[it["kind"]], evidence=Evidence(span=span, quote=f"{toll} people"),
                       quantity=Quantity(low=toll, best=toll, high=toll, unit="people"))  # fmt: skip

    def _interval(self, it: dict[str, Any]) -> Interval:
        day, sort = it["day"].isoformat(), self.chance.random()
        if it["kind"] in STATES:
            return Interval(earliest=day[:7] if sort < 0.3 else None, latest="open", precision="month", basis="stated")
        if sort < 0.1:
            return Interval()
        if sort < 0.25:
            return Interval(earliest=day[:7], latest=day[:7], precision="month", basis="stated")
        return Interval(earliest=day, latest=day, precision="day", basis="relative")


def _country(number: int) -> str:
    return f"X{chr(ord('A') + number)}"


def _actor(country: int, side: int) -> Actor:
    kind = ("state_forces", "rebel_group")[side]
    return Actor(id=f"actor-{country}-{side}", name=f"Side {side}", kind=kind, side=f"side-{country}-{side}")


def peak() -> float:
    """The largest resident set of this process so far, in megabytes."""
    unit = MEGABYTE if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)


def derived(size: int) -> dict[str, Any]:
    """Derive ``size`` claims that are in memory."""
    claims, published = [], {}
    for claim, publication in World(size).claims():
        claims.append(claim)
        published[claim.report] = publication
    before, began = peak(), time.perf_counter()
    found = derive(claims, published)
    seconds = round(time.perf_counter() - began, 1)
    return {"reports": len(published), "events": len(found.events), "spells": len(found.spells),
            "contradictions": len(found.contradictions), "seconds": seconds, "mb_before": before}  # fmt: skip


def derived_in_a_record(size: int) -> dict[str, Any]:
    """Derive ``size`` claims of a record: reading them and writing what follows from them counts."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", Opening(create=True)) as store:
        _keep(store, _entries(size))
        before = peak()
        return _timed(lambda: derive_record(store)) | {"mb_before": before}


def derived_again(size: int, kept: Path | None = None) -> dict[str, Any]:
    """Add 100 reports to a record of ``size`` claims that is derived: the last ones, then some of any time."""
    entries = _entries(size)
    last = sorted(entries, key=lambda entry: (entry.report.published, entry.report.id))[-ADDED:]
    late = {entry.report.id for entry in last}
    some = random.Random(2).sample([entry for entry in entries if entry.report.id not in late], ADDED)
    late |= {entry.report.id for entry in some}
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        before, record = (kept or Path(folder)) / f"{size}.db", Path(folder) / "r.db"
        if not before.exists():
            with open_record(before, Opening(create=True)) as store:
                _keep(store, (entry for entry in entries if entry.report.id not in late))
                found["all"] = _timed(lambda: derive_record(store)) | {"peak_mb": peak()}
        del entries
        shutil.copy(before, record)
        amended: list[Any] = []
        real = Parts()
        parts = replace(real, amend=lambda *given: amended.append(real.amend(*given)) or amended[-1])
        with open_record(record) as store:
            for name, new in (("last", last), ("any", some)):
                found[name] = _timed(lambda new=new: (_keep(store, new), derive_record(store, parts))[1])
                found[name]["whole"] = amended.pop() is None
    return found


def _timed(run: Callable[[], tuple[int, int, int]]) -> dict[str, Any]:
    began, used = time.perf_counter(), time.process_time()
    events, spells, contradictions = run()
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    return {"events": events, "spells": spells, "contradictions": contradictions, "seconds": round(seconds, 1),
            "cpu_seconds": round(cpu, 1)}  # fmt: skip


def _keep(store: Any, entries: Iterable[Entry]) -> None:
    some = iter(entries)
    while batch := list(islice(some, BATCH)):
        store.add(batch, [], now="2026-01-01T00:00:00Z")


def _entries(size: int) -> list[Entry]:
    """The reports of a world, in order of their ids; a text of about a hundred words for each."""
    told = sorted(World(size).claims(), key=lambda pair: pair[0].report)
    made: list[Entry] = []
    for _, of_report in groupby(told, key=lambda pair: pair[0].report):
        made.append(_entry(list(of_report), made))
    return made


def _entry(told: list[tuple[Claim, Publication]], before: list[Entry]) -> Entry:
    one = told[0][1]
    chance = random.Random(one.report)
    text = " ".join(_sentence(claim, chance) for claim, _ in told)
    if before and chance.random() < REPRINTED:
        text = chance.choice(before).report.text
    elif chance.random() < CORRECTED:
        text = f"Correction. {text}"
    report = Report(id=one.report, text=text, published=one.published, outlet=one.outlet)
    return Entry(report=report, claims=tuple(claim for claim, _ in told), extractor="made")


def _sentence(claim: Claim, chance: random.Random) -> str:
    """What a claim says, among words enough that two reports share few shingles unless one copies the other."""
    told = [claim.type, *(role.evidence.quote for role in claim.roles)]
    return " ".join(f"{words} {_word(chance)} {_word(chance)} {_word(chance)}" for words in told) + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def measured(size: int, how: str, *more: str) -> dict[str, Any]:
    """The figures of a process of its own."""
    command = [sys.executable, __file__, "--one", how, "--claims", str(size), *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {"derive": how, "claims": size, **json.loads(done.stdout)}


def main() -> None:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--million", action="store_true", help="a million claims too")
    parser.add_argument("--record", action="store_true", help="through a record")
    parser.add_argument("--again", action="store_true", help="through a record, and 100 more reports")
    parser.add_argument("--kept", type=Path, metavar="DIR", help="with --again: keep the record before it there")
    parser.add_argument("--one", choices=["memory", "record", "again"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        ways = {"memory": derived, "record": derived_in_a_record, "again": partial(derived_again, kept=options.kept)}
        print(json.dumps(ways[options.one](options.claims[0]) | {"peak_mb": peak()}))
        return
    for size in options.claims + [MILLION] * options.million:
        how = "again" if options.again else "record" if options.record else "memory"
        more = ["--kept", str(options.kept)] if options.again and options.kept else []
        print(json.dumps(measured(size, how, *more)), flush=True)


if __name__ == "__main__":
    main()
