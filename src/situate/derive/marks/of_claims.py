"""Marks: what single claims say of the state of a place, before they are folded into spells."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from situate.derive.interest import rules, spoken_by
from situate.derive.marks.places import marked_places
from situate.derive.marks.times import time_told
from situate.derive.marks.values import value_of
from situate.derive.marks.words import (
    LAST_TAKEN,
    counts,
    ends_if_denied,
    holders,
    only_named,
    takes_the_last,
    tells_no_taking,
)
from situate.derive.places import claim_place, parts_of_country, related, settled, whole_country
from situate.derive.timeline import Held, Window
from situate.model.actor import Actor
from situate.model.claim import Claim, Role
from situate.model.event import Event, Part
from situate.model.interval import last_day
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.situation import Dimension

Effect = Literal["begin", "hold", "end"]
_DENIED = "denied-from-then-on"
BY_EVENT = frozenset(
    {"siege_end", "besiege", "capture"}
)  # types of which the event says where, or who, where a claim does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim's effect on one dimension of one place. ``time`` is when it began, was seen, ended.

    ``voice`` is who says so: the side or the actor, else the words for the speaker; "" is the outlet itself. ``named``:
    the claim only names the state ("the siege"), which may be over as it is told.
    """

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
    voice: str = ""
    named: bool = False

    @property
    def side(self) -> str:
        """The side that acts here, "" when nobody is named."""
        return next((part.actor.side or part.actor.id for part in self.actors if part.role != "besieged"), "")

    @property
    def last_seen(self) -> dt.date:
        """The last day on which it was seen to hold; the first of the calendar where none is known."""
        return last_day(self.time.seen) if self.time.seen else dt.date.min

    @property
    def ending(self) -> Window:
        """When it ended, or, of a mark that gives no end of its own (a capture), when it began."""
        return self.time.end if self.time.end is not None else self.time.start

    def contradicts(self, change: Mark) -> bool:
        """Whether somebody else says this than who tells a change: another voice, or against the outlet a side of its
        own hold, which would not say so of what it has lost."""
        return bool(self.voice) and self.voice != change.voice and bool(change.voice or self.voice == self.side)

    @property
    def day(self) -> dt.date:
        """The day by which marks of a place follow each other: of a beginning its first, else the last it was seen."""
        return self.time.start.first if self.on == "begin" and self.time.start.earliest else self.last_seen


def marks(
    claims: Sequence[Claim], found: Sequence[Event], publications: Mapping[str, Publication], parent: Mapping[str, str]
) -> list[Mark]:
    """All marks of the claims that count, in a fixed order."""
    spots, doers = _spots(found, parent), _doers(found, claims)
    made = [
        mark
        if mark.side or mark.claim not in doers
        else dataclasses.replace(mark, actors=(doers[mark.claim], *mark.actors))
        for claim in claims
        for mark in _of_claim(_at_home(claim, publications[claim.report]), publications[claim.report].published, spots)
    ]
    return sorted(made, key=mark_order)


def _at_home(claim: Claim, report: Publication) -> Claim:
    """A claim without the places that it takes over from what was told before, where they are in another country.

    "Moscow denied it. The besieged population …": the report is of a war elsewhere, or the besieged live there.
    """
    homes = {report.country.country} if report.country is not None else set()
    homes |= {r.actor.country for r in claim.fillers("target") if r.actor is not None and r.actor.country}
    abroad = [r for r in claim.roles if r.carried and r.place and homes and r.place.country not in homes]
    return dataclasses.replace(claim, roles=tuple(r for r in claim.roles if r not in abroad)) if abroad else claim


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


_DOERS = {"besiege": "besieger", "capture": "holder"}  # of types whose claims can have who did it from their event


def _doers(found: Sequence[Event], claims: Sequence[Claim]) -> Mapping[str, Part]:
    """For claims of a siege or a taking: who besieges or takes, as the other claims of their event say it, if they name
    one actor ("the town fell on Friday").

    A claim about a place apart from that of its event (a back-reference misread) is told nothing by it; nor by one that
    is of another place, or in words that tell no taking ("his victories").
    """
    named = {}
    where = {claim.id: claim_place(claim) for claim in claims if claim.type in _DOERS}
    told = {claim.id: claim for claim in claims if claim.type in _DOERS}
    own = {c.id: c for c in told.values() if c.type == "capture" and c.fillers("actor")}
    for event in found:
        parts = [part for part in event.actors if part.role == "actor"] if event.type in _DOERS else []
        lost = {_side_of(part) for part in event.actors if part.role == "target"} if event.type == "capture" else ()
        if len(parts) == 1 and _side_of(parts[0]) not in lost:
            said = [own[c] for c in event.claims if c in own]
            near = [c for c in event.claims if c not in own and _together(where.get(c), event.place)]
            near = [c for c in near if not _begun_otherwise(c, event, told)]
            near = [c for c in near if not said or any(_tells(one, where.get(one.id), where.get(c)) for one in said)]
            named.update(dict.fromkeys(near, Part(role=_DOERS[event.type], actor=parts[0].actor)))
    return named


