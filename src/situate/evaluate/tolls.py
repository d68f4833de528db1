"""The words by which a report tells the dead of an attack, where its claims keep them as a figure of the attack.

By the guidelines of claims the dead of an attack told in its sentence are a role of the attack and no killing of their
own ("the raid killed nine people"); in the annotation of events the same word is a mention of an event of its own, the
killing. The record answers such a mention with the figure, so the word of dying that stands nearest to the figure
stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from situate.model.claim import Claim, Role
from situate.model.span import Span
from situate.ontology.schema import Triggers
from situate.text.lemmas import lemma
from situate.text.sentences import sentences
from situate.text.tokens import words


def words_of_tolls(text: str, claims: Sequence[Claim], dying: Triggers) -> dict[Span, Claim]:
    """The words that tell the dead of a report's claims, each with the claim that has them as a figure.

    ``dying``: the words by which a killing is told. Of several claims that have one figure it is that of the nearest; a
    word that is a claim's own trigger tells that claim.
    """
    spans = [Span(start, end) for start, end in sentences(text)]
    found: dict[Span, Claim] = {}
    for claim in claims:
        for figure in claim.fillers("killed"):
            sentence = next((s for s in spans if s.start <= figure.evidence.span.start < s.end), None)
            word = _nearest(figure, _dying(text, sentence, dying)) if sentence is not None else None
            if word is not None and not any(word.overlaps(c.trigger.span) for c in claims):
                found[word] = min(found.get(word, claim), claim, key=lambda c: _distance(c.trigger.span, word))
    return found


def _dying(text: str, sentence: Span, dying: Triggers) -> Iterable[Span]:
    for start, end in words(sentence.of(text)):
        span = Span(sentence.start + start, sentence.start + end)
        word = span.of(text).lower()
        verb, noun = lemma(word, "VERB") in dying.verbs, lemma(word, "NOUN") in dying.nouns
        if verb or noun or word in dying.adjectives:
            yield span


def _nearest(figure: Role, spans: Iterable[Span]) -> Span | None:
    return min(spans, key=lambda span: (_distance(figure.evidence.span, span), span), default=None)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
