"""Losses, optimiser and measures that both stages share."""

from __future__ import annotations

import copy
import math
import multiprocessing
import random
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from batches import Window, Windows, arrays, batches
from corpora import HEADS, IGNORE, RELATIONS, Document
from network import Reader, half
from torch import Tensor, nn
from torch.nn import functional

from situate.extract.encoding.decode import best_tags, spans_of
from situate.extract.encoding.wordpiece import Wordpieces
from situate.extract.roles.binding import distance, gap


class Losses(nn.Module):
    """A network as the losses that it makes of a batch: by head, summed over the words (or claims) of each row."""

    def __init__(self, model: Reader, smoothing: float) -> None:
        super().__init__()
        self.model, self.smoothing = model, smoothing

    def forward(self, data: Mapping[str, Tensor], heads: Sequence[str]) -> dict[str, Tensor]:
        """[rows] for every head of ``heads``, those that have labels in this batch."""
        model = self.model
        states = model.drop(model.states(data["input_ids"], data["shape_ids"], data["first"]))
        found: dict[str, Tensor] = {}
        for name in (n for n in model.taggers if n in heads):
            found[name] = _by_row(model.taggers[name](states), data[name], self.smoothing if name == "claim" else 0.0)
        if "head" in heads:
            found["head"] = _by_row(model.arcs(states, data["sentence"]), data["head"])
            found["relation"] = _by_row(model.relations(states, data["head"].clamp(min=0)), data["relation"])
        if "role" in heads:
            found |= self._bound(states, data)
        if "claim" in heads and len(data["pair"]):
            found["same"] = self._apart(model.taggers["claim"](states), data)
        return found

    def _apart(self, scores: Tensor, data: Mapping[str, Tensor]) -> Tensor:
        """How far the types of claims are read apart in windows and their twins (both divergences, halved), [rows]."""
        first, second = (scores[rows].float().log_softmax(-1) for rows in data["pair"].unbind(1))
        apart = ((first.exp() - second.exp()) * (first - second)).sum(-1) / 2
        words = data["sentence"][data["pair"][:, 0]] >= 0
        rows = functional.one_hot(data["pair"][:, 0], len(scores)).to(apart.dtype)
        return (apart * words).sum(1) @ rows

    def _bound(self, states: Tensor, data: Mapping[str, Tensor]) -> dict[str, Tensor]:
        role, speaker, modality, polarity, timing = bound(self.model, states, data)
        at = data["at"]
        by_claim = {
            "role": _by_row(role, data["role"], self.smoothing),
            "speaker": _by_row(speaker, data["speaker"]),
            "modality": _by_row(modality[:, None], at[:, 2:3], self.smoothing),
            "polarity": _by_row(polarity[:, None], at[:, 3:4], self.smoothing),
            "timing": _by_row(timing[:, None], at[:, 5:6], self.smoothing),
        }
        rows = functional.one_hot(at[:, 0], states.shape[0]).to(role.dtype)
        return {name: value @ rows.to(value.dtype) for name, value in by_claim.items()}


