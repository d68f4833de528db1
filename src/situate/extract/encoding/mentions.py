"""Mentions as the model tags them, put right by the tree and by what words denote.

The model learned mentions from re3d, whose annotators mark the longest phrase ("the Syrian people", "the town of
Palmyra"): where it tags only a name that stands before the noun for who or what it belongs to, the mention is the
whole phrase, of the noun's kind. Some of their marks begin or end within a word ("camp" of "campaign" as a location,
"ss Syria" of "across Syria" as a vehicle): what the model learned by these is left out, for no event is a place and no
vehicle is a name. The rules were counted on the part of re3d that the model is trained on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from situate.extract.encoding.mention_bounds import bounded, head_of, spanning, words_of
from situate.extract.tree.relations import cases_of
from situate.extract.tree.words import lexicon
from situate.model.sentence import Labelled, Sentence, Token

_OPEN = frozenset({"DET", "ADP", "CCONJ", "PART"})
_BEFORE = frozenset({"det", "amod", "compound"})
# Places that are told by the name of a town, or of who is there.
_NAMED_BY = frozenset({"city", "town", "village", "district", "base", "barracks", "headquarters"})
_WHO = frozenset({"Nationality", "Organisation", "Location", "Person"})


def settled(sentence: Sentence) -> Sentence:
    """A sentence whose mentions keep to the tree, without those that cannot be."""
    kept = [m for m in sentence.mentions if not _misread(sentence, m)]
    grown: list[Labelled] = []
    for number, mention in enumerate(kept):
        whole = _whole(sentence, mention)
        if grown and whole.start <= grown[-1].start and grown[-1].end < mention.start:
            del grown[-1]  # "the base" of "the base of the brigade"
        left = grown[-1].end if grown else sentence.start
        right = kept[number + 1].start if number + 1 < len(kept) else sentence.end
        grown.append(_within(whole, mention, left, right))
    mentions = bounded(sentence, grown)
    return sentence.marked_as(mentions=tuple(mentions), names=tuple(_names(sentence, kept, mentions)))


def _names(sentence: Sentence, before: Sequence[Labelled], after: Sequence[Labelled]) -> list[Labelled]:
    """The names of a sentence, with the places that became part of somebody ("the Ostry mayor")."""
    places = [
        dataclasses.replace(a, label="LOC")
        for a in before
        if a.label == "Location" and not any(a.start < n.end and n.start < a.end for n in sentence.names)
        if any(b.start <= a.start and a.end <= b.end and b.label != "Location" for b in after)
    ]
    return sorted((*sentence.names, *places), key=lambda n: (n.start, n.end))


def _within(grown: Labelled, mention: Labelled, left: int, right: int) -> Labelled:
    """A mention as it grew, if it does not reach into those beside it."""
    return grown if left <= grown.start and grown.end <= right else mention


def _kind(token: Token) -> str | None:
    return lexicon()["kinds"].get(token.lemma.lower()) if token.upos == "NOUN" else None


def _misread(sentence: Sentence, mention: Labelled) -> bool:
    """Whether a location is an event or breaks off at its article, or a vehicle ends in a name."""
    if mention.label == "Vehicle":
        return any(name.end == mention.end for name in sentence.names)
    words = words_of(sentence, mention)
    if not words or mention.label != "Location":
        return not words
    return words[-1].upos == "DET" or _kind(head_of(words)) == "event"


def _whole(sentence: Sentence, mention: Labelled) -> Labelled:
    """The phrase that a mention is part of, if that is known."""
    words = words_of(sentence, mention)
    head = head_of(words)
    above = sentence.tokens[head.head] if head.head >= 0 else None
    if above is not None and above.index > words[-1].index and head.deprel in _BEFORE:
        label = _label(mention, above)
        between = sentence.tokens[words[-1].index + 1 : above.index]
        if label is not None and all(t.text[0].isalnum() for t in between):
            first = _first(sentence, above, words[0])
            return dataclasses.replace(mention, start=first.start, end=above.end, label=label)
    if above is not None and above.index < words[0].index and _of(sentence, above, head, words):
        first = _first(sentence, above, above)
        return dataclasses.replace(mention, start=first.start, label=_label(mention, above) or mention.label)
    return _closed(sentence, mention, words)


def _label(mention: Labelled, noun: Token) -> str | None:
    """What a phrase with a noun is whose kind is known, if it begins with the mention: a body, a person, a place."""
    kind = _kind(noun)
    if mention.label == "Temporal":
        return "Temporal" if kind == "time" else None
    if mention.label not in _WHO or kind not in {"actor", "people", "place"}:
        return None
    lemma = noun.lemma.lower()
    if kind == "place":
        return "Location"
    if lemma in lexicon()["platforms"]:
        return "MilitaryPlatform"
    many = lemma in lexicon()["bodies"] or noun.text.lower() != lemma
    return "Organisation" if many else "Person"


def _of(sentence: Sentence, above: Token, head: Token, words: Sequence[Token]) -> bool:
    """Whether a mention is what a noun before it is of: "the town of …", "the people of …", "the base of …"."""
    kind = _kind(above)
    case = cases_of(sentence, head)
    fits = kind == "people" or (kind == "place" and above.lemma.lower() in _NAMED_BY)
    return head.deprel == "nmod" and case[:1] == ["of"] and fits and above.index == words[0].index - 2


def _first(sentence: Sentence, noun: Token, first: Token) -> Token:
    """The first word of a phrase, from ``first`` on to the left as far as its words hang on the noun."""
    while first.index and (t := sentence.tokens[first.index - 1]).head == noun.index and t.deprel in _BEFORE:
        first = t
    return first


def _closed(sentence: Sentence, mention: Labelled, words: Sequence[Token]) -> Labelled:
    """A mention that does not end in an article or the like; a place has its own article."""
    last, head = words[-1], head_of(words)
    end = sentence.tokens[last.head].end if last.upos in _OPEN and last.head > last.index else mention.end
    before = sentence.tokens[words[0].index - 1] if words[0].index else None
    own = before is not None and before.deprel == "det" and before.head == head.index and mention.label == "Location"
    return spanning(mention, before.start if own and before else mention.start, end)
