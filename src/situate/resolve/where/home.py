"""In which land a place lies that no gazetteer has and no words put anywhere: the one that a report is about.

Names of places say so most; where they say nothing, the armed groups that are named, as they fight at home.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from situate.model.distance import apart_km
from situate.model.place import Place

FIGHT_ANYWHERE = frozenset({"US", "GB", "FR", "RU"})  # their armies tell nothing of where a war is
FAR_KM = 1_000.0  # beyond a land's own extent
_CLEAR = 2.0  # times as much as for any other land
_SOME = 0.3  # of the armed groups, to another land: then no adjective decides


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What speaks for lands without naming a place in them, by ISO code (0 to 1).

    ``groups``: where the armed groups fight that the report names; ``all``: these and adjectives together.
    """

    groups: Mapping[str, float] = field(default_factory=dict)
    all: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """What is known of lands beside the text: capitals by ISO code, places by id, and what is hinted at."""

    capitals: Mapping[str, Place]
    by_id: Callable[[str], Place | None]
    hints: Hints = field(default_factory=Hints)


def told_by_groups(hints: Hints) -> str | None:
    """The land in which alone the armed groups of a report fight, and for which nothing else speaks more.

    Of groups of many lands ("al-Qaeda") it is the one whose adjective a report has; never by an adjective alone, for
    armies carry theirs abroad.
    """
    lead = max(hints.all, key=lambda code: (hints.all[code], code), default=None)
    if lead is None or not hints.groups.get(lead):
        return None
    others = max((weight for code, weight in hints.all.items() if code != lead), default=0.0)
    beside = max((weight for code, weight in hints.groups.items() if code != lead), default=0.0)
    alone = hints.groups[lead] > beside or beside < _SOME
    return lead if alone and hints.all[lead] >= _CLEAR * others else None


def too_far(code: str, hints: Hints, land: Callable[[str], Place | None]) -> bool:
    """Whether a land is none of those hinted at, and far from each of them: a name there is hardly meant."""
    near = sorted(set(hints.all) - FIGHT_ANYWHERE)
    if not near or code in hints.all:
        return False
    there, others = land(code), [land(other) for other in near]
    apart = [(place, apart_km(place, there)) for place in others if place is not None and there is not None]
    return bool(apart) and all(km is not None and km > FAR_KM + (place.radius_km or 0.0) for place, km in apart)
