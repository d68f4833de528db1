"""Words of harm and of movement in phrases that tell none: life that returns, a toll that may rise, a suicide.

Of such phrases the annotated reports and ``training/fresh.jsonl`` have a dozen, one of them with a claim (a toll that
could rise); "eliminating the last pockets" kills nobody who is told of.
"""

from __future__ import annotations

from collections.abc import Callable

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import DONE_TO, cases_of, children, governor_of, has_lemma, has_word, objects_of
from situate.extract.tree.words import HELPERS, TRUCES, UNDOING
from situate.extract.triggers.by_hand import shot_at_nobody
from situate.extract.triggers.charged import only_charged
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
_COMING_BACK = frozenset({"return", "come", "bring", "sit", "get", "go"})
_WARS = frozenset({"war", "conflict", "fighting", "violence", "crisis", "insurgency"})
_LANDS = frozenset({"country", "nation", "region", "economy", "state", "land", "society", "infrastructure"})
_ROUTS = frozenset({"retreat", "flight", "panic", "disarray", "exile", "hiding", "chaos"})
_LACKING = frozenset({"access", "need", "lack", "want", "shortage"})
_DECIDED = frozenset({"fate", "deal", "victory", "win", "agreement", "promotion"})
_DONE_TO = ("obj", "nsubj", "nsubj:pass")
_PARTS = frozenset({
    "wave", "belt", "vest", "wall", "radius", "scare", "hoax", "threat", "alert", "squad", "disposal", "shelter",
    "maker",
})  # fmt: skip
_WEAPONS = frozenset(
    {"grenade", "bomb", "mine", "landmine", "explosive", "ied", "device", "mortar", "rocket", "vest", "belt"}
)
_FINDING = frozenset({
    "find", "seize", "recover", "confiscate", "discover", "carry", "possess", "own", "unearth", "defuse", "dismantle",
    "deactivate", "disarm", "uncover", "intercept",
})  # fmt: skip
_SAPPERS = frozenset({"sapper", "deminer", "de-miner", "pyrotechnician"})
_CHECKPOINTS = frozenset({"checkpoint", "roadblock"})
_GEAR = frozenset({"fatigue", "fatigues", "uniform", "gear", "boot", "helmet", "vest", "dress", "trousers"})
_CROWD_MEANS = frozenset({"tear", "pepper", "rubber", "stun", "water", "beanbag"})
_FIRED_AT_CROWDS = frozenset(
    {"gas", "spray", "bullet", "grenade", "cannon", "canister", "shell", "round", "bomb", "cartridge", "pellet"}
)
_CLEARING = frozenset({"eliminate", "wipe", "uproot", "eradicate"})
_UNLAWFUL = frozenset(
    {"ban", "banned", "outlaw", "outlawed", "forbid", "forbidden", "prohibit", "prohibited", "proscribe"}
)
_HARMING = frozenset({"kill", "wound", "injure", "leave", "destroy", "damage", "hit", "strike", "target", "flatten"})
_PICTURES = frozenset({"picture", "photo", "photograph", "image", "video", "footage", "frame", "grab"})
_WRITTEN = frozenset({"report", "story", "article", "reporting", "coverage", "piece"})
_FILLING = frozenset({"swamp", "swamped", "overwhelm", "overwhelmed", "inundate", "inundated", "flood", "flooded"})
_CRIMES = frozenset({
    "massacre", "crime", "atrocity", "murder", "killing", "act", "abuse", "violation", "genocide", "offence", "offense",
    "aggression", "attack", "rape", "suicide", "theft", "mistake", "error",
})  # fmt: skip
_PLANS = HELPERS | {  # what aid is meant by
    "partners", "agencies", "agency", "ngos", "ngo", "who", "fao", "unfpa", "ifrc", "cluster", "programme", "program",
    "response", "plan", "project", "appeal", "campaign", "vaccination", "organisations", "organizations",
}  # fmt: skip
_HELD = frozenset({
    "control", "hold", "grip", "ground", "territory", "position", "post", "area", "access", "possession", "trench",
    "height", "settlement", "mile", "kilometre", "kilometer", "km", "acre", "hectare", "foothold", "war",
    "battle", "one", "weapon", "vehicle", "tank", "equipment", "base", "front", "line",
})  # fmt: skip
_SERVICES = frozenset({
    "bakery", "hospital", "clinic", "school", "market", "pharmacy", "shop", "factory", "plant", "university", "bank",
    "generator", "well", "mill", "church", "mosque",
})  # fmt: skip
_AIRFIELDS = frozenset({"base", "field", "port", "strip", "force", "defence", "defense", "bridge", "corridor"})


