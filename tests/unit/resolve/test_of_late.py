"""What happened in recent days of a month has that month."""

from __future__ import annotations

from dataclasses import replace

import pytest

from situate.resolve.when.intervals import read_times
from situate.resolve.when.of_late import of_late
from situate.resolve.when.undated import ClaimTime


@pytest.mark.parametrize(
    ("words", "published", "latest"),
    [
        ("in recent days", "2017-09-20", "2017-09"),
        ("in recent weeks", "2017-09-30", "2017-09"),
        ("in recent days", "2017-09-02", None),  # they reach back into August
        ("in recent months", "2017-09-20", None),
        ("in the last few days", "2017-09-20", None),
    ],
)
def test_recent_days_of_one_month_are_that_month(words: str, published: str, latest: str | None) -> None:
    report = read_times(f"They fought {words}.", published)
    claim = ClaimTime(type="clash", kind="event", trigger=report.sentences[0], sentence=report.sentences[0])
    given = {0: report.found[0].interval}
    found = of_late([claim], given, report)
    assert {n: (i.earliest, i.latest) for n, i in found.items()} == ({0: ("2017-09", latest)} if latest else {})
    assert of_late([replace(claim, kind="state")], given, report) == {}
