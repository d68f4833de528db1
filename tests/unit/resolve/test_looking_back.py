"""What a report without a date for it tells as lying behind it has no date; its news has the day of the report."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.looking_back import looked_back_on
from situate.resolve.when.undated import ClaimTime

DAY = Interval(earliest="2018-03-30", latest="2018-03-30", precision="day", basis="publication")
JUDGED: dict[str, Any] = {"ways": (("dated", 0.5), ("news", 0.3))}
OLD = "In June 2014 the brothers left Lisk. "


def back(text: str, words: str, found: Interval = DAY, kind: str = "detain", **given: Any) -> Interval | None:
    report = read_times(text, "2018-03-30")
    start = text.index(words)
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    told: dict[str, Any] = {"tense": "past", **JUDGED, **given}
    one = ClaimTime(type=kind, kind="event", trigger=Span(start, start + len(words)), sentence=sentence, **told)
    return looked_back_on([one], {0: found}, report).get(0)


def test_what_stands_in_a_story_of_older_times_has_no_date() -> None:
    assert back(OLD + "One of them was arrested at the border.", "arrested") == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    "given",
    [
        {"timing": "news"},  # told as news
        {"spoken": True},  # somebody tells it to the report
        {"tense": "perfect"},  # it has just come about
        {"ways": ()},  # nobody judged how it is told
        {"modality": "planned"},
        {"found": Interval(earliest="2018-03-28", latest="2018-03-28", precision="day", basis="relative")},
    ],
)
def test_news_in_such_a_story_keeps_its_day(given: dict[str, Any]) -> None:
    assert back(OLD + "One of them was arrested at the border.", "arrested", **given) is None


def test_without_older_times_beside_it_it_keeps_its_day() -> None:
    assert back("The brothers left Lisk. One of them was arrested at the border.", "arrested") is None


@pytest.mark.parametrize(
    "text",
    [
        "The day the teacher was arrested was not the first time, he said.",
        "The crowd met on the anniversary of the arrested.",
        "They lit candles in memory of those arrested.",
        "The families of the men who were arrested asked for help.",
        "The court found two officers guilty of having arrested them.",
        "They asked for justice for the boys who were arrested.",
    ],
)
def test_what_is_remembered_is_no_news_whoever_tells_it(text: str) -> None:
    assert back(text, "arrested", timing="news", spoken=True) == UNKNOWN_INTERVAL
