"""Figures: bounds as exact as the words, and the counts that other codebooks make of them."""

from __future__ import annotations

import time

import pytest

from situate.text.quantities import find, parse

Bounds = tuple[float | None, float | None, float | None]


@pytest.mark.parametrize(
    ("phrase", "expected", "unit", "approximate"),
    [
        ("at least 12 civilians", (12, 12, None), "people", False),
        ("dozens of civilians", (24, None, 120), "people", True),
        ("tens of thousands of people", (20_000, None, 100_000), "people", True),
        ("thousands of square kilometers", (2000, None, 10_000), "km2", True),
        ("hundreds", (200, None, 1000), None, True),
        ("a dozen", (12, 12, 12), None, False),
        ("half a dozen soldiers", (6, 6, 6), "people", False),
        ("a few dozen", (24, None, 120), None, True),
        ("more than 300", (300, 300, None), None, True),
        ("up to 40 fighters", (None, None, 40), "people", True),
        ("as high as 47,000", (None, None, 47_000), None, True),
        ("86 30 of them children", (86, 86, 86), None, False),  # print without commas
        ("nearly 400,000 people", (None, 400_000, 400_000), "people", True),
        ("around 300 000 civilians", (None, 300_000, None), "people", True),
        ("some 40", (None, 40, None), None, True),
        ("About 1,500", (None, 1500, None), None, True),
        ("between 20 and 30", (20, None, 30), None, False),
        ("12 to 15", (12, None, 15), None, False),
        ("several", (3, None, 10), None, True),
        ("a family of six", (6, 6, 6), "people", False),
        ("at least 5,000 families", (5000, 5000, None), "families", False),
        ("200 displaced households", (200, 200, 200), "families", False),
        ("12 members of one family", (12, 12, 12), "people", False),
        ("two", (2, 2, 2), None, False),
        ("1.2 million", (1_200_000, 1_200_000, 1_200_000), None, False),
        ("one", (1, 1, 1), None, False),
        ("a civilian", (1, 1, 1), "people", False),
        ("no one", (0, 0, 0), None, False),
        ("three-year", (3, 3, 3), "year", False),
        ("weeklong", (1, 1, 1), "week", False),
        ("its ninth week", (8, None, 9), "week", False),
        ("100km", (100, 100, 100), "km", False),
        ("60% of the city", (60, 60, 60), "percent", False),
        ("two hundred and five men", (205, 205, 205), "people", False),
        ("35 Islamic State jihadists", (35, 35, 35), "people", False),
        ("over 2.3 mln people", (2_300_000, 2_300_000, None), "people", True),
        ("1.2m people", (1_200_000, 1_200_000, 1_200_000), "people", False),
        ("a 3m wall", (3, 3, 3), "m", False),
        ("two and a half million people", (2_500_000, 2_500_000, 2_500_000), "people", False),
        ("Three out of four residents of Lisk", (75, 75, 75), "percent", True),
        ("at least one in three houses", (33, 33, None), "percent", True),
        ("two out of five hostages", (2, 2, 2), None, False),
        ("two five-storey buildings", (2, 2, 2), None, False),
        ("three years and four months", (40, 40, 40), "month", False),
        ("nine months and 12 days", (9, None, 10), "month", False),
        ("more than a year and a half", (1.5, 1.5, None), "year", True),
        ("not a single soldier", (0, 0, 0), "people", False),
        ("none of the guards", (0, 0, 0), "people", False),
        ("not one but two soldiers", (2, 2, 2), "people", False),
        ("Colonel Lorn and his driver", (2, 2, 2), "people", False),
        ("several others", (3, None, 10), None, True),
        ("another", (1, 1, 1), "people", False),
        ("a former minister", (1, 1, 1), "people", False),
        ("a mayor of a village near Lisk", (1, 1, 1), "people", False),
    ],
)
def test_a_phrase_gives_its_bounds(phrase: str, expected: Bounds, unit: str | None, approximate: bool) -> None:
    found = parse(phrase)
    assert found is not None
    assert (found.low, found.best, found.high) == expected
    assert (found.unit, found.approximate) == (unit, approximate)


