"""Giving away: a record as plain data for an exporter."""

from __future__ import annotations

import sys

from situate.errors import BadArgument
from situate.export import FORMATS
from situate.export.view import Exporter, LossReport, Profile, View
from situate.pipeline.files import whole_file
from situate.ports import Store


def exporter(name: str) -> Exporter:
    """The format with this name.

    :raises BadArgument: there is none.
    """
    if name not in FORMATS:
        raise BadArgument(f"There is no format {name!r}.", remedy=f"There are {', '.join(FORMATS)}.")
    return FORMATS[name]


def view(store: Store, *, as_known_on: str | None = None) -> View:
    """All of a record; it is a draft until a person has decided something."""
    return View(
        reports=tuple(kept.report for kept in store.reports()),
        claims=tuple(store.claims()),
        events=tuple(store.events()),
        spells=tuple(store.spells()),
        contradictions=tuple(store.contradictions()),
        failures=tuple(store.failures()),
        as_known_on=as_known_on,
        draft=not store.decisions(),
    )


def written(chosen: Exporter, shown: View, output: str, profile: Profile) -> LossReport:
    """Write an export to a file, whole or not at all; ``-`` is standard output. What it could not hold."""
    if output == "-":
        sys.stdout.flush()
        return chosen.write(shown, sys.stdout.buffer, profile)
    with whole_file(output) as stream:
        return chosen.write(shown, stream, profile)
