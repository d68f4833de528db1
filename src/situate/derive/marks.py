"""Marks: what single claims say of the state of a place, before they are folded into spells."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from situate.derive.interest import rules
from situate.derive.places import (
    RANK,
    at_the_end,
    claim_place,
    in_parts,
    related,
    settled,
    spot,
    whole_country,
    wholes,
)
from situate.derive.timeline import Held, Window, held, moment
from situate.model.actor import Actor
from situate.model.claim import Claim, Role
from situate.model.event import Event, Part
from situate.model.interval import OPEN
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.quantity import Quantity
from situate.model.situation import Dimension

Effect = Literal["begin", "hold", "end"]
COVERS_PARTS = "siege-of-the-whole-covers-its-parts"
BY_EVENT = frozenset({"siege_end", "besiege"})  # types of which the event says where, or who, where a claim does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim's effect on one dimension of one place. ``time`` is when it began, was seen, ended."""

    place: Place
    dimension: Dimension
    on: Effect
    value: str
    actors: tuple[Part, ...]
    time: Held
    claim: str
    report: str
    rule: str
    published: str | None

    @property
    def side(self) -> str:
        """The side that acts here, "" when nobody is named."""
        return next((part.actor.side or part.actor.id for part in self.actors if part.role != "besieged"), "")


def marks(
    claims: Sequence[Claim], found: Sequence[Event], publications: Mapping[str, Publication], parent: Mapping[str, str]
) -> list[Mark]:
    """All marks of the claims that count, in a fixed order."""
    spots, besiegers = _spots(found, parent), _besiegers(found, claims)
    made = [
        mark
        if mark.side or mark.claim not in besiegers
        else dataclasses.replace(mark, actors=(besiegers[mark.claim], *mark.actors))
        for claim in claims
        for mark in _of_claim(claim, publications[claim.report].published, spots)
    ]
    return sorted(made, key=mark_order)


def mark_order(mark: Mark) -> tuple[str, str, str, str]:
    """Marks in the order in which they were published."""
    return mark.published or "9999", mark.claim, mark.place.id, mark.dimension


def _spots(found: Sequence[Event], parent: Mapping[str, str]) -> Mapping[str, Place]:
    """For the end of a siege: the pocket that its event means, where one of its claims names the whole town.

    The report says "the siege of the city" and, of the same happening, "the siege of the base": it is the base's.
    """
    spots = {}
    for event in found:
        if event.type == "siege_end" and event.place is not None and event.place.id in parent:
            spots.update(dict.fromkeys(event.claims, event.place))
    return spots


def _besiegers(found: Sequence[Event], claims: Sequence[Claim]) -> Mapping[str, Part]:
    """For claims of a siege: who besieges, as the other claims of their event say it, if they name one actor.

    A claim about a place apart from that of its event (a back-reference misread) is told nothing by it.
    """
    named = {}
    where = {claim.id: claim_place(claim) for claim in claims if claim.type == "besiege"}
    for event in found:
        parts = [part for part in event.actors if part.role == "actor"] if event.type == "besiege" else []
        if len(parts) == 1:
            near = [c for c in event.claims if _together(where.get(c), event.place)]
            named.update(dict.fromkeys(near, Part(role="besieger", actor=parts[0].actor)))
    return named


def _together(one: Place | None, other: Place | None) -> bool:
    """Whether a claim can be of the siege that an event tells; a province is no spot, whoever is besieged in it."""
    if one is None or other is None or one.id == other.id:
        return True
    return settled(one) and settled(other) and related(one, other)


