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

from situate.derive.claims.telling import Around
from situate.derive.interest import rules
from situate.derive.places import claim_place
from situate.derive.timeline import moment
from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.model.tolls import toll

_WORD = re.compile(r"\w+")
_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their)\b", re.IGNORECASE)


def told_on(
    claims: Iterable[Claim], around: Around, country: Place | None = None, town: Place | None = None
) -> dict[str, Place]:
    """For blows of a report without a place, by the id of their claim: the place of the last claim before that has one.

    ``around`` is where the report is set, ``country`` the one that it is about, if it is about one, ``town`` the one in
    it that it was written in: what it tells of a street or a university without a town is there. The place must lie
    in the country that most of its places are in, and be more than a country; a claim that names a place of its own
    which could not be resolved is not there, nor is background (:func:`_goes_on`). Where people meet or send things is
    not where they fight, nor where something is only planned ("a plot to abduct him from Lisk"). Such a claim, and
    one that nothing is told before, is in ``country``.
    """
    rule = rules()["told_on"]
    told = sorted(claims, key=lambda c: (c.trigger.span.start, c.id))
    placed = [
        (c.trigger.span, p, c.interval)
        for c in told
        if c.type not in rule["elsewhere"] and c.modality != "planned"
        and (p := claim_place(c)) is not None and p.precision != "country"
    ]  # fmt: skip
    found: dict[str, Place] = {}
    for claim in told:
        if claim.type in rule["types"] and claim_place(claim) is None:
            near = None if _elsewhere(claim, rule) else _near(claim, placed, around, rule)
            there = near or (town if _in_a_town(claim, rule) else None) or country
            if there is not None:
                found[claim.id] = dataclasses.replace(there, basis="context")
    return found


def _near(
    claim: Claim, placed: Sequence[tuple[Span, Place, Interval]], around: Around, rule: Mapping[str, Any]
) -> Place | None:
    """The place told last before, if not far back; else the nearest one, where all are in one province."""
    at, points = claim.trigger.span, _points_back(claim)
    before = [(at.start - span.end, place, when) for span, place, when in placed if span.start <= at.start]
    if before and before[-1][0] <= rule["letters"] and _at_home(before[-1][1], around):
        _, place, when = before[-1]
        return place if points or _goes_on(claim, when, rule) else None
    home = [(abs(span.start - at.start), place, when) for span, place, when in placed if _at_home(place, around)]
    if len(around.provinces) == 1 and home:
        _, place, when = min(home, key=lambda one: one[0])
        return place if points or _goes_on(claim, when, rule) else None
    return None


def _points_back(claim: Claim) -> bool:
    """Whether a claim's words for its place point to one that was told of: "the same square"."""
    return any(r.reason == "description" and _DEFINITE.match(r.evidence.quote) for r in claim.fillers(*PLACE_ROLES))


def _goes_on(claim: Claim, when: Interval, rule: Mapping[str, Any]) -> bool:
    """Whether a claim tells on from one of the time ``when``: it happened, it has a time, and none long before that.

    What has none is spoken of ("holding Russia responsible for gas attacks"), what was years ago is looked back on, and
    so many as die in a war ("320,000 have been killed since it began") died in no one town.
    """
    mine = claim.interval
    if claim.polarity == "negative" or not mine.known or _of_a_war(claim):
        return False
    if not when.known:
        return mine.precision != "year"
    own, other = moment(mine), moment(when)
    return own.meets(other, slack=rule["days"])


def _of_a_war(claim: Claim) -> bool:
    dead = toll(claim, "killed")
    return dead is not None and dead.low is not None and dead.low >= rules()["mass"]


def _elsewhere(claim: Claim, rule: Mapping[str, Any]) -> bool:
    """Whether a claim names a place that nobody knows, or speaks of one not told of before ("a Syrian air base")."""
    unknown = any(role.reason in {"not_in_gazetteer", "ambiguous"} for role in claim.fillers(*PLACE_ROLES))
    return unknown or any(_is_another(r, rule["sites"]) for r in claim.fillers(*PLACE_ROLES, "target"))


def _is_another(role: Role, sites: Sequence[str]) -> bool:
    """Whether words are for a settlement, a base or land that they do not point back to."""
    quote = role.evidence.quote
    words = _WORD.findall(quote.lower())
    return role.place is None and bool(words) and words[-1] in sites and _DEFINITE.match(quote) is None


def _in_a_town(claim: Claim, rule: Mapping[str, Any]) -> bool:
    """Whether a claim names a spot of a town, as its place or as what was hit."""
    words = {
        word for role in claim.fillers(*PLACE_ROLES, "target") for word in _WORD.findall(role.evidence.quote.lower())
    }
    return not words.isdisjoint(rule["spots"])


def _at_home(place: Place, around: Around) -> bool:
    return place.precision != "country" and around.countries == {place.country}
