"""Pronouns that take up nobody: "it is not clear", "makes it easier", "those who fled", "let us"."""

from __future__ import annotations

import re

from situate.model.span import Span
from situate.resolve.who.told import Told

# "It is not clear", "it was unclear", "it appears that": nobody.
_NOBODY = re.compile(
    r"\s*(?:is|was|’s|'s|ha[sd] been|remain(?:s|ed)|became|seem(?:s|ed)|appear(?:s|ed)|"
    r"(?:will|would|may|could|(?:is|was|’s|'s) going to) be)\s+"
    r"(?:(?:still|also|now|not|yet|so|very|too|more|most|quite|only|being|then|therefore|immediately|widely)\s+)*"
    r"(?:(?:un)?clear|(?:un)?likely|(?:im)?possible|(?:un)?known|reported|believed|thought|said|understood|alleged|"
    r"expected|estimated|announced|confirmed|disclosed|revealed|learned|learnt|found|decided|established|recalled|noted|stated|important|necessary|hard|difficult|easy|time|true|hoped|feared|rare|common|that|to|"
    r"as if|when|because|ok|okay|all right|fine|reopened|rebuilt|cordoned|evacuated|demolished)\b",
    re.IGNORECASE,
)
# "It’s very frustrating knowing that he is free".
_SO = re.compile(
    r"\s*(?:is|was|’s|'s|will be|would be|must be)\s+(?:(?:so|very|too|quite|just|really|extremely|such|an?|not)\s+)"
    r"{0,3}[a-z]+\s+"
    r"(?:knowing|seeing|hearing|watching|being|having|living|that|when)\b"
)
# "It took a year for him to say so".
_TAKES = re.compile(
    r"\s+(?:(?:will|would|may|could|has|had)\s+)?(?:takes?|took|taken)\s+(?:\w+\s+){0,3}"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|time|long)\b"
)
# "Makes it easier to", "found it hard", "called it a lie": what "it" stands for comes after it, or is no actor.
_FOUND_SO = re.compile(
    r"\b(?:ma[kd]e|makes|making|f(?:i|ou)nds?|finding|consider(?:s|ed)?|deem(?:s|ed)?|call(?:s|ed)?|describ(?:es|ed)|thinks?|thought|"
    r"believe[sd]?|render(?:s|ed)?|takes?|took|owes?|puts?|regards?|leaves?|left)\s+$"
)
# "Those who fled", "those convicted of": they are told of by what follows, not by what stands before.
_WHO_ARE = re.compile(
    r"\s+(?:who|whose|whom|that|in|of|from|with|at|on|under|behind|responsible|\w+ed|\w+ing|held|killed)\b"
)
# "At its worst", "to its lowest level": of whatever is so, no actor's.
_EXTREME = re.compile(
    r"\s+(?:\w+est|worst|best|peak|height|(?:most|least)\s+\w+)\b(?:\s+(?:levels?|points?|ebb|rates?)\b|\s*[.,;])?"
)
_LET = re.compile(r"\blet\s+$", re.IGNORECASE)


def empty(told: Told, at: Span, words: tuple[str, ...]) -> bool:
    """Whether a pronoun takes up nobody: "it is not clear", "makes it easier", "those who fled", "let us"."""
    if words == ("those",):
        return _WHO_ARE.match(told.text, at.end) is not None
    if words == ("us",):
        return _LET.search(told.text, max(0, at.start - 6), at.start) is not None
    if words == ("its",):
        return _EXTREME.match(told.text, at.end) is not None
    return words == ("it",) and bool(
        _NOBODY.match(told.text, at.end)
        or _TAKES.match(told.text, at.end)
        or _SO.match(told.text, at.end)
        or _FOUND_SO.search(told.text, max(0, at.start - 20), at.start)
    )
