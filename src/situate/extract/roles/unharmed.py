"""People whom a sentence counts beside a blow, and whom it does not tell to be dead or wounded."""

from __future__ import annotations

from collections.abc import Iterator

from situate.extract.roles.frames import Filler
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, governor_of, has_particle, has_word, objects_of
from situate.extract.tree.words import CORPSES, lexicon, word_list
from situate.model.sentence import Sentence, Token

TOLLS = frozenset({"killed", "wounded"})
_UNDERGOING = frozenset({"obj", "nsubj:pass", "nsubj"})
_SAYING = frozenset({"say", "tell", "report", "add", "recount", "recall", "describe", "explain", "confirm"})
# "Sent twelve people to hospital" tells of wounded; "left 300 people homeless" of none.
_CLINICS = frozenset({"hospital", "clinic", "ward"})
_TO_CARE = _CLINICS | {"morgue", "mortuary", "grave", "death", "surgery", "doctor"}
_SEIZING = frozenset({"nab", "arrest", "detain", "capture", "hold", "seize", "abduct", "kidnap", "free", "rescue"})
_CARRYING = frozenset({"carry", "take", "lead", "march", "drag", "spirit", "whisk", "haul"})  # off, or away
_BRINGING = frozenset({"send", "take", "rush", "bring", "carry", "ferry", "airlift"})
_FILLED = frozenset({"cram", "crammed", "crowd", "crowded", "pack", "packed", "fill", "throng", "jam", "teem", "full"})
_SHELTERING = frozenset({"house", "shelter", "host", "accommodate", "lodge"})
_LEFT_SO = frozenset(
    {"homeless", "stranded", "displaced", "trapped", "hungry", "destitute", "jobless", "missing", "cut"}
)
_TAKEN = frozenset({"part", "refuge", "shelter", "cover", "bus", "boat", "road"})
_LOST = frozenset({"missing", "unaccounted"})
_NO_DEATHS = frozenset({"missing", "affected", "hit"})
_JOINED = ("conj", "advcl", "xcomp", "parataxis")


def unharmed(sentence: Sentence, filler: Filler) -> bool:
    """Whether a toll is of people who do what the dead do not ("a boy walks past the ruins"), to whom something else is
    done ("the strikes displaced 5,000 people"), or of all who live somewhere ("a town with a population of 18,000").
    """
    if filler.role not in TOLLS:
        return False
    heads = list(_heads(sentence, filler))
    if heads and all(_is_nobody(sentence, head) for head in heads):
        return True
    behind = next((t for t in sentence.tokens if t.start >= filler.end), None)
    bare = bool(inside := sentence.within(filler.start, filler.end)) and inside[-1].upos == "NUM"
    if behind is not None and (bare or behind.text.lower() in _NO_DEATHS) and _is_other_fate(sentence, behind):
        return True
    if behind is not None and behind.lemma in lexicon()["harm"]:
        return False  # "frees the town four leaders killed by a strike": headlines run on
    verb = sentence.tokens[inside[0].index - 1] if inside and inside[0].index else None
    if verb is not None and verb.lemma in _SEIZING and len(inside) == 1 and inside[0].upos == "NUM":
        return True  # "kill 12, nab 4", whatever the tree makes of a headline
    before = [t.lemma.lower() for t in sentence.tokens if t.end <= filler.start][-2:]
    if before == ["population", "of"]:
        return True  # whatever the tree makes of "a population of almost 18,000 people, half of whom are children, is"
    if any(_is_missing(sentence, head) for head in heads):
        return True
    if filler.role == "killed" and any(_says(sentence, head) for head in heads):
        return True
    return any(_lives(sentence, head) or _fills(sentence, head) or _spared(sentence, head) for head in heads)


def _is_other_fate(sentence: Sentence, behind: Token) -> bool:
    """ "24 killed, 16 detained", "two missing", "three families hit": what became of so many stands right behind."""
    if behind.text.lower() in _NO_DEATHS:
        return behind.text.lower() == "missing" or sentence.lemmas.isdisjoint({"die", "kill", "dead", "death"})
    if behind.deprel == "amod" and behind.head > behind.index:
        return False  # "13 displaced people perished"
    done = behind.lemma in {*word_list("moving_people"), "hold"} and behind.text.lower().endswith(
        ("ed", "held", "aken")
    )
    return done and not children(sentence, behind.index, "obj", "nsubj")


def to_hospital(sentence: Sentence, person: Token) -> bool:
    """ "The blast sent twelve people to hospital", "nine were taken to a clinic": they are hurt."""
    verb = _governor(sentence, person)
    if verb is None or verb.lemma not in _BRINGING or person.deprel not in {"obj", "nsubj:pass"}:
        return False
    return person.lemma not in lexicon()["harm"] and any(
        t.lemma.lower() in _CLINICS and "to" in cases_of(sentence, t) for t in children(sentence, verb.index, "obl")
    )


