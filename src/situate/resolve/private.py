"""Which persons without a public role a report names: whoever they are to its claims, a public export masks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from situate.model.claim import Claim
from situate.model.mention import Mention
from situate.text.senders import messages
from situate.text.times.words import MONTHS, WEEKDAYS

_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_HARMED = ("killed", "wounded", "affected")


def private_persons(mentions: Sequence[Mention], claims: Iterable[Claim], text: str = "") -> tuple[str, ...]:
    """Their names, in order. One word alone is too often no name, unless it is that of somebody who came to harm, or
    who sends a message in a text that is a chat.
    """
    harmed = [role.evidence.span for claim in claims for role in claim.fillers(*_HARMED)]
    found = _senders(mentions, text)
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


def _senders(mentions: Sequence[Mention], text: str) -> set[str]:
    """Who sends messages of a chat, without what stands behind his name ("Karim (the clinic)"); not organisations."""
    spans = {one.sender.of(text).partition(" (")[0]: one.sender for one in messages(text) if one.sender is not None}
    bodies = [one.evidence.span for one in mentions if one.kind != "person" and one.actor and not one.actor.private]
    return {name for name, span in spans.items() if _NAME.fullmatch(name) and not any(b.overlaps(span) for b in bodies)}
