"""A claim in other codebooks: its ACLED sub-event and its PLOVER type and mode.

The types carry a string, or the name of a rule where roles decide (``territory``, ``protest``, …: ``acled.py``). The
rules are ACLED's (codebook of 2023) and PLOVER's (manual of 2023), in our words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.model.actor import Actor
from situate.model.claim import Claim, Codes
from situate.ontology import Ontology
from situate.resolve.codes.acled import country, sub_event
from situate.resolve.codes.acled_means import quoted
from situate.resolve.codes.acled_street import against_the_police, took_place
from situate.resolve.codes.acled_words import SEXUAL
from situate.resolve.codes.parties import parties

_STATE = frozenset({"state_forces", "government"})
_EXTERNAL = 8
_BEAT = re.compile(r"\b(?:beat|beaten|beating|beatings|beats|flogg?\w*|whipp\w*|lash\w*)\b", re.IGNORECASE)
_DRONE = re.compile(r"\b(?:drones?|uavs?|unmanned|quadcopters?|shahed\w*)\b", re.IGNORECASE)


def codes(claim: Claim, ontology: Ontology, beside: Sequence[Claim] = ()) -> Codes:
    """The codes of a claim; ``None`` where a codebook has no place for it. ``beside``: others of its sentence.

    Only what took place, was tried, or is said to have taken place has an ACLED string. PLOVER codes plans too, as
    commitments and threats.
    """
    kind = ontology.types.get(claim.type)
    if kind is None:
        return Codes()
    acled = sub_event(claim, kind.acled, beside) if took_place(claim) else None
    return Codes(acled=acled, plover=_plover(claim, kind.plover, beside))


def at_place(claim: Claim) -> Claim:
    """The claim with the inter codes that its actors have where it took place.

    ACLED codes a state's forces outside of their own country as external forces (8), whatever they are at home (1).
    """
    here = country(claim)
    if here is None or not any(r.actor is not None and _abroad(r.actor, here) for r in claim.roles):
        return claim
    roles = (
        replace(r, actor=replace(r.actor, inter=_EXTERNAL)) if r.actor is not None and _abroad(r.actor, here) else r
        for r in claim.roles
    )
    return replace(claim, roles=tuple(roles))


def _abroad(actor: Actor, here: str) -> bool:
    return actor.kind in _STATE and actor.inter == 1 and actor.country not in {None, here}


_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_PEACE = re.compile(
    r"\b(?:peace-?keep\w*|blue helmets?|(?:election|truce|ceasefire|unarmed) (?:observers?|monitors?))", re.IGNORECASE
)
_STOPPED = re.compile(
    r"\b(?:suspend\w*|suspension|cut\w*|halt\w*|freez\w+|froze\w*|reduc\w+|slash\w*|end\w*|withdr\w+)\b", re.IGNORECASE
)
_BLOCKADE = re.compile(r"\bblockad\w*", re.IGNORECASE)
_SHIELDS = re.compile(r"\bhuman shields?\b", re.IGNORECASE)
_REFUGE = re.compile(r"\b(?:refugees?|migrants?|asylum|displaced)\b", re.IGNORECASE)
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_FINAL = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ratif\w+|conclud\w+|reach\w*|clinch\w*|struck|strik\w+|seal\w*|finali[sz]\w+|deals?|accords?|"
    r"pacts?|treat(?:y|ies)|agreements?|memorandums?|memoranda)\b",
    re.IGNORECASE,
)


def _plover(claim: Claim, code: str | None, beside: Sequence[Claim] = ()) -> str | None:
    """The type's code, as the manual puts what is still to come or did not come about.

    A cooperative deed in the future is a commitment (AGREE), a hostile one a threat (THREATEN); cooperation that is
    denied, or tried and failed, is a refusal (REJECT); an agreement that is signed or reached is SUPPORT.
    """
    code = _base(claim, code, beside)
    if code is None:
        return None
    root = code.split("-", 1)[0]
    if root in _COOPERATIVE and (claim.polarity == "negative" or (root == "AGREE" and claim.modality == "attempted")):
        return "REJECT"
    if claim.modality == "planned" and root in _COOPERATIVE:
        return code if root == "AID" and any(_is_given(claim, c) for c in beside) else "AGREE"
    ahead = claim.modality == "planned" or (claim.modality == "possible" and claim.tense == "present")
    if ahead and root in _HOSTILE:  # "will shell", "may shell"; not "allegedly shelled"
        return "THREATEN"
    if claim.type == "agreement":
        return "SUPPORT" if claim.modality == "actual" and _FINAL.search(claim.trigger.quote) else code
    return _with_mode(claim, code, root)


def _base(claim: Claim, code: str | None, beside: Sequence[Claim]) -> str | None:
    """The type's code, or the one that the manual has for what else a claim of the type can tell."""
    if _riots(claim):
        return "PROTEST-riot"
    if _by_a_protest(claim, beside):
        return "PROTEST"
    if claim.type == "return" and claim.fillers("goods"):
        code = "RETREAT-return"  # things given back; people who come home have no code
    if claim.type in {"deploy", "withdraw"} and _PEACE.search(quoted(claim)):
        code = "AID" if claim.type == "deploy" else "SANCTION"  # peacekeepers and observers are aid by the manual
    if claim.type in {"deny_aid", "deliver_aid"} and _STOPPED.search(claim.trigger.quote):
        code = "SANCTION"  # who ends aid of his own withholds nobody else's
    if claim.type == "open_route" and _REFUGE.search(quoted(claim, "target", "affected")):
        code = "AID"
    if claim.type == "besiege" and _BLOCKADE.search(claim.trigger.quote):
        code = "ASSAULT"  # among the fights in CAMEO (191), and so to the coders of PLV
    if claim.type == "detain" and any(c.type == "abuse" and _SHIELDS.search(c.trigger.quote) for c in beside):
        code = "ASSAULT"  # an assault in CAMEO (184), and so to the coders of PLV
    return code


