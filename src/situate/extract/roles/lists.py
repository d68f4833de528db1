"""Lists are told whole: "destroyed two tanks, a bunker and three lorries" is said of all three.

Of a list of three or more, the binder often binds the first and leaves the others; what stands in one list fills one
role. Places, sides and means are left as they were read: a list of towns often says where several things happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.frames import Filler, by_place
from situate.extract.tree.phrases import children, kind_of, phrase_at, top_of
from situate.model.sentence import Sentence, Token

_LISTED = frozenset({"target", "killed", "wounded", "affected", "goods"})
_NAMING = frozenset({"NOUN", "PROPN"})
_LEAST = 3  # members of a list


def whole_lists(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim on the word ``head``, with the other members of the lists that they stand in."""
    whole = list(fillers)
    for filler in fillers:
        top = top_of(sentence, filler.start, filler.end) if filler.role in _LISTED else None
        members = _list_of(sentence, top) if top is not None and top.upos in _NAMING else []
        if top is None or len(members) < _LEAST or head in members:
            continue
        for member in members:
            phrase = phrase_at(sentence, member.index)
            free = not any(f.start < phrase.end and phrase.start < f.end for f in whole)
            if free and _alike(sentence, top, member):
                whole.append(Filler(filler.role, phrase.start, phrase.end, phrase.head))
    return sorted(whole, key=by_place)


def _alike(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether two words can denote things of one kind."""
    kinds = {kind_of(sentence, one.index), kind_of(sentence, other.index)}
    return len(kinds) == 1 or "other" in kinds


def _list_of(sentence: Sentence, token: Token) -> list[Token]:
    """The members of the list that a word stands in."""
    while token.head >= 0 and _joined(sentence, token):
        token = sentence.tokens[token.head]
    found = [token]
    for one in found:
        found += _joined_to(sentence, one)
    return found


def _joined_to(sentence: Sentence, token: Token) -> Iterator[Token]:
    return (t for t in children(sentence, token.index, "conj", "appos") if _joined(sentence, t))


def _joined(sentence: Sentence, token: Token) -> bool:
    """Whether a word continues the list of the word above it; the tree may take a number of things for an apposition.

    "Ten tanks, two guns": nothing is two things by two numbers.
    """
    if token.upos not in _NAMING:
        return False
    both = all(children(sentence, index, "nummod") for index in (token.index, token.head))
    return token.deprel == "conj" or (token.deprel == "appos" and both)
