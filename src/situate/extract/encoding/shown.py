"""Sentences as arrays for the encoder: the pieces of their words with their shapes, as they are or without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from situate.extract.encoding.decode import Ints
from situate.extract.encoding.neutral import NEUTRAL, Words
from situate.extract.encoding.windows import OTHER, shape
from situate.extract.encoding.wordpiece import Wordpieces
from situate.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or part of one, as the encoder takes it: where it lies, its words and their pieces."""

    start: int
    end: int
    places: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """The number of pieces."""
        return sum(map(len, self.pieces))


def inputs_of(
    text: str, units: Sequence[Unit], wordpieces: Wordpieces, names: Sequence[Sequence[Words]] | None = None
) -> dict[str, Ints]:
    """The four arrays of a window, each [1, pieces] or [1, words]; the words of each unit's ``names`` are one word."""
    ids, shapes = [wordpieces.start], [OTHER]
    first: list[int] = []
    sentence: list[int] = []
    for number, (unit, hidden) in enumerate(zip(units, names or [()] * len(units), strict=True)):
        begins = {i: a for a, b in hidden for i in range(a, b)}
        for position, ((start, end), pieces) in enumerate(zip(unit.places, unit.pieces, strict=True)):
            sentence.append(number)
            if begins.get(position, position) < position:
                first.append(first[-1])
                continue
            word = text[start:end]
            if position in begins:
                word, pieces = NEUTRAL if position else NEUTRAL.capitalize(), wordpieces.pieces(NEUTRAL)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(word, position == 0)] * len(pieces))
    ids.append(wordpieces.stop)
    shapes.append(OTHER)
    named = {"input_ids": ids, "shape_ids": shapes, "first": first, "sentence": sentence}
    return {name: np.array([values], dtype=np.int64) for name, values in named.items()}
