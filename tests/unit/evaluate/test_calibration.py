"""Reliability: what is exact has no error, and the bins hold every claim once."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.evaluate.calibration import BINS, bins, error, reliability

TOLD = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80)


@given(TOLD)
def test_bins_hold_every_claim_once_and_differ_by_one(told: list[tuple[float, bool]]) -> None:
    parts = list(bins(sorted(told)))
    assert [one for part in parts for one in part] == sorted(told)
    assert len(parts) == min(BINS, len(told))
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1


@given(TOLD)
def test_the_error_is_a_share_and_needs_no_order(told: list[tuple[float, bool]]) -> None:
    shuffled = sorted(told, key=lambda one: (one[0], not one[1]))
    assert 0 <= error(told) <= 1
    assert len({c for c, _ in told}) < len(told) or error(told) == pytest.approx(error(shuffled))


def test_a_boaster_is_found_out() -> None:
    assert error([(1.0, False)] * 20) == 1.0
    assert error([(0.75, n % 4 != 0) for n in range(400)]) < 0.02


def test_exact_confidences_err_by_chance_alone() -> None:
    chance = random.Random(5)
    exact = [chance.random() for _ in range(600)]
    figures = reliability([(c, chance.random() < c) for c in exact])
    assert figures["ece"] < 2 * figures["by_chance"]
    assert figures["claims"] == sum(part["claims"] for part in figures["bins"].values()) == 600
    assert reliability([]) == {"claims": 0}
