"""Who did it and how many they are, where a claim says so by another role: by the blow that did it, by who gives up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from situate.extract.roles.frames import Filler, by_place
from situate.extract.roles.not_the_doer import answered
from situate.extract.sentence.found import Found
from situate.extract.tree.phrases import labels_at, phrase_at
from situate.extract.tree.relations import ancestors, cases_of, children
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_SIDES = frozenset({"actor", "target"})
_FOUGHT_FOR = frozenset({"capture", "advance", "repel", "withdraw", "siege_end"})
_WITHIN = frozenset({"in", "with", "during", "by"})
_POSTS = frozenset({"checkpoint", "roadblock"})
_AT_POSTS = frozenset({"deny_aid", "restrict", "detain", "abduct", "cut_route"})
_KEPT = frozenset({"man", "run", "hold", "control", "staff", "guard"})
_BODIES = frozenset({"Organisation", "ORG"})
_NOW = frozenset({"is", "are", "remain", "remains"})


def by_blow(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; what a blow did was done by who struck it ("an American strike destroyed the mosque").

    The blow is the means in the one claim and a claim of its own beside it.
    """
    return [_with_actor(_with_means(one, found), found) for one in found]


def _with_means(one: Found, found: Sequence[Found]) -> Found:
    """What is destroyed, with the blow that is its verb's subject as the means ("two strikes hit and burned it")."""
    if one.marked.kind.name != "destroy" or any(f.role == "instrument" for f in one.fillers):
        return one
    sentence = one.marked.sentence
    row = [one.marked.head, *ancestors(sentence, one.marked.head.index)]
    last = next((t for t in row if t.deprel != "conj" or children(sentence, t.index, "nsubj")), None)
    doers = {t.index for t in children(sentence, last.index, "nsubj")} if last is not None else set()
    blow = next((o for o in found if o.marked.kind.name in BLOWS - {"clash"} and o.marked.head.index in doers), None)
    if blow is None or blow.marked.head.upos != "NOUN":
        return one
    phrase = phrase_at(sentence, blow.marked.head.index)
    means = Filler("instrument", phrase.start, phrase.end, phrase.head)
    kept = [f for f in one.fillers if f.role != "actor" or not _inside(means, f)]
    return replace(one, fillers=tuple(sorted((*kept, means), key=by_place)))


def _with_actor(one: Found, found: Sequence[Found]) -> Found:
    if any(f.role == "actor" for f in one.fillers):
        return one
    means = [f for f in one.fillers if f.role == "instrument"]
    blows = [o for o in found if o is not one and any(_holds(f, o) for f in means)]
    lent = {f for o in blows for f in o.fillers if f.role == "actor" and any(_inside(f, m) for m in means)}
    return replace(one, fillers=tuple(sorted((*one.fillers, *lent), key=by_place))) if lent else one


def _holds(filler: Filler, other: Found) -> bool:
    trigger = other.marked.trigger
    return filler.start <= trigger.start and trigger.end <= filler.end


