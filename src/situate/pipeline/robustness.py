"""Measuring what should not matter: names put in others' places, negated and planned twins, disturbed print.

Makers and scorers are in ``situate.evaluate``; here they meet the reader, without resolving: places and dates play no
part in these figures. Each function takes models with the reports that each reads, so that several folds can be told
together.
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

Read = tuple[Reader, Sequence[Annotated]]  # a model and the reports that it reads


def in_disturbed_print(parts: Iterable[Read]) -> Figures:
    """The figures of claims in each print."""
    held = list(parts)
    figures: dict[str, Any] = {}
    for name in disturbed.PRINTS:
        changed = [(reader, disturbed.disturbed(one, name)) for reader, reports in held for one in reports]
        found = [row for reader, one in changed for row in _rows(reader, one)]
        figures[name] = claims.score([one for _, one in changed], found)
    return disturbed.told(figures)


def with_other_actors(parts: Iterable[Read], most: int = swaps.SENTENCES) -> Figures:
    """The swap test on the sentences of reports, at most ``most`` of each part."""
    found: list[swaps.Outcome] = []
    for reader, reports in parts:
        read = _by_itself(reader)
        named = [one for sentence, annotated in sentences(reader, reports) for one in swaps.named(sentence, annotated)]
        found += swaps.outcomes(swaps.chosen(named, read, most), read)
    return swaps.told(found)


def with_twins(parts: Iterable[Read], most: int = minimal_pairs.MOST) -> Figures:
    """Negation and modality minimal pairs made of the sentences of reports, at most ``most`` of a kind and part."""
    found: list[tuple[str, str]] = []
    for reader, reports in parts:
        read = _by_itself(reader)
        made = [pair for sentence, one in sentences(reader, reports) for pair in minimal_pairs.pairs(sentence, one)]
        found += minimal_pairs.outcomes(minimal_pairs.chosen(made, read, most), read)
    return minimal_pairs.told(found)


def sentences(reader: Reader, reports: Iterable[Annotated]) -> Iterator[tuple[Sentence, Annotated]]:
    """The sentences of reports that hold claims, each parsed by itself; what falls into several is left out."""
    for report in reports:
        for annotated in alone(report):
            parsed = reader.parse(annotated.text)
            if len(parsed) == 1:
                yield parsed[0].sentence, annotated


def _by_itself(reader: Reader) -> swaps.Read:
    """Reads the claims of a text by itself."""

    def read(text: str) -> list[Scored]:
        return [claims.claim_of(claim_json(claim)) for claim in reader.read(Report(id="alone", text=text)).claims]

    return read


def _rows(reader: Reader, report: Annotated) -> list[dict[str, Any]]:
    """The claims found in a report, as JSON."""
    return [claim_json(claim) for claim in reader.read(Report(id=report.id, text=report.text)).claims]
