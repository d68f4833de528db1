"""Since when goes on what is counted by its days."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.nth_day import counted_on, on_days_before
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2025-12-12"


def counted(text: str, trigger: str, sort: str, **given: Any) -> Interval | None:
    times, start = read_times(text, FRIDAY), text.index(trigger)
    sentence = next(s for s in times.sentences if s.start <= start < s.end)
    at = Span(start, start + len(trigger))
    claim = ClaimTime(**{"type": sort, "kind": "state", "trigger": at, "sentence": sentence} | given)
    return counted_on([claim], {0: Interval(latest=OPEN)}, times).get(0)


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "since"),
    [
        ("Day 43 of the siege of Ostry. No bread.", "siege", "besiege", "2025-10-31"),
        ("On the 43rd day of the army's siege of Ostry, a shop opened.", "siege", "besiege", "2025-10-31"),
        ("The siege of Ostry entered its 43rd day on Friday.", "siege", "besiege", "2025-10-31"),
        ("The siege of Ostry entered its forty-third day on Thursday.", "siege", "besiege", "2025-10-30"),
        ("The blockade, now in its third month, goes on.", "blockade", "besiege", "2025-10"),
        ("The works are in their sixteenth month of siege.", "siege", "besiege", "2024-09"),
        ("The town has entered the second year of encirclement.", "encirclement", "besiege", "2024-12"),
        ("The road remained closed for a ninth consecutive day.", "closed", "cut_route", "2025-12-04"),
        ("The siege is in its second week.", "siege", "besiege", "2025"),  # it began in November or in December
        ("The siege is in its sixth week.", "siege", "besiege", "2025-11"),
        ("Fighting in Ostry entered its third day.", "Fighting", "clash", "2025-12-10"),
    ],
)
def test_it_began_on_the_first_day_that_was_counted(text: str, trigger: str, sort: str, since: str) -> None:
    found = counted(text, trigger, sort)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (since, OPEN, "relative")


def test_a_truce_began_on_its_first_day() -> None:
    found = counted("Day 3 of the truce in Ostry: quiet so far.", "truce", "ceasefire")
    assert found is not None
    assert (found.earliest, found.latest) == ("2025-12-10", "2025-12-10")


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "given"),
    [
        ("For the third day, the army shelled Ostry.", "shelled", "shelling", {}),  # the news of the day
        ("The siege of Ostry goes on. Talks entered their third day.", "siege", "besiege", {}),
        ("Water comes every third day to the besieged town.", "besieged", "besiege", {}),
        ("The siege of Ostry will enter its third month.", "siege", "besiege", {"modality": "planned"}),
        ("The town was besieged in the first week of June.", "besieged", "besiege", {}),
        ("Day one, of the many that the siege took, was cold.", "siege", "besiege", {}),
    ],
)
def test_other_counts_date_nothing(text: str, trigger: str, sort: str, given: dict[str, Any]) -> None:
    assert counted(text, trigger, sort, **given) is None


def up_to(text: str, trigger: str, sort: str, *beside: str, own: str = "", day: str = FRIDAY) -> Interval | None:
    """What is told of a deed that was given a day; ``beside``: other deeds' words, ``own``: the first one's of time."""
    times = read_times(text, FRIDAY)
    told = Interval(earliest=day, latest=day, precision="day", basis="relative")
    claims = []
    for words in (trigger, *beside):
        at = Span(text.index(words), text.index(words) + len(words))
        sentence = next(s for s in times.sentences if s.start <= at.start < s.end)
        spans = (Span(text.index(own), text.index(own) + len(own)),) if own and words == trigger else ()
        claims.append(ClaimTime(type=sort, kind="event", trigger=at, sentence=sentence, times=spans))
    return on_days_before(claims, dict.fromkeys(range(len(claims)), told), times).get(0)


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "begun", "ended"),
    [
        ("The army shelled Varn for a third day on Friday.", "shelled", "shelling", "2025-12-10", "2025-12-12"),
        ("The army shelled Varn for the third straight day.", "shelled", "shelling", "2025-12-10", "2025-12-12"),
        ("Crowds rallied in Varn for a second successive day.", "rallied", "protest", "2025-12-11", "2025-12-12"),
        ("For a third night running, drones struck Varn.", "struck", "airstrike", "2025-12-10", "2025-12-12"),
        ("For the third day, the army shelled Ostry.", "shelled", "shelling", "2025-12-10", "2025-12-12"),
        (
            "A fourth day of shelling in Varn on Thursday killed six.",
            "shelling",
            "shelling",
            "2025-12-08",
            "2025-12-11",
        ),
    ],
)
def test_what_was_done_for_another_day_had_been_done_before(
    text: str, trigger: str, sort: str, begun: str, ended: str
) -> None:
    found = up_to(text, trigger, sort)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (begun, ended, "relative")


@pytest.mark.parametrize(
    ("text", "trigger", "sort", "beside"),
    [
        ("The army took Varn for a third time on Friday.", "took", "capture", ()),
        ("The army shelled Varn for the second day of the feast.", "shelled", "shelling", ()),
        ("The army shelled Varn for the first day.", "shelled", "shelling", ()),
        ("Talks went on for a third day while the army shelled Varn.", "shelled", "shelling", ()),
        ("The army took Varn as protests in Lisk went on for a third day.", "took", "capture", ("protests",)),
        ("The army shelled Varn, and crowds rallied for a third day.", "shelled", "shelling", ("rallied",)),
    ],
)
def test_days_of_something_else_are_not_those_of_a_deed(
    text: str, trigger: str, sort: str, beside: tuple[str, ...]
) -> None:
    assert up_to(text, trigger, sort, *beside) is None


def test_days_that_the_words_of_another_deed_hold_are_its_own() -> None:
    text = "The army shelled Varn for a third day on Friday and took Lisk."
    assert up_to(text, "shelled", "shelling", "took", own="for a third day") is not None
    assert up_to(text, "took", "capture", "shelled") is None
