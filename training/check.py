"""Measure an exported model: what the int8 file gives, not what the network gave in training.

    python training/check.py --model FILE.onnx --data DIR [--annotated FILE --fold 0/5]

Trees with gold words (UPOS, UAS, LAS without subtypes) and from raw text (LAS over words that the tokeniser finds too,
as F1); re3d mentions on the documents held out; claims of a fold's reports from raw text.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter
from pathlib import Path
from typing import Any

import corpora
import numpy as np
from batches import Windows, arrays
from corpora import IGNORE, RELATIONS, Document
from scoring import claim_f1

from situate.extract.encoding import decode
from situate.extract.encoding.encoder import Encoder
from situate.extract.encoding.wordpiece import Wordpieces

UNIVERSAL = [RELATIONS.index(r.split(":")[0]) for r in RELATIONS]
log = logging.getLogger("check")


def windows(encoder: Encoder, documents: list[Document], wordpieces: Wordpieces) -> Any:
    """(labels, scores, sentence numbers) of every window, one call each."""
    session = encoder._session
    names = [o.name for o in session.get_outputs()]
    for document in documents:
        for window in Windows(wordpieces).of(document):
            data = {k: v.numpy() for k, v in arrays([window], wordpieces).items()}
            inputs = {k: data[k] for k in ("input_ids", "shape_ids", "first", "sentence")}
            scores = dict(zip(names, session.run(names, inputs), strict=True))
            yield data, {k: v[0] for k, v in scores.items()}, data["sentence"][0]


def trees(encoder: Encoder, documents: list[Document], wordpieces: Wordpieces) -> dict[str, float]:
    """UPOS, UAS, LAS with gold words and sentences, through the tree decoder."""
    n: Counter[str] = Counter()
    for data, scores, sentence in windows(encoder, documents, wordpieces):
        for number in range(int(sentence.max()) + 1):
            at = np.flatnonzero(sentence == number)
            heads = decode.tree(scores["arcs"][np.ix_(at, at)])
            relations = decode.relations(scores["relations"][at], heads, RELATIONS.index("root"))
            gold = data["head"][0][at] - at[0]
            gold[gold == np.arange(len(at))] = -1
            same = [UNIVERSAL[a] == UNIVERSAL[b] for a, b in zip(relations, data["relation"][0][at], strict=True)]
            n["words"] += len(at)
            n["upos"] += int((scores["upos"][at].argmax(1) == data["upos"][0][at]).sum())
            n["uas"] += int((heads == gold).sum())
            n["las"] += int(((heads == gold) & np.array(same)).sum())
    return {k: round(n[k] / n["words"], 4) for k in ("upos", "uas", "las")}


def mentions(encoder: Encoder, documents: list[Document], wordpieces: Wordpieces, head: str) -> float:
    """Exact span and label F1 of a tagging head."""
    hit = both = 0
    for data, scores, sentence in windows(encoder, documents, wordpieces):
        for number in range(int(sentence.max()) + 1):
            at = np.flatnonzero(sentence == number)
            labels = data[head][0][at]
            if (labels == IGNORE).any():
                continue
            ours = {s[:3] for s in decode.spans(scores[head][at])}
            theirs = set(decode.spans_of(labels))
            hit, both = hit + len(ours & theirs), both + len(ours) + len(theirs)
    return round(2 * hit / both, 4)


def raw(encoder: Encoder, data: Path) -> dict[str, float]:
    """Words and labelled arcs found from the raw text of EWT's development sentences, as F1."""
    n: Counter[str] = Counter()
    for record in corpora.lines(data / "ewt/dev.jsonl.gz"):
        gold, at = [], 0
        for token in record["tokens"]:
            at = record["text"].find(token, at)
            gold.append((at, at + len(token)))
            at += len(token)
        arcs = {
            (place, gold[h - 1] if h else None, r.split(":")[0])
            for place, h, r in zip(gold, record["head"], record["deprel"], strict=True)
        }
        found, words = set(), set()
        for sentence in encoder.read(record["text"]):
            places = [(t.start, t.end) for t in sentence.tokens]
            words |= set(places)
            found |= {
                (places[t.index], places[t.head] if t.head >= 0 else None, t.deprel.split(":")[0])
                for t in sentence.tokens
            }
        n["gold"] += len(gold)
        n["found"] += len(words)
        n["words"] += len(words & set(gold))
        n["las"] += len(arcs & found)
    return {k: round(2 * n[k] / (n["gold"] + n["found"]), 4) for k in ("words", "las")}


def main() -> None:
    """Read the arguments and log the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--annotated", type=Path)
    parser.add_argument("--fold")
    parser.add_argument("--write", type=Path, help="claims of the fold's reports as JSON lines, roles empty")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    encoder = Encoder.load(options.model)
    wordpieces = Wordpieces(options.model.with_name("vocab.txt").read_text(encoding="utf-8").splitlines())
    if options.annotated:
        claims(encoder, options)
    if options.data:
        ewt = corpora.ewt(options.data, "dev")
        log.info("EWT dev, gold words %s", trees(encoder, ewt, wordpieces))
        log.info("GUM dev, gold words %s", trees(encoder, corpora.gum(options.data, "dev"), wordpieces))
        log.info("re3d F1 %s", mentions(encoder, corpora.re3d(options.data, held_out=True), wordpieces, "mention"))
        log.info("names F1 %s", mentions(encoder, ewt, wordpieces, "name"))
        log.info("EWT dev, raw text %s", raw(encoder, options.data))


def claims(encoder: Encoder, options: argparse.Namespace) -> None:
    """Claims of the reports left out of a fold (all reports without one)."""
    reports = list(corpora.lines(options.annotated))
    if options.fold:
        fold, folds = map(int, options.fold.split("/"))
        reports = [r for i, r in enumerate(reports) if i % folds == fold]
    found = {r["id"]: [(t.start, t.end, t.label) for s in encoder.read(r["text"]) for t in s.triggers] for r in reports}
    log.info("claims %s", claim_f1(reports, found))
    if options.write:
        rows = [
            json.dumps(
                {"report": report, "type": kind, "trigger": {"start": a, "end": b}, "roles": [], "polarity": "positive",
                 "modality": "actual", "speakers": [], "interval": {"earliest": None, "latest": None}}
            )
            for report, spans in found.items()
            for a, b, kind in spans
        ]  # fmt: skip
        options.write.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
