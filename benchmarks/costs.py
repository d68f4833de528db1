"""Rows of cost: speed, memory, look-ups, derivation, space on disk."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rows import ROOT, SHARED, Row, lines_of, machine, output, pair, row


def derive(options: argparse.Namespace) -> Iterator[Row]:
    """What deriving many claims costs."""
    for found in lines_of(["derive.py", "--million"]):
        about = {
            "command": "python benchmarks/derive.py --million",
            "data": f"claims of a made world, {found['reports']:,} reports; {machine()}, shared with other work",
            "date": options.date,
        }
        took = f"{found['seconds']:.0f} s, {found['peak_mb']:,.0f} MB ({found['mb_before']:,.0f} MB of it the claims)"
        target = "< 20 min" if found["claims"] == 1_000_000 else "–"
        yield row("Derivation", f"{found['claims']:,} claims: time and largest memory", took, target, **about)


def again(options: argparse.Namespace) -> Iterator[Row]:
    """What 100 reports more cost."""
    for found in options.measured or lines_of(["derive.py", "--again", "--claims", "100000", "1000000"]):
        size = found["claims"]
        about = {
            "command": f"python benchmarks/derive.py --again --claims {size}",
            "data": f"a record of {size:,} claims of a made world; {machine()}, shared with other work",
            "date": options.date,
        }
        for name, what, target in (
            ("all", "all derived", "< 20 min"),
            ("last", "the last 100 reports added", "< 10 s"),
            ("any", "100 reports of any time added", "–"),
        ):
            took = f"{found[name]['cpu_seconds']:.1f} s ({found[name]['seconds']:.1f} s by the clock)"
            goal = target if size == 1_000_000 else "–"
            yield row("Derivation again", f"{size:,} claims: {what}, processor time", took, goal, **about)


def speed(options: argparse.Namespace) -> Iterator[Row]:
    """Words a second of the chain and of the bare encoder."""
    texts = {"reports written for the project": ROOT / "training/own/reports.jsonl"}
    if (annotated := SHARED / "annotated/dev.jsonl").is_file():
        texts["annotated reports"] = annotated
    for data, path in texts.items():
        found = output(["speed.py", str(path)])
        place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path("..") / path.relative_to(ROOT.parent)
        about = {
            "command": f"python benchmarks/speed.py {place}",
            "data": f"{data}, {found['words']:,} words; one thread of {machine()}, load {found['load_average']}",
            "date": options.date,
        }
        rates, shares = found["cpu_words_per_s"], found["cpu_of_encoder"]
        wall, wall_shares = found["wall_words_per_s"], found["wall_of_encoder"]
        topic = "Speed"
        yield row(
            topic,
            "bare encoder, words a second of processor time (wall clock)",
            pair(rates["encoder"], wall["encoder"]),
            "–",
            **about,
        )
        yield row(
            topic,
            "`extract`, words a second of processor time (wall clock)",
            pair(rates["extract"], wall["extract"]),
            "–",
            **about,
        )
        yield row(
            topic,
            "`extract`, share of the bare encoder's rate",
            f"{shares['extract']:.2f} ({wall_shares['extract']:.2f})",
            "≥ 0.35",
            **about,
        )
        yield row(
            topic,
            "resolving, share of `extract`'s processor time",
            f"{found['resolving']:.2f}",
            "< 0.25",
            **about,
        )
        yield row(
            topic,
            "`read` into a record, with derivation, share of the rate",
            f"{shares['read']:.2f} ({wall_shares['read']:.2f})",
            "–",
            **about,
        )


def peers(options: argparse.Namespace) -> Iterator[Row]:
    """Words a second beside spaCy; needs it, and is told by the line that ``peers.py`` prints (``--measured``)."""
    for found in options.measured or ():
        versions = ", ".join(f"{name} {told}" for name, told in found["versions"].items())
        about = {
            "command": "python benchmarks/peers.py training/own/reports.jsonl --encoder DIR",
            "data": f"reports written for the project, {found['words']:,} words; one thread of {machine()}; {versions}",
            "date": options.date,
        }
        for name, what in (
            ("encoder", "bare encoder"),
            ("extract", "`extract`"),
            ("cnn", "spaCy, its small encoder, as many heads (nothing resolved)"),
            ("transformer", "spaCy, the same encoder, as many heads (nothing resolved)"),
        ):
            rate = found["words_per_s"][name]
            share = f"{rate:,} ({rate / found['words_per_s']['encoder']:.2f} of the bare encoder)"
            yield row("Speed beside spaCy", f"{what}, words a second of processor time", share, "–", **about)


def memory(options: argparse.Namespace) -> Iterator[Row]:
    """Memory of many reports, and the time to the first claim."""
    lines = options.measured or lines_of(["memory.py", "--words", "6000", "60000"])
    for found in lines:
        about = {
            "command": "python benchmarks/memory.py",
            "data": "made reports of three sentences",
            "date": options.date,
        }
        if "first_claim" in found:
            best, median = found["first_claim"]["best_s"], found["first_claim"]["median_s"]
            about["data"] = f"one made report, five starts, {machine()}, shared with other work"
            yield row(
                "Memory and start",
                "start of the process to the first claim, best (median)",
                f"{best:.2f} s ({median:.2f} s)",
                "< 2 s",
                **about,
            )
        elif "words" in found:
            about |= {"command": "python benchmarks/memory.py --words 6000 60000", "data": "one made report"}
            yield row(
                "Memory and start",
                f"`{found['command']}` of a report of {found['words']:,} words, largest memory",
                f"{found['peak_mb']:.0f} MB",
                "< 600 MB, flat",
                **about,
            )
        elif "reports" in found:
            said = f"{found['peak_mb']:.0f} MB"
            if "peak_mb_before_derive" in found:
                said += f" ({found['peak_mb_before_derive']:.0f} MB before derivation)"
            yield row(
                "Memory and start",
                f"`{found['command']}` of {found['reports']:,} reports in one run, largest memory",
                said,
                "< 600 MB, flat",
                **about,
            )


def lookups(options: argparse.Namespace) -> Iterator[Row]:
    """How quick the gazetteer is."""
    for found in lines_of(["gazetteer.py"]):
        about = {
            "command": "python benchmarks/gazetteer.py",
            "data": f"{found['names']:,} names, {found['entries']:,} places ({found['added']:,} added); {machine()}",
            "date": options.date,
        }
        took = f"{found['mean_ms']:.2f} ms, {found['slow_ms']:.2f} ms ({found['sqlite_mean_ms']:.2f} ms)"
        yield row("Gazetteer", "opened", f"{found['open_ms']:.0f} ms", "–", **about)
        figure = "a look-up: mean, the slowest in a hundred (SQLite, exact names: mean)"
        yield row("Gazetteer", figure, took, "< 5 ms", **about)


def install(options: argparse.Namespace) -> Iterator[Row]:
    """Space on disk."""
    found = next(one for one in lines_of(["memory.py", "--reports", "--install"]) if "install" in one)["install"]
    about = {
        "command": "python benchmarks/memory.py --reports --install",
        "data": f"fresh environment, {machine()}",
        "date": options.date,
    }
    yield row("Size", "wheel", f"{found['wheel_mb']:.1f} MB", "< 80 MB", **about)
    yield row(
        "Size", "core install: what it adds to an empty environment", f"{found['added_mb']:.0f} MB", "< 350 MB", **about
    )
    yield row("Size", "the whole environment, with pip", f"{found['installed_mb']:.0f} MB", "–", **about)
