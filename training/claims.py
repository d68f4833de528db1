"""Stage 2: claims (what a report says happened, by type, on the words that evoke it).

    python training/claims.py --data DIR --annotated FILE [--own DIR] --encoder DIR --out DIR (--fold 0/5 | --all)

Starts from ``--out/base.pt``. Stage-1 data are replayed beside the claims so that trees and mentions stay as good;
with ``--teach`` the reports also carry the trees and mentions that stage 1 finds in them (see teacher.py). A report's
fold is its number in the file modulo the number of folds; files of ``--own`` are always in training. With a fold, the
scores of the reports left out are written to ``fold0.npz`` for training/tune.py.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpora
import drills
import numpy as np
import torch
from base import measures, sizes, training_part
from batches import Window, Windows, arrays, batches
from corpora import Document, Sentence
from learning import losses, optimiser, schedule, seed_all, step
from network import Reader
from scoring import claim_f1, found_claims
from teacher import teach

from situate.extract.wordpiece import Wordpieces
from situate.text.sentences import sentences

WEIGHTS = {"upos": 0.3, "head": 0.6, "relation": 0.4, "mention": 1.0, "name": 0.6, "event": 0.5, "claim": 1.0}
SINGLE = 0.3  # chance that a training window of claims is one sentence
log = logging.getLogger("claims")


def document(report: dict[str, Any]) -> Document:
    """A report as words with claim tags."""
    text = report["text"]
    spans = [(c["trigger"]["start"], c["trigger"]["end"], c["type"]) for c in report["claims"]]
    return corpora.spanned(report["id"], text, sentences(text), "claim", spans)


def taught(path: Path | None) -> list[Document]:
    """Reports that a reader of the same fold has marked (training/teach.py)."""
    if path is None:
        return []
    return [
        Document(r["id"], [Sentence(s["words"], {"claim": s["claim"]}) for s in r["sentences"]])
        for r in corpora.lines(path)
    ]


def split(options: argparse.Namespace) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Reports to train on, and those left out."""
    reports = list(corpora.lines(options.annotated))
    own = [r for path in sorted(options.own.glob("*.jsonl")) for r in corpora.lines(path)] if options.own else []
    own = [r for r in own if r.get("split") != "test"]
    if options.all:
        return reports + own, []
    fold, folds = map(int, options.fold.split("/"))
    held = [r for i, r in enumerate(reports) if i % folds == fold]
    return [r for i, r in enumerate(reports) if i % folds != fold] + own, held


def epoch(
    claims: list[Document],
    replay: list[Document],
    cutters: tuple[Windows, Windows],
    chance: random.Random,
    share: float,
) -> list[Window]:
    """Windows of all claims, and of enough replayed documents to make ``share`` times as many words."""
    windows = [w for d in claims for w in cutters[0].of(d)]
    wanted = share * sum(w.words for w in windows)
    for found in chance.sample(replay, len(replay)):
        if wanted <= 0:
            break
        more = list(cutters[1].of(found))
        more = chance.sample(more, min(len(more), 6))
        wanted -= sum(w.words for w in more)
        windows.extend(more)
    return windows


