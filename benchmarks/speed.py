"""How fast the whole chain is, beside the bare encoder in the same run, on one thread.

    OMP_NUM_THREADS=1 python benchmarks/speed.py [REPORTS.jsonl] [--model FILE] [--reports 150] [--rounds 3]

Without a file it reads reports made here. Three things are timed in turn, round after round, and the medians are told:
*encoder*, the ONNX session alone on exactly the windows that the chain shows it; *extract*, JSON lines in, claims as
JSON out; *read*, JSON lines into a fresh record, with all that is derived. Words are the encoder's (marks count as
words); loading is timed apart. Rates are of the wall clock and of processor time, which other work on the machine
disturbs less; of *extract*'s processor time, the share that resolving takes is told. ``--profile`` tells where the time
of *extract* goes instead.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import made

from situate.engine import Local
from situate.pipeline.reading import Reading, extract, read
from situate.pipeline.wiring import Parts, RealChain
from situate.store import Opening, open_record

NOW = "2026-11-23T00:00:00Z"


class Recorder:
    """A session that keeps the windows that it is asked about, to ask it again later; second readings are left out."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.asked: list[tuple[list[str], dict[str, Any]]] = []

    def run(self, outputs: list[str], inputs: dict[str, Any], *how: Any) -> Any:
        """The session's answer."""
        if not how:
            self.asked.append((outputs, inputs))
        return self.session.run(outputs, inputs, *how)


def windows(chain: RealChain, run: Callable[[], object]) -> Recorder:
    """The windows that the encoder is shown while ``run`` runs."""
    encoder = chain._reader._encoder
    recorder = Recorder(encoder._session)
    encoder._session = recorder
    run()
    encoder._session = recorder.session
    return recorder


class Timed:
    """A resolver that adds up the processor's time that it takes."""

    def __init__(self, resolver: Any) -> None:
        self.resolver = resolver
        self.busy = 0.0

    def resolve(self, *given: Any) -> Any:
        """What the resolver answers."""
        began = time.process_time()
        found = self.resolver.resolve(*given)
        self.busy += time.process_time() - began
        return found


def resolving(chain: RealChain, run: Callable[[], object], rounds: int) -> float:
    """The median share of a run's processor time that resolving takes."""
    timed = Timed(chain._resolver)
    chain._resolver = timed  # type: ignore[assignment]
    shares = []
    for _ in range(rounds):
        timed.busy = 0.0
        taken = seconds(run)[1]
        shares.append(timed.busy / taken)
    chain._resolver = timed.resolver
    return statistics.median(shares)


def seconds(run: Callable[[], object]) -> tuple[float, float]:
    """How long something takes: by the wall clock, and of the processor's time (this process and its children)."""
    began, busy = time.perf_counter(), os.times()
    run()
    after = os.times()
    return time.perf_counter() - began, sum(after[:4]) - sum(busy[:4])


def into_record(path: Path, parts: Parts) -> None:
    """Read a file into a record that is thrown away."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "record.db", Opening(create=True)) as store,
    ):
        read([str(path)], store, Reading(engine=Local(), now=lambda: NOW), parts)


def both(chain: RealChain, path: Path) -> tuple[Callable[[], None], Callable[[], None], Recorder]:
    """What runs the bare encoder on the windows of a file, what runs ``extract`` on it, and the windows."""
    parts = Parts(chain=lambda: chain)

    def extracted() -> None:
        for _ in extract([str(path)], "claims", Local(), parts=parts):
            pass

    recorder = windows(chain, extracted)

    def encoded() -> None:
        for outputs, inputs in recorder.asked:
            recorder.session.run(outputs, inputs)

    return encoded, extracted, recorder


def words_of(recorder: Recorder) -> int:
    """How many words the encoder was shown."""
    return sum(inputs["first"].shape[1] for _, inputs in recorder.asked)


def measure(path: Path, model: Path | None, rounds: int) -> dict[str, Any]:
    """Words a second of each part, and the chain's share of the encoder's rate."""
    began = time.perf_counter()
    chain = RealChain(model)
    loaded = time.perf_counter() - began
    encoded, extracted, recorder = both(chain, path)
    words = words_of(recorder)
    parts = Parts(chain=lambda: chain)
    runs = {"encoder": encoded, "extract": extracted, "read": lambda: into_record(path, parts)}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(seconds(run))
    figures: dict[str, Any] = {"words": words, "windows": len(recorder.asked), "load_s": round(loaded, 3)}
    for number, clock in enumerate(("wall", "cpu")):
        rate = {name: words / statistics.median(times[number] for times in found) for name, found in taken.items()}
        figures[f"{clock}_words_per_s"] = {name: round(value) for name, value in rate.items()}
        figures[f"{clock}_of_encoder"] = {name: round(rate[name] / rate["encoder"], 3) for name in ("extract", "read")}
    figures["resolving"] = round(resolving(chain, extracted, rounds), 3)
    return figures | {"load_average": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None}


def profile(path: Path, model: Path | None) -> None:
    """Print where the time of extraction goes."""
    chain = RealChain(model)
    with cProfile.Profile() as profiler:
        for _ in extract([str(path)], "claims", Local(), parts=Parts(chain=lambda: chain)):
            pass
    stats = pstats.Stats(profiler)
    stats.sort_stats("cumulative").print_stats("situate|onnxruntime", 45)
    stats.sort_stats("tottime").print_stats(30)


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--reports", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.path or made.write(Path(folder) / "made.jsonl", options.reports, sentences=12)
        if options.profile:
            profile(path, options.model)
        else:
            print(json.dumps(measure(path, options.model, options.rounds)))


if __name__ == "__main__":
    main()
