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


def monarchy(told: Told, naming: Naming) -> Actor | None:
    """The government of the monarchy that is told of; nobody for its land and for what is its ("the kingdom’s")."""
    words = keys(naming.quote)
    if len(words) != 2 or words[0] != "the" or not naming.quote[-1:].isalpha() or told.home is None:
        return None
    if told.home not in monarchies(words[1]) or told.text[naming.span.end : naming.span.end + 2] in {"’s", "'s"}:
        return None
    if _AS_A_LAND.search(told.text, max(0, naming.span.start - 14), naming.span.start):
        return None
    return told.part(told.home, "government")
