"""What a "to" behind a verb or noun tells: a purpose that is still to come, or what was done.

"An offensive to retake the town", "moved in to free them" foresee. "The fourth reporter to be killed", "only to be
surrounded again", "used the lull to bring up tanks", "came home to find the house burnt" tell what happened.
"""

from __future__ import annotations

import re

from situate.extract.tree.relations import SUBJECTS, children, governor_of, has_word, is_infinitive
from situate.extract.tree.words import DEFINITE
from situate.model.sentence import Sentence, Token

_FOUND = frozenset({"find", "discover"})
# Who is counted so is one of those that it has happened to.
_COUNTED = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "latest",
    "only",
})  # fmt: skip
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_BEEN = frozenset({"was", "were", "is", "are", "been"})
_AIMS = frozenset({"aim", "goal", "objective", "purpose", "plan", "intention", "idea", "mission"})
_AHEAD = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "'ll", "’ll", "to"})


def is_purpose(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "An offensive to retake the town", "a base for launching attacks": what is to be has not happened."""
    if current.upos != "VERB" or current.deprel not in {"acl", "advcl"} or governor.upos not in {"NOUN", "VERB"}:
        return False
    opening = {"to", "for", "on"} if governor.upos == "NOUN" else {"to"}
    marks = [c for c in children(sentence, current.index, "mark") if c.text.lower() in opening]
    if not marks or children(sentence, current.index, "nsubj"):
        return False
    if marks[0].text.lower() == "to" and current.text.lower().endswith("ing") and current.text.lower() != current.lemma:
        return False  # "admitted to killing them"
    return not (marks[0].text.lower() == "to" and _is_done(sentence, governor, current, marks[0]))


def is_the_aim(sentence: Sentence, head: Token) -> bool:
    """ "The aim of the operation was to cut the road": it has yet to be cut."""
    if not is_infinitive(sentence, head):
        return False
    being = children(sentence, head.index, "cop", "aux")
    return any(c.lemma == "be" for c in being) and any(
        t.lemma in _AIMS for t in children(sentence, head.index, "nsubj")
    )


def has_the_aim(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "The aim of the latest operation": it is the operation's, which is there, and not to come."""
    of = [c.text.lower() for c in children(sentence, current.index, "case")] == ["of"]
    definite = has_word(sentence, current, DEFINITE, "det")
    return governor.lemma in _AIMS and current.deprel == "nmod" and of and definite


def is_counted(sentence: Sentence, head: Token) -> bool:
    """ "The first town to fall to them", told as a fact ("was", no "would be"): the model foresees it now and then.

    So is "the last convoy to reach the town had been in June": of what such words are the subject.
    """
    noun = governor_of(sentence, head, "acl")
    to = next((c for c in children(sentence, head.index, "mark") if c.text.lower() == "to"), None)
    if noun is None or to is None or noun.upos not in {"NOUN", "PROPN"} or not _is_done(sentence, noun, head, to):
        return False
    told = governor_of(sentence, noun, *SUBJECTS) or noun
    ahead = {c.text.lower() for c in children(sentence, told.index, "aux", "mark")} & _AHEAD
    done = told.upos == "VERB" and told.text.lower() != told.lemma and told is not noun
    return not ahead and (done or has_word(sentence, told, _BEEN, "cop", "aux", "aux:pass"))


def _is_done(sentence: Sentence, governor: Token, current: Token, to: Token) -> bool:
    if any(c.lemma == "have" for c in children(sentence, current.index, "aux")):  # "the claim to have shot it down"
        return True
    if current.lemma in _FOUND or (to.index and sentence.tokens[to.index - 1].text.lower() == "only"):
        return True
    if governor.upos == "NOUN":
        beside = (t.text.lower() for t in children(sentence, governor.index, "amod", "nummod"))
        return any(word in _COUNTED or _NUMBERED.fullmatch(word) for word in beside)
    ahead = {c.text.lower() for c in children(sentence, governor.index, "aux", "mark")} & _AHEAD
    return governor.text.lower() == "used" and not ahead
