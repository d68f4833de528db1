"""Days counted from a day that is named."""

import pytest

from situate.resolve.when.report_times import read_times

TUESDAY = "2017-09-05"


def day_of(text: str, words: str) -> tuple[str | None, str | None]:
    """The bounds of the expression that begins with these words."""
    (found,) = [item for item in read_times(text, TUESDAY).found if text.startswith(words, item.span.start)]
    return found.interval.earliest, found.interval.latest


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The town fell two days before 21 March.", "21 March", "2017-03-19"),
        ("The town fell three days after the 9 August.", "9 August", "2017-08-12"),
        ("It fell four days after Christmas.", "Christmas", "2016-12-29"),
        ("It fell the day before Easter.", "Easter", "2017-04-15"),
        ("It fell on the day after Christmas Eve.", "Christmas Eve", "2016-12-25"),
        ("It fell two days before yesterday.", "yesterday", "2017-09-02"),
    ],
)
def test_a_day_is_counted_from_another(text: str, words: str, day: str) -> None:
    assert day_of(text, words) == (day, day)


def test_the_length_has_no_time_of_its_own_and_bounds_are_as_wide_as_those_counted_from() -> None:
    assert day_of("It fell two weeks prior to 21 March.", "21 March") == ("2017-03-06", "2017-03-12")
    text = "It fell two days before Eid al-Adha."
    assert day_of(text, "two days") == (None, None)
    assert day_of(text, "Eid") == ("2017-08-30", "2017-09-04")


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("They fought for two days before 21 March.", "21 March", (None, "2017-03-21")),  # how long, not how far
        ("It fell days before 21 March.", "21 March", (None, "2017-03-21")),
        ("It fell at least two days before 21 March.", "21 March", (None, "2017-03-21")),
        ("It fell before 21 March.", "21 March", (None, "2017-03-21")),
        ("It fell two days before March.", "March", (None, "2017-03")),
        ("It fell on 21 March after two days.", "21 March", ("2017-03-21", "2017-03-21")),
    ],
)
def test_other_words_before_a_day_bound_it(text: str, words: str, bounds: tuple[str | None, str]) -> None:
    assert day_of(text, words) == bounds


def test_the_eve_is_the_day_before() -> None:
    assert day_of("It fell on the eve of Monday's vote.", "Monday") == ("2017-09-03", "2017-09-03")
    assert day_of("It fell on the even of Monday.", "Monday") == ("2017-09-04", "2017-09-04")
