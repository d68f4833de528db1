"""What the next sentence takes back: "Yesterday I wrote that the town was retaken. It was not."

Only what nobody else is told to say: where somebody does, the next words deny that he is right, and he said it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.claim import Claim
from situate.model.sentence import Sentence

_BACK = re.compile(
    r"[\"“(]?(?:But\s|No[,:]\s)?(?:(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Tt]his|[Tt]hat)\s(?:was|were|is|are|has|have|had|did|does|do)"
    r"(?:\s?n[o’']t)(?:\strue|\scorrect|\sso)?|(?:[Ii]t|[Tt]his|[Tt]hat)\s?(?:is|was|['’]s)\s(?:not\s(?:true|correct|so)|"
    r"untrue|false|wrong|incorrect|a lie))\s?[.!;:]"
)
_OWN = frozenset({"i", "we"})


def taken_back(text: str, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> list[Claim]:
    """The claims in order; the last of a sentence that the next one takes back did not happen."""
    back = {
        before.start
        for before, after in pairwise(sentences)
        if _BACK.match(text, after.start) and "\n\n" not in text[before.end : after.start]
    }
    if not back:
        return list(claims)
    last = {c.sentence.start: c for c in claims if c.sentence is not None and c.sentence.start in back and _is_told(c)}
    return [replace(c, polarity="negative") if c in last.values() else c for c in claims]


def _is_told(claim: Claim) -> bool:
    """Whether a claim tells a fact, and nobody but who writes says so."""
    own = all(speaker.evidence.quote.casefold() in _OWN for speaker in claim.speakers)
    return own and claim.polarity == "positive" and claim.modality == "actual"
