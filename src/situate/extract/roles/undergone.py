"""Who only suffers or gets what a claim tells, or does another deed that its sentence tells on the way: no doer.

"The marines attacked the mill and were beaten back": who shares the subject of a passive suffers it. "Rice sent by the
diocese was seized": who sent it did not seize it. "He persuaded the men to surrender": the men did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.captives import DETAINING
from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import ancestors, cases_of, children, governor_of, objects_of, subjects_of, top_of
from situate.extract.tree.slots import is_passive
from situate.extract.tree.words import GIVEN_BACK, lexicon
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_SUFFERED = BLOWS | {"repel", "besiege", "detain", "abduct", "abuse", "kill"}
_GIVEN = frozenset({"arm", "deliver_aid"})
_GETTING = frozenset({"receive", "get", "obtain", "acquire"})
_PARTICIPLES = frozenset({"acl", "acl:relcl"})
_PERSUADING = frozenset({"give", "persuade", "convince", "allow", "permit", "enable", "let", "help"})
_COMPELLING = frozenset({"force", "compel", "oblige", "push"})
_HELD_ONES = frozenset({"target", "affected"})
_GROUNDS = frozenset({"over", "for", "after"})
_GIVEN_LIVES = frozenset({"sacrifice", "price", "martyrdom"})
_ONES_OWN = frozenset({"surrender", "withdraw", "return", "displace"})  # nobody does it for another


def undergone(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind, headed by ``head``, without doers who do none of it."""
    fillers = [_got(sentence, head, f) if kind in _GIVEN else f for f in fillers]
    if kind in _SUFFERED and is_passive(sentence, head):
        fillers = [_suffered(sentence, head, f) for f in fillers]
    if kind == "withdraw" and is_passive(sentence, head):
        fillers = [_driven_out(sentence, head, f) for f in fillers]
    if kind == "handover" and _no_place_passes(sentence, head):
        fillers = [f for f in fillers if f.role != "place"]
    if kind in DETAINING:
        fillers = [f for f in fillers if f.role not in _HELD_ONES or not _of_the_ground(sentence, head, f)]
    if kind == "kill" and head.upos == "NOUN" and head.lemma.lower() in _GIVEN_LIVES:
        fillers = _gave_their_lives(sentence, head, fillers)
    kept = [f for f in fillers if f.role != "actor" or kind == "release" or not _of_a_participle(sentence, head, f)]
    return [f for f in kept if f.role != "actor" or not _brings_about(sentence, head, kind, f)]


def _top(sentence: Sentence, filler: Filler) -> Token | None:
    return top_of(sentence, filler.start, filler.end)


def _driven_out(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "They were driven out by the army": they are who leaves, and the army whom they give way to."""
    top = _top(sentence, filler) if filler.role in {"actor", "target"} else None
    if top is not None and top.deprel in {"amod", "compound"} and top.head >= 0:
        top = sentence.tokens[top.head]  # "by Amber reinforcements"
    if top is None or top.head != head.index:
        return filler
    if top.deprel == "obl:agent" or (top.deprel == "obl" and "by" in cases_of(sentence, top)):
        return replace(filler, role="target")
    moved = top.deprel == "nsubj:pass" and (top.upos == "PRON" or kind_of(sentence, top.index) in {"actor", "people"})
    return replace(filler, role="actor") if moved else filler


def _gave_their_lives(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Two soldiers paid the supreme price": they are the dead, also where the binder gives them no part."""
    verb = governor_of(sentence, head, "obj")
    who = children(sentence, verb.index, "nsubj") if verb is not None else []
    found = [replace(f, role="killed") if f.role == "actor" and _top(sentence, f) in who else f for f in fillers]
    if any(f.role == "killed" for f in found):
        return found
    dead = [phrase_at(sentence, t.index) for t in who]
    return in_order(*found, *(Filler("killed", one.start, one.end, one.head) for one in dead))


def _got(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "The enemy received drones from abroad": who receives is given them."""
    top = _top(sentence, filler) if filler.role == "actor" and head.lemma in _GETTING else None
    if top is None or top.head != head.index or is_passive(sentence, head):
        return filler
    return replace(filler, role="target") if top.deprel == "nsubj" else filler


def _suffered(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    top = _top(sentence, filler) if filler.role == "actor" else None
    if top is None or top.deprel not in {"nsubj", "nsubj:pass"}:
        return filler
    own = subjects_of(sentence, head)
    shared = not own and head.deprel == "conj" and _is_subject_above(sentence, head, top)
    return replace(filler, role="target") if shared or (top in own and top.deprel == "nsubj:pass") else filler


def _is_subject_above(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Whether the nearest verb with a subject that a verb is joined to has this one."""
    while verb.deprel == "conj" and verb.head >= 0:
        verb = sentence.tokens[verb.head]
        if subjects := subjects_of(sentence, verb):
            return subject in subjects
    return False


def _of_a_participle(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Rice sent by the diocese was seized": the doer of a participle of what something is done to."""
    top = _top(sentence, filler)
    if top is None or "by" not in cases_of(sentence, top) or top.head in {-1, head.index}:
        return False
    verb = sentence.tokens[top.head]
    noun = sentence.tokens[verb.head] if verb.deprel in _PARTICIPLES and verb.head >= 0 else None
    return noun is not None and verb.upos == "VERB" and noun.head == head.index and noun.deprel == "nsubj:pass"


def _no_place_passes(sentence: Sentence, head: Token) -> bool:
    """ "Handed over the bodies of nine soldiers at Lisk", "a list of prisoners": Lisk does not pass to anybody."""
    things = objects_of(sentence, head) if head.upos == "VERB" else []
    return bool(things) and all(t.lemma.lower() in GIVEN_BACK for t in things)


def _of_the_ground(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "The arrest of four men over the murder of a priest": who was murdered is not arrested."""
    top = _top(sentence, filler)
    for word in ancestors(sentence, top.index) if top is not None else ():
        if word.index == head.index:
            return False
        if word.upos == "NOUN" and not _GROUNDS.isdisjoint(cases_of(sentence, word)):
            return lexicon()["kinds"].get(word.lemma) == "event" or word.lemma in lexicon()["harm"]
    return False


def _brings_about(sentence: Sentence, head: Token, kind: str, filler: Filler) -> bool:
    """ "Persuaded the men to surrender", "forced the army to withdraw": who is brought to it does it."""
    verb = governor_of(sentence, head, "xcomp", "advcl", "ccomp")
    top = _top(sentence, filler)
    if verb is None or top is None or top.head != verb.index or top.deprel != "nsubj":
        return False
    brought = [
        t for t in children(sentence, verb.index, "obj", "iobj") if kind_of(sentence, t.index) in {"actor", "people"}
    ]
    if not brought or children(sentence, head.index, "nsubj"):
        return False
    return verb.lemma in _PERSUADING or (verb.lemma in _COMPELLING and kind in _ONES_OWN)
