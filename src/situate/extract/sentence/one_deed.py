"""Two verbs of one sentence, or a verb and its object, that tell one happening: one claim."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from situate.extract.certainty.negation import not_let
from situate.extract.roles.frames import by_place
from situate.extract.sentence.found import Found
from situate.extract.tree.relations import ancestors, children, top_of
from situate.extract.triggers.misread import GOING_ON
from situate.model.claim import PLACE_ROLES

_BEFALLING = frozenset({"change", "fall"})  # what a place does that is taken
_HANGING = frozenset({"advcl", "conj", "xcomp", "acl"})
_BEFORE_AND_AFTER = frozenset({"after", "before", "since"})
_UNITS = frozenset({"hour", "day", "week", "month", "year", "fortnight"})
_USE = frozenset({"use", "firing", "launch", "launching"})
_SO_MANY = frozenset({"wave", "series", "round", "barrage", "spate", "volley", "string", "campaign"})
_DONE = frozenset({"obj", "nsubj:pass"})
_SETTING, _BURNING = frozenset({"set", "put"}), frozenset({"fire", "ablaze", "alight", "flames"})
_SITES = PLACE_ROLES | {"route"}
_OPERATIONS = frozenset({"operation", "campaign"})


def told_once(found: Sequence[Found]) -> list[Found]:
    """One happening told by two verbs of a sentence is one claim: the second hangs on the first and is of its type.

    ("Troops pushed through the lines, reaching the garrison.") What did not happen was not one happening, and what has
    a subject of its own is told apart ("while the rest is held by loyalists"). By the guidelines; on folds 0 to 2 it
    costs nothing.
    """
    kept: list[Found] = []
    for one in _with_objects(found):
        if _only_says_in_what(one, found) or _set_on_fire(one, found):
            continue
        before = next((n for n, other in enumerate(kept) if _same_deed(other, one)), None)
        if before is None:
            kept.append(one)
        elif not_let(kept[before].marked.kind, kept[before].marked.head):
            kept[before] = _with_more(one, kept[before])  # "did not let it in and turned it away": the second tells it
        elif kept[before].marked.head.lemma in _BEFALLING and kept[before].marked.kind.name == "capture":
            kept[before] = _taken_by(kept[before], one)
    return kept


def _only_says_in_what(one: Found, found: Sequence[Found]) -> bool:
    """ "In a night operation, the army took the town": the operation is what the verb tells."""
    head = one.marked.head
    if one.marked.kind.name != "assault" or head.lemma not in _OPERATIONS or head.deprel != "obl":
        return False
    led = any(t.text.lower() in {"in", "during"} for t in children(one.marked.sentence, head.index, "case"))
    if children(one.marked.sentence, head.index, "nmod", "acl", "acl:relcl"):
        return False  # "in an operation against the militia": it says more than the verb
    return led and any(f.marked.head.index == head.head and f.modality == one.modality for f in found)


def _set_on_fire(one: Found, found: Sequence[Found]) -> bool:
    """ "Set four of the lorries on fire": the verb and its phrase are one deed, however sure each is read to be."""
    head = one.marked.head
    verb = next((f.marked for f in found if f.marked.head.index == head.head), None)
    alike = verb is not None and verb.kind is one.marked.kind and verb.head.lemma.lower() in _SETTING
    return alike and head.text.lower() in _BURNING


def _taken_by(before: Found, one: Found) -> Found:
    """ "The town changed hands when A drove B out": the second verb tells who took it; the town did not."""
    sides = tuple(f for f in one.fillers if f.role in {"actor", "target"})
    if not any(f.role == "actor" for f in sides):
        return before
    own = tuple(f for f in before.fillers if f.role != "actor")
    return dataclasses.replace(before, fillers=tuple(sorted((*own, *sides), key=by_place)))


def _with_objects(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; a verb and the noun that it has as object are one ("tightened the siege").

    The verb tells it, unless it only says that what the noun tells goes on or begins. Of eleven such pairs in the
    annotated reports and the own test part nine are one claim to the annotators.
    """
    nouns = {id(noun): verb for noun in found for verb in found if _is_object(verb, noun)}
    verbs = {id(verb): noun for noun in found for verb in found if _is_object(verb, noun)}
    kept: list[Found] = []
    for one in found:
        other = nouns.get(id(one)) or verbs.get(id(one))
        if other is None:
            kept.append(one)
        elif _goes_on(verb := one if id(one) in verbs else other) == (one is not verb):
            kept.append(_with_more(one, other))
    return kept


def _goes_on(verb: Found) -> bool:
    return verb.marked.head.lemma.lower() in GOING_ON | _SO_MANY


