from hypothesis import given
from hypothesis import strategies as st

from situate.extract.report.confidence import calibrated

SHARES = st.floats(0, 1)


@given(SHARES, SHARES)
def test_confidence_rises_with_the_probability_and_stays_one(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 < calibrated(low) <= calibrated(high) < 1


@given(SHARES)
def test_what_is_unlikely_stays_so(probability: float) -> None:
    assert abs(calibrated(probability) + calibrated(1 - probability) - 1) < 1e-9
    assert (calibrated(probability) - 0.5) * (probability - 0.5) >= 0
