"""Triggers that the model reads as another type than their words tell, or in words that tell none of this war."""

from __future__ import annotations

import re
from dataclasses import replace

from situate.extract.phrases import children, word_list
from situate.extract.slots import trigger_head, trigger_tokens
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import Ontology

_FLEEING = frozenset({"flight", "flee", "exodus"})
_BOMBARDING = frozenset({"bombard", "bombardment"})
_FIREFIGHTS = frozenset({"firefight", "gunfight", "gunbattle", "shootout", "crossfire"})
_BREAKING_OUT = frozenset({"fighting", "clash", "fight", "battle", "war", "fire", "violence", "unrest", "hostility"})
_SURROUNDING = frozenset({"surround", "encircle", "corner", "trap"})
_SOON = 10  # words after a noun in which the words for its war stand
_ANOTHER_WAR = re.compile(
    r"\b(?:in|of|during) the (?:(?:last|previous|earlier) war\b|(?:\w+ ){0,3}(?:last|previous) century\b)"
)


def fled(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who flees is driven out, and not taken out ("the flight of 200 people")."""
    head = trigger_head(sentence, trigger)
    told = trigger.label == "evacuate" and head is not None and head.lemma.lower() in _FLEEING
    return replace(trigger, label="displace") if told else trigger


def exchanged(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Where fire is exchanged, both sides fight; who bombards fires from afar ("a firefight", "bombarded the town")."""
    words = {t.lemma.lower() for t in trigger_tokens(sentence, trigger)}
    if trigger.label != "assault":
        return trigger
    if words & _BOMBARDING:
        return replace(trigger, label="shelling")
    both = words & _FIREFIGHTS or (words & {"exchange", "trade"} and words & {"fire", "gunfire"})
    return replace(trigger, label="clash") if both else trigger


def misread(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether the model reads a claim in words that tell none of this war."""
    other = of_another_war(sentence, trigger)
    caught = only_caught(sentence, trigger)
    return other or caught or broken_out(sentence, trigger) or harmless(sentence, trigger, ontology)


def of_another_war(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a noun is one of an earlier war ("the siege of the town in the last war", "… of the last century")."""
    head = trigger_head(sentence, trigger)
    if head is None or head.upos not in {"NOUN", "PROPN"}:
        return False
    after = " ".join(t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 1 + _SOON])
    return _ANOTHER_WAR.search(after) is not None


def broken_out(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a siege is read as broken where fighting, or a fire, broke out."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "siege_end" or head is None or head.lemma != "break":
        return False
    out = any(t.text.lower() == "out" for t in children(sentence, head.index, "compound:prt", "advmod"))
    return out and any(t.lemma.lower() in _BREAKING_OUT for t in children(sentence, head.index, "nsubj"))


def harmless(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether smoke is read as a weapon in a sentence that names no gas and nothing toxic."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "chemical_attack" or head is None or head.lemma.lower() != "smoke":
        return False
    words = ontology.types["chemical_attack"].triggers
    listed = {*words.verbs, *words.nouns, *words.adjectives}
    return not any(t.lemma.lower() in listed for t in sentence.tokens)


def only_caught(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether somebody, or a house, is surrounded, by police or a crowd or to be caught: that is no siege."""
    verb = trigger_head(sentence, trigger)
    if trigger.label != "besiege" or verb is None or verb.upos != "VERB" or verb.lemma not in _SURROUNDING:
        return False
    by = [t for t in children(sentence, verb.index, "obl:agent", "obl") if _has_case(sentence, t, "by")]
    suffers = children(sentence, verb.index, "nsubj:pass", "obj")
    passive = bool(children(sentence, verb.index, "aux:pass")) or bool(by)
    if not passive:
        by, suffers = children(sentence, verb.index, "nsubj"), []
    elif not suffers and verb.deprel in {"advcl", "conj"}:
        suffers = children(sentence, verb.head, "nsubj", "nsubj:pass")
    elif not suffers and verb.deprel in {"acl", "acl:relcl"}:
        suffers = [sentence.tokens[verb.head]]
    nobody = any(t.upos == "NOUN" and t.lemma.lower() in word_list("no_besiegers") for t in by)
    return nobody or any(_single(sentence, t) and t.lemma.lower() in word_list("caught") for t in suffers)


def _has_case(sentence: Sentence, noun: Token, word: str) -> bool:
    return any(t.text.lower() == word for t in children(sentence, noun.index, "case"))


def _single(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands for one ("the bomber"), not for many."""
    return noun.text.lower() in {noun.lemma.lower(), f"{noun.lemma.lower()}'s"} or noun.upos == "PRON"
