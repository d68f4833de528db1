"""Who did it, by who says that he did: "an attack claimed by the group", "the group claimed the bombing"."""

from __future__ import annotations

from dataclasses import replace

from situate.extract.roles.frames import Filler, by_place
from situate.extract.sentence.found import Found
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import cases_of, children, subtree
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_STRIKES = BLOWS - {"clash"}
_CLAIMING = frozenset({"claim", "take", "assume", "accept", "admit"})
_NOBODY = frozenset({"no", "nobody", "none", "no-one"})


def by_claim(one: Found) -> Found:
    """A blow of which nobody is named as the doer, with who claims it; a claim of nobody, or denied, names nobody."""
    one = _without_nobody(one)
    if one.marked.kind.name not in _STRIKES or any(f.role == "actor" for f in one.fillers):
        return one
    sentence, head = one.marked.sentence, one.marked.head
    claimant = who_claims(sentence, head) if head.upos in {"NOUN", "PROPN"} else None
    claimant = claimant or _who_owns_up(sentence)
    if claimant is None:
        return one
    phrase = phrase_at(sentence, claimant.index)
    if any(phrase.start < f.end and f.start < phrase.end for f in one.fillers):
        return one
    made = Filler("actor", phrase.start, phrase.end, phrase.head)
    return replace(one, fillers=tuple(sorted((*one.fillers, made), key=by_place)))


def who_claims(sentence: Sentence, blow: Token) -> Token | None:
    """Who claims a blow, or responsibility for it: the subject of "claimed", or who it was claimed by."""
    for verb in children(sentence, blow.index, "acl", "acl:relcl"):
        if verb.lemma == "claim" and not children(sentence, verb.index, "obj", "xcomp", "ccomp"):
            for by in children(sentence, verb.index, "obl", "obl:agent"):
                if "by" in cases_of(sentence, by):
                    return by
    verb, thing = sentence.tokens[blow.head] if blow.head >= 0 else blow, blow
    if verb.lemma == "responsibility" and verb.head >= 0:  # "claimed responsibility for the attack"
        verb, thing = sentence.tokens[verb.head], verb
    claiming = _CLAIMING if thing is not blow else {"claim"}  # who takes a bombing takes none on himself
    if verb.lemma not in claiming or verb.upos != "VERB" or thing.deprel not in {"obj", "nsubj:pass"}:
        return None
    agents = [t for t in children(sentence, verb.index, "obl", "obl:agent") if "by" in cases_of(sentence, t)]
    subject = next(iter(children(sentence, verb.index, "nsubj") or agents), None)
    negated = any(c.lemma in {"not", "never"} for c in children(sentence, verb.index, "advmod"))
    if subject is None or negated or subject.upos == "PRON" or subject.lemma.lower() in _NOBODY:
        return None
    nobody = any(c.text.lower() in _NOBODY for c in children(sentence, subject.index, "det"))
    return None if nobody else subject


def _who_owns_up(sentence: Sentence) -> Token | None:
    """Who claims responsibility for the only blow of a sentence: "a post was attacked, and the rebels claimed …"."""
    if len([t for t in sentence.triggers if t.label in BLOWS | {"kill"}]) != 1:
        return None
    for noun in sentence.tokens:
        if noun.lemma == "responsibility" and noun.head >= 0 and not children(sentence, noun.index, "nmod", "acl"):
            return who_claims(sentence, noun)
    return None


def _without_nobody(one: Found) -> Found:
    """A blow without the doer that only says that there is none: "no group claimed responsibility for the attack"."""
    sentence, head = one.marked.sentence, one.marked.head
    if head.upos not in {"NOUN", "PROPN"}:
        return one
    kept = tuple(f for f in one.fillers if f.role != "actor" or not _is_nobody(sentence, head, f))
    return one if len(kept) == len(one.fillers) else replace(one, fillers=kept)


def _is_nobody(sentence: Sentence, blow: Token, filler: Filler) -> bool:
    """Whether a phrase that is none of the blow's own begins with a word for nobody."""
    first = next((t for t in sentence.tokens if filler.start <= t.start), None)
    return first is not None and first.text.lower() in _NOBODY and first.index not in subtree(sentence, blow.index)
