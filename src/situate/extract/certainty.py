"""Polarity and modality of a claim, from the words that govern its trigger.

The walk goes up from the trigger: auxiliaries and adverbs on each step, then the governor's lemma. It stops where a
speech verb reports the clause: what a named speaker states as fact stays actual (annotation guidelines).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from situate.extract.phrases import children
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_UP = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "conj", "nsubj", "nsubj:pass", "csubj", "compound", "dep"}
)
_STEPS = 4


@dataclass(frozen=True, slots=True)
class CertaintyCues:
    """Lemmas and adverbs by what they do to the clause or noun that they govern or modify."""

    negators: Collection[str]
    negative_governors: Collection[str]
    planned: Collection[str]
    planned_modifiers: Collection[str]
    possible: Collection[str]
    possible_modifiers: Collection[str]
    attempted: Collection[str]
    attempted_modifiers: Collection[str]
    speech_verbs: Collection[str]
    conditionals: Collection[str] = ("if", "unless", "whether", "should", "in case")


def certainty(sentence: Sentence, head: Token, cues: CertaintyCues) -> tuple[Polarity, Modality]:
    """How a claim stands whose trigger is headed by ``head``."""
    negative, modality = _local(sentence, head, cues)
    current = head
    for _ in range(_STEPS):
        if current.head < 0 or current.deprel not in _UP:
            break
        governor = sentence.tokens[current.head]
        if current.deprel == "conj":
            shared = _local(sentence, governor, cues) if not _has_own_finite(sentence, current) else (False, None)
            modality = modality or shared[1]
            negative = negative or (
                shared[0] and governor.upos == current.upos == "VERB" and not _has_own_finite(sentence, current)
            )
        else:
            negative = negative ^ _negates(sentence, governor, current, cues)
            modality = modality or _imposed(sentence, governor, current, cues)
        if _reports(governor, current, cues):
            break
        if governor.upos in {"VERB", "ADJ", "NOUN"} and current.deprel in {
            "xcomp",
            "obj",
            "acl",
            "nmod",
            "obl",
            "compound",
            "ccomp",
        }:
            outer_negative, outer = _local(sentence, governor, cues)
            if current.deprel in {"xcomp", "acl"} or (current.upos == "NOUN" and current.deprel in {"obj", "compound"}):
                negative = negative ^ (outer_negative and modality != "possible")
                modality = modality or outer
            if current.deprel in {"obl", "ccomp", "advcl"}:
                break
        current = governor
    return ("negative" if negative else "positive"), (modality or "actual")


def _reports(governor: Token, current: Token, cues: CertaintyCues) -> bool:
    return current.deprel in {"ccomp", "parataxis"} and governor.lemma in cues.speech_verbs


def _has_own_finite(sentence: Sentence, token: Token) -> bool:
    return bool(children(sentence, token.index, "nsubj", "nsubj:pass", "aux", "mark"))


def _local(sentence: Sentence, token: Token, cues: CertaintyCues) -> tuple[bool, Modality | None]:
    """What the auxiliaries, adverbs and adjectives of one token say."""
    negative = False
    modality: Modality | None = None
    for child in children(sentence, token.index):
        word = child.text.lower()
        if child.deprel in {"advmod", "det", "aux", "case", "cc", "mark"} and (
            child.lemma in cues.negators or word in cues.negators
        ):
            negative = not negative
        elif child.deprel == "aux":
            modality = modality or _of_auxiliary(word)
        elif child.deprel == "mark" and word in cues.conditionals:
            modality = "possible"
        elif child.deprel in {"advmod", "amod", "compound"}:
            modality = modality or _of_modifier(child, cues)
    return negative, modality


def _of_auxiliary(word: str) -> Modality | None:
    if word in {"will", "'ll", "’ll", "shall", "wo", "going"}:
        return "planned"
    if word in {"may", "might", "could", "would", "can", "should", "'d", "’d"}:
        return "possible"
    return None


def _of_modifier(child: Token, cues: CertaintyCues) -> Modality | None:
    for word in (child.lemma.lower(), child.text.lower()):
        if word in cues.possible_modifiers:
            return "possible"
        if word in cues.planned_modifiers:
            return "planned"
        if word in cues.attempted_modifiers:
            return "attempted"
    return None


def _negates(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> bool:
    relations = {"xcomp", "ccomp", "obj", "advcl", "obl", "nmod", "acl"}
    return governor.lemma in cues.negative_governors and current.deprel in relations


def _imposed(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> Modality | None:
    """What a governing word makes of its complement."""
    complement = current.deprel in {"xcomp", "ccomp", "acl", "obj", "nmod", "obl", "nsubj:pass", "advcl", "compound"}
    if not complement:
        return None
    lemma = governor.lemma.lower()
    if lemma in cues.attempted:
        return "attempted" if current.deprel in {"xcomp", "acl", "obj", "nmod", "advcl"} else None
    if lemma in cues.planned and not (
        current.deprel in {"obl", "nsubj:pass"} and governor.upos == "VERB" and current.upos != "NOUN"
    ):
        return "planned"
    if lemma in cues.possible:
        return "possible"
    return "planned" if _is_purpose(sentence, governor, current) else None


def _is_purpose(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "an offensive to retake the town", "sent troops to fight": the infinitive has not happened."""
    if current.upos != "VERB" or current.deprel not in {"acl", "advcl"}:
        return False
    marks = [c for c in children(sentence, current.index, "mark") if c.text.lower() == "to"]
    return bool(marks) and governor.upos in {"NOUN", "VERB"} and not children(sentence, current.index, "nsubj")