@pytest.mark.parametrize(
    "phrase",
    [
        "civilians",
        "the civilians",
        "soldiers",
        "supplies",
        "weeks",
        "elderly people",
        "some",
        "many residents",
        "others",
    ],
)
def test_a_bare_plural_is_no_figure(phrase: str) -> None:
    assert parse(phrase) is None


@pytest.mark.parametrize(
    "phrase",
    ["", "vast tracts of territory", "within firing range", "T-72", "Brigade 137", "a nine-storey building",
     "a 500-bed hospital", "a minister's convoy", "the minister", "some others"],
)  # fmt: skip
def test_what_counts_nothing_is_no_figure(phrase: str) -> None:
    assert parse(phrase) is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 they came.",
        "On 5 September it fell.",
        "At 10:30 it began.",
        "Resolution 2254 was passed.",
        "A T-72 burnt.",
        "The 17th Division left.",
        "One of the towns fell.",
        "The 44-year-old fled.",
        "He works for 7 News.",
        "The owner of 357FM died.",
    ],
)
def test_years_days_ranks_and_names_are_not_found(text: str) -> None:
    assert [text[f.start : f.end] for f in find(text)] == []


def test_find_gives_spans_with_hedge_and_noun() -> None:
    text = "At least 12 civilians, among them seven children, died; 20-30 fighters fled 15 km."
    assert [(text[f.start : f.end], f.head) for f in find(text)] == [
        ("At least 12 civilians", "civilians"),
        ("seven children", "children"),
        ("20-30 fighters", "fighters"),
        ("15 km", "km"),
    ]


def test_time_grows_with_the_length_alone() -> None:
    started = time.process_time()
    find("1-2 to 3 and " * 20_000 + "tens of " * 20_000)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("phrase", ["Ada Lorn, 32", "FORMER MAYOR PABLO LORN GOMEZ, 45", "aged 77", "about 1970"])
def test_ages_and_years_are_no_figures(phrase):
    assert parse(phrase) is None


def test_a_round_number_after_about_is_one():
    assert parse("about 2000").best == 2000
    assert parse("Lisk, 32 people").best == 32


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Twenty-three civilians including nine children", 23, 23),
        ("At least thirty-five people", 35, None),
        ("fifty-two", 52, 52),
        ("one hundred and twenty-five people", 125, 125),
        ("twenty-five to thirty people", 25, 30),
        ("two-three people", 2, 3),
    ],
)
def test_a_hyphen_joins_tens_and_units(text: str, low: int, high: int | None) -> None:
    found = parse(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "phrase",
    ["the wounded", "some of the displaced", "most of the dead", "two thirds of the city", "nine-tenths of the town"],
)  # fmt: skip
def test_shares_and_those_of_whom_nobody_says_how_many_are_no_figure(phrase: str) -> None:
    assert parse(phrase) is None


@pytest.mark.parametrize(("phrase", "count"), [("a wounded man", 1), ("one of the dead", 1), ("a doctor", 1)])
def test_one(phrase: str, count: int) -> None:
    found = parse(phrase)
    assert found is not None
    assert (found.low, found.best, found.high) == (count, count, count)


