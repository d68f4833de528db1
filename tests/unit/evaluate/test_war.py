"""The wars that figures are measured on: the same again, offsets that hold, a truth that hangs together."""

import datetime as dt
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[3] / "benchmarks"))

from war.made import made
from war.wording import BESIDE, ago, ordinal, sentence, spelled, the_clock

WARS = [
    "lisk", "orvel", "marn", "keth", "ulven", "davik", "neshra", "tarsin", "ombrel", "corrin", "hesk", "quell", "sarn",
    "dunmar", "ilvane", "ostrev", "tolmar",
]  # fmt: skip


@pytest.mark.parametrize("name", WARS)
def test_the_same_war_is_told_in_the_same_words(name):
    once, again = made(name, 60), made(name, 60)
    assert [r.passage.text for r in once.reports] == [r.passage.text for r in again.reports]
    assert len({r.id for r in once.reports}) == len(once.reports) == 60
    assert [r.passage.text for r in made(name, 60, seed=5).reports] != [r.passage.text for r in once.reports]


@pytest.mark.parametrize("name", WARS)
def test_every_mention_stands_where_it_is_said_to_and_tells_what_happened(name):
    world = made(name, 200)
    known = {h.id for h in [*world.history.happenings, *world.false]}
    for report in world.reports:
        text = report.passage.text
        assert not set("{}[]") & set(text)
        for mention in report.passage.mentions:
            words = text[mention.start : mention.end]
            assert words
            assert words == words.strip()
            beside = mention.type == BESIDE and not mention.event
            assert beside or mention.event.partition("/")[0] in known or ":" in mention.event
    assert {r.family for r in world.reports} < {r.id for r in world.reports}


def test_two_values_of_one_place_never_hold_on_one_day():
    states = made("lisk", 200).history.states
    for one in states:
        for other in states:
            if one is not other and (one.place, one.dimension) == (other.place, other.dimension):
                assert not (one.start and other.holds(one.start))


def test_a_marked_word_keeps_its_place_when_the_words_before_it_are_filled_in():
    found = sentence("{A} [took|capture] {p}.", {"A": "the army", "p": "Lisk"}, {"": "h1"})
    (mention,) = found.mentions
    assert (found.text, found.text[mention.start : mention.end]) == ("The army took Lisk.", "took")


def test_what_begins_a_sentence_has_a_capital():
    assert sentence("It fell. {B} fled to {p}.", {"B": "the army", "p": "the hills"}, {}).text == (
        "It fell. The army fled to the hills."
    )


def test_words_beside_a_happening_are_marked_and_tell_none():
    found = sentence("A shell [damaged|-] {x}.", {"x": "a mill"}, {})
    assert [(m.type, m.event) for m in found.mentions] == [(BESIDE, "")]
    assert found.text == "A shell damaged a mill."


@pytest.mark.parametrize(
    ("number", "words"), [(4, "four"), (14, "fourteen"), (40, "forty"), (99, "ninety-nine"), (100, "100")]
)
def test_numbers_are_spelled(number, words):
    assert spelled(number) == words


def test_posts_begin_with_the_time_and_the_day_where_it_is_another():
    day = dt.date(2034, 5, 1)
    same, next_day, later = (the_clock(day, day + dt.timedelta(days=n), "h1") for n in (0, 1, 3))
    assert next_day == f"Yesterday, {same}:"
    assert later == f"1 May, {same}:"
    assert 18 <= int(the_clock(day, day, "h1", hour="evening").partition(":")[0]) <= 21


@pytest.mark.parametrize(
    ("days", "hour", "words"),
    [
        (0, "", "today"),
        (1, "morning", "yesterday morning"),
        (2, "", "the day before yesterday"),
        (4, "evening", "four days ago in the evening"),
        (12, "", "on the 1st of May"),
        (-3, "", "on the 1st of May"),
    ],
)
def test_days_are_told_by_their_distance(days, hour, words):
    day = dt.date(2034, 5, 1)
    assert ago(day, day + dt.timedelta(days=days), hour=hour) == words
    assert ordinal(dt.date(2034, 5, 12), dt.date(2035, 1, 1)) == "the 12th of May 2034"
