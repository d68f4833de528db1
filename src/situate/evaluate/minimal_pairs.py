"""Negation and modality minimal pairs: a sentence that tells a fact, and its twin that denies, plans or doubts it.

Twins are made by rule from the tree of a sentence by itself, around the verb that tells a claim: "Rebels captured the
town" becomes "did not capture", "will capture", "reportedly captured", "The ministry denied that rebels captured …".
What cannot be made into plain English is left out: verbs whose base form nobody listed, second verbs that share the
subject, plans about the past. A pair is right if the claim at the trigger is positive and actual before, and is
afterwards what the change makes of it; a trigger that is lost afterwards is wrong. Pairs are made only of triggers that
the reader finds before.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from situate.evaluate.claims import Annotated, Scored
from situate.evaluate.editing import Edit, edited, moved
from situate.evaluate.rates import Figures, share
from situate.evaluate.verbs import Clause, clause
from situate.model.sentence import Sentence
from situate.model.span import Span

Read = Callable[[str], Sequence[Scored]]
Certainty = tuple[str, str]  # polarity, modality
MOST, _SEED = 40, 1  # pairs of one kind
FACT: Certainty = ("positive", "actual")
_NEGATED: Collection[Certainty] = frozenset({("negative", "actual")})
_PLANNED: Collection[Certainty] = frozenset({("positive", "planned")})
_POSSIBLE: Collection[Certainty] = frozenset({("positive", "possible")})
_ATTEMPTED: Collection[Certainty] = frozenset({("positive", "attempted")})
# A failure is an attempt, and what was not done: the guidelines leave its polarity open.
_FAILED: Collection[Certainty] = {*_ATTEMPTED, ("negative", "attempted"), ("negative", "actual")}
# "Would" without more is the future of a plan or a condition.
_WOULD: Collection[Certainty] = {*_PLANNED, *_POSSIBLE}

Make = Callable[[Clause], Sequence[Edit] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence and its twin: where the trigger stands in each, and what the twin's claim may be read as."""

    kind: str
    before: str
    after: str
    trigger: Span
    trigger_after: Span
    expected: Collection[Certainty]


def pairs(sentence: Sentence, annotated: Annotated) -> Iterator[Pair]:
    """The twins of a sentence (its text alone), for each claim of it that is a positive fact and that a verb tells."""
    for claim in annotated.claims:
        if (claim.polarity, claim.modality) != FACT:
            continue
        found = clause(sentence, annotated.text, claim)
        if found is None:
            continue
        for kind, (make, expected) in KINDS.items():
            edits = make(found)
            if edits:
                yield Pair(
                    kind=kind,
                    before=annotated.text,
                    after=edited(annotated.text, edits),
                    trigger=claim.trigger,
                    trigger_after=moved(claim.trigger, edits),
                    expected=expected,
                )


def _did_not(c: Clause) -> Sequence[Edit] | None:
    if not (c.tells and c.alone):
        return None
    return c.in_base_form("did not") if c.simple else c.after_auxiliary("not")


def _never(c: Clause) -> Sequence[Edit] | None:
    if not (c.tells and c.alone):
        return None
    return c.before_verb("never") if c.simple else c.after_auxiliary("never")


def _no_one(c: Clause) -> Sequence[Edit] | None:
    return c.trigger_noun_without_any()


def _denied(c: Clause) -> Sequence[Edit] | None:
    return c.reported_by("The ministry denied that", "denied")


def _failed(c: Clause) -> Sequence[Edit] | None:
    return c.in_base_form("failed to") if c.simple and c.agent and c.tells and c.alone else None


def _tried(c: Clause) -> Sequence[Edit] | None:
    return c.in_base_form("tried to") if c.simple and c.agent and c.tells and c.alone else None


def _will(c: Clause) -> Sequence[Edit] | None:
    return c.ahead("will") if c.open and c.main else None


def _would_reported(c: Clause) -> Sequence[Edit] | None:
    return c.ahead("would") if c.open and c.reported else None


def _expected(c: Clause) -> Sequence[Edit] | None:
    be = ("are" if c.many else "is") if c.main else ("were" if c.many else "was")
    return c.ahead(f"{be} expected to") if c.open else None


