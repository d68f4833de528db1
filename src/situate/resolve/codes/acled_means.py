"""ACLED's sub-event where the means decides: what flies, what is fired, what is planted, what poisons."""

from __future__ import annotations

from collections.abc import Sequence

from situate.model.claim import Claim, Role
from situate.resolve.codes import acled_words as words
from situate.resolve.codes.parties import is_people, parties

CHEMICAL, MOB = "Chemical weapon", "Mob violence"
AIR, SHELLING, SUICIDE = "Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb"
REMOTE, INTERVENTION = "Remote explosive/landmine/IED", "Protest with intervention"
_AIRBORNE = frozenset({"state_forces", "government", "external_forces"})


def airstrike(claim: Claim, beside: Sequence[Claim]) -> str:
    """What planes drop may be poison. What is only called a bombing is from the air if a state does it, and a planted
    bomb's if others do.

    Where nobody is said to have done it, "the … bombing" after its place and "the bombings" are planted bombs'.
    """
    trigger = claim.trigger
    if poisonous(claim):
        return CHEMICAL
    if not words.BOMBING.fullmatch(trigger.quote.strip()) or words.FROM_THE_AIR.search(quoted(claim)):
        return AIR
    doers = claim.fillers("actor")
    if doers:
        return AIR if any(map(airborne, doers)) else REMOTE
    ends = {r.evidence.span.end + 1 for r in claim.fillers("place", "target")}
    return REMOTE if trigger.span.start in ends or trigger.quote.lower() == "bombings" else AIR


def airborne(doer: Role) -> bool:
    """Whether one who does something is a state or its forces, by the actor or by the words."""
    state = doer.actor is not None and doer.actor.kind in _AIRBORNE
    return state or bool(words.STATE.search(doer.evidence.quote))


def _weapon_that_does_it(claim: Claim) -> str:
    """The last words of who does it, where that is a weapon ("a roadside bomb killed …"), and no squad or crew."""
    last = (role.evidence.quote.split()[-1:] for role in claim.fillers("actor"))
    return "".join(f" {word}" for words_ in last for word in words_ if words.WEAPON.fullmatch(word))


def flying(claim: Claim) -> bool:
    """Whether it is aircraft that do it, by the words for who does."""
    return bool(words.PLANES.search(said(claim.fillers("actor"))))


def by_means(claim: Claim) -> str | None:
    """The string of the means that a claim names, whatever its type: bombs, shells, planes; who is gassed, by gas."""
    means = said(claim.fillers("instrument")) + _weapon_that_does_it(claim)
    if words.SUICIDE.search(means):
        return SUICIDE
    if poisonous(claim) or words.GASSED.search(claim.trigger.quote):
        return CHEMICAL
    if words.FROM_THE_AIR.search(means) or flying(claim):
        return AIR
    if words.HEAVY.search(means):
        return SHELLING
    if words.GRENADE.search(means) and not words.ROCKET_GRENADE.search(means):
        return "Grenade"
    return REMOTE if words.BOMB.search(means) else None


def poisonous(claim: Claim) -> bool:
    """Whether a means is poison; tear gas and a gas bottle are none."""
    means = said(claim.fillers("instrument"))
    return bool(words.POISON.search(means)) and not words.NO_POISON.search(means)


def bomb(means: str) -> str | None:
    """The string of a bomb that somebody wears, leaves or drives, if the words tell of one."""
    if words.SUICIDE.search(means):
        return SUICIDE
    return REMOTE if words.BOMB.search(means) else None


def explosion(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Worn by somebody, thrown by hand, or planted; a launcher fires shells, drones carry what is from the air.

    A tank of gas that nobody set off is an accident; petrol bombs are thrown by mobs, or burn what nobody is in.
    """
    means, told = quoted(claim, "instrument"), said(claim.fillers("instrument"))
    if words.ACCIDENT.search(means) and not words.BOMB.search(told) and not claim.fillers("actor"):
        return None
    if words.INTERVENED.search(told) and not words.BOMB.search(told):
        return INTERVENTION
    if words.PETROL.search(means):
        return ignited(claim)
    fired = words.HEAVY.search(told) and not words.BOMB.search(told)
    if words.ROCKET_GRENADE.search(means) or fired:
        return SHELLING
    if words.FLYING.search(told):
        return AIR
    if words.SUICIDE.search(quoted(claim, "instrument", "actor")):
        return SUICIDE
    return "Grenade" if words.GRENADE.search(means) else REMOTE


def ignited(claim: Claim) -> str:
    """What petrol bombs do: people are attacked with them by mobs, else things burn."""
    hurt = claim.fillers("killed", "wounded") or any(map(is_people, claim.fillers("target", "affected")))
    return MOB if hurt or parties(claim.fillers("target")) & {"armed", "crowd"} else "Looting/property destruction"


def chemical(claim: Claim, beside: Sequence[Claim]) -> str:
    """Tear gas and water are for crowds, dynamite is no poison: none is a chemical weapon."""
    means = quoted(claim, "instrument")
    if words.INTERVENED.search(means):
        return INTERVENTION
    return (None if words.POISON.search(means) else bomb(means)) or CHEMICAL


def quoted(claim: Claim, *roles: str) -> str:
    """The trigger and the fillers of these roles (of all roles when none is named)."""
    fillers: Sequence[Role] = claim.fillers(*roles) if roles else claim.roles
    return " ".join([claim.trigger.quote, *(r.evidence.quote for r in fillers)])


def said(roles: Sequence[Role]) -> str:
    """The words of some fillers."""
    return " ".join(role.evidence.quote for role in roles)
