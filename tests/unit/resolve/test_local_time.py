"""Hours of elsewhere: on what day they were where it happened."""

import datetime as dt

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.when.local_time import at_local_time
from situate.resolve.when.no_place import day_not_place
from situate.resolve.when.report_times import read_times
from situate.resolve.zones import named, of_place

HOMS = Place(id="geonames:1", name="Homs", country="SY", latitude=34.7, longitude=36.7)
KHERSON = Place(id="geonames:2", name="Kherson", country="UA", latitude=46.6, longitude=32.6, admin1="UA.08")
DZHANKOI = Place(id="geonames:3", name="Dzhankoi", country="UA", latitude=45.7, longitude=34.4, admin1="UA.11")
NIGHT = dt.datetime(2023, 7, 4, 21, 30, tzinfo=dt.UTC)
SATURDAY = "2017-04-08"


def on(words: str, place: Place | None = HOMS, day: str = "2017-04-06") -> str | None:
    """The day of a claim that was told to be on ``day``, by these words."""
    text = f"Shells fell {words}, monitors said."
    span = Span(12, 12 + len(words))
    roles = [Role(role="time", evidence=Evidence(span=span, quote=words))]
    if place is not None:
        roles.append(Role(role="place", evidence=Evidence(span=Span(0, 6), quote="Shells"), place=place))
    trigger = Evidence(span=Span(7, 11), quote="fell")
    interval = Interval(earliest=day, latest=day, precision="day", basis="relative")
    claim = Claim(id="c", report="r", type="shelling", trigger=trigger, roles=tuple(roles), interval=interval)
    return at_local_time(claim, read_times(text, SATURDAY)).interval.earliest


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("at 8:40 p.m. EDT on April 6", "2017-04-07"),
        ("at 8:40 p.m. Eastern time on April 6", "2017-04-07"),
        ("at 2300 GMT on Thursday", "2017-04-07"),
        ("at 1 a.m. (2200 GMT Thursday)", "2017-04-07"),
        ("at 2300 GMT on 6 April", "2017-04-07"),
        ("at 11 p.m. Moscow time on Thursday", "2017-04-06"),  # one clock in April
        ("at 11 a.m. EDT on April 6", "2017-04-06"),
        ("at 23:30 local time (20:30 GMT) on Thursday", "2017-04-06"),
        ("at 1 a.m. (2200 GMT) on Thursday", "2017-04-06"),  # Thursday is the day there
        ("at 11 p.m. on Thursday", "2017-04-06"),
        ("at 11 p.m. CST on Thursday", "2017-04-06"),  # of America, of China, of Cuba
    ],
)
def test_the_day_is_that_of_the_place(words: str, day: str) -> None:
    assert on(words) == day


def test_without_a_place_or_on_another_day_nothing_changes() -> None:
    assert on("at 2300 GMT on Thursday", place=None) == "2017-04-06"
    assert on("at 2300 GMT on Thursday", day="2017-04-01") == "2017-04-01"


def test_a_place_has_the_zone_of_its_country_or_of_the_nearest_town() -> None:
    def hours(place: Place) -> float | None:
        zone = of_place(place, NIGHT)
        offset = None if zone is None else NIGHT.astimezone(zone).utcoffset()
        return None if offset is None else offset.total_seconds() / 3600

    assert hours(HOMS) == 3
    assert (hours(KHERSON), hours(DZHANKOI)) == (3, 3)
    assert hours(Place(id="geonames:4", name="Omsk", country="RU", latitude=55.0, longitude=73.4)) == 6
    assert hours(Place(id="country:RU", name="Russia", country="RU", precision="country")) is None
    assert hours(Place(id="country:UA", name="Ukraine", country="UA", precision="country")) == 3
    assert hours(Place(id="x", name="X", country="XX")) is None


@pytest.mark.parametrize(("words", "role"), [("Yom Kippur", "time"), ("Ostry", "place")])
def test_a_feast_is_no_place(words: str, role: str) -> None:
    text = f"Rebels seized Lisk at {words}."
    span = Span(text.index(words), text.index(words) + len(words))
    trigger = Evidence(span=Span(7, 13), quote="seized")
    roles = (Role(role="place", evidence=Evidence(span=span, quote=words)),)
    claim = Claim(id="c", report="r", type="capture", trigger=trigger, roles=roles)
    assert [r.role for r in day_not_place(claim, read_times(text, SATURDAY)).roles] == [role]


def test_words_for_zones() -> None:
    assert named("8 p.m. est") is None
    assert named("in this best time") is None
    zone = named("2 a.m. Greenwich Mean Time")
    assert zone is not None
    assert dt.datetime(2020, 7, 1, tzinfo=zone).utcoffset() == dt.timedelta(0)
