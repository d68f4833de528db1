"""Giving away: a record as plain data for an exporter."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial

from situate.derive.events.tolls import told_again
from situate.errors import BadArgument
from situate.export import FORMATS, acled
from situate.export.html.projection import neighbourhoods
from situate.export.view import Exporter, LossReport, Profile, View
from situate.model.place import Place
from situate.model.settling import overruled, standing
from situate.pipeline.files import whole_file
from situate.pipeline.lookups import Names
from situate.pipeline.places import known_places
from situate.ports import Store

RELEASE = "release"
"""What ``situate export`` writes beside the formats: a folder."""
_NARROW = frozenset({"point", "settlement", "part", "relative"})
_APART_KM = 400.0  # as the page parts its maps
_AROUND = 0.5  # degrees beyond the places of a map
_LANDMARKS = 12
_BESIDE = 0.2  # degrees


def exporter(name: str, *, plural: int | None = None) -> Exporter:
    """The format with this name; ``plural``: the dead of a plural without a number, by one of ACLED's rules.

    :raises BadArgument: there is none, or it has no such rule.
    """
    if plural is not None and name != "acled":
        raise BadArgument(f"--plural is no option of {name}.", remedy="It belongs to `situate export acled`.")
    if name not in FORMATS:
        raise BadArgument(f"There is no format {name!r}.", remedy=f"There are {', '.join((*FORMATS, RELEASE))}.")
    if plural is None:
        return FORMATS[name]
    return replace(FORMATS[name], write=partial(acled.write, plural=plural))


def check_release(target: str, output: str, since: str | None) -> None:
    """Make sure that what only a release has, or cannot have, is asked of nothing else.

    :raises BadArgument: it is.
    """
    if target != RELEASE and since is not None:
        raise BadArgument(
            f"--since-release is no option of {target}.", remedy="It belongs to `situate export release`."
        )
    if target == RELEASE and output == "-":
        raise BadArgument("A release is a folder, not a stream.", remedy="Name a new folder with -o.")


def view(store: Store, names: Names, *, as_known_on: str | None = None) -> View:
    """All of a record, with the names that help to read it; it is a draft until a person has decided on each claim."""
    places, events = known_places(store, names), tuple(store.events())
    return View(
        reports=tuple(kept.report for kept in store.reports()),
        claims=tuple(store.claims()),
        events=events,
        spells=tuple(store.spells()),
        contradictions=tuple(store.contradictions()),
        failures=tuple(store.failures()),
        landmarks=_landmarks(places.values(), names),
        region_names=_region_names(places.values(), names),
        same_dead={deaths: tuple(one.id for one in attacks) for deaths, attacks in told_again(events).items()},
        overruled=overruled(store.decisions()),
        as_known_on=as_known_on,
        draft=_draft(store),
    )


def _draft(store: Store) -> bool:
    """Whether there is a claim on which no decision stands."""
    decided = {one.claim for one in standing(store.decisions())}
    return not decided or any(claim.id not in decided for claim in store.claims())


def _region_names(places: Iterable[Place], names: Names) -> dict[str, str]:
    """The names of the first-order regions of these places, by code; one that the gazetteer has not is left out."""
    codes = sorted({place.admin1 for place in places if place.admin1})
    return {code: region.name for code in codes if (region := names.place(f"region:{code}")) is not None}


def _landmarks(places: Collection[Place], names: Names) -> tuple[Place, ...]:
    """The largest settlements about the places of a record, region by region; those of the record are not repeated."""
    points = [(place.longitude, place.latitude) for place in places if place.precision in _NARROW]
    known = [(east, north) for east, north in points if east is not None and north is not None]
    found: dict[str, Place] = {}
    for group in neighbourhoods(known, within_km=_APART_KM):
        low, high = (tuple(pick(axis) for axis in zip(*group, strict=True)) for pick in (min, max))
        box = (low[0] - _AROUND, low[1] - _AROUND), (high[0] + _AROUND, high[1] + _AROUND)
        found.update((town.id, town) for town in _apart(names.towns(*box, 4 * _LANDMARKS)))
    shown = {place.id for place in places}
    return tuple(town for town in found.values() if town.id not in shown)


def _apart(towns: Iterable[Place]) -> list[Place]:
    """The first dozen of which none lies beside one before it: a quarter of a city is no landmark beside the city."""
    kept: list[Place] = []
    for town in towns:
        if not any(_beside(town, other) for other in kept):
            kept.append(town)
    return kept[:_LANDMARKS]


def _beside(one: Place, other: Place) -> bool:
    pairs = ((one.latitude, other.latitude), (one.longitude, other.longitude))
    return all(a is not None and b is not None and abs(a - b) < _BESIDE for a, b in pairs)


def written(chosen: Exporter, shown: View, output: str, profile: Profile) -> LossReport:
    """Write an export to a file, whole or not at all; ``-`` is standard output. What it could not hold."""
    if output == "-":
        sys.stdout.flush()
        return chosen.write(shown, sys.stdout.buffer, profile)
    with whole_file(output) as stream:
        return chosen.write(shown, stream, profile)
