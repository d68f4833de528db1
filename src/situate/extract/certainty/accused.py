"""Deeds of which somebody is only accused: possible, as long as nobody is named who says so.

"The regime has been accused of using gas", "a man suspected of the killing", "charged with kidnapping": annotators call
such claims possible where nobody is named as the accuser (seven of ten in the reports of training, all eight of the
development set, on which this was written). Where he is named, the claim is what he says ("Washington accuses it of
…"). Of what two sides accuse each other one says that the other did it, and no deed is told. Who is convicted did it.
"""

from __future__ import annotations

from situate.extract.tree.relations import children
from situate.extract.tree.words import word_list
from situate.model.sentence import Sentence, Token

_PREPOSITIONS = {
    "accuse": {"of"}, "suspect": {"of"}, "charge": {"with"}, "indict": {"on", "for", "over"}, "want": {"for", "over"},
}  # fmt: skip
_PARTS = word_list("parts_in_deeds")  # "charged over his part in the killing"
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
_RUMOURED = frozenset({"rumour", "rumor", "allege", "speculate", "whisper", "claim", "suspect"})
_STEPS = 5


def only_accused(sentence: Sentence, head: Token) -> bool:
    """Whether what ``head`` tells is what somebody is accused or suspected of by nobody who is named."""
    current = head
    for _ in range(_STEPS):
        if current.head < 0:
            return False
        governor = sentence.tokens[current.head]
        if _is_rumoured(sentence, governor, current):
            return True
        if governor.lemma in _PREPOSITIONS and governor.upos in {"VERB", "ADJ"}:
            return _accused_of(sentence, governor, current)
        if current.deprel in {"acl", "nmod"} and governor.lemma == "suspicion":
            return True
        if not _goes_on(current, governor):
            return False
        current = governor
    return False


def _is_rumoured(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """ "It was rumoured that they had entered the town", "it is alleged …": by nobody who is named."""
    if verb.lemma not in _RUMOURED or clause.deprel not in {"ccomp", "csubj", "csubj:pass"}:
        return False
    return bool(children(sentence, verb.index, "aux:pass")) and not children(sentence, verb.index, "obl:agent")


def _goes_on(current: Token, governor: Token) -> bool:
    if current.deprel in {"conj", "compound"} or (current.deprel == "xcomp" and governor.upos == "VERB"):
        return True
    if current.deprel in {"obj", "obl"} and governor.upos == "VERB":
        return governor.lemma in _PARTS
    return current.deprel == "nmod" and governor.lemma in _PARTS


def _accused_of(sentence: Sentence, verb: Token, deed: Token) -> bool:
    words = {c.text.lower() for c in children(sentence, deed.index, "mark", "case")}
    passive = children(sentence, verb.index, "aux:pass", "nsubj:pass") or (
        verb.deprel in {"acl", "amod", "advcl"}
        and not verb.text.endswith("ing")
        and not children(sentence, verb.index, "nsubj")
    )
    named = children(sentence, verb.index, "obl:agent")
    if _each_other(sentence, verb):
        return bool(words & _PREPOSITIONS[verb.lemma])
    return bool(passive) and not named and bool(words & _PREPOSITIONS[verb.lemma])


def _each_other(sentence: Sentence, verb: Token) -> bool:
    """Whether those who accuse are those who are accused ("have accused each other of targeting civilians")."""
    after = [t.text.lower() for t in sentence.tokens[verb.index + 1 : verb.index + 3]]
    return tuple(after) in _EACH_OTHER
