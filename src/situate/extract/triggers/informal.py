"""Deeds as locals and ministries tell them: "Bela is ours", "sugar is finished", "made the supreme sacrifice"."""

from __future__ import annotations

from collections.abc import Callable

from situate.extract.tree.phrases import is_named_place, kind_of
from situate.extract.tree.relations import children, governor_of, has_lemma, has_word, subjects_of
from situate.model.sentence import Sentence, Token

_OURS = frozenset({"ours", "theirs"})
_IS = frozenset({"is", "are", "'s", "’s", "remain", "remains"})
_USED_UP = frozenset({"finish", "go"})
_STAPLES = frozenset({
    "sugar", "salt", "rice", "bean", "potato", "onion", "vegetable", "meat", "kerosene", "petrol", "firewood",
    "charcoal", "oil", "tea",
})  # fmt: skip
_SUPREME = frozenset({"supreme", "ultimate"})
_MAKING = frozenset({"make", "pay"})
_ATTAINING = frozenset({"attain", "embrace", "achieve", "gain"})


def _is_ours(sentence: Sentence, token: Token) -> bool:
    """ "Tell Maraq is ours again": a place is held by who says so; the victory, or the choice, is no place."""
    if token.text.lower() not in _OURS or not has_word(sentence, token, _IS, "cop"):
        return False
    what = children(sentence, token.index, "nsubj")
    return any(is_named_place(sentence, t) or kind_of(sentence, t.index) == "place" for t in what)


def _is_used_up(sentence: Sentence, verb: Token) -> bool:
    """ "Sugar is finished", "the diesel is gone"."""
    if verb.lemma not in _USED_UP or verb.text.lower() not in {"finished", "gone"}:
        return False
    what = subjects_of(sentence, verb)
    what = [t for t in what if kind_of(sentence, t.index) == "goods" or t.lemma.lower() in _STAPLES]
    return bool(what) and has_word(sentence, verb, _IS, "aux:pass", "cop", "aux")


def _sacrifice(sentence: Sentence, noun: Token) -> bool:
    """ "Two soldiers made the supreme sacrifice", "paid the supreme price"."""
    made = governor_of(sentence, noun, "obj")
    told = noun.lemma.lower() in {"sacrifice", "price"} and made is not None and made.lemma in _MAKING
    return told and has_lemma(sentence, noun, _SUPREME, "amod")


def _martyrdom(sentence: Sentence, noun: Token) -> bool:
    """ "Four constables embraced martyrdom"."""
    attained = governor_of(sentence, noun, "obj")
    return noun.lemma.lower() == "martyrdom" and attained is not None and attained.lemma in _ATTAINING


def _takes_flight(sentence: Sentence, noun: Token) -> bool:
    """ "Forcing hundreds to take flight"; who takes a flight travels."""
    taken = governor_of(sentence, noun, "obj")
    bare = not children(sentence, noun.index, "det", "nmod:poss", "amod", "nummod", "compound", "nmod")
    return noun.text == "flight" and taken is not None and taken.lemma == "take" and bare


WORDS = frozenset({*_USED_UP, "sacrifice", "price", "martyrdom", "flight", *_OURS})
# Whether a word tells in a phrase, and what; the first that holds counts.
PHRASES: tuple[tuple[Callable[[Sentence, Token], bool], str], ...] = (
    (_is_ours, "control"),
    (_is_used_up, "deprivation"),
    (_sacrifice, "kill"),
    (_martyrdom, "kill"),
    (_takes_flight, "displace"),
)
