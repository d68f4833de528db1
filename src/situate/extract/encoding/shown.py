"""Sentences as arrays for the encoder: the pieces of their words with their shapes, as they are or without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from situate.extract.encoding.decode import Ints
from situate.extract.encoding.neutral import NEUTRAL, Words
from situate.extract.encoding.windows import OTHER, shape
from situate.extract.encoding.wordpiece import Wordpieces
from situate.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or part of one, as the encoder takes it: where it lies, its words, their pieces and their shapes."""

    start: int
    end: int
    places: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]

    @property
    def size(self) -> int:
        """The number of pieces."""
        return sum(map(len, self.pieces))


def shapes_of(words: Sequence[str]) -> tuple[int, ...]:
    """The shapes of the words of a unit."""
    return (shape(words[0], True), *[shape(word, False) for word in words[1:]])


def inputs_of(units: Sequence[Unit], wordpieces: Wordpieces) -> dict[str, Ints]:
    """The four arrays of a window, each [1, pieces] or [1, words]."""
    lengths = np.array([len(pieces) for unit in units for pieces in unit.pieces])
    ends = lengths.cumsum()
    ids = [wordpieces.start, *chain.from_iterable(chain.from_iterable(unit.pieces) for unit in units), wordpieces.stop]
    shapes = np.full(len(ids), OTHER)
    shapes[1:-1] = np.array([one for unit in units for one in unit.shapes]).repeat(lengths)
    sentence = np.arange(len(units)).repeat([len(unit.places) for unit in units])
    arrays = {"input_ids": ids, "shape_ids": shapes, "first": ends - lengths + 1, "sentence": sentence}
    return {name: np.asarray(values, dtype=np.int64)[None] for name, values in arrays.items()}


def inputs_without(unit: Unit, names: Sequence[Words], wordpieces: Wordpieces) -> dict[str, Ints]:
    """The arrays of a window of one unit in which the words of each name are one word that names nobody."""
    pieces, shapes = list(unit.pieces), list(unit.shapes)
    for first, last in names:
        pieces[first:last] = [wordpieces.pieces(NEUTRAL), *[()] * (last - first - 1)]
        shapes[first] = shape(NEUTRAL if first else NEUTRAL.capitalize(), first == 0)
    inputs = inputs_of([replace(unit, pieces=tuple(pieces), shapes=tuple(shapes))], wordpieces)
    for first, last in names:
        inputs["first"][0, first:last] = inputs["first"][0, first]
    return inputs
