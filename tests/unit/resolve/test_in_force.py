"""A truce that is kept or broken begins on no day that is told; one that is announced does."""

import pytest

from situate.model.interval import OPEN, Interval
from situate.model.span import Span
from situate.resolve.when.in_force import in_force
from situate.resolve.when.intervals import claim_intervals, read_times
from situate.resolve.when.undated import ClaimTime


def latest(text: str, *, times: bool = False) -> str | None:
    report = read_times(text, "2031-03-04")
    start = text.index("truce")
    given = (Span(text.index("on Monday"), text.index("on Monday") + 9),) if times else ()
    claim = ClaimTime(
        type="ceasefire", kind="state", trigger=Span(start, start + 5), sentence=report.sentences[0],
        tense="present", timing="news", times=given,
    )  # fmt: skip
    (interval,) = claim_intervals([claim], [None], report)
    return interval.latest if interval.earliest is None else interval.earliest


@pytest.mark.parametrize(
    ("text", "times", "expected"),
    [
        ("The army observes the truce.", False, OPEN),
        ("Shells fell in breach of the local truce.", False, OPEN),
        ("The sides agreed a truce.", False, "2031-03-04"),
        ("The truce in the hills exists only on paper.", False, OPEN),
        ("The truce in the hills was put to paper.", False, "2031-03-04"),
        ("The sides observe a truce on Monday.", True, "2031-03-03"),
    ],
)
def test_a_truce_that_is_kept_or_broken_is_in_force(text: str, times: bool, expected: str) -> None:
    assert latest(text, times=times) == expected


@pytest.mark.parametrize(
    ("before", "kept"), [("Rebels surrounded the fort.", "2031-03-03"), ("Rebels shelled the fort.", None)]
)
def test_a_siege_that_goes_on_began_only_on_the_day_of_a_siege(before: str, kept: str | None) -> None:
    text = f"{before} The siege of the fort drags on."
    report = read_times(text, "2031-03-04")
    days = Interval(earliest="2031-03-03", latest=OPEN, precision="day", basis="relative")
    first, second = (
        ClaimTime(type=sort, kind="state", trigger=Span(text.index(word), text.index(word) + len(word)), sentence=at)
        for sort, word, at in zip(
            ("besiege" if kept else "shelling", "besiege"), (before.split()[1], "siege"), report.sentences, strict=True
        )
    )
    found = {0: days, 1: days}
    assert (found | in_force([first, second], [None, None], found, report))[1].earliest == kept
