"""Where a claim was more exactly than its own words for places say: by what is hit, whom it counts, its clause.

"In the north, gunners shelled the corridor at Lisk", "killed seven farmers between Lisk and Olma", "they seized nine
men near Lisk; the incident …": the town behind the preposition is where it was.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from situate.model.claim import OF_A_PART, PLACE_ROLES, Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.in_order import Towns

_OF_PEOPLE = ("killed", "wounded", "affected")
_STRUCK = BLOWS | {"besiege", "destroy", "capture"}
_HARMED = BLOWS | {"kill", "detain", "abduct", "abuse"}
_FROM_AFAR = frozenset({"shelling", "airstrike"})
_FROM = re.compile(r"\bfrom (?:the )?\Z")
_TOLD = re.compile(
    r"\b(?:report(?:s|ed|ing)?|writ(?:es?|ing)|wrote|sa(?:ys|id)|tells?|told|live) from (?:the )?\Z", re.I
)
_SPOT = frozenset({"settlement", "part", "point", "relative"})
# "Seven farmers | between Lisk and Olma", "three men | near Lisk".
_THERE = re.compile(r"\s(?P<where>(?:between|near|outside|around|in|at)\s(?:the\s)?(?:[a-z]+\s){0,3}[A-ZÀ-ÖØ-Þ].*)\Z")
_OF_THEM = re.compile(r"\b(?:from|of|who|held|living|based)\b")

# Where a part of them was: "80 people in Varn, including 35 | in Lisk", "most of them | in a market in Lisk".
_OF_A_PART = re.compile(
    r"\b(?:including|among(?:st)? (?:them|whom)|(?!all\b)[\w’'-]+ of (?:them|whom))\b(?:\s[^\s,;.]+){0,10}?"
    r"\s(?:in|at|near|outside|around|on|across)\s(?:(?!and\b)[^\s,;.]+\s){0,6}\Z",
    re.IGNORECASE,
)
_REACH = 120  # letters of such words


def where_counted(claim: Claim, text: str) -> Iterator[Span]:
    """The words within the figures of a claim that say where those were to whom it happened."""
    for role in claim.fillers(*_OF_PEOPLE) if claim.type in _HARMED else ():
        there = _THERE.search(role.evidence.quote)
        if there is not None and not _OF_THEM.search(role.evidence.quote, 0, there.start()):
            start = role.evidence.span.start + there.start("where")
            yield Span(start, role.evidence.span.end)


def at_counted(claim: Claim, text: str, places: Mapping[Span, Place]) -> Claim:
    """A claim with the place that the words for whom it harmed say, before all others."""
    told = next(((span, places[span]) for span in where_counted(claim, text) if span in places), None)
    if told is None or told[1].precision not in _SPOT:
        return claim
    there = Role(role="place", evidence=Evidence(span=told[0], quote=told[0].of(text)), place=told[1])
    return dataclasses.replace(claim, roles=(there, *claim.roles))


def not_of_a_part(claim: Claim, text: str, places: Iterable[Span]) -> Claim:
    """A claim that knows which of its places are those of a part of the people, if it tells where all of them are.

    "Raids killed 80 people in Varn, including 35 in Lisk": the 80 are Varn's. ``places``: words that name places.
    """
    if claim.type not in _HARMED or not any(role.quantity is not None for role in claim.fillers(*_OF_PEOPLE)):
        return claim
    start = claim.sentence.start if claim.sentence is not None else 0
    behind = {role: at for role in claim.fillers("place") if (at := _of_a_part(role.evidence.span, text, start))}
    if not behind:
        return claim
    first = min(behind.values())
    told = (role.evidence.span for role in claim.fillers(*PLACE_ROLES) if role.place is not None)
    counted = any(r.evidence.span.end <= first for r in claim.fillers(*_OF_PEOPLE) if r.quantity is not None)
    if not counted or not any(start <= span.start and span.end <= first for span in (*told, *places)):
        return claim
    roles = (dataclasses.replace(r, reason=OF_A_PART) if r in behind and r.place else r for r in claim.roles)
    return dataclasses.replace(claim, roles=tuple(roles))


def _of_a_part(place: Span, text: str, start: int) -> int | None:
    """Where the words begin that tell of a part of the people, if a place is told right behind them."""
    told = _OF_A_PART.search(text, max(start, place.start - _REACH), place.start)
    return None if told is None else told.start()


def not_where_fired(claim: Claim, text: str) -> Claim:
    """A claim of what is fired or flown, without the place that it comes from: "a rocket from Varn fell near Lisk".

    Where it fell is told too: of a place alone "from" may tell another thing.
    """
    places = claim.fillers("place")
    fired = [role for role in places if _is_from(role.evidence.span, text)]
    if claim.type not in _FROM_AFAR or not fired or len(fired) == len(places):
        return claim
    roles = tuple(dataclasses.replace(r, role="origin") if r in fired else r for r in claim.roles)
    return dataclasses.replace(claim, roles=roles)


def _is_from(span: Span, text: str) -> bool:
    start = max(0, span.start - 24)
    return bool(_FROM.search(text, start, span.start)) and not _TOLD.search(text, start, span.start)


def at_target(claim: Claim, towns: Towns) -> Claim:
    """A blow whose place is a country or a side of it, at the town that it hits there; no town counts people."""
    roles = tuple(
        dataclasses.replace(r, role="place", place=towns[r.evidence.span], quantity=None, actor=None)
        if r.role in _OF_PEOPLE and _is_hit(claim, r.evidence.span, towns)
        else r
        for r in claim.roles
    )
    claim = dataclasses.replace(claim, roles=roles) if roles != claim.roles else claim
    wide = [role.place for role in claim.fillers("place") if role.place is not None]
    if claim.type not in _STRUCK or not wide or any(place.precision != "country" for place in wide):
        return claim
    lands = {place.country for place in wide}
    for role in claim.fillers("target"):
        span = role.evidence.span  # the town is told in its words
        named = role.place is not None and bool(towns.inside(span.start, span.end))
        if role.place is not None and named and role.place.precision in _SPOT and role.place.country in lands:
            return dataclasses.replace(claim, roles=(dataclasses.replace(role, role="place"), *claim.roles))
    return claim


def _is_hit(claim: Claim, span: Span, towns: Towns) -> bool:
    """Whether a town's name stands right behind the word for a blow ("shelled Lisk"), so that it is no casualty."""
    return claim.type in _STRUCK and span in towns and 0 <= span.start - claim.trigger.span.end <= 1


