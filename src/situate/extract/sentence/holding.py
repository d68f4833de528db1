"""Who holds what: the words around "rebel-held", "besieged" and "stronghold" that say of whom and of which place.

A report names several places and sides in one phrase ("the besieged, rebel-held part of the city, 10 km north of the
lake town"). Each word tells of its own noun: the rebels hold and do not besiege; the lake town only says where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, by_place
from situate.extract.sentence.found import Found
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import case_of, cases_of, children, starts_below, subtree
from situate.extract.tree.words import word_list
from situate.model.sentence import Sentence, Token

_STATES = frozenset({"control", "besiege"})
_HOLDS = frozenset({"compound", "obl:agent", "obl:unmarked"})
_SEATS = frozenset({"stronghold", "bastion", "capital", "redoubt", "heartland"})
_BASES = frozenset({"base", "airbase", "airport", "airfield", "barracks", "garrison", "outpost", "position", "post"})
_FORMER = frozenset({"former", "formerly", "erstwhile", "onetime", "one-time", "previous", "ex"})
_POWER = frozenset({"control", "rule", "hand", "grip", "reach"})
_AWAY = frozenset({"outside", "beyond", "out"})
_ESCAPING = frozenset({"escape", "evade", "elude", "resist", "defy"})
_WITHIN = frozenset({"in", "inside", "within", "near", "outside", "to", "from"})
_MOVING = frozenset({"to", "into", "towards", "toward"})
_BETWEEN = frozenset({"ADP", "DET", "ADJ", "NUM"})
_OF = frozenset({"of", "in"})
_LENGTHS = frozenset({"km", "kilometer", "kilometre", "mile", "mi"})
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def held(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence, those of who holds and besieges with their own sides and places.

    "An army base that rebels have held since May" is the rebels': by its name alone nobody else holds it.
    """
    left = [_named_after(one) for one in found if not _held_by_others(one, found)]
    return [_places(_sides(one, left)) if one.marked.kind.name in _STATES else one for one in left]


def _named_after(one: Found) -> Found:
    """ "Those who are in charge of the town are rebels": who holds it is what they are said to be."""
    sentence = one.marked.sentence
    if one.marked.kind.name != "control":
        return one
    for token in sentence.tokens:
        if token.text.lower() not in {"those", "they"} or token.deprel != "nsubj" or token.head < 0:
            continue
        holder = sentence.tokens[token.head]
        clauses = children(sentence, token.index, "acl:relcl")
        told = one.marked.head.start in starts_below(sentence, *clauses)
        if holder.upos in {"NOUN", "PROPN"} and told and children(sentence, holder.index, "cop"):
            phrase = phrase_at(sentence, holder.index)
            others = [f for f in one.fillers if f.role != "actor" or f.start != token.start]
            others = [f for f in others if not (f.start < phrase.end and phrase.start < f.end)]
            named = Filler("actor", phrase.start, phrase.end, phrase.head)
            return replace(one, fillers=tuple(sorted((*others, named), key=by_place)))
    return one


def _held_by_others(one: Found, found: Sequence[Found]) -> bool:
    """Whether the clause of a noun for what is held has another claim of who holds it, and the noun only a name's."""
    head = one.marked.head
    if one.marked.kind.name != "control" or head.upos != "NOUN" or head.lemma.lower() not in _BASES:
        return False
    clauses = {t.index for t in children(one.marked.sentence, head.index, "acl:relcl", "acl")}
    told = [o for o in found if o is not one and o.marked.kind.name == "control" and o.marked.head.index in clauses]
    mine = {(f.start, f.end) for f in one.fillers if f.role == "actor"}
    return any(f.role == "actor" and (f.start, f.end) not in mine for o in told for f in o.fillers)


def no_longer(sentence: Sentence, trigger: Token) -> bool:
    """ "The former stronghold", "outside the army's control", "escaped government control": nobody named holds it."""
    former = any(c.text.lower() in _FORMER for c in children(sentence, trigger.index, "amod", "advmod"))
    if trigger.text.lower() in _AWAY:
        return True
    if trigger.lemma.lower() not in _POWER:
        return former and trigger.lemma.lower() in _SEATS
    escaped = trigger.deprel == "obj" and sentence.tokens[trigger.head].lemma in _ESCAPING
    return escaped or case_of(sentence, trigger) in _AWAY


