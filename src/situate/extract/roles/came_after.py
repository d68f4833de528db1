"""Places of something else: "the attack came two days after they shelled the town", "the wounded were taken to a
hospital in the capital", "our team there heard blasts". Where the second was, the first was not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import (
    ancestors,
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_word,
    starts_below,
    subjects_of,
    subtree,
)
from situate.model.claim import TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_AT = frozenset({"on", "in", "at", "near", "outside"})
_COMING = frozenset({"come", "follow", "happen", "occur"})
_AFTER = frozenset({"after", "before"})
_KILLING = frozenset(
    {"kill", "shoot", "execute", "behead", "murder", "massacre", "slaughter", "hang", "wound", "injure"}
)
_IN_THE_WAKE = frozenset({"after", "following"})
_LEAVING = frozenset({
    "evacuate", "abandon", "leave", "flee", "withdraw", "retreat", "surrender", "lose", "vacate", "quit", "escape",
    "fall", "die",
})  # fmt: skip
_MEANWHILE = frozenset({"as", "while", "when"})
_TAKING_UP = frozenset({"confirm", "deny", "condemn", "denounce", "acknowledge", "welcome", "hail", "describe"})
_RECOUNTING = frozenset({"recall", "recount", "remember", "relate", "reminisce", "narrate"})
_TELLING_HOW = frozenset({"tell", "describe", "speak", "testify", "talk", "explain"})
_SENSING = frozenset({"hear", "see", "observe", "record", "register", "notice"})
_LENGTH = frozenset({"NUM", "DET", "NOUN", "ADJ", "ADV"})  # "came | only a few days | after"
_LONGEST = 5  # words of that
_HOSPITALS = frozenset({"hospital", "clinic", "infirmary", "ward", "surgery", "morgue", "mortuary"})
# What is done for those whom a blow has harmed, by others than dealt it.
_TENDING = frozenset({
    "treat", "hospitalise", "hospitalize", "admit", "receive", "evacuate", "rescue", "pull", "recover", "bury", "rush",
    "care", "assist", "aid", "retrieve", "collect", "transport", "shelter", "operate", "visit",
})  # fmt: skip
_CARING = frozenset({
    "treat", "hospitalise", "hospitalize", "admit", "take", "bring", "rush", "carry", "transfer", "transport", "move",
    "ferry", "airlift", "fly", "send", "evacuate", "recover", "lie", "receive", "arrive", "die",
})  # fmt: skip


def without_what_came_before(sentence: Sentence, head: Token, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of what came after something else, without those that stand in the clause of the other.

    The reader takes the one place of such a sentence for that of both; that of the first was told before it. So with
    "the attack follows the shelling of the town on 3 May". Whom soldiers shot after an ambush did not die in it.
    """
    fillers = _without_dead_before(sentence, head, _without_dead_of_the_verb(sentence, head, [*fillers]))
    verb = governor_of(sentence, head, "nsubj")
    if verb is None or verb.lemma not in _COMING:
        return list(fillers)
    if verb.lemma == "follow" and (before := children(sentence, verb.index, "obj")):
        first = min(sentence.tokens[i].start for i in subtree(sentence, before[0].index))
        return [f for f in fillers if f.start < first]  # its day, too, is that of the other
    told_after = _from_after(sentence, verb)
    clauses = children(sentence, verb.index, "advcl")
    after = [t for t in clauses if _led_by(sentence, t, _AFTER)]
    after += [t for t in children(sentence, verb.index, "obl") if _is_deed_after(sentence, t)]
    aims = [t for clause in clauses if _led_by(sentence, clause, _MEANWHILE) for t in _aims(sentence, clause)]
    inside = starts_below(sentence, *after, *aims)
    return [f for f in fillers if f.role in TIME_ROLES or not (f.start in inside or f.start in told_after)]


