"""Deeds that are counted from the one before them in their sentence: "abducted near Lisk and freed a day later".

Where that one has no day of its own, neither have they: a day told further up, for something else, is no beginning.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from situate.model.interval import UNKNOWN_INTERVAL, Interval, first_day
from situate.resolve.when.counted_back import DAYS
from situate.resolve.when.relations import in_roles, reaches
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length, Shifted

_ENDS = re.compile(r"\s*(?:[.,;:!?)\"”’]|$|(?:and|but|when|while|as|because)\b)")
# "Days later", "several weeks later": nobody counts them.
_VAGUELY_LATER = re.compile(
    r"(?:just\s|only\s)?(?:(?:a\sfew|several|many|some)\s)?(?:days|weeks|months|years)\s(?:later|afterwards?|after)",
    re.IGNORECASE,
)


def told_later(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When those happenings were that a count of days or weeks sets apart from the one told right before them."""
    later: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        own = _count(claim, report) if claim.happened else None
        before = _told_before(number, own[0], claims, report) if own is not None else None
        if own is None or before is None:
            continue
        base = later.get(before, found[before])
        if base.known and base.told and not base.one_day:
            continue  # "seized the hills in March and cut the road a week later": its month says as much
        if base == own[0].interval and base.known:  # which is when it was over
            base = later[before] = UNKNOWN_INTERVAL
        later[number] = _after(base, own[1])
    return later


def some_time_later(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When those happenings were that came "days later" or "some weeks later": after the day told before, which was
    lent to them, and by the report; of no day where none is told, by their number."""
    later: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        own = (span.of(report.text) for span in claim.times)
        if not claim.happened or not any(map(_VAGUELY_LATER.fullmatch, own)):
            continue
        base, day = found[number], report.day
        if base.basis == "publication":
            later[number] = UNKNOWN_INTERVAL
        elif base.told and base.earliest == base.latest and day is not None and (base.earliest or "") < day:
            later[number] = replace(base, latest=day, basis="relative")
    return later


def _count(claim: ClaimTime, report: ReportTimes) -> tuple[TimeInText, int] | None:
    """The one time of a claim and its days, where it is "two days later" or "after two days"."""
    items = in_roles(claim, report)
    if len(items) != 1 or items[0].timex.mod is not None:
        return None
    meaning = items[0].timex.meaning
    if isinstance(meaning, Shifted) and meaning.from_text and not meaning.aligned:
        amount = meaning.amount
    elif isinstance(meaning, Length) and items[0].timex.relation == "after" and meaning.high == meaning.low:
        # "After two days of fighting" tells how long that lasted.
        amount = meaning.high if _ENDS.match(report.text, items[0].timex.end) else None
    else:
        return None
    if meaning.unit not in DAYS or amount is None or amount <= 0:
        return None
    return items[0], int(amount * DAYS[meaning.unit])


def _told_before(number: int, item: TimeInText, claims: Claims, report: ReportTimes) -> int | None:
    """The claim told last before a count in its sentence, with no time between the two but its own."""
    claim = claims[number]
    told = [
        (other.trigger.end, n)
        for n, other in enumerate(claims)
        if n != number and other.sentence == claim.sentence and other.happened
        if other.trigger.end <= min(item.timex.start, claim.trigger.start)
    ]
    if not told:
        return None
    end, last = max(told)
    own = claims[last].times
    between = [i for i in report.near(end, item.timex.start) if end <= i.timex.start < item.timex.start]
    return last if all(any(reaches(span, i, report) for span in own) for i in between) else None


def _after(base: Interval, days: int) -> Interval:
    if not (base.told and base.one_day):
        return UNKNOWN_INTERVAL
    day = (first_day(base.earliest or "") + dt.timedelta(days=days)).isoformat()
    return Interval(earliest=day, latest=day, precision="day", basis="relative")
