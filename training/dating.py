"""Learn what each sign weighs when the interval of a claim is chosen (``situate.resolve.when.dating``).

    PYTHONPATH=src:training:benchmarks python training/dating.py --data DIR [--also FILE …] [--model FILE] [--part FILE]

Annotated triggers take the place of those that the reading model finds. Learned is a logistic choice among the options
of each claim of the own reports for training and of ``annotations.jsonl``: a table of signs, which goes on from the one
that lies beside the code, and a small layer over what they say together (``dating_weights``). ``--model`` should not
have been trained on the reports: how the time of a claim is told is what it has by heart. Seeded, on one thread.
``--part`` measures a file of annotated reports with the weights that lie beside the code, and learns nothing.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import numpy as np
import torch
from intervals import GivenTriggers
from torch import Tensor, nn

from situate.evaluate.claims import coarsely
from situate.extract.encoding.encoder import PACKAGED
from situate.model.claim import Claim
from situate.model.interval import Interval
from situate.model.report import Report
from situate.ontology import Ontology, load
from situate.resolve.when import dating
from situate.resolve.when.claim_times import claim_time, retold
from situate.resolve.when.dating_options import Bounds, bounds
from situate.resolve.when.dating_told import Told
from situate.resolve.when.dating_weights import FINE, KINDS, OF_CLAIM, STEP, Ints, Layer, Weights, packaged
from situate.resolve.when.intervals import read_times, ruled_intervals

OUT = Path(__file__).parents[1] / "src/situate/resolve/when"
RARE = 20  # options or claims that a sign must be seen in
LIGHT = 0.005  # the weight below which a sign is left out of the table
log = logging.getLogger("dating")
Row = Mapping[str, Any]
Table = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the weights are learned: so many networks, of which the mean is kept (one of them sways by its seed).

    ``hidden``: the share of signs that are left out of each look at a claim.
    """

    networks: int = 3
    width: int = 16
    epochs: int = 5
    batch: int = 128
    rate: float = 3e-3
    hidden: float = 0.4
    seed: int = 1


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
class Example:
    """A claim's signs and those of its options, as numbers; which option is right, and the number of its kind."""

    own: Ints
    options: tuple[Ints, ...]
    right: int
    kind: int


def examples(reports: Iterable[Marked], weights: Weights, number: dict[str, int]) -> list[Example]:
    """The claims whose annotated interval is among their options; ``number`` of each sign grows with new ones.

    What stands before a claim has the interval that ``weights`` choose, as it has when a report is read.
    """

    def numbers(signs: Iterable[str]) -> Ints:
        return np.array([number.setdefault(sign, len(number)) for sign in signs], dtype=np.int64)

    found = []
    for one in reports:
        wanted = {n: b for b, n in reversed(one.gold) if n is not None}
        intervals, before = dating.chosen(one.told, weights), dict[int, Interval]()
        for n in one.told.order:
            claim = one.told.claims[n]
            if n in wanted and dating.is_judged(claim) and dating.is_free(n, one.told):
                given, own = dating.options(n, one.told, before)
                hit = [i for i, o in enumerate(given) if bounds(o.interval) == wanted[n]]
                if hit:
                    signs = tuple(numbers(o.signs) for o in given)
                    kind = KINDS.index(dating.kind_of(claim))
                    found.append(Example(numbers(OF_CLAIM + s for s in own), signs, hit[0], kind))
            before[n] = intervals[n]
    return found


class Network(nn.Module):
    """The weights while they are learned: a table of signs by kind, and a layer over the sums of what they say."""

    def __init__(self, table: Tensor, width: int) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag.from_pretrained(table, freeze=False, mode="sum")
        self.says = nn.EmbeddingBag(len(table), width, mode="sum")
        self.begin = nn.Parameter(torch.zeros(width))
        self.weighs = nn.Linear(width, len(KINDS), bias=False)
        nn.init.normal_(self.says.weight, std=0.15)
        nn.init.normal_(self.weighs.weight, std=0.01)

    def forward(self, part: Sequence[Example], kept: Callable[[Ints], Ints]) -> Tensor:
        """How much less likely than sure the right option of each example is (logarithms); ``kept``: signs seen."""
        lengths = [len(e.options) for e in part]
        owner = torch.repeat_interleave(torch.arange(len(part)), torch.tensor(lengths))
        options = _bag([kept(o) for e in part for o in e.options])
        kinds = torch.tensor([e.kind for e in part])[owner][:, None]
        said = self.says(*options) + self.says(*_bag([kept(e.own) for e in part]))[owner] + self.begin
        sums = (self.table(*options) + self.weighs(torch.relu(said))).gather(1, kinds)[:, 0]
        highest = torch.full((len(part),), -1e9).scatter_reduce(0, owner, sums.detach(), "amax")
        total = torch.zeros(len(part)).index_add(0, owner, (sums - highest[owner]).exp())
        starts = np.cumsum([0, *lengths[:-1]])
        return total.log() + highest - sums[torch.tensor(starts) + torch.tensor([e.right for e in part])]


