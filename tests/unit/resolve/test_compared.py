"""The time of what a happening is compared with is none of its own."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.when.intervals import claim_intervals
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime

BOMB = "A bomb killed four in Lisk on Monday. "


def intervals(text: str, *triggers: tuple[str, str, str]) -> list[tuple[str | None, str | None]]:
    """The bounds of claims, each ``(type, words, words of its time)``, of a report of Wednesday, 9 May 2040."""
    claims = []
    for kind, words, time in triggers:
        at = text.rindex(words)
        start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
        times = (Span(text.index(time), text.index(time) + len(time)),) if time else ()
        sentence = Span(start, text.find(".", at) + 1)
        claims.append(
            ClaimTime(
                type=kind, kind="happening", trigger=Span(at, at + len(words)), sentence=sentence, times=times, tense="past"
            )
        )  # fmt: skip
    found = claim_intervals(claims, [None] * len(claims), read_times(text, "2040-05-09"))
    return [(one.earliest, one.latest) for one in found]


@pytest.mark.parametrize(
    ("more", "time"),
    [
        ("It was the deadliest attack on the town since the war began in March 2031.", "March 2031"),
        ("It was the first attack there since June 2039.", "since June 2039"),
    ],
)
def test_a_record_has_the_day_of_what_was_just_told(more: str, time: str) -> None:
    bomb, attack = intervals(BOMB + more, ("explosion", "killed", "on Monday"), ("explosion", "attack", time))
    assert attack == bomb == ("2040-05-07", "2040-05-07")


def test_what_goes_on_since_a_day_keeps_it() -> None:
    told = "Rebels have attacked the town since June 2039."
    assert intervals(told, ("assault", "attacked", "since June 2039"))[0][0] == "2039-06"
    told = "It was the worst news since rebels attacked the town in June 2039."
    assert intervals(told, ("assault", "attacked", "in June 2039"))[0][0] == "2039-06"
    told = "The only road into the town has been shut since June 2039."
    assert intervals(told, ("cut_route", "shut", "since June 2039"))[0][0] == "2039-06"
