"""Claims and decisions in; events, situations and contradictions out. Pure, independent of order, idempotent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from situate.derive.consistent import consistent
from situate.derive.contradictions import contradictions
from situate.derive.events import events
from situate.derive.known import Known
from situate.derive.marks import inherited, marks
from situate.derive.origins import origins, retractions
from situate.derive.places import lies_in, parents, spot
from situate.derive.rest import rest_of_place
from situate.derive.situations import holding, is_stale, spells
from situate.model.claim import Claim
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.publication import Publication
from situate.model.report import Report
from situate.model.situation import Spell

__all__ = ["Derived", "derive", "holding", "is_stale", "lies_in", "parents", "publications"]

STALE_DAYS = 30
WORDS = frozenset(
    {"support", "cooperate", "request", "accuse", "reject", "threaten", "sanction", "concede", "disrupt_weapons"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from the claims that count; ``parent`` maps a place's id to that of the place it is part of."""

    events: tuple[Event, ...]
    spells: tuple[Spell, ...]
    contradictions: tuple[Contradiction, ...]
    parent: Mapping[str, str]


def publications(reports: Iterable[Report], sides: Mapping[str, str] | None = None) -> dict[str, Publication]:
    """What derivation needs to know of each report; ``sides`` maps an outlet's name to the side it stands on."""
    known = sorted(reports, key=lambda r: r.id)
    origin, retracted = origins(known), retractions(known)
    return {
        r.id: Publication(
            report=r.id,
            published=r.published,
            outlet=r.outlet,
            outlet_side=(sides or {}).get(r.outlet or ""),
            origin=origin[r.id],
            retracts=retracted.get(r.id, ()),
        )
        for r in known
    }


def derive(
    claims: Iterable[Claim],
    published: Mapping[str, Publication],
    decisions: Iterable[Decision] = (),
    *,
    as_known_on: str | None = None,
    now: str | None = None,
    stale_days: int = STALE_DAYS,
) -> Derived:
    """Fold claims and decisions into events, spells and contradictions.

    ``as_known_on``: only reports published, and decisions made, by that day (a report without a date counts as known).
    ``now`` decides what is stale; it defaults to the last publication date.
    """
    out = {
        k: p for k, p in published.items() if not (as_known_on and p.published and p.published[:10] > as_known_on[:10])
    }
    known = Known(publications=out)
    counted = consistent(_counted(claims, out, decisions, as_known_on), known)
    by_id = {c.id: c for c in counted}
    found = events(counted, known)
    places = [spot(r.place) for c in counted for r in c.roles if r.place is not None]
    parent = parents(places)
    standing = [c for c in counted if c.report not in known.retracted and c.id not in found.void]
    told = marks(standing, found.events, out, parent)
    every = told + inherited(told, parent)
    every += rest_of_place(every, {p.id: p for p in places})
    day = now or max((p.published[:10] for p in out.values() if p.published), default=None)
    made = spells(every, by_id, known, now=day, stale_days=stale_days)
    disagreed = contradictions(found, made, every, by_id, known)
    return Derived(events=found.events, spells=made, contradictions=disagreed, parent=parent)


def _counted(
    claims: Iterable[Claim], known: Mapping[str, Publication], decisions: Iterable[Decision], day: str | None
) -> list[Claim]:
    """The claims of known reports that no standing decision rejects, once each, in order of their ids."""
    made = [d for d in decisions if not (day and d.at[:10] > day[:10])]
    revoked = {d.revokes for d in made if d.revokes}
    rejected = {d.claim for d in made if d.action == "reject" and d.id not in revoked}
    unique = {c.id: c for c in claims if c.report in known and c.id not in rejected and c.type not in WORDS}
    return [unique[key] for key in sorted(unique)]
