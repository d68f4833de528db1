"""Claims that a network finds in reports, and how many of them are right (type and overlapping trigger)."""

from __future__ import annotations

from collections import Counter
from typing import Any

import corpora
import torch
from batches import Window, Windows, arrays
from learning import bound, places
from network import Reader, half

from situate.extract.encoding.decode import Floats, best_tags, spans, spans_of
from situate.extract.encoding.wordpiece import Wordpieces
from situate.text.sentences import sentences

Claims = dict[str, list[tuple[int, int, str]]]


def found_claims(model: Reader, reports: list[dict[str, Any]], wordpieces: Wordpieces) -> Claims:
    """Decoded claims by report, read in whole windows."""
    model.eval()
    found: Claims = {}
    for report in reports:
        here = found[report["id"]] = []
        read = corpora.spanned(report["id"], report["text"], sentences(report["text"]), "claim", [])
        for window in Windows(wordpieces).of(read):
            scores = _states(model, window, wordpieces)[1]
            begin = 0
            for sentence in window.sentences:
                end = begin + len(sentence.words)
                here += [
                    (sentence.spans[a][0], sentence.spans[b - 1][1], corpora.CLAIMS[k])
                    for a, b, k, _ in spans(scores[begin:end])
                ]
                begin = end
    return found


@torch.no_grad()
def _states(model: Reader, window: Window, wordpieces: Wordpieces) -> tuple[torch.Tensor, Floats, dict[str, Any]]:
    """Vectors and claim scores of the words of one window, and its arrays."""
    device = next(model.parameters()).device
    data = {k: v.to(device) for k, v in places(arrays([window], wordpieces)).items()}
    with half(device.type):
        states = model.states(data["input_ids"], data["shape_ids"], data["first"]).float()
    return states, model.taggers["claim"](states)[0].float().cpu().numpy(), data


@torch.no_grad()
def binding_scores(model: Reader, reports: list[dict[str, Any]], wordpieces: Wordpieces) -> dict[str, float]:
    """With gold triggers: exact F1 of role and speaker spans inside the window; shares of classes right."""
    model.eval()
    n: Counter[str] = Counter()
    for window in (w for r in reports for w in Windows(wordpieces).of(corpora.report(r))):
        states, _, data = _states(model, window, wordpieces)
        if not len(data["at"]):
            continue
        role, speaker, modality, polarity, timing = (x.float().cpu().numpy() for x in bound(model, states, data))
        for k, (_, _, sure, sign, _, when) in enumerate(data["at"].cpu().numpy()):
            for name, scores, gold in (("role", role, data["role"]), ("speaker", speaker, data["speaker"])):
                ours, theirs = set(spans_of(best_tags(scores[k]))), set(spans_of(gold[k].cpu().numpy()))
                n[f"{name} hit"] += len(ours & theirs)
                n[f"{name} both"] += len(ours) + len(theirs)
            n["claims"] += 1
            n["modality"] += int(modality[k].argmax() == sure)
            n["polarity"] += int(polarity[k].argmax() == sign)
            n["timing"] += int(timing[k].argmax() == when)
            n["unreal hit"] += int(modality[k].argmax() == sure and sure > 0)
            n["unreal both"] += int(sure > 0) + int(modality[k].argmax() > 0)
    result = {
        name: round(2 * n[f"{name} hit"] / max(1, n[f"{name} both"]), 4) for name in ("role", "speaker", "unreal")
    }
    return result | {name: round(n[name] / max(1, n["claims"]), 4) for name in ("modality", "polarity", "timing")}


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
