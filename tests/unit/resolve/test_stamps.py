"""Messages of several days in one text: each is of the day of its stamp."""

from __future__ import annotations

import pytest

from situate.resolve.when.report_times import read_times
from situate.resolve.when.stamps import titles_of

CHAT = """24.06.2031, 08:12
The army shelled Lisk. Nine were taken out yesterday.

25.06.2031, 17:05
On 23 June they left Tarn. The bridge was blown up on Monday.
"""
DIARY = "24 June 2031\nThe army shelled Lisk for hours.\n\n27 June 2031\nToday it was calm in Lisk and in Tarn."


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (CHAT, "shelled", "2031-06-24"),
        (CHAT, "blown up", "2031-06-25"),
        (DIARY, "calm", "2031-06-27"),
        ("24 June 2031\n25 June 2031\nThe army shelled Lisk for hours.", "shelled", None),  # a head with two dates
        ("24.06.2031, 08:12\nThe army shelled Lisk.\n\n24.06.2031, 19:40\nThe army left Lisk again.", "left", None),
        ("The army shelled Lisk.\n24.06.2031 is when, and\n25.06.2031 as well, they left.", "left", None),
        ("25.06.2031, 08:12\nThe army shelled Lisk.\n\n24.06.2031, 08:12\nIt left.\n\n29.06.2031, 09:00\nIt came.", "left", None),
    ],
)  # fmt: skip
def test_the_day_of_a_message(text: str, words: str, day: str | None) -> None:
    assert read_times(text, "2031-06-30").message_day(text.index(words)) == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (CHAT, "yesterday", "2031-06-23"),
        (CHAT, "On 23 June", "2031-06-23"),
        (CHAT, "Monday", "2031-06-23"),
        (DIARY, "Today", "2031-06-27"),
    ],
)
def test_a_message_counts_from_its_day(text: str, words: str, day: str) -> None:
    at = text.index(words)
    found = [i.interval for i in read_times(text, "2031-06-30").near(at + 3, at + len(words)) if i.timex.start >= at]
    assert [(i.earliest, i.latest) for i in found] == [(day, day)]


def test_messages_are_of_the_day_of_the_last() -> None:
    assert read_times(CHAT, None).reference == "2031-06-25"
    assert read_times(CHAT.replace("25.06.2031", "24.06.2031"), None).reference == "2031-06-24"


def test_other_messages_are_other_news() -> None:
    read = read_times(CHAT, "2031-06-30")
    assert read.told_anew(CHAT.index("blown up")) == CHAT.index("25.06.2031")


def test_titles_of_a_timeline_are_no_messages() -> None:
    text = "19 May 2031: The mill falls\n\nGunmen took the mill.\n\n2 June 2031: Lisk\n\nGunmen raided Lisk."
    read = read_times(text, "2031-06-30")
    assert read.message_day(text.index("took")) is None
    assert read.dateline is None
    titles = titles_of(text, [(item.timex, item.resolved) for item in read.found])
    assert titles == [(0, "2031-05-19"), (text.index("2 June"), "2031-06-02")]
