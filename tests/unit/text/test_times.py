"""Expressions of time: what is found, what it means on a day, and what is left alone."""

from __future__ import annotations

import time

import pytest

from situate.model.interval import OPEN
from situate.text.times import expressions as times
from situate.text.times.feasts import feast_days
from situate.text.times.meaning import Feast
from situate.text.times.reading import read
from situate.text.times.tense import tense_near

TUESDAY = "2017-09-05"


def quotes(text: str) -> list[str]:
    return [text[t.start : t.end] for t in times.find(text)]


def bounds(text: str, reference: str | None = TUESDAY) -> tuple[str | None, str | None]:
    (timex,) = times.find(text)
    interval = times.interval(timex, reference)
    return interval.earliest, interval.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They entered on Tuesday.", "2017-09-05", "2017-09-05"),
        ("They entered on Monday.", "2017-09-04", "2017-09-04"),
        ("They entered last Tuesday.", "2017-08-29", "2017-08-29"),
        ("They will enter next Tuesday.", "2017-09-12", "2017-09-12"),
        ("They entered early on Monday.", "2017-09-04", "2017-09-04"),
        ("It was taken last month.", "2017-08", "2017-08"),
        ("It was taken in January 2017.", "2017-01", "2017-01"),
        ("It began with the 1963 January uprising.", "1963-01", "1963-01"),
        ("The dead of yesterdays raid.", "2017-09-04", "2017-09-04"),
        ("It was cut in June.", "2017-06", "2017-06"),
        ("It fell on Sept 3.", "2017-09-03", "2017-09-03"),
        ("It fell on 5 September 2017.", "2017-09-05", "2017-09-05"),
        ("It fell on 2017-08-14.", "2017-08-14", "2017-08-14"),
        ("It fell on 14.08.2017.", "2017-08-14", "2017-08-14"),
        ("It fell on 05/09/2017.", "2017", "2017"),
        ("It fell on Saturday, April 25, 2015.", "2015-04-25", "2015-04-25"),
        ("It fell in July last year.", "2016-07", "2016-07"),
        ("Encircled in the summer of 2014.", "2014-06", "2014-08"),
        ("Encircled last winter.", "2016-12", "2017-02"),
        ("Encircled since 2014.", "2014", OPEN),
        ("Encircled since at least early 2014.", "2014", OPEN),
        ("Held until March 2016.", None, "2016-03"),
        ("A three-year siege.", "2014", OPEN),
        ("Besieged for three years.", "2014", OPEN),
        ("Attacks over the past 48 hours.", "2017-09-03", "2017-09-05"),
        ("Attacks over the past week.", "2017-08-29", "2017-09-05"),
        ("Attacks last week.", "2017-08-28", "2017-09-03"),
        ("Attacks this week.", "2017-09-04", "2017-09-05"),
        ("Attacks at the weekend.", "2017-09-02", "2017-09-03"),
        ("It began three years ago.", "2014", "2014"),
        ("It began two days ago.", "2017-09-03", "2017-09-03"),
        ("It began seven weeks ago.", "2017-07", "2017-07"),
        ("It began more than a year ago.", None, "2016-09"),
        ("It began late last year.", "2016-10", "2016-12"),
        ("It began in the 1990s.", "1990", "1999"),
        ("The war of 1990-91.", "1990", "1991"),
        ("Struck overnight.", "2017-09-04", "2017-09-05"),
        ("Struck between 11-13 August.", "2017-08-11", "2017-08-13"),
        ("Struck in recent days.", "2017-09", "2017-09-05"),
    ],
)
def test_bounds_keep_the_precision_of_the_words(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2017-09-05"),
        ("Tuesday morning", "2017-09-05TMO"),
        ("last week", "2017-W35"),
        ("the summer of 2014", "2014-SU"),
        ("for three years", "P3Y"),
        ("for years", "PXY"),
        ("the past 48 hours", "PT48H"),
        ("now", "PRESENT_REF"),
        ("every night", "XXXX-XX-XXTNI"),
        ("every Friday", "XXXX-WXX-5"),
        ("daily", "P1D"),
        ("the third quarter", "2017-Q3"),
        ("the 19th century", "18"),
        ("the nineties", "199"),
        ("10 p.m. Monday", "2017-09-04T22:00"),
        ("nineteen ninety-six", "1996"),
        ("Christmas Day 2016", "2016-12-25"),
        ("Easter Sunday 2016", "2016-03-27"),
        ("Memorial Day 2016", "2016-05-30"),
        ("2 1/2 years", "P2Y6M"),
        ("half an hour", "PT30M"),
        ("a minute and a half", "PT1M30S"),
        ("two decades", "P20Y"),
        ("two thousand years", "P2000Y"),
        ("all day", "P1D"),
        ("these days", "PRESENT_REF"),
        ("over the last year", "P1Y"),
        ("midnight Monday", "2017-09-04T24:00"),
        ("5 p.m. GMT, Sept. 4", "2017-09-04T17:00"),
        ("the evening of 4 September", "2017-09-04TEV"),
        ("year's end", "2017"),
        ("the mid-1980's", "198"),
        ("the mid-80's", "198"),
        ("the early 90s", "199"),
        ("last night", "2017-09-04TNI"),
        ("that night", "XXXX-XX-XXTNI"),
        ("the day after tomorrow", "2017-09-07"),
        ("the last quarter of 1998", "1998-Q4"),
        ("the second half of 1998", "1998-H2"),
        ("two-and-a-half years", "P2Y6M"),
        ("this fiscal year", "2017"),
        ("for the full year", "2017"),
        ("the year ended June", "P1Y"),
        ("the year-ago third quarter", "2016-Q3"),
        ("over the years", "PXY"),
        ("the weeks ahead", "PXW"),
        ("months to come", "PXM"),
        ("another week", "P1W"),
        ("an additional year", "P1Y"),
        ("a day or two", "PXD"),
        ("Mondays", "XXXX-WXX-1"),
        ("some day", "FUTURE_REF"),
        ("one day he will return", "FUTURE_REF"),
    ],
)
def test_values_are_those_of_timeml(text: str, value: str) -> None:
    assert times.value(times.find(text)[0], TUESDAY) == value


