"""What is to be within so long lies ahead of the report, whatever day was told before."""

from __future__ import annotations

import pytest

import situate

NEWS = "Gunmen killed nine people in Kidal on Monday, officials said. "


def interval(text: str, word: str) -> tuple[str | None, str | None]:
    """The interval of the claim with this trigger."""
    claims = situate.extract(text, published="2019-08-20")  # a Tuesday
    return next((c.interval.earliest, c.interval.latest) for c in claims if c.trigger.quote == word)


@pytest.mark.parametrize("before", ["", NEWS])
@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        ("Rebels will leave Gao within 48 hours.", "leave", "2019-08-20", "2019-08-22"),
        ("Rebels will leave Gao within a week.", "leave", "2019-08-20", "2019-08-27"),
        ("Rebels will leave Gao in two days.", "leave", "2019-08-22", "2019-08-22"),
        ("Rebels will leave Gao in 24 hours.", "leave", "2019-08-20", "2019-08-21"),
        ("Rebels agreed to leave Gao within 72 hours.", "leave", "2019-08-20", "2019-08-23"),
        ("The army will retake Gao in three weeks.", "retake", "2019-09-07", "2019-09-13"),
        ("Rebels threatened to seize Gao within 24 hours.", "seize", "2019-08-20", "2019-08-21"),
    ],
)
def test_a_term_lies_ahead(before: str, text: str, word: str, first: str, last: str) -> None:
    assert interval(before + text, word) == (first, last)


@pytest.mark.parametrize(
    ("text", "word", "last"),
    [
        ("Rebels took Gao within 48 hours.", "took", "2019-08-20"),
        ("Rebels must leave Gao within 48 hours, the army said.", "said", "2019-08-20"),
        ("Rebels will leave Gao on Friday.", "leave", "2019-08-23"),
    ],
)
def test_what_is_done_or_has_a_day_is_as_before(text: str, word: str, last: str) -> None:
    assert interval(text, word)[1] == last
