"""Fights of which a report tells the beginning or the length once, named again, and the harm that they did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.one_fight import of_one_fight
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
NEWS = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="publication")
OVER = Interval(earliest="2018-01-21", latest="2018-03-21", precision="day", basis="relative")
Bounds = tuple[str | None, str | None]


def claim(text: str, trigger: str, sort: str, **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(s for s in read_times(text, FRIDAY).sentences if s.start <= start < s.end)
    at = Span(start, start + len(trigger))
    return ClaimTime(**{"type": sort, "kind": "event", "trigger": at, "sentence": sentence} | given)


def stretches(text: str, *claims: ClaimTime, ended: bool = False, day: str = FRIDAY) -> dict[int, Bounds]:
    """The bounds that claims get by number; ``ended``: the first is a fight that is told as over."""
    found = dict.fromkeys(range(len(claims)), NEWS)
    over = {0: OVER} if ended else {}
    now = of_one_fight(claims, found | over, over, read_times(text, day))
    return {n: (one.earliest, one.latest) for n, one in now.items()}


BEGUN = (
    "Fighting, which erupted near Varn on 19 March, goes on. The marines lost forty men in the battle. Shops are shut."
)


def test_a_fight_that_is_named_again_has_gone_on_since_it_began() -> None:
    battle = claim(BEGUN, "battle", "clash", timing="dated")
    assert stretches(BEGUN, battle) == {0: ("2018-03-19", FRIDAY)}
    assert stretches(BEGUN, battle, day="2018-03-19") == {}


@pytest.mark.parametrize(
    "given", [{"timing": "news"}, {"modality": "planned"}, {"type": "kill"}, {"times": (Span(0, 8),)}]
)
def test_what_is_not_read_as_dated_or_has_its_own_time_is_left(given: dict[str, Any]) -> None:
    assert stretches(BEGUN, claim(BEGUN, "battle", "clash", **{"timing": "dated"} | given)) == {}


def test_of_two_beginnings_neither_is_meant() -> None:
    text = BEGUN.replace("Shops are shut.", "The assault on Horvat began on 2 March.")
    assert stretches(text, claim(text, "battle", "clash", timing="dated")) == {}


def test_to_battle_somebody_is_no_name_of_a_fight() -> None:
    text = BEGUN.replace("in the battle", "sent to battle them")
    assert stretches(text, claim(text, "battle", "clash", timing="dated")) == {}


def test_what_a_fight_has_done_took_as_long() -> None:
    text = BEGUN.replace("The marines lost forty men in the battle", "Fights in the hills have driven out thousands")
    both = claim(text, "Fights", "clash"), claim(text, "driven out", "displace")
    assert stretches(text, *both) == dict.fromkeys((0, 1), ("2018-03-19", FRIDAY))
    text = text.replace("have driven", "in which many were driven")
    assert stretches(text, claim(text, "Fights", "clash"), claim(text, "driven out", "displace")) == {}


def test_a_fight_that_is_told_as_over_was_over_wherever_it_is_named() -> None:
    text = (
        "They took Varn after a two-month battle. The assault on it cost lives. The battle for it displaced thousands."
    )
    told, again = claim(text, "battle", "clash"), claim(text, "assault", "assault")
    fight, harm = claim(text, "battle for", "clash"), claim(text, "displaced", "displace")
    fight = replace(fight, trigger=Span(fight.trigger.start, fight.trigger.start + len("battle")))
    stretch = ("2018-01-21", "2018-03-21")
    assert stretches(text, told, again, fight, harm, ended=True) == dict.fromkeys((1, 2, 3), stretch)
    assert stretches(text, told, again, ended=True, day="2018") == {}
    assert stretches(text, replace(told, type="besiege"), again, ended=True) == {}


def test_no_time_is_taken_from_what_has_one() -> None:
    found = {0: UNKNOWN_INTERVAL, 1: OVER}
    battle = claim(BEGUN, "battle", "clash", timing="dated")
    now = of_one_fight([battle, battle], found, {}, read_times(BEGUN, FRIDAY))
    assert list(now) == [0]
