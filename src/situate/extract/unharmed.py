"""People whom a sentence counts beside a blow, and whom it does not tell to be dead or wounded."""

from __future__ import annotations

from collections.abc import Iterator

from situate.extract.phrases import children, lexicon, word_list
from situate.extract.roles import Filler
from situate.model.sentence import Sentence, Token

_TOLLS = frozenset({"killed", "wounded"})
_UNDERGOING = frozenset({"obj", "nsubj:pass", "nsubj"})
_CORPSES = frozenset({"body", "corpse", "remains"})
_JOINED = ("conj", "advcl", "xcomp", "parataxis")


def unharmed(sentence: Sentence, filler: Filler) -> bool:
    """Whether a toll is of people who do what the dead do not ("a boy walks past the ruins"), to whom something else is
    done ("the strikes displaced 5,000 people"), or of all who live somewhere ("a town with a population of 18,000").
    """
    if filler.role not in _TOLLS:
        return False
    heads = list(_heads(sentence, filler))
    return bool(heads) and any(_lives(sentence, head) or _spared(sentence, head) for head in heads)


def _heads(sentence: Sentence, filler: Filler) -> Iterator[Token]:
    """The words of a filler that hang on a word outside it."""
    inside = {t.index for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end}
    yield from (sentence.tokens[i] for i in sorted(inside) if sentence.tokens[i].head not in inside)


def _lives(sentence: Sentence, head: Token) -> bool:
    governor = _governor(sentence, head)
    living = governor is not None and head.deprel == "nsubj" and governor.upos == "VERB"
    return bool(living and governor and governor.lemma in word_list("living") and not _harmed_too(sentence, governor))


def _spared(sentence: Sentence, head: Token) -> bool:
    """Whether the word that people hang on says what else is done to them, or that all who live there are counted."""
    governor = _governor(sentence, head)
    if governor is None or head.lemma in _CORPSES or head.lemma in lexicon()["harm"]:
        return False
    if governor.lemma == "population" and head.deprel == "nmod":
        return True
    moved = governor.upos == "VERB" and governor.lemma in word_list("moving_people")
    return moved and head.deprel in _UNDERGOING and not _harmed_too(sentence, governor)


def _governor(sentence: Sentence, token: Token) -> Token | None:
    return sentence.tokens[token.head] if token.head >= 0 else None


def _harmed_too(sentence: Sentence, verb: Token) -> bool:
    """ "Ran for cover and were killed", "killed or displaced thousands": what is joined to a verb tells of harm to the
    same people, which it does not where it has people of its own ("killed nine and displaced thousands").
    """
    if any(t.lemma in lexicon()["harm"] for t in children(sentence, verb.index, *_JOINED)):
        return True
    before = _governor(sentence, verb)
    if before is None or verb.deprel != "conj" or before.lemma not in lexicon()["harm"]:
        return False
    return not children(sentence, before.index, "obj", "nsubj:pass")
