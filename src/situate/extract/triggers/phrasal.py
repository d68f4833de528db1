"""Deeds that a whole phrase tells, whatever the model sees there: "the siege came to an end", "masters of the town"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from situate.extract.roles.not_the_doer import HITTING, on_a_mine
from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import is_named_place, kind_of, labelled_as
from situate.extract.tree.relations import (
    DONE_TO,
    case_of,
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
    subjects_of,
)
from situate.extract.tree.words import RINGS, word_list
from situate.extract.triggers import informal
from situate.extract.triggers.deaths import DROPPED
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

ENCIRCLING = RINGS | {"cordon"}
ENDING = frozenset({"end", "lift", "break", "raise", "collapse", "cease"})
_LAYING = frozenset({"lay", "throw", "draw", "form", "close", "put", "establish", "maintain"})
_AROUND = frozenset({"around", "round", "about"})
_PIERCING = frozenset({"force", "breach", "pierce", "rupture", "smash"})
_CLOSE = frozenset({"end", "close", "conclusion"})
GUNS = frozenset({"artillery", "mortar", "howitzer", "gun", "cannon", "tank"})
_FIRE = frozenset({"fire", "gunfire", "shot"})
_RULE = frozenset({"control", "authority", "sovereignty"})
DRIVING = frozenset({"drive", "chase", "oust", "expel", "dislodge"})
_LIBERTY = frozenset({"liberty", "freedom"})
_TURNING = frozenset({"turn", "train", "open", "direct", "aim"})
_SENDING = frozenset({"send", "pour", "hurl", "fling", "lob"})
SHELLS = frozenset({"shell", "rocket", "mortar", "missile", "round"})
_TO_DEATH = frozenset({"beat", "hack", "stone", "burn", "bludgeon", "club", "stab", "kick", "trample"})
_WITHOUT_DEAD = frozenset({"destroy", "abduct", "detain", "advance", "displace", "release", "abuse"})
_HOLDING_OFF = frozenset({"hold", "beat", "fight", "fend", "ward", "drive", "withstand"})
_GOING = {"fall": "back", "run": "away"}
_WINNING = frozenset({"claw", "win", "wrest", "snatch"})
_DYING = frozenset({"die", "kill", "dead", "death"})
ATTACKERS = frozenset({"attacker", "assailant", "attack", "assault", "offensive", "raider"})
_BEATEN_OFF = ATTACKERS | {
    "invader", "intruder", "enemy", "counterattack", "counter-attack", "wave", "onslaught", "raid",
}  # fmt: skip
_GROUND = frozenset({"territory", "town", "village", "hill", "district", "outpost"})
_POSTS = frozenset({"position", "post"})  # which ministers have as well, and parties lose ground
_OUTPOSTS = word_list("posts") - _POSTS
_STRIKING = frozenset({"hit", "strike", "target", "destroy", "wreck", "damage", "tear", "rip"})
_LAID = frozenset({"ied", "landmine", "mine", "car-bomb", "boobytrap", "booby-trap"})
_CRASHING = frozenset({"crash", "slam", "smash", "plough", "plow", "fly", "dive"})
_OPEN_LAND = frozenset({"field", "sea", "water", "desert", "forest", "ground", "river", "lake", "orchard", "land"})
_FROM_ABOVE = frozenset({"aircraft", "plane", "warplane", "jet", "drone", "helicopter", "bomber", "drop"})
_OUT_OF = frozenset({("out", "of"), ("out", "from"), ("back", "from")})


def driven_out(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Drove the army out of its streets", where the model sees nothing: who drives another out takes the place.

    So is "Lisk changed hands when rebels drove out the army".
    """
    for token in sentence.verbs:
        if token.lemma not in DRIVING:
            continue
        things = children(sentence, token.index, "obj")
        force = are_armed(sentence, things)
        after = [t.text.lower() for t in sentence.tokens[token.index + 1 :]]
        out = any((one, two) in _OUT_OF for one, two in pairwise(after))
        out |= _of_changed_hands(sentence, token) and has_word(sentence, token, {"out"})
        if force and out and not any(overlap(t, token) for t in seen):
            yield Labelled(token.start, token.end, "capture", SCORE)


