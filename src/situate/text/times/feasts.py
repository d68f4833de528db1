"""Feasts and fasts by name, in the Gregorian calendar.

Islamic dates follow the tabular calendar (eleven leap years in thirty, epoch 16 July 622 Julian); the month that is
announced after a sighting of the moon may begin a day earlier or later, so their bounds are widened by that day.
Jewish dates follow the fixed calendar in the arithmetic of Dershowitz and Reingold (Calendrical Calculations, chapter
on the Hebrew calendar); a feast that begins at sunset counts from the day after. Easter follows the Gregorian computus
in its anonymous form of 1876, that of the Orthodox churches Meeus' Julian one. Civil holidays without a state's name
are those of the United States, or kept in many lands; days of a state ("Ukraine's Independence Day") need its name.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Sequence

_ISLAMIC_EPOCH = 227015  # proleptic Gregorian ordinal of 1 Muharram of the year 1
_JEWISH_EPOCH = -1373427  # that of the day before 1 Tishri of the year 1
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


def _julian(year: int, month: int, day: int) -> dt.date:
    """A day of the Julian calendar; it runs 13 days behind from 1900 to 2099."""
    return dt.date(year, month, day) + dt.timedelta(days=year // 100 - year // 400 - 2)


def _orthodox_easter(year: int) -> dt.date:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return _julian(year, month, day + 1)


def _jewish_new_year(year: int) -> int:
    """The proleptic Gregorian ordinal of the first of Tishri of a Jewish year."""
    before, this, after = (_days_until(one) for one in (year - 1, year, year + 1))
    late = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _JEWISH_EPOCH + this + late


def _days_until(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _jewish(day: Callable[[int, int], int], length: int = 1) -> Callable[[int], list[Bounds]]:
    """A feast by its distance in days from the new year in autumn, which may hang on the length of that year."""

    def found(year: int) -> list[Bounds]:
        starts = []
        for one in (year + 3760, year + 3761):
            new_year = _jewish_new_year(one)
            starts.append(dt.date.fromordinal(new_year + day(new_year, _jewish_new_year(one + 1))))
        return [(first, first + dt.timedelta(days=length - 1)) for first in starts if first.year == year]

    return found


def _hanukkah(new_year: int, next_year: int) -> int:
    """The 25th of Kislev: two months later, of which the second is long in years of 355 or 385 days."""
    return 30 + (30 if (next_year - new_year) % 10 == 5 else 29) + 24


def _before_passover(days: int) -> Callable[[int, int], int]:
    """So many days before the 15th of Nisan, which is 163 days before the next new year."""
    return lambda new_year, next_year: next_year - new_year - 163 - days


def _last_friday_of_ramadan(year: int) -> list[Bounds]:
    found = []
    for first, last in _islamic_in(year, 9, 1, 30):
        ends = (last - dt.timedelta(days=3), last - dt.timedelta(days=1))
        fridays = [end - dt.timedelta(days=(end.weekday() - 4) % 7) for end in ends]
        found += [(fridays[0], fridays[1])] if fridays[0] > first else []
    return found


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first, second … Monday (0) to Sunday (6) of a month; -1 is the last."""
    first = dt.date(year, month, 1)
    found = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (max(number, 1) - 1))
    last = found + dt.timedelta(weeks=(calendar.monthrange(year, month)[1] - found.day) // 7)
    return last if number < 0 else found


def _thanksgiving(year: int) -> dt.date:
    return nth_weekday(year, 11, 3, 4)


def _after(easter: Callable[[int], dt.date], days: int) -> Callable[[int], list[Bounds]]:
    return _one(lambda year: easter(year) + dt.timedelta(days=days))


def _one(day: Callable[[int], dt.date], length: int = 1) -> Callable[[int], list[Bounds]]:
    return lambda year: [(day(year), day(year) + dt.timedelta(days=length - 1))]


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], list[Bounds]]:
    return _one(lambda year: dt.date(year, month, day), length)


def _moon(month: int, day: int, length: int) -> Callable[[int], list[Bounds]]:
    return lambda year: _islamic_in(year, month, day, length)


