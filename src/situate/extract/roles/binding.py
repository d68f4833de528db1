"""What a claim binds to it: for a trigger, which words near it fill its roles, who says so, and how certain it is.

The binder is one hidden layer over the reader's word vectors: the word, the trigger, their product, the claim's type,
how far the word lies from the trigger and by which way of the tree; out come tags of roles and of the speaker. Small
layers over the trigger give modality, polarity, and how its time is told. Weights lie in ``reader-binder.npz`` beside
the model (half precision, no pickles), pinned by hash in ``reader-binder.json``. Arithmetic is in single precision, one
report at a time.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from situate.extract.encoding.decode import WordSpan, best_spans, highest, label_scores, mean, of_tags, softmax
from situate.extract.encoding.pinned import pinned
from situate.extract.encoding.windows import MOST_WORDS
from situate.extract.tree.paths import paths

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
LabelledWords = tuple[int, int, int]  # first word, word after the last, label number

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
# A place is never kept by that below its own likelihood (where a source is, or the news before was, is near too), and a
# time never lost by it: a claim in doubt would take the day of another.
_LEAST = 0.01  # of a claim's probability above that: a fainter one keeps what is all but certain
# A place that is told by no more than this likelihood is none, unless the sentence says so too: of 31 such places of
# violence with a preposition of place, 17 were right by models that had not seen the report.
_FAINT = 0.22
_FAR_FROM_FAINT = -2.0  # by how much both tags of a label score higher than "outside" where it is less likely than that
_EDGE_OF_FAINT = 0.08  # of the words of such a place


def distance(words: Ints) -> Ints:
    """The class of a distance in words (negative: before the trigger), for arrays of any shape."""
    steps = np.searchsorted(_STEPS, np.abs(words), side="right")
    result: Ints = np.where(words < 0, -steps, steps) + len(_STEPS)
    return result


def gap(sentences: Ints) -> Ints:
    """The class of a distance in sentences."""
    result: Ints = np.clip(sentences, -_FAR, _FAR) + _FAR
    return result


# The classes of the words that are looked at, from the first on; a trigger is no longer than a sentence.
_NEAR = distance(np.arange(-_MOST, _MOST + MOST_WORDS)) * GAPS


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
    heads: Sequence[int]
    relations: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """What one trigger binds; spans are (first word, word after the last, label) of the report."""

    roles: tuple[LabelledWords, ...]
    speaker: LabelledWords | None
    perhaps: LabelledWords | None  # a faint place, where the roles hold none
    modality: Floats
    polarity: Floats
    timing: Floats


class Binder:
    """The loaded weights; ``roles``, ``modalities``, ``polarities`` and ``timings`` name the classes."""

    __slots__ = (
        "_away", "_blocks", "_doubt", "_nothing", "_others", "_place", "_places", "_single", "_times", "_w",
        "kinds", "modalities", "polarities", "roles", "timings",
    )  # fmt: skip

    def __init__(self, weights: Mapping[str, Floats], manifest: Mapping[str, Sequence[str]]) -> None:
        self._w = dict(weights)
        self.kinds, self.roles = tuple(manifest["kinds"]), tuple(manifest["roles"])
        self.modalities, self.polarities = tuple(manifest["modalities"]), tuple(manifest["polarities"])
        self.timings = tuple(manifest["timings"])
        away = self._w["distance"][:, None] + self._w["gap"]
        self._away = away.reshape(DISTANCES * GAPS, -1)
        self._place = self.roles.index("place")
        self._places = of_tags([float(role == "place") for role in self.roles])
        self._times = of_tags([float(role == "time") for role in self.roles])
        self._others = of_tags([float(role not in {"place", "time"}) for role in self.roles])
        self._single = frozenset(n for n, role in enumerate(self.roles) if role in _ONE_OR_LISTED)
        self._doubt = of_tags([-_DOUBT.get(role, 0.0) for role in self.roles])
        for end in ("", "_bias"):  # what a word fills and whether it tells the claim are worked out in one
            self._w[f"filled{end}"] = np.concatenate([self._w.pop(f"{name}{end}") for name in ("role", "speaker")], -1)
        self._blocks = {name: _blocks(array) for name, array in self._w.items() if f"{name}_bias" in self._w}
        self._nothing = np.zeros_like(self._w["both_bias"])  # numpy is slow to compare with a lone number

    @classmethod
    def load(cls, folder: Path, name: str = "reader-binder") -> Binder:
        """The binder of a folder; raises ``BadModel`` if a file is missing or not the pinned one."""
        return cls(*pinned(folder, name, "binder"))

    @property
    def hidden(self) -> int:
        """Of how many numbers the vector of a word is."""
        return len(self._w["word"])

    def bind(self, states: Floats, told: Told, triggers: Sequence[Trigger]) -> list[Bound]:
        """What each trigger binds; ``states`` is [words, hidden], sentences are numbered from 0."""
        if not triggers:
            return []
        words = self._linear("word", states)
        narrow = self._linear("word_narrow", states)
        starts: list[int] = told.sentence.searchsorted(np.arange(told.sentence[-1] + 2)).tolist()
        means = np.stack([np.add.reduce(states[t.first : t.last]) / np.float32(t.last - t.first) for t in triggers])
        here = self._linear("trigger", means)
        here += self._w["kind"][[t.kind for t in triggers]]
        beside = self._linear("trigger_narrow", means)
        each = zip(triggers, here, beside, strict=True)
        found = [self._one(t, own, apart, words, narrow, told, starts) for t, own, apart in each]
        sure, when = (np.maximum(self._linear(name, means), 0) for name in ("sure", "when"))
        classes = (("modality", sure), ("polarity", sure), ("timing", when))
        likely = [softmax(self._linear(name, hidden)) for name, hidden in classes]
        return [Bound(*spans, *rows) for spans, *rows in zip(found, *likely, strict=True)]

    def _one(  # a trigger with its two vectors, and what all triggers share
        self, trigger: Trigger, here: Floats, beside: Floats,
        words: Floats, narrow: Floats, told: Told, starts: Sequence[int],
    ) -> tuple[tuple[LabelledWords, ...], LabelledWords | None, LabelledWords | None]:  # fmt: skip
        """The roles and the speaker of a trigger, and a faint place where the roles hold none."""
        first, last = trigger.first, trigger.last
        at = int(told.sentence[first])
        start, end = starts[at], starts[at + 1]
        low = max(starts[max(at - BEFORE, 0)], first - _MOST)
        high = min(starts[min(at + AFTER + 1, len(starts) - 1)], last + _MOST)
        x = words[low:high] + here
        x += self._linear("both", narrow[low:high] * beside)
        away = _NEAR[low - first + _MOST : high - first + _MOST] + told.sentence[low:high]
        away -= at - _FAR
        x += self._away.take(away, axis=0)
        up, down = paths(told.heads[start:end], told.relations[start:end], first - start, last - start)
        part = slice(max(low - start, 0), min(high, end) - start)
        way = self._w["up"].take(up[part], axis=0)
        way += self._w["down"].take(down[part], axis=0)
        x[max(start - low, 0) : min(end, high) - low] += way
        np.maximum(x, self._nothing, out=x)
        lean = _leaning(trigger.score)
        filled = self._linear("filled", x)
        tags = 1 + 2 * len(self.roles)
        scores, saying = filled[:, :tags], filled[:, tags:]
        less, more = min(lean, np.float32(0)), max(lean, np.float32(0))
        roles = _spans(scores, self._doubt + self._others * lean + self._places * less + self._times * more)
        roles = _settled(roles, scores, self._single)
        said = _surest(_spans(saying), saying)
        faint = [] if any(label == self._place for *_, label in roles) else _faint(scores, self._place)
        return _moved(roles, low), next(iter(_moved(said, low)), None), next(iter(_moved(faint, low)), None)

    def _linear(self, name: str, x: Floats) -> Floats:
        result = np.empty((len(x), self._w[name].shape[1]), dtype=np.float32)
        for rows, columns, weights in self._blocks[name]:
            np.matmul(x[:, rows], weights, out=result[:, columns])
        result += self._w[f"{name}_bias"]
        return result


def _blocks(weights: Floats) -> list[tuple[slice, slice, Floats]]:
    """A layer in the parts of it that are not nothing: two layers beside each other have nothing in two quarters."""
    height, width = (side // 2 for side in weights.shape)
    if weights[:height, width:].any() or weights[height:, :width].any():
        return [(slice(None), slice(None), weights)]
    halves = (slice(height), slice(width)), (slice(height, None), slice(width, None))
    return [(rows, columns, np.ascontiguousarray(weights[rows, columns])) for rows, columns in halves]


def _settled(roles: list[LabelledWords], scores: Floats, single: Collection[int]) -> list[LabelledWords]:
    """The spans of one trigger, less the doubtful others; most triggers have one span of each label."""
    labels = [label for *_, label in roles if label in single]
    if len(labels) == len(set(labels)):
        return roles
    return [found[:3] for found in without_doubtful_others([(*one, _likely(one, scores)) for one in roles], single)]


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


def _spans(scores: Floats, bias: Floats | None = None) -> list[LabelledWords]:
    """The labelled spans of a row of words, found in the stretches that are not surely outside (most words are).

    ``bias`` [2K + 1] shifts the choice of tags.
    """
    over = highest(scores[:, 1:]) - scores[:, 0]
    best = (over > (0.0 if bias is None else -float(bias.max()))).tolist()
    if not any(best):
        return []
    near: list[int] = (over > -_OUTSIDE).nonzero()[0].tolist()
    stretches: list[list[int]] = []
    for word in near:
        if stretches and stretches[-1][1] == word:
            stretches[-1][1] = word + 1
        else:
            stretches.append([word, word + 1])
    weighed = scores if bias is None else scores + bias
    return [
        (first + a, first + b, label)
        for first, last in stretches
        if any(best[first:last])
        for a, b, label in best_spans(weighed[first:last])
    ]


def _faint(scores: Floats, label: int) -> list[LabelledWords]:
    """The words about the one that belongs to a label most likely, if that is not too unlikely."""
    over = np.maximum(scores[:, 1 + 2 * label], scores[:, 2 + 2 * label]) - scores[:, 0]
    if over.max() < _FAR_FROM_FAINT:
        return []
    likely = label_scores(scores)[:, label].tolist()
    best = max(range(len(likely)), key=likely.__getitem__)
    if likely[best] < _FAINT:
        return []
    first, last = best, best + 1
    while first and likely[first - 1] >= _EDGE_OF_FAINT:
        first -= 1
    while last < len(likely) and likely[last] >= _EDGE_OF_FAINT:
        last += 1
    return [(first, last, label)]


def _surest(found: Sequence[LabelledWords], scores: Floats) -> Sequence[LabelledWords]:
    """The span whose words belong to its label with the highest probability, if there is any."""
    if len(found) < 2:
        return found
    return [max(found, key=lambda one: _likely(one, scores))]


def _likely(one: LabelledWords, scores: Floats) -> float:
    """The mean probability that the words of a span belong to its label."""
    first, last, label = one
    return mean(label_scores(scores[first:last])[:, label])


def _moved(found: Sequence[LabelledWords], by: int) -> tuple[LabelledWords, ...]:
    return tuple([(first + by, last + by, label) for first, last, label in found])
