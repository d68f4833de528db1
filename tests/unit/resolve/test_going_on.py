"""What began on a date and is told to go on."""

from __future__ import annotations

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.going_on import going_on
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime

MAY = Interval(earliest="2022-05", latest="2022-05", precision="month", basis="stated")


def lasts(text: str, words: str, kind: str) -> bool:
    start = text.index(words)
    claim = ClaimTime(
        type=kind, kind="happening", trigger=Span(start, start + len(words)), sentence=Span(0, len(text)), tense="past"
    )
    found = going_on([claim], {0: MAY}, read_times(text, "2023-05-17"))
    assert not found or (found[0].earliest, found[0].latest) == ("2022-05", OPEN)
    return bool(found)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Clashes between two clans, which began in May 2022, have killed 70 people.", "Clashes", "clash"),
        ("The siege of Varn, which began in May 2022, continues.", "siege", "besiege"),
        ("A blockade that rebels imposed in May 2022 has left people hungry.", "blockade", "besiege"),
        ("The truce in Varn, which took effect in May 2022, has largely held.", "truce", "ceasefire"),
        ("The insurgency in Varn began in May 2022 and has driven out thousands.", "insurgency", "clash"),
        ("A hundred men have been killed in fighting that began in May 2022.", "fighting", "clash"),
    ],
)
def test_what_has_gone_on_since_it_began_lasts(text: str, words: str, kind: str) -> None:
    assert lasts(text, words, kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Clashes that began in May 2022 killed 70 people.", "Clashes", "clash"),
        ("The siege of Varn, which began in May 2022, has since ended.", "siege", "besiege"),
        ("Fighting, which erupted in May 2022, continued until June.", "Fighting", "clash"),
        ("Two men were killed in fighting that began in May 2022.", "fighting", "clash"),
        ("Fighting began in May 2022, police said.", "Fighting", "clash"),
        ("The raid, which began in May 2022, has shocked the town.", "raid", "assault"),
    ],
)
def test_what_is_not_told_to_go_on_has_its_date(text: str, words: str, kind: str) -> None:
    assert not lasts(text, words, kind)


SINCE = Interval(earliest="2023-05-13", latest="2023-05-17", precision="day", basis="relative")


def open_since(text: str, words: str, kind: str) -> bool:
    start = text.index(words)
    claim = ClaimTime(type=kind, kind="happening", trigger=Span(start, start + len(words)), sentence=Span(0, len(text)))
    found = going_on([claim], {0: SINCE}, read_times(text, "2023-05-17"))
    assert not found or (found[0].earliest, found[0].latest) == ("2023-05-13", OPEN)
    return bool(found)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Rebels have been shelling Varn since 13 May.", "shelling", "shelling"),
        ("Since Saturday, the army has been slowly pushing towards Varn.", "pushing", "advance"),
        ("Thousands have been fleeing Varn since Saturday.", "fleeing", "displace"),
        ("The army has also been arresting men in Varn since 13 May.", "arresting", "detain"),
    ],
)
def test_what_has_been_done_since_a_day_goes_on(text: str, words: str, kind: str) -> None:
    assert open_since(text, words, kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Most people have fled Varn since Saturday.", "fled", "displace"),
        ("Twelve men have been killed in Varn since Saturday.", "killed", "kill"),
        ("Rebels have shelled Varn since Saturday.", "shelled", "shelling"),
        ("Rebels had been shelling Varn since Saturday.", "shelling", "shelling"),
        ("Rebels have been shelling Varn on Saturday.", "shelling", "shelling"),
    ],
)
def test_what_has_been_done_by_the_day_of_the_report_has_an_end(text: str, words: str, kind: str) -> None:
    assert not open_since(text, words, kind)
