"""What the encoder is shown: words with their shapes, and windows of whole consecutive sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

MOST_WORDS = 128  # of a window
MOST_PIECES = 190  # of a window, the two end marks left out

# The shapes of words: the vocabulary has no capitals, so the model is told of them here.
LOWER, TITLE, UPPER, MIXED, DIGIT, MARK, OTHER, FIRST_TITLE = range(8)
SHAPES = 8


@lru_cache(maxsize=50_000)
def shape(word: str, first: bool) -> int:
    """The class of capitals, digits and marks of ``word``; a capital means less on the first word of a sentence."""
    if any(c.isdigit() for c in word):
        return DIGIT
    if not any(c.isalpha() for c in word):
        return MARK if word and not word.isspace() else OTHER
    if word.islower():
        return LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return FIRST_TITLE if first else TITLE
    if word.isupper():
        return UPPER
    if any(c.isupper() for c in word):
        return MIXED
    return OTHER


def cuts(pieces: Sequence[int]) -> list[tuple[int, int]]:
    """Split one sentence, given the number of pieces of each word, into ranges that fit a window each."""
    ranges: list[tuple[int, int]] = []
    start = total = 0
    for number, more in enumerate(pieces):
        if number > start and (number - start >= MOST_WORDS or total + more > MOST_PIECES):
            ranges.append((start, number))
            start, total = number, 0
        total += more
    if start < len(pieces):
        ranges.append((start, len(pieces)))
    return ranges
