"""Posts that a report quotes with their signature: "… last night. — Ana Veld (@veld) December 1, 2029".

The date of a signature is that of the post. It dates none of the deeds that the post speaks of, and what the post tells
of "last night" counts from it, not from the day of the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.text.times import reading as time_reading
from situate.text.times.expressions import Timex
from situate.text.times.meaning import Calendar, Resolved

Read = tuple[Timex, Resolved]
_SIGNED = re.compile(r"[—–-]\s?[^\n()—–]{2,50}\(@\w{1,30}\)\s$")
_REACH = 90  # letters of a signature
_LONGEST = 600  # letters of a post


def counted_from_posts(read: Sequence[Read], text: str) -> list[Read]:
    """The expressions of a report in order; those of a signed post read against its day, signatures without bounds."""
    told, before = list(read), 0
    for timex, resolved in read:
        if not _signs(timex, resolved, text):
            continue
        begin = max(text.rfind("\n", 0, timex.start) + 1, before, timex.start - _LONGEST)
        posted = [
            (replace(one, start=one.start + begin, end=one.end + begin), meant)
            for one, meant in time_reading.read(text[begin : timex.start], resolved.earliest)
        ]
        told = [one for one in told if not begin <= one[0].start <= timex.start]
        told += [*posted, (timex, Resolved(value=resolved.value, reason="signature"))]
        before = timex.end
    return sorted(told, key=lambda one: one[0].start)


def _signs(timex: Timex, resolved: Resolved, text: str) -> bool:
    meaning = timex.meaning
    whole = isinstance(meaning, Calendar) and meaning.year is not None and resolved.one_day
    return whole and _SIGNED.search(text, max(0, timex.start - _REACH), timex.start) is not None
