"""The state that "the kingdom" is, where a report tells of a monarchy and means no land ("in the kingdom")."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.resolve.who.bodies import monarchies
from situate.resolve.who.names import keys
from situate.resolve.who.told import Naming, Told

# Before a state's noun these make it a land: "in the kingdom", "left the kingdom".
_AS_A_LAND = re.compile(
    r"\b(?:in|into|to|from|of|across|inside|within|through|throughout|around|outside|over|leave|leaves|leaving|left|enter|"
    r"enters|entered|entering|visit|visited|visiting|reach|reached|fled|flee)\s+$",
    re.IGNORECASE,
)


# States by where and what they are.
_GULF, _ISLANDS = (
    frozenset({"AE", "BH", "KW", "OM", "QA", "SA"}),
    frozenset({"BH", "CU", "CY", "GD", "IS", "JM", "LK", "MG", "MT", "MU", "SG", "TW"}),
)
_SORTS: dict[tuple[str, ...], frozenset[str]] = {
    **{("gulf", noun): _GULF for noun in ("state", "emirate", "monarchy", "nation", "kingdom")},
    **{("island", noun): _ISLANDS for noun in ("state", "nation", "republic")},
    ("island",): _ISLANDS,
}


def monarchy(told: Told, naming: Naming) -> Actor | None:
    """The government of the monarchy, the Gulf state or the island that is told of, nearest before where home is none.

    Nobody for its land and for what is its ("the kingdom’s").
    """
    words, at = keys(naming.quote), naming.span
    if len(words) not in {2, 3} or words[0] != "the" or not naming.quote[-1:].isalpha():
        return None
    states = _SORTS.get(words[1:]) or (monarchies(words[1]) if len(words) == 2 else frozenset())
    if not states or told.text[at.end : at.end + 2] in {"’s", "'s"}:
        return None
    if _AS_A_LAND.search(told.text, max(0, at.start - 14), at.start):
        return None
    if words[-1] == "island" and told.text[: at.start].endswith(("on ", "off ")):
        return None
    if told.home in states and words != ("the", "island"):  # there the island is where all this is told of
        return told.part(told.home, "government")
    for start, _ in told.sentences_back(at.start):
        near = {part.ids[0] for part in told.lands_between(start, at.start)} & states
        if near:
            return told.part(near.pop(), "government") if len(near) == 1 else None
    return None
