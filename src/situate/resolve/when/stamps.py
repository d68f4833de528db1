"""Messages of several days in one text, each under a stamp that opens its line: "[20.07.2031 07:55] A convoy is to …".

Or under its date alone on a line, as a diary has it. What a message tells without a time of its own is news of its day,
and "today" in it is that day. Entries of a timeline have a title behind their date ("19 May 2031: The mill is taken").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.interval import DAY
from situate.model.span import Span
from situate.text.times import reading as time_reading
from situate.text.times.expressions import Timex
from situate.text.times.meaning import Calendar, Resolved

Read = tuple[Timex, Resolved]
_CLOCK = re.compile(r"[ ,T]{1,2}(?:at )?\d{1,2}[:.]\d{2}\b|[\]:,.]?[ \t]*(?:\n|$)")
_TITLE = re.compile(r"[ \t]?[:–—|][ \t]")
_LEAST = 25  # letters of a message with its stamp; what is shorter is a head with two dates


def stamps_of(text: str, read: Sequence[Read]) -> list[tuple[int, str]]:
    """Where each message of a text begins, and its day; none where all are of one day.

    ``read`` are the expressions of the text, in order.
    """
    return _in_a_row([(t.start, day) for t, r in read if (day := _opening(t, r, text, _CLOCK)) is not None])


def titles_of(text: str, read: Sequence[Read]) -> list[tuple[int, str]]:
    """Where each entry of a timeline begins whose title its date opens, and its day, as ``stamps_of``."""
    return _in_a_row([(t.start, day) for t, r in read if (day := _opening(t, r, text, _TITLE)) is not None])


def opens_an_entry(text: str, day: Span, published: str | None) -> bool:
    """Whether what looks like the dateline of a text is the date of the first entry of a timeline."""
    if _TITLE.match(text, day.end) is None:
        return False
    return day.start in {start for start, _ in titles_of(text, time_reading.read(text, published))}


def _in_a_row(stamps: list[tuple[int, str]]) -> list[tuple[int, str]]:
    days = [day for _, day in stamps]
    apart = all(after - before >= _LEAST for (before, _), (after, _) in pairwise(stamps))
    return stamps if apart and len(set(days)) > 1 and sorted(days) in (days, days[::-1]) else []


def _opening(timex: Timex, resolved: Resolved, text: str, behind: re.Pattern[str]) -> str | None:
    """The day of an expression that opens its line, is a day with its year and has such behind it; else ``None``."""
    first, last = resolved.earliest or "", resolved.latest or ""
    dated = isinstance(timex.meaning, Calendar) and timex.meaning.year is not None
    opens = timex.start == 0 or text[timex.start - 1] == "\n" or text[max(timex.start - 2, 0) : timex.start] == "\n["
    if not (dated and (opens or text[: timex.start] == "[")) or len(first) < DAY or first[:DAY] != last[:DAY]:
        return None
    timed = len(first) > DAY and behind is _CLOCK
    return first[:DAY] if timed or behind.match(text, timex.end) else None


def read_by(stamps: Sequence[tuple[int, str]], text: str, read: Sequence[Read]) -> list[Read]:
    """The expressions of a text in order, each message read against its day and by itself."""
    told = list(read)
    ends = [*(start for start, _ in stamps[1:]), len(text)][: len(stamps)]
    for (start, day), end in zip(stamps, ends, strict=True):
        begin = max([t.end for t, _ in read if t.start == start])
        clock = _CLOCK.match(text, begin)
        begin = clock.end() if clock else begin
        told = [one for one in told if one[0].end <= begin or one[0].start >= end]
        told += [
            (replace(timex, start=timex.start + begin, end=timex.end + begin), resolved)
            for timex, resolved in time_reading.read(text[begin:end], day)
        ]
    return sorted(told, key=lambda one: one[0].start)
