"""How much a claim is the news of its report: what its words stand in, and how far down.

A main clause tells the news; a subordinate clause tells its background ("… the town, which fell last year"), a phrase
names what is known ("a suspect in the blast"), unless people die or are hurt in it ("21 were killed in an air strike").
The steps were chosen on the labelled snippets of development (``benchmarks/acled_snippets.jsonl``,
``acled_snippets_second.jsonl``), where the optimum is flat.
"""

from __future__ import annotations

from collections.abc import Iterator

from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token
from situate.ontology import ClaimType

_FADE = 0.8  # how much news value a claim loses with each sentence further down
_CLAUSE, _PHRASE = 0.7, 0.8
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "appos", "csubj"})
_PHRASES = frozenset({"nmod", "obl", "obl:agent", "nmod:poss", "amod", "compound"})
_SUFFERING = frozenset({"kill", "die", "wound", "injure", "hurt"})  # in what happens
_DEEPEST = 3  # steps of one kind that count
_MODALITY: dict[Modality, float] = {"actual": 1.0, "planned": 0.7, "possible": 0.5, "attempted": 0.7}
_DENIED = 0.6


def salience(kind: ClaimType, modality: Modality, polarity: Polarity, number: int, depth: float = 1.0) -> float:
    """How much a claim is the news of its report, 0 to 1: by what it tells, and the number of its sentence.

    ``depth``: what :func:`foreground` gives for its trigger, where there is a tree.
    """
    return faded(news_value(kind, modality, polarity, depth), number)


def news_value(kind: ClaimType, modality: Modality, polarity: Polarity, depth: float = 1.0) -> float:
    """What a claim is worth as news before it fades: by its type, less for what is no fact."""
    certain = _MODALITY[modality] * (_DENIED if polarity == "negative" else 1.0)
    return kind.weight * certain * depth


def faded(news: float, number: int) -> float:
    """What a news value is worth in the sentence of this number."""
    return round(news * _FADE**number, 4)


def foreground(sentence: Sentence, head: Token) -> float:
    """1 for a word of a main clause, less for each clause and phrase that it stands in."""
    above = list(_relations(sentence, head))
    clauses = min(_DEEPEST, sum(relation in _CLAUSES for relation in above))
    phrases = min(_DEEPEST, sum(relation in _PHRASES for relation in above))
    return _CLAUSE**clauses * _PHRASE**phrases


def _relations(sentence: Sentence, token: Token) -> Iterator[str]:
    """The relations from a word up to the root; the tree has no cycles, but no more steps than words are made."""
    for _ in sentence.tokens:
        if token.head < 0:
            return
        governor = sentence.tokens[token.head]
        if not (token.deprel == "obl" and governor.lemma in _SUFFERING):
            yield token.deprel
        token = governor
