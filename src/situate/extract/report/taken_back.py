"""What the next words take back or leave open: "Yesterday I wrote that the town was retaken. It was not."

Only what nobody else is told to say is taken back: where somebody does, the next words deny that he is right, and he
said it. "We cannot confirm this" leaves open what was told right before it: in the reports of training all six such
claims are possible. That "the account", "the claim" of somebody could not be verified does not: he stands by it.
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
_CANNOT = (
    r"(?:cannot|can ?not|can['’]t|could not|couldn['’]t|(?:is|are|was|were) (?:unable|not able) to"
    r"|ha(?:s|ve) (?:been unable|not been able) to)"
)
_WE = rf"[Ww]e {_CANNOT} (?:\w+ )?(?:confirm|verify) (?:this|that|it|these \w+)"
_NOT_BEEN = r"(?:(?:could not|cannot|can ?not) be|has not(?: yet)? been|was not)"
_THIS = rf"[Tt]his {_NOT_BEEN} (?:\w+ )?(?:confirmed|verified)"
_BARE = r"(?:[Nn]ot (?:yet )?confirmed|[Uu]nconfirmed|[Tt]o be confirmed)(?=\s*(?:[.!)\n]|$))"
_OPEN = re.compile(
    rf"(?:(?<=[-–—(,.!:] )|(?<=[(\[])){_BARE}"
    rf"|(?<![^\s(])(?:(?:[Bb]ut|[Tt]hough|[Aa]lthough) )?(?:{_WE}|{_THIS})"
    r"(?=[.,;:!)]|\s(?:and|as|because)\b)"
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


def unconfirmed_by_us(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims in order; those of the words before "we could not confirm this" are possible.

    Of a sentence in which somebody is named for some of them, only those; else the last.
    """
    doubted: set[str] = set()
    for found in _OPEN.finditer(text):
        before = [c for c in claims if c.trigger.span.end <= found.start() and _is_near(text, c, found.start())]
        last = max((c.sentence.start for c in before if c.sentence is not None), default=-1)
        here = [c for c in before if c.sentence is not None and c.sentence.start == last and c.modality == "actual"]
        doubted |= {c.id for c in [c for c in here if c.speakers] or here[-1:]}
    return [replace(c, modality="possible") if c.id in doubted else c for c in claims]


def _is_near(text: str, claim: Claim, place: int) -> bool:
    """Whether no more than the end of a claim's own sentence stands between it and a place."""
    end = claim.sentence.end if claim.sentence is not None else claim.trigger.span.end
    return place <= end or not text[end:place].strip()


def _is_told(claim: Claim) -> bool:
    """Whether a claim tells a fact, and nobody but who writes says so."""
    own = all(speaker.evidence.quote.casefold() in _OWN for speaker in claim.speakers)
    return own and claim.polarity == "positive" and claim.modality == "actual"