@pytest.mark.parametrize(
    "text",
    [
        "Twelve may have died.",
        "Soldiers march on the town.",
        "The second man sat in the sun.",
        "Towns fall to them.",
        "Since the fall of the city they wait.",
        "The Arab Spring began there.",
        "Brigade 137 and Resolution 2254.",
        "Some 2000 people fled.",
        "The 14-year-old boy fled.",
        "A quarter of the city is held.",
        "One of three.",
        "Jan Egeland spoke.",
        "1,500 men and 10.5 percent.",
        "Three-quarters of it burnt.",
        "He hoped one day to return.",
        "It stood in Mirror Today, they said.",
        "Not at this time.",
        "A man in his early 50s.",
        "The 2000 guerrillas fled.",
        "Bloody Sunday is told again.",
        "",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text", ["Mondays attack killed five.", "Five died in Mondays fighting.", "Five died on Monday."]
)
def test_a_weekday_that_lost_its_apostrophe_is_one_day(text: str) -> None:
    assert bounds(text) == ("2017-09-04", "2017-09-04")


@pytest.mark.parametrize(
    "text", ["The plane came on Mondays.", "Mondays are quiet.", "He goes there on Mondays as a rule."]
)
def test_a_weekday_that_comes_again_is_no_day(text: str) -> None:
    assert bounds(text) == (None, None)


def test_a_year_before_happenings_is_no_count() -> None:
    assert quotes("After the 1998 bombings they left.") == ["1998"]


def test_the_quarter_is_the_one_that_the_text_spoke_of() -> None:
    text = "It earned less in the second quarter. " + "Costs rose. " * 100 + "In the quarter it sold a mill."
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == ["2017-Q2", "2017-Q2"]


def test_at_the_time_is_past_and_since_then_a_day() -> None:
    text = "They fled on Monday. At the time it rained. Since then it is dry."
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == ["2017-09-04", "PAST_REF", "2017-09-04"]


def test_a_count_after_a_month_is_no_day() -> None:
    assert quotes("In March 30 people were killed.") == ["March"]
    assert quotes("On March 30, people were killed.") == ["March 30"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a weeks-long push", ["weeks-long"]),
        ("an uprising beginning in 2011", ["2011"]),
        ("by the end of 2013", ["the end of 2013"]),
        ("on Tuesday evenings", ["Tuesday evenings"]),
        ("Girls' Day 2016", ["2016"]),
        ("Women's Day 2016", ["Women's Day 2016"]),
        ("in 2014, 2015 and 2016", ["2014", "2015", "2016"]),
    ],
)
def test_spans(text: str, found: list[str]) -> None:
    assert quotes(text) == found


def test_relation_and_kind() -> None:
    found = times.find("Since 2014, for three years, until Monday, before noon, over the past week, after May 2.")
    assert [t.relation for t in found] == ["since", "for", "until", "before", "over", "after"]
    assert [t.kind for t in found] == ["DATE", "DURATION", "DATE", "TIME", "DURATION", "DATE"]


@pytest.mark.parametrize("text", ["on Tuesday", "last month", "in April", "three weeks ago", "the past week"])
def test_without_a_reference_relative_times_stay_unknown_and_say_why(text: str) -> None:
    (timex,) = times.find(text)
    assert not times.interval(timex, None).known
    assert times.resolve(timex, None).reason == "no_reference"


def test_a_coarse_reference_resolves_only_what_it_can() -> None:
    assert bounds("on Tuesday", "2017-09") == (None, None)
    assert bounds("last month", "2017-09") == ("2017-08", "2017-08")
    assert bounds("last year", "2017") == ("2016", "2016")


def test_tense_chooses_the_side() -> None:
    (timex,) = times.find("on Friday")
    assert times.value(timex, TUESDAY, "past") == "2017-09-01"
    assert times.value(timex, TUESDAY, "future") == "2017-09-08"


def test_a_day_far_nearer_in_the_past_is_no_day_of_a_plan() -> None:
    (timex,) = times.find("on August 21")
    assert times.value(timex, TUESDAY, "future") == "2017-08-21"
    assert times.value(timex, "2017-04-05", "future") == "2017-08-21"


def test_a_text_gives_the_day_that_the_previous_day_counts_from() -> None:
    text = "On 3 May 2016 it was shelled. The previous day and at dawn it had been calm."
    assert [r.earliest for _, r in read(text, None)] == ["2016-05-03", "2016-05-02", "2016-05-02"]


