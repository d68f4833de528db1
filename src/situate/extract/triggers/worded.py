"""Deeds that the model misreads where a noun, or a whole phrase, tells them; and phrases that tell no deed.

"The siege was completed", "drugs were unloaded from the convoy by the army"; "two have left us".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from situate.extract.certainty.negation import is_usable
from situate.extract.roles.aid import is_aid
from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import is_named_place, kind_of
from situate.extract.tree.relations import (
    DONE_TO,
    SUBJECTS,
    case_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
    subjects_of,
)
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import CAPTIVES, CONVOYS, RINGS
from situate.extract.triggers.access import are_people
from situate.extract.triggers.by_hand import fires_bullets
from situate.extract.triggers.phrasal import (
    ATTACKERS,
    DRIVING,
    ENCIRCLING,
    ENDING,
    GUNS,
    SHELLS,
    are_armed,
    changes_hands,
    dies_of_it,
    ends,
    fire_is_exchanged,
    is_force,
    sets_upon,
)
from situate.model.sentence import Labelled, Sentence, Token

_COMPLETING = frozenset({"complete", "close", "tighten", "finish"})
_THROUGH = frozenset({"cut", "punch", "smash", "burst", "push", "fight", "break"})
_RULING = frozenset({"administer", "govern"})
_BY_TURNS = frozenset({"repel", "assault", "shelling", "handover", "deploy", "siege_end", "cooperate"})
_TAKING_OFF = frozenset({"confiscate", "seize", "impound", "strip", "remove", "take", "requisition", "unload"})
_SETTING_DOWN = frozenset({"offload", "unload", "discharge", "store"})
_STORES = frozenset({"warehouse", "depot", "storehouse", "store", "hospital", "clinic", "school", "centre", "center"})
_AID_MOVED = frozenset({"deliver_aid", "disrupt_weapons", "detain", "capture", "evacuate", "withdraw", "abduct", "arm"})
_AS_VICTORS = frozenset({"victoriously", "triumphantly", "victors", "victorious", "conquerors", "liberators"})
_LINES = frozenset({"line", "position", "defence", "defense", "ring"})
_BUILDINGS = frozenset({"building", "house", "home", "structure", "vehicle"})
_OPERATIONS = frozenset({"operation", "campaign", "action"})
_SHUT_IN = frozenset({"encircled", "besieged", "surrounded", "blockaded", "isolated", "cut", "closed"})
_CLUSTERS = frozenset({"cluster", "thermobaric", "vacuum", "incendiary"})
_GASES = frozenset({"gas", "chlorine", "sarin", "mustard", "chemical", "nerve", "toxic", "phosphorus", "poison"})
# Words that tell one deed, whatever the model takes them for.
_ONE_MEANING = {
    "besiegement": "besiege",
    "wrest": "capture",
    "drawdown": "withdraw",
    "medevac": "evacuate",
    "capitulate": "surrender",
}
_BARE_ENDS = frozenset({"over", "down"})
_NOT = frozenset({"not", "n't", "n’t", "no", "never", "hardly", "barely", "longer"})


def _fires_shells(sentence: Sentence, head: Token) -> bool:
    """ "Shells that the army fired at a post", "fired mortars"."""
    if head.lemma not in {"fire", "launch", "lob"} or head.upos != "VERB":
        return False
    what = objects_of(sentence, head)
    what += [sentence.tokens[head.head]] if head.deprel in {"acl", "acl:relcl"} else []
    return any(t.lemma.lower() in SHELLS for t in what) and not fires_bullets(sentence, head)


def _falls_as_bombs(sentence: Sentence, head: Token) -> bool:
    """ "Bombs fell on the yard": what falls was not laid there."""
    return head.lemma in {"fall", "land", "rain"} and any(
        t.lemma.lower() in SHELLS | {"bomb"} and t.lemma != t.text.lower()
        for t in children(sentence, head.index, "nsubj")
    )


def _engages(sentence: Sentence, head: Token) -> bool:
    """ "The rebels were engaged by the army", "troops engaged the militia": those who bear arms fight each other."""
    whom = objects_of(sentence, head)
    by = children(sentence, head.index, "nsubj", "obl:agent")
    return head.lemma == "engage" and head.upos == "VERB" and are_armed(sentence, whom) and are_armed(sentence, by)


def _drives_out(sentence: Sentence, head: Token) -> bool:
    """ "Drove out the enemy": who does takes the place; who drives out those who attack it only keeps it."""
    out = has_particle(sentence, head, "out")
    whom = children(sentence, head.index, "obj")
    return head.lemma in DRIVING and out and bool(whom) and not has_lemma(sentence, head, ATTACKERS, "obj")


def _marches_in(sentence: Sentence, head: Token) -> bool:
    """ "Soldiers marched into the town": who bears arms and marches in protests against nobody."""
    into = any(case_of(sentence, t) == "into" for t in children(sentence, head.index, "obl"))
    return head.lemma == "march" and into and are_armed(sentence, children(sentence, head.index, "nsubj"))


def _musters(sentence: Sentence, head: Token) -> bool:
    """ "Troops gathered near the dam": who bears arms and gathers somewhere protests against nobody."""
    who = children(sentence, head.index, "nsubj") if head.lemma in {"gather", "mass", "assemble"} else []
    return any(bears_arms(sentence, t) for t in who)


def _seizes_people(sentence: Sentence, head: Token) -> bool:
    """ "Seized 22 passengers": people who bear no arms are no weapons that are taken from somebody."""
    whom = objects_of(sentence, head)
    whom += [sentence.tokens[head.head]] if head.deprel == "acl" and head.head >= 0 else []
    return head.lemma in {"seize", "take", "capture"} and bool(whom) and all(are_people(sentence, t) for t in whom)


def _reaches_the_besieged(sentence: Sentence, head: Token) -> bool:
    """ "The siege is over: the army reached the town": that ends it."""
    return head.lemma == "reach" and any(ends(sentence, t) for t in sentence.tokens)


def _falls_to_somebody(sentence: Sentence, head: Token) -> bool:
    """ "Lisk fell to the rebels", "was lost to the army": what has a name and goes to a force is a place, and no dead.

    Between a name and its verb the model takes a town for a person now and then.
    """
    if head.lemma not in {"fall", "lose"} or head.upos != "VERB":
        return False
    what = children(sentence, head.index, *(("nsubj",) if head.lemma == "fall" else ("nsubj:pass",)))
    to = [t for t in children(sentence, head.index, "obl") if case_of(sentence, t) == "to"]
    force = any(is_fighter(t) or is_force(sentence, t) for t in to)
    return force and any(t.upos == "PROPN" for t in what)


def _cuts_through(sentence: Sentence, head: Token) -> bool:
    """ "Cut through the lines of the army", "punched through to the town": no road is cut."""
    after = sentence.tokens[head.index + 1 : head.index + 5]
    through = bool(after) and after[0].text.lower() == "through"
    return head.lemma in _THROUGH and through and any(t.lemma.lower() in _LINES for t in after)


def _relieves(sentence: Sentence, head: Token) -> bool:
    """ "Relief came to the town: … the siege is over", "withdrew their pickets from around the town; the siege is at an
    end": what is told of a siege in the same sentence.
    """
    relief = head.lemma in {"come", "arrive"} and has_lemma(sentence, head, {"relief"}, "nsubj")
    around = head.lemma == "withdraw" and any(
        case_of(sentence, t) == "around" for t in children(sentence, head.index, "obl")
    )
    pickets = head.lemma == "withdraw" and has_lemma(sentence, head, {"picket"}, "obj")
    return (relief or around or pickets) and _names_a_ring(sentence)


def _takes_by_storm(sentence: Sentence, head: Token) -> bool:
    """ "Stormed the town and raised their flag", "was stormed; what was left of the army withdrew": they took it."""
    if head.lemma != "storm" or head.upos != "VERB":
        return False
    after = {t.lemma.lower() for t in sentence.tokens[head.index + 1 :]}
    place = any(is_named_place(sentence, t) for t in objects_of(sentence, head))
    return place and not after.isdisjoint({"withdraw", "flee", "flag", "surrender", "retreat"})


def _as_victors(sentence: Sentence, head: Token) -> bool:
    """ "Entered the town as victors": they took it."""
    return has_word(sentence, head, _AS_VICTORS, "advmod", "obl", "xcomp", "acl", "nmod")


def _isolates(sentence: Sentence, head: Token) -> bool:
    """ "An effort to isolate the town", "the isolation of the town": what is shut in is not taken yet."""
    where = {"isolate": DONE_TO, "isolation": ("nmod", "nmod:poss")}.get(head.lemma.lower(), ())
    things = children(sentence, head.index, *where) if where else []
    return any(is_named_place(sentence, t) or kind_of(sentence, t.index) == "place" for t in things)


def _frees_a_place(sentence: Sentence, head: Token) -> bool:
    """ "The town was freed", "Lisk, which was freed on Saturday": a place that is freed is taken."""
    if head.lemma not in {"free", "liberate"} or head.upos != "VERB":
        return False
    freed = objects_of(sentence, head)
    if head.deprel == "acl:relcl" and any(t.upos == "PRON" for t in freed):
        freed = [sentence.tokens[head.head]]
    return bool(freed) and all(
        t.text.lower() == "it" or is_named_place(sentence, t) or kind_of(sentence, t.index) == "place" for t in freed
    )


def _falls_after_a_siege(sentence: Sentence, head: Token) -> bool:
    """ "The battalion fell after a six-month siege": with what it held, and is not said to be dead."""
    beside = children(sentence, head.index, "obl") if head.lemma == "fall" and head.upos == "VERB" else []
    return any(t.lemma.lower() in ENCIRCLING and case_of(sentence, t) in {"after", "following"} for t in beside)


def _lays_again(_: Sentence, head: Token) -> bool:
    """ "It was reimposed", "the blockade, which they renewed": a ring that is laid once more."""
    return head.upos == "VERB" and head.lemma in {"reimpose", "re-impose", "renew", "reinstate", "restore", "impose"}


def _is_beaten(_: Sentence, head: Token) -> bool:
    """ "After a string of defeats": fights that were lost, and no one place."""
    return head.text.lower() == "defeats" and head.upos == "NOUN"


def _is_dropped(_: Sentence, head: Token) -> bool:
    """ "Airdrops to the garrison": what is dropped so is no bomb."""
    return head.lemma.lower() in {"airdrop", "air-drop"}


def _names_a_ring(sentence: Sentence) -> bool:
    return not sentence.lemmas.isdisjoint(ENCIRCLING)


def _taken_off(sentence: Sentence, head: Token) -> bool:
    """Whether goods are taken off a convoy; who unloads them takes them if he bears arms."""
    if head.lemma not in _TAKING_OFF or head.upos != "VERB":
        return False
    beside = children(sentence, head.index, "obl")
    beside += [n for t in children(sentence, head.index, "obj", *SUBJECTS) for n in children(sentence, t.index, "nmod")]
    off = [t for t in beside if case_of(sentence, t) in {"from", "off"} and _is_convoy(sentence, t)]
    if not off or head.lemma != "unload":
        return bool(off)
    doers = [*children(sentence, head.index, "nsubj"), *sentence.tokens[head.index + 1 :]]  # "by" hangs in many ways
    doers = [t for t in doers if t.index < head.index or case_of(sentence, t) == "by"]
    return any(is_fighter(t) or is_force(sentence, t) for t in doers)


def _set_down(sentence: Sentence, head: Token) -> bool:
    """ "Four trucks of flour were offloaded at a warehouse": goods that are stored where they were to go arrived."""
    if head.lemma not in _SETTING_DOWN or head.upos != "VERB":
        return False
    beside = children(sentence, head.index, "obl")
    off = any(case_of(sentence, t) in {"from", "off"} for t in beside)
    return not off and any(t.lemma.lower() in _STORES and case_of(sentence, t) in {"at", "in", "into"} for t in beside)


def _hold_out(sentence: Sentence, head: Token) -> bool:
    """ "They tried to get into the town, the gendarmes held": who bears arms and holds is nobody's captive."""
    who = children(sentence, head.index, "nsubj") if head.lemma == "hold" else []
    return are_armed(sentence, who) and not children(sentence, head.index, "obj", "aux:pass", "aux")


