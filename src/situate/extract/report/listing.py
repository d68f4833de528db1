"""Items of a list: who did it, and when, stand once, in the words that lead in ("On Jan. 9, the coalition conducted:").

Daily releases on strikes, situation reports and timelines are written so. An item without an actor or a time takes over
that of the nearest claim before the list that is of its kind and has one; such a role is carried.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from situate.model.claim import Claim, Role

_ITEM = re.compile(r"[^\S\n]*(?:[.•*·▪●–—-]|\(?\d{1,2}[.)])[^\S\n]+\S")
_HEADING = 6  # words at most of a line between items that does not end their list ("Syria", "In the north:")
_SHARED = ("actor", "time")
_DEEDS = frozenset({"airstrike", "shelling", "explosion", "assault", "clash", "destroy", "kill"})


def carried_into_items(text: str, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """Claims in the order of their triggers, those of items with the actor and the time that lead in to their list."""
    lists = _lists(text)
    leads = {lead: _Told([c for c in ordered if c.trigger.span.start < lead]) for lead in set(lists.values())}
    for claim in ordered:
        lead = lists.get(text.rfind("\n", 0, claim.trigger.span.start) + 1)
        roles = [role for name in _SHARED for role in leads[lead].of(claim, name)] if lead is not None else []
        yield dataclasses.replace(claim, roles=(*claim.roles, *roles)) if roles else claim


def _lists(text: str) -> dict[int, int]:
    """For the start of each line that is an item: where its list begins. Headings do not end a list, prose does.

    An item alone is no list.
    """
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
    items = Counter(found.values())
    return {line: lead for line, lead in found.items() if items[lead] > 1}


class _Told:
    """For each kind of claim and each shared role: the roles of the last claim before a list that has any."""

    def __init__(self, before: Iterable[Claim]) -> None:
        self._last = {(_kind(c), name): c.fillers(name) for c in before for name in _SHARED if c.fillers(name)}

    def of(self, claim: Claim, name: str) -> Iterator[Role]:
        """What a claim without such a role takes over."""
        if not claim.fillers(name):
            for role in self._last.get((_kind(claim), name), ()):
                yield dataclasses.replace(role, carried=True)


def _kind(claim: Claim) -> str:
    return "deed" if claim.type in _DEEDS else claim.type
