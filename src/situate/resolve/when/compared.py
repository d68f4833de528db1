"""What a happening is compared with: "the deadliest attack since 2014", "the first strike in months".

The time of the others is none of its own. It has that of what it tells again, or of what was just told of its type,
else what a claim without a time has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.interval import Interval
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found, undated
from situate.text.times.meaning import Length

_RECORD = (
    r"\b(?:first|only|worst|most|(?:dead|blood|heav|bigg|larg|fierc|strong|grav|great|sever|sharp|bitter|high|long|bold"
    r"|brazen|cost)(?:l?iest|est))\b"
)
_NEAR = 400  # letters
# No other verb stands between: "the only road has been shut since May" compares nothing.
_ON = r"(?:(?!\b(?:has|have|had|been|is|are|was|were)\b)[^.;:]){0,100}?"
# Nor where a comma ends the apposition: "the road, the only one that leads there, since May".
_SINCE = re.compile(_RECORD + _ON + r"(?<!,\s)\b(?P<led>since)\b[^.;:]{0,60}$")
_FOR = re.compile(_RECORD + _ON + r"\b(?P<led>in|for)\s(?:(?:more than|over|about|nearly|almost|several)\s)?$")


def compared(claims: Claims, retells: Sequence[int | None], found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of happenings that were given the time of what they are compared with, by number."""
    changed: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        before = retells[number]
        if before in changed and found[number] == found[before]:
            changed[number] = changed[before]
        elif claim.kind != "state" and found[number].known and _of_others(claim, found[number], report):
            again = found[before] if before is not None else _told_before(number, claims, found)
            changed[number] = again if again is not None and again.known else undated(claim, report)
    return changed


def _told_before(number: int, claims: Claims, found: Found) -> Interval | None:
    """The day of what was told shortly before and is of one type: "a bomb killed 44. It was the deadliest attack …"."""
    claim = claims[number]
    near = (n for n in range(number - 1, -1, -1) if claim.trigger.start - claims[n].trigger.start < _NEAR)
    return next((found[n] for n in near if claims[n].type == claim.type and found[n].within_a_day), None)


def _of_others(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    start, end = claim.sentence.start, claim.sentence.end
    return any(
        i.interval.earliest == interval.earliest and i.interval.earliest is not None and _is_window(claim, i, report)
        for i in report.near(start, end)
    )


def _is_window(claim: ClaimTime, item: TimeInText, report: ReportTimes) -> bool:
    if item.timex.start < claim.sentence.start:
        return False
    before = report.small[claim.sentence.start : item.timex.start]
    since = _SINCE.search(before) if "since" in before else None
    found = since or (_FOR.search(before) if isinstance(item.timex.meaning, Length) else None)
    # What stands behind "since" is what it is compared with: "the worst news since the army took the town on 5 May".
    return found is not None and claim.trigger.end <= claim.sentence.start + found.start("led")
