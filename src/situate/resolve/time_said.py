"""When something was said, which is not when it happened: "The group claimed responsibility today for the attack …"."""

from __future__ import annotations

import re

from situate.model.span import Span

_NEAR = 60  # code points
_VERBS = (
    "said|says?|told|stated|declared|added|report(?:s|ed)?|announced|confirmed|denied|revealed|disclosed|accused"
    "|blamed|condemned|repudiated|deplored|criticized|criticised|denounced|acknowledged|claimed|mourned"
    r"|claimed\sresponsibility"
)
# What follows such a verb tells of something else: a clause, or the happening that it is about.
_BEFORE = re.compile(rf"\b(?:{_VERBS}),?\s+(?:here\s+)?(?:(?:early|late)\s+)?(?:on\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s+(?:(?:also|again|publicly|officially|strongly)\s+)?(?:{_VERBS})\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+,?\s+(?:here\s+)?(?:on\s+)?$", re.IGNORECASE)
_BOUNDS = re.compile(r"(?:since|until|till|by|between|for|after|before|during|from|over|in)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s|\n\s*\n")


def said_then(text: str, span: Span, trigger: Span) -> bool:
    """Whether a time right beside a verb of telling is that of the telling, and the trigger stands in what is told.

    A time inside of what is told ("said that on Monday …"), or in the passive ("were reported on Monday"), is none.
    """
    if trigger.start < span.end or _BOUNDS.match(text, span.start) or _STOP.search(text, span.end, trigger.start):
        return False
    before = text[max(0, span.start - _NEAR) : span.start]
    if _BEFORE.search(before) is not None and _PASSIVE.search(before) is None:
        return True
    after = _AFTER.match(text, span.end)
    return after is not None and after.end() <= trigger.start
