"""Borders: of the country that a report is about with the one across, whichever of them the words name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.model.place import Place
from situate.resolve.where.locals import on_border
from situate.resolve.where.sites import DESCRIPTION, Resolution
from situate.resolve.where.told import Told
from situate.resolve.where.toponyms import Toponym


def at_border(told: Told, base: Resolution, place: Place, names: Sequence[Toponym]) -> Resolution:
    """A border belongs to the country that the report is about, and to the one across."""
    lands = [told.found[name].place for name in names]
    across = [land for land in lands if land is not None and land.precision == "country" and land.id != place.id]
    home = told.land(told.country())
    if across and (home is None or home.id not in (place.id, across[0].id)):
        home = across[0]
    if home is None:
        return DESCRIPTION
    if home.id == place.id:
        return replace(base, place=on_border(home, across[0])) if across else DESCRIPTION
    return replace(base, place=on_border(home, place))
