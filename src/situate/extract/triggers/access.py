"""What becomes of people, aid and roads, told by a word and what it is said of.

The model has read few reports of siege and access. Where it is unsure or blind, the thing that a verb moves says more
than the verb ("buses took the sick to the port", "the aid came by sea", "the road is passable").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.aid import is_aid
from situate.extract.tree.armed import bears_arms, is_fighter
from situate.extract.tree.phrases import PLACE_LABELS, kind_of, labels_at
from situate.extract.tree.relations import DONE_TO, case_of, children, governor_of, has_lemma, has_word, objects_of
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import RINGS, lexicon, word_list
from situate.extract.triggers.lexical import SCORE, UNSURE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap
from situate.ontology import ClaimType

_OF = (*DONE_TO, "nsubj")
_VEHICLES = word_list("vehicles")
_CONVEYING = word_list("conveying")
# Types of the model that hold against what the things tell.
_NEVER_FOR = {"deliver_aid": ("siege_end", "deny_aid", "evacuate"), "evacuate": ("return",)}
_ARRIVING = word_list("arriving")
_ELEMENTS = frozenset({"water", "gas", "fuel", "oil"})  # that also come by themselves
_OF_HELPERS = frozenset(
    {"agency", "inter-agency", "interagency", "un", "unicef", "wfp", "nations", "cross", "crescent"}
)
_RUNNING = frozenset({"run", "flow", "operate"})
_TRAFFIC = word_list("traffic")
_ROUTES = word_list("ways")
_OPEN = frozenset({"open", "passable", "usable", "navigable"})
_SHUT = frozenset({"impassable", "unusable", "unpassable"})
_STATES = _OPEN | _SHUT
_OPEN_OR_SHUT = _STATES - {"open"}  # as no verb is
_ORGANISED = word_list("organised")
_CLOSED_IN = frozenset({"trap", "strand", "hem", "pin"})
_HEMMING = frozenset({"trap", "hem"})  # soldiers who are pinned down may be under fire only
_FORCES = frozenset({"column", "company", "tank", "vanguard"})
_REACHING = frozenset({"reach", "meet", "relieve", "join"})
_TOLD_BY_SUBJECT = _REACHING | _RUNNING | _ARRIVING | _CONVEYING | {"break", "resume", "give"}
_WAYS = frozenset({"way", "path"})
_RELIEVED = frozenset({"besieged", "encircled", "surrounded", "trapped", "beleaguered", "isolated"})
_COUNSEL = word_list("counsel")
_LETTING = frozenset({"let", "allow", "permit", "help", "enable", "order"})
_GOING = frozenset({"displace", "withdraw", "evacuate"})
_EXPELLING = frozenset({"drive", "force", "push", "expel", "chase"})  # of people, told as taken out
_DEALS = word_list("deals")
_NO_WAYS = word_list("no_ways")
_SELF_MOVED = frozenset({"ambulance"})  # counts as aid, and comes for people
_RINGS = RINGS | {"ring", "cordon", "isolation"}
_MOVES = {
    "deploy": frozenset({"gather", "mass", "assemble", "amass", "station"}),
    "advance": frozenset({"approach", "near", "reach", "advance", "push", "march"}),
}
_HURT = frozenset({"wounded", "injured", "sick", "elderly", "ill"})


def told_by_things(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """The words of a sentence that tell of siege and access by what they are said of; what is ``seen`` surer holds."""
    yield from _held_under(sentence, seen)
    for token in sentence.tokens:
        may_tell = token.upos == "VERB" or token.lemma.lower() in _STATES
        kind = _kind(sentence, token) if may_tell else None
        if kind is None:
            continue
        over = [t for t in seen if overlap(t, token)]
        if _told_by_subject(sentence, token, kind, seen):
            continue
        sure = 1.0 if kind == "siege_end" else UNSURE  # "fought its way out" is a fight too
        if all(t.score <= sure and t.label not in {kind, *_NEVER_FOR.get(kind, ())} for t in over):
            yield Labelled(token.start, token.end, kind, SCORE)


def _held_under(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "The town is under the rebels": a place that is said to be under somebody who bears arms is held by them."""
    for token in sentence.tokens if "under" in sentence.lemmas else ():
        if token.text.lower() != "under" or token.deprel != "case" or token.head < 0:
            continue
        holder = sentence.tokens[token.head]
        subjects = children(sentence, holder.index, "nsubj") if children(sentence, holder.index, "cop") else []
        is_there = any(_labels(sentence, t) & PLACE_LABELS or kind_of(sentence, t.index) == "place" for t in subjects)
        named = holder.upos == "PROPN" and not _labels(sentence, holder) & PLACE_LABELS
        armed = named or holder.lemma.lower() in {*lexicon()["fighters"], "junta"}
        if is_there and armed and not any(t.start < holder.end and token.start < t.end for t in seen):
            yield Labelled(token.start, token.end, "control", SCORE)