def _is_object(verb: Found, noun: Found) -> bool:
    """Whether one claim's noun is the object of another's verb, and the two tell the same, of the same doers."""
    head = noun.marked.head
    governed = head.head == verb.marked.head.index and head.deprel in _DONE
    parts = head.upos == "NOUN" and verb.marked.head.upos == "VERB"
    if head.head == verb.marked.head.index and head.deprel == "nmod" and verb.marked.head.upos == "NOUN":
        # "The use of artillery", "a wave of strikes".
        governed = parts = verb.marked.head.lemma.lower() in _USE | _SO_MANY
    return governed and parts and _alike(verb, noun) and not _by_others(verb, noun)


def _alike(one: Found, other: Found) -> bool:
    mine, theirs = ((f.marked.kind.name, f.modality, f.polarity) for f in (one, other))
    return mine == theirs


def _with_more(one: Found, before: Found) -> Found:
    """A claim with the fillers of another one in the roles that it lacks."""
    own = {f.role for f in one.fillers}
    more = (f for f in before.fillers if f.role not in own)
    return dataclasses.replace(one, fillers=tuple(sorted((*one.fillers, *more), key=by_place)))


def _same_deed(before: Found, one: Found) -> bool:
    head = one.marked.head
    hangs = head.head == before.marked.head.index and head.deprel in _HANGING and one.polarity == "positive"
    own = children(one.marked.sentence, head.index, "nsubj", "nsubj:pass")
    if one.marked.kind.kind == "state" and ((own and own[0].upos != "PRON") or _by_others(before, one)):
        return False
    if head.deprel == "conj" and head.upos == "VERB" and own and own[0].upos != "PRON":
        return False  # "the army shelled the town and the rebels shelled the port"
    if head.deprel == "conj" and one.marked.kind.name == "kill" and all(map(_counts_its_own, (before, one))):
        return False  # "shot dead 17 and lost one man"
    if head.deprel == "conj" and head.upos == "VERB" and _is_elsewhere(before, one):
        return False
    if head.deprel == "advcl" and _at_another_time(before, one):
        return False
    return hangs and _alike(before, one)


def _at_another_time(before: Found, one: Found) -> bool:
    """ "Seized Lisk nine days after they took Varn", "took it before the army retook it": what came before or after.

    Not "overran the post after storming its gate": how it was done. A deed so told has a time between, or other doers,
    or a place of its own.
    """
    sentence, head = one.marked.sentence, one.marked.head
    mark = next((t for t in children(sentence, head.index, "mark") if t.text.lower() in _BEFORE_AND_AFTER), None)
    if mark is None or head.upos != "VERB":
        return False
    counted = mark.index > 0 and sentence.tokens[mark.index - 1].lemma.lower() in _UNITS
    own = children(sentence, head.index, "nsubj", "nsubj:pass")
    others = bool(own) and own[0].upos in {"NOUN", "PROPN"} and mark.index < own[0].index < head.index
    others = others and before.marked.head.lemma not in _BEFALLING  # "it fell after rebels captured it"
    return counted or others or _is_elsewhere(before, one)


def _counts_its_own(one: Found) -> bool:
    """Whether a verb has counted people as its object."""
    sentence, verb = one.marked.sentence, one.marked.head
    whom = children(sentence, verb.index, "obj") if verb.upos == "VERB" else []
    return any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in whom)


def _is_elsewhere(before: Found, one: Found) -> bool:
    """ "Took Lisk and seized Varn", "cut the road and closed the border": each verb has a place or a way of its own."""
    verbs = (before.marked.head.index, one.marked.head.index)
    mine, theirs = (_own_sites(one, verbs), _own_sites(before, verbs))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _own_sites(one: Found, verbs: tuple[int, int]) -> set[tuple[int, int]]:
    """Where the places and ways stand that hang on a claim's verb, and are named, with no other verb in between."""
    sentence, own = one.marked.sentence, one.marked.head.index
    found = set()
    for filler in one.fillers:
        top = top_of(sentence, filler.start, filler.end) if filler.role in _SITES else None
        above = next((a.index for a in ancestors(sentence, top.index) if a.index in verbs), None) if top else None
        named = any(t.upos == "PROPN" for t in sentence.within(filler.start, filler.end))
        if above == own and named:
            found.add((filler.start, filler.end))
    return found


def _by_others(before: Found, one: Found) -> bool:
    """Whether two states have holders of their own ("government control in the west and rebel control in the east")."""
    mine, theirs = ({(f.start, f.end) for f in x.fillers if f.role == "actor"} for x in (one, before))
    return bool(mine and theirs) and mine.isdisjoint(theirs)