def _of_claim(claim: Claim, published: str | None, spots: Mapping[str, Place]) -> Iterator[Mark]:
    unsure = claim.confidence < rules()["least"]
    if unsure or claim.modality != "actual" or (claim.type == "besiege" and not _besieges(claim)):
        return
    if (
        _takes_no_ground(claim)
        or _passes(claim)
        or (claim.type == "control" and claim.trigger.quote.casefold() in rules()["no_power"])
    ):
        return
    if claim.type == "repel" and not _begins(claim, rules()["repels"]):
        return
    for effect in rules()["effects"].get(claim.type, ()):
        on = effect["does"]
        if claim.polarity == "negative":
            if on == "end" or not claim.interval.known:
                continue
            on = "end"
        for place in _places(claim, effect["at"], spots, reached=effect["dimension"] == "access"):
            if place.precision == "country" and effect["dimension"] in {"siege", "population"}:
                continue  # nobody besieges a country; the word was an outlet's or a people's
            if effect["dimension"] == "control" and whole_country(place):
                continue  # "a rebel-held town in the country": whoever holds it, the country is not said to be held
            yield Mark(
                place=place,
                dimension=effect["dimension"],
                on=on,
                value=_value(claim, effect["value"]),
                actors=_actors(claim, effect),
                time=_time(claim, effect["does"] if claim.polarity == "positive" else "end", published),
                claim=claim.id,
                report=claim.report,
                rule=effect["rule"] if claim.polarity == "positive" else "denied-from-then-on",
                published=published,
            )


def _besieges(claim: Claim) -> bool:
    """Whether the words of a claim of a siege can begin one."""
    rule = rules()["siege"]
    if _begins(claim, rule["begins"]):
        return True
    return not _begins(claim, rule["presses"]) and any(role.actor is not None for role in claim.fillers("actor"))


def _begins(claim: Claim, words: Sequence[str]) -> bool:
    """Whether a word of what evokes a claim begins with one of some beginnings."""
    return any(word.startswith(tuple(words)) for word in claim.trigger.quote.casefold().split())


def _takes_no_ground(claim: Claim) -> bool:
    """Whether people or things are taken, and not the place where that happens ("seized six rifles in the town")."""
    if claim.type != "capture":
        return False
    taken = claim.fillers("target")
    people = any(
        r.evidence.quote.casefold() in rules()["captives"]["words"]
        or (r.actor is not None and r.actor.side is None and r.actor.kind in rules()["captives"]["kinds"])
        for r in taken
    )
    return people or bool(claim.fillers("goods"))


def _passes(claim: Claim) -> bool:
    """Whether a place is told to have been taken or held for no length of time that says who holds it after."""
    lengths = {role.evidence.quote.casefold() for role in claim.fillers("duration")}
    return claim.type in {"capture", "control"} and not lengths.isdisjoint(rules()["passing"])


def _places(claim: Claim, names: Sequence[str], spots: Mapping[str, Place], *, reached: bool) -> list[Place]:
    if claim.id in spots:
        return [spots[claim.id]]
    for name in names:
        roles = claim.fillers(name)
        places = [_held_part(claim, place, roles) for role in roles if (place := role.place) is not None]
        found = [at_the_end(place) if reached else spot(place) for place in places]
        # A part is meant where both it and its whole are named ("two pockets in the city").
        parts = [p for p in found if not any(other.part_of == p.id for other in found)]
        by_id = {p.id: p for p in _named(parts)}
        if by_id:
            return [by_id[key] for key in sorted(by_id)]
    return []


def _held_part(claim: Claim, place: Place, roles: Sequence[Role]) -> Place:
    """A place, or some part of it, where the claim is of one that it names no further ("a village in the province").

    That is a phrase without a place before the name, in the plural or not told before ("a", "several"), a side, or a
    measure ("two thirds of the city"). Nor does anybody besiege all of a province.
    """
    of = next(role for role in roles if role.place is place)
    before = [r for r in roles if r.place is None and r.evidence.span.end <= of.evidence.span.start]
    sides = [r for r in roles if r.place is None and _calls(r, _SIDES)]
    if _is_called(place) and _calls(of, _AND):
        return dataclasses.replace(place, precision="settlement", relation=None)  # "the towns of Ramla and Ostry"
    if place.id.startswith("local:") or place.relation:
        return place
    ringed = claim.type == "besiege" and not settled(place) and _calls(of, rules()["provinces"])
    measured = any(of.evidence.span.start - area.evidence.span.end == len(_OF) for area in claim.fillers("area"))
    if not (ringed or sides or measured or any(map(_unnamed, before))):
        return place
    return dataclasses.replace(place, precision="part" if settled(place) else place.precision, relation="part of")


