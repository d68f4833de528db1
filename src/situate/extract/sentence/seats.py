"""The place that a word for what somebody holds is said of: "Lisk, the last rebel-held town", "Lisk is a stronghold".

The name is the place; the noun only describes it, and what hangs on the noun says where it lies ("a stronghold on the
river").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from situate.extract.roles.frames import Filler, by_place
from situate.extract.sentence.found import Found
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of, has_word, subtree, top_of
from situate.extract.tree.words import word_list
from situate.model.sentence import Sentence, Token

_LANDS = frozenset({"Location", "LOC"})
_BESIDE = frozenset({",", "-", "–", "—"})
_ATTRIBUTES = frozenset({"amod", "acl"})
_TOWNS = frozenset(
    {"town", "city", "village", "capital", "base", "camp", "airport", "crossing", "outpost", "position", "post"}
)
_CLAUSES = frozenset({"acl:relcl", "appos", "parataxis"})
_KNOWN = frozenset({"the", "this", "that", "its", "their", "his"})


def seated(one: Found) -> Found:
    """A claim of who holds what, with the names that its noun is said of as the places."""
    sentence = one.marked.sentence
    noun = _noun(sentence, one.marked.head) if one.marked.kind.name == "control" else None
    named = [*_said_of(sentence, noun)] if noun is not None else []
    if noun is None:
        return one
    if not named:
        return replace(one, fillers=tuple(_its_own(sentence, noun, f) for f in one.fillers))
    own = {sentence.tokens[i].start for i in subtree(sentence, noun.index, without=_CLAUSES)}
    kept = [
        f
        for f in one.fillers
        if not any(f.start < n.end and n.start < f.end for n in named)
        and not (f.role == "place" and any(f.start <= start < f.end for start in own))
    ]
    return replace(one, fillers=tuple(sorted((*kept, *named), key=by_place)))


def _its_own(sentence: Sentence, noun: Token, filler: Filler) -> Filler:
    """ "The last town in Varn that is in rebel hands": the town is held, not Varn; "a town in Varn" was not told of."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "place" else None
    if top is None or noun.lemma.lower() not in _TOWNS or not has_word(sentence, noun, _KNOWN, "det", "nmod:poss"):
        return filler
    if top is noun:
        within = any("in" in cases_of(sentence, t) for t in children(sentence, noun.index, "nmod"))
        return replace(filler, end=noun.end) if within and noun.end < filler.end else filler
    if top.head != noun.index or top.deprel != "nmod" or filler.start <= noun.start:
        return filler
    first = min((t.start for t in children(sentence, noun.index, "det", "amod", "compound")), default=noun.start)
    return Filler("place", min(first, noun.start), noun.end, noun.index)


def _noun(sentence: Sentence, head: Token) -> Token | None:
    """The word for a seat itself, or the noun that "held" stands at; a part of a town is more than its description."""
    if head.lemma.lower() in word_list("seats"):
        return head
    clause = governor_of(sentence, head, "obl", "xcomp") if head.upos in {"NOUN", "ADP"} else None
    said = clause if clause is not None and clause.deprel == "acl:relcl" else head
    noun = governor_of(sentence, said, *_ATTRIBUTES, "acl:relcl")
    if noun is None or noun.upos != "NOUN":
        return None
    parted = any("of" in cases_of(sentence, t) for t in children(sentence, noun.index, "nmod"))
    return None if parted and noun.lemma.lower() in word_list("portions") else noun


def _said_of(sentence: Sentence, noun: Token) -> Iterator[Filler]:
    """What a noun is said of, as places: the subject that it is, or the name that it stands behind."""
    one = sentence.tokens[noun.head] if noun.head >= 0 else noun
    if one.text.lower() == "one" and "of" in cases_of(sentence, noun):
        noun = one  # "is one of the last strongholds"
    if children(sentence, noun.index, "cop"):
        subjects = children(sentence, noun.index, "nsubj")
        for token in (*subjects, *(c for s in subjects for c in children(sentence, s.index, "conj"))):
            if kind_of(sentence, token.index) == "place":
                phrase = phrase_at(sentence, token.index)
                yield Filler("place", phrase.start, phrase.end, phrase.head)
    elif noun.deprel == "appos" and children(sentence, noun.index, "det", "nmod:poss"):
        end = _end_before(sentence, noun)
        names = (m for m in (*sentence.mentions, *sentence.names) if m.label in _LANDS and m.end == end)
        name = next(names, None)
        if name is not None:
            yield Filler("place", name.start, name.end)


def _end_before(sentence: Sentence, noun: Token) -> int:
    """Where the text before a noun's phrase ends, short of a comma or a dash between them."""
    own = subtree(sentence, noun.index, without=_CLAUSES)
    first = noun.index
    while first - 1 in own:
        first -= 1
    before = [t for t in sentence.tokens[max(0, first - 2) : first] if t.text not in _BESIDE]
    return before[-1].end if before else -1
