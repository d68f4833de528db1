"""ACLED's sub-event of a claim, where its roles decide: who does what to whom (codebook of 2023, in our words).

A type carries a string or the name of one of these rules. A rule sees the claim and the other claims of its sentence,
for what happens at a protest is often told by a verb of its own ("police arrested 30 of the marchers"). What
means decide alone is in ``acled_means``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from situate.model.actor import Actor
from situate.model.claim import Claim, Role
from situate.resolve.codes import acled_words as words
from situate.resolve.codes.acled_means import (
    AIR,
    INTERVENTION,
    REMOTE,
    SHELLING,
    SUICIDE,
    airborne,
    airstrike,
    bomb,
    by_means,
    chemical,
    explosion,
    flying,
    quoted,
)
from situate.resolve.codes.acled_street import (
    HURT,
    RIOT,
    SUFFERS,
    crowd_control,
    in_the_street,
    protest,
    took_place,
)
from situate.resolve.codes.parties import Party, is_gathering, is_people, is_post, parties, party

_STATE = frozenset({"state_forces", "government"})
_FROM_AFAR = frozenset({"airstrike", "shelling", "explosion"})
_REGAINS, _OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_CLASH, _ATTACK = "Armed clash", "Attack"
_GROUP, _LOOTING, _DISRUPTED = "Change to group/activity", "Looting/property destruction", "Disrupted weapons use"

Rule = Callable[[Claim, Sequence[Claim]], str | None]


def sub_event(claim: Claim, rule: str | None, beside: Sequence[Claim] = ()) -> str | None:
    """The string of a claim of what took place: that of its type, or what the type's rule makes of its roles."""
    named = RULES.get(rule) if rule else None
    return named(claim, beside) if named else rule


