"""Captives held and troops stationed, told as how things stand."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.held_now import held_now
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
NEWS = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="publication")


def held(text: str, trigger: str, sort: str, interval: Interval = NEWS, **given: Any) -> Interval | None:
    times, start = read_times(text, FRIDAY), text.index(trigger)
    sentence = next(s for s in times.sentences if s.start <= start < s.end)
    at = Span(start, start + len(trigger))
    claim = ClaimTime(**{"type": sort, "kind": "event", "trigger": at, "sentence": sentence} | given)
    return held_now([claim], {0: interval}, times).get(0)


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "tense"),
    [
        ("The militia is holding 300 men in a school.", "holding", "detain", "present"),
        ("The marshes militia, which holds 300 men, wants a swap.", "holds", "detain", "present"),
        ("Talk is of the 300 men being held by the militia.", "held", "detain", None),
        ("Three hundred men are believed to be held in a school.", "held", "detain", "present"),
        ("The group has a presence in the hills.", "presence", "deploy", "present"),
        ("Some 200 marines are stationed on the island.", "stationed", "deploy", "present"),
    ],
)
def test_who_is_held_or_stationed_is_so_since_a_day_that_nobody_tells(
    text: str, trigger: str, sort: str, tense: str | None
) -> None:
    assert held(text, trigger, sort, tense=tense) == Interval(latest=OPEN)


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "tense"),
    [
        ("Three hundred men were being held in a school.", "held", "detain", "past"),
        ("The militia held 300 men for an hour.", "held", "detain", "past"),
        ("The police are arresting students.", "arresting", "detain", "present"),  # that goes on today
        ("The marines deployed to the island.", "deployed", "deploy", "past"),
    ],
)
def test_what_was_done_keeps_its_day(text: str, trigger: str, sort: str, tense: str) -> None:
    assert held(text, trigger, sort, tense=tense) is None


def test_a_date_that_words_tell_is_kept() -> None:
    text = "The militia is holding 300 men."
    told = Interval(earliest="2018-03-26", latest="2018-03-26", precision="day", basis="relative")
    assert held(text, "holding", "detain", told, tense="present") is None
    assert held(text, "holding", "detain", tense="present", polarity="negative") is None
