"""Takings put right: who takes a place, who loses it, and where, whichever roles the words were read in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from situate.derive.interest import rules
from situate.derive.places import claim_place, related, settled
from situate.model.claim import PLACE_ROLES, Claim, Role

_DAY = 10  # letters of a date that names a day


def taken_by(claim: Claim) -> Claim:
    """A claim of a place that is taken or left, with its takers, its losers and its place in their roles."""
    return _where_taken(_lost(claim))


def _where_taken(claim: Claim) -> Claim:
    """What is taken is where it is taken, whichever role its words were read in ("entered the town and control it")."""
    if claim.type != "capture" or any(role.place is not None for role in claim.fillers("place")):
        return claim
    named = {role for role in claim.fillers("target", "destination") if role.place is not None and role.actor is None}
    return _kept(claim, [dataclasses.replace(r, role="place") if r in named else r for r in claim.roles])


def _lost(claim: Claim) -> Claim:
    """Who loses a place does not take it ("the group had lost the city")."""
    words = set(claim.trigger.quote.casefold().split())
    if claim.type == "withdraw":
        if words.intersection(rules()["driven"]):
            return _thrown_out(claim)
        return _taking(claim) if words.intersection(rules()["driving"]) else claim
    if words.intersection(rules()["driven"]):
        return _driven_out(claim)
    if not words.intersection(rules()["losing"]):
        return claim
    end = claim.trigger.span.end  # behind the words stands who took it ("the city was lost to the group")
    lost = {r for r in claim.fillers("actor") if r.evidence.span.start < end}
    return _kept(claim, [dataclasses.replace(r, role="target") if r in lost else r for r in claim.roles])


def _taking(claim: Claim) -> Claim:
    """ "A drove B out of the town": it is B that leaves, and A that takes the town.

    Who stands behind the words is driven out, whichever role was read.
    """
    end = claim.trigger.span.end
    behind = {r for r in claim.fillers("actor") if r.evidence.span.start >= end}
    if not claim.fillers("target") and behind and behind != set(claim.fillers("actor")):
        claim = _kept(claim, [dataclasses.replace(r, role="target") if r in behind else r for r in claim.roles])
    if not claim.fillers("actor") or not claim.fillers("target"):
        return claim
    there = [dataclasses.replace(r, role="place") if r.role == "origin" else r for r in claim.roles]
    return dataclasses.replace(claim, type="capture", roles=tuple(there))


def _thrown_out(claim: Claim) -> Claim:
    """ "B was driven out of the town by A", read of B's leaving: it is A that takes the town."""
    at = claim.trigger.span
    before = any(r.evidence.span.start < at.start for r in claim.fillers("target"))
    after = claim.fillers("actor") and all(r.evidence.span.start >= at.end for r in claim.fillers("actor"))
    if before and after:  # A stands there as who did it already
        there = (dataclasses.replace(r, role="place") if r.role == "origin" else r for r in claim.roles)
        return dataclasses.replace(claim, type="capture", roles=tuple(there))
    right = _driven_out(claim)
    lost, took = right.fillers("actor"), right.fillers("target")
    if not lost or not took:
        return right
    swap = {"actor": "target", "target": "actor", "origin": "place"}
    roles = (dataclasses.replace(r, role=swap.get(r.role, r.role)) for r in right.roles)
    return dataclasses.replace(right, type="capture", roles=tuple(roles))


def _driven_out(claim: Claim) -> Claim:
    """ "A were driven out of the town by B": of two who stand there as actors, the one before the words lost it."""
    at = claim.trigger.span.start
    lost = {role for role in claim.fillers("actor") if role.evidence.span.start < at}
    took = set(claim.fillers("actor")) - lost
    if not lost or not took:
        return claim
    others = took if claim.type == "withdraw" else lost  # who leaves a place acts there; who takes it does here
    return _kept(claim, [dataclasses.replace(r, role="target") if r in others else r for r in claim.roles])


def _kept(claim: Claim, roles: Iterable[Role]) -> Claim:
    return dataclasses.replace(claim, roles=tuple(roles))


def towns_taken(claims: Iterable[Claim]) -> dict[str, tuple[Role, ...]]:
    """The towns of fights and deaths that are told right after a taking, of its day and without a place, by claim.

    "The army took Lisk on Sunday. Two dozen militiamen were killed": so many that two reports tell of one taking are
    told of one place, and nobody is counted twice.
    """
    rule, found = rules()["of_a_taking"], dict[str, tuple[Role, ...]]()
    taking: Claim | None = None
    for claim in sorted(claims, key=lambda c: (c.trigger.span.start, c.id)):
        if claim.polarity != "positive" or claim.modality != "actual":
            continue
        if claim.type in rule["types"] and not claim.fillers(*PLACE_ROLES) and _of_one(claim, taking, rule["letters"]):
            assert taking is not None
            found[claim.id] = tuple(dataclasses.replace(role, carried=True) for role in _town(taking))
        elif claim.type == "capture":
            taking = claim if len(_town(claim)) == 1 else None
        elif taking is not None and _is_elsewhere(claim, taking):
            taking = None
    return found


def _of_one(claim: Claim, taking: Claim | None, letters: int) -> bool:
    """Whether a claim is told within so many letters after a taking, and of the day of it."""
    if taking is None or not 0 < claim.trigger.span.start - taking.trigger.span.end <= letters:
        return False
    day = taking.interval.earliest
    mine, its = claim.interval, taking.interval
    return (
        day is not None
        and len(day) >= _DAY
        and (mine.earliest, mine.latest) == (day, day) == (its.earliest, its.latest)
    )


def _is_elsewhere(claim: Claim, taking: Claim) -> bool:
    here, town = claim_place(claim), claim_place(taking)
    return here is not None and (town is None or not related(here, town))


def _town(taking: Claim) -> tuple[Role, ...]:
    """The settlements that a claim of a taking names."""
    return tuple(r for r in taking.fillers("place") if r.place is not None and settled(r.place))
