"""The time of a telling is not that of what is told."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.when.said import counted_to, of_another_clause, said_then


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The group on Friday claimed responsibility for the attack on a judge.", True),
        ("The army reported on Friday that rebels launched an attack.", True),
        ("The mayor condemned on Friday the attack.", True),
        ("It was reported in the capital on Friday that an attack killed two.", True),
        ("The town was hit on Friday in an attack.", False),
        ("The army said that on Friday rebels launched an attack.", False),
        ("The attack came on Friday, the army said.", False),
        ("They were confirmed on Friday after the attack.", False),
        ("Rebels said they would talk on Friday. An attack followed.", False),
        ("On Friday, rebels said to be Syrian launched an attack.", False),
        ("On Friday, the old mayor publicly acknowledged that soldiers led the attack.", True),
        ("On Friday, rebels shelled a town and said that the attack went on.", False),
    ],
)
def test_a_day_beside_a_verb_of_telling_is_that_of_the_telling(text: str, told: bool) -> None:
    day = _span(text, "on Friday" if "on Friday" in text else "On Friday")
    assert said_then(text, day, _span(text, "attack" if "attack" in text else "An attack")) is told


@pytest.mark.parametrize(
    ("text", "other", "told"),
    [
        ("The centre was evacuated today because it was hit by a missile last night.", "last night", True),
        ("A bus was burned today by men protesting what was hit yesterday.", "yesterday", True),
        ("Two died today when a shell hit the market at dawn.", "at dawn", False),
        ("Planes today hit the town that they left on Monday.", "on Monday", False),
    ],
)
def test_a_day_of_another_clause_dates_nothing_that_names_its_own(text: str, other: str, told: bool) -> None:
    days = [_span(text, "today"), _span(text, other)]
    assert of_another_clause(text, days[0], days, _span(text, "hit")) is told


@pytest.mark.parametrize(
    ("text", "length", "counted"),
    [
        ("They searched the house two days before the killing.", "two days", True),
        ("They left only an hour after the deadly killing.", "an hour", True),
        ("They searched the house for two days. The killing came later.", "two days", False),
        ("Two days before they left, the killing began.", "Two days", False),
        ("They came on Friday before the killing.", "Friday", False),
    ],
)
def test_how_long_before_a_deed_something_else_was_is_no_time_of_the_deed(
    text: str, length: str, counted: bool
) -> None:
    assert counted_to(text, _span(text, length), _span(text, "killing")) is counted
