"""The wars that figures are measured on: the same again, offsets that hold, a truth that hangs together."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

from war.made import made
from war.wording import sentence


@pytest.mark.parametrize("name", ["lisk", "orvel", "marn", "keth", "ulven"])
def test_the_same_war_is_told_in_the_same_words(name):
    once, again = made(name, 60), made(name, 60)
    assert [r.passage.text for r in once.reports] == [r.passage.text for r in again.reports]
    assert len({r.id for r in once.reports}) == len(once.reports) == 60
    assert [r.passage.text for r in made(name, 60, seed=5).reports] != [r.passage.text for r in once.reports]


@pytest.mark.parametrize("name", ["lisk", "orvel", "marn", "keth", "ulven"])
def test_every_mention_stands_where_it_is_said_to_and_tells_what_happened(name):
    world = made(name, 200)
    known = {h.id for h in [*world.history.happenings, *world.false]}
    for report in world.reports:
        text = report.passage.text
        assert not set("{}[]|") & set(text)
        for mention in report.passage.mentions:
            words = text[mention.start : mention.end]
            assert words
            assert words == words.strip()
            assert mention.event.partition("/")[0] in known or ":" in mention.event
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