def _by_row(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    """Cross-entropy of [rows, words, classes], summed over words that have a label."""
    logs = scores.float().log_softmax(-1)
    known = gold != IGNORE
    chosen = logs.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    loss = -(1 - smoothing) * chosen - smoothing * logs.mean(-1)
    return (loss * known).sum(1)


def labelled(data: Mapping[str, Tensor]) -> list[str]:
    """The heads that have labels in a batch."""
    heads = [name for name in (*HEADS, "head") if bool((data[name] != IGNORE).any())]
    return [*heads, "role"] if len(data["at"]) else heads


def bound(model: Reader, states: Tensor, data: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
    """The scores of the binder for a batch: roles and speaker [claims, words, tags], modality, polarity, timing."""
    at, trigger = data["at"], data["trigger"].to(states.dtype)
    rows = at[:, 0]
    mean = torch.bmm(trigger[:, None] / trigger.sum(1)[:, None, None], states[rows])[:, 0]
    return model.binder(states, rows, mean, at[:, 1], data["near"], data["gap"])


def places(data: dict[str, Tensor]) -> dict[str, Tensor]:
    """Add the classes of distance between each claim's trigger and each word, in words and in sentences."""
    first = data["trigger"].argmax(1).numpy()
    width = data["trigger"].shape[1]
    near = distance(np.arange(width)[None] - first[:, None])
    between = data["sentence"].numpy()[data["at"][:, 0].numpy()] - data["at"][:, 4].numpy()[:, None]
    return data | {"near": torch.from_numpy(near), "gap": torch.from_numpy(gap(between))}


@dataclass(frozen=True)
class Plan:
    """How to train: rates, epochs, losses' weights."""

    epochs: int
    weights: Mapping[str, float]
    encoder_rate: float
    head_rate: float
    smoothing: float = 0.0
    warm: float = 0.06
    device: str = "cpu"
    ahead: int = 3
    seconds: float = math.inf  # by which rates have come down to nothing and training stops


_make: Callable[[int], list[list[Window]]]
_pieces: Wordpieces


def _ready(number: int) -> list[dict[str, np.ndarray]]:
    torch.set_num_threads(1)
    found = []
    for batch in _make(number):
        first = [place for place, window in enumerate(batch) if window.twin]
        rows = batch + [window.twin for window in batch if window.twin]
        data = {k: v.numpy().astype(np.int32) for k, v in places(arrays(rows, _pieces)).items()}
        data["pair"] = np.array([(p, len(batch) + n) for n, p in enumerate(first)], dtype=np.int32).reshape(-1, 2)
        found.append(data | {"report": np.array([w.report for w in rows])})
    return found


def epochs(
    make: Callable[[int], list[list[Window]]], wordpieces: Wordpieces, plan: Plan
) -> Iterator[list[dict[str, Tensor]]]:
    """The batches of each epoch, made ahead in processes of their own.

    ``report`` is the number of each row's report; ``pair`` [twins, 2] the rows of windows and of their twins.
    """
    global _make, _pieces  # what forked processes see
    _make, _pieces = make, wordpieces
    pool = ProcessPoolExecutor(plan.ahead, multiprocessing.get_context("fork"))
    waiting: list[Future[list[dict[str, np.ndarray]]]] = []
    try:
        for number in range(plan.epochs + plan.ahead):
            if number < plan.epochs:
                waiting.append(pool.submit(_ready, number))
            if number >= plan.ahead:
                yield [{k: torch.from_numpy(v) for k, v in d.items()} for d in waiting.pop(0).result()]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class Side:
    """Networks that are trained side by side on the same batches, each without the reports that it must not see.

    The weights of all lie in two rows of numbers a network, [networks, encoder] and [networks, heads], so that one step
    for many costs little more than one for one.
    """

    def __init__(self, model: Reader, many: int, smoothing: float, device: str) -> None:
        for layer in model.encoder.layers:
            layer.plain = many > 1  # the fast attention cannot be run for many networks at once
        self.losses = Losses(model, smoothing).to(device)
        named = [(n, p) for n, p in self.losses.named_parameters() if p.requires_grad]
        parts = [[(n, p) for n, p in named if n.startswith("model.encoder.") == inner] for inner in (True, False)]
        self.shapes = [[(n, p.shape) for n, p in part] for part in parts]
        flat = [torch.cat([p.detach().flatten() for _, p in part]) for part in parts]
        self.weights = [f.expand(many, -1).clone().requires_grad_(True) for f in flat]
        self.mean = [w.detach().clone() for w in self.weights]

    def _named(self, encoder: Tensor, heads: Tensor) -> dict[str, Tensor]:
        found: dict[str, Tensor] = {}
        for row, shapes in zip((encoder, heads), self.shapes, strict=True):
            for (name, shape), values in zip(shapes, row.split([s.numel() for _, s in shapes]), strict=True):
                found[name] = values.view(shape)
        return found

    def loss(self, data: Mapping[str, Tensor], seen: Tensor, weights: Mapping[str, float]) -> Tensor:
        """The mean loss a word, [networks]; ``seen`` is [networks, rows], 1 where it may see the row."""
        heads = labelled(data)
        words = (data["sentence"] >= 0).sum(1).float()

        def one(encoder: Tensor, inner: Tensor, rows: Tensor) -> Tensor:
            found = torch.func.functional_call(self.losses, self._named(encoder, inner), (data, heads))
            total = sum(weights.get(name, 0.0) * (value * rows).sum() for name, value in found.items())
            return total / (words * rows).sum().clamp(min=1.0)

        if len(seen) == 1:
            return one(self.weights[0][0], self.weights[1][0], seen[0])[None]
        return torch.vmap(one, randomness="different")(*self.weights, seen)

    @torch.no_grad()
    def cut(self) -> None:
        """Cut each network's gradient at norm 1."""
        norm = sum(w.grad.square().sum(1) for w in self.weights if w.grad is not None).sqrt()
        for w in self.weights:
            w.grad *= (1.0 / (norm + 1e-6)).clamp(max=1.0)[:, None]

    @torch.no_grad()
    def average(self, keep: float = 0.99) -> None:
        """Take one more step into the running mean of the weights."""
        torch._foreach_lerp_(self.mean, [w.detach() for w in self.weights], 1 - keep)

    def network(self, number: int) -> Reader:
        """One of the networks, with the mean of its weights."""
        model = copy.deepcopy(self.losses.model)
        state = {n.removeprefix("model."): v for n, v in self._named(*(m[number] for m in self.mean)).items()}
        model.load_state_dict(state, strict=False)
        for layer in model.encoder.layers:
            layer.plain = False
        return model


def train(
    side: Side,
    feed: Iterator[list[dict[str, Tensor]]],
    plan: Plan,
    after: Callable[[int, str], None],
    hidden: Sequence[Collection[int]] = ((),),
) -> None:
    """Train on the epochs of a feed; ``hidden`` says which reports each network must not see."""
    rates = plan.encoder_rate, plan.head_rate
    optim = torch.optim.AdamW([{"params": [w]} for w in side.weights], weight_decay=0.01, fused=True)
    began = time.perf_counter()
    side.losses.train()
    for number, part in enumerate(feed):
        total = torch.zeros(len(hidden), device=plan.device)
        for place, data in enumerate(part):
            if place % 200 == 100:
                after(number, f"batch {place}/{len(part)} {time.perf_counter() - began:.0f} s")
            spent = (time.perf_counter() - began) / plan.seconds
            done = max((number + (place + 0.5) / len(part)) / plan.epochs, spent)
            if done >= 1:
                return
            for group, rate in zip(optim.param_groups, rates, strict=True):
                group["lr"] = rate * pace(done, plan.warm)
            reports = data.pop("report").tolist()
            seen = torch.tensor([[float(r not in h) for r in reports] for h in hidden])
            here = {k: v.to(plan.device, non_blocking=True).long() for k, v in data.items()}
            with half(plan.device):
                loss = side.loss(here, seen.to(plan.device), plan.weights)
            optim.zero_grad(set_to_none=True)
            loss.sum().backward()
            side.cut()
            optim.step()
            side.average()
            total += loss.detach()
        mean = " ".join(f"{x:.3f}" for x in (total / len(part)).tolist())
        after(number, f"loss {mean} {time.perf_counter() - began:.0f} s")


def pace(done: float, warm: float) -> float:
    """The share of the full rate after a share ``done`` of the training: linear rise, then linear fall to nothing."""
    return done / warm if done < warm else max(0.0, (1 - done) / (1 - warm))


def read_all(model: Reader, documents: Iterable[Document], wordpieces: Wordpieces) -> Iterable[dict[str, Tensor]]:
    """Scores and labels of every window, in whole windows as at run time."""
    model.eval()
    windows = [w for d in documents for w in Windows(wordpieces).of(d)]
    device = next(model.parameters()).device
    with torch.no_grad(), half(device.type):
        for batch in batches(windows, 3000 if device.type == "cpu" else 16000):
            data = {k: v.to(device) for k, v in arrays(batch, wordpieces).items()}
            states = model.states(data["input_ids"], data["shape_ids"], data["first"])
            arcs = model.arcs(states, data["sentence"])
            data["arcs"] = arcs.float()
            data["relations"] = model.relations(states, arcs.argmax(-1)).float()
            for name, tagger in model.taggers.items():
                data[f"{name}_scores"] = tagger(states).float()
            yield {k: v.cpu() for k, v in data.items()}


def parse_scores(model: Reader, documents: list[Document], wordpieces: Wordpieces) -> dict[str, float]:
    """UPOS, UAS and LAS (subtypes left out) over all words, greedy heads, gold words and sentences."""
    universal = torch.tensor([RELATIONS.index(r.split(":")[0]) for r in RELATIONS])
    total = tagged = attached = labelled = 0
    for data in read_all(model, documents, wordpieces):
        known = data["head"] != IGNORE
        head = (data["arcs"].argmax(-1) == data["head"]) & known
        same = universal[data["relations"].argmax(-1)] == universal[data["relation"].clamp(min=0)]
        total += int(known.sum())
        tagged += int(((data["upos_scores"].argmax(-1) == data["upos"]) & known).sum())
        attached += int(head.sum())
        labelled += int((head & same).sum())
    return {"upos": tagged / total, "uas": attached / total, "las": labelled / total}


def span_scores(model: Reader, documents: list[Document], wordpieces: Wordpieces, kind: str) -> dict[str, float]:
    """Exact span and label precision, recall, F1 of one tagging head, decoded with the constrained Viterbi."""
    hit = found = gold = 0
    for data in read_all(model, documents, wordpieces):
        for scores, labels, sentence in zip(
            data[f"{kind}_scores"].numpy(), data[kind].numpy(), data["sentence"].numpy(), strict=True
        ):
            for number in range(int(sentence.max()) + 1):
                where = np.flatnonzero(sentence == number)
                if not len(where) or (labels[where] == IGNORE).any():
                    continue
                ours, theirs = set(spans_of(best_tags(scores[where]))), set(spans_of(labels[where]))
                hit, found, gold = hit + len(ours & theirs), found + len(ours), gold + len(theirs)
    return {"p": hit / max(found, 1), "r": hit / max(gold, 1), "f1": 2 * hit / max(found + gold, 1)}


def seed_all(seed: int) -> random.Random:
    """Fix every source of chance; the returned generator cuts and orders the data."""
    torch.manual_seed(seed)
    return random.Random(seed)