def _without_dead_of_the_verb(sentence: Sentence, blow: Token, fillers: list[Filler]) -> list[Filler]:
    verb = governor_of(sentence, blow, "obl")
    if verb is None or verb.lemma not in _KILLING or not _AFTER & set(cases_of(sentence, blow)):
        return fillers
    if not children(sentence, verb.index, "nsubj"):
        return fillers
    whom = {i for t in children(sentence, verb.index, "obj") for i in subtree(sentence, t.index)}
    dead = {sentence.tokens[i].start for i in whom}
    return [f for f in fillers if f.role not in {"killed", "wounded"} or f.start not in dead]


def without_the_struck(sentence: Sentence, blow: Token, kind: str, fillers: list[Filler]) -> list[Filler]:
    """ "The army left the town following a strike on its post": who leaves then, or owns what it hit, dealt none.

    Nor did who treats the wounded after it. "Took the town after an assault on it" tells whose assault it was.
    """
    verb = governor_of(sentence, blow, "obl", "advcl") if kind in BLOWS else None
    if verb is None or not (_tended(sentence, verb, blow) or _left(sentence, verb, blow)):
        return fillers
    doers = {sentence.tokens[i].start for t in subjects_of(sentence, verb) for i in subtree(sentence, t.index)}
    return [f for f in fillers if f.role != "actor" or f.start not in doers]


def _left(sentence: Sentence, verb: Token, blow: Token) -> bool:
    """Whether a verb tells, in the wake of a blow, who left then, or hit what is theirs."""
    if blow.deprel != "obl" or blow.upos != "NOUN" or _IN_THE_WAKE.isdisjoint(cases_of(sentence, blow)):
        return False
    struck = children(sentence, blow.index, "nmod")
    owned = any(has_word(sentence, t, {"its", "their", "his", "her"}, "nmod:poss") for t in struck)
    return owned or verb.lemma in _LEAVING


def _tended(sentence: Sentence, verb: Token, blow: Token) -> bool:
    """Whether a verb tells of care for those whom a blow has harmed; "after shelling the town" has the same doer.

    The tree can take "shelling of the town" for a clause.
    """
    leads = (t.text.lower() for t in children(sentence, blow.index, "case", "mark"))
    after = any(word in _IN_THE_WAKE or word == "in" for word in leads)
    return verb.lemma in _TENDING and after and not children(sentence, blow.index, "obj")


def _without_dead_before(sentence: Sentence, blow: Token, fillers: list[Filler]) -> list[Filler]:
    """ "Villagers attacked a police post after a boy was shot": he was shot before, and not in the attack."""
    clauses = children(sentence, blow.index, "advcl") if blow.upos == "VERB" else []
    clauses += [t for clause in clauses for t in children(sentence, clause.index, "advcl")]
    after = [t for t in clauses if has_word(sentence, t, {"after"}, "mark")]
    before = starts_below(sentence, *after)
    return [f for f in fillers if f.role not in {"killed", "wounded"} or f.start not in before]


def _from_after(sentence: Sentence, verb: Token) -> Collection[int]:
    """Where the words stand, up to a comma, that follow "came two weeks after", but those told of the subject too.

    The tree hangs a clause with a noun for its subject ("after shelling by the army killed four in Lisk") anywhere.
    """
    between = []
    for token in sentence.tokens[verb.index + 1 :]:
        if token.text.lower() in _AFTER:
            also = {i for t in children(sentence, verb.index, "conj") for i in subtree(sentence, t.index)}
            told = takewhile(lambda t: t.text != ",", sentence.tokens[token.index :])
            return {t.start for t in told if t.index not in also}
        between.append(token)
        if token.upos not in _LENGTH or len(between) > _LONGEST:
            break
    return ()


def _led_by(sentence: Sentence, clause: Token, words: Collection[str]) -> bool:
    """Whether one of some words leads a clause; the tree can hang it on the subject ("after a raid killed two")."""
    leads = [*children(sentence, clause.index, "mark")]
    leads += [c for subject in subjects_of(sentence, clause) for c in children(sentence, subject.index, "case")]
    return any(t.text.lower() in words for t in leads)


