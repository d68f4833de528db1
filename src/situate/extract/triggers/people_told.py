"""Deeds to people and things that a whole phrase tells: who is carried off, who falls, what is set alight or shot down.

The model sees some of them and reads others as takings, arrivals or deaths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import case_of, cases_of, children, has_word, objects_of, subjects_of
from situate.extract.tree.words import CONVOYS, CORPSES
from situate.extract.triggers.lexical import SCORE
from situate.extract.triggers.phrasal import are_armed
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_SETTING = frozenset({"set", "put"})
_BURNING = frozenset({"alight", "aflame", "afire"})  # "ablaze" the model and the ontology know
_CARRYING = frozenset({"carry", "spirit", "whisk", "haul", "drag", "march", "bundle"})
_OFFICERS = frozenset({"policeman", "police", "officer", "agent", "guard", "gendarme"})
_WILDS = frozenset({"hill", "mountain", "bush", "forest", "wood", "jungle", "field"})
_CARS = frozenset({"van", "car", "pickup", "jeep"})
_TRAINS = frozenset({"train", "locomotive", "wagon", "carriage", "freight", "express"})
_SABOTEURS = frozenset({"saboteur", "partisan", "bomb", "blast", "explosion", "explosive", "mine", "device", "ied"})
_OFF = frozenset({"off", "away"})
_DEAD = CORPSES | {"dead", "wounded", "injured", "casualty"}
_WHERE_ONE_FALLS = frozenset({"near", "in", "at", "during", "outside", "for", "while", "defending"})
_DOWNING = frozenset({"shoot", "bring", "knock", "take"})
_AIRCRAFT = frozenset({
    "drone", "uav", "quadcopter", "plane", "aeroplane", "airplane", "aircraft", "jet", "fighter-jet", "warplane",
    "helicopter", "gunship", "missile", "rocket", "balloon", "glider", "bomber",
})  # fmt: skip
_OURS = frozenset({
    "colleague", "comrade", "son", "daughter", "child", "brother", "sister", "relative", "friend", "man", "woman",
    "soldier", "fighter", "policeman", "civilian", "person", "nurse", "doctor", "volunteer", "driver", "martyr",
})  # fmt: skip
_AID = frozenset({"aid", "relief", "humanitarian", "convoy", "flour", "food", "wfp", "icrc", "ocha", "crescent"})
_IN = frozenset({"in", "inside", "here", "through", "across"})
BACK = 2  # sentences to what "one of them" is


def told_of_people(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Labelled]:
    """Triggers for what is done to people, houses and aircraft, whatever the model sees there.

    ``before``: the ``BACK`` sentences before this one.
    """
    for verb in sentence.verbs:
        if _flew(sentence, verb, before):
            yield Labelled(verb.start, verb.end, "destroy", SCORE)
            continue
        kind = next((kind for so, kind in _PHRASES if so(sentence, verb)), None)
        if kind is not None:
            yield Labelled(verb.start, verb.end, kind, SCORE)


def _flew(sentence: Sentence, verb: Token, before: Sequence[Sentence]) -> bool:
    """ "Two drones came in over the port. Air defences shot down one of them": what flew is destroyed, nobody dies."""
    if verb.lemma not in _DOWNING or not has_word(sentence, verb, {"down"}, "compound:prt", "advmod"):
        return False
    whom = objects_of(sentence, verb)
    pointing = bool(whom) and all(t.upos in {"PRON", "NUM", "DET"} for t in whom)
    return pointing and any(not _AIRCRAFT.isdisjoint(one.lemmas) for one in (sentence, *before))


def loads_in(
    sentence: Sentence, seen: Sequence[Labelled], told: Sequence[Labelled], before: Sequence[Sentence]
) -> Iterator[Labelled]:
    """ "Convoy update: 34 trucks in", "20 trucks in town, flour and oil": posts tell so, without a verb, that aid came.

    ``told`` and ``before`` are the triggers and sentences before this one: of other trucks nothing is told.
    """
    if sentence.lemmas.isdisjoint(CONVOYS):
        return
    near = [sentence, *before]
    aid = any(not _AID.isdisjoint({t.lemma.lower() for t in one.tokens}) for one in near)
    if not aid and not any(t.label == "deliver_aid" for t in told[-BACK:]):
        return
    for token in sentence.tokens:
        if token.lemma.lower() not in CONVOYS or token.deprel not in {"root", "appos"}:
            continue
        counted = children(sentence, token.index, "nummod") and _is_in(sentence, token)
        if counted and not any(overlap(t, token) for t in seen):
            yield Labelled(token.start, token.end, "deliver_aid", SCORE)


def _is_in(sentence: Sentence, load: Token) -> bool:
    """Whether a load is said to be in a town, or only "in" or "here"."""
    if any(t.text.lower() in _IN for t in children(sentence, load.index, "advmod")):
        return True
    where = [t for t in children(sentence, load.index, "nmod", "obl") if case_of(sentence, t) in {"in", "inside"}]
    return any(kind_of(sentence, t.index) == "place" for t in where)


def _sets_alight(sentence: Sentence, verb: Token) -> bool:
    """ "Setting 400 huts alight"."""
    burning = verb.lemma in _SETTING and has_word(sentence, verb, _BURNING)
    return burning and any(t.upos != "PRON" for t in objects_of(sentence, verb))


def _derails(sentence: Sentence, verb: Token) -> bool:
    """ "Rebels derailed a goods train with explosives": no train that derails by itself."""
    things = [*objects_of(sentence, verb), *children(sentence, verb.index, "nsubj:pass")]
    if verb.lemma != "derail" or not any(t.lemma.lower() in _TRAINS for t in things):
        return False
    doers = [*children(sentence, verb.index, "obl:agent", "obl"), *_doers(sentence, verb)]
    doers = [t for t in doers if t.deprel != "obl" or "by" in cases_of(sentence, t)]
    return are_armed(sentence, doers) or any(t.lemma.lower().removesuffix("s") in _SABOTEURS for t in doers)


def _carries_off(sentence: Sentence, verb: Token) -> bool:
    """ "Carried off at least eight women": those who bear arms, not a flood; and the living."""
    if verb.lemma not in _CARRYING or not has_word(sentence, verb, _OFF, "compound:prt", "advmod"):
        return False
    whom = objects_of(sentence, verb)
    doers = _doers(sentence, verb)
    armed = (
        not doers
        or are_armed(sentence, doers)
        or all(t.upos == "PRON" or t.lemma.lower() in _CARS | _OFFICERS for t in doers)
    )
    living = (t for t in whom if t.upos in {"NOUN", "NUM"} and t.lemma.lower() not in _DEAD)
    return armed and any(_are_people(sentence, t) for t in living)


def _are_people(sentence: Sentence, token: Token) -> bool:
    return kind_of(sentence, token.index) == "people" or bears_arms(sentence, token)


def _doers(sentence: Sentence, verb: Token) -> list[Token]:
    """Who does what a verb tells: its own subject, or that of the verb it is joined to."""
    while not (own := subjects_of(sentence, verb)) and verb.deprel in {"conj", "advcl"} and verb.head >= 0:
        verb = sentence.tokens[verb.head]
    return own


def _fall_in_battle(sentence: Sentence, verb: Token) -> bool:
    """ "A hundred soldiers fell near the pass": counted people who fall, not ill, back or to somebody, are dead."""
    if verb.lemma != "fall" or children(sentence, verb.index, "xcomp", "compound:prt", "advmod", "obj"):
        return False
    who = children(sentence, verb.index, "nsubj")
    counted = [t for t in who if children(sentence, t.index, "nummod") and t.upos == "NOUN"]
    cases = {case_of(sentence, t) for t in children(sentence, verb.index, "obl")}
    return bool(counted) and cases <= _WHERE_ONE_FALLS and all(_are_people(sentence, t) for t in counted)


def _loses_people(sentence: Sentence, verb: Token) -> bool:
    """ "We have lost two colleagues": people who are counted, or the next of kin."""
    lost = children(sentence, verb.index, "obj") if verb.lemma == "lose" else []
    counted = [t for t in lost if children(sentence, t.index, "nummod") and t.upos == "NOUN"]
    return any(t.lemma.lower() in _OURS or is_fighter(t) for t in counted)


def _takes_to(sentence: Sentence, verb: Token) -> bool:
    """ "Two thousand took to the hills": who bears no arms flees."""
    to = (
        [t for t in children(sentence, verb.index, "obl") if case_of(sentence, t) == "to"]
        if verb.lemma == "take"
        else []
    )
    who = subjects_of(sentence, verb)
    return any(t.lemma.lower() in _WILDS for t in to) and bool(who) and not are_armed(sentence, who)


def _interns(sentence: Sentence, verb: Token) -> bool:
    """ "52,000 are interned"."""
    return verb.lemma == "intern" and any(_are_people(sentence, t) for t in objects_of(sentence, verb))


_PHRASES = (
    (_interns, "detain"),
    (_takes_to, "displace"),
    (_loses_people, "kill"),
    (_sets_alight, "destroy"),
    (_derails, "destroy"),
    (_carries_off, "abduct"),
    (_fall_in_battle, "kill"),
)
