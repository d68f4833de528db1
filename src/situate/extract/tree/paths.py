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


def paths(rulers: Sequence[int], names: Sequence[str], first: int, last: int) -> tuple[Ints, Ints]:
    """``up`` and ``down`` of every word of a sentence, [words].

    ``rulers``: the ruling word of each, negative at a root; ``names``: the relation to it; the trigger is ``first`` to
    before ``last``.
    """
    top = next((w for w in range(first, last) if not first <= rulers[w] < last), first)
    above = _chain(rulers, top)
    once = 2 + _CLASS.get(names[top], _OTHER)
    ups = [1, once, *[once + _WAYS] * len(above)]  # by the steps up
    # What no word rules lies beyond all that rule the trigger: the last place stands for it. 0: not yet come by.
    up, down = [0] * len(rulers) + [ups[len(above)]], [0] * len(rulers) + [1]
    for word, steps in zip(above, ups, strict=False):
        up[word], down[word] = steps, 1
    for start in range(len(rulers)):
        branch, at = [], start
        while not up[at]:
            up[at] = up[-1]
            branch.append(at)
            at = rulers[at]
        for word in reversed(branch):
            up[word], hung = up[at], down[at]
            if hung < 2:
                down[word] = 2 + _CLASS.get(names[word], _OTHER)
            else:
                down[word] = hung if hung >= 2 + _WAYS else hung + _WAYS
            at = word
    return np.array(up[:-1], dtype=np.int64), np.array(down[:-1], dtype=np.int64)


def _chain(heads: Sequence[int], word: int) -> list[int]:
    """A word and all that rule it, from the nearest."""
    chain: list[int] = []
    while word >= 0 and word not in chain:
        chain.append(word)
        word = heads[word]
    return chain
