"""Deeds that the model passes over or misreads where a noun, or a whole phrase, tells them.

"The siege came to an end", "made themselves masters of the town", "small-arms fire was exchanged", "drugs were
unloaded from the convoy by the army"; and phrases that tell no deed of their own ("two have left us").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from situate.extract.certainty.negation import is_usable
from situate.extract.roles.aid import is_aid
from situate.extract.roles.not_the_doer import HITTING, on_a_mine
from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import is_named_place, kind_of, labelled_as
from situate.extract.tree.relations import (
    DONE_TO,
    SUBJECTS,
    case_of,
    cases_of,
    children,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
    subjects_of,
)
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import CAPTIVES, CONVOYS, RINGS, word_list
from situate.extract.triggers.access import are_people
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token

_RINGS = RINGS | {"cordon"}
_ENDING = frozenset({"end", "lift", "break", "raise", "collapse", "cease"})
_PIERCING = frozenset({"force", "breach", "pierce", "rupture", "smash"})
_COMPLETING = frozenset({"complete", "close", "tighten", "finish"})
_THROUGH = frozenset({"cut", "punch", "smash", "burst", "push", "fight", "break"})
_CLOSE = frozenset({"end", "close", "conclusion"})
_RULING = frozenset({"administer", "govern"})
_GUNS = frozenset({"artillery", "mortar", "howitzer", "gun", "cannon", "tank"})
_FIRE = frozenset({"fire", "gunfire", "shot"})
_BY_TURNS = frozenset({"repel", "assault", "shelling", "handover", "deploy", "siege_end", "cooperate"})
_TAKING_OFF = frozenset({"confiscate", "seize", "impound", "strip", "remove", "take", "requisition", "unload"})
_SETTING_DOWN = frozenset({"offload", "unload", "discharge", "store"})
_STORES = frozenset({"warehouse", "depot", "storehouse", "store", "hospital", "clinic", "school", "centre", "center"})
_AID_MOVED = frozenset({"deliver_aid", "disrupt_weapons", "detain", "capture", "evacuate", "withdraw", "abduct", "arm"})
_AS_VICTORS = frozenset({"victoriously", "triumphantly", "victors", "victorious", "conquerors", "liberators"})
_RULE = frozenset({"control", "authority", "sovereignty"})
_DRIVING = frozenset({"drive", "chase", "oust", "expel", "dislodge"})
_LINES = frozenset({"line", "position", "defence", "defense", "ring"})
_LIBERTY = frozenset({"liberty", "freedom"})
_TURNING = frozenset({"turn", "train", "open", "direct", "aim"})
_SENDING = frozenset({"send", "pour", "hurl", "fling", "lob"})
_SHELLS = frozenset({"shell", "rocket", "mortar", "missile", "round"})
_US = frozenset({"us"})
_TO_DEATH = frozenset({"beat", "hack", "stone", "burn", "bludgeon", "club", "stab", "kick", "trample"})
_BUILDINGS = frozenset({"building", "house", "home", "structure", "vehicle"})
_HOLDING_OFF = frozenset({"hold", "beat", "fight", "fend", "ward", "drive", "withstand"})
_OPERATIONS = frozenset({"operation", "campaign", "action"})
_SHUT_IN = frozenset({"encircled", "besieged", "surrounded", "blockaded", "isolated", "cut", "closed"})
# Words that tell one deed, whatever the model takes them for.
_ONE_MEANING = {"besiegement": "besiege", "wrest": "capture", "drawdown": "withdraw", "medevac": "evacuate"}
_GOING = {"fall": "back", "run": "away"}
_WINNING = frozenset({"claw", "win", "wrest", "snatch"})
_DYING = frozenset({"die", "kill", "dead", "death"})
_ATTACKERS = frozenset({"attacker", "assailant", "attack", "assault", "offensive", "raider"})
_BEATEN_OFF = _ATTACKERS | {
    "invader", "intruder", "enemy", "counterattack", "counter-attack", "wave", "onslaught", "raid",
}  # fmt: skip
_GROUND = frozenset({"territory", "town", "village", "hill", "district", "outpost"})
_POSTS = frozenset({"position", "post"})  # which ministers have as well, and parties lose ground
_OUTPOSTS = word_list("posts") - _POSTS
_OUT_OF = frozenset({("out", "of"), ("out", "from"), ("back", "from")})


def driven_out(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Drove the army out of its streets", where the model sees nothing: who drives another out takes the place.

    So is "Lisk changed hands when rebels drove out the army".
    """
    for token in sentence.verbs:
        if token.lemma not in _DRIVING:
            continue
        things = children(sentence, token.index, "obj")
        force = _armed(sentence, things)
        after = [t.text.lower() for t in sentence.tokens[token.index + 1 :]]
        out = any((one, two) in _OUT_OF for one, two in pairwise(after))
        out |= _of_changed_hands(sentence, token) and has_word(sentence, token, {"out"})
        if force and out and not any(t.start < token.end and token.start < t.end for t in seen):
            yield Labelled(token.start, token.end, "capture", SCORE)