_OF = " of "  # as long as " in "
_AND = frozenset({"and", "&"})
_SIDES = frozenset({"north", "south", "east", "west"})


def _is_called(place: Place) -> bool:
    """Whether a place is told as one of several settlements by their names."""
    words = (place.relation or "").casefold().split()
    return place.precision == "part" and words[-1:] == ["of"] and not set(rules()["settlements"]).isdisjoint(words)


def _calls(role: Role, words: Collection[str]) -> bool:
    """Whether one of some words is in the words of a role."""
    return not set(words).isdisjoint(role.evidence.quote.casefold().split())


def _unnamed(role: Role) -> bool:
    words = role.evidence.quote.casefold().split()
    return role.reason == "not_in_gazetteer" or words[0] in rules()["unnamed"] or words[0].isdigit()


def _named(found: Sequence[Place]) -> Sequence[Place]:
    """Of places that one claim names in one role, those that it is about.

    A province and what lies beside something only say where a town is that is named with them ("took Minian, on the
    outskirts of Aleppo", "the base in the province").
    """
    spots = [p for p in found if settled(p) and p.precision != "relative" and not in_parts(p)]
    return spots or found


def _actors(claim: Claim, effect: Mapping[str, str]) -> tuple[Part, ...]:
    fillers = sorted(claim.fillers(effect["role"]), key=_nearness(claim))
    lost = {r.actor.side or r.actor.id for r in claim.fillers("target") if r.actor} if claim.type == "capture" else ()
    named = [r.actor for r in fillers if r.actor is not None and not _unarmed(r.actor, effect["as"])]
    named = [actor for actor in named if (actor.side or actor.id) not in lost]  # "A was defeated": nobody takes his own
    # Two sides in one role are a misreading or a joint deed; the state is kept for the one that is named nearest.
    found = {a.id: a for a in named if (a.side or a.id) == (named[0].side or named[0].id)}
    parts = [Part(role=effect["as"], actor=found[key]) for key in sorted(found)]
    if effect["dimension"] == "siege" and effect["does"] == "begin":
        targets = {r.actor.id: r.actor for r in claim.fillers("target") if r.actor is not None}
        parts += [Part(role="besieged", actor=targets[key]) for key in sorted(targets)]
    return tuple(parts)


def _unarmed(actor: Actor, role: str) -> bool:
    """Whether an actor can have no such part: who lives in a town, or tells of it, holds and besieges nothing."""
    rule = rules()["unarmed"]
    return role in rule["never"] and actor.side is None and actor.kind in rule["kinds"]


def _nearness(claim: Claim) -> Callable[[Role], int]:
    """How far a filler stands from the words of the claim ("the government" from "held" in "government-held")."""
    if claim.type != "control":
        return lambda role: role.evidence.span.start
    trigger = claim.trigger.span
    return lambda role: max(trigger.start - role.evidence.span.end, role.evidence.span.start - trigger.end)


def _time(claim: Claim, on: str, published: str | None) -> Held:
    day = published[:10] if published else None
    if on == "end":
        window = moment(claim.interval)
        return Held(start=Window(), seen=window.latest, end=window)
    if claim.type in {"control", "besiege", "deprivation", "ceasefire"} or claim.interval.latest == OPEN:
        lasting = claim.interval.basis == "relative" and bool(claim.fillers("duration"))
        return held(claim.interval, published, rough=lasting)
    window = moment(claim.interval)
    return Held(start=window, seen=window.latest or day)


def _value(claim: Claim, value: str) -> str:
    if value == "supplied":
        quotes = [r.evidence.quote for r in claim.fillers("instrument", "actor")]
        words = {word for quote in quotes for word in quote.casefold().replace("-", "").split()}
        words |= set(claim.trigger.quote.casefold().split())
        return "supplied_by_air" if words & set(rules()["by_air"]) else "supplied"
    if value == "figure":
        return _figure([r for r in claim.roles if r.role in {"affected", "target"}])
    return value


