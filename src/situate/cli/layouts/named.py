"""The columns of what claims name: speakers, places, actors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from situate.cli.output import Layout
from situate.model.record import Named


def _field(name: str) -> Callable[[Named], object]:
    return lambda named: named.data.get(name)


def _named_json(named: Named) -> dict[str, Any]:
    return {"id": named.id} | dict(named.data) | {"claims": named.claims, "reports": named.reports}


_LEAST_NAMED = dict.fromkeys(("latitude", "longitude", "precision", "radius km", "side"), 140)


def _named_layout(name: str, *fields: str) -> Layout[Named]:
    columns: list[tuple[str, Callable[[Named], object]]] = [
        ("id", lambda n: n.id),
        *((field.replace("_", " "), _field(field)) for field in fields),
        ("claims", lambda n: n.claims),
        ("reports", lambda n: n.reports),
    ]
    sheet = [(title.replace(" ", "_"), column) for title, column in columns]
    return Layout(name=name, table=columns, sheet=sheet, json=_named_json, empty=f"No {name}.", least=_LEAST_NAMED)


SPEAKERS = _named_layout("speakers", "name")
PLACES = _named_layout("places", "name", "country", "latitude", "longitude", "precision", "radius_km", "part_of")
ACTORS = _named_layout("actors", "name", "kind", "country", "side")
