"""What is counted "as of" a day: no day of its own."""

import pytest

from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.counted_up_to import counted_up_to
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime

DAY = Interval(earliest="2031-05-05", latest="2031-05-05", precision="day", basis="relative")


@pytest.mark.parametrize(
    ("text", "time", "kind", "first"),
    [
        ("The army has killed 20 people in Varn as of 5 May.", "as of 5 May", "happening", None),
        ("As of 5 May, the army has killed 20 people in Varn.", "5 May", "happening", None),
        ("The army has killed 20 people in Varn on 5 May.", "on 5 May", "happening", "2031-05-05"),
        ("As of 5 May, the army was advancing in Varn.", "As of 5 May", "happening", "2031-05-05"),
        ("As of 5 May, the army held 20 villages in Varn.", "As of 5 May", "state", "2031-05-05"),
    ],
)
def test_counts_up_to_a_day_begin_before_it(text, time, kind, first):
    start, army = text.index(time), text.index("army")
    claim = ClaimTime(
        type="kill", kind=kind, trigger=Span(army, army + 4), sentence=Span(0, len(text)),
        times=(Span(start, start + len(time)),),
    )  # fmt: skip
    report = read_times(text, "2031-05-09", (Span(0, len(text)),))
    found = {0: DAY} | counted_up_to([claim], {0: DAY}, report)
    assert (found[0].earliest, found[0].latest) == (first, "2031-05-05")
