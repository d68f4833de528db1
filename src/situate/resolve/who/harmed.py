"""Whose people those are who are killed or hurt: "32 rebels", "11 children", "three of the army's soldiers".

They are counted and not named: nothing refers back to such a phrase, and it refers back to nobody. So it is asked by
itself, apart from the phrases that name who does what. People who are killed somewhere are taken to live there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from situate.model.actor import Actor
from situate.model.claim import Claim, Role
from situate.model.span import Span
from situate.resolve.who.forces import counted_soldiers
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.phrase import Linker, Setting
from situate.resolve.who.told import ReportContext, Told

HARMED = ("killed", "wounded")
_OF_THEM = re.compile(r"\bof them$", re.IGNORECASE)
_KIN = re.compile(r"\s+and\s+(?:(?:\w+\s+)?members\s+of\s+)?their\s+(?:famil|relatives|wives|children)", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among them|with)\b", re.IGNORECASE)
_COUNTED = re.compile(r"[^\W\d_]{3}")  # some word, no figure alone
_CRAFT = re.compile(
    r"\b(?:military|army|air force|war|fighter|attack|combat)[\s-]?(?:helicopter|plane|aircraft|jet|transport)s?\b"
    r"|\b(?:helicopter|warplane|gunship|bomber|fighter jet|tank|warship|patrol boat)s?\b",
    re.IGNORECASE,
)
_ABOARD = re.compile(r"\b(?:on board|aboard|crew|crewmen|pilots?)\b", re.IGNORECASE)
_NO_SIDE = frozenset({"person", "outlet"})


def harmed(
    claims: Sequence[Claim], context: ReportContext, linker: Linker, lands: Mapping[Span, str] = MappingProxyType({})
) -> dict[Span, Actor]:
    """The side, or the civilians, of each phrase that counts killed or wounded people, where it tells them.

    ``lands``: the countries of the phrases for places. Civilians of a claim that is in another country than that which
    the report is about are of that one, unless the phrase says whose they are.
    """
    phrases: dict[tuple[Span, str], str | None] = {}
    doers: dict[Span, set[str]] = {}
    for claim in claims:
        for role in claim.fillers(*HARMED):
            asked = role.evidence.span, _words(role)
            phrases[asked] = phrases.get(asked) or _land(claim, lands)
            doers.setdefault(role.evidence.span, set()).update(r.evidence.quote for r in claim.fillers("actor"))
    if not phrases:
        return {}
    told = Told([], context, linker)
    found = {span: _there(told, _with_kin(quote), land, doers[span]) for (span, quote), land in phrases.items()}
    found |= {span: told.link(craft)[0] or found[span] for span, craft in _crews(claims)}
    several = {span for span, quote in phrases if _of_several(told, quote, found[span])}
    return {s: actor for s, actor in found.items() if actor is not None and _is_side(actor) and s not in several}


def _words(role: Role) -> str:
    """The words that say who is harmed: of "them" and "five of them" those that the pronoun takes up."""
    quote = role.evidence.quote
    taken_up = lexicon().is_pronoun(keys(quote)) or _OF_THEM.search(quote) is not None
    return role.ref if role.ref is not None and taken_up else quote


def _of_several(told: Told, quote: str, first: Actor | None) -> bool:
    """Whether those who are counted together are of two sides: "70 rebels and soldiers" are neither's."""
    left, joined, right = quote.partition(" and ")
    if first is None or not joined or _KIN.search(quote) or _PART.search(left):
        return False
    other = told.link(right)[0]
    return other is not None and _is_side(other) and (other.side, other.kind == "civilians") != (
        first.side, first.kind == "civilians"
    )  # fmt: skip


def _land(claim: Claim, lands: Mapping[Span, str]) -> str | None:
    """The one country that a claim is put in."""
    found = {lands[r.evidence.span] for r in claim.fillers("place", "target") if r.evidence.span in lands}
    return found.pop() if len(found) == 1 else None


def _there(told: Told, quote: str, land: str | None, doers: Iterable[str]) -> Actor | None:
    actor = told.link(quote)[0] or counted_soldiers(told, quote, doers)
    if actor is None or actor.kind != "civilians" or land == actor.country or told.country != actor.country:
        return actor
    if land is None and (actor.country is None or not _struck_by_state(told, doers, actor.country)):
        return actor
    named = any(part.form in {"country", "adjective", "people"} for part in told.linker.names.parts(quote))
    return actor if named else told.linker.within(quote, Setting(country=land, date=told.date))[0]


def _struck_by_state(told: Told, doers: Iterable[str], state: str) -> bool:
    """Whether they are harmed by a state that is named by its bare name ("Ostria struck …"), which does so abroad."""
    parts = (told.linker.names.parts(doer) for doer in doers)
    return any(len(one) == 1 and one[0].form == "country" and state in one[0].ids for one in parts)


def _with_kin(quote: str) -> str:
    """Those who are counted, without the families beside them ("40 gunmen and members of their families")."""
    kin = _KIN.search(quote)
    return quote[: kin.start()] if kin and _COUNTED.search(quote[: kin.start()]) else quote


def _crews(claims: Iterable[Claim]) -> Iterator[tuple[Span, str]]:
    """Those on board of what was struck, each with its words: the crew of an army's helicopter are its men."""
    for claim in claims:
        crafts = [role.evidence.quote for role in claim.fillers("target") if _CRAFT.search(role.evidence.quote)]
        for role in claim.fillers(*HARMED):
            if len(crafts) == 1 and _ABOARD.search(role.evidence.quote):
                yield role.evidence.span, crafts[0]


def _is_side(actor: Actor) -> bool:
    """Whether an actor has people; who is killed by name is a person, and a name that no table has may be one."""
    return actor.kind not in _NO_SIDE and not actor.private and not actor.id.startswith("local:")
