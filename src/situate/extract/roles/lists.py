"""Lists are told whole: "destroyed two tanks, a bunker and three lorries" is said of all three.

Of a list of three or more, the binder often binds the first and leaves the others; what stands in one list fills one
role. Sides and means are left as they were read, and so are places, since a list of towns often says where several
things happened; but two towns that were read as one are told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import children, has_word, subtree, top_of
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.text.quantity_nouns import is_plural

_LISTED = frozenset({"target", "killed", "wounded", "affected", "goods"})
_NAMING = frozenset({"NOUN", "PROPN"})
_SITES = frozenset({"place", "origin", "destination"})
_BETWEEN = frozenset({"cc", "punct", "conj"})
_LEVELS = frozenset({"Upper", "Middle", "Central", "Lower"})
# Sides of one axis part a name in two lands; "North and East Selm" is one.
_AXES = (
    _LEVELS | {"North", "South", "Northern", "Southern"},
    _LEVELS | {"East", "West", "Eastern", "Western"},
)
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
            free = not any(overlap(f, phrase) for f in whole)
            if free and _alike(sentence, top, member):
                whole.append(Filler(filler.role, phrase.start, phrase.end, phrase.head))
    return in_order(*whole)


def places_apart(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim; "Lisk and Varn, Upper Selm" are two places, unless they are one name.

    So are "the Lisk and Varn regions", and all of "the districts of Lisk, Varn and Selm".
    """
    return [one for f in fillers for one in (_members(sentence, f) if f.role in _SITES else [f])]


def _members(sentence: Sentence, filler: Filler) -> list[Filler]:
    top = top_of(sentence, filler.start, filler.end)
    if top is None or has_word(sentence, top, {"between"}, "case"):
        return [filler]
    if (halves := _halves(sentence, filler)) is not None:
        return halves
    first, before = top, False
    if top.upos == "NOUN" and is_plural(top.text):  # "the towns of Lisk and Varn", "the Lisk and Varn regions"
        names = [t for t in children(sentence, top.index, "nmod", "compound") if t.upos == "PROPN"]
        first = next((t for t in names if children(sentence, t.index, "conj")), names[0] if names else top)
        before = first.index < top.index
    if before and kind_of(sentence, top.index) != "place":
        return [filler]
    tops = [t for t in (first, *children(sentence, first.index, "conj")) if t.end <= filler.end]
    last = next((n for n, t in enumerate(tops) if children(sentence, t.index, "cc")), len(tops) - 1)
    tops = tops[: last + 1]  # what comes after "and Varn, Upper Selm" says where they lie
    if len(tops) < 2:
        return [filler]
    parts = [_part(sentence, t, filler) for t in tops]
    one_name = any(m.start <= first.start and tops[-1].end <= m.end for m in sentence.names)
    named = all(any(t.upos == "PROPN" for t in part) for part in parts)
    if one_name or not named:
        return [filler]
    listed = before or (first is not top and len(tops) > 2)
    starts = [_name_start(sentence, parts[0][0]) if listed else filler.start, *(part[0].start for part in parts[1:])]
    ends = [*(part[-1].end for part in parts[:-1]), filler.end]
    each = zip(starts, ends, tops, strict=True)
    return [Filler(filler.role, start, end, t.index) for start, end, t in each]


def _halves(sentence: Sentence, filler: Filler) -> list[Filler] | None:
    """ "North" and "South Selm" of "North and South Selm": two lands that share a name."""
    inside = sentence.within(filler.start, filler.end)
    for one, join, other, name in zip(inside, inside[1:], inside[2:], inside[3:], strict=False):
        two = any({one.text, other.text} <= axis for axis in _AXES)
        if two and join.text in {"and", "or"} and name.upos == "PROPN":
            first = Filler(filler.role, one.start, one.end, one.index)
            return [first, Filler(filler.role, other.start, filler.end, name.index)]
    return None


def _name_start(sentence: Sentence, first: Token) -> int:
    """Where the name that a word belongs to begins."""
    return min((n.start for n in sentence.names if n.start <= first.start and first.end <= n.end), default=first.start)


def _part(sentence: Sentence, top: Token, filler: Filler) -> list[Token]:
    """The words of one member of a list, without what joins it to the others."""
    joined = [t for t in children(sentence, top.index) if t.deprel in _BETWEEN]
    away = {i for t in joined for i in subtree(sentence, t.index)}
    inside = [sentence.tokens[i] for i in sorted(subtree(sentence, top.index) - away)]
    inside = [t for t in inside if filler.start <= t.start and t.end <= filler.end]
    while inside and (inside[0].deprel in {"case", "punct"}):
        inside = inside[1:]
    return inside


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
        found += [t for t in children(sentence, one.index, "conj", "appos") if _joined(sentence, t)]
    return found


def _joined(sentence: Sentence, token: Token) -> bool:
    """Whether a word continues the list of the word above it; the tree may take a number of things for an apposition.

    "Ten tanks, two guns": nothing is two things by two numbers.
    """
    if token.upos not in _NAMING:
        return False
    both = all(children(sentence, index, "nummod") for index in (token.index, token.head))
    return token.deprel == "conj" or (token.deprel == "appos" and both)
