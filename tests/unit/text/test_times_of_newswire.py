"""Times as news agencies write them, against the values of TimeML's guidelines; ranges of days; names that are no times."""

from pathlib import Path

import pytest
import yaml

from situate.text.times.reading import read

_SENTENCES = yaml.safe_load((Path(__file__).parents[2] / "data/times_of_newswire.yaml").read_text(encoding="utf-8"))


def values(text: str, reference: str) -> list[tuple[str, str]]:
    return [(text[timex.start : timex.end], resolved.value) for timex, resolved in read(text, reference)]


@pytest.mark.parametrize("reference", sorted(_SENTENCES))
def test_values_of_sentences_of_newswire(reference: str) -> None:
    wrong = {
        text: values(text, reference)
        for text, told in _SENTENCES[reference]
        if values(text, reference) != [*told.items()]
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They fought from Monday to Friday.", ["1998-08-03", "1998-08-07"]),
        ("They fought from Saturday to Monday.", ["1998-08-08", "1998-08-10"]),
        ("They will vote from Tuesday through Thursday.", ["1998-08-18", "1998-08-20"]),
        ("They will meet from Wednesday to Friday next week.", ["1998-08-12", "1998-08-21"]),
        ("They left on Monday and on Saturday.", ["1998-08-10", "1998-08-08"]),
        ("They left on Tuesday last week.", ["1998-08-04"]),
        ("They fought from July 10 to 15.", ["1998-07-10"]),
        ("From July 10 to 15 people died each day.", ["1998-07-10", "P1D"]),
        ("In 1996, on May 13, they left.", ["1996", "1996-05-13"]),
        ("It ran from March 24 to June 10 last year.", ["1997-03-24", "1997-06-10"]),
    ],
)
def test_days_in_their_order(text: str, told: list[str]) -> None:
    assert [value for _, value in values(text, "1998-08-12")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Her mother, Dawn, was the principal.", []),
        ("Guards stopped copies of Dawn newspaper.", []),
        ("Dawn broke over the town.", ["Dawn"]),
        ("They came at Dawn.", ["Dawn"]),
        ("One night in the late 1960s he left.", ["the late 1960s"]),
        ("He stayed one night.", []),
        ("He stayed for one night.", ["one night"]),
        ("He spoke to them twice.", []),
        ("Killed once a week, three times a month.", ["once a week", "three times a month"]),
        ("A one-day strike, a week-long march.", ["one-day", "week-long"]),
    ],
)
def test_spans(text: str, told: list[str]) -> None:
    assert [words for words, _ in values(text, "1998-08-12")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("URGENT Yesterday, 16:45: rebels took Lisk.", ["2017-09-04"]),
        ("BREAKING Today rebels took Lisk.", ["2017-09-05"]),
        ("USA Today wrote of Lisk.", []),
        ("Lisk\nYesterday, 16:45: rebels took the town.", ["2017-09-04"]),
        ("The Steppe Today wrote of Lisk.", []),
    ],
)
def test_a_day_after_a_cry_in_capitals_is_no_title(text: str, told: list[str]) -> None:
    assert [value for _, value in values(text, "2017-09-05")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It fell from January to June.", ["1998-01", "1998-06"]),
        ("It was shut from November through February.", ["1998-11", "1999-02"]),
        ("It will be shut from November to January.", ["1999-11", "2000-01"]),
        ("It will be shut from January to June.", ["2000-01", "2000-06"]),
        ("It fell in January and in June.", ["1999-01", "1998-06"]),
        ("The season runs from April through June.", ["1999-04", "1999-06"]),
        ("Trade between April and January fell.", ["1998-04", "1999-01"]),
    ],
)
def test_months_in_their_order(text: str, told: list[str]) -> None:
    assert [value for _, value in values(text, "1999-03-10")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At present nobody leaves.", [("present", "PRESENT_REF")]),
        ("Of those present nobody left.", []),
        ("The ministry expects the town to be taken before the winter.", [("the winter", "1999-WI")]),
    ],
)
def test_the_present_and_what_is_expected(text: str, told: list[tuple[str, str]]) -> None:
    assert values(text, "1999-03-10") == told


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It is set for the week of May 8.", ("2000-05-08", "2000-05-14")),
        ("They fled in the week ending April 1.", ("2000-03-26", "2000-04-01")),
        ("They fled in the week beginning March 20.", ("2000-03-20", "2000-03-26")),
        ("They fled on Monday and Tuesday.", ("2000-04-03", "2000-04-04")),
        ("They fled on Saturday and Tuesday.", ("2000-04-01", "2000-04-01")),
        ("They fled on Monday and Tuesday saw rain.", ("2000-04-03", "2000-04-03")),
        ("They fled on the last day of March.", ("2000-03-31", "2000-03-31")),
        ("They fled in the last week of March.", ("2000-03-25", "2000-03-31")),
        ("They fled in the week to April 1.", ("2000-03-26", "2000-04-01")),
        ("They fled overnight on Monday.", ("2000-04-03", "2000-04-03")),
        ("They fled overnight Monday.", ("2000-04-03", "2000-04-03")),
        ("They fled overnight into Monday.", ("2000-04-02", "2000-04-03")),
        ("They fled overnight 2-3 April.", ("2000-04-02", "2000-04-03")),
        ("They fled overnight. On Monday they came back.", ("2000-04-04", "2000-04-05")),
        ("They fled on the night of 2/3 April.", ("2000-04-02", "2000-04-03")),
        ("They fled in the past 24 hrs.", ("2000-04-04", "2000-04-05")),
        ("They fled on the first Monday in March.", ("2000-03-06", "2000-03-06")),
        ("They fled on a Monday in March.", (None, None)),
        ("They fled three years ago this month.", ("1997-04", "1997-04")),
        ("They fled in the last day.", ("2000-04-04", "2000-04-05")),
        ("Between January and March they fled.", ("2000-01", "2000-01")),
        ("They fled on Monday. On Sunday, they came back.", ("2000-04-03", "2000-04-03")),
    ],
)
def test_bounds(text: str, bounds: tuple[str | None, str | None]) -> None:
    resolved = read(text, "2000-04-05")[0][1]
    assert (resolved.earliest, resolved.latest) == bounds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The 15 May Brigade fought the Six-Day War, said the Sunday Times.", []),
        ("A six-day war began on Sunday.", ["six-day", "Sunday"]),
        ('"Today," he said on the "Today" show.', ["Today"]),
        ("Chief Sunday Bone was held on Sunday.", ["Sunday"]),
        ("He spent a night of the Winter Games there.", []),
        ("In June Bone sang. April Bone danced.", ["June"]),
        ("The site gc4hr.org was shut for 4 hrs.", ["4 hrs"]),
        ("Two 15-day terms, and one hundred twenty days.", ["Two 15-day", "one hundred twenty days"]),
    ],
)
def test_names_and_numbers(text: str, told: list[str]) -> None:
    assert [words for words, _ in values(text, "2000-04-05")] == told