def _people_fall(sentence: Sentence, head: Token) -> bool:
    """ "Hundreds of soldiers had fallen": people that fall to nobody are dead."""
    if head.lemma != "fall" or head.upos != "VERB" or _falls_after_a_siege(sentence, head):
        return False
    who = children(sentence, head.index, "nsubj")
    who += [n for t in who if t.upos in {"NOUN", "NUM"} for n in children(sentence, t.index, "nmod")]
    to = {case_of(sentence, t) for t in children(sentence, head.index, "obl")}
    return any(is_fighter(t) for t in who) and to.isdisjoint({"to", "into", "under"})


def _crosses(sentence: Sentence, head: Token) -> bool:
    """ "Failed to cross the river": who crosses something and does not go back over it comes nearer."""
    back = has_particle(sentence, head, "back")
    return head.lemma == "cross" and bool(children(sentence, head.index, "obj")) and not back


def _by_bomblets(sentence: Sentence, head: Token) -> bool:
    """ "Cluster munitions were used": no gas, where the sentence names none."""
    return not sentence.lemmas.isdisjoint(_CLUSTERS) and sentence.lemmas.isdisjoint(_GASES)


def _closes_in(sentence: Sentence, head: Token) -> bool:
    """ "Closed in on the town from all sides"."""
    if head.lemma != "close" or not has_word(sentence, head, {"in"}, "compound:prt"):
        return False
    sides = (t for t in children(sentence, head.index, "obl", "obj") if t.lemma.lower() in {"side", "direction"})
    return any(c.text.lower() in {"all", "every"} for t in sides for c in children(sentence, t.index, "det", "amod"))


