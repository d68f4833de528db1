"""What a report tells by how long before its news it was, and the news that "the attack" takes up."""

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.counted_back import counted_back
from situate.resolve.when.intervals import ruled_intervals
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime
from situate.text.sentences import sentences

PUBLISHED = "2031-05-09"
NEWS = "Shells killed six people in Varn on 7 May.\n\n"
ON_THE_DAY = Interval(earliest=PUBLISHED, latest=PUBLISHED, precision="day", basis="publication")
TOLD = Interval(earliest="2031-05-07", latest="2031-05-07", precision="day", basis="stated")


def claim(text: str, trigger: str, time: str = "", **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(Span(*s) for s in sentences(text) if s[0] <= start < s[1])
    at = text.index(time)
    fixed = {
        "type": "shelling", "kind": "happening", "trigger": Span(start, start + len(trigger)), "sentence": sentence,
        "times": (Span(at, at + len(time)),) if time else (),
    }  # fmt: skip
    return ClaimTime(**fixed | given)


def back(second: str, trigger: str, time: str = "", first: Interval = TOLD, **given: Any) -> Interval | None:
    text = NEWS + second
    claims = [claim(text, "killed"), claim(text, trigger, time, **given)]
    return counted_back(claims, {0: first, 1: ON_THE_DAY}, read_times(text, PUBLISHED)).get(1)


@pytest.mark.parametrize(
    ("second", "trigger", "time", "days"),
    [
        ("Six days earlier, raids hit a school.", "raids", "Six days earlier", ("2031-05-01", "2031-05-01")),
        ("Two days before, raids hit a school.", "raids", "Two days", ("2031-05-05", "2031-05-05")),
        ("Two days before: raids on a school.", "raids", "Two days", ("2031-05-05", "2031-05-05")),
        ("Ten days earlier, raids hit a school.", "raids", "", ("2031-04-27", "2031-04-27")),
        ("About 600 people had fled three days earlier.", "fled", "three days earlier", ("2031-05-04", "2031-05-04")),
        ("A week earlier, raids hit a school.", "raids", "A week earlier", ("2031-04-29", "2031-05-01")),
        ("The attack came a week after they took Olma.", "took", "a week", ("2031-04-29", "2031-05-01")),
        ("The attack came a week after they took Olma.", "attack", "a week after", ("2031-05-07", "2031-05-07")),
    ],
)
def test_what_came_before_is_counted_from_the_news(second: str, trigger: str, time: str, days: tuple[str, str]) -> None:
    found = back(second, trigger, time)
    assert found is not None
    assert (found.earliest, found.latest) == days


@pytest.mark.parametrize(
    ("second", "trigger", "time", "first"),
    [
        ("Six days earlier, raids hit a school.", "raids", "Six days earlier", ON_THE_DAY),  # no words date the news
        ("Six days earlier, raids hit a school.", "raids", "Six days earlier", UNKNOWN_INTERVAL),
        ("Some days earlier, raids hit a school.", "raids", "Some days earlier", TOLD),
        ("Six days before the raids they left.", "raids", "Six days", TOLD),  # counted from what follows
        ("Raids on 3 May, two days earlier, hit a school.", "Raids", "on 3 May", TOLD),  # it has a day of its own
        ("Raids hit a school a week after they took Olma.", "took", "a week", TOLD),
        ("Raids hit a school.", "Raids", "", TOLD),
    ],
)
def test_what_is_not_counted_from_the_news_is_left(second: str, trigger: str, time: str, first: Interval) -> None:
    assert back(second, trigger, time, first) is None


def test_what_is_counted_is_a_happening() -> None:
    second = "Six days earlier, they held the town."
    assert back(second, "held", "Six days earlier", kind="state") is None
    assert back(second, "held", "Six days earlier", modality="planned") is None


def test_the_attack_came_so_many_days_after_something_else() -> None:
    text = NEWS + "The attack came two days after rockets hit Olma."
    claims = [claim(text, "killed", "on 7 May"), claim(text, "rockets", "two days after")]
    found = ruled_intervals(claims, [None, None], read_times(text, PUBLISHED))
    assert (found[1].earliest, found[1].latest) == ("2031-05-05", "2031-05-05")


def test_a_count_as_of_a_day_is_of_the_time_since_it_began() -> None:
    text = "As of 9 May, a total of 70 people had been killed since 1 March."
    one = claim(text, "killed", "As of 9 May", type="kill")
    whole = claim(text, "killed", "since 1 March", type="kill")
    both = ClaimTime(
        type="kill", kind="happening", trigger=one.trigger, sentence=one.sentence, times=(*one.times, *whole.times)
    )
    (found,) = ruled_intervals([both], [None], read_times(text, PUBLISHED))
    assert (found.earliest, found.latest) == ("2031-03-01", PUBLISHED)


def test_what_is_counted_back_itself_is_no_news() -> None:
    text = NEWS + "Five days earlier, raids hit a school, and many died. Two days before, rockets hit Olma."
    claims = [claim(text, "killed"), claim(text, "died"), claim(text, "rockets", "Two days")]
    dead = Interval(earliest="2031-05-02", latest="2031-05-02", precision="day", basis="relative")
    found = counted_back(claims, {0: TOLD, 1: dead, 2: ON_THE_DAY}, read_times(text, PUBLISHED))
    assert found[2].earliest == "2031-05-05"


@pytest.mark.parametrize(
    ("stamp", "day"), [("10:15", "2031-05-03"), ("Yesterday, 10:15:", "2031-05-02"), ("6 May, 23:40:", "2031-04-30")]
)
def test_what_stands_beside_a_stamp_is_news_of_its_day(stamp: str, day: str) -> None:
    text = f"Varn\n{stamp} Shells killed six people.\n\nSix days before: raids on a school."
    claims = [claim(text, "killed"), claim(text, "raids", "Six days")]
    found = counted_back(claims, {0: ON_THE_DAY, 1: ON_THE_DAY}, read_times(text, PUBLISHED))
    assert found[1].earliest == day


def test_the_day_of_what_an_attack_follows_is_not_its_own() -> None:
    text = NEWS + "The attack follows raids on 2 May."
    claims = [claim(text, "killed"), claim(text, "attack"), claim(text, "raids", "2 May")]
    second = Interval(earliest="2031-05-02", latest="2031-05-02", precision="day", basis="relative")
    found = counted_back(claims, {0: TOLD, 1: second, 2: second}, read_times(text, PUBLISHED))
    assert {n: one.earliest for n, one in found.items()} == {1: "2031-05-07"}


def test_what_is_said_of_the_news_is_no_news() -> None:
    text = NEWS + "The rebels denied it. Six days earlier, raids hit a school."
    said = claim(text, "denied", type="reject")
    found = counted_back([claim(text, "killed"), said, claim(text, "raids", "Six days earlier")],
                         {0: TOLD, 1: Interval(earliest=PUBLISHED, latest=PUBLISHED, precision="day", basis="stated"), 2: ON_THE_DAY},
                         read_times(text, PUBLISHED))  # fmt: skip
    assert found[2].earliest == "2031-05-01"


def alone(text: str, trigger: str, time: str, when: Interval = ON_THE_DAY) -> tuple[str | None, str | None] | None:
    told = claim(text, trigger, time, type="capture")
    found = counted_back([told], {0: when}, read_times(text, PUBLISHED)).get(0)
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "time", "day"),
    [
        ("In Orm, he said his men had retaken Varn two days earlier.", "retaken", "two days earlier", "2031-05-07"),
        ("The army said it had taken Varn the previous day.", "taken", "the previous day", "2031-05-08"),
        ("The army retook Varn. It fell two days earlier.", "fell", "two days earlier", "2031-05-07"),
    ],
)
def test_without_a_day_told_before_it_is_counted_from_the_report(text: str, trigger: str, time: str, day: str) -> None:
    assert alone(text, trigger, time) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The war began in 2011. The rebels took Varn two days earlier.", "took", "two days earlier"),
        ("The army took Varn two days later.", "took", "two days later"),
        ("The army took Varn earlier.", "took", "earlier"),
    ],
)
def test_what_is_counted_from_another_time_or_on_is_not(text: str, trigger: str, time: str) -> None:
    assert alone(text, trigger, time) is None
