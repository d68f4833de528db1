"""What the signs of an interval weigh, when one is chosen among those that a claim can have.

Two sums are added. A table has the weight of each sign, for happenings and for states (``dating_weights.json``). A
small layer has what signs say together and none of them alone: over the sum of what the signs of the option and those
of the claim itself say (``dating_layer.npz``; in whole numbers, so that the sum is the same on every machine; no
pickles). Both were learned at once by ``training/dating.py``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

KINDS = ("happenings", "states")
OF_CLAIM = "claim "  # before the name of a sign of the claim itself, in the layer
STEP = 64  # parts of one in which the layer counts what signs say
FINE = 1024  # parts of one in which it counts what comes of it

Ints = NDArray[np.int64] | NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Layer:
    """What signs say together: numbers of signs, what each says [signs + 1, width] (the last: nothing), where each
    place begins [width], and what a place that is above nothing weighs [width, kinds]."""

    number: Mapping[str, int]
    says: Ints
    begin: Ints
    weighs: Ints

    def sums(self, kind: str, options: Sequence[Sequence[str]], own: Sequence[str]) -> list[float]:
        """The sum of each option, by the names of its signs and those of the claim itself."""
        number, nothing = self.number.get, len(self.says) - 1
        claim = [n for n in map(number, (OF_CLAIM + sign for sign in own)) if n is not None]
        rows: list[int] = []
        starts: list[int] = []
        for signs in options:
            starts.append(len(rows))
            rows.append(nothing)  # an option without a known sign has a row too
            rows.extend(n for n in map(number, signs) if n is not None)
        said = np.add.reduceat(self.says[rows], starts) + (self.begin + self.says[claim].sum(axis=0))
        weighed = np.maximum(said, 0).astype(np.int64) @ self.weighs[:, KINDS.index(kind)]
        return [int(n) / (STEP * FINE) for n in weighed]


@dataclass(frozen=True, slots=True)
class Weights:
    """The table by kind of claim, and the layer."""

    table: Mapping[str, Mapping[str, float]]
    layer: Layer

    def sums(self, kind: str, options: Sequence[Sequence[str]], own: Sequence[str]) -> list[float]:
        """What the signs of each option weigh, by their names; ``own``: those of the claim itself."""
        alone = (sum(filter(None, map(self.table[kind].get, signs))) for signs in options)
        return [a + b for a, b in zip(alone, self.layer.sums(kind, options, own), strict=True)]


@cache
def packaged() -> Weights:
    """The weights that lie beside the code."""
    folder = files("situate.resolve.when")
    table = json.loads(folder.joinpath("dating_weights.json").read_text("utf-8"))
    arrays = np.load(io.BytesIO(folder.joinpath("dating_layer.npz").read_bytes()), allow_pickle=False)
    says = arrays["says"].astype(np.int32)  # quicker to add up, and wide enough
    layer = Layer(
        number={sign: n for n, sign in enumerate(arrays["signs"].tobytes().decode().split("\n"))},
        says=np.concatenate([says, np.zeros_like(says[:1])]),
        begin=arrays["begin"].astype(np.int32),
        weighs=arrays["weighs"].astype(np.int64),
    )
    return Weights({kind: {sign: float(w) for sign, w in signs.items()} for kind, signs in table.items()}, layer)
