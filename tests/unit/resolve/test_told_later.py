"""Deeds that are counted from the one before them, and sieges that are counted back from their end."""

from typing import Any

import pytest

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.report_times import read_times
from situate.resolve.when.told_beside import until_its_end
from situate.resolve.when.told_later import told_later
from situate.resolve.when.undated import ClaimTime
from situate.text.sentences import sentences

NOVEMBER = "2025-11-17"


def claim(text: str, trigger: str, time: str = "", **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(Span(*s) for s in sentences(text) if s[0] <= start < s[1])
    times = (Span(text.index(time), text.index(time) + len(time)),) if time else ()
    fixed = {"type": "assault", "kind": "happening", "trigger": Span(start, start + len(trigger)), "sentence": sentence}
    return ClaimTime(**fixed | {"times": times} | given)


def day(date: str, basis: Any = "relative") -> Interval:
    return Interval(earliest=date, latest=date, precision="day", basis=basis)


@pytest.mark.parametrize(
    ("text", "first", "second", "told", "expected"),
    [
        (
            "They entered it on 12 November but left after two days.",
            "on 12 November",
            "left",
            "after two days",
            "2025-11-14",
        ),
        (
            "They took the base on 3 November and hit the port a week later.",
            "on 3 November",
            "hit",
            "a week later",
            "2025-11-10",
        ),
    ],
)
def test_days_are_counted_from_the_deed_before(text: str, first: str, second: str, told: str, expected: str) -> None:
    verb = text.split()[1]
    claims = [claim(text, verb, first), claim(text, second, told)]
    begun = day("2025-11-12" if "12" in first else "2025-11-03")
    found = told_later(claims, {0: begun, 1: day(NOVEMBER, "publication")}, read_times(text, NOVEMBER))
    assert found == {1: day(expected)}


def test_how_long_it_lasted_is_no_count_from_the_deed_before() -> None:
    text = "They took the base on 3 November after two days of fighting."
    claims = [claim(text, "took", "on 3 November"), claim(text, "fighting", "two days", type="clash")]
    lasted = Interval(earliest="2025-11-01", latest="2025-11-03", precision="day", basis="relative")
    assert told_later(claims, {0: day("2025-11-03"), 1: lasted}, read_times(text, NOVEMBER)) == {}


def test_what_follows_a_deed_of_a_month_keeps_the_month() -> None:
    text = "They took the heights in March and cut the road a week later."
    march = Interval(earliest="2025-03", latest="2025-03", precision="month", basis="relative")
    claims = [claim(text, "took", "in March"), claim(text, "cut", "a week later")]
    assert told_later(claims, {0: march, 1: march}, read_times(text, NOVEMBER)) == {}


def test_what_follows_a_deed_without_a_day_has_none() -> None:
    text = "Prices have doubled since Friday. Six men were abducted near Ziri and freed a day later."
    report = read_times(text, NOVEMBER)
    claims = [claim(text, "abducted"), claim(text, "freed", "a day later")]
    later = next(i.interval for i in report.found if i.span.of(text) == "a day later")
    assert told_later(claims, {0: day(NOVEMBER, "publication"), 1: later}, report) == {1: UNKNOWN_INTERVAL}
    # Nor has the deed itself the day on which it was over.
    assert told_later(claims, {0: later, 1: later}, report) == {0: UNKNOWN_INTERVAL, 1: UNKNOWN_INTERVAL}


def test_another_time_between_the_two_begins_the_count() -> None:
    text = "They attacked the base, and on 3 November the army came; two days later they bombed it."
    claims = [claim(text, "attacked"), claim(text, "bombed", "two days later")]
    found = {0: day(NOVEMBER, "publication"), 1: day("2025-11-05")}
    assert told_later(claims, found, read_times(text, NOVEMBER)) == {}


@pytest.mark.parametrize(
    ("counted", "end", "expected"),
    [
        (("2025-05", OPEN), ("2021", "2021"), ("2020", "2021")),  # counted back from the report, years after its end
        (("2025-05", "2025-05"), ("2025-05", "2025-05"), ("2024-11", "2025-05")),  # put at its end
        (("2025-05", OPEN), ("2025-11-04", "2025-11-04"), ("2025-05", "2025-11-04")),
    ],
)
def test_a_siege_that_was_ended_is_counted_back_from_its_end(counted: Any, end: Any, expected: Any) -> None:
    text = "A pact ended a siege of six months."
    claims = [
        claim(text, "ended", type="siege_end"),
        claim(text, "siege", "six months", type="besiege", kind="state"),
    ]
    found = {
        0: Interval(earliest=end[0], latest=end[1], precision="day", basis="stated"),
        1: Interval(earliest=counted[0], latest=counted[1], precision="month", basis="relative"),
    }
    (told,) = until_its_end(claims, found, read_times(text, NOVEMBER)).values()
    assert (told.earliest, told.latest) == expected


@pytest.mark.parametrize("latest", ["2025-11-15", OPEN])
def test_a_siege_that_was_lifted_on_a_day_was_not_laid_on_it(latest: str) -> None:
    text = "On Saturday the army lifted the siege that rebels had laid to Varn."
    claims = [claim(text, "lifted", type="siege_end"), claim(text, "siege", type="besiege", kind="state")]
    found = {0: day("2025-11-15"), 1: Interval(earliest="2025-11-15", latest=latest, precision="day", basis="relative")}
    (told,) = until_its_end(claims, found, read_times(text, NOVEMBER)).values()
    assert (told.earliest, told.latest) == (None, "2025-11-15")
