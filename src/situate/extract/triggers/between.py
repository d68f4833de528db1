"""A place between two holders: "the city is divided between government and rebel forces".

The sides that share a place hold it together, each a part: one claim of control, on the verb, with every side as an
actor. What is no place, and sides that do not hold ground, share something else ("split between hardliners and
moderates").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, subtree
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_SHARED = frozenset({"divide", "split", "partition", "share"})
_AMONG = frozenset({"between", "among", "amongst"})
_SIDES = frozenset({"Organisation", "Nationality"})
_POWER = frozenset({"control", "rule"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "appos"})


def held_between(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """The verbs that tell of a place shared by sides, where no surer trigger stands on them."""
    for token in sentence.tokens if not sentence.lemmas.isdisjoint(_SHARED) else ():
        shares = token.lemma.lower() in _SHARED and sides(sentence, token) and _of_place(sentence, token)
        if shares and not any(overlap(t, token) for t in seen if t.label == "control"):
            yield Labelled(token.start, token.end, "control", SCORE)


def parted(sentence: Sentence, trigger: Labelled, seen: Sequence[Labelled]) -> bool:
    """Whether a trigger is the "control" that a verb of ``seen`` divides: the verb tells who has which part."""
    if sentence.lemmas.isdisjoint(_SHARED):
        return False
    starts = {s.start for s in seen if s.label == "control"}
    verbs = [t for t in sentence.tokens if t.start in starts and t.lemma.lower() in _SHARED]
    own = [c for verb in verbs for c in _subjects(sentence, verb)]
    return any(c.lemma.lower() in _POWER and c.start == trigger.start for c in own)


def sharing_sides(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of control on such a verb, all its sides as actors."""
    between = sides(sentence, head) if kind == "control" and head.lemma.lower() in _SHARED else []
    if not between:
        return list(fillers)
    kept = [f for f in fillers if f.role not in {"actor", "target"} and not any(overlap(f, m) for m in between)]
    made = [Filler("actor", m.start, m.end, _last(sentence, m)) for m in between]
    return in_order(*kept, *made)


def sides(sentence: Sentence, verb: Token) -> list[Labelled]:
    """The sides between which a verb divides, in order; none if they are not two or more, or have parts named."""
    for token in children(sentence, verb.index, "obl", "obl:agent", "nmod"):
        cases = {*cases_of(sentence, token)}
        if cases & _AMONG:
            if token.lemma.lower() in _POWER:
                return []  # their control is told by the noun
            words = [sentence.tokens[i] for i in sorted(subtree(sentence, token.index, without=_CLAUSES))]
            found = [m for m in sentence.mentions if m.label in _SIDES and any(_within(t, m) for t in words)]
            return found if len(found) > 1 else []
    return []


def two_sides(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a fight, each of its sides by itself: "fighting erupted between the rebels and the army"."""
    if kind != "clash":
        return list(fillers)
    sides = frozenset({"actor", "target"})
    return [part for filler in fillers for part in (_parted(sentence, filler) if filler.role in sides else [filler])]


def _parted(sentence: Sentence, filler: Filler) -> list[Filler]:
    """The two sides that a filler consists of, with an "and" between them; else the filler."""
    inside = [m for m in sentence.mentions if m.label in _SIDES and filler.start <= m.start and m.end <= filler.end]
    inside.sort(key=lambda m: m.start)
    own = sentence.within(filler.start, filler.end)
    rest = [t for t in own if not any(_within(t, m) for m in inside) and t.upos != "DET"]
    if len(inside) != 2 or [t.text.lower() for t in rest] != ["and"] or rest[0].start < inside[0].end:
        return [filler]
    return [Filler(filler.role, m.start, m.end, _last(sentence, m)) for m in inside]


def _of_place(sentence: Sentence, verb: Token) -> bool:
    return any(
        kind_of(sentence, t.index) == "place"
        for subject in _subjects(sentence, verb)
        for t in (subject, *(children(sentence, subject.index, "nmod")))
        if t is not subject or subject.lemma.lower() not in _POWER
    )


def _subjects(sentence: Sentence, verb: Token) -> list[Token]:
    own = children(sentence, verb.index, "nsubj", "nsubj:pass", "obj")
    if not own and verb.deprel in {"xcomp", "conj"} and verb.head >= 0:
        own = children(sentence, verb.head, "nsubj", "nsubj:pass")
    return own


def _within(token: Token, mention: Labelled) -> bool:
    return mention.start <= token.start and token.end <= mention.end


def _last(sentence: Sentence, mention: Labelled) -> int:
    return [t.index for t in sentence.tokens if _within(t, mention)][-1]
