"""The state of a place over time, folded from claims: spells, maximal periods with one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from situate.model.event import Part, Standing
from situate.model.place import Place

Dimension = Literal["control", "siege", "access", "truce", "population"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An uncertain end of a spell, as partial dates; ``open`` = it lasts, both ``None`` = ended at an unknown time."""

    earliest: str | None = None
    latest: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One value of one dimension of one place, from … until …, with the claims and the rule that made it.

    ``assessed`` is ``standing == "corroborated"``; ``stale`` = no news for longer than the setting allows, value kept.
    ``last_news`` is the last publication date that speaks of it; ``criteria`` names what a designation rests on.
    """

    id: str
    place: Place
    dimension: Dimension
    value: str
    actors: tuple[Part, ...] = ()
    starts: Bound = Bound()
    ends: Bound = Bound(open=True)
    standing: Standing = "reported"
    assessed: bool = False
    stale: bool = False
    claims: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    rule: str = ""
    last_news: str | None = None
    criteria: str | None = None
