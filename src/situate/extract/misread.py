"""Triggers that the model reads as another type than their words tell, or in words that tell none of this war."""

from __future__ import annotations

import re
from dataclasses import replace

from situate.extract.matters import of_no_force
from situate.extract.misread_people import broken_into, by_nature, cured
from situate.extract.phrases import children
from situate.extract.slots import trigger_head, trigger_tokens
from situate.model.sentence import Labelled, Sentence
from situate.ontology import Ontology

_FLEEING = frozenset({"flight", "flee", "exodus"})
_BOMBARDING = frozenset({"bombard", "bombardment"})
_FIREFIGHTS = frozenset({"firefight", "gunfight", "gunbattle", "shootout", "crossfire"})
_BREAKING_OUT = frozenset({"fighting", "clash", "fight", "battle", "war", "fire", "violence", "unrest", "hostility"})
_SOON = 10  # words after a noun in which the words for its war stand
_ANOTHER_WAR = re.compile(
    r"\b(?:in|of|during) the (?:(?:last|previous|earlier) war\b|(?:\w+ ){0,3}(?:last|previous) century\b)"
    r"|\b(?:in|of|during) (?:the )?(?:first |second )?world war\b"
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
    other = of_another_war(sentence, trigger) or decreed(sentence, trigger)
    no_deed = broken_out(sentence, trigger) or broken_into(sentence, trigger) or cured(sentence, trigger)
    no_force = by_nature(sentence, trigger) or of_no_force(sentence, trigger)
    return other or no_deed or no_force or harmless(sentence, trigger, ontology)


def of_another_war(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a noun is one of an earlier war ("the siege of the town in the last war", "… of the last century")."""
    head = trigger_head(sentence, trigger)
    if head is None or head.upos not in {"NOUN", "PROPN"}:
        return False
    after = " ".join(t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 1 + _SOON])
    return _ANOTHER_WAR.search(after) is not None


def decreed(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a siege is none but a law ("declared a state of siege in two provinces")."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "besiege" or head is None or head.lemma.lower() != "siege":
        return False
    before = [t.text.lower() for t in sentence.tokens[max(0, head.index - 2) : head.index]]
    return before in (["state", "of"], ["states", "of"])


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
