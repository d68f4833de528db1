"""Learn how much each sign counts when the interval of a happening is chosen (``situate.resolve.when.dating``).

    PYTHONPATH=src:training:benchmarks python training/dating.py --data DIR [--part FILE] [--beside FILE]
        [--onward FILE … [--model FILE]]

Annotated triggers take the place of those that the reading model finds. Learned are the weights of a logistic choice
among the options of each claim, on the own reports for training and on that half of ``annotations.jsonl`` whose ids
hash to an even number; the other half, the own test part and all else is only measured on. What is told before a claim
is first as annotated, in the second round as the first round's weights choose it. No chance is in it.
``--part`` measures a file of annotated reports with the weights that lie beside the code, and learns nothing.
``--beside`` names weights learned before: what is written is the mean of these and the new ones. ``--onward`` learns on
from the weights that lie beside the code, on files of annotated reports (a file that is named twice counts twice): on
claims as ``--model`` finds them, which is how they are met, so it should not have been trained on these reports. Only
the weights that are there move, and by a penalty on the square of how far.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import corpora
import numpy as np
from intervals import GivenTriggers
from numpy.typing import NDArray

from situate.evaluate.claims import coarsely
from situate.extract.encoding.encoder import PACKAGED
from situate.extract.reader import Reader
from situate.model.claim import Claim
from situate.model.interval import Interval
from situate.model.report import Report
from situate.ontology import Ontology, load
from situate.resolve.when import dating
from situate.resolve.when.claim_times import claim_time, retold
from situate.resolve.when.dating_options import Bounds, bounds
from situate.resolve.when.dating_told import Told
from situate.resolve.when.intervals import read_times, ruled_intervals

OUT = Path(__file__).parents[1] / "src/situate/resolve/when/dating_weights.json"
PENALTY, STEPS, RATE = 15.0, 120, 0.05  # of the squared weights; of Adam
ONWARD = 200.0  # the penalty of going on
KINDS = ("happenings", "states")
RARE, LIGHT = 20, 0.04  # options that a sign must be seen in, and the weight below which it is left out
log = logging.getLogger("dating")
Row = Mapping[str, Any]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marked:
    """A report's claims as dating sees them, and the annotated intervals: (bounds, number of the claim or none)."""

    told: Told
    gold: tuple[tuple[Bounds, int | None], ...]


def marked(row: Row, reader: GivenTriggers, ontology: Ontology) -> Marked:
    """An annotated report, read with its own triggers."""
    reader.given = row["claims"]
    report = _report(row)
    claims = reader.read(report).claims
    gold = []
    for one in row["claims"]:
        met = _met(one, claims)
        same = [n for n in met if claims[n].type == one["type"]] or met
        gold.append((_bounds(one), same[0] if same else None))
    return Marked(_told(report, claims, ontology), tuple(gold))


def as_found(row: Row, reader: Reader, ontology: Ontology) -> Marked:
    """An annotated report with the claims that the model finds in it; an annotated claim is met by one of its type."""
    report = _report(row)
    claims = reader.read(report).claims
    gold: list[tuple[Bounds, int | None]] = []
    for one in row["claims"]:
        taken = {n for _, n in gold}
        met = [n for n in _met(one, claims) if n not in taken and claims[n].type == one["type"]]
        gold.append((_bounds(one), met[0] if met else None))
    return Marked(_told(report, claims, ontology), tuple(gold))


def _report(row: Row) -> Report:
    return Report(id=row["id"], text=row["text"], published=row.get("published"), outlet=row.get("outlet"))


def _bounds(one: Row) -> Bounds:
    return one["interval"]["earliest"], one["interval"]["latest"]


def _met(one: Row, claims: Sequence[Claim]) -> list[int]:
    """The claims whose triggers share letters with an annotated one."""
    start, end = one["trigger"]["start"], one["trigger"]["end"]
    return [n for n, c in enumerate(claims) if c.trigger.span.start < end and start < c.trigger.span.end]


def _told(report: Report, claims: Sequence[Claim], ontology: Ontology) -> Told:
    times = read_times(report.text, report.published)
    asked = [claim_time(claim, ontology) for claim in claims]
    retells = retold(claims, ontology)
    return Told(asked, retells, ruled_intervals(asked, retells, times), times)


