"""Claims that a network finds in reports, and how many of them are right (type and overlapping trigger)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import corpora
import numpy as np
import torch
from batches import Windows, arrays
from corpora import Document
from network import Reader

from situate.extract.decode import Floats, spans
from situate.extract.wordpiece import Wordpieces
from situate.text.sentences import sentences

Claims = dict[str, list[tuple[int, int, str]]]


def sentence_scores(
    model: Reader, document: Document, wordpieces: Wordpieces
) -> Iterator[tuple[list[tuple[int, int]], Floats]]:
    """For each sentence of a document, the places of its words and their claim scores; read in whole windows."""
    model.eval()
    for window in Windows(wordpieces).of(document):
        data = arrays([window], wordpieces)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states = model.states(data["input_ids"], data["shape_ids"], data["first"])
        with torch.no_grad():
            scores = model.taggers["claim"](states.float())[0].numpy()
        begin = 0
        for sentence in window.sentences:
            yield sentence.spans, scores[begin : begin + len(sentence.words)]
            begin += len(sentence.words)


def found_claims(model: Reader, reports: list[dict[str, Any]], wordpieces: Wordpieces) -> Claims:
    """Decoded claims by report."""
    found: Claims = {}
    for report in reports:
        text = report["text"]
        read = corpora.spanned(report["id"], text, sentences(text), "claim", [])
        found[report["id"]] = [
            (places[a][0], places[b - 1][1], corpora.CLAIMS[k])
            for places, scores in sentence_scores(model, read, wordpieces)
            for a, b, k, _ in spans(scores)
        ]
    return found


def met(
    gold: list[tuple[int, int, str]], found: list[tuple[int, int, str]], typed: bool = True
) -> list[tuple[int, int]]:
    """Pairs of gold and found claims whose triggers overlap (and whose types agree), each used once."""
    pairs, used = [], set()
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if j not in used and (not typed or g[2] == f[2]) and g[0] < f[1] and f[0] < g[1]:
                pairs.append((i, j))
                used.add(j)
                break
    return pairs


def claim_f1(reports: list[dict[str, Any]], found: Claims) -> dict[str, float]:
    """Precision, recall and F1 of claims, and F1 of detection whatever the type."""
    n: Counter[str] = Counter()
    for report in reports:
        gold = [(c["trigger"]["start"], c["trigger"]["end"], c["type"]) for c in report["claims"]]
        n["gold"] += len(gold)
        n["found"] += len(found[report["id"]])
        n["met"] += len(met(gold, found[report["id"]]))
        n["seen"] += len(met(gold, found[report["id"]], typed=False))
    both = max(1, n["gold"] + n["found"])
    return {
        "p": round(n["met"] / max(1, n["found"]), 4),
        "r": round(n["met"] / max(1, n["gold"]), 4),
        "f1": round(2 * n["met"] / both, 4),
        "detection": round(2 * n["seen"] / both, 4),
    }


__all__ = ["claim_f1", "found_claims", "met", "np", "sentence_scores"]
