"""What is told since a deed whose day stands elsewhere in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.since_a_deed import since_a_deed
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
NEWS = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="publication")
MONDAY = Interval(earliest="2018-03-26", latest="2018-03-26", precision="day", basis="relative")
Bounds = tuple[str | None, str | None]


def claim(text: str, trigger: str, sort: str, when: str = "", **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(s for s in read_times(text, FRIDAY).sentences if s.start <= start < s.end)
    spans = (Span(text.index(when), text.index(when) + len(when)),) if when else ()
    at = Span(start, start + len(trigger))
    return ClaimTime(**{"type": sort, "kind": "event", "trigger": at, "sentence": sentence, "times": spans} | given)


def since(text: str, *told: tuple[ClaimTime, Interval]) -> Bounds | None:
    """The bounds of the last claim; what is told before it has the interval given."""
    found = {n: interval for n, (_, interval) in enumerate(told)}
    now = since_a_deed([c for c, _ in told], found, read_times(text, FRIDAY)).get(len(told) - 1)
    return (now.earliest, now.latest) if now else None


def test_a_deed_behind_since_is_that_which_was_told() -> None:
    text = "Rebels took Varn on Monday. Since the capture, they have dug in. The air was clear."
    taken, again = claim(text, "took", "capture"), claim(text, "capture", "capture")
    assert since(text, (taken, MONDAY), (again, NEWS)) == ("2018-03-26", "2018-03-26")
    assert since(text, (taken, NEWS), (again, NEWS)) == (None, None)  # at least it is no news of the day
    assert since(text, (taken, MONDAY), (again, UNKNOWN_INTERVAL)) is None


def test_what_has_happened_since_is_no_deed_behind() -> None:
    text = "They came in winter and have since taken Varn."
    assert since(text, (claim(text, "taken", "capture"), NEWS)) is None


@pytest.mark.parametrize(
    ("text", "deed", "when"),
    [
        ("Rebels stormed Varn on Monday. Nine have died since they stormed it.", "stormed", "since they stormed it"),
        ("The operation is five days old. Since the operation began, nine have died.", "operation", "Since the operation began"),
    ],
)  # fmt: skip
def test_what_has_happened_since_a_deed_lasts_up_to_the_report(text: str, deed: str, when: str) -> None:
    first = claim(text, deed, "assault")
    assert since(text, (first, MONDAY), (claim(text, "died", "kill", when), UNKNOWN_INTERVAL)) == ("2018-03-26", FRIDAY)


@pytest.mark.parametrize(
    ("text", "when", "so"),
    [
        ("The lines stormed on Monday are quiet. Since they stormed Varn, nine have died.", "Since they stormed", True),
        ("It is quiet. Since they stormed Varn on Monday, nine have died.", "Since they stormed Varn on Monday", True),
        ("It is quiet. Since Sunday, when they stormed Varn, nine have died.", "Since Sunday, when they", False),
        ("It is quiet. It was the ninth that died since they stormed Varn.", "since they stormed Varn", False),
    ],
)
def test_a_date_near_by_gives_way_to_that_of_the_deed_behind_since(text: str, when: str, so: bool) -> None:
    deed = claim(text, "they stormed", "assault")
    found = since(text, (deed, MONDAY), (claim(text, "died", "kill", when), replace(MONDAY, basis="stated")))
    assert found == (("2018-03-26", FRIDAY) if so else None)


def test_a_state_since_a_deed_goes_on() -> None:
    text = "The operation is five days old. The port is held since the operation."
    held = claim(text, "held", "control", "since the operation", kind="state")
    assert since(text, (claim(text, "operation", "assault"), MONDAY), (held, NEWS)) == ("2018-03-26", "open")


def test_the_beginning_of_a_fight_is_told_once() -> None:
    text = "Fighting in the valley began on 19 March. Nine have died since the campaign around Varn started."
    died = claim(text, "died", "kill", "since the campaign around Varn started")
    assert since(text, (died, UNKNOWN_INTERVAL)) == ("2018-03-19", FRIDAY)
    war = text.replace("Fighting in the valley", "The fighting of a war that")
    died = claim(war, "died", "kill", "since the campaign around Varn started")
    assert since(war, (died, UNKNOWN_INTERVAL)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The operation is new. It was the deadliest raid since the operation.",
        "The operation is new. It was the first raid since the operation.",
    ],
)
def test_the_worst_since_a_deed_is_no_longer_than_itself(text: str) -> None:
    raid = claim(text, "raid", "assault", "since the operation")
    assert since(text, (claim(text, "operation", "assault"), MONDAY), (raid, NEWS)) is None


def test_a_date_behind_since_says_itself() -> None:
    text = "The operation is new. Nine have died since the operation in January."
    died = claim(text, "died", "kill", "since the operation in January")
    assert since(text, (claim(text, "operation", "assault"), MONDAY), (died, NEWS)) is None


@pytest.mark.parametrize(
    ("text", "trigger", "bounds"),
    [
        ("It is three days since the raid on Varn.", "raid", ("2018-03-27", "2018-03-27")),
        ("It's two years since the army seized Varn.", "seized", ("2016", "2016")),
        ("It has been only two months since gunmen took the girls.", "took", ("2018-01", "2018-01")),
        ("Five months have passed since the raid on Varn.", "raid", ("2017-10", "2017-10")),
        ("It is the worst week since the raid on Varn.", "raid", None),
        ("In three days since the raid, 40 have died.", "raid", None),
        ("It is years since the raid on Varn.", "raid", None),
    ],
)
def test_how_long_it_is_since_a_deed_tells_when_it_was(text: str, trigger: str, bounds: Bounds | None) -> None:
    told = since(text, (claim(text, trigger, "assault"), UNKNOWN_INTERVAL))
    assert told == bounds
