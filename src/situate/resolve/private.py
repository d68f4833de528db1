"""Which persons without a public role a report names: whoever they are to its claims, a public export masks them."""

from __future__ import annotations

from collections.abc import Iterable

from situate.model.claim import Claim
from situate.model.mention import Mention
from situate.text.times.words import MONTHS, WEEKDAYS

_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
_HARMED = ("killed", "wounded", "affected")


def private_persons(mentions: Iterable[Mention], claims: Iterable[Claim]) -> tuple[str, ...]:
    """Their names, in order. One word alone is too often no name, unless it is that of somebody who came to harm."""
    harmed = [role.evidence.span for claim in claims for role in claim.fillers(*_HARMED)]
    found = set()
    for mention in mentions:
        actor, span = mention.actor, mention.evidence.span
        if mention.kind != "person" or mention.form != "name" or actor is None or not actor.private:
            continue
        words = actor.name.split()
        if all(word.lower() in _CALENDAR for word in words):  # "Sat Feb" of a page's head
            continue
        if len(words) > 1 or any(one.covers(span) for one in harmed):
            found.add(actor.name)
    return tuple(sorted(found))
