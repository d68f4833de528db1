"""Blows whose sort the words around them tell: fire of small arms, what comes from the air, people who fall."""

from __future__ import annotations

from dataclasses import replace

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, governor_of, has_lemma, objects_of
from situate.extract.tree.slots import antecedent, trigger_head, trigger_tokens
from situate.model.sentence import Labelled, Sentence, Token

_SMALL = frozenset({"small", "rifle", "gun", "machine", "machinegun", "sniper", "pistol", "automatic"})
_CROWDS = frozenset({
    "protest", "protester", "demonstration", "demonstrator", "march", "marcher", "rally", "crowd", "sit-in",
    "gathering",
})  # fmt: skip
_SMALL_FIRE = frozenset({"gunfire", "gunshot"})
_EXCHANGING = frozenset({"exchange", "trade"})
_FROM = frozenset({"from", "by"})
_SHELLS = frozenset({"shell", "artillery", "mortar", "rocket", "howitzer"})
_AFOOT = frozenset({"troop", "troops", "soldier", "police", "policeman", "officer", "commando", "ranger", "marine"})
_ALOFT = frozenset(
    {"air", "aerial", "plane", "warplane", "jet", "aircraft", "helicopter", "drone", "bomb", "bomber", "missile"}
)
_GUNS = frozenset({"mortar", "artillery", "howitzer", "cannon", "rocket"})
_GUNNERS = _GUNS - {"rocket"} | {"gunner", "artilleryman", "battery"}
_HEAVY = _GUNS | {"shell", "tank", "gun", "missile", "grenade", "flare", "talk"}
_IN_FLIGHT = frozenset({"drone", "missile", "rocket", "uav", "projectile", "quadcopter", "shell"})
_LIVE = frozenset({"live", "warning", "rubber", "blank"})
_WITH_RIFLES = frozenset({
    "police", "policeman", "officer", "guard", "gunman", "attacker", "assailant", "bandit", "robber", "man", "sniper",
    "shooter", "settler", "suspect",
})  # fmt: skip
_AT = frozenset({"at", "into", "on", "towards", "toward"})
_SENDING = frozenset({"fire", "launch", "lob", "shoot", "use"})
_GROUND_BLOWS = frozenset({"strike", "hit", "bomb", "attack", "target", "raid"})
_AFIELD = frozenset({  # who fights without aircraft, by the word
    "rebel", "militant", "militia", "militiaman", "insurgent", "jihadist", "islamist", "extremist", "terrorist",
    "gunman", "bandit", "separatist", "attacker", "assailant", "guerrilla", "raider", "gang", "gangster", "suspect",
})  # fmt: skip
_MEN = frozenset({"man", "group", "gang", "youth", "member", "fighter"})
_FAR_WEAPONS = frozenset({
    *_ALOFT - {"bomb"}, "airstrike", "uav", "artillery", "mortar", "howitzer", "cannon", "rocket", "shell", "tank",
    "barrel",
})  # fmt: skip
_FROM_ABOVE = frozenset({
    "aerial", "heavy", "intense", "intensive", "massive", "relentless", "indiscriminate", "carpet", "nearby",
    "saturation",
})  # fmt: skip
_WORK = frozenset({"union", "unionist", "wage", "salary", "striker", "walkout", "picket", "hunger", "general"})
_WORKERS = frozenset({"worker", "teacher", "nurse", "doctor", "student", "driver", "trader", "lawyer", "employee"})
_LINES_OF_WORK = frozenset({"railway", "rail", "railways", "metro", "underground", "pay", "wage", "salary"})
_HARMED = frozenset({"kill", "dead", "wound", "wounded", "injure", "injured"})
_BY_IT = frozenset({"in", "by", "from"})
_DAYS = frozenset({"day", "week", "month"})
_CARRYING_OUT = frozenset({"carry", "launch", "mount", "conduct", "stage"})
_STRIKING = frozenset(
    {"strike", "hit", "bomb", "bombard", "pound", "attack", "target", "shell", "raid", "throw", "drop"}
)


