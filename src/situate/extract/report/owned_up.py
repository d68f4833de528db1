"""Who did it, where a sentence of its own says so: "A bomb killed four soldiers. The Reds claimed responsibility."

Also "the Reds said they had carried it out", "said it was behind the attack", and whom others blame: "Police blamed the
Reds". The deed is that of the same sentence, else of the nearest of the two before that tells one; where a doer is
named there, another deed may be meant. Who is only told as "gunmen" is nobody named.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from situate.extract.sentence.claimed import who_claims
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of, has_lemma, has_particle, subjects_of
from situate.model.claim import Claim, Evidence, Role
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.ontology import BLOWS

_BACK = 2  # sentences
_DEEDS = (BLOWS - {"clash"}) | {"kill", "abduct"}
_NOUNS = frozenset({
    "attack", "bombing", "blast", "explosion", "assault", "raid", "strike", "shooting", "killing", "ambush",
    "operation", "assassination", "massacre", "kidnapping", "abduction", "shelling", "incident", "bomb", "hijacking",
})  # fmt: skip
_POINTING = frozenset({"the", "this", "that", "both", "these", "those", "all", "its", "their"})
_SAYING = frozenset({"say", "claim", "announce", "declare", "state", "boast", "admit"})
_SOMEBODY = frozenset({"actor", "people"})
_VOICES = frozenset({"caller", "statement", "man", "woman", "person", "message", "video"})
_HANDS = frozenset({
    "gunman", "gunmen", "attacker", "attackers", "assailant", "assailants", "bomber", "bombers", "kidnappers",
    "abductors", "men", "man", "militants", "militant", "sniper", "snipers", "unknown", "unidentified", "suspected",
})  # fmt: skip


def owned_up(text: str, sentences: Sequence[Sentence], ordered: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of deeds without a named doer with who owns up to them or is blamed for them."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in ordered:
        if claim.sentence is not None and claim.type in _DEEDS:
            by_sentence.setdefault(claim.sentence.start, []).append(claim)
    doers: dict[str, Role] = {}
    for number, sentence in enumerate(sentences):
        doer = _doer(sentence)
        if doer is not None:
            for claim in _deed(by_sentence, sentences[max(0, number - _BACK) : number + 1], doer):
                own = claim.sentence is not None and claim.sentence.start == sentence.start
                doers[claim.id] = Role(role="actor", evidence=Evidence.of(text, doer), carried=not own)
    for claim in ordered:
        doer_role = doers.get(claim.id)
        yield claim if doer_role is None else dataclasses.replace(claim, roles=(*claim.roles, doer_role))


def _deed(by_sentence: dict[int, list[Claim]], near: Sequence[Sentence], doer: Span) -> list[Claim]:
    """The claims of the deed that is meant, of which nobody is named as the doer."""
    for sentence in reversed(near):
        told = [c for c in by_sentence.get(sentence.start, ()) if not _spoken_of(c, doer)]
        if told:
            happened = all(c.polarity == "positive" and c.modality == "actual" for c in told)
            one = sum(c.type != "abduct" for c in told) < 2  # of two blows either may be meant
            return told if one and happened and not any(_has_doer(c) for c in told) else []
    return []


def _spoken_of(claim: Claim, doer: Span) -> bool:
    """Whether a claim is what the words of owning up make themselves: "claimed responsibility for the attack"."""
    own = any(r.evidence.span.overlaps(doer) for r in claim.roles)
    return own or (claim.trigger.quote.casefold() in _NOUNS and not claim.roles)


def _has_doer(claim: Claim) -> bool:
    return any(_HANDS.isdisjoint(role.evidence.quote.casefold().split()) for role in claim.fillers("actor"))


def _doer(sentence: Sentence) -> Span | None:
    """Who a sentence says did what is told beside it."""
    token = _who_owns_up(sentence) or _who_is_blamed(sentence)
    if token is None or token.upos == "PRON" or token.lemma.lower() in _VOICES or _is_bare_office(sentence, token):
        return None
    phrase = phrase_at(sentence, token.index)
    return Span(phrase.start, phrase.end)


def _is_bare_office(sentence: Sentence, token: Token) -> bool:
    """Whether a spokesman speaks for nobody whom the words name."""
    return token.lemma.lower().startswith("spokes") and not children(
        sentence, token.index, "nmod", "compound", "nmod:poss"
    )


def _who_owns_up(sentence: Sentence) -> Token | None:
    for token in sentence.tokens:
        if token.lemma.lower() == "responsibility" and _of_what_was_told(sentence, token):
            who = who_claims(sentence, token)
        elif _is_what_was_told(sentence, token):
            who = _who_says_so(sentence, token)
        else:
            continue
        if who is not None:
            return who
    return None


def _of_what_was_told(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is alone or of what was told: "responsibility", "responsibility for the attack"."""
    things = children(sentence, noun.index, "nmod", "acl")
    return not things or (len(things) == 1 and _is_what_was_told(sentence, things[0]))


def _is_what_was_told(sentence: Sentence, token: Token) -> bool:
    """Whether a word takes up a deed: "it", "the attack", and no "attack on Lisk"."""
    if token.text.lower() in {"it", "them"}:
        return True
    pointed = any(d.text.lower() in _POINTING for d in children(sentence, token.index, "det", "nmod:poss"))
    return token.lemma.lower() in _NOUNS and pointed and not children(sentence, token.index, "nmod", "acl", "acl:relcl")


def _who_says_so(sentence: Sentence, deed: Token) -> Token | None:
    """Who says that he carried out what was told, or was behind it: "the Reds said they had carried it out"."""
    verb = governor_of(sentence, deed, "obj")
    if "behind" in cases_of(sentence, deed):
        verb = deed
    elif verb is None or verb.lemma.lower() != "carry" or not has_particle(sentence, verb, "out"):
        return None
    if verb.deprel != "ccomp" or has_lemma(sentence, verb, {"not", "never"}, "advmod"):
        return None
    says = governor_of(sentence, verb, "ccomp")
    if says is None or says.lemma.lower() not in _SAYING or has_lemma(sentence, says, {"not", "never"}, "advmod"):
        return None
    own = [s for s in subjects_of(sentence, verb) if s.upos == "PRON"]
    return next(iter(subjects_of(sentence, says)), None) if own else None


def _who_is_blamed(sentence: Sentence) -> Token | None:
    """Whom others blame for what was told: "Police blamed the Reds"; nobody where that is denied beside it."""
    if any(t.lemma.lower() in {"deny", "reject"} for t in sentence.tokens):
        return None
    for verb in sentence.tokens:
        if verb.lemma.lower() != "blame" or verb.upos != "VERB" or not children(sentence, verb.index, "nsubj"):
            continue
        others = [
            t for t in children(sentence, verb.index, "obl", "nmod") if {"on", "for"} & set(cases_of(sentence, t))
        ]
        whom = next(iter(children(sentence, verb.index, "obj")), None)
        told = all("for" in cases_of(sentence, t) and _is_what_was_told(sentence, t) for t in others)
        if whom is not None and told and _is_somebody(sentence, whom):
            return whom
    return None


def _is_somebody(sentence: Sentence, token: Token) -> bool:
    return token.upos == "PROPN" or (token.upos == "NOUN" and kind_of(sentence, token.index) in _SOMEBODY)
