"""When something was said, which is not when it happened: "The group claimed responsibility today for the attack …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
# "On 7 January the president acknowledged that …": the day of the first verb, after a subject of a few words.
_OPENS = re.compile(
    rf",?\s+(?:(?!(?:and|but|who|which|when)\b)[\w'’.-]+\s+){{1,7}}?(?:{_VERBS})\s+that\s", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+,?\s+(?:here\s+)?(?:on\s+)?$", re.IGNORECASE)
_BOUNDS = re.compile(r"(?:since|until|till|by|between|for|after|before|during|from|over|in)\b", re.IGNORECASE)
_THAT = re.compile(r",?\s+that\s", re.IGNORECASE)
_TOLD = re.compile(rf"\b(?:{_VERBS})\b[^.!?;,]*$", re.IGNORECASE)
# What begins another clause, which has times of its own: "was evacuated today because it was hit last night".
_CLAUSE = re.compile(r"\b(?:that|because|after|before|when|while|who|which|following|protesting)\b", re.IGNORECASE)
# What names a day; "at dawn", "at 7 am" go with the day told before.
_DAY = re.compile(
    r"\b(?:today|yesterday|tonight|last|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\b",
    re.IGNORECASE,
)
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
    if _THAT.match(text, span.end) is not None and _TOLD.search(before) is not None:
        return True  # "it was reported in the capital today that …"
    opens = _OPENS.match(text, span.end)
    if opens is not None and opens.end() <= trigger.start:
        return True
    after = _AFTER.match(text, span.end)
    return after is not None and after.end() <= trigger.start


# "Searched the house two days before the killing": how long before it something else was.
_LENGTH = re.compile(r"(?:[\w-]+\s){1,4}(?:hour|day|week|month|year)s?", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:before|prior\sto|ahead\sof|after|following)\s+(?:the|this|that|his|her|their)\s(?:[\w-]+\s){0,2}$", re.I
)


def counted_to(text: str, span: Span, trigger: Span) -> bool:
    """Whether a time is a length that is counted to or from what the trigger tells, and dates something else by it."""
    near = trigger.start - span.end <= _NEAR and span.end < trigger.start
    length = near and _LENGTH.fullmatch(" ".join(span.of(text).split())) is not None
    return length and _COUNTED.fullmatch(text[span.end : trigger.start]) is not None


def of_another_clause(text: str, span: Span, others: Iterable[Span], trigger: Span) -> bool:
    """Whether a time stands before a trigger in another clause, and one of ``others`` behind it gives its own day.

    ("The bus was burned today by men protesting the attack carried out yesterday": that of the attack is the last.)
    """
    if trigger.start < span.end or _CLAUSE.search(text, span.end, trigger.start) is None:
        return False
    behind = (other for other in others if other.start >= trigger.end and _DAY.search(other.of(text)))
    return any(not _breaks(text, trigger.end, other.start) for other in behind)


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence or a clause ends between two places of a text."""
    return _STOP.search(text, start, end) is not None or _CLAUSE.search(text, start, end) is not None
