"""Measuring how claims are merged into events: with the words, types and dates that annotators gave, and end to end."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from situate.derive import derive, publications
from situate.engine import Local
from situate.evaluate.events import Group, Merged, Told
from situate.extract.reader import Reader
from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.mention import Mention
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span
from situate.pipeline.reading import Reading, read
from situate.pipeline.wiring import Parts, RealChain, Wanted
from situate.ports import Store
from situate.resolve import Resolver
from situate.store import in_memory

_HARM = frozenset(
    {"kill", "airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack", "assault", "clash"}
)


class GivenTriggers(Reader):
    """The reader, told which words of the report are triggers, and of what type."""

    given: Sequence[Labelled] = ()

    def parsed(self, text: str) -> Iterator[Any]:
        """The parsed sentences of a text, with the given triggers in the place of those that the model finds."""
        return (dataclasses.replace(one, sentence=self._told(one.sentence)) for one in super().parsed(text))

    def _told(self, sentence: Sentence) -> Sentence:
        triggers = tuple(one for one in self.given if sentence.start <= one.start < sentence.end)
        return dataclasses.replace(sentence, triggers=triggers)


def with_gold(groups: Iterable[Group], model: Path | None) -> Iterator[tuple[Group, list[Merged]]]:
    """Each group with the events that derivation makes of its gold mentions: their words, types and dates are given.

    Places, actors, figures and certainty are what the chain reads and resolves for these triggers.
    """
    reader, resolver = GivenTriggers.load(model), Resolver.load()
    assert isinstance(reader, GivenTriggers)
    for group in groups:
        claims: dict[str, Told] = {}
        made = []
        for row in group.reports:
            told = [one for one in group.told if one.report == row["id"]]
            for one, claim in zip(told, _given_claims(_report(row), told, reader, resolver), strict=True):
                made.append(claim)
                claims[claim.id] = one
        derived = derive(made, publications(map(_report, group.reports)))
        yield (
            group,
            [
                Merged(report=claims[c].report, span=claims[c].span, event=e.id)
                for e in derived.events
                for c in e.claims
            ],
        )


def _given_claims(report: Report, told: Sequence[Told], reader: GivenTriggers, resolver: Resolver) -> list[Claim]:
    reader.given = [Labelled(one.span.start, one.span.end, one.type, 1.0) for one in told]
    meant = resolver.resolve(report, reader.read(report)).reading
    by_trigger = {(c.trigger.span, c.type): c for c in meant.claims}
    sentences = [parsed.sentence.span for parsed in reader.parse(report.text)]
    made = []
    for one in told:
        here = next((s for s in sentences if s.start <= one.span.start < s.end), one.span)
        claim = by_trigger.get((one.span, one.type)) or _beside(report, one, here, meant.claims, meant.mentions)
        interval = Interval(earliest=one.earliest, latest=one.latest, precision="day", basis="stated")
        made.append(dataclasses.replace(claim, interval=interval))
    return made


def _beside(report: Report, one: Told, sentence: Span, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Claim:
    """A claim for words that the reader makes none of: with the roles of a claim beside it, or the nearest place."""
    text, start = report.text, one.span.start
    near = [c for c in claims if sentence.overlaps(c.trigger.span) and (c.type in _HARM) == (one.type in _HARM)]
    beside = min(near, key=lambda c: abs(c.trigger.span.start - start), default=None)
    places = [m for m in mentions if m.place is not None and sentence.overlaps(m.evidence.span)]
    nearest = min(places, key=lambda m: abs(m.evidence.span.start - start), default=None)
    roles = beside.roles if beside else ()
    if nearest is not None and not any(r.place for r in roles):
        roles = (*roles, Role(role="place", evidence=nearest.evidence, place=nearest.place))
    return Claim(
        id=claim_id(report.id, one.type, one.span),
        report=report.id,
        type=one.type,
        trigger=Evidence(span=one.span, quote=text[one.span.start : one.span.end]),
        roles=roles,
        polarity=beside.polarity if beside else "positive",
        modality=beside.modality if beside else "actual",
    )


def _report(row: Mapping[str, Any]) -> Report:
    return Report(id=row["id"], text=row["text"], published=row["published"], outlet=row["outlet"])


def end_to_end(groups: Sequence[Group], model: Path | None) -> Iterator[tuple[Group, list[Merged]]]:
    """Each group with the events of one record into which the reports of all groups were read."""
    rows = {row["id"]: row for group in groups for row in group.reports}
    parts = dataclasses.replace(
        Parts(chain=partial(RealChain, model)), ingest=lambda paths, wanted: map(_report, rows.values())
    )
    with in_memory() as store:
        read([], store, Reading(engine=Local(), now=lambda: "2026-01-01T00:00:00Z", wanted=Wanted()), parts)
        found = _merged(store)
    for group in groups:
        yield group, [claim for row in group.reports for claim in found[row["id"]]]


def _merged(store: Store) -> Mapping[str, list[Merged]]:
    events = {claim: event.id for event in store.events() for claim in event.claims}
    found: dict[str, list[Merged]] = defaultdict(list)
    for claim in store.claims():
        if claim.id in events:
            found[claim.report].append(Merged(report=claim.report, span=claim.trigger.span, event=events[claim.id]))
    return found
