"""Whose words a claim is, and whether they gain by it: the ground on which an event's standing rests."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from typing import Any, Literal

import yaml

from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.publication import Publication

Interest = Literal["own_gain", "accusation", "admission", "none"]


@functools.cache
def rules() -> Mapping[str, Any]:
    """The derivation rules (``rules.yaml``)."""
    text = (importlib.resources.files("situate.derive") / "rules.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded


def sides(claim: Claim, role: str) -> set[str]:
    """The sides (or, where none is known, the actors) that fill a role."""
    return {role.actor.side or role.actor.id for role in claim.fillers(role) if role.actor}


def spoken_by(claim: Claim) -> str:
    """Who says a claim, by what tells voices of one report apart: a side, else an actor's id, else the words for him.

    "" is the outlet itself.
    """
    if not claim.speakers:
        return ""
    actor, words = claim.speakers[0].actor, claim.speakers[0].evidence.quote.casefold()
    return (actor.side or actor.id) if actor is not None else words


def voice(claim: Claim, publication: Publication) -> tuple[str, str | None]:
    """Who stands behind a claim: a stable key of the voice, and its side (``None`` when it has none that is known).

    Where no speaker is known by name ("a source said") it is the outlet that stands behind it.
    """
    for speaker in claim.speakers:
        if speaker.actor is not None:
            side = speaker.actor.side or (None if _neutral(speaker.actor) else speaker.actor.id)
            return speaker.actor.id, side
    return publication.outlet or publication.report, publication.outlet_side


def _neutral(actor: Actor) -> bool:
    return actor.private or actor.kind in {"international", "outlet", "person", "civilians", "other"}


def interest(claim: Claim, side: str | None) -> Interest:
    """Whether the side that speaks gains by this claim, accuses an enemy with it, or speaks against itself."""
    rule = rules()["interest"].get(claim.type)
    if rule is None or side is None:
        return "none"
    if claim.polarity == "negative":
        return _of_denial(claim, side)
    if rule.get("gain") and side in sides(claim, rule["gain"]):
        return "own_gain"
    if rule.get("loss") and side in sides(claim, rule["loss"]):
        return "admission" if claim.modality == "actual" else "accusation"  # what an enemy only tried is no loss
    return _of_harm(claim, side) if rule.get("harm") else "none"


def _of_denial(claim: Claim, side: str) -> Interest:
    """Who denies his own deed, a deed done to him, or an enemy's success, gains by it."""
    armed = {r.actor.side for r in claim.fillers("actor") if r.actor and r.actor.side}
    return "own_gain" if armed or side in sides(claim, "actor") | sides(claim, "target") else "none"


def _of_harm(claim: Claim, side: str) -> Interest:
    if side in sides(claim, "actor"):
        return "admission" if _hurts_civilians(claim) and claim.modality == "actual" else "own_gain"
    armed = {r.actor.side for r in claim.fillers("actor") if r.actor and r.actor.side}
    return "accusation" if armed and side not in armed else "none"


def _hurts_civilians(claim: Claim) -> bool:
    words = " ".join(r.evidence.quote.casefold() for r in claim.fillers("killed", "wounded", "target", "affected"))
    civilians = any(r.actor is not None and r.actor.kind == "civilians" for r in claim.fillers("target", "killed"))
    return civilians or any(word in words for word in ("civilian", "child", "women", "resident", "famil"))
