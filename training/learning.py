"""Losses, optimiser and measures that both stages share."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import numpy as np
import torch
from batches import Windows, arrays, batches
from corpora import IGNORE, RELATIONS, Document
from network import Reader
from torch import Tensor, nn
from torch.nn import functional

from situate.extract.decode import best_tags, spans_of
from situate.extract.wordpiece import Wordpieces


def losses(
    model: Reader, data: Mapping[str, Tensor], smoothing: float = 0.0
) -> tuple[dict[str, Tensor], dict[str, int]]:
    """The summed loss of each head that has labels in this batch, and how many labels that is."""
    states = model.drop(model.states(data["input_ids"], data["shape_ids"], data["first"]))
    found: dict[str, Tensor] = {}
    counts: dict[str, int] = {}
    for name, tagger in model.taggers.items():
        if (data[name] != IGNORE).any():
            scores = tagger(states).float()
            found[name] = _summed(scores, data[name], smoothing if name == "claim" else 0.0)
            counts[name] = int((data[name] != IGNORE).sum())
    if (data["head"] != IGNORE).any():
        found["head"] = _summed(model.arcs(states, data["sentence"]).float(), data["head"])
        heads = data["head"].clamp(min=0)
        found["relation"] = _summed(model.relations(states, heads).float(), data["relation"])
        counts["head"] = counts["relation"] = int((data["head"] != IGNORE).sum())
    return found, counts


def _summed(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum", label_smoothing=smoothing
    )


def optimiser(model: Reader, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW in two groups: the encoder learns slowly, the heads fast."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def schedule(optimiser: torch.optim.Optimizer, steps: int, warm: float = 0.06) -> torch.optim.lr_scheduler.LambdaLR:
    """Linear warm-up, then linear decay to nothing."""
    rise = max(1, int(steps * warm))
    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))
    )


def step(model: Reader, loss: Tensor, optim: torch.optim.Optimizer) -> None:
    """One update with the gradient cut at norm 1."""
    optim.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
    optim.step()


def read_all(model: Reader, documents: Iterable[Document], wordpieces: Wordpieces) -> Iterable[dict[str, Tensor]]:
    """Scores and labels of every window, in whole windows as at run time."""
    model.eval()
    windows = [w for d in documents for w in Windows(wordpieces).of(d)]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(windows, 3000):
            data = arrays(batch, wordpieces)
            states = model.states(data["input_ids"], data["shape_ids"], data["first"])
            arcs = model.arcs(states, data["sentence"])
            data["arcs"] = arcs.float()
            data["relations"] = model.relations(states, arcs.argmax(-1)).float()
            for name, tagger in model.taggers.items():
                data[f"{name}_scores"] = tagger(states).float()
            yield data


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
