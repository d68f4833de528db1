"""Whom a deed is laid to: "the bombing, which killed four, was blamed on the Blues", "blamed the blast on al-Ostri".

Who is blamed for it is its doer, as the blamers say; a name with "al-" is read as a place there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import DONE_TO, cases_of, children, governor_of
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_LAYING = frozenset({"blame", "attribute", "ascribe", "pin"})
_TO_WHOM = frozenset({"on", "to", "upon"})
_SOMEBODY = frozenset({"actor", "people"})
_DEEDS = BLOWS | {"kill", "abduct", "destroy"}


def blamed_on(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a deed with whom it is blamed on, where nobody is told to have done it."""
    given = list(fillers)
    if kind not in _DEEDS or head.upos not in {"NOUN", "PROPN"} or any(f.role == "actor" for f in given):
        return given
    whom = [phrase_at(sentence, t.index, conjuncts=True) for t in _blamed(sentence, head)]
    kept = [f for f in given if f.role not in PLACE_ROLES or not any(f.start < w.end and w.start < f.end for w in whom)]
    return in_order(*kept, *(Filler("actor", one.start, one.end, one.head) for one in whom))


def _blamed(sentence: Sentence, deed: Token) -> Iterator[Token]:
    """The nouns behind "on" or "to" that hang on the verb which lays a deed, or the blame for it, to somebody."""
    blame = governor_of(sentence, deed, "nmod")
    noun = blame if blame is not None and blame.lemma == "responsibility" else deed
    verb = governor_of(sentence, noun, *DONE_TO)
    if verb is None or verb.lemma not in _LAYING:
        return
    for token in children(sentence, verb.index, "obl", "obl:agent"):
        named = token.upos == "PROPN" and kind_of(sentence, token.index) == "place"
        if not _TO_WHOM.isdisjoint(cases_of(sentence, token)) and (
            named or kind_of(sentence, token.index) in _SOMEBODY
        ):
            yield token
