"""Which of the nouns before a pronoun it takes up: one hidden layer over vectors and what ``words`` sees.

For each noun before it, and for none of them, a score; the probabilities that are given out are the mean of what
several such layers make of it, learned apart. Weights lie in ``reader-referring.npz`` beside the model (half precision,
no pickles; "0.own" is of the first layer), pinned by hash in ``reader-referring.json``. Arithmetic is in single
precision, one pronoun of one report at a time.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from situate.errors import BadModel
from situate.extract.encoding.decode import Floats, softmax
from situate.extract.referring.words import NOUN_CLASSES, PAIR_CLASSES, Noun, Nouns, pairs
from situate.extract.roles.bonds import Parsed
from situate.model.mention import Antecedents, Taken

NEAR = 80  # nouns before a pronoun that are looked at
_LEAST = 0.01  # probability from which on a noun is given out
_NOUN = np.cumsum((0, *NOUN_CLASSES[:-1]))
_PAIR = np.cumsum((0, *PAIR_CLASSES[:-1]))
_REINSTALL = "Install situate again, or give the files that belong together."


@dataclass(frozen=True, slots=True)
class _Seen:
    """A noun with what the sums need of it again and again."""

    noun: Noun
    whole: tuple[Floats, ...]
    narrow: tuple[Floats, ...]


class Scorer:
    """The loaded weights, by layer and name."""

    __slots__ = ("_layers",)

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        numbers = sorted({key.partition(".")[0] for key in weights})
        self._layers = [
            {key.partition(".")[2]: array for key, array in weights.items() if key.partition(".")[0] == number}
            for number in numbers
        ]

    @classmethod
    def load(cls, folder: Path, name: str = "reader-referring") -> Scorer | None:
        """The scorer of a folder; ``None`` for a model without one. Raises ``BadModel`` if it is not the pinned one."""
        if not (folder / f"{name}.json").is_file():
            return None
        try:
            manifest = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            data = (folder / f"{name}.npz").read_bytes()
        except (OSError, ValueError) as error:
            raise BadModel(f"The scorer of antecedents in {folder} cannot be read.", remedy=_REINSTALL) from error
        if hashlib.sha256(data).hexdigest() != manifest.get("sha256"):
            raise BadModel(
                f"The scorer of antecedents in {folder} is not the one that its manifest pins (SHA-256).",
                remedy=_REINSTALL,
            )
        arrays = np.load(io.BytesIO(data), allow_pickle=False)
        return cls({key: arrays[key].astype(np.float32) for key in arrays.files})

    def seen(self, noun: Noun, vector: Floats) -> _Seen:
        """A noun as one that may be taken up."""
        at = _NOUN + noun.classes
        whole = tuple(w["other"] @ vector + w["other_classes"][at].sum(axis=0) for w in self._layers)
        return _Seen(noun, whole, tuple(w["other_narrow"] @ vector for w in self._layers))

    def probabilities(self, noun: Noun, vector: Floats, before: Collection[_Seen]) -> Floats:
        """How likely a noun takes up nothing that is told (first), and each of those before it."""
        at = _NOUN + noun.classes
        signs = _PAIR + np.array(pairs(noun, [one.noun for one in before])) if before else None
        total: Floats = np.zeros(len(before) + 1, dtype=np.float32)
        for number, w in enumerate(self._layers):
            own = w["own"] @ vector + w["own_bias"] + w["own_classes"][at].sum(axis=0)
            nothing = np.maximum(w["none_hidden"] @ np.maximum(own, 0) + w["none_hidden_bias"], 0)
            scores: list[float] = [float(w["none"] @ nothing + w["none_bias"][0])]
            if signs is not None:
                narrow = np.stack([one.narrow[number] for one in before]) * (w["own_narrow"] @ vector)
                hidden = own + np.stack([one.whole[number] for one in before]) + narrow @ w["both"].T
                shown = np.maximum(hidden + w["pairs"][signs].sum(axis=1), 0)
                scores += (shown @ w["score"] + w["score_bias"][0]).tolist()
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
        for noun in self._nouns.of(one.sentence):
            vector = one.states[noun.index].astype(np.float32)
            if noun.points:
                self.found.append(_told(noun, scorer.probabilities(noun, vector, self._near), self._near))
            self._near.append(scorer.seen(noun, vector))


def _told(noun: Noun, shares: Floats, before: Iterable[_Seen]) -> Antecedents:
    among = (
        Taken(phrase=one.noun.phrase, head=one.noun.span, share=round(float(share), 4))
        for one, share in zip(before, shares[1:], strict=True)
        if share >= _LEAST
    )
    return Antecedents(span=noun.span, among=tuple(among))