def test_what_is_planned_lies_ahead() -> None:
    (_, resolved), *_ = read("The truce is to begin on Friday.", TUESDAY)
    assert resolved.earliest == "2017-09-08"


# First days as they were announced; the arithmetic calendar may differ by one.
@pytest.mark.parametrize(
    ("name", "year", "announced"),
    [
        ("ramadan", 2014, "2014-06-28"),
        ("ramadan", 2017, "2017-05-27"),
        ("eid fitr", 2017, "2017-06-25"),
        ("eid adha", 2016, "2016-09-12"),
        ("easter", 2016, "2016-03-27"),
        ("thanksgiving", 2016, "2016-11-24"),
        ("orthodox easter", 2023, "2023-04-16"),
        ("orthodox christmas", 2022, "2022-01-07"),
        ("orthodox new year", 2022, "2022-01-14"),
        ("quds day", 2024, "2024-04-05"),
        ("laylat qadr", 2023, "2023-04-18"),
        ("islamic new year", 2023, "2023-07-19"),
        ("rosh hashanah", 2024, "2024-10-03"),
        ("yom kippur", 1973, "1973-10-06"),
        ("yom kippur", 2023, "2023-09-25"),
        ("sukkot", 2023, "2023-09-30"),
        ("simchat torah", 2023, "2023-10-07"),
        ("hanukkah", 2023, "2023-12-08"),
        ("hanukkah", 2024, "2024-12-26"),
        ("purim", 2024, "2024-03-24"),
        ("passover", 2024, "2024-04-23"),
        ("jerusalem day", 2021, "2021-05-10"),
        ("shavuot", 2024, "2024-06-12"),
        ("pentecost", 2024, "2024-05-19"),
        ("yom kippur eve", 2023, "2023-09-24"),
        ("eid adha eve", 2024, "2024-06-15"),
        ("independence day ukraine", 2022, "2022-08-24"),
    ],
)
def test_feasts_cover_the_day_that_was_kept(name: str, year: int, announced: str) -> None:
    assert any(first.isoformat() <= announced <= last.isoformat() for first, last in feast_days(name, year))


# What is said of one calendar is not meant of another; what no table has is unknown, and no other feast.
@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Orthodox Christmas Eve 2016", "2016-01-06"),
        ("Orthodox Good Friday 2016", "2016-04-29"),
        ("Coptic Easter 2016", "2016-05-01"),
        ("Lunar New Year 2016", None),
        ("Chinese New Year's Eve 2016", None),
        ("Ukraine's Independence Day 2016", "2016-08-24"),
        ("the Ukrainian Independence Day 2016", "2016-08-24"),
        ("South Sudan's Independence Day 2016", "2016-07-09"),
        ("Sudan's Independence Day 2016", "2016-01-01"),
        ("Independence Day 2016", None),
        ("the eve of Yom Kippur 2016", "2016-10-11"),
        ("the first day of Passover 2016", "2016-04-23"),
        ("the last day of Sukkot 2016", "2016-10-23"),
        ("the tenth day of Purim 2016", None),
    ],
)
def test_feasts_of_other_calendars_and_states(words: str, day: str | None) -> None:
    assert bounds(f"Shells fell on {words}.") == (day, day)


def test_a_day_of_a_fast_by_the_moon_is_one_of_three() -> None:
    assert bounds("Shells fell on the first day of the holy month of Ramadan 2016.") == ("2016-06-06", "2016-06-08")
    assert bounds("Shells fell in the last week of Ramadan 2016.") == ("2016-06-29", "2016-07-07")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("in Q4 2016", ("2016-10", "2016-12")),
        ("in H1 of 2016", ("2016-01", "2016-06")),
        ("w/e 3 September", ("2017-08-28", "2017-09-03")),
        ("w/c 28 August", ("2017-08-28", "2017-09-03")),
        ("at Q 4 2016", ("2016", "2016")),
        ("in Q5 2016", ("2016", "2016")),
    ],
)
def test_times_of_situation_reports(words: str, found: tuple[str, str]) -> None:
    ((_, resolved),) = read(f"Shells fell {words}.", TUESDAY)
    assert (resolved.earliest, resolved.latest) == found


def test_five_days_on_is_later_and_two_days_on_the_road_are_long() -> None:
    *_, (_, later) = read("They left on 29 August; five days on, they were back.", TUESDAY)
    assert (later.earliest, later.latest) == ("2017-09-03", "2017-09-03")
    (_, lasted) = read("They were two days on the road.", TUESDAY)[0]
    assert lasted.value == "P2D"


@pytest.mark.parametrize("words", ["the Yom Kippur War", "al-Arbaeen", "the last day of the talks"])
def test_what_is_called_after_a_feast_is_none(words: str) -> None:
    assert not [t for t in times.find(f"He fought in {words}.") if isinstance(t.meaning, Feast)]