def _figure(roles: Sequence[Role]) -> str:
    quantity = next((r.quantity for r in roles if r.quantity is not None), None)
    return f"{figure_words(quantity)} in need" if quantity else "in need"


def figure_words(quantity: Quantity) -> str:
    """A figure in words: "2,000 to 10,000", "at least 40", "12"."""
    low, best, high = (None if v is None else f"{v:,.0f}" for v in (quantity.low, quantity.best, quantity.high))
    if low and high and low != high:
        return f"{low} to {high}"
    if low and not high:
        return f"at least {low}"
    if high and not low:
        return f"at most {high}"
    return best or low or "an unknown number"


def inherited(found: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """Marks that follow from others by a named rule: the siege of a whole covers its parts that are held out in it.

    Who are besieged "in Aleppo province" are so somewhere in it: of a region's parts nothing follows. Nor does it where
    nobody says who besieges a town that several sides share: one of them does, and not the parts that it holds.
    """
    pockets = _pockets(found, parent)
    laid: dict[str, set[str]] = defaultdict(set)
    for mark in found:
        if mark.dimension == "siege" and mark.on == "begin" and mark.side:
            laid[mark.place.id].add(mark.side)
    besieged = {m.place.id for m in found if m.dimension == "siege" and m.on == "begin" and not m.side}
    holders: dict[str, set[str]] = defaultdict(set)
    for mark in found:
        if mark.dimension == "control" and mark.on != "end":
            holders[mark.place.id].add(mark.side)
    begun, ended = [], []
    own = {m.place.id for m in found if m.dimension == "siege" and m.on == "begin"}
    for mark in found:
        dated = mark.time.start.earliest or mark.time.start.latest
        if mark.dimension == "control" and mark.on == "begin" and mark.side and dated:
            # Its siege ends with that of the whole, where nobody says that it is besieged itself.
            taken = [pocket for pocket in pockets.get(mark.place.id, ()) if pocket.id not in own]
            ended += [_siege_over(mark, pocket) for pocket in taken]
        if mark.dimension != "siege" or mark.on == "hold":
            continue
        inside = pockets.get(mark.place.id, ()) if RANK[mark.place.precision] < RANK["region"] else ()
        by = {mark.side} if mark.side else laid[mark.place.id]
        shared = not by and len({side for pocket in inside for side in holders[pocket.id] if side}) > 1
        for pocket in inside:
            held_out = not (shared or by & holders[pocket.id] or pocket.precision == "relative")
            if mark.on == "begin" and held_out:
                begun.append(dataclasses.replace(mark, place=pocket, rule=COVERS_PARTS))
            if mark.on == "end" and pocket.id not in besieged:
                ended.append(dataclasses.replace(mark, place=pocket, rule="siege-of-the-whole-ends-for-its-parts"))
    return begun + ended


def _siege_over(taken: Mark, pocket: Place) -> Mark:
    """That a whole is taken, told of the siege of a part of it."""
    time = Held(start=Window(), seen=taken.time.start.latest, end=taken.time.start)
    return dataclasses.replace(
        taken,
        place=pocket,
        dimension="siege",
        on="end",
        value="besieged",
        actors=(),
        time=time,
        rule="siege-of-the-whole-ends-for-its-parts",
    )


def _pockets(found: Sequence[Mark], parent: Mapping[str, str]) -> Mapping[str, Sequence[Place]]:
    """For each place, the parts of it (at any depth) that marks show to be pockets, in order of their ids."""
    shown = {mark.place.id: mark.place for mark in found if mark.place.id in parent and _shows_pocket(mark)}
    inside: dict[str, list[Place]] = defaultdict(list)
    for key in sorted(shown):
        for whole in wholes(key, parent):
            inside[whole].append(shown[key])
    return inside


def _shows_pocket(mark: Mark) -> bool:
    """Whether a mark shows people held out inside a siege: besieged itself, held, in need, or supplied."""
    return mark.dimension == "siege" or (mark.on != "end" and mark.dimension in {"population", "control", "access"})