def _is_convoy(sentence: Sentence, token: Token) -> bool:
    of = children(sentence, token.index, "nmod")
    return any(t.lemma.lower() in CONVOYS for t in (token, *of))


def _artillery(sentence: Sentence, head: Token) -> bool:
    """ "Artillery pounded the town"."""
    return has_lemma(sentence, head, GUNS, "nsubj")


def _aid_is_handed(sentence: Sentence, head: Token) -> bool:
    """ "Flour was handed over to the people"."""
    return any(is_aid(sentence, t) for t in objects_of(sentence, head))


def _is_ruled(_: Sentence, head: Token) -> bool:
    """ "The town is administered by the rebels"."""
    return head.lemma in _RULING


def _usable(_: Sentence, head: Token) -> bool:
    """ "The road is passable"."""
    return is_usable(head)


def _usable_no_longer(sentence: Sentence, head: Token) -> bool:
    """ "The road is passable no longer"."""
    before = sentence.tokens[max(0, head.index - 3) : head.index + 3]
    return is_usable(head) and any(t.text.lower() in _NOT for t in before)


def _is_completed(sentence: Sentence, head: Token) -> bool:
    """ "Completed the encirclement of the town"."""
    return head.lemma in _COMPLETING and has_lemma(sentence, head, ENCIRCLING, *DONE_TO)


