"""Whether the words of a claim tell a state of a place at all: what evokes it, whom it is done to, when it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from situate.derive.interest import rules
from situate.model.claim import Claim, Role

_SIEGES = frozenset({"siege", "sieges", "blockade", "encirclement"})
LAST_TAKEN = "last-parts-taken"  # the rule of a taking after which nobody else holds any part of the place


def only_named(claim: Claim) -> bool:
    """Whether a claim names a siege by a noun, and does not say that somebody is besieged."""
    return claim.type == "besiege" and claim.trigger.quote.casefold() in _SIEGES


def takes_the_last(claim: Claim) -> bool:
    """Whether a taking is told to be of what was left ("took the last rebel-held districts of the town")."""
    return claim.type == "capture" and _told_of(claim.fillers("place"), rules()["last"])


def tells_no_taking(claim: Claim) -> bool:
    """Whether a claim of a taking is told in words that tell none ("besieged", "his victories").

    Nor do words by which a place goes to and fro between two sides ("has been traded between the army and the rebels").
    """
    if not _begins(claim, rules()["trading"]):
        return _begins(claim, rules()["no_taking"])
    named = [role.actor for role in claim.fillers("actor", "target") if role.actor is not None]
    return len({actor.side or actor.id for actor in named}) > 1


def holders(claim: Claim) -> list[str]:
    """The sides between which a claim of control says that a place is divided, in order; none if it says no such thing.

    "Split between the army and the rebels", "government and rebel control"; other claims that name two sides are of
    one of them.
    """
    if claim.type != "control":
        return []
    named = [role for role in claim.fillers("actor") if role.actor is not None]
    words = claim.trigger.quote.casefold()
    if words == rules()["power"]:
        named = [role for role in named if role.evidence.span.end <= claim.trigger.span.start]
    elif words not in rules()["dividing"]:
        return []
    found = list(dict.fromkeys(role.actor.side or role.actor.id for role in named if role.actor))
    return found if len(found) > 1 else []


def counts(claim: Claim, *, dated: bool) -> bool:
    """Whether a claim is sure enough, and of something that happened, and its words do what its type says.

    ``dated``: its report has a publication date, so that what holds or is news has a time.
    """
    if claim.confidence < rules()["least"] or claim.modality != "actual":
        return False
    if claim.polarity == "positive" and _at_no_time(claim, dated=dated):
        return False
    if claim.type == "besiege":
        return _besieges(claim)
    if claim.type == "capture":
        return not (_takes_no_ground(claim) or _passes(claim) or tells_no_taking(claim))
    if claim.type == "control":
        no_ground = _told_of(claim.fillers("place"), rules()["no_ground"])
        return not (no_ground or _passes(claim) or claim.trigger.quote.casefold() in rules()["no_power"])
    if claim.type in {"cut_route", "open_route"}:
        return not any(map(_is_no_way, claim.fillers("place", "route")))
    if claim.type == "withdraw":
        return not _leaves_alone(claim)
    if claim.type == "deliver_aid":
        return not _begins(claim, rules()["on_the_way"])
    return claim.type != "repel" or _begins(claim, rules()["repels"])


def ends_if_denied(claim: Claim) -> bool:
    """Whether a state ends where a claim says that it is not so, or that a deed was not done.

    A deed that only the day of the report dates ends nothing ("has been unable to take the town"); a state that is
    denied without a time ("the collapse of the truce") is over by that day.
    """
    if claim.type in rules()["over_if_denied"]:
        return claim.interval.known or claim.interval.latest is None
    return claim.interval.known and (claim.type != "capture" or claim.interval.basis != "publication")


def _at_no_time(claim: Claim, *, dated: bool) -> bool:
    """Whether a claim says neither when a state was nor that it lasts ("they once held the town", "after the siege").

    Such a state was there at some time, not now. Of a happening it is so where its report has a date.
    """
    kinds = rules()["at_a_time"]
    timeless = claim.interval.earliest is None and claim.interval.latest is None
    return timeless and (claim.type in kinds["states"] or (dated and claim.type in kinds["happenings"]))


def _besieges(claim: Claim) -> bool:
    """Whether the words of a claim of a siege can begin one: of a place, by somebody who is armed."""
    by = [role.actor for role in claim.fillers("actor") if role.actor is not None]
    unarmed = rules()["unarmed"]["kinds"]
    if by and all(actor.side is None and actor.kind in unarmed for actor in by):
        return False
    if _told_of(claim.fillers("actor"), rules()["besieged_by"]) or _is_of_a_person(claim):
        return False
    if _told_of(claim.fillers("target", "place"), rules()["buildings"]):
        return False  # a building in the place that is named: such a siege is an event of hours or days
    rule = rules()["siege"]
    return _begins(claim, rule["begins"]) or (not _begins(claim, rule["presses"]) and bool(by))


def _is_of_a_person(claim: Claim) -> bool:
    """Whether it is one person who is besieged (by journalists, by friends), not a place."""
    targets = claim.fillers("target")
    person = any(role.actor is not None and role.actor.kind == "person" for role in targets)
    return person or _told_of(targets, rules()["besieged_person"])


def _told_of(roles: Iterable[Role], words: Collection[str]) -> bool:
    """Whether one of some words is among those of some roles."""
    return any(not set(words).isdisjoint(role.evidence.quote.casefold().split()) for role in roles)


def _begins(claim: Claim, words: Sequence[str]) -> bool:
    """Whether a word of what evokes a claim begins with one of some beginnings."""
    return any(word.startswith(tuple(words)) for word in claim.trigger.quote.casefold().split())


def _takes_no_ground(claim: Claim) -> bool:
    """Whether people or things are captured, and not the place where that is ("seized six rifles in the town")."""
    taken = claim.fillers("target")
    people = any(
        r.evidence.quote.casefold() in rules()["captives"]["words"]
        or (r.actor is not None and r.actor.side is None and r.actor.kind in rules()["captives"]["kinds"])
        for r in taken
    )
    return people or bool(claim.fillers("goods"))


def _is_no_way(role: Role) -> bool:
    """Whether a role is filled by a building or by a wire, in its own words or in those that it points back to."""
    own = role.place is not None and role.place.id.startswith("local:")
    names = [role.evidence.quote, role.place.name if role.place is not None and own else ""]
    words = {word for name in names for word in name.casefold().split()}
    return not words.isdisjoint({*rules()["buildings"], *rules()["no_ways"]})


def _leaves_alone(claim: Claim) -> bool:
    """Whether those who leave are none who hold a place, and their side is not told to go ("its leaders fled")."""
    gone = [role.evidence.quote.casefold().split()[-1] for role in claim.fillers("actor")]
    return bool(gone) and set(gone) <= set(rules()["leaving_alone"])


def _passes(claim: Claim) -> bool:
    """Whether a place is told to have been taken or held for no length of time that says who holds it after."""
    lengths = {role.evidence.quote.casefold() for role in claim.fillers("duration")}
    return not lengths.isdisjoint(rules()["passing"])
