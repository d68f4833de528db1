"""Where a blow or deaths were of which nothing says so: where its sentence puts what it tells beside them.

"Rockets fired at the town hit a school", "the army bombarded the town; a doctor spoke of nine killed": one sentence
tells of one place, as long as it names no other for a blow, and tells of one time (not "came five days after they
shelled the town").
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.span import Span
from situate.ontology import BLOWS

_BEFORE = 80  # code points
_DEADLY = BLOWS | {"kill"}
_LATER = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)|follow(?:s|ed|ing))\s", re.IGNORECASE
)
# One thing is told to have come of another: "in retaliation for the shelling of Lisk they fired rockets".
_BECAUSE = r"\b(?:in the wake of|in (?:response|retaliation|revenge) (?:to|for)|in reprisal for|to avenge)\s"
_CAUSED = re.compile(_BECAUSE, re.IGNORECASE)
_OF_A_CAUSE = re.compile(_BECAUSE + r"(?:[\w’'-]+\s){0,6}\Z", re.IGNORECASE)
_WIDE = frozenset({"region", "country", "none"})


def where_told_beside(claims: Iterable[Claim], text: str) -> list[Claim]:
    """The claims in order; blows and deaths that name no place, with the only one that those of their sentence name."""
    ordered = list(claims)
    told: dict[Span, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.type in _DEADLY and claim.modality == "actual" and claim.sentence is not None:
            told[claim.sentence].append(claim)
    beside = (told.get(claim.sentence, ()) if claim.sentence is not None else () for claim in ordered)
    return [_there(claim, others, text) for claim, others in zip(ordered, beside, strict=True)]


def _there(claim: Claim, beside: Sequence[Claim], text: str) -> Claim:
    if claim not in beside or claim.fillers(*PLACE_ROLES) or any(role.place for role in claim.roles):
        return claim
    same = [other for other in beside if not _at_another_time(claim, other, text)]
    named = {role.place.id: role for other in same for role in _places(other) if role.place is not None}
    if len(named) != 1:
        return claim
    (role,) = named.values()
    return dataclasses.replace(claim, roles=(*claim.roles, dataclasses.replace(role, role="place")))


def _at_another_time(one: Claim, other: Claim, text: str) -> bool:
    """Whether one of two is told by how long before or after the other it was, or as what came of it."""
    first, last = sorted((one.trigger.span, other.trigger.span), key=lambda span: span.start)
    if _LATER.search(text, first.end, last.start) or _CAUSED.search(text, first.end, last.start):
        return True
    return _OF_A_CAUSE.search(text, max(0, first.start - _BEFORE), first.start) is not None


def _places(claim: Claim) -> list[Role]:
    """The roles that say where a claim was, more exactly than by a region."""
    found = [role for role in claim.roles if role.place is not None]
    return [role for role in found if role.place is not None and role.place.precision not in _WIDE]
