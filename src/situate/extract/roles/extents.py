"""How much land is taken or held, by a word of measure: "a swathe of desert", "30% of the town", "300 square miles".

The measure is the ``area``; what it is a measure of, where that is a place, stays the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.frames import Filler, by_place
from situate.extract.tree.phrases import case_of, children, kind_of, phrase_at, top_of, word_list
from situate.model.sentence import Sentence, Token

_KINDS = frozenset({"control", "capture", "withdraw", "handover"})


def measured(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of who holds or takes land, a place that is a measure of land as its ``area``."""
    if kind not in _KINDS:
        return list(fillers)
    return sorted((part for f in fillers for part in _parts(sentence, f)), key=by_place)


def _parts(sentence: Sentence, filler: Filler) -> Iterator[Filler]:
    top = top_of(sentence, filler.start, filler.end) if filler.role == "place" else None
    if top is None or top.lemma.lower() not in word_list("extents"):
        yield filler
        return
    yield Filler("area", filler.start, filler.end, top.index)
    for land in _of_what(sentence, top):
        yield Filler("place", phrase_at(sentence, land.index).start, filler.end, land.index)


def _of_what(sentence: Sentence, measure: Token) -> Iterator[Token]:
    """The places that a measure is of: "15 percent of the town", not "swathes of land"."""
    for token in children(sentence, measure.index, "nmod"):
        known = token.upos == "PROPN" or bool(children(sentence, token.index, "det", "nmod:poss"))
        if case_of(sentence, token) == "of" and known and kind_of(sentence, token.index) == "place":
            yield token
