"""Which figures of people a claim has, by the words and the tree around them.

"The four killed in the ward" are whom the participle tells, not all whom the sentence counts; "killed two and wounded
three" tells of wounded; of "80 students, of whom 60 were released" 60 are; "up to" belongs to the number behind it;
those who live in a town are none of its dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.roles.only_hurt import only_hurt
from situate.extract.roles.said_numbers import counted_before
from situate.extract.roles.unharmed import TOLLS
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import (
    case_of,
    children,
    governor_of,
    has_lemma,
    has_word,
    objects_of,
    subjects_of,
    subtree,
    top_of,
)
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_FIGURES = TOLLS | {"affected"}
_MEASURES = frozenset({"area", "distance"})
_AMONG_THEM = {("among", "them"), ("amongst", "them")}
_HARM = BLOWS | {"kill"}
_WITH_DEAD = frozenset({"capture", "repel"})
_THINGS = frozenset({
    "vehicle", "car", "jeep", "humvee", "pickup", "motorcycle", "motorbike", "tanker", "boat", "carrier", "apc", "bmp",
    "house", "home", "hut", "shop", "building", "tent", "cattle", "cow", "goat", "sheep", "camel", "horse", "donkey",
    "livestock", "animal", "grave", "buffalo", "bull", "oxen", "hectare", "tank", "drone", "helicopter", "position",
    "village",
})  # fmt: skip
_JOINED = ("conj", "parataxis", "list", "advcl")
_SUFFERING = frozenset({"receive", "suffer", "sustain"})
_SOMEWHERE = frozenset({"on", "in", "at", "near", "outside"})
_DYING = frozenset({"die", "perish", "succumb"})
_SETTLEMENTS = frozenset({
    "town", "city", "village", "hamlet", "township", "settlement", "community", "suburb", "neighbourhood",
    "neighborhood", "district", "port", "island", "population",
})  # fmt: skip
_WOUNDS = frozenset({"wound", "injury", "burn"})
# What can stand before a number and belong to nothing else.
_HEDGES = (
    ("as", "many", "as"), ("no", "fewer", "than"), ("no", "less", "than"), ("no", "more", "than"), ("up", "to"),
    ("at", "least"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("close", "to"), ("an", "estimated"),
    ("nearly",), ("almost",), ("around",), ("about",), ("approximately",), ("roughly",),
)  # fmt: skip


def tallied(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind, its figures of people put right."""
    found = [_up_to_its_end(sentence, _hedged(sentence, f)) for f in fillers if not _lives_on(sentence, head, f)]
    if head.deprel == "acl:relcl" and head.head >= 0:
        found = [f for f in found if not _told_beside(sentence, head, f) and not _whose_member(sentence, head, f)]
    if kind == "kill" and head.lemma in _SUFFERING:
        found = [replace(f, role="wounded") if f.role == "killed" else f for f in found]
    if kind == "kill":
        found = _fatally(sentence, found)
    if kind == "kill" and head.lemma in _DYING:
        found = [_died(sentence, head, f) for f in found]
    if kind == "destroy":
        found = [_downed(sentence, head, f) for f in found]
    found = _with_others(sentence, found)
    people = counted_before(sentence, head) if kind == "kill" else None
    if people is not None and not any(f.role in _FIGURES for f in found):
        found = in_order(*found, Filler("killed", people[0].start, people[1].end, people[1].index))
    if kind == "kill":
        found = _of_its_own(sentence, head, found)
    if kind in _WITH_DEAD:
        found = _with_dead(sentence, head, found)
    if kind in _HARM:
        found = only_hurt(sentence, head, [_hurt(sentence, f) for f in found])
        found = _with_wounded(sentence, head, found)
    return _without_the_whole(sentence, head, found)


