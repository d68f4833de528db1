"""Rates from counts."""

from situate.evaluate.rates import Rates, harmonic, share


def test_rates():
    assert Rates(right=1, found=2, gold=4).told() == {"p": 0.5, "r": 0.25, "f1": 0.3333, "gold": 4}


def test_nothing_is_nought_and_no_error():
    assert Rates(right=0, found=0, gold=0).told() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0}
    assert share(0, 0) == 0.0
    assert harmonic(0.5, 0.0) == 0.0


def test_the_harmonic_mean():
    assert harmonic(0.5, 1.0) == 0.6667
