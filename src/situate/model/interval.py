"""When something was true: two partial dates, and what they rest on.

A partial date is an ISO 8601 prefix with only the precision known: ``2017``, ``2017-08``, ``2017-09-05``
(or with a time: ``2017-09-05T14:30``). ``"open"`` = it still held when it was reported; ``None`` = unknown.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Basis = Literal["stated", "relative", "publication", "none"]
TimePrecision = Literal["minute", "part_of_day", "day", "week", "month", "season", "year", "none"]

OPEN = "open"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")


@lru_cache(maxsize=65536)
def is_partial_date(value: str) -> bool:
    """Whether ``value`` is an ISO date with a known precision and is in the calendar."""
    match = _PARTIAL.fullmatch(value)
    if not match:
        return False
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    if year is None or year < 1 or (month is not None and not 1 <= month <= 12):
        return False
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return False
    return (hour is None or hour <= 23) and (minute is None or minute <= 59)


@lru_cache(maxsize=65536)
def first_day(value: str) -> dt.date:
    """The first day that a partial date can mean."""
    year, month, day = [*map(int, value[:10].split("-")), 1, 1][:3]
    return dt.date(year, month, day)


@lru_cache(maxsize=65536)
def last_day(value: str) -> dt.date:
    """The last day that a partial date can mean."""
    parts = list(map(int, value[:10].split("-")))
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


YEAR, MONTH, DAY = len("2017"), len("2017-09"), len("2017-09-05")  # of partial dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """``earliest``/``latest`` bound the time; equal partial dates mean "some time within it"."""

    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision = "none"
    basis: Basis = "none"

    def __post_init__(self) -> None:
        if self.earliest is not None and not is_partial_date(self.earliest):
            raise ValueError(f"not a partial date: {self.earliest!r}")
        if self.latest is not None and self.latest != OPEN and not is_partial_date(self.latest):
            raise ValueError(f"not a partial date: {self.latest!r}")

    @property
    def known(self) -> bool:
        """Whether at least one bound is a date."""
        return self.earliest is not None or self.latest not in (None, OPEN)

    @property
    def undated(self) -> bool:
        """Whether neither words nor a report give it a day: all that can be known is by when it was over."""
        return self.earliest is None and self.latest != OPEN and self.basis == "none"

    @property
    def within_a_day(self) -> bool:
        """Whether it is one day, or one time of a day."""
        return self.earliest == self.latest and len(self.earliest or "") >= DAY

    @property
    def one_day(self) -> bool:
        """Whether it is one day, and no time of it."""
        return self.earliest == self.latest and len(self.earliest or "") == DAY

    @property
    def told(self) -> bool:
        """Whether words tell it, its own or those beside it, and not the day of publication alone."""
        return self.basis in {"stated", "relative"}

    @property
    def first(self) -> dt.date | None:
        """The first day it can mean; ``None`` when there is no lower bound."""
        return first_day(self.earliest) if self.earliest else None

    @property
    def last(self) -> dt.date | None:
        """The last day it can mean; ``None`` when unknown or still open."""
        return last_day(self.latest) if self.latest and self.latest != OPEN else None


UNKNOWN_INTERVAL = Interval()
