"""Armed groups by whose names places or weapons are read: "fought al-Ostri in Lisk", "Ostri rockets hit Lisk".

A name with "al-" reads like that of a town. Where the registry knows it as that of an armed group, and of nobody else,
and it is no place, who is fought is the opponent, and who the fire comes from is who fires. Whose rockets hit a town
has fired them; so much is not told by the name of a state, whose rockets others fire too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterator, Mapping, Sequence

from situate.model.claim import PLACE_ROLES, Claim, Evidence, Role
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Row

_HARM = BLOWS | {"kill"}
_UNARMED = frozenset({"other", "outlet"})  # "RSF" is short for a group and for reporters
_FOUGHT = BLOWS | {"advance", "repel"}
_WEAPON = re.compile(
    r"(?:[’']s?)?\s(?:[a-z-]+\s){0,3}?(?:(?:rocket|missile|mortar|bomb|shell|drone|grenade|mine|gun|sniper|tank)s?|artillery)\b"
)
_SOME = re.compile(r"(?:[A-Za-z]+|\d+)\s")  # "Two Ostri rockets"
_THERE = re.compile(r"\s(?:near|in|at|outside|inside|around|on|along|north|south|east|west)\b")


def groups(parts: Sequence[Part], rows: Mapping[str, Row]) -> Mapping[int, Span]:
    """The names in a text that are those of armed groups and of nobody else who fights, by where they begin."""
    named = (part for part in parts if part.form == "row" and not part.possessive)
    kinds = ((part, [rows[i] for i in part.ids]) for part in named)
    armed = (part for part, of in kinds if any(r.armed for r in of) and all(r.armed or r.kind in _UNARMED for r in of))
    return {part.start: Span(part.start, part.end) for part in armed}


def against_groups(claim: Claim, text: str, named: Mapping[int, Span], found: Container[Span]) -> Claim:
    """A claim of a fight with the groups that it names as places as the sides that they are.

    ``found`` are the words that are or may be places; those in which a group stands before one keep it.
    """
    if claim.type not in _FOUGHT or not any(
        r.role in PLACE_ROLES and r.evidence.span.start in named for r in claim.roles
    ):
        return claim
    roles = tuple(made for role in claim.roles for made in _sided(claim, role, text, named, found))
    return dataclasses.replace(claim, roles=roles)


def with_owners(claim: Claim, text: str, named: Mapping[int, Span]) -> Claim:
    """A claim of harm that has no doer with the group by whose name its weapons are called."""
    if claim.type not in _HARM or claim.fillers("actor"):
        return claim
    for weapon in claim.fillers("instrument"):
        span = weapon.evidence.span
        some = _SOME.match(text, span.start)
        group = named.get(span.start) or (named.get(some.end()) if some is not None else None)
        if group is not None and group.end < span.end and _WEAPON.match(text, group.end):
            owner = Role(role="actor", evidence=Evidence(span=group, quote=group.of(text)))
            return dataclasses.replace(claim, roles=(*claim.roles, owner))
    return claim


def _sided(claim: Claim, role: Role, text: str, named: Mapping[int, Span], found: Container[Span]) -> Iterator[Role]:
    span = role.evidence.span
    group = named.get(span.start) if role.role in PLACE_ROLES else None
    whole = group is not None and group.end >= span.end
    if group is None or (whole and span in found) or not (whole or _THERE.match(text, group.end)):
        yield role
        return
    side = "actor" if role.role == "origin" else "target"
    if not any(one.evidence.span.overlaps(group) for one in claim.fillers("actor", "target")):
        evidence = Evidence(span=group, quote=group.of(text))
        yield Role(role=side, evidence=evidence)
    if not whole:
        yield dataclasses.replace(role, role="place") if role.role == "origin" else role
