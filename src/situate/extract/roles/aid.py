"""What is aid, by its words: goods that no one fights with, and what is said to carry them or is called one of aid."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children
from situate.model.sentence import Sentence, Token

_AID = frozenset({"aid", "relief", "humanitarian", "food", "medicine", "flour", "medical", "surgical", "assistance"})
_ARMS = frozenset(
    {"weapon", "arm", "ammunition", "munition", "missile", "rocket", "rifle", "tank", "hardware", "cash", "money"}
    | {"power", "gas", "fund", "funding", "salary", "vehicle", "material", "electricity"}
)
_ITSELF = frozenset({"aid", "ambulance", "insulin", "rice", "grain", "formula"})
# What goods stand before and is none ("fuel prices", "a food shortage").
_ABOUT_GOODS = frozenset(
    {"price", "cost", "bill", "shortage", "crisis", "scarcity", "riot", "queue", "ban", "embargo", "policy", "tax"}
    | {"insecurity", "inflation", "demand", "theft", "subsidy"}
)
_INHABITANTS = frozenset({"population", "inhabitant", "resident", "townspeople", "villager"})
_MEASURES = frozenset({"ton", "tonne", "kilo", "sack", "bag", "box", "crate", "carton", "pallet", "litre", "liter"})
_HOLDING = frozenset({"of", "with", "'s", "’s"})
_CARRYING = frozenset({"carry", "bring", "transport", "deliver", "load", "haul", "ferry", "distribute"})


def given_out(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> bool:
    """ "Millet was handed over to the population": goods that those who live there get are aid, by whatever name."""
    if kind != "handover" or not any(f.role == "goods" for f in fillers):
        return False
    to = [f for f in fillers if f.role == "target"]
    got = (t for f in to for t in sentence.within(f.start, f.end))
    return any(t.lemma.lower() in _INHABITANTS for t in got)


def is_aid(sentence: Sentence, thing: Token, *, alone: bool = True) -> bool:
    """Whether a noun stands for aid: itself, by a word beside it ("aid trucks"), or by what it carries.

    ``alone``: whether goods count by their own name; what carries none ("trucks") never does.
    """
    if thing.upos not in {"NOUN", "PROPN"} or thing.lemma.lower() in _ABOUT_GOODS:
        return False
    if alone and _goods(sentence, thing):
        return True
    if any(c.lemma.lower() in _AID or _goods(sentence, c) for c in _beside(sentence, thing)):
        return True
    carrying = [c for c in children(sentence, thing.index, "acl", "acl:relcl") if c.lemma in _CARRYING]
    loads = [c for verb in carrying for c in children(sentence, verb.index, "obj", "obl")]
    return any(is_aid(sentence, load) for load in loads)


def _beside(sentence: Sentence, thing: Token) -> list[Token]:
    """The words that say what a thing is or holds ("aid trucks", "a shipment of flour"), not what it is for."""
    inside = children(sentence, thing.index, "nmod")
    held = [n for n in inside if not _HOLDING.isdisjoint(cases_of(sentence, n))]
    held += [c for n in held if n.lemma.lower() in _MEASURES for c in children(sentence, n.index, "nmod")]
    return [*children(sentence, thing.index, "compound", "amod"), *held]


def _goods(sentence: Sentence, token: Token) -> bool:
    lemma = token.lemma.lower()
    return lemma in _ITSELF or (kind_of(sentence, token.index) == "goods" and lemma not in _ARMS)
