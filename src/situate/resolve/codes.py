"""A claim in other codebooks: its ACLED sub-event and its PLOVER type and mode.

The types carry a string, or the name of a rule where roles decide (``territory``, ``protest``, ``deploy``,
``explosion``). The rules are ACLED's (codebook of 2023) and PLOVER's (manual of 2023), in our words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.actor import Actor
from situate.model.claim import Claim, Codes
from situate.ontology import Ontology

_STATE = frozenset({"state_forces", "government"})
_EXTERNAL = 8
_SEXUAL = re.compile(r"\b(?:rap(?:e|ed|es|ing)|sexual(?:ly)?|molest\w*|forced marriage\w*)\b", re.IGNORECASE)
_BEAT = re.compile(r"\b(?:beat|beaten|beating|beatings|beats|flogg?\w*|whipp\w*|lash\w*)\b", re.IGNORECASE)
_DRONE = re.compile(r"\b(?:drones?|uavs?|unmanned|quadcopters?|shahed\w*)\b", re.IGNORECASE)
_GRENADE = re.compile(r"\b(?:hand[- ]?|stun )?grenades?\b", re.IGNORECASE)
_ROCKET_GRENADE = re.compile(r"rocket[- ]propelled|\brpgs?\b|launcher", re.IGNORECASE)
_BASE = re.compile(r"\b(?:bases?|headquarters|outposts?|barracks|command centre|command center)\b", re.IGNORECASE)
_SET_UP = re.compile(r"\b(?:set(?:s|ting)? up|establish\w*|built|build\w*|open\w*|construct\w*)\b", re.IGNORECASE)
_RIOT = re.compile(r"\b(?:riot\w*|clash\w*|unrest|threw|throw\w*|burn\w*|torch\w*|storm\w*)\b", re.IGNORECASE)
_MOB = re.compile(r"\b(?:mobs?|lynch\w*|vigilante\w*)\b", re.IGNORECASE)
_FORCE = re.compile(r"\b(?:live (?:fire|ammunition|rounds)|bullets?|gunfire|shot|opened fire)\b", re.IGNORECASE)
_INTERVENED = re.compile(r"\b(?:tear gas|water cannon\w*|dispers\w*|batons?|rubber bullets|arrest\w*)\b", re.IGNORECASE)


def codes(claim: Claim, ontology: Ontology) -> Codes:
    """The codes of a claim; ``None`` where a codebook has no place for it.

    Only positive, actual happenings have an ACLED string: ACLED records what took place. PLOVER codes plans too, as
    commitments and threats.
    """
    kind = ontology.types.get(claim.type)
    if kind is None:
        return Codes()
    took_place = claim.polarity == "positive" and claim.modality in {"actual", "attempted"}
    return Codes(acled=_acled(claim, kind.acled) if took_place else None, plover=_plover(claim, kind.plover))


def at_place(claim: Claim) -> Claim:
    """The claim with the inter codes that its actors have where it took place.

    ACLED codes a state's forces outside of their own country as external forces (8), whatever they are at home (1).
    """
    here = _country(claim)
    if here is None or not any(r.actor is not None and _abroad(r.actor, here) for r in claim.roles):
        return claim
    roles = (
        replace(r, actor=replace(r.actor, inter=_EXTERNAL)) if r.actor is not None and _abroad(r.actor, here) else r
        for r in claim.roles
    )
    return replace(claim, roles=tuple(roles))


def _abroad(actor: Actor, here: str) -> bool:
    return actor.kind in _STATE and actor.inter == 1 and actor.country not in {None, here}


def _acled(claim: Claim, rule: str | None) -> str | None:
    if rule in _ACLED_RULES:
        return _ACLED_RULES[rule](claim)
    if claim.type == "withdraw" and not _gained_without_fight(claim):
        return "Change to group/activity"
    if claim.type == "abuse" and _SEXUAL.search(_words(claim, "instrument")):
        return "Sexual violence"
    if claim.type == "surrender" and not claim.fillers("place"):
        return "Agreement"
    return rule


def _territory(claim: Claim) -> str:
    """Who takes a place decides: the state of the place regains, a non-state or a foreign actor overtakes.

    A capture that failed, or of equipment alone, is fighting. Where the taker is unknown, whom it is taken from
    decides: what is taken from a state is overtaken, what a non-state group loses is taken to be regained by nobody.
    """
    ground = bool(claim.fillers("place", "area", "origin", "destination")) or not claim.fillers("goods")
    if claim.modality == "attempted" or not ground:
        return "Armed clash"
    takers, losers = _actors(claim, "actor"), _actors(claim, "target")
    if not takers:
        return _OVERTAKES if any(_of_state(a, claim) for a in losers) else "Armed clash"
    return _REGAINS if any(_of_state(a, claim) for a in takers) else _OVERTAKES


_REGAINS, _OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"


def _of_state(actor: Actor, claim: Claim) -> bool:
    """Whether an actor is the state of the place, or a militia on that state's side (ACLED: "its affiliates")."""
    here = _country(claim)
    if actor.kind in _STATE and actor.inter == 1:
        return here is None or actor.country in {None, here}
    affiliated = actor.kind in {"political_militia", "external_forces"} and (actor.side or "").endswith(_STATE_SIDES)
    return affiliated and (actor.country == here or actor.kind == "political_militia")


