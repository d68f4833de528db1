"""Deeds told by how long before another they were."""

from __future__ import annotations

import pytest

from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.counted_before import counted_before
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime


def counted(text: str, *told: tuple[str, str, str]) -> list[tuple[str | None, str | None]]:
    """The bounds of each claim: its words, what it was given, its words of time; those of the given where unchanged."""
    claims, found = [], {}
    for number, (words, given, time) in enumerate(told):
        start = text.index(words)
        times = (Span(text.index(time), text.index(time) + len(time)),) if time else ()
        span = Span(start, start + len(words))
        claims.append(ClaimTime(type="kill", kind="happening", trigger=span, sentence=Span(0, len(text)), times=times))
        found[number] = Interval(earliest=given, latest=given, precision="day", basis="relative")
    changed = counted_before(claims, found, read_times(text, "2023-05-17"))
    return [((one := changed.get(n, found[n])).earliest, one.latest) for n in found]


@pytest.mark.parametrize(
    ("text", "deed", "clause", "then"),
    [
        ("Gunmen seized him two days before the army came on Monday.", ("seized", "2023-05-15", "on Monday"),
         ("came", "2023-05-15", "on Monday"), ["2023-05-13", "2023-05-15"]),
        ("He was seized on 3 May, two days before his house was burned.", ("seized", "2023-05-03", "on 3 May"),
         ("burned", "2023-05-03", ""), ["2023-05-03", "2023-05-05"]),
        ("Two days before the army came on Friday, gunmen seized him.", ("seized", "2023-05-12", "Two days"),
         ("came", "2023-05-12", "on Friday"), ["2023-05-10", "2023-05-12"]),
        ("On Sunday, a day before the army came, gunmen seized him.", ("seized", "2023-05-14", "On Sunday"),
         ("came", "2023-05-14", ""), ["2023-05-14", "2023-05-15"]),
        ("They bombed Varn hours before the army was to come on Thursday.", ("bombed", "2023-05-18", ""),
         ("come", "2023-05-18", "on Thursday"), ["2023-05-17", "2023-05-18"]),
    ],
)  # fmt: skip
def test_the_deed_or_the_clause_is_counted_from_the_other(
    text: str, deed: tuple[str, str, str], clause: tuple[str, str, str], then: list[str]
) -> None:
    assert counted(text, deed, clause) == [(day, day) for day in then]


def test_a_week_is_about_a_week() -> None:
    text = "He was seized on 1 May, a week before they burned his house."
    told = counted(text, ("seized", "2023-05-01", "on 1 May"), ("burned", "2023-05-01", ""))
    assert told[1] == ("2023-05-07", "2023-05-09")


@pytest.mark.parametrize(
    "text",
    [
        "They shelled Varn for two days before they came on Monday.",
        "They shelled Varn on Monday before they came.",
        "They shelled Varn on Saturday, two days before they came on Monday.",
        "They shelled Varn two days before Monday, and came.",
    ],
)
def test_what_is_not_counted_so_keeps_its_day(text: str) -> None:
    time = "on Saturday" if "Saturday" in text else ""
    claims = ("shelled", "2023-05-13", time), ("came", "2023-05-15", "")
    assert counted(text, *claims) == [("2023-05-13", "2023-05-13"), ("2023-05-15", "2023-05-15")]