def test_the_night_to_a_day_began_the_day_before() -> None:
    told = [resolved for _, resolved in read("They fled in the night from Sunday to Monday.", "2000-04-05")]
    assert (told[-1].earliest, told[-1].latest) == ("2000-04-02", "2000-04-03")
    told = [resolved for _, resolved in read("At night, on the road from Sunday to Monday, they fled.", "2000-04-05")]
    assert (told[-1].earliest, told[-1].latest) == ("2000-04-03", "2000-04-03")


def test_a_count_from_what_is_over_does_not_end_after_the_report() -> None:
    told = [resolved for _, resolved in read("It rose in 1990. Two hundred years later it fell.", "2000-04-05")]
    assert [(one.value, one.earliest) for one in told] == [("1990", "1990"), ("P200Y", None)]


def test_when_somebody_came_is_not_the_day_whose_dawn_is_told() -> None:
    text = "Shells fell on Monday. Envoys met a team which arrived three days ago. Rockets hit the port before dawn."
    assert [r.earliest for _, r in read(text, "1998-08-12")] == ["1998-08-10", "1998-08-09", "1998-08-10"]
    told = "Shells fell on Monday. Three days ago a team arrived. Rockets hit the port before dawn."
    assert [r.earliest for _, r in read(told, "1998-08-12")][-1] == "1998-08-09"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Profit fell in the quarter ended June 30.", ["1994-Q2", "1994-06-30"]),
        ("For the quarter that ended on July 31 it lost.", ["1994-Q2", "1994-07-31"]),
        ("In its first quarter it won. In the quarter ended June 30 it lost.", ["1994-Q1", "1994-Q1", "1994-06-30"]),
        ("The quarter was poor. It ended June 30.", ["1994-06-30"]),
        ("Sales rose in the second quarter, from the same period of 1991.", ["1994-Q2", "1991-Q2"]),
        ("Sales rose, from the same quarter in 1991.", ["1991"]),
    ],
)
def test_a_quarter_is_that_of_its_end_and_of_the_one_compared(text: str, values: list[str]) -> None:
    assert [r.value for _, r in read(text, "1994-09-08")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left two years ago next month.", ["1992-10"]),
        ("She left five years ago last month.", ["1989-08"]),
        ("The strike began ten years ago this summer.", ["1984-SU"]),
        ("The first trains ran a year ago this month.", ["1993-09"]),
    ],
)
def test_years_ago_are_told_to_their_month_or_season(text: str, values: list[str]) -> None:
    assert [r.value for _, r in read(text, "1994-09-08")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Troops crossed on July 22. By the end of the month, the capital had fallen.", "1994-07"),
        ("The pact of May 1991 had collapsed by the end of the year.", "1991"),
        ("Under the pact of July 22 they are to leave by the end of the month.", "1994-09"),
        ("The pact of May 1991 will be void by the end of the year.", "1994"),
    ],
)
def test_the_end_of_a_month_is_that_of_the_one_told_where_it_is_over(text: str, value: str) -> None:
    assert read(text, "1994-09-08")[-1][1].value == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister testifies Monday before the panel.", "1994-09-12"),
        ("The strike enters its third week Monday.", "1994-09-12"),
        ("The colonel appears in court Monday.", "1994-09-12"),
        ("The strike entered its third week Monday.", "1994-09-05"),
        ("It appears Monday was quiet.", "1994-09-05"),
    ],
)
def test_what_is_fixed_is_told_in_the_present_before_its_day(text: str, day: str) -> None:
    assert [r.value for _, r in read(text, "1994-09-08")][-1] == day


def test_a_single_day_is_a_length() -> None:
    assert [r.value for _, r in read("Shares lost a fifth in a single day.", "1994-09-08")] == ["P1D"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In Orm, on the night of 3-4 February, they pulled nine people from their beds.", "1994-02-03"),
        ("Near the town of Salt, on 3 February, soldiers shot nine men.", "1994-02-03"),
        ("On the night of 3 February soldiers shot nine men.", "1994-02-03"),
        ("In Orm, on 3 February, the council will vote.", "1995-02-03"),
    ],
)
def test_a_place_before_a_day_opens_its_sentence_too(text: str, day: str) -> None:
    assert [r.earliest for _, r in read(text, "1994-11-07")] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hours before the talks began on Tuesday, a bomb went off.", "1994-11-01"),
        ("Hours before the vote on Tuesday, a bomb went off.", "1994-11-08"),
        ("Shells fell before the talks, which open on Tuesday.", "1994-11-08"),
        ("Shells fell before the talks, which opened on Tuesday.", "1994-11-01"),
    ],
)
def test_what_was_held_or_is_to_be(text: str, day: str) -> None:
    assert [r.earliest for _, r in read(text, "1994-11-07") if r.one_day] == [day]
