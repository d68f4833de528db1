"""Triggers of the model that another type fits better, by what stands around their words."""

from __future__ import annotations

from dataclasses import replace

from situate.extract.certainty.living import did_not_survive
from situate.extract.certainty.negation import GRANTING
from situate.extract.roles.aid import is_aid
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import children, has_lemma, objects_of, subjects_of
from situate.extract.tree.slots import head_of, trigger_head, trigger_tokens
from situate.extract.tree.words import CONVOYS, MINES, word_list
from situate.extract.triggers import by_hand
from situate.extract.triggers.deaths import DROPPED
from situate.extract.triggers.misread import exchanged, fled
from situate.extract.triggers.misread_people import jailed, lost, searched, taken, took_to_the_streets
from situate.extract.triggers.mutual import mutual
from situate.model.sentence import Labelled, Sentence, Token

_VIOLENT = frozenset({"violent", "violently", "hunger"})
_DEAD = frozenset({"body", "corpse", "remains", "skeleton"})
_SEXUAL = frozenset({"sexually", "sexual"})
_CROWDS = frozenset(
    {"student", "supporter", "protester", "demonstrator", "activist", "worker", "striker", "teacher", "peasant"}
)
_BUSES = frozenset({"bus", "coach", "minibus", "ambulance"})
_AIRCRAFT = frozenset({"plane", "aircraft", "warplane", "jet", "helicopter", "drone", "airplane", "bomber", "gunship"})
_THROWING = frozenset({"throw", "hurl", "lob", "toss", "fling"})
_LAYING = frozenset({"plant", "place", "hide", "lay", "leave"})
_THROWN = frozenset({"grenade", "bomb", "explosive", "dynamite"})


_OF_PEOPLE = (took_to_the_streets, jailed, lost, searched, taken)


_RIDES = frozenset({"vehicle", "car", "tractor", "motorcycle", "convoy", "patrol", "taxi", "rickshaw", "jeep", "cart"})
_DRIVEN_ON = frozenset({"hit", "strike", "trigger", "detonate"})


