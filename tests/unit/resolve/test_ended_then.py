"""States and truces whose end is told in their own sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.ended_then import ended_then
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime

WEDNESDAY = "2023-05-17"
MONDAY = Interval(earliest="2023-05-15", latest="2023-05-15", precision="day", basis="relative")


def claim(text: str, words: str, kind: str, times: tuple[str, ...], **given: Any) -> ClaimTime:
    start = text.index(words)
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in times)
    told: dict[str, Any] = {"tense": "past", **given}
    return ClaimTime(
        type=kind, kind="state", trigger=Span(start, start + len(words)), sentence=Span(0, len(text)), times=spans,
        **told,
    )  # fmt: skip


def until(
    text: str, state: tuple[str, str, str], end: tuple[str, str] | None = None, **given: Any
) -> tuple[str | None, str | None] | None:
    words, kind, since = state
    claims = [claim(text, words, kind, (since,) if since else (), **given)]
    found = {0: Interval(earliest="2023-03", latest=OPEN, precision="month", basis="relative")}
    if end is not None:
        claims.append(claim(text, *end, ("on Monday",)))
        found[1] = MONDAY
    one = ended_then(claims, found, read_times(text, WEDNESDAY)).get(0)
    return (one.earliest, one.latest) if one is not None else None


OPENED, TAKEN = ("reopened", "open_route"), ("recaptured", "capture")


@pytest.mark.parametrize(
    ("text", "state", "end", "begun"),
    [
        ("The road to Varn, closed since March, reopened on Monday.", ("closed", "cut_route", "since March"), OPENED,
         "2023-03"),
        ("The road reopened on Monday after being cut for two months.", ("cut", "cut_route", "for two months"), OPENED,
         "2023-03-15"),
        ("The town, occupied by rebels since 2021, was recaptured on Monday.", ("occupied", "control", "since 2021"),
         TAKEN, "2021"),
        ("The pilot, held since February, was freed on Monday.", ("held", "detain", "since February"),
         ("freed", "release"), "2023-02"),
        ("They had been trapped there for months before they were flown out on Monday.",
         ("trapped", "deprivation", "for months"), ("flown out", "evacuate"), None),
    ],
)  # fmt: skip
def test_a_state_lasts_until_the_end_that_is_told(
    text: str, state: tuple[str, str, str], end: tuple[str, str], begun: str | None
) -> None:
    first = (begun or "")[:7] if "two months" in text else begun
    found = until(text, state, end)
    assert found is not None
    assert (found[0] and found[0][: len(first or "")], found[1]) == (first, "2023-05-15")


@pytest.mark.parametrize(
    ("text", "state", "end"),
    [
        ("The rebels, who held Varn since 2021, recaptured Lisk on Monday.", ("held", "control", "since 2021"), TAKEN),
        ("Rebels closed the road in March and it reopened on Monday.", ("closed", "cut_route", "in March"), OPENED),
        ("The pilot, held since February, was shot on Monday.", ("held", "detain", "since February"), None),
    ],
)
def test_what_ended_was_another(text: str, state: tuple[str, str, str], end: tuple[str, str] | None) -> None:
    assert until(text, state, end) is None


@pytest.mark.parametrize(
    ("text", "state", "begun"),
    [
        ("The ceasefire, in force since April, collapsed on Monday.", ("ceasefire", "ceasefire", "since April"),
         "2023-04"),
        ("A truce that had held since October ended on Monday when guns fired.",
         ("truce", "ceasefire", "since October"), "2022-10"),
        ("The blockade, imposed in December, was lifted on Monday.", ("blockade", "besiege", "in December"), "2022-12"),
        ("The war in Varn ended on Monday.", ("war", "clash", ""), "2023-03"),
    ],
)  # fmt: skip
def test_a_truce_or_a_siege_lasts_until_its_verb_says_that_it_ended(
    text: str, state: tuple[str, str, str], begun: str
) -> None:
    assert until(text, state) == (begun, "2023-05-15")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The truce ended months of fighting on Monday.", {}),
        ("The truce will hold, the mayor said on Monday.", {}),
        ("The truce collapsed on Monday.", {"polarity": "negative"}),
        ("The truce collapsed, the mayor said after a long talk with the rebels on Monday.", {}),
    ],
)
def test_what_ends_no_truce_leaves_it_as_it_is(text: str, given: dict[str, Any]) -> None:
    assert until(text, ("truce", "ceasefire", ""), **given) is None


def test_what_happened_on_the_day_of_its_end_keeps_that_day() -> None:
    text = "The track, closed by the guard on Monday, reopened on Monday."
    claims = [claim(text, "closed", "cut_route", ("on Monday",)), claim(text, "reopened", "open_route", ())]
    claims[0] = replace(claims[0], kind="happening")
    assert ended_then(claims, {0: MONDAY, 1: MONDAY}, read_times(text, WEDNESDAY)) == {}


def test_an_end_without_a_date_ends_nothing() -> None:
    text = "The road, closed since March, reopened."
    claims = [claim(text, "closed", "cut_route", ("since March",)), claim(text, "reopened", "open_route", ())]
    assert ended_then(claims, {0: Interval(latest=OPEN), 1: UNKNOWN_INTERVAL}, read_times(text, WEDNESDAY)) == {}
