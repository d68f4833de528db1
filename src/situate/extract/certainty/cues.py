"""Cues of certainty: words that deny, plan, doubt or attempt what they govern or modify."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from situate.extract.tree.relations import children
from situate.model.sentence import Sentence, Token

_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "sooner"})
_NOT_THAN = frozenset({"later", "earlier"})  # "no later than Friday" bounds a time


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas of one meaning by part of speech: an adverb or adjective modifies, a verb or noun governs."""

    verbs: Collection[str] = ()
    nouns: Collection[str] = ()
    adjectives: Collection[str] = ()
    adverbs: Collection[str] = ()

    def governs(self, token: Token) -> bool:
        """Whether the token is one of the words that give their complement this meaning."""
        if token.upos == "VERB":
            return token.lemma.lower() in self.verbs
        if token.upos == "ADJ":
            return token.lemma.lower() in self.adjectives
        return token.upos in {"NOUN", "PROPN"} and token.lemma.lower() in self.nouns

    def modifies(self, token: Token) -> bool:
        """Whether the token gives what it modifies this meaning."""
        lemma, text = token.lemma.lower(), token.text.lower()
        return lemma in self.adjectives or lemma in self.adverbs or text in self.adjectives or text in self.adverbs


@dataclass(frozen=True, slots=True)
class CertaintyCues:
    """The lexicons of ``ontology/cues.yaml``, by what they do to a clause or a noun."""

    negators: Collection[str]
    negative: Words
    planned: Words
    possible: Words
    attempted: Words
    speech_verbs: Collection[str]
    denials: Collection[str] = ()
    speech_nouns: Collection[str] = ()
    conditionals: Collection[str] = ("if", "unless", "whether", "should", "lest")


def is_negator(sentence: Sentence, word: Token, cues: CertaintyCues) -> bool:
    """Whether a word negates; "not only", "not just", "no sooner" and "no later than" do not."""
    following = [token.text.lower() for token in sentence.tokens[word.index + 1 : word.index + 3]]
    known = word.lemma.lower() in cues.negators or word.text.lower() in cues.negators
    bounds = following[1:] == ["than"] and following[0] in _NOT_THAN
    return known and not bounds and not _NOT_ONLY.intersection(following[:1])


def is_few(sentence: Sentence, subject: Token) -> bool:
    """ "Few dare to use the road", no "a few do": as good as nobody."""
    words = [c for c in children(sentence, subject.index, "amod", "det", "nummod") if c.text.lower() == "few"]
    words += [subject] if subject.text.lower() == "few" else []
    before = [sentence.tokens[w.index - 1].text.lower() if w.index else "" for w in words]
    return any(word not in {"a", "the", "these", "those", "last", "past"} for word in before)
