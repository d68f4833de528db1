"""Stage 2: claims (what a report says happened, by type, on the words that evoke it) and what they bind.

    python training/claims.py --data DIR --annotated FILE [--own FILE …] --encoder DIR --out DIR [--models all …]

Starts from ``--out/base.pt``. Stage 1 parses the reports first, so that trees stay right at the very words that tell
claims (treebanks hold few of them); stage-1 data are replayed beside the claims. A report's fold is its number in the
annotated file modulo the number of folds; files of ``--own`` are always in training, but for reports
marked as kept out. Of those of ``--some`` a pass sees a share: what a model that goes on knows, beside what is new.
Several models are trained side by side on the same batches, each without the reports of its fold.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import random
import re
from pathlib import Path

import checkpoints
import corpora
import drills
import torch
from base import ATTRIBUTED, mask_of, measures, training_part, vocabulary
from batches import Window, Windows, batches, twin
from corpora import Document
from learning import Plan, Side, epochs, seed_all, train
from scoring import binding_scores, claim_f1, found_claims
from teacher import teach

WEIGHTS = {
    "upos": 0.3, "head": 0.6, "relation": 0.4, "mention": 1.0, "name": 0.5, "event": 0.4, "claim": 1.0,
    "source": 0.3, "cue": 0.3, "content": 0.3, "role": 0.25, "speaker": 0.25, "modality": 1.0, "polarity": 0.5,
    "timing": 0.5, "same": 1.0,
}  # fmt: skip
SINGLE = 0.2  # chance that a training window of claims is one sentence
log = logging.getLogger("claims")


def replayed(documents: list[Document], cutter: Windows, words: float, chance: random.Random) -> list[Window]:
    """Windows of stage-1 documents in random order, up to a number of words."""
    windows: list[Window] = []
    for found in chance.sample(documents, len(documents)):
        if words <= 0:
            break
        more = list(cutter.of(found))
        more = chance.sample(more, min(len(more), 6))
        words -= sum(w.words for w in more)
        windows.extend(more)
    return windows


def run(options: argparse.Namespace) -> None:
    """Train on the part, write the weights, and measure what was left out."""
    seed_all(options.seed)
    wordpieces = vocabulary(options.encoder)
    annotated = list(corpora.lines(options.annotated))
    own, some = (
        [r for path in paths for r in corpora.annotated(path, options.data) if r.get("split", "train") == "train"]
        for paths in (options.own, options.some)
    )
    replay, _ = training_part(options.data, licensed=options.licensed)
    said = [] if options.licensed else corpora.polnear(options.data, "train")
    model, sizes = checkpoints.load(options.base or options.out / "base.pt", options.encoder)
    model.to(options.device)
    claims = [corpora.report(r) for r in annotated + own + some]
    for number, document in enumerate(claims[: len(annotated)]):
        document.number = number
    made = [drills.documents(random.Random(f"{options.seed} drill {k}")) for k in range(options.drills)]
    teach(model, [*claims, *(d for some in made for d in some)], wordpieces)

    def make(number: int) -> list[list[Window]]:
        chance = random.Random(f"{options.seed} {number}")
        cutter = Windows(wordpieces, chance, 0.06, SINGLE, options.hidden, mask_of(options.encoder))
        always, now_and_then = claims[: len(annotated + own)], claims[len(annotated + own) :]
        here = always + chance.sample(now_and_then, round(options.share * len(some)))
        here += chance.choice(made) if made else []
        windows = [w for d in here for w in cutter.of(d)]
        words = options.replay * sum(w.words for w in windows)
        for window in windows if options.twins else ():
            window.twin = twin(window, wordpieces, chance)
        mixed = replay + chance.sample(said, min(ATTRIBUTED, len(said)))
        windows += replayed(mixed, Windows(wordpieces, chance), words, chance)
        return batches(windows, options.pieces, chance)

    weights = WEIGHTS | {"same": options.same}
    plan = Plan(
        options.epochs, weights, options.rate, options.head_rate, options.smoothing, 0.1, options.device, options.ahead,
        options.seconds,
    )  # fmt: skip
    hidden = [hidden_from(name, len(annotated)) for name in options.models]
    side = Side(model, len(hidden), plan.smoothing, options.device)
    train(side, epochs(make, wordpieces, plan), plan, lambda n, line: log.info("epoch %d %s", n + 1, line), hidden)
    networks = [side.network(number) for number in range(len(hidden))]
    for name, network in zip(options.models, networks, strict=True):
        checkpoints.save(network, sizes, options.out / f"{name}.pt")
    for name, network, numbers in zip(options.models, networks, hidden, strict=True):
        held = [annotated[i] for i in sorted(numbers)]
        if held:
            scores = claim_f1(held, found_claims(network, held, wordpieces)) | binding_scores(network, held, wordpieces)
            log.info("%s %s", name, json.dumps(scores))
        if options.measure == name:
            log.info("%s %s", name, json.dumps(measures(network, options.data, wordpieces)))


def hidden_from(name: str, reports: int) -> set[int]:
    """The numbers of the annotated reports that a model must not see.

    "fold0of5" leaves out every fifth, "fold3of5+fold4of5" two fifths, "all" none.
    """
    folds = re.findall(r"fold(\d+)of(\d+)", name)
    return {number for first, step in folds for number in range(int(first), reports, int(step))}


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "annotated", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--own", type=Path, nargs="*", default=[])
    parser.add_argument("--some", type=Path, nargs="*", default=[], help="files of which a pass sees a share")
    parser.add_argument("--share", type=float, default=0.4, help="of the reports of --some, drawn anew for each pass")
    parser.add_argument(
        "--drills", type=int, default=4, help="sets of made sentences of drills.txt, one of which an epoch"
    )
    parser.add_argument("--base", type=Path, help="default: base.pt in --out")
    parser.add_argument("--licensed", action="store_true", help="only sets that state a licence (see base.py)")
    parser.add_argument("--models", nargs="+", default=["all"], help="all, fold0of5, …: trained side by side")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--pieces", type=int, default=1000)
    parser.add_argument("--replay", type=float, default=0.6, help="replayed words for each word of claims")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of words hidden in half of the windows")
    parser.add_argument("--twins", action="store_true", help="windows beside themselves under other doers' names")
    parser.add_argument("--same", type=float, default=WEIGHTS["same"], help="weight of what twins are read apart")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=math.inf, help="of training at most")
    parser.add_argument("--ahead", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", help="the model of which trees and mentions are measured too")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    run(options)


if __name__ == "__main__":
    main()
