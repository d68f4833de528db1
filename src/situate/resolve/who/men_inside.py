"""The men of whom a phrase says in what they go or what they hold: "a column of soldiers", "positions of the army"."""

from __future__ import annotations

import re

from situate.model.span import Span
from situate.resolve.who.told import Naming

_MEN_INSIDE = re.compile(
    r"(?:(?:an?|the|some|several|one|two|three|\d+)\s)?(?:[a-z][\w-]*\s){0,2}?"
    r"(?:(?:groups?|columns?|convoys?|units?|patrols?|part(?:y|ies)|squads?|contingents?|truckloads?|busloads?|positions?|lines?)\sof"
    r"|(?:checkpoints?|posts?|convoys?|trucks?|bus(?:es)?|vehicles?|bases?|camps?|lorr(?:y|ies)|boats?|trains?|cars?)"
    r"\s(?:carrying|transporting|manned\sby|guarded\sby|held\sby|full\sof|filled\swith|ferrying))\s"
    r"((?:the\s|government\s|army\s|\w+an\s|\w+ese\s)?"
    r"(?:soldiers|troops|policemen|police|army|gendarmes|soldiery|conscripts|recruits|peacekeepers))",
)


def men_inside(naming: Naming) -> Naming | None:
    """The soldiers or policemen of whom a phrase says in what they go or what they hold."""
    found = _MEN_INSIDE.fullmatch(naming.quote) if naming.ref is None else None
    if found is None:
        return None
    return Naming(span=Span(naming.span.start + found.start(1), naming.span.end), quote=found[1])
