"""Stage 2b: fit the mention head anew to the encoder that stage 2 left behind, which itself stands still.

    python training/settle.py --data DIR --encoder DIR --checkpoint FILE --out FILE [--epochs 20]

Stage 2 shows the reports mentions as stage 1 saw them, and the head drifts towards these. Here it sees re3d alone.
"""

from __future__ import annotations

import argparse
import logging
import random
from pathlib import Path

import checkpoints
import corpora
import torch
from base import vocabulary
from batches import Windows, arrays, batches
from corpora import IGNORE
from learning import seed_all
from torch import Tensor, nn
from torch.nn import functional

log = logging.getLogger("settle")


@torch.no_grad()
def states(model, windows, wordpieces) -> list[tuple[Tensor, Tensor]]:  # type: ignore[no-untyped-def]
    """The vectors and mention labels of the words of each batch of windows."""
    model.eval()
    found = []
    for batch in batches(windows, 3000):
        data = arrays(batch, wordpieces)
        vectors = model.states(data["input_ids"], data["shape_ids"], data["first"])
        known = data["mention"] != IGNORE
        found.append((vectors[known], data["mention"][known]))
    return found


def main() -> None:
    """Read the arguments, fit the head, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "encoder", "checkpoint", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    seed_all(options.seed)
    model, sizes = checkpoints.load(options.checkpoint, options.encoder)
    wordpieces = vocabulary(options.encoder)
    documents = corpora.re3d(options.data, held_out=False)
    cuts = [Windows(wordpieces), *(Windows(wordpieces, random.Random(f"{options.seed} {k}"), 0.1) for k in range(3))]
    part = [pair for cut in cuts for pair in states(model, [w for d in documents for w in cut.of(d)], wordpieces)]
    vectors, labels = (torch.cat(values) for values in zip(*part, strict=True))
    head, drop = model.taggers["mention"], nn.Dropout(0.2)
    optim = torch.optim.AdamW(head.parameters(), lr=options.rate, weight_decay=0.01)
    for number in range(options.epochs):
        order = torch.randperm(len(labels))
        for group in optim.param_groups:
            group["lr"] = options.rate * (1 - number / options.epochs)
        for rows in order.split(256):
            loss = functional.cross_entropy(head(drop(vectors[rows])), labels[rows], label_smoothing=0.02)
            optim.zero_grad()
            loss.backward()
            optim.step()
    checkpoints.save(model, sizes, options.out)
    log.info("%d words, loss %.3f", len(labels), float(loss.detach()))


if __name__ == "__main__":
    main()
