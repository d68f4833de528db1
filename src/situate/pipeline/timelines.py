"""A place through time: the spells of a place and its parts in the order in which they began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from situate.model.interval import first_day, last_day
from situate.model.place import Place
from situate.model.record import Filter
from situate.model.situation import Bound, Spell
from situate.pipeline.asking import Held, Question, backed, last_publication, seen_from, time_asked
from situate.pipeline.places import known_places, places_meant
from situate.pipeline.wiring import Parts
from situate.ports import Store

FIRST, LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The spells of ``place`` and its parts, the earliest first; those of which no start is known stand before."""

    place: Place | None
    spells: tuple[Held, ...]


def timeline(
    store: Store, place: str, parts: Parts, *, asked: Question | None = None, dimensions: Sequence[str] = (),
    stale_days: int = 30,
) -> Timeline:  # fmt: skip
    """The spells of a place and its parts that overlap the time asked for, of some dimensions (empty = all).

    :raises BadArgument: nobody knows such a place, or a date is none.
    """
    since, until = time_asked(asked or Question())
    names = parts.names()
    places = known_places(store, names)
    meant = places_meant(place, places, names)
    day = last_publication(store)
    found = store.spells(Filter(links=(("place", tuple(sorted(meant.ids))),)))
    kept = [
        seen_from(spell, day, stale_days)
        for spell in found
        if (not dimensions or spell.dimension in dimensions) and overlaps(spell, since, until)
    ]
    kept.sort(key=lambda spell: (begin(spell.starts), spell.place.name, spell.dimension, end(spell.ends), spell.id))
    return Timeline(place=meant.whole, spells=tuple(backed(store, spell, places, False) for spell in kept))


def overlaps(spell: Spell, since: str | None, until: str | None) -> bool:
    """Whether a spell can have held at some time between two ISO days."""
    return end(spell.ends) >= (since or FIRST) and begin(spell.starts) <= (until or LAST)


def begin(bound: Bound) -> str:
    """The first ISO day that a bound can mean; the first of all when nothing is known."""
    value = bound.earliest or bound.latest
    return first_day(value).isoformat() if value else FIRST


def end(bound: Bound) -> str:
    """The last ISO day that a bound can mean; the last of all while it lasts or when nothing is known."""
    value = bound.latest or bound.earliest
    return last_day(value).isoformat() if value and not bound.open else LAST
