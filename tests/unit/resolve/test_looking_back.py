"""What a report remembers or judges has no date; its news has the day of the report."""

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


def back(text: str, words: str, found: Interval = DAY, kind: str = "detain", **given: Any) -> Interval | None:
    report = read_times(text, "2018-03-30")
    start = text.index(words)
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    told: dict[str, Any] = {"tense": "past", **JUDGED, **given}
    one = ClaimTime(type=kind, kind="event", trigger=Span(start, start + len(words)), sentence=sentence, **told)
    return looked_back_on([one], {0: found}, report).get(0)


@pytest.mark.parametrize(
    "given",
    [
        {"modality": "planned"},
        {"found": Interval(earliest="2018-03-28", latest="2018-03-28", precision="day", basis="relative")},
    ],
)
def test_what_is_planned_or_has_a_day_of_its_own_keeps_it(given: dict[str, Any]) -> None:
    assert back("The families of the men who were arrested asked for help.", "arrested", **given) is None


def test_what_the_bereaved_do_is_news() -> None:
    assert back("The relatives of the missing men rallied in Lisk.", "rallied", kind="protest") is None
    assert back("The relatives of the arrested men rallied in Lisk.", "arrested") == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    "text",
    [
        "In June 2014 the brothers left Lisk. One of them was arrested at the border.",
        "They removed the remains of the bombs that the arrested men had laid.",
    ],
)
def test_what_is_neither_remembered_nor_judged_keeps_its_day(text: str) -> None:
    assert back(text, "arrested") is None


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
