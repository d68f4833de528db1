"""Stage 1: parts of speech, trees, mentions, names and attributions together.

    python training/base.py --data DIR --encoder DIR --out DIR [--adapted FILE] [--epochs 8] [--device cuda]

``--encoder`` holds model.safetensors and vocab.txt of all-MiniLM-L6-v2; ``--adapted`` is
what stage 0 made of it. The weights go to ``--out/base.pt``. ``--licensed`` leaves out the sets that state no licence
(GENEVA, PolNeAR): the second profile, whose scores stand beside the shipped model's.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from pathlib import Path

import checkpoints
import corpora
import torch
from batches import Window, Windows, batches
from corpora import Document
from learning import Plan, Side, epochs, parse_scores, seed_all, span_scores, train
from network import Reader

from situate.extract.encoding.wordpiece import Wordpieces

WEIGHTS = {
    "upos": 0.5, "head": 1.0, "relation": 0.7, "mention": 1.5, "name": 1.0, "event": 1.0,
    "source": 0.5, "cue": 0.5, "content": 0.5,
}  # fmt: skip
REPEATS = {"re3d": 5, "geneva": 2}
ATTRIBUTED = 250  # documents of PolNeAR an epoch
log = logging.getLogger("base")


def training_part(data: Path, *, licensed: bool = False) -> tuple[list[Document], int]:
    """Every training document but PolNeAR's, small corpora repeated; and the number of auxiliary event types."""
    events, kinds = ([], []) if licensed else corpora.geneva(data)
    documents = corpora.ewt(data, "train") + corpora.gum(data, "train")
    documents += corpora.re3d(data, held_out=False) * REPEATS["re3d"] + events * REPEATS["geneva"]
    return documents, len(kinds)


def measures(model: Reader, data: Path, wordpieces: Wordpieces) -> dict[str, dict[str, float]]:
    """The measures on what is held out of stage 1."""
    ewt = corpora.ewt(data, "dev")
    said = corpora.polnear(data, "dev")
    return {
        "ewt": parse_scores(model, ewt, wordpieces),
        "gum": parse_scores(model, corpora.gum(data, "dev"), wordpieces),
        "re3d": span_scores(model, corpora.re3d(data, held_out=True), wordpieces, "mention"),
        "names": span_scores(model, ewt, wordpieces, "name"),
        **{kind: span_scores(model, said, wordpieces, kind) for kind in corpora.SAID},
    }


def sizes(events: int) -> dict[str, int]:
    """Classes of each tagging head."""
    return {
        "upos": len(corpora.UPOS),
        "mention": 2 * len(corpora.MENTIONS) + 1,
        "name": 2 * len(corpora.NAMES) + 1,
        "event": 2 * events + 1,
        "claim": 2 * len(corpora.CLAIMS) + 1,
        **dict.fromkeys(corpora.SAID, 3),
    }


def vocabulary(encoder: Path) -> Wordpieces:
    """The pieces of the encoder's vocabulary."""
    return Wordpieces((encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])


def mask_of(encoder: Path) -> int:
    """The number of the piece that hides a word."""
    return (encoder / "vocab.txt").read_text(encoding="utf-8").split("\n").index("[MASK]")


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--adapted", type=Path)
    parser.add_argument("--licensed", action="store_true", help="only sets that state a licence")
    parser.add_argument("--name", default="base")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--pieces", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    run(options)


def run(options: argparse.Namespace) -> None:
    """Train, write the weights, and measure."""
    seed_all(options.seed)
    wordpieces = vocabulary(options.encoder)
    documents, events = training_part(options.data, licensed=options.licensed)
    said = [] if options.licensed else corpora.polnear(options.data, "train")

    def make(number: int) -> list[list[Window]]:
        chance = random.Random(f"{options.seed} {number}")
        part = documents + chance.sample(said, min(ATTRIBUTED, len(said)))
        cutter = Windows(wordpieces, chance)
        return batches([w for d in part for w in cutter.of(d)], options.pieces, chance)

    plan = Plan(options.epochs, WEIGHTS, options.rate, 1e-3, device=options.device)
    model = checkpoints.fresh(options.encoder, sizes(events))
    if options.adapted:
        model.encoder.load_state_dict(torch.load(options.adapted, map_location="cpu", weights_only=True), strict=False)
    side = Side(model, 1, plan.smoothing, options.device)
    train(side, epochs(make, wordpieces, plan), plan, lambda n, line: log.info("epoch %d %s", n + 1, line))
    model = side.network(0)
    checkpoints.save(model, sizes(events), options.out / f"{options.name}.pt")
    log.info("%s", json.dumps(measures(model, options.data, wordpieces)))


if __name__ == "__main__":
    main()
