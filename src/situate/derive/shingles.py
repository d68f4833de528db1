"""Whether one text copies another: they share at least 60 % of the five-word shingles of the smaller one."""

from __future__ import annotations

import hashlib
import re
from array import array
from dataclasses import dataclass
from functools import reduce

_WORD = re.compile(r"\w+")
_WORDS = 5
_SKETCH = 16
_SHARED = 0.6
_BITS = 4096  # of the print: some ten for each shingle of a report of the usual length


@dataclass(frozen=True, slots=True)
class Shingles:
    """Hashes of the five-word shingles of a text, blind to case and punctuation, each once and in order.

    ``bits`` is their print: a bit for each hash, several hashes to a bit. A bit that one print has and the other lacks
    is at least one shingle that they do not share, which bounds what they can share without looking at the hashes.
    """

    hashes: array[int]  # an eighth of the memory of sets; there is one for every report
    bits: int
    spare: int  # hashes whose bit another hash has, too

    @classmethod
    def of(cls, text: str) -> Shingles:
        """The shingles of a text; a text of fewer than five words is one."""
        words = [w.casefold() for w in _WORD.findall(text)]
        grams = (" ".join(words[i : i + _WORDS]) for i in range(max(1, len(words) - _WORDS + 1)))
        hashes = {int.from_bytes(hashlib.blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams}
        bits = reduce(lambda all_bits, one: all_bits | 1 << one % _BITS, hashes, 0)
        return cls(array("Q", sorted(hashes)), bits, len(hashes) - bits.bit_count())

    def copies(self, other: Shingles) -> bool:
        """Whether the two texts are of one family; the later one copies the earlier."""
        needed = _SHARED * min(len(self.hashes), len(other.hashes))
        most = (self.bits & other.bits).bit_count() + min(self.spare, other.spare)
        return most >= needed and len(set(self.hashes).intersection(other.hashes)) >= needed


def sketch_of(found: Shingles) -> array[int]:
    """The smallest of the shingles' hashes, by which reports meet (a bottom-k sketch)."""
    return found.hashes[:_SKETCH]
