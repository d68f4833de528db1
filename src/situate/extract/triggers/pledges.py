"""What a speaker says that he will do, will not do, or that another must do: speech verbs as triggers.

"Corland said it would free the captives" is a promise, "said it would bomb the port" a threat, "said it will not pay" a
refusal, "said that the mayor must resign" a demand, "said that rebels were responsible" an accusation, and so is what
critics say. Only what is said of the speaker himself is his to promise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from situate.extract.roles.contents import complement
from situate.extract.tree.relations import children, has_lemma, subjects_of
from situate.extract.tree.words import PRONOUNS
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_SAYING = frozenset({
    "say", "announce", "state", "declare", "insist", "tell", "confirm", "reiterate", "add", "stress", "pledge",
    "reaffirm", "maintain",
})  # fmt: skip
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "'d", "’d"})
_MUST = frozenset({"must", "should"})
_BLAMED = frozenset({"responsible", "guilty", "culpable", "blame", "complicit"})
_ACCUSERS = frozenset({"critic", "detractor", "accuser"})
_CEASING = frozenset({"stop", "end", "halt", "cease", "abandon", "lift", "ease", "give", "leave", "withdraw"})


def pledges(
    sentence: Sentence, others: Sequence[Labelled], hostile: Collection[str], negators: Collection[str]
) -> Iterator[Labelled]:
    """The speech verbs of a sentence that promise, threaten, refuse or demand.

    ``others`` are the triggers found already, ``hostile`` the types whose deeds are a threat when announced.
    """
    for verb in sentence.verbs:
        if verb.lemma in _SAYING:
            kinds = (_kind(sentence, verb, told, others, hostile, negators) for told in _contents(sentence, verb))
            name = next((k for k in kinds if k), None)
            if name is not None and not any(overlap(o, verb) for o in others):
                yield Labelled(verb.start, verb.end, name, SCORE)


def _contents(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for clause in children(sentence, verb.index, "ccomp"):
        yield clause
        yield from (c for c in children(sentence, clause.index, "conj") if c.upos == "VERB")


def _kind(
    sentence: Sentence,
    verb: Token,
    told: Token,
    others: Sequence[Labelled],
    hostile: Collection[str],
    negators: Collection[str],
) -> str | None:
    auxiliaries = {c.text.lower() for c in children(sentence, told.index, "aux", "aux:pass", "cop")}
    subjects = subjects_of(sentence, told)
    himself = bool(subjects) and subjects[0].text.lower() in PRONOUNS
    if subjects and not himself and (told.lemma in _BLAMED or has_lemma(sentence, verb, _ACCUSERS, "nsubj")):
        return "accuse"
    if auxiliaries & _MUST and subjects and not himself:
        return "request"
    if not (auxiliaries & _WILL and himself) or children(sentence, told.index, "nsubj:pass"):
        return None
    denied = any(c.lemma in negators or c.text.lower() in negators for c in children(sentence, told.index, "advmod"))
    within = {told.index, *complement(sentence, told)}
    deeds = [o for o in others if any(o.start <= sentence.tokens[i].start < o.end for i in within)]
    threat = bool(deeds) and deeds[0].label in hostile and told.lemma not in _CEASING
    if denied:
        return "promise" if threat else "reject"
    return "threaten" if threat else "promise"
