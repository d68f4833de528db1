"""What lasted longer than a day, by the length that its words give it."""

from __future__ import annotations

from typing import Any

import pytest

import situate
from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.lasted import as_long_as_told, at_its_end, counted_in, for_hours, lasted_on
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
NEWS = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="publication")
Bounds = tuple[str | None, str | None]


def lasted(text: str, *triggers: str, sort: str = "clash", interval: Interval = NEWS, **given: Any) -> Bounds | None:
    """The bounds of the first trigger's claim; the others are told beside it."""
    times, claims = read_times(text, FRIDAY), []
    for words in triggers:
        start = text.index(words)
        sentence = next(s for s in times.sentences if s.start <= start < s.end)
        at = Span(start, start + len(words))
        claims.append(ClaimTime(**{"type": sort, "kind": "event", "trigger": at, "sentence": sentence} | given))
    told = as_long_as_told(claims, dict.fromkeys(range(len(claims)), interval), times).get(0)
    return (told.earliest, told.latest) if told else None


@pytest.mark.parametrize(
    ("text", "trigger", "begun"),
    [
        ("After three days of heavy fighting the village was empty.", "fighting", "2018-03-27"),
        ("The two-week battle cost many lives.", "battle", "2018-03-16"),
        ("The week-long bombardment of the port went on.", "bombardment", "2018-03-23"),
        ("The deal came after days of talks.", "talks", "2018-03"),
        ("Three months of clashes have emptied the valley.", "clashes", "2017-12"),
        ("Nine died in 24 hours of shelling.", "shelling", "2018-03-29"),
    ],
)
def test_no_single_day_holds_what_lasted_several(text: str, trigger: str, begun: str) -> None:
    assert lasted(text, trigger) == (begun, FRIDAY)


def test_it_began_so_long_before_the_day_that_was_told() -> None:
    tuesday = Interval(earliest="2018-03-27", latest="2018-03-27", precision="day", basis="relative")
    text = "A three-week siege ended on Tuesday."
    assert lasted(text, "siege", sort="besiege", interval=tuesday) == ("2018-03-06", "2018-03-27")


@pytest.mark.parametrize(
    "text",
    [
        "The four-day strike starting on Friday was called off.",  # counted on from that day
        "After four more days of strike the town gave in.",  # counted from what was told before
        "Besieged for two years, strike or no strike, they stayed.",
        "It was the largest strike in three years.",
        "After three days they called a strike.",
        "The strike lasted some hours.",
    ],
)
def test_other_lengths_stretch_nothing(text: str) -> None:
    assert lasted(text, "strike", sort="protest") is None


def test_a_term_is_no_time_that_has_passed() -> None:
    assert lasted("He got a ten-year sentence.", "sentence", sort="detain") is None
    assert lasted("They agreed on a three-day truce.", "truce", sort="ceasefire") is None
    assert lasted("A three-day march is planned.", "march", sort="protest", modality="planned") is None


def test_a_length_is_that_of_the_claim_next_to_it() -> None:
    text = "After a three-week siege rebels took the town."
    assert lasted(text, "took", "siege") is None


def test_what_is_to_come_or_has_its_stretch_is_left() -> None:
    week = Interval(earliest="2018-03-19", latest="2018-03-25", precision="day", basis="relative")
    sunday = Interval(earliest="2018-04-01", latest="2018-04-01", precision="day", basis="relative")
    text = "The three days of clashes were the worst."
    assert lasted(text, "clashes", interval=week) is None
    assert lasted(text, "clashes", interval=sunday) is None


def test_a_stretch_up_to_the_day_is_told_by_own_words() -> None:
    text = "Forty people died in the last 48 hours."
    own = Span(text.index("in the"), text.index("."))
    assert lasted(text, "died", sort="kill", times=(own,)) == ("2018-03-28", FRIDAY)
    assert lasted(text, "died", sort="kill") is None  # it may be of something else
    recent = "Forty people died in recent days."
    own = Span(recent.index("in recent"), recent.index("."))
    assert lasted(recent, "died", sort="kill", times=(own,)) is None


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("It was the second attack in two weeks.", True),
        ("It was the deadliest attack on the port in more than two weeks.", True),
        ("The attack went on for two weeks.", False),
    ],
)
def test_the_second_in_two_weeks_is_of_one_day(text: str, news: bool) -> None:
    times, start = read_times(text, FRIDAY), text.index("attack")
    own = Span(text.index("two weeks"), text.index("."))
    claim = ClaimTime(
        type="assault", kind="event", trigger=Span(start, start + 6), sentence=times.sentences[0], times=(own,)
    )
    stretch = Interval(earliest="2018-03-16", latest=FRIDAY, precision="day", basis="relative")
    assert counted_in([claim], {0: stretch}, times) == ({0: NEWS} if news else {})
    assert counted_in([claim], {0: NEWS}, times) == {}


