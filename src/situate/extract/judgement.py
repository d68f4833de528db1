"""What judges claims, and how much the model's word on certainty and time counts beside the cues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from situate.extract.certainty.cues import CertaintyCues, Words
from situate.extract.roles.binding import Binder
from situate.extract.roles.bonds import Bonds
from situate.extract.triggers.lexical import Lexicon
from situate.model.claim import Modality, Polarity, Timing
from situate.ontology import Ontology

_SURE = 0.8  # probability from which on the model's word on certainty counts against the cues (folds)
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """What judges claims: ontology, cues of certainty, binder, the words of types that the model does not know, and
    the plain words of those it knows."""

    ontology: Ontology
    cues: CertaintyCues
    binder: Binder
    listed: Lexicon
    plain: Lexicon


def weighed(ruled: tuple[Polarity, Modality], bound: Bonds, *, no_said: bool = True) -> tuple[Polarity, Modality]:
    """What the cues of certainty say, unless the model is sure of something else.

    Without any word in the sentence that says no (``no_said``), nothing is denied by the model's word alone.
    What a cue tells to be planned, doubtful or failed never becomes a fact by the model's word, and what it tells to be
    doubtful stays so.
    """
    polarity, modality = ruled
    sign, of_sign = max(bound.polarity.items(), key=lambda item: item[1])
    sure, of_sure = max(bound.modality.items(), key=lambda item: item[1])
    if of_sign > _SURE and (no_said or sign == "positive"):
        polarity = cast(Polarity, sign)
    if sure != "actual" and modality != "possible" and of_sure > (_LIKELY if modality == "actual" else _SURE):
        modality = cast(Modality, sure)
    return polarity, modality


def likely(bound: Bonds) -> Timing | None:
    """How the claim's time is told, if the model thinks one way of telling likelier than all the others together."""
    name, share = max(bound.timing.items(), key=lambda item: item[1])
    return cast(Timing, name) if share > _LIKELY else None


def ways(bound: Bonds) -> tuple[tuple[Timing, float], ...]:
    """How likely each way of telling the claim's time is."""
    return tuple((cast(Timing, name), share) for name, share in bound.timing.items())


def certainty_cues(ontology: Ontology) -> CertaintyCues:
    """The ontology's lexicons as the certainty rules take them."""
    cues = ontology.cues

    def words(classes: Mapping[str, tuple[str, ...]]) -> Words:
        parts = ("verbs", "nouns", "adjectives", "adverbs")
        return Words(*(frozenset(classes.get(part, ())) for part in parts))

    return CertaintyCues(
        negators=frozenset(cues.negation["words"]),
        negative=words(cues.negation),
        planned=words(cues.planned),
        possible=words(cues.possible),
        attempted=words(cues.attempted),
        speech_verbs=frozenset(cues.speech_verbs),
        denials=frozenset(verb for verb, stance in cues.speech_verbs.items() if stance == "denying"),
        speech_nouns=frozenset(cues.speech_nouns),
    )
