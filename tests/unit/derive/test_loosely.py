"""What is told of a month or of no time is the one happening of a day that fits, where it is marked as the same."""

import pytest
from world import BLUES, REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.model.place import Place

THIRD, NINTH = interval("2031-03-03", "2031-03-03"), interval("2031-03-09", "2031-03-09")
MARCH, YEAR, NEVER = interval("2031-03", "2031-03"), interval("2031", "2031"), interval()


def together(*claims):
    """The groups of claims that are one event, by their numbers in the arguments; the same in every order."""
    days = published(**{c.report: "2031-04-20" for c in claims})
    orders = [derive(list(some), days).events for some in (claims, claims[::-1])]
    first, other = [sorted(sorted(i for i, c in enumerate(claims) if c.id in e.claims) for e in o) for o in orders]
    assert first == other
    return first


def gas(report, when, **given):
    return claim("chemical_attack", report, when=when, **{"place": TOWN, **given})


def test_a_gas_attack_of_a_month_is_the_one_of_its_days_there():
    assert together(gas("a", THIRD), gas("b", MARCH)) == [[0, 1]]
    assert together(gas("a", THIRD), gas("a", MARCH)) == [[0, 1]]


def test_two_gas_attacks_of_a_month_stay_two_and_what_could_be_either_is_neither():
    assert together(gas("a", THIRD), gas("b", NINTH), gas("c", MARCH)) == [[0], [1], [2]]


@pytest.mark.parametrize(
    "other",
    [
        {"when": YEAR},  # too loose a date
        {"when": interval("2031-02", "2031-02")},  # another month
        {"when": MARCH, "place": Place(id="geonames:9", name="Olm", country="XX", latitude=14.0, longitude=14.0)},
        {"when": MARCH, "actor": REDS},  # another doer
        {"when": MARCH, "modality": "possible"},
        {"when": NEVER},  # of another report, without a time
    ],
)
def test_what_does_not_fit_stays_alone(other):
    assert together(gas("a", THIRD, actor=BLUES), gas("b", **other)) == [[0], [1]]


def test_without_a_time_it_is_what_its_own_report_dates():
    assert together(gas("a", THIRD), gas("a", NEVER)) == [[0, 1]]


@pytest.mark.parametrize(
    ("report", "toll", "again", "one"),
    [
        ("a", (14, 14), (14, 14), True),
        ("a", (14, 14), (12, 12), False),
        ("a", (3, 3), (3, 3), False),  # so few die twice
        ("b", (8, 8), (8, 8), False),  # no report says that they are one
    ],
)
def test_a_strike_is_told_again_without_its_day_by_its_toll_in_one_report(report, toll, again, one):
    strikes = [claim("airstrike", "a", place=TOWN, when=THIRD, killed=toll)]
    for when in (MARCH, NEVER):
        told = claim("airstrike", report, place=TOWN, when=when, killed=again)
        assert together(*strikes, told) == ([[0, 1]] if one else [[0], [1]])


def test_another_report_tells_a_strike_again_by_its_month_if_as_many_died_as_hardly_die_twice():
    strike = claim("airstrike", "a", place=TOWN, when=THIRD, killed=(45, 45))
    assert together(strike, claim("airstrike", "b", place=TOWN, when=MARCH, killed=(45, 45))) == [[0, 1]]
    assert together(strike, claim("airstrike", "b", place=TOWN, when=NEVER, killed=(45, 45))) == [[0], [1]]


def test_two_strikes_on_a_town_in_a_month_stay_two():
    strikes = [claim("airstrike", r, place=TOWN, when=when) for r, when in (("a", THIRD), ("a", NINTH), ("b", MARCH))]
    assert together(*strikes) == [[0], [1], [2]]
