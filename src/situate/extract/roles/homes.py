"""People who are named by their place ("residents of the town were arrested"): it happened to them there.

Only where nothing else says where; people who come from a place, and those who bear arms, can be anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.frames import Filler
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of
from situate.extract.tree.words import lexicon
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token

_LIVING = frozenset({"in", "of", "inside", "at"})
_TOWARDS = frozenset({"for", "to", "into"})
_CARRYING = frozenset({"convoy", "truck", "lorry", "vehicle", "shipment", "delivery", "aid", "bound"})
_THEM = frozenset({"affected", "target", "actor", "killed", "wounded"})


def at_home(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers, and where there is no place among them, the nearest one that people among them are named by."""
    if any(filler.role in PLACE_ROLES for filler in fillers):
        return list(fillers)
    homes = list(_bound_for(sentence)) if any(filler.role == "goods" for filler in fillers) else []
    homes += [home for filler in fillers if filler.role in _THEM for home in _homes(sentence, filler)]
    return [*fillers, *homes[:1]]


def _bound_for(sentence: Sentence) -> Iterator[Filler]:
    """Where goods were on their way to ("kits bound for the town", "a convoy to the town")."""
    for token in sentence.tokens:
        governor = governor_of(sentence, token)
        if token.upos != "PROPN" or governor is None or governor.lemma.lower() not in _CARRYING:
            continue
        if not _TOWARDS.isdisjoint(cases_of(sentence, token)):
            yield _place(sentence, token)


def _homes(sentence: Sentence, filler: Filler) -> Iterator[Filler]:
    kinds = lexicon()["kinds"]
    for token in sentence.tokens:
        if filler.start <= token.start and token.end <= filler.end and kinds.get(token.lemma.lower()) == "people":
            heads = (token.index, token.head) if token.deprel == "compound" else (token.index,)
            yield from (
                _place(sentence, place)
                for head in heads
                for place in children(sentence, head, "nmod")
                if _lived_in(sentence, place)
            )


def _lived_in(sentence: Sentence, place: Token) -> bool:
    cases = set(cases_of(sentence, place))
    return place.upos == "PROPN" and not cases.isdisjoint(_LIVING)


def _place(sentence: Sentence, place: Token) -> Filler:
    phrase = phrase_at(sentence, place.index)
    return Filler("place", phrase.start, phrase.end, phrase.head)
