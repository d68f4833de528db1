"""A siege and its end in one sentence: the two readings back each other, and who breaks it does not lay it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from situate.extract.roles.frames import by_place
from situate.extract.sentence.found import Found
from situate.extract.tree.relations import cases_of, children, governor_of, subtree
from situate.extract.triggers.misread import GOING_ON

_LIFTING = frozenset({"lift", "halt", "stop", "ease", "suspend", "loosen"})
_DEMANDING = frozenset({
    "demand", "urge", "call", "ask", "order", "press", "appeal", "request", "require", "implore", "beg", "tell", "want",
    "pressure", "warn",
})  # fmt: skip


def backed(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; an end of a siege that is told of a siege read beside it is as sure as that siege.

    "Smashed the siege of the town": the model, unsure of the verb, reads both.
    """
    rings = {f.marked.head.index: f.marked.trigger.score for f in found if f.marked.kind.name == "besiege"}
    return [_as_sure(one, rings) for one in found]


def _as_sure(one: Found, rings: dict[int, float]) -> Found:
    verb = one.marked.head
    if one.marked.kind.name != "siege_end" or verb.upos != "VERB" or verb.lemma in GOING_ON:
        return one
    objects = children(one.marked.sentence, verb.index, "obj", "nsubj:pass")
    score = max((rings[t.index] for t in objects if t.index in rings), default=0.0)
    if score <= one.marked.trigger.score:
        return one
    trigger = dataclasses.replace(one.marked.trigger, score=score)
    return dataclasses.replace(one, marked=dataclasses.replace(one.marked, trigger=trigger))


def besiegers(found: Sequence[Found]) -> list[Found]:
    """Who breaks a siege does not lay it: of two sides of a sentence, its subject ends the ring, the other laid it."""
    found = [_not_by_who_laid_it(one) if one.marked.kind.name == "siege_end" else one for one in found]
    if {"siege_end", "besiege"} - {one.marked.kind.name for one in found}:
        return list(found)
    ended = [_by_subject(one) if one.marked.kind.name == "siege_end" else one for one in found]
    breaking = {
        (f.start, f.end)
        for one in ended
        if one.marked.kind.name == "siege_end"
        for f in one.fillers
        if f.role == "actor"
    }
    verbs = {one.marked.head.index for one in ended if one.marked.kind.name == "siege_end"}
    laid = [_laid(one, breaking, verbs) if one.marked.kind.name == "besiege" else one for one in ended]
    return [_told_to_lift(one, laid) if one.marked.kind.name == "besiege" else one for one in laid]


def _told_to_lift(ring: Found, found: Sequence[Found]) -> Found:
    """ "Demanded that the Reds halt the siege", "urged them to lift it": who is told to lift a siege lays it.

    Who is told to end or break one may be its enemy.
    """
    if any(f.role == "actor" for f in ring.fillers):
        return ring
    sentence, noun = ring.marked.sentence, ring.marked.head
    for one in found:
        verb = one.marked.head
        if one.marked.kind.name != "siege_end" or verb.lemma not in _LIFTING or one.modality == "actual":
            continue
        above = governor_of(sentence, verb, "ccomp", "xcomp", "advcl", "acl")
        if above is not None and above.lemma in _DEMANDING and noun.head == verb.index and noun.deprel == "obj":
            told = [f for f in one.fillers if f.role == "actor"]
            return dataclasses.replace(ring, fillers=tuple(sorted((*ring.fillers, *told), key=by_place)))
    return ring


def _not_by_who_laid_it(one: Found) -> Found:
    """ "The siege of the town by the army ended": the army did not end it."""
    sentence, head = one.marked.sentence, one.marked.head
    rings = [t for t in children(sentence, head.index, "nsubj", "nsubj:pass") if t.upos == "NOUN"]
    by = (t for ring in rings for t in children(sentence, ring.index, "nmod") if "by" in cases_of(sentence, t))
    starts = {sentence.tokens[i].start for t in by for i in subtree(sentence, t.index)}
    kept = tuple(f for f in one.fillers if f.role != "actor" or not any(f.start <= s < f.end for s in starts))
    return one if len(kept) == len(one.fillers) else dataclasses.replace(one, fillers=kept)


def _laid(one: Found, breaking: Collection[tuple[int, int]], verbs: Collection[int]) -> Found:
    """A siege without those who end it: with nobody, where it is the object of its end and not called "their" siege."""
    noun = one.marked.head
    own = children(one.marked.sentence, noun.index, "nmod:poss")
    if noun.head in verbs and noun.deprel in {"obj", "nsubj:pass"} and not any(t.upos == "PRON" for t in own):
        kept = tuple(f for f in one.fillers if f.role != "actor" or (f.start, f.end) not in breaking)
        return dataclasses.replace(one, fillers=kept)
    return _without(one, breaking)


def _by_subject(one: Found) -> Found:
    """A claim whose several actors are cut to those that stand in its subject, if any does."""
    sentence, head = one.marked.sentence, one.marked.head
    inside = {i for c in children(sentence, head.index, "nsubj", "obl:agent") for i in subtree(sentence, c.index)}
    starts = {sentence.tokens[i].start for i in inside}
    others = {
        (f.start, f.end) for f in one.fillers if f.role == "actor" and not any(f.start <= s < f.end for s in starts)
    }
    return _without(one, others)


def _without(one: Found, spans: Collection[tuple[int, int]]) -> Found:
    """A claim without the actors at some spans, if it has others."""
    kept = tuple(f for f in one.fillers if f.role != "actor" or (f.start, f.end) not in spans)
    return dataclasses.replace(one, fillers=kept) if any(f.role == "actor" for f in kept) else one
