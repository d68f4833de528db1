"""What a claim binds to it: for a trigger, which words near it fill its roles, who says so, and how certain it is.

The binder is one hidden layer over the reader's word vectors: the word, the trigger, their product, the claim's type,
how far the word lies from the trigger and by which way of the tree; out come tags of roles and of the speaker. Small
layers over the trigger give modality, polarity, and how its time is told. Weights lie in ``reader-binder.npz`` beside
the model (half precision, no pickles), pinned by hash in ``reader-binder.json``. Arithmetic is in single precision, one
report at a time.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from situate.errors import BadModel
from situate.extract.encoding.decode import WordSpan, softmax, spans
from situate.extract.tree.paths import paths

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70])  # words from which on a distance is one class more
DISTANCES = 2 * len(_STEPS) + 1
_FAR = 3  # sentences
GAPS = 2 * _FAR + 1
BEFORE, AFTER = 3, 1  # sentences before and after a trigger's that are looked at
_MOST = 110  # words on each side
_OUTSIDE = 4.0  # by how much "outside" must score higher than all else for a word to be left out at once
# By how much a role must score higher than "outside" for a word to fill it, where that is not nothing. A model that had
# not seen the reports found too little rather than too much: without doubt it read roles better on all annotated sets,
# but that more doers than others were wrong. What a deed was done to and a road give way to a place: without its place
# a claim is lost to the state of that place.
_DOUBT = {"actor": 0.3, "target": 0.4, "route": 0.4}
# A filler is told where it and its claim are right together more often than this (F1 asks for half of itself): a claim
# that is sure keeps what is likelier than one in three, one in doubt only what is certain. With models that had not
# seen the reports better than one threshold for all claims, in both halves of the annotated reports.
_TOGETHER = 0.34
# A second doer, place or target that stands apart from the first one is right in one case of five where it is
# less likely than this; in a list with it, in more.
_SECOND = 0.65
_ONE_OR_LISTED = frozenset({"actor", "target", "place"})
_BESIDE = 2  # words between two members of a list
# A place is never kept by that below its own likelihood: where a source is, or the news before was, is near too.
_LEAST = 0.01  # of a claim's probability above that: a fainter one keeps what is all but certain
_REINSTALL = "Install situate again, or give the files that belong together."


def distance(words: Ints) -> Ints:
    """The class of a distance in words (negative: before the trigger), for arrays of any shape."""
    steps = np.searchsorted(_STEPS, np.abs(words), side="right")
    result: Ints = np.where(words < 0, -steps, steps) + len(_STEPS)
    return result


def gap(sentences: Ints) -> Ints:
    """The class of a distance in sentences."""
    result: Ints = np.clip(sentences, -_FAR, _FAR) + _FAR
    return result


_NEAR = distance(np.arange(-_MOST, _MOST + 1))  # the classes of the words that are looked at


@dataclass(frozen=True, slots=True)
class Trigger:
    """Where a trigger stands among the words of a report (half-open), the number of its type, and how likely it is."""

    first: int
    last: int
    kind: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """Words in order: the number of each one's sentence, the word there that rules it (-1: none), their relation."""

    sentence: Ints
    heads: Ints
    relations: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """What one trigger binds; spans are (first word, word after the last, label, mean probability) of the report."""

    roles: tuple[WordSpan, ...]
    speaker: WordSpan | None
    modality: Floats
    polarity: Floats
    timing: Floats


