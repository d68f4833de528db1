"""The day where it happened, for an hour that is told by the clock of elsewhere.

"At 8:40 p.m. EDT on April 6" was the morning of the 7th where it struck; "2300 GMT on Thursday" was Friday there. A
gloss in brackets ("at 2 a.m. (2300 GMT) on Friday") and "local time" leave the day as it is told.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from situate.model.claim import PLACE_ROLES, Claim
from situate.model.interval import Interval
from situate.model.place import Place
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.zones import named, of_place

_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_LOCAL = re.compile(r"\blocal(?:ly)?\b", re.IGNORECASE)
_ZONE_BEHIND = 24  # letters after an hour in which its zone stands ("8:40 p.m. Eastern Daylight Time")
_GLOSS = re.compile(r"(?:\s*(?:[A-Z]{3,4}|[A-Z]\w+ (?:[Mm]ean )?[Tt]ime))?\s*\)")


def at_local_time(claim: Claim, report: ReportTimes) -> Claim:
    """A claim of one day that has it from an hour in a named zone, with the day that it was at its place."""
    mine, here = claim.interval, _place(claim)
    if here is None or mine.earliest is None or not mine.within_a_day:
        return claim
    for role in claim.fillers("time"):
        span = role.evidence.span
        for item in report.near(span.start, span.end):
            moment = _moment(item, report.text)
            if moment is None or moment.date().isoformat() != mine.earliest[:10]:
                continue
            zone = of_place(here, moment)
            day = moment.astimezone(zone).date().isoformat() if zone is not None else mine.earliest
            if day != mine.earliest[:10]:
                return dataclasses.replace(claim, interval=_on(mine, day))
    return claim


def _on(mine: Interval, day: str) -> Interval:
    return dataclasses.replace(mine, earliest=day, latest=day)


def _place(claim: Claim) -> Place | None:
    places = (role.place for name in ("place", "target", *sorted(PLACE_ROLES)) for role in claim.fillers(name))
    return next((place for place in places if place is not None and place.country), None)


def _moment(item: TimeInText, text: str) -> dt.datetime | None:
    """The moment of an hour with a zone; ``None`` for other expressions, and for a gloss in brackets."""
    hour = _HOUR.fullmatch(item.resolved.value)
    if hour is None:
        return None
    start, end = item.span.start, item.span.end
    words = text[start:end] + text[end : end + _ZONE_BEHIND].split("\n")[0].split("(")[0]
    gloss = text[:start].rstrip().endswith("(") and _GLOSS.match(text, end)
    zone = named(words)
    if zone is None or gloss or _LOCAL.search(words):
        return None
    return dt.datetime.fromisoformat(f"{hour[1]}T{hour[2]}:{hour[3]}").replace(tzinfo=zone)
