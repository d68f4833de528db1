"""Words that the model reads as deeds, and that tell none by what they are said of."""

from __future__ import annotations

from situate.extract.aid import is_aid
from situate.extract.phrases import cases_of, children
from situate.extract.slots import trigger_tokens
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import BLOWS

_DONE_TO = ("obj", "nsubj:pass")
_COUNTING = frozenset({"count", "number", "register", "have", "total"})
_DYING = frozenset(
    {"dead", "death", "die", "kill", "victim", "casualty", "fatality", "loss", "martyr", "body", "toll", "slain"}
)
_CALLING_OFF = frozenset({"cancel", "postpone"})
_ON_ITS_WAY = frozenset(
    {"convoy", "truck", "lorry", "shipment", "delivery", "flight", "mission", "visit", "permit", "distribution"}
)
_SITES = frozenset(
    {
        "camp",
        "site",
        "shelter",
        "settlement",
        "centre",
        "center",
        "tent",
        "home",
        "school",
        "hostel",
        "housing",
        "reception",
    }
)
_OFTEN = frozenset(
    {"common", "commonplace", "routine", "frequent", "rare", "constant", "regular", "normal", "daily", "familiar"}
)
_REJOICING = frozenset({"celebrate", "rejoice", "cheer", "welcome", "greet"})
_JOY = frozenset({"celebration", "jubilation", "joy"})
_HABITS = frozenset({"occurrence", "routine", "norm", "habit", "rarity"})


def no_deed(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether what is read as a deed is none."""
    return (
        _inhabitants(sentence, trigger, head)
        or _called_off(sentence, trigger, head)
        or _for_the_displaced(sentence, trigger, head)
        or _habitual(sentence, trigger, head)
        or _celebrates(sentence, trigger, head)
        or _fitted_with(sentence, trigger, head)
        or _called_a_lie(sentence, trigger, head)
    )


def _inhabitants(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The town counts 13,000 inhabitants": nobody has died where no word says so."""
    if trigger.label != "kill" or head.lemma.lower() not in _COUNTING:
        return False
    words = {t.lemma.lower() for t in (*sentence.tokens, *trigger_tokens(sentence, trigger))}
    return words.isdisjoint(_DYING)


def _called_off(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The commemoration was cancelled": only aid that is on its way is denied."""
    if trigger.label != "deny_aid" or head.lemma not in _CALLING_OFF:
        return False
    things = children(sentence, head.index, *_DONE_TO)
    return bool(things) and not any(is_aid(sentence, t) or t.lemma.lower() in _ON_ITS_WAY for t in things)


def _for_the_displaced(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "A camp for displaced people", "a displaced persons camp": who lives there fled some time."""
    if trigger.label not in {"displace", "restrict"} or head.text.lower() != "displaced" or head.deprel != "amod":
        return False
    before = [t.lemma.lower() for t in sentence.tokens[max(0, head.index - 2) : head.index]]
    if before[-1:] == ["for"] and not _SITES.isdisjoint(before):
        return True  # wherever the tree hangs it
    people = sentence.tokens[head.head]
    if people.deprel not in {"nmod", "obl", "compound", "nmod:poss"} or people.head < 0:
        return False
    return sentence.tokens[people.head].lemma.lower() in _SITES


def _habitual(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Shelling has become so common that …": how often something happens is no happening of a day."""
    if trigger.label not in BLOWS or head.upos != "NOUN" or head.deprel != "nsubj" or head.head < 0:
        return False
    told = sentence.tokens[head.head]
    said = [told, *children(sentence, told.index, "xcomp")] if told.lemma in {"become", "remain", "be"} else [told]
    return any(t.lemma.lower() in (_OFTEN if t.upos == "ADJ" else _HABITS) for t in said)


def _celebrates(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Took to the streets to celebrate the arrival of the army": who rejoices protests against nobody."""
    if trigger.label != "protest" or head.upos != "VERB" or head.lemma == "protest":
        return False
    meant = children(sentence, head.index, "xcomp", "advcl")
    beside = children(sentence, head.index, "obl", "obj")
    how = [t for t in beside if not {"in", "with"}.isdisjoint(cases_of(sentence, t))]
    return any(t.lemma.lower() in _REJOICING for t in meant) or any(t.lemma.lower() in _JOY for t in how)


def _fitted_with(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Machinegun-equipped vehicles": what a thing is fitted with helps nobody."""
    before = sentence.tokens[head.index - 1].text if head.index else ""
    return trigger.label in {"assist", "arm"} and head.lemma.lower() == "equip" and before in {"-", "‑", "–"}


def _called_a_lie(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Dismissed the reports as disinformation": who calls something a lie spreads none."""
    return (
        trigger.label == "restrict"
        and head.lemma.lower() in {"disinformation", "misinformation", "propaganda"}
        and "as" in cases_of(sentence, head)
    )
