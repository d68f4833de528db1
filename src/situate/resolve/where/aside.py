"""Names of places where somebody only speaks, meets, sits, is nursed or goes to: what is told of happened elsewhere.

"… leaders met in Ostry", "the envoy's office in Ostry", "the wounded were flown to Ostry": none says whose war it is.
"""

from __future__ import annotations

import re

from situate.model.span import Span
from situate.resolve.where.said import SPEAKS, said_there

_BEFORE = 80  # code points
# Where the wounded lie, nothing happened.
_TAKEN_TO = re.compile(
    r"\b(?:taken|brought|rushed|moved|admitted|transferred|evacuated|flown)\sto\s(?:[\w-]+\s){0,3}"
    r"(?:hospitals?|clinics?|morgues?|mortuary)\sin\s(?:the\s)?$",
    re.IGNORECASE,
)
_WORDS = r"(?:\s[\w’'-]+){0,4}"
_MEETS = re.compile(
    rf"\b(?:met|meet(?:s|ings?)?|talks|negotiations|summits?|conferences?|consultations|gather(?:ed|ing)?|visit(?:s|ed|ing)?"
    rf"|congress|session|forum|signed|deal|accords?|agreement|offices?|based|headquarter(?:s|ed)|seat|exiled?|embass(?:y|ies)"
    rf"|hearing|trial|court){_WORDS}\s(?:in|at)\s(?:the\s)?$"
    r"|\b(?:visit(?:s|ed|ing)?|trip\sto|visit\sto)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:(?:told|briefed)\s(?:[\w’'-]+\s){1,4}|(?:spoke|speaking|reported|reporting|writing|(?:by|via)\s(?:tele)?phone|statement"
    r"|interview|said|says|news\sconference|press\sconference|briefing)\s(?:issued\s|released\s)?)"
    r"(?:on\s\w+day\s|today\s|yesterday\s)?(?:in|from|at)\s(?:the\s)?$",
    re.IGNORECASE,
)
_GOES_TO = re.compile(
    rf"\b(?:flown|flew|airlifted|deported|extradited|fle(?:d|es|eing|e)|refuge|asylum|refugees){_WORDS}"
    r"\s(?:to|into|in|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "Whose envoys are in Ostry", "the inspectors, now in Ostry": where people are, who did nothing there.
_ARE = re.compile(
    r"(?:\bwhose(?:\s[\w’'-]+){1,4}\s(?:is|are|was|were|sits?|lives?)|,\s(?:now|still|currently|then)(?:\sbased)?)\s(?:in|at)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "The Ostry accord": it is called after where it was signed.
_ACCORD = re.compile(
    r"\s(?:peace\s)?(?:accords?|agreements?|deals?|talks|process|protocols?|pacts?|treat(?:y|ies)|conference|summit)\b"
)
_IN = re.compile(r"\w\s(?:in|from)\s(?:the\s)?$")  # "a doctor in Ostry said"
_STOP = re.compile(r"[.!?;:]\s")


def is_elsewhere(text: str, span: Span) -> bool:
    """Whether a name only says where somebody speaks, or where the wounded were taken: the text is not at it."""
    return said_there(text, span) or _TAKEN_TO.search(text, max(0, span.start - _BEFORE), span.start) is not None


def met_there(text: str, span: Span) -> bool:
    """Whether a name only says where somebody meets or sits: "talks in Ostry"."""
    before = _STOP.split(text[max(0, span.start - _BEFORE) : span.start])[-1]
    return _MEETS.search(before) is not None


def is_aside(text: str, span: Span) -> bool:
    """Whether a name does not tell in which country a war is, as nothing of it happens there."""
    before = _STOP.split(text[max(0, span.start - _BEFORE) : span.start])[-1]
    if _IN.search(before) is not None and SPEAKS.match(text, span.end) is not None:
        return True
    if _ACCORD.match(text, span.end) is not None:
        return True
    told = (_MEETS, _SPEAKS, _GOES_TO, _ARE)
    return is_elsewhere(text, span) or any(pattern.search(before) is not None for pattern in told)
