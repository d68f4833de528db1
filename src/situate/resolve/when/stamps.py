"""Messages of several days in one text, each under a stamp that opens its line: "[20.07.2031 07:55] A convoy is to …".

Or under its date alone on a line or before a title, as a diary or a timeline has it ("19 May 2031: The mill is taken").
What a message tells without a time of its own is news of its day, and "today" in it is that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.interval import DAY
from situate.text.times import reading as time_reading
from situate.text.times.expressions import Timex
from situate.text.times.meaning import Calendar, Resolved

Read = tuple[Timex, Resolved]
_OPENS = re.compile(r"^\[?(?=\w)", re.MULTILINE)
_BEHIND = re.compile(r"[ ,T]{1,2}(?:at )?\d{1,2}[:.]\d{2}\b|[\]:,.]?[ \t]*(?:\n|$)|[ \t]?[:–—|][ \t]")
_LEAST = 25  # letters of a message with its stamp; what is shorter is a head with two dates


def stamps_of(text: str, read: Sequence[Read]) -> list[tuple[int, str]]:
    """Where each message of a text begins, and its day; none where all are of one day.

    ``read`` are the expressions of the text, in order.
    """
    opening = {m.end() for m in _OPENS.finditer(text)}
    stamps = [(t.start, day) for t, r in read if t.start in opening and (day := _stamped(t, r, text)) is not None]
    days = [day for _, day in stamps]
    apart = all(after - before >= _LEAST for (before, _), (after, _) in pairwise(stamps))
    return stamps if apart and len(set(days)) > 1 and sorted(days) in (days, days[::-1]) else []


def _stamped(timex: Timex, resolved: Resolved, text: str) -> str | None:
    """The day of an expression that is a day with its year and a clock, or ends its line; else ``None``."""
    first, last = resolved.earliest or "", resolved.latest or ""
    dated = isinstance(timex.meaning, Calendar) and timex.meaning.year is not None
    if not dated or len(first) < DAY or first[:DAY] != last[:DAY]:
        return None
    return first[:DAY] if len(first) > DAY or _BEHIND.match(text, timex.end) else None


def read_by(stamps: Sequence[tuple[int, str]], text: str, read: Sequence[Read]) -> list[Read]:
    """The expressions of a text in order, each message read against its day and by itself."""
    told = list(read)
    ends = [*(start for start, _ in stamps[1:]), len(text)][: len(stamps)]
    for (start, day), end in zip(stamps, ends, strict=True):
        begin = max([t.end for t, _ in read if t.start == start])
        clock = _BEHIND.match(text, begin)
        begin = clock.end() if clock else begin
        told = [one for one in told if one[0].end <= begin or one[0].start >= end]
        told += [
            (replace(timex, start=timex.start + begin, end=timex.end + begin), resolved)
            for timex, resolved in time_reading.read(text[begin:end], day)
        ]
    return sorted(told, key=lambda one: one[0].start)
