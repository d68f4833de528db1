"""Claims that are told by how long after them another was."""

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.dating_phrase import of_phrase
from situate.resolve.when.dating_told import Told
from situate.resolve.when.intervals import ruled_intervals
from situate.resolve.when.report_times import read_times
from situate.resolve.when.told_apart import news_counted_from, told_apart
from situate.resolve.when.told_beside import of_the_buried, of_the_deed_told_next
from situate.resolve.when.undated import ClaimTime
from situate.text.sentences import sentences

TUESDAY = "2017-09-05"


def claim(text: str, trigger: str, **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(Span(*s) for s in sentences(text) if s[0] <= start < s[1])
    fixed = {"type": "assault", "kind": "happening", "trigger": Span(start, start + len(trigger)), "sentence": sentence}
    return ClaimTime(**fixed | given)


@pytest.mark.parametrize(
    ("text", "triggers", "days"),
    [
        ("Shells fell on Monday, a day after raids hit a school.", ["fell", "raids"], ["2017-09-04", "2017-09-03"]),
        ("Shells fell, three days after the raids.", ["fell", "raids"], [TUESDAY, "2017-09-02"]),
        ("A day after the raids, shells fell again.", ["raids", "fell"], ["2017-09-04", TUESDAY]),
        ("The push came a month after they expelled the group.", ["push", "expelled"], [TUESDAY, "2017-08"]),
        ("It fell five years after they seized it.", ["fell", "seized"], [TUESDAY, "2012"]),
        ("Barely two days after men were seized, shells fell.", ["seized", "fell"], ["2017-09-03", TUESDAY]),
        (
            "On Monday, three days after the envoy, Arno Veld, met the elders, shells fell.",
            ["met", "fell"],
            ["2017-09-01", "2017-09-04"],
        ),
    ],
)
def test_a_day_is_counted_back_from_what_came_after(text: str, triggers: list[str], days: list[str]) -> None:
    claims = [
        claim(text, trigger, timing="news" if day == TUESDAY else None)
        for trigger, day in zip(triggers, days, strict=True)
    ]
    found = ruled_intervals(claims, [None] * len(claims), read_times(text, TUESDAY))
    assert [(i.earliest, i.latest) for i in found] == [(day, day) for day in days]


def test_a_truce_is_of_the_day_on_which_it_was_agreed() -> None:
    text = "Shells fell on Monday, a day after Varnia and the Union agreed on a truce."
    truce = claim(text, "truce", type="ceasefire", kind="state")
    days = [i.earliest for i in ruled_intervals([claim(text, "fell"), truce], [None, None], read_times(text, TUESDAY))]
    assert days == ["2017-09-04", "2017-09-03"]
    ring = claim(text, "truce", type="besiege", kind="state")
    (_, held) = ruled_intervals([claim(text, "fell"), ring], [None, None], read_times(text, TUESDAY))
    assert held.earliest != "2017-09-03"


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell about two weeks after raids hit a school.",
        "Shells fell days after raids hit a school.",
        "Shells fell a day after a truce, and raids went on.",
        "Shells fell a day before raids hit a school.",
    ],
)
def test_what_is_not_counted_exactly_is_not_dated_so(text: str) -> None:
    claims = [claim(text, "fell", timing="news"), claim(text, "raids", timing="dated")]
    report = read_times(text, TUESDAY)
    told = Told(claims, [None, None], ruled_intervals(claims, [None, None], report), report)
    assert told.apart == frozenset()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Shells fell two weeks after raids hit a school.", ("2017-08-20", "2017-08-24")),
        ("On Monday, a week after raids hit a school, shells fell.", ("2017-08-27", "2017-08-29")),
        ("Shells fell in early May, a week after raids hit a school.", (None, None)),  # nor in early May
    ],
)
def test_a_week_is_about_a_week_and_counted_from_a_day(text: str, bounds: tuple[str | None, str | None]) -> None:
    may = (Span(text.index("in early May"), text.index("in early May") + 12),) if "May" in text else ()
    claims = [claim(text, "hells", timing="news", times=may), claim(text, "raids", timing="dated")]
    report = read_times(text, TUESDAY)
    found = told_apart(claims, dict(enumerate(ruled_intervals(claims, [None] * 2, report))), report)
    assert (found[1].earliest, found[1].latest) == bounds


@pytest.mark.parametrize(
    ("text", "trigger", "bounds"),
    [
        ("Shells fell on Monday, two days after rebels surrounded the town.", "surrounded", ("2017-09-02", "open")),
        ("The army came in, five months after rebels sealed off the town.", "sealed off", ("2017-04", "open")),
        ("Shells fell on Monday, two days after the siege was eased.", "siege", None),
    ],
)
def test_a_siege_goes_on_from_the_day_that_is_counted(text: str, trigger: str, bounds: tuple[str, str] | None) -> None:
    ring = claim(text, trigger, type="besiege", kind="state")
    found = told_apart([ring], {0: UNKNOWN_INTERVAL}, read_times(text, TUESDAY)).get(0)
    assert (found and (found.earliest, found.latest)) == bounds


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("A week after they took the port, ships came in.", True),
        ("Ships came in three days after they took the port.", True),
        ("A week after they took the port, ships came in on Monday.", False),
        ("In 2011 the war began. A week after they took the port, ships came in.", False),
    ],
)
def test_what_came_so_long_after_is_the_news(text: str, is_news: bool) -> None:
    claims = [claim(text, "took", tense="past"), claim(text, "came", type="deliver_aid", tense="past")]
    found = news_counted_from(claims, {0: UNKNOWN_INTERVAL, 1: UNKNOWN_INTERVAL}, read_times(text, TUESDAY))
    assert list(found) == ([1] if is_news else [])