def no_harm(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether a trigger of a type stands in a phrase that tells no happening of that type; ``head`` heads it."""
    told_otherwise = shot_at_nobody(sentence, trigger.label, head) or only_charged(sentence, trigger, head)
    return told_otherwise or any(rule(sentence, head) for rule in _RULES.get(trigger.label, ()))


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
    verb = governor_of(sentence, head) or head
    told = head.lemma.lower() == "suicide" and verb.lemma.lower() in _DYING and head.deprel in {"obj", "nsubj:pass"}
    return told and not any(part in t.text.lower() for t in sentence.tokens for part in _BLASTS)


def _may_rise(sentence: Sentence, head: Token) -> bool:
    """ "The death toll could rise": so far nobody more has died."""
    toll = head if head.lemma.lower() == "toll" or head.deprel != "compound" else sentence.tokens[head.head]
    verb = governor_of(sentence, toll, "nsubj")
    if verb is None or toll.lemma.lower() != "toll":
        return False
    ruled = [verb, *(children(sentence, verb.index, "xcomp") if verb.lemma.lower() in {"likely", "expect"} else ())]
    modal = has_word(sentence, verb, _MODALS, "aux")
    return any(t.lemma.lower() in _RISING for t in ruled) and (modal or len(ruled) > 1)


def _cleared(sentence: Sentence, head: Token) -> bool:
    """ "Eliminating the last strongholds": a place is no dead."""
    things = objects_of(sentence, head)
    cleared = head.lemma.lower() in _CLEARING and head.upos == "VERB" and bool(things)
    return cleared and all(kind_of(sentence, t.index) == "place" for t in things)


def _no_dead(sentence: Sentence, head: Token) -> bool:
    """ "The noise died down", "is dead set against the law"."""
    after = sentence.tokens[head.index + 1].text.lower() if head.index + 1 < len(sentence.tokens) else ""
    return (head.lemma.lower() == "die" and after in {"down", "away"}) or (
        head.text.lower() == "dead" and after in {"set", "against", "end", "certain"}
    )


def _held_up(sentence: Sentence, head: Token) -> bool:
    """ "Was stopped at a checkpoint by the militia": who is held up there attacked nobody."""
    where = [*children(sentence, head.index, "obl"), *children(sentence, head.index, "nmod")]
    passive = bool(children(sentence, head.index, "aux:pass", "nsubj:pass")) or head.deprel == "acl"
    return head.lemma.lower() == "stop" and passive and any(t.lemma.lower() in _CHECKPOINTS for t in where)


def _dismissed(sentence: Sentence, head: Token) -> bool:
    """ "Workers fired in January", "fired his cabinet": who is fired has lost his work.

    Shots and shells are fired too, and people are fired at.
    """
    after = sentence.tokens[head.index + 1].text.lower() if head.index + 1 < len(sentence.tokens) else ""
    if head.lemma.lower() == "fire" and after in _AT | {"upon"}:
        return False  # "was fired at by soldiers"
    fired = [t for t in objects_of(sentence, head) if not _at_somebody(sentence, head)]
    if head.lemma.lower() == "fire" and any(_holds_office(sentence, t) for t in fired):
        return True
    whom = children(sentence, head.index, "nsubj:pass")
    if head.deprel == "acl" and head.head >= 0 and not children(sentence, head.index, "obj", "nsubj"):
        whom = [sentence.tokens[head.head]]
    elif head.index and not children(sentence, head.index, "nsubj", "obj", "aux") and not _at_somebody(sentence, head):
        whom = [sentence.tokens[head.index - 1]]  # a clause that the tree hangs elsewhere
    return head.lemma.lower() == "fire" and any(kind_of(sentence, t.index) == "people" for t in whom)


_AT = frozenset({"at", "on", "into", "towards"})
_OFFICES = frozenset({
    "cabinet", "chief", "head", "judge", "governor", "ambassador", "director", "staff", "boss", "prosecutor", "deputy",
    "secretary", "envoy", "adviser", "advisor", "manager", "aide", "coach", "premier", "chairman", "board", "spokesman",
    "speaker", "mayor",
})  # fmt: skip


def _holds_office(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun or a name stands for somebody who can be dismissed."""
    return noun.lemma.lower() in _OFFICES or (
        noun.upos in {"NOUN", "PROPN"} and kind_of(sentence, noun.index) in {"people", "actor"}
    )


def _at_somebody(sentence: Sentence, head: Token) -> bool:
    beside = (t for t in children(sentence, head.index, "obl") if kind_of(sentence, t.index) != "time")
    return any(not _AT.isdisjoint(cases_of(sentence, t)) for t in beside)


def _on_a_crowd(sentence: Sentence, head: Token) -> bool:
    """ "Police fired tear gas": told by the words for what is done to crowds, and no attack beside that."""
    means = children(sentence, head.index, *_DONE_TO) if head.upos == "VERB" else []
    means = [t for t in means if t.lemma.lower() in _FIRED_AT_CROWDS]  # no "water tower"
    with_those = [c.lemma.lower() for t in means for c in children(sentence, t.index, "compound", "amod")]
    tear_gas = bool(means) and sentence.tokens[head.index + 1 :][:1] and sentence.tokens[head.index + 1].lemma == "tear"
    return bool(tear_gas) or not _CROWD_MEANS.isdisjoint(with_those)


def _no_troops(sentence: Sentence, head: Token) -> bool:
    """ "I went to the market": who tells of his own way is no force that is sent; nor is who flees."""
    alone = has_word(sentence, head, {"i", "she"}, "nsubj")
    return _into_retreat(sentence, head) or (alone and head.lemma.lower() in {"go", "come", "travel", "arrive"})


def _worn(sentence: Sentence, head: Token) -> bool:
    """ "In combat fatigues"."""
    return head.deprel == "compound" and sentence.tokens[head.head].lemma.lower() in _GEAR


def _of_the_mind(sentence: Sentence, head: Token) -> bool:
    """Who destroys a hold on somewhere, or a hope, breaks no thing."""
    things = objects_of(sentence, head)
    return bool(things) and all(t.lemma.lower() in _HOLDS for t in things)


def _part_of_blast(sentence: Sentence, head: Token) -> bool:
    """ "The blast wave", "a blast wall"."""
    return head.deprel == "compound" and sentence.tokens[head.head].lemma.lower() in _PARTS


def _only_found(sentence: Sentence, head: Token) -> bool:
    """ "Found a pistol and a hand grenade in his possession": what is only found has not gone off."""
    if head.deprel == "root" and not any(t.upos == "VERB" for t in sentence.tokens):
        return head.lemma.lower() in _WEAPONS  # an item of a list: "five hand grenades"
    first = governor_of(sentence, head, "compound") or head  # "a car bomb", read by its first word
    weapon = first.lemma.lower()
    while first.deprel == "conj" and first.head >= 0:
        first = sentence.tokens[first.head]
    verb = governor_of(sentence, first, "obj", "nsubj:pass")
    verbs = [verb, governor_of(sentence, verb, "conj")] if verb is not None else []  # "found and destroyed"
    return weapon in _WEAPONS and any(v is not None and v.lemma.lower() in _FINDING for v in verbs)


def _made_safe(sentence: Sentence, head: Token) -> bool:
    """ "The mine was cleared by sappers", "deminers cleared the village": who makes a place safe does not take it."""
    who = children(sentence, head.index, "nsubj", "obl:agent")
    mines = has_lemma(sentence, head, _WEAPONS, *DONE_TO)
    return head.lemma == "clear" and (mines or any(t.lemma.lower() in _SAPPERS for t in who))


def _sealed(sentence: Sentence, head: Token) -> bool:
    """ "Their fate is sealed": what is decided is not surrounded."""
    verb = governor_of(sentence, head, "xcomp") or head
    above = governor_of(sentence, verb, "xcomp") or verb
    what = [t for v in {head.index, verb.index, above.index} for t in children(sentence, v, *_DONE_TO)]
    return head.lemma.lower() == "seal" and any(t.lemma.lower() in _DECIDED for t in what)


def _under_rubble(sentence: Sentence, head: Token) -> bool:
    """Who is trapped under rubble is not besieged, nor in want of anything."""
    return head.lemma.lower() in {"trap", "bury"} and has_lemma(sentence, head, _FALLEN, "obl", "nmod")


def _at_the_table(sentence: Sentence, head: Token) -> bool:
    """ "To return to the negotiating table": where nobody sits, nobody talks."""
    table = governor_of(sentence, head, "amod", "compound") or head
    back = governor_of(sentence, table) or table
    return table.lemma.lower() == "table" and back.lemma.lower() in _COMING_BACK


def _on_strike(sentence: Sentence, head: Token) -> bool:
    """ "Downed tools"."""
    return head.lemma.lower() == "down" and any(t.lemma == "tool" for t in children(sentence, head.index, "obj"))


def _by_the_war(sentence: Sentence, head: Token) -> bool:
    """ "The war has devastated the country": all of it, and nothing that is told of."""
    doers = children(sentence, head.index, "nsubj", "obl:agent")
    things = objects_of(sentence, head)
    war = any(t.lemma.lower() in _WARS for t in doers)
    return war and bool(things) and all(t.lemma.lower() in _LANDS for t in things)


def _order_restored(sentence: Sentence, head: Token) -> bool:
    """ "Security and stability were restored": nobody hands over a town."""
    things = objects_of(sentence, head)
    return head.lemma == "restore" and bool(things) and all(t.lemma.lower() in _ABSTRACT for t in things)


def _called_unlawful(sentence: Sentence, head: Token) -> bool:
    """ "Banned weapons", "the group (banned in Orland)": what a thing is called restricts nobody in what is told."""
    word = {head.lemma.lower(), head.text.lower()}
    before = head.deprel == "amod" and head.head > head.index
    beside = children(sentence, head.index, "obl", "obl:agent", "obl:unmarked", "advcl", "xcomp", "obj")
    behind = head.deprel in {"acl", "amod"} and all(cases_of(sentence, t) == ["in"] for t in beside)
    return (before or behind) and not word.isdisjoint(_UNLAWFUL)


def _ejected(sentence: Sentence, head: Token) -> bool:
    """ "The pilot was forced to eject": who leaves his plane is put out of no place."""
    return head.lemma.lower() == "eject" and not children(sentence, head.index, "obj", "nsubj:pass", "aux:pass")


def _deadly_raid(sentence: Sentence, head: Token) -> bool:
    """ "The raids killed 21 people", "the raid left houses in ruins": what does harm is no measure of police."""
    verb = governor_of(sentence, head, "nsubj")
    return head.lemma.lower() == "raid" and verb is not None and verb.lemma.lower() in _HARMING


def _handed_out(sentence: Sentence, head: Token) -> bool:
    """ "In this handout picture": a picture that somebody gives to the press helps nobody."""
    picture = governor_of(sentence, head, "compound", "amod") or head
    return "handout" in {head.text.lower(), head.lemma.lower()} and (
        picture is not head and picture.lemma.lower() in _PICTURES
    )


def _wrote(sentence: Sentence, head: Token) -> bool:
    """ "Agencies contributed to this report": who helps to write gives nobody anything."""
    return head.lemma.lower() == "contribute" and has_lemma(sentence, head, _WRITTEN, "obl", "nmod")


def _crowded(sentence: Sentence, head: Token) -> bool:
    """ "Hospitals were swamped with casualties": what is full is not destroyed."""
    with_what = [t for t in children(sentence, head.index, "obl") if {"with", "by"} & set(cases_of(sentence, t))]
    people = any(kind_of(sentence, t.index) == "people" or t.lemma.lower() == "casualty" for t in with_what)
    return not _FILLING.isdisjoint({head.lemma.lower(), head.text.lower()}) and people


def _committed(sentence: Sentence, head: Token) -> bool:
    """ "The regime commits massacres": who commits a crime promises nothing."""
    return head.lemma.lower() == "commit" and has_lemma(sentence, head, _CRIMES, *DONE_TO)


def _bombs_fall(sentence: Sentence, head: Token) -> bool:
    """ "The use of barrel bombs, but they continue to fall": weapons that fall take no place."""
    verb = governor_of(sentence, head, "xcomp") or head
    doers = [t for v in {head.index, verb.index} for t in children(sentence, v, "nsubj")]
    if head.lemma.lower() != "fall" or not doers:
        return False
    they = any(t.text.lower() == "they" for t in doers)
    told = [t for t in sentence.tokens[: head.index] if t.upos == "NOUN"] if they else doers
    return any(kind_of(sentence, t.index) == "weapon" and t.text.lower() != t.lemma.lower() for t in told)


def _loses_no_place(sentence: Sentence, head: Token) -> bool:
    """ "The lira lost half its value", "the town lost its last bakery", "the party lost power": no place is taken."""
    things = [_part_of(sentence, t) for t in children(sentence, head.index, "obj")]
    if head.lemma != "lose" or head.upos != "VERB" or not things:
        return False
    if not any(_is_ground(sentence, t) for t in things):
        return True
    named = any(t.upos == "PROPN" for t in children(sentence, head.index, "nsubj"))  # a town, whatever it is taken for
    return named and all(t.lemma.lower() in _SERVICES for t in things)


def _part_of(sentence: Sentence, noun: Token) -> Token:
    """What a part is a part of: "half of the town", "20 percent of its value"."""
    of = (
        children(sentence, noun.index, "nmod") if noun.upos == "NUM" or kind_of(sentence, noun.index) != "other" else []
    )
    counts = noun.upos == "NUM" or noun.lemma.lower() in {"half", "third", "quarter", "percent", "%", "part", "most"}
    return next((t for t in of if counts), noun)


def _is_ground(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is what can be held: a place, ground, or the hold on it."""
    held = noun.upos in {"PROPN", "PRON"} or noun.lemma.lower() in _HELD
    return held or kind_of(sentence, noun.index) in {"place", "route"}


def _ends_a_truce(sentence: Sentence, head: Token) -> bool:
    """ "Suspended the ceasefire": told by the truce, which the model sees too, and no second one."""
    truces = [t for t in objects_of(sentence, head) if t.lemma.lower() in TRUCES] if head.upos == "VERB" else []
    seen = any(o.start <= t.start < o.end for t in truces for o in sentence.triggers if o.label == "ceasefire")
    return head.lemma in UNDOING and seen


def _aims_aid(sentence: Sentence, head: Token) -> bool:
    """ "Partners are targeting 45,000 households": whom aid is meant for is neither driven out nor attacked."""
    if head.lemma != "target" or head.upos != "VERB":
        return False
    who = children(sentence, head.index, "nsubj", "obl:agent")
    words = {t.text.lower() for w in who for t in (w, *children(sentence, w.index, "compound", "amod", "nmod"))}
    people = any(kind_of(sentence, t.index) == "people" for t in objects_of(sentence, head))
    return people and not _PLANS.isdisjoint(words)


def _for_comment(sentence: Sentence, head: Token) -> bool:
    """ "Did not respond to a request for comment", "did not answer calls": the press asked, and for words only."""
    verb = governor_of(sentence, head)
    asked = has_lemma(sentence, head, {"comment", "interview"}, "nmod", "obl")
    calls = verb is not None and verb.lemma == "answer" and head.lemma.lower() in {"call", "question"}
    return head.upos == "NOUN" and (asked or calls)


def _a_name(_: Sentence, head: Token) -> bool:
    """ "The Islamic Resistance attacked a base": what has a capital letter within a sentence is who, not what."""
    return head.index > 0 and head.upos in {"NOUN", "PROPN"} and head.text[:1].isupper()


def _renamed(_: Sentence, head: Token) -> bool:
    """ "A street was renamed": nobody takes it."""
    return head.lemma == "rename"


def _zone(sentence: Sentence, head: Token) -> bool:
    """ "The operation zone was extended": where operations are meant to be, and none that is told."""
    return head.deprel == "compound" and sentence.tokens[head.head].lemma.lower() in {"zone", "area", "room", "centre"}


def _lay_there(sentence: Sentence, head: Token) -> bool:
    """ "Killed by an unexploded shell", "destroyed an unexploded bomb": the verb tells what became of it."""
    thing = governor_of(sentence, head, "amod")
    verb = governor_of(sentence, thing) if thing is not None else None
    return head.text.lower() == "unexploded" and verb is not None and verb.upos == "VERB"


def _air_base(sentence: Sentence, head: Token) -> bool:
    """ "The air base attack": where planes stand, and who flies them, is no strike ("hit the bridge" is one)."""
    before = sentence.tokens[head.index - 1].text.lower() if head.index > 0 else ""
    return head.lemma.lower() in _AIRFIELDS and before in {"air", "-"}


def _into_retreat(sentence: Sentence, head: Token) -> bool:
    """ "Sending the army into a chaotic retreat": whom somebody drives away he does not post."""
    into = [t for t in children(sentence, head.index, "obl") if "into" in cases_of(sentence, t)]
    return head.lemma == "send" and any(t.lemma.lower() in _ROUTS for t in into)


def _out_of_reach(sentence: Sentence, head: Token) -> bool:
    """ "Without access to assistance", "in need of help": what people lack nobody gives them."""
    lacked = governor_of(sentence, head, "nmod") or head
    return head.upos == "NOUN" and lacked is not head and lacked.lemma.lower() in _LACKING


# Which phrases tell no happening of a type.
_RULES: dict[str, tuple[Callable[[Sentence, Token], bool], ...]] = {
    "return": (_life_returns,),
    "withdraw": (_life_returns,),
    "talks": (_met_with, _at_the_table),
    "handover": (_order_restored,),
    "assist": (_out_of_reach, _handed_out, _wrote),
    "restrict": (_called_unlawful, _ejected, _deadly_raid),
    "promise": (_committed,),
    "ceasefire": (_ends_a_truce,),
    "capture": (_bombs_fall, _loses_no_place, _made_safe, _renamed),
    "disrupt_weapons": (_lay_there,),
    "reject": (_a_name,),
    "request": (_for_comment,),
    "airstrike": (_air_base,),
    "suicide_bombing": (_own_death, _only_found),
    "kill": (_may_rise, _cleared, _no_dead),
    "deprivation": (_under_rubble,),
    "besiege": (_under_rubble, _sealed),
    "destroy": (_of_the_mind, _by_the_war, _crowded, _on_strike),
    "explosion": (_part_of_blast, _only_found),
    "repel": (_held_up,),
    "assault": (_on_a_crowd, _dismissed, _aims_aid, _zone),
    "shelling": (_on_a_crowd,),
    "deploy": (_no_troops,),
    "displace": (_aims_aid,),
    "clash": (_worn,),
}
