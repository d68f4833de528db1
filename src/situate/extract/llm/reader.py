"""The reader that asks a language model for claims, behind the seam of the packaged one.

Sentences, mentions and attributions are the packaged reader's, so that places and actors are resolved as ever; claims
are the language model's, as far as they stand in the report. A planned or doubtful happening, by the cues of the
ontology, never becomes a fact by its word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.governed import certainty
from situate.extract.claims import with_refs
from situate.extract.judgement import certainty_cues
from situate.extract.llm import asking
from situate.extract.llm.grounding import Grounded, Grounding, shown
from situate.extract.llm.wire import Message, TooLong
from situate.extract.report.retelling import antecedents, retellings
from situate.extract.roles.bonds import Parsed
from situate.extract.sentence.salience import foreground, salience
from situate.extract.tree.slots import head_of
from situate.extract.tree.tense import tense
from situate.extract.triggers.lexical import SCORE
from situate.model.claim import Claim, Evidence, Modality, Role, Speaker
from situate.model.ids import claim_id
from situate.model.mention import Reading, Rejected
from situate.model.report import Report
from situate.model.sentence import Sentence, Token
from situate.ontology import Ontology

Ask = Callable[[Sequence[Message], dict[str, Any]], Mapping[str, Any]]


class Layers(Protocol):
    """The packaged reader: sentences with their parse, and a report's layers beside its claims."""

    def parse(self, text: str) -> list[Parsed]:
        """The parsed sentences of a text."""

    def layers(self, report: Report, sentences: Sequence[Sentence]) -> Reading:
        """Mentions and attributions."""


class LanguageModelReader:
    """Reads reports by asking ``ask`` about them, piece by piece; see :class:`situate.extract.llm.wire.Wire`."""

    def __init__(self, model: str, ask: Ask, layers: Layers, ontology: Ontology) -> None:
        """``model`` is its name at the endpoint."""
        self._ask, self._layers, self._ontology = ask, layers, ontology
        self._rules, self._schema = asking.rules(ontology), asking.schema(ontology)
        self._cues = certainty_cues(ontology)
        self.name = f"llm:{model} ({ontology.version})"

    def read(self, report: Report) -> Reading:
        """Everything found in a report, and what was rejected.

        :raises SkipItem: the model gave no usable answer about a piece of it (a report half read is not read).
        :raises NoEndpoint: there is nobody to ask.
        """
        sentences = [parsed.sentence for parsed in self._layers.parse(report.text)]
        numbered, endless = asking.readable(report, sentences)
        grounding = Grounding(report.text, self._ontology)
        for piece in asking.pieces(report.text, numbered):
            for part, answer in self._answers(report.text, piece):
                grounding.take(answer, part)
        made = [_claim(report, one, self._cues, self.name) for one in grounding.found.values()]
        return dataclasses.replace(
            self._layers.layers(report, sentences),
            claims=_finished(report, made, sentences),
            rejected=(*grounding.rejected, *(_unread(report.text, one) for one in endless)),
        )

    def _answers(self, text: str, piece: asking.Piece) -> Iterator[tuple[asking.Piece, Mapping[str, Any]]]:
        """The answer about a piece; where it is too long for the model, those about its halves."""
        try:
            answer = self._ask(asking.messages(self._rules, text, piece), self._schema)
        except TooLong:
            if len(piece.sentences) == 1:
                raise
            for half in piece.halves():
                yield from self._answers(text, half)
        else:
            yield piece, answer


def _unread(text: str, sentence: Sentence) -> Rejected:
    return Rejected(what="sentence", why="too long to ask about", words=shown(sentence.span.of(text)))


def _finished(report: Report, made: Sequence[Claim], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Claims in order of their triggers, with what pronouns stand for; those that tell one happening are linked."""
    ordered = sorted(made, key=lambda c: (c.trigger.span.start, c.trigger.span.end, c.type))
    named = with_refs(ordered, antecedents(report.text, sentences))
    told = retellings(report.text, named)
    return tuple(dataclasses.replace(claim, same_as=told.get(claim.id)) for claim in named)


def _claim(report: Report, one: Grounded, cues: CertaintyCues, extractor: str) -> Claim:
    head = _head(one)
    modality = _certain(one, head, cues)
    return Claim(
        id=claim_id(report.id, one.kind.name, one.trigger),
        report=report.id,
        type=one.kind.name,
        trigger=Evidence.of(report.text, one.trigger),
        roles=tuple(
            Role(role=name, evidence=Evidence.of(report.text, span), carried=elsewhere)
            for name, span, elsewhere in sorted(one.roles, key=lambda role: (role[1], role[0]))
        ),
        polarity=one.polarity,
        modality=modality,
        speakers=tuple(Speaker(evidence=Evidence.of(report.text, span), cue=cue) for span, cue in one.speakers),
        salience=salience(
            one.kind, modality, one.polarity, one.number, foreground(one.sentence, head) if head else 1.0
        ),
        confidence=SCORE,  # an endpoint's own word on how sure it is has not been measured
        sentence=one.sentence.span,
        tense=tense(one.sentence, head) if head else None,
        extractor=extractor,
    )


def _head(one: Grounded) -> Token | None:
    tokens = [t for t in one.sentence.tokens if t.start < one.trigger.end and one.trigger.start < t.end]
    return head_of(tokens) if tokens else None


def _certain(one: Grounded, head: Token | None, cues: CertaintyCues) -> Modality:
    """The model's modality, unless it calls a fact what a cue tells to be planned, doubtful or failed."""
    if head is None or one.modality != "actual":
        return one.modality
    return certainty(one.sentence, head, cues, (one.trigger.start, one.trigger.end))[1]
