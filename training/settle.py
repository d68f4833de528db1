"""Stage 2b: fit the heads of trees, mentions and names to the encoder that stage 2 left behind.

    python training/settle.py --data DIR --encoder DIR --base FILE --checkpoint FILE --out FILE [--texts FILE ...]

Stage 2 moves the encoder towards claims, and the other heads lose by it. Here the encoder and the claim head stand
still, so that claims stay exactly what they were; one pass over stage-1 data, and over unlabelled reports of
fighting as the reader of stage 1 parses them, moves the rest back into place.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from pathlib import Path

import corpora
import torch
from base import WEIGHTS, measures
from batches import Window, Windows, arrays, batches
from corpora import Document
from export import load
from learning import losses, schedule, seed_all
from teacher import teach

from situate.extract.wordpiece import Wordpieces
from situate.text.sentences import sentences

log = logging.getLogger("settle")


def main() -> None:
    """Read the arguments and settle the heads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "encoder", "base", "checkpoint", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--words", type=int, default=160_000)
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--text-words", type=int, default=110_000)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    settle(options)


def enough(documents: list[Document], cutter: Windows, words: int) -> list[Window]:
    """Windows of the documents in order, up to a number of words."""
    windows: list[Window] = []
    for document in documents:
        if words <= 0:
            break
        more = list(cutter.of(document))
        windows += more
        words -= sum(w.words for w in more)
    return windows


def unlabelled(paths: list[Path], words: int, chance: random.Random) -> list[Document]:
    """Reports of the files in random order, up to a number of words."""
    records = [r for path in paths for r in corpora.lines(path)]
    chance.shuffle(records)
    found: list[Document] = []
    for record in records:
        if words <= 0:
            break
        words -= len(record["text"].split())
        found.append(corpora.spanned(record["id"], record["text"], sentences(record["text"]), "claim", []))
    for sentence in (s for d in found for s in d.sentences):
        sentence.labels.clear()
    return found


def settle(options: argparse.Namespace) -> None:
    """One pass, with the encoder still; write the weights."""
    chance = seed_all(options.seed)
    wordpieces = Wordpieces((options.encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    model, stored = load(options.checkpoint)
    documents = corpora.ewt(options.data, "train") + corpora.gum(options.data, "train")
    documents += corpora.re3d(options.data, held_out=False) * 2
    chance.shuffle(documents)
    cutter = Windows(wordpieces, chance)
    windows = enough(documents, cutter, options.words)
    reports = unlabelled(options.texts, options.text_words, chance)
    base, _ = load(options.base)
    teach(base, reports, wordpieces)
    windows += enough(reports, cutter, options.text_words)
    for name, value in model.named_parameters():
        value.requires_grad_(not name.startswith(("encoder.", "taggers.claim", "taggers.event")))
    moved = [p for p in model.parameters() if p.requires_grad]
    optim = torch.optim.AdamW(moved, lr=options.rate, weight_decay=0.01)
    plans = batches(windows, 1200, chance)
    plan = schedule(optim, len(plans))
    began = time.perf_counter()
    model.drop.train()
    for batch in plans:
        count = sum(w.words for w in batch)
        with torch.autocast("cpu", torch.bfloat16):
            found, _ = losses(model, arrays(batch, wordpieces))
        loss = sum(WEIGHTS[name] * value for name, value in found.items()) / count
        optim.zero_grad(set_to_none=True)
        loss.backward()
        optim.step()
        plan.step()
    log.info("%d words in %.0f s", sum(w.words for w in windows), time.perf_counter() - began)
    torch.save({"model": model.state_dict(), "sizes": stored["sizes"]}, options.out)
    if options.measure:
        log.info("%s", measures(model, options.data, wordpieces))


if __name__ == "__main__":
    main()