def test_signs_of_the_phrase_of_a_trigger() -> None:
    assert {"article the", "lead after", "form the s"} <= set(of_phrase("He fled after the ", "raids", ""))
    assert {"article none", "lead none", "opens"} <= set(of_phrase("", "Shelling", ""))
    assert {"habit", "we"} <= set(of_phrase("We are ", "shelled", "We are shelled every day."))
    assert "article now" in of_phrase("He spoke of ongoing ", "clashes", "")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("They are burying nine people. Gunmen attacked them on Monday.", ["2017-09-04", "2017-09-04"]),
        ("They are mourning nine people. Gunmen attacked them on Monday.", [TUESDAY, "2017-09-04"]),
    ],
)
def test_who_is_buried_died_in_the_blow_told_next(words: str, days: list[str]) -> None:
    dead = claim(words, words.split()[2], type="kill", timing="news")
    blow = claim(words, "attacked")
    report = read_times(words, TUESDAY)
    found = {0: Interval(earliest=TUESDAY, latest=TUESDAY, precision="day", basis="publication")}
    found[1] = Interval(earliest="2017-09-04", latest="2017-09-04", precision="day", basis="relative")
    found |= of_the_buried([dead, blow], found, report)
    assert [found[n].earliest for n in (0, 1)] == days


@pytest.mark.parametrize(
    ("words", "news", "sort", "deed", "day"),
    [
        ("Four dead in Orm. Gunmen attacked the village on Monday.", "dead", "kill", "assault", "2017-09-04"),
        ("Four dead in Orm. Gunmen attacked Tevel on Monday.", "dead", "kill", "assault", TUESDAY),
        ("Four dead in Orm.\n\nGunmen attacked the village on Monday.", "dead", "kill", "assault", TUESDAY),
        ("Orm has fallen. Gunmen entered it on Monday.", "fallen", "capture", "advance", "2017-09-04"),
        ("Orm fell today. Gunmen entered it on Monday.", "fell", "capture", "advance", TUESDAY),
        ("Orm has fallen. Gunmen shelled it on Monday.", "fallen", "capture", "shelling", TUESDAY),
    ],
)
def test_news_was_on_the_day_of_the_deed_that_is_told_behind_it(
    words: str, news: str, sort: str, deed: str, day: str
) -> None:
    first = claim(words, news, type=sort, timing="news")
    monday = Span(words.index("on Monday"), len(words) - 1)
    told = next(verb for verb in ("attacked", "entered", "shelled") if verb in words)
    claims = [first, claim(words, told, type=deed, times=(monday,))]
    found = {0: Interval(earliest=TUESDAY, latest=TUESDAY, precision="day", basis="publication")}
    found[1] = Interval(earliest="2017-09-04", latest="2017-09-04", precision="day", basis="relative")
    found |= of_the_deed_told_next(claims, found, read_times(words, TUESDAY))
    assert found[0].earliest == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The pass is open again after sappers cleared it on Monday.", "2017-09-04"),
        ("The pass is open again after sappers cleared the mill on Monday.", TUESDAY),
        ("The pass is open again, and sappers cleared it on Monday.", TUESDAY),
    ],
)
def test_a_way_was_opened_on_the_day_of_the_deed_that_opened_it(words: str, day: str) -> None:
    monday = Span(words.index("on Monday"), len(words) - 1)
    claims = [claim(words, "open", type="open_route"), claim(words, "cleared", times=(monday,))]
    found = {0: Interval(earliest=TUESDAY, latest=TUESDAY, precision="day", basis="publication")}
    found[1] = Interval(earliest="2017-09-04", latest="2017-09-04", precision="day", basis="relative")
    found |= of_the_deed_told_next(claims, found, read_times(words, TUESDAY))
    assert found[0].earliest == day


def test_a_plan_is_no_day_to_count_from() -> None:
    text = "Five years after they seized the coast, little is left of what will be retaken in the next few days."
    claims = [claim(text, "seized"), claim(text, "retaken", modality="planned", times=(Span(76, len(text) - 1),))]
    found = ruled_intervals(claims, [None, None], read_times(text, TUESDAY))
    assert (found[0].earliest, found[0].latest) == ("2012", "2012")


def test_years_are_counted_back_from_a_year() -> None:
    text = "The raid of 2013 came two years after they sent troops."
    times = (Span(text.index("2013"), text.index("2013") + 4),)
    claims = [claim(text, "raid", times=times), claim(text, "sent", type="deploy")]
    found = ruled_intervals(claims, [None, None], read_times(text, TUESDAY))
    assert [(i.earliest, i.latest) for i in found] == [("2013", "2013"), ("2011", "2011")]