# Days after Easter Sunday.
_BY_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "ash wednesday": -46, "holy thursday": -3,
    "maundy thursday": -3, "holy saturday": -1, "palm sunday": -7, "ascension day": 39, "pentecost": 49,
    "pentecost sunday": 49,
}  # fmt: skip
# Those of the Islamic calendar: month, day, and how many days.
_BY_MOON = {
    "ramadan": (9, 1, 30), "eid fitr": (10, 1, 3), "eid adha": (12, 10, 4), "ashura": (1, 10, 1),
    "muharram": (1, 1, 30), "arbaeen": (2, 20, 1), "islamic new year": (1, 1, 1), "mawlid": (3, 12, 1),
    "laylat qadr": (9, 27, 1),
}  # fmt: skip
_FEASTS: dict[str, Callable[[int], list[Bounds]]] = {
    **{name: _moon(*day) for name, day in _BY_MOON.items()},
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    **{name: _after(_easter, days) for name, days in _BY_EASTER.items()},
    **{f"orthodox {name}": _after(_orthodox_easter, days) for name, days in _BY_EASTER.items()},
    "orthodox christmas": _one(lambda year: _julian(year - 1, 12, 25)),
    "orthodox christmas day": _one(lambda year: _julian(year - 1, 12, 25)),
    "orthodox epiphany": _one(lambda year: _julian(year, 1, 6)),
    "orthodox new year": _one(lambda year: _julian(year, 1, 1)),
    "ethiopian new year": _fixed(9, 11, 2),
    "meskel": _fixed(9, 27, 2),
    "timket": _fixed(1, 19, 2),
    "epiphany": _fixed(1, 6),
    "quds day": _last_friday_of_ramadan,
    "rosh hashanah": _jewish(lambda *_: 0, 2),
    "jewish new year": _jewish(lambda *_: 0, 2),
    "yom kippur": _jewish(lambda *_: 9),
    "sukkot": _jewish(lambda *_: 14, 7),
    "simchat torah": _jewish(lambda *_: 21, 2),
    "hanukkah": _jewish(_hanukkah, 8),
    "purim": _jewish(_before_passover(30)),
    "passover": _jewish(_before_passover(0), 8),
    "jerusalem day": _jewish(_before_passover(-43)),
    "shavuot": _jewish(_before_passover(-50), 2),
    "women day": _fixed(3, 8),
    "workers day": _fixed(5, 1),
    "nakba day": _fixed(5, 15),
    "naksa day": _fixed(6, 5),
    "bastille day": _fixed(7, 14),
    "vidovdan": _fixed(6, 28),
    "thingyan": _fixed(4, 13, 4),
    "songkran": _fixed(4, 13, 3),
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
    "newroz": _fixed(3, 20, 2),
}


_SPELT = {
    "ramadhan": "ramadan", "azha": "adha", "chanukah": "hanukkah", "pesach": "passover", "hashana": "hashanah",
    "simhat": "simchat", "sukkoth": "sukkot", "nowruz": "newroz", "coptic": "orthodox", "julian": "orthodox",
}  # fmt: skip
# Days of a state, by the words for it: month and day.
_OF_STATES: dict[str, dict[str, tuple[int, int]]] = {
    "independence day": {
        "afghan afghanistan": (8, 19), "algeria algerian": (7, 5), "american": (7, 4), "armenia armenian": (9, 21),
        "bangladesh bangladeshi": (3, 26), "burma burmese myanmar": (1, 4), "burundi burundian": (7, 1),
        "chad chadian": (8, 11), "colombia colombian": (7, 20), "congo congolese": (6, 30),
        "eritrea eritrean": (5, 24), "georgia georgian": (5, 26), "greece greek": (3, 25), "haiti haitian": (1, 1),
        "india indian": (8, 15), "indonesia indonesian": (8, 17), "iraq iraqi": (10, 3), "jordan jordanian": (5, 25),
        "kenya kenyan": (12, 12), "kosovo": (2, 17), "lebanon lebanese": (11, 22), "libya libyan": (12, 24),
        "mali malian": (9, 22), "mexico mexican": (9, 16), "moldova moldovan": (8, 27),
        "mozambique mozambican": (6, 25), "nigeria nigerian": (10, 1), "niger nigerien": (8, 3),
        "pakistan pakistani": (8, 14), "peru peruvian": (7, 28), "philippine philippines": (6, 12),
        "poland polish": (11, 11), "rwanda rwandan": (7, 1), "somalia somali": (7, 1), "sudan sudanese": (1, 1),
        "south-sudan south-sudanese": (7, 9), "syria syrian": (4, 17), "uganda ugandan": (10, 9),
        "ukraine ukrainian": (8, 24), "yemen yemeni": (11, 30),
    },
    "republic day": {"india indian": (1, 26), "iraq iraqi": (7, 14), "turkey turkish": (10, 29)},
    "victory day": {"bangladesh bangladeshi": (12, 16), "russia russian soviet": (5, 9)},
}  # fmt: skip
_FEASTS |= {
    f"{day} {word}": _fixed(*date)
    for day, states in _OF_STATES.items()
    for words, date in states.items()
    for word in words.split()
}


def known_as(words: Sequence[str]) -> str:
    """The name of a feast, of its words however they are spelt."""
    return " ".join(_SPELT.get(word, word) for word in words)


def of_a_state(name: str) -> bool:
    """Whether a day of that name is another one in every state ("independence day")."""
    return name in _OF_STATES


def moves(name: str) -> bool:
    """Whether the day hangs on a sighting of the moon, so that its bounds are a day wider on either side."""
    return name.removesuffix(" eve") in _BY_MOON


def feast_days(name: str, year: int) -> list[Bounds]:
    """First and last possible day of each feast of that name which begins in a Gregorian year.

    Empty for a name without known dates ("eid" alone may be either feast); an Islamic feast may come twice in a year.
    """
    rule = _FEASTS.get(name)
    if rule is None and name.endswith(" eve"):
        days = dt.timedelta(days=1), dt.timedelta(days=1 if moves(name) else -1)
        return [(first - days[0], first + days[1]) for first, _ in feast_days(name.removesuffix(" eve"), year)]
    return rule(year) if rule else []
