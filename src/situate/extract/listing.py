"""Items of a list: who did it, and when, stand once, in the words that lead in ("On Jan. 9, the coalition conducted:").

Daily releases on strikes, situation reports and timelines are written so. An item without an actor or a time takes over
that of the nearest claim before the list that is of its kind and has one; such a role is carried.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Sequence

from situate.model.claim import Claim, Role

_ITEM = re.compile(r"[^\S\n]*(?:[.•*·▪●–—-]|\(?\d{1,2}[.)])[^\S\n]+\S")
_HEADING = 6  # words at most of a line between items that does not end their list ("Syria", "In the north:")
_DEEDS = frozenset({"airstrike", "shelling", "explosion", "assault", "clash", "destroy", "kill"})


def carried_into_items(text: str, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """Claims in the order of their triggers, those of items with the actor and the time that lead in to their list."""
    starts = _leads(text)
    for claim in ordered:
        lead = starts.get(_line(text, claim.trigger.span.start))
        if lead is not None:
            before = [c for c in ordered if c.trigger.span.start < lead]
            roles = [*_taken(claim, before, "actor"), *_taken(claim, before, "time")]
            claim = dataclasses.replace(claim, roles=(*claim.roles, *roles))
        yield claim


def _leads(text: str) -> dict[int, int]:
    """For the start of each line that is an item: where its list begins. Headings do not end a list, prose does."""
    found: dict[int, int] = {}
    first: int | None = None
    at = 0
    for line in text.split("\n"):
        if _ITEM.match(line):
            first = at if first is None else first
            found[at] = first
        elif len(line.split()) > _HEADING:
            first = None
        at += len(line) + 1
    lists = list(found.values())
    return {line: lead for line, lead in found.items() if lists.count(lead) > 1}


def _line(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _taken(claim: Claim, before: Sequence[Claim], role: str) -> tuple[Role, ...]:
    """The roles of one name that a claim takes over: those of the last claim of its kind before that has any."""
    if claim.fillers(role):
        return ()
    kinds = _kinds(claim.type)
    lead = next((c for c in reversed(before) if c.type in kinds and c.fillers(role)), None)
    return tuple(dataclasses.replace(r, carried=True) for r in lead.fillers(role)) if lead else ()


def _kinds(kind: str) -> Collection[str]:
    return _DEEDS if kind in _DEEDS else {kind}
