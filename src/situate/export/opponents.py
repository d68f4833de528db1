"""Who an event is against where none of its claims names a target: those whom it harms, or who hold what is attacked.

"The bombing killed 32 rebels" is against the rebels, "a barrel bomb killed eleven children" against civilians, "the
offensive to take the jihadist-held town" against the jihadists. ACLED's and UCDP's tables have a column for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from situate.export.index import Index
from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.event import Event, Part
from situate.model.interval import OPEN
from situate.model.span import Span

_FIGHTS = frozenset({"clash", "assault", "advance", "repel", "capture"})
_BLOWS = frozenset({"airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack", "kill", "assault"})
_TAKING = frozenset({"assault", "advance", "capture"})
_ARMED = frozenset({
    "rebel_group", "political_militia", "communal_militia", "external_forces", "state_forces", "government",
})  # fmt: skip
_CIVILIANS = "civilians"

Holds = tuple[Span, Actor]


@dataclass(frozen=True, slots=True)
class Opponents:
    """The claims of a view, and who is told to hold what, by report."""

    index: Index
    holders: Mapping[str, Sequence[Holds]]

    @classmethod
    def of(cls, index: Index) -> Opponents:
        """Look up once who holds what."""
        held: dict[str, list[Holds]] = defaultdict(list)
        for claim in index.claims.values():
            if claim.type == "control" and _told(claim) and claim.interval.latest in {None, OPEN}:
                owners = [role.actor for role in claim.fillers("actor") if role.actor is not None]
                held[claim.report] += [(r.evidence.span, one) for r in claim.fillers("place") for one in owners]
        return cls(index, held)

    def named(self, told: Sequence[Event]) -> Event:
        """The first of some events that are one, with those whom it is against where it has no target.

        Whom people of their own side kill, or who die of what they do themselves, they are not against. In a fight
        the other side is armed: civilians who die in it are no party to it. A fight that names nobody and in which
        fighters of two sides die is between these.
        """
        event = told[0]
        if any(part.role == "target" for part in event.actors):
            return event
        claims = [c for c in self.index.claims_of(one for e in told for one in e.claims) if _told(c)]
        doers = {part.actor.id: part.actor for part in event.actors if part.role == "actor"}
        found = self._against(event, claims, doers)
        if event.type == "clash" and not doers and len({a.side or a.id for a in found}) > 1:
            return replace(event, actors=(*event.actors, *_facing(found)))
        parts = (Part(role="target", actor=actor) for actor in found)
        return replace(event, actors=(*event.actors, *parts)) if found else event

    def _against(self, event: Event, claims: Sequence[Claim], doers: Mapping[str, Actor]) -> list[Actor]:
        harmed = {a.id: a for role in ("wounded", "killed") for a in _harmed(claims, role)}
        if event.type in _FIGHTS:
            armed = {key: a for key, a in harmed.items() if a.kind in _ARMED}
            one_side = len({a.side or a.id for a in doers.values()}) < 2
            found = [a for a in armed.values() if one_side and not _of_them(a, doers)]
            if found:
                return _in_order(found)
        if event.type in _TAKING:
            found = [a for a in self._holding(claims).values() if doers and not _of_them(a, doers)]
            if found:
                return _in_order(found)
        if event.type not in _BLOWS:
            return []
        others = {key: a for key, a in doers.items() if key not in harmed}
        return _in_order([a for a in harmed.values() if not _of_them(a, others if others or not doers else doers)])

    def _holding(self, claims: Sequence[Claim]) -> dict[str, Actor]:
        """Who is told, in the same words, to hold the places that claims are about."""
        places = [(c.report, r.evidence.span) for c in claims for r in c.fillers("place", "destination")]
        return {
            actor.id: actor
            for report, span in places
            for held, actor in self.holders.get(report, ())
            if held.overlaps(span) and actor.kind in _ARMED
        }


def _told(claim: Claim) -> bool:
    return claim.polarity == "positive" and claim.modality == "actual"


def _harmed(claims: Sequence[Claim], role: str) -> list[Actor]:
    return [r.actor for claim in claims for r in claim.fillers(role) if r.actor is not None]


def _of_them(actor: Actor, others: Mapping[str, Actor]) -> bool:
    """Whether somebody is one of some others, or on the side of one."""
    return actor.id in others or (actor.side is not None and actor.side in {a.side for a in others.values()})


def _facing(armed: Sequence[Actor]) -> list[Part]:
    """Those who fight each other: a state's forces, or the first, on the one side."""
    first = next((a for a in armed if a.kind == "state_forces"), armed[0])
    return [Part(role="actor" if _of_them(a, {first.id: first}) else "target", actor=a) for a in armed]


def _in_order(actors: Sequence[Actor]) -> list[Actor]:
    """Those who fight before civilians, each by id."""
    return sorted(actors, key=lambda actor: (actor.kind == _CIVILIANS, actor.id))