def _inside(inner: Filler, outer: Filler) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def by_deed(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; a blow that names nobody, and in which a deed is told, has the deed's doers and place.

    "Took the town after a week of fighting", "the depot was destroyed in an air strike". What is destroyed in a strike
    is what was struck; who is driven out in a fight need not be all who fought. Who does something after an attack may
    be anybody ("the police arrested two after the attack").
    """
    return [_of_its_deed(one, found) for one in found]


def _of_its_deed(one: Found, found: Sequence[Found]) -> Found:
    sentence, noun = one.marked.sentence, one.marked.head
    if one.marked.kind.name not in BLOWS or noun.upos != "NOUN" or answered(sentence, noun):
        return one
    chain = [noun, *takewhile(lambda t: t.upos not in {"VERB", "AUX"}, ancestors(sentence, noun.index))]
    fought = one.marked.kind.name == "clash"
    deeds = _FOUGHT_FOR if fought else BLOWS | {"destroy"}
    if chain[-1].deprel != "obl" or not (fought or set(cases_of(sentence, chain[-1])) & _WITHIN):
        return one
    above = (o for o in found if o is not one and o.marked.head.index == chain[-1].head)
    deed = next((o for o in above if o.marked.kind.name in deeds), None)
    if deed is None:
        return one
    lent = [f for role in _lendable(one, deed) for f in deed.fillers if f.role == role and not _is_told(f, one)]
    return replace(one, fillers=tuple(sorted((*one.fillers, *lent), key=by_place)))


def _lendable(blow: Found, deed: Found) -> list[str]:
    """The roles that a blow has not, and that a deed can lend it."""
    own = {f.role for f in blow.fillers}
    roles = [] if "place" in own else ["place"]
    if own.isdisjoint(_SIDES):
        roles += ["actor", "target"] if deed.marked.kind.name == "destroy" else ["actor"]
    return roles


def _is_told(filler: Filler, blow: Found) -> bool:
    """Whether words are among those of a blow already."""
    spans = [(blow.marked.trigger.start, blow.marked.trigger.end), *((f.start, f.end) for f in blow.fillers)]
    return any(filler.start < end and start < filler.end for start, end in spans)


def by_holders(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; a place "which was taken on Friday" was taken by those who are told to hold it.

    Only where they hold it now, and the taking names nobody ("they are in control of Lisk, which was taken …").
    """
    holds = [one for one in found if one.marked.kind.name == "control" and _is_so(one)]
    return [_taken_by_them(one, holds) if holds and one.marked.kind.name == "capture" else one for one in found]


def _is_so(one: Found) -> bool:
    words = {t.text.lower() for t in one.marked.sentence.tokens if t.end <= one.marked.trigger.start}
    return one.polarity == "positive" and one.modality == "actual" and not words.isdisjoint(_NOW)


def _taken_by_them(one: Found, holds: Sequence[Found]) -> Found:
    head = one.marked.head
    passive = any(t.deprel == "aux:pass" and t.head == head.index for t in one.marked.sentence.tokens)
    there = [o for o in holds if o.marked.trigger.end <= one.marked.trigger.start and _at_one_place(o, one)]
    actors = [f for o in there[:1] for f in o.fillers if f.role == "actor"]
    other = [f for f in one.fillers if not (f.role == "target" and any(_inside(f, a) for a in actors))]
    if head.deprel != "acl:relcl" or not passive or any(f.role in {"actor", "target"} for f in other):
        return one
    return replace(one, fillers=tuple(sorted((*other, *actors), key=by_place)))


def _at_one_place(one: Found, other: Found) -> bool:
    places = [{(f.start, f.end) for f in each.fillers if f.role == "place"} for each in (one, other)]
    return not places[0].isdisjoint(places[1])


def by_post(one: Found) -> Found:
    """Who stops or takes somebody at a body's post is that body ("was turned back at a Lisk Front checkpoint")."""
    if one.marked.kind.name not in _AT_POSTS or any(f.role == "actor" for f in one.fillers):
        return one
    sentence = one.marked.sentence
    where = [t for f in one.fillers if f.role == "place" for t in sentence.within(f.start, f.end)]
    owner = next((t for post in where if post.lemma.lower() in _POSTS for t in _keepers(sentence, post)), None)
    if owner is None:
        return one
    phrase = phrase_at(replace(sentence, mentions=()), owner.index)
    doer = Filler("actor", phrase.start, phrase.end, owner.index)
    return replace(one, fillers=tuple(sorted((*one.fillers, doer), key=by_place)))


def _keepers(sentence: Sentence, post: Token) -> Iterator[Token]:
    """Those to whom a post belongs: told before it, behind "of", or as those who man it."""
    for token in children(sentence, post.index, "compound", "amod", "nmod:poss", "nmod"):
        if (token.index < post.index or "of" in cases_of(sentence, token)) and _is_body(sentence, token):
            yield token
    for verb in children(sentence, post.index, "acl", "acl:relcl"):
        if verb.lemma in _KEPT:
            yield from children(sentence, verb.index, "obl:agent")


def _is_body(sentence: Sentence, token: Token) -> bool:
    """Whether a word is for somebody: a body by its letters, name or noun; a town's name is where a post is."""
    if token.upos == "PROPN" and len(token.text) > 1 and token.text.isupper():
        return any(map(str.islower, (t.text for t in sentence.tokens)))
    if token.upos == "PROPN":
        inner = min(labels_at(sentence, token), key=lambda one: one.end - one.start, default=None)
        return inner is not None and inner.label in _BODIES
    if token.upos == "ADJ":  # "a Lisk checkpoint" may be the one at Lisk, "a Liskan checkpoint" is of its army
        return token.text[:1].isupper()
    return lexicon()["kinds"].get(token.lemma.lower()) == "actor"


def counted(one: Found) -> Found:
    """Who gives up, told as a figure, is also how many they are ("300 policemen laid down their arms"; guidelines)."""
    if one.marked.kind.name != "surrender" or any(f.role == "affected" for f in one.fillers):
        return one
    figures = [replace(f, role="affected") for f in one.fillers if f.role == "actor" and _is_figure(one, f)]
    return replace(one, fillers=tuple(sorted((*one.fillers, *figures), key=by_place))) if figures else one


def _is_figure(one: Found, filler: Filler) -> bool:
    return any(_counts(t) for t in one.marked.sentence.tokens if filler.start <= t.start and t.end <= filler.end)


def _counts(token: Token) -> bool:
    plural = token.upos == "NOUN" and lexicon()["kinds"].get(token.lemma.lower()) == "figure"
    return (token.upos == "NUM" and token.deprel in {"nummod", "nsubj", "nsubj:pass", "obj"}) or plural
