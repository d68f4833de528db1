"""What tables of events leave out because no report tells it as one: remarks on what goes on, wars, everyday life."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterable

import yaml

from situate.export.index import Index
from situate.model.actor import Actor
from situate.model.event import Event

GUESSED = "neither its day nor its place is told"
NO_CONFLICT = "its report tells of nobody armed, no weapon of war and no protest"
OF_A_WAR = "a toll of a whole war"
_WAR = 10_000
_ARMED = frozenset({"rebel_group", "political_militia", "communal_militia", "external_forces"})


def is_guessed(events: Iterable[Event]) -> bool:
    """Whether all that ties events to a day and a place is the report: when it came out, and what it tells around them.

    In real reports one such row in ten was right; the others are remarks on what goes on, or tell again what was long
    ago. Who names those on both sides tells a happening.
    """
    return not any(_tied(event) for event in events)


def _tied(event: Event) -> bool:
    sides = {part.role for part in event.actors if part.actor.kind not in {"civilians", "person"}}
    told = event.place is not None and event.place.basis != "context"
    return told or event.interval.basis != "publication" or {"actor", "target"} <= sides


def in_no_conflict(events: Iterable[Event], index: Index) -> bool:
    """Whether nobody armed takes part in some events, and no report of them has a word that tells of a conflict.

    Crime, fires and traffic are no events of one. A report that the view does not hold counts as one that has such a
    word, and so do no reports.
    """
    events = list(events)
    if any(_armed(part.actor) for event in events for part in event.actors):
        return False
    reports = {claim.report for event in events for claim in index.claims_of(event.claims)}
    told = [one not in index.reports or tells_of_conflict(index.reports[one].text) for one in sorted(reports)]
    return bool(told) and not any(told)


def _armed(actor: Actor) -> bool:
    """Whether an actor is an armed group or an army; police are where there is no conflict too."""
    police = actor.sector == "COP" or actor.id.startswith("police-of-")
    return actor.kind in _ARMED or (actor.kind == "state_forces" and not police)


@functools.lru_cache(maxsize=4096)
def tells_of_conflict(text: str) -> bool:
    """Whether a text has one of the words of ``conflict.yaml``."""
    return _words().search(text) is not None


def of_a_war(event: Event) -> bool:
    """Whether people are told to have died in numbers that no single event has."""
    dead = dict(event.figures).get("killed")
    count = None if dead is None else dead.low if dead.low is not None else dead.best
    return count is not None and count >= _WAR


@functools.cache
def _words() -> re.Pattern[str]:
    lists = yaml.safe_load((importlib.resources.files("situate.export") / "conflict.yaml").read_text("utf-8"))
    listed = "|".join(word for line in lists.values() for word in line.split())
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