# Sides whose militias fight for the state of the country (``actors/sides.yaml``); a foreign army stays foreign.
_STATE_SIDES = ("-government", "-state", "-states", "-republic")


def _country(claim: Claim) -> str | None:
    places = [r.place.country for r in claim.roles if r.place is not None and r.place.country]
    return places[0] if places else None


def _actors(claim: Claim, role: str) -> list[Actor]:
    return [r.actor for r in claim.fillers(role) if r.actor is not None]


def _gained_without_fight(claim: Claim) -> bool:
    """Whether the words say to whom the place goes, or name the place that is left."""
    return bool(claim.fillers("target", "origin", "place"))


def _protest(claim: Claim) -> str:
    """Who does what to whom: peaceful, met by force short of killing, killed in it, or violent itself."""
    words, trigger = _words(claim), claim.trigger.quote
    if _MOB.search(words):
        return "Mob violence"
    if _RIOT.search(trigger) or _RIOT.search(_words(claim, "instrument")):
        return "Violent demonstration"
    hurt = bool(claim.fillers("killed", "wounded"))
    if hurt or _FORCE.search(_words(claim, "instrument")):
        return "Excessive force against protesters"
    return "Protest with intervention" if _INTERVENED.search(words) else "Peaceful protest"


def _deploy(claim: Claim) -> str:
    base = _BASE.search(claim.trigger.quote) or (_SET_UP.search(claim.trigger.quote) and _BASE.search(_words(claim)))
    return "Headquarters or base established" if base else "Change to group/activity"


def _explosion(claim: Claim) -> str:
    words = _words(claim, "instrument")
    if _ROCKET_GRENADE.search(words):
        return "Shelling/artillery/missile attack"
    return "Grenade" if _GRENADE.search(words) else "Remote explosive/landmine/IED"


_ACLED_RULES = {"territory": _territory, "protest": _protest, "deploy": _deploy, "explosion": _explosion}


_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_PEACE = re.compile(
    r"\b(?:peace-?keep\w*|blue helmets?|(?:election|truce|ceasefire|unarmed) (?:observers?|monitors?))", re.IGNORECASE
)
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_FINAL = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ratif\w+|conclud\w+|reach\w*|clinch\w*|struck|strik\w+|seal\w*|finali[sz]\w+|deals?|accords?|"
    r"pacts?|treat(?:y|ies)|agreements?|memorandums?|memoranda)\b",
    re.IGNORECASE,
)


def _plover(claim: Claim, code: str | None) -> str | None:
    """The type's code, as the manual puts what is still to come or did not come about.

    A cooperative deed in the future is a commitment (AGREE), a hostile one a threat (THREATEN); cooperation that is
    denied, or tried and failed, is a refusal (REJECT); an agreement that is signed or reached is SUPPORT.
    """
    if claim.type == "return" and claim.fillers("goods"):
        code = "RETREAT-return"  # things given back; people who come home have no code
    if claim.type == "deploy" and _PEACE.search(_words(claim)):
        code = "AID"  # peacekeepers and observers are aid by the manual
    if code is None:
        return None
    root = code.split("-", 1)[0]
    if root in _COOPERATIVE and (claim.polarity == "negative" or (root == "AGREE" and claim.modality == "attempted")):
        return "REJECT"
    if claim.modality == "planned" and root in _COOPERATIVE:
        return "AGREE"
    ahead = claim.modality == "planned" or (claim.modality == "possible" and claim.tense == "present")
    if ahead and root in _HOSTILE:  # "will shell", "may shell"; not "allegedly shelled"
        return "THREATEN"
    if claim.type == "agreement":
        return "SUPPORT" if claim.modality == "actual" and _FINAL.search(claim.trigger.quote) else code
    return _with_mode(claim, code, root)


def _with_mode(claim: Claim, code: str, root: str) -> str:
    """The type's code; the mode follows the means where PLOVER tells them apart."""
    means = _words(claim, "instrument", "actor")
    if claim.type == "airstrike" and _DRONE.search(means):
        return f"{root}-drone"
    if claim.type == "abuse":
        mode = "sexual" if _SEXUAL.search(means) else "beat" if _BEAT.search(means) else "torture"
        return f"{root}-{mode}"
    if claim.type == "ceasefire":
        return "RETREAT-ceasefire" if claim.modality == "actual" else "AGREE"
    return code


def _words(claim: Claim, *roles: str) -> str:
    """The trigger and the fillers of these roles (of all roles when none is named)."""
    fillers = claim.fillers(*roles) if roles else claim.roles
    return " ".join([claim.trigger.quote, *(r.evidence.quote for r in fillers)])
