"""Measuring what should not matter: names put in others' places, negated and planned twins, disturbed print.

Makers and scorers are in ``situate.evaluate``; here they meet the reader, without resolving: places and dates play no
part in these figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from situate.evaluate import claims, disturbed, minimal_pairs, swaps
from situate.evaluate.claims import Annotated, Scored
from situate.evaluate.editing import alone
from situate.evaluate.rates import Figures
from situate.extract.reader import Reader
from situate.model.codec import claim_json
from situate.model.report import Report
from situate.model.sentence import Sentence


def in_disturbed_print(reader: Reader, reports: Sequence[Annotated]) -> Figures:
    """The figures of claims in each print."""
    figures = {}
    for name in disturbed.PRINTS:
        changed = [disturbed.disturbed(report, name) for report in reports]
        figures[name] = claims.score(changed, [row for one in changed for row in _rows(reader, one)])
    return disturbed.told(figures)


def _rows(reader: Reader, report: Annotated) -> list[dict[str, Any]]:
    """The claims found in a report, as JSON."""
    return [claim_json(claim) for claim in reader.read(Report(id=report.id, text=report.text)).claims]


def with_other_actors(reader: Reader, reports: Iterable[Annotated]) -> Figures:
    """The swap test on the sentences of reports."""

    def read(text: str) -> list[Scored]:
        return read_alone(reader, text)

    found = [one for sentence, annotated in sentences(reader, reports) for one in swaps.named(sentence, annotated)]
    return swaps.score(swaps.chosen(found, read), read)


def sentences(reader: Reader, reports: Iterable[Annotated]) -> Iterator[tuple[Sentence, Annotated]]:
    """The sentences of reports that hold claims, each parsed as a text of its own; what falls into several is left out."""
    for report in reports:
        for annotated in alone(report):
            parsed = reader.parse(annotated.text)
            if len(parsed) == 1:
                yield parsed[0].sentence, annotated


def read_alone(reader: Reader, text: str) -> list[Scored]:
    """The claims that the reader finds in a text by itself."""
    return [claims.claim_of(claim_json(claim)) for claim in reader.read(Report(id="alone", text=text)).claims]


def with_twins(reader: Reader, reports: Iterable[Annotated]) -> Figures:
    """Negation and modality minimal pairs made of the sentences of reports."""

    def read(text: str) -> list[Scored]:
        return read_alone(reader, text)

    found = [
        pair for sentence, annotated in sentences(reader, reports) for pair in minimal_pairs.pairs(sentence, annotated)
    ]
    return minimal_pairs.score(minimal_pairs.chosen(found, read), read)