def _labels(sentence: Sentence, token: Token) -> set[str]:
    return {marked.label for marked in labels_at(sentence, token)}


def _told_by_subject(sentence: Sentence, token: Token, kind: str, seen: Sequence[Labelled]) -> bool:
    """ "The last delivery of food reached the town": the noun tells it already."""
    subjects = children(sentence, token.index, "nsubj")
    return any(t.label == kind and t.start <= s.start < t.end for s in subjects for t in seen)


def _hemmed_in(sentence: Sentence, verb: Token) -> str | None:
    """ "Two battalions were trapped in a pocket": a force that is shut in is besieged."""
    return "besiege" if verb.lemma in _HEMMING and _armed_force(objects_of(sentence, verb)) else None


def _kind(sentence: Sentence, token: Token) -> str | None:
    if token.upos == "ADJ" or token.lemma.lower() in _OPEN_OR_SHUT:
        return _passable(sentence, token)
    if token.upos != "VERB":
        return None
    if _fights_free(sentence, token):
        return "siege_end"
    if token.lemma not in _TOLD_BY_SUBJECT and "through" not in sentence.lemmas:
        return _hemmed_in(sentence, token)  # most verbs
    subjects = _counted(sentence, _doers(sentence, token))
    if _relieves(sentence, token, subjects) or _breaks_out(sentence, token, subjects):
        return "siege_end"
    if token.lemma in _RUNNING and any(s.lemma.lower() in _TRAFFIC for s in subjects) and _again(sentence, token):
        return "open_route"
    if token.lemma == "resume" and any(s.lemma.lower() == "traffic" for s in subjects):
        return "open_route"
    if token.lemma in _ARRIVING and any(_comes(sentence, s) for s in subjects):
        under = any(case_of(sentence, t) == "under" for t in children(sentence, token.index, "obl"))
        if not under:  # "came under fire"
            return "deliver_aid"
    if token.lemma == "give" and _gives_goods(sentence, token):
        return "deliver_aid"
    carried = token.lemma in _CONVEYING and any(s.lemma.lower() in _VEHICLES for s in subjects)
    if carried and any(are_people(sentence, t) for t in children(sentence, token.index, "obj")):
        return "evacuate"
    return None


def _doers(sentence: Sentence, verb: Token) -> list[Token]:
    """Who does what a verb tells, also where it is only tried ("rebels attempting to break out")."""
    who = children(sentence, verb.index, "nsubj")
    above = governor_of(sentence, verb, "xcomp") or verb
    if who or above is verb:
        return who
    whom = [sentence.tokens[above.head]] if above.deprel == "acl" and above.head >= 0 else []
    return children(sentence, above.index, "nsubj") or whom


def _gives_goods(sentence: Sentence, verb: Token) -> bool:
    """ "Families were given tents", "gave the residents flour": goods that people get."""
    got = children(sentence, verb.index, "obj")
    to = children(sentence, verb.index, "iobj", "nsubj:pass")
    to += [t for t in children(sentence, verb.index, "obl") if case_of(sentence, t) == "to"]
    goods = any(kind_of(sentence, t.index) != "people" and is_aid(sentence, t) for t in got)
    return goods and any(are_people(sentence, t) for t in to)


