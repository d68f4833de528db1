"""Which land "the country" is: the one that the words right before speak of, wherever the rest of a report is.

("She joined them in Ostria in 2015, and lives in the north of the country", in a paper of another land.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from situate.resolve.where.sites import Site, attributive

SENTENCE = re.compile(r"(?:[.!?][”’\"')]*\s+(?=[“‘\"'(\[]?[^\W\d_a-z])|\n)")
SENTENCE_REACH = 400  # code points
# "In Ostria", and where a report is about no land "withdraw from Ostria": what "the country" is then.
_IN = re.compile(r"\b(?:in|inside|across|throughout|within|into|to)\s(?:the\s)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:in|inside|across|throughout|within|into|to|from|of)\s(?:the\s)?$", re.IGNORECASE)
_SPOKEN_OF = 0.25  # share of a report's names that lie in a land that it speaks of, and does not only name by the way
_BEFORE = 16  # letters


def sentences_before(text: str, position: int) -> tuple[int, int]:
    """Where the sentence before that of a position begins, and where its own does."""
    reach = max(0, position - SENTENCE_REACH)
    ends = [reach, reach, *(found.end() for found in SENTENCE.finditer(text, reach, position))]
    return ends[-2], ends[-1]


def land_near(
    text: str, near: Sequence[Site], start: int, home: str | None, weights: Mapping[str, float], *, that: bool
) -> str | None:
    """The country that the names of a sentence and the one before it say that something was in, and no other since.

    ``near`` are the names, ``start`` is where the sentence begins. A land named by the way ("talks in Varn") is not
    meant in a report of another, ``home``, unless by "that country" (``that``). Where the report is about none, one
    that somebody left is, or the only one of the sentence ("Ostria has shut down parts of the country").
    """
    lands = [s for s in near if s.place.precision == "country" and not attributive(text, s.toponym)]
    says = _IN if home is not None else _OF
    at = [s for s in lands if says.search(text, max(0, s.toponym.span.start - _BEFORE), s.toponym.span.start)]
    if not at:
        codes = {site.place.country for site in lands if site.toponym.span.start >= start}
        return codes.pop() if home is None and len(codes) == 1 else None
    land = at[-1].place.country
    by_the_way = weights.get(land or "", 0.0) < _SPOKEN_OF * sum(weights.values())
    since = (site for site in near if site.toponym.span.start > at[-1].toponym.span.start)
    if (home is not None and by_the_way and not that) or any(site.place.country == home != land for site in since):
        return None
    return land
