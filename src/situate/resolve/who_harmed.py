"""Whose people those are who are killed or hurt: "32 rebels", "11 children", "three of the army's soldiers".

They are counted and not named: nothing refers back to such a phrase, and it refers back to nobody. So it is asked by
itself, apart from the phrases that name who does what.
"""

from __future__ import annotations

from collections.abc import Iterable

from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.span import Span
from situate.resolve.who import Linker
from situate.resolve.who_told import ReportContext, Told

HARMED = ("killed", "wounded")
_NO_SIDE = frozenset({"person", "outlet"})


def harmed(claims: Iterable[Claim], context: ReportContext, linker: Linker) -> dict[Span, Actor]:
    """The side, or the civilians, of each phrase that counts killed or wounded people, where it tells them."""
    phrases = {role.evidence.span: role.evidence.quote for claim in claims for role in claim.fillers(*HARMED)}
    if not phrases:
        return {}
    told = Told([], context, linker)
    found = {span: told.link(quote)[0] for span, quote in phrases.items()}
    return {span: actor for span, actor in found.items() if actor is not None and _is_side(actor)}


def _is_side(actor: Actor) -> bool:
    """Whether an actor has people; who is killed by name is a person, and a name that no table has may be one."""
    return actor.kind not in _NO_SIDE and not actor.private and not actor.id.startswith("local:")
