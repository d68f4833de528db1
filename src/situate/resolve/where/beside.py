"""Where a blow or deaths were of which nothing says so: where its sentence puts what it tells beside them.

"Rockets fired at the town hit a school", "the army bombarded the town; a doctor spoke of nine killed": one sentence
tells of one place, as long as it names no other for a blow, and tells of one time (not "came five days after they
shelled the town").
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.in_order import Towns

_BEFORE = 80  # code points
_DEADLY = BLOWS | {"kill"}
_LATER = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)|follow(?:s|ed|ing))\s", re.IGNORECASE
)
# One thing is told to have come of another: "in retaliation for the shelling of Lisk they fired rockets".
_BECAUSE = r"\b(?:in the wake of|in (?:response|retaliation|revenge) (?:to|for)|in reprisal for|to avenge)\s"
_CAUSED = re.compile(_BECAUSE, re.IGNORECASE)
_OF_A_CAUSE = re.compile(_BECAUSE + r"(?:[\w’'-]+\s){0,6}\Z", re.IGNORECASE)
_THOUSANDS = 1000
_LONG_AGO = re.compile(r"\b(?:since|so far|to date|in all|overall|altogether)\b", re.IGNORECASE)
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


def dead_of_a_blow(claims: Iterable[Claim], text: str, towns: Towns) -> list[Claim]:
    """The claims in order; deaths of which a sentence only says how many, where the blow of the sentence before was."""
    ordered = list(claims)
    blows: dict[int, list[Claim]] = defaultdict(list)  # by where the sentence ends
    for claim in ordered:
        if claim.type in BLOWS and claim.modality == "actual" and claim.polarity == "positive" and claim.sentence:
            blows[claim.sentence.end].append(claim)
    return [_of_blow(claim, blows, text, towns) for claim in ordered]


def _of_blow(claim: Claim, blows: Mapping[int, Sequence[Claim]], text: str, towns: Towns) -> Claim:
    counts = claim.type == "kill" and claim.modality == "actual" and claim.polarity == "positive"
    if not counts or claim.sentence is None or claim.fillers(*PLACE_ROLES, "time", "duration", "actor"):
        return claim
    told = [role for role in claim.fillers("killed", "wounded") if role.quantity is not None]
    start = claim.sentence.start
    gap = len(text[:start]) - len(text[:start].rstrip())
    before = blows.get(start - gap, ())
    if not told or not before or "\n" in text[start - gap : start] or towns.beginning(start, claim.sentence.end):
        return claim
    there = (role for blow in before for role in blow.roles if role.place is not None and _is_spot(role.place))
    named = {role.place.id: role for role in there if role.place is not None}
    if len(named) != 1 or any(_is_of_a_war(role) for role in told):
        return claim
    (role,) = named.values()
    return dataclasses.replace(claim, roles=(*claim.roles, dataclasses.replace(role, role="place", carried=True)))


def _is_of_a_war(role: Role) -> bool:
    """Whether a figure is that of long ago or of all of a war: "thousands have died"."""
    quantity = role.quantity
    many = quantity is not None and quantity.vague and quantity.most >= _THOUSANDS
    return many or _LONG_AGO.search(role.evidence.quote) is not None


def _is_spot(place: Place) -> bool:
    """Whether a place is no region and no country, but maybe a village of which no more is known."""
    return place.precision not in _WIDE or (place.id.startswith("local:") and place.relation is None)


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
