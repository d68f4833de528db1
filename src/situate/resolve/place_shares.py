"""What is taken or held in a place is not the place: "captured three villages in Aleppo", "holds a base near Homs".

Where a claim of who takes or holds names a place, and beside it tells what there it is about, in words that name
nothing, the named place is told in part.
"""

from __future__ import annotations

import dataclasses
import re

from situate.model.claim import Claim, Role
from situate.model.place import Place
from situate.resolve.place_locals import some_part
from situate.resolve.place_phrases import parse

_HELD = frozenset({"capture", "handover", "control", "withdraw"})
_SMALLER = frozenset(
    {"settlement", "quarter", "part", "area", "base", "airport", "pocket", "building", "crossing", "hill"}
)
_INDEFINITE = re.compile(
    r"(?:a|an|some|several|many|other|another|more|\d+|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)
_IN = re.compile(r"\s+(?:in|of|inside|within|across|around|near|outside)\s.{0,40}", re.DOTALL)


def told_in_part(claim: Claim, text: str) -> Claim:
    """The claim with its one named place as a part, where it is about things in it that have no name."""
    if claim.type not in _HELD:
        return claim
    named = [role for role in claim.fillers("place") if role.place is not None]
    things = [role for role in claim.fillers("place") if role.reason == "description" and _is_thing(role)]
    if len(named) != 1 or not things or not _whole(named[0].place):
        return claim
    one, thing = named[0], things[0]
    many = parse(thing.evidence.quote).heads[0].plural
    if not many and not _IN.fullmatch(text, thing.evidence.span.end, one.evidence.span.start):
        return claim
    part = dataclasses.replace(one, place=some_part(thing.evidence.quote, one.place)) if one.place else one
    return dataclasses.replace(claim, roles=tuple(part if role is one else role for role in claim.roles))


def _is_thing(role: Role) -> bool:
    phrase = parse(role.evidence.quote)
    head = phrase.heads[0] if phrase.heads else None
    return head is not None and head.group in _SMALLER and _INDEFINITE.match(phrase.text) is not None


def _whole(place: Place | None) -> bool:
    return place is not None and place.relation is None and place.precision in {"settlement", "region", "district"}