def train(options: argparse.Namespace) -> None:
    """Train on the part, write the weights, and measure what was left out."""
    chance = seed_all(options.seed)
    wordpieces = Wordpieces((options.encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    part, held = split(options)
    replay, events = training_part(options.data)
    stored = torch.load(options.out / options.base, weights_only=True)
    model = Reader(30522, sizes(events), len(corpora.RELATIONS))
    model.load_state_dict(stored["model"])
    base = Reader(30522, sizes(events), len(corpora.RELATIONS))
    base.load_state_dict(stored["model"])
    claims = [document(r) for r in part]
    if options.teach:
        teach(base, claims, wordpieces)
    marked = taught(options.taught)
    mean = Mean(model)
    cutters = (Windows(wordpieces, chance, 0.05, SINGLE), Windows(wordpieces, chance))
    optim = optimiser(model, options.rate, options.head_rate)
    plan = None
    began = time.perf_counter()
    for number in range(options.epochs):
        made = drills.documents(chance) if options.drills else []
        if options.teach:
            teach(base, made, wordpieces)
        windows = epoch(claims + made, replay, cutters, chance, options.replay)
        windows += some(marked, cutters[0], chance, options.taught_words)
        plans = batches(windows, options.pieces, chance)
        plan = plan or schedule(optim, len(plans) * options.epochs + 20, 0.1)
        total = run_epoch(model, plans, wordpieces, optim, plan, options.smoothing, mean)
        line = f"epoch {number + 1} loss {total:.3f} {time.perf_counter() - began:.0f} s"
        if (held and (number + 1) % options.every == 0) or number + 1 == options.epochs:
            line += f" {claim_f1(held, found_claims(model, held, wordpieces))}"
        log.info(line)
    mean.give(model)
    blend(model, stored["model"], options.share)
    if held:
        log.info("blended mean of the weights %s", claim_f1(held, found_claims(model, held, wordpieces)))
    name = "all" if options.all else f"fold{options.fold.split('/')[0]}"
    torch.save({"model": model.state_dict(), "sizes": sizes(events)}, options.out / f"{name}{options.suffix}.pt")
    if held:
        save_scores(model, held, wordpieces, options.out / f"{name}{options.suffix}.npz")
    if options.measure:
        log.info("%s", measures(model, options.data, wordpieces))


def some(marked: list[Document], cutter: Windows, chance: random.Random, words: int) -> list[Window]:
    """Windows of marked reports in random order, up to a number of words."""
    windows: list[Window] = []
    for found in chance.sample(marked, len(marked)):
        if words <= 0:
            break
        windows.extend(cutter.of(found))
        words -= sum(len(s.words) for s in found.sentences)
    return windows


class Mean:
    """The running mean of the weights over the last couple of hundred steps."""

    def __init__(self, model: Reader, keep: float = 0.99) -> None:
        self.keep = keep
        self.weights = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    def add(self, model: Reader) -> None:
        """Take one more step into the mean."""
        for name, value in model.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(value.detach(), 1 - self.keep)

    def give(self, model: Reader) -> None:
        """Put the mean into the network."""
        for name, value in model.named_parameters():
            if name in self.weights:
                value.data.copy_(self.weights[name])


def blend(model: Reader, before: dict[str, torch.Tensor], share: float) -> None:
    """Go back part of the way to the weights of stage 1, but for the claim head.

    Measured on folds 0 to 2: at a share of 0.9 claim F1 loses 0.2 points and LAS gains 0.3; at 0.75 it is 1.2 and 1.
    """
    state = {
        name: value if name.startswith("taggers.claim") else share * value + (1 - share) * before[name]
        for name, value in model.state_dict().items()
    }
    model.load_state_dict(state)


def run_epoch(model, plans, wordpieces, optim, plan, smoothing, mean) -> float:  # type: ignore[no-untyped-def]
    """One pass; returns the mean loss."""
    model.train()
    total = 0.0
    for batch in plans:
        words = sum(w.words for w in batch)
        with torch.autocast("cpu", torch.bfloat16):
            found, _ = losses(model, arrays(batch, wordpieces), smoothing)
        loss = sum(WEIGHTS[name] * value for name, value in found.items()) / words
        step(model, loss, optim)
        plan.step()
        mean.add(model)
        total += float(loss.detach())
    return total / len(plans)


def save_scores(model: Reader, held: list[dict[str, Any]], wordpieces: Wordpieces, path: Path) -> None:
    """The claim scores of every sentence left out, for choosing biases without training again."""
    rows = list(_rows(model, held, wordpieces))
    np.savez_compressed(
        path,
        report=np.array([r[0] for r in rows]),
        start=np.concatenate([r[1] for r in rows]),
        end=np.concatenate([r[2] for r in rows]),
        scores=np.concatenate([r[3] for r in rows]),
        length=np.array([len(r[1]) for r in rows]),
    )


def _rows(model: Reader, held: list[dict[str, Any]], wordpieces: Wordpieces) -> Iterator[tuple[Any, ...]]:
    from scoring import sentence_scores

    for report in held:
        for spans, scores in sentence_scores(model, document(report), wordpieces):
            yield report["id"], np.array([s[0] for s in spans]), np.array([s[1] for s in spans]), scores


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "annotated", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--drills", action="store_true", help="add the made sentences of drills.txt")
    parser.add_argument("--teach", action="store_true", help="stage 1 parses the reports first (not used for 1.0)")
    parser.add_argument("--taught", type=Path)
    parser.add_argument("--taught-words", type=int, default=30000)
    parser.add_argument("--base", default="base.pt")
    parser.add_argument("--fold")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--pieces", type=int, default=800)
    parser.add_argument("--replay", type=float, default=1.0, help="replayed words for each word of claims")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--share", type=float, default=0.9, help="of stage 2 in the final weights")
    parser.add_argument("--suffix", default="")
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    train(options)


if __name__ == "__main__":
    main()
