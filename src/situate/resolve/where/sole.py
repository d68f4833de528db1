"""Where a thing was whose sentence names one town, of which nothing else is said: "the use of artillery against Ostry".

Where a convoy is bound for is where it came, or was kept from coming.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from situate.model.claim import PLACE_ROLES, Claim, Evidence, Role
from situate.model.place import Place
from situate.ontology import BLOWS
from situate.resolve.claim_sense import placed
from situate.resolve.in_order import Towns
from situate.resolve.where.said import said_there

_STRUCK = BLOWS | {"kill"}
_TAKEN = frozenset({"abduct", "detain"})
_AID = frozenset({"deliver_aid", "deny_aid"})
_BEFORE = 60  # code points
# The words between a trigger and the town of its own clause.
_BETWEEN = (
    r"(?:(?!\b(?:who|that|which|where|when|while|as|after|before|and|but|follow(?:s|ed|ing))\b)[^,;:.\n“”\"]){0,80}\b"
)
_GOES_ON = re.compile(rf"{_BETWEEN}(?:against|on|at|in|of|near|upon)\s", re.IGNORECASE)
_GOES_ON_NEAR = re.compile(rf"{_BETWEEN}(?:at|in|near|outside)\s", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:convoys?|trucks?|lorr(?:y|ies)|aid|supplies|shipments?|delivery|bound|destined|heading|way)\b[^.;,]{0,30}?"
    r"\s(?:for|to|towards)\s$",
    re.IGNORECASE,
)


def at_sole_town(claim: Claim, text: str, towns: Towns, written: int) -> Claim:
    """A blow, deaths or aid without a place, at the town of its sentence; ``written`` is where a dateline ends.

    A blow is at one that its own clause goes on to name, with a preposition that says so ("artillery … against Ostry").
    Not at one where somebody spoke, or that stands within the words for who did or said it.
    """
    aid = claim.type in _AID
    wide = _only_wide(claim)
    if claim.sentence is None or not (aid or claim.type in _STRUCK or wide) or (placed(claim) and not wide):
        return claim
    start = max(claim.sentence.start, written)
    inside = towns.inside(start, claim.sentence.end)
    if aid:
        inside = [s for s in inside if _BOUND.search(text[max(start, s.start - _BEFORE) : s.start])]
    else:
        taken = [role.evidence.span for role in claim.fillers("actor")] + [s.evidence.span for s in claim.speakers]
        goes_on = _GOES_ON_NEAR if wide else _GOES_ON
        after = [s for s in inside if goes_on.fullmatch(text[claim.trigger.span.end : s.start])]
        if not after or any(said_there(text, s) or any(t.covers(s) for t in taken) for s in after):
            return claim
    if len({towns[span].id for span in inside}) != 1 or not _within(towns[inside[0]], wide):
        return claim
    told = Evidence(span=inside[0], quote=inside[0].of(text))
    role = Role(role="destination" if aid else "place", evidence=told, place=towns[inside[0]])
    return dataclasses.replace(claim, roles=(role, *claim.roles) if wide else (*claim.roles, role))


def _only_wide(claim: Claim) -> list[Place]:
    """The regions and countries of a blow, or of people taken, of which nothing smaller is told."""
    if claim.type not in _STRUCK | _TAKEN:
        return []
    told = [role for role in claim.roles if role.place is not None or role.role in PLACE_ROLES]
    found = [role.place for role in told if role.place is not None and role.place.precision in ("region", "country")]
    return found if len(found) == len(told) else []


def _within(town: Place, wide: Sequence[Place]) -> bool:
    """Whether a town lies in all of some regions and countries."""
    return all(p.country == town.country and (p.precision == "country" or p.admin1 == town.admin1) for p in wide)
