"""Where a blow or deaths were of which nothing says so: where its sentence puts what it tells beside them.

"Rockets fired at the town hit a school", "the army bombarded the town; a doctor spoke of nine killed": one sentence
tells of one place, as long as it names no other for a blow.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.span import Span
from situate.ontology import BLOWS

_DEADLY = BLOWS | {"kill"}
_WIDE = frozenset({"region", "country", "none"})


def where_told_beside(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order; blows and deaths that name no place, with the only one that those of their sentence name."""
    ordered = list(claims)
    told: dict[Span, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.type in _DEADLY and claim.modality == "actual" and claim.sentence is not None:
            told[claim.sentence].append(claim)
    return [_there(claim, told.get(claim.sentence, ()) if claim.sentence is not None else ()) for claim in ordered]


def _there(claim: Claim, beside: Sequence[Claim]) -> Claim:
    if claim not in beside or claim.fillers(*PLACE_ROLES) or any(role.place for role in claim.roles):
        return claim
    named = {role.place.id: role for other in beside for role in _places(other) if role.place is not None}
    if len(named) != 1:
        return claim
    (role,) = named.values()
    return dataclasses.replace(claim, roles=(*claim.roles, dataclasses.replace(role, role="place")))


def _places(claim: Claim) -> list[Role]:
    """The roles that say where a claim was, more exactly than by a region."""
    found = [role for role in claim.roles if role.place is not None]
    return [role for role in found if role.place is not None and role.place.precision not in _WIDE]
