"""Lengths of what was over long ago."""

from __future__ import annotations

import pytest

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.long_over import long_over
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime

DAY = "2025-11-17"


def mended(text: str, trigger: str, sort: str) -> dict[int, Interval]:
    start = text.index(trigger)
    claim = ClaimTime(
        type=sort, kind="happening", trigger=Span(start, start + len(trigger)), sentence=Span(0, len(text))
    )
    times = read_times(text, DAY)
    return long_over([claim], {0: Interval(earliest=times.found[0].interval.earliest, latest=OPEN)}, times)


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        ("He spent two years imprisoned in Varn.", "imprisoned", "detain"),
        ("She served almost three years locked up.", "locked up", "detain"),
        ("They were seized on a road, the beginning of 15 months in captivity.", "captivity", "detain"),
        ("The poet was exiled for three years.", "exiled", "restrict"),
        ("He died within two months of his arrival.", "died", "kill"),
        ("The day marks the end of the 15-year war.", "war", "clash"),
    ],
)
def test_what_is_told_as_over_does_not_lead_up_to_the_report(text: str, trigger: str, sort: str) -> None:
    assert mended(text, trigger, sort) == {0: UNKNOWN_INTERVAL}


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        ("He has spent two years imprisoned in Varn.", "imprisoned", "detain"),
        ("The poet has been exiled for three years.", "exiled", "restrict"),
        ("They were held for three days.", "held", "detain"),
        ("They want to end their month-long strike.", "strike", "protest"),
        ("All were freed within two weeks.", "freed", "release"),
        ("It goes on after 15 years of war.", "war", "clash"),
    ],
)
def test_what_goes_on_or_just_ended_does(text: str, trigger: str, sort: str) -> None:
    assert mended(text, trigger, sort) == {}
