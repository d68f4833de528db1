"""Small scorers over the reader's word vectors and hashed features; the first says which role a phrase has.

A scorer is one hidden layer: ``out · relu(features + states)``, where ``states`` comes from the vectors of the trigger
and of the phrase, their product between them. Weights lie in ``scorers.npz`` beside the model (half precision, no
pickles), pinned by hash in ``scorers.json``. Arithmetic is in single precision, one report at a time.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from situate.errors import BadModel

Floats = npt.NDArray[np.float32]
_REINSTALL = "Install situate again, or give the files that belong together."


class Scorer:
    """One scorer; ``labels`` names its classes."""

    __slots__ = ("_weights", "bias", "labels")

    def __init__(self, labels: Sequence[str], weights: Mapping[str, Floats], bias: Mapping[str, float]) -> None:
        self.labels = tuple(labels)
        self._weights = dict(weights)
        self.bias = np.array([bias.get(label, 0.0) for label in labels], dtype=np.float32)

    def log_probabilities(self, columns: Sequence[Sequence[int]], head: Floats, phrases: Floats) -> Floats:
        """[n, labels] for n phrases of one trigger: feature columns, its vector [hidden], theirs [n, hidden]."""
        w = self._weights
        a = np.maximum(head @ w["head"] + w["head_bias"], 0)
        b = np.maximum(phrases @ w["phrase"] + w["phrase_bias"], 0)
        alone, together = np.split(w["states"], [len(a)])
        hidden = np.concatenate([b, a * b], axis=1) @ together + (a @ alone + w["hidden_bias"])
        for row, found in enumerate(columns):
            hidden[row] += w["features"].take(np.asarray(found, dtype=np.intp), axis=0).sum(axis=0)
        scores = np.maximum(hidden, 0) @ w["out"] + w["out_bias"]
        top = scores.max(axis=1, keepdims=True)
        logs: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return logs + self.bias


def load(folder: Path, name: str = "scorers") -> Mapping[str, Scorer]:
    """The scorers of a folder by name; raises ``BadModel`` if a file is missing or not the pinned one."""
    try:
        manifest = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        data = (folder / f"{name}.npz").read_bytes()
    except (OSError, ValueError) as error:
        raise BadModel(f"The scorers in {folder} cannot be read.", remedy=_REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != manifest.get("sha256"):
        raise BadModel(f"The scorers in {folder} are not those that their manifest pins (SHA-256).", remedy=_REINSTALL)
    arrays = np.load(io.BytesIO(data), allow_pickle=False)
    weights: dict[str, dict[str, Floats]] = {}
    for key in arrays.files:
        scorer, part = key.split(".")
        weights.setdefault(scorer, {})[part] = arrays[key].astype(np.float32)
    given = manifest["scorers"]
    return {n: Scorer(given[n]["labels"], weights[n], given[n].get("bias", {})) for n in given}
