"""What a spell says of a day: whether it holds, and whether it is stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from situate.model.interval import first_day, last_day
from situate.model.situation import Bound, Spell


def holding(all_spells: Iterable[Spell], at: str) -> list[Spell]:
    """The spells that hold on a day: begun by then (as far as is known) and not ended before it."""
    day = first_day(at)
    return [s for s in all_spells if _begun(s, day) and not _over(s, day)]


def _begun(spell: Spell, day: dt.date) -> bool:
    start = spell.starts
    if start.earliest:
        return first_day(start.earliest) <= day
    return start.latest is None or last_day(start.latest) <= day


def _over(spell: Spell, day: dt.date) -> bool:
    if spell.ends.open:
        return False
    if end_supposed(spell) and spell.ends.earliest and last_day(spell.ends.earliest) < day:
        return True  # it is not known to have lasted any longer
    return spell.ends.latest is None or last_day(spell.ends.latest) <= day


def end_supposed(spell: Spell) -> bool:
    """Whether nobody tells when a spell ended: what tells it is of a past time, long before its reports."""
    told = bool(spell.ended_by) and set(spell.ended_by) <= set(spell.claims)
    return told and not spell.ends.open and spell.ends.earliest != spell.ends.latest


def is_stale(last_news: str | None, ends: Bound, now: str | None, stale_days: int) -> bool:
    """Whether a spell that still lasts has had no news for longer than ``stale_days`` before ``now``."""
    if not ends.open or last_news is None or now is None:
        return False
    return (first_day(now) - first_day(last_news)).days > stale_days


def turning(before: str | None, after: str | None, stale_days: int) -> tuple[str, str] | None:
    """The days (ISO) between which last news lie of spells that turn stale, or fresh again, between two days.

    ``None`` where the days are one; without a first day (``None``) from the first of the calendar on.
    """
    if before == after:
        return None
    days = sorted(day for day in (before, after) if day is not None)
    first = first_day(days[0]) - dt.timedelta(days=stale_days + 1) if len(days) > 1 else dt.date.min
    return first.isoformat(), (first_day(days[-1]) - dt.timedelta(days=stale_days)).isoformat()
