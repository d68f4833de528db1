"""Triggers whose type turns on what is done to what: a town, aid on its way, people, positions, a ring.

The model tells verbs of taking, moving and letting by their words first. What they are said of decides: a town that is
"captured" is not held captive, people whom gunmen "took away" were not brought to safety, trucks "sent back" brought
nothing.
"""

from __future__ import annotations

from situate.extract.certainty.negation import GRANTING
from situate.extract.roles.aid import is_aid
from situate.extract.roles.captives import SEIZING
from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import PLACE_LABELS, kind_of, labels_at
from situate.extract.tree.relations import (
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
    subjects_of,
)
from situate.extract.tree.words import GIVEN_BACK, RINGS, TRUCES, word_list
from situate.extract.triggers.rules import by_rules
from situate.model.sentence import Labelled, Sentence, Token

_SEIZURES = frozenset({"capture", "seizure", "recapture", "takeover"})
_LEADING = frozenset({"take", "lead", "drag", "march"})
_OFF = frozenset({"away", "off"})
_POSTS = frozenset({"position", "post", "outpost", "checkpoint", "base", "garrison", "barracks", "trench", "line"})
_HOMES = frozenset({"home", "house"})
_BACK = frozenset({"back", "away", "home"})
_SENDING = frozenset({"send", "turn", "order"})
_LOADS = frozenset({"convoy", "truck", "lorry", "shipment", "delivery", "vehicle"})
_LEAVE = frozenset({"permission", "clearance", "approval", "leave"})
_RINGS = RINGS | {"ring", "cordon"}
_EXPELLING = frozenset({"expel", "oust", "evict", "dislodge", "chase", "drive"})
_HOLDING = frozenset({"control", "possession"})
_BREAKING = frozenset({"break", "breach", "violate", "disrupt"})
_WEAPONS = frozenset({"weapon", "arms", "rifle", "gun", "ammunition", "missile", "rocket", "munition", "weaponry"})
_MONEYS = frozenset({"financial", "economic"})
_FUNDING = frozenset({"fund", "finance", "sponsor", "support", "back"})
_SETTLED = frozenset({"city", "town", "village", "district", "quarter", "suburb", "area", "province", "region"})
_EXPLOSIVES = frozenset({"mine", "landmine", "bomb", "explosive", "ied", "device", "ordnance"})
_ELUDING = frozenset({"evade", "escape", "avoid", "elude"})
_DESTROYING = frozenset({"destroy", "eliminate", "neutralise", "neutralize", "liquidate", "annihilate"})
_MEN = frozenset({
    "fighter", "militant", "terrorist", "insurgent", "rebel", "soldier", "gunman", "jihadist", "extremist",
    "commander", "cadre", "bandit", "gangster", "assailant",
})  # fmt: skip
_CAPTIVES = word_list("captives")
_TAKEN = frozenset({"captured", "captive", "kidnapped", "abducted", "imprisoned", "detained"})
_HELPERS = frozenset({
    "cross", "crescent", "icrc", "family", "relative", "parent", "bishop", "priest", "elder", "mediator", "church",
    "ombudsman", "nations", "unicef",
})  # fmt: skip
_DEALS = frozenset({"deal", "agreement", "accord"})
_MODALS = frozenset({"could", "may", "might", "can", "will", "would"})
_BUILT = frozenset({
    "bridge", "house", "home", "building", "shrine", "mosque", "church", "tower", "mast", "pipeline", "dam", "station",
    "monument", "school", "statue", "tomb", "temple", "viaduct", "culvert", "wall", "railway", "runway",
})  # fmt: skip
_RESTORING = frozenset({"restore", "resume"})
_TRAFFIC = frozenset({"movement", "traffic", "transport", "circulation"})
_TALKS = frozenset({"talk", "negotiation", "dialogue", "discussion", "conversation", "consultation"})
_ENVOYS = frozenset({
    "ambassador", "envoy", "diplomat", "observer", "monitor", "inspector", "delegation", "delegate", "attaché",
    "attache", "consul", "representative", "negotiator", "mediator",
})  # fmt: skip


