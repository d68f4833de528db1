"""Words of harm and of movement in phrases that tell none: life that returns, a toll that may rise, a suicide.

Of such phrases the annotated reports and ``training/fresh.jsonl`` have a dozen, one of them with a claim (a toll that
could rise); "eliminating the last pockets" kills nobody who is told of.
"""

from __future__ import annotations

from situate.extract.phrases import cases_of, children, kind_of
from situate.model.sentence import Labelled, Sentence, Token

# What returns to a place without anybody coming home.
_ABSTRACT = frozenset({
    "life", "normality", "normalcy", "calm", "peace", "quiet", "stability", "order", "security", "hope", "confidence",
    "violence", "law", "power", "electricity", "water", "service", "trade", "traffic", "democracy", "rule", "tension",
})  # fmt: skip
_DYING = frozenset({"commit", "attempt", "contemplate", "consider"})
_BLASTS = ("bomb", "explo", "blast", "detonat", "blew", "blow", "vest", "belt", "attacker")
_RISING = frozenset({"rise", "increase", "grow", "climb", "mount"})
_MODALS = frozenset({"could", "may", "might", "will", "would"})
_FALLEN = frozenset({"rubble", "debris", "wreckage", "ruin", "wreck"})
_HOLDS = frozenset({
    "hold", "grip", "hope", "dream", "myth", "illusion", "image", "credibility", "legitimacy", "confidence", "trust",
    "unity", "chance", "reputation", "career", "morale",
})  # fmt: skip
_DECIDED = frozenset({"fate", "deal", "victory", "win", "agreement", "promotion"})
_DONE_TO = ("obj", "nsubj", "nsubj:pass")
_JOY = frozenset({"celebrate", "cheer", "rejoice", "welcome", "greet", "hail", "dance"})
_PARTS = frozenset({"wave", "belt", "vest", "wall", "radius"})  # "the blast wave", "a blast wall"
_CLEARING = frozenset({"eliminate", "wipe", "uproot", "eradicate"})


def no_harm(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether a trigger of a type stands in a phrase that tells no happening of that type; ``head`` heads it."""
    rule = _RULES.get(trigger.label)
    return rule is not None and rule(sentence, head)


def _life_returns(sentence: Sentence, head: Token) -> bool:
    """ "The gradual return of life", "calm returned to the town"."""
    of = [t for t in children(sentence, head.index, "nmod") if "of" in cases_of(sentence, t)]
    what = of if head.upos == "NOUN" else children(sentence, head.index, "nsubj")
    return bool(what) and all(t.lemma.lower() in _ABSTRACT for t in what)


def _met_with(sentence: Sentence, head: Token) -> bool:
    """ "Protests that were met with force": nobody meets anybody."""
    about = children(sentence, head.index, "obl")
    passive = bool(children(sentence, head.index, "aux:pass"))
    return head.lemma.lower() == "meet" and passive and any("with" in cases_of(sentence, t) for t in about)


def _own_death(sentence: Sentence, head: Token) -> bool:
    """Who commits or attempts suicide bombs nobody, where the sentence tells of no explosion."""
    verb = sentence.tokens[head.head] if head.head >= 0 else head
    told = head.lemma.lower() == "suicide" and verb.lemma.lower() in _DYING and head.deprel in {"obj", "nsubj:pass"}
    return told and not any(part in t.text.lower() for t in sentence.tokens for part in _BLASTS)


def _may_rise(sentence: Sentence, head: Token) -> bool:
    """ "The death toll could rise": so far nobody more has died."""
    toll = head if head.lemma.lower() == "toll" or head.deprel != "compound" else sentence.tokens[head.head]
    verb = sentence.tokens[toll.head] if toll.head >= 0 and toll.deprel == "nsubj" else None
    if verb is None or toll.lemma.lower() != "toll":
        return False
    ruled = [verb, *(children(sentence, verb.index, "xcomp") if verb.lemma.lower() in {"likely", "expect"} else ())]
    modal = any(t.text.lower() in _MODALS for t in children(sentence, verb.index, "aux"))
    return any(t.lemma.lower() in _RISING for t in ruled) and (modal or len(ruled) > 1)


def _cleared(sentence: Sentence, head: Token) -> bool:
    """ "Eliminating the last strongholds": a place is no dead."""
    things = children(sentence, head.index, "obj", "nsubj:pass")
    cleared = head.lemma.lower() in _CLEARING and head.upos == "VERB" and bool(things)
    return cleared and all(kind_of(sentence, t.index) == "place" for t in things)


def _killed(sentence: Sentence, head: Token) -> bool:
    return _may_rise(sentence, head) or _cleared(sentence, head)


def _of_the_mind(sentence: Sentence, head: Token) -> bool:
    """Who destroys a hold on somewhere, or a hope, breaks no thing."""
    things = children(sentence, head.index, "obj", "nsubj:pass")
    return bool(things) and all(t.lemma.lower() in _HOLDS for t in things)


def _part_of_blast(sentence: Sentence, head: Token) -> bool:
    return head.deprel == "compound" and sentence.tokens[head.head].lemma.lower() in _PARTS


def _sealed(sentence: Sentence, head: Token) -> bool:
    """ "Their fate is sealed": what is decided is not surrounded."""
    verb = sentence.tokens[head.head] if head.deprel == "xcomp" and head.head >= 0 else head
    above = sentence.tokens[verb.head] if verb.deprel == "xcomp" and verb.head >= 0 else verb
    what = [t for v in {head.index, verb.index, above.index} for t in children(sentence, v, *_DONE_TO)]
    return head.lemma.lower() == "seal" and any(t.lemma.lower() in _DECIDED for t in what)


def _ringed(sentence: Sentence, head: Token) -> bool:
    return _under_rubble(sentence, head) or _sealed(sentence, head)


def _under_rubble(sentence: Sentence, head: Token) -> bool:
    """Who is trapped under rubble is not besieged, nor in want of anything."""
    under = children(sentence, head.index, "obl", "nmod")
    return head.lemma.lower() in {"trap", "bury"} and any(t.lemma.lower() in _FALLEN for t in under)


def _for_joy(sentence: Sentence, head: Token) -> bool:
    """Who takes to the streets to celebrate protests against nobody ("to celebrate the arrival of the army")."""
    purpose = children(sentence, head.index, "xcomp", "advcl")
    return head.lemma.lower() == "take" and any(t.lemma.lower() in _JOY for t in purpose)


_RULES = {
    "protest": _for_joy,
    "return": _life_returns,
    "talks": _met_with,
    "suicide_bombing": _own_death,
    "kill": _killed,
    "deprivation": _under_rubble,
    "besiege": _ringed,
    "destroy": _of_the_mind,
    "explosion": _part_of_blast,
}
