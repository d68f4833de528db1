"""Whose "its troops" are behind what somebody says that another has not done: the speaker's, who still holds the place.

"Ostria's army denied that rebels had taken Lisk, saying its troops still held the town": the name nearest before is the
other side's, and who holds the town turns round with it. Only where they hold or defend: "The army said the rebels had
not taken Lisk and that their men had fled" may be told of either.
"""

from __future__ import annotations

import re

from situate.model.span import Span

_BACK, _ON = 260, 90  # code points of a sentence that are looked at before a phrase and behind it
_THEIRS = re.compile(r"(?:its|their)\s+\S", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;]”?\s+(?=[A-Z“\"'‘])")
_SAYS = re.compile(
    r"\s+(?:(?P<denies>denied|denies|(?:rejected|rejects|dismissed|dismisses|refuted|refutes)\s(?:[^\s,;]+\s){0,6}?"
    r"(?=that\b))|ha[sd]\s+said|says?|said|claimed|claims|insisted|insists|announced|reported)\s"
)
_LINK = re.compile(
    r"(?:,\s(?:and\s)?(?:saying|adding|insisting|claiming|stating|stressing|and)|\sand)(?:\ssaid|\ssays)?(?:\sthat)?\s+\Z"
)
_NOT = re.compile(r"\b(?:not|never|failed\sto|unable\sto|no\slonger|without)\b|n[’']t\b")
_HOLDS = re.compile(
    r"\s*[^.!?;,]*?\b(?:still|remain(?:s|ed|ing)?|held|hold(?:s|ing)?|control(?:s|led|ling)?|retain(?:s|ed)?|kept|"
    r"continu(?:e|ed|ing)|defend(?:s|ed|ing)?|repell?ed|repulsed|withstood|beaten\soff|pushed\sback)\b"
)


def said_of_their_own(text: str, at: Span) -> int | None:
    """Where the words for the speaker end whose own men a phrase is ("its troops"); None where that is not told."""
    if not _THEIRS.match(text, at.start) or not _HOLDS.match(text, at.end, at.end + _ON):
        return None
    begin = max(0, at.start - _BACK)
    begin = max((m.end() for m in _SENTENCE.finditer(text, begin, at.start)), default=begin)
    says = _SAYS.search(text, begin, at.start)
    link = _LINK.search(text, says.end(), at.start) if says is not None else None
    if says is None or link is None:
        return None
    return says.start() if says["denies"] or _NOT.search(text, says.end(), link.start()) else None