_TAKING_MEN = frozenset({"seize", "take", "grab", "snatch", "capture", "hold"})
_OF_NO_SIDE = frozenset({"gunman", "kidnapper", "abductor", "bandit", "pirate", "hijacker"})


def done_to(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that what it is done to tells."""
    return by_rules(
        sentence, trigger,
        _town, _by_gunmen, _people, _led_away, _left, _off_a_load, _turned_back, _relieved, _licensed, _entered,
        _handed_out, _driven_out, _under_fire, _recalled, _truce_broken, _emptied, _moving_again, _fought, _eluded,
        _done_away_with, _given, _agreed_on, _cleared, _captives_given, _by_agreement, _has_captives, _taken_out_of,
        _blown_up, _things_given,
    )  # fmt: skip


def _moving_again(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Movement on the road was restored": nobody takes what moves again, a road is open."""
    things = objects_of(sentence, head) if label in {"capture", "return"} and head.lemma in _RESTORING else []
    return "open_route" if any(t.lemma.lower() in _TRAFFIC for t in things) else None


def _fought(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Units engaged the rebels on Monday": who engages somebody, and not in talks, fights him."""
    if label != "talks" or head.lemma != "engage" or head.upos != "VERB":
        return None
    said = any(
        "in" in cases_of(sentence, t) and t.lemma.lower() in _TALKS for t in children(sentence, head.index, "obl")
    )
    foes = [t for t in children(sentence, head.index, "obj") if kind_of(sentence, t.index) == "actor"]
    return "clash" if foes and not said and _armed(sentence, children(sentence, head.index, "nsubj")) else None


def _eluded(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Fighters evaded capture": what they got away from is no taking of a place."""
    verb = governor_of(sentence, head, "obj")
    eluded = label == "capture" and head.lemma.lower() == "capture" and verb is not None and verb.lemma in _ELUDING
    return "detain" if eluded else None


def _done_away_with(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Three militants were eliminated": men who are destroyed are killed."""
    if label not in {"destroy", "capture", "disrupt_weapons"} or head.upos != "VERB" or head.lemma not in _DESTROYING:
        return None
    things = objects_of(sentence, head)
    return "kill" if things and all(t.lemma.lower() in _MEN for t in things) else None


def _given(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Is providing humanitarian assistance", "gave rifles to the militia": help that is aid, or arms somebody.

    Who funds aid agencies arms nobody, and who provides weapons brings no aid, however the model reads it.
    """
    if label not in {"assist", "arm", "deliver_aid"} or head.upos != "VERB" or head.lemma == "offer":
        return None
    things = objects_of(sentence, head)
    things += [c for t in things for c in children(sentence, t.index, "conj")]
    if any(t.lemma.lower() in _WEAPONS for t in things):
        return "arm" if label == "assist" or not any(is_aid(sentence, t) for t in things) else None
    if label == "arm":
        helpers = bool(things) and all(is_aid(sentence, t, alone=False) for t in things)
        return "deliver_aid" if helpers and head.lemma in _FUNDING else None
    if label == "deliver_aid":
        return None
    if head.lemma == "equip":
        return "arm" if any(is_fighter(t) for t in things) else None
    return "deliver_aid" if any(is_aid(sentence, t) and not _is_counsel(sentence, t) for t in things) else None


def _is_counsel(sentence: Sentence, thing: Token) -> bool:
    """ "Technical assistance", "military aid": help of another kind than goods."""
    return has_lemma(sentence, thing, word_list("counsel") | _MONEYS, "amod")


def _agreed_on(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The zones agreed in May", "what was agreed on": what is agreed is a deal, where "agreed to come" promises."""
    if label != "promise" or head.lemma != "agree" or head.upos != "VERB":
        return None
    things = children(sentence, head.index, "nsubj:pass")
    things += [sentence.tokens[head.head]] if head.deprel == "acl" and head.head >= 0 else []
    return "agreement" if things and not any(t.lemma.lower() in TRUCES for t in things) else None


def _cleared(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Clear the towns held by the rebels": what is cleared of an enemy is taken; of mines, it is made safe."""
    if label not in {"disrupt_weapons", "capture"} or head.lemma != "clear":
        return None
    of = {t.lemma.lower() for t in children(sentence, head.index, "obl", "nmod")}
    if label == "capture":
        return "disrupt_weapons" if of & _EXPLOSIVES else None
    foes = any(is_fighter(t) for t in sentence.tokens[head.index + 1 :])
    towns = any(
        t.lemma.lower() in _SETTLED or (foes and t.upos == "PROPN" and _is_place(sentence, t))
        for t in objects_of(sentence, head)
    )
    return "capture" if towns and not of & _EXPLOSIVES else None


def _captives_given(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Handed over nine captured soldiers", "four soldiers to the Red Cross": captives who are given up are freed."""
    if label != "handover" or head.upos != "VERB":
        return None
    whom = objects_of(sentence, head)
    held = any(t.lemma.lower() in _CAPTIVES or has_word(sentence, t, _TAKEN, "amod") for t in whom)
    people = [t for t in whom if kind_of(sentence, t.index) == "people" or is_fighter(t)]
    to = [t for t in children(sentence, head.index, "obl") if "to" in cases_of(sentence, t)]
    freed = bool(people) and any(t.lemma.lower() in _HELPERS for t in to)
    return "release" if held or freed else None


def _things_given(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Handed over the bodies of nine soldiers", "a list of prisoners": nobody is freed by what is given back."""
    over = label == "release" and head.upos == "VERB" and has_particle(sentence, head, "over")
    things = objects_of(sentence, head) if over else []
    return "handover" if things and all(t.lemma.lower() in GIVEN_BACK for t in things) else None


def _has_captives(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "They have 400 hostages": who has captives holds them, whoever took them and when."""
    verb = governor_of(sentence, head, "obj")
    held = verb is not None and verb.lemma in {"have", "hold", "keep"}
    return "detain" if label == "abduct" and held and head.lemma.lower() in _CAPTIVES else None


def _taken_out_of(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The gunmen were taken out of the town": by others, who take nobody prisoner and no ground by that."""
    if label not in {"capture", "withdraw"} or head.lemma not in {"take", "bus", "bring"}:
        return None
    whom = children(sentence, head.index, "nsubj:pass")
    out = any("out" in cases_of(sentence, t) for t in children(sentence, head.index, "obl"))
    out |= has_particle(sentence, head, "out")
    return "evacuate" if out and any(is_fighter(t) for t in whom) else None


def _blown_up(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The army blew up the bridge": what somebody blows up is destroyed; a bus that blows up on a mine is hit."""
    if label != "explosion" or head.lemma != "blow" or head.upos != "VERB":
        return None
    by = {t.lemma.lower() for t in children(sentence, head.index, "obl", "obl:agent")}
    things = objects_of(sentence, head)
    built = bool(things) and all(t.lemma.lower() in _BUILT for t in things)
    return "destroy" if built and not by & _EXPLOSIVES else None


def _by_agreement(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Took over the post by agreement", "entered the town under a deal and took it": nobody takes that by force."""
    if label != "capture" or head.upos != "VERB":
        return None
    deals = [t for t in children(sentence, head.index, "obl") if t.lemma.lower() in _DEALS]
    return "handover" if any({"by", "under"} & {*cases_of(sentence, t)} for t in deals) else None


def _is_place(sentence: Sentence, thing: Token) -> bool:
    if thing.upos == "PROPN":
        labels = {marked.label for marked in labels_at(sentence, thing)}
        return bool(labels & PLACE_LABELS) and not labels & {"Person", "PER"}
    return kind_of(sentence, thing.index) == "place"


def _armed(sentence: Sentence, doers: list[Token]) -> bool:
    return any(bears_arms(sentence, t) or kind_of(sentence, t.index) == "actor" for t in doers)


def _town(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The town was captured by the army": a place that is taken is no captive, nor is its capture an arrest."""
    if label not in {"detain", "abduct", "evacuate", "besiege"}:
        return None
    if head.upos == "VERB" and head.lemma in SEIZING:
        things = objects_of(sentence, head) or _about_to_be(sentence, head)
        return "capture" if things and all(_is_place(sentence, t) for t in things) else None
    owned = (t.text.lower() for t in children(sentence, head.index, "nmod:poss"))
    return "capture" if head.lemma.lower() in _SEIZURES and "its" in owned else None


def _about_to_be(sentence: Sentence, verb: Token) -> list[Token]:
    """ "The town, which is close to being captured", "on the verge of being seized": what that is said of."""
    if not children(sentence, verb.index, "aux:pass") or verb.deprel not in {"acl", "advcl", "xcomp"} or verb.head < 0:
        return []
    above = sentence.tokens[verb.head]
    of = children(sentence, above.index, "nsubj")
    relative = above.deprel == "acl:relcl" and above.head >= 0 and any(t.text.lower() == "which" for t in of)
    return [sentence.tokens[above.head]] if relative else of


def _people(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Are holding the two travellers", "both men were seized": people who are held or taken are no ground.

    Nor are fighters who are captured. Not by a name alone: that of a village that no table has can look like a
    person's.
    """
    if (
        label not in {"control", "capture", "restrict"}
        or head.upos != "VERB"
        or head.lemma not in {"hold", "seize", "capture", "recapture"}
    ):
        return None
    things = objects_of(sentence, head) or _left_out(sentence, head)
    people = [t for t in things if t.upos != "PROPN" and kind_of(sentence, t.index) == "people"]
    if head.lemma == "capture" and not people:
        people = [t for t in things if t.text.lower() != t.lemma.lower() and bears_arms(sentence, t)]
    return "detain" if things and people == things else None


def _left_out(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Two nurses they had seized in March": what a clause without "whom" is of, where it has a subject of its own."""
    own = [t for t in children(sentence, verb.index, "nsubj") if t.text.lower() not in {"who", "which", "that"}]
    return [sentence.tokens[verb.head]] if verb.deprel == "acl:relcl" and verb.head >= 0 and own else []


def _led_away(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Twelve residents were taken away by gunmen": whom armed men lead off is held."""
    off = {t.text.lower() for t in children(sentence, head.index, "compound:prt", "advmod")}
    if label not in {"evacuate", "displace", "capture", "kill"} or head.lemma not in _LEADING or not off & _OFF:
        return None
    doers = [
        t
        for t in children(sentence, head.index, "obl:agent", "nsubj")
        if t.lemma.lower() not in word_list("vehicles")  # "by minibus"
    ]
    people = any(kind_of(sentence, t.index) == "people" for t in objects_of(sentence, head))
    return "detain" if people and _armed(sentence, doers) else None


def _by_gunmen(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Gunmen seized a priest": who is taken by men of no known side is abducted."""
    if label not in {"detain", "capture"} or head.lemma not in _TAKING_MEN or head.upos != "VERB":
        return None
    things = objects_of(sentence, head)
    if not things or any(kind_of(sentence, t.index) != "people" or bears_arms(sentence, t) for t in things):
        return None
    doers = children(sentence, head.index, "nsubj", "obl:agent")
    doers += [t for t in children(sentence, head.index, "obl") if "by" in cases_of(sentence, t)]
    of_no_side = any(
        t.lemma.lower() in _OF_NO_SIDE
        or (t.lemma.lower() in {"man", "person"} and has_word(sentence, t, {"armed", "masked", "unknown"}, "amod"))
        for t in doers
    )
    return "abduct" if of_no_side else None


def _left(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Evacuated their positions": who gives up positions withdraws; who leaves his home is driven out."""
    if label not in {"evacuate", "capture"} or head.upos != "VERB":
        return None
    things = {t.lemma.lower() for t in children(sentence, head.index, "obj")}
    if head.lemma in {"evacuate", "vacate", "abandon"} and things & _POSTS:
        return "withdraw"
    return "displace" if head.lemma in {"leave", "abandon"} and things & _HOMES else None


def _off_a_load(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Scalpels were removed from a convoy": what is taken off aid on its way is denied.

    What armed men unload from the trucks of others is not brought either.
    """
    by_force = label == "deliver_aid" and _armed(sentence, children(sentence, head.index, "obl:agent", "nsubj", "obl"))
    if not (by_force or label in {"evacuate", "capture", "abduct", "detain", "destroy"}) or head.upos != "VERB":
        return None
    things = objects_of(sentence, head)
    if not things or any(kind_of(sentence, t.index) in {"people", "place"} for t in things):
        return None
    sources = [
        *children(sentence, head.index, "obl"),
        *(n for t in things for n in children(sentence, t.index, "nmod")),
    ]
    loads = [t for t in sources if t.lemma.lower() in _LOADS]
    cases = {c.text.lower() for t in loads for c in children(sentence, t.index, "case")}
    return "deny_aid" if cases & {"from", "off"} else None


def _turned_back(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Sent back 13 trucks", "the trucks had to turn around": aid that goes back was not brought."""
    kinds = {"deliver_aid", "evacuate", "return", "deploy", "handover", "withdraw", "displace", "repel"}
    if label not in kinds or head.lemma not in _SENDING:
        return None
    back = {t.text.lower() for t in children(sentence, head.index, "compound:prt", "advmod")}
    things = objects_of(sentence, head)
    if head.lemma == "turn" and not things:
        things = children(sentence, head.index, "nsubj")
        things += children(sentence, head.head, "nsubj", "nsubj:pass") if head.deprel == "xcomp" else []
        back -= back - _BACK - {"around", "round"}
        back = {"back"} if back else set()
    loaded = any(is_aid(sentence, t) or t.lemma.lower() in _LOADS for t in things)
    return "deny_aid" if back & _BACK and loaded else None


def _handed_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Flour and oil were handed over to the residents": no place passes to anybody by that."""
    if label != "handover" or head.upos != "VERB":
        return None
    things = objects_of(sentence, head)
    things += [c for t in things for c in children(sentence, t.index, "conj")]
    if not any(is_aid(sentence, t) for t in things):
        return None
    return "deliver_aid" if not any(_is_place(sentence, t) for t in things) else None


def _relieved(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Relieved the town, ending a siege": who relieves a place that is besieged neither takes nor leaves it."""
    if head.upos != "VERB" or head.lemma != "relieve" or label not in {"capture", "withdraw", "advance", "evacuate"}:
        return None
    ring = not sentence.lemmas.isdisjoint(_RINGS)
    return "siege_end" if ring and any(_is_place(sentence, t) for t in objects_of(sentence, head)) else None


def _licensed(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A convoy has been approved", "cleared for Lisk", "permission was granted for a convoy": it may go."""
    cleared = label == "open_route" and head.lemma in {"clear", *GRANTING}
    if not cleared and (label not in {"support", "concede", "promise"} or head.lemma not in GRANTING):
        return None
    things = objects_of(sentence, head)
    leave = any(t.lemma.lower() in _LEAVE for t in things)
    meant = things + (children(sentence, head.index, "obl") if leave else [])
    meant += [n for t in things if leave for n in children(sentence, t.index, "nmod")]
    return "agreement" if any(is_aid(sentence, t) or t.lemma.lower() in _LOADS for t in meant) else None


def _entered(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Entered the town and are now in full control", "entered and expelled the rebels": an advance that takes it."""
    if label != "advance" or head.upos != "VERB":
        return None
    after = [t for t in children(sentence, head.index, "conj") if t.lemma.lower() in _HOLDING | SEIZING]
    after = [t for t in after if not _takes_something_else(sentence, t)]
    after += [
        n
        for t in children(sentence, head.index, "conj")
        for n in children(sentence, t.index, "obl", "obj")
        if n.lemma.lower() in _HOLDING
    ]
    gone = (t for t in children(sentence, head.index, "conj") if t.lemma.lower() in _EXPELLING)
    return "capture" if after or any(_armed(sentence, children(sentence, t.index, "obj")) for t in gone) else None


def _takes_something_else(sentence: Sentence, verb: Token) -> bool:
    """ "Entered the town and seized the airport", "… and could capture it": told by that verb."""
    other = any(
        t.upos in {"NOUN", "PROPN"} and t.lemma.lower() not in _HOLDING for t in children(sentence, verb.index, "obj")
    )
    return other or has_word(sentence, verb, _MODALS, "aux")


def _driven_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Chased the army out of the town": who drives armed men out of a place takes it."""
    if label not in {"assault", "repel", "restrict", "withdraw", "clash"} or head.upos != "VERB":
        return None
    things = children(sentence, head.index, "obj")
    fighters = any(t.upos == "PROPN" or bears_arms(sentence, t) for t in things)
    if head.lemma not in _EXPELLING or not fighters:
        return None
    beside = children(sentence, head.index, "obl")
    beside += [n for t in things for n in children(sentence, t.index, "nmod")]
    left = [t for t in beside if {*cases_of(sentence, t)} & {"out", "from"}]
    return "capture" if any(_is_place(sentence, t) for t in left) else None


def _under_fire(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A school under fire from the rebels": a place is fired at, where a minister would be criticised."""
    if label != "accuse" or head.lemma.lower() != "fire":
        return None
    of = [sentence.tokens[head.head]] if head.head >= 0 else []
    of += [s for t in of for s in subjects_of(sentence, t)]
    there = any(_is_place(sentence, t) or _in_a_place(sentence, t) for t in of)
    return "assault" if there and _armed_or_named(sentence, children(sentence, head.index, "nmod", "obl")) else None


def _recalled(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Withdrew its ambassador": who calls envoys or observers home cuts relations (CAMEO 16), whoever it is."""
    if label not in {"withdraw", "sanction", "restrict"} or head.lemma not in {"withdraw", "recall"}:
        return None
    return "sanction" if any(t.lemma.lower() in _ENVOYS for t in objects_of(sentence, head)) else None


def _truce_broken(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Break down the cessation of hostilities": who breaks a truce ends no siege."""
    if label != "siege_end" or head.upos != "VERB" or head.lemma not in _BREAKING:
        return None
    things = objects_of(sentence, head)
    things += [n for t in things for n in children(sentence, t.index, "nmod") if "of" in cases_of(sentence, n)]
    kept = any(t.lemma.lower() in TRUCES for t in things)
    return "truce_breach" if kept and not any(t.lemma.lower() in _RINGS for t in things) else None


def _emptied(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The town was emptied of its people": a place that loses them is not taken by them."""
    if label not in {"capture", "deprivation"} or head.upos != "VERB" or head.lemma != "empty":
        return None
    of = [t for t in children(sentence, head.index, "obl") if "of" in cases_of(sentence, t)]
    of = [t for t in of if t.upos == "PROPN" or kind_of(sentence, t.index) in {"people", "actor"}]
    if not of:
        return None
    armed = any(t.upos == "NOUN" and is_fighter(t) for t in of)
    return "withdraw" if armed else "displace"


def _in_a_place(sentence: Sentence, thing: Token) -> bool:
    marked = (*sentence.names, *sentence.mentions)
    return any(m.label == "Location" and m.start <= thing.start and thing.end <= m.end for m in marked)


def _armed_or_named(sentence: Sentence, doers: list[Token]) -> bool:
    by = [t for t in doers if {*cases_of(sentence, t)} & {"from", "by"}]
    return any(t.upos == "PROPN" or is_fighter(t) for t in by)
