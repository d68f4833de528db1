"""When states began and ended."""

from situate.derive.timeline import held
from situate.model.interval import Interval


def test_a_length_that_is_over_ends_what_it_measured() -> None:
    lasted = Interval(earliest="2022-02", latest="2022-05-21", basis="relative")
    over = held(lasted, "2022-05-21", rough=True)
    assert over.end is not None
    assert over.end.latest == "2022-05-21"
    assert held(lasted, "2022-05-21").end is None  # the uncertain moment of its start
