"""Truces that are told by the day on which they came into force."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.truces_begun import truces_begun
from situate.resolve.when.undated import ClaimTime

PUBLISHED = "2024-05-14"


def claim(text: str, trigger: str, **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(s for s in read_times(text, PUBLISHED).sentences if s.start <= start < s.end)
    at = Span(start, start + len(trigger))
    return ClaimTime(**{"type": "ceasefire", "kind": "state", "trigger": at, "sentence": sentence} | given)


def begun(text: str, *claims: ClaimTime, when: Interval = UNKNOWN_INTERVAL) -> tuple[str | None, str | None] | None:
    found = truces_begun(claims, dict.fromkeys(range(len(claims)), when), read_times(text, PUBLISHED)).get(0)
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "latest"),
    [
        ("A truce, announced in Orm on 3 May, came into force at midnight on 7 May.", "truce", "2024-05-07"),
        ("The ceasefire signed in Orm on 3 May took effect in Varn at 6 am on 7 May.", "ceasefire", "2024-05-07"),
        ("The ceasefire, which took effect on 7 March, has largely held.", "ceasefire", OPEN),
        ("Two people died two months after the truce of 7 March.", "truce", OPEN),
        ("The ceasefire, which took effect on 7 March, collapsed within days.", "ceasefire", "2024-03-07"),
    ],
)
def test_a_truce_begins_when_it_comes_into_force(text: str, trigger: str, latest: str) -> None:
    when = Interval(earliest="2024-05-03", latest="2024-05-07", precision="day", basis="relative")
    first = "2024-05-07" if "7 May" in text else "2024-03-07"
    assert begun(text, claim(text, trigger), when=when) == (first, latest)


def test_one_that_broke_down_has_its_first_day() -> None:
    text = "The truce of 7 March was welcomed. It broke down in April."
    over = claim(text, "broke down", polarity="negative")
    when = Interval(earliest="2024-03-07", latest="2024-03-07", precision="day", basis="relative")
    assert begun(text, claim(text, "truce"), over, when=when) is None
    assert begun(text, claim(text, "truce"), when=when) == ("2024-03-07", OPEN)


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("A truce will have come into force by 20 May.", "truce", {}),  # it lies ahead
        ("A truce would begin on 20 May, they said.", "truce", {"modality": "planned"}),
        ("A truce agreed in February was broken on 7 May.", "truce", {}),
        ("The truce was debated before talks began on 7 May.", "truce", {}),
        ("An agreement that came into force on 7 May was hailed.", "agreement", {}),
    ],
)
def test_other_dates_are_not_its_beginning(text: str, trigger: str, given: dict[str, Any]) -> None:
    assert begun(text, claim(text, trigger, **given)) is None
