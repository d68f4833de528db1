"""Choose how readily each type of claim is told, on the reports that each fold left out.

    python training/tune.py --annotated FILE --scores fold0.npz fold1.npz ... [--write decoding.json]

First one shift for all types, then one for each frequent type. The figure told is honest: the shifts used for a fold
are chosen on the other folds. What is written is chosen on all of them.
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path
from typing import Any

import corpora
import numpy as np
from scoring import Claims, claim_f1

from situate.extract.decode import Floats, spans

COMMON = np.arange(-1.0, 2.01, 0.25)
EACH = (-1.0, -0.5, 0.5, 1.0)
FEWEST = 25  # gold claims of a type below which it keeps the common shift
log = logging.getLogger("tune")

Sentence = tuple[str, list[tuple[int, int]], Floats]


def sentences(path: Path) -> list[Sentence]:
    """(report, places of words, scores) of each sentence of a fold."""
    data = np.load(path)
    begin, found = 0, []
    places = list(zip(data["start"].tolist(), data["end"].tolist(), strict=True))
    scores = data["scores"]
    for report, length in zip(data["report"].tolist(), data["length"].tolist(), strict=True):
        found.append((report, places[begin : begin + length], scores[begin : begin + length]))
        begin += length
    return found


def worth(rows: list[Sentence]) -> list[Sentence]:
    """Only sentences in which some word leans to a claim at all; the others hold none under any shift tried."""
    return [r for r in rows if (r[2][:, 1:].max(axis=1) - r[2][:, 0]).max() > -4.5]


def decoded(rows: list[Sentence], bias: Floats, reports: list[dict[str, Any]]) -> Claims:
    """Claims by report under these shifts."""
    found: Claims = {r["id"]: [] for r in reports}
    for report, places, scores in rows:
        for a, b, k, _ in spans(scores, bias):
            found[report].append((places[a][0], places[b - 1][1], corpora.CLAIMS[k]))
    return found


def f1(rows: list[Sentence], bias: Floats, reports: list[dict[str, Any]]) -> float:
    """Claim F1 under these shifts."""
    return claim_f1(reports, decoded(rows, bias, reports))["f1"]


def chosen(rows: list[Sentence], reports: list[dict[str, Any]]) -> Floats:
    """The shifts that do best here."""
    kinds = len(corpora.CLAIMS)
    bias = max((np.full(kinds, c, dtype=np.float32) for c in COMMON), key=lambda b: f1(rows, b, reports))
    best = f1(rows, bias, reports)
    gold = [c["type"] for r in reports for c in r["claims"]]
    for kind, name in enumerate(corpora.CLAIMS):
        if gold.count(name) < FEWEST:
            continue
        for shift in EACH:
            tried = bias.copy()
            tried[kind] += shift
            value = f1(rows, tried, reports)
            if value > best + 0.0008:
                best, bias = value, tried
    return bias


def main() -> None:
    """Read the arguments, report the honest figure, and write the shifts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotated", type=Path, required=True)
    parser.add_argument("--scores", type=Path, nargs="+", required=True)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    reports = list(corpora.lines(options.annotated))
    folds = [sentences(path) for path in options.scores]
    names = [{row[0] for row in fold} for fold in folds]
    every = set().union(*names)
    found: Claims = {}
    plain: Claims = {}
    for number, fold in enumerate(folds):
        held = [r for r in reports if r["id"] in names[number]]
        others = [row for i, f in enumerate(folds) if i != number for row in worth(f)]
        rest = [r for r in reports if r["id"] in every - names[number]]
        bias = chosen(others, rest) if rest else np.zeros(len(corpora.CLAIMS), dtype=np.float32)
        found |= decoded(fold, bias, held)
        plain |= decoded(fold, np.zeros_like(bias), held)
    scored = [r for r in reports if r["id"] in every]
    log.info("without shifts %s", claim_f1(scored, plain))
    log.info("with shifts chosen on the other folds %s", claim_f1(scored, found))
    if options.write:
        bias = chosen([row for f in folds for row in worth(f)], scored)
        table = {n: round(float(b), 2) for n, b in zip(corpora.CLAIMS, bias, strict=True)}
        options.write.write_text(json.dumps({"bias": {"claim": table}}, indent=1) + "\n", encoding="utf-8")
        log.info("chosen on all: %s", table)


if __name__ == "__main__":
    main()
