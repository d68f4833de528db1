"""Words of force about matters that no force is used on: bills that are killed, seats that are held, deaths of old age.

"Kill the bill", "battled with the rival for the nomination", "has held the seat since 2001", "was denied a visa": what
such words are about tells that nobody was hurt and no ground taken. A word counts by the tree: its object, the subject
of its passive, or what it is with, over or for.
"""

from __future__ import annotations

from itertools import pairwise

from situate.extract.roles.aid import is_aid
from situate.extract.roles.said_numbers import said_number
from situate.extract.tree.relations import cases_of, children, objects_of
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import CONVOYS, word_list
from situate.model.sentence import Labelled, Sentence, Token

_FOUGHT = frozenset({"kill", "clash", "assault", "control", "capture", "restrict", "abuse", "destroy"})
_ABOUT = frozenset({"with", "over", "for", "against", "on", "of"})
_DYING = frozenset({"die", "death", "dead"})
_TAKING = frozenset({"seize", "confiscate", "steal", "loot", "divert", "impound"})
_WORDS = (["it"], ["this"], ["that"])
_LEAVE = frozenset({"visa", "bail", "parole", "asylum", "citizenship", "passport", "licence", "license"})
_SENT = frozenset({"team", "inspector", "mission", "worker", "agency", "convoy", "observer", "staff", "envoy", "truck"})
_PEOPLE = frozenset({"delegate", "audience"})  # who is won in a vote can be killed too
_OLD = 60  # years from which on who dies "at" or "aged" so many dies of age, where no other word tells of force


def of_no_force(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether the words of a trigger are about a matter, a leave or an age, and tell of no force and no aid."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return False
    if trigger.label == "kill" and head.lemma.lower() in _DYING:
        return _of_a_party(sentence, head) or of_age(sentence, head)
    if trigger.label == "deny_aid":
        return _no_aid(sentence, head)
    if trigger.label in {"deprivation", "cut_route"}:
        return head.lemma.lower() in {"desert", "deserted"}  # an empty street is in no need
    won = trigger.label == "detain" and head.lemma == "capture"  # "captured 40 percent of the vote"
    return (won or trigger.label in _FOUGHT) and _of_matters(sentence, trigger.label, head)


def _of_matters(sentence: Sentence, kind: str, head: Token) -> bool:
    things = objects_of(sentence, head)
    if not things:
        beside = children(sentence, head.index, "obl", "nmod", "flat")  # "flat": the end of a name that is cut in three
        things = [t for t in beside if not _ABOUT.isdisjoint(_cases(sentence, t))]
    things = [_counted(sentence, t) for t in things]
    people = _PEOPLE if kind in {"kill", "assault", "abuse"} else frozenset()
    if bool(things) and all(t.lemma.lower() in word_list("matters") - people for t in things):
        return True
    return kind in {"kill", "abuse"} and _of_animals(sentence, head, things)


def _cases(sentence: Sentence, noun: Token) -> list[str]:
    """The prepositions of a noun, or of the first word of a name that is cut in three."""
    cut = children(sentence, noun.index, "compound") if noun.text.isdigit() else []
    return [case for t in (noun, *cut) for case in cases_of(sentence, t)]


def _counted(sentence: Sentence, noun: Token) -> Token:
    """ "A number of medical problems": the problems; of "Covid-19", cut in three words, the first."""
    many = noun.lemma.lower() in {"number", "range", "series", "host", "majority", "bulk", "rest", "percent", "%"}
    named = children(sentence, noun.index, "compound") if noun.text.isdigit() else []
    return next(iter(children(sentence, noun.index, "nmod") if many else named), noun)


def _of_animals(sentence: Sentence, head: Token, things: list[Token]) -> bool:
    """ "Killed 50 dogs a day", "illegal whale killing"."""
    if head.upos != "VERB":
        things = [*things, *children(sentence, head.index, "compound")]
    return bool(things) and all(t.lemma.lower() in word_list("animals") for t in things)


def _of_a_party(sentence: Sentence, head: Token) -> bool:
    """ "The bill died in committee"."""
    dead = children(sentence, head.index, "nsubj", "nmod") if head.lemma.lower() != "dead" else []
    return bool(dead) and all(t.lemma.lower() in word_list("matters") for t in dead)


def of_age(sentence: Sentence, head: Token) -> bool:
    """ "Dies at 92", "died, aged 77": where no word of the sentence tells of force."""
    if not sentence.lemmas.isdisjoint(word_list("hurting")) or said_number(sentence, head) is not None:
        return False  # "put the number of dead at 65"
    after = sentence.tokens[head.index + 1 : head.index + 10]
    for word, number in pairwise(after):
        if word.text.lower() in {"at", "aged", "age"} and number.text.isdecimal() and _OLD <= int(number.text) < 120:
            following = sentence.tokens[number.index + 1] if number.index + 1 < len(sentence.tokens) else None
            return following is None or following.upos not in {"NOUN", "PROPN"}
    return False


def _no_aid(sentence: Sentence, head: Token) -> bool:
    """ "Were denied visas", "denied access to their clients", "confiscated his car": no aid is kept from anybody.

    Nor by who "denied it": that is said of words.
    """
    things = children(sentence, head.index, "obj", "iobj", "nsubj:pass")
    if head.lemma == "deny" and [t.text.lower() for t in things] in _WORDS:
        return True
    if head.lemma.lower() in _TAKING:
        off = children(sentence, head.index, "obl")
        off += [n for t in things for n in children(sentence, t.index, "nmod")]
        if any(t.lemma.lower() in CONVOYS and "from" in cases_of(sentence, t) for t in off):
            return False  # what a convoy carries is aid
        return bool(things) and not any(is_aid(sentence, t) for t in things)
    if any(t.lemma.lower() in _LEAVE for t in things):
        return sentence.lemmas.isdisjoint(_SENT)
    access = [t for t in things if t.lemma.lower() == "access"]
    to = [n for t in access for n in children(sentence, t.index, "nmod", "compound", "amod")]
    return any(n.lemma.lower() in word_list("no_aid") or n.text.lower() in {"him", "her"} for n in to)