def _begun_otherwise(claim: str, event: Event, told: Mapping[str, Claim]) -> bool:
    """Whether all claims of a siege that say who laid it say no place, and that it began at another time."""
    here = told.get(claim)
    others = [told[c] for c in event.claims if c in told and told[c].type == "besiege" and told[c].fillers("actor")]
    if here is None or here.type != "besiege" or here in others or not others:
        return False
    began = here.interval.earliest
    return all(
        claim_place(o) is None and began and o.interval.earliest and not _agree(began, o.interval.earliest)
        for o in others
    )


def _agree(one: str, other: str) -> bool:
    """Whether two partial dates can be of one day."""
    return one.startswith(other) or other.startswith(one)


def _tells(taking: Claim, there: Place | None, here: Place | None) -> bool:
    """Whether a taking with its taker says who took a place, in words of a taking, of that place or of none."""
    return _together(there, here) and not tells_no_taking(taking)


def _side_of(part: Part) -> str:
    return part.actor.side or part.actor.id


def _together(one: Place | None, other: Place | None) -> bool:
    """Whether a claim can be of the siege that an event tells; a province is no spot, whoever is besieged in it."""
    if one is None or other is None or one.id == other.id:
        return True
    return settled(one) and settled(other) and related(one, other)


def _of_claim(claim: Claim, published: str | None, spots: Mapping[str, Place]) -> Iterator[Mark]:
    """The marks of one claim: for each effect of its type (``rules.yaml``), one on each place that it is of."""
    if not counts(claim, dated=published is not None):
        return
    denied = claim.polarity == "negative"
    for effect in rules()["effects"].get(claim.type, ()):
        if denied and (effect["does"] == "end" or not ends_if_denied(claim)):
            continue
        on: Effect = "end" if denied else effect["does"]
        reached = effect["dimension"] == "access"
        places = [spots[claim.id]] if claim.id in spots else marked_places(claim, effect["at"], reached=reached)
        for place in places:
            if not _can_have(place, effect["dimension"]):
                continue
            for actors in _by_holder(claim, _actors(claim, effect), effect["as"]):
                yield Mark(
                    place=place,
                    dimension=effect["dimension"],
                    on=on,
                    value=value_of(claim, effect["value"]),
                    actors=actors,
                    time=time_told(claim, published, ends=on == "end"),
                    claim=claim.id,
                    report=claim.report,
                    rule=_DENIED if denied else LAST_TAKEN if takes_the_last(claim) else effect["rule"],
                    published=published,
                    voice=spoken_by(claim),
                    named=only_named(claim),
                )


def _can_have(place: Place, dimension: Dimension) -> bool:
    """Whether a dimension is kept for a place of its size.

    Nobody besieges a country: the word was an outlet's or a people's. And of "a rebel-held town in the country" the
    country is not said to be held, nor that some of it is, which says nothing of any place. "The convoy that entered
    the country" reached some town in it.
    """
    if dimension in {"control", "access"}:
        return not (whole_country(place) or parts_of_country(place))
    return place.precision != "country" or dimension not in {"siege", "population"}


def _actors(claim: Claim, effect: Mapping[str, str]) -> tuple[Part, ...]:
    """Who acts, of one side; of the beginning of a siege also who is besieged."""
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


def _by_holder(claim: Claim, one_side: tuple[Part, ...], role: str) -> Iterator[tuple[Part, ...]]:
    """Who acts; of a place that a claim divides between sides, each side for itself."""
    shared = holders(claim)
    if not shared:
        yield one_side
    for side in shared:
        named = [r.actor for r in claim.fillers("actor") if r.actor and (r.actor.side or r.actor.id) == side]
        found = {actor.id: actor for actor in named if not _unarmed(actor, role)}
        yield tuple(Part(role=role, actor=found[key]) for key in sorted(found))


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