def _of_changed_hands(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says how a place changed hands ("the town changed hands in May, when rebels drove out …")."""
    before = sentence.tokens[verb.head] if verb.head >= 0 and verb.deprel in {"advcl", "acl", "acl:relcl"} else None
    hands = children(sentence, before.index, "obj") if before is not None and before.lemma == "change" else []
    return any(t.lemma.lower() == "hand" for t in hands)


def to_death(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Beat a man to death", "shot dead eleven men", where the model sees nothing: who dies of it is killed."""
    for verb in sentence.verbs:
        if verb.lemma not in _TO_DEATH | {"shoot"}:
            continue
        after = [t.text.lower() for t in sentence.tokens[verb.index + 1 :]]
        dies = any(pair == ("to", "death") for pair in pairwise(after)) or after[:1] == ["dead"]
        if dies and not any(t.start < verb.end and verb.start < t.end for t in seen):
            yield Labelled(verb.start, verb.end, "kill", SCORE)


def told_in_phrases(sentence: Sentence) -> Iterator[Labelled]:
    """Triggers for what a siege's end or a taking is told by, whatever the model sees there."""
    for token in _telling(sentence):
        if token.upos in {"VERB", "AUX", "ADJ", "ADV", "NOUN"} and _ends(sentence, token):
            yield Labelled(token.start, token.end, "siege_end", SCORE)
        elif (
            token.lemma in _PIERCING
            and token.upos == "VERB"
            and has_lemma(sentence, token, _RINGS | {"ring"}, *DONE_TO)
        ):
            yield Labelled(token.start, token.end, "siege_end", SCORE)  # "forced the ring around the town"
        elif token.lemma.lower() == "master" and token.upos == "NOUN" and _of_a_place(sentence, token):
            made = token.head >= 0 and sentence.tokens[token.head].lemma in {"make", "become"}
            yield Labelled(token.start, token.end, "capture" if made else "control", SCORE)
        elif _rule_is_restored(sentence, token) or _changes_hands(sentence, token):
            yield Labelled(token.start, token.end, "capture", SCORE)
        elif _turns_guns(sentence, token) or _sends_shells(sentence, token):
            yield Labelled(token.start, token.end, "shelling", SCORE)
        elif token.lemma == "deprive" and has_lemma(sentence, token, _LIBERTY, "obl", "nmod"):
            yield Labelled(token.start, token.end, "detain", SCORE)
        elif _fire_is_exchanged(sentence, token):
            yield Labelled(token.start, token.end, "clash", SCORE)
        elif token.lemma == "invest" and token.upos == "VERB" and _is_invested(sentence, token):
            yield Labelled(token.start, token.end, "besiege", SCORE)
        elif token.text.lower() == "fire" and _under_fire(sentence, token):
            yield Labelled(token.start, token.end, "shelling", SCORE)
        elif (kind := _by_arms(sentence, token)) is not None:
            yield Labelled(token.start, token.end, kind, SCORE)


def _by_arms(sentence: Sentence, token: Token) -> str | None:
    """What those who bear arms do: hold off others, withdraw, set upon or rule a place; what a mine does."""
    if on_a_mine(sentence, token):
        return "explosion"
    if _beats_off(sentence, token):
        return "repel"
    if _falls_back(sentence, token) or _gives_up_posts(sentence, token):
        return "withdraw"
    if _wins_back(sentence, token):
        return "capture"
    if _sets_upon(sentence, token) and _armed(sentence, children(sentence, token.index, "nsubj")):
        return "assault"
    if _fights_its_way(sentence, token):
        return "advance"
    return "control" if _rules(sentence, token) else None


def _beats_off(sentence: Sentence, verb: Token) -> bool:
    """ "The garrison held off the militants", "withstood a third assault": who attacks does not get through."""
    if verb.upos != "VERB" or verb.lemma not in _HOLDING_OFF:
        return False
    things = objects_of(sentence, verb)
    whom = [t for t in things if bears_arms(sentence, t)]
    attack = any(t.lemma.lower() in _BEATEN_OFF and not _of_words(sentence, t) for t in things)
    if verb.lemma == "withstand":
        return attack
    off = has_particle(sentence, verb, "off")
    return off and (attack or bool(whom))


def _of_words(sentence: Sentence, attack: Token) -> bool:
    """ "A wave of criticism": of what nobody fights with."""
    of = children(sentence, attack.index, "nmod") if attack.lemma.lower() == "wave" else []
    return any(
        t.lemma.lower() not in _BEATEN_OFF and kind_of(sentence, t.index) not in {"weapon", "actor", "people"}
        for t in of
        if case_of(sentence, t) == "of"
    )


_FORCING = frozenset({"fight", "force", "battle", "shoot", "blast", "punch", "push"})
_FORWARDS = frozenset({"into", "to", "towards", "toward", "onto", "inside", "through"})
# The words that these phrases are told by: as lemmas, and as they are written whatever they are taken for.
_IN_PHRASES = frozenset({
    *_ENDING, *_PIERCING, *_TURNING, *_SENDING, *_GOING, "come", "descend", "draw", "master", "restoration", "restore",
    "pass", *_HOLDING_OFF, *_FORCING, *HITTING, "shift", "go", "deprive", "exchange", "trade", "invest",
    "exercise", "charge", "garrison", "give", "retrograde", *_WINNING,
})  # fmt: skip
_AS_WRITTEN = frozenset({"over", "fire"})


def _telling(sentence: Sentence) -> list[Token]:
    """The words of a sentence that can tell in a phrase; most have none."""
    return [t for t in sentence.tokens if t.lemma.lower() in _IN_PHRASES or t.text.lower() in _AS_WRITTEN]


def _rules(sentence: Sentence, token: Token) -> bool:
    """ "Authority in the town is exercised by the army", "the rebels garrison the town", "are in charge of it"."""
    if token.lemma == "exercise":
        return has_lemma(sentence, token, _RULE, *DONE_TO)
    if token.lemma == "charge" and children(sentence, token.index, "cop") and case_of(sentence, token) == "in":
        over = children(sentence, token.index, "nmod", "obl")
        return any(is_named_place(sentence, t) and case_of(sentence, t) in {"in", "of", "at"} for t in over)
    return token.lemma == "garrison" and any(is_named_place(sentence, t) for t in objects_of(sentence, token))


def _fights_its_way(sentence: Sentence, verb: Token) -> bool:
    """ "Fought their way to the centre", "forced a path into the suburb": who does so moves forward."""
    ways = [t for t in children(sentence, verb.index, "obj") if t.lemma.lower() in {"way", "path", "passage"}]
    if not ways or verb.upos != "VERB" or verb.lemma not in _FORCING:
        return False
    doers = children(sentence, verb.index, "nsubj")
    to = [c for t in (verb, *ways) for c in children(sentence, t.index, "obl", "nmod")]
    placed = any(not _FORWARDS.isdisjoint(cases_of(sentence, t)) for t in to)
    return placed and not any(kind_of(sentence, t.index) == "people" for t in doers)


def _falls_back(sentence: Sentence, verb: Token) -> bool:
    """ "The militia fell back without a fight", "soldiers ran away": who bears arms and leaves withdraws.

    So does, in the speech of soldiers, who retrogrades.
    """
    if verb.lemma == "retrograde":
        return verb.upos == "VERB"
    particle = _GOING.get(verb.lemma) if verb.upos == "VERB" else None
    if particle is None:
        return False
    beside = children(sentence, verb.index, "advmod", "compound:prt")
    away = any(t.text.lower() == particle for t in beside)
    who = children(sentence, verb.index, "nsubj")
    if not who and verb.deprel == "conj":  # "gave up the ridge and fell back"
        who = children(sentence, verb.head, "nsubj")
    return away and _armed(sentence, who)


def _gives_up_posts(sentence: Sentence, verb: Token) -> bool:
    """ "Gave up three outposts", "the outpost was given up": who gives up what only fighters have withdraws."""
    if verb.lemma != "give" or not has_word(sentence, verb, {"up"}):
        return False
    armed = _armed(sentence, children(sentence, verb.index, "nsubj"))
    return has_lemma(sentence, verb, word_list("posts") if armed else _OUTPOSTS, *DONE_TO)


def _wins_back(sentence: Sentence, verb: Token) -> bool:
    """ "Clawed back ground lost in May": who does takes it again, and does not go back."""
    back = any(t.text.lower() == "back" for t in sentence.tokens[verb.index + 1 : verb.index + 2])
    things = objects_of(sentence, verb) if back and verb.lemma in _WINNING else []
    if any(t.lemma.lower() in _GROUND or is_named_place(sentence, t) for t in things):
        return True
    ground = any(t.lemma.lower() in {"ground", "land", *_POSTS} for t in things)
    return ground and any(bears_arms(sentence, t) for t in children(sentence, verb.index, "nsubj"))


def _is_invested(sentence: Sentence, verb: Token) -> bool:
    """ "The town, invested by the rebels since May": no money is, where a place is by those who bear arms."""
    of = children(sentence, verb.index, "nsubj:pass")
    of += [sentence.tokens[verb.head]] if verb.deprel in {"acl", "acl:relcl"} and verb.head >= 0 else []
    by = [t for t in sentence.tokens[verb.index + 1 :] if case_of(sentence, t) == "by"]
    armed = any(is_fighter(t) or _is_force(sentence, t) for t in by)
    return armed and any(is_named_place(sentence, t) for t in of)


def _under_fire(sentence: Sentence, fire: Token) -> bool:
    """ "A clinic under fire from the army": what stands still is shelled, where the words for it have no verb."""
    hit = sentence.tokens[fire.head] if fire.deprel == "nmod" and fire.head >= 0 else None
    if hit is None or hit.upos != "NOUN" or is_fighter(hit) or case_of(sentence, fire) != "under":
        return False
    beside = [*children(sentence, fire.index, "nmod"), *children(sentence, hit.index, "nmod")]
    return kind_of(sentence, hit.index) != "people" and any(case_of(sentence, t) == "from" for t in beside)


def _turns_guns(sentence: Sentence, verb: Token) -> bool:
    """ "Guns of the army were turned on the town", "the army trained its guns on a mill"."""
    if verb.lemma not in _TURNING or not has_lemma(sentence, verb, _GUNS, "obj", "nsubj", "nsubj:pass"):
        return False
    return any(case_of(sentence, t) in {"on", "upon", "against"} for t in children(sentence, verb.index, "obl"))


def _sends_shells(sentence: Sentence, verb: Token) -> bool:
    """ "The shells that they sent into the town"."""
    if verb.lemma not in _SENDING or verb.upos != "VERB":
        return False
    sent = objects_of(sentence, verb)
    sent += [sentence.tokens[verb.head]] if verb.deprel == "acl:relcl" and verb.head >= 0 else []
    into = children(sentence, verb.index, "obl")
    return any(t.lemma.lower() in _SHELLS for t in sent) and any(
        case_of(sentence, t) in {"into", "at", "on", "onto"} for t in into
    )


def _changes_hands(sentence: Sentence, verb: Token) -> bool:
    """ "Control of the town passed from the militia to the army", "the town went over to the army"."""
    if verb.upos != "VERB" or verb.lemma not in {"pass", "shift", "go"}:
        return False
    what = children(sentence, verb.index, "nsubj")
    over = any(t.text.lower() == "over" for t in sentence.tokens[verb.index + 1 : verb.index + 2])
    ruled = (
        over and any(is_named_place(sentence, t) for t in what)
        if verb.lemma == "go"
        else any(t.lemma.lower() in _RULE for t in what)
    )
    to = [t for t in children(sentence, verb.index, "obl") if "to" in cases_of(sentence, t)]
    return ruled and any(_is_force(sentence, t) or is_fighter(t) for t in to)


def _rule_is_restored(sentence: Sentence, verb: Token) -> bool:
    """ "Constitutional order was restored in the town by the army": told for taking it; order alone is none."""
    noun = verb.lemma.lower() == "restoration"
    if not (noun or (verb.lemma == "restore" and verb.upos == "VERB")):
        return False
    things = children(sentence, verb.index, *(("nmod",) if noun else DONE_TO))
    ruled = any(
        t.lemma.lower() in _RULE or has_lemma(sentence, t, {"constitutional", "lawful"}, "amod") for t in things
    )
    over = [t for t in children(sentence, verb.index, "obl", "nmod") if case_of(sentence, t) in {"in", "over", "to"}]
    over += [n for t in things for n in children(sentence, t.index, "nmod") if case_of(sentence, n) in {"in", "over"}]
    return ruled and any(is_named_place(sentence, t) for t in over)


def _ends(sentence: Sentence, token: Token) -> bool:
    """Whether a word says of a siege that it ends: "ended", "came to an end", "is over", "is at an end"."""
    if token.lemma not in _ENDING | {"come", "draw"} and token.text.lower() != "over":
        return False
    of = subjects_of(sentence, token)
    if not any(t.lemma.lower() in _RINGS or _is_ring(sentence, t) for t in of):
        return False
    if token.lemma in _ENDING and token.upos in {"VERB", "NOUN"}:
        at = {c.text.lower() for c in children(sentence, token.index, "case")}
        return token.upos == "VERB" or "at" in at
    if token.text.lower() == "over":
        return True
    to = children(sentence, token.index, "obl")
    return token.lemma in {"come", "draw"} and any(t.lemma.lower() in _CLOSE for t in to)


def _is_ring(sentence: Sentence, noun: Token) -> bool:
    """ "The ring around the town", where it is of no other sort than of troops."""
    if noun.lemma.lower() != "ring":
        return False
    around = [t for t in children(sentence, noun.index, "nmod") if case_of(sentence, t) in {"around", "round"}]
    return any(t.upos == "PROPN" or is_named_place(sentence, t) for t in around)


def _of_a_place(sentence: Sentence, noun: Token) -> bool:
    """Whether somebody is said to be, or to have become, the master of a place."""
    of = [t for t in children(sentence, noun.index, "nmod") if case_of(sentence, t) == "of"]
    return any(kind_of(sentence, t.index) == "place" or t.upos == "PROPN" or is_named_place(sentence, t) for t in of)


def _misnamed(sentence: Sentence, label: str, head: Token) -> str | None:
    """What a word tells that was read as its opposite, or as less than it tells; ``None`` where it was not."""
    if head.lemma.lower() in _ONE_MEANING:
        return _ONE_MEANING[head.lemma.lower()]
    if label == "deny_aid" and _set_down(sentence, head):
        return "deliver_aid"
    if label == "withdraw" and _changes_hands(sentence, head):
        return "capture"
    if label in {"cut_route", "open_route"} and is_usable(head):
        return "open_route" if _can_be_used(sentence, head) else "cut_route"
    if label in {"withdraw", "deliver_aid"} and _relieves(sentence, head):
        return "siege_end"
    if label == "siege_end" and head.lemma in _COMPLETING and has_lemma(sentence, head, _RINGS, *DONE_TO):
        return "besiege"  # "completed the encirclement of the town"
    return "besiege" if label == "advance" and _closes_in(sentence, head) else None


_NOT = frozenset({"not", "n't", "n’t", "no", "never", "hardly", "barely", "longer"})


def _can_be_used(sentence: Sentence, head: Token) -> bool:
    """ "The road is passable again", no "is passable no longer"."""
    before = sentence.tokens[max(0, head.index - 3) : head.index + 3]
    return not any(t.text.lower() in _NOT for t in before)


def worded(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that its whole phrase tells."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return trigger
    if trigger.label in _BY_TURNS and _fire_is_exchanged(sentence, head):
        return replace(trigger, label="clash")
    if trigger.label in _AID_MOVED and _taken_off(sentence, head):
        return replace(trigger, label="deny_aid")
    if (kind := _misnamed(sentence, trigger.label, head)) is not None:
        return replace(trigger, label=kind)
    if trigger.label == "cut_route" and _cuts_through(sentence, head):
        return replace(trigger, label="siege_end" if _names_a_ring(sentence) else "advance")
    if trigger.label in {"airstrike", "assault"} and has_lemma(sentence, head, _GUNS, "nsubj"):
        return replace(trigger, label="shelling")  # "artillery pounded the town"
    if trigger.label == "assault" and _fires_shells(sentence, head):
        return replace(trigger, label="shelling")
    if trigger.label == "handover" and any(is_aid(sentence, t) for t in objects_of(sentence, head)):
        return replace(trigger, label="deliver_aid")  # "flour was handed over to the people"
    if trigger.label == "capture" and head.lemma in _RULING:
        return replace(trigger, label="control")
    for kinds, so, kind in _BY_PHRASE:
        if trigger.label in kinds and so(sentence, head):
            return replace(trigger, label=kind)
    return trigger


def _fires_shells(sentence: Sentence, head: Token) -> bool:
    """ "Shells that the army fired at a post", "fired mortars"."""
    if head.lemma not in {"fire", "launch", "lob"} or head.upos != "VERB":
        return False
    what = objects_of(sentence, head)
    what += [sentence.tokens[head.head]] if head.deprel in {"acl", "acl:relcl"} else []
    return any(t.lemma.lower() in _SHELLS for t in what)


def _falls_as_bombs(sentence: Sentence, head: Token) -> bool:
    """ "Bombs fell on the yard": what falls was not laid there."""
    return head.lemma in {"fall", "land", "rain"} and any(
        t.lemma.lower() in _SHELLS | {"bomb"} and t.lemma != t.text.lower()
        for t in children(sentence, head.index, "nsubj")
    )


def _sets_upon(sentence: Sentence, head: Token) -> bool:
    """ "Descended on the village", "an incursion in which two died": who comes so attacks, and does not only come."""
    if head.lemma == "incursion":
        return any(t.lemma.lower() in _DYING for t in sentence.tokens[head.index + 1 :])
    on = children(sentence, head.index, "obl")
    return head.lemma == "descend" and any(case_of(sentence, t) in {"on", "upon"} for t in on)


def _engages(sentence: Sentence, head: Token) -> bool:
    """ "The rebels were engaged by the army", "troops engaged the militia": those who bear arms fight each other."""
    whom = objects_of(sentence, head)
    by = children(sentence, head.index, "nsubj", "obl:agent")
    return head.lemma == "engage" and head.upos == "VERB" and _armed(sentence, whom) and _armed(sentence, by)


def _armed(sentence: Sentence, nouns: Sequence[Token]) -> bool:
    return any(bears_arms(sentence, t) or _is_force(sentence, t) for t in nouns)


def _drives_out(sentence: Sentence, head: Token) -> bool:
    """ "Drove out the enemy": who does takes the place; who drives out those who attack it only keeps it."""
    out = has_particle(sentence, head, "out")
    whom = children(sentence, head.index, "obj")
    return head.lemma in _DRIVING and out and bool(whom) and not has_lemma(sentence, head, _ATTACKERS, "obj")


def _marches_in(sentence: Sentence, head: Token) -> bool:
    """ "Soldiers marched into the town": who bears arms and marches in protests against nobody."""
    into = any(case_of(sentence, t) == "into" for t in children(sentence, head.index, "obl"))
    return head.lemma == "march" and into and _armed(sentence, children(sentence, head.index, "nsubj"))


def _musters(sentence: Sentence, head: Token) -> bool:
    """ "Troops gathered near the dam": who bears arms and gathers somewhere protests against nobody."""
    who = children(sentence, head.index, "nsubj") if head.lemma in {"gather", "mass", "assemble"} else []
    return any(bears_arms(sentence, t) for t in who)


def _seizes_people(sentence: Sentence, head: Token) -> bool:
    """ "Seized 22 passengers": people who bear no arms are no weapons that are taken from somebody."""
    whom = objects_of(sentence, head)
    return head.lemma in {"seize", "take", "capture"} and bool(whom) and all(are_people(sentence, t) for t in whom)


def _reaches_the_besieged(sentence: Sentence, head: Token) -> bool:
    """ "The siege is over: the army reached the town": that ends it."""
    return head.lemma == "reach" and any(_ends(sentence, t) for t in sentence.tokens)


def _falls_to_somebody(sentence: Sentence, head: Token) -> bool:
    """ "Lisk fell to the rebels", "was lost to the army": what has a name and goes to a force is a place, and no dead.

    Between a name and its verb the model takes a town for a person now and then.
    """
    if head.lemma not in {"fall", "lose"} or head.upos != "VERB":
        return False
    what = children(sentence, head.index, *(("nsubj",) if head.lemma == "fall" else ("nsubj:pass",)))
    to = [t for t in children(sentence, head.index, "obl") if case_of(sentence, t) == "to"]
    force = any(is_fighter(t) or _is_force(sentence, t) for t in to)
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
    relief = head.lemma in {"come", "arrive"} and has_lemma(sentence, head, frozenset({"relief"}), "nsubj")
    around = head.lemma == "withdraw" and any(
        case_of(sentence, t) == "around" for t in children(sentence, head.index, "obl")
    )
    pickets = head.lemma == "withdraw" and has_lemma(sentence, head, frozenset({"picket"}), "obj")
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
    return any(t.text.lower() in _AS_VICTORS for t in _beside(sentence, head))


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
    return any(t.lemma.lower() in _RINGS and case_of(sentence, t) in {"after", "following"} for t in beside)


def _lays_again(_: Sentence, head: Token) -> bool:
    """ "It was reimposed", "the blockade, which they renewed": a ring that is laid once more."""
    return head.upos == "VERB" and head.lemma in {"reimpose", "re-impose", "renew", "reinstate", "restore", "impose"}


def _is_beaten(_: Sentence, head: Token) -> bool:
    """ "After a string of defeats": fights that were lost, and no one place."""
    return head.text.lower() == "defeats" and head.upos == "NOUN"


def _is_dropped(_: Sentence, head: Token) -> bool:
    """ "Airdrops to the garrison": what is dropped so is no bomb."""
    return head.lemma.lower() in {"airdrop", "air-drop"}


# Types that the model gives, whether a phrase tells another deed, and which.
_BY_PHRASE: tuple[tuple[frozenset[str], Callable[[Sentence, Token], bool], str], ...] = (
    (frozenset({"advance"}), _reaches_the_besieged, "siege_end"),
    (frozenset({"siege_end"}), _lays_again, "besiege"),
    (frozenset({"kill"}), _falls_after_a_siege, "capture"),
    (frozenset({"explosion"}), _falls_as_bombs, "shelling"),
    (frozenset({"assault"}), _takes_by_storm, "capture"),
    (frozenset({"advance"}), _sets_upon, "assault"),
    (frozenset({"deploy"}), _engages, "clash"),
    (frozenset({"repel", "withdraw"}), _drives_out, "capture"),
    (frozenset({"kill", "deliver_aid", "advance", "displace", "withdraw"}), _falls_to_somebody, "capture"),
    (frozenset({"protest"}), _marches_in, "advance"),
    (frozenset({"protest"}), _musters, "deploy"),
    (frozenset({"disrupt_weapons"}), _seizes_people, "abduct"),
    (frozenset({"advance"}), _as_victors, "capture"),
    (frozenset({"release"}), _frees_a_place, "capture"),
    (frozenset({"capture"}), _is_beaten, "clash"),
    (frozenset({"airstrike"}), _is_dropped, "deliver_aid"),
    (frozenset({"capture", "control", "cut_route", "advance", "assault", "restrict"}), _isolates, "besiege"),
)


def _names_a_ring(sentence: Sentence) -> bool:
    return not sentence.lemmas.isdisjoint(_RINGS)


def _beside(sentence: Sentence, head: Token) -> Sequence[Token]:
    return children(sentence, head.index, "advmod", "obl", "xcomp", "acl", "nmod")


def _fire_is_exchanged(sentence: Sentence, head: Token) -> bool:
    """ "Small-arms fire was exchanged between the army and the rebels", "an exchange of fire"."""
    if head.lemma not in {"exchange", "trade"}:
        return False
    what = ("nsubj:pass", "obj") if head.upos == "VERB" else ("nmod",)
    return has_lemma(sentence, head, _FIRE, *what)


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
    return any(is_fighter(t) or _is_force(sentence, t) for t in doers)


def _set_down(sentence: Sentence, head: Token) -> bool:
    """ "Four trucks of flour were offloaded at a warehouse": goods that are stored where they were to go arrived."""
    if head.lemma not in _SETTING_DOWN or head.upos != "VERB":
        return False
    beside = children(sentence, head.index, "obl")
    off = any(case_of(sentence, t) in {"from", "off"} for t in beside)
    return not off and any(t.lemma.lower() in _STORES and case_of(sentence, t) in {"at", "in", "into"} for t in beside)


def _closes_in(sentence: Sentence, head: Token) -> bool:
    """ "Closed in on the town from all sides"."""
    if head.lemma != "close" or not has_word(sentence, head, {"in"}, "compound:prt"):
        return False
    sides = (t for t in children(sentence, head.index, "obl", "obj") if t.lemma.lower() in {"side", "direction"})
    return any(c.text.lower() in {"all", "every"} for t in sides for c in children(sentence, t.index, "det", "amod"))


def _is_convoy(sentence: Sentence, token: Token) -> bool:
    of = children(sentence, token.index, "nmod")
    return any(t.lemma.lower() in CONVOYS for t in (token, *of))


def _is_force(sentence: Sentence, token: Token) -> bool:
    return labelled_as(sentence, token, {"ORG", "NORP"})


_BARE_ENDS = frozenset({"over", "down"})


def no_phrase(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether the phrase of a trigger tells no deed of its own.

    "It is over", "the lines were down" of no siege; "left us", "took two from us" of the dead; "offensive operations",
    "the operation ended";
    "have been there since …"; "drove the forces out", "drove the Defence Force out"; "two rebel-held buildings", which
    are no place that can be found (guidelines).
    """
    head = trigger_head(sentence, trigger)
    if head is None:
        return False
    word = head.text.lower()
    if trigger.label == "siege_end" and (word in _BARE_ENDS or head.lemma in _ENDING):
        operations = has_lemma(sentence, head, _OPERATIONS, *SUBJECTS)
        return operations or (word in _BARE_ENDS and sentence.lemmas.isdisjoint(_RINGS))
    if trigger.label in {"displace", "evacuate", "abduct"} and head.lemma in {"leave", "take"}:
        after = sentence.tokens[head.index + 1 : head.index + 6]  # "took two residents from us", "have left us"
        return any(t.text.lower() in _US and t.deprel in {"obj", "obl", "iobj", "nmod"} for t in after)
    if trigger.label == "advance" and _cuts_through(sentence, head):
        return _names_a_ring(sentence)  # which is told to end: "punched through their lines and ended the siege"
    if trigger.label == "assault":
        offensive = word == "offensive" and head.deprel == "amod"
        ended = head.lemma in _OPERATIONS and head.deprel in SUBJECTS and sentence.tokens[head.head].lemma in _ENDING
        return offensive or ended or (head.lemma == "try" and head.upos == "VERB")  # "it tried again": whatever it was
    if trigger.label == "control" and head.lemma == "keep":  # "have kept the town encircled"
        return has_word(sentence, head, _SHUT_IN, "xcomp", "ccomp", "advcl", "acl")
    if trigger.label == "talks" and word == "talk":  # "talk in the town is of nothing but prices"
        return not any(t.text.lower() in {"between", "with"} for t in sentence.tokens)
    if trigger.label == "detain" and head.lemma in CAPTIVES and head.head >= 0:
        return sentence.tokens[head.head].lemma in {"exchange", "swap"}  # which is told, if at all, by its own word
    if trigger.label == "deploy":
        masters = head.lemma == "make" and has_lemma(sentence, head, {"master"})
        return word == "there" or masters
    if trigger.label == "control" and head.deprel in {"amod", "acl"} and head.head >= 0:
        return sentence.tokens[head.head].lemma.lower() in _BUILDINGS
    return trigger.label == "restrict" and head.upos in {"NOUN", "PROPN"} and word in {"force", "forces"}
