"""Stage 1: parts of speech, trees, mentions and names together.

    python training/base.py --data DIR --encoder DIR --out DIR [--epochs 6]

``--encoder`` holds model.safetensors and vocab.txt of all-MiniLM-L6-v2. After each epoch the weights are written to
``--out/base.pt`` with the measures on the development parts.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path

import corpora
import safetensors
import torch
from batches import Windows, arrays, batches
from corpora import Document
from learning import losses, optimiser, parse_scores, schedule, seed_all, span_scores, step
from network import Reader

from situate.extract.wordpiece import Wordpieces

WEIGHTS = {"upos": 0.5, "head": 1.0, "relation": 0.7, "mention": 1.5, "name": 1.0, "event": 1.0, "claim": 0.0}
REPEATS = {"re3d": 5, "geneva": 2}
log = logging.getLogger("base")


def training_part(data: Path) -> tuple[list[Document], int]:
    """Every training document, small corpora repeated; and the number of auxiliary event types."""
    events, kinds = corpora.geneva(data)
    documents = corpora.ewt(data, "train") + corpora.gum(data, "train")
    documents += corpora.re3d(data, held_out=False) * REPEATS["re3d"] + events * REPEATS["geneva"]
    return documents, len(kinds)


def measures(model: Reader, data: Path, wordpieces: Wordpieces) -> dict[str, dict[str, float]]:
    """The measures on what is held out of stage 1."""
    ewt = corpora.ewt(data, "dev")
    return {
        "ewt": parse_scores(model, ewt, wordpieces),
        "gum": parse_scores(model, corpora.gum(data, "dev"), wordpieces),
        "re3d": span_scores(model, corpora.re3d(data, held_out=True), wordpieces, "mention"),
        "names": span_scores(model, ewt, wordpieces, "name"),
    }


def sizes(events: int) -> dict[str, int]:
    """Classes of each tagging head."""
    return {
        "upos": len(corpora.UPOS),
        "mention": 2 * len(corpora.MENTIONS) + 1,
        "name": 2 * len(corpora.NAMES) + 1,
        "event": 2 * events + 1,
        "claim": 2 * len(corpora.CLAIMS) + 1,
    }


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=1200)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


def train(options: argparse.Namespace) -> None:
    """Run the epochs; write the weights after each."""
    chance = seed_all(options.seed)
    wordpieces = Wordpieces((options.encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    documents, events = training_part(options.data)
    model = Reader(30522, sizes(events), len(corpora.RELATIONS))
    model.encoder.load(safetensors.read(options.encoder / "model.safetensors"))
    cutter = Windows(wordpieces, chance)
    optim = optimiser(model, 2e-4, 1e-3)
    plan = None
    for epoch in range(options.epochs):
        plans = batches([w for d in documents for w in cutter.of(d)], options.pieces, chance)
        plan = plan or schedule(optim, len(plans) * options.epochs + 50)
        began, seen, total = time.perf_counter(), 0, 0.0
        model.train()
        for number, batch in enumerate(plans, 1):
            words = sum(w.words for w in batch)
            with torch.autocast("cpu", torch.bfloat16):
                found, _ = losses(model, arrays(batch, wordpieces))
            loss = sum(WEIGHTS[name] * value for name, value in found.items()) / words
            step(model, loss, optim)
            plan.step()
            seen, total = seen + words, total + float(loss.detach())
            if number % 50 == 0:
                speed = seen / (time.perf_counter() - began)
                log.info(
                    "epoch %d batch %d/%d loss %.3f words/s %.0f", epoch + 1, number, len(plans), total / 50, speed
                )
                total = 0.0
        torch.save({"model": model.state_dict(), "sizes": sizes(events)}, options.out / "base.pt")
        log.info(
            "epoch %d took %.0f s; %s",
            epoch + 1,
            time.perf_counter() - began,
            json.dumps(measures(model, options.data, wordpieces)),
        )


if __name__ == "__main__":
    main()