def _plans(c: Clause) -> Sequence[Edit] | None:
    plan = ("plan" if c.many else "plans") if c.main else "planned"
    return c.in_base_form(f"{plan} to") if c.open and c.simple and c.agent else None


def _vowed(c: Clause) -> Sequence[Edit] | None:
    return c.in_base_form("vowed to") if c.open and c.simple and c.agent else None


def _if(c: Clause) -> Sequence[Edit] | None:
    return c.wrapped("If", ", the talks would be called off") if c.begins else None


def _would_if(c: Clause) -> Sequence[Edit] | None:
    ahead = c.ahead("would") if c.main and c.open else None
    return [*ahead, *c.ending(" if the talks failed")] if ahead else None


def _might(c: Clause) -> Sequence[Edit] | None:
    return c.ahead("might") if c.open else None


def _adverb(word: str) -> Make:
    return lambda c: c.before_verb(word) if c.simple else c.after_auxiliary(word)


KINDS: Mapping[str, tuple[Make, Collection[Certainty]]] = {
    "did not": (_did_not, _NEGATED),
    "never": (_never, _NEGATED),
    "no": (_no_one, _NEGATED),
    "denied that": (_denied, _NEGATED),
    "failed to": (_failed, _FAILED),
    "tried to": (_tried, _ATTEMPTED),
    "will": (_will, _PLANNED),
    "said … would": (_would_reported, _WOULD),
    "is expected to": (_expected, _PLANNED),
    "plans to": (_plans, _PLANNED),
    "vowed to": (_vowed, _PLANNED),
    "if": (_if, _POSSIBLE),
    "would … if": (_would_if, _POSSIBLE),
    "might": (_might, _POSSIBLE),
    "reportedly": (_adverb("reportedly"), _POSSIBLE),
    "allegedly": (_adverb("allegedly"), _POSSIBLE),
}


def chosen(found: Iterable[Pair], read: Read, most: int = MOST) -> list[Pair]:
    """At most ``most`` pairs of each kind, a sentence once, of triggers that the reader finds before the change."""
    pool = list(found)
    random.Random(_SEED).shuffle(pool)  # noqa: S311
    kept: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in pool:
        of_kind = kept[pair.kind]
        if len(of_kind) < most and pair.before not in of_kind and _at(read(pair.before), pair.trigger):
            of_kind[pair.before] = pair
    return [pair for kind in KINDS for pair in kept[kind].values()]


def outcomes(made: Sequence[Pair], read: Read) -> list[tuple[str, str]]:
    """The kind of each pair, and how it is read."""
    return [(pair.kind, judged(pair, read)) for pair in made]


def told(found: Sequence[tuple[str, str]]) -> Figures:
    """How many pairs are right, in all and by kind, and where the others went wrong."""
    counts = Counter(outcome for _, outcome in found)
    pairs_of, right_of = Counter(kind for kind, _ in found), Counter(kind for kind, o in found if o == "right")
    return {
        "pairs": len(found),
        "right_where_kept": share(counts["right"], len(found) - counts["lost"]),
        **{outcome: share(counts[outcome], len(found)) for outcome in OUTCOMES},
        "by_kind": {
            kind: {"pairs": pairs_of[kind], "right": share(right_of[kind], pairs_of[kind])}
            for kind in KINDS
            if kind in pairs_of
        },
    }


OUTCOMES = ("right", "wrong_before", "lost", "wrong_after")


def judged(pair: Pair, read: Read) -> str:
    """Whether a pair is right, or what is wrong: the fact, the trigger of the twin, or what the twin is read as."""
    if not _at(read(pair.before), pair.trigger) <= {FACT}:
        return "wrong_before"
    after = _at(read(pair.after), pair.trigger_after)
    if not after:
        return "lost"
    return "right" if after <= set(pair.expected) else "wrong_after"


def _at(found: Iterable[Scored], trigger: Span) -> set[Certainty]:
    """What the claims at a trigger are read as."""
    return {(claim.polarity, claim.modality) for claim in found if claim.trigger.overlaps(trigger)}
