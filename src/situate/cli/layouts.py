"""The columns of each kind of thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from situate.cli.output import Layout
from situate.model.claim import Claim
from situate.model.codec import (
    claim_json,
    contradiction_json,
    event_json,
    failure_json,
    report_json,
)
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Spell
from situate.pipeline.searching import Found
from situate.pipeline.words import figure_words, parts_of, place_words, role_words, speaker_words, when
from situate.ports import Named, Problem, StoredReport
from situate.store.rows import first_place

_ID = 10  # signs of an id in a table: a mark, a colon, eight hexadecimal digits


def _figure(event: Event, name: str) -> Quantity | None:
    return dict(event.figures).get(name)


def _bound(name: str, which: str) -> Callable[[Event], object]:
    return lambda event: getattr(_figure(event, name), which, None)


def _figures(event: Event) -> str:
    return ", ".join(f"{name} {figure_words(quantity)}" for name, quantity in event.figures)


def _of(read: Callable[[Any], Place | None], field: str) -> Callable[[Any], object]:
    return lambda value: getattr(read(value), field, None)


def _certainty(claim: Claim) -> str:
    return ("not " if claim.polarity == "negative" else "") + claim.modality


def _sources(event: Event) -> str:
    return f"{event.reports} ({event.independent_origins})"


def _who(event: Event) -> str:
    others = parts_of(event.actors, "target")
    return (parts_of(event.actors, "actor") or "?") + (f" > {others}" if others else "")


def _where_claimed(claim: Claim) -> str:
    places = claim.fillers("place") or claim.fillers("destination", "route", "origin")
    named = list(dict.fromkeys(place_words(role.place, role.reason) for role in places))
    return "; ".join(named[:1]) + (f" and {len(named) - 1} more" if len(named) > 1 else "")


def short(value: Event | Claim | Contradiction | Spell) -> str:
    """The beginning of an id, which ``explain`` takes; jsonl and csv have the whole of it."""
    return value.id[:_ID]


EVENTS: Layout[Event] = Layout(
    name="events",
    table=[
        ("id", short),
        ("when", lambda e: when(e.interval)),
        ("type", lambda e: e.type if e.modality == "actual" else f"{e.type} ({e.modality})"),
        ("where", lambda e: place_words(e.place, e.place_reason)),
        ("who > to whom", _who),
        ("figures", _figures),
        ("standing", lambda e: e.standing),
        ("reports (origins)", _sources),
    ],
    sheet=[
        ("id", lambda e: e.id),
        ("kind", lambda e: e.kind),
        ("type", lambda e: e.type),
        ("modality", lambda e: e.modality),
        ("earliest", lambda e: e.interval.earliest),
        ("latest", lambda e: e.interval.latest),
        ("precision", lambda e: e.interval.precision),
        ("basis", lambda e: e.interval.basis),
        ("place_id", _of(lambda e: e.place, "id")),
        ("place", _of(lambda e: e.place, "name")),
        ("relation", _of(lambda e: e.place, "relation")),
        ("country", _of(lambda e: e.place, "country")),
        ("latitude", _of(lambda e: e.place, "latitude")),
        ("longitude", _of(lambda e: e.place, "longitude")),
        ("place_precision", _of(lambda e: e.place, "precision")),
        ("radius_km", _of(lambda e: e.place, "radius_km")),
        ("place_reason", lambda e: e.place_reason),
        ("actors", lambda e: parts_of(e.actors, "actor")),
        ("targets", lambda e: parts_of(e.actors, "target")),
        *(
            (f"{name}_{which}", _bound(name, which))
            for name in ("killed", "wounded")
            for which in ("low", "best", "high")
        ),
        ("standing", lambda e: e.standing),
        ("confidence", lambda e: round(e.confidence.value, 4)),
        ("reports", lambda e: e.reports),
        ("independent_origins", lambda e: e.independent_origins),
        ("claims", lambda e: ";".join(e.claims)),
    ],
    json=event_json,
    empty="No events. (States of affairs are listed with --states.)",
    least={"figures": 110, "standing": 90},
)

CLAIMS: Layout[Claim] = Layout(
    name="claims",
    table=[
        ("id", short),
        ("when", lambda c: when(c.interval)),
        ("type", lambda c: c.type),
        ("certainty", _certainty),
        ("where", _where_claimed),
        ("who", lambda c: role_words(c, "actor")),
        ("to whom", lambda c: role_words(c, "target")),
        ("words", lambda c: c.trigger.quote),
        ("says who", lambda c: "; ".join(map(speaker_words, c.speakers)) or "the outlet"),
        ("report", lambda c: c.report),
    ],
    sheet=[
        ("id", lambda c: c.id),
        ("report", lambda c: c.report),
        ("type", lambda c: c.type),
        ("polarity", lambda c: c.polarity),
        ("modality", lambda c: c.modality),
        ("earliest", lambda c: c.interval.earliest),
        ("latest", lambda c: c.interval.latest),
        ("precision", lambda c: c.interval.precision),
        ("basis", lambda c: c.interval.basis),
        ("start", lambda c: c.trigger.span.start),
        ("end", lambda c: c.trigger.span.end),
        ("quote", lambda c: c.trigger.quote),
        ("place_id", _of(first_place, "id")),
        ("place", _of(first_place, "name")),
        ("country", _of(first_place, "country")),
        ("latitude", _of(first_place, "latitude")),
        ("longitude", _of(first_place, "longitude")),
        ("actors", lambda c: role_words(c, "actor")),
        ("targets", lambda c: role_words(c, "target")),
        ("speakers", lambda c: "; ".join(map(speaker_words, c.speakers))),
        ("acled", lambda c: c.codes.acled),
        ("plover", lambda c: c.codes.plover),
        ("salience", lambda c: round(c.salience, 4)),
        ("confidence", lambda c: round(c.confidence, 4)),
        ("same_as", lambda c: c.same_as),
    ],
    json=claim_json,
    empty="No claims.",
    least={"words": 100, "certainty": 140, "to whom": 140, "report": 140},
)


def _stored_json(kept: StoredReport) -> dict[str, Any]:
    about = {"version": kept.version, "ingested_at": kept.ingested_at, "extractor": kept.extractor}
    return report_json(kept.report) | about | {"claims": kept.claims}


_REPORT_COLUMNS: list[tuple[str, Callable[[StoredReport], object]]] = [
    ("id", lambda r: r.report.id),
    ("published", lambda r: r.report.published or "unknown"),
    ("outlet", lambda r: r.report.outlet),
    ("title", lambda r: r.report.title),
]

REPORTS: Layout[StoredReport] = Layout(
    name="reports",
    table=[
        *_REPORT_COLUMNS,
        ("claims", lambda r: r.claims),
        ("version", lambda r: r.version),
        ("file", lambda r: r.report.source_path),
    ],
    sheet=[
        ("id", lambda r: r.report.id),
        ("published", lambda r: r.report.published),
        ("published_basis", lambda r: r.report.published_basis),
        ("outlet", lambda r: r.report.outlet),
        ("title", lambda r: r.report.title),
        ("url", lambda r: r.report.url),
        ("language", lambda r: r.report.language),
        ("characters", lambda r: len(r.report.text)),
        ("claims", lambda r: r.claims),
        ("version", lambda r: r.version),
        ("ingested_at", lambda r: r.ingested_at),
        ("file", lambda r: r.report.source_path),
        ("original", lambda r: r.report.original),
        ("extractor", lambda r: r.extractor),
    ],
    json=_stored_json,
    empty="No reports.",
    least={"version": 140, "file": 140},
)


def _field(name: str) -> Callable[[Named], object]:
    return lambda named: named.data.get(name)


def _named_json(named: Named) -> dict[str, Any]:
    return {"id": named.id} | dict(named.data) | {"claims": named.claims, "reports": named.reports}


_LEAST_NAMED = dict.fromkeys(("latitude", "longitude", "precision", "radius km", "side"), 140)


def _named_layout(name: str, *fields: str) -> Layout[Named]:
    columns: list[tuple[str, Callable[[Named], object]]] = [
        ("id", lambda n: n.id),
        *((field.replace("_", " "), _field(field)) for field in fields),
        ("claims", lambda n: n.claims),
        ("reports", lambda n: n.reports),
    ]
    sheet = [(title.replace(" ", "_"), column) for title, column in columns]
    return Layout(name=name, table=columns, sheet=sheet, json=_named_json, empty=f"No {name}.", least=_LEAST_NAMED)


SPEAKERS = _named_layout("speakers", "name")
PLACES = _named_layout("places", "name", "country", "latitude", "longitude", "precision", "radius_km", "part_of")
ACTORS = _named_layout("actors", "name", "kind", "country", "side")


def _sides(contradiction: Contradiction) -> str:
    return " / ".join(f"{value} ({len(claims)})" for value, claims in contradiction.values)


CONTRADICTIONS: Layout[Contradiction] = Layout(
    name="contradictions",
    table=[
        ("id", short),
        ("field", lambda x: x.field),
        ("where", lambda x: place_words(x.place, None)),
        ("values (claims)", _sides),
        ("status", lambda x: x.status),
        ("why", lambda x: x.why),
    ],
    sheet=[
        ("id", lambda x: x.id),
        ("field", lambda x: x.field),
        ("about", lambda x: x.about),
        ("place_id", _of(lambda x: x.place, "id")),
        ("place", _of(lambda x: x.place, "name")),
        ("values", _sides),
        ("claims", lambda x: ";".join(one for _, claims in x.values for one in claims)),
        ("status", lambda x: x.status),
        ("why", lambda x: x.why),
    ],
    json=contradiction_json,
    empty="No contradictions.",
    least={"status": 100, "why": 100},
)

_FAILURE_COLUMNS: list[tuple[str, Callable[[Failure], object]]] = [
    ("item", lambda f: f.item),
    ("stage", lambda f: f.stage),
    ("reason", lambda f: f.reason),
    ("message", lambda f: f.message),
    ("remedy", lambda f: f.remedy),
]

FAILURES: Layout[Failure] = Layout(
    name="failures",
    table=_FAILURE_COLUMNS,
    sheet=[*_FAILURE_COLUMNS, ("original", lambda f: f.original)],
    json=failure_json,
    empty="No failures.",
)

_PROBLEM_COLUMNS: list[tuple[str, Callable[[Problem], object]]] = [
    ("item", lambda p: p.item),
    ("check", lambda p: p.check),
    ("found", lambda p: p.found),
]

PROBLEMS: Layout[Problem] = Layout(
    name="problems",
    table=_PROBLEM_COLUMNS,
    sheet=_PROBLEM_COLUMNS,
    json=lambda p: {"item": p.item, "check": p.check, "found": p.found},
    empty="No problems.",
)


def _found_json(found: Found) -> dict[str, Any]:
    report, words = found.report.report, found.words
    return {
        "report": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "start": words.start,
        "end": words.end,
        "before": words.before,
        "words": words.words,
        "after": words.after,
        "claims": list(found.claims),
    }


FOUND: Layout[Found] = Layout(
    name="found",
    table=[
        ("id", lambda f: f.report.report.id),
        ("published", lambda f: f.report.report.published or "unknown"),
        ("outlet", lambda f: f.report.report.outlet),
        ("words", lambda f: f"{f.words.before}«{f.words.words}»{f.words.after}" if f.words.words else f.words.after),
        ("claims", lambda f: len(f.claims)),
    ],
    sheet=[
        ("report", lambda f: f.report.report.id),
        ("published", lambda f: f.report.report.published),
        ("outlet", lambda f: f.report.report.outlet),
        ("title", lambda f: f.report.report.title),
        ("start", lambda f: f.words.start),
        ("end", lambda f: f.words.end),
        ("before", lambda f: f.words.before),
        ("words", lambda f: f.words.words),
        ("after", lambda f: f.words.after),
        ("claims", lambda f: ";".join(f.claims)),
    ],
    json=_found_json,
    empty="No report holds all of these words.",
)