@dataclass(frozen=True, slots=True)
class Table:
    """Signs of options of claims: ``sign`` and ``option`` pair them, ``claim`` of each option, ``right`` options."""

    sign: NDArray[np.int64]
    option: NDArray[np.int64]
    claim: NDArray[np.int64]
    first: NDArray[np.int64]
    right: NDArray[np.int64]


def table(
    reports: Iterable[Marked], told: Callable[[Marked], Sequence[Interval]], signs: Mapping[str, dict[str, int]]
) -> dict[str, Table]:
    """The options of all claims whose annotated interval is among them, by kind; new signs are added to ``signs``.

    ``told``: the intervals of a report's claims where they stand before another one.
    """
    columns: dict[str, list[list[int]]] = {kind: [[] for _ in range(5)] for kind in signs}
    for one in reports:
        wanted = {n: b for b, n in reversed(one.gold) if n is not None}
        given, before = told(one), dict[int, Interval]()
        for n in one.told.order:
            if n in wanted and dating.is_judged(one.told.claims[n]):  # also states that keep the rules: they are few
                found = dating.options(n, one.told, before)
                hit = [i for i, o in enumerate(found) if bounds(o.interval) == wanted[n]]
                if hit:
                    kind = dating.kind_of(one.told.claims[n])
                    sign, option, claim, first, right = columns[kind]
                    right.append(len(claim) + hit[0])
                    first.append(len(claim))
                    for o in found:
                        sign += [signs[kind].setdefault(s, len(signs[kind])) for s in o.signs]
                        option += [len(claim)] * len(o.signs)
                        claim.append(len(right) - 1)
            before[n] = given[n]
    return {kind: Table(*(np.array(column) for column in found)) for kind, found in columns.items()}


def fit(data: Table, start: Floats, penalty: float = PENALTY) -> Floats:
    """The weights of the signs: logistic over the options of each claim, with a penalty on how far they move (Adam)."""
    weights, mean, spread = start.copy(), np.zeros(len(start)), np.zeros(len(start))
    gold = np.zeros(len(data.claim))
    gold[data.right] = 1
    for step in range(1, STEPS + 1):
        scores = np.bincount(data.option, weights[data.sign], len(gold))
        powers = np.exp(scores - np.maximum.reduceat(scores, data.first)[data.claim])
        shares = powers / np.add.reduceat(powers, data.first)[data.claim]
        slope = np.bincount(data.sign, (shares - gold)[data.option], len(start)) + penalty * (weights - start)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.98 * spread + 0.02 * slope**2
        rate = RATE * (1 if step < 0.6 * STEPS else 0.3 if step < 0.85 * STEPS else 0.1)
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.98**step)) + 1e-8)
    return weights


def annotated(one: Marked) -> list[Interval]:
    """The intervals of a report's claims as they are annotated; of others what the rules say."""
    found = list(one.told.ruled)
    for (earliest, latest), n in one.gold:
        if n is not None and bounds(found[n]) != (earliest, latest):
            basis = "none" if earliest is None else "relative"
            found[n] = replace(found[n], earliest=earliest, latest=latest, basis=basis)
    return found


def measure(reports: Iterable[Marked], weights: dating.Weights) -> dict[str, float | int]:
    """Shares of annotated claims with the right interval, by rule and chosen; claims that are dropped are wrong."""
    n: Counter[str] = Counter()
    for one in reports:
        for name, found in (("rules", one.told.ruled), ("chosen", dating.chosen(one.told, weights))):
            for gold, number in one.gold:
                got = (None, "dropped") if number is None else bounds(found[number])
                n[f"{name} exact"] += got == gold
                n[f"{name} coarse"] += number is not None and all(map(coarsely, got, gold))
        n["claims"] += len(one.gold)
    return {name: count if name == "claims" else round(count / n["claims"], 4) for name, count in n.items()}


def learn(reports: Sequence[Marked]) -> dict[str, dict[str, float]]:
    """The weights of the signs by kind of claim, after two rounds; those that hardly count are left out."""
    weights: dict[str, dict[str, float]] = {}
    for number in (1, 2):
        told = annotated if number == 1 else partial(_chosen, weights=weights)
        signs: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        tables = table(reports, told, signs)
        weights = {kind: _weighed(tables[kind], signs[kind]) for kind in KINDS}
        counts = {kind: (len(t.first), len(signs[kind]), len(weights[kind])) for kind, t in tables.items()}
        log.info("round %d: claims, signs, signs kept: %s", number, counts)
    return weights


