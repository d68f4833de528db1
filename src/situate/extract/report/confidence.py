"""The confidence that a claim is told with: the model's probability of its trigger and type, put right.

The probability is the mean over the words of the trigger, as the claim head gives it; thresholds elsewhere compare that
one. On reports left out of training it is a little too sure of itself, on the written ones a little too unsure; one
number fitted on both, as a temperature (Guo et al., ICML 2017), is all that helps on reports that it was not fitted on:
two numbers or a table do no better there (docs/reference/model-card.md).
"""

from __future__ import annotations

import math

SLOPE = 0.915  # of the log-odds; fitted on folds 0 to 2 and the own test part, each half the weight
_EDGE = 1e-4  # nearer to 0 and 1 no probability of the model can be told apart


def calibrated(probability: float) -> float:
    """The share of claims of this probability that are right, 0 to 1; it rises with the probability."""
    held = min(max(probability, _EDGE), 1 - _EDGE)
    return 1 / (1 + math.exp(-SLOPE * math.log(held / (1 - held))))