# What counts from a time that is told before it, where that is a season, a night of two days or a week.
@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It fell in the spring of 2012. The following winter shells came.", ("2012-12", "2013-02")),
        ("It fell in the spring of 2012. The previous winter shells came.", ("2011-12", "2012-02")),
        ("It fell in the spring of 2012. That same year they left.", ("2012", "2012")),
        ("It fell in the winter of 2012. That same year they left.", ("2012", "2012")),
        ("It fell on the night of 29-30 April. The previous day they left.", ("2017-04-28", "2017-04-28")),
        ("It fell on the night of 29-30 April. The next day they left.", ("2017-05-01", "2017-05-01")),
        ("It fell three weeks ago. The week before, they left.", ("2017-08-07", "2017-08-13")),
        ("It fell in January 2014. Four months later, in mid-May, they left.", ("2014-05", "2014-05")),
        ("It fell in January 2014. Four months later they left, in June.", ("2017-06", "2017-06")),
        ("It fell in January 2014. The next summer they left.", ("2014-06", "2014-08")),
        ("It fell in January 2014. They will leave next summer.", ("2018-06", "2018-08")),
        ("It fell between March and June. The next day they left.", (None, None)),
        ("It lost money in the third quarter of 1998. A year earlier it had none.", ("1997-07", "1997-09")),
    ],
)
def test_what_counts_from_a_longer_time(text: str, last: tuple[str | None, str | None]) -> None:
    *_, (_, resolved) = read(text, TUESDAY)
    assert (resolved.earliest, resolved.latest) == last


def test_a_feast_may_come_twice_in_a_year_and_an_unknown_one_never() -> None:
    assert len(feast_days("ramadan", 2030)) == 2
    assert feast_days("eid", 2017) == []


def test_amounts_beyond_the_calendar_stay_unknown() -> None:
    assert bounds("It began three thousand years ago.") == (None, None)


def test_time_grows_with_the_length_alone() -> None:
    hostile = "1-2 to 3 " * 20_000 + "last " * 20_000 + "the end of the " * 10_000
    started = time.process_time()
    times.find(hostile)
    assert time.process_time() - started < 10


def test_deadlines_lie_ahead_unless_the_clause_is_past() -> None:
    assert [r.value for _, r in read("Talks resume by Friday.", "2017-04-05")] == ["2017-04-07"]
    assert [r.value for _, r in read("They had fled by Friday.", "2017-04-05")] == ["2017-03-31"]
    assert [r.value for _, r in read("By Friday they had fled.", "2017-04-05")] == ["2017-03-31"]
    long = "By Friday all but one of the many villages in the hands of the forces of the south in the north had gone."
    assert [r.value for _, r in read(long, "2017-04-05")] == ["2017-03-31"]


def test_the_first_since_some_month_is_no_time_that_is_spoken_of() -> None:
    text = "On Friday a convoy came in, the first since April. A day later another was hit."
    assert read(text, TUESDAY)[-1][1].earliest == "2017-09-02"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They fled on 7 July. Shells have fallen since dawn.", "2017-09-05"),
        ("They fled on 7 July. Shells have fallen since morning.", "2017-09-05"),
        ("They fled on Friday. Shells fell at dawn.", "2017-09-01"),
        ("On Friday shells fell since dawn.", "2017-09-01"),
        ("They fled on Friday night and came back at dawn.", "2017-09-02"),
        ("They fled on Friday and came back at dawn.", "2017-09-01"),
    ],
)
def test_dawn_is_that_of_the_day_of_telling_or_of_the_day_told(text: str, day: str) -> None:
    assert (read(text, TUESDAY)[-1][1].earliest or "")[:10] == day


def test_an_hour_takes_the_day_beside_it() -> None:
    assert [r.value for _, r in read("It fell at 10:30 p.m. last Friday.", TUESDAY)] == [
        "2017-09-01T22:30",
        "2017-09-01",
    ]


def test_an_hour_without_a_day_has_a_value_and_no_bounds() -> None:
    ((_, resolved),) = read("It fell at dawn.", TUESDAY)
    assert (resolved.value, resolved.earliest, resolved.reason) == ("2017-09-05TMO", None, "no_day")


def test_a_year_ago_is_the_quarter_that_is_compared() -> None:
    text = "In the third quarter of 2016 it lost; a year earlier it won, and two years ago too."
    assert [r.value for _, r in read(text, "2017-02-01")] == ["2016-Q3", "2015-Q3", "2015"]


def test_how_long_after_stays_a_length_without_a_day_to_count_from() -> None:
    ((timex, resolved),) = read("Two days later they left.", None)
    assert (timex.kind, resolved.value, resolved.earliest) == ("DURATION", "P2D", None)


