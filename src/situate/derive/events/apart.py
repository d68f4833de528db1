"""Whether the places of two tellings keep them apart: two towns of one report, a province that is to be cleared."""

from __future__ import annotations

from situate.derive.claims.called import are_others
from situate.derive.claims.telling import Profile
from situate.derive.events.sorts import one_large_toll
from situate.derive.places import CITY_KM, related, settled
from situate.model.distance import apart_km

_ONE_TOWN_KM = 20.0  # between spots of one town


def both_settled(a: Profile, b: Profile) -> bool:
    """Whether both are known to be in a settlement."""
    return a.place is not None and b.place is not None and settled(a.place) and settled(b.place)


def far_apart(a: Profile, b: Profile) -> bool:
    """Whether two tellings name two towns, or spots of two, and nothing that is common to them.

    Of one town a report names now the school that was hit, now the quarter.
    """
    if not both_settled(a, b) or a.place is None or b.place is None or related(a.place, b.place):
        return False
    spots = {a.place.precision, b.place.precision} <= {"part", "point"}
    if spots and (apart_km(a.place, b.place) or 0.0) <= _ONE_TOWN_KM:
        return False
    return not (a.tolls & b.tolls or a.named & b.named or a.hit & b.hit)


def two_towns(a: Profile, b: Profile) -> bool:
    """Whether the gazetteer knows two spots of two towns: no name that both tellings have beside those makes them one.

    The province that both lie in is such a name, and the mosque that every town has.
    """
    if not both_settled(a, b) or a.place is None or b.place is None or related(a.place, b.place):
        return False
    made = any(place.id.startswith("local:") for place in (a.place, b.place))
    return not made and (apart_km(a.place, b.place) or 0.0) > _ONE_TOWN_KM


def of_another_town(a: Profile, b: Profile, *, one_report: bool) -> bool:
    """Whether one is of a settlement that is in no list, and the other of one with another name, listed or not.

    Two that count as many can be one under two names. One report tells of a village now by its name, now by the city
    that it lies at.
    """
    if not (a.strange or b.strange) or one_large_toll(a, b):
        return False
    cities = (place for place in (a.place, b.place) if place is not None and settled(place))
    if one_report and any((place.radius_km or 0.0) >= CITY_KM for place in cities):
        return False
    names, others = a.strange or a.known, b.strange or b.known
    return bool(names and others) and are_others(names, others)


def of_one_name(a: Profile, b: Profile) -> bool:
    """Whether two are of settlements with one name, wherever each was found."""
    return not (a.strange | a.known).isdisjoint(b.strange | b.known)


def as_wide(plan: Profile, deed: Profile) -> bool:
    """Whether a plan is of a place no wider than that of the deed: who means to clear a province took a town of it."""
    if plan.place is None or deed.place is None:
        return True
    return settled(plan.place) or not settled(deed.place)
