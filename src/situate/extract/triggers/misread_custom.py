"""Words of war and aid that tell what is always so: a load, a law, a habit, a war in its third year. None of it is a
happening; nor are the dead who are given back.

"Trucks carrying flour" tells what they carried, "the laws of war forbid it" what nobody has just forbidden, "water
comes every third day" what is so on any day.
"""

from __future__ import annotations

from situate.extract.tree.relations import (
    SUBJECTS,
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_word,
    objects_of,
    subtree,
)
from situate.extract.tree.slots import antecedent
from situate.extract.tree.words import CORPSES, word_list
from situate.model.sentence import Labelled, Sentence, Token

_VEHICLES = frozenset({"convoy", "truck", "lorry", "vehicle", "ship", "boat", "plane", "train", "flight", "caravan"})
_LOADED = frozenset({"carry", "load", "lade", "laden", "haul", "bear"})
_WARS = frozenset({"war", "conflict", "fighting", "insurgency", "rebellion"})
_AGES = frozenset({"year", "month", "week", "decade", "day"})
_NONE = frozenset({"little", "no", "scant", "minimal", "negligible", "hardly", "any"})
_CAPTIVES = word_list("captives")
_RULES = frozenset({
    "law", "convention", "rule", "charter", "constitution", "truce", "deal", "agreement", "treaty", "plan", "ceasefire",
    "accord", "pact",
})  # fmt: skip
_RULING = frozenset({"forbid", "prohibit", "ban", "provide", "require", "protect", "allow", "permit", "guarantee"})
_COMING = frozenset({"come", "arrive", "enter", "leave", "reach", "run", "go", "pass", "flow"})
_SUPPLYING = frozenset({"supply", "provide", "feed", "serve"})
_WORKS = frozenset({
    "spring", "well", "source", "river", "lake", "reservoir", "dam", "canal", "pipeline", "pipe", "plant", "station",
    "grid", "line", "cable", "network", "refinery", "field", "generator", "aquifer",
})  # fmt: skip
_HARD = frozenset({"hard", "difficult", "impossible", "easy", "tough", "tricky"})
_LEAVING = frozenset({"leave", "flee", "abandon", "evacuate", "move", "relocate"})
_AID = frozenset({"deliver_aid", "evacuate", "assist", "deny_aid"})
_GOING = frozenset({"displace", "withdraw", "evacuate", "return"})
_TRADES = frozenset({
    "station", "shop", "store", "school", "bakery", "pharmacy", "clinic", "bank", "office", "restaurant", "cafe",
    "café", "kiosk", "business", "university", "mosque", "church", "headquarters", "hq", "base", "barracks", "outpost",
})  # fmt: skip
_GIVING = frozenset(
    {"hand", "return", "give", "turn", "collect", "exchange", "swap", "repatriate", "deliver", "surrender"}
)
_PASSENGERS = frozenset({"bus", "car", "taxi", "coach", "minibus", "driver", "motorist", "passenger"})


