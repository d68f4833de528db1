"""Days in three numbers, 05/09/2017 or 5.9.17: which of them is the day, told by all that are written in one place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
# How the three numbers of a day can be ordered; two figures of a year are of this century.
_ORDERS = ("ymd", "dmy", "mdy")


def order_of(days: Sequence[str]) -> str | None:
    """The one order of day, month and year in which all days are days and none lies before the one above it.

    With dots between the numbers the day stands before the month.
    """
    fitting = []
    for order in _ORDERS:
        dates = [day_of(day, order) for day in dict.fromkeys(days)]
        told = [date for date in dates if date is not None]
        if len(told) == len(dates):
            fitting.append((order, dates, all(a <= b for a, b in pairwise(told))))
    if any(order == "dmy" for order, *_ in fitting) and all("." in day for day in days):
        return "dmy"  # nobody who writes the month first puts dots between them
    rising = [found for found in fitting if found[2]] or fitting
    same = all(found[1] == rising[0][1] for found in rising)  # 05/05/2025 is one day in every order
    return rising[0][0] if rising and same else None


def day_of(day: str, order: str) -> dt.date | None:
    """The day that three numbers tell in an order; ``None`` where there is no such day."""
    numbers = re.split(r"[./-]", day)
    parts = dict(zip(order, numbers, strict=True))
    if len(parts["y"]) not in {2, 4} or max(len(parts["m"]), len(parts["d"])) > 2:
        return None
    if order == "ymd" and len(parts["y"]) == 2:
        return None  # nobody writes 25/12/10 so: it is a day or a month first
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    try:
        return dt.date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None
