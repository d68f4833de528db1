"""From the model's scores to labelled spans and to trees: pure functions on arrays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]
WordSpan: TypeAlias = tuple[int, int, int, float]  # first word, word after the last, label number, score

# Layout of the tags of a head with K labels: 0 is outside, 1 + 2k begins label k, 2 + 2k continues it.

ADJACENT = 3.0  # against two spans of one label side by side, which the annotations hardly ever have


def of_tags(bias: Sequence[float]) -> Floats:
    """What is added to the score of each tag, [2K + 1], for what is added to each label's, [K]."""
    return np.array([0.0, *(value for value in bias for _ in range(2))], dtype=np.float32)


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis, of scores of any shape."""
    shifted: Floats = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    sums: Floats = np.add.reduce(shifted, axis=-1, keepdims=True)
    return shifted / sums


def highest(scores: Floats) -> Floats:
    """The highest of each row; numpy is quicker down columns than along short rows."""
    result: Floats = np.maximum.reduce(scores.T.copy(), axis=0)
    return result


def best_tags(scores: Floats) -> list[int]:
    """The best allowed sequence of tags for one sentence (Viterbi); ``scores`` is [words, 2K + 1].

    A tag that continues label k may only follow one that begins or continues k; one that begins k right after a span
    of k pays ``ADJACENT``. Ties go to the lower tag number.
    """
    tags: list[int] = scores.argmax(axis=1).tolist()
    if not any(tags) or _allowed(tags):
        return tags  # what is best word by word is best as a whole, if nothing in it is forbidden or costs
    edges = [-1, *_surely_outside(scores).nonzero()[0].tolist(), len(tags)]
    for before, after in pairwise(edges):
        if not _allowed(tags[before + 1 : after]):
            tags[before + 1 : after] = _best_path(scores[before + 1 : after])
    return tags


def _surely_outside(scores: Floats) -> npt.NDArray[np.bool_]:
    """The words that stand outside in any best sequence, [words].

    A word is, if being outside gains more over every other tag than beginning a span behind it instead of continuing
    one can cost.
    """
    gain = scores[:, 0] - highest(scores[:, 1:])
    cost = np.zeros_like(gain)
    cost[:-1] = np.maximum(highest(scores[1:, 2::2] - scores[1:, 1::2]), 0)
    sure: npt.NDArray[np.bool_] = gain > cost
    return sure


def _best_path(scores: Floats) -> list[int]:
    """``best_tags`` of one word at least, by trying all tags that can be in it.

    The words of a label that nowhere scores as much as being outside had better be outside; few labels are left.
    """
    higher = np.maximum(scores[:, 1::2], scores[:, 2::2]) >= scores[:, :1]
    labels = np.logical_or.reduce(higher, axis=0).nonzero()[0].tolist()
    tags = [0, *(tag for label in labels for tag in (1 + 2 * label, 2 + 2 * label))]
    rows = scores[:, tags].tolist()
    total = rows[0]
    total[2::2] = [-math.inf] * len(labels)
    before: list[list[int]] = []
    for row in rows[1:]:
        total, sources = _followed(total, row)
        before.append(sources)
    path = [total.index(max(total))]
    for sources in reversed(before):
        path.append(sources[path[-1]])
    return [tags[at] for at in reversed(path)]


def _followed(total: Sequence[float], row: Sequence[float]) -> tuple[list[float], list[int]]:
    """The best score with which each tag follows what was best up to each of them, and the tag before it.

    A span begins after the best of all; one of the label that is the best itself has to pay, or follows the next best.
    """
    inside = [tag if total[tag] >= total[tag + 1] else tag + 1 for tag in range(1, len(total), 2)]
    best, other = 0, inside[0]  # the best tag and the next best, of equal ones the lower
    for tag in inside:
        if total[tag] > total[best]:
            best, other = tag, best
        elif total[tag] > total[other]:
            other = tag
    reached, sources = [total[best] + row[0]], [best]
    for label, own in enumerate(inside):
        source, score = best, total[best]
        if own == best:
            source, score = other, total[other]
            if score < total[own] - ADJACENT:
                source, score = own, total[own] - ADJACENT
        reached += (score + row[1 + 2 * label], total[own] + row[2 + 2 * label])
        sources += (source, own)
    return reached, sources


def _allowed(tags: Sequence[int]) -> bool:
    """Whether no tag continues another label than the one before it, or begins the label that stands before it."""
    label = 0  # 0 is outside
    for tag in tags:
        before, label = label, (tag + 1) // 2
        if tag and (tag % 2 == 0) != (label == before):
            return False
    return True


def spans_of(tags: Iterable[int]) -> list[tuple[int, int, int]]:
    """The (first, after last, label) of each span in a sequence of tags; a stray continuation begins a span."""
    spans: list[tuple[int, int, int]] = []
    for position, tag in enumerate(tags):
        if not tag:
            continue
        label, continues = divmod(tag - 1, 2)
        if continues and spans and spans[-1][1:] == (position, label):
            spans[-1] = (spans[-1][0], position + 1, label)
        else:
            spans.append((position, position + 1, label))
    return spans


def best_spans(scores: Floats) -> list[tuple[int, int, int]]:
    """The (first, after last, label) of each span in the best sequence of tags."""
    tags = best_tags(scores)
    return spans_of(tags) if any(tags) else []


def label_scores(scores: Floats) -> Floats:
    """Probability [words, K] that a word belongs to a span of each label, begun or continued."""
    likely = softmax(scores)
    result: Floats = likely[:, 1::2] + likely[:, 2::2]
    return result


def spans(scores: Floats, bias: Floats | None = None) -> list[WordSpan]:
    """The labelled spans of one sentence, from scores [words, 2K + 1].

    ``bias`` [2K + 1] shifts the choice, not the scores told. The score of a span is the mean probability, over its
    words, of belonging to its label.
    """
    if not len(scores):
        return []
    found = best_spans(scores if bias is None else scores + bias)
    if not found:
        return []
    first = found[0][0]
    likely = label_scores(scores[first : found[-1][1]])
    return [(start, end, label, mean(likely[start - first : end - first, label])) for start, end, label in found]


def faint(scores: Floats, found: Sequence[WordSpan], least: float) -> list[WordSpan]:
    """Spans outside those ``found``: words side by side that belong to one label with at least this probability."""
    close = highest(scores[:, 1:]) >= scores[:, 0] + math.log(least / 3)
    for start, end, *_ in found:
        close[start:end] = False
    words: list[int] = close.nonzero()[0].tolist()
    if not words:
        return []  # twice a third of it is all that a label, begun or continued, can have
    likely = label_scores(scores[words])
    best: list[int] = likely.argmax(axis=1).tolist()
    spans: list[tuple[int, int, int]] = []
    rows: dict[int, int] = {}
    for row in (highest(likely) >= least).nonzero()[0].tolist():
        word = words[row]
        rows[word] = row
        if spans and spans[-1][1:] == (word, best[row]):
            spans[-1] = (spans[-1][0], word + 1, best[row])
        else:
            spans.append((word, word + 1, best[row]))
    return [(a, b, label, mean(likely[rows[a] : rows[a] + b - a, label])) for a, b, label in spans]


def mean(values: Floats) -> float:
    """The mean of a few numbers, without what ``ndarray.mean`` does around it."""
    return float(np.add.reduce(values) / np.float32(len(values)))


def tree(arcs: Floats) -> Ints:
    """Heads [words] of the words of one sentence from scores [dependent, head]; -1 for the one root.

    A word that prefers itself wants to be the root. The best head of each word is taken if that makes a tree with
    one root; otherwise the word that is most a root rules, and the rest is the best tree (Chu-Liu, Edmonds).
    """
    heads: Ints = arcs.argmax(axis=1).astype(np.int64)
    own = np.arange(len(arcs))
    roots = (heads == own).nonzero()[0]
    if len(roots) == 1 and not _cycle(heads, int(roots[0])):
        heads[roots[0]] = -1
        return heads
    margin = arcs[own, own] - np.where(np.eye(len(arcs), dtype=bool), -np.inf, arcs).max(axis=1, initial=-np.inf)
    root = int(margin.argmax())
    free = arcs.astype(np.float64)
    free[own, own] = -np.inf
    free[root, :] = -np.inf
    heads = _edmonds(free, root)
    heads[root] = -1
    return heads


def _cycle(heads: Ints, root: int) -> list[int]:
    """The words of one cycle, lowest first, or nothing; arcs lead from a word to its head."""
    above: list[int] = heads.tolist()
    seen = [-1] * len(above)  # from which word on each was come by; no way on leads from the root
    seen[root] = len(above)
    for start in range(len(above)):
        word = start
        while seen[word] < 0:
            seen[word] = start
            word = above[word]
        if seen[word] == start and word != root:
            cycle = [word]
            while above[cycle[-1]] != word:
                cycle.append(above[cycle[-1]])
            return sorted(cycle)
    return []


def _edmonds(scores: npt.NDArray[np.float64], root: int) -> Ints:
    """The best tree under ``root``; scores [dependent, head], minus infinity where there is no arc."""
    heads: Ints = scores.argmax(axis=1).astype(np.int64)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    rest = [w for w in range(len(scores)) if w not in set(cycle)]
    size = len(rest)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[size, :size] = entering.max(axis=0)
    smaller[:size, size] = leaving.max(axis=1)
    solved = _edmonds(smaller, rest.index(root))
    return _expanded(solved, heads, rest, cycle, entering.argmax(axis=0), leaving.argmax(axis=1))


def _expanded(  # the six parts of one contraction
    solved: Ints, heads: Ints, rest: list[int], cycle: list[int], broken: Ints, chosen: Ints
) -> Ints:
    """Undo a contraction: the cycle keeps its arcs but the one at which the tree enters it."""
    size = len(rest)
    result = heads.copy()
    for number, word in enumerate(rest):
        head = int(solved[number])
        result[word] = cycle[int(chosen[number])] if head == size else rest[head]
    entrance = int(solved[size])
    result[cycle[int(broken[entrance])]] = rest[entrance]
    return result


def relations(scores: Floats, heads: Ints, root: int) -> Ints:
    """The number of each word's relation, from scores [words, relations]; only the root may have ``root``."""
    free = scores.copy()
    free[:, root] = -np.inf
    chosen: Ints = free.argmax(axis=1).astype(np.int64)
    chosen[heads < 0] = root
    return chosen