def _is_deed_after(sentence: Sentence, noun: Token) -> bool:
    """ "The attack came two days after a raid on the town": what came before may be told by a noun."""
    told = any(t.start <= noun.start < t.end for t in sentence.triggers)
    return told and not _AFTER.isdisjoint(cases_of(sentence, noun))


def _aims(sentence: Sentence, clause: Token) -> Iterator[Token]:
    """What is done in a clause to something, or is still to be done: "as they pressed on with a push to take Varn"."""
    yield from children(sentence, clause.index, "obj", "xcomp", "advcl")
    for noun in children(sentence, clause.index, "obl"):
        yield from (t for i in subtree(sentence, noun.index) for t in children(sentence, i, "acl"))


def without_where_it_is_spoken_of(sentence: Sentence, head: Token, fillers: Iterable[Filler]) -> list[Filler]:
    """ "In the capital, an official confirmed the capture": where he did; what he takes up was told before.

    "In the camp, women recalled how soldiers had burned their village": that is elsewhere, unless they say where, as in
    "spoke of a convoy that was shelled on the road".
    """
    verb = governor_of(sentence, head, "obj")
    known = has_lemma(sentence, head, {"the"}, "det")
    if verb is None or verb.lemma not in _TAKING_UP or not known:
        verb = next((v for v in ancestors(sentence, head.index) if _recounts(sentence, v)), None)
    if verb is None:
        return list(fillers)
    before = [t for t in children(sentence, verb.index, "obl", "advmod") if t.index < verb.index]
    there = starts_below(sentence, *before)
    given = list(fillers)
    kept = [f for f in given if f.role != "place" or f.start not in there]
    if len(kept) == len(given) or any(f.role == "place" for f in kept):
        return kept
    return in_order(*kept, *_own_place(sentence, head))


def _own_place(sentence: Sentence, verb: Token) -> Iterator[Filler]:
    for noun in children(sentence, verb.index, "obl"):
        if not _AT.isdisjoint(cases_of(sentence, noun)) and kind_of(sentence, noun.index) in {"place", "route"}:
            phrase = phrase_at(sentence, noun.index)
            yield Filler("place", phrase.start, phrase.end, phrase.head)


def _recounts(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is of those who tell what they went through, or tell "how" or "of" it."""
    below = [t for t in sentence.tokens[verb.index + 1 : verb.index + 3] if t.text.lower() in {"how", "of"}]
    return verb.lemma in _RECOUNTING or (verb.lemma in _TELLING_HOW and bool(below))


def without_hearers(sentence: Sentence, head: Token, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of a blow without where those are who heard or saw it, if it is told where it was.

    "Our team in Lisk heard blasts from the direction of Varn".
    """
    given = list(fillers)
    verb = governor_of(sentence, head, "obj")
    if verb is None or verb.lemma not in _SENSING:
        return given
    who = starts_below(sentence, *subjects_of(sentence, verb))
    there = [f for f in given if f.role == "place" and f.start in who]
    return [f for f in given if f not in there] if any(f.role == "place" and f not in there for f in given) else given


def without_places_of_care(sentence: Sentence, head: Token, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of a blow without the hospital where its wounded are treated, and without where that stands."""
    return [f for f in fillers if f.role != "place" or not _of_care(sentence, head, f)]


def _of_care(sentence: Sentence, head: Token, filler: Filler) -> bool:
    inside = sentence.within(filler.start, filler.end)
    for word in inside:
        for house in (word, *ancestors(sentence, word.index)):
            verb = governor_of(sentence, house)
            cared = verb is not None and verb.index != head.index and verb.lemma.lower() in _CARING
            if cared and house.lemma.lower() in _HOSPITALS and house.deprel in {"obl", "obj", "nmod", "nsubj"}:
                return True
    return False
