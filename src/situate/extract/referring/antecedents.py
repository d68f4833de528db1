"""Which of the nouns before a pronoun it takes up: one hidden layer over vectors and what ``words`` sees.

For each noun before it, and for none of them, a score; the probabilities that are given out are the mean of what
several such layers make of it, learned apart. Weights lie in ``reader-referring.npz`` beside the model (half precision,
no pickles; "0.own" is of the first layer), pinned by hash in ``reader-referring.json``. Arithmetic is in single
precision, one pronoun of one report at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from situate.extract.encoding.decode import Floats, softmax
from situate.extract.encoding.pinned import pinned
from situate.extract.referring.words import NOUN_CLASSES, PAIR_CLASSES, Noun, Nouns, pairs
from situate.extract.roles.bonds import Parsed
from situate.model.mention import Antecedents, Taken

NEAR = 80  # nouns before a pronoun that are looked at
_LEAST = 0.01  # probability from which on a noun is given out
_NOUN = np.cumsum((0, *NOUN_CLASSES[:-1]))
_PAIR = np.cumsum((0, *PAIR_CLASSES[:-1]))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A noun with what the sums need of it again and again."""

    noun: Noun
    sums: Floats


class Scorer:
    """The loaded weights: what all layers make of a noun or a pair in one table, what each makes of that by itself."""

    __slots__ = ("_layers", "_other", "_other_classes", "_own", "_own_bias", "_own_classes", "_pairs", "_width")

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        numbers = sorted({key.partition(".")[0] for key in weights})
        self._layers = [
            {key.partition(".")[2]: array for key, array in weights.items() if key.partition(".")[0] == number}
            for number in numbers
        ]
        self._own, self._other = (
            np.concatenate([w[f"{name}{part}"] for part in ("", "_narrow") for w in self._layers]).T.copy()
            for name in ("own", "other")
        )
        self._own_bias = np.concatenate([w["own_bias"] for w in self._layers])
        self._own_classes, self._other_classes, self._pairs = (
            np.concatenate([w[name] for w in self._layers], axis=1)
            for name in ("own_classes", "other_classes", "pairs")
        )
        self._width = len(self._own_bias)

    @classmethod
    def load(cls, folder: Path, name: str = "reader-referring") -> Scorer | None:
        """The scorer of a folder; ``None`` for a model without one. Raises ``BadModel`` if it is not the pinned one."""
        if not (folder / f"{name}.json").is_file():
            return None
        return cls(pinned(folder, name, "scorer of antecedents")[0])

    def seen(self, nouns: Sequence[Noun], vectors: Floats) -> list[_Seen]:
        """The nouns of a sentence as those that may be taken up."""
        if not nouns:
            return []
        sums = vectors @ self._other
        sums[:, : self._width] += self._other_classes[_NOUN + np.array([n.classes for n in nouns])].sum(axis=1)
        return [_Seen(noun, one) for noun, one in zip(nouns, sums, strict=True)]

    def probabilities(self, noun: Noun, vector: Floats, before: Sequence[_Seen]) -> Floats:
        """How likely a noun takes up nothing that is told (first), and each of those before it."""
        sums, width = vector @ self._own, self._width
        own = sums[:width] + self._own_bias + self._own_classes[_NOUN + noun.classes].sum(axis=0)
        if before:
            there = np.array([one.sums for one in before])
            signs = _PAIR + np.array(pairs(noun, [one.noun for one in before]))
            whole, narrow = there[:, :width] + self._pairs[signs.T].sum(axis=0) + own, there[:, width:] * sums[width:]
        total: Floats = np.zeros(len(before) + 1, dtype=np.float32)
        size = width // len(self._layers)
        thin = len(sums[width:]) // len(self._layers)
        for number, w in enumerate(self._layers):
            mine = own[number * size : (number + 1) * size]
            nothing = np.maximum(w["none_hidden"] @ np.maximum(mine, 0) + w["none_hidden_bias"], 0)
            scores: list[float] = [float(w["none"] @ nothing + w["none_bias"][0])]
            if before:
                hidden = narrow[:, number * thin : (number + 1) * thin] @ w["both"].T
                hidden += whole[:, number * size : (number + 1) * size]
                scores += (np.maximum(hidden, 0) @ w["score"] + w["score_bias"][0]).tolist()
            total = total + softmax(np.array(scores, dtype=np.float32))
        return total / np.float32(len(self._layers))


class Following:
    """Goes along with the sentences of one report; ``found`` are the antecedents of the pronouns so far."""

    def __init__(self, scorer: Scorer | None) -> None:
        self._scorer = scorer
        self._nouns = Nouns()
        self._near: deque[_Seen] = deque(maxlen=NEAR)
        self.found: list[Antecedents] = []

    def over(self, parsed: Iterable[Parsed]) -> Iterator[Parsed]:
        """The same sentences; each is looked at before it is given on."""
        for one in parsed:
            if self._scorer is not None:
                self._look(self._scorer, one)
            yield one

    def _look(self, scorer: Scorer, one: Parsed) -> None:
        nouns = self._nouns.of(one.sentence)
        vectors = one.states[[noun.index for noun in nouns]].astype(np.float32)
        for noun, vector, seen in zip(nouns, vectors, scorer.seen(nouns, vectors), strict=True):
            if noun.asked:
                near = list(self._near)
                self.found.append(_told(noun, scorer.probabilities(noun, vector, near), near))
            self._near.append(seen)


def _told(noun: Noun, shares: Floats, before: Sequence[_Seen]) -> Antecedents:
    nouns = [one.noun for one in before]
    among = (
        Taken(
            phrase=one.phrase, head=one.span, share=round(float(share), 4),
            beside=tuple(n.phrase for n in nouns if n.beside == one.word or n.word == one.beside),
        )
        for one, share in zip(nouns, shares[1:], strict=True)
        if share >= _LEAST
    )  # fmt: skip
    return Antecedents(span=noun.span, phrase=noun.phrase, among=tuple(among))
