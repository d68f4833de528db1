"""Dates that a clause takes from the words that open it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.in_clause import opened_by_a_date, over_by_then
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
MONDAY = Interval(earliest="2018-03-26", latest="2018-03-26", precision="day", basis="relative")
Bounds = tuple[str | None, str | None]


def claim(text: str, words: str, kind: str, **given: Any) -> ClaimTime:
    trigger = Span(text.index(words), text.index(words) + len(words))
    return ClaimTime(**{"type": kind, "kind": "event", "trigger": trigger, "sentence": Span(0, len(text))} | given)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Four people were hurt on Monday when two shells hit a square.", "hit", "2018-03-26"),
        ("It had been so in 2014, when the group took the dam.", "took", "2014"),
        ("Four people were hurt on Monday near a square hit by shells.", "hit", None),
        ("She was freed on Monday when guards fled and was wounded by a mine.", "wounded", None),
        ("It has been so for two years, when they fought.", "fought", None),
    ],
)
def test_when_right_after_a_date_opens_what_was_then(text: str, words: str, day: str | None) -> None:
    times = read_times(text, FRIDAY)
    told = opened_by_a_date([claim(text, words, "shelling")], times).get(0)
    assert (told and (told.earliest, told.latest)) == (day and (day, day))
    assert opened_by_a_date([claim(text, words, "shelling", modality="planned")], times) == {}


@pytest.mark.parametrize(
    ("text", "words", "kind", "told"),
    [
        ("They took Varn on Monday after a two-month battle.", "battle", "clash", ("2018-01", "2018-03-26")),
        ("They took Varn on Monday, ending a three-day siege.", "siege", "besiege", ("2018-03-23", "2018-03-26")),
        ("They took Varn on Monday after four days of fighting.", "fighting", "clash", ("2018-03-22", "2018-03-26")),
        ("After a two-week siege they took Varn on Monday.", "siege", "besiege", ("2018-03-12", "2018-03-26")),
        ("They took Varn on Monday in a two-month battle.", "battle", "clash", None),
        ("They took Varn on Monday after days of fighting.", "fighting", "clash", None),
        ("They took Varn after a two-month battle.", "battle", "clash", None),  # the sentence names no day
    ],
)
def test_what_was_over_is_counted_back_from_what_came_then(
    text: str, words: str, kind: str, told: Bounds | None
) -> None:
    claims = [claim(text, "took", "capture"), claim(text, words, kind)]
    found = over_by_then(claims, {0: MONDAY, 1: UNKNOWN_INTERVAL}, read_times(text, FRIDAY)).get(1)
    assert (found and (found.earliest, found.latest)) == told


def test_a_length_is_that_of_what_is_told_first_behind_it() -> None:
    text = "They met the army on Monday after a two-week siege fighters broke."
    claims = [claim(text, "met", "clash"), claim(text, "siege", "besiege"), claim(text, "broke", "siege_end")]
    found = over_by_then(claims, {0: MONDAY, 1: UNKNOWN_INTERVAL, 2: UNKNOWN_INTERVAL}, read_times(text, FRIDAY))
    assert list(found) == [1]


@pytest.mark.parametrize(
    ("text", "trigger", "month"),
    [
        ("Police seized him at the port when he came back in May 2017.", "seized", "2017-05"),
        ("Police seized him at the port, when he came back in May 2017.", "seized", None),
        ("Police seized him at the port and when asked in May 2017 said nothing.", "seized", None),
    ],
)
def test_what_befell_somebody_when_he_came_was_then(text: str, trigger: str, month: str | None) -> None:
    start = text.index(trigger)
    told = ClaimTime(
        type="detain", kind="happening", tense="past",
        trigger=Span(start, start + len(trigger)), sentence=Span(0, len(text)),
    )  # fmt: skip
    found = opened_by_a_date([told], read_times(text, "2017-09-05"))
    assert (found[0].earliest if found else None) == month


@pytest.mark.parametrize(
    ("text", "tense", "told"),
    [
        ("It had been besieged for two days when they got in on Monday.", "pluperfect", ("2018-03-24", "2018-03-26")),
        ("It has been besieged for two weeks, they said on Monday.", "perfect", None),
        ("It had been besieged for two weeks, they said on Monday.", "pluperfect", None),
        ("It had been besieged when they broke through on Monday.", "pluperfect", None),
    ],
)
def test_what_had_gone_on_so_long_when_something_came(text: str, tense: Any, told: Bounds | None) -> None:
    siege = claim(text, "besieged", "besiege", tense=tense)
    ended = over_by_then([siege], {0: UNKNOWN_INTERVAL}, read_times(text, FRIDAY)).get(0)
    assert (ended and (ended.earliest, ended.latest)) == told


@pytest.mark.parametrize(("words", "year"), [("for two weeks", "2014"), ("in 2016", None)])
def test_how_long_it_lasted_says_not_when(words: str, year: str | None) -> None:
    text = f"It was so in 2014, when the group held the dam {words}."
    span = Span(text.index(words), text.index(words) + len(words))
    held = replace(claim(text, "held", "control"), kind="state", times=(span,))
    told = opened_by_a_date([held], read_times(text, FRIDAY))
    assert (told[0].earliest if 0 in told else None) == year
