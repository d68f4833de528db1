"""Measuring how claims are merged into events: with the words, types and dates that annotators gave, and end to end."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from situate.derive import derive, publications
from situate.derive.events.tolls import told_again
from situate.engine import Local
from situate.evaluate.events import Group, Merged, Told
from situate.evaluate.tolls import words_of_tolls
from situate.extract.reader import Reader
from situate.model.claim import Claim, Evidence, Role
from situate.model.event import Event
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.mention import Mention
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence
from situate.model.span import Span
from situate.ontology import BLOWS, load
from situate.pipeline.reading import Reading, read
from situate.pipeline.wiring import Parts, RealChain, Wanted
from situate.resolve import Resolver
from situate.store import in_memory

_HARM = BLOWS | {"kill"}


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
        trigger=Evidence.of(text, one.span),
        roles=roles,
        polarity=beside.polarity if beside else "positive",
        modality=beside.modality if beside else "actual",
    )


def _report(row: Mapping[str, Any]) -> Report:
    return Report(id=row["id"], text=row["text"], published=row["published"], outlet=row["outlet"])


def end_to_end(
    groups: Sequence[Group], model: Path | None
) -> Iterator[tuple[Group, Sequence[Merged], Sequence[Merged]]]:
    """Each group with the events of one record into which the reports of all groups were read.

    Twice: as the claims tell them, and with the tolls that the record keeps as figures of attacks (:mod:`tolls`).
    """
    rows = {row["id"]: row for group in groups for row in group.reports}
    parts = dataclasses.replace(
        Parts(chain=partial(RealChain, model)), ingest=lambda paths, wanted: map(_report, rows.values())
    )
    with in_memory() as store:
        read([], store, Reading(engine=Local(), now=lambda: "2026-01-01T00:00:00Z", wanted=Wanted()), parts)
        claims, events = list(store.claims()), list(store.events())
    by_claim = {claim: event.id for event in events for claim in event.claims}
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in by_claim:
            told[claim.report].append(claim)
    tolls = _tolls(events)
    for group in groups:
        here = {row["id"]: told[row["id"]] for row in group.reports}
        merged = [_merged(c, by_claim) for some in here.values() for c in some]
        yield group, merged, [*_with_tolls(here, rows, by_claim, tolls)]


def _merged(claim: Claim, by_claim: Mapping[str, str]) -> Merged:
    return Merged(report=claim.report, span=claim.trigger.span, event=by_claim[claim.id])


def _tolls(events: Sequence[Event]) -> Mapping[str, str]:
    """By the id of an attack, that of the killing that tells its dead, where the record knows them for one toll."""
    return {attacks[0].id: deaths for deaths, attacks in told_again(events).items() if len(attacks) == 1}


def _with_tolls(
    told: Mapping[str, Sequence[Claim]],
    rows: Mapping[str, Mapping[str, Any]],
    by_claim: Mapping[str, str],
    tolls: Mapping[str, str],
) -> Iterator[Merged]:
    """The claims, and the words that tell the dead of attacks as an event for each attack."""
    dying = load().types["kill"].triggers
    for report, claims in told.items():
        yield from (_merged(claim, by_claim) for claim in claims)
        for span, claim in words_of_tolls(rows[report]["text"], claims, dying).items():
            attack = by_claim[claim.id]
            toll = attack if claim.type == "kill" else tolls.get(attack, f"toll of {attack}")
            yield Merged(report=report, span=span, event=toll)
