"""Let a trained reader mark unlabelled reports, for training once more on its sure answers.

    python training/teach.py --checkpoint FILE --encoder DIR --annotated FILE --texts FILE ... --out FILE

Words on which the reader is not sure are left unlabelled. Annotated reports are never marked, whatever the fold. The
reader must be of the same fold as the training that follows, so that nothing is learned of the reports left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
from pathlib import Path

import corpora
import numpy as np
import torch
from corpora import IGNORE
from export import load
from scoring import sentence_scores

from situate.extract.decode import Floats, best_tags, softmax
from situate.extract.wordpiece import Wordpieces
from situate.text.sentences import sentences

SURE = 0.75  # least probability of a tag that is taught
log = logging.getLogger("teach")


def taught(scores: Floats) -> list[int]:
    """The tags of one sentence; unsure ones are not labelled."""
    tags = best_tags(scores)
    sure = softmax(scores)[np.arange(len(tags)), tags] >= SURE
    return [int(t) if s else IGNORE for t, s in zip(tags, sure, strict=True)]


def main() -> None:
    """Read the arguments and write the marked reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "encoder", "annotated", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(options.threads)
    annotated = list(corpora.lines(options.annotated))
    known = {r["id"] for r in annotated} | {r["text"][:200] for r in annotated}
    wordpieces = Wordpieces((options.encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    model, _ = load(options.checkpoint)
    count = 0
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for record in (r for path in options.texts for r in corpora.lines(path)):
            text = record["text"]
            if record["id"] in known or text[:200] in known:
                continue
            read = corpora.spanned(record["id"], text, sentences(text), "claim", [])
            rows = [
                {"words": [text[a:b] for a, b in places], "claim": taught(scores)}
                for places, scores in sentence_scores(model, read, wordpieces)
            ]
            out.write(json.dumps({"id": record["id"], "sentences": rows}) + "\n")
            count += 1
    log.info("%d reports marked", count)


if __name__ == "__main__":
    main()
