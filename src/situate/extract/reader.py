"""The reader: a report in, its claims, mentions and attributions out. Loaded once, nothing remembered between reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from situate.extract.attribution import Said, attributions
from situate.extract.claims import claims, evidence
from situate.extract.encoder import Encoder
from situate.model.mention import Attribution, Mention, Reading
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span
from situate.ontology import Ontology, load

_KIND = {
    "Organisation": "organisation", "Person": "person", "Location": "place", "Weapon": "weapon", "Vehicle": "vehicle",
    "MilitaryPlatform": "platform", "Quantity": "quantity", "Money": "money", "Temporal": "time", "Frequency": "time",
    "Nationality": "nationality", "CommsIdentifier": "identifier", "DocumentReference": "document", "PER": "person",
    "LOC": "place", "ORG": "organisation", "Coordinate": "place",
}  # fmt: skip


class Reader:
    """Reads reports with one model and one ontology."""

    def __init__(self, encoder: Encoder, ontology: Ontology) -> None:
        self._encoder, self._ontology = encoder, ontology

    @classmethod
    def load(cls, model: Path | None = None) -> Reader:
        """The reader with the model at ``model`` (default: the one in the package); raises ``BadModel``."""
        return cls(Encoder.load(model), load())

    @property
    def name(self) -> str:
        """What claims carry as their extractor: the model's name and version and the ontology's version."""
        return f"{self._encoder.version} ({self._ontology.version})"

    def sentences(self, text: str) -> list[Sentence]:
        """The parsed sentences of a text."""
        return list(self._encoder.read(text))

    def read(self, report: Report) -> Reading:
        """Everything that the extract stage finds in a report."""
        sentences = self.sentences(report.text)
        said = attributions(sentences, self._ontology.cues.speech_verbs.keys())
        return Reading(
            report=report.id,
            claims=claims(report, sentences, self._ontology, self.name),
            mentions=tuple(_mentions(report, sentences)),
            attributions=tuple(_attribution(report, sentences[s.sentence], s) for s in said),
        )


def _mentions(report: Report, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The model's mentions, and its names where no mention lies."""
    for sentence in sentences:
        taken: list[Labelled] = list(sentence.mentions)
        taken += [n for n in sentence.names if not any(n.start < m.end and m.start < n.end for m in sentence.mentions)]
        for one in sorted(taken, key=lambda m: (m.start, m.end)):
            if one.label in _KIND:
                form = "adjective" if one.label == "Nationality" else "name" if _capital(report.text, one) else "description"
                yield Mention(
                    report=report.id,
                    evidence=evidence(report.text, one.span),
                    kind=_KIND[one.label],
                    form=form,
                    score=round(one.score, 4),
                )


def _capital(text: str, one: Labelled) -> bool:
    return any(word[:1].isupper() for word in text[one.start : one.end].split())


def _attribution(report: Report, sentence: Sentence, said: Said) -> Attribution:
    speaker = (evidence(report.text, said.speaker),) if said.speaker else ()
    content = tuple(evidence(report.text, span) for span in _stretches(sentence, said))
    return Attribution(report=report.id, speaker=speaker, cue=(evidence(report.text, said.cue),), content=content)


def _stretches(sentence: Sentence, said: Said) -> list[Span]:
    """The covered tokens as contiguous spans, without punctuation at their edges."""
    spans: list[Span] = []
    previous = -2
    for index in sorted(said.covered):
        token = sentence.tokens[index]
        if token.upos == "PUNCT" and previous != index - 1:
            continue
        if previous == index - 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
        previous = index
    return spans