def _cuts_through_a_ring(sentence: Sentence, head: Token) -> bool:
    """ "Punched through their lines and ended the siege"."""
    return _names_a_ring(sentence) and _cuts_through(sentence, head)


# Types that the model gives, whether a phrase tells another deed, and which; the first that holds counts.
_BY_PHRASE: tuple[tuple[frozenset[str], Callable[[Sentence, Token], bool], str], ...] = (
    (_BY_TURNS, fire_is_exchanged, "clash"),
    (_AID_MOVED, _taken_off, "deny_aid"),
    (frozenset({"deny_aid"}), _set_down, "deliver_aid"),
    (frozenset({"withdraw"}), changes_hands, "capture"),
    (frozenset({"cut_route", "open_route"}), _usable_no_longer, "cut_route"),
    (frozenset({"cut_route", "open_route"}), _usable, "open_route"),
    (frozenset({"withdraw", "deliver_aid"}), _relieves, "siege_end"),
    (frozenset({"siege_end"}), _is_completed, "besiege"),
    (frozenset({"advance"}), _closes_in, "besiege"),
    (frozenset({"cut_route"}), _cuts_through_a_ring, "siege_end"),
    (frozenset({"cut_route"}), _cuts_through, "advance"),
    (frozenset({"airstrike", "assault"}), _artillery, "shelling"),
    (frozenset({"assault"}), _fires_shells, "shelling"),
    (frozenset({"handover"}), _aid_is_handed, "deliver_aid"),
    (frozenset({"capture"}), _is_ruled, "control"),
    (frozenset({"advance"}), _reaches_the_besieged, "siege_end"),
    (frozenset({"siege_end"}), _lays_again, "besiege"),
    (frozenset({"kill"}), _falls_after_a_siege, "capture"),
    (frozenset({"capture"}), _people_fall, "kill"),
    (frozenset({"detain"}), _hold_out, "control"),
    (frozenset({"withdraw"}), _crosses, "advance"),
    (frozenset({"chemical_attack"}), _by_bomblets, "shelling"),
    (frozenset({"explosion"}), _falls_as_bombs, "shelling"),
    (frozenset({"assault"}), _takes_by_storm, "capture"),
    (frozenset({"advance"}), sets_upon, "assault"),
    (frozenset({"deploy"}), _engages, "clash"),
    (frozenset({"restrict", "disrupt_weapons", "abuse"}), dies_of_it, "kill"),
    (frozenset({"repel", "withdraw"}), _drives_out, "capture"),
    (frozenset({"kill", "deliver_aid", "advance", "displace", "withdraw"}), _falls_to_somebody, "capture"),
    (frozenset({"protest"}), _marches_in, "advance"),
    (frozenset({"protest"}), _musters, "deploy"),
    (frozenset({"disrupt_weapons", "deny_aid"}), _seizes_people, "abduct"),
    (frozenset({"advance"}), _as_victors, "capture"),
    (frozenset({"release"}), _frees_a_place, "capture"),
    (frozenset({"capture"}), _is_beaten, "clash"),
    (frozenset({"airstrike"}), _is_dropped, "deliver_aid"),
    (frozenset({"capture", "control", "cut_route", "advance", "assault", "restrict"}), _isolates, "besiege"),
)


