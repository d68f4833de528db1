"""Who loses a place by its fall, and who takes it: "has fallen out of government control", "was lost to the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import SUBJECTS, case_of, cases_of, children, objects_of, starts_below
from situate.extract.tree.slots import antecedent
from situate.extract.tree.words import RINGS
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

_FALLING = frozenset({"fall", "slip", "pass", "shift", "wrest"})
_PASSING = frozenset({"pass", "shift"})
_LOSING = frozenset({"lose", "loss"})
_SIDES = frozenset({"actor", "people"})
_FROM = frozenset({"from", "out"})
_BREAKING = frozenset({"break", "breach", "smash", "pierce"})
_POWER = frozenset({"control", "hand", "rule", "grip"})


def losing(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a taking, its actor as its target where the words before and after say that it loses control.

    "The town was lost to the rebels": they take it.
    """
    taken = kind == "capture" and head.lemma.lower() in _LOSING
    if taken:
        fillers = _with_taker(sentence, head, [_lost(sentence, head, f) for f in fillers])
    if taken or (kind == "kill" and head.lemma == "lose"):
        return _by_whom(sentence, head, fillers) if head.upos == "VERB" else list(fillers)
    if kind == "capture" and head.lemma.lower() == "go":  # "the town went over to the army"
        return [replace(f, role="actor") if _end(sentence, f) == "to" else f for f in fillers]
    if kind != "capture" or head.lemma.lower() not in _FALLING:
        return list(fillers)
    ends = [_end(sentence, f) for f in fillers]
    if head.lemma.lower() in _PASSING and {"from", "to"} <= set(ends):  # "control passed from the army to the rebels"
        given = {"from": "target", "to": "actor"}
        return [replace(f, role=given.get(e, f.role)) for f, e in zip(fillers, ends, strict=True)]
    return [replace(f, role=_of_a_fall(sentence, head, f)) for f in fillers]


def without_besiegers(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "The siege of the town by the militia was broken": the militia, whose siege it was, did not break it."""
    if kind != "siege_end" or head.lemma not in _BREAKING:
        return list(fillers)
    rings = [t for t in objects_of(sentence, head) if t.lemma.lower() in RINGS]
    theirs = [t for ring in rings for t in children(sentence, ring.index, "nmod") if case_of(sentence, t) == "by"]
    inside = starts_below(sentence, *theirs)
    return [f for f in fillers if f.role != "actor" or f.start not in inside]


def _of_a_fall(sentence: Sentence, head: Token, filler: Filler) -> str:
    """Who falls out of control loses it, to whom a place falls takes it; what was taken for its dead is the place."""
    if filler.role == "actor" and _loses(sentence, head, filler):
        return "target"
    if filler.role == "target" and _end(sentence, filler) == "to":
        return "actor"
    own = sentence.within(filler.start, filler.end)
    fell = any(t.upos == "PROPN" and t.deprel == "nsubj" and t.head == head.index for t in own)
    return "place" if filler.role == "killed" and fell else filler.role


def _end(sentence: Sentence, filler: Filler) -> str:
    """Whether a side in a filler gives or takes: "from", "to", "" for neither."""
    if filler.role not in {"actor", "target", "destination"}:
        return ""
    own = {t.index: t for t in sentence.within(filler.start, filler.end)}
    top = next((t for t in own.values() if t.head not in own and t.upos != "ADP"), None)
    cases = set(cases_of(sentence, top)) if top is not None else set()
    return next((word for word in ("from", "to") if word in cases), "")


def _with_taker(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers, where nobody takes what is lost with whom it is lost to ("lost Taiz to the army in May")."""
    to = [t for t in children(sentence, head.index, "obl") if case_of(sentence, t) == "to"]
    if any(f.role == "actor" for f in fillers) or not to:
        return list(fillers)
    phrase = phrase_at(sentence, to[0].index)
    a_side = phrase.kind == "actor" or to[0].upos == "PROPN"
    if not a_side or any(overlap(f, phrase) for f in fillers):
        return list(fillers)
    return in_order(*fillers, Filler("actor", phrase.start, phrase.end, phrase.head))


def _by_whom(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of "lost", its subject as the target: "the army lost 30 men", "the troops lost Lisk to the Reds"."""
    verb = head
    while not children(sentence, verb.index, *SUBJECTS) and verb.deprel in {"conj", "xcomp"} and verb.head >= 0:
        verb = sentence.tokens[verb.head]
    subject = next(iter(children(sentence, verb.index, *(("nsubj",) if verb is head else SUBJECTS))), None)
    if subject is None or not children(sentence, head.index, "obj"):
        return list(fillers)
    phrase = phrase_at(sentence, antecedent(sentence, verb, subject))
    found = [replace(f, role="target") if f.role == "actor" and overlap(f, phrase) else f for f in fillers]
    if (
        phrase.kind not in _SIDES
        or sentence.tokens[phrase.head].upos == "PRON"
        or any(overlap(f, phrase) for f in found)
    ):
        return found
    return in_order(*found, Filler("target", phrase.start, phrase.end, phrase.head))


def _lost(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """Of what is lost: who it is lost to takes it, and what is said to have been lost is the place."""
    own = {t.index: t for t in sentence.within(filler.start, filler.end)}
    top = next((t for i, t in own.items() if t.head == head.index), None)
    cases = set(cases_of(sentence, top)) if top is not None else set()
    if top is not None and top.deprel in {"obl", "nmod"} and "to" in cases:
        return replace(filler, role="actor")
    if top is None or filler.role not in {"actor", "target"}:
        return filler
    if top.deprel in {"obl:agent", "obl", "nmod"} and "by" in cases:
        return replace(filler, role="target")
    return replace(filler, role="place") if top.deprel == "nsubj:pass" else filler


def _loses(sentence: Sentence, head: Token, filler: Filler) -> bool:
    between = [t for t in sentence.tokens if head.end <= t.start and t.end <= filler.start]
    after = [t for t in sentence.tokens if t.start >= filler.end][:2]
    away = any(t.text.lower() in _FROM for t in between) and not any(t.text.lower() in {"to", "into"} for t in between)
    return away and any(t.lemma.lower() in _POWER for t in after)
