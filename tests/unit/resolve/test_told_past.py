"""States that their own words tell to be over, and those that last."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import read_times
from situate.resolve.when.told_past import told_as_past
from situate.resolve.when.undated import ClaimTime

FRIDAY = "2018-03-30"
LASTS = Interval(latest="open")


def claim(text: str, words: str, kind: str, **given: Any) -> ClaimTime:
    start = text.index(words)
    return ClaimTime(
        type=kind, kind="state", trigger=Span(start, start + len(words)), sentence=Span(0, len(text)), **given
    )


def past(text: str, words: str, kind: str, found: Interval = LASTS, **given: Any) -> Interval | None:
    told = told_as_past([claim(text, words, kind, **given)], {0: found}, read_times(text, FRIDAY))
    return told.get(0)


@pytest.mark.parametrize(
    ("text", "words", "kind", "tense"),
    [
        ("The town of Varn, once a government stronghold, was captured.", "stronghold", "control", "past"),
        ("Varn, once the de facto capital of the group, is quiet.", "de facto capital", "control", "present"),
        ("They were expelled from quarters they once held.", "held", "control", "past"),
        ("The town, formerly held by the group, is quiet.", "held", "control", "past"),
        ("The group used to control most of the valley.", "control", "control", None),
        ("The erstwhile rebel enclave of Varn is empty.", "enclave", "control", None),
        ("Lisk is close to Varn, a former centre of gravity of the group.", "centre", "control", "present"),
        ("The fall of Varn, the headquarters of the group, ended it.", "headquarters", "control", "past"),
        ("The army drove the group out of its last stronghold.", "stronghold", "control", "past"),
        ("At its peak the group controlled Varn and Lisk.", "controlled", "control", "past"),
        ("She was a child when the city of Varn was besieged.", "besieged", "besiege", "past"),
        ("He survived the siege of Varn and fled.", "siege", "besiege", "past"),
        ("Survivors of the three-year siege of Varn met.", "siege", "besiege", None),
        ("The rebels left Varn after relentless bombing and a tough siege.", "siege", "besiege", None),
        ("After a nearly three-week siege rebels took Varn.", "siege", "besiege", None),
        ("It could be more brutal than the terrible siege of Varn.", "siege", "besiege", None),
        ("She compared it to the siege of Varn.", "siege", "besiege", None),
        ("The battle is reminiscent of the four-year siege of Varn.", "siege", "besiege", None),
    ],
)
def test_what_is_over_has_no_time(text: str, words: str, kind: str, tense: Any) -> None:
    assert past(text, words, kind, tense=tense) == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "words", "kind", "tense"),
    [
        ("The rebels hold Varn, a stronghold of theirs.", "stronghold", "control", "present"),
        ("The army besieged Varn after rebels took the road.", "besieged", "besiege", "past"),
        ("The town suffers after years of siege.", "siege", "besiege", "present"),
        ("No less than six towns are besieged near Varn.", "besieged", "besiege", "present"),
        ("More than 100 have died since the siege of Varn began.", "siege", "besiege", "past"),
        ("The former affiliate controls Varn.", "controls", "control", "present"),
        ("The group was pushed further from its stronghold of Varn.", "stronghold", "control", "past"),
        ("The army vowed the capture of Varn and of the group's stronghold.", "stronghold", "control", "past"),
        ("Once more the army besieges Varn.", "besieges", "besiege", "present"),
        ("At once the army besieged Varn.", "besieged", "besiege", "past"),
        ("Ten died when the besieged town was shelled.", "besieged", "besiege", "past"),
        ("The siege began after rebels laid siege to Varn.", "siege to", "besiege", "past"),
    ],
)
def test_what_lasts_keeps_its_time(text: str, words: str, kind: str, tense: Any) -> None:
    assert past(text, words, kind, tense=tense) is None


def test_a_siege_of_known_length_lasted_until_the_town_was_taken() -> None:
    text = "The army took the town of Varn on Friday after a two-month siege."
    taking = claim(text, "took", "capture")
    day = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="relative")
    since = Interval(earliest="2018-01", latest="open", precision="month", basis="relative")
    told = told_as_past([taking, claim(text, "siege", "besiege")], {0: day, 1: since}, read_times(text, FRIDAY))
    assert (told[1].earliest, told[1].latest) == ("2018-01", FRIDAY)


def test_only_what_is_actual_and_lasts_is_put_right() -> None:
    text = "The town of Varn, once a government stronghold, was captured."
    dated = Interval(earliest="2014", latest="2015", precision="year", basis="stated")
    assert past(text, "stronghold", "control", dated) is None
    assert past(text, "stronghold", "control", modality="possible") is None
    assert past(text, "captured", "capture") is None


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The army held Varn until rebels took it on Friday.", FRIDAY),
        ("Varn was under the army until rebels took the town on Friday.", FRIDAY),
        ("Varn is under the army until rebels took the town on Friday.", "open"),
    ],
)
def test_what_was_so_until_it_was_taken_was_so_up_to_then(text: str, latest: str) -> None:
    day = Interval(earliest=FRIDAY, latest=FRIDAY, precision="day", basis="relative")
    claims = [claim(text, "held" if "held" in text else "under", "control"), claim(text, "took", "capture")]
    told = told_as_past(claims, {0: Interval(latest="open"), 1: day}, read_times(text, FRIDAY))
    assert told.get(0, Interval(latest="open")).latest == latest


@pytest.mark.parametrize(("day", "moved"), [("2018-03-29", True), ("2018-03-24", False), ("2018-03-25", False)])
def test_what_was_so_until_it_was_taken_has_no_later_day(day: str, *, moved: bool) -> None:
    text = "The army held Varn until rebels took it on Sunday."
    sunday = Interval(earliest="2018-03-25", latest="2018-03-25", precision="day", basis="relative")
    other = Interval(earliest=day, latest=day, precision="day", basis="relative")
    claims = [claim(text, "held", "control"), claim(text, "took", "capture")]
    told = told_as_past(claims, {0: other, 1: sunday}, read_times(text, FRIDAY))
    assert told == ({0: Interval(latest="2018-03-25", precision="day", basis="relative")} if moved else {})
