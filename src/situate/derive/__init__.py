"""Claims and decisions in; events, situations and contradictions out. Pure, independent of order, idempotent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from situate.derive.again.tracing import event_keys, mark_rows, report_traces
from situate.derive.atlas import Atlas, places_of
from situate.derive.claims.consistent import Setting, consistent
from situate.derive.events.contradictions import of_events, of_places
from situate.derive.events.merged import Found, events
from situate.derive.known import Known
from situate.derive.marks.of_claims import Mark, marks
from situate.derive.origins import Families, corrected_names, families, origins, retractions
from situate.derive.places import lies_in, parents
from situate.derive.spells.going_on import going_on
from situate.derive.spells.pockets import besieged_with_the_whole
from situate.derive.spells.rest import rest_of_place
from situate.derive.spells.situations import spells
from situate.derive.spells.spell_days import end_supposed, holding, is_stale
from situate.derive.spells.together import relieved_together
from situate.derive.spells.whole import taken_with_the_whole
from situate.model.claim import Claim
from situate.model.decision import Decision
from situate.model.event import DENIAL, Contradiction, Event
from situate.model.publication import Publication
from situate.model.report import Report
from situate.model.settling import as_decided
from situate.model.situation import Spell
from situate.model.trace import Traces

__all__ = ["Derived", "derive", "end_supposed", "families", "holding", "is_stale", "lies_in", "parents", "publications"]

STALE_DAYS = 30
WORDS = frozenset(
    {"support", "cooperate", "request", "accuse", "reject", "threaten", "sanction", "concede", "promise"}
    | {"disrupt_weapons"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from the claims that count; ``parent`` maps a place's id to that of the place it is part of.

    ``ways`` is how it was found.
    """

    events: tuple[Event, ...]
    spells: tuple[Spell, ...]
    contradictions: tuple[Contradiction, ...]
    parent: Mapping[str, str]
    ways: Ways = field(compare=False)

    def traces(self) -> Traces | None:
        """What is kept of the ways; ``None`` where the families of the reports were not given."""
        ways = self.ways
        if ways.families is None:
            return None
        return Traces(
            reports=report_traces(ways.claims, ways.settings, ways.publications, ways.families),
            keys=((event.id, event_keys(event, ways.found.tellings[event.id])) for event in ways.found.events),
            beside=ways.found.beside,
            marks=mark_rows(ways.told),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The claims that count, as they were read; what is known of their reports; what was found; the marks told."""

    claims: Sequence[Claim]
    settings: Mapping[str, Setting]
    publications: Mapping[str, Publication]
    found: Found
    told: Sequence[Mark]
    families: Families | None


def publications(
    reports: Iterable[Report], sides: Mapping[str, str] | None = None, families: Families | None = None
) -> dict[str, Publication]:
    """What derivation needs to know of each report; ``sides`` maps an outlet's name to the side it stands on."""
    known = sorted(reports, key=lambda r: r.id)
    origin, retracted = (families.origin if families else origins(known)), retractions(known)
    return {
        r.id: Publication(
            report=r.id,
            published=r.published,
            outlet=r.outlet,
            outlet_side=(sides or {}).get(r.outlet or ""),
            origin=origin[r.id],
            retracts=retracted.get(r.id, ()),
            corrects=corrected_names(r),
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
    families: Families | None = None,
) -> Derived:
    """Fold claims and decisions into events, spells and contradictions.

    ``families`` are those of the reports, by which their publications know their origins; they are asked for traces.
    ``as_known_on``: only reports published, and decisions made, by that day (a report without a date counts as known).
    ``now`` decides what is stale; it defaults to the last publication date.
    """
    out = {
        k: p for k, p in published.items() if not (as_known_on and p.published and p.published[:10] > as_known_on[:10])
    }
    known = Known(publications=out)
    raw = counted(claims, out, decisions, as_known_on)
    atlas = Atlas.of(places_of(raw))
    right, settings = consistent(raw, known, atlas)
    by_id = {c.id: c for c in right}
    found = events(right, known, settings)
    told = told_marks(right, found, known, atlas)
    every = every_mark(told, atlas)
    day = now or max((p.published[:10] for p in out.values() if p.published), default=None)
    made = spells(every, by_id, known, now=day, stale_days=stale_days)
    disagreed = sorted([*of_events(found, by_id, known), *of_places(made, every)], key=lambda c: c.id)
    ways = Ways(claims=raw, settings=settings, publications=out, found=found, told=told, families=families)
    return Derived(events=found.events, spells=made, contradictions=tuple(disagreed), parent=atlas.parent, ways=ways)


def told_marks(claims: Iterable[Claim], found: Found, known: Known, atlas: Atlas) -> list[Mark]:
    """What the claims that stand say of places."""
    standing = [c for c in claims if not known.withdrawn(c) and c.id not in found.void]
    return marks(standing, found.events, known.publications, atlas.parent)


def every_mark(told: list[Mark], atlas: Atlas) -> list[Mark]:
    """What is told of places, and what follows from it for their parts and for the rest of them."""
    told = going_on(told, atlas.parent)
    besieged = told + besieged_with_the_whole(told, atlas.parent)
    every = besieged + relieved_together(besieged, atlas.parent) + taken_with_the_whole(told, atlas.parent)
    return every + rest_of_place(every, atlas.named)


def counted(
    claims: Iterable[Claim], known: Container[str], decisions: Iterable[Decision], day: str | None = None
) -> list[Claim]:
    """The claims of known reports, as standing decisions leave them, once each, in order of their ids.

    Of speech acts, only denials count: of what their report says.
    """
    made = [d for d in decisions if not (day and d.at[:10] > day[:10])]
    unique = {c.id: c for c in claims if c.report in known and c.type not in WORDS - {DENIAL}}
    return as_decided((unique[key] for key in sorted(unique)), made)