def _territory(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Who takes a place decides: the state of the place regains, a non-state or a foreign actor overtakes.

    A capture that failed, or of equipment alone, is fighting; weapons that are seized are disrupted; people who are
    captured are held; a government that is toppled is no place; papers, money and drugs are nothing to ACLED. Where
    the taker is unknown, whom it is taken from decides: what is taken from a state is overtaken, what a
    non-state group loses is taken to be regained by nobody.
    """
    if words.COUP.search(claim.trigger.quote):
        return "Other"
    if any(words.ARMS.search(r.evidence.quote) for r in claim.fillers("goods")):
        return _DISRUPTED
    if claim.fillers("goods") and all(words.GOODS.search(r.evidence.quote) for r in claim.fillers("goods")):
        return None
    ground = bool(claim.fillers("place", "area", "origin", "destination"))
    if not ground and parties(claim.fillers("target")) == {"unarmed"}:
        return _custody(claim, beside)
    if claim.modality == "attempted" or (claim.fillers("goods") and not ground):
        return _CLASH
    takers, losers = _actors(claim, "actor"), _actors(claim, "target")
    if not takers:
        return _OVERTAKES if any(_of_state(a, claim) for a in losers) else _CLASH
    return _REGAINS if any(_of_state(a, claim) for a in takers) else _OVERTAKES


def _of_state(actor: Actor, claim: Claim) -> bool:
    """Whether an actor is the state of the place, or a militia on that state's side (ACLED: "its affiliates")."""
    here = country(claim)
    if actor.kind in _STATE and actor.inter == 1:
        return here is None or actor.country in {None, here}
    affiliated = actor.kind in {"political_militia", "external_forces"} and (actor.side or "").endswith(_STATE_SIDES)
    return affiliated and (actor.country == here or actor.kind == "political_militia")


# Sides whose militias fight for the state of the country (``actors/sides.yaml``); a foreign army stays foreign.
_STATE_SIDES = ("-government", "-state", "-states", "-republic")


def country(claim: Claim) -> str | None:
    """The country of the first place of a claim."""
    places = [r.place.country for r in claim.roles if r.place is not None and r.place.country]
    return places[0] if places else None


def _actors(claim: Claim, role: str) -> list[Actor]:
    return [r.actor for r in claim.fillers(role) if r.actor is not None]


def _withdrawal(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """A place changes hands where the words name it, or to whom it goes; troops that leave a country change theirs.

    Nobody holds a border; who leaves without arms leaves nothing to others.
    """
    if parties(claim.fillers("actor", "affected")) == {"unarmed"}:
        return None
    left = [r for r in claim.fillers("origin", "place") if not _is_country(r)]
    left = [r for r in left if not words.BORDER.search(r.evidence.quote)]
    leaving = {a.id for a in _actors(claim, "actor")}
    heirs = [r for r in claim.fillers("target") if r.place is not None or (r.actor and r.actor.id not in leaving)]
    return "Non-violent transfer of territory" if left or heirs else _GROUP


def _fighting(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Armed sides against each other are a clash; an attack on the unarmed is violence against civilians."""
    if words.ABLAZE.search(claim.trigger.quote):
        return _destruction(claim, beside)
    if street := in_the_street(claim, beside) or (None if claim.type == "clash" else by_means(claim)):
        return street
    if found := _raid(claim, beside):
        return found
    sufferers = parties(claim.fillers(*SUFFERS)) or _as_beside(claim, beside)
    if _goes_on(claim) or (words.CRACKDOWN.search(claim.trigger.quote) and "armed" not in sufferers):
        return None
    dead = parties(claim.fillers(*HURT))
    posts = any(is_post(r, dead) for r in claim.fillers(*SUFFERS, "place"))
    if claim.type == "clash" or "armed" in sufferers or posts:
        return _CLASH
    terror = words.TERROR.search(quoted(claim, "actor"))
    among = any(is_gathering(r) for r in claim.fillers("target", "place"))
    return _ATTACK if sufferers or among or claim.fillers(*HURT) or terror else _CLASH


def _raid(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """A raid in which nobody is hurt is what it brings in: weapons that are found, people who are held.

    Offices that an authority searches are neither fought for nor hurt.
    """
    hurt = claim.fillers(*HURT) or any(c.type in {"clash", "kill"} and took_place(c) for c in beside)
    if not words.RAID.search(claim.trigger.quote) or hurt:
        return None
    told = {c.type for c in beside if c.polarity == "positive" and c.modality == "actual"}
    if "detain" in told:
        return "Arrests"
    found = [c for c in beside if c.type == "disrupt_weapons" and took_place(c)]
    if any(_weapons(c, beside) == _DISRUPTED for c in found):  # not what else is carried off: laptops, papers
        return _DISRUPTED
    searchers = all(a.kind in _STATE for a in _actors(claim, "actor")) and claim.fillers("actor")
    return "Other" if searchers and words.OFFICES.search(quoted(claim, "target", "place")) else None


def _killing(claim: Claim, beside: Sequence[Claim]) -> str:
    """The dead of an armed side fell in a clash, unless they were put to death; a mass grave is told as found."""
    trigger = claim.trigger.quote
    if words.GRAVE.search(trigger):
        return "Other"
    if street := in_the_street(claim, beside) or by_means(claim) or _by_blow(claim, beside):
        return street
    hit = claim.fillers("killed", "target") or claim.fillers("wounded")  # "was shot and injured"
    if words.LOST.fullmatch(trigger) and claim.fillers("target"):
        hit = claim.fillers("target")  # "the army lost five men": they are its own
    dead = parties(hit) or _as_beside(claim, beside)
    return _CLASH if dead == {"armed"} and not words.EXECUTED.search(trigger) else _ATTACK


def _as_beside(claim: Claim, beside: Sequence[Claim]) -> set[Party]:
    """What those are whom a bare number counts: "three soldiers in one town and two in the other" are soldiers all."""
    hurt = claim.fillers(*HURT)
    if not hurt or any(not words.BARE.fullmatch(r.evidence.quote) for r in hurt):
        return set()
    told = [c for c in beside if c.type == claim.type and c.trigger.span.start < claim.trigger.span.start]
    return parties(r for c in told[-1:] for r in c.fillers(*HURT))


def _by_blow(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """What the dead of a sentence died of, where it tells one blow from afar and of them only that they died.

    ("The town where raids killed 16 civilians.") Nobody else kills them.
    """
    if not words.DIED.fullmatch(claim.trigger.quote.strip()):
        return None
    blows = [c for c in beside if c.type in _FROM_AFAR and took_place(c)]
    doers = {a.id for c in blows for a in _actors(c, "actor")}
    if any(r.actor is None or r.actor.id not in doers for r in claim.fillers("actor")):
        return None
    found = {told for c in blows if (told := _blow(c)) is not None}
    return found.pop() if len(found) == 1 else None


def _blow(claim: Claim) -> str | None:
    """The string of a blow from afar that is told by its means."""
    told = RULES[claim.type](claim, ())
    return told if told in {AIR, SHELLING, SUICIDE, REMOTE} else None


def _custody(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """An authority arrests, an armed group abducts; arrests of protesters, or at a protest, are intervention.

    Those who report from a protest are no protesters. What a court decides of those who are held is nothing to ACLED.
    """
    if words.JUDGED.fullmatch(claim.trigger.quote.strip()):
        return None
    if any(party(r) == "protesters" for r in claim.fillers("target", "affected")):
        return INTERVENTION
    if words.PROTEST.search(quoted(claim, "time", "place")) and words.ARRESTED.search(claim.trigger.quote):
        return RIOT if words.RIOT.search(quoted(claim, "time", "place")) else INTERVENTION
    at_protest = any(c.type == "protest" and c.polarity == "positive" and c.modality == "actual" for c in beside)
    covering = any(words.PRESS.search(r.evidence.quote) for r in claim.fillers("target", "affected"))
    if at_protest and not covering and words.ARRESTED.search(claim.trigger.quote):
        return INTERVENTION
    takers = _actors(claim, "actor")
    lawless = bool(takers) and all(a.kind in {"rebel_group", "political_militia", "communal_militia"} for a in takers)
    lawless = lawless or bool(words.LAWLESS.search(" ".join(r.evidence.quote for r in claim.fillers("actor"))))
    lawless = lawless and not words.ARREST.search(claim.trigger.quote)
    lawless = lawless or bool(words.HELD_HOSTAGE.search(claim.trigger.quote))
    return "Abduction/forced disappearance" if lawless else "Arrests"


def _goes_on(claim: Claim) -> bool:
    """Whether a war or a practice is named, and nothing that was done on some day ("repression", "the civil war")."""
    told, some_day = (words.PRACTICE, ()) if claim.type == "abuse" else (words.WAR, ("time",))
    return bool(told.fullmatch(claim.trigger.quote.strip())) and not claim.fillers(*HURT, "affected", *some_day)


def _abuse(claim: Claim, beside: Sequence[Claim]) -> str | None:
    if _goes_on(claim):
        return in_the_street(claim, beside)
    if words.SEXUAL.search(quoted(claim, "instrument")):
        return "Sexual violence"
    return in_the_street(claim, beside) or _ATTACK


def _destruction(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """What protesters and mobs destroy is riot; an armed side's own things are lost in a clash, weapons in flight to
    air defence; explosives and stores of arms are disrupted; what crashes by itself is an accident."""
    if street := in_the_street(claim, beside) or by_means(claim):
        return street
    if words.BLOWN_UP.search(claim.trigger.quote):
        return REMOTE
    if parties(claim.fillers("actor")) == {"unarmed"}:
        return RIOT
    lost = claim.fillers("target", "goods")
    if lost and all(map(is_people, lost)) and not words.TAKEN.search(claim.trigger.quote):
        return _ATTACK
    if words.CRASHED.search(claim.trigger.quote) and not claim.fillers("actor", "instrument"):
        return None
    things, downed = " ".join(r.evidence.quote for r in lost), words.DOWNED.search(claim.trigger.quote)
    if downed and words.UNMANNED.search(things):
        return _DISRUPTED
    if claim.fillers("actor") and (words.ARMS.search(things) or words.LAID.search(things)):
        return _DISRUPTED
    fought = (downed and words.AIRCRAFT.search(things)) or "armed" in parties(lost) or any(is_post(r) for r in lost)
    return _CLASH if fought else _LOOTING


def _airstrike(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """What is only called an attack, by a group that has no aircraft, is none from the air; nor is a bomber's blast."""
    if words.BOMBER.fullmatch(_actors_said(claim)) and any(c.type == "explosion" for c in beside):
        return SUICIDE
    attack = words.ATTACK.fullmatch(claim.trigger.quote.strip()) and not words.FROM_THE_AIR.search(quoted(claim))
    doers = claim.fillers("actor")
    if attack and doers and not any(airborne(r) for r in doers):
        return _fighting(claim, beside)
    return airstrike(claim, beside)


def _actors_said(claim: Claim) -> str:
    return " ".join(r.evidence.quote for r in claim.fillers("actor"))


def _shelling(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Fire from a distance where the words name it; an "attack" without a weapon is one by whoever makes it."""
    means = quoted(claim, "instrument")
    if flying(claim):
        return AIR
    shells = any(c.type == "shelling" and took_place(c) and words.HEAVY.search(quoted(c)) for c in beside)
    if words.GUNS.search(means) or shells:
        return SHELLING
    return bomb(means) or (_fighting(claim, beside) if words.ATTACK.search(claim.trigger.quote) else SHELLING)


def _deploy(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Forces that come are a change; those who are only said to be somewhere ("groups positioned in the town") did
    nothing that day, and who travels without arms changes no group."""
    trigger = claim.trigger.quote
    sent = claim.fillers("target", "affected", "goods")
    moving = claim.fillers("actor", "target", "affected", "goods")
    if not moving or parties(moving) == {"unarmed"}:
        return None
    if words.PRESENT.fullmatch(trigger.strip()) and not (sent and claim.fillers("actor")) and not _dated(claim):
        return None
    base = words.BASE.search(trigger) or (words.SET_UP.search(trigger) and words.BASE.search(quoted(claim)))
    return "Headquarters or base established" if base else _GROUP


def _dated(claim: Claim) -> bool:
    return any(claim.fillers("time", "destination", "origin"))


def _is_country(role: Role) -> bool:
    """Whether a filler is a country; a place of a report's own is none, however roughly it is placed."""
    place = role.place
    return place is not None and place.precision == "country" and not place.id.startswith("local:")


def _agreement(claim: Claim, beside: Sequence[Claim]) -> str:
    """A group that merges, splits or goes over is changed, whatever was signed."""
    return _GROUP if words.REGROUPED.search(claim.trigger.quote) else "Agreement"


def _surrender(claim: Claim, beside: Sequence[Claim]) -> str:
    return "Non-violent transfer of territory" if claim.fillers("origin", "area") else "Agreement"


def _route(claim: Claim, beside: Sequence[Claim]) -> str:
    """A road that people without arms block is a protest."""
    doers = parties(claim.fillers("actor"))
    return "Peaceful protest" if doers and "armed" not in doers else "Other"


def _weapons(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Weapons that are found or seized; people who are seized are held; of papers, money and drugs ACLED has none."""
    things = claim.fillers("goods", "target")
    told = " ".join(r.evidence.quote for r in things)
    if things and all(map(is_people, things)):
        return _custody(claim, beside)
    armed = any(w.search(told) for w in (words.ARMS, words.HEAVY, words.UNMANNED))
    return None if words.GOODS.search(told) and not armed else _DISRUPTED


def _withheld(claim: Claim, beside: Sequence[Claim]) -> str:
    """Aid that is held back, unless what is taken is weapons."""
    arms = any(words.ARMS.search(r.evidence.quote) for r in claim.fillers("goods"))
    return _DISRUPTED if arms else "Other"


RULES: Mapping[str, Rule] = {
    "territory": _territory, "withdrawal": _withdrawal, "protest": protest, "fighting": _fighting,
    "killing": _killing, "custody": _custody, "abuse": _abuse, "destruction": _destruction, "shelling": _shelling,
    "explosion": explosion, "airstrike": _airstrike, "chemical": chemical, "deploy": _deploy, "agreement": _agreement,
    "surrender": _surrender, "route": _route, "crowd_control": crowd_control,
    "withheld": _withheld, "weapons": _weapons,
}  # fmt: skip