def _is_nobody(sentence: Sentence, head: Token) -> bool:
    """Whether a word names a place or a time alone ("the dead of Lisk", "in the 1980s"), which nobody kills."""
    alone = not any(t.upos in {"NOUN", "NUM"} for t in children(sentence, head.index))
    kind = kind_of(sentence, head.index)
    return alone and (kind == "time" or (kind == "place" and head.upos == "PROPN"))


def _heads(sentence: Sentence, filler: Filler) -> Iterator[Token]:
    """The words of a filler that hang on a word outside it."""
    inside = {t.index for t in sentence.within(filler.start, filler.end)}
    yield from (sentence.tokens[i] for i in sorted(inside) if sentence.tokens[i].head not in inside)


def _says(sentence: Sentence, head: Token) -> bool:
    """Whether people are those who tell it: "…, three people with knowledge of the matter said, killing two"."""
    governor = _governor(sentence, head)
    return governor is not None and head.deprel == "nsubj" and governor.upos == "VERB" and governor.lemma in _SAYING


def _is_missing(sentence: Sentence, head: Token) -> bool:
    """ "Four are missing", "two went missing", "another three unaccounted for": nobody knows what became of them."""
    governor = _governor(sentence, head)
    if head.text.lower() in _LOST or has_word(sentence, head, _LOST, "amod", "acl"):
        return True
    if governor is None or head.deprel not in {"nsubj", "nsubj:pass"} or governor.lemma in lexicon()["harm"]:
        return False
    return governor.text.lower() in _LOST or has_word(sentence, governor, _LOST, "xcomp")


def _lives(sentence: Sentence, head: Token) -> bool:
    governor = _governor(sentence, head)
    living = governor is not None and head.deprel == "nsubj" and governor.upos == "VERB"
    if governor is None or not living or _harmed_too(sentence, governor):
        return False
    return governor.lemma in word_list("living") or _goes_or_joins(sentence, governor)


def _goes_or_joins(sentence: Sentence, verb: Token) -> bool:
    """ "Left the village because of the strikes", "took part in a funeral"; not "left dead"."""
    things = children(sentence, verb.index, "obj")
    if verb.lemma == "take":
        return any(t.lemma.lower() in _TAKEN for t in things)
    return verb.lemma == "leave" and bool(things) and not has_word(sentence, verb, lexicon()["harm"], "xcomp", "obj")


def _fills(sentence: Sentence, head: Token) -> bool:
    """Whether people only fill a place, or are at home in it: "crammed with 900 people", "home to 12,000 refugees"."""
    governor, cases = _governor(sentence, head), cases_of(sentence, head)
    if head.lemma in CORPSES:
        return False
    if governor is None or head.deprel not in {"obl", "nmod"}:
        return head.deprel == "obj" and governor is not None and governor.lemma in _SHELTERING
    return ("with" in cases and governor.lemma in _FILLED) or ("to" in cases and governor.lemma == "home")


def _spared(sentence: Sentence, head: Token) -> bool:
    """Whether the word that people hang on says what else is done to them, or that all who live there are counted."""
    governor = _governor(sentence, head)
    if head.lemma == "population":
        return True
    if governor is None or head.lemma in CORPSES or head.lemma in lexicon()["harm"]:
        return False
    moved = governor.upos == "VERB" and governor.lemma in word_list("moving_people")
    moved = moved and _TO_CARE.isdisjoint(t.lemma.lower() for t in children(sentence, governor.index, "obl"))
    moved |= governor.lemma in {"hold", "keep"} and head.deprel == "obj"
    moved |= governor.lemma in _CARRYING and any(has_particle(sentence, governor, away) for away in ("off", "away"))
    left = governor.lemma == "leave" and has_word(sentence, governor, _LEFT_SO, "xcomp")
    return (moved or left) and head.deprel in _UNDERGOING and not _harmed_too(sentence, governor)


def _governor(sentence: Sentence, token: Token) -> Token | None:
    return governor_of(sentence, token)


def _harmed_too(sentence: Sentence, verb: Token) -> bool:
    """ "Ran for cover and were killed", "killed or displaced thousands": what is joined to a verb tells of harm to the
    same people, which it does not where it has people of its own ("killed nine and displaced thousands").
    """
    joined = children(sentence, verb.index, *_JOINED)
    joined += [t for one in joined for t in children(sentence, one.index, *_JOINED)]
    if any(t.lemma in lexicon()["harm"] and not _others(sentence, t) for t in joined):
        return True
    before = _governor(sentence, verb)
    if before is None or verb.deprel != "conj" or before.lemma not in lexicon()["harm"]:
        return False
    return not _others(sentence, before)


def _others(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has people of its own; "them" are those who were told before."""
    return any(t.upos != "PRON" for t in objects_of(sentence, verb))
