"""Which town "the town" is not: one that the same report, by its name, says is held by somebody else.

"Lisk is in the hands of the army. Blankets reached Ostry on Thursday. The town is still held by the rebels": a report
that tells who holds a town does not say the contrary of it; the town that it named last is meant.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from situate.model.claim import Claim, Role
from situate.resolve.in_order import Towns

_BARE = frozenset({"the town", "the city", "the village"})


def held_elsewhere(claims: Iterable[Claim], towns: Towns) -> list[Claim]:
    """The claims in order; who holds "the town" holds the one named last, where others hold the one that was meant."""
    told = list(claims)
    holders = _holders(told, towns)
    return [_elsewhere(claim, holders, towns) if holders and _holds(claim) else claim for claim in told]


def _holders(claims: Iterable[Claim], towns: Towns) -> Mapping[str, Set[str]]:
    """Who is said to hold a town by its name, now, by the town's id."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in filter(_holds, claims):
        for role in claim.fillers("place"):
            span = role.evidence.span
            if role.place is not None and towns.inside(span.start, span.end):
                found[role.place.id] |= _sides(claim)
    return {place: sides for place, sides in found.items() if sides}


def _holds(claim: Claim) -> bool:
    """Whether a claim tells who holds a place now: what was held before is no contrary of it."""
    real = claim.type == "control" and claim.polarity == "positive" and claim.modality == "actual"
    return real and claim.tense in {"present", None} and not claim.fillers("time", "duration")


def _sides(claim: Claim) -> frozenset[str]:
    actors = (role.actor for role in claim.fillers("actor"))
    return frozenset(actor.side or actor.id for actor in actors if actor is not None)


def _elsewhere(claim: Claim, holders: Mapping[str, Set[str]], towns: Towns) -> Claim:
    mine = _sides(claim)
    roles = tuple(_meant(role, mine, holders, towns) if role.role == "place" else role for role in claim.roles)
    return claim if roles == claim.roles else dataclasses.replace(claim, roles=roles)


def _meant(role: Role, mine: Set[str], holders: Mapping[str, Set[str]], towns: Towns) -> Role:
    bare = role.place is not None and role.evidence.quote.casefold() in _BARE
    others = holders.get(role.place.id, frozenset()) if role.place is not None else frozenset()
    if not bare or not mine or not others or mine & others:
        return role
    named = towns.beginning(0, role.evidence.span.start)
    last = towns[named[-1]] if named else None
    if last is None or last == role.place or (mine.isdisjoint(known := holders.get(last.id, mine)) and known):
        return role
    return dataclasses.replace(role, place=last)
