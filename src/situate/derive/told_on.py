"""Where a report goes on: the places of blows that it tells without one.

They make no claim and join no claims, for which they are too weak; an event that has no place else takes one of them,
with the basis ``context``. In the groups of annotated reports two thirds of them are right, as are those that claims
name. Where the report tells of no such place, an event is in the country that the report is about.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from situate.derive.interest import rules
from situate.derive.places import claim_place
from situate.derive.telling import Around
from situate.model.claim import PLACE_ROLES, Claim
from situate.model.place import Place
from situate.model.span import Span

_WORD = re.compile(r"\w+")


def told_on(
    claims: Iterable[Claim], around: Around, country: Place | None = None, town: Place | None = None
) -> dict[str, Place]:
    """For blows of a report without a place, by the id of their claim: the place of the last claim before that has one.

    ``around`` is where the report is set, ``country`` the one that it is about, if it is about one, ``town`` the one in
    it that it was written in: what it tells of a street or a university without a town is there. The place must lie
    in the country that most of its places are in, and be more than a country; a claim that names a place of its own
    which could not be resolved is not there. Where people meet or send things is not where they fight. Such a claim,
    and one that nothing is told before, is in ``country``.
    """
    rule = rules()["told_on"]
    told = sorted(claims, key=lambda c: (c.trigger.span.start, c.id))
    placed = [
        (c.trigger.span, p)
        for c in told
        if c.type not in rule["elsewhere"] and (p := claim_place(c)) is not None and p.precision != "country"
    ]
    found: dict[str, Place] = {}
    for claim in told:
        if claim.type in rule["types"] and claim_place(claim) is None:
            near = None if _elsewhere(claim) else _near(claim.trigger.span, placed, around, rule)
            there = near or (town if _in_a_town(claim, rule) else None) or country
            if there is not None:
                found[claim.id] = dataclasses.replace(there, basis="context")
    return found


def _near(at: Span, placed: Sequence[tuple[Span, Place]], around: Around, rule: Mapping[str, Any]) -> Place | None:
    """The place told last before, if not far back; else the nearest one, where all are in one province."""
    before = [(at.start - span.end, place) for span, place in placed if span.start <= at.start]
    if before and before[-1][0] <= rule["letters"] and _at_home(before[-1][1], around):
        return before[-1][1]
    home = [(abs(span.start - at.start), place) for span, place in placed if _at_home(place, around)]
    if len(around.provinces) == 1 and home:
        return min(home, key=lambda pair: pair[0])[1]
    return None


def _elsewhere(claim: Claim) -> bool:
    return any(role.reason in {"not_in_gazetteer", "ambiguous"} for role in claim.fillers(*PLACE_ROLES))


def _in_a_town(claim: Claim, rule: Mapping[str, Any]) -> bool:
    """Whether a claim names a spot of a town, as its place or as what was hit."""
    words = {
        word for role in claim.fillers(*PLACE_ROLES, "target") for word in _WORD.findall(role.evidence.quote.lower())
    }
    return not words.isdisjoint(rule["spots"])


def _at_home(place: Place, around: Around) -> bool:
    return place.precision != "country" and around.countries == {place.country}