def learn_on(reports: Sequence[Marked], weights: dating.Weights) -> dict[str, dict[str, float]]:
    """Weights that go on from others, after two rounds; no sign comes in."""
    known = {kind: sorted(weights[kind]) for kind in KINDS}
    now: dict[str, dict[str, float]] = {kind: dict(weights[kind]) for kind in KINDS}
    for number in (1, 2):
        told = annotated if number == 1 else partial(_chosen, weights=now)
        signs = {kind: {sign: n for n, sign in enumerate(known[kind])} for kind in KINDS}
        tables = table(reports, told, signs)
        for kind in KINDS:
            start = np.zeros(len(signs[kind]))
            start[: len(known[kind])] = [weights[kind][s] for s in known[kind]]
            values = fit(tables[kind], start, ONWARD)
            moved = {s: round(float(v), 3) for s, v in zip(known[kind], values, strict=False)}
            now[kind] = {s: v for s, v in moved.items() if abs(v) >= LIGHT / 2}
    return now


def _chosen(one: Marked, weights: dating.Weights) -> Sequence[Interval]:
    return dating.chosen(one.told, weights)


def _weighed(data: Table, signs: Mapping[str, int]) -> dict[str, float]:
    """The weights of those signs that are seen often enough and weigh enough."""
    values, seen = fit(data, np.zeros(len(signs))), np.bincount(data.sign, minlength=len(signs))
    kept = (s for s, n in sorted(signs.items()) if seen[n] >= RARE and abs(values[n]) >= LIGHT)
    return {s: round(float(values[signs[s]]), 2) for s in kept}


def mean(one: dating.Weights, other: dating.Weights) -> dict[str, dict[str, float]]:
    """The mean of two sets of weights; a sign that a set lacks counts as nothing in it."""

    def of(kind: str) -> dict[str, float]:
        signs = sorted({*one[kind], *other[kind]})
        values = {s: round((one[kind].get(s, 0.0) + other[kind].get(s, 0.0)) / 2, 3) for s in signs}
        return {s: value for s, value in values.items() if abs(value) >= LIGHT / 2}

    return {kind: of(kind) for kind in KINDS}


def even(row: Row) -> bool:
    """Whether a report belongs to the half that is learned from."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0


def main() -> None:
    """Read the arguments, learn, measure and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", type=Path)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--onward", type=Path, nargs="*", default=[])
    parser.add_argument("--model", type=Path, default=PACKAGED)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    reader, ontology = GivenTriggers.load(PACKAGED), load()
    assert isinstance(reader, GivenTriggers)

    def read(rows: Iterable[Row]) -> list[Marked]:
        return [marked(row, reader, ontology) for row in rows]

    if options.part:
        log.info("%s", json.dumps(measure(read(corpora.annotated(options.part, options.data)), dating._weights())))
        return
    if options.onward:
        found = {path: corpora.annotated(path, options.data) for path in dict.fromkeys(options.onward)}
        plain = Reader.load(options.model)
        seen = {path: [as_found(row, plain, ontology) for row in rows] for path, rows in found.items()}
        _write(learn_on([one for path in options.onward for one in seen[path]], dating._weights()))
        return
    here = Path(__file__).parent
    own = list(corpora.annotated(here / "own/reports.jsonl", options.data))
    public = list(corpora.annotated(here / "annotations.jsonl", options.data))
    part = read([*(r for r in public if even(r)), *(r for r in own if r.get("split", "train") == "train")])
    weights = learn(part)
    if options.beside:
        weights = mean(weights, json.loads(options.beside.read_text(encoding="utf-8")))
    _write(weights)
    log.info("learned from %s", json.dumps(measure(part, weights)))
    for name, rows in (
        ("the other half", [r for r in public if not even(r)]),
        ("own test part", [r for r in own if r.get("split") == "test"]),
    ):
        log.info("%s %s", name, json.dumps(measure(read(rows), weights)))


def _write(weights: dating.Weights) -> None:
    OUT.write_text(json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