def _bag(rows: Sequence[Ints]) -> tuple[Tensor, Tensor]:
    """Numbers one after another, and where each row begins."""
    starts = np.cumsum([0, *(len(r) for r in rows[:-1])])
    return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(starts)


def learn(found: Sequence[Example], signs: Sequence[str], table: Table, plan: Plan) -> Weights:
    """Weights that go on from a table, of several networks as one; signs that are seldom seen are left out."""
    seen = np.bincount(np.concatenate([np.concatenate((e.own, *e.options)) for e in found]), minlength=len(signs))
    known = np.flatnonzero(seen >= RARE)
    place = np.full(len(signs), -1)
    place[known] = np.arange(len(known))
    names = [signs[n] for n in known]
    first = torch.tensor([[float(table[kind].get(name, 0.0)) for kind in KINDS] for name in names])
    log.info("%d claims, %d signs", len(found), len(names))
    return _whole([_learned(found, place, first, plan, plan.seed + n) for n in range(plan.networks)], names)


def _learned(found: Sequence[Example], place: Ints, table: Tensor, plan: Plan, seed: int) -> Network:
    """One network that goes on from a table; ``place`` of each sign in it, -1 for one that is left out."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network = Network(table.clone(), plan.width)
    optim = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=1e-5)

    def kept(numbers: Ints) -> Ints:
        here = place[numbers]
        return here[(here >= 0) & (chance.random(len(here)) > plan.hidden)]

    steps, step = plan.epochs * math.ceil(len(found) / plan.batch), 0
    for number in range(plan.epochs):
        order, total = chance.permutation(len(found)), 0.0
        for at in range(0, len(order), plan.batch):
            part = [found[i] for i in order[at : at + plan.batch]]
            loss = network(part, kept).mean()
            for group in optim.param_groups:
                group["lr"] = plan.rate * (1 - step / steps)
            optim.zero_grad()
            loss.backward()
            optim.step()
            step, total = step + 1, total + float(loss.detach()) * len(part)
        log.info("network %d, pass %d: loss %.4f", seed, number + 1, total / len(found))
    return network


def _whole(networks: Sequence[Network], names: Sequence[str]) -> Weights:
    """The mean of networks as it is written: thousandths in the table, whole numbers in the layer."""
    with torch.no_grad():
        mean = torch.stack([n.table.weight for n in networks]).mean(0)
        says = torch.cat([n.says.weight for n in networks], 1)
        begin = torch.cat([n.begin for n in networks])
        weighs = torch.cat([n.weighs.weight for n in networks], 1).T / len(networks)
    table = {
        kind: {name: round(w, 3) for name, w in zip(names, column, strict=True) if abs(w) >= LIGHT}
        for kind, column in zip(KINDS, mean.T.tolist(), strict=True)
    }
    said = np.clip(torch.round(says * STEP).long().numpy(), -128, 127)
    return Weights(
        table,
        Layer(
            {name: n for n, name in enumerate(names)},
            np.concatenate([said, np.zeros_like(said[:1])]),
            torch.round(begin * STEP).long().numpy(),
            torch.round(weighs * FINE).long().numpy(),
        ),
    )


def measure(reports: Iterable[Marked], weights: Weights) -> dict[str, float | int]:
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


def main() -> None:
    """Read the arguments, learn, measure and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=PACKAGED, help="the reading model (.onnx)")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more annotated reports (twice: counts twice)")
    parser.add_argument("--part", type=Path, help="annotated reports that are only measured")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    reader, ontology = GivenTriggers.load(options.model), load()
    assert isinstance(reader, GivenTriggers)

    def read(rows: Iterable[Row]) -> list[Marked]:
        return [marked(row, reader, ontology) for row in rows]

    if options.part:
        log.info("%s", json.dumps(measure(read(corpora.annotated(options.part, options.data)), packaged())))
        return
    here = Path(__file__).parent
    own = list(corpora.annotated(here / "own/reports.jsonl", options.data))
    public = list(corpora.annotated(here / "annotations.jsonl", options.data))
    number: dict[str, int] = {}
    also = [row for path in options.also for row in corpora.annotated(path, options.data)]
    part = read([*public, *(r for r in own if r["split"] == "train"), *also])
    weights = learn(examples(part, packaged(), number), list(number), packaged().table, Plan(seed=options.seed))
    write(weights)
    for split in ("test", "kept"):
        log.info("%s %s", split, json.dumps(measure(read(r for r in own if r["split"] == split), weights)))


def write(weights: Weights) -> None:
    """The table and the layer beside the code."""
    text = json.dumps(weights.table, indent=0, ensure_ascii=False, sort_keys=True) + "\n"
    OUT.joinpath("dating_weights.json").write_text(text, encoding="utf-8")
    names = np.frombuffer("\n".join(weights.layer.number).encode(), dtype=np.uint8)
    layer = weights.layer
    np.savez_compressed(
        OUT.joinpath("dating_layer.npz"), signs=names, says=layer.says[:-1].astype(np.int8),
        begin=layer.begin.astype(np.int32), weighs=layer.weighs.astype(np.int32),
    )  # fmt: skip


if __name__ == "__main__":
    main()
