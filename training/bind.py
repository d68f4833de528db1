"""Stage 2c: fit the binder anew, with the tree between trigger and word, to an encoder that stands still.

    python training/bind.py --data DIR --annotated FILE [--own FILE …] --encoder DIR --checkpoint FILE --out FILE
                            [--without fold3of5+fold4of5] [--epochs 8]

Reports are read once, in whole windows as at run time, and their vectors and trees are kept; each claim then sees the
words of the sentences around it that the binder looks at at run time, beyond the bounds of a window. Roles and
speakers are learned; what the trigger alone tells (modality, polarity, timing) stays as it is.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import checkpoints
import corpora
import numpy as np
import torch
from base import vocabulary
from batches import Windows, arrays
from claims import hidden_from
from corpora import RELATIONS
from learning import seed_all
from network import Reader
from torch import Tensor
from torch.nn import functional

from situate.extract.encoding.decode import best_tags, relations, spans_of, tree
from situate.extract.encoding.wordpiece import Wordpieces
from situate.extract.roles.binding import AFTER, BEFORE, distance, gap
from situate.extract.tree.paths import paths

_MOST = 110  # words on each side of a trigger
log = logging.getLogger("bind")


@dataclass(frozen=True, slots=True)
class Read:
    """A report as an encoder reads it: vectors [words, hidden], and what its claims bind, a row each.

    ``near``, ``gap``, ``up``, ``down``: [claims, words] classes of where each word lies; ``seen``: which are looked at.
    """

    states: Tensor
    trigger: Tensor
    kind: Tensor
    role: Tensor
    speaker: Tensor
    seen: Tensor
    near: Tensor
    gap: Tensor
    up: Tensor
    down: Tensor


@torch.no_grad()
def read(model: Reader, document: corpora.Document, wordpieces: Wordpieces) -> Read | None:
    """A report with its claims; ``None`` without any."""
    vectors, sentence, heads, names, rows = [], [], [], [], Counter[int]()
    bound: dict[int, list[tuple[int, Any]]] = {}
    begin = number = 0
    for window in Windows(wordpieces).of(document):
        data = arrays([window], wordpieces)
        states = model.states(data["input_ids"], data["shape_ids"], data["first"])
        arcs = model.arcs(states, data["sentence"])
        scores = model.relations(states, arcs.argmax(-1))[0].float().numpy()
        vectors.append(states[0])
        first = 0
        for one in window.sentences:
            last = first + len(one.words)
            ruling = tree(arcs[0, first:last, first:last].float().numpy())
            found = relations(scores[first:last], ruling, RELATIONS.index("root"))
            heads += [h + begin if h >= 0 else -1 for h in ruling.tolist()]
            names += [RELATIONS[r] for r in found]
            sentence += [number] * len(one.words)
            for claim, tags in one.bound.items():
                bound.setdefault(claim, []).append((begin, tags))
                rows[claim] += sum(tags.trigger)
            begin, number, first = begin + len(one.words), number + 1, last
    claims = [c for c in sorted(bound) if rows[c]]
    if not claims:
        return None
    made = [_claim(document.claims[c].kind, bound[c], np.array(sentence), np.array(heads), names) for c in claims]
    stacked = [torch.from_numpy(np.stack(part)) for part in zip(*made, strict=True)]
    return Read(torch.cat(vectors).half(), *stacked)


def _claim(
    kind: int, tags: list[tuple[int, Any]], sentence: np.ndarray, heads: np.ndarray, names: list[str]
) -> tuple[np.ndarray, ...]:
    trigger, role, speaker = (np.zeros(len(sentence), dtype=np.int64) for _ in range(3))
    for begin, one in tags:
        for row, values in zip((trigger, role, speaker), one.rows(), strict=True):
            row[begin : begin + len(values)] = values
    first, last = int(trigger.argmax()), int(len(trigger) - trigger[::-1].argmax())
    at = int(sentence[first])
    places = np.arange(len(sentence))
    seen = (sentence >= at - BEFORE) & (sentence <= at + AFTER)
    seen &= (places >= first - _MOST) & (places < last + _MOST)
    up, down = np.zeros_like(sentence), np.zeros_like(sentence)
    start, end = (int(np.searchsorted(sentence, at, side=side)) for side in ("left", "right"))
    rulers: list[int] = (heads[start:end] - start).tolist()
    up[start:end], down[start:end] = paths(rulers, names[start:end], first - start, last - start)
    near, between = distance(places - first), gap(sentence - at)
    return trigger, np.int64(kind), role, speaker, seen, near, between, up, down


def scores(model: Reader, one: Read) -> tuple[Tensor, Tensor]:
    """Role and speaker scores of every word for every claim of a report."""
    binder, states = model.binder, one.states.float()
    share = one.trigger.float()
    mean = (share / share.sum(1, keepdim=True)) @ states
    narrow = binder.word_narrow(states)[None] * binder.trigger_narrow(mean)[:, None]
    x = binder.word(states)[None] + (binder.trigger(mean) + binder.kind(one.kind))[:, None] + binder.both(narrow)
    x = x + binder.distance(one.near) + binder.gap(one.gap) + binder.up(one.up) + binder.down(one.down)
    x = binder.drop(functional.relu(x))
    return binder.role(x), binder.speaker(x)


def loss(model: Reader, one: Read, smoothing: float) -> Tensor:
    """The mean over claims of the summed loss of their words."""
    total = 0.0
    for found, gold, smooth in zip(scores(model, one), (one.role, one.speaker), (smoothing, 0.0), strict=True):
        each = functional.cross_entropy(found.transpose(1, 2), gold, reduction="none", label_smoothing=smooth)
        total = total + (each * one.seen).sum(1).mean()
    return total  # type: ignore[return-value]


@torch.no_grad()
def measure(model: Reader, reports: Iterable[Read]) -> dict[str, float]:
    """With gold triggers: exact F1 of the spans of roles and speakers."""
    model.eval()
    n: Counter[str] = Counter()
    for one in reports:
        for name, found, gold in zip(("role", "speaker"), scores(model, one), (one.role, one.speaker), strict=True):
            for k in range(len(gold)):
                here = one.seen[k].numpy()
                ours = set(spans_of(best_tags(found[k].numpy()[here])))
                theirs = set(spans_of(gold[k].numpy()[here]))
                n[f"{name} hit"] += len(ours & theirs)
                n[f"{name} found"] += len(ours)
                n[f"{name} gold"] += len(theirs)
    return {
        name: round(2 * n[f"{name} hit"] / max(1, n[f"{name} found"] + n[f"{name} gold"]), 4)
        for name in ("role", "speaker")
    } | dict(n)


def fit(model: Reader, part: list[Read], epochs: int, rate: float, chance: random.Random) -> Iterator[float]:
    """Train the binder's layers of roles and speakers; the mean loss of each epoch."""
    binder = model.binder
    learned = [
        p
        for name, p in binder.named_parameters()
        if name.split(".")[0] not in {"sure", "modality", "polarity", "when", "timing"}
    ]
    optim = torch.optim.AdamW(learned, lr=rate, weight_decay=0.01)
    mean = [p.detach().clone() for p in learned]
    steps, done = epochs * len(part), 0
    for _ in range(epochs):
        model.eval()
        binder.train()
        total = 0.0
        for one in chance.sample(part, len(part)):
            for group in optim.param_groups:
                group["lr"] = rate * (1 - done / steps)
            value = loss(model, one, 0.05)
            optim.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(learned, 5.0)
            optim.step()
            with torch.no_grad():
                for kept, p in zip(mean, learned, strict=True):
                    kept.lerp_(p, 0.005)
            total, done = total + float(value.detach()), done + 1
        yield total / len(part)
    with torch.no_grad():
        for kept, p in zip(mean, learned, strict=True):
            p.copy_(kept)


