"""Places told by their kind beside their name ("Fort Ziri, a base on the edge of the city"): the name is meant."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, governor_of, has_word, starts_below, top_of
from situate.extract.tree.words import RINGS
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_HELD = frozenset({"control", "besiege", "capture"})
_NAMED = frozenset({"Location", "Organisation"})  # a base has the name of its garrison


def by_name(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers with the name of a place for what stands in apposition to it, and for where that lies.

    So is what is held, where the word for it tells that ("Fort Ziri, a base of the army"; ``head`` is "base").
    """
    kinds = [t for f in fillers if f.role == "place" and (t := top_of(sentence, f.start, f.end)) is not None]
    kinds += [head] if kind in _HELD else []
    for noun in kinds:
        name = _name_of(sentence, noun)
        if name is None:
            continue
        beside = starts_below(sentence, noun)
        kept = [f for f in fillers if f.role != "place" or not any(f.start <= s < f.end for s in beside)]
        if any(overlap(f, name) for f in kept):
            return kept if any(f.role == "place" for f in kept) else list(fillers)
        return in_order(*kept, Filler("place", name.start, name.end))
    return list(fillers)


def _name_of(sentence: Sentence, noun: Token) -> Labelled | None:
    """The name of a place that a noun stands in apposition to."""
    if noun.deprel != "appos" or noun.upos != "NOUN" or noun.head < 0:
        return None
    named = sentence.tokens[noun.head]
    if not has_word(sentence, noun, {"a", "an"}, "det"):
        return None  # "east Lisk, the rebel-held part of the city": no kind of it
    if named.upos != "PROPN" or named.index > noun.index or kind_of(sentence, noun.index) != "place":
        return None
    return next((m for m in sentence.mentions if m.label in _NAMED and m.start <= named.start < m.end), None)


def besieged(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers with what a siege is "of" for its place, and no target ("the end of the siege of Ziri")."""
    if kind not in {"siege_end", "besiege"} or any(f.role == "place" for f in fillers):
        return list(fillers)
    made = [Filler("place", f.start, f.end, f.head) if _is_ringed(sentence, f) else f for f in fillers]
    return in_order(*made)


def _is_ringed(sentence: Sentence, filler: Filler) -> bool:
    noun = top_of(sentence, filler.start, filler.end) if filler.role == "target" else None
    if noun is None or noun.upos != "PROPN" or "of" not in cases_of(sentence, noun):
        return False
    above = governor_of(sentence, noun, "nmod", "compound")  # a parser may say either of "the siege of Brigade 12"
    return above is not None and above.lemma.lower() in RINGS