def _told_beside(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Of those who fled, 90 were recaptured": the 90 are neither in the clause nor whom it is about."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in _FIGURES else None
    if top is None or top.upos != "NUM":
        return False
    about = sentence.tokens[head.head]
    return not filler.start <= about.start < filler.end and top.index not in subtree(sentence, head.index)


def _whose_member(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "A lawyer from the group who was shot": one of them was, wherever the tree hangs the clause."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in _FIGURES else None
    if top is None or top.index != head.head or case_of(sentence, top) not in {"from", "in"}:
        return False
    member = governor_of(sentence, top, "nmod")
    one = has_word(sentence, head, {"was", "is", "has"}, "aux", "aux:pass")
    person = member is not None and kind_of(sentence, member.index) in {"people", "actor"}
    return person and one and any(t.text.lower() == "who" for t in subjects_of(sentence, head))


def _with_others(sentence: Sentence, fillers: list[Filler]) -> list[Filler]:
    """ "Six bodies on Thursday and another five on Friday": a bare number joined to some, with its own day or place."""
    more = []
    for filler in fillers:
        top = top_of(sentence, filler.start, filler.end) if filler.role in _FIGURES else None
        for token in children(sentence, top.index, "conj") if top is not None else ():
            apart = any(case_of(sentence, t) in _SOMEWHERE for t in children(sentence, token.index, "nmod", "obl"))
            told = Filler(filler.role, token.start, token.end, token.index)
            if token.upos == "NUM" and apart and not any(overlap(told, f) for f in fillers):
                before = sentence.tokens[token.index - 1]
                more.append(replace(told, start=before.start) if before.text.lower() == "another" else told)
    return in_order(*fillers, *more) if more else fillers


def _lives_on(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """Whether those taken for dead or hurt are who lost somebody, or who live somewhere."""
    return _loses(sentence, head, filler) or _lives_there(sentence, filler)


def _lives_there(sentence: Sentence, filler: Filler) -> bool:
    """ "Varn, a town of about 30,000 people, fell", "home to 900 people": how many live there, not how many died."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in TOLLS else None
    of = governor_of(sentence, top, "nmod", "obl") if top is not None else None
    if top is None or of is None or of.end > filler.start:
        return False
    case = case_of(sentence, top)
    return (case == "of" and of.lemma.lower() in _SETTLEMENTS) or (case == "to" and of.lemma.lower() == "home")


def _loses(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "I lost two sons": who loses somebody is not dead."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "killed" else None
    verb = governor_of(sentence, top, "nsubj", "obj") if top is not None else None
    if top is not None and top.deprel == "obj":  # "shot 17 and lost one man": of another deed
        return verb is not None and verb.lemma == "lose" and verb.deprel == "conj" and verb.index != head.index
    lost = children(sentence, verb.index, "obj") if verb is not None and verb.lemma == "lose" else []
    return any(t.lemma.lower() not in {"life", "limb"} for t in lost)


def without_things(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without figures of people that count things."""
    return [f for f in fillers if not _is_thing(sentence, f)]


def _is_thing(sentence: Sentence, filler: Filler) -> bool:
    """ "Lost 11 men and two tanks", "captured 40 soldiers and three jeeps": things and cattle are no people."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in _FIGURES else None
    if top is None or top.upos not in {"NOUN", "PROPN"} or not children(sentence, top.index, "nummod"):
        return False
    if any(t.deprel == "conj" for t in sentence.within(filler.start, filler.end) if t is not top):
        return False
    return is_thing(sentence, top) or (top.upos == "NOUN" and kind_of(sentence, top.index) in {"route", "time"})


def is_thing(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is one of vehicles, weapons, goods or cattle, or of what stands somewhere, as houses do."""
    lemma = noun.lemma.lower()
    kind = kind_of(sentence, noun.index) if noun.upos == "NOUN" else ""
    return lemma in _THINGS or lemma.rstrip("s") in _THINGS or kind in {"weapon", "goods"}


def _with_dead(sentence: Sentence, head: Token, fillers: list[Filler]) -> list[Filler]:
    """ "Took the ridge, killing 27": the dead of the deed."""
    if any(f.role == "killed" for f in fillers) or head.upos != "VERB":
        return fillers
    for verb in children(sentence, head.index, "advcl"):
        for people in children(sentence, verb.index, "obj") if verb.text.lower() == "killing" else ():
            phrase = phrase_at(sentence, people.index)
            told = Filler("killed", phrase.start, phrase.end, phrase.head)
            counted = people.upos == "NUM" or bool(children(sentence, people.index, "nummod"))
            if counted and not _is_thing(sentence, told) and not any(overlap(told, f) for f in fillers):
                return in_order(*fillers, told)
    return fillers


def _fatally(sentence: Sentence, fillers: list[Filler]) -> list[Filler]:
    """ "Twelve people were shot, five fatally": of those who were shot five are dead."""
    for filler in fillers:
        inside = sentence.within(filler.start, filler.end) if filler.role == "killed" else []
        around = (*inside, *(sentence.tokens[inside[-1].index + 1 :][:1] if inside else ()))
        if any(t.text.lower() in {"fatally", "mortally"} for t in around):
            return [f for f in fillers if f.role != "killed" or f.start >= filler.start]
    return fillers


def _died(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "Nine of those injured on Friday have died": who dies is dead, hurt before or not."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "wounded" else None
    return replace(filler, role="killed") if top is not None and top in subjects_of(sentence, head) else filler


def _hurt(sentence: Sentence, filler: Filler) -> Filler:
    """ "Kills 30 injures 90", "14 were killed 25 were wounded": who is hurt is not dead, where no comma says so."""
    inside = sentence.within(filler.start, filler.end) if filler.role == "killed" else []
    top = top_of(sentence, filler.start, filler.end) if inside else None
    if top is None or not any(t.upos == "NUM" for t in inside):
        return filler
    verb = governor_of(sentence, top, "nsubj:pass", "obj")
    before = sentence.tokens[inside[0].index - 1] if inside[0].index else None
    said = before is not None and before.lemma.lower() in {"injure", "wound"} and before.text.lower().endswith("s")
    hurt = verb is not None and verb.upos == "VERB" and lexicon()["harm"].get(verb.lemma) == "wounded"
    return replace(filler, role="wounded") if said or hurt else filler


def _downed(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "Shot down five of them": what is destroyed is not dead."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "killed" else None
    return replace(filler, role="target") if top is not None and top in objects_of(sentence, head) else filler


def _hedged(sentence: Sentence, filler: Filler) -> Filler:
    """A figure with the hedge right before it ("20 dead" of "up to 20 dead")."""
    tokens = sentence.within(filler.start, filler.end) if filler.role in _FIGURES | _MEASURES else []
    if not tokens or tokens[0].upos != "NUM":
        return filler
    first = tokens[0].index
    words = tuple(t.text.lower() for t in sentence.tokens[max(0, first - 3) : first])
    hedge = next((h for h in _HEDGES if words[-len(h) :] == h), None)
    return filler if hedge is None else replace(filler, start=sentence.tokens[first - len(hedge)].start)


def _up_to_its_end(sentence: Sentence, filler: Filler) -> Filler:
    """A figure with what says that those told behind it are of it: "five soldiers, a captain" and "among them"."""
    if filler.role not in _FIGURES:
        return filler
    after = [t for t in sentence.tokens if t.start >= filler.end][:2]
    words = tuple(t.text.lower() for t in after)
    last = after[1] if words in _AMONG_THEM else after[0] if words[:1] == ("included",) else None
    return filler if last is None else replace(filler, end=last.end)


def _of_its_own(sentence: Sentence, head: Token, fillers: list[Filler]) -> list[Filler]:
    """Of a participle right behind known people with a number ("the four killed"), these alone."""
    before = sentence.tokens[head.index - 1] if head.index else None
    if head.deprel not in {"acl", "amod", "acl:relcl"} or before is None:
        return fillers
    people = next((f for f in fillers if f.role == "killed" and f.end == before.end), None)
    inside = sentence.within(people.start, people.end) if people is not None else []
    known = (
        bool(inside) and inside[0].text.lower() in {"the", "those", "these"} and any(t.upos == "NUM" for t in inside)
    )
    return [f for f in fillers if f.role != "killed" or f is people] if known else fillers


def _with_wounded(sentence: Sentence, head: Token, fillers: list[Filler]) -> list[Filler]:
    """The fillers with those whom a verb joined to that of the dead counts as wounded, where none are told."""
    if any(f.role == "wounded" for f in fillers):
        return fillers
    dead = [top for f in fillers if f.role == "killed" and (top := top_of(sentence, f.start, f.end)) is not None]
    verbs = [head, *(v for t in dead if (v := governor_of(sentence, t)) is not None and v.index != head.index)]
    for verb in (joined for v in verbs if v.upos == "VERB" for joined in children(sentence, v.index, *_JOINED)):
        for token in _hurt_by(sentence, verb):
            phrase = phrase_at(sentence, token.index)
            told = Filler("wounded", phrase.start, phrase.end, phrase.head)
            if not any(overlap(told, f) for f in fillers):
                return in_order(*fillers, told)
    return fillers


def _hurt_by(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The counted people of whom a verb says that they were hurt."""
    if lexicon()["harm"].get(verb.lemma) == "wounded":
        people = objects_of(sentence, verb) or children(sentence, verb.index, "nsubj")
    elif verb.lemma in _SUFFERING and has_lemma(sentence, verb, _WOUNDS, "obj"):
        people = children(sentence, verb.index, "nsubj")
    else:
        return
    yield from (t for t in people if t.upos == "NUM" or children(sentence, t.index, "nummod"))


def _without_the_whole(sentence: Sentence, head: Token, fillers: list[Filler]) -> list[Filler]:
    """ "80 students, of whom 60 were released": those of whom a clause counts some are not all meant."""
    whole = sentence.tokens[head.head] if head.deprel == "acl:relcl" and head.head >= 0 else None
    own = [t for t in (*objects_of(sentence, head), *children(sentence, head.index, "nsubj")) if t.upos == "NUM"]
    among = [t for t in sentence.tokens if t.text.lower() in {"whom", "which"} and case_of(sentence, t) == "of"]
    if whole is None or not own or not among:
        return fillers
    return [
        f
        for f in fillers
        if f.role not in _FIGURES or not f.start <= whole.start < f.end or f.start <= own[0].start < f.end
    ]
