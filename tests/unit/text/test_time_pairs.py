"""Two days joined by "and", one of which has no month of its own; the value of the beginning of a year."""

from __future__ import annotations

import pytest

from situate.text.time_reading import read


@pytest.mark.parametrize(
    ("text", "value", "bounds"),
    [
        ("They were taken on 12 and 13 February.", "1990-02-13", ("1990-02-12", "1990-02-13")),
        ("The raids of 12th and 13th February went on.", "1990-02-13", ("1990-02-12", "1990-02-13")),
        ("They were taken on February 12 and 13.", "1990-02-12", ("1990-02-12", "1990-02-13")),
        ("They were taken on February 12 and 13 in Lisk.", "1990-02-12", ("1990-02-12", "1990-02-13")),
        ("They were taken on 3 and 13 February.", "1990-02-13", ("1990-02-13", "1990-02-13")),
        ("On February 12 and 13 people died.", "1990-02-12", ("1990-02-12", "1990-02-12")),
        ("They killed 12 and 13 February came.", "1990-02-13", ("1990-02-13", "1990-02-13")),
        ("They left on February 31 and 32.", None, (None, None)),
        ("They left on January 31 and 32.", "1990-01-31", ("1990-01-31", "1990-01-31")),
    ],
)
def test_two_days_that_follow_each_other(text: str, value: str | None, bounds: tuple[str | None, str | None]) -> None:
    found = [(one.value, (one.earliest, one.latest)) for _, one in read(text, "1990-02-20") if one.earliest]
    assert found == ([(value, bounds)] if value else [])


@pytest.mark.parametrize(
    ("text", "value", "first"),
    [
        ("They will leave at the beginning of next year.", "1991", "1991-01"),
        ("They left at the start of the year.", "1990", "1990-01"),
        ("They left in early January last year.", "1989-01", "1989-01"),
    ],
)
def test_the_beginning_of_a_year_has_the_year_for_its_value(text: str, value: str, first: str) -> None:
    ((_, found),) = read(text, "1990-02-20")
    assert (found.value, found.earliest) == (value, first)