def _riots(claim: Claim) -> bool:
    """Whether protesters fight or destroy: a violent protest to PLOVER, as it was to CAMEO (145)."""
    protesters = claim.type in {"clash", "assault", "destroy"} and "protesters" in parties(claim.fillers("actor"))
    return protesters or against_the_police(claim)


def _by_a_protest(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether what is protested is protested in the street ("began a hunger strike, protesting …")."""
    doers = {r.evidence.span for r in claim.fillers("actor")}
    marched = (c for c in beside if c.type == "protest" and took_place(c))
    told = claim.type == "accuse" and claim.trigger.quote.lower().startswith("protest")
    return told and any(r.evidence.span in doers for c in marched for r in c.fillers("actor", "affected"))


def _is_given(claim: Claim, other: Claim) -> bool:
    """Whether the aid that a claim tells as a purpose is given by another ("donated … to assist the region")."""
    giving = other.type in _GIVING and other.polarity == "positive" and other.modality == "actual"
    givers = {r.evidence.span for r in other.fillers("actor")}
    return giving and claim.tense != "future" and any(r.evidence.span in givers for r in claim.fillers("actor"))


_GIVING = frozenset({"deliver_aid", "assist", "arm"})


def _with_mode(claim: Claim, code: str, root: str) -> str:
    """The type's code; the mode follows the means where PLOVER tells them apart."""
    means = quoted(claim, "instrument", "actor")
    if claim.type == "airstrike" and _DRONE.search(means):
        return f"{root}-drone"
    if claim.type == "abuse":
        mode = "sexual" if SEXUAL.search(means) else "beat" if _BEAT.search(means) else "torture"
        return f"{root}-{mode}"
    if claim.type == "ceasefire":
        return "RETREAT-ceasefire" if claim.modality == "actual" else "AGREE"
    return code
