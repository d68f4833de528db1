"""What a name does to the type of a claim: triggers in doubt are read again with the names around them left out.

The encoder has read much of some actors and nothing of others, and where it is unsure of a trigger, who is named beside
it can tip the balance. A sentence with such a trigger is then shown to it once more by itself, each named body, person
or people as the one neutral word ``NEUTRAL``, and the trigger is what both readings together say. Its words, tree,
mentions and bonds stay those of the first reading.

The bounds of doubt were chosen on the own test part. The types that stay under forty other actors rose from 0.953 to
0.983 there by it; claims, roles and speakers moved by a few thousandths, up and down (``training/README.md``). The
lower one is the least with which a faint trigger counts: what was not read again beneath it counted by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from situate.extract.encoding.decode import Floats
from situate.extract.tree.relations import ancestors, subtree
from situate.extract.tree.words import lexicon
from situate.model.sentence import Labelled, Sentence, Token

NEUTRAL = "forces"
# Probabilities between which a trigger is in doubt; from the first on, if likelier none: below it none counts.
_LEAST, _SURE = 0.15, 0.6
_REACH = 2  # words of the tree above a trigger on which a name beside it may hang
_NAMED = frozenset({"Organisation", "Nationality", "Person", "ORG", "PER"})
_PART = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat", "det"})
_APART = frozenset({"acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "punct"})

Words = tuple[int, int]  # first word of a sentence, and the one after the last


def doubted(sentence: Sentence) -> tuple[list[Labelled], list[Words]]:
    """The triggers that a name beside them may sway, and the words of all names of their sentence, in its order.

    Both are empty where there is nothing to read again. No word of such a trigger is among those of a name.
    """
    unsure = [t for t in sentence.triggers if _LEAST <= t.score < _SURE]
    unsure += [t for t in sentence.faint if t.score >= _LEAST]
    names = named(sentence) if unsure else []
    swayed = [t for t in unsure if any(_beside(sentence, t, heads) for _, heads in names)]
    words = {i for t in swayed for i in _words(sentence, t)}
    hidden = [part for part, _ in names if words.isdisjoint(range(*part))]
    return (swayed, hidden) if swayed and hidden else ([], [])


def weighed(first: Floats, again: Floats, rows: Sequence[int]) -> Floats:
    """Scores of words, [words, labels], with those of ``rows`` as the mean of two readings' log-probabilities."""
    result = first.copy()
    result[rows] = (_logs(first[rows]) + _logs(again[rows])) / 2
    return result


def _logs(scores: Floats) -> Floats:
    most = scores.max(-1, keepdims=True)
    logs: Floats = scores - most - np.log(np.exp(scores - most).sum(-1, keepdims=True))
    return logs


def named(sentence: Sentence) -> list[tuple[Words, set[int]]]:
    """The phrases that name somebody, in order and apart from each other, and the words on which each hangs."""
    phrases = sorted(_phrases(sentence), key=lambda phrase: phrase[0])
    found: list[tuple[Words, set[int]]] = []
    for (first, last), head in phrases:
        if found and first < found[-1][0][1]:
            (begun, ended), heads = found[-1]
            found[-1] = (begun, max(ended, last)), heads | {head}
        else:
            found.append(((first, last), {head}))
    return found


def _phrases(sentence: Sentence) -> Iterator[tuple[Words, int]]:
    for mention in (*sentence.mentions, *sentence.names):
        words = _words(sentence, mention) if mention.label in _NAMED else []
        if words and any(sentence.tokens[i].text[:1].isupper() for i in words):
            head = _bearer(sentence, _head(sentence, words))
            whole = head.upos == "PROPN" or _armed(head)
            yield _whole(sentence, head, words) if whole else (words[0], words[-1] + 1), head.head


def _bearer(sentence: Sentence, head: Token) -> Token:
    """The noun for fighters or a body that a name belongs to ("rebels of the …", "men said to belong to the …")."""
    while head.head >= 0 and head.deprel in _PART and _armed(sentence.tokens[head.head]):
        head = sentence.tokens[head.head]
    verb = sentence.tokens[head.head] if head.head >= 0 and head.deprel in {"obl", "obj"} else head
    verb = sentence.tokens[verb.head] if verb.head >= 0 and verb.deprel == "xcomp" else verb
    above = sentence.tokens[verb.head] if verb.head >= 0 and verb.deprel == "acl" else head
    return above if _armed(above) else head


def _whole(sentence: Sentence, head: Token, words: Sequence[int]) -> Words:
    """The words side by side around a head that belong to its phrase, without its preposition and what is added."""
    case = {t.index for t in sentence.below.get(head.index, ()) if t.deprel == "case"}
    inside = (subtree(sentence, head.index, without=_APART) | set(words)) - case
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last + 1


def _armed(token: Token) -> bool:
    lemma = token.lemma.lower()
    return token.upos in {"NOUN", "PROPN"} and (
        lexicon()["kinds"].get(lemma) == "actor" or lemma in lexicon()["fighters"]
    )


def _beside(sentence: Sentence, trigger: Labelled, heads: set[int]) -> bool:
    """Whether a name hangs on a trigger, or on what stands a short way above it in the tree."""
    words = _words(sentence, trigger)
    above = {a.index for i in words for a in [*ancestors(sentence, i)][:_REACH]}
    return not heads.isdisjoint({*words, *above})


def _words(sentence: Sentence, span: Labelled) -> list[int]:
    return [t.index for t in sentence.touched(span.start, span.end)]


def _head(sentence: Sentence, words: Sequence[int]) -> Token:
    inside = set(words)
    return next((t for i in words if (t := sentence.tokens[i]).head not in inside), sentence.tokens[words[-1]])
