"""ACLED's sub-event of what happens in the street: protests, riots, mobs, and what is done to those who take part."""

from __future__ import annotations

from collections.abc import Sequence

from situate.model.claim import Claim, Role
from situate.resolve.codes import acled_words as words
from situate.resolve.codes.acled_means import INTERVENTION, MOB, quoted
from situate.resolve.codes.parties import is_crowd, parties

RIOT = "Violent demonstration"
FORCE = "Excessive force against protesters"
HURT = ("killed", "wounded")
SUFFERS = ("target", "affected", *HURT)


def took_place(claim: Claim) -> bool:
    """Whether a claim tells something that ACLED could record: what happened, was tried, or is said to have happened.

    A coder of ACLED records what a source reports, however it hedges ("a suspected gas attack", "reportedly killed");
    what may yet happen is nothing to record.
    """
    alleged = claim.modality == "possible" and claim.tense in _BEFORE
    return claim.polarity == "positive" and (claim.modality in {"actual", "attempted"} or alleged)


_BEFORE = frozenset({"past", "pluperfect"})


def protest(claim: Claim, beside: Sequence[Claim]) -> str | None:
    """Who does what to whom: peaceful, met by force short of killing, killed in it, or violent itself.

    What people do to themselves, as a hunger strike, is none of ACLED's protests.
    """
    trigger, means = claim.trigger.quote, quoted(claim, "instrument")
    if words.HUNGER.search(trigger):
        return None
    if words.MOB.search(quoted(claim)):
        return MOB
    if words.RIOT.search(trigger) or words.RIOT.search(means) or any(_by_protesters(c) for c in beside):
        return RIOT
    if claim.fillers(*HURT) or words.LETHAL.search(means):
        return FORCE
    met = [c for c in beside if took_place(c) and _against_protesters(c)]
    if any(is_lethal(c) for c in met):
        return FORCE
    return INTERVENTION if met or words.INTERVENED.search(quoted(claim)) else "Peaceful protest"


def _by_protesters(claim: Claim) -> bool:
    """Whether a claim beside a protest tells of violence that the protesters do."""
    doers = parties(claim.fillers("actor"))
    return claim.type in _VIOLENT and took_place(claim) and "protesters" in doers


def _against_protesters(claim: Claim) -> bool:
    """Whether a claim tells what is done to protesters: who is arrested beside a protest is taken to be one of them,
    and a crowd to be theirs; "the arrest of …" is what they may protest against."""
    if claim.type == "detain":
        return bool(words.ARRESTED.search(claim.trigger.quote))
    sufferers = parties(claim.fillers(*SUFFERS))
    return claim.type == "crowd_control" or (claim.type in _VIOLENT and bool(sufferers & {"protesters", "crowd"}))


_VIOLENT = frozenset({"assault", "clash", "kill", "abuse", "destroy", "chemical_attack", "shelling", "explosion"})


def is_lethal(claim: Claim) -> bool:
    """Whether force kills, wounds or is by firearms."""
    means = quoted(claim, "instrument")
    fired = words.FIRED.search(claim.trigger.quote) and not words.INTERVENED.search(quoted(claim))
    shot = words.LETHAL.search(means) or fired
    return claim.type != "detain" and bool(claim.fillers(*HURT) or shot)


def in_the_street(claim: Claim, beside: Sequence[Claim] = ()) -> str | None:
    """The string of violence by or against protesters and crowds; ``None`` where it is neither.

    Who is said to protest beside it is a protester ("workers who were marching were shot"), and so is whoever is killed
    or shot at during a protest.
    """
    doers, sufferers = parties(claim.fillers("actor")), parties(claim.fillers(*SUFFERS))
    if words.MOB.search(claim.trigger.quote) or ("crowd" in doers and claim.type != "detain"):
        return MOB
    if "protesters" in doers or against_the_police(claim):
        return RIOT
    if "protesters" in sufferers or _protesting(claim, beside) or _during_one(claim):
        if claim.type == "clash":
            return RIOT
        return FORCE if is_lethal(claim) else INTERVENTION
    if claim.type == "kill" and not doers and any(_riotous(c) for c in beside):
        return RIOT
    improvised = words.STREET_WEAPONS.search(quoted(claim, "instrument"))
    return MOB if improvised and "armed" not in doers | sufferers else None


def against_the_police(claim: Claim) -> bool:
    """Whether people without arms clash with police or soldiers of a state ("students clashed with police").

    People who fight each other, or rebels, may be armed.
    """
    sides = claim.fillers("actor", "target") if claim.type == "clash" else []
    others = [role for role in sides if not is_crowd(role)]
    return 0 < len(others) < len(sides) and all(map(_of_order, others))


def _of_order(role: Role) -> bool:
    if role.actor is not None:
        return role.actor.kind in {"state_forces", "external_forces"}
    return bool(words.FORCES_OF_ORDER.search(role.evidence.quote))


def _protesting(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether those who suffer are those who protest in a claim beside it."""
    told = (c for c in beside if c.type == "protest" and took_place(c))
    marching = {r.evidence.span for c in told for r in c.fillers("actor", "affected")}
    return any(r.evidence.span in marching for r in claim.fillers(*SUFFERS))


def _riotous(claim: Claim) -> bool:
    return claim.type == "protest" and took_place(claim) and bool(words.RIOT.search(claim.trigger.quote))


def _during_one(claim: Claim) -> bool:
    """Whether people are killed or shot at during a protest, by its time or place."""
    about = " ".join(r.evidence.quote for r in claim.fillers("time", "place"))
    return claim.type in {"kill", "assault"} and bool(words.PROTEST.search(about)) and is_lethal(claim)


def crowd_control(claim: Claim, beside: Sequence[Claim]) -> str:
    """Force against a crowd: excessive where it kills, wounds or is by firearms."""
    return FORCE if is_lethal(claim) else INTERVENTION