def passing(sentence: Sentence, trigger: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of who takes or holds a place; the word that says it did not last is how long.

    "Briefly held", "a brief seizure".
    """
    if kind not in {"capture", "control"} or any(f.role == "duration" for f in fillers):
        return list(fillers)
    adverbs = [c for c in children(sentence, trigger.index, "advmod", "amod") if c.text.lower() in word_list("passing")]
    spans = {(c.start, c.end) for c in adverbs}
    fillers = [f for f in fillers if f.role != "time" or (f.start, f.end) not in spans]  # no time when, but how long
    free = [c for c in adverbs if not any(f.start < c.end and c.start < f.end for f in fillers)][:1]
    return sorted((*fillers, *(Filler("duration", c.start, c.end, c.index) for c in free)), key=by_place)


def whole_parts(sentence: Sentence, trigger: tuple[int, int], fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim; a place that a word for a part of it stands before is that part ("half of the city").

    ``trigger``: the code points of the claim's own words, which no place reaches over.
    """
    shut = [trigger, *((f.start, f.end) for f in fillers)]
    return [_whole(sentence, f, shut) if f.role == "place" else f for f in fillers]


def _whole(sentence: Sentence, filler: Filler, shut: Collection[tuple[int, int]]) -> Filler:
    tokens = _tokens(sentence, filler)
    head = _head(tokens)
    part = sentence.tokens[head.head] if head is not None and head.deprel == "nmod" else None
    if part is None or part.lemma.lower() not in word_list("portions") or part.index >= tokens[0].index:
        return filler
    between = sentence.tokens[part.index + 1 : tokens[0].index]
    case = set(cases_of(sentence, head)) if head is not None else set()
    taken = any(part.start < end and start < filler.start for start, end in shut)
    if taken or not case & _OF or any(t.upos not in _BETWEEN for t in between):
        return filler
    return replace(filler, start=part.start)


def _sides(one: Found, found: Sequence[Found]) -> Found:
    """A claim without the sides that another word of who holds or besieges has, and without a bare land of a seat."""
    sentence, head = one.marked.sentence, one.marked.head
    others = {o.marked.head.index for o in found if o.marked.kind.name in _STATES and o.marked.head is not head}
    others -= (
        {head.head, *(c.index for c in children(sentence, head.index, "conj"))} if head.deprel == "conj" else set()
    )
    kept = [f for f in one.fillers if f.role != "actor" or not _is_of(sentence, f, head, others)]
    return replace(one, fillers=tuple(kept)) if len(kept) < len(one.fillers) else one


def _is_of(sentence: Sentence, filler: Filler, own: Token, others: Collection[int]) -> bool:
    """Whether an actor hangs on another word than the claim's own, or only says in which land a seat lies."""
    head = _head(_tokens(sentence, filler))
    if head is None:
        return False
    if own.lemma.lower() in _SEATS and head.deprel == "amod" and head.upos in {"ADJ", "PROPN"}:
        return any(_owner(own, other) for other in children(sentence, head.head) if other is not head)
    return head.head in others and head.head != own.index and head.deprel in _HOLDS


def _owner(seat: Token, token: Token) -> bool:
    """Whether a word before a seat says whose it is ("the group's main western bastion")."""
    return token.deprel in {"nmod:poss", "compound"} and token.index < seat.index and token.head == seat.index


def _places(one: Found) -> Found:
    """A claim without the places that only say where its own one is."""
    places = [f for f in one.fillers if f.role == "place"]
    aside = [f for f in places if len(places) > 1 and _only_locates(one, f, places)]
    aside = [] if len(aside) == len(places) else aside
    aside += [f for f in places if _moved_to(one, f)]
    return replace(one, fillers=tuple(f for f in one.fillers if f not in aside)) if aside else one


def _moved_to(one: Found, filler: Filler) -> bool:
    """Whether a place is where somebody goes ("from the besieged towns to the port"): nothing holds there by that."""
    sentence = one.marked.sentence
    head, noun = _head(_tokens(sentence, filler)), _noun(sentence, one.marked.head)
    if head is None or noun is None or head.index == noun.index:
        return False
    return case_of(sentence, head) in _MOVING


def _only_locates(one: Found, filler: Filler, places: Sequence[Filler]) -> bool:
    """Whether a place is measured from, or holds the noun that the claim's words stand at and that has a place."""
    sentence = one.marked.sentence
    if any(f.start < filler.start for f in places) and _measured_from(sentence, filler):
        return True
    head = _head(_tokens(sentence, filler))
    noun = _noun(sentence, one.marked.head)
    if head is None or noun is None:
        return False
    elsewhere = head.index not in subtree(sentence, noun.index) and not _told_of(sentence, filler, noun)
    if elsewhere and any(t.index == noun.index for f in places for t in _tokens(sentence, f)):
        return True
    if head.head != noun.index or head.deprel not in {"nmod", "obl"}:
        return False
    case = set(cases_of(sentence, head))
    return bool(case & _WITHIN) and any(_told_of(sentence, f, noun) for f in places if f is not filler)


def _noun(sentence: Sentence, trigger: Token) -> Token | None:
    """The noun that a participle or an adjective stands at ("enclave" of "state-held enclave"), or a seat itself."""
    if trigger.lemma.lower() in _SEATS and trigger.upos in {"NOUN", "PROPN"}:
        return trigger
    if trigger.head < 0 or trigger.deprel not in {"amod", "acl"}:
        return None
    noun = sentence.tokens[trigger.head]
    return noun if noun.upos in {"NOUN", "PROPN"} else None


def _told_of(sentence: Sentence, filler: Filler, noun: Token) -> bool:
    """Whether a place is what a noun is or is said of: its name, its subject, what it is of."""
    tokens = _tokens(sentence, filler)
    if any(t.index == noun.index for t in tokens):
        return True
    head = _head(tokens)
    if head is None:
        return False
    beside = {c.index for c in children(sentence, noun.index, "nsubj", "nsubj:pass", "compound", "flat", "appos")}
    if noun.deprel == "appos" and noun.head == head.index:
        return True
    of = [c for c in children(sentence, noun.index, "nmod") if case_of(sentence, c) == "of"]
    return any(head.index in subtree(sentence, index) for index in (*beside, *(c.index for c in of)))


def _measured_from(sentence: Sentence, filler: Filler) -> bool:
    """ "10 km north of the city": a place that another one is so far from."""
    tokens = _tokens(sentence, filler)
    first = tokens[0].index if tokens else 0
    before = [t.lemma.lower() for t in sentence.tokens[max(0, first - 4) : first] if t.upos != "DET"]
    if not before or before[-1] not in {"of", "from"}:
        return False
    before = before[:-1]
    while before and before[-1] in _SIDES:
        before = before[:-1]
    return bool(before) and before[-1] in _LENGTHS


def _tokens(sentence: Sentence, filler: Filler) -> list[Token]:
    return sentence.within(filler.start, filler.end)


def _head(tokens: Sequence[Token]) -> Token | None:
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.head not in inside and t.upos not in {"ADP", "DET", "PUNCT"}), None)
