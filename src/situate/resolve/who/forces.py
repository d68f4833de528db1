"""Whose "the soldiers" are, where a report does not say it in the phrase: the one state's that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.told import REACH, Naming, Told
from situate.resolve.who.where import names_a_spot

_ORDINAL = r"(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_OF_UNIT = re.compile(
    r"(?:[\w’'-]+\s){0,3}(?:soldiers?|troops|servicemen|personnel|patrol|convoy|column)\s(?:of|from)\s(?:the\s|its\s)?"
    rf"{_ORDINAL}\s(?:[\w-]+\s){{0,3}}(?:brigade|battalion|division|regiment|corps|company)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"(?:the\s)?{_ORDINAL}\s(?:[\w-]+\s){{0,3}}(?:brigade|battalion|division|regiment|corps)", re.IGNORECASE
)
_OTHERS_UNITS = frozenset({"SY", "LY", "UA"})  # lands where rebels number their units too, or another state's fight


def of_a_unit(told: Told, naming: Naming, actor: Actor | None) -> Actor | None:
    """The state's forces of whom a phrase names a numbered unit that no table has: "the 5th Regiment", its soldiers."""
    known = actor is not None and not actor.id.startswith("local:")
    if known:
        return None
    if _OF_UNIT.fullmatch(naming.quote) is None:
        alone = any(one.kind == "rebel_group" for one in told.seen.actors.values()) and told.home not in _OTHERS_UNITS
        if not alone or _UNIT.fullmatch(naming.quote) is None:
            return None
    return own_forces(told, naming)


def forces_before(told: Told, naming: Naming) -> Actor | None:
    """The one state's forces that the phrases before name: "army troops … the soldiers"."""
    at = naming.span.start
    found = {
        actor.id: actor
        for i in sorted(told.order.beginning(at - REACH, at))
        if told.namings[i].span.end <= at
        and (actor := told.done[i][0]) is not None and actor.kind == "state_forces" and actor.sector == "MIL"
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def forces_of_sentence(told: Told, naming: Naming) -> Actor | None:
    """The forces of the one state whose government or forces the sentence names before: "the X government … troops"."""
    start = told.sentences_back(naming.span.start)[0][0]
    named = {code for _, code in told.states.between(start, naming.span.start)}
    return told.part(next(iter(named)), "military") if len(named) == 1 else None


def own_forces(told: Told, naming: Naming) -> Actor | None:
    """The forces of the state whose report this is, or that the sentence names, where no other state's are named."""
    linked = (actor for actor, _ in told.done.values() if actor is not None and actor.kind == "state_forces")
    own = told.part(told.home, "military")
    if own is None or any(actor.country != told.home for actor in linked):
        return None
    start = told.sentences_back(naming.span.start)[0][0]
    parts = (part for part in told.lands_between(start, naming.span.start) if part.form == "country")
    lands = {part.ids[0] for part in parts if not names_a_spot(told.text, part)}
    if lands - {told.home}:  # "the United States might send troops"
        return told.part(lands.pop(), "military") if len(lands) == 1 else None
    return own


_SOLDIERS = frozenset({"soldier", "soldiers", "troops", "servicemen", "serviceman", "conscripts"})
_OTHERS_SOLDIERS = _OTHERS_UNITS | {"YE", "SD"}  # lands where more than one side has soldiers
_SENT = frozenset({"international", "external_forces", "state_forces"})


def counted_soldiers(told: Told, quote: str, doers: Iterable[str]) -> Actor | None:
    """Whose the soldiers are who are only counted ("six soldiers"): the one state's that has any in what is told.

    Nobody's where forces of another state or a mission are named, or where that state's own forces are the doer.
    """
    words = [word for word in keys(quote) if not word.isdecimal()]
    if words[-1:] == [] or words[-1] not in _SOLDIERS or any(not lexicon().is_("light", w) for w in words[:-1]):
        return None
    own = told.part(told.home, "military") if told.home not in _OTHERS_SOLDIERS else None
    if own is None or own.kind != "state_forces":
        return None
    rows = told.linker.registry.rows
    others = any(rows[i].kind in _SENT and rows[i].country != told.home for i in told.names.rows)
    others = others or any(p.form == "adjective" and told.home not in p.ids for p in told.lands.values())
    by = (told.link(doer)[0] for doer in doers)
    return None if others or any(actor is not None and actor.inter == 1 for actor in by) else own
