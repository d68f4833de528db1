"""Short names that a text explains are those of a body, not of a town: "DAS [Administrative Department of Security]".

News agencies explain so in brackets what their readers do not know; the other way round ("the Movement of the
Revolutionary Left (MIR)") they say by what they will go on to call it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from situate.resolve.where.toponyms import Toponym, surroundings
from situate.text.names import name_key

_LONGEST = 90  # letters of an explanation
_GLOSS = re.compile(rf"\s?[\[(]([^\[\]()]{{5,{_LONGEST}}})[\])]")
_NAME_BEFORE = re.compile(r"(?<![.;:,])(?:[\w'’-]+\s+){2,8}[\[(]\s?$")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2  # words of an explanation


def bodies(text: str, toponyms: Iterable[Toponym]) -> frozenset[str]:
    """The keys of names of one word that the text explains as those of a body, wherever they stand in it."""
    short = (t for t in toponyms if t.form == "name" and len(t.name.split()) == 1)
    return frozenset(name_key(t.name) for t in short if _is_explained(text, t))


def _is_explained(text: str, toponym: Toponym) -> bool:
    start, end = toponym.span.start, toponym.span.end
    gloss = _GLOSS.match(text, end)
    if gloss is not None:
        return _names_body(gloss[1])
    before = _NAME_BEFORE.search(text[max(0, start - _LONGEST) : start]) if text[end : end + 1] in {")", "]"} else None
    return before is not None and _names_body(before[0])


def _names_body(words: str) -> bool:
    found = [word.casefold() for word in _WORD.findall(words)]
    return len(found) >= _FEWEST and not surroundings()["bodies"].isdisjoint(found)
