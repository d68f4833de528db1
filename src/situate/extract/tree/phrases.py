"""Phrases of a parsed sentence: what stands around a head noun, and what kind of thing it denotes.

Pure functions over ``Sentence``. A phrase is what an annotator quotes for a role: the noun phrase with its modifiers
and its ``of``-phrase, without relative clauses and without the preposition before it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from situate.extract.tree.relations import case_of, cases_of, children, governor_of, subtree
from situate.extract.tree.words import lexicon
from situate.model.sentence import Labelled, Sentence, Token

# How the mention labels of the model (re3d's) and of its name head translate into kinds of phrases.
KIND_OF_LABEL: Mapping[str, str] = {
    "Location": "place", "Organisation": "actor", "Person": "actor", "Nationality": "actor", "Weapon": "weapon",
    "MilitaryPlatform": "weapon", "Vehicle": "weapon", "Quantity": "figure", "Money": "figure", "Temporal": "time",
    "Frequency": "time", "LOC": "place", "ORG": "actor", "PER": "actor",
}  # fmt: skip

PLACE_LABELS = frozenset({"LOC", "Location"})
BODY_LABELS = frozenset({"ORG", "Organisation"})
_PRONOUN_KINDS = {
    "they": "people", "them": "people", "he": "people", "she": "people", "him": "people", "her": "people",
    "we": "people", "us": "people", "i": "people", "there": "place", "here": "place", "it": "other", "many": "people",
    "some": "people", "those": "people", "who": "people", "others": "people", "everyone": "people",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """``head`` is a token index; ``start``/``end`` are code points of the report; ``kind`` says what it denotes."""

    head: int
    start: int
    end: int
    kind: str


def gainsaid(sentence: Sentence, noun: Token) -> bool:
    """ "Contrary to reports in the press, …": what a noun tells is not so, as the sentence has it."""
    near = sentence.tokens[max(0, noun.index - 6) : noun.index]
    words = [t.text.lower() for t in near if t.upos not in {"ADJ", "DET", "NUM"} or t.text.lower() == "contrary"]
    return words[-2:] == ["contrary", "to"]


def neither(sentence: Sentence, verb: Token) -> bool:
    """ "Neither the army nor the rebels confirmed it", "it neither confirmed nor denied it": who is named does not."""
    subjects = children(sentence, verb.index, "nsubj")
    if any(c.text.lower() == "neither" for c in children(sentence, verb.index, "cc:preconj", "advmod")):
        return True
    return any(c.text.lower() == "neither" for t in subjects for c in [t, *children(sentence, t.index)])


def in_brackets(sentence: Sentence, token: Token) -> bool:
    """Whether a bracket opens right before a token."""
    return token.index > 0 and sentence.tokens[token.index - 1].text == "("


def phrase_at(sentence: Sentence, head: int, *, conjuncts: bool = False) -> Phrase:
    """The phrase whose head is the token ``head``."""
    kept = _members(sentence, head, conjuncts=conjuncts)
    tokens = _contiguous(sentence, head, kept)
    tokens = _trim(sentence, head, tokens)
    start, end = sentence.tokens[_with_side(sentence, tokens[0])].start, sentence.tokens[tokens[-1]].end
    for labelled in sentence.mentions:
        # A mention knows where a name ends ("the city of Deir e-Zor") and what relates it ("west of the city").
        if labelled.start <= sentence.tokens[head].start and sentence.tokens[head].end <= labelled.end:
            start, end = min(start, labelled.start), max(end, labelled.end)
    return Phrase(head, start, end, kind_of(sentence, head))


_SIDES = frozenset({"north", "south", "east", "west"})


def _with_side(sentence: Sentence, first: int) -> int:
    """The token that a phrase begins with when a side of the world leads it ("west of the city")."""
    if first < 2 or sentence.tokens[first - 1].text.lower() != "of":
        return first
    side = sentence.tokens[first - 2].text.lower().replace("-", "")
    return first - 2 if side in _SIDES or (side[:5] in {"north", "south"} and side[5:] in _SIDES) else first


def named_beside(sentence: Sentence, noun: Token) -> int | None:
    """The name that a description stands beside ("Brigade 137—a military base"): the token that heads the name."""
    if noun.deprel == "appos" and noun.head >= 0 and sentence.tokens[noun.head].upos == "PROPN":
        return noun.head
    dets = [d.index for d in children(sentence, noun.index, "det") if d.text.lower() in {"a", "an"}]
    if not dets or dets[0] < 2 or sentence.tokens[dets[0] - 1].text not in {"—", "–", ",", "-"}:
        return None
    before = sentence.tokens[dets[0] - 2]
    if before.deprel in {"flat", "nummod", "compound"} and before.head >= 0:
        before = sentence.tokens[before.head]
    return before.index if before.upos == "PROPN" else None


_MODIFIERS = frozenset({"nmod:poss", "compound", "amod", "flat", "nummod", "det", "fixed", "goeswith", "det:predet"})


def _members(sentence: Sentence, head: int, *, conjuncts: bool) -> set[int]:
    members = {head}
    for token in children(sentence, head):
        if token.deprel == "case" and token.index < head:
            continue
        if token.deprel == "nmod" or (token.deprel == "obl" and _holds(sentence.tokens[head])):
            cases = cases_of(sentence, token)
            if cases[:1] != ["of"] and not (cases[:1] in (["in"], ["near"]) and token.index == head + 2):
                continue
            members |= _members(sentence, token.index, conjuncts=True)
            members |= {c.index for c in children(sentence, token.index, "case")}
        elif token.deprel in _MODIFIERS:
            if token.deprel == "amod" and token.index > head and token.upos == "VERB":
                continue
            members |= subtree(sentence, token.index, without=frozenset({"acl:relcl"}))
        elif token.deprel == "appos" and token.index > head and in_brackets(sentence, token):
            members |= set(range(head + 1, _closing(sentence, token.index) + 1))
        elif token.deprel in {"nmod:unmarked", "nmod:tmod", "advmod"} and token.index < head:
            members |= subtree(sentence, token.index)
        elif conjuncts and token.deprel == "conj":
            members |= _members(sentence, token.index, conjuncts=True) | {
                c.index for c in children(sentence, token.index, "cc")
            }
    return members


def _holds(token: Token) -> bool:
    """Whether a word only holds or counts what follows it ("most of the city")."""
    return lexicon()["kinds"].get(token.lemma.lower()) in {"container", "figure"}


def _closing(sentence: Sentence, index: int) -> int:
    following = [t.index for t in sentence.tokens[index + 1 : index + 4] if t.text == ")"]
    return following[0] if following else index


def _contiguous(sentence: Sentence, head: int, kept: set[int]) -> list[int]:
    """The run of kept tokens around the head; punctuation and conjunctions inside it are bridged."""
    left = right = head
    while left - 1 in kept or (left - 2 in kept and _bridges(sentence.tokens[left - 1])):
        left -= 1
    while right + 1 in kept or (right + 2 in kept and _bridges(sentence.tokens[right + 1])):
        right += 1
    return list(range(left, right + 1))


def _bridges(token: Token) -> bool:
    return token.deprel in {"punct", "cc"} or token.text in {"-", "'s", "’s"}


_EDGE = frozenset("\"'“”‘’,;:-–—()[] ")


def _trim(sentence: Sentence, head: int, tokens: list[int]) -> list[int]:
    while len(tokens) > 1 and tokens[0] != head and set(sentence.tokens[tokens[0]].text) <= _EDGE:
        tokens = tokens[1:]
    while (
        len(tokens) > 1
        and tokens[-1] != head
        and (set(sentence.tokens[tokens[-1]].text) <= _EDGE - {")"} or sentence.tokens[tokens[-1]].deprel == "cc")
    ):
        tokens = tokens[:-1]
    return tokens


def labels_at(sentence: Sentence, token: Token) -> Iterator[Labelled]:
    """The model's mentions, then its names, that cover a token."""
    for labelled in (*sentence.mentions, *sentence.names):
        if labelled.start <= token.start and token.end <= labelled.end:
            yield labelled


