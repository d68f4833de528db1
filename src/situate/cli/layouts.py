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
    spell_json,
)
from situate.model.codec_parts import maybe, place_json
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Spell
from situate.pipeline.asking import Doubt, Held
from situate.pipeline.briefing import Footnote
from situate.pipeline.changing import Change
from situate.pipeline.convoys import Convoys
from situate.pipeline.searching import Found
from situate.pipeline.words import (
    bound_words,
    figure_words,
    parts_of,
    parts_words,
    place_words,
    role_words,
    side_words,
    speaker_words,
    when,
)
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


def _type(event: Event) -> str:
    said = ["said not to be so"] if event.polarity == "negative" else []
    said += [event.modality] if event.modality != "actual" else []
    return f"{event.type} ({', '.join(said)})" if said else event.type


EVENTS: Layout[Event] = Layout(
    name="events",
    table=[
        ("id", short),
        ("when", lambda e: when(e.interval)),
        ("type", _type),
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
        ("polarity", lambda e: e.polarity),
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


def _sides(doubt: Doubt) -> str:
    return " / ".join(f"{value} ({len(claims)})" for value, claims in doubt.contradiction.values)


CONTRADICTIONS: Layout[Doubt] = Layout(
    name="contradictions",
    table=[
        ("id", lambda x: short(x.contradiction)),
        ("when", lambda x: when(x.interval)),
        ("what", lambda x: ", ".join(x.types)),
        ("where", lambda x: place_words(x.contradiction.place, None)),
        ("field", lambda x: x.contradiction.field),
        ("values (claims)", _sides),
        ("status", lambda x: x.contradiction.status),
    ],
    sheet=[
        ("id", lambda x: x.contradiction.id),
        ("field", lambda x: x.contradiction.field),
        ("about", lambda x: x.contradiction.about),
        ("types", lambda x: ";".join(x.types)),
        ("earliest", lambda x: x.interval.earliest),
        ("latest", lambda x: x.interval.latest),
        ("place_id", _of(lambda x: x.contradiction.place, "id")),
        ("place", _of(lambda x: x.contradiction.place, "name")),
        ("values", _sides),
        ("claims", lambda x: ";".join(one for _, claims in x.contradiction.values for one in claims)),
        ("status", lambda x: x.contradiction.status),
        ("why", lambda x: x.contradiction.why),
    ],
    json=lambda x: contradiction_json(x.contradiction),
    empty="No contradictions.",
    least={"status": 120},
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


def _spell_of(field: str) -> Callable[[Held], object]:
    return lambda held: getattr(held.spell, field)


def _end(held: Held, which: str) -> object:
    return "open" if held.spell.ends.open else getattr(held.spell.ends, which)


SPELL_SHEET: list[tuple[str, Callable[[Held], object]]] = [
    ("id", _spell_of("id")),
    ("place_id", lambda h: h.spell.place.id),
    ("place", lambda h: h.spell.place.name),
    ("part_of", lambda h: h.spell.place.part_of),
    ("dimension", _spell_of("dimension")),
    ("value", _spell_of("value")),
    ("actors", lambda h: parts_words(h.spell.actors)),
    ("from_earliest", lambda h: h.spell.starts.earliest),
    ("from_latest", lambda h: h.spell.starts.latest),
    ("until_earliest", lambda h: _end(h, "earliest")),
    ("until_latest", lambda h: _end(h, "latest")),
    ("standing", _spell_of("standing")),
    ("assessed", _spell_of("assessed")),
    ("stale", _spell_of("stale")),
    ("last_news", _spell_of("last_news")),
    ("rule", _spell_of("rule")),
    ("claims", lambda h: ";".join(h.spell.claims)),
]

SPELLS: Layout[Held] = Layout(
    name="spells", table=(), sheet=SPELL_SHEET, json=lambda held: spell_json(held.spell), empty=""
)

TIMELINE: Layout[Held] = Layout(
    name="timeline",
    table=[
        ("id", lambda h: short(h.spell)),
        ("since", lambda h: bound_words(h.spell.starts)),
        ("until", lambda h: bound_words(h.spell.ends)),
        ("where", lambda h: place_words(h.spell.place, None)),
        ("what", lambda h: f"{h.spell.dimension}: {h.spell.value.replace('_', ' ')}"),
        ("by", lambda h: side_words(h.spell.actors)),
        ("standing", lambda h: ("assessed" if h.spell.assessed else h.spell.standing) + _stale(h)),
    ],
    sheet=SPELL_SHEET,
    json=lambda held: spell_json(held.spell),
    empty="No spell of this place, or of a part of it, is known.",
    least={"standing": 80},
)


def _stale(held: Held) -> str:
    return ", stale" if held.spell.stale else ""


def _change_json(pair: tuple[Change, Footnote]) -> dict[str, Any]:
    change, note = pair
    return {
        "change": change.what,
        "id": change.id,
        "type": change.kind,
        "day": change.day,
        "place": maybe(place_json, change.place),
        "sentence": change.sentence,
        "before": change.before or None,
        "after": change.after or None,
        "standing": change.standing,
        "outlet": note.outlet,
        "published": note.published,
        "speaker": note.voice or None,
        "words": note.words,
        "claims": list(change.claims),
        "watched": list(change.watched),
    }


CHANGES: Layout[tuple[Change, Footnote]] = Layout(
    name="changes",
    table=(),
    sheet=[
        ("change", lambda x: x[0].what),
        ("id", lambda x: x[0].id),
        ("type", lambda x: x[0].kind),
        ("day", lambda x: x[0].day),
        ("place_id", lambda x: x[0].place and x[0].place.id),
        ("place", lambda x: x[0].place and x[0].place.name),
        ("sentence", lambda x: x[0].sentence),
        ("before", lambda x: x[0].before),
        ("after", lambda x: x[0].after),
        ("standing", lambda x: x[0].standing),
        ("outlet", lambda x: x[1].outlet),
        ("published", lambda x: x[1].published),
        ("speaker", lambda x: x[1].voice),
        ("words", lambda x: x[1].words),
        ("claims", lambda x: ";".join(x[0].claims)),
        ("watched", lambda x: ";".join(x[0].watched)),
    ],
    json=_change_json,
    empty="",
)


def _convoys_json(row: Convoys) -> dict[str, Any]:
    return {
        "month": row.month, "place_id": row.place[0] or None, "place": row.place[1], "step": row.step,
        "count": len(row.events), "corroborated": row.corroborated, "goods": list(row.goods),
        "outlets": list(row.outlets), "events": list(row.events),
    }  # fmt: skip


CONVOYS: Layout[Convoys] = Layout(
    name="rows of convoys",
    table=[
        ("place", lambda x: x.place[1]),
        ("month", lambda x: x.month),
        ("step", lambda x: x.step),
        ("count", lambda x: len(x.events)),
        ("goods", lambda x: "; ".join(x.goods)),
        ("outlets", lambda x: "; ".join(x.outlets)),
        ("events", lambda x: " ".join(one[:_ID] for one in x.events)),
    ],
    sheet=[
        ("month", lambda x: x.month),
        ("place_id", lambda x: x.place[0]),
        ("place", lambda x: x.place[1]),
        ("step", lambda x: x.step),
        ("count", lambda x: len(x.events)),
        ("corroborated", lambda x: x.corroborated),
        ("goods", lambda x: ";".join(x.goods)),
        ("outlets", lambda x: ";".join(x.outlets)),
        ("events", lambda x: ";".join(x.events)),
    ],
    json=_convoys_json,
    empty="Nothing is told of aid there.",
)
