"""Who loses people: "the army lost eight men in the ambush", "its losses stood at 15", "they suffered seven dead".

It was done to them, whoever did it; the subject of losing strikes no blow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import ancestors, case_of, children, governor_of, has_lemma
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_STRUCK = (BLOWS - {"clash"}) | {"kill"}
_LOSS = frozenset({"loss", "dead", "death", "casualty", "fatality"})
_SUFFERING = frozenset({"suffer", "sustain", "take", "record"})
_PEOPLE = frozenset({"people", "actor", "figure"})
_IN = frozenset({"in", "during"})
_WHOSE = ("nmod:poss", "compound", "amod")


def own_losses(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a blow or a killing, headed by ``head``, with those who lose people in it as its target."""
    loser = next(_losers(sentence, head), None) if kind in _STRUCK else None
    if loser is None:
        return list(fillers)
    theirs = [f for f in fillers if f.start <= loser.start < f.end]
    found = [replace(f, role="target") if f in theirs and f.role == "actor" else f for f in fillers]
    if theirs or any(f.role == "target" for f in fillers) or not _is_side(sentence, loser):
        return found
    phrase = phrase_at(sentence, loser.index)
    told = Filler("target", phrase.start, phrase.end, phrase.head)
    return found if any(overlap(told, f) for f in found) else in_order(*found, told)


def _is_side(sentence: Sentence, loser: Token) -> bool:
    """Whether who loses people is somebody who fights, as far as the word tells: families lose sons."""
    told = loser.deprel != "amod" and kind_of(sentence, loser.index) == "actor"  # "Ethiopian" alone is nobody
    return told or loser.text.lower() in {"it", "they", "we"}


def _losers(sentence: Sentence, head: Token) -> Iterator[Token]:
    """Who loses people by what a word tells: it says so itself, or is the blow in which they were lost."""
    above = governor_of(sentence, head, "obl", "nmod") if case_of(sentence, head) in _IN else None
    for word in (head, above):
        if word is None:
            continue
        if _loses_people(sentence, word):
            yield from _subjects(sentence, word, shared=word is head)
        counts = children(sentence, word.index, "nsubj", "nsubj:pass", "obj") if word.upos == "VERB" else [word]
        for loss in counts:
            if loss.upos == "NOUN" and loss.lemma.lower() == "loss":
                yield from _whose(sentence, loss)


def _subjects(sentence: Sentence, verb: Token, *, shared: bool) -> list[Token]:
    """The subjects of a verb, if ``shared`` also those of the verb that it is joined to ("attacked it and lost 20")."""
    while not (own := children(sentence, verb.index, "nsubj")) and shared and verb.deprel == "conj" and verb.head >= 0:
        verb = sentence.tokens[verb.head]
    return own


def _loses_people(sentence: Sentence, verb: Token) -> bool:
    """ "Lost three men", "suffered heavy losses", "sustained seven dead"; not "lost the town"."""
    things = children(sentence, verb.index, "obj") if verb.upos == "VERB" else []
    if verb.lemma in _SUFFERING:
        return has_lemma(sentence, verb, _LOSS, "obj")
    return verb.lemma == "lose" and any(t.upos == "NUM" or kind_of(sentence, t.index) in _PEOPLE for t in things)


def _whose(sentence: Sentence, loss: Token) -> Iterator[Token]:
    """ "Army losses", "the rebels' losses"; of "the army put its losses at four" who puts them so."""
    for owner in children(sentence, loss.index, *_WHOSE):
        if owner.upos != "PRON":
            if owner.deprel == "nmod:poss" or owner.text[:1].isupper() or kind_of(sentence, owner.index) == "actor":
                yield owner
            continue
        verb = next((t for t in ancestors(sentence, loss.index) if t.upos == "VERB"), None)
        yield from (t for t in children(sentence, verb.index, "nsubj") if t.index < owner.index) if verb else ()
