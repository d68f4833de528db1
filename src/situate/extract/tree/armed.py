"""Who bears arms, by words that say it: a word for fighters, or members and men of a band or a named body.

Of a name alone nobody can tell; what the words around it say is the same whoever is named.
"""

from __future__ import annotations

from situate.extract.tree.phrases import BODY_LABELS, kind_of, labelled_as
from situate.extract.tree.relations import cases_of, children, subtree
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token

# Members of any named body that is not known for something else; men and volunteers only of what is marked as one.
_MEMBERS = frozenset({"member", "commander", "leader", "emir", "chief", "remnant", "loyalist"})
_MEN = frozenset({"man", "volunteer", "recruit"})
_BANDS = frozenset({"group", "militia", "army", "faction", "movement", "organisation", "organization", "brigade"})
_UNARMED = frozenset({
    "aid", "relief", "rescue", "cross", "crescent", "un", "nations", "committee", "council", "party", "parliament",
    "congress", "senate", "assembly", "church", "union", "club", "team", "agency", "mission", "ministry", "community",
    "family", "staff", "commission", "delegation",
})  # fmt: skip


def is_fighter(noun: Token) -> bool:
    """Whether a noun is a word for those who fight."""
    return noun.lemma.lower() in lexicon()["fighters"]


def bears_arms(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands for those who fight, or counts some ("dozens of members of the Amber Brigade")."""
    noun = counted(sentence, noun)
    return is_fighter(noun) or _of_fighters(sentence, noun) or _of_a_band(sentence, noun)


def _of_fighters(sentence: Sentence, band: Token) -> bool:
    """ "Terrorist groups", "an armed faction": a band of those who fight, as no aid group is."""
    beside = children(sentence, band.index, "compound", "amod") if band.lemma.lower() in _BANDS else []
    return any(t.lemma.lower() in {*lexicon()["fighters"], "armed"} for t in beside)


def counted(sentence: Sentence, noun: Token) -> Token:
    """The noun that a phrase is about, short of what only counts it ("dozens of terrorists": terrorists)."""
    while noun.upos == "NUM" or lexicon()["kinds"].get(noun.lemma.lower()) in {"figure", "container"}:
        of = children(sentence, noun.index, "nmod")
        if not of:
            return noun
        noun = of[0]
    return noun


def _of_a_band(sentence: Sentence, noun: Token) -> bool:
    if noun.upos != "NOUN" or noun.lemma.lower() not in _MEMBERS | _MEN:
        return False
    beside = children(sentence, noun.index, "nmod", "nmod:poss", "compound")
    of = [t for t in beside if t.deprel != "nmod" or "of" in cases_of(sentence, t)]
    words = {sentence.tokens[i].text.lower() for t in of for i in subtree(sentence, t.index)}
    if not words.isdisjoint(_UNARMED) or any(kind_of(sentence, t.index) == "place" for t in of):
        return False
    named = noun.lemma.lower() in _MEMBERS
    return any(
        t.lemma.lower() in _BANDS or (t.upos == "PROPN" and (named or labelled_as(sentence, t, BODY_LABELS)))
        for t in of
    )
