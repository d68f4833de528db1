"""Names that a report gives to places, and that its headline or a slip makes look like somebody's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from situate.model.actor import Actor
from situate.model.claim import PLACE_ROLES, Evidence
from situate.model.mention import Reading
from situate.model.span import Span

_MADE = ("local:", "private:")  # actors that no table knows, made of a report's own words


def towns(reading: Reading, places: Mapping[Span, Any]) -> frozenset[str]:
    """The words with which a report names places that the gazetteer or the report itself knows."""
    told = (r.evidence for c in reading.claims for r in c.roles if r.role in PLACE_ROLES)
    marked = (m.evidence for m in reading.mentions if m.kind == "place")
    found = (e for e in (*told, *marked) if e.span in places and places[e.span].place is not None)
    return frozenset(_plain(evidence) for evidence in found)


def named_as_place(actor: Actor, evidence: Evidence, named: frozenset[str]) -> bool:
    """Whether somebody whom only a report's words make an actor bears the very name of a place that it tells of."""
    return actor.id.startswith(_MADE) and _plain(evidence) in named


def _plain(evidence: Evidence) -> str:
    return evidence.quote.casefold().strip("“”\"'’‘ ,.")
