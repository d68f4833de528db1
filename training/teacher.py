"""Trees, mentions and names of unlabelled text by the reader of stage 1.

Stage 2 moves the very words that tell claims, and treebanks hold few of them: without labels on the reports themselves,
"broke the siege" loses its verb while every measure on treebanks stays good. So stage 1 parses the reports first.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from batches import Windows, arrays, batches
from corpora import RELATIONS, Document, Sentence
from network import Reader, half

from situate.extract.encoding.decode import Floats, best_tags, relations, tree
from situate.extract.encoding.wordpiece import Wordpieces

SPANS = ("mention", "name")


def teach(model: Reader, documents: Iterable[Document], wordpieces: Wordpieces) -> None:
    """Give every sentence of the documents the labels that it lacks, in place.

    A sentence that is larger than a window is left as it is.
    """
    model.eval()
    windows = [w for d in documents for w in Windows(wordpieces).of(d)]
    device = next(model.parameters()).device
    for batch in batches(windows, 3000):
        data = {k: v.to(device) for k, v in arrays(batch, wordpieces).items()}
        with torch.no_grad(), half(device.type):
            states = model.states(data["input_ids"], data["shape_ids"], data["first"])
            arcs = model.arcs(states, data["sentence"])
            scores = {name: model.taggers[name](states).float().cpu().numpy() for name in ("upos", *SPANS)}
            scores["relation"] = model.relations(states, arcs.argmax(-1)).float().cpu().numpy()
            scores["arcs"] = arcs.float().cpu().numpy()
        for row, window in enumerate(batch):
            begin = 0
            for sentence in window.sentences:
                end = begin + len(sentence.words)
                part = {n: s[row, begin:end] for n, s in scores.items()}
                part["arcs"] = part["arcs"][:, begin:end]
                _label(sentence, part)
                begin = end


def _label(sentence: Sentence, scores: dict[str, Floats]) -> None:
    heads = tree(scores["arcs"])
    found = relations(scores["relation"], heads, RELATIONS.index("root"))
    labels = {
        "head": np.where(heads < 0, np.arange(len(heads)), heads),
        "relation": found,
        "upos": scores["upos"].argmax(axis=1),
        **{name: best_tags(scores[name]) for name in SPANS},
    }
    for name, values in labels.items():
        sentence.labels.setdefault(name, [int(v) for v in values])