class Binder:
    """The loaded weights; ``roles``, ``modalities``, ``polarities`` and ``timings`` name the classes."""

    __slots__ = ("_away", "_doubt", "_places", "_single", "_w", "kinds", "modalities", "polarities", "roles", "timings")

    def __init__(self, weights: Mapping[str, Floats], manifest: Mapping[str, Sequence[str]]) -> None:
        self._w = dict(weights)
        self.kinds, self.roles = tuple(manifest["kinds"]), tuple(manifest["roles"])
        self.modalities, self.polarities = tuple(manifest["modalities"]), tuple(manifest["polarities"])
        self.timings = tuple(manifest["timings"])
        away = self._w["distance"][:, None] + self._w["gap"]
        self._away = away.reshape(DISTANCES * GAPS, -1)
        self._places = np.array([role == "place" for role in self.roles])
        self._single = frozenset(n for n, role in enumerate(self.roles) if role in _ONE_OR_LISTED)
        self._doubt = np.array([-_DOUBT.get(role, 0.0) for role in self.roles], dtype=np.float32)

    @classmethod
    def load(cls, folder: Path, name: str = "reader-binder") -> Binder:
        """The binder of a folder; raises ``BadModel`` if a file is missing or not the pinned one."""
        try:
            manifest = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            data = (folder / f"{name}.npz").read_bytes()
        except (OSError, ValueError) as error:
            raise BadModel(f"The binder in {folder} cannot be read.", remedy=_REINSTALL) from error
        if hashlib.sha256(data).hexdigest() != manifest.get("sha256"):
            raise BadModel(
                f"The binder in {folder} is not the one that its manifest pins (SHA-256).", remedy=_REINSTALL
            )
        arrays = np.load(io.BytesIO(data), allow_pickle=False)
        return cls({key: arrays[key].astype(np.float32) for key in arrays.files}, manifest)

    def bind(self, states: Floats, told: Told, triggers: Sequence[Trigger]) -> list[Bound]:
        """What each trigger binds; ``states`` is [words, hidden]."""
        if not triggers:
            return []
        words = self._linear("word", states)
        narrow = self._linear("word_narrow", states)
        return [self._one(t, states, words, narrow, told) for t in triggers]

    def _one(self, trigger: Trigger, states: Floats, words: Floats, narrow: Floats, told: Told) -> Bound:
        sentence = told.sentence
        at = int(sentence[trigger.first])
        low = max(int(sentence.searchsorted(at - BEFORE)), trigger.first - _MOST)
        high = min(int(sentence.searchsorted(at + AFTER, side="right")), trigger.last + _MOST)
        mean = np.add.reduce(states[trigger.first : trigger.last]) / np.float32(trigger.last - trigger.first)
        here = self._linear("trigger", mean) + self._w["kind"][trigger.kind]
        x = words[low:high] + here
        x += self._linear("both", narrow[low:high] * self._linear("trigger_narrow", mean))
        near = _NEAR.take(np.arange(low, high) - (trigger.first - _MOST), mode="clip")
        x += self._away.take(near * GAPS + sentence[low:high] - (at - _FAR), axis=0)
        start, end = int(sentence.searchsorted(at)), int(sentence.searchsorted(at, side="right"))
        up, down = paths(told.heads[start:end], told.relations[start:end], trigger.first - start, trigger.last - start)
        part = slice(max(low - start, 0), min(high, end) - start)
        x[max(start - low, 0) : min(end, high) - low] += self._w["up"][up[part]] + self._w["down"][down[part]]
        np.maximum(x, 0, out=x)
        lean = _leaning(trigger.score)
        roles = _spans(self._linear("role", x), self._doubt + np.where(self._places, min(lean, np.float32(0)), lean))
        roles = without_doubtful_others(roles, self._single)
        said = _spans(self._linear("speaker", x))
        sure = np.maximum(self._linear("sure", mean), 0)
        when = np.maximum(self._linear("when", mean), 0)
        return Bound(
            tuple((low + a, low + b, k, score) for a, b, k, score in roles),
            max(((low + a, low + b, k, score) for a, b, k, score in said), key=lambda f: f[3], default=None),
            softmax(self._linear("modality", sure)),
            softmax(self._linear("polarity", sure)),
            softmax(self._linear("timing", when)),
        )

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self._w[name]
        result += self._w[f"{name}_bias"]
        return result


def without_doubtful_others(roles: Sequence[WordSpan], single: Collection[int]) -> list[WordSpan]:
    """The spans of one trigger without those that are doubtful beside a likelier one of their label, and in no list."""
    return [one for one in roles if one[2] not in single or one[3] >= _SECOND or not _is_other(one, roles)]


def _is_other(one: WordSpan, roles: Sequence[WordSpan]) -> bool:
    """Whether a likelier span of its label stands elsewhere, and none of its label beside it."""
    alike = [other for other in roles if other[2] == one[2] and other is not one]
    beside = any(max(one[0], other[0]) - min(one[1], other[1]) <= _BESIDE for other in alike)
    return not beside and any(other[3] > one[3] for other in alike)


def _leaning(score: float) -> np.float32:
    """By how much roles are shifted against "outside" for a trigger of a probability: the log-odds that are asked."""
    return np.float32(math.log(max(score - _TOGETHER, _LEAST) / _TOGETHER))


def _spans(scores: Floats, bias: Floats | None = None) -> list[WordSpan]:
    """The labelled spans of a row of words, found in the stretches that are not surely outside (most words are).

    ``bias`` [K] shifts the choice of labels.
    """
    over = np.maximum.reduce(scores[:, 1:], axis=1) - scores[:, 0]
    best = (over > (0.0 if bias is None else -float(bias.max()))).tolist()
    if not any(best):
        return []
    near = np.flatnonzero(over > -_OUTSIDE).tolist()
    stretches: list[list[int]] = []
    for word in near:
        if stretches and stretches[-1][1] == word:
            stretches[-1][1] = word + 1
        else:
            stretches.append([word, word + 1])
    return [
        (first + a, first + b, label, score)
        for first, last in stretches
        if any(best[first:last])
        for a, b, label, score in spans(scores[first:last], bias)
    ]
