"""Scores to spans and trees."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.encoding.decode import ADJACENT, best_tags, faint, of_tags, relations, spans, spans_of, tree

SEEDS = st.integers(0, 2**32 - 1)


def scores_of(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 3, shape).astype(np.float32)


def allowed(before: int, tag: int) -> float:
    """The cost of one tag after another, as the docstring states it."""
    if tag == 0:
        return 0.0
    label = (tag - 1) // 2
    same = before > 0 and (before - 1) // 2 == label
    if tag % 2 == 0:
        return 0.0 if same else float("-inf")
    return -ADJACENT if same else 0.0


@given(SEEDS, st.integers(1, 5), st.integers(1, 2))
def test_viterbi_finds_what_trying_everything_finds(seed: int, length: int, labels: int) -> None:
    scores = scores_of(seed, length, 2 * labels + 1)

    def total(tags: tuple[int, ...]) -> float:
        moves = sum(allowed(a, b) for a, b in itertools.pairwise((0, *tags)))
        return moves + sum(float(scores[i, t]) for i, t in enumerate(tags))

    best = max(total(tags) for tags in itertools.product(range(2 * labels + 1), repeat=length))
    assert total(tuple(map(int, best_tags(scores)))) == pytest.approx(best, abs=1e-3)


def test_words_that_are_likelier_outside_are_faint() -> None:
    scores = np.array([[2, 1, 1, 0, 0], [2, 1, 1, 0, 0], [9, 0, 0, 0, 0], [0, 9, 0, 0, 0]], dtype=np.float32)
    (found,) = faint(scores, [(3, 4, 0, 0.99)], 0.1)
    assert found[:3] == (0, 2, 0)
    assert found[3] == pytest.approx(2 * np.e / (np.e**2 + 2 * np.e + 2))
    assert faint(scores, [(0, 2, 0, 0.5), (3, 4, 0, 0.99)], 0.1) == []


def test_spans_of_tags() -> None:
    assert spans_of([0, 1, 2, 0, 3, 4, 1]) == [(1, 3, 0), (4, 6, 1), (6, 7, 0)]
    assert spans_of([1, 1, 2]) == [(0, 1, 0), (1, 3, 0)]
    assert spans_of([2, 4]) == [(0, 1, 0), (1, 2, 1)]
    assert spans_of([]) == []


def test_a_bias_changes_the_choice_but_not_the_score() -> None:
    scores = np.array([[1.0, 0.5, -9.0]], dtype=np.float32)
    assert spans(scores) == []
    ((start, end, label, score),) = spans(scores, of_tags([1.0]))
    assert (start, end, label) == (0, 1, 0)
    assert score == pytest.approx(np.exp(0.5) / (np.exp(1.0) + np.exp(0.5)), abs=1e-3)


def test_no_words_no_spans() -> None:
    assert spans(np.zeros((0, 3), dtype=np.float32)) == []


@given(SEEDS, st.integers(1, 12))
def test_a_tree_has_one_root_and_no_cycle(seed: int, length: int) -> None:
    heads = tree(scores_of(seed, length, length))
    assert list(heads).count(-1) == 1
    for word in range(length):
        steps, at = 0, word
        while heads[at] >= 0:
            at, steps = int(heads[at]), steps + 1
            assert steps <= length


@given(SEEDS, st.integers(2, 5))
def test_the_tree_is_the_best_one_under_its_root(seed: int, length: int) -> None:
    scores = scores_of(seed, length, length)
    heads = [int(h) for h in tree(scores)]
    root = heads.index(-1)

    def total(choice: tuple[int, ...]) -> float:
        return sum(float(scores[i, h]) for i, h in enumerate(choice) if i != root)

    def is_tree(choice: tuple[int, ...]) -> bool:
        for word in range(length):
            at = word
            for _ in range(length):
                at = at if at == root else choice[at]
            if at != root:
                return False
        return True

    options = itertools.product(*([root] if i == root else [j for j in range(length) if j != i] for i in range(length)))
    best = max(total(choice) for choice in options if is_tree(choice))
    assert total(tuple(root if h < 0 else h for h in heads)) == pytest.approx(best, abs=1e-3)


def test_a_good_greedy_tree_is_kept() -> None:
    arcs = np.full((3, 3), -5.0, dtype=np.float32)
    arcs[0, 1] = arcs[1, 1] = arcs[2, 1] = 5.0
    assert list(tree(arcs)) == [1, -1, 1]


def test_only_the_root_is_called_root() -> None:
    scores = np.array([[9.0, 1.0], [9.0, 2.0]], dtype=np.float32)
    assert list(relations(scores, np.array([1, -1]), 0)) == [1, 0]
