"""The time of a telling is not that of what is told."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.time_said import said_then


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The group on Friday claimed responsibility for the attack on a judge.", True),
        ("The army reported on Friday that rebels launched an attack.", True),
        ("The mayor condemned on Friday the attack.", True),
        ("The army said that on Friday rebels launched an attack.", False),
        ("The attack came on Friday, the army said.", False),
        ("They were confirmed on Friday after the attack.", False),
        ("Rebels said they would talk on Friday. An attack followed.", False),
        ("On Friday, rebels said to be Syrian launched an attack.", False),
    ],
)
def test_a_day_beside_a_verb_of_telling_is_that_of_the_telling(text: str, told: bool) -> None:
    day = _span(text, "on Friday" if "on Friday" in text else "On Friday")
    assert said_then(text, day, _span(text, "attack" if "attack" in text else "An attack")) is told
