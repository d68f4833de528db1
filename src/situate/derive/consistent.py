"""Claims as derivation takes them: put right by what the whole of their report, or of the record, says.

Nothing here changes what is kept: claims stay as they were read. Each rule has a name in ``rules.yaml`` or says below
what it rests on.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from situate.derive.interest import rules, sides
from situate.derive.known import Known
from situate.derive.places import claim_place, related
from situate.model.claim import Claim, Role
from situate.model.interval import OPEN, Interval
from situate.model.place import Place
from situate.model.span import Span


def consistent(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The same claims in the same order, those put right that need it."""
    breakers: dict[str, set[str]] = defaultdict(set)
    over: dict[str, list[Claim]] = defaultdict(list)
    moved: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        if claim.type == "siege_end" and claim.polarity == "positive":
            breakers[claim.report] |= sides(claim, "actor")
            over[claim.report].append(claim)
        if claim.type in rules()["not_dead"]:
            moved[claim.report] += [r.evidence.span for r in claim.fillers("affected", "target")]
    one = facilities(role.place for claim in claims for role in claim.roles if role.place is not None)
    right = [_put_right(claim, breakers.get(claim.report, set()), one, known) for claim in claims]
    right = [_until(c, over[c.report]) if c.type == "besiege" and c.report in over else c for c in right]
    right = [_alive(c, moved[c.report]) if c.report in moved else c for c in right]
    return _pointing_back(right)


def _until(claim: Claim, over: Sequence[Claim]) -> Claim:
    """ "Broke the siege on Friday": the siege that ended then was not laid then, but held until then."""
    mine, here = claim.interval, claim_place(claim)
    if not mine.earliest or mine.earliest != mine.latest or here is None:
        return claim
    places = [place for end in over if end.interval == mine and (place := claim_place(end)) is not None]
    if claim.modality != "actual" or not any(related(here, place) for place in places):
        return claim
    return dataclasses.replace(claim, interval=dataclasses.replace(mine, earliest=None))


def _alive(claim: Claim, moved: Sequence[Span]) -> Claim:
    """People whom the report tells to have fled or to be held are not the dead of another claim."""
    if claim.type in rules()["not_dead"]:
        return claim
    roles = [r for r in claim.roles if r.role != "killed" or not any(r.evidence.span.overlaps(s) for s in moved)]
    return claim if len(roles) == len(claim.roles) else _kept(claim, roles)


def _pointing_back(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, bare words ("the attack") in the type of what the report told of the same time and place before."""
    back = rules()["back"]
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type in back["to"]:
            told[claim.report].append(claim)
    return [
        _pointed(claim, told[claim.report]) if _is_bare(claim) and claim.report in told else claim for claim in claims
    ]


def _is_bare(claim: Claim) -> bool:
    back = rules()["back"]
    return claim.type == back["type"] and claim.trigger.quote.casefold() in back["words"]


def _pointed(claim: Claim, told: Sequence[Claim]) -> Claim:
    meant = [c for c in told if _can_mean(claim, c)]
    at = claim.trigger.span.start
    nearest = min(meant, key=lambda c: (abs(c.trigger.span.start - at), c.id), default=None)
    return claim if nearest is None else dataclasses.replace(claim, type=nearest.type)


def _can_mean(claim: Claim, told: Claim) -> bool:
    """Whether a bare word can point to another claim: one time, or none of its own, and no other place or side."""
    here, there = claim_place(claim), claim_place(told)
    if here is not None and there is not None and not related(here, there):
        return False
    left, right = sides(claim, "actor"), sides(told, "actor")
    if left and right and not left & right:
        return False
    mine, other = claim.interval, told.interval
    timeless = not mine.known or mine.basis == "publication"
    return timeless or (mine.earliest, mine.latest) == (other.earliest, other.latest)


def _put_right(claim: Claim, breakers: set[str], one: Mapping[str, Place], known: Known) -> Claim:
    claim = _with_places(_denied(claim), one)
    if claim.type == "besiege":
        return _besieger(claim, breakers)
    if claim.type == "siege_end":
        return _ended(claim, known.published(claim.report))
    return _lost(claim) if claim.type == "capture" else claim


def _ended(claim: Claim, published: str | None) -> Claim:
    """An end does not last: the duration beside it is that of the siege, and the end is news of the day."""
    if claim.interval.latest != OPEN or not claim.fillers("duration") or published is None:
        return claim
    day = Interval(earliest=published[:10], latest=published[:10], precision="day", basis="publication")
    return dataclasses.replace(claim, interval=day)


def _besieger(claim: Claim, breakers: set[str]) -> Claim:
    """Who breaks a siege does not lay it ("the army broke the siege"), where another actor may have done so."""
    if not breakers & sides(claim, "actor"):
        return claim
    return _kept(claim, [r for r in claim.roles if not (r.role == "actor" and _side(r) in breakers)])


def _side(role: Role) -> str | None:
    return (role.actor.side or role.actor.id) if role.actor is not None else None


def _lost(claim: Claim) -> Claim:
    """Who loses a place does not take it ("the group had lost the city"); to whom it falls does."""
    words = set(claim.trigger.quote.casefold().split())
    if words.intersection(rules()["falling"]) and not claim.fillers("actor"):
        return _kept(claim, [dataclasses.replace(r, role="actor") if r.role == "target" else r for r in claim.roles])
    if not words.intersection(rules()["losing"]):
        return claim
    return _kept(claim, [dataclasses.replace(r, role="target") if r.role == "actor" else r for r in claim.roles])


def _denied(claim: Claim) -> Claim:
    """What somebody is said to deny is told as not so, whatever polarity was read; who denies it is not who did it."""
    said = claim.speakers[0] if claim.speakers else None
    if said is None or not set((said.cue or "").casefold().split()).intersection(rules()["denying"]):
        return claim
    roles = [r for r in claim.roles if not (r.role == "actor" and r.evidence.span.overlaps(said.evidence.span))]
    return dataclasses.replace(claim, polarity="negative", roles=tuple(roles))


def _kept(claim: Claim, roles: Iterable[Role]) -> Claim:
    return dataclasses.replace(claim, roles=tuple(roles))


def facilities(places: Iterable[Place]) -> Mapping[str, Place]:
    """For ids of unnamed facilities of one town under several words ("airport", "airbase"): the place they are."""
    found: dict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
    for place in places:
        kind = _kind(place)
        if kind is not None and place.part_of is not None:
            found[place.part_of, kind][place.id] = place
    same: dict[str, Place] = {}
    for several in found.values():
        if len(several) > 1:
            same |= dict.fromkeys(several, min(several.values(), key=_prominence))
    return same


def _word(place: Place) -> str:
    return place.name.rpartition(",")[2].strip().casefold()


def _kind(place: Place) -> str | None:
    """The kind of a facility that has no name of its own: "Deir ez-Zor, airbase"."""
    if not place.id.startswith("local:") or "," not in place.name:
        return None
    kinds: Mapping[str, Sequence[str]] = rules()["facilities"]
    return next((kind for kind, words in kinds.items() if _word(place) in words), None)


def _prominence(place: Place) -> tuple[int, str]:
    return list(rules()["facilities"][_kind(place)]).index(_word(place)), place.id


def _with_places(claim: Claim, one: Mapping[str, Place]) -> Claim:
    if not one or not any(role.place is not None and role.place.id in one for role in claim.roles):
        return claim
    return _kept(claim, [_with_place(role, one) for role in claim.roles])


def _with_place(role: Role, one: Mapping[str, Place]) -> Role:
    place = one.get(role.place.id) if role.place is not None else None
    return role if place is None else dataclasses.replace(role, place=place)