def test_an_hour_in_a_part_of_the_day_has_the_bounds_of_its_day() -> None:
    ((_, resolved), _) = read("At about four in the morning on Monday it fell.", TUESDAY)
    assert (resolved.value, resolved.earliest, resolved.latest) == ("2017-09-04T04:00", "2017-09-04", "2017-09-04")


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("Killed in the past year.", "2016", "2016-09", "2017-09-05"),
        ("Killed in recent years.", "PAST_REF", None, "2017-09-05"),
        ("Killed in recent weeks.", "PAST_REF", "2017-08", "2017-09-05"),
        ("Expected in the coming months.", "FUTURE_REF", "2017-09-05", "2017"),
        ("Expected in the next few days.", "PXD", "2017-09-05", "2017-09"),
        ("Expected in the coming weeks.", "FUTURE_REF", "2017-09-05", "2017-09"),
        ("Expected in the coming hours.", "FUTURE_REF", "2017-09-05", "2017-09-05"),
        ("Expected in the coming years.", "FUTURE_REF", "2017-09-05", None),
        ("Killed in the past three years.", "P3Y", "2014", "2017-09-05"),
        ("Killed in the past few weeks.", "PXW", "2017-08", "2017-09-05"),
    ],
)
def test_stretches_that_are_named_have_dates_for_values_and_keep_their_bounds(
    text: str, value: str, earliest: str | None, latest: str | None
) -> None:
    ((timex, resolved),) = read(text, TUESDAY)
    assert (resolved.value, resolved.earliest, resolved.latest) == (value, earliest, latest)
    assert timex.kind == ("DURATION" if value.startswith("P") and value[1] != "A" else "DATE")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The night before last they fled.", "2017-09-03", "2017-09-04"),
        ("They fled the week before last.", "2017-08-21", "2017-08-27"),
        ("They fled over the past weekend.", "2017-09-02", "2017-09-03"),
        ("They fled in the second half of the year.", "2017-07", "2017-12"),
        ("They fled a year and a half ago.", "2015", "2015"),
        ("They fled a few minutes ago.", "2017-09-05", "2017-09-05"),
        ("They fled in the past few hours.", "2017-09-05", "2017-09-05"),
        ("This was this week's worst attack.", "2017-09-04", "2017-09-05"),
        ("It was the week's worst attack.", "2017-09-04", "2017-09-05"),
    ],
)
def test_more_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize("reference", ["2017-01-20", "2017-02-28"])
def test_a_winter_belongs_to_the_year_that_it_began_in(reference: str) -> None:
    assert bounds("Cut off last winter.", reference) == ("2015-12", "2016-02")
    assert bounds("Cut off this winter.", reference) == ("2016-12", "2017-02")
    assert bounds("Cut off last winter.", "2017-03-01") == ("2016-12", "2017-02")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("During the nine months he fled.", ["the nine months"]),
        ("In this year's third quarter.", ["this year's third quarter"]),
        ("That same day it rained.", ["That same day"]),
        ("In the wee hours of Sunday.", ["Sunday"]),
        ("A several-day march.", ["several-day"]),
        ("At 0430 on 3 January they came.", ["0430 on 3 January"]),
        ("Between 0630 and 0700 they came.", ["0630", "0700"]),
        ("It came at approximately 1330.", ["approximately 1330"]),
        ("It flew at 2000 meters and closed at 2150 points.", []),
        ("They counted 2200 men and 0700 of them.", []),
        ("He lived at 1600 Pennsylvania Avenue.", []),
        ("Call 212-555-1927 now and then.", ["now"]),
        ("Thousands joined the March for Peace in March.", ["March"]),
        ("By resolution 2118 on 27 September 2013.", ["27 September 2013"]),
        ("The year's first snow and the day's events.", []),
    ],
)
def test_more_spans(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 1 September they met. The following Sunday it burnt.", ["2017-09-01", "2017-09-03"]),
        ("On 1 September they met. The previous Sunday it burnt.", ["2017-09-01", "2017-08-27"]),
        ("On 1 September it fell. Since that date it is quiet.", ["2017-09-01", "2017-09-01"]),
        ("At 10:30 a.m. (0730 GMT) Friday it burnt.", ["2017-09-01T10:30", "2017-09-01T07:30", "2017-09-01"]),
        ("Between 0630 and 0700 on Friday it burnt.", ["2017-09-01T06:30", "2017-09-01T07:00", "2017-09-01"]),
        ("On Friday it burnt. Two hours later it was out.", ["2017-09-01", "PT2H"]),
    ],
)
def test_what_counts_from_a_day_told_before(text: str, values: list[str]) -> None:
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == values


def test_what_counts_from_a_day_told_far_back_has_its_value_and_no_bounds() -> None:
    text = "On 1 September they met. " + "It rained. " * 50 + "The next day they fled, and that night they wept."
    _, (_, day), (_, night) = read(text, TUESDAY)
    assert (day.value, day.earliest, day.reason) == ("2017-09-02", None, "no_day")
    assert (night.value, night.earliest) == ("2017-09-01TNI", None)


def test_what_opens_a_paragraph_and_points_back_counts_from_the_one_before() -> None:
    text = "On 1 September they met.\n\nSince that date, many fled."
    assert [resolved.earliest for _, resolved in read(text, TUESDAY)] == ["2017-09-01", "2017-09-01"]
    text = "On 1 September they met.\n\nThat day, many fled."
    assert [resolved.earliest for _, resolved in read(text, TUESDAY)] == ["2017-09-01", "2017-09-01"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on 1 September, he said on 3 September. Nine died that day.", "2017-09-01"),
        ("It fell on 1 September. They left on 3 September. Nine died that day.", "2017-09-03"),
        ("He said on 3 September that it had fallen. Nine died that day.", "2017-09-03"),  # no other day is told
    ],
)
def test_that_day_is_that_of_a_deed_and_not_of_the_talk_about_it(text: str, day: str) -> None:
    *_, (_, resolved) = read(text, TUESDAY)
    assert resolved.earliest == day


def test_what_stands_further_in_a_paragraph_does_not() -> None:
    for text in (
        "On 1 September they met.\n\nMany of them fled the town that day.",
        "On 1 September they met.\n\nIt rained.\n\nThat day, many fled.",
        "On 1 September they met.\n\nTwo days later, many fled.",
    ):
        assert read(text, TUESDAY)[1][1].earliest is None