def main() -> None:
    """Read the arguments, fit the binder, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "annotated", "encoder", "checkpoint", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--own", type=Path, nargs="*", default=[])
    parser.add_argument("--without", default="all", help="fold3of5+fold4of5, …: annotated reports that are measured on")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, help="reports of training at most")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    chance = seed_all(options.seed)
    annotated = list(corpora.lines(options.annotated))
    hidden = hidden_from(options.without, len(annotated))
    own = [
        r for path in options.own for r in corpora.annotated(path, options.data) if r.get("split", "train") == "train"
    ]
    model, sizes = checkpoints.load(options.checkpoint, options.encoder)
    model.eval()
    wordpieces = vocabulary(options.encoder)
    seen = [r for i, r in enumerate(annotated) if i not in hidden] + own
    part, held = (
        [one for r in reports if (one := read(model, corpora.report(r), wordpieces)) is not None]
        for reports in (seen[: options.most], [annotated[i] for i in sorted(hidden)])
    )
    log.info("%d reports, %d held: %s", len(part), len(held), json.dumps(measure(model, held)))
    for number, value in enumerate(fit(model, part, options.epochs, options.rate, chance), 1):
        log.info("epoch %d loss %.3f", number, value)
    log.info("%s", json.dumps(measure(model, held)))
    checkpoints.save(model, sizes, options.out)


if __name__ == "__main__":
    main()
