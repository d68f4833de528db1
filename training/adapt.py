"""Stage 0: the published encoder goes on reading, on news of conflict without labels (masked words).

    python training/adapt.py --data DIR --encoder DIR --out DIR --without FILE … [--epochs 12] [--device cuda]

The embeddings of words stand still; the shapes of words are learned here too, so that capitals mean something from
the start. Reports of ``--without`` (annotated ones, on which figures are measured) and all that shares sentences with
them are left out. Writes ``--out/adapted.pt``.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import checkpoints
import corpora
import numpy as np
import torch
from base import vocabulary
from network import HIDDEN, Encoder, half
from torch import Tensor, nn
from torch.nn import functional

from situate.extract.encoding.windows import OTHER, shape
from situate.extract.encoding.wordpiece import Wordpieces
from situate.text.sentences import sentences
from situate.text.tokens import words

TEXTS = [
    "fa_kes/articles",
    "guardian_sdf/unlabelled",
    "hrds_attack/train",
    "muc4/train",
    "re3d/train",
    "geoparsing/geovirus",
    "ngec_synthetic/train",
    "polnear/train",
]
LENGTH, SHARED = 128, 8  # pieces of a stretch; words that two texts share when one is a copy
log = logging.getLogger("adapt")


def grams(text: str) -> set[tuple[str, ...]]:
    """Runs of words, to find copies."""
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[i : i + SHARED]) for i in range(len(found) - SHARED + 1)}


def texts(data: Path, without: list[Path]) -> Iterator[str]:
    """The unlabelled texts; what shares more than a thirtieth of its runs with a report of ``without`` is left out."""
    known = set().union(*(grams(r["text"]) for path in without for r in corpora.lines(path)))
    for name in TEXTS:
        for record in corpora.lines(data / f"{name}.jsonl.gz"):
            mine = grams(record["text"])
            if len(mine & known) <= len(mine) / 30:
                yield record["text"]


def stretches(found: Iterator[str], wordpieces: Wordpieces) -> np.ndarray:
    """[stretches, 3, LENGTH]: pieces, shapes, and whether a piece begins a word."""
    rows: list[list[list[int]]] = []
    row: list[list[int]] = [[wordpieces.start], [OTHER], [0]]
    for text in found:
        for start, end in sentences(text):
            for number, (a, b) in enumerate(words(text[start:end])):
                word = text[start + a : start + b]
                pieces = wordpieces.pieces(word)
                if len(row[0]) + len(pieces) >= LENGTH:
                    rows.append(row)
                    row = [[wordpieces.start], [OTHER], [0]]
                row[0] += pieces
                row[1] += [shape(word, number == 0)] * len(pieces)
                row[2] += [1] + [0] * (len(pieces) - 1)
    result = np.zeros((len(rows), 3, LENGTH), dtype=np.int16)
    for i, one in enumerate(rows):
        for j in range(3):
            result[i, j, : len(one[j])] = one[j]
        result[i, 0, len(one[0])] = wordpieces.stop
    return result


class Masked(nn.Module):
    """The encoder with a head that guesses hidden pieces."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder, self.dense = encoder, nn.Linear(HIDDEN, HIDDEN)
        self.norm, self.bias = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Parameter(torch.zeros(30522))

    def forward(self, ids: Tensor, shapes: Tensor, hidden: Tensor) -> Tensor:
        """Scores [hidden pieces, vocabulary]."""
        x = self.encoder(ids, shapes)[hidden]
        x = self.norm(functional.gelu(self.dense(x)))
        return x @ self.encoder.words.weight.T + self.bias


def hide(ids: Tensor, begins: Tensor, mask: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Hide whole words, 18 in 100: most behind the mask, some behind a random piece, some as they are."""
    chosen = torch.rand(ids.shape, generator=generator, device=ids.device) < 0.18
    word = begins.cumsum(1)
    first = torch.zeros_like(ids).scatter_reduce(1, word, (chosen & (begins > 0)).long(), "amax")
    hidden = (first.gather(1, word) > 0) & (word > 0) & (ids > 999)
    how = torch.rand(ids.shape, generator=generator, device=ids.device)
    other = torch.randint(1000, 30522, ids.shape, generator=generator, device=ids.device)
    shown = torch.where(hidden & (how < 0.8), mask, torch.where(hidden & (how > 0.9), other, ids))
    return shown, hidden


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=float, default=12)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--batch", type=int, default=160)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    options.out.mkdir(parents=True, exist_ok=True)
    run(options)


def run(options: argparse.Namespace) -> None:
    """Read on, and write the encoder."""
    torch.manual_seed(options.seed)
    wordpieces = vocabulary(options.encoder)
    found = list(texts(options.data, options.without))
    random.Random(options.seed).shuffle(found)
    rows = torch.from_numpy(stretches(iter(found), wordpieces)).to(options.device)
    log.info("%d texts, %d stretches of %d pieces", len(found), len(rows), LENGTH)
    encoder = Encoder(30522)
    encoder.load(checkpoints.published(options.encoder))
    model = Masked(encoder).to(options.device)
    moved = [p for p in model.parameters() if p.requires_grad]
    optim = torch.optim.AdamW(moved, lr=options.rate, weight_decay=0.01, fused=True)
    steps = int(options.epochs * len(rows) / options.batch)
    course = torch.optim.lr_scheduler.LambdaLR(optim, lambda k: min((k + 1) / 200, max(0.0, 1 - k / steps)))
    chance = torch.Generator(options.device).manual_seed(options.seed)
    began, order = time.perf_counter(), torch.zeros(0, dtype=torch.long, device=options.device)
    model.train()
    for number in range(steps):
        if len(order) < options.batch:
            order = torch.randperm(len(rows), generator=chance, device=options.device)
        part, order = rows[order[: options.batch]].long(), order[options.batch :]
        shown, hidden = hide(part[:, 0], part[:, 2], 103, chance)
        with half(options.device):
            loss = functional.cross_entropy(model(shown, part[:, 1], hidden).float(), part[:, 0][hidden])
        optim.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(moved, 1.0, foreach=True)
        optim.step()
        course.step()
        if number % 500 == 0:
            log.info("step %d/%d loss %.3f %.0f s", number, steps, float(loss.detach()), time.perf_counter() - began)
    state = {k: v.cpu() for k, v in encoder.state_dict().items() if k != "words.weight"}
    torch.save(state, options.out / "adapted.pt")


if __name__ == "__main__":
    main()