def test_a_week_after_a_month_is_no_week_that_is_known() -> None:
    text = "On 1 April it began. They took it in May and lost it a week later."
    assert [resolved.earliest for _, resolved in read(text, TUESDAY)] == ["2017-04-01", "2017-05", None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks open on Friday.", "2017-09-08"),
        ("The trial opens on Friday.", "2017-09-08"),
        ("They meet again Friday.", "2017-09-08"),
        ("They did not meet Friday.", "2017-09-01"),
        ("The hearing was postponed until Friday.", "2017-09-08"),
        ("We will name those who were killed on Friday.", "2017-09-01"),
        ("Crews will mend the main, which was cut by shelling, on Friday.", "2017-09-08"),
        ("It will not bow to Friday's bomb attack.", "2017-09-01"),
        ("They will speak at Friday's peace talks.", "2017-09-08"),
        ("The base will reopen, officials said Friday.", "2017-09-01"),
        ("They will stay, the minister told reporters here on Friday.", "2017-09-01"),
        ("They will leave, he said, on Friday.", "2017-09-08"),
        ("He said that they would leave on Friday.", "2017-09-08"),
        ("The verdict is expected to be announced on Friday.", "2017-09-08"),
        ("They will be tried for the April 4 bombings.", "2017-04-04"),
        ("They will pay by the April 4 deadline.", "2018-04-04"),
        ("They would condemn the events of July 1.", "2017-07-01"),
        ("They could return as early as Friday.", "2017-09-08"),
        ("It had begun as early as Friday.", "2017-09-01"),
        ("The funeral is on Friday.", "2017-09-08"),
        ("They may have left on Friday.", "2017-09-01"),
        ("They would have left on Friday.", "2017-09-01"),
    ],
)
def test_the_side_on_which_a_weekday_lies(text: str, value: str) -> None:
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == [value]


def test_an_hour_of_four_digits_has_the_bounds_of_its_day() -> None:
    (_, resolved), _ = read("At 0410 on Sunday they came.", TUESDAY)
    assert (resolved.value, resolved.earliest, resolved.latest) == ("2017-09-03T04:10", "2017-09-03", "2017-09-03")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He ruled from 2004 to 2009.", ["2004", "2009"]),
        ("They won in 2010 and 2011.", ["2010", "2011"]),
        ("They took seven of the past eight towns.", []),
        ("He spoke in the past tense of the past.", ["the past"]),
        ("By the time they came it was over; by that time they had left.", ["that time"]),
        ("Held until May the following year.", ["May the following year"]),
    ],
)
def test_years_and_tenses_are_no_hours_and_no_times(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In 2014 it began. In March of that year it fell.", ["2014", "2014-03"]),
        ("In 2014 it began. On 5 June that year it fell.", ["2014", "2014-06-05"]),
        ("From late 2014 until her capture in May the following year.", ["2014", "2015-05"]),
        ("In March of that year it fell.", [None]),
        ("Fighting from March to August 2011.", ["2011-03", "2011-08"]),
        ("Fighting between May and June in 1981.", ["1981-05", "1981-06", "1981"]),
        ("Fighting from November to March 2016.", ["2015-11", "2016-03"]),
        ("Fighting between November and March 2016.", ["2015-11", "2016-03"]),
        ("Fighting from June 2014 to August.", ["2014-06", "2014-08"]),
        ("Fighting from 21 December 2014 to 3 January.", ["2014-12-21", "2015-01-03"]),
        ("Raids in June, July and August 2016.", ["2016-06", "2016-07", "2016-08"]),
        ("Raids in November and June 2016.", ["2016-11", "2016-06"]),  # of which November is not told
    ],
)
def test_a_month_has_the_year_that_is_told_beside_it(text: str, days: list[str | None]) -> None:
    assert [resolved.earliest for _, resolved in read(text, TUESDAY)] == days


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("In the first six months of this year 12 died.", ("2017-01", "2017-06")),
        ("Over the last three months of 2015.", ("2015-10", "2015-12")),
        ("In the first two weeks of July 2015.", ("2015-07-01", "2015-07-14")),
        ("In the final ten days of February 2016.", ("2016-02-20", "2016-02-29")),
        ("In the first three days of the siege.", ("2017-09-02", OPEN)),
        ("In the first fourteen months of 2015.", ("2016-07", OPEN)),
    ],
)
def test_the_first_months_of_a_year_lie_in_it(text: str, bounds: tuple[str, str]) -> None:
    (_, resolved), *_ = read(text, TUESDAY)
    assert (resolved.earliest, resolved.latest) == bounds


@pytest.mark.parametrize(
    ("words", "value", "first", "last"),
    [
        ("the 1800s", "18", "1800", "1899"),
        ("the 1980s", "198", "1980", "1989"),
        ("the 2000s", "200", "2000", "2009"),
        ("last night", "2017-09-04TNI", "2017-09-04", "2017-09-04"),
        ("overnight", "2017-09-04TNI", "2017-09-04", "2017-09-05"),
    ],
)
def test_centuries_by_their_hundreds_and_the_night_that_was(words: str, value: str, first: str, last: str) -> None:
    (timex,) = times.find(f"It burnt in {words}.")
    found = times.resolve(timex, TUESDAY)
    assert (found.value, found.earliest, found.latest) == (value, first, last)


def test_last_week_on_a_sunday_ends_the_day_before() -> None:
    (timex,) = times.find("They left last week.")
    assert bounds("They left last week.", "2017-09-03") == ("2017-08-21", "2017-09-02")
    assert times.value(timex, "2017-09-03") == "2017-W34"


