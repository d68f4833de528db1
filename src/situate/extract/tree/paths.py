"""The way through the tree of a sentence from a trigger to each of its words, as classes that the binder learns from.

Up from the trigger's head word to the lowest word that rules both, then down to the word: ``up`` tells how many steps
and by which relation the first of them, ``down`` by which relation the branch hangs there and whether the word is its
head. A subject is one step down by ``nsubj``; the noun that a participle describes is one step up by ``acl``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

# The relations that matter for who does what to whom; the others are one.
_TOLD = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:tmod", "nmod", "nmod:poss", "amod", "compound",
    "acl", "acl:relcl", "advcl", "advmod", "appos", "conj", "ccomp", "xcomp", "nummod", "parataxis", "flat", "case",
)  # fmt: skip
_OTHER = len(_TOLD)
_CLASS = {name: number for number, name in enumerate(_TOLD)}
_WAYS = _OTHER + 1
UPS = 2 + 2 * _WAYS  # 0: another sentence; 1: no step up; then one step, or more, by the first relation
DOWNS = 2 + 2 * _WAYS  # 0: another sentence; 1: the ruling word itself; then the branch's head, or below it
_LONGEST = 60  # steps; a tree has no rings, but a bound costs nothing


def paths(heads: Ints, names: Sequence[str], first: int, last: int) -> tuple[Ints, Ints]:
    """``up`` and ``down`` of every word of a sentence, [words].

    ``heads``: the ruling word of each, negative at a root; ``names``: the relation to it; the trigger is ``first`` to
    before ``last``.
    """
    up, down, rulers = [], [], heads.tolist()
    top = next((w for w in range(first, last) if not first <= rulers[w] < last), first)
    above = _chain(rulers, top)
    steps = {word: number for number, word in enumerate(above)}
    leaving = _CLASS.get(names[top], _OTHER)
    for word in range(len(rulers)):
        branch, at, depth = -1, word, 0
        while at not in steps and at >= 0 and depth < _LONGEST:
            branch, at, depth = at, rulers[at], depth + 1
        risen = steps.get(at, len(above))
        up.append(1 if risen == 0 else 2 + leaving + (_WAYS if risen > 1 else 0))
        below = _WAYS if depth > 1 else 0
        down.append(1 if branch < 0 else 2 + _CLASS.get(names[branch], _OTHER) + below)
    return np.array(up, dtype=np.int64), np.array(down, dtype=np.int64)


def _chain(heads: Sequence[int], word: int) -> list[int]:
    """A word and all that rule it, from the nearest."""
    chain: list[int] = []
    while word >= 0 and word not in chain:
        chain.append(word)
        word = heads[word]
    return chain