def small_arms(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who fires a rifle shells nobody: fire of small arms that is exchanged is a clash, else an attack."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "shelling" or head is None or head.upos != "NOUN":
        return trigger
    words = {t.lemma.lower() for t in (*trigger_tokens(sentence, trigger), *_before(sentence, head))}
    small = head.lemma.lower() == "fire" and words & _SMALL
    if not small and head.lemma.lower() not in _SMALL_FIRE:
        return trigger
    verb = governor_of(sentence, head)
    both = verb is not None and verb.lemma in _EXCHANGING
    return replace(trigger, label="clash" if both else "assault")


def with_bullets(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Police fired several rounds at the crowd": who fires bullets shells nobody."""
    head = trigger_head(sentence, trigger)
    bullets = trigger.label == "shelling" and head is not None and fires_bullets(sentence, head)
    return replace(trigger, label="assault") if bullets else trigger


def fires_bullets(sentence: Sentence, verb: Token) -> bool:
    """Whether the rounds that are fired are bullets, or gas: called live, fired by who has no guns, or at people.

    Those of mortars or of artillery, or of a calibre ("155mm rounds"), are shells.
    """
    what = children(sentence, verb.index, "obj", "nsubj:pass") if verb.lemma in {"fire", "shoot"} else []
    rounds = [t for one in what for t in (one, *children(sentence, one.index, "nmod")) if t.lemma.lower() == "round"]
    beside = [c for t in rounds for c in children(sentence, t.index, "amod", "compound", "nmod")]
    if not rounds or any(t.lemma.lower() in _HEAVY or t.text[:1].isdigit() for t in beside):
        return False
    live = any(t.lemma.lower() in _LIVE for t in beside)
    by = any(t.lemma.lower() in _WITH_RIFLES for t in children(sentence, verb.index, "nsubj", "obl:agent"))
    at = [t for t in children(sentence, verb.index, "obl") if not _AT.isdisjoint(cases_of(sentence, t))]
    armour = any(t.lemma.lower() in _HEAVY for t in children(sentence, verb.index, "nsubj"))
    people = any(t.lemma.lower() in _CROWDS or kind_of(sentence, t.index) == "people" for t in at)
    return live or by or (people and not armour)


def into_the_air(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Fired their guns into the air to end the march": shots that warn a crowd hit nobody."""
    head = trigger_head(sentence, trigger)
    warns = head is not None and _into_air(sentence, trigger.label, head) and _beside_a_crowd(sentence)
    return replace(trigger, label="crowd_control") if warns else trigger


def shot_at_nobody(sentence: Sentence, kind: str, head: Token) -> bool:
    """ "Fired into the air at the funeral": where there is no crowd to warn, nothing happened."""
    return _into_air(sentence, kind, head) and not _beside_a_crowd(sentence)


def _beside_a_crowd(sentence: Sentence) -> bool:
    return not sentence.lemmas.isdisjoint(_CROWDS)


def _into_air(sentence: Sentence, kind: str, head: Token) -> bool:
    verb = sentence.tokens[head.head] if head.upos == "NOUN" and head.deprel == "obj" else head
    if kind not in {"shelling", "assault", "clash"} or verb.lemma.lower() not in {"fire", "shoot"}:
        return False
    where = [t for one in (head, verb) for t in children(sentence, one.index, "obl", "nmod")]
    return any(
        t.lemma.lower() == "air" and c.text.lower() in {"into", "in"}
        for t in where
        for c in children(sentence, t.index, "case")
    )


def _before(sentence: Sentence, head: Token) -> list[Token]:
    beside = children(sentence, head.index, "compound", "amod")
    return [*beside, *(c for t in beside for c in children(sentence, t.index, "compound", "amod"))]


def from_the_air(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Struck the works from the air", "threw bombs from the sky": what comes from there is an air strike."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"shelling", "assault", "explosion"} or head is None or head.lemma not in _STRIKING:
        return trigger
    verbs = [head] if head.upos == "VERB" else []
    things = [t for verb in verbs for t in children(sentence, verb.index, "obj", "nsubj:pass", "obl")]
    beside = [t for one in (*verbs, *things) for t in children(sentence, one.index, "obl", "nmod", "advmod")]
    air = [t for t in beside if t.lemma.lower() in {"air", "sky"}]
    led = any(c.text.lower() in _FROM for t in air for c in children(sentence, t.index, "case"))
    return replace(trigger, label="airstrike") if led else trigger


def on_foot(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Troops killed four in two raids": soldiers and police raid on the ground, where nothing tells of the air."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "airstrike" or head is None or head.lemma.lower() != "raid" or head.head < 0:
        return trigger
    verb = sentence.tokens[head.head]
    who = children(sentence, verb.index, "nsubj", "obl:agent") if head.deprel in {"obl", "obj"} else []
    who += children(sentence, head.index, "compound")
    afoot = any(t.lemma.lower() in _AFOOT for t in who)
    return replace(trigger, label="assault") if afoot and _ALOFT.isdisjoint(sentence.lemmas) else trigger


def intercepted(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Intercepted a drone", "a rocket was intercepted": a weapon is stopped, no attack of men beaten off."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"repel", "shelling", "airstrike"} or head is None or head.lemma != "intercept":
        return trigger
    weapons = [t for t in objects_of(sentence, head) if t.lemma.lower() in _IN_FLIGHT] if head.upos == "VERB" else []
    return replace(trigger, label="disrupt_weapons") if weapons else trigger


def on_the_ground(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Gunmen struck a village", "rebels bombed a train": who has no aircraft attacks or lays bombs, where no means is
    told.
    """
    head = trigger_head(sentence, trigger)
    if trigger.label != "airstrike" or head is None or head.upos != "VERB" or head.lemma not in _GROUND_BLOWS:
        return trigger
    who = [sentence.tokens[antecedent(sentence, head, t)] for t in children(sentence, head.index, "nsubj", "obl:agent")]
    who += [c for t in who for c in children(sentence, t.index, "conj")]
    if not who or not all(_without_aircraft(sentence, t) for t in who) or _means_told(sentence):
        return trigger
    return replace(trigger, label="explosion" if head.lemma == "bomb" else "assault")


def _without_aircraft(sentence: Sentence, doer: Token) -> bool:
    lemma, beside = doer.lemma.lower(), children(sentence, doer.index, "compound", "amod")
    if lemma in _AFIELD:
        return True
    if lemma == "fighter":  # "two fighters bombed the airfield" are aircraft, those of a named band are men
        return any(t.upos == "PROPN" and t.deprel == "compound" for t in beside)
    return lemma in _MEN and any(t.lemma.lower() in {"armed", "masked", *_AFIELD} for t in beside)


def _means_told(sentence: Sentence) -> bool:
    """Whether a noun of the sentence tells of aircraft or of what they drop, of guns or of shells."""
    return any(t.lemma.lower() in _FAR_WEAPONS and t.upos in {"NOUN", "ADJ", "PROPN"} for t in sentence.tokens)


def one_bombing(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "A bombing killed 32", "two bombings": what is counted so is a bomb that goes off, where nobody is named whose
    aircraft could drop some.
    """
    head = trigger_head(sentence, trigger)
    if trigger.label != "airstrike" or head is None or head.upos != "NOUN" or head.lemma.lower() != "bombing":
        return trigger
    beside = children(sentence, head.index, "amod", "compound", "nmod:poss", "nummod", "det")
    counted = any(t.deprel == "nummod" or t.text.lower() in {"a", "another"} for t in beside)
    whose = any(t.text[:1].isupper() and t.index and t.deprel not in {"det", "nummod"} for t in beside)
    heavy = any(t.lemma.lower() in _FROM_ABOVE for t in beside)
    by = [t for t in children(sentence, head.index, "nmod", "obl:agent") if "by" in cases_of(sentence, t)]
    if not counted or whose or heavy or by or head.deprel == "compound" or _means_told(sentence):
        return trigger
    return replace(trigger, label="explosion")


def strike(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Two killed in strike on the town": what is aimed at a place or costs lives is no stoppage of work.

    "The strike entered its third day": that is one, where nobody is told to have been hit.
    """
    head = trigger_head(sentence, trigger)
    if head is None or head.lemma.lower() != "strike" or head.upos != "NOUN" or not sentence.lemmas.isdisjoint(_WORK):
        return trigger
    hits = [t for t in children(sentence, head.index, "nmod") if "on" in cases_of(sentence, t)]
    hits = [t for t in hits if t.lemma.lower() not in _LINES_OF_WORK and kind_of(sentence, t.index) != "time"]
    whose = has_lemma(sentence, head, _WORKERS, "compound", "nmod:poss", "nmod")
    deadly = not (sentence.lemmas.isdisjoint(_HARMED) or _BY_IT.isdisjoint(cases_of(sentence, head)) or whose)
    if trigger.label == "protest":
        return replace(trigger, label="airstrike") if hits or deadly else trigger
    verb = governor_of(sentence, head, "nsubj")
    days = children(sentence, verb.index, "obj", "obl:unmarked", "obl:tmod", "obl") if verb is not None else []
    lasts = verb is not None and verb.lemma == "enter" and any(t.lemma.lower() in _DAYS for t in days)
    return replace(trigger, label="protest") if trigger.label == "airstrike" and lasts and not hits else trigger


def fallen(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Two residents fell", "Fallen: two residents": people who fall die, and no place is taken."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "capture" or head is None or head.lemma != "fall" or head.upos != "VERB":
        return trigger
    who = children(sentence, head.index, "nsubj")
    if [t.text for t in sentence.tokens[head.index + 1 : head.index + 2]] == [":"]:  # an entry of a list
        who += children(sentence, head.index, "parataxis", "obj", "appos", "dep")
    counted = any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in who)
    people = counted and any(kind_of(sentence, t.index) == "people" for t in who)
    return replace(trigger, label="kill") if people else trigger


def with_explosives(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "An attack with explosives": a blast, and no gas."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"chemical_attack", "shelling", "assault"} or head is None:
        return trigger
    means = children(sentence, head.index, "nmod", "obl", "compound")
    if head.lemma.lower() == "act":  # "a terrorist act was committed: an explosive device killed two"
        means = [t for t in sentence.tokens if t.start >= trigger.end]
    return replace(trigger, label="explosion") if any(t.lemma.lower() == "explosive" for t in means) else trigger


def owned_up_to(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Claimed responsibility for the bombing": who does so laid the bomb."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "airstrike" or head is None or head.lemma.lower() != "bombing" or head.head < 0:
        return trigger
    above = sentence.tokens[head.head]
    return replace(trigger, label="explosion") if above.lemma in {"responsibility", "claim"} else trigger


def fired(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Shelling was heard; they said that the army had fired": who fires where shells fall shells."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "assault" or head is None or head.lemma != "fire" or children(sentence, head.index, "obj"):
        return trigger
    shells = any(t.label == "shelling" and t.end <= trigger.start for t in sentence.triggers)
    return replace(trigger, label="shelling") if shells and head.upos == "VERB" else trigger


def _hit_with_guns(sentence: Sentence, verb: Token) -> bool:
    """ "Targeted the quarter with mortars": what is struck with guns is shelled."""
    means = children(sentence, verb.index, "obl") if verb.upos == "VERB" and verb.lemma in _STRIKING else []
    return any("with" in cases_of(sentence, t) and t.lemma.lower() in _GUNS for t in means)


def _by_gunners(sentence: Sentence, verb: Token) -> bool:
    """ "Rebel gunners pounded the town": men at guns shell it; at a machine gun they do not."""
    if verb.upos != "VERB" or verb.lemma not in _STRIKING | {"pummel", "blast"}:
        return False
    doers = [t for t in children(sentence, verb.index, "nsubj", "obl:agent") if t.lemma.lower() in _GUNNERS]
    beside = [c.lemma.lower() for t in doers for c in children(sentence, t.index, "compound", "amod")]
    return bool(doers) and not {"machine", "door", "tail", "machine-gun"} & {*beside}


def with_shells(sentence: Sentence, trigger: Labelled) -> Labelled:
    """ "Carried out an attack on the town, firing artillery shells": an attack whose means are told is of that sort."""
    head = trigger_head(sentence, trigger)
    by_guns = head is not None and (_hit_with_guns(sentence, head) or _by_gunners(sentence, head))
    if trigger.label in {"assault", "airstrike"} and by_guns:
        return replace(trigger, label="shelling")
    if trigger.label != "assault" or head is None:
        return trigger
    verb = sentence.tokens[head.head] if head.upos == "NOUN" and head.deprel == "obj" and head.head >= 0 else head
    beside = children(sentence, verb.index, "obl") if "open" in {head.lemma, verb.lemma} else []
    if any("with" in cases_of(sentence, t) and t.lemma.lower() in _GUNS for t in beside):
        return replace(trigger, label="shelling")  # "opened fire on the town with mortars"
    if verb is not head and verb.lemma not in _CARRYING_OUT:
        return trigger
    sending = [t for t in children(sentence, verb.index, "advcl") if t.lemma in _SENDING and t.text.endswith("ing")]
    shells = [t for one in sending for t in children(sentence, one.index, "obj")]
    return replace(trigger, label="shelling") if any(t.lemma.lower() in _SHELLS for t in shells) else trigger