def test_two_years_later_counts_from_what_was_told() -> None:
    text = "In 1998 he went home. " + "It rained. " * 50 + "Two years later he died, and a year earlier she had."
    _, (_, later), (_, earlier) = read(text, TUESDAY)
    assert (later.value, later.earliest) == ("2000", None)
    assert earlier.value == "2016"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday, he and others of the group will rally.", "2017-09-08"),
        ("On Friday, he said that he will rally.", "2017-09-01"),
        ("A merger announced Friday would turn it round.", "2017-09-01"),
        ("The draft, passed to members on Friday, would widen it.", "2017-09-01"),
        ("Rallies are held ahead of Friday's vote.", "2017-09-08"),
        ("Rallies had been held ahead of Friday's vote.", "2017-09-01"),
        ("They demanded that all leave by Friday.", "2017-09-08"),
        ("They gave the rebels until Friday to leave.", "2017-09-08"),
        ("Both sides weighed a truce due to take effect on Friday.", "2017-09-08"),
        ("He ordered a pause in the town to begin on Friday.", "2017-09-08"),
        ("They were forced to begin on Friday.", "2017-09-01"),
        ("The convoy was able to start on Friday.", "2017-09-01"),
        ("“It will be tragic.” After the death on Friday he spoke.", "2017-09-01"),
        ("A truce takes effect in Lisk at midnight on Thursday.", "2017-09-07T24:00"),
        ("The truce that took effect in Lisk on Thursday failed.", "2017-08-31"),
        ("They will keep it and cheered the ruling Friday.", "2017-09-01"),
    ],
)
def test_what_lies_ahead_by_its_clause(text: str, value: str) -> None:
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("In the first week of July they fled.", ("2017-07-01", "2017-07-07")),
        ("They fled on the 3rd of this month.", ("2017-09-03", "2017-09-03")),
        ("In the third week of July they fled.", ("2017-07-15", "2017-07-21")),
        ("In the last week of February 2016 they fled.", ("2016-02-23", "2016-02-29")),
        ("The first weeks of July were hot.", ("2017-07", "2017-07")),
    ],
)
def test_a_week_of_a_month_bounds_it_and_leaves_its_value(text: str, bounds: tuple[str, str]) -> None:
    *_, (_, resolved) = read(text, TUESDAY)
    assert (resolved.earliest, resolved.latest) == bounds
    assert resolved.value == bounds[0][:7]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("An estimated 640 families left between 1 and 10 May.", ("2017-05-01", "2017-05-10")),
        ("Battles raged from 21 to 25 August.", ("2017-08-21", "2017-08-25")),
        ("On the night of 14 to 15 August they came.", ("2017-08-14", "2017-08-15")),
        ("Between 30 and 10 May families left.", ("2017-05-10", "2017-05-10")),
        ("In the first half of April it fell.", ("2017-04-01", "2017-04-15")),
        ("In the second half of April it fell.", ("2017-04-16", "2017-04-30")),
        ("It fell this month.", ("2017-09-01", "2017-09-05")),
        ("It fell this year.", ("2017", "2017-09-05")),
        ("It will fall this month.", ("2017-09", "2017-09")),
        ("It will fall later this year.", ("2017", "2017")),
        ("They left on the 3rd.", ("2017-09-03", "2017-09-03")),
        ("They left by the 20th.", ("2017-08-20", "2017-08-20")),
        ("They left on the 31st.", ("2017-08-31", "2017-08-31")),
        ("They will leave on the 20th.", ("2017-09-20", "2017-09-20")),
        ("They left during the night.", ("2017-09-04", "2017-09-05")),
    ],
)
def test_bounds_that_two_days_or_the_report_give(text: str, days: tuple[str, str]) -> None:
    *_, (_, resolved) = read(text, TUESDAY)
    assert (resolved.earliest, resolved.latest) == days


def test_the_night_to_sunday_began_on_saturday() -> None:
    *_, (_, resolved) = read("In the night to Sunday it fell.", TUESDAY)
    assert (resolved.earliest, resolved.latest, resolved.value) == ("2017-09-02", "2017-09-03", "2017-09-03")


def test_a_day_of_the_month_is_that_of_the_month_which_is_told() -> None:
    text = "On 17 June they came. On the 20th four of our vehicles were hit, and on the 2nd it was over."
    assert [resolved.earliest for _, resolved in read(text, TUESDAY)] == ["2017-06-17", "2017-06-20", "2017-07-02"]


@pytest.mark.parametrize(
    "text",
    ["On the 17th Brigade they fired.", "They live on the 8th floor.", "For the 3rd time.", "On the first of all."],
)
def test_an_ordinal_before_a_noun_is_no_day(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town, besieged since 25 July, will be free.", "2017-07-25"),
        ("They will free a judge abducted in May.", "2017-05"),
        ("The works, which it recaptured in July, are to be handed over.", "2017-07"),
        ("The school will be opened in May.", "2018-05"),
        ("They are to move the sick and wounded on Friday.", "2017-09-08"),
    ],
)
def test_what_is_over_is_not_ahead(text: str, value: str) -> None:
    assert [resolved.value for _, resolved in read(text, TUESDAY)] == [value]


