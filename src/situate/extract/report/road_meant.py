"""Which road "it" is that is cut or opened: one told before, and nobody who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.model.claim import Claim, Role

_OF_ROADS = frozenset({"cut_route", "open_route"})
_IT = frozenset({"it", "them", "this", "that"})
_REACH = 300  # code points back to the road
_NAME = r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*"
_ROAD = re.compile(
    rf"\b(?i:the|a|an|its|their) (?:[\w-]+ ){{0,3}}?(?:road|highway|motorway|route|crossing|corridor|street|bridge)s?\b"
    rf"(?: (?:from|to|into|between|linking|that links|out of|for) {_NAME}(?: (?:and|to|with) {_NAME})?)?"
)


def with_roads(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Claims in order of their triggers; "it" that is cut or opened stands for the road told before.

    That of the claim before that tells of one, else the last words for one: "the road to Lisk is open again: the army
    reopened it on Friday".
    """
    found: list[Claim] = []
    told: Role | None = None
    for claim in claims:
        roles = claim.roles
        if claim.type in _OF_ROADS:
            roles = tuple(_meant(text, role, told) for role in claim.roles)
            told = next((r for r in roles if r.role == "route" and _names(r)), told)
        found.append(claim if roles == claim.roles else replace(claim, roles=roles))
    return found


def _names(role: Role) -> bool:
    return (role.ref or role.evidence.quote).casefold() not in _IT


def _meant(text: str, role: Role, told: Role | None) -> Role:
    at = role.evidence.span.start
    if role.role != "route" or role.evidence.quote.casefold() not in _IT:
        return role
    if told is not None and 0 < at - told.evidence.span.end <= _REACH:
        return replace(role, ref=told.ref or told.evidence.quote)
    words = [m[0] for m in _ROAD.finditer(text, max(0, at - _REACH), at)]
    return replace(role, ref=words[-1]) if words else role
