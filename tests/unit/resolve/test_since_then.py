"""What goes on since a time that its sentence tells."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.since_then import since_then
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
Bounds = tuple[str | None, str | None]


def since(text: str, told_by: str, sort: str, **given: Any) -> Bounds | None:
    times, start = read_times(text, FRIDAY), text.index(told_by)
    sentence = next(s for s in times.sentences if s.start <= start < s.end)
    trigger = Span(start, start + len(told_by))
    claim = ClaimTime(**{"type": sort, "kind": "event", "trigger": trigger, "sentence": sentence} | given)
    told = since_then([claim], {0: UNKNOWN_INTERVAL}, times).get(0)
    return (told.earliest, told.latest) if told else None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Some 900 people have died since the conflict began in May 2012.", "conflict", ("2012-05", "open")),
        (
            "The valley has been emptied by a civil war that started with a mutiny in 2012.",
            "civil war",
            ("2012", "open"),
        ),
        ("The toll since 2012, when the war began, is not known.", "war", ("2012", "open")),
        ("The conflict began in May 2012 and ended in 2014.", "conflict", None),  # nothing says that it goes on
        ("Since 2012 they have fought a war.", "war", None),  # its beginning is not told
        ("They have fought since clashes began in May 2012.", "clashes", None),
    ],
)
def test_a_war_goes_on_from_its_beginning(text: str, words: str, told: Bounds | None) -> None:
    assert since(text, words, "clash") == told


@pytest.mark.parametrize(
    ("text", "words", "kind", "told"),
    [
        ("It was founded in 2014; dozens have since died.", "died", "kill", ("2014", "2018-03-30")),
        ("They came in January. The army has since retaken Varn.", "retaken", "capture", ("2018-01", "2018-03-30")),
        ("They fell out in January and have since clashed in the hills.", "clashed", "clash", ("2018-01", "open")),
        ("They came on Monday and have since fought.", "fought", "clash", ("2018-03-26", "2018-03-30")),
        ("The army has since retaken Varn.", "retaken", "capture", None),
        ("They came in January. The army had since retaken Varn.", "retaken", "capture", None),
    ],
)
def test_what_has_happened_since_lasts_from_the_time_told_before(
    text: str, words: str, kind: str, told: Bounds | None
) -> None:
    assert since(text, words, kind) == told


def test_a_state_goes_on_and_what_is_no_fact_has_no_such_time() -> None:
    text = "Rebels came in 2012. The army has since held the west."
    assert since(text, "held", "control", kind="state") == ("2012", "open")
    assert since(text, "held", "control", kind="state", modality="possible") is None


BEGUN = "The war, which began with the arrest of two poets in 2012, goes on. "
MANY = frozenset({"90,000", "people"})


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        (BEGUN + "Some 90,000 people have been killed.", {"words": MANY}, ("2012", "2018-03-30")),
        (BEGUN + "The conflict has killed many.", {}, ("2012", "2018-03-30")),
        (BEGUN + "Nine people have been killed.", {"words": frozenset({"nine"})}, None),  # not the toll of a war
        ("They came in 2012. Some 90,000 people have been killed.", {"words": MANY}, None),
        (BEGUN + "Another war began in 2014. Some 90,000 have been killed.", {"words": MANY}, None),
        ("The war began when a party in power since 1963 fell. Some 90,000 were killed.", {"words": MANY}, None),
    ],
)
def test_the_toll_of_a_war_is_from_its_beginning_on(text: str, given: dict[str, Any], told: Bounds | None) -> None:
    assert since(text, "killed", "kill", **given) == told


def test_a_toll_that_has_a_date_keeps_it() -> None:
    times = read_times(BEGUN + "Some 90,000 people were killed.", FRIDAY)
    killed = Span(times.text.index("killed"), times.text.index("killed") + 6)
    claim = ClaimTime(type="kill", kind="event", trigger=killed, sentence=times.sentences[1], words=MANY)
    dated = Interval(earliest="2017", latest="2017", precision="year", basis="relative")
    assert since_then([claim], {0: dated}, times) == {}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The road opened on 12 March. Of the 40 moved since, none came back.", "moved", ("2018-03-12", FRIDAY)),
        ("The road opened on 12 March. Forty were moved by bus since.", "moved", ("2018-03-12", FRIDAY)),
        ("The road opened on 12 March. Forty were moved since May.", "moved", None),
        ("Of the 40 moved since, none came back.", "moved", None),
    ],
)
def test_since_behind_a_deed_is_since_the_day_told_before(text: str, words: str, told: Bounds | None) -> None:
    assert since(text, words, "evacuate") == told
