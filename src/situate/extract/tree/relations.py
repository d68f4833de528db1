"""What hangs on a word of a parsed sentence, what it hangs on, and by which relation. Pure functions."""

from __future__ import annotations

from collections.abc import Container, Iterator

from situate.model.sentence import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass")
DONE_TO = ("obj", "nsubj:pass")  # how whom or what a verb is done to hangs on it


def children(sentence: Sentence, head: int, *relations: str) -> list[Token]:
    """The dependents of ``head``, with one of ``relations`` if any are given, in order of the text."""
    below = sentence.below.get(head)
    if not below:
        return []
    if not relations:
        return [*below]
    found = []
    for token in below:  # asked for so often that a comprehension's own frame would show
        if token.deprel in relations:
            found.append(token)  # noqa: PERF401
    return found


def subjects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, in the active or in the passive."""
    return children(sentence, verb.index, *SUBJECTS)


def objects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """Whom or what a verb is done to: its object, in the passive its subject."""
    return children(sentence, verb.index, *DONE_TO)


def governor_of(sentence: Sentence, token: Token, *relations: str) -> Token | None:
    """The token that another hangs on, by one of ``relations`` if any are given; ``None`` for the root."""
    hangs = token.head >= 0 and (not relations or token.deprel in relations)
    return sentence.tokens[token.head] if hangs else None


def has_lemma(sentence: Sentence, token: Token, lemmas: Container[str], *relations: str) -> bool:
    """Whether a dependent with one of some lemmas hangs on a token, by one of ``relations`` if any are given."""
    return any(child.lemma.lower() in lemmas for child in children(sentence, token.index, *relations))


def has_word(sentence: Sentence, token: Token, words: Container[str], *relations: str) -> bool:
    """The same of words as they are written, in lower case."""
    return any(child.text.lower() in words for child in children(sentence, token.index, *relations))


def has_particle(sentence: Sentence, verb: Token, word: str) -> bool:
    """Whether a verb has a particle or an adverb, as "hold" has "off"."""
    return any(child.text.lower() == word for child in children(sentence, verb.index, "compound:prt", "advmod"))


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether "to" marks a verb."""
    return any(child.text.lower() == "to" for child in children(sentence, verb.index, "mark"))


def cases_of(sentence: Sentence, noun: Token) -> list[str]:
    """The prepositions (and the "'s") of a noun, in lower case and in order of the text."""
    return [c.text.lower() for c in children(sentence, noun.index, "case")]


def case_of(sentence: Sentence, noun: Token) -> str:
    """The first preposition of a noun; "" where it has none."""
    return next(iter(cases_of(sentence, noun)), "")


def subtree(sentence: Sentence, head: int, *, without: frozenset[str] = frozenset()) -> set[int]:
    """Indices of ``head`` and all below it, not going into dependents whose relation is in ``without``."""
    found, stack, below = {head}, [head], sentence.below
    while stack:
        for token in below.get(stack.pop(), ()):
            if token.index not in found and token.deprel not in without:
                found.add(token.index)
                stack.append(token.index)
    return found


def starts_below(sentence: Sentence, *heads: Token) -> set[int]:
    """Where the words of some phrases begin: their heads, and all that hangs on them."""
    return {sentence.tokens[index].start for head in heads for index in subtree(sentence, head.index)}


def ancestors(sentence: Sentence, index: int) -> Iterator[Token]:
    """The governors of a token, nearest first."""
    seen = {index}
    head = sentence.tokens[index].head
    while head >= 0 and head not in seen:
        seen.add(head)
        yield sentence.tokens[head]
        head = sentence.tokens[head].head


def top_of(sentence: Sentence, start: int, end: int) -> Token | None:
    """The word that heads a stretch of the text (code points): the first whose governor stands outside of it."""
    inside = sentence.within(start, end)
    places = {t.index for t in inside}
    return next((t for t in inside if t.head not in places), None)