@pytest.mark.parametrize(
    ("phrase", "low", "best", "high"),
    [
        ("12 fighters and four civilians", 16, 16, 16),
        ("three families, 14 people in all", 14, 14, 14),
        ("twenty-one soldiers, a colonel and two captains among them", 21, 21, 21),
        ("12 fighters, two commanders included", 12, 12, 12),
        ("all but two of the 14 passengers", 12, 12, 12),
        ("all but one of the 30 villagers", 29, 29, 29),
        ("two women and a child", 3, 3, 3),
        ("41 soldiers, 20 rebels and 3 civilians", 64, 64, 64),
        ("three women, two children and an elderly man", 6, 6, 6),
        ("a mother and four children", 5, 5, 5),
        ("a couple and their three children", 5, 5, 5),
        ("the bride's father and brother", 2, 2, 2),
        ("a father and his son, 12", 2, 2, 2),
        ("a teacher of 34", 1, 1, 1),
        ("a mother of six", 1, 1, 1),
        ("a family of five", 5, 5, 5),
        ("the death of 12", 12, 12, 12),
        ("one woman and four others", 5, 5, 5),
        ("at least one child and two women", 3, 3, None),
        ("more than 20 soldiers and about 10 rebels", None, 30, None),
    ],
)
def test_people_of_several_sorts_add_up(phrase: str, low: int, best: int, high: int | None) -> None:
    found = parse(phrase)
    assert found is not None
    assert (found.low, found.best, found.high) == (low, best, high)


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("three people, two men and a woman", 3),
        ("37 civilians, including 9 children and 4 women", 37),
        ("nine civilians, four of them children and two women", 9),
        ("12 fighters and civilians", 12),
        ("10 people and dozens of sheep", 10),
        ("two hundred and five people", 205),
        ("the mayor, a former rebel", 1),
        ("a teacher and activist", 1),
    ],
)
def test_whoever_is_counted_already_adds_nothing(phrase: str, count: int) -> None:
    found = parse(phrase)
    assert found is not None
    assert found.best == count


@pytest.mark.parametrize(
    ("phrase", "count"),
    [("more than a quarter of a million people", 250_000), ("half a million people", 500_000),
     ("half-a-million lives", 500_000), ("three quarters of a million", 750_000), ("half a dozen people", 6)],
)  # fmt: skip
def test_shares_of_a_million(phrase: str, count: int) -> None:
    found = parse(phrase)
    assert found is not None
    assert found.best == count


@pytest.mark.parametrize("phrase", ["a heavy civilian death toll", "the death toll", "a quarter of the city"])
def test_a_toll_alone_and_a_share_are_no_figure(phrase: str) -> None:
    assert parse(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("a 7 yr old boy", 1, 1),
        ("a 12-yr-old", 1, 1),
        ("a 30 y/o shepherd and two policemen", 3, 3),
        ("seven bandits and a ranger", 8, 8),
        ("40 Ukrainians and 12 Afghans", 52, 52),
        ("15+ gunmen", 15, None),
    ],
)
def test_people_of_further_sorts_and_their_ages(phrase: str, low: int, high: int | None) -> None:
    found = parse(phrase)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("phrase", "bounds"),
    [
        ("half of the 900 people", (450, 450, 450)),
        ("Half the 600 houses", (300, 300, 300)),
        ("about a third of the 3,000", (None, 1000, None)),
        ("More than half of the 900 people", (450, 450, None)),
        ("60 per cent of the 900 detainees", (540, 540, 540)),
        ("three-quarters of its 40 fighters", (30, 30, 30)),
        ("45 of the 60 hostages", (45, 45, 45)),
        ("Nearly two in three of the 90,000 residents", (None, 60000, 60000)),
        ("Up to 80 per cent of Fizuli's 130,000 inhabitants", (None, None, 104000)),
        ("one of the eleven men", (1, 1, 1)),
    ],
)
def test_a_share_of_a_number_is_a_number(phrase, bounds):
    found = parse(phrase)
    assert (found.low, found.best, found.high) == bounds


def test_a_share_of_no_number_is_none():
    assert parse("all but 90") is None
    assert parse("half of the villagers") is None
    assert parse("two thirds of the city") is None


@pytest.mark.parametrize(("phrase", "best"), [("1 500 IDPs", 1500), ("23 500", 23500), ("3 120 mm mortars", 3)])
def test_groups_of_three_figures_apart_are_one_number(phrase, best):
    assert parse(phrase).best == best


def test_more_people_are_people():
    assert parse("One serviceman").best == 1
    assert parse("70 patients and 12 of our staff").best == 82
    assert parse("the staff") is None
    assert parse("the mayor of Lisk, his wife and two guards").best == 4
    assert parse("the mayor of Lisk") is None
