"""The reader: a report in, its claims, mentions and attributions out. Nothing is remembered between reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from situate.extract.claims import claims, seen
from situate.extract.encoding.encoder import PACKAGED, Encoder
from situate.extract.judgement import Judgement, certainty_cues
from situate.extract.referring.antecedents import Following, Scorer
from situate.extract.roles.binding import Binder
from situate.extract.roles.bonds import Parsed
from situate.extract.speakers.said import Told, told
from situate.extract.triggers.lexical import lexicon, plain
from situate.model.claim import Evidence
from situate.model.mention import Attribution, Mention, Reading
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span
from situate.ontology import load
from situate.text.casing import in_one_case

_KIND = {
    "Organisation": "organisation", "Person": "person", "Location": "place", "Weapon": "weapon", "Vehicle": "vehicle",
    "MilitaryPlatform": "platform", "Quantity": "quantity", "Money": "money", "Temporal": "time", "Frequency": "time",
    "Nationality": "nationality", "CommsIdentifier": "identifier", "DocumentReference": "document", "PER": "person",
    "LOC": "place", "ORG": "organisation", "Coordinate": "place",
}  # fmt: skip

_RULES = "24"  # raised when rules of reading or resolving change, so that ``situate reread`` reads old records again


class Reader:
    """Reads reports with one model and one ontology."""

    def __init__(self, encoder: Encoder, judge: Judgement, referring: Scorer | None = None) -> None:
        self._encoder, self._judge, self._referring = encoder, judge, referring

    @classmethod
    def load(cls, model: Path | None = None) -> Reader:
        """The reader with the model at ``model`` (default: the one in the package); raises ``BadModel``.

        Beside the model lies its binder: ``reader.onnx`` has ``reader-binder.npz``. So may its scorer of antecedents
        (``reader-referring.npz``); without one, rules alone say what pronouns take up.
        """
        path = model or PACKAGED
        ontology = load()
        binder = Binder.load(path.parent, f"{path.stem}-binder")
        judge = Judgement(
            ontology, certainty_cues(ontology), binder, lexicon(ontology, binder.kinds), plain(ontology, binder.kinds)
        )
        return cls(Encoder.load(path), judge, Scorer.load(path.parent, f"{path.stem}-referring"))

    @property
    def name(self) -> str:
        """What claims carry as their extractor: versions of the model, of the rules beside it and of the ontology."""
        return f"{self._encoder.version}, rules {_RULES} ({self._judge.ontology.version})"

    def parse(self, text: str) -> list[Parsed]:
        """The parsed sentences of a text."""
        return list(self.parsed(text))

    def parsed(self, text: str) -> Iterator[Parsed]:
        """The parsed sentences of a text, one after the other."""
        return (Parsed(sentence, states) for sentence, states in self._encoder.parse(text))

    def read(self, report: Report) -> Reading:
        """Everything that the extract stage finds in a report."""
        following = Following(self._referring)
        found = seen(report, following.over(self.parsed(report.text)), self._judge)
        return replace(
            self.layers(report, found.sentences),
            claims=claims(report, found, self._judge, self.name),
            antecedents=tuple(following.found),
        )

    def layers(self, report: Report, sentences: Sequence[Sentence]) -> Reading:
        """Mentions and attributions in the parsed sentences of a report; no claims."""
        names = tuple(_names(sentences)) if in_one_case(report.text) else ()
        return Reading(
            report=report.id,
            claims=(),
            mentions=tuple(_mentions(report, sentences, names)),
            attributions=tuple(_attribution(report, one) for one in told(report.text, sentences)),
            names=names,
        )


def _names(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Proper nouns, and the names and nationalities that the model marks, whatever their case."""
    for sentence in sentences:
        yield from (Span(token.start, token.end) for token in sentence.tokens if token.upos == "PROPN")
        yield from (name.span for name in sentence.names)
        yield from (mention.span for mention in sentence.mentions if mention.label == "Nationality")


def _mentions(report: Report, sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Mention]:
    """The model's mentions, its names where none lies, and toponyms inside others ("the Government of Iraq")."""
    for sentence in sentences:
        taken: list[Labelled] = list(sentence.mentions)
        taken += [n for n in sentence.names if _adds(n, sentence.mentions)]
        for one in sorted(taken, key=lambda m: (m.start, m.end)):
            if one.label in _KIND:
                form = (
                    "adjective"
                    if one.label == "Nationality"
                    else "name"
                    if (any(map(one.span.overlaps, names)) if names else _capital(report.text, one))
                    else "description"
                )
                yield Mention(
                    report=report.id,
                    evidence=Evidence.of(report.text, one.span),
                    kind=_KIND[one.label],
                    form=form,
                    score=round(one.score, 4),
                )


def _adds(name: Labelled, mentions: Sequence[Labelled]) -> bool:
    """Whether a name stands outside all mentions, or is a toponym within one of another kind."""
    beside = [m for m in mentions if name.start < m.end and m.start < name.end]
    inside = all(m.start <= name.start and name.end <= m.end and _KIND.get(m.label) != "place" for m in beside)
    return not beside or (name.label == "LOC" and inside)


def _capital(text: str, one: Labelled) -> bool:
    return any(word[:1].isupper() for word in text[one.start : one.end].split())


def _attribution(report: Report, one: Told) -> Attribution:
    return Attribution(
        report=report.id,
        speaker=(Evidence.of(report.text, one.source),) if one.source else (),
        cue=(Evidence.of(report.text, one.cue),),
        content=tuple(Evidence.of(report.text, span) for span in one.contents),
    )
