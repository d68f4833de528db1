"""Whether the places of two tellings keep them apart: two towns of one report, a province that is to be cleared."""

from __future__ import annotations

from situate.derive.claims.telling import Profile
from situate.derive.places import related, settled
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


def as_wide(plan: Profile, deed: Profile) -> bool:
    """Whether a plan is of a place no wider than that of the deed: who means to clear a province took a town of it."""
    if plan.place is None or deed.place is None:
        return True
    return settled(plan.place) or not settled(deed.place)
