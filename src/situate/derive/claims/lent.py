"""What a blow has from claims told beside it: the dead of deaths told after it, the sides of what it tells again.

Its dead are told in the same sentence, or right after it without more words.

"Jets struck a printing house in Bresk on Tuesday. 44 people were killed": the deaths stay a killing of their own, and
their figure is the blow's too. So a toll that a neutral outlet tells in a second sentence is weighed against that
which a side tells in one, and blows are told apart, and recognised, by it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from situate.derive.interest import rules
from situate.derive.places import claim_place, related, settled
from situate.model.claim import Claim, Role
from situate.model.interval import Interval
from situate.model.span import Span
from situate.model.tolls import LENT, RECOUNT

_DAY = 10  # letters of a date that names a day
_FEW = 7  # days that one blow goes on
_FOUGHT = frozenset({"attack", "fight"})  # sorts of an attack whose means nobody tells, and of what two sides do


def lent(claims: Sequence[Claim], parts: Collection[str]) -> dict[str, tuple[Role, ...]]:
    """The figures of dead that blows of a report have from deaths told after them, by the id of the blow's claim.

    ``parts`` are the claims of deaths that are among others. Only a blow with a day and a settlement takes any, and
    only those of the first deaths after it: theirs must be no other time, place or doer.
    """
    told = sorted(claims, key=lambda c: (c.trigger.span.start, c.id))
    found = _told_first(told, parts)
    blow: Claim | None = None
    for claim in told:
        if claim.modality != "actual" or claim.polarity != "positive":
            continue
        if claim.type in rules()["told_on"]["types"] and claim.type != rules()["parts"]["type"]:
            if not _is_harm_of(claim, blow):
                blow = claim if _takes(claim) else None
        elif claim.type == rules()["parts"]["type"] and blow is not None:
            if claim.id not in parts and _of(claim, blow):
                found[blow.id] = _figures(claim)
            blow = None
    return found


def _told_first(told: Sequence[Claim], parts: Collection[str]) -> dict[str, tuple[Role, ...]]:
    """The figures of blows that are told right after their dead: "Three dead in Lisk. Jets bombed it on Sunday"."""
    done = [c for c in told if c.modality == "actual" and c.polarity == "positive"]
    return {
        blow.id: _figures(dead) for dead, blow in pairwise(done) if dead.id not in parts and dead_before(dead, blow)
    }


def dead_before(dead: Claim, blow: Claim) -> bool:
    """Whether deaths without a time of their own are those of the blow that the next words tell, at their place."""
    rule = rules()["parts"]
    if dead.type != rule["type"] or not _figures(dead) or dead.fillers("actor", "instrument", "time"):
        return False
    if blow.type not in rules()["families"]["blow"] or not _takes(blow):
        return False
    if dead.interval.basis != "publication" and dead.interval != blow.interval:
        return False
    here, there = claim_place(dead), claim_place(blow)
    near = 0 < blow.trigger.span.start - dead.trigger.span.end <= rule["letters"] // 2
    return near and here is not None and there is not None and here.id == there.id


def _is_harm_of(claim: Claim, blow: Claim | None) -> bool:
    """ "An air strike on Lisk! A depot is on fire, two people are dead": what burns was set on fire by the strike."""
    if blow is None or claim.type != "destroy" or blow.type == "destroy" or claim.fillers("actor", "instrument"):
        return False
    here, there = claim_place(claim), claim_place(blow)
    near = here is None or there is None or related(here, there)
    return near and (claim.interval.earliest, claim.interval.latest) == (blow.interval.earliest, blow.interval.latest)


def sides_told_again(claims: Sequence[Claim]) -> dict[str, tuple[Role, ...]]:
    """The sides of attacks and fights that are told twice, once without any, by the claims' ids.

    ("A gun battle in Lisk. The army and the rebels fought there"; "the attack was beaten off".) By these it shows
    whether an attack was a clash or a blow (``sorts``).
    """
    fights = {claim.id: claim for claim in claims if rules()["sorts"].get(claim.type) in _FOUGHT}
    found: dict[str, tuple[Role, ...]] = {}
    for claim in fights.values():
        first = fights.get(claim.same_as or "")
        for bare, full in ((claim, first), (first, claim)):
            if bare is not None and full is not None and not _sides(bare):
                found.setdefault(bare.id, tuple(dataclasses.replace(r, carried=True) for r in _sides(full)))
    return {claim: sides for claim, sides in found.items() if sides}


def _sides(claim: Claim) -> tuple[Role, ...]:
    return tuple(role for role in claim.fillers("actor", "target") if role.actor is not None)


def with_lent(claim: Claim, given: Mapping[str, tuple[Role, ...]]) -> Claim:
    """A claim with the figures and sides that it has from others."""
    more = given.get(claim.id)
    return dataclasses.replace(claim, roles=(*claim.roles, *more)) if more else claim


def of_its_blow(claim: Claim, given: Mapping[str, tuple[Role, ...]]) -> Claim:
    """Deaths whose figure a blow has been lent, told as another count of its toll: nobody died twice."""
    if claim.type != rules()["parts"]["type"] or claim.same_as is not None:
        return claim
    lending = {_words(role): blow for blow, roles in given.items() for role in roles if role.role == "killed"}
    blow = next((lending[_words(role)] for role in claim.fillers("killed") if _words(role) in lending), None)
    if blow is None:
        return claim
    roles = (
        dataclasses.replace(r, reason=LENT) if r.reason is None and _words(r) in lending else r for r in claim.roles
    )
    return dataclasses.replace(claim, roles=tuple(roles), same_as=blow)


def _words(role: Role) -> Span:
    return role.evidence.span


def days_of_dead(claims: Sequence[Claim], parts: Collection[str]) -> dict[str, Interval]:
    """The days of blows and of their dead that are told without one, from the other, by the ids of those without.

    "Jets have bombed Lisk. Five people were killed on Thursday": they did on Thursday. "A strike hit Lisk on Friday.
    Its dead number five", "Five dead in Lisk. Jets bombed it on Friday": they died on Friday.
    """
    told = sorted(claims, key=lambda c: (c.trigger.span.start, c.id))
    found: dict[str, Interval] = {}
    for blow, deaths in pairwise(c for c in told if c.modality == "actual" and c.polarity == "positive"):
        if dead_before(blow, deaths):
            found[blow.id] = deaths.interval
        if blow.type not in rules()["told_on"]["types"] or blow.type == rules()["parts"]["type"]:
            continue
        near = deaths.trigger.span.start - blow.trigger.span.end <= rules()["parts"]["letters"] // 2
        if near and _takes(blow) and _counts_only(deaths):
            found[deaths.id] = blow.interval
        undated = blow.interval.basis in {"none", "publication"} and not blow.fillers("time", "duration", "killed")
        if undated and deaths.type == rules()["parts"]["type"] and deaths.id not in parts and _dated(deaths):
            own = deaths.fillers("actor", "instrument") or any(
                r.place is not None and not r.carried for r in deaths.roles
            )
            if near and not own:
                found[blow.id] = deaths.interval
    return found


def _counts_only(deaths: Claim) -> bool:
    """ "The number of dead is five": nothing but the figure."""
    only = deaths.type == rules()["parts"]["type"] and {role.role for role in deaths.roles} == {"killed"}
    return only and deaths.interval.basis == "none" and bool(_figures(deaths))


def _dated(deaths: Claim) -> bool:
    day = deaths.interval.earliest
    told = deaths.interval.basis not in {"none", "publication"} and bool(deaths.fillers("time"))
    return told and day is not None and len(day) >= _DAY and day == deaths.interval.latest


def _takes(blow: Claim) -> bool:
    """Whether a blow tells no dead of its own, and where and on what day, or on which few days, it was."""
    first, last, place = blow.interval.first, blow.interval.last, claim_place(blow)
    exact = first is not None and last is not None and len(blow.interval.earliest or "") >= _DAY
    exact = exact and first is not None and last is not None and 0 <= (last - first).days < _FEW
    return exact and place is not None and settled(place) and not blow.fillers("killed")


def _of(deaths: Claim, blow: Claim) -> bool:
    """Whether deaths are those of the blow that is told before them."""
    rule = rules()["parts"]
    if any(role.reason == RECOUNT for role in deaths.fillers("killed")):
        return False
    figures = _figures(deaths)
    words = {word for role in figures for word in role.evidence.quote.casefold().split()}
    if not figures or deaths.fillers("actor", "instrument") or not words.isdisjoint(rule["more"]):
        return False
    days = {(blow.interval.earliest, blow.interval.latest), (blow.interval.latest, blow.interval.latest)}
    if (deaths.interval.earliest, deaths.interval.latest) not in days:
        return False  # "shelled it for a third day on Monday. Six were killed"
    here, there = claim_place(deaths), claim_place(blow)
    if here is not None and there is not None and not related(here, there):
        return False
    if deaths.sentence is not None and deaths.sentence == blow.sentence:
        return True
    own = any(role.place is not None and not role.carried for role in deaths.roles)  # not that of a heading
    bare = not (deaths.fillers("time") or own)
    return bare and 0 < deaths.trigger.span.start - blow.trigger.span.end <= rule["letters"] // 2


def _figures(deaths: Claim) -> tuple[Role, ...]:
    return tuple(
        dataclasses.replace(role, carried=True)
        for role in deaths.fillers("killed")
        if role.quantity is not None and role.quantity.best is not None
    )
