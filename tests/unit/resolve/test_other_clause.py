"""Dates of other clauses, what has happened since a day, and what posts tell."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.by_words import claim_interval
from situate.resolve.when.other_clause import without_others
from situate.resolve.when.report_times import read_times
from situate.resolve.when.told_since import told_since
from situate.resolve.when.undated import ClaimTime

DAY = "2025-11-17"


def claim(text: str, trigger: str, time: str, **given: Any) -> ClaimTime:
    start, at = text.index(trigger), text.index(time)
    return ClaimTime(**{
        "type": "capture", "kind": "happening", "trigger": Span(start, start + len(trigger)),
        "sentence": Span(0, len(text)), "tense": "perfect", "times": (Span(at, at + len(time)),),
    } | given)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The group has lost most of the land it took in 2014.", "lost", "in 2014"),
        ("The state has jailed hundreds after a court banned them on 20 April 2017.", "jailed", "on 20 April 2017"),
    ],
)
def test_what_is_told_in_the_perfect_is_of_no_old_date(text: str, trigger: str, time: str) -> None:
    (kept,) = without_others([claim(text, trigger, time)], read_times(text, DAY))
    assert kept.times == ()


@pytest.mark.parametrize(
    ("text", "trigger", "time", "tense"),
    [
        ("The group lost the land it took in 2014.", "lost", "in 2014", "past"),
        ("The group has lost much land since it rose in 2014.", "lost", "in 2014", "perfect"),
        ("Ten have been killed after a bomb went off on 15 November.", "killed", "on 15 November", "perfect"),
        ("The group has lost its hills in 2025.", "lost", "in 2025", "perfect"),
    ],
)
def test_other_dates_stay(text: str, trigger: str, time: str, tense: Any) -> None:
    (kept,) = without_others([claim(text, trigger, time, tense=tense)], read_times(text, DAY))
    assert kept.times


def test_what_has_happened_since_a_day_is_no_deed_of_that_day() -> None:
    text = "In all 144 boys have been seized since 5 August."
    told, times = claim(text, "seized", "since 5 August", type="detain"), read_times(text, DAY)
    rule = claim_interval(told, times)
    one = Interval(earliest="2025-08-05", latest="2025-08-05", precision="day", basis="relative")
    assert (rule.earliest, rule.latest) == ("2025-08-05", OPEN)
    assert told_since([told], {0: one}, [rule], times) == {0: rule}
    text = "They were seized on 5 August."
    told, times = claim(text, "seized", "on 5 August", type="detain", tense="past"), read_times(text, DAY)
    assert told_since([told], {0: one}, [claim_interval(told, times)], times) == {}


def test_what_is_named_by_its_year_was_then() -> None:
    text = "Since the 2003 invasion the state has been weak."
    named = claim(text, "invasion", "2003", type="assault", tense=None)
    found = claim_interval(named, read_times(text, DAY))
    assert (found.earliest, found.latest) == ("2003", "2003")
    text = "Since 2003 they hold the hills."
    held = claim(text, "hold", "Since 2003", type="control", kind="state", tense="present")
    assert claim_interval(held, read_times(text, DAY)).latest == OPEN


def test_a_post_counts_from_its_own_day_which_dates_no_deed() -> None:
    text = "A friend was shot last night. — Ana Veld (@veld) November 12, 2025\nHe was taken away on Sunday."
    night, signed, sunday = (item.interval for item in read_times(text, DAY).found)
    assert (night.earliest, night.latest) == ("2025-11-11", "2025-11-11")
    assert not signed.known
    assert sunday.earliest == "2025-11-16"
    text = "A friend was shot last night (Union) November 12 2025."
    assert read_times(text, DAY).found[1].interval.known
    text = "A friend was shot last night, says Ana Veld on November 12, 2025."
    assert read_times(text, DAY).found[1].interval.known


def test_since_of_another_verb_is_no_beginning() -> None:
    text = "The party, in power since 1963 and led by the son of its founder, met the marches with mass arrests."
    start = text.index("arrests")
    told = ClaimTime(type="detain", kind="happening", trigger=Span(start, start + 7), sentence=Span(0, len(text)))
    assert not claim_interval(told, read_times(text, DAY)).known
    text = "Since 1963 the party has met all marches in the capital and elsewhere with mass arrests."
    start = text.index("arrests")
    told = ClaimTime(type="clash", kind="happening", trigger=Span(start, start + 7), sentence=Span(0, len(text)))
    assert claim_interval(told, read_times(text, DAY)).earliest == "1963"
