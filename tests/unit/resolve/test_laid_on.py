"""Sieges and shortages whose first day is told."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.laid_on import laid_on
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
MONDAY = Interval(earliest="2018-03-26", latest="2018-03-26", precision="day", basis="relative")
HISTORY = Interval(earliest="2016-05", latest="2016-05", precision="month", basis="stated")


def claim(text: str, trigger: str, sort: str = "besiege", **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(s for s in read_times(text, FRIDAY).sentences if s.start <= start < s.end)
    at = Span(start, start + len(trigger))
    return ClaimTime(**{"type": sort, "kind": "state", "trigger": at, "sentence": sentence} | given)


def laid(text: str, *claims: ClaimTime, when: Interval = MONDAY) -> tuple[str | None, str | None] | None:
    found = laid_on(claims, dict.fromkeys(range(len(claims)), when), read_times(text, FRIDAY)).get(0)
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        ("Rebels encircled the barracks on Monday.", "encircled", "besiege"),
        ("The port was sealed off on Monday.", "sealed off", "besiege"),
        ("On Monday they cut the valley off from the coast.", "cut the valley off", "besiege"),
        ("A blockade was imposed on Monday.", "blockade", "besiege"),
        ("The navy imposed a total blockade on Monday.", "blockade", "besiege"),
        ("On Monday they completed the encirclement of Orm.", "completed", "besiege"),
        ("The siege of Orm began on Monday.", "siege", "besiege"),
        ("Water was cut off on Monday.", "cut off", "deprivation"),
        ("Flour ran out on Monday.", "ran out", "deprivation"),
    ],
)
def test_what_is_laid_on_a_day_goes_on_from_it(text: str, trigger: str, sort: str) -> None:
    assert laid(text, claim(text, trigger, sort)) == ("2018-03-26", "open")


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        ("They tightened the siege on Monday.", "siege", "besiege"),  # it was there before
        ("The siege was debated on Monday.", "siege", "besiege"),
        ("The siege began on Monday and lasted two days.", "siege", "besiege"),
        ("Rebels encircled the barracks on Monday for six hours.", "encircled", "besiege"),
        ("On Monday nine starved to death.", "starved", "deprivation"),
        ("Rebels held the barracks on Monday.", "held", "control"),
    ],
)
def test_what_is_only_told_of_a_day_does_not(text: str, trigger: str, sort: str) -> None:
    assert laid(text, claim(text, trigger, sort)) is None


def test_what_was_ended_or_is_history_or_denied_does_not() -> None:
    text = "Rebels encircled the barracks. Troops broke through on Monday."
    ring, end = claim(text, "encircled"), claim(text, "broke through", "siege_end", kind="happening")
    assert laid(text, ring, end) is None
    assert laid(text, ring) == ("2018-03-26", "open")
    assert laid(text, ring, when=HISTORY) is None
    assert laid(text, claim(text, "encircled", polarity="negative")) is None


JANUARY = Interval(earliest="2018-01", latest="2018-01", precision="month", basis="relative")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The siege of Orm began in January.", "siege"),
        ("The siege of Orm by the army and Aster Brigade began in January; food is scarce.", "siege"),
        ("The blockade, imposed by the navy in January, has emptied the markets.", "blockade"),
        ("The navy laid siege to Orm in January.", "laid siege"),
        ("No one has left since the blockade was imposed in January.", "blockade"),
    ],
)
def test_a_siege_goes_on_from_the_month_in_which_it_began(text: str, trigger: str) -> None:
    assert laid(text, claim(text, trigger), when=JANUARY) == ("2018-01", "open")


def test_older_rings_and_sieges_that_may_be_over_have_their_month() -> None:
    text = "Rebels encircled the barracks in January. The siege of Orm began in January. The army took Orm on Monday."
    siege, taken = claim(text, "siege"), claim(text, "took", "capture", kind="happening")
    assert laid(text, siege, when=JANUARY) == ("2018-01", "open")
    assert laid(text, siege, taken, when=JANUARY) is None
    assert laid(text, claim(text, "encircled"), when=JANUARY) is None
    old = Interval(earliest="2015-05", latest="2015-05", precision="month", basis="stated")
    assert laid(text, siege, when=old) is None
    assert laid(text, claim(text, "siege", tense="pluperfect"), when=JANUARY) is None


def test_a_row_of_a_log_tells_what_was_new_on_a_day() -> None:
    text = "Siege imposed by government forces in January."
    assert laid(text, claim(text, "Siege"), when=JANUARY) is None
    text = "The siege imposed by government forces in January goes on."
    assert laid(text, claim(text, "siege"), when=JANUARY) is not None