def labelled_as(sentence: Sentence, token: Token, labels: Container[str]) -> bool:
    """Whether a mention or a name with one of some labels covers a token."""
    return any(labelled.label in labels for labelled in labels_at(sentence, token))


def is_named_place(sentence: Sentence, token: Token) -> bool:
    """Whether the model takes a token for a piece of a place's name."""
    return labelled_as(sentence, token, PLACE_LABELS)


def _uncounted(token: Token, word: str | None) -> str:
    """A number or a container that counts nothing in sight: people, when it is a bare number."""
    return "people" if token.upos == "NUM" else "place" if word == "container" else "figure"


def kind_of(sentence: Sentence, head: int) -> str:
    """What the phrase denotes: place, route, actor, people, figure, goods, weapon, time, event or other."""
    token = sentence.tokens[head]
    kinds = lexicon()["kinds"]
    if token.upos == "PRON":
        return _PRONOUN_KINDS.get(token.text.lower(), "other")
    word = kinds.get(token.lemma.lower()) or kinds.get(token.text.lower())
    if word == "container" or word == "figure" or (token.upos == "NUM" and not token.text.startswith(("19", "20"))):
        counted = [c for c in children(sentence, head, "nmod") if c.index > head]
        return kind_of(sentence, counted[0].index) if counted else _uncounted(token, word)
    labelled = next(
        (KIND_OF_LABEL[lab.label] for lab in labels_at(sentence, token) if lab.label in KIND_OF_LABEL), None
    )
    if (
        word
        and token.upos == "NOUN"
        and (labelled in (None, "figure") or word in {"people", "time", "event", "weapon", "goods"})
    ):
        return word
    if labelled and labelled != "figure":
        return labelled
    return word or "other"


def killing_by(sentence: Sentence, deed: Token) -> Token | None:
    """The verb of killing of which the clause of a deed says by what: "killed by the shells that they sent"."""
    noun = governor_of(sentence, deed, "acl", "acl:relcl")
    if noun is None or noun.deprel not in {"obl", "obl:agent"} or noun.head < 0 or case_of(sentence, noun) != "by":
        return None
    verb = sentence.tokens[noun.head]
    return verb if verb.lemma == "kill" and verb.upos == "VERB" else None
