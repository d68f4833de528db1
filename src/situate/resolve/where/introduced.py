"""The town that a paragraph calls a town: "Lisk, a town in the south, …", "the besieged town of Lisk", "Lisk town".

"The town" then is that one, though a city was named since.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.resolve.where.sites import Site

_AS_WHAT = re.compile(r",\s+an?\s+(?:[\w’'-]+\s){0,3}?(town|village|city|settlement)\b", re.IGNORECASE)
_CALLED_SO = re.compile(r"\b(town|village|city) of (?:the )?$", re.IGNORECASE)
_SO_CALLED = re.compile(r"\s(town|village|city)\b(?! (?:council|hall|square))", re.IGNORECASE)
_LETTERS = 16


def introduced(text: str, noun: str, before: Sequence[Site], towns: Sequence[Site]) -> Site | None:
    """The settlement that was introduced last as what a noun says; ``before`` are those of the paragraph so far.

    ``towns`` are those that the text can be at: one of them that was named since, and called nothing, may be meant.
    """
    other = False
    for site in reversed(before):
        start, end = site.toponym.span.start, site.toponym.span.end
        if (so := _AS_WHAT.match(text, end)) and so.group(1).lower() == noun:
            return site
        called = _CALLED_SO.search(text, max(0, start - _LETTERS), start) or _SO_CALLED.match(text, end)
        if called and not other and called.group(1).lower() == noun != "city":
            return site
        other = other or (called is None and site in towns)
    return None
