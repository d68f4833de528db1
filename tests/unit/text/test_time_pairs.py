"""Two days joined by "and", one of which has no month of its own; the value of the beginning of a year."""

from __future__ import annotations

import pytest

from situate.text.times.reading import read


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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In August 1988 they heard of a raid that May.", "1988-05"),
        ("In 1988 they heard of a raid that June.", "1988-06"),
        ("In August 1988 they left. They heard of a raid that May.", "1989-05"),
    ],
)
def test_a_month_that_is_pointed_at_is_of_the_year_told_before(text: str, last: str) -> None:
    assert read(text, "1990-02-20")[-1][1].earliest == last


def test_a_verb_in_capitals_is_no_month_that_is_pointed_at() -> None:
    assert not read("THE COSTS THAT MAY EMERGE ARE HIGH.", "1990-02-20")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rockets fell overnight on February 12 to 13.", ("1990-02-12", "1990-02-13")),
        ("Nothing got through between February 3 and 13.", ("1990-02-03", "1990-02-13")),
        ("Between January 3 and 9, shells fell daily.", ("1990-01-03", "1990-01-09")),
        ("Between February 3 and 13 people died.", ("1990-02-03", "1990-02-03")),
        ("They came on February 3 to 13 villages.", ("1990-02-03", "1990-02-03")),
    ],
)
def test_two_days_between_which_something_went_on(text: str, bounds: tuple[str, str]) -> None:
    assert [(one.earliest, one.latest) for _, one in read(text, "1990-02-20") if one.earliest][:1] == [bounds]