def _relieves(sentence: Sentence, verb: Token, subjects: Sequence[Token]) -> bool:
    """ "A column reached the besieged base": whoever bears arms and gets to those who are shut in."""
    if not _armed_force(subjects):
        return False
    to = children(sentence, verb.index, "obj") if verb.lemma in _REACHING else []
    through = children(sentence, verb.index, "compound:prt", "advmod")
    if any(t.lemma == "through" for t in through):
        to = children(sentence, verb.index, "obl")
    return any(c.text.lower() in _RELIEVED for t in to for c in children(sentence, t.index, "amod"))


def _breaks_out(sentence: Sentence, verb: Token, subjects: Sequence[Token]) -> bool:
    """ "The company broke out": of a ring, where those who do so bear arms; wars break out too."""
    if verb.lemma != "break" or not _armed_force(subjects):
        return False
    return any(t.lemma == "out" for t in children(sentence, verb.index, "compound:prt", "advmod"))


def _fights_free(sentence: Sentence, verb: Token) -> bool:
    """ "Fought their way out of the encirclement", "into the town, ending the siege"."""
    if sentence.lemmas.isdisjoint(_WAYS):
        return False
    ways = [t for t in children(sentence, verb.index, "obj") if t.lemma.lower() in _WAYS]
    if not ways:
        return False
    beside = [c for t in (verb, *ways) for c in children(sentence, t.index, "obl", "nmod")]
    into = any(case_of(sentence, t) == "into" for t in beside)
    ringed = into and not sentence.lemmas.isdisjoint(_RINGS)
    return ringed or any(t.lemma.lower() in _RINGS | {"pocket", "kettle"} for t in beside)


