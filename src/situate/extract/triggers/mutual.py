"""Fights that both sides fight, which the model takes for what one of them does: by the words around the trigger."""

from __future__ import annotations

from dataclasses import replace

from situate.extract.tree.relations import case_of, children, governor_of
from situate.extract.tree.slots import trigger_head
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_ARMED = frozenset({"ORG", "NORP", "Organisation", "Person"})
_ELSE = frozenset({"LOC", "Location", "Temporal", "Quantity"})
_GIVEN_AND_TAKEN = frozenset({"fire", "gunfire", "shot", "bullet"})
_GUNS = frozenset({"artillery", "mortar", "rocket", "shell", "missile", "tank"})
_COMBAT = frozenset({"combat", "battle", "firefight", "gunfight", "fighting", "clash", "skirmish"})


def mutual(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger, as a clash where two sides do to each other what it tells.

    "Shooting between the rebels and the army", "they traded fire", "they were engaged in combat", "the army engaged the
    rebels"; not "attacks between
    March and July", "attacks on the road between the towns", "exchanged artillery fire".
    """
    head = trigger_head(sentence, trigger)
    if head is None:
        return trigger
    between = trigger.label == "assault" and _between_sides(sentence, head)
    traded = trigger.label in {"assault", "shelling"} and _trades_fire(sentence, head)
    engaged = trigger.label == "deploy" and _engages(sentence, head)
    return replace(trigger, label="clash") if between or traded or engaged else trigger


def _between_sides(sentence: Sentence, head: Token) -> bool:
    """Whether "between" and two sides, or several, stand with a word."""
    beside = children(sentence, head.index, "nmod", "obl")
    return any(case_of(sentence, t) == "between" and _is_several_sides(sentence, t) for t in beside)


def _is_several_sides(sentence: Sentence, token: Token) -> bool:
    labels = {m.label for m in (*sentence.names, *sentence.mentions) if overlap(m, token)}
    several = bool(children(sentence, token.index, "conj")) or token.lemma.lower() != token.text.lower()
    return several and bool(labels & _ARMED) and not labels & _ELSE


def _trades_fire(sentence: Sentence, head: Token) -> bool:
    verb = governor_of(sentence, head, "obj") or head
    if verb.upos != "VERB" or verb.lemma not in {"trade", "exchange"}:
        return False
    fire = [t for t in children(sentence, verb.index, "obj") if t.lemma.lower() in _GIVEN_AND_TAKEN]
    guns = [c for t in fire for c in children(sentence, t.index, "compound", "amod", "conj")]
    return bool(fire) and not any(t.lemma.lower() in _GUNS for t in guns)


def _engages(sentence: Sentence, head: Token) -> bool:
    into = children(sentence, head.index, "obl")
    combat = any(t.lemma.lower() in _COMBAT and case_of(sentence, t) == "in" for t in into)
    whom = children(sentence, head.index, "obj") if head.upos == "VERB" else []
    return head.lemma == "engage" and (combat or any(_is_armed(sentence, t) for t in whom))


def _is_armed(sentence: Sentence, token: Token) -> bool:
    """Whether a word heads the name of a group ("the Unity Front"), and is nothing else."""
    labels = {m.label for m in (*sentence.names, *sentence.mentions) if overlap(m, token)}
    return bool(labels & {"ORG", "Organisation"}) and not labels & _ELSE
