"""Times that only point to one just told."""

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.pointing_back import pointed_back
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime
from situate.text.sentences import sentences


def day(of, until=None):
    return Interval(earliest=of, latest=until or of, precision="day", basis="relative")


def claim(text, words, kind="assault", *, state=False, time=None):
    at = text.index(words)
    start, end = next(s for s in sentences(text) if s[0] <= at < s[1])
    times = (Span(text.index(time), text.index(time) + len(time)),) if time else ()
    return ClaimTime(
        type=kind, kind="state" if state else "happening", trigger=Span(at, at + len(words)), sentence=Span(start, end),
        times=times,
    )  # fmt: skip


def last(text, claims, *days):
    """The interval that the last claim takes; the others have the days given, as it has its own."""
    report = read_times(text, "2031-05-09", tuple(Span(*s) for s in sentences(text)))
    found = dict(enumerate(days))
    return (found | pointed_back(claims, found, report))[len(claims) - 1]


def test_at_the_same_time_is_on_the_same_day():
    text = "On Monday men raided the post of Varn. At about the same time, a bomb went off in Olma."
    told = [claim(text, "raided"), claim(text, "bomb", "explosion", time="At about the same time")]
    assert last(text, told, day("2031-05-05"), day("2031-05-09")) == day("2031-05-05")


def test_hours_of_fighting_are_on_the_day_of_the_attack():
    text = "On Monday men attacked Varn and took it after several hours of fighting."
    told = [claim(text, "attacked"), claim(text, "fighting", "clash", time="several hours")]
    assert last(text, told, day("2031-05-05"), day("2031-05-05", "2031-05-09")) == day("2031-05-05")


def test_hours_up_to_the_report_are_told_by_themselves():
    text = "On Monday men attacked Varn. Six were killed in 24 hours of raids, and more in the attack."
    told = [claim(text, "attacked"), claim(text, "killed", "kill", time="in 24 hours")]
    assert last(text, told, day("2031-05-05"), day("2031-05-08", "2031-05-09")) == day("2031-05-08", "2031-05-09")


def test_what_was_in_the_course_of_another_was_in_its_time():
    text = "Forty men died during the siege. The siege has gone on since March. Nine died during a fair."
    told = [claim(text, "siege", "besiege", state=True), claim(text, "died", "kill", time="during the siege")]
    siege = Interval(earliest="2031-03", latest="2031-04", precision="month", basis="relative")
    assert last(text, told, siege, day("2031-05-09")) == siege
    goes_on = Interval(earliest="2031-03", latest=OPEN, precision="month", basis="relative")
    found = last(text, told, goes_on, day("2031-05-09"))
    assert (found.earliest, found.latest) == ("2031-03", "2031-05-09")
    untold = Interval(latest=OPEN)
    assert last(text, told, untold, day("2031-05-09")) == day("2031-05-09")


def test_held_since_is_held_since_the_attack():
    text = "Armed men attacked Varn on 5 May and have held it since."
    told = [claim(text, "attacked"), claim(text, "held", "control", state=True)]
    standing = Interval(latest=OPEN)
    found = last(text, told, day("2031-05-05"), standing)
    assert (found.earliest, found.latest) == ("2031-05-05", OPEN)
    text = "Armed men attacked Varn on 5 May and have held it since a year ago."
    told = [claim(text, "attacked"), claim(text, "held", "control", state=True)]
    assert last(text, told, day("2031-05-05"), standing) == standing


@pytest.mark.parametrize(
    ("words", "so"), [("confirmed the attack but said that six were killed", True), ("feared an attack", False)]
)
def test_an_attack_that_is_confirmed_was_when_it_was_told_to_be(words, so):
    text = f"Men attacked Varn on 5 May. One of the wounded died on 6 May. The police {words}."
    told = [claim(text, "attacked"), claim(text, "died", "kill"), claim(text, "attack but" if so else "attack.")]
    if so:
        told.append(claim(text, "killed", "kill"))
    days = [day("2031-05-05"), day("2031-05-06"), day("2031-05-06"), day("2031-05-06")][: len(told)]
    assert last(text, told, *days) == day("2031-05-05" if so else "2031-05-06")