def of_their_clause(claims: Iterable[Claim], text: str) -> list[Claim]:
    """The claims in order; with the place of its clause what is told before a semicolon, where another claim has it.

    ("They seized nine men near Lisk; the incident …".)
    """
    told = list(claims)
    beside: dict[Span, list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.sentence is not None and ";" in claim.sentence.of(text):
            beside[claim.sentence].append(claim)
    return [_in_clause(claim, beside.get(claim.sentence, ()), text) if claim.sentence else claim for claim in told]


def _in_clause(claim: Claim, beside: Sequence[Claim], text: str) -> Claim:
    if claim.type not in _HARMED or not beside or not all(map(_is_wide, claim.fillers("place"))):
        return claim
    if any(role.role in PLACE_ROLES and role.role != "place" for role in claim.roles):
        return claim
    start, end = claim.trigger.span.end, claim.sentence.end if claim.sentence is not None else 0
    for role in (role for other in beside if other is not claim for role in other.fillers("place")):
        there = role.evidence.span
        mine = there.start >= start and ";" not in text[start : there.start] and ";" in text[there.end : end]
        nearer = any(start < other.trigger.span.start < there.start for other in beside)
        if mine and not nearer and role.place is not None and role.place.precision in _SPOT:
            return dataclasses.replace(claim, roles=(role, *claim.roles))
    return claim


def _is_wide(role: Role) -> bool:
    return role.place is not None and role.place.precision in {"region", "country"}