def _of_changed_hands(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says how a place changed hands ("the town changed hands in May, when rebels drove out …")."""
    before = governor_of(sentence, verb, "advcl", "acl", "acl:relcl")
    hands = children(sentence, before.index, "obj") if before is not None and before.lemma == "change" else []
    return any(t.lemma.lower() == "hand" for t in hands)


def to_death(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Beat a man to death", "shot dead eleven men", where the model sees nothing: who dies of it is killed."""
    for verb in sentence.verbs:
        if dies_of_it(sentence, verb) and not any(overlap(t, verb) for t in seen):
            yield Labelled(verb.start, verb.end, "kill", SCORE)


def dies_of_it(sentence: Sentence, verb: Token) -> bool:
    """Whether who is beaten, hacked or shot is so to death."""
    if verb.lemma not in _TO_DEATH | {"shoot"}:
        return False
    after = [t.text.lower() for t in sentence.tokens[verb.index + 1 :]]
    return any(pair == ("to", "death") for pair in pairwise(after)) or after[:1] == ["dead"]


def killing_beside(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Burned houses, killing five people": the dead beside a deed that by the ontology has none of its own."""
    for verb in sentence.verbs:
        deed = governor_of(sentence, verb, "advcl") if verb.text.lower() in {"killing", "slaughtering"} else None
        if deed is None or not children(sentence, verb.index, "obj") or children(sentence, verb.index, "mark"):
            continue
        told = any(t.label in _WITHOUT_DEAD and t.start <= deed.start < t.end for t in seen)
        if told and not any(overlap(t, verb) or t.label == "kill" for t in seen):
            yield Labelled(verb.start, verb.end, "kill", SCORE)


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


def _rules(sentence: Sentence, token: Token) -> bool:
    """ "Authority in the town is exercised by the army", "the rebels garrison the town", "are in charge of it"."""
    if token.lemma == "exercise":
        return has_lemma(sentence, token, _RULE, *DONE_TO)
    if token.lemma == "charge" and children(sentence, token.index, "cop") and case_of(sentence, token) == "in":
        over = children(sentence, token.index, "nmod", "obl")
        return any(is_named_place(sentence, t) and case_of(sentence, t) in {"in", "of", "at"} for t in over)
    return token.lemma == "garrison" and any(is_named_place(sentence, t) for t in _garrisoned(sentence, token))


def _garrisoned(sentence: Sentence, token: Token) -> list[Token]:
    """What is garrisoned; in "The Sarn Front garrison Lisk." also if the verb is taken for a noun with a name after."""
    beside = children(sentence, token.index, "appos") if token.deprel == "root" and token.upos == "NOUN" else []
    named = [t for t in beside if children(sentence, token.index, "compound", "nsubj")]
    return [*objects_of(sentence, token), *(t for t in named if t.index == token.index + 1)]


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
    return away and are_armed(sentence, who)


def _gives_up_posts(sentence: Sentence, verb: Token) -> bool:
    """ "Gave up three outposts", "the outpost was given up": who gives up what only fighters have withdraws."""
    if verb.lemma != "give" or not has_word(sentence, verb, {"up"}):
        return False
    armed = are_armed(sentence, children(sentence, verb.index, "nsubj"))
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
    if verb.lemma != "invest" or verb.upos != "VERB":
        return False
    of = children(sentence, verb.index, "nsubj:pass")
    of += [sentence.tokens[verb.head]] if verb.deprel in {"acl", "acl:relcl"} and verb.head >= 0 else []
    by = [t for t in sentence.tokens[verb.index + 1 :] if case_of(sentence, t) == "by"]
    armed = any(is_fighter(t) or is_force(sentence, t) for t in by)
    return armed and any(is_named_place(sentence, t) for t in of)


def _under_fire(sentence: Sentence, fire: Token) -> bool:
    """ "A clinic under fire from the army": what stands still is shelled, where the words for it have no verb."""
    hit = governor_of(sentence, fire, "nmod")
    if (
        fire.text.lower() != "fire"
        or hit is None
        or hit.upos != "NOUN"
        or is_fighter(hit)
        or case_of(sentence, fire) != "under"
    ):
        return False
    beside = [*children(sentence, fire.index, "nmod"), *children(sentence, hit.index, "nmod")]
    return kind_of(sentence, hit.index) != "people" and any(case_of(sentence, t) == "from" for t in beside)


def _goes_off(sentence: Sentence, verb: Token) -> bool:
    """ "A roadside bomb hit a convoy", "an IED struck the bus": what was laid there goes off; no bombs from the air."""
    bombs = children(sentence, verb.index, "nsubj") if verb.upos == "VERB" and verb.lemma in _STRIKING else []
    laid = any(
        t.lemma.lower() in _LAID
        or (t.lemma.lower() == "device" and has_lemma(sentence, t, {"explosive"}, "amod", "compound"))
        or (t.text.lower() == "bomb" and not has_word(sentence, t, DROPPED, "compound", "amod"))
        for t in bombs
    )
    return laid and bool(children(sentence, verb.index, "obj")) and sentence.lemmas.isdisjoint(_FROM_ABOVE)


def _rams(sentence: Sentence, verb: Token) -> bool:
    """ "A kamikaze drone crashed into a power station": it is its own bomb; in a field it struck nothing."""
    if verb.upos != "VERB" or verb.lemma not in _CRASHING:
        return False
    into = [t for t in children(sentence, verb.index, "obl") if "into" in cases_of(sentence, t)]
    hit = any(t.lemma.lower() not in _OPEN_LAND for t in into)
    return hit and has_lemma(sentence, verb, {"drone", "uav"}, "nsubj")


def _loses_to(sentence: Sentence, verb: Token) -> bool:
    """ "The army lost Taiz to the rebels": they take it. Who loses men, or a match, loses no place."""
    if verb.lemma != "lose" or verb.upos != "VERB":
        return False
    places = [t for t in children(sentence, verb.index, "obj") if t.upos == "PROPN" or is_named_place(sentence, t)]
    to = [t for t in children(sentence, verb.index, "obl") if "to" in cases_of(sentence, t)]
    to_whom = any(t.upos == "PROPN" for t in to) or are_armed(sentence, to)
    return bool(places) and to_whom and are_armed(sentence, children(sentence, verb.index, "nsubj"))


def _turns_guns(sentence: Sentence, verb: Token) -> bool:
    """ "Guns of the army were turned on the town", "the army trained its guns on a mill"."""
    if verb.lemma not in _TURNING or not has_lemma(sentence, verb, GUNS, "obj", "nsubj", "nsubj:pass"):
        return False
    return any(case_of(sentence, t) in {"on", "upon", "against"} for t in children(sentence, verb.index, "obl"))


def _sends_shells(sentence: Sentence, verb: Token) -> bool:
    """ "The shells that they sent into the town"."""
    if verb.lemma not in _SENDING or verb.upos != "VERB":
        return False
    sent = objects_of(sentence, verb)
    sent += [sentence.tokens[verb.head]] if verb.deprel == "acl:relcl" and verb.head >= 0 else []
    into = children(sentence, verb.index, "obl")
    return any(t.lemma.lower() in SHELLS for t in sent) and any(
        case_of(sentence, t) in {"into", "at", "on", "onto"} for t in into
    )


def changes_hands(sentence: Sentence, verb: Token) -> bool:
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
    return ruled and any(is_force(sentence, t) or is_fighter(t) for t in to)


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


def ends(sentence: Sentence, token: Token) -> bool:
    """Whether a word says of a siege that it ends: "ended", "came to an end", "is over", "is at an end".

    So it is where one of several does ("one of the longest sieges ended").
    """
    if token.lemma not in ENDING | {"come", "draw"} and token.text.lower() != "over":
        return False
    of = subjects_of(sentence, token)
    of += [n for t in of if t.lemma.lower() == "one" for n in children(sentence, t.index, "nmod")]
    if not any(t.lemma.lower() in ENCIRCLING or _is_ring(sentence, t) for t in of):
        return False
    if token.lemma in ENDING and token.upos in {"VERB", "NOUN"}:
        at = {*cases_of(sentence, token)}
        return token.upos == "VERB" or "at" in at
    if token.text.lower() == "over":
        return True
    return token.lemma in {"come", "draw"} and has_lemma(sentence, token, _CLOSE, "obl")


def _is_ring(sentence: Sentence, noun: Token) -> bool:
    """ "The ring around the town", where it is of no other sort than of troops."""
    if noun.lemma.lower() != "ring":
        return False
    around = [t for t in children(sentence, noun.index, "nmod") if case_of(sentence, t) in _AROUND]
    return any(t.upos == "PROPN" or is_named_place(sentence, t) for t in around)


def _lays_a_ring(sentence: Sentence, verb: Token) -> bool:
    """ "Laid its ring around the town", "threw a cordon round it", where the place has a name."""
    if verb.lemma not in _LAYING or verb.upos != "VERB":
        return False
    rings = [t for t in objects_of(sentence, verb) if t.lemma.lower() in ENCIRCLING | {"ring", "noose"}]
    around = [n for t in (verb, *rings) for n in children(sentence, t.index, "obl", "nmod")]
    around = [n for n in around if not _AROUND.isdisjoint(cases_of(sentence, n))]
    return bool(rings) and any(is_named_place(sentence, n) for n in around)


def _of_a_place(sentence: Sentence, noun: Token) -> bool:
    """Whether somebody is said to be, or to have become, the master of a place."""
    of = [t for t in children(sentence, noun.index, "nmod") if case_of(sentence, t) == "of"]
    return any(kind_of(sentence, t.index) == "place" or t.upos == "PROPN" or is_named_place(sentence, t) for t in of)


def sets_upon(sentence: Sentence, head: Token) -> bool:
    """ "Descended on the village", "fell upon it", "an incursion in which two died": who comes so attacks."""
    if head.lemma == "incursion":
        return any(t.lemma.lower() in _DYING for t in sentence.tokens[head.index + 1 :])
    on = {case_of(sentence, t) for t in children(sentence, head.index, "obl")}
    return (head.lemma == "descend" and not on.isdisjoint({"on", "upon"})) or (head.lemma == "fall" and "upon" in on)


def are_armed(sentence: Sentence, nouns: Sequence[Token]) -> bool:
    """Whether some of these bear arms, or are a body or a people by name."""
    return any(bears_arms(sentence, t) or is_force(sentence, t) for t in nouns)


def fire_is_exchanged(sentence: Sentence, head: Token) -> bool:
    """ "Small-arms fire was exchanged between the army and the rebels", "an exchange of fire"."""
    if head.lemma not in {"exchange", "trade"}:
        return False
    what = ("nsubj:pass", "obj") if head.upos == "VERB" else ("nmod",)
    return has_lemma(sentence, head, _FIRE, *what)


def is_force(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a piece of the name of a body or a people."""
    return labelled_as(sentence, token, {"ORG", "NORP"})


def _is_over(sentence: Sentence, token: Token) -> bool:
    """ "The siege ended", "is at an end", "came to an end", "is over"."""
    return token.upos in {"VERB", "AUX", "ADJ", "ADV", "NOUN"} and ends(sentence, token)


def _is_pierced(sentence: Sentence, token: Token) -> bool:
    """ "Forced the ring around the town"."""
    return (
        token.lemma in _PIERCING
        and token.upos == "VERB"
        and has_lemma(sentence, token, ENCIRCLING | {"ring"}, *DONE_TO)
    )


def _is_master(sentence: Sentence, token: Token) -> bool:
    """ "Are masters of the town"."""
    return token.lemma.lower() == "master" and token.upos == "NOUN" and _of_a_place(sentence, token)


def _becomes_master(sentence: Sentence, token: Token) -> bool:
    """ "Made themselves masters of the town"."""
    made = token.head >= 0 and sentence.tokens[token.head].lemma in {"make", "become"}
    return made and _is_master(sentence, token)


def _deprives(sentence: Sentence, token: Token) -> bool:
    """ "Deprived of their liberty"."""
    return token.lemma == "deprive" and has_lemma(sentence, token, _LIBERTY, "obl", "nmod")


def _raids(sentence: Sentence, token: Token) -> bool:
    """ "Gunmen descended on the village"."""
    return sets_upon(sentence, token) and are_armed(sentence, children(sentence, token.index, "nsubj"))


# The words that these phrases are told by: as lemmas, and as they are written whatever they are taken for.
_IN_PHRASES = frozenset({
    *ENDING, *_LAYING, *_PIERCING, *_TURNING, *_SENDING, *_GOING, "come", "descend", "draw", "fall", "master",
    "restoration", "restore", "pass", *_HOLDING_OFF, *_FORCING, *HITTING, *_STRIKING, *_CRASHING, "lose", "shift", "go",
    "deprive",
    "exchange", "trade", "invest", "exercise", "charge", "garrison", "give", "retrograde", *_WINNING,
    *informal.WORDS,
})  # fmt: skip
_AS_WRITTEN = frozenset({"over", "fire", "ours", "theirs"})

# Whether a word tells in a phrase, and what; the first that holds counts.
_PHRASES: tuple[tuple[Callable[[Sentence, Token], bool], str], ...] = (
    (_is_over, "siege_end"),
    (_is_pierced, "siege_end"),
    (_lays_a_ring, "besiege"),
    (_becomes_master, "capture"),
    (_is_master, "control"),
    (_rule_is_restored, "capture"),
    (changes_hands, "capture"),
    (_turns_guns, "shelling"),
    (_sends_shells, "shelling"),
    (_deprives, "detain"),
    (fire_is_exchanged, "clash"),
    (_is_invested, "besiege"),
    (_under_fire, "shelling"),
    (on_a_mine, "explosion"),
    (_goes_off, "explosion"),
    (_rams, "airstrike"),
    (_loses_to, "capture"),
    (_beats_off, "repel"),
    (_falls_back, "withdraw"),
    (_gives_up_posts, "withdraw"),
    (_wins_back, "capture"),
    (_raids, "assault"),
    (_fights_its_way, "advance"),
    (_rules, "control"),
    *informal.PHRASES,
)


def told_in_phrases(sentence: Sentence) -> Iterator[Labelled]:
    """Triggers for what a whole phrase tells, whatever the model sees there; most sentences have no such word."""
    for token in sentence.tokens:
        if token.lemma.lower() in _IN_PHRASES or token.text.lower() in _AS_WRITTEN:
            kind = next((kind for so, kind in _PHRASES if so(sentence, token)), None)
            if kind is not None:
                yield Labelled(token.start, token.end, kind, SCORE)