def _again(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is said to go on after a break."""
    return has_word(sentence, verb, {"again", "more", "normally"}, "advmod")


def _comes(sentence: Sentence, thing: Token) -> bool:
    """Whether a subject is aid that somebody must have brought; a relief column is none."""
    if is_fighter(thing) or thing.lemma.lower() in _FORCES:
        return False
    words = {c.text.lower() for c in children(sentence, thing.index, "compound", "amod")}
    if thing.lemma.lower() == "convoy" and words & _OF_HELPERS:
        return True
    return thing.lemma.lower() not in _ELEMENTS | _SELF_MOVED and is_aid(sentence, thing)


def _passable(sentence: Sentence, state: Token) -> str | None:
    """ "The road is open", "made the pass impassable": what a word says of a way."""
    lemma = state.lemma.lower()
    if lemma not in _STATES:
        return None
    of = children(sentence, state.index, "nsubj")
    if state.deprel == "xcomp" and state.head >= 0:
        of += children(sentence, state.head, *_OF)
    if lemma in _OPEN and not any(t.lemma.lower() in _ROUTES for t in of):
        return None
    return "open_route" if lemma in _OPEN else "cut_route"


def are_people(sentence: Sentence, thing: Token) -> bool:
    """Whether a word stands for people who bear no arms, or are hurt."""
    if thing.lemma.lower() in _HURT or thing.text.lower() in _HURT:
        return True
    if bears_arms(sentence, thing):
        return False
    return thing.upos in {"NOUN", "NUM"} and kind_of(sentence, thing.index) == "people"


def is_hurt(sentence: Sentence, thing: Token) -> bool:
    """Whether a word stands for the sick or wounded: they do not leave by themselves."""
    hurt = _HURT | {"patient"}
    return bool(
        {thing.lemma.lower(), *(c.text.lower() for c in children(sentence, thing.index, "amod", "nmod"))} & hurt
    )


def suits(sentence: Sentence, verb: Token, kind: ClaimType) -> bool:
    """Whether a verb is said of what its type is about: people who are taken out, aid, a way, a ring."""
    things = children(sentence, verb.index, *_OF)
    if verb.deprel in {"xcomp", "ccomp"} and sentence.tokens[verb.head].lemma in _LETTING:  # "let the nurses go"
        things += children(sentence, verb.head, *_OF, "iobj")
    if kind.name == "evacuate":
        ways = [*things, *children(sentence, verb.index, "obl", "obl:agent")]
        return _unarmed(sentence, things) or any(t.lemma.lower() in _VEHICLES for t in ways)
    if kind.name == "return":
        return any(are_people(sentence, t) for t in things)
    if kind.name in {"deliver_aid", "deny_aid"}:
        return any(is_aid(sentence, t) for t in things)
    if kind.name in {"cut_route", "open_route"}:
        return any(t.lemma.lower() in _ROUTES for t in things)
    if kind.name in {"siege_end", "besiege"}:
        return any(t.lemma.lower() in _RINGS for t in things)
    return _of_forces(sentence, verb, kind.name)


def _of_forces(sentence: Sentence, verb: Token, kind: str) -> bool:
    """ "Engaged the militants", "a reporter held by the militia", "families fleeing": who does it to whom.

    Those who fight bear arms on both sides; those who flee, are held or are freed are people. Who leaves or moves may
    be a traveller; troops that gather somewhere or approach it are there to fight.
    """
    whom = objects_of(sentence, verb)
    who = children(sentence, verb.index, "nsubj", "obl:agent")
    if verb.deprel in {"acl", "amod"} and verb.head >= 0:  # "fleeing families", "a man held by the army"
        (who if verb.text.lower().endswith("ing") else whom).append(sentence.tokens[verb.head])
    if kind in _MOVES:
        return verb.lemma in _MOVES[kind] and _bear_arms(sentence, who)
    if kind == "clash":
        return _bear_arms(sentence, who) and _bear_arms(sentence, whom)
    if kind in {"detain", "abduct", "release"}:
        return any(kind_of(sentence, t.index) == "people" or is_fighter(t) for t in whom)
    return kind == "displace" and verb.lemma == "flee" and any(are_people(sentence, t) for t in who)


def _bear_arms(sentence: Sentence, things: Sequence[Token]) -> bool:
    return any(bears_arms(sentence, t) or (t.upos == "PROPN" and "ORG" in _labels(sentence, t)) for t in things)


def retyped(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger of the model with the type that its verb or what it is done to tells."""
    head = trigger_head(sentence, trigger)
    if head is None or head.upos != "VERB":
        return trigger
    things = objects_of(sentence, head)
    if trigger.label == "deliver_aid" and any(_is_counsel(sentence, t) for t in things):
        return replace(trigger, label="assist")
    if trigger.label == "deploy" and any(is_aid(sentence, t) for t in things):
        return replace(trigger, label="deliver_aid")
    if trigger.label == "deprivation" and head.lemma in _CLOSED_IN and _armed_force(things):
        return replace(trigger, label="besiege")
    if trigger.label in _GOING and head.lemma in {"leave", "depart"}:
        return replace(trigger, label=_left(sentence, head, trigger.label))
    if trigger.label == "evacuate" and (housed := _housed(sentence, head, things)):
        return replace(trigger, label=housed)
    doers = children(sentence, head.index, "nsubj")
    if trigger.label == "return" and doers and all(map(is_fighter, doers)):
        return replace(trigger, label="withdraw")
    if trigger.label == "displace" and any(is_hurt(sentence, t) for t in children(sentence, head.index, *_OF)):
        return replace(trigger, label="evacuate")
    if trigger.label == "deliver_aid" and head.lemma in _ARRIVING and _brings_people(sentence, head):
        return replace(trigger, label="evacuate")
    if trigger.label == "displace" and head.lemma == "hem":
        return replace(trigger, label="besiege")
    if trigger.label == "displace" and head.lemma in _ORGANISED and things:
        return replace(trigger, label="evacuate")
    return trigger


def _by_vehicle(sentence: Sentence, verb: Token) -> bool:
    """ "Driven out by bus": by what takes people away they are taken out."""
    return has_lemma(sentence, verb, _VEHICLES, "obl", "obl:agent")


def _is_counsel(sentence: Sentence, thing: Token) -> bool:
    """ "Consular assistance", "legal aid": help of another kind than goods."""
    helping = thing.lemma.lower() in {"aid", "assistance", "help", "support"}
    return helping and has_lemma(sentence, thing, _COUNSEL, "amod")


def _left(sentence: Sentence, verb: Token, label: str) -> str:
    """People who leave under a deal, by bus, or because somebody lets them, are taken out."""
    subjects = children(sentence, verb.index, "nsubj")
    if verb.deprel == "xcomp" and verb.head >= 0:
        subjects += children(sentence, verb.head, *_OF)
    ways = children(sentence, verb.index, "obl")
    carried = any(t.lemma.lower() in _VEHICLES for t in ways)
    if not _unarmed(sentence, subjects):
        return label
    agreed = any(t.lemma.lower() in _DEALS for t in ways)
    leave = verb.deprel == "xcomp" and sentence.tokens[verb.head].lemma in {"allow", "permit", "let"}
    may = has_word(sentence, verb, {"may"}, "aux")
    return "evacuate" if carried or agreed or leave or may else label


def _housed(sentence: Sentence, verb: Token, things: Sequence[Token]) -> str | None:
    """ "Took in 400 families", "drove them out": they are displaced, goods taken out denied."""
    if verb.lemma in _EXPELLING and not _by_vehicle(sentence, verb):
        return "displace"
    beside = {t.lemma for t in children(sentence, verb.index, "compound:prt", "advmod")}
    if (verb.lemma == "take" and "in" in beside) or (verb.lemma == "put" and "up" in beside):
        return "displace"
    if things and all(is_aid(sentence, t) for t in things):
        return "deny_aid" if beside & {"out", "off", "away"} else "deliver_aid"
    return None


def _brings_people(sentence: Sentence, verb: Token) -> bool:
    """ "A train with 120 wounded arrived", "140 people arrived by ferry": people who are brought."""
    subjects = children(sentence, verb.index, "nsubj")
    if any(are_people(sentence, s) for s in subjects):
        return has_lemma(sentence, verb, _VEHICLES, "obl")
    vehicles = [s for s in subjects if s.lemma.lower() in _VEHICLES]
    loads = [c for s in vehicles for c in children(sentence, s.index, "nmod") if case_of(sentence, c) == "with"]
    loads += [
        c for s in vehicles for a in children(sentence, s.index, "acl") for c in children(sentence, a.index, "obj")
    ]
    return any(are_people(sentence, t) for load in loads for t in (load, *children(sentence, load.index, "nmod")))


def _counted(sentence: Sentence, things: Sequence[Token]) -> list[Token]:
    """Things, and what those that only count name ("one of the buses": the buses)."""
    counting = [t for t in things if t.upos in {"NUM", "PRON"} or t.lemma.lower() in {"dozen", "number", "half"}]
    return [*things, *(c for t in counting for c in children(sentence, t.index, "nmod"))]


def is_no_way(sentence: Sentence, trigger: Labelled) -> bool:
    """ "Reopened the inquest", "closed the plant": what opens or shuts is no way for anybody."""
    head = trigger_head(sentence, trigger) if trigger.label in {"open_route", "cut_route"} else None
    if head is None:
        return False
    above = governor_of(sentence, head, "xcomp") or head
    verb = above if above.lemma in {"remain", "stay", "keep"} else head  # "the shops remain closed"
    things = children(sentence, verb.index, *(_OF if head.upos == "VERB" else ("nmod", "compound")))
    named = [*things, *(c for t in things for c in children(sentence, t.index, "compound"))]  # "a radio station"
    return any(t.lemma.lower() in _NO_WAYS for t in named) and not any(t.lemma.lower() in _ROUTES for t in things)


def _armed_force(things: Sequence[Token]) -> bool:
    return bool(things) and all(t.lemma.lower() in _FORCES or is_fighter(t) for t in things)


def _unarmed(sentence: Sentence, things: Sequence[Token]) -> bool:
    return any(are_people(sentence, t) or (t.upos == "PRON" and kind_of(sentence, t.index) == "people") for t in things)
