"""Where mentions begin and end, and of what kind they are: what the tree and the name head know better than the tags.

re3d's annotators mark noun phrases: with article, possessor, words before the noun and an "of" phrase, without a
preposition, a relative clause or an apposition (nine in ten of their marks are such phrases of the tree). A tagger that
chooses word by word breaks them in two or leaves off an end. The rules were counted on models that had not seen the
documents; what they bring is in ``training/README.md``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from situate.model.sentence import Labelled, Sentence, Token

_LOOSE = frozenset({"ADP", "CCONJ", "DET"})  # what no mention ends in
_COUNTED = frozenset({"Temporal", "Quantity", "Money"})  # "since 2009", "at least 20": their own words before them
_THINGS = frozenset({"Organisation", "Location", "Person", "Weapon", "Vehicle", "MilitaryPlatform"})
_WHO = frozenset({"Organisation", "Location", "Person"})
_OWN = frozenset({"compound", "nmod:poss"})
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_CURRENCY = frozenset({"$", "£", "€"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})  # parts of speech of what stands for somebody alone
# The name head saw names of all sorts, the mention head those of some seventy documents alone.
_KIND_OF_NAME = {"PER": "Person", "ORG": "Organisation"}

Mentions = Sequence[Labelled]


def bounded(sentence: Sentence, mentions: Mentions) -> list[Labelled]:
    """The mentions of a sentence, in order, as whole phrases of a fitting kind."""
    steps: tuple[Callable[[Sentence, Mentions], Iterable[Labelled]], ...] = (
        _trimmed, _joined, _begun, _of_money, _of_names, _completed, _of_adjectives,
    )  # fmt: skip
    for step in steps:
        mentions = list(step(sentence, mentions))
    return list(mentions)


def words_of(sentence: Sentence, mention: Labelled) -> Sequence[Token]:
    """The words that a mention touches."""
    return sentence.touched(mention.start, mention.end)


def head_of(words: Sequence[Token]) -> Token:
    """The last of some words side by side that hangs on none of them."""
    first, last = words[0].index, words[-1].index
    for token in reversed(words):
        if not first <= token.head <= last:
            return token
    return words[-1]


def spanning(mention: Labelled, start: int, end: int) -> Labelled:
    """A mention from ``start`` to ``end``: itself, as most are, where it stands there already."""
    if (mention.start, mention.end) == (start, end):
        return mention
    return dataclasses.replace(mention, start=start, end=end)


def _trimmed(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """Without the preposition before a phrase and what begins the next one behind it."""
    for mention in mentions:
        words = words_of(sentence, mention)
        while len(words) > 1 and (words[-1].text in _CLITICS or words[-1].upos in _LOOSE):
            words = words[:-1]
        while len(words) > 1 and words[0].upos == "ADP" and mention.label not in _COUNTED:
            words = words[1:]
        yield spanning(mention, words[0].start, words[-1].end)


def _joined(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """A name and the noun that it describes or owns as one: "Corland tanks", "the general's troops"."""
    waiting: Labelled | None = None
    for mention in mentions:
        if waiting is not None and _describes(sentence, waiting, mention):
            waiting = dataclasses.replace(mention, start=waiting.start)
            continue
        if waiting is not None:
            yield waiting
        waiting = mention
    if waiting is not None:
        yield waiting


def _describes(sentence: Sentence, mention: Labelled, following: Labelled) -> bool:
    if {mention.label, following.label} & _COUNTED:
        return False
    words, after = words_of(sentence, mention), words_of(sentence, following)
    own, noun = head_of(words), head_of(after)
    between = sentence.tokens[words[-1].index + 1 : after[0].index]
    return (own.deprel in _OWN and own.head == noun.index) and all(
        t.text in _CLITICS or (t.deprel in {"amod", "compound"} and t.head == noun.index) for t in between
    )


def _begun(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """From the article or the pronoun that a phrase begins with; a time with all that is said of it before it."""
    left = sentence.start
    for mention in mentions:
        start = mention.start
        if mention.label in _WHO or mention.label == "Temporal":
            words = words_of(sentence, mention)
            head = head_of(words).index
            for before in reversed(sentence.tokens[: words[0].index]):
                if before.start < left or before.head != head or not _begins(before, mention.label):
                    break
                start = before.start
        left = mention.end
        yield spanning(mention, start, mention.end)


def _begins(token: Token, label: str) -> bool:
    """Whether a word before a time, or before somebody or a place, belongs to it."""
    if label == "Temporal":
        return token.deprel in {"det", "amod", "compound"} and token.text[0].isalnum()
    return token.deprel == "det" or (token.deprel == "nmod:poss" and token.upos == "PRON")


def _of_money(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """With sums of money, which are told by their sign ("$5 million"), instead of what overlaps them."""
    sums = []
    for sign in (t for t in sentence.tokens[:-1] if t.text in _CURRENCY):
        first = sentence.tokens[sign.index + 1]
        if first.text[0].isdigit():
            numbers = [*takewhile(lambda t: t.upos == "NUM", sentence.tokens[first.index + 1 :])]
            sums.append(Labelled(sign.start, (numbers or [first])[-1].end, "Money", 1.0))
    rest = [m for m in mentions if not any(m.start < s.end and s.start < m.end for s in sums)]
    return sorted((*rest, *sums), key=lambda m: m.start)


def _of_names(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """A person or a body by name is one, whatever the phrase was taken for."""
    kinds = {n.end: (n.start, _KIND_OF_NAME.get(n.label)) for n in sentence.names}
    for mention in mentions:
        start, kind = kinds.get(mention.end, (mention.start, None))
        if kind is None or mention.label not in _WHO:
            yield mention
            continue
        first = words_of(sentence, mention)[0]
        whole = start == mention.start or (first.deprel == "det" and start == first.end + 1)
        yield dataclasses.replace(mention, label=kind) if whole and kind != mention.label else mention


def _completed(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """A noun with the mention that it is "of" ("the head of the council"), which is then no mention of its own."""
    end = sentence.start
    for mention in mentions:
        if mention.start < end:
            continue
        head = words_of(sentence, mention)[-1] if mention.label in _WHO else None
        of = sentence.tokens[head.index + 1] if head and head.index + 1 < len(sentence.tokens) else None
        if head and of and of.text == "of" and head.upos == "NOUN":
            noun = sentence.tokens[of.head]
            whole = next((m for m in mentions if m.start <= noun.start and noun.end <= m.end), None)
            if whole and noun.head == head.index and noun.deprel == "nmod":
                mention = dataclasses.replace(mention, end=whole.end)
        end = mention.end
        yield mention


def _of_adjectives(sentence: Sentence, mentions: Mentions) -> Iterable[Labelled]:
    """A lone adjective with a capital tells a nationality; other words that name nobody are no mention."""
    for mention in mentions:
        words = words_of(sentence, mention)
        fits = len(words) > 1 or mention.label not in _THINGS or words[0].upos in _NAMING
        if fits or any(n.start < mention.end and mention.start < n.end for n in sentence.names):
            yield mention
        elif words[0].upos == "ADJ" and words[0].text[0].isupper() and mention.label in _WHO:
            yield dataclasses.replace(mention, label="Nationality")