def worded(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that its whole phrase tells."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return trigger
    told = (kind for kinds, so, kind in _BY_PHRASE if trigger.label in kinds and so(sentence, head))
    kind = _ONE_MEANING.get(head.lemma.lower()) or next(told, None)
    return trigger if kind is None else replace(trigger, label=kind)


def _ends_no_siege(sentence: Sentence, head: Token) -> bool:
    """ "It is over", "the lines were down", "the operation ended"."""
    bare = head.text.lower() in _BARE_ENDS
    if not bare and head.lemma not in ENDING:
        return False
    operations = any(t.lemma.lower() in _OPERATIONS for t in subjects_of(sentence, head))
    return operations or (bare and not _names_a_ring(sentence))


def _taken_by_death(sentence: Sentence, head: Token) -> bool:
    """ "Took two residents from us", "have left us"."""
    after = sentence.tokens[head.index + 1 : head.index + 6] if head.lemma in {"leave", "take"} else ()
    return any(t.text.lower() == "us" and t.deprel in {"obj", "obl", "iobj", "nmod"} for t in after)


def _no_one_attack(sentence: Sentence, head: Token) -> bool:
    """ "Offensive operations", "the operation ended"; "it tried again": whatever it was."""
    offensive = head.text.lower() == "offensive" and head.deprel == "amod"
    ended = head.lemma in _OPERATIONS and head.deprel in SUBJECTS and sentence.tokens[head.head].lemma in ENDING
    return offensive or ended or (head.lemma == "try" and head.upos == "VERB")


def _keeps_shut_in(sentence: Sentence, head: Token) -> bool:
    """ "Have kept the town encircled", "held it under siege": who does so stands around it, and not in it."""
    if head.lemma == "keep" and has_word(sentence, head, _SHUT_IN, "xcomp", "ccomp", "advcl", "acl"):
        return True
    things = objects_of(sentence, head) if head.lemma in {"keep", "hold"} else []
    said = [t for owner in (head, *things) for t in children(sentence, owner.index, "obl", "nmod", "xcomp")]
    rings = [t for t in said if t.lemma.lower() in RINGS and case_of(sentence, t) == "under"] if things else []
    return any(not has_word(sentence, t, {","}, "punct") and not _by_another(sentence, head, t) for t in rings)


def _by_another(sentence: Sentence, head: Token, ring: Token) -> bool:
    """ "Hold the town under siege by the army": who holds it is shut in himself."""
    active = [] if children(sentence, head.index, "nsubj:pass") else [head]
    by = [t for owner in (ring, *active) for t in children(sentence, owner.index, "nmod", "obl", "obl:agent")]
    return any(case_of(sentence, t) == "by" for t in by)


def _holds_a_building(sentence: Sentence, head: Token) -> bool:
    """ "Two rebel-held buildings", which are no place that can be found (guidelines)."""
    said_of = head.lemma != "keep" and head.deprel in {"amod", "acl"} and head.head >= 0
    return said_of and sentence.tokens[head.head].lemma.lower() in _BUILDINGS


def _talk_of(sentence: Sentence, head: Token) -> bool:
    """ "Talk in the town is of nothing but prices"."""
    return head.text.lower() == "talk" and not any(t.text.lower() in {"between", "with"} for t in sentence.tokens)


def _captives_exchanged(sentence: Sentence, head: Token) -> bool:
    """ "Exchanged prisoners": which is told, if at all, by its own word."""
    whose = governor_of(sentence, head) if head.lemma in CAPTIVES else None
    return whose is not None and whose.lemma in {"exchange", "swap"}


def _posts_nobody(sentence: Sentence, head: Token) -> bool:
    """ "Have been there since …", "made themselves masters of the town"."""
    return head.text.lower() == "there" or (head.lemma == "make" and has_lemma(sentence, head, {"master"}))


def _only_forces(_: Sentence, head: Token) -> bool:
    """ "Drove the forces out", "drove the Defence Force out"."""
    return head.upos in {"NOUN", "PROPN"} and head.text.lower() in {"force", "forces"}


# Types that the model gives, and whether a phrase tells no deed of its own.
_NO_DEED: tuple[tuple[frozenset[str], Callable[[Sentence, Token], bool]], ...] = (
    (frozenset({"siege_end"}), _ends_no_siege),
    (frozenset({"displace", "evacuate", "abduct"}), _taken_by_death),
    (frozenset({"advance"}), _cuts_through_a_ring),  # which is told to end
    (frozenset({"assault"}), _no_one_attack),
    (frozenset({"control"}), _keeps_shut_in),
    (frozenset({"control"}), _holds_a_building),
    (frozenset({"talks"}), _talk_of),
    (frozenset({"detain"}), _captives_exchanged),
    (frozenset({"deploy"}), _posts_nobody),
    (frozenset({"restrict"}), _only_forces),
)


def no_phrase(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether the phrase of a trigger tells no deed of its own."""
    head = trigger_head(sentence, trigger)
    return head is not None and any(trigger.label in kinds and so(sentence, head) for kinds, so in _NO_DEED)