def always_so(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether a trigger, which ``head`` heads, tells no happening but what goes on, or is ruled, at any time."""
    if trigger.label in _AID and (_load(sentence, head) or _by_habit(sentence, head) or _hard_to_do(sentence, head)):
        return True
    if trigger.label in _AID and (_asked_for(sentence, head) or _for_comment(sentence)):
        return True
    if (trigger.label in _GOING and _are_left(sentence, head)) or _given_back(sentence, trigger, head):
        return True
    if trigger.label in {"open_route", "cut_route"}:
        return _of_a_trade(sentence, head)
    if trigger.label == "restrict" and head.lemma == "force":  # "forced to leave", which its own word tells
        return any(t.lemma in _LEAVING for t in children(sentence, head.index, "xcomp", "ccomp"))
    if (trigger.label, head.lemma) in {("displace", "population"), ("deploy", "hold")}:
        return True  # "had a population of 8,000", "the garrison is holding out"
    if trigger.label in {"restrict", "assist"} and _ruled(sentence, head):
        return True
    if trigger.label in {"clash", "reject"} and head.lemma == "resistance":
        return has_word(sentence, head, _NONE, "amod", "det", "advmod")
    if trigger.label == "clash":
        return _lasts(sentence, head)
    if trigger.label == "detain":
        former = has_lemma(sentence, head, {"former", "ex"}, "amod")
        return head.lemma.lower() in _CAPTIVES and former
    if trigger.label == "assist":  # "are sheltering in schools": those who need it
        return head.lemma == "shelter" and head.upos == "VERB" and not objects_of(sentence, head)
    return trigger.label in {"deny_aid", "support"} and _of_traffic(sentence, head)


def _of_a_trade(sentence: Sentence, head: Token) -> bool:
    """ "The few filling stations still open", "bakeries that had been reopened": nobody passes there."""
    of = [
        sentence.tokens[antecedent(sentence, head, t)] for t in (*objects_of(sentence, head), *_subject(sentence, head))
    ]
    noun = governor_of(sentence, head, "amod", "acl")
    return any(t.upos == "NOUN" and t.lemma.lower() in _TRADES for t in (*of, *([noun] if noun else [])))


def _subject(sentence: Sentence, head: Token) -> list[Token]:
    return [] if children(sentence, head.index, "obj") else children(sentence, head.index, "nsubj")


def _given_back(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Handed over the bodies of nine soldiers at Lisk": nobody dies there."""
    verb = governor_of(sentence, head, "obj", "nsubj:pass")
    corpses = trigger.label == "kill" and head.lemma.lower() in CORPSES
    return corpses and verb is not None and verb.lemma in _GIVING


def _are_left(sentence: Sentence, head: Token) -> bool:
    """ "The town has about 1,200 left": so many are there still (by the order of the words)."""
    before, behind = sentence.tokens[max(0, head.index - 1) : head.index], sentence.tokens[head.index + 1 :][:1]
    counted = head.text.lower() == "left" and bool(before) and before[0].upos == "NUM"
    return counted and (not behind or behind[0].upos == "PUNCT" or behind[0].text.lower() in {"in", "there", "inside"})


def _load(sentence: Sentence, head: Token) -> bool:
    """ "A convoy carrying flour", "the convoy, which was carrying vaccines": of what was on its way, what it was."""
    of = sentence.tokens[head.head] if head.deprel in {"acl", "acl:relcl"} else None
    return of is not None and head.lemma in _LOADED and of.lemma.lower() in _VEHICLES


def _asked_for(sentence: Sentence, head: Token) -> bool:
    """ "Please bring your ration cards": what somebody asks for is not told to be done."""
    return any(t.lemma.lower() == "please" for t in sentence.tokens[max(0, head.index - 2) : head.index])


def _for_comment(sentence: Sentence) -> bool:
    """ "We have not been able to reach the other side for its version": nobody is kept from a town."""
    reached = [t for t in sentence.tokens if t.lemma in {"reach", "contact"} and t.upos == "VERB"]
    asked = [c for t in reached for c in children(sentence, t.index, "obl", "obj")]
    asked += [c for t in asked for c in children(sentence, t.index, "nmod")]
    return any(t.lemma.lower() in {"comment", "version", "reply", "response"} for t in asked)


def _by_habit(sentence: Sentence, head: Token) -> bool:
    """ "Water comes every third day", "supplies enter only through smuggling", "buses leave when they are full".

    So is what a spring or a plant gives a town: "the spring that supplies the capital with water".
    """
    if not _in_present(sentence, head):
        return False
    if head.lemma in _SUPPLYING and any(_is_a_work(sentence, head, t) for t in children(sentence, head.index, "nsubj")):
        return True
    if head.lemma not in _COMING:
        return False
    often = children(sentence, head.index, "obl", "obl:unmarked", "obl:tmod", "obl:npmod")
    each = any(c.text.lower() in {"every", "each"} for t in often for c in children(sentence, t.index, "det"))
    only = any(c.text.lower() == "only" for t in (head, *often) for c in children(sentence, t.index, "advmod"))
    full = any(
        c.text.lower() in {"when", "whenever"}
        for t in children(sentence, head.index, "advcl")
        for c in children(sentence, t.index, "advmod", "mark")
    )
    return each or only or full


def _is_a_work(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Whether a subject is a spring or a plant, by itself or as what stands before "that"."""
    of = antecedent(sentence, verb, subject)
    before = {sentence.tokens[i] for i in subtree(sentence, of) if of != subject.index and i < verb.index}
    return any(t.upos == "NOUN" and t.lemma.lower() in _WORKS for t in (sentence.tokens[of], *before))


def _in_present(sentence: Sentence, verb: Token) -> bool:
    forms = {verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es", f"{verb.lemma[:-1]}ies"}
    return verb.upos == "VERB" and verb.text.lower() in forms and not children(sentence, verb.index, "aux", "aux:pass")


def _hard_to_do(sentence: Sentence, head: Token) -> bool:
    """ "Makes it harder to supply the town": what is hard to do is not told to be done."""
    above = governor_of(sentence, head)
    return above is not None and above.upos == "ADJ" and above.lemma.lower().removesuffix("er") in _HARD


def _ruled(sentence: Sentence, head: Token) -> bool:
    """ "The laws of war forbid it", "the truce provides for an exchange": what a text says, nobody does."""
    return head.lemma in _RULING and has_lemma(sentence, head, _RULES, "nsubj")


def _lasts(sentence: Sentence, noun: Token) -> bool:
    """ "The war in the valley is in its third year", "the conflict, now in its third year"."""
    if noun.lemma.lower() not in _WARS:
        return False
    over = [sentence.tokens[noun.head]] if noun.deprel == "nsubj" else children(sentence, noun.index, "nmod", "appos")
    ages = [t for t in over if t.lemma.lower() in _AGES and "in" in cases_of(sentence, t)]
    return any(t.lemma.lower() == "its" or t.text.lower() == "its" for a in ages for t in children(sentence, a.index))


def _of_traffic(sentence: Sentence, head: Token) -> bool:
    """ "Lorries were backed up for kilometres", "the last bus turned round": a jam and a driver refuse nobody aid."""
    up = {t.text.lower() for t in children(sentence, head.index, "compound:prt", "advmod")}
    jammed = (
        head.lemma == "back"
        and "up" in up
        and has_lemma(sentence, head, _VEHICLES | {"traffic", "queue", "car"}, *SUBJECTS)
    )
    return jammed or (
        head.lemma == "turn"
        and bool(up & {"round", "around", "back"})
        and has_lemma(sentence, head, _PASSENGERS, *SUBJECTS)
    )
