"""Time zones: of places, and of the words by which reports name them ("GMT", "EDT", "Moscow time").

Offsets come from the tz database as the package ``tzdata`` brings it, not from the system, so that one report has one
reading everywhere. A place has the zone of its country; where that has several, the one whose principal town (the
coordinates of ``zone.tab``) lies nearest. Crimea's is only that of Crimea.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from situate.model.distance import distance_km
from situate.model.place import Place

_POINT = re.compile(r"([+-])(\d{2,3})(\d\d)(\d\d)?(?=[+-]|$)")
_OF_REGIONS = {"Europe/Simferopol": frozenset({"UA.11", "UA.20"})}
_WIDE = frozenset({"country", "region", "none"})
# Hours ahead of UTC of zones that have no rule for summer of their own ("EST" is never daylight time). "CST" and "IST"
# are several zones, and none here.
_FIXED = {
    "gmt": 0, "utc": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "cdt": -5,
}  # fmt: skip
_BY_TOWN = {
    "ankara": "Europe/Istanbul", "baghdad": "Asia/Baghdad", "beijing": "Asia/Shanghai", "beirut": "Asia/Beirut",
    "cairo": "Africa/Cairo", "damascus": "Asia/Damascus", "eastern": "America/New_York", "greenwich": "Etc/UTC",
    "istanbul": "Europe/Istanbul", "kabul": "Asia/Kabul", "khartoum": "Africa/Khartoum", "kiev": "Europe/Kyiv",
    "kyiv": "Europe/Kyiv", "london": "Europe/London", "minsk": "Europe/Minsk", "moscow": "Europe/Moscow",
    "paris": "Europe/Paris", "tehran": "Asia/Tehran", "universal": "Etc/UTC", "washington": "America/New_York",
    "yerevan": "Asia/Yerevan", "baku": "Asia/Baku", "delhi": "Asia/Kolkata", "islamabad": "Asia/Karachi",
}  # fmt: skip
_WORDS = re.compile(
    rf"\b(?:(?P<short>{'|'.join(_FIXED)})\b(?! time)|(?P<town>{'|'.join(_BY_TOWN)})(?: mean)? time\b)", re.IGNORECASE
)


def named(words: str) -> dt.tzinfo | None:
    """The first zone that words name; ``None`` where they name none. Short names are read in capitals only."""
    for found in _WORDS.finditer(words):
        if found["town"]:
            return _zone(_BY_TOWN[found["town"].casefold()])
        if found["short"].isupper():
            return dt.timezone(dt.timedelta(hours=_FIXED[found["short"].casefold()]))
    return None


def of_place(place: Place, at: dt.datetime) -> dt.tzinfo | None:
    """The zone of a place; ``None`` where its country has none, or, of a wide place, several that differ then."""
    known = [
        (name, there)
        for name, there in _by_country().get(place.country or "", ())
        if place.admin1 in _OF_REGIONS.get(name, {place.admin1})
    ]
    if not known:
        return None
    offsets = {at.astimezone(_zone(name)).utcoffset() for name, _ in known}
    if len(offsets) > 1 and (place.precision in _WIDE or place.latitude is None or place.longitude is None):
        return None
    if len(offsets) == 1:
        return _zone(known[0][0])
    assert place.latitude is not None
    assert place.longitude is not None
    here = place.latitude, place.longitude
    return _zone(min(known, key=lambda one: (distance_km(*here, *one[1]), one[0]))[0])


@cache
def _zone(name: str) -> ZoneInfo:
    with files("tzdata.zoneinfo").joinpath(name).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


@cache
def _by_country() -> dict[str, list[tuple[str, tuple[float, float]]]]:
    """For ISO codes the zones of a country, in order of their names, with latitude and longitude."""
    found: dict[str, list[tuple[str, tuple[float, float]]]] = defaultdict(list)
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, point, name, *_ = line.split("\t")
            latitude, longitude = (_degrees(match) for match in _POINT.finditer(point))
            found[code].append((name, (latitude, longitude)))
    return {code: sorted(zones) for code, zones in found.items()}


def _degrees(match: re.Match[str]) -> float:
    sign, degrees, minutes, seconds = match.groups()
    size = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -size if sign == "-" else size
