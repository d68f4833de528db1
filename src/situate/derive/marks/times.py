"""When what a claim tells of a place began, was seen and ended."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from situate.derive.marks.words import only_named
from situate.derive.timeline import Held, Window, held, moment, over_since, over_with_its_time
from situate.model.claim import Claim
from situate.model.interval import OPEN, last_day

_LASTING = frozenset({"control", "besiege", "deprivation", "ceasefire"})  # types whose time is that of a state
_POSSESSIVE = 3  # letters of "'s "
_LONG_AGO = ("years ago", "decades ago")
_UNTIL = ("until ", "till ", "up to ", "up until ")
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
_SHORT = 62  # days that a truce for so long lasts at most; for longer ones a report tells how long they held
_TOLD_AS_PAST = frozenset({"besiege", "ceasefire"})  # that go on unless somebody ends them: one of a past year is over


def time_told(claim: Claim, published: str | None, *, ends: bool) -> Held:
    """What a claim says of when its effect began, was seen and ended: a state lasts, a deed has its moment.

    ``ends``: the claim ends the state, at its own time; that it is not so, told without a time, by the day of its
    report. A siege or a truce that is told of a time long before its report, and not as lasting, is over: "the siege
    of the town in 2016", told in 2018, ended some day between.
    """
    day = published[:10] if published else None
    if ends:
        over = claim.polarity == "negative" and not claim.interval.known
        window = Window(latest=day) if over else moment(claim.interval)
        return Held(start=Window(), seen=window.latest, end=window)
    if claim.type in _LASTING or claim.interval.latest == OPEN:
        lasting = claim.interval.basis == "relative" and bool(claim.fillers("duration"))
        seen_then = claim.type == "control" and claim.interval.basis == "publication"  # and who knows since when
        interval = replace(claim.interval, earliest=None, latest=OPEN) if seen_then else claim.interval
        found = held(interval, published, rough=lasting)
        past = claim.type in _TOLD_AS_PAST or (claim.type == "control" and claim.interval.earliest is None)
        if claim.type == "besiege" and _told_until(claim):
            return replace(found, end=Window(earliest=interval.latest, latest=interval.latest))
        if claim.type == "ceasefire" and (until := _agreed_until(claim)) is not None:
            return replace(found, end=Window(earliest=until, latest=until))
        found = over_with_its_time(found, day) if claim.type == "besiege" and _named_by_its_time(claim) else found
        return over_since(found, day) if past else found
    window = moment(claim.interval)
    return Held(start=window, seen=window.latest or day)


def _agreed_until(claim: Claim) -> str | None:
    """The day on which a truce of so many hours or days ends that began on a day ("a 48-hour truce from Tuesday").

    Not of one that is kept so long every day, nor where only the report dates it.
    """
    interval = claim.interval
    if interval.earliest is None or interval.earliest != interval.latest or not claim.fillers("time"):
        return None
    for role in claim.fillers("duration"):
        length = role.quantity
        daily = any(word in role.evidence.quote.casefold() for word in ("daily", "a day", "per day"))
        if length is not None and length.best is not None and length.unit in _DAYS and not daily:
            days = math.ceil(length.best * _DAYS[length.unit])
            return (last_day(interval.latest) + dt.timedelta(days=days)).isoformat() if days <= _SHORT else None
    return None


def _told_until(claim: Claim) -> bool:
    """Whether a siege is told with its end and without its beginning ("besieged the districts until September")."""
    if claim.interval.earliest is not None or claim.interval.latest in {None, OPEN}:
        return False
    return any(role.evidence.quote.casefold().startswith(_UNTIL) for role in claim.fillers("time"))


def _named_by_its_time(claim: Claim) -> bool:
    """Whether a siege is told by the time that it was in: "last year's siege", "the siege of five years ago"."""
    times = claim.fillers("time")
    before = (claim.trigger.span.start - role.evidence.span.end for role in times)
    if any(1 <= letters <= _POSSESSIVE for letters in before):
        return True
    return only_named(claim) and any(role.evidence.quote.casefold().endswith(_LONG_AGO) for role in times)