@pytest.mark.parametrize("text", ["It rose in 2014-12.5 percent of cases.", "The 1,200's of them left.", "the 1.2's"])
def test_figures_beside_signs_of_times_are_read_without_failing(text: str) -> None:
    assert all(text[t.start : t.end] for t in times.find(text))
    assert times.value(times.find("the 1990s")[0], TUESDAY) == "199"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the March Coalition took the town", []),
        ("the March 14 Alliance met", []),
        ("the 15 May Brigade left", []),
        ("the 19 April movement met", []),
        ('the "9 May" forces met', []),
        ("the “9 May” forces met", []),
        ('"Since 9 May," he said, "they met"', ["9 May"]),
        ("In March forces took the town", ["March"]),
        ("on 14 March the Alliance met", ["14 March"]),
    ],
)
def test_a_name_with_a_date_is_no_time(text: str, found: list[str]) -> None:
    assert [text[t.start : t.end] for t in times.find(text)] == found


def test_what_other_things_are_counted_from_is_over() -> None:
    text = "Ten months after the capture of the town on February 13, many houses stand empty."
    timex = next(t for t in times.find(text) if "February" in text[t.start : t.end])
    assert tense_near(text, timex) == "past"
    ahead = "The court will meet two weeks after the vote on February 13."
    timex = next(t for t in times.find(ahead) if "February" in ahead[t.start : t.end])
    assert tense_near(ahead, timex) != "past"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("A charge hidden at a chapel was set off on Wednesday.", None),
        ("Two houses were set ablaze on Wednesday.", None),
        ("The meeting was set for Wednesday.", "future"),
        ("The convoy is set to leave on Wednesday.", "future"),
    ],
)
def test_what_was_set_off_is_not_set_for_a_day(text: str, tense: str | None) -> None:
    (timex,) = times.find(text)
    assert tense_near(text, timex) == tense


@pytest.mark.parametrize(
    "text",
    ["All our yesterdays were dark.", "In exchange 2000 Varnian residents left.", "She was nine months pregnant."],
)
def test_what_is_no_time(text: str) -> None:
    assert quotes(text) == []


def test_a_year_before_those_who_did_something_then() -> None:
    assert quotes("In 2000 Varnian residents left.") == ["2000"]


def read_bounds(text: str, reference: str = TUESDAY) -> list[tuple[str | None, str | None]]:
    return [(resolved.earliest, resolved.latest) for _, resolved in read(text, reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fought in the January rising of 1863.", ("1863-01", "1863-01")),
        ("He fought in the November Rising of 1830-1831.", ("1830-11", "1830-11")),
        ("The 2014 Easter Sunday bombings.", ("2014-04-20", "2014-04-20")),
    ],
)
def test_a_month_and_a_feast_have_the_year_of_their_phrase(text: str, expected: tuple[str, str]) -> None:
    assert expected in read_bounds(text)


def test_a_month_before_another_years_deeds_is_of_its_own() -> None:
    assert read_bounds("They told in June of the raids of 2014.")[0] == ("2017-06", "2017-06")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bill was to come on March 21, 1929. On the evening of March 20, homes were raided.", "1929-03-20"),
        ("She was seized on 25 October 2010, and on November 18 she was found.", "2010-11-18"),
        ("The war began on 15 March 2011, and on August 20 the town fell.", "2017-08-20"),
        ("The war began on 15 May 2011.\n\nOn May 20 the town fell.", "2017-05-20"),
    ],
)
def test_a_day_without_a_year_is_of_the_date_before_it_if_that_is_much_nearer(text: str, day: str) -> None:
    assert read_bounds(text)[-1] == (day, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They took Orm on 6 August and left on the 24th of the month.", "2017-08-24"),
        ("They came on the third of this month.", "2017-09-03"),
        ("They came on the third of the month.", "2017-09-03"),
        ("It was the third of the month's raids.", None),
        ("It was on the third of the five floors.", None),
    ],
)
def test_a_day_of_the_month_by_its_number(text: str, day: str | None) -> None:
    days = [r.latest for _, r in read(text, TUESDAY) if r.one_day and r.latest != "2017-08-06"]
    assert days == ([day] if day else [])


def test_yesterday_is_not_called_by_its_last_weekday() -> None:
    assert [r.value for _, r in read("They came last Monday.", TUESDAY)] == ["2017-08-28"]
    assert [r.value for _, r in read("They came last Sunday.", TUESDAY)] == ["2017-09-03"]
    assert [r.value for _, r in read("They came on Monday.", TUESDAY)] == ["2017-09-04"]


def test_a_year_since_is_a_length() -> None:
    assert quotes("It is a year since they left.") == ["a year"]


def test_years_open_the_lines_of_a_chronicle() -> None:
    rows = "1998: War breaks out.\n2001: The army burns Orm.\n2005 - An accord is signed."
    assert quotes(rows) == ["1998", "2001", "2005"]
    assert quotes("It was call no. 2001.") == []


@pytest.mark.parametrize(
    ("published", "day"),
    [("2011-05-06", "2011-05-09"), ("2011-05-12", "2011-05-09"), ("2011-11-12", "2011-05-09")],
)
def test_what_was_foiled_may_have_been_planned_for_a_day_that_lies_ahead(published: str, day: str) -> None:
    text = "Police said militants had planned to bomb the court on 9 May, but they were arrested in time."
    assert [resolved.earliest for _, resolved in read(text, published)][:1] == [day]