@pytest.mark.parametrize(
    ("text", "taking", "before", "day"),
    [
        ("The army took Ostry after a three-month siege.", "took", "siege", FRIDAY),
        ("Rebels took Ostry following a two-day battle.", "took", "battle", FRIDAY),
        ("Rebels took Ostry and fought a two-day battle.", "took", "battle", None),
    ],
)
def test_what_came_after_a_long_siege_was_at_its_end(text: str, taking: str, before: str, day: str | None) -> None:
    times = read_times(text, FRIDAY)
    stretch = Interval(earliest="2017-12-30", latest=FRIDAY, precision="day", basis="relative")
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in (taking, before)]
    claims = [ClaimTime(type="capture", kind="event", trigger=at, sentence=times.sentences[0]) for at in spans]
    told = at_its_end(claims, {0: stretch, 1: stretch}, times).get(0)
    assert (told.latest if told else None) == day


def _from(earliest: str) -> Interval:
    return Interval(earliest=earliest, latest=earliest, precision="day", basis="relative")


@pytest.mark.parametrize(
    ("text", "trigger", "begun", "end"),
    [
        ("The raid began on 3 March and lasted two days.", "raid", "2018-03-03", "2018-03-05"),
        ("Rebels took Orm in May 1994 and shelled its port for three years.", "shelled", "1994-05", "1997-05"),
        ("On 5 March troops stormed the mill and fought there for a week.", "fought", "2018-03-05", "2018-03-12"),
        ("The raid began on 3 March and lasted two hours.", "raid", "2018-03-03", None),
        ("On 5 March the court jailed him for two years.", "jailed", "2018-03-05", None),  # ends after the report
        ("They shelled it for three days, on 5 March too.", "shelled", "2018-03-05", None),
        ("On 5 March they fought for the first time in two weeks.", "fought", "2018-03-05", None),
    ],
)
def test_what_began_on_a_day_went_on_as_long_as_is_told(text: str, trigger: str, begun: str, end: str | None) -> None:
    times, start = read_times(text, FRIDAY), text.index(trigger)
    at, sentence = Span(start, start + len(trigger)), times.sentences[0]
    claim = ClaimTime(type="clash", kind="event", trigger=at, sentence=sentence, tense="past")
    told = lasted_on([claim], {0: _from(begun)}, times).get(0)
    assert (told.latest if told else None) == end
    perfect = ClaimTime(type="clash", kind="event", trigger=at, sentence=sentence, tense="perfect")
    assert lasted_on([perfect], {0: _from(begun)}, times) == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday they stormed the tower and held it for six hours.", "2018-03-26"),
        ("On Monday they stormed the tower. They held it for six hours.", "2018-03-26"),
        ("On Monday they stormed the tower. It rained. It was cold. They held it for six hours.", None),
        ("On Monday they stormed the tower and held it for six days.", None),
        ("On Monday they stormed the tower and held it.", None),
    ],
)
def test_what_was_held_for_hours_was_held_on_the_day_told_before(text: str, day: str | None) -> None:
    times, claims = read_times(text, FRIDAY), []
    for words, kind in (("stormed", "happening"), ("held", "state")):
        start = text.index(words)
        sentence = next(s for s in times.sentences if s.start <= start < s.end)
        length = text.find("for six ")
        own = (Span(length, text.index(".", length)),) if length >= 0 and kind == "state" else ()
        at = Span(start, start + len(words))
        claims.append(ClaimTime(type="x", kind=kind, trigger=at, sentence=sentence, tense="past", times=own))
    found = for_hours(claims, {0: _from("2018-03-26"), 1: Interval(latest="open")}, times).get(1)
    assert (found.latest if found else None) == day


@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        ("Ramla was under siege from May until last week.", "siege", "2019-05", "2019-08-18"),
        ("Ramla was under siege from July 2018 until last month, when a column came.", "siege", "2018-07", "2019-07"),
        ("Ramla was under siege from May 3 until Monday.", "siege", "2019-05-03", "2019-08-19"),
    ],
)
def test_a_state_from_one_time_until_another(text: str, word: str, first: str, last: str) -> None:
    claims = situate.extract(text, published="2019-08-20")
    siege = next(c for c in claims if word in c.trigger.quote)
    assert (siege.interval.earliest, siege.interval.latest) == (first, last)
