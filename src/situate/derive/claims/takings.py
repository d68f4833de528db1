"""Takings put right: who takes a place, who loses it, and where, whichever roles the words were read in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from situate.derive.interest import rules
from situate.model.claim import Claim, Role


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
