"""Blows whose day stands right before their noun, or before what came of them."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.day_before_it import day_before_it
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime

WEDNESDAY = "2023-05-17"
MONDAY = Interval(earliest="2023-05-15", latest="2023-05-15", precision="day", basis="relative")


def told(text: str, words: str, times: tuple[str, ...] = (), **given: Any) -> Interval | None:
    report = read_times(text, WEDNESDAY)
    start = text.index(words)
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in times)
    claim = ClaimTime(
        type="assault", kind="happening", trigger=Span(start, start + len(words)), sentence=Span(0, len(text)),
        times=spans, tense="past", **given,
    )  # fmt: skip
    return day_before_it([claim], {0: MONDAY}, report).get(0)


@pytest.mark.parametrize(
    ("text", "words", "times", "day"),
    [
        ("The president on Monday condemned Saturday's attack in Lisk.", "attack", (), "2023-05-13"),
        ("The toll from Friday’s bombing in Varn rose on Monday.", "bombing", ("Friday", "on Monday"), "2023-05-12"),
        ("On Monday a man hurt in Sunday's drone strike died.", "drone strike", (), "2023-05-14"),
        ("He spoke on Monday of last month's deadly raid.", "raid", (), "2023-04"),
        ("A man hurt in a raid in April died on Monday.", "raid", ("in April", "on Monday"), "2023-04"),
        ("They have fought since Saturday's attack.", "attack", (), "2023-05-13"),
        ("The toll in the raid on Varn rose to 14 on Monday.", "raid", (), None),
    ],
)
def test_a_blow_has_its_own_day(text: str, words: str, times: tuple[str, ...], day: str | None) -> None:
    found = told(text, words, times)
    assert found is not None
    assert (found.earliest, found.latest) == (day, day)
    assert day is not None or found == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Saturday's rain held up those who killed five on Monday.", "killed"),
        ("Saturday's talks ended in an attack on Monday.", "attack"),
        ("A man hurt in the raid on Monday was flown out.", "raid"),
        ("Two men hurt in April, in the raid, died on Monday.", "raid"),
        ("The attack on Monday killed five.", "attack"),
    ],
)
def test_what_no_day_stands_before_keeps_its_own(text: str, words: str) -> None:
    assert told(text, words) is None
