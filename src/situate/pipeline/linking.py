"""Measuring how mentions are linked: labels without words meet the texts that they are about."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from situate.errors import NoSuchFile
from situate.evaluate import actors
from situate.evaluate.lines import json_lines
from situate.evaluate.rates import Figures
from situate.extract.reader import Reader
from situate.model.claim import Evidence
from situate.model.mention import Mention, Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.who.names import keys
from situate.resolve.who.registry import Registry

LINKED = frozenset({"person", "organisation", "armed_group", "nationality"})  # kinds that are linked to actors


def figures(path: Path, model: Path | None, data: Path) -> Figures:
    """The figures of the labels in a file on the texts in the folder ``data``; reports are read and resolved whole."""
    labels = [actors.label_of(row) for row in json_lines(path)]
    reader, resolver = Reader.load(model), Resolver.load()
    return actors.score(_answers(labels, data, reader, resolver))


def _answers(
    labels: Sequence[actors.Label], data: Path, reader: Reader, resolver: Resolver
) -> Iterator[tuple[actors.Label, actors.Found, bool]]:
    def place(label: actors.Label) -> tuple[str, str]:
        return label.data, label.report

    rows = Registry.load().rows
    for _, group in groupby(sorted(labels, key=place), key=place):
        asked = list(group)
        report = _report(asked[0], data)
        reading = with_mentions(reader.read(report), report, {label.span for label in asked})
        resolved = resolver.resolve(report, reading).reading
        found = {m.evidence.span: m for m in resolved.mentions if m.kind in LINKED}
        for label in asked:
            mention = found[label.span]
            row = rows.get(mention.actor.id) if mention.actor is not None else None
            right = actors.is_right(label, mention.actor, report.text, keys, row.names if row else ())
            yield label, (mention.actor, mention.reason), right


def with_mentions(reading: Reading, report: Report, spans: Collection[Span]) -> Reading:
    """A reading in which some spans of the report's text are mentions of actors too.

    The reader's own mentions stay as they are, so that nothing is told by a span being asked about: what is added is an
    organisation by its kind, and no name that the reader saw.
    """
    there = {m.evidence.span for m in reading.mentions if m.kind in LINKED}
    asked = [
        Mention(report=report.id, evidence=Evidence.of(report.text, span), kind="organisation", form="description")
        for span in sorted(set(spans) - there)
    ]
    every = sorted([*reading.mentions, *asked], key=lambda m: m.evidence.span)
    return dataclasses.replace(reading, mentions=tuple(every))


def _report(label: actors.Label, data: Path) -> Report:
    row = _rows(data, label.data).get(label.report)
    if row is None or hashlib.sha256(row["text"].encode()).hexdigest() != label.sha256:
        raise NoSuchFile(
            f"{data / label.data} does not hold the text of {label.report} that was labelled.",
            remedy="Give the folder of the data that the labels name: --data FOLDER.",
        )
    return Report(id=label.report, text=row["text"], published=row.get("published") or row.get("date"))


@cache
def _rows(data: Path, name: str) -> dict[str, dict[str, Any]]:
    """The documents of a file of the folder by id; packed with gzip or not."""
    for file in (data / f"{name}.jsonl", data / f"{name}.jsonl.gz"):
        if file.is_file():
            return {row["id"]: row for row in json_lines(file)}
    raise NoSuchFile(f"There is no file {data / name}.jsonl.gz.", remedy="Give the folder of the data: --data FOLDER.")
