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
from situate.resolve.acled import country, sub_event, took_place
from situate.resolve.acled_means import quoted
from situate.resolve.acled_words import SEXUAL

_STATE = frozenset({"state_forces", "government"})
_EXTERNAL = 8
_BEAT = re.compile(r"\b(?:beat|beaten|beating|beatings|beats|flogg?\w*|whipp\w*|lash\w*)\b", re.IGNORECASE)
_DRONE = re.compile(r"\b(?:drones?|uavs?|unmanned|quadcopters?|shahed\w*)\b", re.IGNORECASE)


def codes(claim: Claim, ontology: Ontology, beside: Sequence[Claim] = ()) -> Codes:
    """The codes of a claim; ``None`` where a codebook has no place for it. ``beside``: others of its sentence.

    Only positive, actual happenings have an ACLED string: ACLED records what took place. PLOVER codes plans too.
    """
    kind = ontology.types.get(claim.type)
    if kind is None:
        return Codes()
    acled = sub_event(claim, kind.acled, beside) if took_place(claim) else None
    return Codes(acled=acled, plover=_plover(claim, kind.plover))


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


def _plover(claim: Claim, code: str | None) -> str | None:
    """The type's code; the mode follows the means where PLOVER tells them apart."""
    if code is None:
        return None
    root = code.split("-", 1)[0]
    means = quoted(claim, "instrument", "actor")
    if claim.type == "airstrike" and _DRONE.search(means):
        return f"{root}-drone"
    if claim.type == "abuse":
        mode = "sexual" if SEXUAL.search(means) else "beat" if _BEAT.search(means) else "torture"
        return f"{root}-{mode}"
    if claim.type == "ceasefire":
        return "RETREAT-ceasefire" if claim.modality == "actual" else "AGREE"
    return code