def on_a_mine(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What hits a mine is blown up by it, whoever laid it ("a bus hit a mine laid by rebels")."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"airstrike", "shelling", "assault"} or head is None or head.lemma not in _DRIVEN_ON:
        return trigger
    mine = has_lemma(sentence, head, MINES, "obj")
    rides = has_lemma(sentence, head, word_list("vehicles") | _RIDES, "nsubj")
    mine |= rides and has_lemma(sentence, head, {"bomb", "explosive", "device"}, "obj")
    return replace(trigger, label="explosion") if mine else trigger


_RELIEF = frozenset({"un", "nations", "cross", "crescent", "wfp", "unicef", "unhcr", "ocha", "programme", "program"})


def supplied(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A convoy of aid, or of those who bring it, does not advance ("the convoys of the United Nations entered").

    Nor does it flee or get away from anything ("trucks with flour are due to leave for the town").
    """
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"advance", "evacuate", "withdraw"} or head is None:
        return trigger
    subjects = children(sentence, head.index, "nsubj")
    pointing = any(t.text.lower() in {"it", "they"} for t in subjects)
    if head.deprel == "advcl" and pointing:  # "was looted after it entered"
        subjects = children(sentence, head.head, "nsubj", "nsubj:pass")
    movers = [t for t in subjects if t.lemma.lower() in CONVOYS]
    words = {t.text.lower() for m in movers for t in _around(sentence, m)}
    aid = any(is_aid(sentence, m, alone=False) for m in movers)
    return replace(trigger, label="deliver_aid") if aid or words & _RELIEF else trigger


_HOUSEHOLDS = frozenset({
    "everyone", "everybody", "family", "people", "resident", "civilian", "villager", "inhabitant", "household",
    "child",
})  # fmt: skip


def ran(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Everyone ran for the hills": people who bear no arms flee, they do not withdraw; nor are they taken out who
    "took flight".
    """
    head = trigger_head(sentence, trigger)
    flight = head is not None and any(t.lemma == "flight" for t in children(sentence, head.index, "obj"))
    if trigger.label == "evacuate" and head is not None and head.lemma == "take" and flight:
        return replace(trigger, label="displace")
    if trigger.label != "withdraw" or head is None or head.upos != "VERB":
        return trigger
    who = children(sentence, head.index, "nsubj")
    plain = bool(who) and all(t.lemma.lower() in _HOUSEHOLDS for t in who)
    return replace(trigger, label="displace") if plain else trigger


def died(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Two residents did not survive": they died, and lack nothing."""
    head = trigger_head(sentence, trigger)
    dead = trigger.label == "deprivation" and head is not None and did_not_survive(sentence, head)
    return replace(trigger, label="kill") if dead else trigger


def _around(sentence: Sentence, noun: Token) -> list[Token]:
    beside = children(sentence, noun.index, "compound", "nmod", "amod", "nmod:poss")
    return [*beside, *(c for t in beside for c in children(sentence, t.index, "compound", "flat", "amod"))]


_BACK_WITH = frozenset(
    {"people", "owner", "fold", "embrace", "bosom", "hand", "control", "rule", "authority", "homeland", "motherland"}
)


def regained(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A place that returns to somebody is taken ("the town returned to its people"): no people come back to it."""
    head = trigger_head(sentence, trigger)
    back = {"return": "return", "handover": "restore"}.get(trigger.label)  # "was restored to its people"
    if head is None or head.lemma not in {back, "return"} or back is None or head.upos != "VERB":
        return trigger
    named = {m.start for m in sentence.names if m.label == "LOC"}
    subjects = subjects_of(sentence, head)
    place = any(t.start in named or kind_of(sentence, t.index) == "place" for t in subjects)
    place = place or (head.lemma == "restore" and any(t.upos == "PROPN" for t in subjects))
    to = [t for t in children(sentence, head.index, "obl") if t.lemma.lower() in _BACK_WITH]
    led = any(c.text.lower() in {"to", "into"} for t in to for c in children(sentence, t.index, "case"))
    return replace(trigger, label="capture") if place and led else trigger


_BLOCKED_WAYS = frozenset({"corridor", "road", "route", "highway", "crossing", "bridge", "pass", "railway"})


def way_blockaded(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Blockaded the Lisk corridor": a way that is blockaded is cut, no place besieged."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "besiege" or head is None or head.upos != "VERB" or head.lemma not in {"blockade", "block"}:
        return trigger
    things = objects_of(sentence, head)
    ways = bool(things) and all(t.lemma.lower() in _BLOCKED_WAYS for t in things)
    return replace(trigger, label="cut_route") if ways else trigger


def relabelled(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that the rules of this module give it."""
    for rule in (
        flown, thrown, granted, sexual, in_a_grave, bused, occupied, overrun, way_blockaded, protested, fled,
        exchanged, on_a_mine, supplied, ran, died, mutual, regained, by_hand.small_arms, by_hand.with_bullets,
        by_hand.from_the_air, by_hand.into_the_air, by_hand.intercepted, by_hand.fallen, by_hand.on_foot,
        by_hand.on_the_ground, by_hand.one_bombing, by_hand.strike, by_hand.with_explosives, by_hand.with_shells,
        by_hand.owned_up_to, by_hand.fired, *_OF_PEOPLE,
    ):  # fmt: skip
        trigger = rule(sentence, trigger)
    return trigger


def occupied(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who occupies a station and bears no arms protests there ("students occupied the ministry")."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"capture", "control"} or head is None or head.upos != "VERB" or head.lemma != "occupy":
        return trigger
    doers = children(sentence, head.index, "nsubj", "obl:agent")
    doers += [c for doer in doers for c in children(sentence, doer.index, "conj")]
    crowd_of = any(t.lemma.lower() in _CROWDS for t in doers)
    return replace(trigger, label="protest") if crowd_of else trigger


def overrun(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who overruns somebody does not besiege him."""
    head = trigger_head(sentence, trigger)
    taken = trigger.label == "besiege" and head is not None and head.lemma == "overrun"
    return replace(trigger, label="capture") if taken else trigger


def sexual(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What is called sexual is abuse, whatever the model takes it for ("sexually assaulted", "a sexual attack")."""
    tokens = trigger_tokens(sentence, trigger)
    if not tokens or trigger.label not in {"assault", "kill", "clash", "abuse"}:
        return trigger
    said = [t for t in children(sentence, head_of(tokens).index, "advmod", "amod") if t.lemma in _SEXUAL]
    return replace(trigger, start=min(t.start for t in said), label="abuse") if said else trigger


def in_a_grave(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "A mass grave with 30 bodies": the grave tells of the dead, whatever lies in it."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "kill" or head is None or head.lemma.lower() not in _DEAD or head.deprel != "nmod":
        return trigger
    grave = sentence.tokens[head.head]
    first = min([grave, *children(sentence, grave.index, "amod", "compound")], key=lambda t: t.start)
    return replace(trigger, start=first.start, end=grave.end) if grave.lemma.lower() == "grave" else trigger


def protested(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What is called violent is a riot, what people do by going hungry none; who protests to somebody says so only."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "protest" or head is None:
        return trigger
    to = [c.text.lower() for o in children(sentence, head.index, "obl") for c in children(sentence, o.index, "case")]
    if head.upos == "VERB" and head.lemma == "protest" and "to" in to:
        return replace(trigger, label="accuse")
    beside = children(sentence, head.index, "amod", "advmod", "compound")
    said = [t for t in beside if t.lemma in _VIOLENT and t.end <= trigger.start]
    return replace(trigger, start=min(t.start for t in said)) if said else trigger


def bused(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who leaves on buses or in ambulances is taken out, fighters too."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"withdraw", "displace"} or head is None or head.upos != "VERB":
        return trigger
    carried = any(t.lemma in _BUSES for t in children(sentence, head.index, "obl", "obj"))
    return replace(trigger, label="evacuate") if carried else trigger


def flown(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What aircraft strike is struck from the air, however the verb reads ("planes shelled", "a drone killed two").

    Barrel bombs and guided bombs are dropped.
    """
    head = trigger_head(sentence, trigger)
    words = (t.text.lower() for t in trigger_tokens(sentence, trigger))
    if trigger.label == "explosion" and head is not None and head.upos == "NOUN":
        before = sentence.tokens[max(0, head.index - 2) : head.index]
        dropped = not DROPPED.isdisjoint({*words, *(t.text.lower() for t in before)})
        return replace(trigger, label="airstrike") if dropped else trigger
    raided = trigger.label == "restrict" and head is not None and head.lemma.lower() == "raid"
    if head is None or (trigger.label not in {"shelling", "assault", "kill"} and not raided):
        return trigger
    if head.upos == "NOUN" and head.deprel == "obj":  # "jets carried out a raid"
        head = sentence.tokens[head.head]
    if head.upos != "VERB":
        return trigger
    doers = children(sentence, head.index, "nsubj", "obl:agent")
    by_air = any(
        t.lemma.lower().removesuffix("s") in _AIRCRAFT or t.lemma.lower() in _AIRCRAFT or _is_air_force(sentence, t)
        for t in doers
    )
    return replace(trigger, label="airstrike") if by_air else trigger


def _is_air_force(sentence: Sentence, doer: Token) -> bool:
    """ "The air force", "air forces of both sides": a force of aircraft, in whatever way the tree joins the words."""
    before = sentence.tokens[doer.index - 1].text.lower() if doer.index else ""
    return doer.lemma.lower() in {"force", "forces"} and before == "air"


def thrown(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who throws a grenade shells nobody, and means to live; who plants a bomb does not fly."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"shelling", "suicide_bombing", "airstrike"} or head is None:
        return trigger
    if head.lemma not in (_LAYING if trigger.label == "airstrike" else _THROWING):
        return trigger
    things = objects_of(sentence, head)
    return replace(trigger, label="explosion") if any(t.lemma.lower() in _THROWN for t in things) else trigger


def granted(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What is approved is not refused ("a convoy has been approved"), unless the words say that it was not."""
    tokens = trigger_tokens(sentence, trigger)
    head = head_of(tokens) if tokens else None
    if trigger.label != "deny_aid" or head is None or head.lemma not in GRANTING:
        return trigger
    before = sentence.tokens[max(0, head.index - 4) : head.index]
    denied = any(t.lemma.lower() in {"not", "n't", "never", "no", "without"} for t in before)
    return trigger if denied else replace(trigger, label="agreement")


def crowd(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Tens of thousands protested the killing": many people protest in the street, an envoy by what he says.

    So do "activists protesting a plan".
    """
    head = trigger_head(sentence, trigger)
    if trigger.label != "accuse" or head is None or head.lemma != "protest":
        return trigger
    doers = children(sentence, head.index, "nsubj")
    doers += [sentence.tokens[head.head]] if head.deprel == "acl" and head.head >= 0 else []
    many = [t for t in doers if kind_of(sentence, t.index) == "people"]
    counted = any(t.lemma != t.text.lower() or t.upos == "NUM" for t in many if t.upos in {"NOUN", "NUM"})
    return replace(trigger, label="protest") if counted else trigger
