"""How far a confidence can be taken at its word: of claims told at 0.8, are eight of ten right?

Claims are ranked by confidence and cut into bins of equal mass; the expected calibration error is the mean distance
between the mean confidence of a bin and the share of its claims that are right, each claim counting once (Naeini et
al., AAAI 2015). Chance alone gives a perfect reader an error above nought, the more the fewer claims there are:
``by_chance`` is what a reader would show on average whose confidences were exact.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from statistics import fmean

from situate.evaluate.rates import DIGITS, Figures

Told = tuple[float, bool]  # a confidence, 0 to 1, and whether the claim is right
BINS = 10
_DRAWS, _SEED = 200, 1


def reliability(told: Sequence[Told]) -> Figures:
    """The error and the bins, least sure first; no claims have neither."""
    if not told:
        return {"claims": 0}
    ranked = sorted(told)
    return {
        "claims": len(told),
        "ece": round(error(ranked), DIGITS),
        "by_chance": round(_by_chance([confidence for confidence, _ in ranked]), DIGITS),
        "bins": {
            f"{number:02}": {
                "confidence": round(_confidence(part), DIGITS),
                "right": round(_right(part), DIGITS),
                "claims": len(part),
            }
            for number, part in enumerate(bins(ranked), 1)
        },
    }


def error(told: Sequence[Told]) -> float:
    """The expected calibration error, 0 to 1."""
    parts = list(bins(sorted(told, key=itemgetter(0))))
    return sum(len(part) * abs(_confidence(part) - _right(part)) for part in parts) / max(len(told), 1)


def bins(ranked: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """The ranked claims in at most ``BINS`` parts whose sizes differ by one at most."""
    numbered = ((number * BINS // len(ranked), one) for number, one in enumerate(ranked))
    for _, part in groupby(numbered, key=itemgetter(0)):
        yield [one for _, one in part]


def _by_chance(confidences: Sequence[float]) -> float:
    chance = random.Random(_SEED)  # noqa: S311
    return fmean(error([(c, chance.random() < c) for c in confidences]) for _ in range(_DRAWS))


def _confidence(part: Sequence[Told]) -> float:
    return fmean(confidence for confidence, _ in part)


def _right(part: Sequence[Told]) -> float:
    return fmean(right for _, right in part)
