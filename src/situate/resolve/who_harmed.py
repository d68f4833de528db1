"""Whose people those are who are killed or hurt: "32 rebels", "11 children", "three of the army's soldiers".

They are counted and not named: nothing refers back to such a phrase, and it refers back to nobody. So it is asked by
itself, apart from the phrases that name who does what. People who are killed somewhere are taken to live there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.span import Span
from situate.resolve.who import Linker, Setting
from situate.resolve.who_told import ReportContext, Told

HARMED = ("killed", "wounded")
_NO_SIDE = frozenset({"person", "outlet"})


def harmed(
    claims: Iterable[Claim], context: ReportContext, linker: Linker, lands: Mapping[Span, str] = MappingProxyType({})
) -> dict[Span, Actor]:
    """The side, or the civilians, of each phrase that counts killed or wounded people, where it tells them.

    ``lands``: the countries of the phrases for places. Civilians of a claim that is in another country than that which
    the report is about are of that one, unless the phrase says whose they are.
    """
    phrases: dict[tuple[Span, str], str | None] = {}
    for claim in claims:
        for role in claim.fillers(*HARMED):
            asked = role.evidence.span, role.evidence.quote
            phrases[asked] = phrases.get(asked) or _land(claim, lands)
    if not phrases:
        return {}
    told = Told([], context, linker)
    found = {span: _there(told, quote, land) for (span, quote), land in phrases.items()}
    return {span: actor for span, actor in found.items() if actor is not None and _is_side(actor)}


def _land(claim: Claim, lands: Mapping[Span, str]) -> str | None:
    """The one country that a claim is put in."""
    found = {lands[r.evidence.span] for r in claim.fillers("place") if r.evidence.span in lands}
    return found.pop() if len(found) == 1 else None


def _there(told: Told, quote: str, land: str | None) -> Actor | None:
    actor = told.link(quote)[0]
    if actor is None or actor.kind != "civilians" or land in {None, actor.country} or told.country != actor.country:
        return actor
    named = any(part.form in {"country", "adjective", "people"} for part in told.linker.names.parts(quote))
    return actor if named else told.linker.within(quote, Setting(country=land, date=told.date))[0]


def _is_side(actor: Actor) -> bool:
    """Whether an actor has people; who is killed by name is a person, and a name that no table has may be one."""
    return actor.kind not in _NO_SIDE and not actor.private and not actor.id.startswith("local:")
