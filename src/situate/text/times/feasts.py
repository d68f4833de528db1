"""Feasts and fasts by name, in the Gregorian calendar.

Islamic dates follow the tabular calendar (eleven leap years in thirty, epoch 16 July 622 Julian); the month that is
announced after a sighting of the moon may begin a day earlier or later, so their bounds are widened by that day.
Civil holidays are those of the United States. Easter follows the Gregorian computus in its anonymous form of 1876.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

_ISLAMIC_EPOCH = 227015  # proleptic Gregorian ordinal of 1 Muharram of the year 1
Bounds = tuple[dt.date, dt.date]


def _islamic(year: int, month: int, day: int) -> dt.date:
    days = day - 1 + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return dt.date.fromordinal(_ISLAMIC_EPOCH + days)


def _islamic_in(year: int, month: int, day: int, length: int) -> list[Bounds]:
    """The dates on which a feast of ``length`` days begins in a Gregorian year (none, one or two), a day wider."""
    found = []
    for islamic_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        first = _islamic(islamic_year, month, day)
        if first.year == year:
            found.append((first - dt.timedelta(days=1), first + dt.timedelta(days=length)))
    return found


def _easter(year: int) -> dt.date:
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first, second … Monday (0) to Sunday (6) of a month; -1 is the last."""
    first = dt.date(year, month, 1)
    found = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (max(number, 1) - 1))
    last = found + dt.timedelta(weeks=(calendar.monthrange(year, month)[1] - found.day) // 7)
    return last if number < 0 else found


def _thanksgiving(year: int) -> dt.date:
    return nth_weekday(year, 11, 3, 4)


def _one(day: Callable[[int], dt.date], length: int = 1) -> Callable[[int], list[Bounds]]:
    return lambda year: [(day(year), day(year) + dt.timedelta(days=length - 1))]


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], list[Bounds]]:
    return _one(lambda year: dt.date(year, month, day), length)


def _moon(month: int, day: int, length: int) -> Callable[[int], list[Bounds]]:
    return lambda year: _islamic_in(year, month, day, length)


_FEASTS: dict[str, Callable[[int], list[Bounds]]] = {
    "ramadan": _moon(9, 1, 30),
    "ramadhan": _moon(9, 1, 30),
    "eid fitr": _moon(10, 1, 3),
    "eid adha": _moon(12, 10, 4),
    "eid azha": _moon(12, 10, 4),
    "ashura": _moon(1, 10, 1),
    "muharram": _moon(1, 1, 30),
    "arbaeen": _moon(2, 20, 1),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "easter": _one(_easter),
    "easter sunday": _one(_easter),
    "easter monday": _one(lambda year: _easter(year) + dt.timedelta(days=1)),
    "good friday": _one(lambda year: _easter(year) - dt.timedelta(days=2)),
    "ash wednesday": _one(lambda year: _easter(year) - dt.timedelta(days=46)),
    "holy thursday": _one(lambda year: _easter(year) - dt.timedelta(days=3)),
    "maundy thursday": _one(lambda year: _easter(year) - dt.timedelta(days=3)),
    "holy saturday": _one(lambda year: _easter(year) - dt.timedelta(days=1)),
    "palm sunday": _one(lambda year: _easter(year) - dt.timedelta(days=7)),
    "halloween": _fixed(10, 31),
    "st patrick day": _fixed(3, 17),
    "valentine day": _fixed(2, 14),
    "st valentine day": _fixed(2, 14),
    "boxing day": _fixed(12, 26),
    "veterans day": _fixed(11, 11),
    "presidents day": _one(lambda year: nth_weekday(year, 2, 0, 3)),
    "mother day": _one(lambda year: nth_weekday(year, 5, 6, 2)),
    "father day": _one(lambda year: nth_weekday(year, 6, 6, 3)),
    "labor day": _one(lambda year: nth_weekday(year, 9, 0, 1)),
    "columbus day": _one(lambda year: nth_weekday(year, 10, 0, 2)),
    "memorial day": _one(lambda year: nth_weekday(year, 6, 0, 1) - dt.timedelta(days=7)),
    "thanksgiving": _one(_thanksgiving),
    "thanksgiving day": _one(_thanksgiving),
    "new year": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new year eve": _fixed(12, 31),
    "may day": _fixed(5, 1),
    "nowruz": _fixed(3, 20, 2),
    "newroz": _fixed(3, 20, 2),
}


def feast_days(name: str, year: int) -> list[Bounds]:
    """First and last possible day of each feast of that name which begins in a Gregorian year.

    Empty for a name without known dates ("eid" alone may be either feast); an Islamic feast may come twice in a year.
    """
    rule = _FEASTS.get(name)
    return rule(year) if rule else []
